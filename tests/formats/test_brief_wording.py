"""The words of the brief around what sources say: groups, days, quotes, links."""

import datetime as dt

import msgspec
import pytest

from crosswire.formats.brief.links import quote_address, web_address
from crosswire.formats.brief.wording import clause, days, group, load_kinds, quoted
from crosswire.records import Figure, Ledger, When


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example/x", "http://a.example/x"),
        ("javascript:alert(1)", ""),
        ("JavaScript://a.example/%0aalert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/hosts", ""),
        ("01-page.txt", ""),
        ("http://[broken", ""),
        ("https:", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, safe: str) -> None:
    assert web_address(url) == safe


def test_quote_address_marks_the_quote() -> None:
    assert (
        quote_address("https://a.example/x", "at least 61, he-said")
        == "https://a.example/x#:~:text=at%20least%2061%2C%20he%2Dsaid"
    )
    assert quote_address("https://a.example/x#top", "dozens") == "https://a.example/x#top:~:text=dozens"
    assert quote_address("javascript:alert(1)", "dozens") == ""
    long = " ".join(f"word{number}" for number in range(40))
    assert quote_address("https://a.example/", long).endswith("text=word0%20word1%20word2,word37%20word38%20word39")


@pytest.mark.parametrize(
    ("kind", "counted", "side", "words"),
    [
        ("killed", "soldiers", "government", "soldiers killed (government side)"),
        ("killed", "civilians", "civilian", "civilians killed"),
        ("casualties", "people", None, "people killed or injured"),
        ("struck", "strikes", None, "strikes"),
        ("struck", None, None, "times struck from the air"),
        ("damaged", "houses", None, "houses damaged or destroyed"),
        ("unheard", None, None, "unheard"),
    ],
)
def test_groups_are_named_for_readers(kind: str, counted: str | None, side: str | None, words: str) -> None:
    assert group(kind, counted, side, load_kinds()) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 3, 6), (2024, 3, 6), "6 Mar 2024"),
        ((2024, 3, 6), (2024, 3, 10), "6–10 Mar 2024"),
        ((2016, 1, 1), (2016, 12, 31), "2016"),
        ((2011, 1, 1), (2016, 12, 31), "2011–2016"),
        ((2024, 2, 28), (2024, 3, 1), "28 Feb 2024 – 1 Mar 2024"),
    ],
)
def test_days_are_short(first: tuple[int, int, int], last: tuple[int, int, int], words: str) -> None:
    assert days(When(first=dt.date(*first), last=dt.date(*last), text="", basis="stated")) == words


def test_what_may_happen_is_quoted_not_told_as_done(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.said.stance == "hypothetical")
    assert clause(claim, load_kinds()).quote == claim.quote.text


@pytest.mark.parametrize(
    ("value", "counted", "after"),
    [
        (1, "women", "woman killed"),
        (1, "soldiers", "soldier killed"),
        (2, "women", "women killed"),
        (1, None, "killed"),
    ],
)
def test_one_is_singular(hand_made: Ledger, value: int, counted: str | None, after: str) -> None:
    claim = next(claim for claim in hand_made.claims if claim.kind == "killed")
    figure = Figure(value=value, bound="exact", low=value, high=value, text=str(value))
    told = msgspec.structs.replace(claim, figure=figure, counted=counted, side=None, actor=None)
    assert clause(told, load_kinds()).after == after


@pytest.mark.parametrize(
    ("text", "shown"), [("dozens", "“dozens”"), ("“We hold it,” he said.", "“We hold it,” he said."), ("", "“”")]
)
def test_a_quote_is_not_quoted_twice(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_words_such_as_dozens_count_with_of(hand_made: Ledger) -> None:
    dozens = next(claim for claim in hand_made.claims if claim.figure and claim.figure.text == "dozens")
    assert clause(dozens, load_kinds()).after == "of soldiers killed (government side)"


def test_one_of_a_side_stands_for_the_side(hand_made: Ledger) -> None:
    holds = next(claim for claim in hand_made.claims if claim.kind == "controls")
    told = msgspec.structs.replace(holds, actor="rebel")
    assert clause(told, load_kinds()).before.startswith("rebels hold ")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("killed", "mayor of Marra killed by Grey Front"),
        ("abducted", "mayor of Marra abducted by Grey Front"),
        ("casualties", "mayor of Marra killed or injured by Grey Front"),
    ],
)
def test_whoever_was_hit_without_a_number_is_told_in_words(kind: str, words: str, hand_made: Ledger) -> None:
    claim = msgspec.structs.replace(
        hand_made.claims[0], kind=kind, figure=None, target="mayor of Marra", actor="Grey Front", actor_known_as=None
    )
    told = clause(claim, load_kinds())
    assert (told.before, told.figure, told.quote) == (words, "", "")
