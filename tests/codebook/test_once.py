from crosswire.codebook.once import once


def test_a_table_is_made_once_for_each_object_however_equal() -> None:
    made: list[list[int]] = []

    @once
    def table(part: list[int]) -> int:
        made.append(part)
        return sum(part)

    first, twin = [1, 2], [1, 2]
    assert [table(first), table(first), table(twin), table(first)] == [3, 3, 3, 3]
    assert len(made) == 2


def test_old_tables_are_let_go() -> None:
    made: list[list[int]] = []

    @once
    def table(part: list[int]) -> int:
        made.append(part)
        return sum(part)

    first = [0]
    for part in (first, [1], [2], [3], [4], first):
        table(part)
    assert len(made) == 6
