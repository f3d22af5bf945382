"""What each decision did to the finished ledger, said beside the ledger's own records."""

from collections.abc import Mapping

import msgspec

from crosswire.decisions.judge import Judged
from crosswire.records import Effect, Ledger

APPLIED = "decisions"  # the setting of a run that says how many decisions it knew, and the hash of the last one


def settle(ledger: Ledger, judged: Judged) -> Ledger:
    """`ledger` with what each decision did; one that could not do what it says has a note."""
    if not judged.effects:
        return ledger
    incidents = {claim: incident.id for incident in ledger.incidents for claim in incident.claims}
    sources = {claim: origin.id for origin in ledger.origins for claim in origin.claims}
    run = msgspec.structs.replace(ledger.run, settings={**ledger.run.settings, APPLIED: judged.decided})
    effects = tuple(_noted(effect, incidents, sources) for effect in judged.effects)
    return msgspec.structs.replace(ledger, run=run, decisions=effects)


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
