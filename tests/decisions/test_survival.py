"""What people decided survives: another run, another cleaning, new pages, corrected pages, a newer release."""

import msgspec
import pytest
from by_hand import anchor, claim, decide, decided, together
from readings_by_hand import OBSERVATORY, Draft, count, on, page, place, told

from crosswire.records import Anchor, Claim, Decision, Document, Passage, Reading
from crosswire.text.identity import identify

_DAY = "2031-05-04"
_MILL = "12 people died at the mill in Orsha, the Observatory said."
_BRIDGE = "A blast at the bridge in Talvik killed 30."


def _pages() -> list[Reading]:
    """Two pages, of which a person says that they tell of one occurrence."""
    mill = Draft(
        kind="killed", figure=count(12), counted="people", place=place("Orsha"), when=on(_DAY), speaker=OBSERVATORY
    )
    bridge = Draft(kind="killed", figure=count(30), counted="people", place=place("Talvik"), when=on(_DAY))
    return [
        page("a", told("Rain fell."), told(_MILL, mill), published=_DAY),
        page("b", told(_BRIDGE, bridge), published=_DAY),
    ]


def _decisions(pages: list[Reading]) -> tuple[Decision, ...]:
    return (
        decide("same", anchor(pages[0]), anchor(pages[1])),
        decide("set", anchor(pages[0]), field="counted", value="civilians"),
    )


def _moved(reading: Reading, text: str, key: str, turn: int = 1) -> Reading:
    """`reading` as another cleaning or version of its page gives it: other text, other ids, the same claims."""
    assert reading.document is not None
    document = msgspec.structs.replace(reading.document, id=key, text=text)
    return Reading(
        page=key,
        turn=turn,
        document=document,
        claims=tuple(_again(one, reading.document, document) for one in reading.claims),
    )


def _again(old: Claim, then: Document, now: Document) -> Claim:
    start = now.text.index(old.quote.text) if old.quote.text in now.text else 0
    words = now.text[start : start + len(old.quote.text)]
    assert then.text
    quote = Passage(document=now.id, start=start, end=start + len(words), text=words)
    return msgspec.structs.replace(old, id=identify("c", now.id, words, old.kind), quote=quote)


def _holds(pages: list[Reading], decisions: tuple[Decision, ...], ends: tuple[int, int] = (0, 1)) -> None:
    """Both decisions are applied: the two claims stand in one incident, and one counts civilians."""
    ledger = decided(pages, *decisions)
    assert [done.state for done in ledger.decisions] == ["applied", "applied"]
    left, right = (claim(pages[end]) for end in ends)
    assert together(ledger, left, right)
    assert [one.counted for one in ledger.claims if one.id == left.id] == ["civilians"]


def test_a_second_run_over_the_same_pages() -> None:
    pages = _pages()
    _holds(pages, _decisions(pages))
    assert decided(pages, *_decisions(pages)) == decided(pages[::-1], *_decisions(pages))


def test_another_cleaning_of_the_page() -> None:
    """The page itself is the same; cleaning keeps more, or less, of what stands around the words."""
    pages = _pages()
    cleaned = _moved(pages[0], f"Home News Weather\nRain fell on Sunday. {_MILL}\n", pages[0].page)
    assert cleaned.document is not None
    assert pages[0].document is not None
    assert cleaned.document.id == pages[0].document.id
    _holds([cleaned, pages[1]], _decisions(pages))


def test_new_pages_that_cluster_otherwise() -> None:
    pages = _pages()
    more = [
        page(
            f"n{number}",
            told(
                f"Report {number}: 12 people died in Orsha.",
                Draft(kind="killed", figure=count(12), counted="people", place=place("Orsha"), when=on(_DAY)),
            ),
            published=_DAY,
        )
        for number in range(4)
    ]
    _holds([*pages, *more], _decisions(pages))


def test_a_corrected_version_of_the_page() -> None:
    """The newer version stands for the address; the words are found in it."""
    pages = _pages()
    newer = _moved(pages[0], f"CORRECTION: an earlier version misspelt a name.\n{_MILL}\n", "d-newer")
    ledger = decided([*pages, newer], *_decisions(pages))
    assert [done.state for done in ledger.decisions] == ["applied", "applied"]
    assert len(ledger.documents) == 2
    assert together(ledger, claim(newer), claim(pages[1]))


def test_a_corrected_figure_is_another_figure() -> None:
    pages = _pages()
    newer = _moved(pages[0], _MILL.replace("12", "15"), "d-newer")
    fifteen = msgspec.structs.replace(newer.claims[0], figure=count(15))
    ledger = decided([pages[0], msgspec.structs.replace(newer, claims=(fifteen,)), pages[1]], *_decisions(pages))
    assert [done.state for done in ledger.decisions] == ["orphan", "orphan"]
    assert all("now says something else" in done.note for done in ledger.decisions)
    assert [one.counted for one in ledger.claims if one.figure and one.figure.text == "15"] == ["people"]


@pytest.mark.parametrize(
    "newer",
    [
        lambda one: msgspec.structs.replace(one, id="c-other", rule="another rule"),
        lambda one: msgspec.structs.replace(one, kind="casualties"),
        lambda one: msgspec.structs.replace(one, counted="residents", place=None),
        lambda one: msgspec.structs.replace(
            one, quote=msgspec.structs.replace(one.quote, end=one.quote.start + 16, text="12 people died a")
        ),
    ],
    ids=["another id and rule", "another kind", "another population, no place", "a shorter quote"],
)
def test_a_newer_release_that_reads_the_claim_otherwise(newer: object) -> None:
    pages = _pages()
    assert callable(newer)
    changed = msgspec.structs.replace(pages[0], claims=(newer(pages[0].claims[0]),))
    ledger = decided([changed, pages[1]], *_decisions(pages))
    assert [done.state for done in ledger.decisions] == ["applied", "applied"]
    assert [one.counted for one in ledger.claims if one.id == changed.claims[0].id] == ["civilians"]


def test_the_page_is_gone() -> None:
    pages = _pages()
    ledger = decided(pages[1:], *_decisions(pages))
    assert [done.note for done in ledger.decisions] == ["the page https://a.example/story is not in this ledger"] * 2


def test_the_same_words_on_another_page_do_not_take_over_the_decision() -> None:
    pages = _pages()
    copy = _moved(pages[0], _MILL, "d-copy")
    assert copy.document is not None
    elsewhere = msgspec.structs.replace(
        copy, document=msgspec.structs.replace(copy.document, url="https://copy.example/story", outlet="copy")
    )
    ledger = decided([pages[1], elsewhere], *_decisions(pages))
    assert [done.state for done in ledger.decisions] == ["orphan", "orphan"]
    assert isinstance(ledger.decisions[0].decision.anchors[0], Anchor)
