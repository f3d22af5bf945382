"""Whom an act befell, in words: people by the words of the page, whatever else as what a statement is against."""

from functools import cache

from crosswire.formats.brief.wording import BEFALLING, load_kinds
from crosswire.records import Claim


def whom(claim: Claim) -> str | None:
    """`whom "mayor of Khovd"` for what befalls people, `against …` for other acts; None where nobody is named."""
    if claim.target is None:
        return None
    return f'whom "{claim.target}"' if claim.kind in _befalling() else f"against {claim.target}"


def briefly(claim: Claim) -> str:
    """The figure; without one the kind, with whom it befell: `killed (mayor of Khovd)`."""
    if claim.figure:
        return claim.figure.text
    return f"{claim.kind} ({claim.target})" if claim.target and not is_party(claim) else claim.kind


def is_party(claim: Claim) -> bool:
    """Whether the target, if any, is what an act was aimed at, and no person whom it befell without a number."""
    return claim.figure is not None or claim.kind not in _befalling()


@cache
def _befalling() -> frozenset[str]:
    """The kinds of claim of what befalls people."""
    return frozenset(name for name, kind in load_kinds().kind.items() if kind.family in BEFALLING)
