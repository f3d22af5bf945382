"""`crosswire odd`: who acts or speaks in the ledger and looks as if he did not."""

import json
from pathlib import Path

import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.codebook import load_codebook
from crosswire.desk.cli import call
from crosswire.desk.odd import odd_rows
from crosswire.records import Attribution, Claim, Ledger

_BOOK = load_codebook()


def _claim(number: int, actor: str | None, speaker: str | None = None) -> Claim:
    said = Attribution(speaker=speaker)
    return msgspec.structs.replace(LEDGER.claims[0], id=f"o-{number}", actor=actor, said=said)


def _with(*pairs: tuple[str | None, str | None]) -> Ledger:
    claims = tuple(_claim(number, *pair) for number, pair in enumerate(pairs))
    return msgspec.structs.replace(LEDGER, claims=(*LEDGER.claims, *claims))


@pytest.mark.parametrize(
    ("actor", "why"),
    [
        ("United Nations", "of a kind that does not fight"),
        ("Syrian Observatory for Human Rights", "of a kind that does not fight"),
        ("Russian forces and Red Cross", "of a kind that does not fight"),
        ("Vladimir Putin", "a person, not a body"),
        ("Elsewhere", "no list knows the name"),
    ],
)
def test_who_does_not_fight_is_shown_as_an_odd_actor(actor: str, why: str) -> None:
    (row,) = [row for row in odd_rows(_with((actor, None)), _BOOK) if row.stands_as == "actor"]
    assert (row.name, row.why, row.claims, row.claim) == (actor, why, 1, "o-0")


@pytest.mark.parametrize(
    "actor",
    ["Russian forces", "rebels", "regime and Russian forces", "armed men", "those called “terrorists”", "Boko Haram"],
)
def test_who_fights_is_not_odd(actor: str) -> None:
    assert not [row for row in odd_rows(_with((actor, None)), _BOOK) if row.stands_as == "actor"]


def test_a_speaker_is_odd_where_no_list_and_no_noun_tells_who_it_is() -> None:
    told = _with((None, "Idlib Ahrar"), (None, "Idlib Ahrar"), (None, "Altan Observatory"), (None, "residents"))
    rows = [row for row in odd_rows(told, _BOOK) if row.stands_as == "speaker"]
    assert [(row.name, row.claims) for row in rows] == [("Idlib Ahrar", 2)]


def test_the_command_shows_them_in_words_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(keep(tmp_path / "l.sqlite", _with(("United Nations", None), ("Elsewhere", "Idlib Ahrar"))))
    assert call(["odd", "--ledger", path, "--limit", "1"]) == 0
    told = capsys.readouterr()
    assert "Elsewhere" in told.out
    assert "2 more names" in told.err
    assert call(["odd", "--ledger", path, "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == [
        "Elsewhere",
        "United Nations",
        "Idlib Ahrar",
    ]


def test_a_ledger_without_odd_names_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(keep(tmp_path / "l.sqlite", Ledger(run=LEDGER.run)))
    assert call(["odd", "--ledger", path]) == 0
    assert "Nobody looks odd." in capsys.readouterr().out
