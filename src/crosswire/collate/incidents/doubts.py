"""Joins that a person should look at although they were made: those that the weights carried only just."""

from collections.abc import Iterable

from crosswire.records import Doubt, Incident, Reason

_JUST = 0.1  # above the threshold; a second small reason would have settled it


def just_joined(incidents: Iterable[Incident], join: float) -> tuple[Doubt, ...]:
    """The pairs of claims that were joined at a sum hardly above `join`, with their reasons, sorted by claims."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for incident in incidents:
        for reason in incident.why:
            if len(reason.claims) == 2:  # noqa: PLR2004  reasons of episodes are about more than a pair
                left, right = reason.claims
                found.setdefault((left, right), []).append(reason)
    sums = {pair: round(sum(reason.weight for reason in why), 6) for pair, why in found.items()}
    return tuple(
        Doubt(claims=pair, weight=sums[pair], why=tuple(why))
        for pair, why in sorted(found.items())
        if join <= sums[pair] < join + _JUST
    )
