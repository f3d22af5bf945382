"""Those in somebody's hands, by who holds them and where: soldiers, a hijacked crew, the jailed, those taken along."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Legion of Tesk was holding about 30 soldiers.", [("captured", "about 30", "soldiers")]),
        ("The Legion of Tesk was holding about 30 soldiers in reserve.", []),
        ("The pirates are holding 24 sailors near Tesk.", [("abducted", "24", "sailors")]),
        ("The Guard is holding 500 people in secret detention centres.", [("detained", "500", "people")]),
        ("The Guard says its prison can hold 500 people in Tesk.", []),
        ("Raiders of the Front took eight women with them from Tesk.", [("abducted", "eight", "women")]),
        ("Families who left Tesk took eight children with them.", []),
        ("Pirates hijacked the tanker with 21 crew members on board.", [("abducted", "21", "members")]),
        ("Pirates hijacked the tanker with 21 barrels on board.", []),
        ("Armed groups of the Front seized 24 hostages in Tesk.", [("abducted", "24", "hostages")]),
        ("Rebels set up a roadblock and seized 32 motorists.", [("abducted", "32", "motorists")]),
        ("Soldiers took 79 villagers away for interrogation.", [("detained", "79", "villagers")]),
        ("Hundreds of traders were swept up in the raids in Tesk.", [("detained", "Hundreds", "traders")]),
        ("The police paraded 23 suspects before reporters in Tesk.", [("detained", "23", "suspects")]),
        ("The police paraded 23 rescued victims before reporters.", []),
        ("Some 1,600 people remain on the list of the missing.", [("missing", "Some 1,600", "people")]),
        ("The commission documented 89 cases of enforced disappearance.", [("missing", "89", "people")]),
        ("Nobody knows where the 14 men of Tesk are.", [("missing", "14", "men")]),
        ("Nobody knows where the 14 gunmen of Tesk are.", []),
    ],
)
def test_those_in_the_hands_of_others(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert [row for row in counts(text, kit) if row[0] != "seized"] == expected
