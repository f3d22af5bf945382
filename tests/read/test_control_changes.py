"""Ground that is taken, retaken, entered, left or lost, and attacks that fail, in other turns of speech."""

import pytest
from reader import only, reading

from crosswire.kit import Kit

_AFTER = " Nothing else is known of it."


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("The rebels imposed themselves on Palmyra.", "seized", "rebels"),
        ("The rebels prised Palmyra from the army's grip.", "seized", "rebels"),
        ("Palmyra opened its gates to the rebels.", "seized", "rebels"),
        ("Palmyra was taken without a shot.", "seized", None),
        ("The army wrested Palmyra back from the rebels.", "regained", "army"),
        ("The army completed the purge of Palmyra.", "regained", "army"),
        ("The army rid Palmyra of the rebels.", "regained", "army"),
        ("Palmyra is once more in government hands.", "regained", "government"),
        ("Palmyra was entered by the rebels at dawn.", "entered", "rebels"),
        ("The army inched into eastern Palmyra.", "entered", "army"),
        ("Rebels broke in at Palmyra twice.", "entered", "rebels"),
        ("The rebels cleared out of Palmyra.", "withdrew", "rebels"),
        ("Palmyra was given up without a fight.", "withdrew", None),
        ("The army's departure from Palmyra was quick.", "withdrew", "army"),
        ("The army has been deprived of Palmyra.", "lost", "army"),
        ("Palmyra slipped away from the army.", "lost", "army"),
        ("The rebels were shoved out of Palmyra.", "lost", "rebels"),
        ("A rebel assault on Palmyra ended in a rout.", "repelled", None),
        ("Palmyra withstood a third assault.", "repelled", None),
        ("The army stood firm at Palmyra against three attacks.", "repelled", "army"),
        ("The rebel offensive ground to a halt outside Palmyra.", "repelled", None),
        ("The rebels were halted at the gates of Palmyra.", "repelled", None),
    ],
)
def test_ground_changes_hands(text: str, kind: str, actor: str | None, kit: Kit) -> None:
    claim = only(f"The war in Syria goes on. {text}{_AFTER}", kit, kind)
    assert claim.place is not None
    assert ("Palmyra" in f"{claim.place.text}, {claim.place.name}", claim.actor) == (True, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The team won Palmyra over with its play.",
        "The attack on the mayor of Palmyra failed.",
        "The roof of a school in Palmyra collapsed in the assault.",
        "A motion to attack Palmyra failed in the council.",
        "The army stood firm in Palmyra against government demands.",
        "The traffic ground to a halt outside Palmyra.",
        "Talks on Palmyra broke down after an attack.",
        "Palmyra passed to a new owner.",
        "Palmyra was entered by tourists.",
        "Palmyra's residents were deprived of water by the army.",
        "Villagers cleared out of Palmyra.",
        "Aid workers turned up in Palmyra.",
        "Soldiers marched through the streets of Palmyra at a parade.",
        "The army reduced Palmyra to a heap of stones.",
        "The army would have won Palmyra in a week.",
    ],
)
def test_what_changes_no_hands(text: str, kit: Kit) -> None:
    kinds = {"controls", "seized", "regained", "entered", "withdrew", "lost", "repelled"}
    assert not [
        claim for claim in reading(f"The war in Syria goes on. {text}{_AFTER}", kit).claims if claim.kind in kinds
    ]
