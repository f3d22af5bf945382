"""Acts against people whom no number counts: who they are is told in the words of the page."""

import pytest
from reader import page, reading

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Claim


def _headline(title: str, kit: Kit) -> tuple[Claim, ...]:
    return read(page("", title=title), kit).claims


def _told(text: str, kit: Kit) -> list[tuple[str, str]]:
    claims = reading(text, kit).claims
    return [(claim.kind, claim.target) for claim in claims if claim.target and claim.figure is None]


@pytest.mark.parametrize(
    ("text", "kind", "whom"),
    [
        ("Gunmen killed the mayor of Khovd on Tuesday.", "killed", "mayor of Khovd"),
        ("The mayor of Khovd was killed by gunmen.", "killed", "mayor of Khovd"),
        ("Colonel Idris Halwan was shot dead at the gate.", "killed", "Colonel Idris Halwan"),
        ("Militants have executed a rival's driver in Tesk.", "killed", "rival's driver"),
        ("Police arrested the editor of the paper.", "detained", "editor of the paper"),
        ("Masked men kidnapped and killed the priest.", "abducted", "priest"),
        ("The bishop, who was kidnapped in May, has not been seen.", "abducted", "bishop"),
        ("Residents were wounded when shells hit the market.", "injured", "Residents"),
        ("The brigade captured the commander of the fort.", "captured", "commander of the fort"),
        ("The group condemned the murder of the mayor.", "killed", "mayor"),
        ("The priest's murder shocked the valley.", "killed", "priest"),
        ("His bodyguard died in the attack.", "killed", "His bodyguard"),
        ("Residents of Khovd fled the town on Monday.", "displaced", "Residents of Khovd"),
        ("The shelling hit a camp, killing mostly women there.", "killed", "women"),
        ("Gunmen killed the journalist Idris Halwan.", "killed", "journalist Idris Halwan"),
        ("On 15 July Idris Halwan was killed in a raid.", "killed", "Idris Halwan"),
        ("The army has evacuated villagers from the valley.", "evacuated", "villagers"),
        ("Captain Idris Halwan died of his wounds on Monday.", "killed", "Captain Idris Halwan"),
        ("Police shot dead suspected militants in Tesk.", "killed", "suspected militants"),
    ],
)
def test_who_was_hit_is_told_without_a_number(text: str, kind: str, whom: str, kit: Kit) -> None:
    assert (kind, whom) in _told(text, kit)


@pytest.mark.parametrize(
    ("title", "whom"),
    [
        ("Soldier killed in Tesk blast", "Soldier"),
        ("Karan Front chief Idris Halwan killed in raid", "Karan Front chief Idris Halwan"),
        ("Gunmen kill mayor in Tesk", "mayor"),
    ],
)
def test_headlines_tell_whom(title: str, whom: str, kit: Kit) -> None:
    assert ("killed", whom) in [(claim.kind, claim.target) for claim in _headline(title, kit)]


