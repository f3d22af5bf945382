"""The day of an act: its own words, else a day told before it, else the page's own, else none and an issue."""

import datetime as dt

import pytest
from reader import reading

from crosswire.kit import Kit
from crosswire.records import Basis, When

_HEAD = "BEIRUT, May 14, 2031 (Northwire) - "


def _killed(text: str, kit: Kit, published: str | None = None) -> When | None:
    claims = [claim for claim in reading(text, kit, published).claims if claim.kind == "killed"]
    return claims[-1].when


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        ("The army entered Raqqa on Monday. Shells killed 12 people there.", 12, "relative"),
        ("The cell disowned it in February after a quarrel. In Raqqa shells killed 12 people.", 14, "dateline"),
        ("It was hit in 2029. In Raqqa shells killed 12 people.", 14, "dateline"),
        ("On Monday troops entered Raqqa. It had been hit in 2029. Shells killed 12 people there.", 12, "relative"),
        ("Shells killed 12 people in Raqqa.", 14, "dateline"),
        ("The army entered Raqqa. Shells killed 12 people there.", 14, "dateline"),
        ("Guns fell silent. On May 14, 2031 shells killed 12 people in Raqqa.", 14, "stated"),
    ],
)
def test_only_a_day_that_is_told_is_carried_on(text: str, day: int, basis: Basis, kit: Kit) -> None:
    when = _killed(_HEAD + text, kit)
    assert when is not None
    assert (when.first, when.last, when.basis) == (dt.date(2031, 5, day), dt.date(2031, 5, day), basis)


@pytest.mark.parametrize(
    "text", ["Shells killed 12 people in Homs.", "Shells killed 12 people in Homs on Monday. The army was silent."]
)
def test_a_page_without_a_day_leaves_the_day_open_and_says_so(text: str, kit: Kit) -> None:
    found = reading(text, kit, published=None)
    assert [claim.when for claim in found.claims if claim.kind == "killed"] == [None]
    assert found.document is not None
    assert found.document.published is None
    assert any("names no day on which it was written" in issue.message for issue in found.issues)


def test_a_page_with_a_day_has_no_such_issue(kit: Kit) -> None:
    assert reading("Shells killed 12 people in Homs.", kit).issues == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shells killed 12 people in Raqqa in March last year.", "2030-03-01", "2030-03-31"),
        ("Shells killed 12 people in Raqqa on 5 March last year.", "2030-03-05", "2030-03-05"),
        ("Shells killed 12 people in Raqqa on March 5 of last year.", "2030-03-05", "2030-03-05"),
        ("Shells killed 12 people in Raqqa on 5 March this year.", "2031-03-05", "2031-03-05"),
        ("Shells killed 12 people in Raqqa on 5 March.", "2031-03-05", "2031-03-05"),
    ],
)
def test_a_month_of_last_year_is_no_month_of_this_one(text: str, first: str, last: str, kit: Kit) -> None:
    when = _killed(_HEAD + text, kit)
    assert when is not None
    assert (str(when.first), str(when.last)) == (first, last)
