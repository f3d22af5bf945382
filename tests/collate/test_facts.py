"""Background facts: starts of long events, distances between places."""

import pytest
from readings_by_hand import kit, ledger, page, told

from crosswire.codebook.rule import Rule
from crosswire.collate.facts import Fact, facts
from crosswire.records import Dispute, Reading

BACKGROUND = kit().codebook.languages["en"].background
RULES: tuple[Rule, ...] = (BACKGROUND.start, BACKGROUND.distance)


def _facts(text: str) -> list[Fact]:
    reading = page("a", told(text))
    assert reading.document is not None
    return list(facts([reading.document], (), {"en": BACKGROUND}))


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.yes])
def test_the_codebook_s_yes(text: str) -> None:
    assert len(_facts(text)) == 1


@pytest.mark.parametrize("text", [text for rule in RULES for text in rule.no])
def test_the_codebook_s_no(text: str) -> None:
    assert _facts(text) == []


def _disputes(*texts: str) -> list[Dispute]:
    pages: list[Reading] = [page(f"p{number}", told(text)) for number, text in enumerate(texts)]
    return list(ledger(*pages).disputes)


def test_two_years_for_one_war_are_a_dispute() -> None:
    (one,) = _disputes(
        "Traders fear the Orsha war of the valley, which began in 1987.",
        "Traders fear the Orsha war of the valley, which began in 1988.",
    )
    assert (one.kind, one.question) == ("background", "In which year did the civil war begin?")
    assert sorted(side.value[-4:] for side in one.sides) == ["1987", "1988"]


@pytest.mark.parametrize(
    "texts",
    [
        ("The Talvik civil war began in 1987.", "The Orsha civil war began in 1991."),
        ("The civil war began in 1987.", "The uprising began in 1986."),
        ("Talvik lies 40 km south of Orsha.", "Talvik lies 25 miles south of Orsha."),
        ("Talvik lies 40 km south of Orsha.", "Talvik lies 80 km south of Varna."),
    ],
)
def test_other_things_and_roundings_are_no_dispute(texts: tuple[str, str]) -> None:
    assert _disputes(*texts) == []


def test_a_distance_is_checked_against_the_map_and_said_to_be_ours() -> None:
    (one,) = _disputes(
        "Hama, around 140 kilometres south of Aleppo, is calm.", "Hama lies about 230km south of Aleppo."
    )
    assert one.question.startswith("How far is Hama from Aleppo? (Our check: about 1")


def test_facts_are_history_and_carry_no_figure() -> None:
    assert {(fact.claim.scope, fact.claim.figure) for fact in _facts("Talvik lies 40 km south of Orsha.")} == {
        ("history", None)
    }
