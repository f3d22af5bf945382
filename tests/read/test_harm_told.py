"""Harm told in the words of many presses: wire, statements of armies, the United Nations, courts, tabloids."""

import pytest
from reader import told

from crosswire.kit import Kit


@pytest.mark.parametrize(
    "text",
    [
        '"We are flooded with wounded", one surgeon told the agency.',
        "It was not clear how many of the rest were soldiers.",
        "All but three of the 40 passengers came home.",
        "Half the crew of 30 perished.",
        "Two thirds of the crew of 30 perished.",
        "One in three of the dead was a child.",
        "Police said 60 percent of the dead were women.",
        "Almost all of the 900 inhabitants fled.",
        "33 people were rescued from the rubble, 12 of them children.",
        "Thirty-one of the 33 trapped miners were brought out alive.",
        "The ministry sent 90 policewomen to help look after families displaced by the war.",
        "The mother of five was named on Monday.",
        "The 5,000-strong brigade lost a tenth of its men.",
        "Brigade 47 lost Route 9 on May 14.",
        "The second victim was a 34-year-old teacher.",
        "Only 12 of the 90 men came back.",
        "An average of 20 people a day have been killed.",
    ],
)
def test_nobody_is_counted(text: str, kit: Kit) -> None:
    assert told(text, kit) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The front claims to have killed "over 40" guards, a figure nobody could check.', ["killed over 40 guards"]),
        ("Troops killed 30 raiders and rescued 14 hostages.", ["killed 30 raiders"]),
        ("Troops Kill 30 Raiders, Rescue 14 Hostages In Borno.", ["killed 30 raiders"]),
        (
            "Of 40 hostages, 27 were freed, nine were killed and four are still missing.",
            ["killed nine people", "missing four people"],
        ),
        ("The number of dead has risen by three to 19.", ["killed 19 people"]),
        ("The toll has gone up to 41.", ["killed 41 people"]),
        ("Those killed were three brothers aged 4, 7 and 12.", ["killed three brothers"]),
        ("Three generations of one family, nine people in all, died in the raid.", ["killed nine people"]),
        ("Ten out of 12 guards were killed.", ["killed Ten people"]),
        ("Room 12 of the clinic was hit and 2 nurses died.", ["killed 2 nurses"]),
        ("The team lost 3-2 and two players were injured.", ["injured two players"]),
        ('It warned the toll could climb as "dozens" more were hurt by the blast.', ["injured dozens people"]),
        (
            "Hospitals are under a lot of pressure because of the significant number of wounded.",
            ["injured significant number people"],
        ),
        ("They fought in the hills, killing a captain who led a rebel unit.", ["killed a captains"]),
        ("Police said one of the victims, a man, has been pronounced dead.", ["killed one people"]),
        (
            "They have begun murdering some of the hostages captured from villages in the north.",
            ["killed some hostages"],
        ),
        ("No fewer than 10 guards were hurt.", ["injured No fewer than 10 guards"]),
        ("The toll hit 410 overnight rescue staff told the paper.", ["killed 410 people"]),
        ("The barrage killed four, bringing the total to 19.", ["killed 19 people", "killed four people"]),
        (
            "The militia burned 12 villages, killing 66 and driving 30,000 people into exile.",
            ["displaced 30,000 people", "killed 66 people"],
        ),
        ("Troops killed 31 of the 32 hostage-takers.", ["killed 31 hostage-takers"]),
        ("One helicopter crew of two was killed.", ["killed two people"]),
        (
            "Two people, one of them a child, were killed.",
            ["killed Two people", "killed one children of Two"],
        ),
        ("Two people one of them a child killed in rocket attack", ["killed Two people", "killed one children of Two"]),
        ("Last updated at Jan 202015 Tesk Air strikes on Tuesday killed 39 people.", ["killed 39 people"]),
        (
            "Some 40 others died at five other spots: 18 at Tesk, 14 at Orma and eight at a cafe.",
            ["killed 14 people", "killed 18 people", "killed Some 40 people", "killed eight people"],
        ),
        ("Seven soldiers who had been reported missing were found dead.", ["killed Seven soldiers"]),
        ("Some 400,000 people are besieged in the valley.", ["besieged Some 400,000 people"]),
        ("The army has encircled 900 gunmen.", ["besieged 900 gunmen"]),
        ("Ninety men were condemned, of whom fifteen have been hanged.", ["killed fifteen people"]),
        (
            "At least 24 people of whom nine were children were killed.",
            ["killed At least 24 people", "killed nine children of At least 24"],
        ),
        ("Mortars killed eight members of one family.", ["killed eight members"]),
        ("The rebels have shot down two MiGs.", ["damaged two MiGs"]),
        ("A jet with 298 people aboard was shot down.", ["damaged A jets"]),
        (
            "The movement put its own dead at 47 and its wounded at 90.",
            ["injured 90 people", "killed 47 people"],
        ),
        ("The dead numbered no fewer than 40.", ["killed no fewer than 40 people"]),
        (
            "The group named 13 of its dead, one of them a 16-year-old.",
            ["killed 13 people", "killed one people of 13"],
        ),
        ("Mortars killed three sisters aged four, six and nine.", ["killed three sisters"]),
        (
            "Two boys aged 11 and 14 were killed, and two girls aged eight and 12 and a 69-year-old woman were hurt.",
            ["injured a women", "injured two girls", "killed Two boys"],
        ),
        ("Four people died in Tesk and another two in Orma.", ["killed Four people", "killed two people"]),
        (
            "Residents said snipers killed 25 people; a doctor contacted by telephone put the number at 38.",
            ["killed 25 people", "killed 38 people"],
        ),
        ("He said 26 gunmen had been killed and three captured alive.", ["captured three gunmen", "killed 26 gunmen"]),
        ("Sixty feared dead in school bombing", ["killed Sixty people"]),
        ("Almost all of the 900 rebels survived and three were killed.", ["killed three people"]),
        (
            "Clinics are under a lot of pressure due to the significant number of wounded.",
            ["injured significant number people"],
        ),
    ],
)
def test_only_those_hit(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two of the 14 wounded died overnight.", ["injured 14 people", "killed Two people"]),
        ("Several of the wounded later died.", ["killed Several people"]),
        (
            "The toll climbed to 31 after four of the injured succumbed to their wounds.",
            ["killed 31 people", "killed four people"],
        ),
        ("177 gunmen killed, injured in the north.", ["casualties 177 gunmen"]),
        ("Some 400 men were killed, wounded or captured.", ["casualties Some 400 men"]),
        (
            "The accused is charged with the murder of eight guards and the wounding of three others.",
            ["injured three guards", "killed eight guards"],
        ),
        ("Own losses: 2 KIA, 5 WIA.", ["injured 5 people", "killed 2 people"]),
        ("Dead - 12; injured - 34.", ["injured 34 people", "killed 12 people"]),
        ("Six killed, dozen hurt as rockets rain on Tesk.", ["injured dozen people", "killed Six people"]),
        ("Toll in Tesk blast rises to 63, 180 injured.", ["injured 180 people", "killed 63 people"]),
        (
            "A mum and her two kids were blown to bits when a shell hit their flat.",
            ["killed A mums", "killed two kids"],
        ),
        ("A family of five was wiped out by a shell.", ["killed five people"]),
        (
            "Two raiders were neutralised and one jawan attained martyrdom in the gunfight.",
            ["killed Two raiders", "killed one jawans"],
        ),
        ("Three officers paid the supreme price.", ["killed Three officers"]),
        (
            "The team documented at least 14 extrajudicial executions and 11 enforced disappearances.",
            ["killed at least 14 people", "missing 11 people"],
        ),
        ("The medics brought in 71 bodies and 112 injured people.", ["injured 112 people", "killed 71 people"]),
        ("The agency put the number missing at about 45.", ["missing about 45 people"]),
        ("As many as 80 troops were seized in a raid.", ["captured As many as 80 soldiers"]),
        ("The rebels are still holding scores of civilian hostages.", ["abducted scores hostages"]),
        (
            "25 persons sought refuge in the camp, while another 90 took shelter in a church.",
            ["displaced 25 people", "displaced 90 people"],
        ),
        (
            "The bandits shot dead two vigilantes and whisked away 17 travellers.",
            ["abducted 17 travellers", "killed two vigilantes"],
        ),
        ("Rebel casualties were put at more than 60.", ["casualties more than 60 rebels"]),
        ("The minister put the dead at 18.", ["killed 18 people"]),
        ("Killed in the raid were a colonel and six of his men.", ["killed a colonels", "killed six men"]),
        ("Among those killed: two midwives and three of their pupils.", ["killed three pupils", "killed two midwives"]),
        ("The bodies of 12 soldiers were handed over.", ["killed 12 soldiers"]),
        ("The gang took 200 civilians hostage.", ["abducted 200 civilians"]),
        ("The clash left “four men and a woman” dead in Tesk.", ["killed a women", "killed four men"]),
        ("The army said “nine rebels” killed four guards.", ["killed four guards"]),
        (
            "The shells claimed the lives of a man and a woman and injured others in Tesk.",
            ["killed a men", "killed a women"],
        ),
    ],
)
def test_what_befell_them(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five of the dead were children.", ["killed Five children"]),
        ("The rest of the dead were Zamar Front fighters.", ["killed The rest fighters"]),
        ("The raiders came at dawn, attacking troops, killing two of them.", ["killed two soldiers"]),
        ("32 Most School Pupils Killed in Bus Bombing.", ["killed 32 people"]),
        ("Army kills 33 Zamar Terrorist Captured 10.", ["captured 10 militants", "killed 33 militants"]),
        ("The number of security personnel killed in the state this year has gone up to 41.", ["killed 41 personnel"]),
        ("One Israeli was lightly injured by shrapnel.", ["injured One Israelis"]),
        ("At least 35 jawans were hurt.", ["injured At least 35 jawans"]),
        ("The school lost 12 pupils in the raid.", ["killed 12 pupils"]),
        ("Two hundred quarrymen died in the shaft.", ["killed Two hundred quarrymen"]),
        (
            "Nineteen of the dead were members of one family; five were guests.",
            ["killed Nineteen members", "killed five guests"],
        ),
        ("Doctors pronounced three of them dead on arrival.", ["killed three people"]),
        (
            "Gunmen shot dead three officers near the bridge. The bodies of the three were found on Friday.",
            ["killed three officers", "killed three officers"],
        ),
        (
            "The army killed some 60 gunmen; medics put the number of dead at 90.",
            ["killed 90 people", "killed some 60 gunmen"],
        ),
        ("Neighbours put the number of dead soldiers at 12.", ["killed 12 soldiers"]),
        ("A farmer counted seven bodies of soldiers.", ["killed seven soldiers"]),
        (
            "The navy said it had killed six rebels; its own losses were put at one dead and four hurt.",
            ["injured four people", "killed one people", "killed six rebels"],
        ),
    ],
)
def test_who_is_counted(text: str, expected: list[str], kit: Kit) -> None:
    assert told(text, kit) == expected
