"""Grades of the policy `airwars`: by who claims a figure, who admits it, and who denies it.

Airwars grades confirmed, fair, weak, contested and discounted (Airwars, methodology note on civilian casualties). Ours
rest on what the ledger holds: its independent origins, its denials, and the parties that its sources name. What a party
says of its enemy's losses has no grade, for it enters no total.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from crosswire.codebook.admissions import Admissions
from crosswire.collate.figures import one_number
from crosswire.collate.sides import camps
from crosswire.collate.tolls import ENEMY
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Grade, Incident, Origin, Toll
from crosswire.text.folding import fold

GRADED = "airwars"  # the policy that wants grades
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What grades rest on.

    `sources` gives the origin of each claim, `denied` each denial with what it denies, `withdrawn` the claims that
    their own speakers took back, `parties` those whose speakers take part in the fighting; `owned` is the pattern of
    words by which a party owns to a deed. `side_of` and `body_of` tell of an actor's side and of whom it is an arm.
    """

    witnesses: Witnesses
    sources: Mapping[str, Origin]
    denied: Sequence[tuple[Claim, tuple[Claim, ...]]]
    withdrawn: frozenset[str]
    parties: frozenset[str]
    owned: re.Pattern[str]
    side_of: Callable[[str], str | None]
    body_of: Callable[[str], str]


def owned(languages: Iterable[Admissions]) -> re.Pattern[str]:
    """The words of all `languages` by which a party owns to a deed."""
    return re.compile("|".join(sign.pattern for language in languages for sign in language.sign))


def graded(incidents: Iterable[Incident], evidence: Evidence) -> tuple[Incident, ...]:
    """The incidents, with a grade for each figure of their tolls."""
    deniers: dict[str, list[Claim]] = {}
    for denial, met in evidence.denied:
        for claim in met:
            deniers.setdefault(claim.id, []).append(denial)
    return tuple(
        msgspec.structs.replace(
            incident, tolls=tuple(_graded(toll, incident, deniers, evidence) for toll in incident.tolls)
        )
        for incident in incidents
    )


def _graded(toll: Toll, incident: Incident, deniers: Mapping[str, Sequence[Claim]], evidence: Evidence) -> Toll:
    if toll.policy == ENEMY:
        return toll
    claims = evidence.witnesses.claims
    agreed = [name for name in toll.claims if evidence.sources[name].id in toll.origins]
    others = [name for name in (*toll.claims, *toll.disputed_by) if name not in agreed]
    told = [claims[name] for name in (*agreed, *others)]
    acts = [claims[name] for name in incident.claims if claims[name].said.affirms]
    against = _against(acts, deniers, evidence)
    return msgspec.structs.replace(
        toll, grades=tuple(_grade(camp, acts, against, evidence) for camp in camps(told, one_number))
    )


def _grade(camp: Sequence[Claim], acts: Sequence[Claim], against: str, evidence: Evidence) -> Grade:
    """The grade of one figure, told by `camp`; `acts` are all that is said of its incident."""
    keys = tuple(sorted(claim.id for claim in camp))
    names = sorted({evidence.sources[claim.id].name for claim in camp})
    admitted = next((claim for claim in camp if _admits(claim, acts, evidence)), None)
    if evidence.withdrawn.issuperset(keys):
        return Grade(claims=keys, grade="discounted", why=f"{_listed(names)} took it back")
    if admitted is not None:
        who = evidence.witnesses.voices[admitted.id]
        return Grade(claims=keys, grade="confirmed", why=f"{who} says that it did it")
    if against:
        return Grade(claims=keys, grade="contested", why=against)
    if len(names) >= _TWO:
        return Grade(claims=keys, grade="fair", why=f"{len(names)} independent origins: {_listed(names)}")
    return Grade(claims=keys, grade="weak", why=f"one origin: {_listed(names)}")


def _admits(claim: Claim, acts: Sequence[Claim], evidence: Evidence) -> bool:
    """Whether a party says of itself that it did it: it names itself as the actor, or nobody and owns to the deed."""
    speaker = evidence.witnesses.speakers.get(claim.id)
    if speaker is None or claim.said.stance != "asserts":
        return False
    told = [claim] if claim.doer else [act for act in acts if act.doer and act.quote == claim.quote]
    if told:
        body = fold(evidence.body_of(speaker))
        return any(fold(evidence.body_of(act.doer or "")) == body for act in told)
    return claim.id in evidence.parties and evidence.owned.search(fold(claim.quote.text)) is not None


def _against(acts: Sequence[Claim], deniers: Mapping[str, Sequence[Claim]], evidence: Evidence) -> str:
    """What speaks against an incident as told: who denies it, or the opposed parties that sources name."""
    denials = {denial.id: denial for act in acts for denial in deniers.get(act.id, ())}
    names = sorted({evidence.sources[name].name for name in denials})
    if names:
        return f"denied by {_listed(names)}"
    parties: dict[str, set[str]] = {}
    voices: dict[str, set[str]] = {}
    for act in acts:
        side = evidence.side_of(act.doer) if act.doer else None
        if side and act.doer:
            parties.setdefault(side, set()).add(act.doer)
            voices.setdefault(side, set()).add(evidence.sources[act.id].name)
    if len(parties) < _TWO or set.intersection(*voices.values()):
        return ""
    return f"sources name opposed parties: {_listed(sorted(min(actors) for actors in parties.values()))}"


def _listed(names: Sequence[str]) -> str:
    start, last = ", ".join(names[:-1]), names[-1]
    return f"{start} and {last}" if start else last
