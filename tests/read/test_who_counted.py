"""Who a number counts where the noun stands elsewhere: in the predicate, before "one of those", behind "among"."""

import pytest
from reader import counts, reading

from crosswire.kit import Kit

_VORLAN = [("injured", "two", "clerks"), ("killed", "14", "Vorlan")]
_BEDOUIN = [("killed", "Six", "Bedouin"), ("killed", "a", "sacristans")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least three of the dead were customs officers.", [("killed", "At least three", "officers")]),
        (
            "Two of the dead and five of the wounded were border guards.",
            [("injured", "five", "guards"), ("killed", "Two", "guards")],
        ),
        ("The rest of the dead in the raids on the port were militia fighters.", [("killed", "The rest", "fighters")]),
        ("The rest of the dead were medics and guards.", [("killed", "The rest", "people")]),
        ("Nine of the dead were buried on Sunday by the guards.", [("killed", "Nine", "people")]),
        ("Two of the dead were from the port.", [("killed", "Two", "people")]),
        ("A porter who was one of those killed had sold bread there.", [("killed", "one", "porters")]),
        ("The teacher was one of those killed.", [("killed", "one", "teachers")]),
        ("Karim Voss was one of those killed.", [("killed", "one", "people")]),
        ("The shells caused numerous deaths among civilians.", [("killed", "numerous", "civilians")]),
        ("The clash left 12 dead among the militants.", [("killed", "12", "militants")]),
        ("The agency told of 40 deaths among the guards and the Orlan pilgrims.", [("killed", "40", "people")]),
        ("The total number of militant casualties has risen to 300.", [("casualties", "300", "militants")]),
        ("Of those killed, 12 were policemen.", [("killed", "12", "policemen")]),
        ("Of the wounded, nine are in a serious condition.", [("injured", "nine", "people")]),
        ("Twelve of the 30 killed were policemen.", [("killed", "30", "people"), ("killed", "Twelve", "policemen")]),
        (
            "Four soldiers and two clerks were killed and nine others wounded.",
            [("injured", "nine", "people"), ("killed", "Four", "soldiers"), ("killed", "two", "clerks")],
        ),
        (
            "Five civilians including a boy were killed and 27 others were hurt.",
            [("injured", "27", "civilians"), ("killed", "Five", "civilians"), ("killed", "a", "boys")],
        ),
        ("A Karan National Liberation Front (KNLF) rebel was killed.", [("killed", "A", "rebels")]),
        (
            "It says that 1,853 Orlan Valley National People's Front (OVNPF) fighters were killed.",
            [("killed", "1,853", "fighters")],
        ),
        ("The army lost one officer and six other ranks.", [("killed", "one", "officers")]),
        ("Gunmen killed a Sunni Muslim tribal leader.", [("killed", "a", "leaders")]),
        ("A Shiite Muslim cleric was killed.", [("killed", "A", "clerics")]),
        ("Gunmen abducted an Iraqi Kurdish journalist.", [("abducted", "an", "journalists")]),
        ("The raid killed a senior Syrian Christian official.", [("killed", "a", "officials")]),
        ("Rebels killed a Sunni Muslim.", [("killed", "a", "Muslims")]),
        (
            "Rebels killed a Palestinian and two Israelis.",
            [("killed", "a", "Palestinians"), ("killed", "two", "Israelis")],
        ),
        ("Rebels killed one Iraqi, one Egyptian.", [("killed", "one", "Egyptians"), ("killed", "one", "Iraqis")]),
        (
            "A Sudanese was killed and a Lebanese was wounded.",
            [("injured", "a", "Lebanese"), ("killed", "A", "Sudanese")],
        ),
        ("The jets killed 8 IS group militants near the dam.", [("killed", "8", "militants")]),
        ("The guards killed 10 IS members in the past day.", [("killed", "10", "members")]),
    ],
)
def test_the_noun_that_names_them(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The slide led to the death of four porters while 22 people including six nurses had sustained injuries.",
            [("injured", "22", "people"), ("injured", "six", "nurses"), ("killed", "four", "porters")],
        ),
        (
            "The raid killed four porters while 22 people had suffered burns.",
            [("injured", "22", "people"), ("killed", "four", "porters")],
        ),
        ("Four bodies with gunshot wounds have been found in the ravine.", [("killed", "Four", "people")]),
        ("Divers found three bullet-riddled bodies in the canal.", [("killed", "three", "people")]),
        ("Nine men with stab wounds were brought to the ward.", [("injured", "Nine", "men")]),
        ("2 killed others injured in shelling of the port.", [("killed", "2", "people")]),
        ("2 dead others hurt in shelling of the port.", [("killed", "2", "people")]),
        (
            "Death Toll from Raids on the Port Rises to 14 51 Injured.",
            [("injured", "51", "people"), ("killed", "14", "people")],
        ),
        (
            "Ten people were killed, including a former judge.",
            [("killed", "Ten", "people"), ("killed", "a", "judges")],
        ),
        (
            "The dead included a deputy governor and three clerks.",
            [("killed", "a", "governors"), ("killed", "three", "clerks")],
        ),
        (
            "The camp is home to up to half a million displaced people.",
            [("displaced", "up to half a million", "people")],
        ),
        ("The town is home to 12,000 people.", []),
        ("Men with axes cut up nine villagers.", [("killed", "nine", "villagers")]),
        ("Men with axes cut up nine trees.", []),
        ("The film showed hundreds of conscripts surrendering.", [("captured", "hundreds", "conscripts")]),
        ("The army urged 300 rebels to surrender.", []),
    ],
)
def test_what_befell_how_many(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every one of the 12 crew members died.", []),
        ("Not one of the 12 guards was hurt.", []),
        ("The break left 12 inmates dead and 80 on the run.", [("killed", "12", "inmates")]),
        ("Gunmen stormed a school and led away 27 girls.", [("abducted", "27", "girls")]),
        ("Thieves snatched 12 phones.", []),
        (
            "More than 90 people, 32 of them children under 10, were killed.",
            [("killed", "32", "children"), ("killed", "More than 90", "people")],
        ),
        ("A strike left at least 73 people dead or missing.", [("casualties", "at least 73", "people")]),
        (
            "The civilian dead number at least 254, and more than 2,000 were wounded.",
            [("injured", "more than 2,000", "people"), ("killed", "at least 254", "people")],
        ),
        ("In March 22 tourists were gunned down at a museum.", [("killed", "22", "tourists")]),
        ("On March 22 tourists were gunned down at a museum.", []),
        ("At least 12 fewer people died than last year.", []),
        ("For every soldier killed, three were wounded.", []),
        ("The state paid for every child when six people died.", [("killed", "six", "people")]),
        ("The raid killed 14, including a two-year-old.", [("killed", "14", "people"), ("killed", "a", "people")]),
        ("Six guards died and 19 sustained injuries.", [("injured", "19", "people"), ("killed", "Six", "guards")]),
        (
            "Among the dead are 35 foreigners, including eight Britons, a Dane and two Turks.",
            [
                ("killed", "35", "foreigners"),
                ("killed", "eight", "Britons"),
                ("killed", "a", "Danes"),
                ("killed", "two", "Turks"),
            ],
        ),
        ("Thousands of Yazidis fled into the hills.", [("displaced", "Thousands", "Yazidis")]),
        (
            "Two German soldiers and a Malian interpreter were killed.",
            [("killed", "Two", "soldiers"), ("killed", "a", "interpreters")],
        ),
        (
            "Army Kills 15 Militants Arrests 8 in Raid",
            [("detained", "8", "militants"), ("killed", "15", "militants")],
        ),
        ("The night saw 40 arrests.", [("detained", "40", "people")]),
        ("Brothers, 8 and 11, killed by mine", []),
        ("Karim and Una Voss, 8 and 11, were killed.", []),
        (
            "The war has displaced 1.2m people and killed 40k soldiers.",
            [("displaced", "1.2m", "people"), ("killed", "40k", "soldiers")],
        ),
        ("The trench is 12m deep and three men died in it.", [("killed", "three", "men")]),
        ("The rebels are holding 43 soldiers prisoner.", [("captured", "43", "soldiers")]),
        ("Nine fighters fell into the hands of the army.", [("captured", "Nine", "fighters")]),
        ("Contact was lost with 14 soldiers at the outpost.", [("missing", "14", "soldiers")]),
        ("Some 300 villagers took to the hills.", [("displaced", "Some 300", "villagers")]),
        ("Twelve tourists left the camp at dawn.", []),
        ("About 200 families have left the town.", [("displaced", "About 200", "families")]),
        ("Shells killed 12 people sheltering in a school.", [("killed", "12", "people")]),
        ("Three of the four men with burns died.", [("killed", "Three", "men")]),
        ("Some 60 demonstrators were taken into custody.", [("detained", "Some 60", "demonstrators")]),
        ("A mass grave holding 51 bodies was uncovered.", [("killed", "51", "people")]),
        (
            "A grenade injured six people, five of them off-duty policemen.",
            [("injured", "five", "policemen"), ("injured", "six", "people")],
        ),
    ],
)
def test_taken_away_or_gone(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomber killed 32 mourners at a police commander's funeral.", ["32"]),
        ("A raid killed 12 people at a teacher's house.", ["12"]),
        ("A sniper killed a commander's bodyguard.", []),
        ("The blast killed a policeman's wife and two children.", ["two"]),
        ("Shells killed 12 people in two soldiers' homes.", ["12"]),
        ("The war claimed 5,000 servicemen's lives.", ["5,000"]),
        ("Gunmen killed a farmer in his field.", ["a"]),
    ],
)
def test_who_owns_what_the_act_is_about_is_not_counted(text: str, expected: list[str], kit: Kit) -> None:
    claims = reading(text, kit).claims
    assert [claim.figure.text for claim in claims if claim.figure and claim.kind == "killed"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three guards have laid their lives and eight were wounded.", [("injured", "eight"), ("killed", "Three")]),
        ("A sniper shot down one rebel at the gate.", [("killed", "one")]),
        ("Some 900 people were killed, injured or kidnapped in Arna.", [("casualties", "Some 900")]),
        ("The panel counted 154 civilian injuries and deaths.", [("casualties", "154")]),
        ("Some 700 people were forced to abandon their homes.", [("displaced", "Some 700")]),
        ("There are 21 clerks who are not accounted for.", [("missing", "21")]),
        ("Police spoke of the kidnap of nine nurses.", [("abducted", "nine")]),
        ("The death toll also includes the six raiders.", [("killed", "six")]),
        ("An army major was killed and two troopers were injured.", [("injured", "two"), ("killed", "An")]),
        ("The mayor says number of people killed in Arna rose.", []),
        ("An undetermined number of rebels were wounded.", [("injured", "An undetermined number")]),
    ],
)
def test_what_befell_them_in_other_words(text: str, expected: list[tuple[str, str]], kit: Kit) -> None:
    found = [(claim.kind, claim.figure.text) for claim in reading(text, kit).claims if claim.figure]
    assert sorted(found) == expected


