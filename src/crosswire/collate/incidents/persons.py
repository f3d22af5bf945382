"""Persons whom pages name with their age, laid to the claims that count them: who is hit, is hit in one occurrence.

Officials and speakers are seldom told with an age, the dead, the hurt and the accused often are. A person is laid to
the count beside the name, and to what the page opens with where the page tells of one place. A sentence that speaks of
another time ("days after a strike killed Ana Vint, 12") names nobody for the counts around it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.codebook.reasons import Reasons
from crosswire.records import Claim, Document
from crosswire.text.folding import fold, words
from crosswire.text.sentences import sentences

_PUBLIC = 3  # stories; who is named in more of them is known for more than one occurrence
_CAPITAL = r"[^\W\d_a-z][\w'’-]*"
_NAME = rf"{_CAPITAL}(?: (?:al-|el-|bin |ibn )?{_CAPITAL}\.?){{0,2}} (?:al-|el-|bin |ibn )?{_CAPITAL}"
_EVERY = re.compile(rf"(?=\b(?P<name>{_NAME}))")
_BEHIND = re.compile(rf"\b(?P<name>{_NAME})(?:, | \()\d{{1,2}}(?=[,;.)])")
_SPEAKS = 5  # words behind a name and an age in which a word of speech makes a speaker of the person

_Spot = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persons:
    """The persons beside each claim, by its id, and those whom each page names with an age, by its id."""

    beside: Mapping[str, frozenset[str]]
    aged: Mapping[str, frozenset[str]]


def persons(
    pages: Mapping[str, Sequence[Claim]],
    documents: Mapping[str, Document],
    stories: Mapping[str, str],
    opening: Mapping[str, Collection[str]],
    reasons: Reasons,
) -> Persons:
    """The persons whom some page names with an age. `pages` are the claims that count people, by document.

    `stories` are by document; `opening` holds the claims with which a page opens that tells of one place.
    """
    shape = _shape(reasons)
    aged = {name: frozenset(_aged(documents[name].text, shape, reasons)) for name in pages}
    known = frozenset().union(*aged.values())
    told = {name: [spot for spot in _named(documents[name].text) if spot[0] in known] for name in pages}
    homes: dict[str, set[str]] = {}
    for page, spots in told.items():
        for person, _ in spots:
            homes.setdefault(person, set()).add(stories[page])
    private = frozenset(person for person in known if len(homes.get(person, ())) <= _PUBLIC)
    beside: dict[str, set[str]] = {}
    for page, spots in told.items():
        mine = [spot for spot in spots if spot[0] in private]
        for person, claim in _laid(mine, pages[page], documents[page], reasons) if mine else ():
            for one in {claim, *opening.get(page, ())}:
                beside.setdefault(one, set()).add(person)
    return Persons(
        beside={name: frozenset(mine) for name, mine in sorted(beside.items())},
        aged={name: mine & private for name, mine in aged.items() if mine & private},
    )


def _laid(
    spots: Iterable[_Spot], claims: Sequence[Claim], page: Document, reasons: Reasons
) -> Iterator[tuple[str, str]]:
    """(person, id of a claim) for each claim whose words name the person, or that stands last before the name."""
    spans = sentences(page.text)
    ordered = sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
    for person, at in spots:
        told = next((fold(page.text[start:end]) for start, end in spans if start <= at < end), "")
        if any(phrase in told for phrase in reasons.elsewhen):
            continue
        inside = [claim for claim in ordered if claim.quote.start <= at < claim.quote.end]
        last = max((claim.quote.start for claim in ordered if claim.quote.start <= at), default=ordered[0].quote.start)
        for claim in inside or [claim for claim in ordered if claim.quote.start == last]:
            yield person, claim.id


def _aged(text: str, shape: re.Pattern[str], reasons: Reasons) -> Iterator[str]:
    """The persons who are named with an age, and do not speak there."""
    for pattern in (_BEHIND, shape):
        for met in pattern.finditer(text):
            behind = words(text[met.end() :].partition(".")[0])[:_SPEAKS]
            if reasons.sayings.isdisjoint(behind):
                yield _known_as(met["name"])


def _named(text: str) -> list[_Spot]:
    return [(_known_as(met["name"]), met.start("name")) for met in _EVERY.finditer(text)]


def _shape(reasons: Reasons) -> re.Pattern[str]:
    told = "|".join(re.escape(one) for one in sorted(reasons.age, key=len, reverse=True))
    return re.compile(rf"\b\d{{1,2}}[ -](?:{told}),? (?P<name>{_NAME})")


def _known_as(name: str) -> str:
    """First and last of the names, folded: pages differ in what stands between."""
    told = fold(name).removesuffix("'s").split()
    return f"{told[0]} {told[-1]}"
