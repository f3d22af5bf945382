"""Speakers where commas, quotation marks or the mark of a headline are gone; lists; words that name nobody."""

import pytest
from reader import only, reading, speakers

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Fighting raged as soldiers loyal to the junta rebels said on Friday that 12 people were killed.", "rebels"),
        ("Twelve people were killed in the town of Saraqib in Syria local sources said.", "local sources"),
        ("Twelve people were killed in fighting between the army and the militia witnesses said.", "witnesses"),
        ("Twelve people were killed in an attack on the army local residents said.", "local residents"),
        ("Twelve people were killed in border raids officials said.", "officials"),
        ("A source in the port office said 12 people were killed.", "source in the port office"),
        ("The navy said early reports indicated 12 people were killed.", "navy"),
        ("Early reports said 12 people were killed, the navy said.", "navy"),
        ("According to the ministry, initial reports suggested that 12 people were killed.", "ministry"),
        ("Opposition groups in Venezuela said 12 people were killed.", "opposition groups"),
        ("Raids claimed 12 lives overnight said clinic director Karim Dabbagh.", "Karim Dabbagh"),
        ("Shells killed 12 people, witnesses and a local official said.", "witnesses and a local official"),
        ("12 people were killed, Karim Dabbagh, a city official, said by ham radio to Altan News.", "Karim Dabbagh"),
        (
            "UN observers said it was calm. The Syrian army blamed rebels for it. It said 12 people were killed.",
            "Syrian army",
        ),
        (
            "The army was silent, the Lebanese Red Cross said; Altan Rights Watch said 12 people were killed.",
            "Altan Rights Watch",
        ),
        ("The source gave no names, however noted that 12 guards had been killed.", "source"),
        ("Raids killed 12 men who had left to join opposition forces said the monitor.", "monitor"),
        (
            "The ministry said it was calm. Lawmakers from Kobi called on it to act. 12 people were killed, they said.",
            "Lawmakers from Kobi",
        ),
        ("Mortar fire killed 12 people in the Abbasids quarter of northeast Damascus SANA said.", "SANA"),
        ("Soldiers killed 12 people in Deir Ezzor SANA news agency reported on Tuesday.", "SANA"),
        ("Speaking to Altan Agency Karim Dabbagh said 12 people were killed.", "Karim Dabbagh"),
        (
            "Since May 3 when the junta announced the end of the truce 12 people were killed according to officials.",
            "officials",
        ),
        ("The Ethiopian Harbour Rights Watchers said 12 people were killed.", "Ethiopian Harbour Rights Watchers"),
        ("The Ukrainian State Emergency Service said 12 people were killed.", "Ukrainian State Emergency Service"),
        ("The BBC's Karim Dabbagh said 12 people were killed.", "Karim Dabbagh"),
    ],
)
def test_the_speaker_takes_no_word_of_others(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anton Verdi, 41, lost his brother in Tesk. He said 12 people were killed.", "Anton Verdi"),
        ("The Red Cross was on the scene. It said 12 people were killed.", "Red Cross"),
        ("The Red Cross was on the scene. The organisation said 12 people were killed.", "Red Cross"),
        ("The monitor said it was calm. The army shelled Tesk. It said 12 people were killed.", "monitor"),
        ("Hill Road was empty. He said 12 people were killed.", None),
        ("New York was empty. He said 12 people were killed.", None),
        ("The army shelled Tesk. It killed 12 people.", None),
    ],
)
def test_whom_the_sentence_before_is_about_speaks_where_nobody_has(text: str, speaker: str | None, kit: Kit) -> None:
    assert {claim.said.speaker for claim in reading(text, kit).claims if claim.figure} == {speaker}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A military spokesman gave assurances that 12 rebels were killed.", "military spokesman"),
        ("The mayor made it known that 12 people were killed.", "mayor"),
        ("The army's claim that 12 rebels were killed was laughed at.", "army"),
        ("The claim by the army that 12 rebels were killed was laughed at.", "army"),
        ("By the army's account, 12 rebels were killed.", "army"),
        ("The army received word that 12 people were killed.", None),
        ("Shells kill 12 people as army says it repelled an assault.", None),
        ("The mayor's hopes that the truce would hold were dashed: 12 people were killed.", None),
    ],
)
def test_a_noun_tells_what_stands_in_its_clause(text: str, speaker: str | None, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


def test_reports_behind_a_turn_are_not_the_first_speakers(kit: Kit) -> None:
    text = "The army said five people died while early reports indicated that 12 were hurt."
    assert ("five", "army") in speakers(text, kit)
    assert ("12", "army") not in speakers(text, kit)


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


CARRIED_AND_SPOKEN = [
    ("A news agency reported citing a local source that 12 people were killed.", "local source", ("news agency",)),
    (
        "12 people were killed in Merowa the news agency reported citing a local source.",
        "local source",
        ("news agency",),
    ),
    ("Twelve people were killed, Radio Merowa quoted a nurse as saying.", "nurse", ("Radio Merowa",)),
    ("Twelve people were killed, local media quoted a nurse as saying.", "nurse", ("local media",)),
    ("Twelve people were killed, said an aid worker citing witness accounts.", "aid worker", ()),
    ("Radio Merowa said 12 people were killed, citing the MPF.", "MPF", ("Radio Merowa",)),
    ("The committee said in a statement posted on its page that 12 people were killed.", "committee", ()),
    ("A teacher told Irrawaddy Post that 12 people were killed.", "teacher", ("Irrawaddy Post",)),
    ("A teacher told the Irrawaddy that 12 people were killed.", "teacher", ("The Irrawaddy",)),
    ("The militia says 12 people were killed in a blast, medics say 25.", "militia", ()),
]


@pytest.mark.parametrize(("text", "speaker", "via"), CARRIED_AND_SPOKEN)
def test_who_is_cited_speaks_and_who_cites_carries(text: str, speaker: str, via: tuple[str, ...], kit: Kit) -> None:
    said = only(text, kit, "killed").said
    assert (said.speaker, said.via) == (speaker, via)


NUMBERS_GIVEN = [
    ("The front gave no details, but on Monday placed its losses at 12 fighters killed.", "front", "asserts"),
    ("The ministry, which on Monday placed losses at 12 killed, has since kept silent.", "ministry", "asserts"),
    ("The clinic estimated the number of dead at 12.", "clinic", "asserts"),
    ("The front claimed killing 12 soldiers.", "front", "alleges"),
    ("The front claimed the killing of 12 soldiers.", "front", "alleges"),
    ("The front claimed the bombing that killed 12 soldiers.", None, "asserts"),
    ("Health ministry figures show 12 people were killed.", "Health ministry", "asserts"),
]


@pytest.mark.parametrize(("text", "speaker", "stance"), NUMBERS_GIVEN)
def test_who_gives_a_number_speaks(text: str, speaker: str | None, stance: str, kit: Kit) -> None:
    said = only(text, kit, "killed").said
    assert (said.speaker, said.stance) == (speaker, stance)


NAMES_AS_WRITTEN = [
    ("Rami Haddad the council's director said 12 people were killed.", "Rami Haddad"),
    ("The Centre for Steppe Research an NGO however has put the toll at 12 dead.", "Centre for Steppe Research"),
    ("A teacher in Kaga, Denis Agre, said 12 people were killed.", "Denis Agre"),
    ("Twelve people were killed, according to the army's spokesman, Denis Agre.", "Denis Agre"),
    ("The head of the Karan Observatory Denis Agre said 12 people were killed.", "Denis Agre"),
    ("According to a spokesman, Boko Haram killed 12 people.", "spokesman"),
    ("Twelve soldiers were killed, according to Pale PDF.", "Pale PDF"),
    ("Twelve people were killed, BBC Russia reported.", "BBC Russia"),
    ("BBC Africa reported that 12 people were killed.", "BBC Africa"),
    ("Twelve people were killed, according to its director.", "director"),
    ("Twelve people were killed, said one of the aid workers.", "aid workers"),
    ("Twelve people were killed, said a shopkeeper.", "shopkeeper"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMES_AS_WRITTEN)
def test_a_speaker_bears_the_name_that_the_page_gives(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


RELATIVE_CLAUSES = [
    ("The Observatory which relies on activists said 12 people were killed.", "Observatory"),
    ("A group that tracks militants said 12 people were killed.", "group"),
    ("The front killed 12 soldiers a resident who declined to be named told the Merowa Times.", "resident"),
    ("The front, which denies the accusation, killed 12 villagers, residents said.", "residents"),
    ("The army, which has denied the raid, killed 12 villagers on Friday.", None),
    ("The army, after first denying that it held the bridge, said 12 people were killed.", "army"),
    ("People fleeing the town said 12 people were killed.", "People fleeing the town"),
    ("Denis Agre an activist in the city said 12 people were killed.", "Denis Agre"),
    ("Shells hit the camp killing 12 people state news agency Kana said.", "state news agency Kana"),
    ("Activists said the army responded with rockets killing 12 people.", "activists"),
    ("A doctor treating the wounded said 12 people were killed.", "doctor treating the wounded"),
]


@pytest.mark.parametrize(("text", "speaker"), RELATIVE_CLAUSES)
def test_a_clause_about_the_speaker_neither_hides_him_nor_speaks_for_him(
    text: str, speaker: str | None, kit: Kit
) -> None:
    said = only(text, kit, "killed").said
    assert (said.speaker, said.stance) == (speaker, "asserts")


ACROSS_SENTENCES = [
    (
        "The council said a road was shut. 9 died, said the Sahel Post. Two children were hit, it added, and 12 died.",
        "Sahel Post",
    ),
    (
        "The Darfan Rights Monitor has watched the war for years. The group has reported 12 people killed.",
        "Darfan Rights Monitor",
    ),
    ("We counted 12 bodies in the yard. They had been shot, said Adamu Bello, a farmer.", "Adamu Bello"),
    ("Adamu Bello said the gunmen came at night. They killed 12 of our men.", "Adamu Bello"),
    ("The council said the road was closed. Twelve people were reportedly killed elsewhere.", None),
]


@pytest.mark.parametrize(("text", "speaker"), ACROSS_SENTENCES)
def test_a_speaker_goes_on_where_the_words_show_it(text: str, speaker: str | None, kit: Kit) -> None:
    assert speakers(text, kit)[-1][1] == speaker


def test_bodies_say_nothing(kit: Kit) -> None:
    assert set(speakers("Two more bodies were found, raising the toll to 17 from 15.", kit)) == {
        ("Two", None),
        ("17", None),
    }


def test_someone_who_speaks_is_not_counted(kit: Kit) -> None:
    text = "Twelve people were killed, said a shopkeeper who fled the town."
    assert speakers(text, kit) == [("Twelve", "shopkeeper")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A clinic said it was shelled. The Karan Relief Committee laid the blame on the army. It said 12 died.",
            "Karan Relief Committee",
        ),
        (
            (
                "The Doctors' Group said it was calm. The Karan Doctors' Circle said it was not. The group said it had "
                "counted the dead. Twelve people died, it added."
            ),
            "Karan Doctors' Circle",
        ),
    ],
)
def test_it_is_who_laid_the_blame_and_the_group_who_spoke_last(text: str, speaker: str, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


def test_sources_are_those_who_spoke_before_whoever_spoke_between(kit: Kit) -> None:
    text = "Military sources said nine soldiers died. The Altan Front said two had died. The sources said three did."
    assert {claim.said.speaker for claim in reading(text, kit).claims} >= {"Military sources", "Altan Front"}


def test_those_whose_death_raises_a_toll_do_not_tell_of_it(kit: Kit) -> None:
    text = "Two of the 12 wounded died overnight, raising the toll to 14."
    assert dict(speakers(text, kit))["14"] is None


STATEMENT = "We condemn the raids. The Karan Front (KF) Command expresses its grief. {} We call on all to protest."


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (STATEMENT.format("At dawn on Monday 12 monks were murdered."), "Karan Front (KF)"),
        (STATEMENT.format("At dawn 12 monks were murdered, according to medics."), "medics"),
        (STATEMENT.format("According to agencies, 12 guards were killed."), None),
        ("We announce that our men killed 12 guards. The Tesk Brigades warn you. We vow to go on.", "Tesk Brigades"),
        ("We urge you to write. The Karan Front condemns it. The Altan Army mourns 12 dead. We thank you.", None),
        ("“We condemn it. We protest.” The Karan Front condemns the raid. It killed 12 people.", None),
    ],
)
def test_a_body_speaks_in_a_statement_of_its_own(text: str, speaker: str | None, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army said that rebels clashed with guards near Tesk. The clash left 12 dead.", "army"),
        ("Officials have reported that shells were fired at a mill. The shelling killed 12 people.", "Officials"),
        ("The governor told us of raids on three farms. These raids claimed 12 lives.", "governor"),
        ("The army said that rebels clashed with guards near Tesk. The clash came after 12 people died.", None),
        ("The army said that rebels clashed with guards near Tesk. The raid on Kobi left 12 dead.", None),
        ("The army said that rebels clashed with guards near Tesk. A clash in Kobi left 12 dead.", None),
        ("Rebels clashed with guards near Tesk. The clash left 12 dead, medics said.", "medics"),
    ],
)
def test_who_told_of_an_act_tells_what_came_of_it(text: str, speaker: str | None, kit: Kit) -> None:
    assert only(text, kit, "killed").said.speaker == speaker
