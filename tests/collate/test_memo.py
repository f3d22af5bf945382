"""What is kept from run to run: asked for by what it was made from, and never believed when it is damaged or stale."""

import random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import ARMY, OBSERVATORY, Draft, at_least, count, kit, on, page, place, told

from crosswire.collate import collate
from crosswire.collate.memo import Memo
from crosswire.records import Issue, Reading, Story

_DAYS = ("2031-05-04", "2031-05-05", "2031-05-20")
_WORDS = ("market", "bridge", "school", "mortar", "brigade", "orchard", "ferry", "chapel", "quarry", "harbour")


def _story(name: str) -> Story:
    return Story(id=name, documents=("d-1",))


def test_a_result_is_found_once_and_then_known() -> None:
    first = Memo()
    assert first.recall("stories", [b"pages"], Story, lambda: _story("s-1")) == _story("s-1")
    again = Memo(first.used)
    assert again.recall("stories", [b"pages"], Story, lambda: _story("s-2")) == _story("s-1")
    assert (first.made, again.made) == (1, 0)


def test_other_inputs_another_step_or_another_method_are_not_asked_for() -> None:
    first = Memo(method="one")
    first.recall("stories", [b"pages"], Story, lambda: _story("s-1"))
    first.note("verdicts", _story("s-1"))
    for memo, step, parts in (
        (Memo(first.used, "one"), "stories", b"more pages"),
        (Memo(first.used, "one"), "copies", b"pages"),
        (Memo(first.used, "two"), "stories", b"pages"),
    ):
        assert memo.recall(step, [parts], Story, lambda: _story("s-2")) == _story("s-2")
    assert Memo(first.used, "one").last("verdicts", Story) == _story("s-1")
    assert Memo(first.used, "two").last("verdicts", Story) is None


@pytest.mark.parametrize(("size", "behind"), [(-1, b""), (-1, b"!"), (0, b""), (None, b"!")])
def test_a_damaged_result_is_found_anew(size: int | None, behind: bytes) -> None:
    first = Memo()
    first.recall("stories", [b"pages"], Story, lambda: _story("s-1"))
    first.note("verdicts", _story("s-1"))
    again = Memo({key: body[:size] + behind for key, body in first.used.items()})
    assert again.recall("stories", [b"pages"], Story, lambda: _story("s-2")) == _story("s-2")
    assert again.last("verdicts", Story) is None


def test_a_result_of_an_older_shape_is_found_anew() -> None:
    first = Memo()
    first.recall("stories", [b"pages"], Story, lambda: _story("s-1"))
    found = Memo(first.used).recall("stories", [b"pages"], Issue, lambda: Issue(stage="x", document="d", message="m"))
    assert found == Issue(stage="x", document="d", message="m")


def test_what_nobody_asks_for_again_is_forgotten() -> None:
    first = Memo()
    first.recall("stories", [b"pages"], Story, lambda: _story("s-1"))
    again = Memo(first.used)
    again.recall("stories", [b"other pages"], Story, lambda: _story("s-2"))
    assert first.used.keys().isdisjoint(again.used)


@st.composite
def _pages(draw: st.DrawFn) -> list[Reading]:
    """Pages of three towns that share words, names and days by chance."""
    pages = []
    for number in range(draw(st.integers(min_value=3, max_value=7))):
        chance = random.Random(draw(st.integers(min_value=0, max_value=9)))  # noqa: S311  pages, not secrets
        sentences = []
        for at in range(draw(st.integers(min_value=1, max_value=3))):
            value = draw(st.sampled_from((3, 12, 14, 40)))
            draft = Draft(
                kind=draw(st.sampled_from(("killed", "injured", "struck"))),
                figure=draw(st.sampled_from((count(value), at_least(value)))),
                counted="people",
                speaker=draw(st.sampled_from((None, OBSERVATORY, ARMY))),
                place=place(draw(st.sampled_from(("Orsha", "Talvik")))),
                when=on(draw(st.sampled_from(_DAYS))),
            )
            words = " ".join(chance.choices(_WORDS, k=6))
            text = f"Page {number}.{at} says of {draft.figure.text if draft.figure else ''} at the {words}."
            sentences.append(told(text, draft))
        pages.append(page(f"p{number}", *sentences, published=draw(st.sampled_from(_DAYS))))
    return pages


@settings(max_examples=40, deadline=None)
@given(pages=_pages(), order=st.randoms(use_true_random=False))
def test_pages_that_come_and_go_one_at_a_time_give_the_ledger_of_one_batch(
    pages: list[Reading], order: random.Random
) -> None:
    """In any order, and with one page taken away again: each run that knows the last one equals a run anew."""
    order.shuffle(pages)
    steps = [pages[:size] for size in range(1, len(pages) + 1)]
    kept: dict[str, bytes] = {}
    for read in (*steps, pages[1:], pages[:-1], pages):
        memo = Memo(kept)
        known = collate(read, kit(), memo=memo)
        assert msgspec.json.encode(known) == msgspec.json.encode(collate(read, kit()))
        kept = memo.used


_TOLD = (
    "Three shells fell on the covered market of Orsha before noon on Thursday and tore its roof open",
    "A baker who had stayed behind said he counted fourteen bodies between the stalls before help came",
    "Rescuers carried the wounded across the river in a ferry because the bridge had been closed for days",
    "The brigade that holds the eastern bank denied that any of its mortars had been fired that morning",
)


def _telling(number: int, *lines: str) -> Reading:
    killed = Draft(kind="killed", figure=count(14), counted="people", place=place("Orsha"), when=on(_DAYS[0]))
    first, *others = lines
    return page(f"page{number}", told(f"{first}.", killed), *(told(f"{one}.") for one in others), published=_DAYS[1])


def test_what_pairs_of_pages_showed_is_kept() -> None:
    pages = [_telling(0, *_TOLD), _telling(1, *_TOLD[:3]), _telling(2, *_TOLD[1:])]
    first = Memo()
    copies = collate(pages, kit(), memo=first).copies
    assert {len({one.passage.document, one.original.document}) for one in copies} == {2}
    other = page("other", told("A chapel above the quarry lost its bell to thieves."), published=_DAYS[1])
    again = Memo(first.used)
    known = collate([*pages, other], kit(), memo=again)
    assert msgspec.json.encode(known) == msgspec.json.encode(collate([*pages, other], kit()))
    assert known.copies == copies


def test_pairs_are_still_known_after_a_run_that_asked_for_none() -> None:
    pages = [_telling(0, *_TOLD), _telling(1, *_TOLD[:3])]
    first = Memo()
    collate(pages, kit(), memo=first)
    second = Memo(first.used)
    collate(pages, kit(), memo=second)
    assert second.made == 0
    assert second.used == first.used
