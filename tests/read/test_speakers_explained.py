"""Speakers told by what they did, whose names come later or in short, and numbers that go on with who gave them."""

import pytest
from reader import reading

from crosswire.kit import Kit

SPOKEN = [  # who is named for the claims with the number 12
    ("Rescue teams who had used the lull to search broken houses said they had found 12 bodies.", "Rescue teams"),
    ("Karan troops who last week took the town of Dorul said 12 people were killed.", "Karan troops"),
    ("Gunmen fled, an activist who visited the village of Dorul said, adding that 12 people were killed.", "activist"),
    ("Gunmen killed 12 people, residents who spoke to the Dorul Media Centre (DMC) said.", "residents"),
    ("An officer who later came over put the loss at 12 dead.", "officer"),
    ("12 people were killed, said a doctor who gave only his first name, Tavi, for fear of arrest.", "Tavi"),
    ('"With papers, 12 people were killed," said the man, who gave his name only as Tavi Moro.', "Tavi Moro"),
    ("A resident who asked to be called Tavi said 12 people were killed.", "Tavi"),
    ('"I saw 12 dead bodies in the street" Tavi Moro, a resident in Dorul told Sabah Radio.', "Tavi Moro"),
    ('"Nobody came," said Tavi Moro, a member of the League for Peace in Camps, who counts 12 dead.', "Tavi Moro"),
    ("Tavi Moro, the Front's spokesman, in a statement claimed killing 12 soldiers.", "Tavi Moro"),
    ("According to Deputy Commissioner Dorul retired Captain Tavi Moro, 12 men were killed.", "Tavi Moro"),
    ("Superintendent Tavi Moro came. Deputy Commissioner Karim Dabbagh left. 12 died, the DC said.", "Karim Dabbagh"),
    ("12 pupils were killed, had announced the army's spokesman, lieutenant-colonel Tavi Moro.", "Tavi Moro"),
    ("12 people died, according to the U.S.-based Council on Foreign Trade.", "Council on Foreign Trade"),
    ("12 people died in five months, according to figures compiled by DMK.", "DMK"),
    ("12 people died in five months, according to a tally kept by Karan News.", "Karan News"),
    ("The UN estimates 12 people to be missing in Dorul.", "UN"),
    ("A Dorul-based group, Human Rights Voices, gives a far higher number, 12 dead.", "Human Rights Voices"),
    ("Voice of the Hills in Tigrinya (0400 gmt 18 Mar) said 12 people were killed.", "Voice of the Hills"),
    ("A local official, who did not wish to be named, would only confirm 12 deaths.", "local official"),
    ("The Hill Leaders' Forum gave a different version. It said 12 people were killed.", "Hill Leaders' Forum"),
    ("Russia began its campaign after raids in which it says 12 people were killed.", "Russia"),
    ("Governor Tavi Moro came. According to him, 12 people were killed.", "Tavi Moro"),
    (
        "The army shelled it. An aid hand at the base, who gave no name, said he fled. 12 died, he said.",
        "aid hand at the base",
    ),
    ("Officials in Dorul said 40 people were hurt. 12 of them died.", "Officials in Dorul"),
    ("A surgeon said he had seen 40 people. 12 had died.", "surgeon"),
    ("The council said that 40 people died. Of these 12 were killed in Dorul.", "council"),
    ("The council said that 40 people died. Of this year's victims 12 were killed in Dorul.", "council"),
    ("The council said 40 people were hit. The other 12 were killed in Dorul.", "council"),
    ("The front's man said five cars were hit by 40 bombs. 12 of the group's own men were killed.", "front's man"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_who_tells_it_is_named(text: str, speaker: str, kit: Kit) -> None:
    assert spoken(text, kit) == {speaker}


UNTOLD = [
    "The council said 40 people were killed on Monday. 12 people were killed in Dorul on Friday.",
    "The council said 40 people fled. In Dorul, 12 of the houses burnt and 12 people were killed.",
    "The war office denied it. Our correspondent learnt that the attackers killed 12 people.",
    "Forty people were killed, according to the clinic. We estimate that 12 people were killed elsewhere.",
    "The mayor fled to the hills. This newspaper has learnt that 12 people were killed.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_the_outlet_tells_what_nobody_else_does(text: str, kit: Kit) -> None:
    assert spoken(text, kit) == {None}


def spoken(text: str, kit: Kit) -> set[str | None]:
    """Who gives the claims with the number 12."""
    claims = [claim for claim in reading(text, kit).claims if claim.figure and claim.figure.text == "12"]
    return {claim.said.speaker for claim in claims}
