"""What people decided is shown beside what the machine had, in the brief, the plain ledger and the tables."""

import csv
import datetime as dt
import re
from pathlib import Path

import msgspec
import pytest

from crosswire.formats import brief, export, plain
from crosswire.records import Anchor, Claim, Decision, DecisionOp, DecisionState, Effect, Ledger

_ANA, _BO = "Ana محمد", "Bo"


def _effect(number: int, claim: Claim, told: tuple[DecisionOp, str, str], state: DecisionState = "applied") -> Effect:
    op, before, after = told
    field = {"field": "rating", "value": "mostly-false"} if "rated" in after else {}
    decision = Decision(
        seq=number,
        at=dt.datetime(2031, 5, 3 + number, 9, tzinfo=dt.UTC),
        by=_ANA if number == 1 else _BO,
        op=op,
        args=field,
        anchors=(Anchor(exact=claim.quote.text, document=claim.quote.document, url="https://a.example/then"),),
        reason=f"Seen on list {number}7.",
    )
    return Effect(
        id=f"e-{number}", decision=decision, state=state, about=(claim.id,), read=(claim,), before=before, after=after
    )


@pytest.fixture(scope="module")
def claim(hand_made: Ledger) -> Claim:
    return next(one for one in hand_made.claims if one.figure and one.figure.text == "nine" and one.said.speaker)


@pytest.fixture(scope="module")
def decided(hand_made: Ledger, claim: Claim) -> Ledger:
    """The hand-made ledger with a change, a rating, a conflict and a claim that was taken out."""
    gone = msgspec.structs.replace(claim, id="c-gone")
    return msgspec.structs.replace(
        hand_made,
        decisions=(
            _effect(1, claim, ("set", "counted: soldiers", "counted: civilians")),
            _effect(2, claim, ("set", "not rated", "rated mostly-false, “Counts a week”")),
            _effect(3, claim, ("set", "", ""), "conflict"),
            _effect(4, gone, ("reject", "read as a claim", "taken out")),
        ),
    )


def test_plain_tells_it_under_the_claim_and_in_a_part_of_its_own(decided: Ledger) -> None:
    text = plain.render(decided)
    line = "      decided counted: civilians (machine: soldiers) | by Ana محمد, 2031-05-04 | Seen on list 17."
    assert line in text.splitlines()
    assert text.count("rated mostly-false, “Counts a week” (machine: not rated) | by Bo, 2031-05-05") == 2
    part = text.partition("\nDecisions\n")[2].partition("\nIssues\n")[0]
    assert "3 set conflict: set | by Bo, 2031-05-06" in part
    assert "4 reject applied: taken out (machine: read as a claim) | by Bo, 2031-05-07" in part


def test_tables_hold_it_in_columns_that_are_declared_as_derived(decided: Ledger, claim: Claim, tmp_path: Path) -> None:
    export("csv", decided, tmp_path)
    rows = {row["claim"]: row for row in _rows(tmp_path / "claims.csv")}
    row = rows[claim.id]
    assert row["decided"] == "counted: civilians; rated mostly-false, “Counts a week”"
    assert row["machine_had"] == "counted: soldiers; not rated"
    assert (row["decided_by"], row["decided_on"]) == (f"{_ANA}; {_BO}", "2031-05-04; 2031-05-05")
    assert row["rating"] == "mostly-false"
    assert {one["rating"] for key, one in rows.items() if key != claim.id} == {""}
    told = _rows(tmp_path / "decisions.csv")
    assert [(one["op"], one["state"], one["quotes"]) for one in told] == [
        ("set", "applied", claim.quote.text),
        ("set", "applied", claim.quote.text),
        ("set", "conflict", claim.quote.text),
        ("reject", "applied", claim.quote.text),
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_brief_tells_it_in_the_line_and_in_a_section(decided: Ledger, hand_made: Ledger) -> None:
    page = brief.render(decided)
    line = f"Decided by <bdi>{_ANA}</bdi>, 4 May 2031:</b> <bdi>counted: civilians (machine: soldiers)</bdi>"
    assert page.count(line) == 2  # in the report, and in the ledger of quotes
    section = page.partition('<h2 id="decided">')[2].partition("</section>")[0]
    assert f"<b><bdi>{_ANA}</bdi></b>" in section
    assert '<span class="pill">conflict</span>' in section
    assert "taken out (machine: read as a claim)" in section
    assert 'id="decided"' not in brief.render(hand_made)


def test_markdown_tells_it_too(decided: Ledger) -> None:
    text = brief.render_markdown(decided)
    assert f"decided by {_ANA}, 4 May 2031: counted: civilians (machine: soldiers)" in text
    assert "## What people decided" in text


def test_names_in_another_script_keep_their_own_direction(hand_made: Ledger) -> None:
    name = "خوفد القديمة"
    there = msgspec.structs.replace(
        hand_made,
        claims=tuple(
            msgspec.structs.replace(one, place=one.place and msgspec.structs.replace(one.place, name=name, text=name))
            for one in hand_made.claims
        ),
    )
    page = brief.render(there).partition("<script")[0].partition("<body>")[2]
    before = [page[max(0, found.start() - 80) : found.start()] for found in re.finditer(name, page)]
    assert len(before) > 5
    assert [text for text in before if not re.search(r"<(bdi|text|tspan|title)\b[^>]*>[^<]*$", text)] == []
