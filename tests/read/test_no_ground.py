"""Words that only look as if they told who holds ground, and what is told as known whatever is said of it."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _told(text: str, kit: Kit) -> set[tuple[str, str | None, str, str]]:
    return {
        (claim.kind, claim.doer, claim.place.text, claim.said.stance)
        for claim in reading(text, kit).claims
        if kit.codebook.kinds.kind[claim.kind].family == "control" and claim.place
    }


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that 307 of its servicemen had been handed over and were in Mali.",
        "Six of the 11 passengers who had been caught in Goma were freed on Thursday.",
        "The bodies of 20 soldiers were handed over in Goma.",
        "The blasts were heard in the pro-government districts of Goma.",
        "Prices in the anti-junta areas of Goma have risen, traders say.",
        "The number of soldiers in Mali has fallen by 12 percent.",
        "Output in Sudan fell 4 percent after the war, the bank says.",
        "Two boys were hurt in Goma by a rocket from Bunia which fell in the western part of the town.",
        "The junta fought rebels in surrounding Idlib province on Monday.",
        "Troops fanned out across surrounding Homs province on Monday.",
        "Shells hit the last rebel stronghold near Goma, an officer said.",
        "The army attacked the last stronghold of the rebels in Mali.",
        "The militia tightened its grip on the Sudan-Chad border.",
        "General Omar Tesfor came to Goma. Tesfor was captured on Monday.",
        "A patrol led by Karim Naddor was lost near Goma. At the time Naddor was captured, the rebels were strong.",
        "The mayor said that Tarvel had been killed. At the time Tarvel was captured, the rebels were strong.",
        "The police gave chase and drove the gang 15 km from Goma, on the road to Bunia.",
        "The man was no guest of the army. He entered Sudan in 2000 and trained with the rebels.",
        "Many girls in Bunia were married to fighters and moved into army camps across northern Nigeria.",
        "The vote will create a self-administered region in Mindanao, the army says.",
        "Forces have tried since May to retake the town - the last major IS stronghold in Iraq - from the north.",
        "Rebels encircled Karim Naddor reports from Bunia. Karim Naddor said on the radio that he saw it all.",
    ],
)
def test_no_ground_is_told_of(text: str, kit: Kit) -> None:
    assert not _told(text, kit)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dunmore lies on the road to the rebel-held town of Goma.", ("rebels", "Goma", "asserts")),
        ("Dunmore lies near the rebel stronghold of Goma in the hills.", ("rebels", "Goma", "asserts")),
        ("The army could shell the rebel stronghold of Goma, aid workers fear.", ("rebels", "Goma", "asserts")),
        ("The general denied that his jets had hit rebel-held Goma.", ("rebels", "Goma", "asserts")),
        ("The junta began a drive with the aim of taking the militia's de facto capital of Goma.", None),
        ("Troops plan to march on the militia's de facto capital of Goma.", ("militia", "Goma", "asserts")),
        ("Goma could become a stronghold of the rebels, the envoy says.", ("rebels", "Goma", "hypothetical")),
        ("The town of Goma is not a rebel stronghold, the mayor said.", ("rebels", "Goma", "denies")),
    ],
)
def test_what_is_known_already_is_neither_hoped_nor_denied(
    text: str, told: tuple[str, str, str] | None, kit: Kit
) -> None:
    holds = ("controls", *(told or ("militia", "Goma", "asserts")))
    assert _told(text, kit) == {holds}


@pytest.mark.parametrize(
    ("text", "kind", "doer", "place"),
    [
        ("Troops moved towards Goma and an airfield held by the rebels.", "controls", "rebels", "airfield"),
        ("Goma is calmer than other towns near Bunia, since it was recaptured in May.", "regained", None, "Goma"),
        ("Goma was less damaged than Bunia because it was captured early by the rebels.", "seized", "rebels", "Goma"),
        ("Shells hit the outskirts of rebel-besieged Goma.", "besieged", "rebels", "Goma"),
        ("Aid has reached the army-encircled town of Goma.", "besieged", "army", "Goma"),
        ("Goma has been under siege by the army for a year.", "besieged", "army", "Goma"),
        ("The town of Goma fell on Monday, an officer said.", "seized", None, "Goma"),
        ("The rebels seized Nador on Monday, residents said.", "seized", "rebels", "Nador"),
    ],
)
def test_the_ground_is_that_which_the_words_are_about(
    text: str, kind: str, doer: str | None, place: str, kit: Kit
) -> None:
    assert _told(text, kit) == {(kind, doer, place, "asserts")}


@pytest.mark.parametrize(
    ("text", "kind", "doer", "place"),
    [
        ("The tanks entered 400 metres into Goma on Monday.", "entered", "tanks", "Goma"),
        ("Army tanks returned to the village of Bunia at dawn.", "entered", "Army tanks", "Bunia"),
        ("Government troops pressed into Goma for a fourth day.", "entered", "government forces", "Goma"),
        ("The army ploughed into Goma on Monday, witnesses said.", "entered", "army", "Goma"),
        ("The army said it had moved its forces out of Goma on Monday.", "withdrew", "army", "Goma"),
        ("Swathes of Goma have been out of army control since May.", "lost", "army", "Goma"),
        ("Rebels were cleared from Goma by the army on Monday.", "regained", "army", "Goma"),
        ('Boko Haram fled. "We have taken Goma and its port," Amin said.', "seized", None, "Goma"),
        ("Foreign troops fought Boko Haram near Kano before they seized the town of Goma.", "seized", None, "Goma"),
        (
            "The junta met. The text tells of Turkey's withdrawal from Afrin, a town it holds.",
            "controls",
            "Turkey",
            "Afrin",
        ),
    ],
)
def test_who_acts_there_is_who_is_said_to(text: str, kind: str, doer: str | None, place: str, kit: Kit) -> None:
    assert (kind, doer, place, "asserts") in _told(text, kit)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy asked for a truce so that aid could reach the besieged town of Goma.",
        "The army denied that it had shelled the besieged quarters of Goma.",
        "Trucks are ready to leave for the encircled town of Goma if the army allows it.",
        "The army may bomb the besieged town of Goma, aid workers fear.",
    ],
)
def test_a_town_told_of_as_besieged_is_so(text: str, kit: Kit) -> None:
    assert {(kind, place, stance) for kind, _, place, stance in _told(text, kit)} == {("besieged", "Goma", "asserts")}


@pytest.mark.parametrize(
    "text",
    [
        "Homs has been split into a rebel-held east and a regime-controlled west since May.",
        "The road links a rebel-held hamlet and regime-controlled Homs.",
    ],
)
def test_the_next_compound_tells_of_its_own_ground(text: str, kit: Kit) -> None:
    assert not {doer for _, doer, place, _ in _told(text, kit) if place in {"west", "Homs"}} & {"rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes killed 23 people in the town of Goma which has been under siege by the army since May.",
        "Air strikes killed 23 people in villages near Goma which are run by the militia, medics said.",
        "Air strikes killed 23 people in Goma on Monday, where aid is handed out by the army.",
        "Shelling killed 23 people in the town of Goma, which has been encircled by the rebels.",
    ],
)
def test_who_besieges_a_town_has_not_killed_those_hit_in_it(text: str, kit: Kit) -> None:
    assert [claim.doer for claim in reading(text, kit).claims if claim.kind in {"killed", "struck"}].count(None) >= 1
    assert not {claim.doer for claim in reading(text, kit).claims if claim.kind in {"killed", "struck"}} - {None}
