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
        ("Terror will only end if we settle the political disputes that feed it, the envoy said.", "denied"),
        ("The council settled old disputes over land in Homs.", "denied"),
        ("There were disputes among the rebels in Homs over money.", "denied"),
        ("Border disputes with Karan led to the war in Homs.", "denied"),
        ("Police foiled four terrorist attacks on Homs, the mayor said.", "repelled"),
        ("Guards thwarted a suicide bombing in Homs on Friday.", "repelled"),
        ("The army foiled a plot to attack Homs.", "repelled"),
        ("The services foiled a bomb attack on the town of Homs.", "repelled"),
        ("He was ready for a heavy sentencing demand, his lawyer said in Homs.", "called_for"),
        ("A wage demand was heard in Homs.", "called_for"),
        ("The envoy spoke of a ransom demand in Homs.", "called_for"),
        ("Rebels in Homs made a ransom demand.", "called_for"),
        ("Fighting terrorism in Homs will not end the threat, the minister said.", "clashed"),
        ("The 15 armed members of the Karan Front fled to a forest near Homs.", "displaced"),
        ("The camp, captured on Friday by eight policemen and seven guards, was empty.", "captured"),
        ("The army came to detain men after several dozen of the protesters blocked roads near Homs.", "detained"),
        ("Two fleeing suspects sought refuge in a police building in Homs.", "displaced"),
    ],
)
def test_no_act_is_told(text: str, kind: str, kit: Kit) -> None:
    assert kind not in {claim.kind for claim in reading(text, kit).claims}


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("A man claimed the bombing in a post via Twitter.", "bombed", {None}),
        ("The army denied that it had left Homs.", "denied", {"Homs"}),
        ("The report was denied by the army on Monday.", "denied", {None}),
        ("Rebels attacked an army post in Barangay Lumbo, Marbel, Iloilo on Monday.", "attacked", {"Barangay Lumbo"}),
        ("Air strikes hit Saraqib, Idlib province, overnight.", "struck", {"Saraqib"}),
        ("Near the borders with Sudan and Chad, the convoy was attacked by rebels.", "attacked", {None}),
        ("Rebels attacked Beni, Goma and Bukavu on Monday.", "attacked", {"Beni", "Goma", "Bukavu"}),
    ],
)
def test_an_act_is_where_it_is_told_to_be(text: str, kind: str, places: set[str | None], kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.kind == kind]
    assert {claim.place and claim.place.text for claim in claims} == places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fighting has displaced 25, 700 people since late October, a UN body said.", [("displaced", 25700)]),
        ("Some 3, 000 people were displaced.", [("displaced", 3000)]),
        ("On March 25, 700 people fled Homs.", [("displaced", 700)]),
        ("The raid killed 25, 700 people were wounded.", [("injured", 700), ("killed", 25)]),
        ("The fighting killed 900 people, a UN body said.", [("killed", 900)]),
        ("A charred body was found in Homs.", [("killed", 1)]),
        ("He was involved in one of the recent civilian killings in Homs.", []),
        ("Forces fired 365 shells from mortars, artillery and tanks at Homs.", [("shelled", 365)]),
    ],
)
def test_a_number_is_told_whole_and_once(text: str, found: list[tuple[str, int]], kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    assert sorted((claim.kind, claim.figure.value) for claim in claims if claim.figure) == found
