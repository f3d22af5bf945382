"""Two versions of one page: the newer one counts, the older one is history, and what changed is told."""

import msgspec
import pytest
from readings_by_hand import OBSERVATORY, Draft, count, kit, page, place, row, told

from crosswire.collate import collate
from crosswire.collate.versions import current
from crosswire.records import Reading

_URL = "https://a.example/story"
_TOLD = "The Observatory said {} people died in Orsha."
_WIND = "Wind and hail closed the market of Orsha for the day."
_FIELDS = "The fields around the town lay under water, farmers said."


def _version(number: int, key: str, turn: int, *more: str, url: str = _URL, day: str = "") -> Reading:
    draft = Draft(kind="killed", figure=count(number), counted="people", place=place("Orsha"), speaker=OBSERVATORY)
    lines = [told(_TOLD.format(number), draft), *(told(line) for line in more)]
    made = page("a", *lines, published=day or "2031-05-04")
    assert made.document is not None
    document = msgspec.structs.replace(made.document, id=key, url=url)
    claims = tuple(
        msgspec.structs.replace(one, id=f"{key}-{at}", quote=msgspec.structs.replace(one.quote, document=key))
        for at, one in enumerate(made.claims)
    )
    return Reading(page=key, turn=turn, document=document, claims=claims)


def test_the_newer_version_alone_counts() -> None:
    ledger = collate([_version(40, "d-1", 1, _WIND), _version(52, "d-2", 2, _WIND)], kit())
    assert [document.id for document in ledger.documents] == ["d-2"]
    toll = row(ledger, "killed", "people")
    assert (toll.low, toll.best, toll.high, len(toll.origins)) == (52, 52, 52, 1)


def test_what_changed_is_told_with_its_place() -> None:
    old, new = _version(40, "d-1", 1, _WIND), _version(52, "d-2", 2, _FIELDS)
    found = [issue for issue in collate([old, new], kit()).issues if issue.stage == "versions"]
    assert [issue.message for issue in found if issue.passage is None] == [
        f"The page {_URL} came in an older version (d-1) before, which is history now and counts for nothing.",
        f"The page {_URL} no longer says “{_WIND}”.",
    ]
    assert [(issue.message, issue.passage and issue.passage.text) for issue in found if issue.passage] == [
        (
            f"The page {_URL} said “{_TOLD.format(40)}” before; now it says “{_TOLD.format(52)}”.",
            _TOLD.format(52),
        ),
        (f"The page https://a.example/story did not say this before: “{_FIELDS}”.", _FIELDS),
    ]


@pytest.mark.parametrize("turns", [(1, 2), (2, 1)])
def test_the_version_that_came_last_counts_whatever_the_order(turns: tuple[int, int]) -> None:
    versions = [_version(40, "d-1", turns[0]), _version(52, "d-2", turns[1])]
    wanted = 52 if turns == (1, 2) else 40
    for readings in (versions, versions[::-1]):
        assert [one.figure.text for one in collate(readings, kit()).claims if one.figure] == [str(wanted)]


def test_in_one_run_the_later_date_counts_and_else_the_doubt_is_told() -> None:
    dated = [_version(40, "d-1", 1, day="2031-05-06"), _version(52, "d-2", 1)]
    assert [one.document.id for one in current(dated) if one.document] == ["d-1"]
    (kept,) = current([_version(40, "d-1", 1), _version(52, "d-2", 1)])
    assert kept.issues[0].message.endswith("Which of the two is newer is not known.")


def test_files_of_one_name_with_other_text_are_two_pages() -> None:
    """The path of a file from its folder on is no address: two folders can hold files of the same name."""
    other = _version(9, "d-2", 2, _FIELDS, url="pages/01.txt")
    assert other.document is not None
    unlike = msgspec.structs.replace(
        other, document=msgspec.structs.replace(other.document, text="Quite another tale.")
    )
    both = [_version(40, "d-1", 1, _WIND, url="pages/01.txt"), msgspec.structs.replace(unlike, claims=())]
    assert len(current(both)) == 2
    alike = [_version(40, "d-1", 1, _WIND, url="pages/01.txt"), _version(52, "d-2", 2, _WIND, url="pages/01.txt")]
    assert len(current(alike)) == 1


def test_a_page_that_comes_again_unchanged_is_no_version() -> None:
    """The first reading stands, with the ids of its claims; what was between them is history."""
    again = _version(40, "d-2", 2, _WIND)
    assert [one.page for one in current([_version(40, "d-1", 1, _WIND), again])] == ["d-1"]
    assert current([_version(40, "d-1", 1, _WIND), again])[0].issues == ()
    (kept,) = current([_version(40, "d-1", 1), _version(52, "d-2", 2), _version(40, "d-3", 3)])
    assert kept.page == "d-1"
    assert kept.issues[0].message.startswith(f"The page {_URL} came in an older version (d-2) before")


@pytest.mark.parametrize("day", ["2031-05-05", "2031-05-06"])
def test_a_page_with_another_date_is_another_version(day: str) -> None:
    assert [one.page for one in current([_version(40, "d-1", 1), _version(40, "d-2", 2, day=day)])] == ["d-2"]


def test_a_second_time_changes_nothing() -> None:
    once = current([_version(40, "d-1", 1), _version(52, "d-2", 2)])
    assert current(once) == once