@pytest.mark.parametrize(
    "text",
    [
        "The killing of civilians is a crime.",
        "They often strike villages, killing civilians.",
        "The general planned to kill the mayor.",
        "The remarks killed the deal.",
        "He was killed in Tesk.",
        "The shelling killed the engine.",
        "No group has killed villagers there.",
        "Most students were hung over that day.",
        "The general died in his bed.",
        "The rebels fled the town.",
        "Dozens of people have been killed in raids.",
        "More than a quarter of a million people have been killed.",
        "At least 70 regime and rebel fighters were killed in a raid.",
        "They fled the massacres of Halwan.",
        "Rebels killed the guards' bodies and burned them.",
        "Non-Syrians were killed in the raid on Tesk.",
        "(Northwire and agents) 280000 killed in five years of war in Tesk.",
        "The gatherings of the Front of Tesk and the Valley were eliminated.",
        "Residents flee such raids.",
    ],
)
def test_what_befell_nobody_in_particular_is_no_claim(text: str, kit: Kit) -> None:
    assert _told(text, kit) == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Gunmen killed the mayor and three guards.", ["mayor"]),
        ("Gunmen killed the mayor and his driver.", ["his driver", "mayor"]),
        ("Gunmen killed the mayor, his driver and a cook.", ["his driver", "mayor"]),
        ("The raid killed 40 women and children.", []),
        ("The raid killed 26 civilians, mostly children.", []),
    ],
)
def test_those_with_a_number_are_counted_and_the_others_named(text: str, whom: list[str], kit: Kit) -> None:
    assert sorted(name for kind, name in _told(text, kit) if kind == "killed") == whom


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Police denied killing the mayor.", "denies"),
        ("If the mayor was killed, the truce is over.", "hypothetical"),
        ("The army accused rebels of killing the mayor.", "alleges"),
        ("The mayor was not killed.", "denies"),
    ],
)
def test_they_are_told_as_firmly_as_the_page_tells_them(text: str, stance: str, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.target == "mayor" and claim.kind == "killed"]
    assert [claim.said.stance for claim in claims] == [stance]


@pytest.mark.parametrize(
    ("title", "actor"),
    [
        ("Karan Front chief killed in drone strike", None),
        ("Karan Front chief Idris Halwan killed in US drone strike", "US military"),
        ("Soldier killed in Afghan attack", None),
        ("Two soldiers killed in north Iraq attacks", None),
        ("Officer wounded in hatchet attack", None),
        ("Chapel blast kills at least 12", None),
        ("Four killed in Israeli air strike", "Israeli forces"),
        ("Spate of Iraq attacks kills at least six", None),
        ("Niger raid kills 12, officials say", None),
        ("Northern Afghan operation kills 12", None),
        ("E. Ukraine shelling kills 12", None),
        ("US raid kills 12, officials say", "US military"),
        ("Man in Afghan army uniform kills soldier", None),
        ("Israel attacks Gaza after rocket fire kills two", None),
    ],
)
def test_neither_the_victim_nor_a_country_nor_a_thing_acts(title: str, actor: str | None, kit: Kit) -> None:
    claims = [claim for claim in _headline(title, kit) if claim.kind in {"killed", "injured"}]
    assert [claim.actor for claim in claims] == [actor]


def test_where_somebody_is_from_is_not_where_it_befell_him(kit: Kit) -> None:
    (claim,) = [one for one in _headline("Sinaloa gang chief captured in Mexico", kit) if one.target]
    assert claim.place is not None
    assert claim.place.text == "Mexico"


@pytest.mark.parametrize("title", ["Karim Nadder dead at 86: author of four books", "Poet Karim Nadder dies at 86"])
def test_an_age_counts_no_dead(title: str, kit: Kit) -> None:
    assert [claim.figure.text for claim in _headline(title, kit) if claim.figure] == []


def test_a_people_has_its_capital_in_a_headline_too(kit: Kit) -> None:
    (claim,) = _headline("Four Palestinians Killed in Tesk Blast", kit)
    assert claim.counted == "Palestinians"


def test_a_headline_is_told_from_another_tongue_only_if_that_is_sure(kit: Kit) -> None:
    (claim,) = [one for one in _headline("5 die in strikes on Gaza, militants barrage Israel", kit) if one.figure]
    assert claim.figure is not None
    assert claim.figure.text == "5"


def test_those_told_of_with_it_are_on_one_scope(kit: Kit) -> None:
    claims = _headline("180 dead, 1,300 injured in northwest Iran earthquakes", kit)
    assert {claim.scope for claim in claims} == {"incident"}


def test_an_attack_told_of_by_a_government_is_not_its_own(kit: Kit) -> None:
    text = "The White House said the attack was cruel and noted that it had killed two children."
    assert {claim.actor for claim in reading(text, kit).claims if claim.kind == "killed"} == {None}
