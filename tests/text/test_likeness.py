import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.likeness import bare, in_order, likeness, mass, profile, rarity

SAID = "Shells fell on the market of Qarda on Sunday and killed six traders"
REWORDED = "Six traders were killed when shells fell on Qarda's market on Sunday"
OTHER = "The ministry opened a new bridge over the river after two years of work"


def test_the_same_words_are_wholly_alike() -> None:
    assert likeness(profile(SAID), profile(SAID.upper() + "!")) == 1.0


def test_a_rewording_is_more_alike_than_another_sentence() -> None:
    assert likeness(profile(SAID), profile(REWORDED)) > 0.5
    assert likeness(profile(SAID), profile(OTHER)) < 0.2


def test_word_order_counts() -> None:
    shuffled = " ".join(sorted(SAID.split()))
    assert likeness(profile(SAID), profile(shuffled)) < 0.8


def test_romanisations_of_a_name_are_alike() -> None:
    assert bare("boleel") == bare("boulil")
    assert bare("hasakeh") == bare("hassaka")


def test_a_number_keeps_all_its_digits() -> None:
    assert bare("2011") == "2011"


def test_empty_texts_are_not_alike() -> None:
    assert likeness(profile(""), profile("")) == 0.0


def test_what_is_met_in_all_periods_weighs_least() -> None:
    weigh = rarity({"often": 9, "once": 1}, 9)
    assert weigh("often") < weigh("once") < weigh("never")


def test_weights_are_part_of_a_profile() -> None:
    assert mass(profile(SAID, lambda _: 2.0)) == 2 * mass(profile(SAID))


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_bounded(left: str, right: str) -> None:
    value = likeness(profile(left), profile(right))
    assert value == likeness(profile(right), profile(left))
    assert 0.0 <= value <= 1.0


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4), 1.0),
        ((1, 2, 3, 4), (9, 1, 8, 2, 3), 0.75),
        ((1, 2, 3, 4), (4, 3, 2, 1), 0.25),
        ((1, 1, 2), (1, 2, 1), 2 / 3),
        ((1, 2), (3, 4), 0.0),
        ((), (1,), 0.0),
    ],
)
def test_words_kept_in_order(left: tuple[int, ...], right: tuple[int, ...], share: float) -> None:
    assert in_order(left, right) == share
