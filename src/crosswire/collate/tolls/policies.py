"""How figures that stand side by side become one row: by named policies that print only what a source printed.

ucdp     lowest, best and highest of the independent current figures; best is the one with most origins, then the more
         recent, then the lower. Words without a number give none. (UCDP GED codebook: low, best, high)
acled    one integer, the lowest; words become ACLED's integers, which the name of the policy declares. (ACLED codebook)
airwars  the span from lowest to highest, no best. (Airwars methodology: minimum and maximum)
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from crosswire.collate.tolls.standings import Standing
from crosswire.records import Figure
from crosswire.text.folding import words

Numbers = tuple[int | None, int | None, int | None]
Policy = Callable[[Sequence[Standing], Mapping[str, int]], Numbers]


class PolicyError(ValueError):
    """There is no policy of that name."""


def policy(name: str) -> Policy:
    """The policy of that name. Raises `PolicyError`."""
    if name not in _POLICIES:
        message = f"There is no policy {name!r} for tolls. Choose one of: {', '.join(sorted(_POLICIES))}."
        raise PolicyError(message)
    return _POLICIES[name]


def best_first(standings: Sequence[Standing]) -> list[Standing]:
    """Most origins first, then the more recent, then the lower."""

    def recency(one: Standing) -> float:
        running = one.claims[0].scope == "cumulative"
        if one.told != dt.date.min or not running:
            return one.told.toordinal()
        lower = [other.told.toordinal() for other in standings if other.figure.low < one.figure.low]
        return max(lower, default=0) + 0.5  # a running total without a day is younger than the totals below it

    return sorted(standings, key=lambda one: (-len(one.origins), -recency(one), one.figure.low, one.claims[0].id))


def printed(figure: Figure) -> tuple[int, int] | None:
    """The lowest and highest number that the source printed; none for words without a number."""
    if figure.value is None:
        return None
    ends = str(figure.high) in figure.text.replace(",", "")  # "10 to 15"; the high end of "about 60" nobody printed
    return figure.value, figure.high if ends and figure.high is not None else figure.value


def _ucdp(standings: Sequence[Standing], _: Mapping[str, int]) -> Numbers:
    low, high = _span(standings)
    best = next((one.figure.value for one in best_first(standings) if one.figure.value is not None), None)
    return low, best, high


def _acled(standings: Sequence[Standing], integers: Mapping[str, int]) -> Numbers:
    values = [number for one in standings if (number := _integer(one.figure, integers)) is not None]
    lowest = min(values, default=None)
    return lowest, lowest, lowest


def _airwars(standings: Sequence[Standing], _: Mapping[str, int]) -> Numbers:
    low, high = _span(standings)
    return low, None, high


def _span(standings: Sequence[Standing]) -> tuple[int | None, int | None]:
    spans = [span for one in standings if (span := printed(one.figure))]
    return min((low for low, _ in spans), default=None), max((high for _, high in spans), default=None)


def _integer(figure: Figure, integers: Mapping[str, int]) -> int | None:
    if span := printed(figure):
        return span[0]
    told = f" {' '.join(words(figure.text))} "
    known = sorted((word for word in integers if f" {word} " in told), key=lambda word: (-len(word), word))
    return integers[known[0]] if known else None


_POLICIES: dict[str, Policy] = {"ucdp": _ucdp, "acled": _acled, "airwars": _airwars}
