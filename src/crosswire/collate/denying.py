"""What the words of a denial tell beside its speaker: whom the page has deny, and whether he was accused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosswire.codebook.denials import Denials
from crosswire.records import Claim
from crosswire.text.folding import words

_LITTLE = frozenset({"the", "a", "an", "its", "their", "his", "her", "of", "for"})


@dataclass(frozen=True, slots=True)
class Denying:
    """The patterns of all languages by which a denial is understood."""

    deniers: tuple[re.Pattern[str], ...] = ()
    charges: tuple[re.Pattern[str], ...] = ()
    reports: tuple[re.Pattern[str], ...] = ()

    def denier(self, claim: Claim) -> str:
        """Whoever denies in the quote, as the page has it: `the group`; empty where no pattern tells."""
        found = (pattern.search(claim.quote.text) for pattern in self.deniers)
        return next((" ".join(match[1].split()) for match in found if match), "")

    def is_charge(self, claim: Claim) -> bool:
        """Whether the quote denies a deed that somebody was said to have done, and no state of things."""
        return any(pattern.search(claim.quote.text) for pattern in self.charges)

    def is_of_report(self, claim: Claim) -> bool:
        """Whether the quote denies what was said before, without a word of its own on what that is."""
        return any(pattern.search(claim.quote.text) for pattern in self.reports)

    def is_own(self, denial: Claim, claim: Claim) -> bool:
        """Whether whoever denies in a quote says `claim` in it, too: "the army denied it, saying its planes had …"."""
        if denial.quote != claim.quote or claim.said.speaker is None:
            return False
        mine, said = (set(words(name)) - _LITTLE for name in (self.denier(denial), claim.said.speaker))
        return not mine.isdisjoint(said)


def denying(languages: Iterable[Denials]) -> Denying:
    """The `Denying` of these languages."""
    known = tuple(languages)
    signs = ([one.denier for one in known], [one.charge for one in known], [one.report for one in known])
    return Denying(*(tuple(re.compile(sign.pattern, re.IGNORECASE) for sign in group) for group in signs))


SILENT = Denying()  # knows no language
