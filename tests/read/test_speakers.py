"""Speakers where commas, quotation marks or the mark of a headline are gone; lists; words that name nobody."""

import pytest
from reader import only, page, reading

from crosswire.kit import Kit
from crosswire.read import read


def speakers(text: str, kit: Kit) -> list[tuple[str, str | None]]:
    return [(claim.figure.text, claim.said.speaker) for claim in reading(text, kit).claims if claim.figure]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fighting raged as soldiers loyal to the junta rebels said on Friday that 12 people were killed.", "rebels"),
        ("Twelve people were killed in the town of Saraqib in Syria local sources said.", "local sources"),
        ("Twelve people were killed in fighting between the army and the militia witnesses said.", "witnesses"),
        ("Twelve people were killed in an attack on the army local residents said.", "residents"),
        ("Twelve people were killed in border raids officials said.", "officials"),
        ("A source in the port office said 12 people were killed.", "source in the port office"),
        ("The navy said early reports indicated 12 people were killed.", "navy"),
        ("Early reports said 12 people were killed, the navy said.", "navy"),
        ("According to the ministry, initial reports suggested that 12 people were killed.", "ministry"),
        ("Opposition groups in Venezuela said 12 people were killed.", "opposition groups"),
    ],
)
def test_the_speaker_takes_no_word_of_others(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


def test_reports_behind_a_turn_are_not_the_first_speakers(kit: Kit) -> None:
    text = "The army said five people died while early reports indicated that 12 were hurt."
    assert ("five", "army") in speakers(text, kit)
    assert ("12", "army") not in speakers(text, kit)


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Raids kill 9 rebels in Chad raid monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chad: monitor", "Lake Chad Conflict Observatory"),
        ("Raids kill 9 rebels in Chad - monitor", "Lake Chad Conflict Observatory"),
        ("Car bomb kills 9 in Mogadishu police", "police"),
        ("9 killed in attack on Mogadishu police", None),
        ("Bomb kills 9 in Mogadishu", None),
    ],
)
def test_who_closes_a_headline_speaks(title: str, speaker: str | None, kit: Kit) -> None:
    text = "The raids hit two camps, the Lake Chad Conflict Observatory said on Friday."
    claims = read(page(text, title=title), kit).claims
    assert [claim.said.speaker for claim in claims if claim.figure and claim.figure.text == "9"] == [speaker]


def test_a_list_behind_a_colon_stays_with_its_speaker_until_the_outlet_speaks(kit: Kit) -> None:
    text = (
        "A spokesman said the following took place: On Tuesday gunmen killed six soldiers. On Friday a mine killed "
        "four drivers. The minister has resigned. A fire in the port killed two sailors."
    )
    assert speakers(text, kit) == [("six", "spokesman"), ("four", "spokesman"), ("two", None)]


def test_items_without_a_verb_are_a_list_too(kit: Kit) -> None:
    text = (
        "The council said it had received reports of: an attack on a market that killed 12 people. A raid on a village "
        "in which three people were killed. Rain killed two farmers."
    )
    assert speakers(text, kit) == [("12", "council"), ("three", "council"), ("two", None)]
