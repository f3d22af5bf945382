"""Numbers that stand in each other's place."""

import pytest
from copies_by_hand import BOOK, document

from crosswire.collate.lineage.quantities import replaced
from crosswire.collate.lineage.tongue import tongue


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It counted 29 bodies.", "It counted 75 of the bodies.", ((29, 75),)),
        ("Twenty-nine people died.", "Thirty people died.", ((29, 30),)),
        ("It killed 12 people and wounded 30 people.", "It killed 14 people, wounded 31 people.", ((12, 14), (30, 31))),
        ("Some 1,300 houses burnt.", "Some 1500 houses burnt.", ((1300, 1500),)),
        ("It killed 12 people.", "It wounded 12 people.", ()),
        ("It killed 12 people.", "It burnt 40 houses.", ()),
        ("On 3 May it fell.", "On 5 May it fell.", ()),
        ("It fell in 2011 after all.", "It fell in 2012 after all.", ()),
        ("It came at 16:15 again.", "It came at 17:30 again.", ()),
        ("Nobody came.", "", ()),
    ],
)
def test_a_number_replaced_is_one_that_counts_the_same(
    old: str, new: str, expected: tuple[tuple[int, int], ...]
) -> None:
    assert replaced(old, new, tongue(document("a", old), BOOK)) == expected
