"""Who speaks in a headline, and in a title that runs into the text."""

import pytest
from reader import page

from crosswire.kit import Kit
from crosswire.read import read


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Raids kill 9 rebels in Chad raid monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chad: monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chads Faya Monitor", "Lake Chad Conflict Observatory"),
        ("9 killed in raids on Chads Faya Monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chad safe zone monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chad - monitor", "Lake Chad Conflict Observatory"),
        ("Car bomb kills 9 in Mogadishu police", "police"),
        ("9 killed in attack on Mogadishu police", None),
        ("Bomb kills 9 in Mogadishu", None),
        ("CORRECTION: Bomb kills 9 in Mogadishu hospital", None),
        ("UPDATED: Bomb kills 9 in Mogadishu hospital", None),
        ("WHO: Bomb kills 9 in Mogadishu hospital", "World Health Organization"),
        ("Raid kills 9 Monitor", "Lake Chad Conflict Observatory"),
        ("Gunmen kill 9 Kanem rebel officers Monitor", "Lake Chad Conflict Observatory"),
        ("Raids on camps kill 9 Observatory", "Lake Chad Conflict Observatory"),
        ("Front fighters among 9 dead in Kanem raid Activists", "activists"),
        ("Gunmen kill 9 hospital doctors", None),
        ("Suicide attack kills 9 near Kanem hospital", None),
        ("Suicide Attack Kills 9 In Kanem Hospital", None),
        ("Gunmen kill 9 in Kanem - Steppe Rights Watch", "Steppe Rights Watch"),
        ("Gunmen kill 9 and a spokesman", None),
    ],
)
def test_who_closes_a_headline_speaks(title: str, speaker: str | None, kit: Kit) -> None:
    text = "The raids hit two camps, the Lake Chad Conflict Observatory said on Friday."
    claims = read(page(text, title=title), kit).claims
    assert [claim.said.name for claim in claims if claim.figure and claim.figure.text == "9"] == [speaker]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Car bomb kills 15 in Homs NGO - Region - World - Herald Online", "NGO"),
        ("Car bomb kills 15 in Homs - Region - World - Herald Online", None),
        ("Car bomb in Homs kills 15 Governor - Region - World - Herald Online", "Governor"),
    ],
)
def test_the_sections_behind_a_headline_neither_speak_nor_hide_who_does(title: str, speaker: str, kit: Kit) -> None:
    claims = read(page("The town is quiet.", title=title), kit).claims
    assert {claim.said.speaker for claim in claims if claim.figure} == {speaker}


def test_what_only_labels_a_headline_does_not_speak(kit: Kit) -> None:
    claims = read(page("The town is quiet.", title="BREAKING: Raid kills 12 in Homs"), kit).claims
    assert {claim.said.speaker for claim in claims} == {None}


def test_a_title_run_into_the_text_speaks_for_itself(kit: Kit) -> None:
    title = "Raids on Kanem camps kill 12 Activists"
    text = f"{title} Jets bombed two camps on Friday, killing nine people, the Kanem Rights Watch said."
    found = [claim for claim in read(page(text, title=title), kit).claims if claim.figure]
    assert {(claim.figure.text, claim.said.speaker) for claim in found if claim.figure} == {
        ("12", "activists"),
        ("nine", "Kanem Rights Watch"),
    }
    assert {claim.quote.text for claim in found if claim.figure and claim.figure.text == "12"} == {title}


def test_a_short_title_in_a_sentence_does_not_part_it(kit: Kit) -> None:
    text = "Operation Grey Curtain Two was a raid in which 12 people were killed, the army said."
    assert {claim.quote.text for claim in read(page(text, title="Operation Grey"), kit).claims} == {text}
