"""Where and when two claims lie to each other: reasons from places and days, firm where the words themselves tell.

A place or day that a claim's own words name is firm. One that was taken over from its page says little against another:
a page that came out on Tuesday may tell of Monday, and a street's name may be all that a sentence says of a city.
"""

import datetime as dt

from crosswire.collate.ground import kilometres
from crosswire.collate.incidents.pairs import Pair, names_place
from crosswire.records import Claim
from crosswire.text.folding import words

DAYS = 4  # a page that names no day tells of what happened within so many days
NEAR = 1
_MONTHS = 92  # days from which a page without a day of its own tells of something else, whatever its words
SOFT = ("dateline", "published", "updated", "page", "none")  # days that no words of the page give to the event
_CLOSE = 30.0  # kilometres: a road, a suburb or a county seat may stand for the town beside it
_WIDE = ("country", "admin1")
_UNSURE = ("unknown", "unnamed")


def places_agree(pair: Pair) -> bool:
    """Whether both name one place that is no whole province or country."""
    return pair.ground == "same" and not _is_wide(pair)


def one_wide_area(pair: Pair) -> bool:
    """Whether both name the same province or country and nothing closer."""
    return pair.ground == "same" and _is_wide(pair)


def one_place_in_the_other(pair: Pair) -> bool:
    """Whether one place holds the other."""
    return pair.ground == "inside"


def different_districts(pair: Pair) -> bool:
    """Whether the districts differ inside one city."""
    return pair.ground == "district"


def places_differ(pair: Pair) -> bool:
    """Whether the words of both name different places that are known and lie far from each other."""
    return _differ(pair) and _are_firm(pair) and not _is_close(pair)


def places_lie_close(pair: Pair) -> bool:
    """Whether the words of both name different places that lie close to each other."""
    return _differ(pair) and _are_firm(pair) and _is_close(pair)


def places_may_differ(pair: Pair) -> bool:
    """Whether the places differ, but one of them is unknown or was taken over from its page."""
    return _differ(pair) and not _are_firm(pair)


def words_name_the_place(pair: Pair) -> bool:
    """Whether one claim has no place, and its words name that of the other: "a resident of Hama said a strike …"."""
    return _names(pair.left, pair.right) or _names(pair.right, pair.left)


def one_is_put_nowhere(pair: Pair) -> bool:
    """Whether one claim has no place, and its words do not name that of the other, of another page."""
    bare = (pair.left.place is None) != (pair.right.place is None)
    return bare and not pair.one_page and not words_name_the_place(pair)


def _names(bare: Claim, other: Claim) -> bool:
    if bare.place is not None or other.place is None:
        return False
    told = f" {' '.join(words(bare.quote.text))} "
    return any(f" {' '.join(words(name))} " in told for name in (other.place.text, other.place.name))


def days_agree(pair: Pair) -> bool:
    """Whether both name one day."""
    return _gap(pair) == 0 and not _soft(pair)


def days_may_agree(pair: Pair) -> bool:
    """Whether one day can be meant by both, but one of them was taken over from its page."""
    return _gap(pair) == 0 and _soft(pair)


def days_apart(pair: Pair) -> bool:
    """Whether the words of both name days, and no day that both can mean."""
    return bool(_gap(pair)) and not _soft(pair)


def days_differ_by_one(pair: Pair) -> bool:
    """Whether the days that both name lie next to each other."""
    return _gap(pair) == NEAR and not _soft(pair)


def words_name_two_days(pair: Pair) -> bool:
    """Whether the very words of both name days that do not even lie next to each other."""
    return (_gap(pair) or 0) > NEAR and not _soft(pair) and all(names_day(claim) for claim in (pair.left, pair.right))


def names_day(claim: Claim) -> bool:
    """Whether the claim's own words name its day."""
    return claim.when is not None and bool(claim.when.text) and claim.when.text in claim.quote.text


def days_differ(pair: Pair) -> bool:
    """Whether the days differ by more, or one claim was told before the other's event, or long after it elsewhere.

    No page of the same story tells of it as news months later.
    """
    gap = _gap(pair)
    if words_name_two_days(pair):
        return False
    if _told_too_early(pair):
        return True
    if gap is None or not _soft(pair):
        return gap is not None and gap > NEAR
    return gap > (_MONTHS if pair.one_story else DAYS)


def place_and_day_differ(pair: Pair) -> bool:
    """Whether the words of both name different places, on a map or not, and different days."""
    named = names_place(pair.left) and names_place(pair.right) and _differ(pair)
    return named and days_apart(pair)


def told_long_apart(pair: Pair) -> bool:
    """Whether one story's pages, of which one names no day, came out many days apart."""
    gap = _gap(pair)
    return gap is not None and DAYS < gap <= _MONTHS and pair.one_story and _soft(pair)


def told_on_one_day(pair: Pair) -> bool:
    """Whether neither names a day and both were told on the same one."""
    told = pair.witnesses.told(pair.left)
    return told is not None and not pair.left.when and not pair.right.when and told == pair.witnesses.told(pair.right)


def _is_wide(pair: Pair) -> bool:
    return any(claim.place is not None and claim.place.precision in _WIDE for claim in (pair.left, pair.right))


def _differ(pair: Pair) -> bool:
    return pair.ground == "differ"


def _is_close(pair: Pair) -> bool:
    if pair.left.place is None or pair.right.place is None:
        return False
    far = kilometres(pair.left.place, pair.right.place)
    return far is not None and far <= _CLOSE


def _are_firm(pair: Pair) -> bool:
    """Whether both places are told firmly; a street or site that is on no map may lie in a town that is on one."""
    if not (_is_firm(pair.left) and _is_firm(pair.right)):
        return False
    mapped = [claim.place is not None and claim.place.lat is not None for claim in (pair.left, pair.right)]
    return mapped[0] == mapped[1]


def _is_firm(claim: Claim) -> bool:
    return names_place(claim) and claim.place is not None and claim.place.precision not in _UNSURE


def _soft(pair: Pair) -> bool:
    left, right = pair.left.when, pair.right.when
    if (left is not None and left.basis in SOFT) or (right is not None and right.basis in SOFT):
        return True
    return _counts_anew(pair.left, pair.right, pair) or _counts_anew(pair.right, pair.left, pair)


def _counts_anew(late: Claim, early: Claim, pair: Pair) -> bool:
    """Whether one may name the day on which the dead of the other's day were counted anew."""
    if late.id not in pair.around.recounts or late.when is None or early.when is None:
        return False
    return dt.timedelta() < late.when.first - early.when.last <= dt.timedelta(days=DAYS)


def _gap(pair: Pair) -> int | None:
    left, right = pair.left.when, pair.right.when
    if left is None or right is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _told_too_early(pair: Pair) -> bool:
    """Whether a claim that names no day was told before the other's event, or long after it in another story."""
    return any(_misses(dated, other, pair) for dated, other in ((pair.left, pair.right), (pair.right, pair.left)))


def _misses(dated: Claim, other: Claim, pair: Pair) -> bool:
    told = pair.witnesses.told(other)
    if dated.when is None or dated.when.basis in SOFT or told is None:
        return False
    if other.when is not None and other.when.basis not in SOFT:
        return False
    late = told - dated.when.last > dt.timedelta(days=DAYS) and not pair.one_story
    return told < dated.when.first or late
