"""Who said it: text in, speakers out."""

import pytest

from crosswire.kit import Kit, load_kit
from crosswire.read.attribution import said_of, sayings
from crosswire.read.clues import Saying, Sentence
from crosswire.read.parse import parse
from crosswire.read.parties import parties
from crosswire.read.passages import passages
from crosswire.records import Attribution, Document


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def read(text: str, kit: Kit, *, named: bool = False) -> tuple[tuple[Sentence, ...], tuple[Saying, ...]]:
    document = Document(id="d", url="https://post.example/1", outlet="post.example", title="", text=text, language="en")
    sentences = parse(passages(document), kit)
    return sentences, sayings(sentences, parties(sentences, kit) if named else (), kit)


def said(text: str, word: str, kit: Kit, *, named: bool = False) -> Attribution:
    """The attribution of the last occurrence of `word`."""
    start = text.rindex(word)
    return said_of(read(text, kit, named=named)[1], start, start + len(word))


WHERE_THE_CUE_STANDS = [
    ("The relief council said 12 people died.", "relief council"),
    ("The relief council said on Friday that 12 people died.", "relief council"),
    ("In Hama, the relief council said 12 people died.", "relief council"),
    ("At least 12 people died in the raid, the relief council said.", "relief council"),
    ("At least 12 people died in the raid, said the relief council.", "relief council"),
    ("At least 12 people died in the raid, the relief council said on Friday, as clashes went on.", "relief council"),
    ("At least 12 people, the relief council said on Monday, were killed in Hama.", "relief council"),
    ("According to the relief council, 12 people died.", "relief council"),
    ("As the relief council put it in a statement, 12 people died.", "relief council"),
    ("The relief council has verified 12 deaths of people in Hama.", "relief council"),
    ("“They killed 12 people,” said the 38-year-old farmer.", "38-year-old farmer"),
    ("At least 12 people died in the raid, according to the relief council.", "relief council"),
    ("Shelling killed 12 people, as reported by the relief council.", "relief council"),
    ("A hospital source was quoted by Tishreen Radio as saying that 12 people died.", "hospital source"),
    ("Tishreen Radio quoted a hospital source as saying 12 people died.", "hospital source"),
    ("A statement by the relief council said 12 people died.", "relief council"),
    ("The relief council's statement said 12 people died.", "relief council"),
    ("Reports from the relief council said 12 people died.", "relief council"),
    ("The relief council put the number of dead at 12.", "relief council"),
    ("Raids hit the town, the relief council said, putting the toll at 12.", "relief council"),
    ("Raids hit the town, the relief council said, adding that 12 people died.", "relief council"),
    ("The relief council visited the town and said 12 people died.", "relief council"),
    ("Activists say 12 people died.", "Activists"),
    ("The relief council has said 12 people died.", "relief council"),
    ("As the relief council reported, 12 people died.", "relief council"),
    ("The toll given by the relief council was 12 dead.", "relief council"),
    ("“Why did 12 people die?” the doctor asked.", "doctor"),
    ("A resident, Umm Karim, recounted how the strike killed 12 people.", "Umm Karim"),
    ("12 people killed in strike on Hama - activists", "activists"),
    ("Strike on Hama market kills 12: hospital source", "hospital source"),
    ("Observatory: raid kills 12 people in Hama", "Observatory"),
    ("A source at Hama Police Command said that 12 people died.", "source at Hama Police Command"),
]


@pytest.mark.parametrize(("text", "speaker"), WHERE_THE_CUE_STANDS)
def test_the_cue_stands_before_behind_or_inside(text: str, speaker: str, kit: Kit) -> None:
    assert said(text, "12", kit).speaker == speaker


WITHOUT_COMMAS = [
    (
        "Air strikes killed 12 people in Hama the Northern Relief Council for Medical Aid said on Friday.",
        "Northern Relief Council for Medical Aid",
    ),
    ("Syrian planes killed 12 fighters for a second day on Monday a monitoring group said.", "monitoring group"),
    ("At least 12 people died in raids on a market state media said.", "state media"),
    ("All 12 people were killed in the northern province activists said adding that others were hurt.", "activists"),
    ("Two women and 12 men were killed in the attack said Observatory director Karim Dabbagh.", "Karim Dabbagh"),
    ("The attack killed 12 people said the Observatory adding that others were hurt.", "Observatory"),
    ("The clashes killed 12 soldiers according to the relief council with heavy raids on the town.", "relief council"),
    ("At least 12 people the Observatory said on Monday were killed in Hama.", "Observatory"),
    ("Raids killed 12 soldiers the Observatory added without giving details.", "Observatory"),
    ("Shells hit the quarter killing 12 people and wounding dozens more observers said.", "observers"),
    ("The street is small and 12 people died Ahmed 24 said.", "Ahmed"),
    ("Karim Dabbagh head of the Northern Relief Council told reporters that 12 people died.", "Karim Dabbagh"),
]


@pytest.mark.parametrize(("text", "speaker"), WITHOUT_COMMAS)
def test_speakers_are_found_where_commas_are_gone(text: str, speaker: str, kit: Kit) -> None:
    assert said(text, "12", kit).speaker == speaker


