"""Counts without a day of their own: with which total or episode they go on, and of which whole they are a part."""

import pytest
from reader import reading

from crosswire.kit import Kit


def test_an_undated_count_goes_on_with_the_total_before(kit: Kit) -> None:
    text = "Three days of fighting ended with 11 soldiers dead. Hospital staff said 40 people were wounded."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["cumulative", "cumulative"]
    text = "Three days of fighting ended with 11 soldiers dead. A bomb wounded 40 people."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["cumulative", "incident"]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            (
                "The office counted 90 deaths in April. Its staff spoke of a hard month. "
                "The worst district was Bama with 40 dead. Hospitals are full, a doctor said. "
                "The mission said 12 civilians died in Kobi."
            ),
            ["cumulative", "cumulative", "cumulative"],
        ),
        (
            (
                "Three days of fighting left 30 people dead. A bomb killed nine people. The road is closed. "
                "The town is quiet. The mission said 12 civilians died in Kobi."
            ),
            ["cumulative", "incident", "incident"],
        ),
    ],
)
def test_a_page_that_tells_nothing_but_totals_goes_on_with_them(text: str, scopes: list[str], kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == scopes


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            (
                "A bomb killed two farmers in Bama on Monday. The road was closed. On 3 March rebels overran a post "
                "in the hills. Forty soldiers were killed. The army said 20 soldiers died."
            ),
            ["incident", "history", "history"],
        ),
        (
            (
                "A bomb killed two farmers in Bama on Monday. The road was closed. Rebels took the hills on 3 March. "
                "Forty soldiers have been killed by now."
            ),
            ["incident", "incident"],
        ),
        (
            (
                "A bomb killed two farmers in Bama on Monday. The road was closed. Rebels took the hills on 3 March. "
                "The bomb also wounded 20 people."
            ),
            ["incident", "incident"],
        ),
        (
            (
                "A bomb killed two farmers in Bama on Monday. The road was closed. An ambush on 3 March left 40 dead. "
                "Nine drivers are still missing."
            ),
            ["incident", "history", "history"],
        ),
    ],
)
def test_an_undated_count_goes_on_with_an_old_episode(text: str, scopes: list[str], kit: Kit) -> None:
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == scopes


def test_a_title_is_of_the_total_that_the_text_gives(kit: Kit) -> None:
    text = "Forces killed 47 gunmen in Bama. Air strikes on Monday and Tuesday killed 47 gunmen, a spokesman said."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["cumulative", "cumulative"]
    text = "A bomb killed 47 gunmen in Bama. Air strikes on Monday and Tuesday killed 47 gunmen, a spokesman said."
    assert [claim.scope for claim in reading(text, kit).claims if claim.figure] == ["incident", "cumulative"]


def test_some_of_those_told_of_just_before_belong_to_their_total(kit: Kit) -> None:
    text = (
        "Police held two men in Bama. More than 4,000 people have fled the fighting. "
        "About 300 of these refugees fled to Kobi."
    )
    assert [claim.scope for claim in reading(text, kit).claims if claim.kind == "displaced"] == ["cumulative"] * 2


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("At least 5,791 people have been killed so far, including 704 in the past day.", "incident"),
        ("At least 5,791 people have been killed so far, including 704 children.", "cumulative"),
    ],
)
def test_a_part_is_on_the_scope_of_its_whole_unless_it_has_a_day_of_its_own(text: str, scope: str, kit: Kit) -> None:
    parts = [claim for claim in reading(text, kit).claims if claim.part_of]
    assert [claim.scope for claim in parts] == [scope]


def test_a_part_s_own_day_is_not_the_whole_s(kit: Kit) -> None:
    text = "More than 700 people have been displaced by the clashes, including 90 over the past 24 hours."
    fled = {claim.figure.text: claim.scope for claim in reading(text, kit).claims if claim.figure}
    assert fled == {"More than 700": "cumulative", "90": "incident"}


def test_others_count_on_from_a_total(kit: Kit) -> None:
    text = "Some 150 people were killed over the past week. Half of them were women. Another 92 were wounded."
    assert {claim.scope for claim in reading(text, kit).claims if claim.figure} == {"cumulative"}
