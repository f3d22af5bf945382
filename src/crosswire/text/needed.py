"""What a regular expression cannot match without: words that are looked for before it is tried.

Most of the codebook's expressions fit hardly any sentence. To look for a word takes a hundredth of the time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from crosswire.text.kept import Kept

Needs = tuple[frozenset[str], ...]
_COMMON = frozenset(" \t\n.,-'\"")  # signs that stand in most texts; neither they nor a letter are worth looking for
_USUAL = frozenset(["a", "an", "and", "by", "for", "in", "of", "on", "the", "to"])  # words that most texts hold
_MOST = 48  # words of which one is needed: more take as long as the expression
_TAKEN = 3  # sets of words for one expression
_REPEAT = re.compile(r"(?:([*?])|\+|\{(\d*)(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|P=\w+|[aiLmsux-]*:|[aiLmsux]+(?=\))|>|<?[=!]))?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\d+|.)", re.DOTALL)


def needed(pattern: str) -> Needs:
    """Sets of words, one word of each of which stands in every text that `pattern` matches in, in the view of `seen`.

    Empty where nothing can be told. Comments (`(?#…)`), the verbose form and conditions are not understood.
    """
    sets, _ = _either(pattern, 0)
    good = {_fewest(words) for words in sets if len(words) <= _MOST and all(map(_tells, words))}
    return tuple(sorted(good, key=_worth)[:_TAKEN])


def seen(text: str) -> str:
    """`text` as words are looked for in it: without case."""
    if text.isascii():
        return text.lower()
    return text.casefold().replace("i\u0307", "i").replace("ı", "i")  # what is i to an expression without case


def holds(view: str, needs: Needs) -> bool:
    """Whether an expression with `needs` may match in the text whose view is `view`."""
    for words in needs:
        for word in words:
            if word in view:
                break
        else:
            return False
    return True


class Sought:
    """The words that many expressions need, looked for at once: what each piece of a text holds is kept."""

    def __init__(self, needs: Iterable[Needs]) -> None:
        """Looks for the words of all `needs`, each without blanks."""
        words = frozenset(word for one in needs for some in one for word in some)
        self._inside = Kept[str, frozenset[str]](lambda piece: frozenset(filter(seen(piece).__contains__, words)))

    def within(self, pieces: Iterable[str]) -> frozenset[str]:
        """Those that stand in a text, given what stands between its blanks."""
        return frozenset().union(*map(self._inside.__getitem__, pieces))


def met(needs: Needs, found: frozenset[str]) -> bool:
    """Whether an expression with `needs` may match in a text in which `found` were found."""
    for words in needs:  # noqa: SIM110 asked some hundred times a page: a generator would take as long as the question
        if found.isdisjoint(words):
            return False
    return True


def any_of(every: Iterable[Needs]) -> frozenset[str] | None:
    """Words of which one stands wherever one of several expressions matches; none are known if one needs nothing."""
    every = list(every)
    return frozenset().union(*(needs[0] for needs in every)) if all(every) else None


def unbroken(needs: Needs) -> Needs:
    """`needs` with the longest piece of each word that has blanks: where `during the` stands, `during` does."""
    return tuple(frozenset(max(word.split(), key=len, default="") for word in words) for words in needs)


def _tells(word: str) -> bool:
    """Whether the word is worth looking for: of two letters, or a sign that is rare."""
    return len(word) > 1 or not (word.isalnum() or word in _COMMON)


def _worth(words: frozenset[str]) -> tuple[bool, int, int, list[str]]:
    """By what sets are sorted, those first that most texts lack."""
    usual = any(word.strip() in _USUAL for word in words)
    return usual, -min(map(len, words)), len(words), sorted(words)


def _fewest(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another of them: where `december` stands, `dec` does."""
    return frozenset(word for word in words if not any(other in word for other in words if other != word))


def _either(pattern: str, at: int) -> tuple[list[frozenset[str]], int]:
    """What one of the alternatives from `at` needs, whichever it is, and where they end."""
    ways = []
    while True:
        way, at = _sequence(pattern, at)
        ways.append(way)
        if pattern[at : at + 1] != "|":
            break
        at += 1
    if len(ways) == 1:
        return ways[0], at
    best = [sorted(way, key=_worth)[:_TAKEN] for way in ways]
    return [frozenset().union(*sets) for sets in zip(*best, strict=False)], at  # the best of each, the second best


def _sequence(pattern: str, at: int) -> tuple[list[frozenset[str]], int]:
    """What the pieces from `at` to the next bar or bracket need, and where that stands."""
    sets: list[frozenset[str]] = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        letter, inner, at = _piece(pattern, at)
        repeat = _REPEAT.match(pattern, at)
        at = repeat.end() if repeat else at
        missing = repeat is not None and (repeat[1] is not None or (repeat[2] is not None and int(repeat[2] or 0) == 0))
        if letter and not missing:
            run += letter
        if not letter or repeat:
            sets += _word(run)
            run = ""
        if not missing:
            sets += inner
    return sets + list(_word(run)), at


def _piece(pattern: str, at: int) -> tuple[str, Sequence[frozenset[str]], int]:
    """The letter that the piece at `at` is, or what it needs, and its end."""
    if pattern[at] == "(":
        head = _GROUP.match(pattern, at)
        opens = head[0] if head else "("
        inner, end = _either(pattern, at + len(opens))
        return "", [] if opens.endswith(("=", "!")) or opens.startswith("(?P=") else inner, end + 1
    if pattern[at] == "[" and (found := _CLASS.match(pattern, at)):
        letters = {seen(letter) for letter in found[0][1:-1]}
        cased = len(found[0]) == len("[Aa]") and len(letters) == 1 and found[0][1].isalpha()
        return (letters.pop() if cased else ""), list(_signs(found[0])), found.end()
    if pattern[at] == "\\" and (found := _ESCAPE.match(pattern, at)):
        escaped = found[0][1:]
        return ("" if escaped.isalnum() else seen(escaped)), [], found.end()
    return ("" if pattern[at] in ".^$" else seen(pattern[at])), [], at + 1


def _signs(choice: str) -> Iterator[frozenset[str]]:
    """The signs of a class that is made of nothing else: `[/(]`."""
    inside = choice[1:-1]
    signs = _ESCAPE.sub(lambda sign: sign[0][1:], inside)
    reaches = "-" in _ESCAPE.sub(".", inside)[1:-1]
    if not (inside[0] == "^" or reaches or any(map(str.isalnum, signs))):
        yield frozenset(map(seen, signs))


def _word(run: str) -> Iterator[frozenset[str]]:
    if run:
        yield frozenset({run})