CHAINS = [
    ("“We counted 12 bodies,” Karim Dabbagh told AFP.", "Karim Dabbagh", ("AFP",)),
    ("The army said in a statement carried by Tishreen Radio that 12 people died.", "army", ("Tishreen Radio",)),
    ("According to Tishreen Radio, citing a hospital source, 12 people died.", "hospital source", ("Tishreen Radio",)),
    (
        "Tishreen Radio reported, quoting a hospital source, that 12 people died.",
        "hospital source",
        ("Tishreen Radio",),
    ),
    ("The army said 12 people died, according to Tishreen Radio.", "army", ("Tishreen Radio",)),
    (
        "Karim Dabbagh, head of the Hama-based Northern Relief Council, told AFP that 12 people died.",
        "Karim Dabbagh",
        ("Northern Relief Council", "AFP"),
    ),
    (
        "12 people died, according to Karim Dabbagh, the head of the Northern Relief Council.",
        "Karim Dabbagh",
        ("Northern Relief Council",),
    ),
    (
        "Northern Relief Council director Karim Dabbagh said 12 people died.",
        "Karim Dabbagh",
        ("Northern Relief Council",),
    ),
]


@pytest.mark.parametrize(("text", "speaker", "via"), CHAINS)
def test_the_chain_runs_from_the_speaker_outwards(text: str, speaker: str, via: tuple[str, ...], kit: Kit) -> None:
    assert said(text, "12", kit) == Attribution(speaker=speaker, via=via)


CARRIED = [
    ("The Northern Relief Council said raids went on. It said 12 people died.", "Northern Relief Council"),
    (
        "The Northern Relief Council said raids went on. Twelve people died, it added. It said that 12 were hurt.",
        "Northern Relief Council",
    ),
    (
        "Karim Dabbagh, head of the Northern Relief Council, said raids went on. He added that 12 people died.",
        "Karim Dabbagh",
    ),
    ("The Northern Relief Council said raids went on. The group also said 12 people died.", "Northern Relief Council"),
    (
        "A source at Hama Police Command said raids went on. The source added that 12 people died.",
        "source at Hama Police Command",
    ),
    ("Karim Dabbagh, a doctor at the clinic, said raids went on. Later, Dabbagh said 12 people died.", "Karim Dabbagh"),
    (
        "The Syrian Observatory for Human Rights said raids went on. The Observatory said 12 people died.",
        "Syrian Observatory for Human Rights",
    ),
    (
        "The Northern Relief Council (NRC) said raids went on. According to NRC, 12 people died.",
        "Northern Relief Council",
    ),
    (
        "“The raids went on,” Karim Dabbagh of the Relief Council told AFP. “We counted 12 bodies in the street.”",
        "Karim Dabbagh",
    ),
    ("“The raids went on. We counted 12 bodies,” the doctor said.", "doctor"),
]


@pytest.mark.parametrize(("text", "speaker"), CARRIED)
def test_a_speaker_is_taken_up_again_in_one_form(text: str, speaker: str, kit: Kit) -> None:
    assert said(text, "12", kit).speaker == speaker


NARRATED = [
    "Raids killed 12 people in Hama.",
    "The relief council said raids went on. At least 12 people died.",
    "The attack, in which 12 people died, came as the relief council said raids went on.",
    "A rebel group claimed responsibility for the blast that killed 12 people.",
    "The blast claimed the lives of 12 people.",
    "The army did not say whether 12 people had died.",
    "Footage showed 12 bodies in the street.",
]


@pytest.mark.parametrize("text", NARRATED)
def test_what_nobody_says_is_the_outlets_own(text: str, kit: Kit) -> None:
    assert said(text, "12", kit).speaker is None


def test_each_half_of_a_sentence_keeps_its_speaker(kit: Kit) -> None:
    text = "The army said 30 rebels died, but the relief council said 12 people died."
    assert [said(text, word, kit).speaker for word in ("30", "12")] == ["army", "relief council"]


def test_a_denial_and_a_claim_carry_their_stance(kit: Kit) -> None:
    assert said("The army denied that 12 people had died.", "12", kit).stance == "denies"
    assert said("The rebels claimed that they had killed 12 soldiers.", "12", kit).stance == "alleges"
    assert said("The rebels said that they had killed 12 soldiers.", "12", kit).stance == "asserts"


def test_verified_footage_is_the_verifiers_claim(kit: Kit) -> None:
    assert said("Footage verified by Tishreen Radio showed 12 bodies.", "12", kit).speaker == "Tishreen Radio"


def test_a_quotation_over_sentences_belongs_to_one_speaker(kit: Kit) -> None:
    text = "The rebels “hold the town. For now, 12 people are safe,” Karim Dabbagh told AFP."
    _, found = read(text, kit)
    assert [(s.said.speaker, s.direct) for s in found] == [("Karim Dabbagh", True)]
    assert said_of(found, text.index("town"), text.index("town") + 4).speaker == "Karim Dabbagh"


