"""Who is claimed to hold what: for each place the statements in time, the standing line, and what contests it.

Statuses: `holds` and `besieges` stand; `held` was overtaken by a later statement about the place; `entered`, `lost`,
`left`, `repelled` and `contests` are told but hold nothing; `present in parts` is what "parts of" gives, which is
never a hold.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.collate.ground import spot
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Control, Place, When
from crosswire.text.folding import fold

_STATUS = {
    "controls": "holds",
    "seized": "holds",
    "regained": "holds",
    "besieged": "besieges",
    "entered": "entered",
    "lost": "lost",
    "withdrew": "left",
    "repelled": "repelled",
    "contested": "contests",
}
_HOLDS, _HELD, _PRESENT = "holds", "held", "present in parts"
_WIDE = ("district", "admin1", "country")  # who took three towns of a province does not hold the province
_ENDS = frozenset({"lost", "left"})

SideOf = Callable[[str, str | None], str | None]
BodyOf = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """All claims that an actor has one status at one place. `last` is the last day for which that is said."""

    place: Place
    actor: str
    body: str
    status: str
    claims: tuple[Claim, ...]
    last: dt.date | None


def controls(
    witnesses: Witnesses, denied: Iterable[tuple[Claim, tuple[Claim, ...]]], side_of: SideOf, body_of: BodyOf
) -> tuple[Control, ...]:
    """One row for each place, actor and status, sorted by place, day and actor.

    `denied` are denials with what they deny; `side_of` gives the side of an actor in a country, as far as it is known,
    `body_of` the body whose arm the actor is: a president, his army and his government hold one line.
    """
    against: dict[str, list[str]] = {}
    for denial, met in denied:
        for claim in met:
            against.setdefault(claim.id, []).append(denial.id)
    places: dict[str, dict[tuple[str, str], list[Claim]]] = {}
    for claim in witnesses.claims.values():
        if _tells(claim) and claim.place and claim.place.precision != "unnamed" and claim.doer:
            lines = places.setdefault(spot(claim.place), {})
            lines.setdefault((fold(body_of(claim.doer)), _status(claim)), []).append(claim)
    rows = [row for _, lines in sorted(places.items()) for row in _rows(lines, against, witnesses, side_of)]
    return tuple(sorted(rows, key=_by_place))


def _tells(claim: Claim) -> bool:
    return claim.kind in _STATUS and claim.scope != "history" and claim.said.affirms


def _status(claim: Claim) -> str:
    status = _STATUS[claim.kind]
    towns_of_it = claim.figure is not None and claim.place is not None and claim.place.precision in _WIDE
    return _PRESENT if status == _HOLDS and (claim.extent == "part" or towns_of_it) else status


def _rows(
    lines: Mapping[tuple[str, str], Sequence[Claim]],
    against: Mapping[str, Sequence[str]],
    witnesses: Witnesses,
    side_of: SideOf,
) -> list[Control]:
    """The rows of one place."""
    known = [_line(body, status, claims, witnesses) for (body, status), claims in sorted(lines.items())]
    standing = [
        one for one in known if one.status == _HOLDS and not any(_overtakes(new, one, side_of) for new in known)
    ]
    rows = []
    for one in known:
        denials = {name for claim in one.claims for name in against.get(claim.id, ())}
        rivals = {
            claim.id for other in standing if one in standing and _clash(one, other, side_of) for claim in other.claims
        }
        status = _HELD if one.status == _HOLDS and one not in standing else one.status
        rows.append(_control(one, status, denials | rivals, witnesses))
    return rows


def _line(body: str, status: str, claims: Sequence[Claim], witnesses: Witnesses) -> _Line:
    fullest = _fullest(claims, witnesses)
    return _Line(
        place=next(claim.place for claim in (fullest, *claims) if claim.place),
        actor=next(claim.doer for claim in (fullest, *claims) if claim.doer),
        body=body,
        status=status,
        claims=tuple(claims),
        last=max((day for claim in claims if (day := _day(claim, witnesses))), default=None),
    )


def _fullest(claims: Sequence[Claim], witnesses: Witnesses) -> Claim:
    """The claim that says most, with extent and exceptions; of two the later."""
    return max(
        claims,
        key=lambda claim: (bool(claim.excepting), bool(claim.extent), _day(claim, witnesses) or dt.date.min, claim.id),
    )


def _overtakes(new: _Line, old: _Line, side_of: SideOf) -> bool:
    """Whether a later line ends an older hold: another side holds the place, or the holder lost or left it."""
    if new.last is None or old.last is None or new.last < old.last:
        return False
    if new.last == old.last and not _retaken(new, old):
        return False
    if new.status in _ENDS:
        return new.body == old.body
    return new.status == _HOLDS and _opposed(new, old, side_of)


def _retaken(new: _Line, old: _Line) -> bool:
    """Whether both are of one day and the words tell the order: what is retaken was taken before."""
    return any(claim.kind == "regained" for claim in new.claims) and all(claim.kind == "seized" for claim in old.claims)


def _clash(one: _Line, other: _Line, side_of: SideOf) -> bool:
    return one is not other and _opposed(one, other, side_of)


def _opposed(one: _Line, other: _Line, side_of: SideOf) -> bool:
    left, right = (side_of(line.actor, line.place.country) for line in (one, other))
    return left is not None and right is not None and left != right


def _control(line: _Line, status: str, contested: set[str], witnesses: Witnesses) -> Control:
    fullest = _fullest(line.claims, witnesses)
    return Control(
        place=line.place,
        actor=line.actor,
        status=status,
        extent=fullest.extent,
        excepting=fullest.excepting,
        since=_since(line.claims),
        claims=tuple(sorted(claim.id for claim in line.claims)),
        contested_by=tuple(sorted(contested)),
    )


def _since(claims: Sequence[Claim]) -> When | None:
    """The first day that a page states for it."""
    named = [claim.when for claim in claims if claim.when]
    return min(named, key=lambda when: (when.first, when.last, when.text), default=None)


def _day(claim: Claim, witnesses: Witnesses) -> dt.date | None:
    return claim.when.last if claim.when else witnesses.told(claim)


def _by_place(row: Control) -> tuple[str, dt.date, str, str]:
    return spot(row.place), row.since.first if row.since else dt.date.min, fold(row.actor), row.status
