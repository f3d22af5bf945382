"""What an outlet repeats on its pages, whatever they tell, is background of the house: it counts in nothing."""

import datetime as dt

import pytest

from crosswire.collate import collate
from crosswire.decisions.anchors import claim_anchor
from crosswire.decisions.judge import ground, judge
from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Decision, Ledger, Page

_FOOTER = (
    "Hillwire has reported from this war since its first day.\n\n"
    "At least 4,312 people have been killed since the offensive began, Hillwire counts.\n\n"
    "Support our work with a donation today.\n"
)
_HEAD = "Hillwire mourns its 14 readers who were killed in Talvik on 1 May 2031.\n\n"
_MORE = [
    "Smoke hung over the roofs until noon, and the road to the coast stayed closed to all but ambulances.",
    "Engineers came with two cranes from the port, but the river was too high for them to begin before dark.",
    "In the camp by the sea there were blankets for half of them, and tea, and a long line before the only tap.",
    "Fishermen went out again and again in the night with lamps, until the wind made the harbour mouth too rough.",
    "The hospital ran on its own current for three hours, its director told Hillwire, and then on none at all.",
    "Wheat stands high this year between the trenches, and nobody dares to send the machines in to bring it home.",
]
_STORIES = [
    f"{first} {second}"
    for first, second in zip(
        [
            "A shell killed 12 people in the village of Orto, the Hill Monitor said.",
            "Aircraft struck a bridge near Saltmere and 7 people were wounded, the army said.",
            "Rebels left the town of Brenn after a siege of two years, residents said.",
            "The ministry of health said that 31 people were killed when a ferry was shelled.",
            "Two villages lost their power after rockets hit a plant in the north.",
            "The council met in the capital to talk about the harvest and ended without a vote.",
        ],
        _MORE,
        strict=True,
    )
]


def _pages(head: str = "", footer: str = "", stories: list[str] = _STORIES, outlets: int = 1) -> list[Page]:
    return [
        Page(
            url=f"https://hillwire.example/{number}",
            body=f"Published: {number + 2} May 2031\n\n{head}{story}\n\n{footer}".encode(),
            media_type="text/plain",
            outlet=f"Hillwire {number % outlets}",
        )
        for number, story in enumerate(stories)
    ]


def _ledger(pages: list[Page], kit: Kit) -> Ledger:
    return collate([read(page, kit) for page in pages], kit)


def _counted(ledger: Ledger, figure: str) -> list[str]:
    held = {name for incident in ledger.incidents for toll in incident.tolls for name in toll.claims}
    return [claim.id for claim in ledger.claims if claim.figure and figure in claim.figure.text and claim.id in held]


@pytest.mark.parametrize(("head", "footer", "figure"), [("", _FOOTER, "4,312"), (_HEAD, "", "14")])
def test_a_toll_in_a_repeated_block_counts_in_nothing_and_is_told(
    head: str, footer: str, figure: str, kit: Kit
) -> None:
    ledger = _ledger(_pages(head, footer), kit)
    claims = [claim for claim in ledger.claims if claim.figure and figure in claim.figure.text]
    assert len(claims) >= len(_STORIES)
    assert {claim.scope for claim in claims} == {"history"}
    assert _counted(ledger, figure) == []
    told = [issue for issue in ledger.issues if issue.stage == "houses" and figure in issue.message]
    assert {issue.document for issue in told} == {claim.quote.document for claim in claims}
    assert ledger.copies == ()


def test_what_the_pages_tell_besides_still_counts(kit: Kit) -> None:
    ledger = _ledger(_pages("", _FOOTER), kit)
    assert len(_counted(ledger, "31")) == 1
    assert len(_counted(ledger, "7")) == 1


@pytest.mark.parametrize(
    "pages",
    [
        _pages("", _FOOTER, _STORIES[:4]),
        _pages("", _FOOTER, outlets=3),
        _pages(
            "",
            _FOOTER,
            [
                f"{_STORIES[0]} {_STORIES[3]} The {day} day brought rain."
                for day in ("1st", "2nd", "3rd", "4th", "5th", "6th")
            ],
        ),
        [
            *_pages("", _FOOTER, _STORIES[:5]),
            *(
                page
                for page in _pages(
                    "", "", [f"On day {n} the road to the coast was open, Orto's mayor said." for n in range(6, 12)]
                )[:6]
            ),
        ],
    ],
    ids=["few pages", "several outlets", "one story told on", "few of the outlet's pages"],
)
def test_what_is_repeated_for_another_reason_counts(pages: list[Page], kit: Kit) -> None:
    ledger = _ledger(pages, kit)
    assert [issue for issue in ledger.issues if issue.stage == "houses"] == []
    assert _counted(ledger, "4,312")


def test_a_scope_that_a_person_set_outlasts_the_line_of_the_house(kit: Kit) -> None:
    readings = [read(page, kit) for page in _pages(footer=_FOOTER)]
    first, line = next(
        (one.document, claim)
        for one in readings
        for claim in one.claims
        if one.document and claim.figure and claim.figure.value == 4312
    )
    decision = Decision(
        seq=1,
        at=dt.datetime(2031, 5, 9, tzinfo=dt.UTC),
        by="Ana",
        op="set",
        args={"field": "scope", "value": "cumulative"},
        anchors=(claim_anchor(line, first),),
        reason="its own count",
    )
    judged = judge(readings, [decision], ground(kit))
    found = {claim.id: claim.scope for claim in collate(judged.readings, kit, judged.settled).claims}
    assert found[line.id] == "cumulative"
    lines = [claim for one in readings for claim in one.claims if claim.figure and claim.figure.value == 4312]
    assert {found[claim.id] for claim in lines if claim.id != line.id} == {"history"}