def test_a_party_gives_the_speaker_its_name(kit: Kit) -> None:
    text = "At least 12 people died, the Observatory said. The Syrian Observatory for Human Rights has many sources."
    assert said(text, "12", kit, named=True).speaker == "Syrian Observatory for Human Rights"


def test_a_nameless_monitor_is_the_one_that_the_page_names(kit: Kit) -> None:
    text = "Raids killed 12 people, a monitoring group said. The Syrian Observatory for Human Rights has many sources."
    found = said(text, "12", kit, named=True)
    assert found.speaker == "monitoring group (Syrian Observatory for Human Rights)"
    assert found.name == "Syrian Observatory for Human Rights"


def test_he_with_nobody_before_stays_unnamed(kit: Kit) -> None:
    text = "Raids went on in the north. The toll is 12, he stated."
    assert said(text, "12", kit).speaker is None


def test_offsets_are_those_of_the_document(kit: Kit) -> None:
    text = "Raids went on.\n\nThe army said 12 people died."
    (saying,) = read(text, kit)[1]
    assert text[slice(*saying.cue)] == "said"
    assert [text[a:b] for a, b in saying.content] == ["12 people died."]


WHO_THE_GROUP_IS = [
    ("The Red Front left. OCHA counted 4 roads. The group said 12 people died.", "Red Front"),
    ("OCHA counted 4 roads. The group said 12 people died.", None),
    ("The Steppe Ministry counted 4 roads. The group said 12 people died.", None),
    ("The Red Front met the Blue Steppe Movement. The group said 12 people died.", None),
    ("The Red Steppe Observatory counted 4 raids. The group said 12 people died.", "Red Steppe Observatory"),
    ("“Our men are inside,” the group declared on a rebel channel after losing 12 men.", None),
]


@pytest.mark.parametrize(("text", "speaker"), WHO_THE_GROUP_IS)
def test_the_group_is_one_that_can_be_meant_or_nobody(text: str, speaker: str | None, kit: Kit) -> None:
    assert said(text, "12", kit, named=True).speaker == speaker


WHAT_THE_OUTLET_TELLS = [
    ("The envoy said she condemned a raid that killed 12 people.", None),
    ("The envoy said she was shocked by a raid which killed 12 people.", None),
    ("The envoy said the army bears responsibility for a raid that killed 12 people.", None),
    ("The envoy said she condemned “a raid that killed 12 people”.", "envoy"),
    ("The envoy said the raid killed 12 people.", "envoy"),
    ("The envoy said it was a raid that killed 12 people.", "envoy"),
    ("The clinic reported a raid that killed 12 people.", "clinic"),
    ("The army denied shelling the market, where 12 people were killed.", None),
    ("The army denied bombing a school in Rabsa, which killed 12 people.", None),
    ("The army denied involvement in the raid, in which 12 people died.", None),
    ("The army denied that its raid had killed 12 people.", "army"),
    ("The army denied reports of a raid that killed 12 people.", "army"),
]


@pytest.mark.parametrize(("text", "speaker"), WHAT_THE_OUTLET_TELLS)
def test_what_explains_a_judged_act_is_the_outlet_s(text: str, speaker: str | None, kit: Kit) -> None:
    assert said(text, "12", kit).speaker == speaker


WHO_CANNOT_SPEAK = [
    ("A doctor, aged 51, said by telephone that 12 people died.", "doctor"),
    ("The strike confirmed that 12 people died.", None),
    ("Preliminary data showed that 12 people died.", None),
    ("The raid has claimed 12 victims.", None),
    ("At least 12 people died, agencies reported.", None),
    ("In the last 24 hours media reported 12 deaths.", "media"),
]


@pytest.mark.parametrize(("text", "speaker"), WHO_CANNOT_SPEAK)
def test_acts_things_and_counts_do_not_speak(text: str, speaker: str | None, kit: Kit) -> None:
    assert said(text, "12", kit).speaker == speaker


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Temur Dashnyam, who heads the Red Steppe Observatory, said 12 people died.", ("Red Steppe Observatory",)),
        ("Ingrid Solheim, the United Nations humanitarian coordinator, said 12 people died.", ("United Nations",)),
        ("A medic told Agence France-Presse that 12 people died.", ("AFP",)),
        ("A medic told the Associated Press that 12 people died.", ("AP",)),
        ("A medic told Reuters news agency that 12 people died.", ("Reuters",)),
    ],
)
def test_bodies_and_agencies_carry_what_their_people_say(text: str, via: tuple[str, ...], kit: Kit) -> None:
    assert said(text, "12", kit, named=True).via == via


def test_a_carrier_does_not_become_the_speaker(kit: Kit) -> None:
    found = said("It was told to nobody. She told Reuters that 12 people died.", "12", kit, named=True)
    assert (found.speaker, found.via) == (None, ("Reuters",))


def test_an_office_for_two_regions_is_one_speaker(kit: Kit) -> None:
    text = "The deputy for the Steppe and the North told reporters that 12 people died."
    assert said(text, "12", kit).speaker == "deputy for the Steppe and the North"
