"""How the tolls of two pages on one event stand to each other."""

import pytest
from readings_by_hand import Draft, count, figure, kit, on, page, place, told

from crosswire.collate.populations import populations
from crosswire.collate.tolls.relation import Told, main_tolls, relation
from crosswire.records import Figure, Reading, Scope

KNOWN = populations(language.numbers for language in kit().codebook.languages.values())


def _page(  # noqa: PLR0913  each part of a toll
    name: str,
    number: Figure,
    *,
    counted: str = "people",
    speaker: str = "",
    scope: Scope = "incident",
    day: str | None = None,
) -> Reading:
    """A page with one toll; the part of its name before a dot is its outlet."""
    draft = Draft(
        kind="killed",
        figure=number,
        counted=counted,
        place=place("Orsha"),
        speaker=speaker or None,
        scope=scope,
        when=on(day) if day else None,
    )
    outlet, *_ = name.split(".")
    return page(name, told(f"The count is {number.text}, {name} writes.", draft), outlet=outlet)


def _stand(one: Reading, other: Reading, *, copied: bool = False) -> str:
    sides = [Told(claim=side.claims[0], document=side.document) for side in (one, other) if side.document]
    return relation(*sides, copied=copied, known=KNOWN, actors=kit().codebook.actors)


CRESCENT = "Red Crescent"
AT_LEAST_29 = figure("at least 29", 29, "at_least")


@pytest.mark.parametrize(
    ("one", "other", "copied", "expected"),
    [
        (_page("a", count(29)), _page("b", AT_LEAST_29), False, "same"),
        (_page("a", count(29), speaker=CRESCENT), _page("b", count(34), speaker="police"), False, "contradicts"),
        (
            _page("a", count(29), speaker=CRESCENT),
            _page("b", count(34), speaker=CRESCENT),
            False,
            "updated",
        ),
        (_page("a", count(29)), _page("b", count(34)), True, "updated"),
        (_page("post.a", count(29)), _page("post.b", count(34)), False, "updated"),
        (_page("a", count(29)), _page("b", count(31)), False, "contradicts"),
        (_page("a", count(7)), _page("b", count(31)), False, "updated"),
        (_page("a", count(29)), _page("b", count(412), scope="cumulative"), False, "different scope"),
        (_page("a", count(9), counted="children"), _page("b", count(31)), False, "different scope"),
    ],
)
def test_how_two_tolls_stand(one: Reading, other: Reading, copied: bool, expected: str) -> None:  # noqa: FBT001
    assert _stand(one, other, copied=copied) == expected
    assert _stand(other, one, copied=copied) == expected


@pytest.mark.parametrize(
    ("days", "numbers", "expected"),
    [
        (("2031-05-04", "2031-05-06"), (29, 34), "updated"),
        (("2031-05-04", "2031-05-04"), (29, 34), "contradicts"),
        (("2031-05-04", "2031-05-06"), (34, 29), "contradicts"),
        (("2031-05-04", None), (29, 34), "contradicts"),
    ],
)
def test_who_tells_of_a_later_day_and_counts_more_updates(
    days: tuple[str, str | None], numbers: tuple[int, int], expected: str
) -> None:
    one, other = (
        _page(name, count(number), speaker=speaker, day=day)
        for name, speaker, number, day in zip("ab", (CRESCENT, "police"), numbers, days, strict=True)
    )
    assert _stand(one, other) == expected
    assert _stand(other, one) == expected


def test_the_main_toll_is_the_whole_at_the_top_and_no_look_back() -> None:
    def draft(number: int, counted: str, scope: Scope = "incident") -> Draft:
        return Draft(kind="killed", figure=count(number), counted=counted, place=place("Orsha"), scope=scope)

    reading = page(
        "a",
        told("In the war 9000 people have died.", draft(9000, "people", "history")),
        told("The strike killed 10 children.", draft(10, "children")),
        told("It killed 48 people in all.", draft(48, "people")),
    )
    assert _main(reading) == "48"
    assert main_tolls((), reading.claims, "killed", KNOWN) == ()


def _draft(number: int, counted: str = "people", *, speaker: str = "", scope: Scope = "incident") -> Draft:
    return Draft(
        kind="killed", figure=count(number), counted=counted, place=place("Orsha"), speaker=speaker or None, scope=scope
    )


def _main(reading: Reading) -> str:
    """The figure that a page is about, as it is against itself."""
    found, again = main_tolls(reading.claims, reading.claims, "killed", KNOWN)
    assert found == again
    assert found.figure is not None
    return found.figure.text


def _whole(reading: Reading, at: int = 0) -> Told:
    assert reading.document
    return Told(claim=reading.claims[at], document=reading.document, claims=reading.claims)


def test_a_page_leads_with_the_figure_that_it_prints_first() -> None:
    text = "The raid killed 120 fighters, over 60 of them mercenaries."
    reading = page("a", told(text, _draft(60, "mercenaries"), _draft(120, "fighters")))
    assert _main(reading) == "120"


def test_two_pages_are_compared_by_the_figure_that_both_give_at_the_top() -> None:
    one = page("a", told("A doctor counted 32 dead.", _draft(32)), told("Police put it at 16.", _draft(16)))
    other = page("b", told("Shells killed 16.", _draft(16)))
    assert [claim.figure and claim.figure.value for claim in main_tolls(one.claims, other.claims, "killed", KNOWN)] == [
        16,
        16,
    ]
    small = page("c", told("A doctor counted 32 dead.", _draft(32)), told("A mine killed 4.", _draft(4)))
    fewer = page("d", told("A mine killed 4.", _draft(4)))
    values = [claim.figure and claim.figure.value for claim in main_tolls(small.claims, fewer.claims, "killed", KNOWN)]
    assert values == [32, 4]
    assert main_tolls(one.claims, (), "killed", KNOWN) == ()


def test_what_a_headline_leaves_out_is_taken_from_the_text_below() -> None:
    one = page("a", told("Raid kills 29", _draft(29)), told("The toll is 29.", _draft(29, speaker=CRESCENT)))
    other = page("b", told("Raid kills 31", _draft(31)), told("The toll is 31.", _draft(31, speaker=CRESCENT)))
    actors = kit().codebook.actors
    assert relation(_whole(one), _whole(other), copied=False, known=KNOWN, actors=actors) == "updated"
    total = page(
        "c", told("Raid kills 34", _draft(34, scope="cumulative")), told("It killed 34.", _draft(34, speaker="police"))
    )
    assert relation(_whole(one), _whole(total), copied=False, known=KNOWN, actors=actors) == "contradicts"


def test_a_part_that_both_pages_tell_is_not_what_they_are_about() -> None:
    whole, other = _draft(40), _draft(55)
    parts = [
        Draft(kind="killed", figure=count(12), counted="children", place=place("Orsha"), part_of=total)
        for total in (whole, other)
    ]
    one = page("a", told("Shells killed 40, 12 of them children.", whole, parts[0]))
    two = page("b", told("Shells killed 55, 12 of them children.", other, parts[1]))
    found = main_tolls(one.claims, two.claims, "killed", KNOWN)
    assert [claim.figure and claim.figure.value for claim in found] == [40, 55]
