"""Statements printed in full: `The army issued the following statement: …`, a page headed `Communique of the front`."""

from collections.abc import Container, Sequence

from crosswire.read.attribution.speakers import name
from crosswire.read.attribution.voices import Page, Voice
from crosswire.read.clues import Saying, Sentence
from crosswire.read.tokens import Token, Tokens

_THIS = frozenset({"following", "this"})
_GIVEN = frozenset({"by", "of"})
_HEAD = 2  # paragraphs in which a page's heading stands, its title among them
_OWN = frozenset({"we", "our", "us"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def in_full(sentences: Sequence[Sentence], page: Page, others: Container[int]) -> list[Saying]:
    """What a body tells in a statement that the page prints, but for the sentences of `others`.

    Behind a colon that ends its paragraph the statement goes on until somebody else speaks, else to the paragraph's
    end. Under a heading the whole page is the statement, where it says `we` or `our`.
    """
    found: list[Saying] = []
    for at, sentence in enumerate(sentences):
        if not sentence.parsed or not _printed(sentence, page):
            continue
        head = sentence.paragraph < _HEAD and _heads(sentence.tokens)
        colon = next((t for t in sentence.tokens if t.text == ":"), None)
        voice = None if colon is None and not head else _issuer(sentence, page)
        if voice is None:
            continue
        if colon is None:
            own = [one for one in sentences[at + 1 :] if one.index not in others]
            own = own if any(not _OWN.isdisjoint(one.tokens.lowers) for one in own) else []
            pieces = [(one.start, one.end) for one in own]
        else:
            pieces = _behind(sentences, at, colon, others)
        if pieces:
            cue = (sentence.start, sentence.end if colon is None else sentence.start + colon.idx)
            found.append(Saying(said=voice.said, cue=cue, content=tuple(pieces), carried=True))
    return found


def _printed(sentence: Sentence, page: Page) -> bool:
    """Whether the sentence brings in a paper: `the following statement`, or a heading that begins with one."""
    tokens, forms = sentence.tokens, page.words.nouns_of("paper")
    if forms.isdisjoint(tokens.lowers):
        return False
    papers = [i for i, word in enumerate(tokens.lowers) if word in forms]
    return any(i > 0 and tokens[i - 1].lower_ in _THIS for i in papers) or papers[:1] == [0] or papers[:1] == [1]


def _heads(tokens: Tokens) -> bool:
    """Whether a heading stands there, which has no verb: `Communique No. 12 of the Karan Front`."""
    return not any(token.tag_ in _FINITE for token in tokens) and tokens[len(tokens) - 1].text != "."


def _issuer(sentence: Sentence, page: Page) -> Voice | None:
    """The body whose paper it is: the subject of an active verb, else whoever stands behind `by` or `of`."""
    tokens = sentence.tokens
    colon = next((t.i for t in tokens if t.text == ":"), len(tokens))
    subject = next((t for t in tokens[:colon] if t.dep_ == "nsubj" and t.head.i < colon), None)
    given = (t for t in tokens if t.dep_ == "pobj" and t.head.lower_ in _GIVEN)
    who = subject if subject is not None else next(given, None)
    if who is None or who.tag_ not in {"NNP", "NNPS", "NN"}:
        return None
    voice = name(sentence, (who.left_edge.i, who.i + 1), page, ())
    return voice if voice is not None and (voice.kind == "body" or who.tag_ == "NNP") else None


def _behind(sentences: Sequence[Sentence], at: int, colon: Token, others: Container[int]) -> list[tuple[int, int]]:
    """The statement behind the colon in sentence `at`."""
    sentence = sentences[at]
    rest = sentence.tokens[colon.i + 1 : len(sentence.tokens)]
    same = [one for one in sentences[at + 1 :] if one.paragraph == sentence.paragraph]
    first = [(sentence.start + rest[0].idx, sentence.end)] if rest else []
    if rest or same:
        return [*first, *((one.start, one.end) for one in same if one.index not in others)]
    pieces: list[tuple[int, int]] = []
    for one in sentences[at + 1 :]:
        if one.index in others:
            break
        pieces.append((one.start, one.end))
    return pieces
