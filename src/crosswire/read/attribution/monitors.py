"""Which named monitor a nameless one is: `a monitor`, `a monitoring group`, `NGO` at the end of a headline."""

from bisect import bisect_right

from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.voices import Page
from crosswire.read.clues import Sentence


def monitor_meant(sentence: Sentence, span: Range, top: int, page: Page) -> str | None:
    """The page's monitor that the words `span` with the head `top` mean without its name."""
    if not _nameless(sentence, span, top, page):
        return None
    definite = sentence.tokens[span[0]].lower_ in {"the", "this"}
    after = bisect_right(page.monitors, sentence.index, key=lambda monitor: monitor[0])
    back, ahead = page.monitors[max(0, after - 1) : after], page.monitors[after : after + 1]
    order = [*back, *ahead] if definite else [*ahead, *page.monitors[:1]]
    return order[0][1] if order else None


def _nameless(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    tokens = sentence.tokens
    described = {t.lower_ for t in tokens[span[0] : span[1]]}
    names = (t.lower_ for t in tokens[span[0] : top + 1] if t.tag_ in {"NNP", "NNPS"})
    named = not all(page.words.is_noun(name, "loose") for name in names)
    return not named and (
        page.words.is_noun(tokens[top].lower_, "watching")
        or ("monitoring" in described and page.words.is_noun(tokens[top].lower_, "circle"))
        or described == {"ngo"}
    )
