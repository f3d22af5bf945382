"""What the words of a denial tell beside its speaker: whom the page has deny, and whether he was accused."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.copying import Sign
from crosswire.codebook.denials import Denials
from crosswire.records import Claim
from crosswire.text.folding import words

SideOf = Callable[[str, str | None], str | None]

_STEM = 4  # letters that a land and its adjective have in common at least
_KEPT = 1 << 12  # quotes whose words are kept: one denial is laid beside many claims
_LITTLE = frozenset({"the", "a", "an", "its", "their", "his", "her", "of", "for"})


def _unknown(actor: str, country: str | None) -> str | None:  # noqa: ARG001  knows no sides
    return None


def share(one: str, other: str) -> bool:
    """Whether two names have a word in common; a land and its adjective are one word: `Russia`, `Russian`."""
    return any(
        left == right or (min(len(left), len(right)) >= _STEM and (left.startswith(right) or right.startswith(left)))
        for left in words(one)
        for right in words(other)
    )


@dataclass(frozen=True, slots=True)
class Denying:
    """The patterns of all languages by which a denial is understood."""

    deniers: tuple[re.Pattern[str], ...] = ()
    charges: tuple[re.Pattern[str], ...] = ()
    reports: tuple[re.Pattern[str], ...] = ()
    left_open: tuple[re.Pattern[str], ...] = ()
    added: tuple[re.Pattern[str], ...] = ()
    side_of: SideOf = _unknown

    def one_party(self, one: Claim, other: Claim) -> bool:
        """Whether the doers whom two claims name can be one: a word in common, or a common noun for the same side.

        "The army" of one page is the Sudanese Armed Forces of another.
        """
        if share(one.doer or "", other.doer or ""):
            return True
        sides = {self.side_of(claim.doer or "", claim.place.country if claim.place else None) for claim in (one, other)}
        common = any(claim.doer and claim.doer.islower() for claim in (one, other))
        return common and len(sides) == 1 and None not in sides

    def denier(self, claim: Claim) -> str:
        """Whoever denies in the quote, as the page has it: `the group`; empty where no pattern tells."""
        return _denier(self.deniers, claim.quote.text)

    def is_charge(self, claim: Claim) -> bool:
        """Whether the quote denies a deed that somebody was said to have done, and no state of things."""
        return _any(self.charges, claim)

    def is_of_report(self, claim: Claim) -> bool:
        """Whether the quote denies what was said before, without a word of its own on what that is."""
        return _any(self.reports, claim)

    def is_left_open(self, claim: Claim) -> bool:
        """Whether the quote denies nothing: "has not denied the report"."""
        return claim.kind == "denied" and _any(self.left_open, claim)

    def is_own(self, denial: Claim, claim: Claim) -> bool:
        """Whether whoever denies in a quote says `claim` in it, too: "the army denied it, saying its planes had …"."""
        if denial.quote != claim.quote or claim.said.name is None:
            return False
        if denial.said.name is None and _any(self.added, denial):
            return True
        mine, said = (set(words(name)) - _LITTLE for name in (self.denier(denial), claim.said.name))
        return not mine.isdisjoint(said)


def denying(languages: Iterable[Denials], side_of: SideOf) -> Denying:
    """The `Denying` of these languages; `side_of` gives the side of an actor in the country with some code."""
    known = tuple(languages)
    return Denying(
        deniers=_compiled(one.denier for one in known),
        charges=_compiled(one.charge for one in known),
        reports=_compiled(one.report for one in known),
        left_open=_compiled(one.left_open for one in known),
        added=_compiled(one.added for one in known),
        side_of=side_of,
    )


def _compiled(signs: Iterable[Sign]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sign.pattern, re.IGNORECASE) for sign in signs)


def _any(patterns: tuple[re.Pattern[str], ...], claim: Claim) -> bool:
    return _stands(patterns, claim.quote.text)


@lru_cache(maxsize=_KEPT)
def _stands(patterns: tuple[re.Pattern[str], ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


@lru_cache(maxsize=_KEPT)
def _denier(patterns: tuple[re.Pattern[str], ...], text: str) -> str:
    found = (pattern.search(text) for pattern in patterns)
    return next((" ".join(match[1].split()) for match in found if match), "")


SILENT = Denying()  # knows no language
