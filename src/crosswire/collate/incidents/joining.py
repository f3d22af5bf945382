"""Joining: the groups of claims that tell of one occurrence, oldest claim first, by what speaks for and against it.

Each claim is laid beside the groups that share a block with it and joins the one that most speaks for, if that is
enough. What speaks against any member speaks against the join. Further passes lay groups beside groups; the last
of them join what stands in one story and is parted by nothing, on less.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.constraints import Constraints
from crosswire.collate.ground import agreement, spot
from crosswire.collate.incidents.alike import weigh
from crosswire.collate.incidents.blocks import Block, blocks, is_wide
from crosswire.collate.incidents.near import Near
from crosswire.collate.incidents.outlines import EMPTY, Outline
from crosswire.collate.incidents.pairs import Pair, Surroundings
from crosswire.collate.incidents.reach import Reach
from crosswire.collate.incidents.topics import speaks_against, speaks_for
from crosswire.collate.incidents.verdicts import NOTHING, Answers, Verdict, Verdicts, sign_of
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Reason

_KEPT = 300_000  # pairs whose reasons are kept during a run, about 250 MB
_STORY = "same story"
_STRONG = 0.4  # what one reason must weigh that ties two of a story, where less than the full sum is to join them
_HALF = 0.5  # so much of a reason that parts two must hold of their claims
_PASSES = 5  # more were never needed

_Held = tuple[tuple[Reason, ...], Answers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the joining needs besides the claims: `signs` tell claims apart by all that a comparison looks at.

    `wide` are the numbers of the blocks in which days keep groups apart.
    """

    witnesses: Witnesses
    around: Surroundings
    kinds: Kinds
    reasons: Reasons
    settled: Constraints
    signs: Mapping[str, bytes]
    verdicts: Verdicts
    known: dict[tuple[str, str], _Held] = field(default_factory=dict)
    wide: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Group:
    """An incident in the making.

    `claims` come oldest first; `sign` is that of the claims in this order, `blocks` are the numbers of their blocks.
    """

    claims: list[Claim]
    why: list[Reason]
    sign: bytes = b""
    outline: Outline = EMPTY
    blocks: frozenset[int] = frozenset()


def joined(units: Sequence[Group], table: Table) -> tuple[list[Group], list[Verdict]]:
    """The groups of the units, laid beside each other until no more of them join, and the verdicts to ask about."""
    reach = Reach((claim for unit in units for claim in unit.claims), table.witnesses, table.around, table.reasons)
    numbers: dict[Block, int] = {}
    for unit in units:
        unit.outline = reach.of(unit.claims)
        held = {key for claim in unit.claims for key in blocks(claim, table.witnesses, table.around, table.kinds)}
        unit.blocks = frozenset(numbers.setdefault(key, len(numbers)) for key in held)
    if reach.splits:
        table.wide.update(number for key, number in numbers.items() if is_wide(key))
    groups, asked = _gather(_by_page(units, table, reach), table, reach)
    for lenient in (False, True):
        for _ in range(_PASSES):
            before = len(groups)
            groups, asked = _gather(groups, table, reach, lenient=lenient)
            if len(groups) == before:
                break
    table.verdicts.hear("names", reach.asked)
    return groups, asked


def pair_of(left: Claim, right: Claim, table: Table) -> Pair:
    """Two claims laid side by side."""
    ground = agreement(left.place, right.place)
    return Pair(left=left, right=right, ground=ground, witnesses=table.witnesses, around=table.around)


def _by_page(units: Sequence[Group], table: Table, reach: Reach) -> list[Group]:
    """The groups that each page makes of its own claims, oldest first; a page knows best what it tells together."""
    pages: dict[tuple[str, ...], list[Group]] = {}
    for unit in units:
        pages.setdefault(tuple(sorted({claim.quote.document for claim in unit.claims})), []).append(unit)
    groups = [group for mine in pages.values() for group in (_gather(mine, table, reach)[0] if len(mine) > 1 else mine)]
    return sorted(groups, key=lambda group: table.witnesses.age(group.claims[0]))


