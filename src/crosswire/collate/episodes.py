"""Episodes: periods of a story over which cumulative figures were given; they are never added to incidents."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.collate.components import components
from crosswire.collate.ground import spot
from crosswire.collate.occurrence import occurs, place_of, when_of
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Incident, Issue, Reason, Story, When
from crosswire.text.identity import identify

_START = 3  # days: periods that begin within so many days of each other are one period
_TELLING = 10  # smaller numbers may be the same by chance
_LANDS = ("admin1", "country")
_MONTH = 31  # days between two totals of one series
_WIDE = "all of "  # opens the area of a claim that names a whole country
_WHOLE = ("country", "unknown", "unnamed")  # places so wide that a figure for them is the story's own


def episodes(
    witnesses: Witnesses, stories: Iterable[Story], kinds: Kinds
) -> tuple[tuple[Incident, ...], tuple[Issue, ...]]:
    """One incident of kind `episode` for each story, period and area with cumulative claims, sorted by id.

    A figure that one page tells as of one occurrence, and another page of the same speaker or text as a running total,
    stands with the totals; an issue says so.
    """
    homes = {document: story.id for story in stories for document in story.documents}
    running = [claim for claim in witnesses.claims.values() if occurs(claim, "cumulative", kinds)]
    totals = {(homes[claim.quote.document], *key): claim for claim in running for key in _ties(claim, witnesses)}
    by_story: dict[str, list[Claim]] = {}
    issues: list[Issue] = []
    for claim in witnesses.claims.values():
        story = homes[claim.quote.document]
        if occurs(claim, "cumulative", kinds):
            by_story.setdefault(story, []).append(claim)
        elif occurs(claim, "incident", kinds):
            total = next((totals[story, *key] for key in _ties(claim, witnesses) if (story, *key) in totals), None)
            if total:
                by_story.setdefault(story, []).append(claim)
                issues.append(_moved(claim, total, witnesses))
    groups = [(story, group) for story, mine in by_story.items() for group in _groups(mine, witnesses)]
    whole = _series(groups, witnesses)
    found = sorted((_episode(story, group, witnesses) for story, group in whole), key=lambda episode: episode.id)
    return tuple(found), tuple(issues)


def _moved(claim: Claim, total: Claim, witnesses: Witnesses) -> Issue:
    return Issue(
        stage="episodes",
        document=claim.quote.document,
        message=(
            f"The page tells this figure as of one occurrence; {witnesses.document(total).url} gives it as a running "
            f'total ("{total.quote.text}"), so it stands with the totals.'
        ),
        passage=claim.quote,
    )


def _groups(claims: Sequence[Claim], witnesses: Witnesses) -> list[list[Claim]]:
    """Claims of one story by period and area; a repeated figure of one speaker, a copy, or a part stays together."""
    starts, areas = _starts(claims, witnesses), _areas(claims)
    named = {claim.id: claim for claim in claims}
    links = [(claim.id, claim.part_of) for claim in claims if claim.part_of in named]
    alike: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        keys = [("period", str(_period(_start(claim, witnesses), starts)), areas[claim.id]), *_ties(claim, witnesses)]
        links.extend((alike.setdefault(key, claim).id, claim.id) for key in keys)
    return [[named[name] for name in group] for group in components(named, links)]


def _series(groups: Sequence[tuple[str, Sequence[Claim]]], witnesses: Witnesses) -> list[tuple[str, list[Claim]]]:
    """The groups of all stories, those of one series together: they count the same people from one day in one place.

    Different speakers face each other there, each with his own chain.
    """
    links: list[tuple[int, int]] = []
    first: dict[tuple[str, ...], int] = {}
    for at, (_, group) in enumerate(groups):
        links.extend((first.setdefault(key, at), at) for claim in group for key in _counts_on(claim, witnesses))
    links += _rising([(at, claim) for at, (_, group) in enumerate(groups) for claim in group], witnesses)
    joined = [[groups[at] for at in several] for several in components(range(len(groups)), links)]
    return [
        (several[0][0], sorted((claim for _, group in several for claim in group), key=witnesses.age))
        for several in joined
    ]


def _rising(told: Iterable[tuple[int, Claim]], witnesses: Witnesses) -> Iterator[tuple[int, int]]:
    """Links between groups in which one speaker's totals for a whole land, without a first day, rise month by month."""
    rows: dict[tuple[str, ...], list[tuple[dt.date, int, int]]] = {}
    for at, claim in told:
        day, place, figure = witnesses.told(claim), claim.place, claim.figure
        if day is None or place is None or place.precision not in _LANDS or figure is None or figure.value is None:
            continue
        if claim.id in witnesses.speakers and _start(claim, witnesses) is None:
            key = (claim.kind, claim.counted or "", witnesses.speakers[claim.id], spot(place))
            rows.setdefault(key, []).append((day, figure.value, at))
    for row in rows.values():
        for (early, less, left), (late, more, right) in pairwise(sorted(row)):
            if less <= more and (late - early).days <= _MONTH:
                yield left, right


