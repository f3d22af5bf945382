"""Incidents: claims of one occurrence, joined inside blocks by a table of reasons that they keep.

Oldest first, each claim is laid beside the incidents that share a block with it and joins the one that most speaks
for, if that is enough. What speaks against any member speaks against the join. A second pass lays incidents beside
incidents.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.alike import weigh
from crosswire.collate.components import components
from crosswire.collate.constraints import FREE, Constraints
from crosswire.collate.ground import agreement, spot
from crosswire.collate.memo import Memo
from crosswire.collate.occurrence import BLOCKS, occurs, place_of, when_of
from crosswire.collate.pairs import Pair, Surroundings, surroundings
from crosswire.collate.populations import NOBODY, Populations
from crosswire.collate.topics import speaks_against, speaks_for
from crosswire.collate.witnesses import Witnesses
from crosswire.collate.wording import UNWORDED, Wording
from crosswire.records import Claim, Doubt, Incident, Issue, Reason, Record, Story
from crosswire.text.identity import identify

_RANKS = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Strategic developments",
    "",
)  # ACLED's order of types: the first gives its name to an incident of several
_JOINED, _LEFT_OPEN = "joined by an analyst", "left open by an analyst"
_KEPT = 300_000  # pairs whose reasons are kept, about 250 MB
_PASSES = 5  # more were never needed
_SPAN = 3  # a claim that can be of more days than this is found by its story, not by its day


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What the joining needs besides the claims."""

    witnesses: Witnesses
    around: Surroundings
    kinds: Kinds
    reasons: Reasons
    settled: Constraints
    known: dict[tuple[str, str], tuple[Reason, ...]] = field(default_factory=dict)


def incidents(  # noqa: PLR0913  the sixth is what people settled, empty in most ledgers
    witnesses: Witnesses,
    stories: Iterable[Story],
    kinds: Kinds,
    reasons: Reasons,
    taken: Collection[str] = (),
    *,
    settled: Constraints = FREE,
    people: Populations = NOBODY,
    worded: Wording = UNWORDED,
    memo: Memo | None = None,
    corpus: bytes = b"",
) -> tuple[tuple[Incident, ...], tuple[Doubt, ...]]:
    """The incidents of all claims with scope `incident`, and the pairs that a person should look at; both sorted.

    `taken` are ids of claims that stand elsewhere. `settled` are pairs that people joined, held apart or doubt.
    `people` tells which of the counted bear arms, `worded` how much two pages say in the same words.
    `memo` keeps what is found for claims that no block ties to others; `corpus` is the digest of pages and copies.
    """
    homes = {document: story.id for story in stories for document in story.documents}
    table = _Table(
        witnesses=witnesses,
        around=surroundings(witnesses, homes, people, worded, reasons),
        kinds=kinds,
        reasons=reasons,
        settled=settled,
    )
    claims = {
        claim.id: claim
        for claim in witnesses.claims.values()
        if occurs(claim, "incident", kinds) and claim.id not in taken
    }
    memo = memo or Memo()
    parts = _parts(_units(claims, table), table)
    beside = _by_page(witnesses)
    done = [
        memo.recall("incidents", _made_from(part, table, beside, corpus), _Part, _find(part, table)) for part in parts
    ]
    groups = [_Group([claims[name] for name in one.claims], list(one.why)) for part in done for one in part.groups]
    asked = [_Verdict(one.weight, one.why) for part in done for one in part.asked]
    found = sorted((_incident(group, table) for group in groups), key=lambda incident: incident.id)
    homes_of = {claim.id: place for place, group in enumerate(groups) for claim in group.claims}
    open_ = (doubt for doubt in map(_doubt, asked) if len({homes_of[name] for name in doubt.claims}) > 1)
    doubts = {doubt.claims: doubt for doubt in (*open_, *_unsure(claims, table))}
    return tuple(found), tuple(doubt for _, doubt in sorted(doubts.items()))


def ask(doubts: Iterable[Doubt], witnesses: Witnesses) -> tuple[Issue, ...]:
    """An issue for each doubtful pair, in the words of the pages."""
    return tuple(_ask(doubt, witnesses) for doubt in doubts)


