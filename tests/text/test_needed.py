import re

import pytest

from crosswire.codebook import load_codebook
from crosswire.codebook.calendar import patterns
from crosswire.text.needed import Sought, any_of, holds, met, needed, seen, unbroken

BOOK = load_codebook()
RULES = [(rule.pattern, text) for rule in BOOK.languages["en"].furniture.fitting for text in rule.yes]
DATES = [(form.pattern, text) for rule, form in patterns(BOOK.languages["en"].calendar) for text in rule.yes]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("overnight", [{"overnight"}]),
        ("(?i)[Ss]ources?: ?x", [{"source"}, {":"}]),
        (r"reporting by \w+", [{"reporting by "}]),
        (r"\d+ (?:days?|weeks?) ago", [{" ago"}, {"day", "week"}]),
        ("(?:early )?(?P<when>last|next) week", [{" week"}, {"last", "next"}]),
        ("a|overnight", []),
        (r"ab(?=cd)ef", [{"ab"}, {"ef"}]),
        (r"colou{0,1}r", [{"colo"}]),
        (r"ha{2}t", [{"ha"}]),
        (r"(?:ab)+|cd", [{"ab", "cd"}]),
        (r"(?:ab)*cd?", []),
        (r"(?:late|early) \d days|(?:mid|end) \d weeks", [{" days", " weeks"}, {"late", "early", "mid", "end"}]),
        (r"in the \d+ raids", [{" raids"}, {"in the "}]),
        (r"[abc]\w[^\]]x\.y\x27", [{"x.y"}]),
        ("dec|december|dece", [{"dec"}]),
        (r"[(/\[]\w+(?:\)|©)", [{"(", "/", "["}, {")", "©"}]),
        (r"[!-/]\w[\[-\]]\w[^(]\w[(1]\w[.,]\w,", []),
    ],
)
def test_what_every_match_holds(pattern: str, words: list[set[str]]) -> None:
    assert sorted(map(sorted, needed(pattern))) == sorted(map(sorted, words))


@pytest.mark.parametrize(("pattern", "text"), RULES + DATES)
def test_a_text_that_an_expression_fits_holds_what_it_needs(pattern: str, text: str) -> None:
    found = re.search(pattern, text.replace("|", ""), re.IGNORECASE)
    assert found is None or holds(seen(found[0]), needed(pattern))


@pytest.mark.parametrize(("pattern", "text"), [("idlib", "İDLİB"), ("straße", "STRASSE"), ("kilis", "K\u0131l\u0131s")])
def test_case_is_left_aside_as_expressions_do(pattern: str, text: str) -> None:
    assert holds(seen(text), needed(pattern))


def test_a_text_without_a_needed_word_holds_no_match() -> None:
    assert not holds(seen("Two days later"), needed(r"\d+ (?:days?|weeks?) ago"))


@pytest.mark.parametrize(
    ("pattern", "text", "told"),
    [
        ("in the [a-z]+ raids", "Nine fell in the morning's raids.", True),
        ("in the [a-z]+ raids", "Nine fell in the morning.", False),
        ("(?:week|month)-long siege", "a month-long siege", True),
        ("(?:week|month)-long siege", "a year-long siege", False),
    ],
)
def test_what_many_expressions_need_is_looked_for_at_once(pattern: str, text: str, *, told: bool) -> None:
    needs = unbroken(needed(pattern))
    found = Sought([needs, unbroken(needed("overnight"))]).within(text.split())
    assert met(needs, found) == told
    assert "overnight" not in found


@pytest.mark.parametrize(
    ("patterns", "words"),
    [(["raids? on", "last week"], {"raid", "last week"}), (["raids? on", "[a-z]+"], None), ([], set())],
)
def test_what_one_of_several_expressions_needs(patterns: list[str], words: set[str] | None) -> None:
    assert any_of(map(needed, patterns)) == words
