"""Words of war that tell of no act, of another place than they name, or of one act only once."""

import pytest
from reader import reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers were denied their basic honour of a burial in Homs.", "denied"),
        ("The wounded were denied treatment at the hospital.", "denied"),
        ("The army denied them entry to Homs.", "denied"),
        ("Fighting terrorism in Homs will not end the threat, the minister said.", "clashed"),
        ("Two fleeing suspects sought refuge in a police building in Homs.", "displaced"),
    ],
)
def test_no_act_is_told(text: str, kind: str, kit: Kit) -> None:
    assert kind not in {claim.kind for claim in reading(text, kit).claims}


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("The army denied that it had left Homs.", "denied", {"Homs"}),
        ("The report was denied by the army on Monday.", "denied", {None}),
        ("Rebels attacked an army post in Barangay Lumbo, Marbel, Iloilo on Monday.", "attacked", {"Barangay Lumbo"}),
        ("Air strikes hit Saraqib, Idlib province, overnight.", "struck", {"Saraqib"}),
        ("Near the borders with Sudan and Chad, the convoy was attacked by rebels.", "attacked", set()),
        ("Rebels attacked Beni, Goma and Bukavu on Monday.", "attacked", {"Beni", "Goma", "Bukavu"}),
    ],
)
def test_an_act_is_where_it_is_told_to_be(text: str, kind: str, places: set[str | None], kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.kind == kind]
    assert {claim.place and claim.place.text for claim in claims} == places
