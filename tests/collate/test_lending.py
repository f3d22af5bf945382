"""Whose words a claim without a speaker is: lent by the words that were copied or the page itself, by no neighbour."""

from collections.abc import Sequence

import pytest
from readings_by_hand import Draft, copied, count, ledger, on, page, place, told

from crosswire.records import Copy, Ledger, Reading

TOWN, DAY = place("Orsha"), on("2031-05-04")
MONITOR, WITNESS, CLINIC = "Hill Monitor", "Ada Roon", "White Hill clinic"
LINES = ("The mill stood still.", "The wheat was wet.", "Nurses walked to work.", "The buses did not run.")


def act(speaker: str | None = None, actor: str | None = "Federation", where: str | None = "Orsha") -> Draft:
    return Draft(kind="struck", actor=actor, place=place(where) if where else None, when=DAY, speaker=speaker)


def toll(number: int, speaker: str | None = None) -> Draft:
    return Draft(kind="killed", figure=count(number), counted="people", place=TOWN, when=DAY, speaker=speaker)


def text(name: str, day: int, *sentences: tuple[str, Sequence[Draft]]) -> Reading:
    """A page of four lines that every text of the family has, and of `sentences` behind them."""
    lines = [told(line) for line in LINES]
    return page(name, *lines, *(told(words, *claims) for words, claims in sentences), published=f"2031-05-{day:02}")


def kin(copy: Reading, original: Reading, *pairs: tuple[int, int]) -> list[Copy]:
    """Both are one text by their first lines; `pairs` of sentences behind them were copied, too."""
    return [copied(copy, number, original, number) for number in range(len(LINES))] + [
        copied(copy, len(LINES) + one, original, len(LINES) + other) for one, other in pairs
    ]


def behind(found: Ledger, words: str, kind: str) -> str:
    """The name of the origin of the claim of that kind in the sentence that begins with `words`."""
    (mine,) = [one.id for one in found.claims if one.kind == kind and one.quote.text.startswith(words)]
    (origin,) = [one for one in found.origins if mine in one.claims]
    return origin.name


def notes(found: Ledger) -> list[str]:
    return [issue.message for issue in found.issues if issue.stage == "origins"]


def test_an_act_is_not_lent_to_a_witness_who_stands_beside_it_in_the_text() -> None:
    """The agency tells of the raid itself; a woman tells of one strike. Who rewrites the raid does not quote her."""
    first = text(
        "wire",
        5,
        ("Federation jets bombed Orsha on Sunday.", [act()]),
        ("Ada Roon said a strike hit her barn.", [act(WITNESS, None, None)]),
        ("The raid killed 12, the Hill Monitor said.", [toll(12, MONITOR)]),
    )
    second = text("post", 6, ("On Sunday jets flew a raid on Orsha that killed 12.", [act(), toll(12)]))
    found = ledger(first, second, copies=kin(second, first, (0, 2)))
    assert behind(found, "On Sunday jets", "killed") == MONITOR
    assert behind(found, "On Sunday jets", "struck") == behind(found, "Federation jets", "struck") == "wire"
    assert behind(found, "Ada Roon", "struck") == WITNESS
    (note,) = notes(found)
    assert note == (
        "The page names no speaker here; the same passage in https://wire.example/story names Hill Monitor, so the "
        "claim is counted under Hill Monitor."
    )


def test_the_copied_sentence_lends_and_not_the_one_beside_it() -> None:
    first = text(
        "wire",
        5,
        ("Jets hit Orsha, the Hill Monitor said.", [act(MONITOR)]),
        ("Jets hit Orsha, Ada Roon said.", [act(WITNESS)]),
    )
    for told_last, speaker in ((0, MONITOR), (1, WITNESS)):
        second = text("post", 6, ("Jets have hit Orsha.", [act()]))
        found = ledger(first, second, copies=kin(second, first, (0, told_last)))
        assert behind(found, "Jets have hit", "struck") == speaker


