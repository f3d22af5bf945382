"""Whole sentences: which figures are tolls, of what kind, of whom; parts and wholes; what is no toll."""

import pytest
from reader import counts, only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets killed at least 12 people in Arvan and nine civilians in Tesk.",
            [("killed", "at least 12", "people"), ("killed", "nine", "civilians")],
        ),
        (
            "The blast killed a father and his three children.",
            [("killed", "a", "fathers"), ("killed", "three", "children")],
        ),
        (
            "Four rebels were killed and seven wounded.",
            [("injured", "seven", "rebels"), ("killed", "Four", "rebels")],
        ),
        ("Shelling killed or wounded 40 people.", [("casualties", "40", "people")]),
        ("The raid caused dozens of casualties.", [("casualties", "dozens", "people")]),
        ("18 Civilians Killed in Barrel Bomb Attack", [("killed", "18", "Civilians".lower())]),
        ("Strike Kills 12, Injures 30 in Tesk", [("injured", "30", "people"), ("killed", "12", "people")]),
        ("The fighting has claimed over 400 lives.", [("killed", "over 400", "people")]),
        ("The death toll rose to 61.", [("killed", "61", "people")]),
        ("The army lost 100 troops in the retreat.", [("killed", "100", "soldiers")]),
        (
            "A strike on the market left nine dead and 20 injured.",
            [("injured", "20", "people"), ("killed", "nine", "people")],
        ),
        ("More than 2,000 people fled their homes.", [("displaced", "More than 2,000", "people")]),
        ("Gunmen abducted six teachers on Monday.", [("abducted", "six", "teachers")]),
        ("The militia captured 14 soldiers.", [("captured", "14", "soldiers")]),
        ("Police arrested several activists on Monday.", [("detained", "several", "activists")]),
        ("Some 4,000 people were evacuated from the enclave.", [("evacuated", "Some 4,000", "people")]),
        ("Twelve children were among the dead.", [("killed", "Twelve", "children")]),
        ("Medics counted 13 civilian deaths.", [("killed", "13", "civilians")]),
        (
            "A woman was killed and 25 others were wounded in Tesk.",
            [("injured", "25", "people"), ("killed", "A", "women")],
        ),
        ("The raid wounded dozens opposition activists said.", [("injured", "dozens", "people")]),
        (
            "As well as those killed at least 160 people were injured in Tesk.",
            [("injured", "at least 160", "people")],
        ),
        (
            "More than 100 people were killed and 500 others have been asked to leave.",
            [("killed", "More than 100", "people")],
        ),
    ],
)
def test_tolls(text: str, expected: list[tuple[str, str, str]], kit: Kit) -> None:
    assert counts(text, kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed her daughter-in-law, who left behind five children.",
        "Nine people survived the crash.",
        "The army captured three villages.",
        "Fighters took 20 hills and a dam.",
        "A 40-year-old woman spoke of the raid that killed nobody she knew.",
        "The home side beat the visitors by 30 points.",
        "Some 197 girls remain captives and nobody knows whether they have died.",
        "Shared 0 214 times since the raid was reported killed at the desk.",
        "The gas killed livestock in a rebel-held town.",
    ],
)
def test_no_tolls(text: str, kit: Kit) -> None:
    assert [count for count in counts(text, kit) if count[0] in {"killed", "injured", "captured"}] == []


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The fighting has killed over 412 people, including at least 61 civilians.", "at least 61", "over 412"),
        ("Eleven civilians - among them four women - died.", "four", "Eleven"),
        ("The raids killed 90 people, 61 of them civilians.", "61", "90"),
        ("The strikes killed seven people, mostly women, one of them a nurse.", "one", "seven"),
    ],
)
def test_part_points_to_whole(text: str, part: str, whole: str, kit: Kit) -> None:
    claims = {claim.id: claim for claim in reading(text, kit).claims if claim.figure}
    (found,) = [claim for claim in claims.values() if claim.figure and claim.figure.text == part]
    assert found.part_of is not None
    figure = claims[found.part_of].figure
    assert figure is not None
    assert figure.text == whole


@pytest.mark.parametrize(
    "text",
    [
        "Eleven soldiers, including an army captain, and a civilian were killed in Tesk.",
        "Twelve civilians, including four women, and three soldiers were killed in Tesk.",
    ],
)
def test_a_comma_parts_those_who_cannot_be_among_the_whole(text: str, kit: Kit) -> None:
    claims = [claim for claim in reading(text, kit).claims if claim.figure]
    assert sum(claim.figure.value or 0 for claim in claims if claim.figure and claim.part_of is None) in {12, 15}


def test_the_last_of_some_days_counts_nobody(kit: Kit) -> None:
    text = "The army said it had killed 28 militants in operations between April 25 and 30, near Tesk."
    assert [count[1] for count in counts(text, kit)] == ["28"]


def test_whom_somebody_met_before_nothing_befell(kit: Kit) -> None:
    text = "They met an unknown number of militants, after an hour of gunfire, three soldiers were killed in Tesk."
    assert [count[1] for count in counts(text, kit) if count[0] == "killed"] == ["three"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A raid on Monday killed 12 people.", "incident"),
        ("More than 400 people have been killed since Sunday.", "cumulative"),
        ("The latest fighting has killed 400 people.", "cumulative"),
        ("In the past three days 27 civilians have been killed.", "cumulative"),
        ("In 2016 a raid on the same market killed 12 people.", "history"),
        ("The war has killed more than 90,000 people.", "history"),
        ("Two years ago a gas attack killed 80 people.", "history"),
        ("The death toll of the strike rose to 61.", "incident"),
    ],
)
def test_scope(text: str, scope: str, kit: Kit) -> None:
    assert only(text, kit, "killed").scope == scope


def test_quote_is_verbatim_and_holds_the_figure(kit: Kit) -> None:
    found = reading("Nothing moved. At least 61 civilians died, the Arvan Monitor said.", kit)
    assert found.document is not None
    (claim,) = [claim for claim in found.claims if claim.kind == "killed"]
    assert found.document.text[claim.quote.start : claim.quote.end] == claim.quote.text
    assert claim.figure is not None
    assert claim.figure.text in claim.quote.text


def test_page_without_a_day_leaves_weekdays_open_and_says_so(kit: Kit) -> None:
    found = reading("A raid on Sunday killed 12 people.", kit, published=None)
    (claim,) = [claim for claim in found.claims if claim.kind == "killed"]
    assert claim.when is None
    assert {issue.stage for issue in found.issues} == {"dates"}
    assert any("Sunday" in issue.message for issue in found.issues)
