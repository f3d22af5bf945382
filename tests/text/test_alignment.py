from crosswire.text.alignment import Line, align, align_moulds, align_words, prepare, supported
from crosswire.text.likeness import profile
from crosswire.text.runs import Lexicon

STORY = (
    "A mortar shell struck the bakery of Tel Sarim at dawn.",
    "Four bakers and a driver died in the blast, the town council said.",
    "Families left for the hills with what they could carry.",
)
RETOLD = (
    "Carrying what they could, families left for the hills.",
    "The price of bread had doubled since the spring.",
    "The bakery of Tel Sarim was struck by a mortar shell at dawn.",
    "The town council said four bakers and a driver died in the blast.",
)


def lines(texts: tuple[str, ...], lexicon: Lexicon) -> list[Line]:
    return [prepare(profile(text), lexicon.numbers(text)) for text in texts]


def test_reordered_sentences_find_one_another() -> None:
    lexicon = Lexicon()
    found = align(lines(STORY, lexicon), lines(RETOLD, lexicon), 0.3)
    assert [(match.left, match.right) for match in found] == [(0, 2), (1, 3), (2, 0)]


def test_no_sentence_is_used_twice() -> None:
    lexicon = Lexicon()
    found = align(lines((STORY[0], STORY[0]), lexicon), lines((STORY[0],), lexicon), 0.3)
    assert [(match.left, match.right) for match in found] == [(0, 0)]


def test_nothing_matches_nothing() -> None:
    assert align([], lines(STORY, Lexicon()), 0.3) == []


def test_a_weak_match_needs_a_strong_neighbour() -> None:
    lexicon = Lexicon()
    found = align(lines(STORY, lexicon), lines(RETOLD, lexicon), 0.3)
    best = max(match.likeness for match in found)
    kept = supported(found, best)
    assert {(match.left, match.right) for match in kept} == {(0, 2), (1, 3)}


def test_inflections_are_one_word() -> None:
    lexicon = Lexicon()
    assert lexicon.numbers("reinforcements") == lexicon.numbers("reinforcing")
    assert lexicon.numbers("Syria’s airstrikes") == lexicon.numbers("Syria airstrike")
    assert lexicon.numbers("2011") != lexicon.numbers("2012")


def test_a_merged_sentence_is_found_in_the_longer_one() -> None:
    lexicon = Lexicon()
    merged = f"{STORY[1][:-1]}, and {STORY[2].lower()[:-1]}, while the price of bread doubled and schools stayed shut."
    assert align(lines((STORY[2],), lexicon), lines((merged,), lexicon), 0.4)


def test_words_kept_in_order_are_matched_where_many_were_replaced() -> None:
    lines = [[1, 2, 3, 4, 5, 6, 7, 8], [11, 12, 13, 14, 15, 16, 17, 18]]
    reworded = [[11, 0, 13, 0, 15, 0, 17, 0], [1, 0, 3, 0, 5, 0, 7, 0]]
    assert [(one.left, one.right, one.likeness) for one in align_words(lines, reworded, 0.4)] == [
        (0, 1, 0.5),
        (1, 0, 0.5),
    ]
    assert align_words(lines, [[8, 7, 6, 5, 4, 3, 2, 1]], 0.4) == []


def test_words_kept_at_their_places_are_matched_and_words_in_other_places_are_not() -> None:
    lines = [list(range(1, 13)), list(range(21, 33))]
    replaced = [[21, 0, 23, 0, 0, 26, 0, 28, 0, 0, 31, 0], [1, 0, 0, 4, 0, 6, 0, 0, 9, 0, 11, 12]]
    assert [(one.left, one.right) for one in align_moulds(lines, replaced, 4.0)] == [(0, 1), (1, 0)]
    assert align_moulds(lines, [[12, 3, 9, 1, 7, 4]], 4.0) == []
