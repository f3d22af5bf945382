"""Fights without a place of their own: who fights is told with the act, and where is asked of the page."""

import pytest
from reader import reading

from crosswire.kit import Kit


def _fights(text: str, kit: Kit) -> list[tuple[str, str | None, str | None]]:
    claims = [claim for claim in reading(text, kit).claims if claim.kind in {"clashed", "attacked"}]
    return [(claim.kind, claim.actor, claim.place.text if claim.place else None) for claim in claims]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In Bamako soldiers were on the streets. Rebels clashed with the army.", [("clashed", "rebels", None)]),
        (
            "In Tesk there have been fierce battles between the Karan Front and gangs.",
            [("clashed", "Karan Front and gangs", "Tesk")],
        ),
        ("Insurgents attacked border guards on Monday.", [("attacked", "insurgents", None)]),
        ("Gunmen ambushed an army convoy on Monday.", [("attacked", "gunmen", None)]),
    ],
)
def test_a_fight_is_told_with_who_fights(text: str, found: list[tuple[str, str, str | None]], kit: Kit) -> None:
    told = _fights(text, kit)
    assert [(kind, actor) for kind, actor, _ in told] == [(kind, actor) for kind, actor, _ in found]
    assert all(place is None or place == where for (_, _, where), (_, _, place) in zip(told, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The rebels keep fighting.",
        "The group pledged to keep fighting government forces.",
        "Closures followed the bus ambush.",
        "President Karim Nadder clashed with Senator Danil Orr over tax.",
        "Many months into the fighting, prices rose.",
    ],
)
def test_what_tells_no_fight_is_none(text: str, kit: Kit) -> None:
    assert _fights(text, kit) == []