@dataclass(slots=True)
class _Group:
    """An incident in the making. `claims` come oldest first."""

    claims: list[Claim]
    why: list[Reason]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a comparison of two groups gave: the sum, and the reasons behind it."""

    weight: float
    why: tuple[Reason, ...]


class _Joined(Record):
    """An incident as it is kept: its claims, oldest first, and the reasons."""

    claims: tuple[str, ...]
    why: tuple[Reason, ...]


class _Asked(Record):
    """A doubtful pair as it is kept."""

    weight: float
    why: tuple[Reason, ...]


class _Part(Record):
    """What was found for claims that are compared with one another and with no others."""

    groups: tuple[_Joined, ...]
    asked: tuple[_Asked, ...]


def _parts(units: Sequence[_Group], table: _Table) -> list[list[_Group]]:
    """The units in parts that share no block, so that nothing in one part bears on another."""
    first: dict[tuple[str, ...], int] = {}
    links = [
        (first.setdefault(key, place), place)
        for place, unit in enumerate(units)
        for claim in unit.claims
        for key in _blocks(claim, table)
    ]
    return [[units[place] for place in part] for part in components(range(len(units)), links)]


def _find(part: Sequence[_Group], table: _Table) -> Callable[[], _Part]:
    def find() -> _Part:
        groups, asked = _settled(part, table)
        return _Part(
            groups=tuple(_Joined(claims=tuple(c.id for c in one.claims), why=tuple(one.why)) for one in groups),
            asked=tuple(_Asked(weight=one.weight, why=one.why) for one in asked),
        )

    return find


def _by_page(witnesses: Witnesses) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in witnesses.claims.values():
        found.setdefault(claim.quote.document, []).append(claim)
    return found


def _made_from(
    part: Sequence[_Group], table: _Table, beside: Mapping[str, Sequence[Claim]], corpus: bytes
) -> Iterator[bytes]:
    """All that the comparison inside a part looks at: pages and copies, its claims and those beside them, people."""
    names = {claim.id for unit in part for claim in unit.claims}
    pages = sorted({claim.quote.document for unit in part for claim in unit.claims})
    told, settled = table.witnesses, table.settled
    yield corpus
    for unit in part:
        yield msgspec.json.encode(([claim.id for claim in unit.claims], unit.why))
    for claim in (claim for page in pages for claim in beside[page]):
        said = told.speakers.get(claim.id), told.voices.get(claim.id), told.told(claim)
        yield msgspec.json.encode((claim, said, sorted(settled.rivals.get(claim.id, frozenset()) & names)))


def _units(claims: Mapping[str, Claim], table: _Table) -> list[_Group]:
    """The claims, oldest first, each alone or with those that people joined with it."""
    pairs = sorted(pair for pair in table.settled.same if claims.keys() >= set(pair))
    whys = {pair: Reason(name=_JOINED, claims=pair, weight=table.reasons.join) for pair in pairs}
    return [
        _Group([claims[name] for name in group], [why for pair, why in whys.items() if pair[0] in group])
        for group in components(claims, pairs)
    ]


def _unsure(claims: Mapping[str, Claim], table: _Table) -> Iterator[Doubt]:
    """The pairs that people looked at and left open, whatever they weigh."""
    for pair in sorted(pair for pair in table.settled.unsure if claims.keys() >= set(pair)):
        held = weigh(_pair(claims[pair[0]], claims[pair[1]], table), table.reasons)
        why = (Reason(name=_LEFT_OPEN, claims=pair, weight=0.0), *held)
        yield Doubt(claims=pair, weight=round(sum(reason.weight for reason in why), 6), why=why)


def _pair(left: Claim, right: Claim, table: _Table) -> Pair:
    apart = frozenset(table.reasons.apart)
    ground = agreement(left.place, right.place)
    return Pair(left=left, right=right, ground=ground, witnesses=table.witnesses, around=table.around, apart=apart)


def _held(left: Claim, right: Claim, table: _Table) -> tuple[Reason, ...]:
    """The reasons of a pair, kept for the next pass."""
    ends = (left.id, right.id)
    if ends not in table.known:
        if len(table.known) >= _KEPT:
            table.known.clear()
        table.known[ends] = weigh(_pair(left, right, table), table.reasons)
    return table.known[ends]


def _settled(units: Sequence[_Group], table: _Table) -> tuple[list[_Group], list[_Verdict]]:
    """The incidents of the units, laid beside each other until no more of them join."""
    groups, asked = _gather(units, table)
    for _ in range(_PASSES):
        before = len(groups)
        groups, asked = _gather(groups, table)
        if len(groups) == before:
            break
    return groups, asked


def _gather(units: Sequence[_Group], table: _Table) -> tuple[list[_Group], list[_Verdict]]:
    groups: list[_Group] = []
    doubts: list[_Verdict] = []
    blocks: dict[tuple[str, ...], list[int]] = {}
    for unit in units:
        keys = sorted({key for claim in unit.claims for key in _blocks(claim, table)})
        near = sorted({place for key in keys for place in blocks.get(key, ())})
        verdicts = [(_compare(unit, groups[place], table), place) for place in near]
        best, home = max(
            verdicts, key=lambda verdict: (verdict[0].weight, -verdict[1]), default=(_Verdict(0.0, ()), -1)
        )
        if best.weight >= table.reasons.join:
            groups[home].claims = sorted([*groups[home].claims, *unit.claims], key=table.witnesses.age)
            groups[home].why += [*unit.why, *best.why]
        else:
            doubts += [best] if best.weight >= table.reasons.ask and _is_tied(best, table) else []
            home = len(groups)
            groups.append(_Group(list(unit.claims), list(unit.why)))
        for key in keys:
            if home not in blocks.setdefault(key, []):
                blocks[key].append(home)
    return groups, doubts


def _compare(unit: _Group, group: _Group, table: _Table) -> _Verdict:
    """The best that any two members say for the join, less what any two say against it."""
    rivals = {name for claim in unit.claims for name in table.settled.rivals.get(claim.id, ())}
    if rivals and any(claim.id in rivals for claim in group.claims):
        return _Verdict(0.0, ())
    pages = {claim.quote.document for claim in unit.claims}
    held = [
        _held(left, right, table)
        for left in _distinct(unit.claims, pages, table)
        for right in _distinct(group.claims, pages, table)
    ]
    best = tuple(speaks_for(held))
    why = (*best, *speaks_against(held))
    tied = any(table.reasons.reason[reason.name].ties for reason in best)
    return _Verdict(round(sum(reason.weight for reason in why), 6) if tied else 0.0, why)


def _distinct(claims: Sequence[Claim], pages: set[str], table: _Table) -> list[Claim]:
    """The claims without those that say the same as an older one; all claims of `pages` stay, a page knows its own."""
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        where = spot(claim.place) if claim.place else ""
        figure = (claim.figure.low, claim.figure.high, claim.figure.value) if claim.figure else None
        said = table.witnesses.speakers.get(claim.id)
        page = claim.quote.document if claim.quote.document in pages else table.around.stories[claim.quote.document]
        when = (claim.when.first, claim.when.last) if claim.when else table.witnesses.told(claim)
        strands = tuple(sorted(table.witnesses.strands[claim.id]))
        sign = (
            claim.kind,
            claim.counted,
            claim.side,
            figure,
            where,
            when,
            said,
            claim.actor,
            claim.target,
            page,
            strands,
        )
        kept.setdefault(sign, claim)
    return list(kept.values())


def _is_tied(verdict: _Verdict, table: _Table) -> bool:
    return any(table.reasons.reason[reason.name].ties for reason in verdict.why)


def _blocks(claim: Claim, table: _Table) -> Iterator[tuple[str, ...]]:
    """The blocks in which a claim is compared: page, copied words, figures and places of its story, place and day."""
    family = BLOCKS[table.kinds.kind[claim.kind].family]
    story = table.around.stories[claim.quote.document]
    yield family, "page", claim.quote.document
    for strand in table.witnesses.strands[claim.id]:
        yield family, "copy", str(strand)
    if claim.figure and claim.figure.value is not None:
        yield family, "figure", story, claim.kind, str(claim.figure.value)
    if claim.id in table.around.openers:
        yield family, "lead", story
    if claim.target:
        yield family, "target", story, claim.target
    if claim.place is None:
        return
    yield family, "place", story, spot(claim.place)
    if claim.place.admin1:
        yield family, "province", story, claim.place.admin1
    if claim.when and (claim.when.last - claim.when.first).days < _SPAN:
        for day in range(claim.when.first.toordinal() - 1, claim.when.last.toordinal() + 2):
            yield family, "day", spot(claim.place), str(day)


def _incident(group: _Group, table: _Table) -> Incident:
    oldest = group.claims[0]
    kind = min(
        Counter(claim.kind for claim in group.claims).items(),
        key=lambda item: (_rank(item[0], table.kinds), -item[1], item[0]),
    )[0]
    coded = table.kinds.kind[kind]
    return Incident(
        id=identify("i", oldest.id),
        kind=kind,
        event_type=coded.event_type,
        sub_event_type=coded.sub_event_type,
        place=place_of(group.claims),
        when=when_of(group.claims),
        story=table.around.stories[oldest.quote.document],
        claims=tuple(sorted(claim.id for claim in group.claims)),
        why=tuple(sorted(group.why, key=lambda reason: (reason.claims, -reason.weight, reason.name))),
    )


def _rank(kind: str, kinds: Kinds) -> int:
    return _RANKS.index(kinds.kind[kind].event_type) if kinds.kind[kind].event_type in _RANKS else len(_RANKS)


def _doubt(verdict: _Verdict) -> Doubt:
    first = max(verdict.why, key=lambda reason: (reason.weight, reason.name))
    left, right = first.claims
    return Doubt(claims=(left, right), weight=verdict.weight, why=verdict.why)


def _ask(doubt: Doubt, witnesses: Witnesses) -> Issue:
    left, right = (witnesses.claims[name] for name in doubt.claims)
    names = ", ".join(reason.name for reason in doubt.why)
    other = witnesses.document(right).url
    return Issue(
        stage="incidents",
        document=left.quote.document,
        message=f'{other} may tell of the same occurrence: "{right.quote.text}" ({names}). The two were left apart.',
        passage=left.quote,
    )
