from crosswire.text.alignment import Line, align, prepare, supported
from crosswire.text.candidates import candidates
from crosswire.text.likeness import profile
from crosswire.text.runs import Lexicon, Periods, Repeats, runs

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


def test_runs_overlap() -> None:
    assert len(runs((1, 2, 3, 4), 3)) == 2
    assert runs((1, 2), 3) == []


def test_periods_count_once_however_many_copies() -> None:
    periods = Periods[str]()
    for _ in range(100):
        periods.meet(1, ["run"])
    periods.meet(2, ["run"])
    assert periods.met == {"run": 2}


def test_repeats_forget_what_is_met_once() -> None:
    repeats = Repeats(2)
    repeats.mark([1, 2])
    repeats.mark([2, 3])
    assert repeats.among([1, 2, 3]) == [2]


def test_a_run_remembers_its_latest_holders_only() -> None:
    texts = [(name, [1, 2]) for name in "abcd"]
    found = candidates(texts, holders=2, least=2, most=9)
    assert [(one.earlier, one.later) for one in found] == [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("c", "d")]


def test_a_text_is_paired_with_those_that_share_most() -> None:
    found = candidates([("a", [1]), ("b", [1, 2]), ("c", [1, 2])], holders=9, least=1, most=1)
    assert [(one.earlier, one.later, one.shared) for one in found] == [("a", "b", 1), ("b", "c", 2)]
