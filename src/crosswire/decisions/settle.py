"""What each decision did to the finished ledger, said beside the ledger's own records."""

from collections.abc import Mapping

import msgspec

from crosswire.decisions.fields import RATING
from crosswire.decisions.judge import Judged
from crosswire.records import Effect, Grade, Ledger, Toll

APPLIED = "decisions"  # the setting of a run that says how many decisions it knew, and the hash of the last one
_FALSE = frozenset({"false", "mostly-false"})  # ratings that discount a figure


def settle(ledger: Ledger, judged: Judged) -> Ledger:
    """`ledger` with what each decision did; one that could not do what it says has a note."""
    if not judged.effects:
        return ledger
    incidents = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    sources = {claim: origin.id for origin in ledger.origins for claim in origin.claims}
    ledger = _discounted(ledger, judged)
    run = msgspec.structs.replace(ledger.run, settings={**ledger.run.settings, APPLIED: judged.decided})
    effects = tuple(_noted(effect, incidents, sources) for effect in judged.effects)
    return msgspec.structs.replace(ledger, run=run, decisions=effects)


def _discounted(ledger: Ledger, judged: Judged) -> Ledger:
    """`ledger` with `discounted` for each graded figure all of whose claims people rated false."""
    rated = {
        name: effect.decision.by
        for effect in judged.effects
        if effect.state == "applied" and effect.decision.args.get("value") in _FALSE and _is_rating(effect)
        for name in effect.about
    }
    if not rated:
        return ledger
    incidents = tuple(
        msgspec.structs.replace(one, tolls=tuple(_regraded(toll, rated) for toll in one.tolls))
        for one in ledger.incidents
    )
    return msgspec.structs.replace(ledger, incidents=incidents)


def _is_rating(effect: Effect) -> bool:
    return effect.decision.op == "set" and effect.decision.args.get("field") == RATING


def _regraded(toll: Toll, rated: Mapping[str, str]) -> Toll:
    grades = tuple(
        Grade(claims=one.claims, grade="discounted", why=f"rated false by {', '.join(sorted(who))}")
        if (who := {rated[name] for name in one.claims if name in rated}) and rated.keys() >= set(one.claims)
        else one
        for one in toll.grades
    )
    return msgspec.structs.replace(toll, grades=grades) if grades != toll.grades else toll


def _noted(effect: Effect, incidents: Mapping[str, str], sources: Mapping[str, str]) -> Effect:
    if effect.state != "applied" or len(effect.read) < len(effect.decision.anchors):
        return effect
    note = ""
    if effect.decision.op in {"same", "different"}:
        homes = [incidents.get(name) for name in effect.about]
        if None in homes:
            note = "one of the claims stands in no incident, so there is nothing to join or to part"
        elif (homes[0] == homes[1]) != (effect.decision.op == "same"):
            note = "the two could not be brought together" if effect.decision.op == "same" else "they stay one period"
    elif effect.decision.op == "same-origin" and len({sources.get(name) for name in effect.about}) > 1:
        note = "the two do not say the same thing, so their sources are not counted together"
    return msgspec.structs.replace(effect, note=note) if note else effect
