"""Whose words stand before a sentence that says so, and speakers by what they have, hold for sure, or put out."""

import pytest
from reader import reading

from crosswire.kit import Kit

SPOKEN = [  # who gives the number 12
    ("12 people died in Dorul. This was announced by the mayor of Dorul.", "mayor of Dorul"),
    ("12 people died in Dorul. This was reported on Monday by Tavi Moro, the mayor, on his page.", "Tavi Moro"),
    ("A raid hit Dorul. 12 people died. The information was given by Captain Tavi Moro.", "Tavi Moro"),
    ("12 people died in Dorul. The figures come from the Karan Clinic.", "Karan Clinic"),
    ("12 people died in Dorul. The official figure comes from the governor.", "governor"),
    ("12 people died in Dorul. That is according to the Karan Clinic.", "Karan Clinic"),
    ("12 people died in Dorul. So says the mayor.", "mayor"),
    ("12 people died in Dorul.\n\nThis was stated by the mayor, Northwire reports.", "mayor"),
    ("The army said 12 people died. This was confirmed by the mayor.", "army"),
    ("12 people died in Dorul. This bridge was built by the mayor.", None),
    ("12 people died in Dorul. The raid was carried out by the army.", None),
    ("12 people died in Dorul. The family comes from Tesk.", None),
    ("12 people died in Dorul. This was the work of the Karan Front.", None),
    ("12 people died in Dorul.\n\nNobody fled.\n\nThis was announced by the mayor.", None),
    ("Tavi Moro, the mayor, wrote that a drone hit Dorul. According to his post, 12 people died.", "Tavi Moro"),
    ("The clinic has evidence that 12 people died.", "clinic"),
    ("The UN received reports of 12 people being killed in Dorul.", "UN"),
    ("The clinic has no evidence that 12 people died.", None),
    ("The mayor is convinced that 12 people died.", "mayor"),
    ("It is certain that 12 people died.", None),
    ("By the clinic's count 12 people died.", "clinic"),
    ("By the count of the clinic, 12 people died.", "clinic"),
    ("The clinic's tally stands at 12 dead.", "clinic"),
    ("On the army's own admission, 12 people died.", "army"),
    ("The clinic put out a statement saying 12 people died.", "clinic"),
    ("The latest report of the Karan Clinic lists 12 dead.", "Karan Clinic"),
    ("The mayor let it be known that 12 people had died.", "mayor"),
    ("The mayor can confirm that 12 people died.", "mayor"),
    ("The mayor cannot confirm that 12 people died.", None),
    ("12 people died, a figure confirmed by the mayor.", "mayor"),
    ("The toll, as given by the mayor, is 12 dead.", "mayor"),
    ("The toll given out by the mayor is 12 dead.", "mayor"),
    (
        "War has killed 12 people, the ministry said Tuesday night, though doctors believe more lie in homes.",
        "ministry",
    ),
    ("Nine fled and 12 died in a strike on a mall in Dorul, Danil Orr, the mayor, wrote on Friday.", "Danil Orr"),
    ("Not so few, said Lt. Gen. Danil Orr: 12 bodies have been found.", "Danil Orr"),
    ("Troops came, and the army's media wing said 60 rebels and 12 soldiers were killed.", "army's media wing"),
    ("Gunmen told the driver to stop and killed 12 people.", None),
    ("The rebels boasted on Friday of killing 12 soldiers.", "rebels"),
    ("The rebels boasted last night that 12 soldiers had died.", "rebels"),
    ("The army confessed to 12 dead.", "army"),
    ("A spokesman for the front called Northwire to say that 12 soldiers had died.", "spokesman for the front"),
    ("The bulletin of the army has it that 12 rebels died.", "army"),
    ("If the mayor is to be believed, 12 people died.", "mayor"),
    ("The court is satisfied beyond all doubt that 12 people died.", "court"),
    ("The army's count of deaths reached 12 dead.", "army"),
    ("12 people died, the council puts it.", "council"),
    ("The raid brings to 12 the officers killed this year, Captain Danil Orr reminded reporters.", "Danil Orr"),
    ("In the ministry's bulletin 12 rebels died.", "ministry"),
    ("A nurse saw 12 people die.", "nurse"),
    ("The army saw 12 people die.", None),
    ("A baker of Tesk, who counted 12 dead, fled.", "baker"),
    ("The Karan Front has closed its list for the week: 12 dead.", "Karan Front"),
    ("The commander gave two figures: 12 dead and nine wounded.", "commander"),
    ("Official headquarters: 12 hostages were killed.", "headquarters"),
    ("Regional police chief Danil Orr on Sunday: 12 people died.", "Danil Orr"),
    ("Preliminary data of the General Staff: 12 soldiers killed.", "General Staff"),
    ("The army command in Tesk showed no bodies; it said 12 rebels had died.", "army command"),
    ("In the clinic the Karan Front killed patients: 12 of them were children.", None),
    ("Here is a report on the fighting: 12 soldiers were killed.", None),
    ("Society in Dorul deplores 12 dead.", "Society in Dorul"),
    ("The ministry named 12 soldiers killed in the raid.", "ministry"),
    ("The Karan Front, in a daily bulletin, reported 12 Altan soldiers killed near Dorul.", "Karan Front"),
    ("The mayor deplored the raid that killed 12 people.", None),
    ("Wounded policemen: 12 people were hurt.", None),
    ("The army lost three posts: 12 soldiers were killed.", None),
    ("A strike hit Dorul: 12 people were killed.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_who_gives_the_number(text: str, speaker: str | None, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure and claim.figure.value == 12]
    said = claims[0].said.speaker
    assert said is None if speaker is None else speaker in (said or "")