def _gather(
    units: Sequence[Group], table: Table, reach: Reach, *, lenient: bool = False
) -> tuple[list[Group], list[Verdict]]:
    groups: list[Group] = []
    doubts: list[Verdict] = []
    near = Near(table.wide)
    for unit in sorted(units, key=_is_nowhere):
        unit.sign = _sign(unit.claims, table)
        verdicts = [
            (_compare(unit, groups[place], table), place)
            for place in near.find(unit.blocks, unit.outline)
            if reach.reaches(unit.outline, groups[place].outline)
        ]
        enough = [(one, place) for one, place in verdicts if _is_enough(one, table.reasons, lenient=lenient)]
        best, home = max(enough or verdicts, key=lambda one: (one[0].weight, -one[1]), default=(NOTHING, -1))
        if enough:
            _join(unit, groups[home], best, table)
        else:
            doubts += [best] if best.weight >= table.reasons.ask else []
            home = len(groups)
            groups.append(Group(list(unit.claims), list(unit.why), unit.sign, unit.outline, unit.blocks))
        near.add(home, unit.blocks, groups[home].outline)
    return groups, doubts


def _is_enough(verdict: Verdict, reasons: Reasons, *, lenient: bool) -> bool:
    """Whether the sum suffices; if `lenient`, a smaller one does inside a story where nothing parts the two."""
    if verdict.weight >= reasons.join or not lenient or verdict.weight < reasons.join_in_story:
        return verdict.weight >= reasons.join
    told = [(reason, reasons.reason[reason.name]) for reason in verdict.why]
    parted = any(known.parts and reason.weight <= _HALF * known.weight for reason, known in told)
    tied = any(known.ties and reason.weight >= _STRONG for reason, known in told)
    return tied and not parted and any(reason.name == _STORY for reason, _ in told)


def _is_nowhere(unit: Group) -> bool:
    """Whether no claim of the group has a place; such groups come last, when those are known that they may join."""
    return all(claim.place is None for claim in unit.claims)


def _join(unit: Group, group: Group, best: Verdict, table: Table) -> None:
    group.claims = sorted([*group.claims, *unit.claims], key=table.witnesses.age)
    group.why += [*unit.why, *best.why]
    group.outline = group.outline.joined(unit.outline)
    group.blocks |= unit.blocks
    group.sign = _sign(group.claims, table)


def _sign(claims: Sequence[Claim], table: Table) -> bytes:
    return sign_of([table.signs[claim.id] for claim in claims])


def _compare(unit: Group, group: Group, table: Table) -> Verdict:
    """What speaks for and against the join, kept or found; nothing where it is not even worth asking."""
    return table.verdicts.of(unit.sign, group.sign, lambda answers: _found(unit, group, table, answers))


def _found(unit: Group, group: Group, table: Table, answers: Answers) -> Verdict:
    """The best that any two members say for the join, less what any two say against it."""
    rivals = {name for claim in unit.claims for name in table.settled.rivals.get(claim.id, ())}
    if rivals and any(claim.id in rivals for claim in group.claims):
        return NOTHING
    pages = {claim.quote.document for claim in unit.claims}
    held = []
    for left in _distinct(unit.claims, pages, table):
        for right in _distinct(group.claims, pages, table):
            reasons, asked = _held(left, right, table)
            held.append(reasons)
            answers.update(asked)
    best = tuple(speaks_for(held))
    if not any(table.reasons.reason[reason.name].ties for reason in best):
        return NOTHING
    why = (*best, *speaks_against(held))
    weight = round(sum(reason.weight for reason in why), 6)
    return Verdict(weight=weight, why=why) if weight >= table.reasons.least else NOTHING


def _held(left: Claim, right: Claim, table: Table) -> _Held:
    """The reasons of a pair, and what the corpus was asked for them, kept for the next pass."""
    ends = (left.id, right.id)
    if ends not in table.known:
        if len(table.known) >= _KEPT:
            table.known.clear()
        table.around.listen()
        reasons = weigh(pair_of(left, right, table), table.reasons)
        table.known[ends] = reasons, table.around.heard()
    return table.known[ends]


def _distinct(claims: Sequence[Claim], pages: set[str], table: Table) -> list[Claim]:
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
            claim.doer,
            claim.target,
            page,
            strands,
            claim.id in table.around.anew,
            table.around.persons.get(claim.id),
        )
        kept.setdefault(sign, claim)
    return list(kept.values())
