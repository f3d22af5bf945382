"""How armies and doctors tell of losses, and whose the dead are."""

import pytest
from reader import counts

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Its medics treated 94 people at the scene, five of them in serious condition.",
            [("injured", "94", "people"), ("injured", "five", "people")],
        ),
        (
            "Health workers in Tesk have treated 46 people for gunshot and blast injuries.",
            [("injured", "46", "people")],
        ),
        ("The clinic treated 200 patients for malaria, and the raid closed it.", []),
        ("Two girls hit by pellets in the eyes were shifted to the Harun hospital.", [("injured", "Two", "girls")]),
        ("Four had bullet wounds and were referred to the town, a nurse said.", [("injured", "Four", "people")]),
        ("Six others are in the Harun Hospital with gunshots, a nurse said.", [("injured", "Six", "people")]),
    ],
)
def test_whom_doctors_treat_after_fire(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our units put 40 rebels out of action at the bridge in the night.", [("casualties", "40", "rebels")]),
        (
            "They “put out of action” close to 200 soldiers at the bridge in Arna.",
            [("casualties", "close to 200", "soldiers")],
        ),
        ("Nine of our comrades fell in the battle for the bridge at Arna.", [("killed", "Nine", "comrades")]),
        ("Nine soldiers fell ill at the front, and two comrades fell into a ditch.", []),
        ("The ambush cost the army 11 men, an officer at the bridge said.", [("killed", "11", "men")]),
        ("The scandal cost 11 soldiers their jobs, an officer at the bridge said.", []),
        ("The enemy lost up to 300 men killed and wounded in the fighting.", [("casualties", "up to 300", "men")]),
        (
            "The column has lost perhaps 300 killed and forty vehicles outside Arna.",
            [("killed", "perhaps 300", "people")],
        ),
        ("In Tesk, (9) soldiers were killed, one vehicle was burned.", [("killed", "9", "soldiers")]),
    ],
)
def test_the_words_of_armies(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There were 90 casualties in May, 30 of them fatal.",
            [("casualties", "90", "people"), ("killed", "30", "people")],
        ),
        ("Child casualties amounted to 2,130 in the year, the panel said.", [("casualties", "2,130", "children")]),
    ],
)
def test_casualties_that_were_fatal(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mission counted at least 284 civilian deaths and 363 injuries.",
            [("injured", "363", "civilians"), ("killed", "at least 284", "civilians")],
        ),
        ("The army put the Iranian death toll since Monday at over 28,000.", [("killed", "over 28,000", "Iranians")]),
        ("Two suicide bombers in a water tanker were blown up by a missile.", [("killed", "Two", "bombers")]),
        ("Nine ‘hardcore’ militants were killed at a checkpost.", [("killed", "Nine", "militants")]),
        (
            "Two girls were killed and another was wounded by a mine.",
            [("injured", "another", "girls"), ("killed", "Two", "girls")],
        ),
        (
            "Two girls were killed and another one was seriously wounded by a mine.",
            [("injured", "another one", "girls"), ("killed", "Two", "girls")],
        ),
        ("Nine (9) soldiers were killed at the bridge in Tesk on Monday.", [("killed", "Nine", "soldiers")]),
        ("Half of those hurt were children, a nurse in Tesk said.", [("injured", "Half", "children")]),
        (
            "One guard killed, 12 passers-by hurt, five of them schoolgirls.",
            [("injured", "12", "passers-by"), ("injured", "five", "schoolgirls"), ("killed", "One", "guards")],
        ),
        (
            "Gunmen led away her two brothers-in-law and killed a sister-in-law.",
            [("abducted", "two", "brothers-in-law"), ("killed", "a", "sisters-in-law")],
        ),
        (
            "Several hundred unaccompanied minors are on the move, a nurse said.",
            [("displaced", "Several hundred", "minors")],
        ),
        (
            "Eight soldiers had been killed on the slopes of Three Pimples and 31 were injured.",
            [("injured", "31", "soldiers"), ("killed", "Eight", "soldiers")],
        ),
        (
            "Some 22,000 refugees have crossed into the valley, and clinics have taken in 240 wounded.",
            [("displaced", "Some 22,000", "refugees"), ("injured", "240", "people")],
        ),
    ],
)
def test_whose_the_dead_are(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected
