"""Speakers whose names stand elsewhere, who are called by what they do, and words that look like a speaker's."""

import pytest
from reader import only, page, reading

from crosswire.kit import Kit
from crosswire.read import read

CALLED = [
    ("Gunmen killed 12 people, said one witness.", "one witness"),
    ("12 people were killed, according to another local administrator.", "another local administrator"),
    ('Rebels came "on Friday night," a local told AFP, before killing 12 people.', "local"),
    ("Shells hit the camp killing 12 people Merowa state TV reports.", "Merowa state TV"),
    ("Jets hit a bakery, claiming the lives of nine men in Karan and 12 others in Tesk KNA reports.", "KNA"),
    ("Raids on Tesk have killed 12 people and injured many others local sources have said.", "local sources"),
    (
        "NEW TOLBO, 21 May - Col. Arun Mehra, head of the Hill Cell, said on Monday that 12 people were killed.",
        "Arun Mehra",
    ),
    ("NEW TOLBO, 21 May — Lena Mohr, head of the clinic, said on Monday that 12 people were killed.", "Lena Mohr"),
    (
        "COLOMBO - A government doctor working in the north said 12 people were killed.",
        "government doctor working in the north",
    ),
    ("The source gave no word on the victims however noted that 12 people were killed.", "source"),
    ("Many could not leave as 12 people were killed, said a radio operator monitored in Tesk.", "radio operator"),
    ("Fighting has spread, with the army saying Thursday that 12 people were killed.", "army"),
    ("12 people were killed when rebels stormed a bank, authorities reported this Saturday.", "authorities"),
    ("A Northwire cameraman at Karan Hospital saw 12 bodies.", "Northwire cameraman at Karan Hospital"),
    ("12 people were killed, according to the head of a local watch group.", "head of a local watch group"),
    ("The ministry identified the 12 people killed in Karan as farmers.", "ministry"),
    ("Al Shabaab fighters stormed a base, saying they had killed 12 people.", "Al Shabaab fighters"),
    ("12 people were killed in a raid, the judiciary's website, Dabir, reported on Friday.", "Dabir"),
    ("The rebel-run agency, SABR, reported on Friday that 12 people were killed.", "SABR"),
    ("12 people were killed, the movement's television station, al-Dabir, said.", "al-Dabir"),
    ('"12 guards were killed on the border," Dabir reported last April.', "Dabir"),
    ("The Altan Army on Tuesday accused Karan rebels of killing 12 people.", "Altan Army"),
    ("The council accused hill rebels of killing 12 people.", "council"),
    ("According to independent monitors dozens of farmers fled and 12 people were killed.", "independent monitors"),
    ("12 people died when police retaliated for an ambush that left 9 men dead, an official said.", "official"),
    ("An inquiry commission appointed by Karim Dabbagh said 12 people were killed.", "inquiry commission"),
    ("A report prepared by Karim Dabbagh said 12 people were killed.", "Karim Dabbagh"),
    ("Citing its local doctors, the Karan Centre said 12 people were killed.", "local doctors"),
    ("The state news agency, Dabir, said 12 people were killed.", "Dabir"),
    ("According to the party's newspaper, Dabir, 12 people were killed.", "Dabir"),
    ("A Karan weekly, the Hill Dabir, said 12 people were killed.", "Hill Dabir"),
    ("The agency, SABR, which the rebels control, reported on Friday that 12 people were killed.", "SABR"),
    ("According to a report in the newspaper Dabir, 12 people were killed.", "newspaper Dabir"),
    ('According to a report in Monday\'s issue of the daily "Dabirfax", 12 people were killed.', "Dabirfax"),
    ("A report in Tuesday's Karan Times newspaper said 12 people were killed.", "Karan Times newspaper"),
    ("12 people were killed state media and a monitoring group said Friday.", "state media and a monitoring group"),
    ("12 people were killed, police and the army said.", "police and the army"),
    ("A human rights group charged today that 12 people were killed.", "human rights group"),
    ("12 people were killed, as the governor told reporters on Friday.", "governor"),
    ("The peace mission in Karan, known as MINKAR, said 12 people were killed.", "peace mission in Karan (MINKAR)"),
    ("According to the Karan Office for Hill Relief (KOHR), 12 people died.", "Karan Office for Hill Relief (KOHR)"),
    ("Fighters from the Karan Hill Front (KHF) said 12 people were killed.", "fighters"),
    ("Gunmen killed 12 people in Karan, Tesk, the Armed Forces of Altan said.", "Armed Forces of Altan"),
    ("12 people died in a northern Karan district, hospital and police sources said.", "hospital and police sources"),
    ("12 people were killed, families of the victims told reporters.", "families of the victims"),
    ("12 people were killed, according to the Karani owned Dabir TV.", "Karani owned Dabir TV"),
    ("12 people were killed, said the army's spokesman in Karan, Karim Dabbagh.", "Karim Dabbagh"),
    ("12 people were killed, according to Altan police and hospital officials.", "Altan police and hospital officials"),
    ("12 people were killed, state media and a monitoring group said.", "state media and a monitoring group"),
    ("According to the army and a local doctor, 12 people were killed.", "army and a local doctor"),
    ("12 people were killed, an aide to President Karim Dabbagh said.", "aide to President Karim Dabbagh"),
    ("12 people were killed, the wife of mayor Karim Dabbagh said.", "wife of mayor Karim Dabbagh"),
    ("12 people were killed, head of the Karan Centre Karim Dabbagh said.", "Karim Dabbagh"),
    ("The ministry said preliminary information indicated 12 people were killed.", "ministry"),
    ("12 people were killed in Tesk overnight, Altani medics said Monday.", "Altani medics"),
    ("Altani military announced that 12 people were killed.", "Altani military"),
    ("Raids on a town killed 12 people and many children local activists said.", "local activists"),
    ("The Farabundo Relief Council (FRC) reported that 12 people were killed.", "Farabundo Relief Council (FRC)"),
    ("Rebel fighters, linked to it according to Altan, fled, and the army says 12 people were killed.", "army"),
]


AS_SAYING = [
    ("The channel reported villagers as saying that 12 people were killed.", "villagers", "channel"),
    (
        "A blast was reported by state media with the official Tesk agency saying 12 people were killed.",
        "Tesk",
        "state",
    ),
    ("The raid was confirmed by the army, with its spokesman saying 12 people were killed.", "spokesman", "army"),
]


@pytest.mark.parametrize(("text", "speaker", "carrier"), AS_SAYING)
def test_who_is_heard_through_another_speaks(text: str, speaker: str, carrier: str, kit: Kit) -> None:
    said = only(text, kit, "killed").said
    assert speaker in (said.speaker or "")
    assert carrier in said.via[0]


@pytest.mark.parametrize("office", ["military spokesman Lt. Col.", "armed forces spokesman Col.", "spokesman, Col."])
def test_an_office_is_no_body_that_its_man_speaks_through(office: str, kit: Kit) -> None:
    said = only(f"The raid was over when 12 people were killed, {office} Karim Dabbagh said.", kit, "killed").said
    assert (said.speaker, said.via) == ("Karim Dabbagh", ())


def test_whoever_is_cited_in_passing_carries_nothing(kit: Kit) -> None:
    said = only("Linked to the front according to Altan, the KST says it has killed 12 people.", kit, "killed").said
    assert (said.speaker, said.via) == ("KST", ())


def test_who_answers_in_a_quotation_is_not_its_speaker(kit: Kit) -> None:
    text = "A statement from the mission said it was over, adding, “Troops responded, keeping them back,” and 12 died."
    assert only(text, kit, "killed").said.speaker == "mission"


@pytest.mark.parametrize(("text", "speaker"), CALLED)
def test_a_speaker_is_known_by_what_he_is_called(text: str, speaker: str, kit: Kit) -> None:
    found = {claim.figure.text: claim.said.speaker for claim in reading(text, kit).claims if claim.figure}
    assert found["12"] == speaker


