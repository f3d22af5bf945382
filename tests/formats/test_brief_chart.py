"""Figures on the axes of the brief: marks, parts below wholes, totals that were passed."""

import datetime as dt

import msgspec
import pytest

from crosswire.formats import brief
from crosswire.formats.brief.chart import Axis, draw_axes
from crosswire.formats.brief.lines import draw_lines
from crosswire.formats.brief.voices import Voices, load_voices
from crosswire.formats.brief.wording import days, load_kinds
from crosswire.formats.lookup import look_up
from crosswire.records import Attribution, Figure, Incident, Ledger, When


def _axes(ledger: Ledger) -> tuple[Axis, ...]:
    return draw_axes(draw_lines(ledger, look_up(ledger), Voices(load_voices(), {})), load_kinds())


@pytest.mark.parametrize(
    ("figure", "shape"),
    [
        (Figure(value=9, bound="exact", low=9, high=9, text="nine"), "point"),
        (Figure(value=412, bound="more_than", low=413, text="over 412"), "above"),
        (Figure(value=61, bound="at_least", low=61, text="at least 61"), "above"),
        (Figure(value=50, bound="up_to", low=0, high=50, text="up to 50"), "below"),
        (Figure(value=50, bound="less_than", low=0, high=49, text="fewer than 50"), "below"),
        (Figure(value=50, bound="about", low=45, high=55, text="about 50"), "about"),
        (Figure(bound="vague", low=24, high=99, text="dozens"), "box"),
        (Figure(bound="vague", low=200, text="hundreds"), "open box"),
        (Figure(bound="exact", low=10, high=15, text="10-15"), "range"),
    ],
)
def test_each_bound_has_its_own_mark_on_the_axis(hand_made: Ledger, figure: Figure, shape: str) -> None:
    claim = next(claim for claim in hand_made.claims if claim.figure and claim.scope != "history")
    alone = msgspec.structs.replace(claim, figure=figure, part_of=None)
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(alone,))
    ((counter,),) = (axis.counters for axis in _axes(ledger))
    mark = counter.rows[0].mark
    assert mark.shape == shape
    assert 0 <= mark.start <= mark.at <= mark.end <= 100


def test_a_mark_stands_at_the_number_that_was_printed(hand_made: Ledger) -> None:
    rows = [row for axis in _axes(hand_made) for counter in axis.counters for row in counter.rows]
    at = {row.line.figure.text: row.mark.at for row in rows if row.line.figure}
    assert at["more than 412"] / at["over 300"] == pytest.approx(412 / 300)


def test_a_word_does_not_rule_the_axis(hand_made: Ledger) -> None:
    first, second = [claim for claim in hand_made.claims if claim.figure and claim.scope == "incident"][:2]
    vague = msgspec.structs.replace(
        first, kind="killed", figure=Figure(bound="vague", low=200, high=999, text="hundreds")
    )
    exact = msgspec.structs.replace(second, kind="killed", figure=Figure(value=40, bound="exact", low=40, text="40"))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(vague, exact))
    (axis,) = _axes(ledger)
    shapes = {row.line.claim.figure: row.mark for counter in axis.counters for row in counter.rows}
    assert shapes[vague.figure].shape == "open box"
    assert shapes[exact.figure].at > 5


def test_what_is_only_feared_stands_on_no_axis(hand_made: Ledger) -> None:
    claim = next(claim for claim in hand_made.claims if claim.figure and claim.scope == "incident")
    feared = msgspec.structs.replace(claim, said=Attribution(speaker="a scholar", stance="hypothetical"))
    ledger = Ledger(run=hand_made.run, documents=hand_made.documents, claims=(feared,))
    assert _axes(ledger) == ()


def test_parts_follow_their_whole(hand_made: Ledger) -> None:
    first = _axes(hand_made)[0]
    assert [(counter.title, counter.depth) for counter in first.counters] == [
        ("people killed", 0),
        ("civilians killed", 1),
    ]


def _totals(hand_made: Ledger, *figures: Figure) -> Ledger:
    """Running totals of one episode, told on one page."""
    claim = next(claim for claim in hand_made.claims if claim.scope == "cumulative" and claim.part_of is None)
    claims = tuple(msgspec.structs.replace(claim, id=f"c-{n}", figure=figure) for n, figure in enumerate(figures))
    kept = next(incident for incident in hand_made.incidents if incident.kind == "episode")
    keys = tuple(one.id for one in claims)
    values = [figure.value for figure in figures if figure.value]
    toll = msgspec.structs.replace(
        kept.tolls[0], low=min(values), best=max(values), high=max(values), claims=keys, supersedes=()
    )
    first = When(first=dt.date(2024, 3, 4), last=dt.date(2024, 3, 7), text="", basis="none")
    incident: Incident = msgspec.structs.replace(kept, claims=keys, tolls=(toll,), when=first)
    return Ledger(run=hand_made.run, documents=hand_made.documents, claims=claims, incidents=(incident,))


def test_a_lower_bound_is_never_the_highest_and_fades_when_it_is_passed(hand_made: Ledger) -> None:
    over_400 = Figure(value=400, bound="more_than", low=401, text="over 400")
    ledger = _totals(
        hand_made,
        Figure(value=412, bound="more_than", low=413, text="over 412"),
        over_400,
        Figure(value=27, bound="exact", low=27, high=27, text="27"),
    )
    ((counter,),) = (axis.counters for axis in _axes(ledger))
    shown = {row.line.figure.text: (row.roles, row.passed) for row in counter.rows if row.line.figure}
    assert shown == {"over 412": (("best",), False), "27": (("lowest",), False), "over 400": ((), True)}
    assert [row.line.figure for row in counter.rows][-1] == over_400
    assert "passed by a higher figure" in brief.render(ledger)


def test_a_total_shows_its_whole_period(hand_made: Ledger) -> None:
    ledger = _totals(hand_made, Figure(value=412, bound="more_than", low=413, text="over 412"))
    ((counter,),) = (axis.counters for axis in _axes(ledger))
    assert counter.when == "4–9 Mar 2024"
    assert days(counter.rows[0].line.when) == "4–9 Mar 2024"
