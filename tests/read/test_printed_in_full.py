"""Interviews, letters and statements that a page prints in full, and what a clause beside a name tells."""

import pytest
from reader import reading

from crosswire.kit import Kit

_INTERVIEW = (
    "Ramo V., 23, drives an ambulance in Dorul. The army puts the dead at more than 900.\n"
    "Q: Where were you? {asked}\nA: At our post. {answered}\nQ: The army says rebels did it?\nA: I do not know.\n"
    "({noted})"
)
_DEAD = "12 people were killed."
_TALK = (
    "Radio Dorul's Karim Dabbagh talks to Tavi Moro, a reporter in Tesk.\nKARIM DABBAGH, HOST:\nMore on the attack.\n"
    "TAVI MORO: You're welcome.\nDABBAGH: How many have died?\nMORO: {} It is quiet now.\nDABBAGH: Thank you."
)

SPOKEN = [
    (_INTERVIEW.format(asked="", answered=_DEAD, noted=""), "Ramo V."),
    (_INTERVIEW.format(asked="", answered="A doctor told me 12 people were killed.", noted=""), "doctor"),
    (_INTERVIEW.format(asked=_DEAD + " Did you see it?", answered="", noted=""), None),
    (_INTERVIEW.format(asked="", answered="", noted=_DEAD), None),
    (_TALK.format(_DEAD), "Tavi Moro"),
    (
        "An interview with the mayor, Tavi Moro.\nQuestion: Why?\nAnswer: 12 people were killed.\nQuestion: Why?",
        "Tavi Moro",
    ),
    ("QUETTA: 12 people were killed.\nKARACHI: It rained.\nQUETTA: A road was shut.", None),
    ("Dear friends,\nSince June we are closed. 12 people were killed.\nYours, Vesna", "Vesna"),
    ("Dear Mr President,\nYour army came. 12 people were killed.\nSincerely,\nTavi Moro", "Tavi Moro"),
    ("Dear friends,\nSince June we are closed. 12 people were killed.\nWe go on.", None),
    ("The Army Command has issued the following statement: Rebels came. 12 people were killed.", "Army Command"),
    ("The Army Command issued this statement:\nRebels came.\n12 people were killed.", "Army Command"),
    ("The Army Command has issued a statement. 12 people were killed.", None),
    ("Communique No. 7 of the Karan Front\nOur men went in.\n12 people were killed.", "Karan Front"),
    ("Communique No. 7 of the Karan Front\nThe rebels went in.\n12 people were killed.", None),
    ("Letter from Dorul\nOur bus was late.\n12 people were killed.", None),
    ("The army said it had left Tesk, a town where 12 people were killed.", None),
    ("The army said it had left Tesk, which has lost 12 people killed in raids.", None),
    ("The army said it had left Tesk, where rebels killed 12 people.", "army"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_whose_page_or_turn_it_is_speaks(text: str, speaker: str | None, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure and claim.figure.text == "12"]
    assert {claim.said.speaker for claim in claims} == {speaker}
