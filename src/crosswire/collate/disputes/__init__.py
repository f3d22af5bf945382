"""Disputes: what is left to differ after scope, time, copies, parts and updates; both sides in their own words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.codebook.kinds import Kinds
from crosswire.collate.components import components
from crosswire.collate.disputes.denials import accused, alike, nearest
from crosswire.collate.disputes.denying import SILENT, Denying, share
from crosswire.collate.disputes.questions import how_many, whether, which, who
from crosswire.collate.figures import one_number
from crosswire.collate.ground import agreement
from crosswire.collate.occurrence import COUNTED
from crosswire.collate.sides import camps, dispute, side
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Dispute, DisputeKind, Incident, Origin, Passage, Toll
from crosswire.text.folding import words as folded

SideOf = Callable[[str], str | None]
Differ = Callable[[Claim, Claim], bool]
Sources = Mapping[str, Origin]
Denied = Sequence[tuple[Claim, tuple[Claim, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The kinds, for questions in plain words, the words of contrast of all languages, and those of denials."""

    kinds: Kinds
    contrast: tuple[str, ...]
    denying: Denying = SILENT


_DEAD = "killed"
_AND = frozenset({"and", "or", "of", "the", "a", "an"})
_NOBODY = "somebody unnamed"  # who denies in "though it denied any role", where nothing tells who "it" is
_CERTAIN = ("stated", "dateline", "relative")  # days that a page gives, not the day on which it came out


def denied(witnesses: Witnesses, pairs: Denied, sources: Sources, words: Words) -> Iterator[Dispute]:
    """One dispute for each thing that somebody says and somebody else denies, and for each pair of quotes."""
    asserted = {denial.id: _asserted(denial, met) for denial, met in pairs}
    known = witnesses.claims
    links = [(name, claim.id) for name, claims in asserted.items() for claim in claims]
    shown: set[tuple[Passage, ...]] = set()
    ends = {end for link in links for end in link}
    touched = [name for name in known if name in ends]
    for group in sorted(components(touched, links), key=lambda names: not any(known[name].figure for name in names)):
        against = [known[name] for name in group if name in asserted]
        deniers = {witnesses.speakers[claim.id] for claim in against if claim.id in witnesses.speakers}
        told = [known[name] for name in group if name not in asserted and witnesses.speakers.get(name) not in deniers]
        quotes = tuple(sorted({claim.quote for claim in (*told, *against)}, key=lambda one: (one.document, one.start)))
        if told and against and quotes not in shown:
            shown.add(quotes)
            yes, no = _parted(told[0], against[0], words.contrast)
            sides = [
                side(yes, told, sources, witnesses.voices),
                side(no, against, sources, witnesses.voices | _unnamed(against, words.denying)),
            ]
            yield dispute("denial", _question(told[0], against[0], words), sides)


def _unnamed(claims: Iterable[Claim], known: Denying) -> dict[str, str]:
    """Whom the page has deny, where it gives him no name that reading could follow: `the group`."""
    return {claim.id: known.denier(claim) or _NOBODY for claim in claims if claim.said.name is None}


def _question(told: Claim, against: Claim, words: Words) -> str:
    """What is denied, in plain words: the act; or who did it, where one denies it whom nobody names as the doer."""
    bare = against.kind == "denied" and told.quote != against.quote and not accused(against, told)
    named = against.said.name is None and told.doer is not None and not told.doer.islower()
    if bare and not named and words.denying.is_charge(against):
        return who(told, words.kinds)
    return whether(told, words.kinds)


def _parted(told: Claim, against: Claim, contrast: Iterable[str]) -> tuple[str, str]:
    """What each side says, verbatim; a sentence that holds both is parted at its word of contrast."""
    text = told.quote.text
    if told.quote != against.quote:
        return text, against.quote.text
    cuts = [found.start() for word in contrast for found in re.finditer(rf"\b{word}\b", text, re.IGNORECASE)]
    if not cuts or min(cuts) == 0:
        return text, text
    return text[: min(cuts)].rstrip(" ,;-–—"), text[min(cuts) :]


def figures(incidents: Iterable[Incident], witnesses: Witnesses, sources: Sources, kinds: Kinds) -> Iterator[Dispute]:
    """One dispute for each toll with figures that cannot both be true."""
    for incident in incidents:
        for toll in incident.tolls:
            if toll.disputed_by:
                yield _figures(incident, toll, witnesses, sources, kinds)


