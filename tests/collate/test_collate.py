"""The whole comparison on made-up readings: order, repetition and the checks."""

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import ARMY, OBSERVATORY, Draft, at_least, count, kit, ledger, on, over, page, place, told

from crosswire.collate import collate
from crosswire.collate.checks import checks
from crosswire.records import Claim, Issue, Reading

PLACES = (place("Orsha"), place("Talvik"), None)
SPEAKERS = (None, OBSERVATORY, ARMY, "Red Crescent", "Rami Abdel Rahman")
DAYS = (None, "2031-05-04", "2031-05-05", "2031-05-09")


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    number = draw(st.integers(min_value=1, max_value=60))
    day = draw(st.sampled_from(DAYS))
    return Draft(
        kind=draw(st.sampled_from(("killed", "injured", "struck", "controls", "withdrew", "denied", "said"))),
        figure=draw(st.sampled_from((count(number), at_least(number), over(number)))),
        counted=draw(st.sampled_from(("people", "civilians", None))),
        speaker=draw(st.sampled_from(SPEAKERS)),
        place=draw(st.sampled_from(PLACES)),
        when=on(day) if day else None,
        actor=draw(st.sampled_from((None, ARMY, "rebels"))),
        scope=draw(st.sampled_from(("incident", "cumulative", "history"))),
        stance=draw(st.sampled_from(("asserts", "denies", "alleges", "hypothetical"))),
    )


@st.composite
def _readings(draw: st.DrawFn) -> list[Reading]:
    pages = []
    for number in range(draw(st.integers(min_value=1, max_value=5))):
        sentences = [
            told(
                f"Sentence {place} of page {number}: {', '.join(d.figure.text for d in drafts if d.figure)} and more.",
                *drafts,
            )
            for place, drafts in enumerate(
                draw(st.lists(st.lists(_drafts(), min_size=1, max_size=2), min_size=1, max_size=3))
            )
        ]
        pages.append(page(f"p{number}", *sentences, published=draw(st.sampled_from(DAYS))))
    return pages


@settings(max_examples=40, deadline=None)
@given(readings=_readings(), order=st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter_and_every_check_holds(
    readings: list[Reading], order: random.Random
) -> None:
    found = collate(readings, kit())
    again = [*readings, *readings[:1]]
    order.shuffle(again)
    assert msgspec.json.encode(collate(again, kit())) == msgspec.json.encode(found)
    assert [issue for issue in found.issues if issue.stage == "checks"] == []


def test_an_unreadable_page_is_kept_as_its_issue() -> None:
    issue = Issue(stage="sources", document="broken.html", message="The page is empty.")
    found = collate(
        [Reading(page="x", issues=(issue,)), page("a", told("12 died.", Draft(kind="killed", figure=count(12))))], kit()
    )
    assert issue in found.issues
    assert len(found.documents) == 1


def test_no_readings_make_an_empty_ledger() -> None:
    found = collate([], kit())
    assert (found.documents, found.claims, found.incidents, found.issues) == ((), (), (), ())


def _spoil(**change: object) -> list[str]:
    """The messages of the checks on a ledger whose only claim is changed so."""
    found = ledger(
        page("a", told("12 died in Orsha.", Draft(kind="killed", figure=count(12), counted="people", place=PLACES[0])))
    )
    claim: Claim = msgspec.structs.replace(found.claims[0], **change)
    return [issue.message for issue in checks(msgspec.structs.replace(found, claims=(claim,)))]


def test_checks_see_a_quote_that_does_not_stand_where_it_says() -> None:
    found = ledger(page("a", told("12 died in Orsha.", Draft(kind="said"))))
    quote = msgspec.structs.replace(found.claims[0].quote, start=3)
    claim = msgspec.structs.replace(found.claims[0], quote=quote)
    (issue,) = checks(msgspec.structs.replace(found, claims=(claim,)))
    assert "does not stand at 3" in issue.message


def test_checks_see_a_figure_that_its_quote_does_not_hold() -> None:
    assert any('"13" does not stand in the quote' in message for message in _spoil(figure=count(13)))


def test_checks_see_a_number_that_nobody_printed() -> None:
    assert any("prints 12, which no source printed" in message for message in _spoil(figure=over(13)))


def test_checks_see_a_reference_to_nothing() -> None:
    assert any("which is not in the ledger" in message for message in _spoil(part_of="c-nowhere"))


def test_checks_see_a_claim_twice_and_history_in_an_incident() -> None:
    assert any("is history" in message for message in _spoil(scope="history"))
    found = ledger(page("a", told("12 died.", Draft(kind="killed", figure=count(12)))))
    twice = msgspec.structs.replace(found, incidents=found.incidents * 2, origins=found.origins * 2)
    messages = [issue.message for issue in checks(twice)]
    assert any("is in 2 incidents" in message for message in messages)
    assert any("has 2 origins" in message for message in messages)
    assert any("is given to 2 records" in message for message in messages)
