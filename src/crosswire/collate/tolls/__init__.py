"""Tolls: one reconciled row for each incident, kind, population and side; nothing printed that no source printed.

Inside a row each ultimate speaker has a chain in time: his later figure supersedes his earlier one, which is an
update and no dispute. What stands is laid side by side under a named policy. A party's figure for its enemy's losses
has a row of its own, and so have estimates, which neither replace nor dispute what was counted. Parts hang under their
wholes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from crosswire.codebook.actors import Actors
from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.headlines import echoes
from crosswire.collate.occurrence import COUNTED
from crosswire.collate.populations import PEOPLE, Populations, fighting, holders, is_enemy, other_words
from crosswire.collate.tolls.chains import chains
from crosswire.collate.tolls.counts import Counts
from crosswire.collate.tolls.policies import best_first, policy
from crosswire.collate.tolls.rivals import Rivalry
from crosswire.collate.tolls.standings import Standing, counts_fewer, is_outgrown, together
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Incident, Issue, Origin, Toll

ENEMY = "enemy claim"  # the policy of a row that no total may use
_LARGE = 10  # people of one count from which an occurrence is large

_Row = tuple[str, str, str | None, str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What the codebook and the settings say about tolls, and which claims are estimates."""

    policy: str
    kinds: Kinds
    reasons: Reasons
    actors: Actors
    populations: Populations
    estimates: frozenset[str] = frozenset()


def tolls(
    incidents: Iterable[Incident], origins: Iterable[Origin], witnesses: Witnesses, ruling: Ruling
) -> tuple[tuple[Incident, ...], tuple[Issue, ...]]:
    """The incidents with their tolls, and an issue for each part that is above its whole."""
    sources = {claim: origin for origin in origins for claim in origin.claims}
    again, counts = echoes(witnesses), Counts(witnesses, ruling.kinds, ruling.reasons)
    done: list[Incident] = []
    issues: list[Issue] = []
    for incident in incidents:
        claims = [witnesses.claims[name] for name in incident.claims]
        parties = fighting(claims, ruling.populations, ruling.actors)
        counted = [claim for claim in claims if claim.id not in again and counts.gives_toll(claim)]
        rows = _rows(counted, sources, ruling, parties)
        scaled = _scaled(ruling, rows)
        made = {row: _toll(row, group, sources, witnesses, scaled) for row, group in sorted(rows.items(), key=_by_row)}
        hung = [_hang(toll, list(made.values()), witnesses, sources, ruling) for toll in made.values()]
        issues += [issue for toll in hung for issue in _above(toll, witnesses)]
        done.append(msgspec.structs.replace(incident, tolls=tuple(hung)))
    return tuple(done), tuple(issues)


def _by_row(item: tuple[_Row, object]) -> tuple[str, str, str, str, bool]:
    kind, counted, side, enemy, estimated = item[0]
    return kind, counted, side or "", enemy, estimated


def _rows(
    claims: Sequence[Claim], sources: Mapping[str, Origin], ruling: Ruling, parties: frozenset[str]
) -> dict[_Row, list[Claim]]:
    """Claims by row. A claim that names no side goes to the only side that is named for its people.

    One that counts all the people in other words goes to their row.

    `parties` are the sides that fight.
    """
    plain = other_words(claims, ruling.populations)
    claims = [msgspec.structs.replace(one, counted=PEOPLE, side=None) if one.id in plain else one for one in claims]
    sides: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if claim.side:
            sides.setdefault((claim.kind, claim.counted or PEOPLE), set()).add(claim.side)
    rows: dict[_Row, list[Claim]] = {}
    for claim in claims:
        speaker = sources[claim.id].name
        counted = claim.counted or PEOPLE
        named = sides.get((claim.kind, counted), set())
        side = claim.side or (next(iter(named)) if len(named) == 1 else None)
        enemy = speaker if is_enemy(claim, speaker, ruling.populations, ruling.actors, parties) else ""
        rows.setdefault((claim.kind, counted, side, enemy, claim.id in ruling.estimates), []).append(claim)
    return rows


