"""The plain ledger: readable, complete, and the same whatever the ids."""

from pathlib import Path

import msgspec
import pytest

from crosswire.formats import FORMATS, plain
from crosswire.records import Ledger


@pytest.fixture(scope="module")
def lines(hand_made: Ledger) -> list[str]:
    return plain.render(hand_made).splitlines()


def test_plain_is_a_registered_format(hand_made: Ledger, tmp_path: Path) -> None:
    (path,) = FORMATS["plain"](hand_made, tmp_path / "new")
    assert path.read_text(encoding="utf-8") == plain.render(hand_made)


def test_a_claim_is_one_line_under_its_quote(lines: list[str]) -> None:
    at = lines.index('  "The army command said dozens of soldiers were killed in مرّة."')
    assert lines[at + 1] == (
        '    - killed government soldiers | "dozens" (vague) | incident | at Marra [Upper Vale, XW; settlement] '
        "written “مرّة” | no day | army command asserts | rule hand.killed"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ledger of 4 documents, policy ucdp",
        "  cut consent: Accept cookies?",
        '  Plains Review | 2024-03-09 (published "2024-03-09") | en',
        '  toll killed people by policy ucdp: lowest "More than 412", best "More than 412"',
        '    supersedes earlier killed "over 300" (more_than)',
        '    part of wire killed "more than 412" (more_than)',
        "denial: Did the army leave Dolna?",
        '  contested by alert(1) withdrew "The army denied that it had left …"',
        "broken.html | clean | The file is empty; nothing was read from it.",
    ],
)
def test_each_kind_of_record_has_its_line(lines: list[str], line: str) -> None:
    assert line in lines


def test_every_claim_is_there_once(lines: list[str], hand_made: Ledger) -> None:
    assert sum(line.startswith("    - ") for line in lines) == len(hand_made.claims)


def test_a_number_without_a_quote_is_called_that(hand_made: Ledger) -> None:
    incident = next(incident for incident in hand_made.incidents if incident.kind == "episode")
    invented = msgspec.structs.replace(incident.tolls[0], best=999)
    changed = msgspec.structs.replace(incident, tolls=(invented,))
    assert "best 999 (in no quote)" in plain.render(msgspec.structs.replace(hand_made, incidents=(changed,)))


def test_order_of_records_does_not_matter(hand_made: Ledger) -> None:
    turned = {
        name: tuple(reversed(getattr(hand_made, name)))
        for name in ("documents", "claims", "copies", "origins", "incidents", "controls", "disputes", "issues")
    }
    assert plain.render(msgspec.structs.replace(hand_made, **turned)) == plain.render(hand_made)


def test_a_changed_rule_changes_one_line(hand_made: Ledger) -> None:
    first = msgspec.structs.replace(hand_made.claims[0], rule="another rule")
    changed = msgspec.structs.replace(hand_made, claims=(first, *hand_made.claims[1:]))
    before, after = plain.render(hand_made).splitlines(), plain.render(changed).splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_pages_of_the_same_name_are_told_apart(hand_made: Ledger) -> None:
    documents = tuple(msgspec.structs.replace(document, url="same.txt") for document in hand_made.documents)
    text = plain.render(msgspec.structs.replace(hand_made, documents=documents))
    assert all(f"same.txt ({document.id})" in text for document in documents)


def test_an_empty_ledger_is_a_text_too(hand_made: Ledger) -> None:
    assert "Claims\n======\n(none)\n" in plain.render(Ledger(run=hand_made.run))
