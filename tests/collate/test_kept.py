"""Many small results in one book: each is found once, found anew where it no longer holds, forgotten where unasked."""

from crosswire.collate.kept import Kept, sign_of
from crosswire.collate.memo import Memo

_STEP = "numbers"


def _kept(memo: Memo) -> "Kept[tuple[int, ...]]":
    return Kept(memo, _STEP, tuple[int, ...])


def _noted() -> Memo:
    memo = Memo()
    kept = _kept(memo)
    assert kept.of(b"a", lambda: (1,)) == (1,)
    assert kept.of(b"b", lambda: (2,)) == (2,)
    kept.note()
    return memo


def test_what_was_found_is_known_in_the_next_run() -> None:
    again = Memo(_noted().used)
    assert _kept(again).of(b"a", lambda: (9,)) == (1,)
    assert again.made == 0


def test_what_no_longer_holds_is_found_anew() -> None:
    again = Memo(_noted().used)
    kept = _kept(again)
    assert kept.of(b"a", lambda: (9,), lambda found: found != (1,)) == (9,)
    assert kept.of(b"a", lambda: (7,)) == (9,)
    assert again.made == 1


def test_the_others_are_those_under_none_of_the_signs() -> None:
    assert list(_kept(Memo(_noted().used)).others([b"a", b"c"])) == [(2,)]


def test_what_nobody_asks_for_is_forgotten() -> None:
    second = Memo(_noted().used)
    kept = _kept(second)
    kept.of(b"a", lambda: (9,))
    kept.note()
    third = _kept(Memo(second.used))
    assert (third.of(b"a", lambda: (8,)), third.of(b"b", lambda: (8,))) == ((1,), (8,))


def test_a_book_of_another_shape_is_no_book() -> None:
    other: Kept[str] = Kept(Memo(_noted().used), "words", str)
    assert other.of(b"a", lambda: "found") == "found"


def test_a_sign_tells_where_one_part_ends() -> None:
    assert len({sign_of(parts) for parts in ([b"ab", b"c"], [b"a", b"bc"], [b"abc"], [b"c", b"ab"])}) == 4
