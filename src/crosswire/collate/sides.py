"""The sides of a dispute, and the dispute that they make."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from crosswire.records import Claim, Dispute, DisputeKind, Origin, Side
from crosswire.text.identity import identify


def dispute(kind: DisputeKind, question: str, sides: Sequence[Side]) -> Dispute:
    """A dispute with its sides in a fixed order; its id comes from its kind and the first claim of each side."""
    ordered = tuple(sorted(sides, key=lambda side: (side.claims, side.value)))
    name = identify("d", kind, *(side.claims[0] for side in ordered))
    return Dispute(id=name, question=question, kind=kind, sides=ordered, settles=_SETTLES[kind])


_SETTLES: Mapping[DisputeKind, str] = {
    "denial": "Evidence of the act itself with its place and day (footage, remains of a weapon, records of flights), "
    "or the word of somebody who belongs to neither side.",
    "figure": "A list of names, or records of hospitals and burials, for these people, this place and these days.",
    "actor": "Remains of the weapon, records of flights or positions, or a party that owns to it.",
    "place": "Footage that can be placed on a map, or a source from the spot.",
    "date": "Footage of known time, or records of hospitals and burials of these days.",
    "background": "A gazetteer, a calendar or a standard history.",
}


def side(value: str, claims: Iterable[Claim], sources: Mapping[str, Origin], voices: Mapping[str, str]) -> Side:
    """One side: what is held in the words of a source, who holds it, where it stands, and on which origins.

    `voices` names those who speak; a claim that names nobody is held by its origin. Whoever says it twice, in other
    words or in another act, is one origin.
    """
    held = list(claims)
    once = {sources[claim.id].name: sources[claim.id].id for claim in sorted(held, key=lambda claim: claim.id)}
    return Side(
        value=value,
        holder=" and ".join(sorted({voices.get(claim.id, sources[claim.id].name) for claim in held})),
        claims=tuple(sorted(claim.id for claim in held)),
        origins=tuple(sorted(once.values())),
    )


def camps(claims: Iterable[Claim], agree: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """The claims in groups that agree, each with the first of its group."""
    found: list[list[Claim]] = []
    for claim in claims:
        home = next((camp for camp in found if agree(camp[0], claim)), None)
        if home is None:
            found.append([claim])
        else:
            home.append(claim)
    return found
