"""Whether two sentences say the same thing in other words."""

import pytest

from crosswire.text.paraphrase import paraphrase, wording
from crosswire.text.runs import Lexicon

SAID = "The mayor of Orsha said on Monday that the bridge would be closed until the end of the week."


def _chance(one: str, other: str, figures: tuple[int, int] = (0, 0)) -> float:
    lexicon = Lexicon()
    left, right = (
        wording(text, lexicon.numbers(text), frozenset({figure} if figure else ()))
        for text, figure in zip((one, other), figures, strict=True)
    )
    assert paraphrase(left, right) == paraphrase(right, left)
    return paraphrase(left, right)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (SAID, True),
        ("The bridge would be closed until the end of the week, the mayor of Orsha said on Monday.", True),
        ("On Monday the mayor said the Orsha bridge would stay closed until the end of the week.", True),
        ("The mayor of Orsha opened a school on Friday and spoke about the harvest.", False),
        ("Rain is expected in the valley.", False),
    ],
)
def test_a_paraphrase_is_told_from_another_sentence(other: str, same: bool) -> None:  # noqa: FBT001
    assert (_chance(SAID, other) >= 0.5) is same


def test_another_figure_lowers_the_chance() -> None:
    assert _chance(SAID, SAID, (29, 75)) < _chance(SAID, SAID, (29, 29))


def test_empty_sentences_have_a_chance_too() -> None:
    assert 0 <= _chance("", "") <= 1
