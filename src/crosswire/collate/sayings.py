"""Days of a saying: they date no occurrence, and stand for the day on which the page came out."""

from collections.abc import Iterable

import msgspec

from crosswire.codebook.reasons import Reasons
from crosswire.records import Claim, Reading
from crosswire.text.folding import words

_RISEN = 6  # words between a count that rises and its day: "rose to ten by the evening of | Monday"


def as_of_the_page(readings: Iterable[Reading], reasons: Reasons) -> tuple[Reading, ...]:
    """The readings, with each day of a saying or of a count marked as no better than the day of its page.

    "Forty people were killed in the raid on Arvo, the mayor said on Friday" and "the toll rose to 40 on Friday" do not
    say that the raid was on Friday.
    """
    return tuple(
        msgspec.structs.replace(one, claims=tuple(_softened(claim, reasons) for claim in one.claims))
        for one in readings
    )


def _softened(claim: Claim, reasons: Reasons) -> Claim:
    if claim.when is None or claim.scope != "incident" or not is_of_saying(claim, reasons):
        return claim
    return msgspec.structs.replace(claim, when=msgspec.structs.replace(claim.when, basis="published"))


def is_of_saying(claim: Claim, reasons: Reasons) -> bool:
    """Whether a word of speech, or of a count that changed, stands right before the words of the claim's day."""
    when = claim.when
    if when is None or when.basis != "relative" or when.first != when.last or not when.text:
        return False
    before, day, _ = claim.quote.text.partition(when.text)
    told = words(before) if day else []
    if not reasons.rises.isdisjoint(told[-_RISEN:]):
        return True
    while told and told[-1] in reasons.between:
        told.pop()
    return bool(told) and told[-1] in reasons.sayings
