"""Places in text without small letters: unlisted villages, nouns that are no names, the capital, the dateline."""

import pytest
from reader import figures_at, reading

from crosswire.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def _places(text: str, kit: Kit) -> set[str | None]:
    return {place for _, place in figures_at(text, kit)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("IN THE VILLAGE OF TORCAPATA, BOLIVIAN POLICE SHOT DEAD FOUR RAIDERS.", "TORCAPATA"),
        ("NINE FARMERS WERE KILLED WHEN RAIDERS BURNED THE TOWN OF YARIMBO, IN BOLIVIA.", "YARIMBO"),
        ("NINE FARMERS WERE KILLED IN TORCAPATA, POTOSI DEPARTMENT, IN BOLIVIA.", "TORCAPATA"),
        ("A PATROL KILLED SIX MEN NEAR LA TORCA STREAM, SAN YARIMBO, MANABI PROVINCE, ECUADOR.", "LA TORCA STREAM"),
        ("A PATROL KILLED SIX MEN IN THE SMALL VILLAGE OF EL YARIMBO, ECUADOR.", "EL YARIMBO"),
        (
            "THE CLASH OCCURRED IN TORCAPATA, CHAYANTA PROVINCE, POTOSI DEPARTMENT, BOLIVIA, WHERE POLICE KILLED NINE.",
            "TORCAPATA",
        ),
        ("NINE PEOPLE WERE KILLED IN THE BOLIVIAN CITY OF ORURO.", "ORURO"),
        ("NINE PEOPLE WERE KILLED IN MANABI PROVINCE, THE GOVERNMENT OF ECUADOR SAID.", "MANABI PROVINCE"),
        ("NINE PEOPLE WERE KILLED LAST NIGHT IN THE BOLIVIAN CAPITAL.", "BOLIVIAN CAPITAL"),
    ],
)
def test_the_words_around_tell_a_place_where_all_is_in_capitals(kit: Kit, text: str, place: str) -> None:
    assert _places(text, kit) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "NINE PEOPLE WERE KILLED AT THE ENTRANCE TO A SHOP IN BOLIVIA.",
        "NINE PEOPLE WERE KILLED IN A CAR IN BOLIVIA.",
        "NINE PEOPLE WERE KILLED IN NORTHERN QUARTERS OF THE COUNTRY, BOLIVIA SAID, AS SHELLS FELL IN BOLIVIA.",
        "NINE PEOPLE WERE KILLED IN CLASHES, THE GOVERNMENT OF BOLIVIA REPORTED, AND THE FIGHTING WENT ON IN BOLIVIA.",
    ],
)
def test_other_words_in_capitals_are_no_places(kit: Kit, text: str) -> None:
    assert _places(text, kit) <= {"BOLIVIA", None}


@pytest.mark.parametrize(
    ("head", "filed"),
    [
        ("LA PAZ, 4 MAY 31 (NORTHWIRE) -- [TEXT] ", "LA PAZ"),
        ("LA PAZ (BOLIVIA), 4 MAY 31 (NORTHWIRE) -- [TEXT] ", "LA PAZ (BOLIVIA)"),
        ("LA PAZ, 4 MAY 31 -- [TEXT] ", "LA PAZ"),
        ("LA PAZ (BOLIVIA), 4 MAY 31 -- ", "LA PAZ (BOLIVIA)"),
    ],
)
def test_a_dateline_with_a_short_year_is_no_scene(kit: Kit, head: str, filed: str) -> None:
    text = f"{head}SOLDIERS KILLED NINE RAIDERS NEAR TARIJA. BOLIVIA IS QUIET AGAIN. IT WAS A LONG NIGHT."
    found = reading(text, kit)
    assert found.document is not None
    assert found.document.filed_from is not None
    assert (found.document.filed_from.text, _places(text, kit)) == (filed, {"TARIJA"})


@pytest.mark.parametrize("teller", ["Monitor", "Watchdog", "Amnesty", "Monitors"])
def test_who_closes_a_headline_is_no_town(kit: Kit, teller: str) -> None:
    found = figures_at(f"Yemen air raids kill 31 in rebel town {teller}", kit)
    assert [place for _, place in found] in ([None], ["Yemen"])


def test_a_land_is_called_like_a_body(kit: Kit) -> None:
    assert _places("Soldiers shot dead nine people in the West Bank on Monday.", kit) == {"West Bank"}
