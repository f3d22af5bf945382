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
        ("A teacher who lived, Daw Thin Mar, 38, said shells killed 12 people in Raqqa.", 14, "dateline"),
        ("According to Jan Mohr, a doctor, shells killed 12 people in Raqqa.", 14, "dateline"),
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


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Rebels shelled a rally before a disputed June 23 poll, killing 12 people.", "2031-05-14", "2031-05-14"),
        (
            "Many call him the mind behind the Oct. 7 attacks on Kobi, which officials say killed 12.",
            "2030-10-07",
            "2030-10-07",
        ),
        ("In September 12 people were killed in a blast in Kobi.", "2030-09-01", "2030-09-30"),
        ("Some 12 people have been killed in a war that enters its fifth year next month.", "2031-05-14", "2031-05-14"),
        ("A ship that sails next week will carry guards. Shells killed 12 people.", "2031-05-14", "2031-05-14"),
    ],
)
def test_nobody_has_died_on_a_day_to_come(text: str, first: str, last: str, kit: Kit) -> None:
    when = _killed(text, kit, "2031-05-14")
    assert when is not None
    assert (str(when.first), str(when.last)) == (first, last)


def test_who_will_be_taken_away_is_on_a_day_to_come(kit: Kit) -> None:
    claims = reading("Some 500 people will be evacuated from Kobi on 20 May, the office said.", kit).claims
    assert [str(claim.when and claim.when.first) for claim in claims if claim.figure] == ["2031-05-20"]


@pytest.mark.parametrize(
    ("text", "scope", "first"),
    [
        ("Northwire Wednesday 14 May 2031 At least 12 men have died since Saturday in raids.", "cumulative", "05-10"),
        ("May 14 2031 At least 12 men were killed on Monday in a raid on Kobi.", "incident", "05-12"),
        ("Herald 14 May 2031 At least 12 men were killed on Monday in a raid.", "incident", "05-12"),
        ("On 13 May 2031 at least 12 men were killed, as on Monday others had been.", "incident", "05-13"),
    ],
)
def test_the_date_of_a_page_run_into_its_words_stands_back(text: str, scope: str, first: str, kit: Kit) -> None:
    (claim,) = [claim for claim in reading(text, kit).claims if claim.kind == "killed"]
    assert claim.when is not None
    assert (claim.scope, str(claim.when.first)) == (scope, f"2031-{first}")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Since 3 May when the council ended the truce at least 59 men have been killed in Kobi.", "cumulative"),
        ("Since 3 May, when the council ended the truce, 59 men have been killed in Kobi.", "cumulative"),
        ("It was the first raid since 12 May, when 59 men were killed in Kobi.", "incident"),
    ],
)
def test_when_something_else_was_says_since_when_the_dead_are_counted(text: str, scope: str, kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.kind == "killed"] == [scope]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hit buses on Monday, wounding many who had left two villages the day before. It killed 12 people.",
        "A bomb hit a convoy on Monday, wounding people evacuated from Baga the day before. It killed 12 people.",
    ],
)
def test_the_day_of_those_who_were_hit_is_not_carried_on(text: str, kit: Kit) -> None:
    when = _killed(text, kit, "2031-05-14")
    assert when is not None
    assert str(when.first) == "2031-05-12"


def test_this_weekend_is_over_by_wednesday(kit: Kit) -> None:
    for text in ("This weekend's raid killed nine guards.", "This weekend a raid killed nine guards."):
        when = _killed(text, kit, "2031-05-14")
        assert when is not None
        assert (when.first.isoformat(), when.last.isoformat()) == ("2031-05-10", "2031-05-11")
