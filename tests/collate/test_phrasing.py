"""Which claims are told so much in the same words that nothing shows two witnesses."""

import pytest
from readings_by_hand import Draft, count, ledger, names, on, page, place, told

TOWN, DAY = place("Talvik"), on("2031-05-06")
DRAFT = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY)
FIRST = "Shells that came down on a bus station in Talvik at dawn killed 12 people and set its canteen on fire."
OWN = "In Talvik rescuers pulled 12 people dead from what was left of the canteen, where drivers had met for breakfast."
REWORDED = "Shells that came over a tram station of Talvik at noon killed 12 people and put its offices on fire."
PLAIN = ("At least 12 people were killed in Talvik.", "12 people died as jets bombed Talvik.")


@pytest.mark.parametrize(
    ("other", "credited", "expected"),
    [
        (REWORDED, ((), ()), 1),
        (REWORDED, (("AFP",), ()), 1),
        (REWORDED, (("AFP",), ("Reuters",)), 2),
        (OWN, ((), ()), 2),
    ],
)
def test_half_of_the_words_in_one_order_are_no_second_witness(
    other: str, credited: tuple[tuple[str, ...], tuple[str, ...]], expected: int
) -> None:
    pages = [
        page(name, told(text, DRAFT), published="2031-05-06", credited=said)
        for name, text, said in zip(("post", "gazette"), (FIRST, other), credited, strict=True)
    ]
    assert len(names(ledger(*pages), "12")) == expected


def test_the_facts_that_every_account_has_tell_nothing() -> None:
    pages = [page(name, told(text, DRAFT), published="2031-05-06") for name, text in zip("ab", PLAIN, strict=True)]
    assert names(ledger(*pages), "12") == ["a", "b"]


def test_headlines_of_one_event_are_alike_whoever_wrote_them() -> None:
    title = "Shelling of bus station kills 12 people, sets canteen on fire"
    pages = [
        page(name, told(title, DRAFT), told(text), title=title, published="2031-05-06")
        for name, text in (("a", "Nobody had slept in the town."), ("b", "Smoke hung over the river all day."))
    ]
    assert names(ledger(*pages), "12") == ["a", "b"]


def test_two_agencies_that_write_much_alike_stay_two() -> None:
    texts = (("x", "Reuters", FIRST), ("y", "AFP", REWORDED))
    pages = [page(name, told(text, DRAFT), published="2031-05-06", outlet=outlet) for name, outlet, text in texts]
    assert names(ledger(*pages), "12") == ["AFP", "Reuters"]


def test_a_text_between_two_agencies_does_not_make_them_one() -> None:
    texts = (("x", ("AFP",), FIRST), ("y", ("Reuters",), REWORDED), ("z", (), FIRST))
    pages = [page(name, told(text, DRAFT), published="2031-05-06", credited=said) for name, said, text in texts]
    assert names(ledger(*pages), "12") == ["AFP", "Reuters"]


def test_a_claim_in_nobodys_name_is_no_witness_beside_the_speaker_whose_words_it_has() -> None:
    spoken = Draft(
        kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker="Talvik Health Board"
    )
    pages = [
        page("a", told(f"{FIRST[:-1]}, the Talvik Health Board said.", spoken), published="2031-05-06"),
        page("b", told(REWORDED, DRAFT), published="2031-05-07"),
    ]
    found = ledger(*pages)
    assert names(found, "12") == ["Talvik Health Board"]
    (issue,) = [one for one in found.issues if one.stage == "origins"]
    assert "which tells it in much the same words" in issue.message
    assert "it is lent no speaker" in issue.message
