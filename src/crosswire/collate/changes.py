"""What changed while a passage was copied: a figure, a negation, a name, an exception."""

import re
from collections.abc import Iterator

from crosswire.records import Copy, Document, Issue
from crosswire.text.folding import fold, words

_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
_PRONOUNS = frozenset({"one", "zero"})  # "one of them" is no figure
_DIGITS = re.compile(r"(?<![\w.])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?![\w])")
_NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "neither",
        "nor",
        "nobody",
        "nothing",
        "without",
        "cannot",
        "denied",
        "denies",
        "deny",
        "denying",
    ]
)
_EXCEPTION = re.compile(
    r"\b(?:except|excepting|excluding|with the exception of|apart from|other than|aside from|but not)\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?:\s+(?:al|el|of|the|ibn|bin|for)?\s*[A-Z][\w’'-]+)*")


def changes(copy: Copy, original: Document, copied: Document) -> Iterator[Issue]:
    """One issue for each thing that `copied` does not say as `original` does, in the words of both."""
    old, new = copy.original.text, copy.passage.text
    for message in (_figures(old, new), _negation(old, new), _exception(old, new)):
        if message:
            where = f"{_name(copied)} copied a passage of {_name(original)}"
            yield Issue(stage="lineage", document=copied.id, message=f"{where}: {message}", passage=copy.passage)


def _name(document: Document) -> str:
    return f"{document.outlet} ({document.url})"


def _figures(old: str, new: str) -> str:
    lost, gained = _numbers(old) - _numbers(new), _numbers(new) - _numbers(old)
    if lost and gained:
        return f"the copy says {_list(gained)} where the original says {_list(lost)}."
    return ""


def _numbers(text: str) -> frozenset[int]:
    digits = {int(found[0].replace(",", "")) for found in _DIGITS.finditer(text)}
    spelt = {_NUMBER_WORDS[word] for word in words(text) if word in _NUMBER_WORDS and word not in _PRONOUNS}
    return frozenset(digits | spelt)


def _list(numbers: frozenset[int]) -> str:
    return " and ".join(f"{number:,}" for number in sorted(numbers))


def _negation(old: str, new: str) -> str:
    before, after = _negated(old), _negated(new)
    if bool(before) == bool(after):
        return ""
    if before:
        return f"the original has “{before[0]}”, the copy has no negation."
    return f"the copy has “{after[0]}”, the original has no negation."


def _negated(text: str) -> list[str]:
    return [word for word in words(text) if word in _NEGATIONS or word.endswith("n't")]


def _exception(old: str, new: str) -> str:
    found = _EXCEPTION.search(fold(old))
    if found and not _EXCEPTION.search(fold(new)):
        return f"the copy dropped the exception that begins with “{found[0]}”."
    return ""
