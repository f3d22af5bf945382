"""A page with too many claims to compare is set aside with the reason; a number too long to be one counts nobody."""

import pytest
from patience import read_in_time

from crosswire.collate import collate
from crosswire.kit import Kit
from crosswire.records import Page

_LINE = "At least {} people were killed in Homs on Monday, the army said.\n"


def _page(text: str) -> Page:
    return Page(url="a.txt", body=text.encode(), media_type="text/plain")


def test_a_page_that_would_take_too_long_to_compare_is_set_aside_and_told(kit: Kit) -> None:
    reading = read_in_time(_page(" ".join(_LINE.format(12) for _ in range(2_100))), kit)
    assert reading.document is None
    (issue,) = reading.issues
    assert "makes 2,100 claims, more than the 2,000" in issue.message


@pytest.mark.parametrize("number", ["9" * 5_000, "9" * 19, ",".join(["1", *["000"] * 2_000])])
def test_a_number_of_thousands_of_digits_stops_nothing(number: str, kit: Kit) -> None:
    text = _LINE.format(number) + "\n" + _LINE.format(12)
    readings = [
        read_in_time(_page(text), kit),
        read_in_time(Page(url="b.txt", body=text.encode(), media_type="text/plain"), kit),
    ]
    ledger = collate(readings, kit)
    assert {claim.figure.text for claim in ledger.claims if claim.figure} == {"At least 12"}
