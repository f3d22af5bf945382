"""Regions: claims that share no block, not even through others, never meet; so each region is joined by itself.

A region in which nothing changed is joined as it was: a decision or a page more touches the regions of its own claims.
What else a region hangs on, the answers of the whole corpus on a few pairs of pages, is kept with it and asked again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

import msgspec

from crosswire.collate.components import components
from crosswire.collate.incidents.blocks import Block, blocks
from crosswire.collate.incidents.joining import Group, Table, joined
from crosswire.collate.incidents.pairs import Ask
from crosswire.collate.incidents.verdicts import Book, Earlier, Verdict, Verdicts
from crosswire.collate.kept import Kept, sign_of
from crosswire.collate.memo import Memo
from crosswire.records import Claim, Reason, Record

_STEP, _CORPUS = "regions", "corpus"

Joined = tuple[list[Group], list[Verdict]]


class _Region(Record):
    """How a region was joined: its groups, each by the places of its claims and its reasons, and the doubtful pairs.

    `answers` are those of the corpus, `verdicts` holds what its claims said of each other.
    """

    groups: tuple[tuple[tuple[int, ...], tuple[Reason, ...]], ...]
    asked: tuple[Verdict, ...]
    answers: tuple[tuple[Ask, float], ...]
    verdicts: msgspec.Raw


class _Answers(Record):
    """What the corpus with the sign `corpus` was asked of pairs of pages, and its answers."""

    corpus: bytes
    told: tuple[tuple[Ask, float], ...]


def joined_by_region(units: Sequence[Group], table: Table, memo: Memo) -> Joined:
    """The groups and the doubtful pairs that `joined` gives for all units, in the order of the regions."""
    corpus = sign_of(msgspec.json.encode(page) for page in table.witnesses.documents.values())
    told = memo.last(_CORPUS, _Answers)
    if told and told.corpus == corpus:
        table.around.learn(told.told)
    regions = [(_sign(region, table), region) for region in _regions(units, table)]
    kept, earlier = Kept(memo, _STEP, _Region), Earlier()
    for changed in kept.others(sign for sign, _ in regions):
        earlier.learn(msgspec.msgpack.decode(changed.verdicts, type=Book))
    groups: list[Group] = []
    doubts: list[Verdict] = []
    for sign, region in regions:
        own = replace(table, wide=set(), verdicts=Verdicts(table.around, earlier))
        found = kept.of(sign, partial(_join, region, own), partial(_holds, own))
        memo.made += own.verdicts.made
        claims = _claims(region)
        groups += [Group([claims[place] for place in places], list(why)) for places, why in found.groups]
        doubts += found.asked
    kept.note()
    memo.note(_CORPUS, _Answers(corpus=corpus, told=tuple(sorted(table.around.told().items()))))
    return groups, doubts


def _regions(units: Sequence[Group], table: Table) -> list[list[Group]]:
    """The units in groups that blocks hold together, directly or through others; their order stays."""
    first: dict[Block, int] = {}
    links = (
        (first.setdefault(key, place), place)
        for place, unit in enumerate(units)
        for claim in unit.claims
        for key in blocks(claim, table.witnesses, table.around, table.kinds)
    )
    return [[units[place] for place in region] for region in components(range(len(units)), links)]


def _sign(region: Iterable[Group], table: Table) -> bytes:
    """A sign of all that a region hangs on but the answers of the corpus."""
    return sign_of(part for unit in region for part in _told(unit, table))


def _told(unit: Group, table: Table) -> Iterator[bytes]:
    yield b"".join(table.signs[claim.id] for claim in unit.claims)
    yield msgspec.json.encode(unit.why) if unit.why else b""


def _holds(table: Table, region: _Region) -> bool:
    return all(table.around.answer(*ask) == told for ask, told in region.answers)


def _join(region: Sequence[Group], table: Table) -> _Region:
    groups, asked = joined(region, table)
    places = {claim.id: place for place, claim in enumerate(_claims(region))}
    return _Region(
        groups=tuple((tuple(places[claim.id] for claim in one.claims), tuple(one.why)) for one in groups),
        asked=tuple(asked),
        answers=tuple(sorted(table.verdicts.heard.items())),
        verdicts=msgspec.Raw(msgspec.msgpack.encode(table.verdicts.book())),
    )


def _claims(region: Iterable[Group]) -> list[Claim]:
    return [claim for unit in region for claim in unit.claims]
