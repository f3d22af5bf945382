"""The words of a sentence as names see them: folded, with case, hyphens and breaks kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.codebook.actors import Name
from crosswire.read.clues import Sentence
from crosswire.text.folding import fold

_JOINS = frozenset("-'.")  # marks that do not end a name: al-Nusra, People's, U.S. forces
_ARTICLES = frozenset({"al", "el"})
_SHOUTING = 0.8  # share of capital letters from which case says nothing

_LONG = 4  # letters of a word that headlines capitalise, and how many such words make a headline


@dataclass(frozen=True, slots=True)
class Word:
    """A word: tokens `first:last`. `opens` says that punctuation stands before it, `hyphen` that a hyphen follows."""

    norm: str
    text: str
    first: int
    last: int
    tag: str
    opens: bool
    hyphen: bool
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def wording(sentence: Sentence) -> tuple[Word, ...]:
    """The words of `sentence`, punctuation and possessive endings gone."""
    found: list[Word] = []
    opens = True
    tokens = list(sentence.tokens)
    for token in tokens:
        plain = fold(token.text)
        norm = plain if plain.isalnum() else "".join(c for c in plain if c.isalnum())
        if plain == "'s" and found:
            continue
        if not norm:
            spaced = token.i > 0 and token.idx > tokens[token.i - 1].idx + len(tokens[token.i - 1])
            opens = opens or spaced or any(c not in _JOINS for c in plain)
            continue
        after = fold(tokens[token.i + 1].text) if token.i + 1 < len(tokens) else ""
        possessive = after in {"'s", "'"}
        *heads, last = _pieces(token.text)
        for part in heads:
            found.append(Word(_plain(part), part, token.i, token.i + 1, token.tag_, opens, True, False))
            opens = False
        found.append(Word(_plain(last), last, token.i, token.i + 1, token.tag_, opens, after == "-", possessive))
        opens = False
    return tuple(found)


def _plain(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _pieces(text: str) -> list[str]:
    """The words of a token that the tokenizer kept whole: `U.S.-led`."""
    parts = text.split("-")
    return parts if len(parts) > 1 and all(_plain(part) for part in parts) else [text]


def shouts(words: Sequence[Word]) -> bool:
    """Whether the sentence is written in capitals, so that case says nothing."""
    letters = "".join(word.text for word in words)
    return len(words) > 1 and sum(map(str.isupper, letters)) > _SHOUTING * max(1, sum(map(str.isalpha, letters)))


def titled(words: Sequence[Word]) -> bool:
    """Whether the sentence is a Title-Case Headline, so that capitals do not mark names."""
    long = [word for word in words if len(word.norm) >= _LONG]
    return len(long) >= _LONG and all(word.capital for word in long)


def follow(words: Sequence[Word], start: int, wanted: Sequence[str], *, stripped: bool = False) -> int | None:
    """Where the words `wanted` end if they stand at `start`, articles inside skipped; None if they do not.

    With `stripped` the last word may have lost the apostrophe of its possessive: `AFPs correspondent`.
    """
    if len(wanted) > 1 and not stripped and (start + 1 >= len(words) or words[start].norm != wanted[0]):
        return None
    at = start
    for number, norm in enumerate(wanted):
        if number and at < len(words) and words[at].norm in _ARTICLES and norm not in _ARTICLES:
            at += 1
        if at >= len(words) or (at > start and words[at].opens):
            return None
        owner = stripped and number == len(wanted) - 1 and _owns(words, at, norm)
        if words[at].norm != norm and not owner:
            return None
        at += 1
    return at


def _owns(words: Sequence[Word], at: int, norm: str) -> bool:
    followed = at + 1 < len(words) and not words[at + 1].opens
    return followed and words[at].norm == norm + "s" and not norm.endswith("s")


def written_as(name: Name, words: Sequence[Word], start: int, end: int, *, loud: bool) -> bool:
    """Whether the case of `words[start:end]` allows `name`: acronyms to the letter, names with a capital."""
    if name.article and not (start and words[start - 1].norm in _ARTICLES and not words[start].opens):
        return False
    if name.exact:
        return words[start].text.replace(".", "").removesuffix("s") == name.text.replace(".", "")
    if not name.capital or loud:
        return True
    if name.text[:1].isupper():
        return words[start + (words[start].norm == "the" and end > start + 1)].capital
    return any(word.capital for word in words[start:end])