def details(
    incidents: Iterable[Incident], witnesses: Witnesses, sources: Sources, side_of: SideOf, kinds: Kinds
) -> Iterator[Dispute]:
    """Disputes of who, where and when inside one incident, between sources that do not stand on one origin."""

    def of_opposed_sides(left: Claim, right: Claim) -> bool:
        sides = side_of(left.doer or ""), side_of(right.doer or "")
        return None not in sides and sides[0] != sides[1] and not (_names(left, right) and _names(right, left))

    questions: tuple[tuple[DisputeKind, Differ, Callable[[Claim], str]], ...] = (
        ("actor", of_opposed_sides, lambda claim: claim.doer or ""),
        ("place", _elsewhere, lambda claim: claim.place.text if claim.place else ""),
        ("date", _another_day, lambda claim: claim.when.text if claim.when else ""),
    )
    for incident in incidents:
        if incident.kind == "episode":
            continue
        claims = [
            claim for claim in map(witnesses.claims.__getitem__, incident.claims) if claim.said.stance != "denies"
        ]
        for kind, differ, words in questions:
            sides = _camps(sorted(claims, key=witnesses.age), differ, words, sources)
            if len(sides) > 1:
                question = which(kind, claims[0], incident, kinds)
                yield dispute(kind, question, [side(words(camp[0]), camp, sources, witnesses.voices) for camp in sides])


def _camps(
    claims: Sequence[Claim], differ: Differ, words: Callable[[Claim], str], sources: Sources
) -> list[list[Claim]]:
    """Claims that name a value, in camps that differ from one another; camps of one and the same source are none."""

    def agree(one: Claim, other: Claim) -> bool:
        return not (differ(one, other) and _of_one_act(one, other))

    found = camps((claim for claim in claims if words(claim)), agree)
    names = [{sources[claim.id].name for claim in camp} for camp in found]
    return found if len(found) > 1 and not set.intersection(*names) else []


def _of_one_act(one: Claim, other: Claim) -> bool:
    """Whether two claims tell the same; a page that tells two things of one day and town does not dispute itself."""
    if one.quote.document != other.quote.document:
        return True
    values = [claim.figure.value if claim.figure else None for claim in (one, other)]
    return one.kind == other.kind and values[0] == values[1]


def _names(claim: Claim, other: Claim) -> bool:
    """Whether the words of `claim` name the doer of `other` as well, and not as who speaks: two who act together."""
    speaker = claim.said.name or ""
    others = [word for word in folded(other.doer or "") if word not in _AND and not share(word, speaker)]
    return share(" ".join(others), claim.quote.text)


def _elsewhere(left: Claim, right: Claim) -> bool:
    """Whether two claims name different spots; a spot that no gazetteer has may lie in the town of the other."""
    spots = [place for place in (left.place, right.place) if place]
    found = all(place.lat is not None for place in spots)
    provinces = {place.admin1 for place in spots if place.admin1}
    return agreement(left.place, right.place) in ("differ", "district") and (found or len(provinces) == len(spots))


def _another_day(left: Claim, right: Claim) -> bool:
    if not left.when or not right.when or left.when.basis not in _CERTAIN or right.when.basis not in _CERTAIN:
        return False
    return left.when.last < right.when.first or right.when.last < left.when.first


def _asserted(denial: Claim, met: Sequence[Claim]) -> list[Claim]:
    """What is denied: the claim that stands nearest, and all that say the same of the same place.

    Who denies a deed denies more than that some were injured in it: the deed itself is asked of, or its dead.
    """
    target = nearest(denial, met)
    if denial.kind == "denied" and target.kind in COUNTED and target.kind != _DEAD:
        page, ground = target.quote.document, target.place
        beside = [one for one in met if one.quote.document == page and agreement(one.place, ground) == "same"]
        acts = [one for one in beside if one.figure is None] or [one for one in beside if one.kind == _DEAD]
        target = nearest(denial, acts or [target])
    return [claim for claim in met if claim is target or alike(target, claim)]


def _figures(incident: Incident, toll: Toll, witnesses: Witnesses, sources: Sources, kinds: Kinds) -> Dispute:
    agreed = [name for name in toll.claims if sources[name].id in toll.origins]
    told = [witnesses.claims[name] for name in (*agreed, *toll.disputed_by)]
    return dispute(
        "figure",
        how_many(toll, incident, kinds),
        [
            side(camp[0].figure.text if camp[0].figure else "", camp, sources, witnesses.voices)
            for camp in camps(told, one_number)
        ],
    )
