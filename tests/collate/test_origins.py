"""Origins: copies, speakers and unknowns never raise the count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import OBSERVATORY, Draft, copied, count, ledger, names, on, page, place, told

from crosswire.records import Reading

TOWN, DAY = place("Orsha"), on("2031-05-04")
WORDS = {
    "a": "The strike on Orsha killed 12 people, hospital staff among them.",
    "b": "Orsha buried 12 people after bombs fell on its fish market.",
    "c": "The strike on Orsha killed 12 persons, staff of the hospital among them.",
}


def _page(
    name: str, speaker: str | None = None, via: tuple[str, ...] = (), outlet: str = "", credited: tuple[str, ...] = ()
) -> Reading:
    draft = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=speaker, via=via)
    text = told(WORDS.get(name, "The strike on Orsha killed 12 people."), draft)
    return page(name, text, outlet=outlet, published="2031-05-04", credited=credited)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([_page("a"), _page("b")], ["a", "b"]),
        ([_page("a"), _page("c")], ["c"]),
        ([_page("a", credited=("Reuters",)), _page("c", credited=("AFP",))], ["AFP", "Reuters"]),
        ([_page("a", OBSERVATORY), _page("b", OBSERVATORY)], [OBSERVATORY]),
        ([_page("a", "Rami Abdel Rahman"), _page("b", "SOHR")], [OBSERVATORY]),
        ([_page("a", OBSERVATORY), _page("b", "Red Crescent")], ["Red Crescent", OBSERVATORY]),
        ([_page("a", "Jan Novak", ("Red Crescent",)), _page("b", "Red Crescent")], ["Red Crescent"]),
        ([_page("a", "Syrian army"), _page("b", "SANA")], ["Syrian government"]),
        ([_page("a", outlet="Post"), _page("b", outlet="Post")], ["Post"]),
        ([_page("a", credited=("Reuters",)), _page("b", credited=("Reuters",))], ["Reuters"]),
        ([_page("a", "Jan Novak", ("AFP",)), _page("b", "Eva Dvorak", ("AFP",))], ["Eva Dvorak", "Jan Novak"]),
    ],
)
def test_who_stands_behind_a_figure(pages: list[Reading], expected: list[str]) -> None:
    assert names(ledger(*pages), "12") == expected


def test_one_outlet_can_carry_two_origins() -> None:
    first = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=OBSERVATORY)
    second = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker="Red Crescent")
    found = ledger(
        page("a", told("The Observatory counts 12 dead.", first), told("So does the Red Crescent: 12.", second))
    )
    assert names(found, "12") == ["Red Crescent", OBSERVATORY]


def test_a_headline_is_no_second_witness_beside_its_own_page() -> None:
    loose = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY)
    said = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=OBSERVATORY)
    assert names(
        ledger(page("a", told("12 dead in Orsha.", loose), told("The Observatory said 12 died.", said))), "12"
    ) == [OBSERVATORY]


def test_a_copy_without_a_speaker_is_counted_under_the_one_it_lost() -> None:
    full, bare = _page("a", OBSERVATORY), _page("b")
    found = ledger(full, bare, copies=[copied(bare, 0, full, 0)])
    assert names(found, "12") == [OBSERVATORY]
    (issue,) = (issue for issue in found.issues if issue.stage == "origins")
    assert issue.message == (
        f"The page names no speaker here; the same passage in https://a.example/story names {OBSERVATORY}, "
        f"so the claim is counted under {OBSERVATORY}."
    )


def test_a_speaker_who_was_swapped_in_copying_is_no_second_origin() -> None:
    full, swapped = _page("a", OBSERVATORY), _page("b", "Red Crescent")
    assert len(names(ledger(full, swapped, copies=[copied(swapped, 0, full, 0)]), "12")) == 1


def _dated(name: str, speaker: str | None, day: int, outlet: str = "") -> Reading:
    draft = Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=speaker)
    text = told(f"The strike on Orsha killed 12 people, {name} writes.", draft)
    return page(name, text, published=f"2031-05-{day:02}", outlet=outlet)


@pytest.mark.parametrize("copies", [1, 5])
def test_an_origin_is_named_by_the_root_where_copies_swapped_the_speaker(copies: int) -> None:
    full = _dated("z", OBSERVATORY, 4)
    swapped = [_dated(f"b{number}", "Red Crescent", 6) for number in range(copies)]
    found = ledger(full, *swapped, copies=[copied(one, 0, full, 0) for one in swapped])
    assert names(found, "12") == [OBSERVATORY]
    issues = [issue.message for issue in found.issues if issue.stage == "origins"]
    assert (
        issues
        == [
            (
                f"The page names Red Crescent as the speaker; the passage in https://z.example/story, from which it "
                f"took the words, names {OBSERVATORY}, so the claim is counted under {OBSERVATORY}."
            )
        ]
        * copies
    )


def test_a_speaker_whom_copying_puts_into_words_of_nobody_is_no_second_origin() -> None:
    lead, body = "The strike on Orsha killed 12 people.", "The Observatory counted 12 dead in Orsha."
    silent, spoken, gained = (_said(name) for name in (None, OBSERVATORY, "Strike Orsha"))
    full = page("z", told(lead, silent), told(body, spoken), published="2031-05-04")
    copy = page("b", told(lead, gained), told(body, spoken), published="2031-05-06")
    found = ledger(full, copy, copies=[copied(copy, 0, full, 0), copied(copy, 1, full, 1)])
    assert names(found, "12") == [OBSERVATORY]


def test_two_speakers_whom_copying_made_of_one_are_one_origin() -> None:
    line = "The strike on Orsha killed 12 people, the Observatory said."
    full = page("z", told(line, _said(OBSERVATORY)), told(line, _said(OBSERVATORY)), published="2031-05-04")
    copy = page("b", told(line, _said("agency Obser")), told(line, _said("four dead")), published="2031-05-06")
    found = ledger(full, copy, copies=[copied(copy, 0, full, 0), copied(copy, 1, full, 0)])
    assert names(found, "12") == [OBSERVATORY]


def _said(speaker: str | None) -> Draft:
    return Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=speaker)


def test_a_swapped_speaker_does_not_join_two_who_are_independent() -> None:
    full, swapped, other = _dated("z", OBSERVATORY, 4), _dated("b", "Red Crescent", 6), _dated("c", "Red Crescent", 5)
    found = ledger(full, swapped, other, copies=[copied(swapped, 0, full, 0)])
    assert names(found, "12") == ["Red Crescent", OBSERVATORY]


def test_statements_of_one_speaker_are_one_proposition_only_when_copied() -> None:
    one = page("a", told("Talks are near, the envoy said.", Draft(kind="said", speaker="Eva Dvorak")))
    two = page("b", told("Talks are far, the envoy said.", Draft(kind="said", speaker="Eva Dvorak")))
    assert [len(ledger(one, two, copies=copies).origins) for copies in ((), [copied(two, 0, one, 0)])] == [2, 1]


@settings(max_examples=15, deadline=None)
@given(
    size=st.integers(min_value=1, max_value=40),
    spoken=st.lists(st.booleans(), min_size=40, max_size=40),
    chained=st.booleans(),
)
def test_copies_never_raise_the_count(size: int, spoken: list[bool], chained: bool) -> None:  # noqa: FBT001
    pages = [_page("root", OBSERVATORY)]
    pages += [_page(f"copy{number}", OBSERVATORY if spoken[number] else None) for number in range(size)]
    copies = [copied(copy, 0, pages[place if chained else 0], 0) for place, copy in enumerate(pages[1:])]
    found = ledger(*pages, _page("other", "Red Crescent"), copies=copies)
    assert names(found, "12") == ["Red Crescent", OBSERVATORY]
    (incident,) = found.incidents
    assert len(incident.tolls[0].origins) == 2


@pytest.mark.parametrize("size", [2, 10, 100, 1000])
@pytest.mark.parametrize("later", [True, False], ids=["known to be copies", "of one day"])
@pytest.mark.parametrize("chained", [True, False], ids=["each from the one before", "all from the root"])
def test_any_number_of_copies_is_one_origin(size: int, *, later: bool, chained: bool) -> None:
    """Attributed, in two spellings or with another speaker in his place, or not at all; of a hundred outlets."""
    names_given = (OBSERVATORY, "Western Steppe Observatory", None, "SOHR")
    pages = [
        _dated("root", OBSERVATORY, 4),
        *(
            _dated(f"copy{number}", names_given[number % 4], 5 if later else 4, outlet=f"o{number % 100}")
            for number in range(size)
        ),
    ]
    copies = [copied(one, 0, pages[place if chained else 0], 0) for place, one in enumerate(pages[1:])]
    found = ledger(*pages, _dated("other", "Red Crescent", 4), copies=copies)
    (incident,) = found.incidents
    assert [len(toll.origins) for toll in incident.tolls] == [2]
    assert len(names(found, "12")) == 2
    assert "Red Crescent" in names(found, "12")


def test_every_claim_has_one_origin() -> None:
    found = ledger(_page("a"), _page("b", OBSERVATORY), _page("c", "Red Crescent"))
    held = [name for origin in found.origins for name in origin.claims]
    assert sorted(held) == sorted(claim.id for claim in found.claims)


def test_a_short_name_is_the_body_that_the_same_text_names_in_full() -> None:
    full_name = "Western Steppe Observatory"
    full, short = _page("a", full_name), _page("b", "Observatory")
    lines = [told(f"The {word} of the valley was bad." * 3) for word in ("harvest", "weather", "traffic", "market")]
    one = page("one", *lines, told("12 died, the Western Steppe Observatory said.", _draft(full_name)))
    two = page("two", *lines, told("12 died, said the Observatory.", _draft("Observatory")))
    copies = [copied(two, number, one, number) for number in range(4)]
    assert names(ledger(one, two, copies=copies), "12") == [full_name]
    assert len(names(ledger(full, short), "12")) == 2


def _draft(speaker: str) -> Draft:
    return Draft(kind="killed", figure=count(12), counted="people", place=TOWN, when=DAY, speaker=speaker)


def _ministry(name: str, speaker: str, country: str) -> Reading:
    spot = place("Orsha", lat=33.5, lon=35.5, country=country)
    draft = Draft(kind="killed", figure=count(12), counted="people", place=spot, when=DAY, speaker=speaker)
    return page(name, told(f"Twelve people died in Orsha, {speaker} said. It was told by {name}.", draft))


def test_the_health_ministry_is_that_of_the_country_whose_dead_it_counts() -> None:
    found = ledger(_ministry("a", "Lebanese health ministry", "LB"), _ministry("b", "health ministry", "LB"))
    assert [origin.name for origin in found.origins] == ["Lebanese government"]  # of which it is a part


def test_another_ministry_and_another_country_stay_apart() -> None:
    other = ledger(_ministry("a", "Lebanese defence ministry", "LB"), _ministry("b", "defence ministry", "LB"))
    assert len(other.origins) == 2
    abroad = ledger(_ministry("a", "Lebanese health ministry", "LB"), _ministry("b", "health ministry", "SY"))
    assert len(abroad.origins) == 2
