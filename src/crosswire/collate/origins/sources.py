"""The claims of one proposition in groups of one source each.

Claims are joined where words were copied, where the ultimate speaker is the same, and where a claim without a speaker
stands in the same page, outlet, credited agency or text family as another, or is told in much the same words: an
unknown is never a second witness. Only an act that a text tells itself, beside a speaker whose words have nothing in
common with it, is a source of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from crosswire.collate.components import components
from crosswire.collate.constraints import Constraints
from crosswire.collate.origins.lending import BodyOf, Loans, act_of, loans, may_be_one
from crosswire.collate.origins.phrasings import Phrasings
from crosswire.collate.origins.spellings import one_name, spelling_links
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim
from crosswire.text.folding import fold

_NEAR = ("page", "family", "words", "house")

_Key = tuple[str, ...]
_Link = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of one proposition: its claims, oldest first, and what its proposition's claims lend each other.

    `swapped` holds the claims whose page took the words from another and names another speaker, each with the claim
    at the root.
    """

    claims: Sequence[Claim]
    loans: Loans
    swapped: Mapping[str, Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where sources are looked for: the witnesses, the body whose arm an actor is, the agencies by folded name.

    `phrasings` tells which claims are told in the same words.
    """

    witnesses: Witnesses
    body_of: BodyOf
    agencies: Mapping[str, str]
    phrasings: Phrasings


def sources(claims: Iterable[Claim], scene: Scene, settled: Constraints) -> Iterator[Source]:
    """The sources of one proposition, oldest first; `settled` says what people found to be of one source, or of two."""
    witnesses = scene.witnesses
    known = sorted(claims, key=witnesses.age)
    if len(known) == 1:
        yield Source(claims=known, loans=Loans(), swapped={})
        return
    named = {claim.id: claim for claim in known}
    swapped = _swapped(known, witnesses)
    lent = loans(known, witnesses, swapped, scene.body_of)
    alike = scene.phrasings.of(known) if _is_open(known, witnesses) else {}
    links = [
        *_copy_links(known, witnesses, lent, swapped),
        *((root.id, name) for name, root in swapped.items()),
        *_speaker_links(known, witnesses, swapped),
        *spelling_links(known, witnesses, alike),
        *_unknown_links(known, scene, lent, alike),
    ]
    tied, apart = _settled(known, witnesses, settled)
    for group in components(named, [*tied, *links], apart):
        held = [named[name] for name in group]
        yield Source(claims=held, loans=lent, swapped={one.id: swapped[one.id] for one in held if one.id in swapped})


def _settled(claims: Sequence[Claim], witnesses: Witnesses, settled: Constraints) -> tuple[list[_Link], list[_Link]]:
    """The pairs of claims that have one source, and those that have two, as people settled it."""
    if not settled.kin and not settled.strangers:
        return [], []
    tied: list[_Link] = []
    apart: list[_Link] = []
    for left, right in combinations(claims, 2):
        said = witnesses.speakers
        spoken = left.id in said and said[left.id] == said.get(right.id)
        if settled.tied(left, right):
            tied.append((left.id, right.id))
        elif settled.parted(left, right, spoken=spoken):
            apart.append((left.id, right.id))
    return tied, apart


def _copy_links(
    claims: Sequence[Claim], witnesses: Witnesses, lent: Loans, swapped: Mapping[str, Claim]
) -> Iterator[_Link]:
    """Pairs of claims whose words are the same words.

    Two speakers of one page stay two, unless copying made them so: each goes to his own words.
    """
    said = witnesses.speakers
    for held in _by_strand(claims, witnesses).values():
        twofold = _is_twofold([claim for claim in held if claim.id not in swapped], witnesses)
        first: dict[str, Claim] = {}
        for claim in held:
            if lent.offers(claim):
                continue
            home = said.get(claim.id, "") if twofold else ""
            yield first.setdefault(home, claim).id, claim.id


def _by_strand(claims: Iterable[Claim], witnesses: Witnesses) -> dict[int, list[Claim]]:
    strands: dict[int, list[Claim]] = {}
    for claim in claims:
        for strand in sorted(witnesses.strands[claim.id]):
            strands.setdefault(strand, []).append(claim)
    return strands


def _is_twofold(claims: Sequence[Claim], witnesses: Witnesses) -> bool:
    """Whether one page lets two speakers say the same in one stretch of copied words."""
    spoken = {
        (claim.quote.document, witnesses.speakers[claim.id]) for claim in claims if claim.id in witnesses.speakers
    }
    return len({page for page, _ in spoken}) < len(spoken)


def _speaker_links(claims: Iterable[Claim], witnesses: Witnesses, swapped: Mapping[str, Claim]) -> Iterator[_Link]:
    first: dict[str, str] = {}
    for claim in claims:
        if claim.id in witnesses.speakers and claim.id not in swapped:
            yield first.setdefault(fold(witnesses.speakers[claim.id]), claim.id), claim.id


def _swapped(claims: Sequence[Claim], witnesses: Witnesses) -> dict[str, Claim]:
    """The claims whose page took the words from another and names another speaker, each with the claim at the root.

    The root of words in nobody's name is what its page lets somebody say besides.
    """
    said = witnesses.speakers
    found: dict[str, Claim] = {}
    own = [claim for claim in claims if claim.id in said and claim.id not in witnesses.copied]
    for _, held in sorted(_by_strand(claims, witnesses).items()):
        taken = [claim for claim in held if claim.id in said and claim.id in witnesses.copied]
        if not taken:
            continue
        first = [claim for claim in held if claim.id not in witnesses.copied]
        pages = {claim.quote.document for claim in first}
        roots = [claim for claim in first if claim.id in said] or [one for one in own if one.quote.document in pages]
        names = {fold(said[root.id]) for root in roots}
        found.update({claim.id: roots[0] for claim in taken if roots and fold(said[claim.id]) not in names})
    return found


def _is_open(claims: Sequence[Claim], witnesses: Witnesses) -> bool:
    """Whether it may depend on the words of the claims how many sources they have."""
    if len({claim.quote.document for claim in claims}) == 1:
        return False
    names = sorted({witnesses.speakers.get(claim.id, "") for claim in claims})
    return "" in names or any(one_name(left, right) for left, right in combinations(names, 2))


def _unknown_links(claims: Sequence[Claim], scene: Scene, lent: Loans, alike: Mapping[str, str]) -> Iterator[_Link]:
    """Claims without a speaker, tied to who lends them one, else to each other and to one claim that has a speaker.

    Those of one page, text, outlet or agency are one; together they go to one speaker of theirs and join no two.
    """
    known = {claim.id: claim for claim in claims if claim.id not in scene.witnesses.speakers}
    stands = {claim.id: _whereabouts(claim, scene, alike) for claim in claims}
    first: dict[_Key, str] = {}
    links: list[_Link] = []
    for claim in known.values():
        if offers := lent.offers(claim):
            yield offers[0].id, claim.id
        else:
            links += [(first.setdefault(key, claim.id), claim.id) for key in stands[claim.id]]
    own = _narrated(claims, scene, lent)
    anchors = _anchors(claims, scene, lent, stands)
    for pool in components((name for name, claim in known.items() if not lent.offers(claim)), links):
        yield from ((pool[0], name) for name in pool)
        if own.isdisjoint(pool) and (home := _nearest([known[name] for name in pool], anchors, scene, stands)):
            yield home, pool[0]


def _anchors(
    claims: Iterable[Claim], scene: Scene, lent: Loans, stands: Mapping[str, Sequence[_Key]]
) -> dict[_Key, dict[object, Claim]]:
    """The claims that have a speaker, or are lent one, by where they stand, each act and one number once."""
    found: dict[_Key, dict[object, Claim]] = {}
    for claim in claims:
        if claim.id in scene.witnesses.speakers or lent.offers(claim):
            for key in stands[claim.id]:
                found.setdefault(key, {}).setdefault(act_of(claim), claim)
    return found


def _nearest(
    claims: Sequence[Claim],
    anchors: Mapping[_Key, Mapping[object, Claim]],
    scene: Scene,
    stands: Mapping[str, Sequence[_Key]],
) -> str | None:
    """The id of a claim of the same page, else text, else words, else, if it may say the same, outlet or agency."""
    met = [
        (_NEAR.index(key[0]), other)
        for claim in claims
        for key in stands[claim.id]
        for other in anchors.get(key, {}).values()
        if key[0] != "house" or may_be_one(claim, other, scene.body_of)
    ]
    nearest = min(met, key=lambda one: (one[0], scene.witnesses.age(one[1])), default=None)
    return nearest[1].id if nearest else None


def _whereabouts(claim: Claim, scene: Scene, alike: Mapping[str, str]) -> list[_Key]:
    """Where a claim stands, as in `_NEAR`: its page, text family, wording (`alike`), outlet and agencies behind it."""
    document, speaker = scene.witnesses.document(claim), claim.said.name or ""
    carried = [
        document.outlet,
        *document.credits,
        *claim.said.via,
        *([speaker] if fold(speaker) in scene.agencies else []),
    ]
    found = dict.fromkeys(scene.agencies.get(fold(name), fold(name)) for name in carried if name)
    return [
        ("page", document.id),
        ("family", scene.witnesses.families[document.id]),
        *([("words", alike[claim.id])] if claim.id in alike else []),
        *(("house", name) for name in found),
    ]


def _narrated(claims: Sequence[Claim], scene: Scene, lent: Loans) -> frozenset[str]:
    """The claims without a speaker that a text tells itself, beside speakers whose words have nothing in common.

    A text does so where the first of its pages that has a speaker also has such a claim: what copies add or lose makes
    no further source.
    """
    witnesses = scene.witnesses
    spoken: dict[str, list[Claim]] = {}
    acts: dict[str, dict[object, Claim]] = {}
    for claim in claims:
        if claim.id in witnesses.speakers:
            home = witnesses.families[claim.quote.document]
            spoken.setdefault(home, []).append(claim)
            acts.setdefault(home, {}).setdefault(act_of(claim), claim)
    loose: dict[str, list[Claim]] = {}
    for claim in claims:
        home = witnesses.families[claim.quote.document]
        if claim.id in witnesses.speakers or lent.offers(claim) or home not in spoken:
            continue
        if not any(may_be_one(claim, other, scene.body_of) for other in acts[home].values()):
            loose.setdefault(home, []).append(claim)
    return frozenset(
        claim.id
        for home, told in loose.items()
        if _first(spoken[home], witnesses) in {one.quote.document for one in told}
        for claim in told
    )


def _first(claims: Sequence[Claim], witnesses: Witnesses) -> str:
    """The page of the oldest of `claims` that is not known to be a copy, else of the oldest."""
    return next((one for one in claims if one.id not in witnesses.copied), claims[0]).quote.document
