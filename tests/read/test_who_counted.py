"""Who a number counts where the noun stands elsewhere: in the predicate, before "one of those", behind "among"."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least three of the dead were customs officers.", [("killed", "At least three", "officers")]),
        (
            "Two of the dead and five of the wounded were border guards.",
            [("injured", "five", "guards"), ("killed", "Two", "guards")],
        ),
        ("The rest of the dead in the raids on the port were militia fighters.", [("killed", "The rest", "fighters")]),
        ("The rest of the dead were medics and guards.", [("killed", "The rest", "people")]),
        ("Nine of the dead were buried on Sunday by the guards.", [("killed", "Nine", "people")]),
        ("Two of the dead were from the port.", [("killed", "Two", "people")]),
        ("A porter who was one of those killed had sold bread there.", [("killed", "one", "porters")]),
        ("The teacher was one of those killed.", [("killed", "one", "teachers")]),
        ("Karim Voss was one of those killed.", [("killed", "one", "people")]),
        ("The shells caused numerous deaths among civilians.", [("killed", "numerous", "civilians")]),
        ("The clash left 12 dead among the militants.", [("killed", "12", "militants")]),
        ("The agency told of 40 deaths among the guards and the pilgrims.", [("killed", "40", "people")]),
        ("The jets killed 8 IS group militants near the dam.", [("killed", "8", "militants")]),
        ("The guards killed 10 IS members in the past day.", [("killed", "10", "members")]),
    ],
)
def test_the_noun_that_names_them(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The slide led to the death of four porters while 22 people including six nurses had sustained injuries.",
            [("injured", "22", "people"), ("injured", "six", "nurses"), ("killed", "four", "porters")],
        ),
        (
            "The raid killed four porters while 22 people had suffered burns.",
            [("injured", "22", "people"), ("killed", "four", "porters")],
        ),
        ("Four bodies with gunshot wounds have been found in the ravine.", [("killed", "Four", "people")]),
        ("Divers found three bullet-riddled bodies in the canal.", [("killed", "three", "people")]),
        ("Nine men with stab wounds were brought to the ward.", [("injured", "Nine", "men")]),
        ("2 killed others injured in shelling of the port.", [("killed", "2", "people")]),
        ("2 dead others hurt in shelling of the port.", [("killed", "2", "people")]),
        (
            "Death Toll from Raids on the Port Rises to 14 51 Injured.",
            [("injured", "51", "people"), ("killed", "14", "people")],
        ),
        (
            "Ten people were killed, including a former judge.",
            [("killed", "Ten", "people"), ("killed", "a", "judges")],
        ),
        (
            "The dead included a deputy governor and three clerks.",
            [("killed", "a", "governors"), ("killed", "three", "clerks")],
        ),
        (
            "The camp is home to up to half a million displaced people.",
            [("displaced", "up to half a million", "people")],
        ),
        ("The town is home to 12,000 people.", []),
        ("Men with axes cut up nine villagers.", [("killed", "nine", "villagers")]),
        ("Men with axes cut up nine trees.", []),
        ("The film showed hundreds of conscripts surrendering.", [("captured", "hundreds", "conscripts")]),
        ("The army urged 300 rebels to surrender.", []),
    ],
)
def test_what_befell_how_many(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert sorted(counts(text, kit)) == sorted(expected)
