"""Whose ground it is, told by a pronoun, a side, initials or who guards it; and which place a clause is about."""

import pytest
from reader import only, reading

from crosswire.kit import Kit

_BEFORE, _AFTER = "The war in Syria goes on. ", " Nothing else is known of it."


@pytest.mark.parametrize(
    ("text", "kind", "place", "actor"),
    [
        ("Palmyra has been theirs since May.", "controls", "Palmyra", None),
        ("“Palmyra is ours,” the militia said.", "controls", "Palmyra", None),
        ("Palmyra is in federal hands.", "controls", "Palmyra", "federal"),
        ("Thousands fled as RSF storms the town of Palmyra.", "entered", "Palmyra", "Rapid Support Forces"),
        ("TDRA tightens grip on Palmyra.", "controls", "Palmyra", "TDRA"),
        ("Soldiers, in charge of Palmyra since March, denied it.", "controls", "Palmyra", "soldiers"),
        ("The soldiers shattered the line and freed Palmyra.", "regained", "Palmyra", "soldiers"),
        ("The army put the town of Palmyra under its full control.", "seized", "Palmyra", "army"),
        ("The militia nevertheless keeps Palmyra.", "controls", "Palmyra", "militia"),
        ("The rebels' flag went up over Palmyra.", "seized", "Palmyra", "rebels"),
        ("The rebels have the upper hand in Palmyra.", "controls", "Palmyra", "rebels"),
        ("TDRA holds Palmyra.", "controls", "Palmyra", "TDRA"),
        ("Libyan flags went up over Palmyra.", "seized", "Palmyra", "Libyan"),
        ("With the rebel column beaten back at Palmyra, shops opened.", "repelled", "Palmyra", None),
        ("Palmyra and Homs ended up in rebel hands.", "seized", "Palmyra", "rebels"),
        ("Palmyra is guarded by the rebels.", "controls", "Palmyra", "rebels"),
        ("Palmyra declared for the rebels.", "seized", "Palmyra", "rebels"),
        ("In Palmyra, now run by the rebels, shops are open.", "controls", "Palmyra", "rebels"),
    ],
)
def test_whose_ground_it_is(text: str, kind: str, place: str, actor: str | None, kit: Kit) -> None:
    claim = next(one for one in reading(f"{_BEFORE}{text}{_AFTER}", kit).claims if one.kind == kind)
    assert claim.place is not None
    known = {claim.actor, claim.actor_known_as, "rebels" if claim.actor == "Syrian rebels" else None}
    assert (place in f"{claim.place.text}, {claim.place.name}", actor in known) == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        "The army keeps an eye on Palmyra.",
        "The army kept Palmyra under fire.",
        "Firemen brought the blaze in Palmyra under control.",
        "The victory in Palmyra is ours.",
        "Thirteen Iraqis were driven out of Palmyra in buses.",
        "The mayor of Palmyra was driven from his post.",
        "Aid convoys were held up at Palmyra.",
        "The flag was raised at a ceremony in Palmyra.",
    ],
)
def test_whose_ground_it_is_not(text: str, kit: Kit) -> None:
    kinds = {"controls", "seized", "regained", "lost"}
    assert not [claim for claim in reading(f"{_BEFORE}{text}{_AFTER}", kit).claims if claim.kind in kinds]


@pytest.mark.parametrize(
    "text",
    ["Soldiers defending Palmyra beat back a new assault.", "The defenders of Palmyra beat back a new assault."],
)
def test_who_guards_a_place_repels_attacks_on_it(text: str, kit: Kit) -> None:
    claim = only(f"{_BEFORE}{text}{_AFTER}", kit, "repelled")
    assert claim.place is not None
    assert claim.place.text == "Palmyra"


def test_which_stands_for_the_place_beside_it(kit: Kit) -> None:
    text = "Homs, some sixty kilometres off, lies behind Palmyra, which the rebels have occupied since May."
    claim = only(f"{_BEFORE}{text}{_AFTER}", kit, "controls")
    assert claim.place is not None
    assert claim.place.text == "Palmyra"


def test_a_town_called_like_people_is_entered(kit: Kit) -> None:
    text = "Lang Son, which Chinese units entered on Sunday, is in ruins. Lang Son lies in Vietnam."
    claim = only(text, kit, "entered")
    assert claim.place is not None
    assert claim.place.text == "Lang Son"
