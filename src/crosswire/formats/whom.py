"""Whom an act befell, in words: people by the words of the page, whatever else as what a statement is against."""

from collections.abc import Iterable
from functools import cache

from crosswire.codebook.kinds import Kinds
from crosswire.formats.brief.wording import load_kinds
from crosswire.records import Claim


def whom(claim: Claim) -> str | None:
    """`whom "mayor of Khovd"` for what befalls people, `against …` for other acts; None where nobody is named."""
    if claim.target is None:
        return None
    return f'whom "{claim.target}"' if _kinds().befalls(claim.kind) else f"against {claim.target}"


def briefly(claim: Claim) -> str:
    """The figure; without one the kind, with whom it befell: `killed (mayor of Khovd)`."""
    if claim.figure:
        return claim.figure.text
    return f"{claim.kind} ({claim.target})" if claim.target and aim(claim) is None else claim.kind


def aim(claim: Claim) -> str | None:
    """At what an act was aimed; None where nothing is named, or a person whom it befell without a number."""
    return _kinds().aim(claim)


def aimed(claims: Iterable[Claim]) -> list[Claim]:
    """Those of the claims that name at what an act was aimed."""
    return [claim for claim in claims if aim(claim) is not None]


@cache
def _kinds() -> Kinds:
    return load_kinds()