def _scaled(ruling: Ruling, rows: Mapping[_Row, Sequence[Claim]]) -> Ruling:
    """The ruling for an occurrence of this scale: "several" are more where others of its people are counted in tens."""
    counted = (claim for row, claims in rows.items() for claim in claims if row[0] in COUNTED and not row[3])
    if not any(claim.figure and claim.figure.value is not None and claim.figure.value >= _LARGE for claim in counted):
        return ruling
    words = ruling.reasons.acled | ruling.reasons.acled_large
    return replace(ruling, reasons=msgspec.structs.replace(ruling.reasons, acled=words))


def _toll(
    row: _Row, claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses, ruling: Ruling
) -> Toll:
    found = chains(claims, sources, witnesses)
    told = together([one for chain in found for one in chain.standing])
    # A running total in nobody's name gives way to a later one that passes it, whoever gives that.
    passed = [one for one in told if is_outgrown(one, told) and not any(claim.said.name for claim in one.claims)]
    left = [one for one in told if one not in passed]
    whole = [one for one in left if not any(counts_fewer(one, other) for other in left)]
    present = [one for one in whole if not is_outgrown(one, left)]
    standing = best_first(present or left)
    standing += [one for one in left if one not in standing]
    replaced = [claim for chain in found for claim in chain.replaced]
    counting = frozenset(sources[claim.id].name for claim in replaced)
    rivals = _rivals(standing, whole, Rivalry(sources=sources, witnesses=witnesses, counting=counting))
    low, best, high = policy(ruling.policy)([one for one in standing if one in present], ruling.reasons.acled)
    kind, counted, side, enemy, estimated = row
    return Toll(
        kind=kind,
        counted=counted,
        side=side,
        low=low,
        best=best,
        high=high,
        claims=_ids(claim for one in standing if one not in rivals for claim in one.claims),
        origins=tuple(sorted(standing[0].origins)),
        supersedes=_ids([*replaced, *(claim for one in passed for claim in one.claims)]),
        disputed_by=_ids(claim for one in rivals for claim in one.claims),
        policy=ENEMY if enemy else ruling.policy,
        estimated=estimated,
    )


def _rivals(standing: Sequence[Standing], whole: Sequence[Standing], scene: Rivalry) -> list[Standing]:
    """The figures that the first contradicts, or another of all the people: a third count settles that for neither."""
    first, *others = standing
    return [
        one
        for one in others
        if scene.contradict(first, one) or (one in whole and any(scene.contradict(one, other) for other in whole))
    ]


def _hang(
    toll: Toll, rows: Sequence[Toll], witnesses: Witnesses, sources: Mapping[str, Origin], ruling: Ruling
) -> Toll:
    """The toll with the claims of which it is a part: as its page says, or by class from the same speaker."""
    claims = [witnesses.claims[name] for name in toll.claims]
    stated = {claim.part_of for claim in claims if claim.part_of in witnesses.claims}
    said = {sources[name].name for name in toll.claims}
    above = holders(toll.counted, ruling.populations)
    by_class = {
        name
        for row in rows
        if row.kind == toll.kind
        and row.counted in above
        and (row.policy, row.estimated) == (toll.policy, toll.estimated)
        and row.side in (None, toll.side)
        for name in row.claims
        if sources[name].name in said
    }
    return msgspec.structs.replace(toll, within=tuple(sorted({name for name in stated | by_class if name})))


def _above(toll: Toll, witnesses: Witnesses) -> Iterator[Issue]:
    """An issue for each figure that is above a whole which the same page gives."""
    wholes = [witnesses.claims[name] for name in toll.within]
    for part in (witnesses.claims[name] for name in toll.claims):
        for whole in wholes:
            if whole.quote.document != part.quote.document or not part.figure or not whole.figure:
                continue
            if whole.figure.high is not None and part.figure.low > whole.figure.high:
                yield Issue(
                    stage="tolls",
                    document=part.quote.document,
                    message=f'The part "{part.figure.text}" is above its whole "{whole.figure.text}".',
                    passage=part.quote,
                )


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in claims}))
