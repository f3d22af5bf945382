"""Which sentences of a page tell of one event: what goes on with the act told last, and what turns to another."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosswire.codebook.events import Events
from crosswire.read.clues import Clues, PlaceMention
from crosswire.read.opening import KNOWN, NEW
from crosswire.read.whereabouts import at_once
from crosswire.read.whereabouts.about import opened, saying
from crosswire.read.whereabouts.course import Course
from crosswire.read.whereabouts.ground import Ground, figure
from crosswire.read.whereabouts.lying import COARSE
from crosswire.read.whereabouts.turning import beginning
from crosswire.records import Place

_PUT = "the words put something there"
_ASIDE = frozenset(["something goes there", "somebody is brought there", "those who act are there", "a landmark only"])
_LEAD = 2  # sentences that open a page, heading included: they tell of one event
_SETTLED = frozenset(["stated", "relative"])


def events(page: Ground, clues: Clues, words: Events) -> Course:
    """The course of the page.

    A sentence goes on with the event told last, unless it turns to another day, another spot or "another attack"; one
    that tells a figure again goes back to that figure's event; "the attack" behind an older one is that before it.
    """
    acts = words.forms("act")
    counted = [sentence for sentence in page.sentences if sentence.index in page.counts]
    found = Course(
        meant=opened(page.sentences, acts, KNOWN),
        plural=saying(counted, words.forms("plural")),
        several=at_once.acts(counted, words),
        spans=at_once.days(counted, page.spans, words),
    )
    new, turned = opened(page.sentences, acts, NEW), beginning(page.sentences, page.turned | page.old, words)
    days = _days(clues)
    told: dict[tuple[str, int], int] = {}
    seen: dict[int, list[PlaceMention]] = defaultdict(list)
    dated: dict[int, dt.date] = {}
    now = last = 0
    back: int | None = None
    for sentence in page.sentences:
        at = sentence.index
        here = list(spots(at, page))
        opens = at not in found.meant and (at in page.counts or at in new)
        away = opens and _elsewhere(here, seen[now], page)
        figures = [key for draft in page.counts.get(at, ()) if (key := figure(draft))]
        again = next((told[key] for key in figures if key in told), None)
        if back is not None and at in found.meant and at not in page.old:
            now, away = back, False  # "Ten died in Hama in 2018. | The attack killed nine"
        back = None
        if again is not None:
            now = again
        elif at >= _LEAD and (at in turned or _another_day(days.get(at), dated.get(now)) or away):
            back = now if at in page.old else None
            now = last = last + 1
        found.event[at] = now
        for key in figures:
            told.setdefault(key, now)
        seen[now] += here
        if at in days:
            dated.setdefault(now, days[at])
    found.spots.update({number: every for number, every in seen.items() if every})
    return found


def spots(at: int, page: Ground) -> Iterator[PlaceMention]:
    """The spots at which a sentence puts something by name, and not only passes or describes another by them."""
    for mention in page.named.get(at, ()):
        standing = page.standing[mention]
        settled = _PUT in standing and not _ASIDE & standing and mention not in page.echoes
        if settled and mention.place.precision not in COARSE:
            yield mention


def lies(spot: Place, area: Place, page: Ground) -> bool:
    """Whether the spot lies in the area, as the gazetteer or the page itself says: "Samad Square in | Nawa"."""
    return holds(area, spot) or spot.name in page.inner.get(area.name, ())


def holds(area: Place, spot: Place) -> bool:
    """Whether the spot lies in the area, or may: of an unlisted spot the gazetteer knows no province."""
    if area.country != spot.country or area.name == spot.name or spot.precision == "country":
        return False
    if area.precision == "country":
        return True
    known = spot.admin1 in {None, area.admin1} or area.admin1 is None
    if area.precision == "admin1" or spot.precision != "settlement":
        return spot.precision != "admin1" and known
    namesake = area.precision != "settlement" or (area.admin1 or "").startswith(area.name)
    return spot.admin1 == area.admin1 and namesake  # "Quneitra" is read as the town, and may be its province


def _another_day(day: dt.date | None, told: dt.date | None) -> bool:
    return None not in {day, told} and day != told


def _elsewhere(here: Sequence[PlaceMention], before: Sequence[PlaceMention], page: Ground) -> bool:
    """Whether a sentence puts something at other spots than those of the event told last."""
    return bool(here and before) and not any(_nested(one.place, other.place, page) for one in here for other in before)


def _nested(one: Place, other: Place, page: Ground) -> bool:
    return one.name == other.name or lies(one, other, page) or lies(other, one, page)


def _days(clues: Clues) -> dict[int, dt.date]:
    """The day of each sentence that tells one."""
    found: dict[int, dt.date] = {}
    for date in clues.dates:
        when = date.when
        if when is not None and not date.since and when.first == when.last and when.basis in _SETTLED:
            found.setdefault(date.sentence, when.first)
    return found
