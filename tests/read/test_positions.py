"""Ground that is held, entered and defended as reports from the field tell of it, in our own words."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _told(text: str, kit: Kit) -> set[tuple[str, str | None, str]]:
    return {
        (claim.kind, claim.actor, claim.place.text)
        for claim in reading(text, kit).claims
        if kit.codebook.kinds.kind[claim.kind].family == "control" and claim.place
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Government troops have consolidated their positions around Goma.", ("controls", "government troops", "Goma")),
        ("The rebels expanded their positions throughout Kivu.", ("controls", "rebels", "Kivu")),
        ("Shells hit northern Goma, where the rebels are dug in.", ("controls", "rebels", "northern Goma")),
        ("The guerrillas proclaimed Goma a liberated zone.", ("controls", "guerrillas", "Goma")),
        ("The militia keeps Goma under siege.", ("besieged", "militia", "Goma")),
        ("The army maintains the besiegement of Goma.", ("besieged", "army", "Goma")),
        ("The junta has begun to isolate the city of Goma.", ("besieged", "junta", "Goma")),
        ("The Ethiopian invasion of Somalia shocked the region.", ("entered", "Ethiopian", "Somalia")),
        ("Rwanda's invasion of Congo shocked the region.", ("entered", "Rwanda", "Congo")),
        ("Rebels staged incursions into the Rabsa neighborhood of Goma.", ("entered", "rebels", "Rabsa neighborhood")),
        ("Ugandan troops crossed into Congolese territory.", ("entered", "Ugandan troops", "Congolese territory")),
        ("In Goma, soldiers forced guerrillas who roamed the city to flee.", ("repelled", "soldiers", "Goma")),
        ("Clashes shook Goma, where troops put the rebels to flight.", ("repelled", "troops", "Goma")),
        ("Rebels clashed with troops in Goma. The rebels were repelled and fled.", ("repelled", None, "Goma")),
    ],
)
def test_ground_is_held_entered_and_defended(text: str, told: tuple[str, str | None, str], kit: Kit) -> None:
    found = {(kind, actor and actor.lower(), place) for kind, actor, place in _told(text, kit)}
    assert (told[0], told[1] and told[1].lower(), told[2]) in found


@pytest.mark.parametrize(
    "text",
    [
        "Clashes went on in Goma and Bukavu, where the rebels were turned back by soldiers.",
        "Clashes shook the Goma and Bukavu districts, where troops repelled the rebels.",
        "The rebels attacked Goma and Bukavu but were repulsed.",
        "In Goma and Bukavu, the army repelled an attack.",
    ],
)
def test_an_attack_on_several_towns_is_repelled_in_each(text: str, kit: Kit) -> None:
    assert {place for kind, _, place in _told(text, kit) if kind == "repelled"} == {"Goma", "Bukavu"}


def test_the_territory_of_a_country_is_a_part_of_it(kit: Kit) -> None:
    (claim,) = reading("Ugandan troops entered Congolese territory.", kit).claims
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("CD", "district")


@pytest.mark.parametrize(
    "text",
    [
        "In Goma, police forced the residents to flee.",
        "Protesters marched in Goma. They were pushed back.",
        "The army of Mali controls key economic sectors.",
        "The army maintained its defensive positions against rebels on Monday.",
        "There was no invasion of Mali, the army said.",
        "Thousands died in the invasion of Mali.",
        "The government isolated patients in Goma.",
        "The mayor declared Goma a free trade zone.",
        "The militia sold Malian land to farmers.",
    ],
)
def test_no_ground_is_held_entered_or_defended(text: str, kit: Kit) -> None:
    assert _told(text, kit) == set()


def test_land_that_somebody_enters_to_besiege_a_house_is_not_besieged(kit: Kit) -> None:
    told = _told("The troops entered 400 metres into Congolese territory to besiege a house.", kit)
    assert told == {("entered", "troops", "Congolese territory")}