def test_of_two_numbers_in_one_copied_sentence_each_goes_to_its_own_speaker() -> None:
    first = text("wire", 5, ("12 died, the monitor said; 15, said the clinic.", [toll(12, MONITOR), toll(15, CLINIC)]))
    second = text("post", 6, ("Between 12 and 15 died.", [toll(12), toll(15)]))
    found = ledger(first, second, copies=kin(second, first, (0, 0)))
    assert sorted((origin.name, len(origin.claims)) for origin in found.origins) == [(MONITOR, 2), (CLINIC, 2)]


def test_two_speakers_of_one_copied_sentence_leave_it_open_and_raise_nothing() -> None:
    first = text("wire", 5, ("12 died, the monitor and the clinic said.", [toll(12, MONITOR)]), ("", []))
    other = text("gazette", 5, ("12 died, the clinic said.", [toll(12, CLINIC)]))
    second = text("post", 5, ("12 died.", [toll(12)]))
    copies = [*kin(other, first, (0, 0)), *kin(second, first, (0, 0)), *kin(second, other, (0, 0))]
    found = ledger(first, other, second, copies=copies)
    assert len(found.origins) == 1
    assert any("nothing tells which of them it follows" in note for note in notes(found))
    assert not any("counted under" in note for note in notes(found))


@pytest.mark.parametrize(
    ("claims", "speaker"),
    [
        ([toll(12), toll(12, MONITOR)], MONITOR),
        ([act(), act(MONITOR)], MONITOR),
        ([act(), act(WITNESS, None, None)], "wire"),
        ([act(None), act(WITNESS)], WITNESS),
    ],
    ids=["a number", "an act told in full", "an act of which the speaker says nothing", "less than the speaker says"],
)
def test_a_page_lends_its_own_speaker_where_he_says_as_much(claims: list[Draft], speaker: str) -> None:
    silent, spoken = claims
    found = ledger(text("wire", 5, ("The page itself tells it.", [silent]), ("Somebody said it.", [spoken])))
    assert behind(found, "The page itself", silent.kind) == speaker
    assert notes(found) == []


def test_an_act_that_may_be_the_speaker_s_raises_nothing_and_is_not_said_to_be_his() -> None:
    first = text("wire", 5, ("Jets came over Orsha, she said.", [act(WITNESS, None)]))
    second = text("post", 6, ("Federation jets bombed Orsha.", [act()]))
    found = ledger(first, second, copies=kin(second, first))
    assert [len(incident.claims) for incident in found.incidents] == [2]
    assert len(found.origins) == 1
    (note,) = notes(found)
    assert note == (
        "The page names no speaker here; https://wire.example/story, which has much of its text, lets Ada Roon speak "
        "of the like, but no passage that both have shows that these words are meant. The claim is no further origin, "
        "and it is lent no speaker."
    )


def test_a_copy_that_adds_an_act_is_no_further_origin() -> None:
    """The root lets a witness say it and tells nothing itself: what a copy tells is not counted beside it."""
    dead = toll(12, MONITOR)
    first = text("wire", 5, ("A strike hit her barn and 12 died, she said.", [act(WITNESS, None, None), dead]))
    second = text("post", 6, ("Federation jets bombed Orsha on Sunday and 12 died.", [act(), dead]))
    found = ledger(first, second, copies=kin(second, first))
    assert [len(incident.claims) for incident in found.incidents] == [4]
    assert sorted(origin.name for origin in found.origins) == [WITNESS, MONITOR]
    assert not any("counted under" in note for note in notes(found))


def test_a_claim_without_a_speaker_joins_no_two_who_have_one() -> None:
    one = text("wire", 5, ("12 died, the monitor said.", [toll(12, MONITOR)]))
    same_outlet = page(
        "wire2", told("The clinic counted 12 dead.", toll(12, CLINIC)), outlet="wire", published="2031-05-05"
    )
    loose = page("wire3", told("There were 12 dead.", toll(12)), outlet="wire", published="2031-05-05")
    found = ledger(one, same_outlet, loose)
    assert sorted({origin.name for origin in found.origins}) == [MONITOR, CLINIC]
    assert len(found.origins) == 2