def _counts_on(claim: Claim, witnesses: Witnesses) -> Iterator[tuple[str, ...]]:
    """The key of the series that a claim continues, where it names its first day and its place."""
    start = _start(claim, witnesses)
    if start is not None and claim.place is not None and claim.when is not None and claim.when.basis == "stated":
        yield claim.kind, claim.counted or "", start.isoformat(), spot(claim.place)


def _ties(claim: Claim, witnesses: Witnesses) -> Iterator[tuple[str, ...]]:
    """Keys under which the same figure of the same people stands again: from the same mouth or in copied words."""
    if claim.figure is None or claim.figure.value is None or claim.figure.value < _TELLING:
        return
    what = (claim.kind, claim.counted or "", str(claim.figure.value))
    if claim.id in witnesses.speakers:
        yield "speaker", witnesses.speakers[claim.id], *what
    for strand in sorted(witnesses.strands[claim.id]):
        yield "copy", str(strand), *what
    yield "text", witnesses.families[claim.quote.document], *what


def _start(claim: Claim, witnesses: Witnesses) -> dt.date | None:
    """The first day of the period that the claim names; the page's own day is no start, only the day of the count."""
    told = witnesses.told(claim)
    if claim.when is None or (told is not None and claim.when.first >= told):
        return None
    return claim.when.first


def _starts(claims: Sequence[Claim], witnesses: Witnesses) -> list[list[dt.date]]:
    """The known first days of periods, in runs without a gap of more than `_START` days."""
    runs: list[list[dt.date]] = []
    for day in sorted({day for claim in claims if (day := _start(claim, witnesses))}):
        if runs and (day - runs[-1][-1]).days <= _START:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _period(start: dt.date | None, runs: Sequence[Sequence[dt.date]]) -> int:
    """The number of the period; a claim that names no start speaks of the latest one."""
    if start is None:
        return max(0, len(runs) - 1)
    return next(place for place, run in enumerate(runs) if run[0] <= start <= run[-1])


def _areas(claims: Sequence[Claim]) -> dict[str, str]:
    """The area of each claim: empty for the whole story. One area alone is the whole story's."""
    areas = {claim.id: _area(claim) for claim in claims}
    spread = {area for area in areas.values() if area}
    wide = {area for area in spread if area.startswith(_WIDE)}
    if len(spread) == 1 or spread == wide:
        return dict.fromkeys(areas, "")
    return areas


def _area(claim: Claim) -> str:
    """The place that the claim's own words name; a place taken over from its page says nothing about the area."""
    place = claim.place
    if place is None or not _names_area(claim):
        return ""
    return f"{_WIDE}{place.country}" if place.precision in _WHOLE else spot(place)


def _names_area(claim: Claim) -> bool:
    return claim.place is not None and claim.place.text in claim.quote.text


def _when(claims: Sequence[Claim], witnesses: Witnesses) -> When | None:
    """The period: from the first day that most claims name to the last day of any that name it; else their own days."""
    begun = [claim for claim in claims if _start(claim, witnesses)]
    named = when_of(begun)
    if named is None:
        return when_of(claims)
    last = max(claim.when.last for claim in begun if claim.when and claim.when.first == named.first)
    return msgspec.structs.replace(named, last=last)


def _episode(story: str, claims: Sequence[Claim], witnesses: Witnesses) -> Incident:
    return Incident(
        id=identify("i", claims[0].id),
        kind="episode",
        event_type="",
        sub_event_type="",
        place=place_of([claim for claim in claims if _names_area(claim)] or claims),
        when=_when(claims, witnesses),
        story=story,
        claims=tuple(sorted(claim.id for claim in claims)),
        why=(
            Reason(
                name="totals of one story, period and area",
                claims=tuple(sorted(claim.id for claim in claims)),
                weight=1.0,
            ),
        ),
    )
