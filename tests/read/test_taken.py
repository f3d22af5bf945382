"""Those told of by what was done to them: "the two arrested men"; not those whom worse befell, nor those set free."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two arrested men were trying to flee Tesk.", [("detained", "two", "men")]),
        ("Three kidnapped engineers were shown in a video.", [("abducted", "Three", "engineers")]),
        ("Two captured soldiers were shown on television.", [("captured", "Two", "soldiers")]),
        ("The families of 12 detained pupils met the mayor.", [("detained", "12", "pupils")]),
        ("The gang killed three captured soldiers.", [("killed", "three", "soldiers")]),
        ("Four abducted nurses were found dead.", [("killed", "Four", "nurses")]),
        ("Guards have arrested and charged 12 men in Tesk.", [("detained", "12", "men")]),
        ("Eight girls between 12 and 15 were bundled into a van in Tesk.", [("abducted", "Eight", "girls")]),
        ("Raiders kidnapped and robbed two traders near Tesk.", [("abducted", "two", "traders")]),
        ("Bandits seized the mayor and robbed two traders near Tesk.", []),
        ("Forty people were taken away by soldiers in Tesk.", [("detained", "Forty", "people")]),
        ("Forty people were taken away by bandits in Tesk.", [("abducted", "Forty", "people")]),
        ("The army freed 12 kidnapped pupils.", []),
        ("The gang freed two captured guards and killed three.", [("killed", "three", "people")]),
        ("The 12 captured rifles were shown.", []),
        ("Twelve captured villages were shelled.", []),
    ],
)
def test_those_taken_are_counted_by_what_befell_them(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert [row for row in counts(text, kit) if row[0] != "seized"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A plane carrying 75 people crashed near Tesk, killing all aboard.", [("killed", "75", "people")]),
        (
            "A helicopter with nine people on board was shot down, killing everyone on board.",
            [("killed", "nine", "people")],
        ),
        ("A bus carrying 12 pupils fell into a gorge and all aboard were killed.", [("killed", "12", "pupils")]),
        (
            "A plane carrying 75 people, including 62 guards, crashed in fog, killing all aboard.",
            [("killed", "62", "guards"), ("killed", "75", "people")],
        ),
        ("A plane carrying 75 people crashed, killing all nine crew.", [("killed", "nine", "crew")]),
        ("A plane carrying 75 people landed after a raid killed two guards.", [("killed", "two", "guards")]),
        ("A plane carrying 75 people landed and all aboard were safe.", []),
    ],
)
def test_all_aboard_are_those_who_travelled(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert [row for row in counts(text, kit) if row[0] == "killed"] == expected
