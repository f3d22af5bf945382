"""Running totals: a series goes on over many stories, and two series stay two."""

import datetime as dt

from readings_by_hand import Draft, count, ledger, page, place, told

from crosswire.records import Ledger, Place, Reading, When

LAND, OTHER = place("Orsha Province", "admin1"), place("Talvik Province", "admin1")
MINISTRY = "Orsha health ministry"
FILL = (
    "Farmers brought in wheat and barley while traders argued over canals and pumps in the upper valley",
    "Students returned to lecture halls where chemistry and music teachers had prepared new courses for winter",
)


def _report(number: int, day: str, since: str | None = None, where: Place = LAND) -> Reading:
    last = dt.date.fromisoformat(day)
    first = dt.date.fromisoformat(since) if since else last
    when = When(first=first, last=last, text=since or day, basis="stated")
    figure = count(number)
    draft = Draft(
        kind="killed", figure=figure, counted="people", place=where, speaker=MINISTRY, scope="cumulative", when=when
    )
    said = told(f"The ministry has counted {number} dead in {where.name}.", draft)
    return page(f"p{number}", said, told(FILL[number % 2]), published=day)


def _rows(found: Ledger) -> list[tuple[int | None, int]]:
    return sorted((toll.best, len(toll.supersedes)) for one in found.incidents for toll in one.tolls if toll.best)


def test_a_series_from_one_day_on_is_one_chain_over_all_stories() -> None:
    reports = [_report(100, "2031-02-01", "2031-01-05"), _report(401, "2031-09-01", "2031-01-05")]
    assert _rows(ledger(*reports)) == [(401, 1)]


def test_a_rising_series_without_a_first_day_is_one_chain() -> None:
    assert _rows(ledger(_report(100, "2031-02-01"), _report(201, "2031-02-20"))) == [(201, 1)]


def test_series_from_two_days_on_or_of_two_lands_stay_two() -> None:
    begun = [_report(100, "2031-02-01", "2031-01-05"), _report(401, "2031-09-01", "2031-06-05")]
    assert _rows(ledger(*begun)) == [(100, 0), (401, 0)]
    lands = [_report(100, "2031-02-01"), _report(201, "2031-02-20", where=OTHER)]
    assert _rows(ledger(*lands)) == [(100, 0), (201, 0)]


def test_a_period_runs_from_its_first_day_in_the_land_that_its_words_name() -> None:
    begun = _report(401, "2031-09-01", "2031-01-05")
    (found,) = (one for one in ledger(begun).incidents if one.kind == "episode")
    assert found.when is not None
    assert (str(found.when.first), str(found.when.last)) == ("2031-01-05", "2031-09-01")
    assert found.place == LAND
