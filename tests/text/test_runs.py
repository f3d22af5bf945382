import numpy as np

from crosswire.text.candidates import candidates
from crosswire.text.runs import Periods, runs, shares, survey_runs


def test_runs_overlap() -> None:
    assert len(runs((1, 2, 3, 4), 3)) == 2
    assert runs((1, 2), 3) == []


def test_periods_count_once_however_many_copies() -> None:
    periods = Periods[str]()
    for _ in range(100):
        periods.meet(1, ["run"])
    periods.meet(2, ["run"])
    assert periods.met == {"run": 2}


def test_a_run_is_met_in_weeks_and_not_across_sentences() -> None:
    row, lines = np.array([1, 2, 3, 1, 2, 3, 2, 3], np.int32), np.array([0, 0, 0, 1, 1, 1, 2, 2])
    found = survey_runs(row, lines, np.array([7, 7, 8]), 2)
    assert sorted(zip(found.lines.tolist(), found.periods.tolist(), strict=True)) == [
        (0, 1),
        (0, 2),
        (1, 1),
        (1, 2),
        (2, 2),
    ]
    assert shares(found.periods > 1, found.lines, 4).tolist() == [0.5, 0.5, 1.0, 0.0]


def test_no_words_have_no_runs() -> None:
    nothing = np.zeros(0, np.int64)
    assert len(survey_runs(nothing.astype(np.int32), nothing, nothing, 3).numbers) == 0
    assert candidates(nothing, nothing, first=0, holders=2, least=1, most=1) == []


def test_a_run_remembers_its_latest_holders_only() -> None:
    found = candidates(np.array([1] * 4 + [2] * 4), np.array([0, 1, 2, 3] * 2), first=0, holders=2, least=2, most=9)
    assert [(one.earlier, one.later) for one in found] == [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3)]


def test_a_text_is_paired_with_those_that_share_most() -> None:
    found = candidates(np.array([1, 1, 1, 2, 2]), np.array([0, 1, 2, 1, 2]), first=0, holders=9, least=1, most=1)
    assert [(one.earlier, one.later, one.shared) for one in found] == [(0, 1, 1), (1, 2, 2)]
