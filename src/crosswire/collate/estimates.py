"""Which figures of casualties are estimates: reckoned from a sample or by a model, and not counted one by one."""

import re
from collections.abc import Iterable, Mapping, Sequence

from crosswire.codebook import Language
from crosswire.codebook.estimates import Estimates
from crosswire.codebook.kinds import Kinds
from crosswire.records import Claim, Document
from crosswire.text.folding import fold

_CASUALTIES = "casualties"  # the family of kinds of which monitors count some one by one
_STOPS = r"[;:–—]|\.\s|\n"


def estimated(
    claims: Iterable[Claim], documents: Mapping[str, Document], languages: Mapping[str, Language], kinds: Kinds
) -> frozenset[str]:
    """The ids of the claims whose figure is an estimate, by the words of its own clause."""
    rules = {code: _Rules(language.estimates, language.background.contrast) for code, language in languages.items()}
    first = next(iter(rules.values()))
    return frozenset(
        claim.id
        for claim in claims
        if claim.figure
        and kinds.kind[claim.kind].family == _CASUALTIES
        and rules.get(documents[claim.quote.document].language, first).holds(claim)
    )


class _Rules:
    """The words of one language, compiled."""

    def __init__(self, words: Estimates, contrast: Sequence[str]) -> None:
        self._stops = re.compile("|".join([_STOPS, *(rf"\b{re.escape(word)}\b" for word in contrast)]), re.IGNORECASE)
        self._sign = re.compile("|".join(sign.pattern for sign in words.sign))
        self._hedge = re.compile(words.hedge.pattern)

    def holds(self, claim: Claim) -> bool:
        """Whether the clause of the claim's figure calls it an estimate."""
        text = claim.quote.text
        number = claim.figure.text if claim.figure else ""
        at = max(0, text.find(number))
        start = max((stop.end() for stop in self._stops.finditer(text, 0, at)), default=0)
        end = next((stop.start() for stop in self._stops.finditer(text, at + len(number))), len(text))
        if self._sign.search(fold(text[start:end])):
            return True
        lead = fold(text[start : at + len(number)])
        return claim.scope == "cumulative" and bool(self._hedge.search(_before_number(lead, fold(number))))


def _before_number(lead: str, number: str) -> str:
    """What stands before the digits or the last word of a figure: `an estimated` of `an estimated 9,400`."""
    digits = re.search(r"\d", number)
    cut = len(number) - digits.start() if digits else len(number.rsplit(" ", 1)[-1])
    return lead[: len(lead) - cut].rstrip()
