"""In which words the page names who speaks, and by which one name he is known."""

import re

from msgspec.structs import replace

from crosswire.read.attribution.longforms import SMALL, long_form
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.voices import Kind, Page, Voice, party_at
from crosswire.read.clues import Party, Sentence
from crosswire.read.tokens import Tokens

ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[].*?[)\]]|[(\[].*$")
_BASED = re.compile(r"^(?:[\w.]+\s?-\s?based|[\w.]+ based)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_ROLES = frozenset({"rebel_group", "government", "militia", "state_forces", "political"})  # what a general word can be
_WHERE = frozenset({"in", "near", "at", "outside", "from"})


def _general(plain: str, name: str) -> bool:
    """Whether the words hold no name and none of the words by which `name` calls a party: `opposition groups`."""
    called = [word.removesuffix("s") for word in name.split() if word.islower()]
    return plain.islower() and bool(called) and not any(word in plain for word in called)


def written(sentence: Sentence, first: int, last: int) -> str:
    """The words as written, without article, brackets, `X-based` and possessive mark."""
    if last <= first:
        return ""
    text = sentence.tokens.words(first, last)
    text = _BRACKETED.sub("", text).strip(' ,"“”') if "(" in text or "[" in text else text.strip(' ,"“”')
    return _POSSESSIVE.sub("", _BASED.sub("", ARTICLE.sub("", text))).strip()


def voice(sentence: Sentence, span: Range, top: int, page: Page, kind: Kind = "") -> Voice:
    """The party that holds the head; else who goes by the page's long form; else by the words as written.

    A general word stays as written: `opposition groups` are not one country's named body.
    """
    party = _whose(sentence, span, top, page)
    if party is None:
        comma = next((i for i in range(span[0] + 1, span[1]) if _parts(sentence.tokens, i, top)), span[1])
        name, words = long_form(written(sentence, span[0], comma), page), ""
    elif _of_place(sentence, span, party, page):
        name, words = written(sentence, span[0], top + 1), ""
    else:
        plain = _uncapitalised(sentence, span, written(sentence, span[0], top + 1), party)
        general = party.kind in _ROLES and _general(plain, party.name)
        name, words = (plain, "") if general else (party.name, _words(sentence, span, top, party, page))
    if kind != "person":
        words = _with_letters(sentence, top, words or name)
    return Voice(name=name, words=words, kind=kind, sentence=sentence.index)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a body's name goes on over a link: `Office | for the Coordination of Humanitarian Affairs`."""
    if tokens[at].tag_ == "DT":
        return tokens[at - 1].lower_ in SMALL
    return tokens[at].lower_ in SMALL or (tokens[at].tag_ in {"NNP", "NNPS"} and tokens[at - 1].tag_ != "POS")


def _with_letters(sentence: Sentence, top: int, words: str) -> str:
    """The words with the letters that the page gives beside them: `Karan Centre (KC)`, `Karan Centre, known as KC,`."""
    tokens, at = sentence.tokens, top + 1
    while at < len(tokens) and _goes_on(tokens, at):
        at += 1
    behind = [token.lower_ for token in tokens[at : at + 3]]
    letters = at + 3 if behind == [",", "known", "as"] else at + 1
    if letters == at + 1 and behind[:1] != ["("]:
        return words
    short = tokens[letters].text if letters + 1 < len(tokens) else ""
    closes = letters + 1 < len(tokens) and tokens[letters + 1].text in {")", ","}
    short = short if closes and short.isupper() and short.isalpha() and len(short) > 1 else ""
    return f"{words} ({short})" if short and short not in words else words


def known(name: str, kind: Kind, sentence: int, page: Page) -> Voice:
    """Somebody whom the page names elsewhere, in the words that it has for him."""
    return Voice(name=name, words=page.called.get(name, ""), kind=kind, sentence=sentence)


def meant(found: Voice, sentence: Sentence, span: Range) -> Voice:
    """Somebody named elsewhere in the words for him here, with his name: `monitoring group (Karan Observatory)`."""
    if sentence.tokens[span[0]].lower_ in {"the", "this"}:
        return found
    return replace(found, words=f"{written(sentence, *span)} ({found.words or found.name})")


def _uncapitalised(sentence: Sentence, span: Range, plain: str, party: Party) -> str:
    """The words of a party without the capital that only opens the sentence."""
    first = plain.split(" ", 1)[0]
    head = sentence.tokens[0]
    opens = span[0] == 0 and first == head.text and first[1:].islower() and head.tag_ in {"NN", "NNS"}
    return plain[:1].lower() + plain[1:] if opens and first not in party.name.split() else plain


def _words(sentence: Sentence, span: Range, top: int, party: Party, page: Page) -> str:
    """The words that name a party here, with whoever speaks beside it: `Altan police | and a doctor`."""
    first, last = min(span[0], party.first), max(top + 1, party.last)
    if party.kind == "generic":
        first = _qualified(sentence.tokens, first, party.first, page)
    own = _own(_uncapitalised(sentence, span, written(sentence, first, last), party), party, page)
    two = last < span[1] and sentence.tokens[last].lower_ in {"and", "&"}
    return f"{own} {written(sentence, last, span[1])}" if two else own


def _qualified(tokens: Tokens, first: int, at: int, page: Page) -> int:
    """Where the words that qualify people begin, no further back: `children | opposition activists`, commas lost."""
    start = at
    while start > first and (
        tokens[start - 1].tag_ in {"JJ", "HYPH"} or page.words.is_noun(tokens[start - 1].lower_, "modifier")
    ):
        start -= 1
    return start - (tokens[start].tag_ == "HYPH" and start > first)  # "| anti-government activists"


def _own(plain: str, party: Party, page: Page) -> str:
    """The words for a party, with what they shorten where the page spells it out: `Karan Centre (KC)`."""
    spelt = page.called.get(party.name, party.name)
    mine, full = set(plain.casefold().split()), set(spelt.casefold().split())
    if mine <= full or (full <= mine and not spelt.islower()):
        return spelt
    letters = len(mine) == 1 and plain.replace(".", "").isupper() and not spelt.isupper()
    return f"{spelt} ({plain})" if letters and _stands_for(plain, spelt) else plain


def _stands_for(letters: str, name: str) -> bool:
    """Whether letters shorten a name: each stands in it, in order, as in `KUNA` for the Karan UN Assistance."""
    rest = iter(name.casefold())
    return all(letter in rest for letter in letters.replace(".", "").casefold())


def _whose(sentence: Sentence, span: Range, top: int, page: Page) -> Party | None:
    """The party of a phrase: the named one before a general word, `Karan Front | fighters`, else the head's own."""
    party = party_at(sentence, top, page)
    before = party_at(sentence, party.first - 1, page) if party and span[0] < party.first else None
    named = before is not None and before.kind in _ROLES and before.name != before.name.lower()
    return before if party is not None and party.kind == "generic" and named else party


def _parts(tokens: Tokens, at: int, top: int) -> bool:
    """A comma, an article that begins an apposition without it, `the Relief Centre | an NGO`, or `a group | led by`."""
    token = tokens[at]
    if at == top + 1 and token.tag_ == "VBN" and [t.lower_ for t in tokens[at + 1 : at + 2]] == ["by"]:
        return True
    return token.text == "," or (token.lower_ in {"a", "an", "another"} and tokens[at - 1].tag_ not in {"CC", "IN"})


def _of_place(sentence: Sentence, span: Range, party: Party, page: Page) -> bool:
    """Whether a name stands right before the party's own: `Pale | PDF` is a branch of it, `BBC | Russia` is not."""
    at = party.first - 1
    if at < span[0] or sentence.tokens[at].tag_ not in {"NNP", "NNPS"} or party.kind == "person":
        return False
    if page.words.is_noun(sentence.tokens[at].lower_, "rank", "role", "modifier"):
        return False
    if span[0] == at and at and sentence.tokens[at - 1].lower_ in _WHERE:
        return False  # "four died near Tabuk | Interfax said", without its comma
    before = party_at(sentence, at, page)
    return before is None or before.kind == "media" != party.kind
