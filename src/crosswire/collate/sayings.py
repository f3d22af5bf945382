"""Days of a saying or of a count: they date no occurrence, and are worth no more than the day of their page."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

import msgspec

from crosswire.codebook.calendar import Calendar
from crosswire.codebook.reasons import Reasons
from crosswire.records import Claim, Document, Figure, Reading, When
from crosswire.text.folding import words

_KNOWN = ("relative", "published", "dateline")
_STATED = "stated"
_FOLLOWS = 10  # words between a deed that follows an occurrence and its day: "arrested a man in the old town on |"
_RISEN = 6  # words between a count that rises and its day: "rose to ten by the evening of | Monday"
_NEAR = 120  # letters beside a day that are looked at
_WEEK = 7
_BETWEEN = 3  # words between a day and the attack that was on it: "Monday's early missile | strike"
_MONTH, _SEVERAL = 30, 2  # days before, at most and at least, for "days after"
_LOOSE = 3  # days around "two weeks after"
_CLAUSE = 70  # letters from "two days after" to the count of what was before


def as_of_the_page(
    readings: Iterable[Reading], reasons: Reasons, calendars: Mapping[str, Calendar]
) -> tuple[Reading, ...]:
    """The readings with the days of their occurrences, where the nearest day of a sentence is another.

    "Forty people were killed in the raid on Arvo, the mayor said on Friday" and "the toll rose to 40 on Friday" do not
    say that the raid was on Friday: such a day is worth as much as the day of the page. "The toll of Monday's raid rose
    to 40 on Friday" is of Monday, and of "on Friday a bomb killed two, three days after 40 had died" the 40 died on
    Tuesday.
    """
    return tuple(_dated(one, reasons, calendars) for one in readings)


def _dated(reading: Reading, reasons: Reasons, calendars: Mapping[str, Calendar]) -> Reading:
    page = reading.document
    calendar = calendars.get(page.language) if page else None
    if page is None or calendar is None:
        return reading
    return msgspec.structs.replace(
        reading,
        claims=tuple(
            _redated(claim, page, reasons, calendar) if _is_closely_dated(claim) else claim for claim in reading.claims
        ),
    )


def _redated(claim: Claim, page: Document, reasons: Reasons, calendar: Calendar) -> Claim:
    if claim.when is not None and claim.when.basis == _STATED:
        return _unstamped(claim, reasons)
    spoken = _is_of_saying(claim, page, reasons)
    found = _of_event(claim, reasons, calendar) if spoken else claim
    return msgspec.structs.replace(found, when=_before(found, calendar))


def _is_closely_dated(claim: Claim) -> bool:
    when = claim.when
    known = when is not None and when.basis in (*_KNOWN, _STATED)
    return known and claim.scope == "incident" and when is not None and when.first == when.last


def _unstamped(claim: Claim, reasons: Reasons) -> Claim:
    """The claim, whose day is that of its page where it stands in a stamp: "Posted: 11 July 2013", "(08/18/16) -"."""
    when, told = claim.when, claim.quote.text
    before, named, _ = told.partition(when.text if when else "")
    stamped = before.strip() == "(" or not reasons.stamps.isdisjoint(words(before)[-1:])
    if when is None or not named or not stamped:
        return claim
    return msgspec.structs.replace(claim, when=msgspec.structs.replace(when, basis="dateline"))


def _is_of_saying(claim: Claim, page: Document, reasons: Reasons) -> bool:
    """Whether a word of speech, or of a count that changed, stands right beside the words of the claim's day.

    A claim whose own words name no day has that of a sentence before it.
    """
    when, quote = claim.when, claim.quote
    if when is None or when.basis != "relative" or not when.text:
        return False
    before, named, after = quote.text.partition(when.text)
    if not named:
        before, named, after = page.text[: quote.start].rpartition(when.text)
    if not named:
        return False
    told = words(before[-_NEAR:])
    return _is_beside(told, words(after[:_NEAR])[:1], reasons) or _follows(told, after, claim, reasons)


def _follows(told: list[str], after: str, claim: Claim, reasons: Reasons) -> bool:
    """Whether a deed that follows an occurrence stands before the day, and the count behind it in a clause of its own.

    "A man was arrested on Friday over the blast that killed two", not "they arrested 30 on Friday and killed two". Or
    the count tells of whom the deed befell: "a man accused of killing two was arrested on Friday".
    """
    if claim.figure is None or reasons.follows.isdisjoint(told[-_FOLLOWS:]):
        return False
    met = re.search(_stands(claim.figure), after)
    if met is not None:
        return not reasons.under.isdisjoint(words(after[: met.start()]))
    count = words(claim.figure.text)
    spots = [at for at in range(len(told)) if told[at : at + len(count)] == count]
    return (
        bool(spots)
        and any(word in reasons.suspected and behind == "of" for word, behind in pairwise(told[: spots[-1]]))
        and not reasons.follows.isdisjoint(told[spots[-1] :][-_FOLLOWS:])
    )


def _is_beside(told: list[str], behind: Collection[str], reasons: Reasons) -> bool:
    if not reasons.rises.isdisjoint([*told[-_RISEN:], *behind]) or not reasons.sayings.isdisjoint(behind):
        return True
    if told[-1:] == [reasons.until]:
        return True
    while told and told[-1] in reasons.between:
        told.pop()
    return bool(told) and told[-1] in reasons.sayings


def _of_event(claim: Claim, reasons: Reasons, calendar: Calendar) -> Claim:
    """The day of the attack that the sentence names by it ("Monday's strike"), else no more than that of the page."""
    when = claim.when
    if when is None:
        return claim
    attacks = "|".join(map(re.escape, reasons.attacks))
    named = "|".join(map(re.escape, calendar.weekdays))
    met = re.search(
        rf"\b(?P<day>{named})(?: \w+)?['’]?s (?:[\w-]+ ){{0,{_BETWEEN}}}?(?i:{attacks})\b", claim.quote.text
    )
    met = met or _behind_count(claim, when, named, reasons)
    if met is None:
        return msgspec.structs.replace(claim, when=msgspec.structs.replace(when, basis="published"))
    back = (when.first.weekday() - calendar.weekdays[met["day"]]) % _WEEK
    day = when.first - dt.timedelta(days=back)
    return msgspec.structs.replace(claim, when=When(first=day, last=day, text=met["day"], basis="relative"))


def _behind_count(claim: Claim, when: When, named: str, reasons: Reasons) -> re.Match[str] | None:
    """The weekday behind the count in its own clause: "charged on Friday over the blast that killed two on Tuesday"."""
    _, _, after = claim.quote.text.partition(when.text)
    if claim.figure is None:
        return None
    met = re.search(rf"{_stands(claim.figure)}(?P<clause>[^,;.]*?)\b(?P<day>{named})\b", after)
    if met is None or met["day"] in when.text or not reasons.follows.isdisjoint(words(met["clause"])):
        return None
    return met


def _stands(figure: Figure) -> str:
    """The pattern by which a count is found where it stands as words of its own."""
    return rf"\b{re.escape(figure.text)}\b"


def _before(claim: Claim, calendar: Calendar) -> When | None:
    """The day of what the sentence counts as having happened so long before its own: ", two days after 40 died"."""
    when, figure = claim.when, claim.figure
    if when is None or figure is None:
        return when
    numbers = "|".join(map(re.escape, sorted(calendar.numbers, key=len, reverse=True)))
    met = re.search(
        rf"(?i)(?:,|\bc[ao]m(?:e|es|ing)) (?P<text>(?:(?P<number>{numbers}|\d{{1,3}}) )?(?P<unit>day|week)s? after)\b"
        rf"[^,;.]{{0,{_CLAUSE}}}?{_stands(figure)}",
        claim.quote.text,
    )
    own = re.search(_stands(figure), claim.quote.text)
    if met is None or when.text in met[0] or (own and own.start() < met.start()):
        return when
    days = _WEEK if met["unit"].lower() == "week" else 1
    number = met["number"]
    if number is None:
        first, last = when.first - dt.timedelta(days=_MONTH), when.first - dt.timedelta(days=_SEVERAL * days)
    else:
        told = days * (int(number) if number.isdigit() else calendar.numbers[number.lower()])
        first = last = when.first - dt.timedelta(days=told)
    loose = dt.timedelta(days=_LOOSE if number and days == _WEEK else 0)
    return When(first=first - loose, last=last + loose, text=met["text"], basis=when.basis)
