"""Pages in a body's own words, as statements are: `We condemn the raid. … The Karan Front calls on all to protest`."""

from collections.abc import Container, Sequence

from crosswire.read.attribution.quotes import touching
from crosswire.read.attribution.speakers import name
from crosswire.read.attribution.voices import Page, Voice
from crosswire.read.clues import Saying, Sentence
from crosswire.read.tokens import Token

_SPOKEN = 2  # sentences in which "we" condemn, demand or call on somebody, at least
_NOW = frozenset({"VBP", "VBZ"})
_NAMES = frozenset({"NNP", "NNPS"})


def in_own_words(
    found: Sequence[Saying],
    sentences: Sequence[Sentence],
    quotes: Sequence[tuple[int, int]],
    page: Page,
    others: Container[int],
) -> list[Saying]:
    """What a page tells in the words of the one body that does in it what "we" do, as condemn, demand and call on.

    It speaks from the first such sentence to the last, but not in those of `others`. Quotations count for nothing.
    """
    spoken: list[int] = []
    named: list[tuple[Voice, tuple[int, int]]] = []
    for sentence in sentences:
        for verb, subject in _performed(sentence, page):
            span = sentence.span(verb.i, verb.i + 1)
            if touching(quotes, *span):
                continue
            if subject.lower_ == "we":
                spoken.append(sentence.index)
            elif (body := _body(sentence, subject, page)) is not None:
                named.append((body, span))
    if len(set(spoken)) < _SPOKEN or len({body.name for body, _ in named}) != 1:
        return []
    body, cue = named[0]
    at = [*spoken, *(voice.sentence for voice, _ in named)]
    whole = (sentence for sentence in sentences if min(at) <= sentence.index <= max(at))
    own = [sentence for sentence in whole if sentence.index not in others and not _told(sentence, found)]
    content = tuple((sentence.start, sentence.end) for sentence in own)
    return [Saying(said=body.said, cue=cue, content=content, carried=True)] if content else []


def _performed(sentence: Sentence, page: Page) -> list[tuple[Token, Token]]:
    """Each verb of the present by which somebody acts in speaking, at the head of its sentence, with who does."""
    forms = page.words.nouns_of("performing")
    if not sentence.parsed or forms.isdisjoint(sentence.tokens.lowers):
        return []
    verbs = [token for token in sentence.tokens if token.lower_ in forms and token.tag_ in _NOW]
    return [(verb, who) for verb in verbs if _leads(verb) and (who := _subject(verb)) is not None]


def _leads(verb: Token) -> bool:
    first = verb.head if verb.dep_ == "conj" else verb
    return first.head is first


def _subject(verb: Token) -> Token | None:
    own = (child for each in (verb, verb.head) for child in each.lefts if child.dep_ == "nsubj")
    return next(own, None)


def _body(sentence: Sentence, subject: Token, page: Page) -> Voice | None:
    """The body that acts in speaking, by its name: no person, nobody who goes without a name."""
    if subject.tag_ not in _NAMES:
        return None
    voice = name(sentence, (subject.left_edge.i, subject.i + 1), page, ())
    return voice if voice is not None and voice.kind == "body" else None


def _told(sentence: Sentence, found: Sequence[Saying]) -> bool:
    """Whether somebody else speaks in the sentence."""
    return any(first < sentence.end and sentence.start < last for saying in found for first, last in saying.content)
