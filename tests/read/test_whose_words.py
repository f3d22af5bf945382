"""Speakers whose words run into those of others, who are named elsewhere, or who are none at all."""

import pytest
from reader import only

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to SANA news agency militants fired at a school in Tesk and killed 12 people.", "SANA"),
        ("According to the Tesk Observatory Hezbollah fired rockets which killed 12 people.", "Tesk Observatory"),
        ("On the phone with SANA reporter local sources said that 12 people were killed.", "local sources"),
        ("Bombs killed 12 guards and hurt a number of farmers security sources said.", "security sources"),
        ("Shells killed 12 people near Tesk in New Kobi SANA reporter said on Monday.", "SANA reporter"),
        ("Rebels killed 12 guards in Hama countryside state-run news agency reported.", "state-run news agency"),
        ("Rebels killed 12 guards in an ambush in Tesk countryside Altan News Network reports.", "Altan News Network"),
        ("Armed forces media sources said 12 people were killed.", "Armed forces media sources"),
        ("Tesk News Network reported that 12 people were killed.", "Tesk News Network"),
        ("The Altan Relief Network another activist group said 12 people were killed.", "Altan Relief Network"),
        (
            "Raids killed 12 as it is the main source of fighters for the Altan Front said clinic head Karim Dabbagh.",
            "Karim Dabbagh",
        ),
        (
            "A spokesman for the Altan Armed Forces Press Office said that 12 people were killed.",
            "spokesman for the Altan Armed Forces Press Office",
        ),
        ("The mayor wept. Said Karim Dabbagh: “The shells killed 12 people in Tesk.”", "Karim Dabbagh"),
        (
            "Maj. Karim Dabbagh, chief of the Altan Armed Forces General Staff, said 12 rebels were killed.",
            "Karim Dabbagh",
        ),
        ("Sgt. Karim Dabbagh, spokesman for the Tesk Police Riot Squad, said 12 rebels were killed.", "Karim Dabbagh"),
    ],
)
def test_the_speaker_has_no_word_of_those_he_tells_of(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister was blunt: “The militia killed 12 guards in Tesk. We will answer.”", "minister"),
        ("The Altan ministry justified the raid as a duty: “We killed 12 guards in Tesk.”", "Altan ministry"),
        ("The raid, which Altan officials say killed 12 people, began the war.", "Altan officials"),
        ("The raid, which Lebanese figures say killed 12 people, began the war.", "Lebanese figures"),
        ("Official figures show that 12 people were killed in Tesk.", "Official figures"),
        ("At least 12 people were killed according to medics with long talks on Sunday failing.", "medics"),
        ("Rebels fired a rocket that officials said killed 12 people in Tesk.", "officials"),
    ],
)
def test_the_speaker_of_a_clause_or_quotation(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in the raid that police said was the worst in years.",
        "Twelve people were killed in a raid on a house that the army said sheltered rebels.",
        "The ministry promised an inquiry into how 12 people were killed in Tesk.",
        "The sign was clear: “Twelve people were killed in Tesk.”",
        "TWELVE PEOPLE WERE KILLED BECAUSE FIGHTING CONTINUES.",
        "“We blame nobody,” Karim Dabbagh stated at a meeting held in a chapel near where 12 cooks were killed.",
        "“We blame nobody,” the mayor told reporters outside the clinic where 12 people were killed.",
        "“Nobody is safe,” said Karim Dabbagh, whose shop stands where 12 people were killed.",
        "“Nobody is safe,” said a doctor after a raid that killed 12 people.",
    ],
)
def test_what_the_outlet_tells_beside_a_saying_is_its_own(text: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker is None


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody is safe,” the doctor said on Monday, adding that 12 people were killed.",
        "“Nobody is safe,” the doctor said, “and 12 people were killed.”",
        "“Nobody is safe,” the doctor told Kobi Radio on Monday that 12 people were killed.",
        "Shells fell “at dawn,” a doctor said in the clinic, before they killed 12 people.",
    ],
)
def test_what_is_said_behind_a_quotation_is_the_speakers(text: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == "doctor"


def test_counts_behind_the_speaker_are_his(kit: Kit) -> None:
    claim = only("According to the SOHR tens of farmers were killed in Tesk.", kit, "killed")
    assert claim.said.known_as == "Syrian Observatory for Human Rights"


@pytest.mark.parametrize(
    "text",
    [
        "[Video purports to show guards, claims 12 killed by the militia]",
        "Twelve people were killed as fighting in Tesk continues.",
        "Twelve people were killed as the offensive near Tesk Kobi continues.",
        "She called the raid, which killed 12 people, a violation of accords that recognise the safety of medics.",
        "All that you reported of the raid that killed 12 people is true.",
    ],
)
def test_no_place_no_thing_and_no_headline_speaks(text: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker is None


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        (
            "THE TESK COMMISSION REPORTED THAT THE TRUCE HELD.",
            "IT ADDED THAT 12 FARMERS WERE KILLED.",
            "TESK COMMISSION",
        ),
        ("THE ALTAN ARMY ACCUSED THE MILITIA OF LOOTING.", "IT REPORTED THAT 12 GUARDS WERE KILLED.", "ALTAN ARMY"),
        (
            "The Altan Brigade said the truce held.",
            "The same army unit said 12 guards were killed.",
            "Altan Brigade",
        ),
        (
            "A SPOKESMAN FOR THE COAST GUARD PRESS COMMITTEE REPORTED ON THE RAID.",
            "THE SOURCE ADDED THAT 12 GUARDS WERE KILLED.",
            "SPOKESMAN FOR THE COAST GUARD PRESS COMMITTEE",
        ),
        (
            "THE ALTAN ARMY SAID THE TRUCE HELD. A SENATE COMMITTEE IS STUDYING THE RAIDS.",
            "IT HAS REPORTED THAT 12 FARMERS WERE KILLED.",
            "SENATE COMMITTEE",
        ),
        (
            "The Altan army said the truce held. A parliamentary commission is looking into the raids.",
            "It has reported that 12 farmers were killed.",
            "parliamentary commission",
        ),
        (
            "The Tesk Observatory said the truce held. The army shelled Tesk.",
            "It added that 12 farmers were killed.",
            "Tesk Observatory",
        ),
        (
            "The Tesk Observatory for Human Rights said the truce held.",
            "The group with a network of sources inside Altan said 12 guards were killed.",
            "Tesk Observatory for Human Rights",
        ),
    ],
)
def test_who_spoke_before_is_taken_up(before: str, text: str, speaker: str, kit: Kit) -> None:
    assert only(f"{before} {text}", kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Karan army issued a statement. The statement said that 12 guards were killed.", "Karan army"),
        ("The Karan Armed Forces issued a report. The report noted that 12 guards were killed.", "Karan Armed Forces"),
        ("The clinic in Bela issued a bulletin. The bulletin said that 12 guards were killed.", "clinic in Bela"),
        ("The bulletin said that 12 guards were killed.", "bulletin"),
    ],
)
def test_who_issued_a_paper_says_what_stands_in_it(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker
