"""What `crosswire why` takes a question for, and what it sums up before the reasons."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.desk.cli import call
from crosswire.records import Attribution, Figure, Ledger, Origin

Ask = Callable[..., tuple[int, str, str]]

_FIGURE = Figure(value=40, bound="exact", low=40, high=40, text="Forty")
_DENIED = Figure(value=40, bound="exact", low=40, high=40, text="40")


def _with_rivals() -> Ledger:
    """The ledger made by hand, in which a clinic tells of forty dead and the army denies 40."""
    other = msgspec.structs.replace(
        LEDGER.claims[2], id="c-6", figure=_FIGURE, said=Attribution(speaker="the clinic"), kind="killed"
    )
    denied = msgspec.structs.replace(
        LEDGER.claims[2], id="c-7", figure=_DENIED, said=Attribution(speaker="army", stance="denies")
    )
    incident = msgspec.structs.replace(LEDGER.incidents[0], claims=("c-1", "c-2", "c-3", "c-6", "c-7"))
    origins = (
        LEDGER.origins[0],
        msgspec.structs.replace(LEDGER.origins[1], claims=("c-5", "c-7")),
        Origin(id="o-3", name="the clinic", claims=("c-6",), documents=("d-later",)),
    )
    return msgspec.structs.replace(
        LEDGER, claims=(*LEDGER.claims, other, denied), incidents=(incident,), origins=origins
    )


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """(exit code, stdout, stderr) of `crosswire why WORDS`."""
    monkeypatch.setenv("COLUMNS", "160")
    path = str(keep(tmp_path / "l.sqlite", _with_rivals()))

    def run(*words: str) -> tuple[int, str, str]:
        code = call(["why", *words, "--ledger", path])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def _flat(shown: str) -> str:
    return " ".join(shown.split())


@pytest.mark.parametrize("asked", ["40", "forty"])
def test_a_bare_number_means_it_in_all_words_and_is_summed_up(ask: Ask, asked: str) -> None:
    code, shown, told = ask(asked)
    assert (code, told) == (0, "")
    assert (
        "BEHIND IT independent origins; whoever repeats one counts once "
        "More than 40 / Over 40 / Forty / 40 killed · Sarqa · 2 May 2031 "
        "2 independent origins · 3 documents · 2 texts · 2 speakers: Hill Monitor; the clinic "
        "denied by army"
    ) in _flat(shown)
    assert [shown.count(key) for key in ("c-1\n", "c-2\n", "c-6\n", "c-7\n")] == [1, 1, 1, 1]


@pytest.mark.parametrize("asked", ["40 dead", "forty dead", "40 people were killed?"])
def test_words_that_no_page_has_are_answered_by_their_number_and_that_is_said(ask: Ask, asked: str) -> None:
    code, shown, told = ask(asked)
    assert code == 0
    assert f"holds “{asked}” in these words. These are the figures of that number." in _flat(told)
    assert "2 independent origins" in shown


@pytest.mark.parametrize("asked", ["41", "400", "4", "4,040 dead", "Sarqa fell"])
def test_no_other_number_is_taken_for_it(ask: Ask, asked: str) -> None:
    code, shown, told = ask(asked)
    assert (code, shown) == (1, "")
    assert "no figure, no quote and no id" in _flat(told)


def test_a_bound_is_part_of_the_question(ask: Ask) -> None:
    """Who asks for "over 40" does not ask for forty."""
    code, shown, _ = ask("over 40")
    assert code == 0
    assert "Forty" not in shown


def test_one_claim_is_not_summed_up(ask: Ask) -> None:
    assert "BEHIND IT" not in ask("c-1")[1]


def test_an_incident_is_summed_up_figure_by_figure(ask: Ask) -> None:
    shown = _flat(ask("i-1")[1])
    assert "At least 52 killed · Sarqa · 2 May 2031 1 independent origin · 1 document · 1 text · 1 speaker" in shown
