"""The middle of a unit is that of its land, not of its people."""

import pytest

from crosswire.gazetteer.middle import Spot, middle


@pytest.mark.parametrize(
    ("settlements", "expected"),
    [
        ([(0.0, 0.0), (0.0, 4.0), (4.0, 0.0), (4.0, 4.0)], (2.0, 2.0)),
        ([(0.0, 0.0), (0.0, 4.0), (4.0, 0.0), (4.0, 4.0), *((0.1, n / 10) for n in range(30))], (2.0, 2.0)),
        ([(10.0, 20.0)], (10.0, 20.0)),
        ([(10.0, 20.0), (12.0, 24.0)], (11.0, 22.0)),
        ([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0)], (1.0, 1.0)),
    ],
)
def test_crowds_in_a_corner_do_not_pull_the_middle(settlements: list[Spot], expected: Spot) -> None:
    assert middle(settlements) == pytest.approx(expected)
