import hashlib

import pytest

from crosswire.text.sampling import near_copies, sample


def text(seed: str, count: int = 200) -> str:
    """Words without meaning, the same for the same seed."""
    return " ".join(hashlib.sha256(f"{seed}{at}".encode()).hexdigest()[:6] for at in range(count))


def pairs(texts: list[str], outlets: list[int] | None = None) -> list[tuple[int, int]]:
    return [pair[:2] for pair in near_copies(*sample(texts, 4), outlets or list(range(len(texts))))]


def test_a_copy_is_found_in_a_longer_text() -> None:
    assert pairs([text("one"), text("two"), f"{text('three')} {text('one')}"]) == [(0, 2)]


def test_case_punctuation_and_curly_quotes_do_not_matter() -> None:
    assert pairs([text("one") + " don't", text("one").upper().replace(" ", ", ") + " don’t"]) == [(0, 1)]


def test_what_a_text_keeps_does_not_hang_on_its_neighbours() -> None:
    alone, _ = sample([text("one")], 4)
    runs, owners = sample([text("two"), text("one"), text("three")], 4)
    assert runs[owners == 1].tolist() == alone.tolist()


def test_no_run_goes_from_one_text_into_the_next() -> None:
    half = [text("one", 3), text("two", 3)]
    assert len(sample(half, 1)[0]) == 0
    assert len(sample([" ".join(half)], 1)[0]) == 2


def test_matches_inside_one_outlet_are_left_to_the_second_tier() -> None:
    assert pairs([text("one"), text("one"), text("one")], [1, 1, 2]) == [(0, 2), (1, 2)]


@pytest.mark.parametrize("copies", [10, 100])
def test_a_flood_of_copies_gives_a_few_pairs_each(copies: int) -> None:
    assert len(pairs([text("one")] * copies)) <= 4 * copies


@pytest.mark.parametrize("texts", [[], [""], ["", "a few words"], ["...", "?!"]])
def test_hardly_any_words_give_nothing(texts: list[str]) -> None:
    assert pairs(texts) == []
