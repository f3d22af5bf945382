"""Tolls: one reconciled row for each incident, kind, population and side; nothing printed that no source printed.

Inside a row each ultimate speaker has a chain in time: his later figure supersedes his earlier one, which is an
update and no dispute. Running totals only grow, so that of two undated ones the lower is the older. What stands is
laid side by side under a named policy. A party's figure for its enemy's losses has a row of its own, and so have
estimates, which neither replace nor dispute what was counted. Parts hang under their wholes.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from crosswire.codebook.actors import Actors
from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.counts import Counts
from crosswire.collate.figures import far_apart, matches, meet
from crosswire.collate.headlines import echoes
from crosswire.collate.pairs import COUNTED
from crosswire.collate.policies import Standing, best_first, policy
from crosswire.collate.populations import PEOPLE, Populations, fighting, holders, is_enemy, other_words
from crosswire.collate.rivals import Rivalry, later
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Figure, Incident, Issue, Origin, Toll
from crosswire.text.folding import fold

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chain:
    """What one speaker's figures come to: those that stand, and those that he replaced."""

    standing: tuple[Standing, ...]
    replaced: tuple[Claim, ...]


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
    chains = _chains(claims, sources, witnesses)
    told = _together([one for chain in chains for one in chain.standing])
    # A running total in nobody's name gives way to a later one that passes it, whoever gives that.
    passed = [one for one in told if _outgrown(one, told) and not any(claim.said.speaker for claim in one.claims)]
    together = [one for one in told if one not in passed]
    whole = [one for one in together if not any(_beside(one, other) for other in together)]
    standing = best_first([one for one in whole if not _outgrown(one, together)] or together)
    first = standing[0]
    standing += [one for one in together if one not in standing]
    # What two others dispute is disputed, whatever stands first: a third count settles it for neither.
    scene = Rivalry(
        sources=sources,
        witnesses=witnesses,
        counting=frozenset(sources[claim.id].name for chain in chains for claim in chain.replaced),
    )
    rivals = [
        one
        for one in standing[1:]
        if scene.contradict(first, one) or (one in whole and any(scene.contradict(one, other) for other in whole))
    ]
    low, best, high = policy(ruling.policy)(
        [one for one in standing if one in whole and not _outgrown(one, together)], ruling.reasons.acled
    )
    kind, counted, side, enemy, estimated = row
    return Toll(
        kind=kind,
        counted=counted,
        side=side,
        low=low,
        best=best,
        high=high,
        claims=_ids(claim for one in standing if one not in rivals for claim in one.claims),
        origins=tuple(sorted(first.origins)),
        supersedes=_ids(
            [*(one for chain in chains for one in chain.replaced), *(c for one in passed for c in one.claims)]
        ),
        disputed_by=_ids(claim for one in rivals for claim in one.claims),
        policy=ENEMY if enemy else ruling.policy,
        estimated=estimated,
    )


def _chains(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> list[_Chain]:
    speakers: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=witnesses.age):
        speakers.setdefault(sources[claim.id].name, []).append(claim)
    return [_chain(mine, sources, witnesses) for _, mine in sorted(speakers.items())]


def _chain(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> _Chain:
    """The figures of one speaker, each replaced by a later one that excludes it or, as a running total, exceeds it.

    What a page took from another and changed gives way to what stood there.
    """
    groups: list[list[Claim]] = []
    altered = [claim for claim in claims if any(_alters(claim, other, witnesses) for other in claims)]
    for claim in (claim for claim in claims if claim not in altered):
        home = next((group for group in groups if _match(group[0], claim)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    standings = [_standing(group, sources, witnesses) for group in groups]
    replaced = [one for one in standings if any(_replaces(new, one, witnesses) for new in standings if new is not one)]
    return _Chain(
        standing=tuple(one for one in standings if one not in replaced),
        replaced=(*(claim for one in replaced for claim in one.claims), *altered),
    )


def _alters(copy: Claim, original: Claim, witnesses: Witnesses) -> bool:
    """Whether a page gives another figure, on the same day, for words that it took or in the other outlet's name."""
    if copy.figure is None or original.figure is None or matches(copy.figure, original.figure):
        return False
    if original.id in witnesses.copied or witnesses.told(copy) != witnesses.told(original):
        return False
    taken = copy.id in witnesses.copied and witnesses.share(copy, original)
    outlet = fold(witnesses.document(original).outlet)
    return taken or (
        bool(outlet) and outlet in map(fold, copy.said.via) and copy.quote.document != original.quote.document
    )


def _replaces(new: Standing, old: Standing, witnesses: Witnesses) -> bool:
    """Whether one figure of a speaker takes the place of another of his."""
    apart = not meet(new.figure, old.figure)
    if old.figure.value is None or new.figure.value is None:
        return apart and later(new, old, witnesses)
    if new.claims[0].scope == "cumulative" and new.figure.value > old.figure.value:
        return later(new, old, witnesses) or not later(old, new, witnesses) or not apart
    rises = new.figure.value > old.figure.value
    # A number less than half as high is of other people; a correction downwards stays near what it corrects.
    corrects = apart and not far_apart(new.figure, old.figure)
    return later(new, old, witnesses) and (rises or corrects)


def _standing(claims: Sequence[Claim], sources: Mapping[str, Origin], witnesses: Witnesses) -> Standing:
    exact_first = sorted(claims, key=lambda claim: (_roundness(claim.figure), witnesses.age(claim)))
    return Standing(
        claims=tuple(exact_first),
        origins=frozenset(sources[claim.id].id for claim in claims),
        told=max((day for claim in claims if (day := witnesses.told(claim))), default=dt.date.min),
    )


def _together(standings: Sequence[Standing]) -> list[Standing]:
    """Figures of several speakers that match become one with all their origins."""
    merged: list[Standing] = []
    for one in sorted(standings, key=lambda standing: (_roundness(standing.figure), standing.claims[0].id)):
        place = next((at for at, other in enumerate(merged) if matches(other.figure, one.figure)), None)
        if place is None:
            merged.append(one)
        else:
            home = merged[place]
            merged[place] = replace(
                home, claims=home.claims + one.claims, origins=home.origins | one.origins, told=max(home.told, one.told)
            )
    return merged


def _outgrown(one: Standing, others: Sequence[Standing]) -> bool:
    """Whether a running total such as "more than 300" was passed by a later or undated one that it does not exclude."""
    if one.claims[0].scope != "cumulative" or one.figure.high is not None:
        return False
    return any(
        other.figure.low > one.figure.low and meet(one.figure, other.figure) and not dt.date.min < other.told < one.told
        for other in others
    )


def _beside(one: Standing, other: Standing) -> bool:
    """Whether a figure lies far below another that all of its pages give as well: they count fewer people with it."""
    if one is other or one.figure.low >= other.figure.low or not far_apart(one.figure, other.figure):
        return False
    return {claim.quote.document for claim in one.claims} <= {claim.quote.document for claim in other.claims}


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


def _match(left: Claim, right: Claim) -> bool:
    return left.figure is not None and right.figure is not None and matches(left.figure, right.figure)


def _roundness(figure: Figure | None) -> int:
    """How round a number is: the zeros at its end; words are rounder than any number."""
    if figure is None or figure.value is None:
        return 99
    text = str(figure.value)
    return len(text) - len(text.rstrip("0"))


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in claims}))