def test_a_people_only_describes_its_soldiers(kit: Kit) -> None:
    assert counts("The ministry confirmed 90 deaths of Armenian soldiers.", kit) == [("killed", "90", "soldiers")]


def test_a_child_among_the_dead_is_one_of_the_dead_told_of_before_the_wounded(kit: Kit) -> None:
    claims = reading("The raid killed 16 people and injured 25. A child was among the dead.", kit).claims
    whole = {claim.id: claim.figure.text for claim in claims if claim.figure}
    assert [whole[claim.part_of] for claim in claims if claim.part_of] == ["16"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The civilian death toll has passed 2,000, the office said.", [("killed", "passed 2,000", "civilians")]),
        ("The army put rebel dead at 45 after the fight at Tesk.", [("killed", "45", "rebels")]),
        ("Six Bedouin and a sacristan were killed at Tesk on Monday.", _BEDOUIN),
    ],
)
def test_the_word_before_a_toll_tells_who_is_counted(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels in Tesk killed over 100 soldiers and lost five.",
            [("killed", "five", "rebels"), ("killed", "over 100", "soldiers")],
        ),
        (
            "The army said it had lost five in the battle and killed 40 rebels.",
            [("killed", "40", "rebels"), ("killed", "five", "people")],
        ),
        ("The raid on the camp killed 14 Vorlan and wounded two clerks.", _VORLAN),
        ("The raid on the camp killed 14 Monday night, officials said.", [("killed", "14", "people")]),
    ],
)
def test_who_lost_them_or_bears_the_name_is_counted(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
