"""The tables of a language's numbers, made once: which words can open a number, bound it, or be counted."""

import re
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.numbers import Numbers, Population, nouns
from crosswire.kit import Kit
from crosswire.records import Bound

_Bounds = dict[str, list[tuple[tuple[str, ...], Bound]]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language, built once. Phrases stand by the word beside the number."""

    numbers: Numbers
    nouns: dict[str, tuple[str, Population, bool]]
    vague: dict[str, list[tuple[list[str], str]]]
    opens: frozenset[str]
    heaps: frozenset[str]
    ends: frozenset[str]
    before: _Bounds
    after: _Bounds
    of_tolls: _Bounds
    of_names: frozenset[str]
    called: frozenset[str]
    not_before: frozenset[tuple[str, ...]]
    longest: int
    not_after: frozenset[tuple[str, ...]]
    not_behind: frozenset[tuple[str, ...]]
    till: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    peoples: frozenset[str]


@lru_cache(maxsize=4)
def lexicon_of(kit: Kit) -> Lexicon:
    """The tables of the kit's language."""
    numbers = kit.language.numbers
    split = re.compile(r"\w+(?:[.']\w+)*|\S").findall

    def phrases(table: dict[Bound, tuple[str, ...]], beside: int) -> _Bounds:
        rows: list[tuple[tuple[str, ...], Bound]]
        rows = [(tuple(split(text)), bound) for bound, texts in table.items() for text in texts]
        found: _Bounds = {}
        for row in sorted(rows, key=lambda row: (-len(row[0]), row)):
            found.setdefault(row[0][beside], []).append(row)
        return found

    def forms(text: str) -> set[tuple[str, ...]]:
        return {tuple(split(text)), tuple(text.split())}  # "p.m." is one token where the tokenizer knows it

    vague: dict[str, list[tuple[list[str], str]]] = {}
    for word in sorted(numbers.vague, key=lambda word: -len(word.split())):
        vague.setdefault(word.split()[0], []).append((word.split(), word))
    before, after = phrases(numbers.bounds, -1), phrases(numbers.bounds_after, 0)
    of_tolls = phrases({"more_than": numbers.tolls.more_than, "about": numbers.tolls.about}, -1)
    bounds = [row for table in (before, after, of_tolls) for rows in table.values() for row in rows]
    not_before = frozenset(form for rule in numbers.exclusion for word in rule.before for form in forms(word))
    heaps = frozenset(
        word
        for word in numbers.vague
        if word.endswith("s") and word.rpartition(" ")[2].removesuffix("s") in {*numbers.scales, "ten"}
    )
    return Lexicon(
        numbers=numbers,
        nouns=nouns(numbers),
        vague=vague,
        opens=frozenset(
            [
                *(word.split()[0] for word in numbers.vague),
                *numbers.between,
                *numbers.units,
                *numbers.articles,
                "another",
                "dozen",
            ]
        ),
        heaps=heaps,
        ends=heaps | numbers.mostly,
        before=before,
        after=after,
        of_tolls=of_tolls,
        of_names=frozenset(word for rule in numbers.exclusion for word in rule.heads),
        called=frozenset(word for rule in numbers.exclusion for word in rule.called),
        not_before=not_before,
        longest=max(map(len, [*not_before, *(phrase for phrase, _ in bounds)]), default=0),
        not_after=frozenset(form for rule in numbers.exclusion for word in rule.after for form in forms(word)),
        not_behind=frozenset(form for rule in numbers.exclusion for word in rule.behind for form in forms(word)),
        till=frozenset(word for rule in numbers.exclusion for word in rule.till),
        months=frozenset(name.lower() for name in kit.language.calendar.months),
        weekdays=frozenset(name.lower() for name in kit.language.calendar.weekdays),
        peoples=frozenset(noun for noun in nouns(numbers) if kit.gazetteer.people(noun) is not None),
    )
