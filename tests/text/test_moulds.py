"""What copies were made from shows where they lie over each other."""

from crosswire.text.moulds import Mould
from crosswire.text.runs import Lexicon

ROOT = "shells that fell on the bus station at dawn set its canteen on fire and burst the main that feeds the valley"
COPIES = (
    "shells bafi fell ko rade bus zuti at lemi set noga canteen puse fire pira burst the kate that lusa the deba",
    "tiku that gofe on the rame station vozu dawn zeti its seko on leba and vuka the main mipo feeds nadu valley",
    "shells lafo fell on pemi bus reti at dawn tuzi its noku on hami and burst liva main that sego the rabu",
    "goke that vemi on the bus lupa zati dawn set rebi canteen kofu fire and nise the zabe that feeds puti valley",
)
OWN = "rescuers on the scene pulled drivers from the canteen of the station where they had met for breakfast at dawn"
LEXICON = Lexicon()
LITTLE = frozenset(number for word in ("on", "the", "at", "its", "and", "that") for number in LEXICON.numbers(word))


def _fit(mould: Mould, text: str) -> float:
    return mould.fit(LEXICON.numbers(text))[0]


def _mould(*texts: str) -> Mould:
    first, *others = (LEXICON.numbers(text) for text in texts)
    mould = Mould(first, LITTLE)
    for other in others:
        mould.lay(other, mould.fit(other)[1])
    return mould


def test_words_at_their_places_tell_of_a_copy_and_the_same_words_elsewhere_do_not() -> None:
    mould = _mould(ROOT)
    assert all(_fit(mould, copy) > 0 for copy in COPIES)
    assert _fit(mould, OWN) < 0
    assert _fit(mould, " ".join(reversed(ROOT.split()))) < 0


def test_a_phrase_that_all_use_is_no_sign_of_a_copy() -> None:
    one = "at least nine of them were killed in the attack on a garage that nobody has claimed so far in any language"
    other = "mothers wept as they heard that their sons were killed in the attack while waiting for bread and paraffin"
    assert _fit(_mould(one), other) < 0


def test_words_put_in_front_move_a_wording_and_hide_nothing() -> None:
    weight, offset = _mould(ROOT).fit(LEXICON.numbers(f"it became known on monday {ROOT}"))
    assert weight > 0
    assert offset == -5


def test_copies_rebuild_the_text_that_none_of_them_has() -> None:
    mould = _mould(*COPIES)
    told = LEXICON.numbers(ROOT)
    agreed = sum(one == other for one, other in zip(mould.words(), told, strict=True))
    assert agreed > max(sum(map(int.__eq__, LEXICON.numbers(copy), told)) for copy in COPIES)


def test_a_copy_fits_the_others_laid_together_better_than_each_of_them() -> None:
    *others, last = COPIES
    assert _fit(_mould(*others), last) > sum(_fit(_mould(other), last) for other in others) / len(others)


def test_what_is_no_word_of_its_own_says_nothing() -> None:
    words = LEXICON.numbers(ROOT)
    silent = [None if at % 2 else word for at, word in enumerate(words)]
    assert Mould(words, LITTLE).fit(silent)[0] < Mould(words, LITTLE).fit(words)[0]
    assert Mould(words, LITTLE).fit([None] * 9)[0] < 0