ELSEWHERE = [
    ("The Karan Monitor said a raid hit Tesk. It killed 12 people, said the head of the Karan-based group.", "Karan"),
    ("A local medic said it was calm. 12 people were killed, according to the same source.", "local medic"),
    ("12 people were killed, the regional governor said. Governor Denis Agre spoke on Friday.", "Denis Agre"),
    ("12 people were killed, the mayor said. Denis Agre, the town's mayor, spoke on Friday.", "Denis Agre"),
    ("MPs from the region called Friday for more security. 12 people were killed, they said.", "MPs from the region"),
    ("A military official said it was calm. Agre said it was not. 12 people were killed, he said.", "Agre"),
    ("Army spokesman Ivan Dal spoke. The Rev. Karim Odo said it was calm. He said 12 people were killed.", "Karim Odo"),
    ("The Karan Agency saw it. A clash began, the Turkish General Staff said. It said 12 people were killed.", "Staff"),
    ("Eritrean state television said a bomb went off. 12 people were killed, the broadcast said.", "state television"),
    ("Oleh Synehubov, governor of Kharkiv region, spoke. 12 people were killed, Synehubov wrote.", "Oleh Synehubov"),
]


REPORTS = [
    (
        "A report by the Karan Centre said so. The mayor spoke of fear. The report said 12 people were killed.",
        "Karan Centre",
    ),
    (
        "The army said in a statement it was calm. The mayor said not. The statement added 12 people were killed.",
        "army",
    ),
    ("The mayor said it was calm. The statement added that 12 people were killed.", "mayor"),
    ("The Lawyers Committee for Karan spoke. The New Tesk-based committee said 12 people were killed.", "committee"),
    ("The Lawyers Committee for Karan said so. The New Tesk-based committee said 12 people were killed.", "Lawyers"),
]


SPOKESMEN = [
    ("Military spokesman Lt. Col. Karim Dabbagh said it was over.", "military spokesman (Karim Dabbagh)"),
    ("Karim Dabbagh, a military spokesman, said it was over.", "military spokesman (Karim Dabbagh)"),
    ("Police spokesman Karim Dabbagh said it was over.", "military spokesman"),
    ("Military spokesman Karim Dabbagh and military spokesman Adam Odo said it was over.", "military spokesman"),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKESMEN)
