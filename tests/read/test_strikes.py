"""Whose strike it was, and on what: nobody is taken for the one who strikes because the words stand near."""

import pytest
from reader import only, page, reading

from crosswire.kit import Kit
from crosswire.read import read


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("Raids on Aleppo went on. Jets were seen.", None, "Aleppo"),
        ("The army hit the rebels in raids on Aleppo. Jets were seen.", None, "Aleppo"),
        ("Two died in a market air strike in Aleppo.", None, "Aleppo"),
        ("Two died in a coalition air strike in Aleppo.", "coalition", "Aleppo"),
        ("Tuesdays air raids on Aleppo went on.", None, "Aleppo"),
        ("The rebels' air raids on Aleppo went on.", "rebels", "Aleppo"),
    ],
)
def test_whose_strike_and_on_what(text: str, actor: str | None, place: str, kit: Kit) -> None:
    claim = only(text, kit, "struck")
    assert (claim.doer, claim.place and claim.place.text) == (actor, place)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Government forces killed seven men loyal to Gen. Paul Akol and captured 34 others.", "government forces"),
        ("Soldiers fought the Taliban and captured 34 men.", "soldiers"),
    ],
)
def test_who_stands_before_and_does_not_act(text: str, actor: str, kit: Kit) -> None:
    assert only(text, kit, "captured").doer == actor


def test_those_who_tell_of_their_own_hurt_hurt_nobody(kit: Kit) -> None:
    text = "The army said two of its soldiers were killed and three hurt when a bomb landed inside their base."
    assert only(text, kit, "injured").actor is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Sixty people died when coalition jets hit a prison in Yemen.", "Saudi-led coalition"),
        ("Sixty people died when coalition jets hit a prison in Kabul.", "coalition"),
        ("Coalition air strikes hit a depot near Raqqa in Syria.", "US-led coalition"),
        ("The group said four of its men were killed in Israeli strikes on the south.", "Israeli forces"),
    ],
)
def test_which_coalition_it_is_depends_on_the_country(text: str, actor: str, kit: Kit) -> None:
    assert only(text, kit, "struck").doer == actor


def test_rockets_fired_are_counted(kit: Kit) -> None:
    claim = only("The movement fired 140 rockets, wounding five.", kit, "shelled")
    assert claim.figure is not None
    assert (claim.figure.value, claim.counted) == (140, "rockets")


def test_civilians_who_are_hit_strike_nobody(kit: Kit) -> None:
    text = "Militants targeted civilians with rocket shells as the civilians were moving to the camp killing 3 of them."
    found = reading(text, kit).claims
    assert found
    assert "civilians" not in {claim.doer for claim in found}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "place"),
    [
        ("Air strikes hit a school in Daraa.", "struck", None, "Daraa"),
        ("Russian jets carried out strikes on Idlib.", "struck", "Russian forces", "Idlib"),
        ("Pakistan carried out strikes against militants inside Iran.", "struck", "Pakistan", "Iran"),
        ("Russia launched drones at Kyiv overnight.", "struck", "Russia", "Kyiv"),
        ("A missile struck an apartment block in Kharkiv.", "shelled", None, "Kharkiv"),
        ("Iran launched missiles at bases in Kirkuk.", "shelled", "Iran", "Kirkuk"),
        ("The army pounded the city of Bakhmut with artillery.", "shelled", "army", "Bakhmut"),
        ("Gunmen opened fire on worshippers in Jos.", "attacked", "gunmen", "Jos"),
        ("Boko Haram fighters stormed a barracks in Maiduguri.", "attacked", "Boko Haram", "Maiduguri"),
        ("Israel struck targets in Damascus.", "attacked", "Israel", "Damascus"),
        ("Israel and Hezbollah agreed to a ceasefire in Lebanon.", "agreed", "Israel and Hezbollah", "Lebanon"),
        ("Hezbollah refused to let aid convoys into Daraa.", "rejected", "Hezbollah", "Daraa"),
        ("The army shut the border crossing in Goma.", "closed", "army", "Goma"),
    ],
)
def test_acts_without_a_number(text: str, kind: str, actor: str | None, place: str | None, kit: Kit) -> None:
    claim = next(claim for claim in reading(text, kit).claims if claim.kind == kind)
    assert (claim.doer, claim.place and claim.place.text) == (actor, place)


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the budget in Cairo.",
        "The army repelled a rebel attack near Goma.",
        "The storm struck the village of Rabsa.",
        "The navy fired missiles into the sea.",
        "The envoy called for a ceasefire in Gaza.",
        "Police raided a house in Paris and arrested two men.",
    ],
)
def test_what_is_no_attack_and_no_truce(text: str, kit: Kit) -> None:
    assert not {"attacked", "agreed", "struck", "shelled"} & {claim.kind for claim in reading(text, kit).claims}


def test_a_weapon_is_no_town(kit: Kit) -> None:
    claims = reading("The soldiers attacked the town with Uragans this afternoon.", kit).claims
    assert not [claim for claim in claims if claim.place is not None]


def test_the_town_of_a_headline_is_shelled_and_does_not_shell(kit: Kit) -> None:
    text = "Northern forces shelled Stepanakert, killing one civilian, and shells fell on Stepanakert again."
    claims = read(page(text, title="Stepanakert shelled"), kit).claims
    assert "Stepanakert" not in {claim.doer for claim in claims}


def test_raids_that_are_launched_are_told_once(kit: Kit) -> None:
    kinds = [claim.kind for claim in reading("The coalition launched 12 air raids on Homs.", kit).claims]
    assert kinds == ["struck"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels abducted 55 people during raids on two villages in Obo.", "attacked"),
        ("Warplanes were seen. The raids on two villages in Idlib killed nine people.", "struck"),
    ],
)
def test_raids_are_from_the_air_only_where_something_flies(text: str, kind: str, kit: Kit) -> None:
    assert {claim.kind for claim in reading(text, kit).claims} & {"attacked", "struck"} == {kind}
