"""What a heading counts has the scope and the day of the same number below it."""

import datetime as dt

import pytest
from reader import page

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Claim


def heading(title: str, text: str, kit: Kit) -> Claim:
    """The count of the heading."""
    claims = read(page(text, title=title), kit).claims
    return next(claim for claim in claims if claim.figure and claim.quote.start < len(title))


@pytest.mark.parametrize(
    ("title", "text", "scope"),
    [
        ("22 dead in heavy raids on Kobi", "Raids have killed 22 people in two days, a monitor said.", "cumulative"),
        ("22 dead in heavy raids on Kobi", "A raid killed 22 people on Monday, a monitor said.", "incident"),
        ("22 dead in heavy raids on Kobi", "Raids have killed at least 22 people in two days.", "cumulative"),
        ("22 dead in heavy raids on Kobi", "Raids have hurt 22 people in two days, a monitor said.", "incident"),
        ("22 dead in heavy raids on Kobi", "Raids have killed 31 people in two days, a monitor said.", "incident"),
        ("Toll of raids on Kobi passes 330", "Raids have killed 331 people since 3 May, a monitor said.", "cumulative"),
        ("Toll of raids on Kobi passes 330", "Raids have killed 900 people since 3 May, a monitor said.", "incident"),
        ("Raid kills 22 in Kobi on Monday", "Raids have killed 22 people in two days, a monitor said.", "incident"),
    ],
)
def test_the_heading_is_on_the_scope_of_its_text(title: str, text: str, scope: str, kit: Kit) -> None:
    assert heading(title, text, kit).scope == scope


def test_the_heading_takes_the_day_that_the_text_tells_and_says_that_it_is_lent(kit: Kit) -> None:
    claim = heading("22 dead in raid on Kobi", "A raid on Kobi killed 22 people on Monday.", kit)
    assert claim.when is not None
    assert (claim.when.first, claim.when.basis) == (dt.date(2031, 5, 12), "lent")


def test_an_old_event_of_the_same_number_lends_a_heading_nothing(kit: Kit) -> None:
    text = "Raids followed an attack that killed 22 people in Kobi last month. Raids killed 22 people on Monday."
    claim = heading("22 dead in raids on Kobi", text, kit)
    assert claim.scope == "incident"
    assert claim.when is not None
    assert claim.when.first == dt.date(2031, 5, 12)


def test_a_heading_without_a_place_is_at_the_spot_where_its_number_is_told_again(kit: Kit) -> None:
    text = (
        "ISLAMABAD - A bomber attacked a crowded mosque south of the Pakistani capital on Monday, killing 22 people "
        "and wounding dozens more, officials said.\nViolence in Pakistan has spread well beyond the border, including "
        "a bombing in Islamabad on Saturday that killed eight guards and an attack against an academy last week in "
        "Lahore.\nMonday's bomber stood at the entrance to a mosque in Chakwal city, an official said. He said the "
        "blast killed 22 people."
    )
    claim = heading("Bomber kills 22 in mosque", text, kit)
    assert claim.place is not None
    assert claim.place.text == "Chakwal city"