def test_a_spokesman_is_named_where_the_page_names_one_for_his_body(text: str, speaker: str, kit: Kit) -> None:
    assert only(f"A military spokesman said 12 people were killed. {text}", kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(("text", "speaker"), REPORTS)
def test_a_report_is_whose_report_the_page_told_of(text: str, speaker: str, kit: Kit) -> None:
    assert speaker in (only(text, kit, "killed").said.speaker or "")


@pytest.mark.parametrize(("text", "speaker"), ELSEWHERE)
def test_a_speaker_is_found_where_the_page_names_him(text: str, speaker: str, kit: Kit) -> None:
    assert speaker in (only(text, kit, "killed").said.speaker or "")


@pytest.mark.parametrize("verb", ["heads", "runs"])
def test_who_leads_the_monitor_speaks_for_it_by_his_last_name_too(verb: str, kit: Kit) -> None:
    text = f"The Karan Observatory said a raid hit Tesk. It killed 12 people, Agre, who {verb} the monitor, told Kana."
    said = only(text, kit, "killed").said
    assert (said.speaker, said.via[0]) == ("Agre", "Karan Observatory")


def test_two_governors_named_leave_the_governor_without_a_name(kit: Kit) -> None:
    text = "12 people were killed, the governor said. Governor Denis Agre and Governor Karim Dabbagh met on Friday."
    assert only(text, kit, "killed").said.speaker == "governor"


def test_a_witness_to_a_raid_who_is_told_of_leaves_the_speaker(kit: Kit) -> None:
    text = "Denis Agre told Kana that one fleeing witness to the attack had counted 12 bodies."
    assert only(text, kit, "killed").said.speaker == "Denis Agre"


PARTS = [
    ("The dead include 12 children.", "Karan Centre"),
    ("The victims included 12 children and nine women.", "Karan Centre"),
    ("Among the dead were 12 children.", "Karan Centre"),
    ("Out of the casualties, 12 were children.", "Karan Centre"),
    ("Of those killed, 12 were children.", "Karan Centre"),
    ("Among the wounded in Tesk were 12 children.", None),
    ("Gunmen killed 12 children in Tesk.", None),
]


@pytest.mark.parametrize(("parts", "speaker"), PARTS)
def test_who_gave_a_total_tells_the_parts_that_it_is_opened_into(parts: str, speaker: str | None, kit: Kit) -> None:
    text = f"The Karan Centre said it had counted 70 people killed or wounded in May. {parts}"
    found = {claim.figure.text: claim.said.speaker for claim in reading(text, kit).claims if claim.figure}
    assert found["12"] == speaker


def test_a_total_that_nobody_gave_leaves_its_parts_to_the_outlet(kit: Kit) -> None:
    text = "The Karan Centre spoke of a raid. The dead included 12 children."
    assert only(text, kit, "killed").said.speaker is None


NOBODY = [
    "12 people were killed in Tesk, as the council wrote to the commander to protest over the shelling.",
    "One was the body of a front leader blamed for the beheading of 12 hostages.",
    "Both states claim the territory in its entirety, in a conflict that has killed 12 people.",
    "A newly formed group claimed to have fled in May, and unknown gunmen killed 12 soldiers in June.",
    "“Soldiers found 12 dead bodies and a rifle after searching the hills.”",
    "12 people were killed in a new offensive, which the army has said aims to stop smugglers.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_does_or_is_blamed_does_not_tell(text: str, kit: Kit) -> None:
    found = [claim.said.speaker for claim in reading(text, kit).claims if claim.figure and claim.figure.text == "12"]
    assert set(found) == {None}


def test_a_deed_claimed_in_passing_takes_nothing_from_the_speaker(kit: Kit) -> None:
    said = only("The medic said 12 people were killed in the strike, which the front claimed.", kit, "killed").said
    assert (said.speaker, said.via, said.stance) == ("medic", (), "asserts")


def test_state_media_close_a_headline_behind_those_who_were_hit(kit: Kit) -> None:
    claims = read(page("The raid hit a school.", title="Raid kills 12 Karan schoolchildren state media"), kit).claims
    assert [claim.said.speaker for claim in claims if claim.figure] == ["state media"]


KNOWN_AS = [  # text, the page's words for the speaker, the name that counts
    ("US officials said 12 people were killed.", "US officials", "US government"),
    ("The Israeli military said 12 people were killed.", "Israeli military", "Israel Defense Forces"),
    ("The UN met. 12 people were killed, the UN said.", "UN", "United Nations"),
    ("The United Nations met. 12 people were killed, the UN said.", "United Nations (UN)", "United Nations"),
    ("SOHR met us. 12 people died, a monitor said.", "monitor (SOHR)", "Syrian Observatory for Human Rights"),
    ("The UN chief came. 12 people were killed, the UN said.", "UN", "United Nations"),
    ("Activists said 12 people were killed.", "activists", "activists"),
    ("In Homs 12 people were killed, said the so-called Karan Observatory.", "Karan Observatory", "Karan Observatory"),
    ("In Homs 12 people were killed, a rights body has said.", "rights body", "rights body"),
    ("In Homs 12 people were killed, said Inspector General of Police A.P. Rautel.", "A.P. Rautel", "A.P. Rautel"),
    ("The U.N. refugee agency said 12 people were killed.", "U.N. refugee agency", "UN refugee agency (UNHCR)"),
]


@pytest.mark.parametrize(("text", "words", "name"), KNOWN_AS)
def test_a_speaker_is_told_in_the_words_of_the_page_and_counted_under_one_name(
    text: str, words: str, name: str, kit: Kit
) -> None:
    said = only(text, kit, "killed").said
    assert (said.speaker, said.name) == (words, name)
