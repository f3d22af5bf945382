import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.wrapping import unwrapped

_TEXT = (
    "The Altan Front left the town of Tolbo on Sunday after two days of shelling, residents said. At least 12 people "
    "were killed and 30 others were hurt, the Western Steppe Observatory said, and most of them were civilians who had "
    "fled there. The army denied that any of its soldiers had left the road between Khovd and Tolbo."
)


@pytest.mark.parametrize("width", [55, 65, 72, 80, 100])
def test_wrapped_lines_go_on_and_headings_do_not(width: int) -> None:
    text = f"Front leaves Tolbo\nBy Lena Varga\n\n{textwrap.fill(_TEXT, width)}\n\n{textwrap.fill(_TEXT, width)}\n"
    assert unwrapped(text) == f"Front leaves Tolbo\nBy Lena Varga\n\n{_TEXT}\n\n{_TEXT}\n"


def test_a_line_that_ends_in_the_middle_of_a_sentence_goes_on() -> None:
    begun, ended = "The Altan Front left the town of Tolbo on Sunday after", "two days of shelling, residents said."
    assert unwrapped(f"{begun}\n{ended}\n{_TEXT}") == f"{begun} {ended}\n{_TEXT}"


@pytest.mark.parametrize(
    "text",
    [
        _TEXT,
        f"{_TEXT}\n{_TEXT}\n{_TEXT}\n{_TEXT}",
        "Front holds Sharkhai after a week\nRain floods Olgii\nSeven goats found in the hills near Khovd\nEnd",
        "Abai Sorgan, 31\nTemir Sorgan, 28\nDolma Sorgan, 4\nAlma Sorgan, 9",
        "\n\n\n\n",
        "",
    ],
)
def test_what_was_not_wrapped_stays(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab .\n", max_size=600))
def test_the_length_and_all_but_breaks_stay(text: str) -> None:
    found = unwrapped(text)
    assert len(found) == len(text)
    assert all(one == other or (one == "\n" and other == " ") for one, other in zip(text, found, strict=True))
