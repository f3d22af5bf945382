"""Running totals of one population by different speakers, laid beside each other at like days.

Each speaker keeps his own chain, and what he has since replaced is no figure of today; but what two speakers said
within a day of each other could not both be true, and that stays a dispute. A warring party's total of its enemy's dead
faces the others here, for it is shown and enters none. Estimates do not face counts: they are of another measure.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crosswire.codebook.kinds import Kinds
from crosswire.collate.components import components
from crosswire.collate.disputes.questions import how_many_by
from crosswire.collate.figures import meet, of_others, one_number
from crosswire.collate.populations import PEOPLE
from crosswire.collate.sides import camps, dispute, side
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Dispute, Incident, Origin

_LIKE = 1  # days between two figures that face each other

_People = tuple[str, str, str]


def facing(
    incidents: Iterable[Incident],
    witnesses: Witnesses,
    sources: Mapping[str, Origin],
    kinds: Kinds,
    estimates: Collection[str],
) -> Iterator[Dispute]:
    """One dispute for each run of days in which totals of different speakers for the same people exclude each other."""
    for incident in incidents:
        if incident.kind != "episode":
            continue
        shown = [{*toll.claims, *toll.disputed_by} for toll in incident.tolls if toll.disputed_by]
        rows: dict[_People, list[Claim]] = {}
        for claim in map(witnesses.claims.__getitem__, incident.claims):
            if _is_total(claim, kinds) and claim.id not in estimates:
                rows.setdefault((claim.kind, claim.counted or PEOPLE, claim.side or ""), []).append(claim)
        for row, claims in sorted(rows.items()):
            for group in _clashes(claims, witnesses, sources):
                names = {claim.id for claim in group}
                if not any(names <= told for told in shown):
                    yield _dispute(row, group, incident, witnesses, sources, kinds)


def _is_total(claim: Claim, kinds: Kinds) -> bool:
    kind = kinds.kind[claim.kind]
    return kind.measure and claim.figure is not None and claim.said.affirms


def _clashes(claims: Sequence[Claim], witnesses: Witnesses, sources: Mapping[str, Origin]) -> Iterator[list[Claim]]:
    """The claims in groups that clash with one another, oldest first."""
    ordered = sorted(claims, key=witnesses.age)
    links = [
        (early.id, late.id)
        for early, late in combinations(ordered, 2)
        if sources[early.id].name != sources[late.id].name and _clash(early, late, witnesses)
    ]
    named = {claim.id: claim for claim in ordered}
    met = [name for name in named if any(name in pair for pair in links)]
    yield from ([named[name] for name in group] for group in components(met, links))


def _clash(early: Claim, late: Claim, witnesses: Witnesses) -> bool:
    """Whether two totals of like days exclude each other: on one day at all, else where the later one is lower."""
    days = witnesses.told(early), witnesses.told(late)
    if days[0] is None or days[1] is None or early.figure is None or late.figure is None:
        return False
    if (days[1] - days[0]).days > _LIKE or meet(early.figure, late.figure) or of_others(early, late):
        return False
    return days[0] == days[1] or early.figure.low > late.figure.low


def _dispute(  # noqa: PLR0913, PLR0917  what a question and its sides are made of
    row: _People,
    claims: Sequence[Claim],
    incident: Incident,
    witnesses: Witnesses,
    sources: Mapping[str, Origin],
    kinds: Kinds,
) -> Dispute:
    kind, counted, _ = row
    by = max(day for claim in claims if (day := witnesses.told(claim)))
    return dispute(
        "figure",
        how_many_by(counted, kind, incident, by, kinds),
        [
            side(camp[0].figure.text if camp[0].figure else "", camp, sources, witnesses.voices)
            for camp in camps(claims, one_number)
        ],
    )
