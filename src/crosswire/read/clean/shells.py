"""Pages that are no article: error pages, robot checks, login walls, paywalls with a teaser before them, link farms."""

import re
from collections.abc import Iterable
from functools import lru_cache

from crosswire.codebook.furniture import Fitting, Furniture, fits
from crosswire.read.clean.dirt import Line, dirt

_SHELL_WORDS = 150  # what says more is an article, whatever else stands on the page
_STUB_WORDS = 50  # words before a wall that was cut away; a teaser with more tells as much as a short report
_ENDS = 3  # lines at each end of the text that may tell what a page is
_FEW_WORDS = 25  # with fewer a page has hardly an article: all of it may tell what it is


def shell(text: str, words: float, beside: Iterable[str], furniture: Iterable[Furniture], *, walled: bool) -> str:
    """What a page is that is no article, as "a paywall"; empty if it may be one.

    `words` is the length of `text`; `beside` are the lines that were cut away. `walled` says that the page's own data
    call it not free to read.
    """
    if words > _SHELL_WORDS:
        return ""
    rules = tuple(rule for book in furniture for rule in book.fitting if rule.where == "page")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = _named(rules, [*lines[:_ENDS], *lines[-_ENDS:]])
    if not said and words <= _STUB_WORDS:
        asked = rules if words < _FEW_WORDS else tuple(rule for rule in rules if rule.name.endswith("wall"))
        said = _named(asked, beside)  # menus of articles name errors, hardly ever walls
    return said or ("a paywall" if walled and words <= _STUB_WORDS else "")


def is_farm(words: float, lines: Iterable[Line], furniture: Iterable[Furniture]) -> bool:
    """Whether a page with so many words of text, and these lines in all, is a link farm."""
    if words >= _FEW_WORDS:
        return False
    every = list(lines)
    spam = sum(span.end - span.start for span in dirt(every, furniture) if span.kind == "spam")
    return 2 * spam > sum(line.end - line.start for line in every)


def _named(rules: tuple[Fitting, ...], lines: Iterable[str]) -> str:
    """The name of the first rule that a line fits."""
    each = _patterns(tuple(rule.pattern for rule in rules))
    return next(
        (
            rule.name
            for line in lines
            if line
            for rule, pattern in zip(rules, each, strict=True)
            if fits(rule, pattern, line)
        ),
        "",
    )


@lru_cache(maxsize=8)
def _patterns(written: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in written)
