"""Acts of control in other turns of speech, in headlines, and in the words of peoples and garrisons."""

import pytest
from reader import only, reading

from crosswire.kit import Kit

_AFTER = " Nothing else is known of it."


@pytest.mark.parametrize(
    ("text", "kind", "place", "actor"),
    [
        ("The militia has had the run of Palmyra since May.", "controls", "Palmyra", "militia"),
        ("Palmyra has been in the grip of the rebels since May.", "controls", "Palmyra", "rebels"),
        ("Palmyra is the last redoubt of the rebels.", "controls", "Palmyra", "rebels"),
        ("Palmyra is ruled by the rebels.", "controls", "Palmyra", "rebels"),
        ("He went to Palmyra, where the rebels are in charge.", "controls", "Palmyra", "rebels"),
        ("The paratroopers rumbled into Palmyra at dawn.", "entered", "Palmyra", "paratroopers"),
        ("The rebels drove unopposed into Palmyra.", "entered", "Palmyra", "rebels"),
        ("The rebels got as far as the outskirts of Palmyra.", "entered", "Palmyra", "rebels"),
        ("Gunmen were seen on the streets of Palmyra.", "entered", "Palmyra", "gunmen"),
        ("Palmyra went over to the rebels on Monday.", "seized", "Palmyra", "rebels"),
        ("Palmyra fell on Monday to the rebels.", "seized", "Palmyra", "rebels"),
        ("The garrison of Palmyra raised the white flag.", "seized", "Palmyra", None),
        ("The rebels' flag is back over Palmyra.", "regained", "Palmyra", "rebels"),
        ("The army has restored its hold on Palmyra.", "regained", "Palmyra", "army"),
        ("The army ordered its troops to leave Palmyra.", "withdrew", "Palmyra", "army"),
        ("The rebels were booted out of Palmyra.", "lost", "Palmyra", "rebels"),
        ("The rebels have boxed in Palmyra.", "besieged", "Palmyra", "rebels"),
        ("The front line runs through Palmyra.", "contested", "Palmyra", None),
        ("The army smashed a rebel onslaught on Palmyra.", "repelled", "Palmyra", "army"),
    ],
)
def test_other_turns_of_speech(text: str, kind: str, place: str, actor: str | None, kit: Kit) -> None:
    claim = only(f"The war in Syria goes on. {text}{_AFTER}", kit, kind)
    assert claim.place is not None
    assert (place in f"{claim.place.text}, {claim.place.name}", claim.actor) == (True, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have a base in Palmyra.",
        "The rebels have Palmyra surrounded.",
        "The militia has friends in Palmyra.",
        "Fear has the whole of Palmyra in its grip.",
        "Families streamed into Palmyra.",
        "Tourists have the run of the beach in Palmyra.",
        "A new mayor took charge of Palmyra.",
        "The court sits in Palmyra.",
    ],
)
def test_what_holds_no_ground(text: str, kit: Kit) -> None:
    kinds = {"controls", "seized", "regained", "entered"}
    assert not [
        claim for claim in reading(f"The war in Syria goes on. {text}{_AFTER}", kit).claims if claim.kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Palmyra became the first city to fall to the rebels.", "seized"),
        ("The militia left Palmyra, the last city to fall to the rebels.", "seized"),
        ("Palmyra is the second town to surrender.", "seized"),
    ],
)
def test_one_of_several_to_fall(text: str, kind: str, kit: Kit) -> None:
    claim = only(f"The war in Syria goes on. {text}{_AFTER}", kit, kind)
    assert (claim.place and claim.place.text, claim.said.stance) == ("Palmyra", "asserts")


def test_what_may_become_the_first_to_fall_has_not_fallen(kit: Kit) -> None:
    text = f"The war in Syria goes on. Palmyra could become the first city to fall to the rebels.{_AFTER}"
    assert not [
        claim for claim in reading(text, kit).claims if claim.kind == "seized" and claim.said.stance == "asserts"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Palmyra captured, says the army", "seized"),
        ("Palmyra liberated by the army", "regained"),
        ("Palmyra seized after a long fight", "seized"),
    ],
)
def test_a_headline_leaves_out_was(text: str, kind: str, kit: Kit) -> None:
    claim = only(f"{text}\n\nThe war in Syria goes on.{_AFTER}", kit, kind)
    assert claim.place is not None
    assert claim.place.text == "Palmyra"


@pytest.mark.parametrize("text", ["Palmyra captured the prize.", "Syria captured, after a long fight, the prize."])
def test_who_captures_something_is_not_captured(text: str, kit: Kit) -> None:
    assert not [claim for claim in reading(f"{text}{_AFTER}", kit).claims if claim.kind == "seized"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Libyans pulled out of Palmyra.", "withdrew"),
        ("The Iraqis encircled Palmyra.", "besieged"),
        ("Libyans pull out of Palmyra.", "withdrew"),
    ],
)
def test_a_people_stands_for_its_army(text: str, kind: str, kit: Kit) -> None:
    claim = only(f"The war in Syria goes on. {text}{_AFTER}", kit, kind)
    assert claim.place is not None
    assert claim.place.text == "Palmyra"


@pytest.mark.parametrize("text", ["The Libyans fled Palmyra.", "The Iraqis entered Palmyra.", "Libyans left Palmyra."])
def test_a_people_may_only_travel(text: str, kit: Kit) -> None:
    kinds = {"withdrew", "entered"}
    assert not [
        claim for claim in reading(f"The war in Syria goes on. {text}{_AFTER}", kit).claims if claim.kind in kinds
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army drove off gunmen who had tried to seize Palmyra.",
        "The army repelled militants trying to enter Palmyra.",
        "The army repulsed an attack north of Palmyra.",
        "Rebel attempts to advance in the Palmyra area were unsuccessful.",
    ],
)
def test_where_those_who_were_beaten_back_wanted_to_go(text: str, kit: Kit) -> None:
    claim = only(f"The war in Syria goes on. {text}{_AFTER}", kit, "repelled")
    assert claim.place is not None
    assert "Palmyra" in claim.place.text
