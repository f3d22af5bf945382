"""The words of a sentence as names see them: folded, with case, hyphens and breaks kept."""

from collections.abc import Sequence

from crosswire.codebook.lexicon import Name
from crosswire.read.clues import Sentence
from crosswire.records import Record
from crosswire.text.casing import casing
from crosswire.text.folding import fold
from crosswire.text.kept import Kept

_JOINS = frozenset("-'.")  # marks that do not end a name: al-Nusra, People's, U.S. forces
ARTICLES = frozenset({"al", "el"})
_OWNERS = frozenset({"'s", "'"})
_SHOUTING = 0.8  # share of capital letters from which case says nothing

_LONG = 4  # letters of a word that headlines capitalise, and how many such words make a headline


class Word(Record, kw_only=False, gc=False):
    """A word: tokens `first:last`. `opens` says that punctuation stands before it, `hyphen` that a hyphen follows.

    `capital` says whether it begins with a capital letter.
    """

    norm: str
    text: str
    first: int
    last: int
    tag: str
    capital: bool
    opens: bool
    hyphen: bool
    possessive: bool


def wording(sentence: Sentence) -> tuple[Word, ...]:
    """The words of `sentence`, punctuation and possessive endings gone."""
    found: list[Word] = []
    opens = True
    tokens = sentence.tokens
    read = list(map(_PIECES.__getitem__, tokens.texts))
    folded = [plain for plain, _ in read]
    for token, (plain, pieces), after in zip(tokens, read, [*folded[1:], ""], strict=True):
        if plain == "'s" and found:
            continue
        if not pieces:
            spaced = token.i > 0 and bool(tokens[token.i - 1].whitespace_)
            opens = opens or spaced or any(c not in _JOINS for c in plain)
            continue
        at, tag = token.i, token.tag_
        for norm, text, capital in pieces[:-1]:
            found.append(Word(norm, text, at, at + 1, tag, capital, opens, hyphen=True, possessive=False))
            opens = False
        norm, text, capital = pieces[-1]
        found.append(Word(norm, text, at, at + 1, tag, capital, opens, after == "-", after in _OWNERS))
        opens = False
    return tuple(found)


def _pieces(text: str) -> tuple[str, tuple[tuple[str, str, bool], ...]]:
    """A token folded, and its words, folded and as written, each with whether it begins with a capital letter.

    They are two of `U.S.-led`, which is one token; none of `--`.
    """
    parts = [(_plain(part), part) for part in text.split("-")]
    if not all(norm for norm, _ in parts):
        parts = [(norm, text)] if (norm := _plain(text)) else []
    return fold(text), tuple((norm, part, part[:1].isupper()) for norm, part in parts)


_PIECES = Kept(_pieces)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def shouts(words: Sequence[Word]) -> bool:
    """Whether the sentence is written in capitals, so that case says nothing."""
    capitals, letters = casing("".join([word.text for word in words]))
    return len(words) > 1 and capitals > _SHOUTING * max(1, letters)


def titled(words: Sequence[Word]) -> bool:
    """Whether the sentence is a Title-Case Headline, so that capitals do not mark names."""
    long = [word.capital for word in words if len(word.norm) >= _LONG]
    return len(long) >= _LONG and all(long)


def follow(words: Sequence[Word], start: int, wanted: Sequence[str], *, stripped: bool = False) -> int | None:
    """Where the words `wanted` end if they stand at `start`, articles inside skipped; None if they do not.

    With `stripped` the last word may have lost the apostrophe of its possessive: `AFPs correspondent`.
    """
    size, last = len(words), len(wanted) - 1
    if not last:
        stands = start < size and (words[start].norm == wanted[0] or (stripped and _owns(words, start, wanted[0])))
        return start + 1 if stands else None
    if start + 1 >= size or words[start].norm != wanted[0]:
        return None
    at = start
    for number, norm in enumerate(wanted):
        if number and at < size and words[at].norm in ARTICLES and norm not in ARTICLES:
            at += 1
        if at >= size or (at > start and words[at].opens):
            return None
        if words[at].norm != norm and not (stripped and number == last and _owns(words, at, norm)):
            return None
        at += 1
    return at


def _owns(words: Sequence[Word], at: int, norm: str) -> bool:
    followed = at + 1 < len(words) and not words[at + 1].opens
    return followed and words[at].norm == norm + "s" and not norm.endswith("s")


def written_as(name: Name, words: Sequence[Word], start: int, end: int, *, loud: bool) -> bool:
    """Whether the case of `words[start:end]` allows `name`: acronyms to the letter, names with a capital."""
    if name.article and not (start and words[start - 1].norm in ARTICLES and not words[start].opens):
        return False
    if name.exact:
        return words[start].text.replace(".", "").removesuffix("s") == name.text.replace(".", "")
    if not name.capital or loud:
        return True
    if name.text[:1].isupper():
        return words[start + (words[start].norm == "the" and end > start + 1)].capital
    return any(word.capital for word in words[start:end])
