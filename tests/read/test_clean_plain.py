import pytest
from cleaner import FRENCH, RUSSIAN, STORY, A, B, cleaned

from crosswire.kit import Kit

_TITLES = [
    (f"Front leaves Tolbo\n\n{STORY}", "Front leaves Tolbo"),
    (f"5 Min Read\n\nFront leaves Tolbo\n\n{STORY}", "Front leaves Tolbo"),
    (f"The front left.\n\n{STORY}", ""),
    (STORY, ""),
    (f"TOLBO, Altan – {A}\n{B}", ""),
    (A, ""),
]


@pytest.mark.parametrize(("text", "title"), _TITLES)
def test_the_title_of_plain_text_is_a_first_line_that_reads_like_one(text: str, title: str, kit: Kit) -> None:
    assert cleaned(text, kit).title == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Lena Varga", "Lena Varga"),
        ("BY LENA VARGA AND AFP", "LENA VARGA AND AFP"),
        ("By the river", None),
        ("By 12 May", None),
    ],
)
def test_the_byline_of_plain_text_is_a_line_of_names(line: str, byline: str | None, kit: Kit) -> None:
    assert cleaned(f"Front leaves Tolbo\n{line}\n{STORY}", kit).byline == byline


@pytest.mark.parametrize(
    ("text", "code"), [(STORY, "en"), (FRENCH, "fr"), (RUSSIAN, "ru"), ("Rain in Tolbo on 3 May", "und")]
)
def test_the_language_is_told_or_left_open(text: str, code: str, kit: Kit) -> None:
    assert cleaned(text, kit).language == code


def test_the_outlet_is_known_by_the_address(kit: Kit) -> None:
    assert cleaned(STORY, kit, url="https://www.bbc.co.uk/news/1").outlet == "BBC"
    assert cleaned(STORY, kit, url="https://www.northwire.example/1").outlet == "northwire.example"
    assert cleaned(STORY, kit, url="story/page.txt").outlet == "story/page.txt"
