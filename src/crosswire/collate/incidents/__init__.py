"""Incidents: claims of one occurrence, joined by a table of reasons that they keep, and the pairs that are doubtful."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.codebook.reasons import Reasons
from crosswire.collate.components import components
from crosswire.collate.constraints import FREE, Constraints
from crosswire.collate.headlines import lend_ground, repeated
from crosswire.collate.incidents.alike import weigh
from crosswire.collate.incidents.joining import Group, Table, pair_of
from crosswire.collate.incidents.pairs import led_by, surroundings
from crosswire.collate.incidents.regions import joined_by_region
from crosswire.collate.incidents.verdicts import Verdict, Verdicts, signs
from crosswire.collate.memo import Memo
from crosswire.collate.occurrence import occurs, place_of, when_of
from crosswire.collate.populations import NOBODY, Populations
from crosswire.collate.witnesses import Witnesses
from crosswire.collate.wording import UNWORDED, Wording
from crosswire.records import Claim, Doubt, Incident, Issue, Reason, Story
from crosswire.text.identity import identify

_RANKS = (
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Strategic developments",
    "",
)  # ACLED's order of types: the first gives its name to an incident of several
_HEADLINE = "the headline repeats the figure"
_SURE = 1.5  # the weight of what nobody needs to look at again
_JOINED, _LEFT_OPEN = "joined by an analyst", "left open by an analyst"


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
) -> tuple[tuple[Incident, ...], tuple[Doubt, ...]]:
    """The incidents of all claims with scope `incident`, and the pairs that a person should look at; both sorted.

    `taken` are ids of claims that stand elsewhere. `settled` are pairs that people joined, held apart or doubt.
    `people` tells which of the counted bear arms, `worded` how much two pages say in the same words.
    `memo` keeps the verdicts on claims that were laid side by side.
    """
    claims = {
        claim.id: claim
        for claim in witnesses.claims.values()
        if occurs(claim, "incident", kinds) and claim.id not in taken
    }
    homes = {document: story.id for story in stories for document in story.documents}
    around = surroundings(witnesses, homes, people, worded, reasons)
    heads = _heads(claims, around.openers, witnesses, settled)
    bodies = {told: lend_ground(claims[told], claims[head]) for head, told in reversed(heads.items())}
    told = {name: bodies.get(name, claim) for name, claim in claims.items() if name not in heads}
    around = led_by(around, heads)
    table = Table(
        witnesses=witnesses,
        around=around,
        kinds=kinds,
        reasons=reasons,
        settled=settled,
        signs=signs(told.values(), witnesses, around, settled),
        verdicts=Verdicts(around),
    )
    groups, asked = joined_by_region(_units(told, table), table, memo or Memo())
    _put_heads(groups, claims, heads, table)
    found = sorted((_incident(group, table) for group in groups), key=lambda incident: incident.id)
    homes_of = {claim.id: place for place, group in enumerate(groups) for claim in group.claims}
    open_ = (doubt for doubt in map(_doubt, asked) if len({homes_of[name] for name in doubt.claims}) > 1)
    doubts = {doubt.claims: doubt for doubt in (*open_, *_unsure(claims, table))}
    return tuple(found), tuple(doubt for _, doubt in sorted(doubts.items()))


def ask(doubts: Iterable[Doubt], witnesses: Witnesses) -> tuple[Issue, ...]:
    """An issue for each doubtful pair, in the words of the pages."""
    return tuple(_ask(doubt, witnesses) for doubt in doubts)


def _heads(
    claims: Mapping[str, Claim], openers: Collection[str], witnesses: Witnesses, settled: Constraints
) -> dict[str, str]:
    """By the claim of a headline the one that repeats it below, where people have not said where either belongs."""
    touched = {name for ends in settled.same | settled.different | settled.unsure for name in ends}
    found = repeated(claims.values(), openers, witnesses)
    return {head.id: told.id for head, told in found if touched.isdisjoint((head.id, told.id))}


def _put_heads(groups: Iterable[Group], claims: Mapping[str, Claim], heads: Mapping[str, str], table: Table) -> None:
    """Puts the headlines to the text that repeats their figures, which was laid beside others in their stead."""
    above: dict[str, list[str]] = {}
    for head, told in heads.items():
        above.setdefault(told, []).append(head)
    for group in groups:
        if mine := sorted((head, claim.id) for claim in group.claims for head in above.get(claim.id, ())):
            ends = ((head, told) if head < told else (told, head) for head, told in mine)
            group.why += [Reason(name=_HEADLINE, claims=pair, weight=_SURE) for pair in ends]
            bare = [msgspec.structs.replace(claims[head], place=None, when=None) for head, _ in mine]
            group.claims = sorted([*group.claims, *bare], key=table.witnesses.age)


def _units(claims: Mapping[str, Claim], table: Table) -> list[Group]:
    """The claims, oldest first, each alone or with those that people joined with it."""
    pairs = sorted(pair for pair in table.settled.same if claims.keys() >= set(pair))
    whys: dict[str, list[Reason]] = {}
    for pair in pairs:
        whys.setdefault(pair[0], []).append(Reason(name=_JOINED, claims=pair, weight=table.reasons.join))
    return [
        Group([claims[name] for name in group], [why for name in sorted(group) for why in whys.get(name, ())])
        for group in components(claims, pairs)
    ]


def _unsure(claims: Mapping[str, Claim], table: Table) -> Iterator[Doubt]:
    """The pairs that people looked at and left open, whatever they weigh."""
    for pair in sorted(pair for pair in table.settled.unsure if claims.keys() >= set(pair)):
        held = weigh(pair_of(claims[pair[0]], claims[pair[1]], table), table.reasons)
        why = (Reason(name=_LEFT_OPEN, claims=pair, weight=0.0), *held)
        yield Doubt(claims=pair, weight=round(sum(reason.weight for reason in why), 6), why=why)


def _incident(group: Group, table: Table) -> Incident:
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


def _doubt(verdict: Verdict) -> Doubt:
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
