"""Which ground an act of control is about: named before, in a list, without a name, or left open."""

import pytest
from reader import only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Shells fell on Palmyra on Monday. The rebels entered the town on Tuesday.", "entered", "Palmyra"),
        ("Clashes shook the village of Rabsa, north of Hama. The army took control of the village.", "seized", "Rabsa"),
        (
            "Shells hit Palmyra. The army beat off an attack on the outskirts of Hama and has control of the city.",
            "controls",
            "Hama",
        ),
        ("Clashes shook the village of Rabsa. The seizure of Rabsa was brief.", "seized", "Rabsa"),
        ("The army lost Palmyra after the rebels seized it.", "seized", "Palmyra"),
        (
            "Aleppo burned and Aleppo fled. Jets hit Idlib. The country's second city of Aleppo was seized.",
            "seized",
            "Aleppo",
        ),
        ("Aleppo burned. Jets hit Aleppo and Idlib. Rebels seized the second-largest city.", "seized", "Aleppo"),
    ],
)
def test_a_place_named_before_is_meant(text: str, kind: str, place: str, kit: Kit) -> None:
    claim = only(f"{text} Nothing else is known from Syria.", kit, kind)
    assert claim.place is not None
    assert claim.place.text == place


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Palmyra and Homs on Monday. The rebels entered the town on Tuesday.",
        "Shells fell on Homs. The army seized the northern region.",
        "The rebels shelled a base in Homs, capturing it.",
    ],
)
def test_a_place_that_cannot_be_told_is_left_open(text: str, kit: Kit) -> None:
    places = [claim.place for claim in reading(text, kit).claims if claim.kind in {"entered", "seized"}]
    assert [place.text for place in places if place is not None] == []


def test_listed_places_share_the_extent(kit: Kit) -> None:
    claims = reading("The rebels hold parts of Idlib and Hama in Syria.", kit).claims
    found = {claim.place.text: claim.extent for claim in claims if claim.kind == "controls" and claim.place}
    assert found == {"Idlib": "part", "Hama": "part"}


@pytest.mark.parametrize(
    ("text", "kind", "place", "precision"),
    [
        ("The villages taken by the rebels lie in ruins.", "seized", "villages", "unnamed"),
        ("The army seized the military airport.", "seized", "military airport", "unnamed"),
        ("The rebels have taken Orvanka, its mayor said.", "seized", "Orvanka", "unknown"),
        ("Rebels captured a village near Hama.", "seized", "village near Hama", "unnamed"),
        ("Missiles flew into rebel-held territory.", "controls", "territory", "unnamed"),
        ("Soldiers seized a ridge above the river.", "seized", "ridge above the river", "unnamed"),
        ("Rebels hold two villages they have surrounded.", "besieged", "two villages", "unnamed"),
    ],
)
def test_ground_without_a_known_name_is_kept_as_written(
    text: str, kind: str, place: str, precision: str, kit: Kit
) -> None:
    claim = only(text, kit, kind)
    assert claim.place is not None
    assert (claim.place.text, claim.place.precision, claim.place.id) == (place, precision, None)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("A rebel-held town was hit. Nine died in the town of Moussoro.", "controls", "Moussoro"),
        ("The city of Goma burned. Shells hit the rebel-held districts on Monday.", "controls", "Goma"),
        ("Goma burned again. Jets hit the citys rebel-held areas.", "controls", "Goma"),
        ("Daquq is a rebel-held town in Iraq.", "controls", "Daquq"),
        ("Drones hit Zalingei - a rebel stronghold - on Tuesday.", "controls", "Zalingei"),
        ("Goma is a stronghold of the rebels.", "controls", "Goma"),
        ("The militia holds most of Mali. About 40% of the country is under its control.", "controls", "Mali"),
    ],
)
def test_ground_without_a_name_is_what_its_page_tells(text: str, kind: str, place: str, kit: Kit) -> None:
    found = [c.place for c in reading(text, kit).claims if c.kind == kind and c.place]
    assert place in {found[-1].text, found[-1].name}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rebels seized Nyala, Zalingei and Kutum.", {"Nyala", "Zalingei", "Kutum"}),
        ("The rebels have taken Nyala, Zalingei and Kutum.", {"Nyala", "Zalingei", "Kutum"}),
        ("Nyala and Zalingei have been under rebel siege since May.", {"Nyala", "Zalingei"}),
        ("The land that the rebels hold in Nyala and Zalingei was hit.", {"Nyala", "Zalingei"}),
        ("The rebels seized parts of Mali as well as of neighbouring Niger.", {"Mali", "Niger"}),
        ("The rebels took Sake, 20 km from Goma.", {"Sake"}),
        ("The army captured the Jobar quarter of Damascus.", {"Jobar quarter"}),
        ("Shells hit Nyala and Zalingei, which are surrounded by rebels.", {"Nyala", "Zalingei"}),
        ("Rebel-held Douma and regime-held Daraa were hit.", {"Douma", "Daraa"}),
        ("Goma is run by M23 but Congolese troops hold the airport.", {"Goma", "airport"}),
        ("The army holds a fifth of Ukraine, including Crimea.", {"Ukraine", "Crimea"}),
    ],
)
def test_all_places_of_a_list_are_told(text: str, found: set[str], kit: Kit) -> None:
    claims = reading(text, kit).claims
    assert {c.place.text for c in claims if kit.codebook.kinds.kind[c.kind].family == "control" and c.place} == found
