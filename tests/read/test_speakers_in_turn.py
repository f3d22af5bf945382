"""Several who speak in one sentence, speech in single marks or behind a sentence about its speaker, and stations."""

import pytest
from reader import reading

from crosswire.kit import Kit

SPOKEN = [  # who gives the number 12
    ("The mayor spoke of nine dead, the governor of 12 dead.", "governor"),
    ("The UN says nine people died, the government 12 dead.", "government"),
    ("The army puts its dead at nine, the rebels at 12 dead.", "rebels"),
    ("The mayor spoke of 12 dead, the governor of nine dead.", "mayor"),
    ("The army said rebels killed 12 people, the mayor fled.", "army"),
    ("'12 people died. We waited. Nobody came,' Tavi Moro said.", "Tavi Moro"),
    ("The 'so called' raid killed 12 people, Tavi Moro said.", "Tavi Moro"),
    ('"Nobody came," Tavi Moro said. "12 people died."', "Tavi Moro"),
    ('Tavi Moro, 43, lost a son. "We waited. 12 people died."', "Tavi Moro"),
    ('Tavi Moro is a nurse. "We waited. 12 people died," she said.', "Tavi Moro"),
    ('The Karan Front, 43, lost. "We waited. 12 people died."', None),
    ('"They killed 12 people," a mother of four told Northwire.', "mother"),
    ('"12 people died," whispered a teacher.', "teacher"),
    ("The clinic lists 12 dead.", "clinic"),
    ("The army gave its losses as 12 dead.", "army"),
    ("Radio Dorul reports that rebels came. The station further reports that 12 soldiers died.", "Radio Dorul"),
    ("Radio Dorul reports that rebels came. It goes on to say that 12 soldiers died.", "Radio Dorul"),
    ("A communique of the Army Command, read over the radio, says 12 rebels died.", "Army Command"),
    (
        "Gunmen fled. Meanwhile in Tesk, Col. Tavi Moro, the police's spokesman, told us 12 people died.",
        "Tavi Moro",
    ),
    ("Men laid 16 mines, a spokesman for the front told dpa, killing 12 people.", "spokesman for the front"),
    ("AAK compiled and documented 12 deaths today.", "AAK"),
    ("12 people died here, a nurse said, before anyone had learned their names.", "nurse"),
    ("Most came from Tesk, said Tavi Moro, an official. The dead included 12 children.", "Tavi Moro"),
    ("8 March - Army spokesman: 12 rebels were killed in Dorul.", "Army spokesman"),
    ("Feb. 8 - Defence Minister Moro: 12 rebels were killed.", "Moro"),
    ("8 March - Dorul: 12 rebels were killed.", None),
    ("A first assessment indicates that 12 people were killed.", None),
    ("A UN assessment indicates that 12 people were killed.", "UN"),
    ("Total figures to 4 April: 839 events; 12 reported deaths.", None),
    ("Hezbollah fired rockets. The Iran-backed group said 12 people died.", "Hezbollah"),
    ("Hezbollah fired rockets. The banned movement said 12 people died.", "Hezbollah"),
    ("It rained. The outlawed group said 12 people died.", "outlawed group"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_each_number_has_the_speaker_who_gave_it(text: str, speaker: str | None, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure and "12" in claim.figure.text]
    assert {claim.said.speaker for claim in claims} == {speaker}
