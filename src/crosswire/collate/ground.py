"""How two places stand to each other on the ground, as far as their precision tells."""

import difflib
import re
from functools import lru_cache
from typing import Literal

from crosswire.gazetteer import UNIT_WORDS, distance_km
from crosswire.records import Place
from crosswire.text.folding import fold, words

Agreement = Literal["same", "inside", "district", "differ", "unknown"]

_CITY = 25.0  # kilometres: districts that lie closer can belong to one city
_UNIT = 60.0  # kilometres: what lies so near to the middle of a county may lie in it
_NEAR = 5.0  # kilometres: settlements that lie closer may be two names of one place (RULINGS 37)
_LIST = re.compile(r", | and ")  # between the names of places for which one count was given
_VARIANT = 0.75  # names of unresolved places that are so alike may be spellings of one name


def agreement(left: Place | None, right: Place | None) -> Agreement:
    """Whether two places are the same, one inside the other, districts of one city, different, or not to be told."""
    if left is None or right is None or "unnamed" in (left.precision, right.precision):
        return "unknown"
    if spot(left) == spot(right):
        return "same"
    if left.country and right.country and left.country != right.country:
        return "unknown" if _written_alike(left, right) else "differ"
    return _on_one_ground(left, right)


def _on_one_ground(left: Place, right: Place) -> Agreement:
    coarse, fine = sorted((left, right), key=lambda place: -_ORDER[place.precision])
    if coarse.precision == "country":
        return "inside"
    if coarse.precision == "admin1" and fine.precision != "admin1":
        return _within(fine, coarse)
    if _named_after(fine, coarse) or _named_after(coarse, fine):
        return "inside"
    return "unknown" if _written_alike(left, right) else _apart(left, right)


def spot(place: Place) -> str:
    """The key of a place: its id, else its folded name."""
    return place.id or fold(place.name)


def kilometres(left: Place, right: Place) -> float | None:
    """The distance over ground between two places that have coordinates."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    return distance_km((left.lat, left.lon), (right.lat, right.lon))


_ORDER = {"exact": 0, "district": 1, "settlement": 2, "unknown": 2, "unnamed": 2, "admin1": 3, "country": 4}


def _within(fine: Place, province: Place) -> Agreement:
    if fine.admin1 is None:
        return "unknown"
    return "inside" if fold(fine.admin1) in (fold(province.name), fold(province.admin1 or "")) else "differ"


def _written_alike(left: Place, right: Place) -> bool:
    """Whether two pages write one name and take it for two places: one of them is likely to be wrong.

    So it is where "East Orsha" and "Orsha" were taken for two towns of one name.
    """
    return fold(left.text) == fold(right.text) or fold(left.name) == fold(right.name)


def _named_after(site: Place, town: Place) -> bool:
    """Whether an unresolved place is a site of the town whose name opens its own: `Orsha market`, not `Orsha Hills`."""
    names = (f"{name} " for name in (town.name, town.text))
    return site.lat is None and any(site.name.startswith(name) and site.name[len(name) :].islower() for name in names)


def _one_of(left: Place, right: Place) -> bool:
    """Whether one of the two lists the other: `Aleppo and Idlib` lists `Idlib`."""
    lists = [[fold(name) for name in _LIST.split(place.name)] for place in (left, right)]
    return any(
        len(several) > 1 and place.precision == "unknown" and bool({fold(other.name), fold(other.text)} & set(several))
        for several, place, other in ((lists[0], left, right), (lists[1], right, left))
    )


def _apart(left: Place, right: Place) -> Agreement:
    far = kilometres(left, right)
    if far is None and _one_of(left, right):
        return "inside"
    if far is None:
        return "unknown" if _alike(*sorted((fold(left.name), fold(right.name)))) >= _VARIANT else "differ"
    if _is_unit(left) is not _is_unit(right):
        return "inside" if far <= _CITY else "unknown" if far <= _UNIT else "differ"
    fine = [place.precision in ("district", "exact") for place in (left, right)]
    if all(fine):
        return "district" if far <= _CITY else "differ"
    if any(fine):
        return "inside" if far <= _CITY else "differ"
    return "unknown" if far <= _NEAR else "differ"


def _is_unit(place: Place) -> bool:
    """Whether the place is a county or the like, which lies around towns and is no part of one."""
    return place.precision == "district" and not UNIT_WORDS.isdisjoint(words(place.name))


@lru_cache(maxsize=65536)
def _alike(left: str, right: str) -> float:
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio()
