"""Lists behind a colon: what stands item by item behind `said the following: …` is the speaker's until it ends."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.read.attribution.cue import FINITE
from crosswire.read.clues import Saying, Sentence
from crosswire.read.tokens import Token

_MARK = re.compile(r"[-–—•*·▪]|\(?[\divx]{1,3}[.)]?|[a-z]\)")
_NOMINAL = "without a verb"


def listed(found: Sequence[Saying], sentences: Sequence[Sentence], spoken: frozenset[int]) -> list[Saying]:
    """`found` with the items of the lists that sayings announce; `spoken` are the sentences with cues of their own.

    Handles items in the announcing sentence (`…: On Tuesday gunmen killed six. On Friday …`) and behind it. All items
    are built as the first is: behind a mark, a number or a preposition, or without a verb. The first that is not ends
    the list, as does one in which somebody speaks.
    """
    starts = [sentence.start for sentence in sentences]
    return [_with_items(saying, sentences, bisect_right(starts, saying.cue[0]) - 1, spoken) for saying in found]


def _with_items(saying: Saying, sentences: Sequence[Sentence], at: int, spoken: frozenset[int]) -> Saying:
    if saying.said.name is None or at < 0 or saying.cue[0] >= sentences[at].end:
        return saying
    tokens = sentences[at].tokens
    cue = saying.cue[0] - sentences[at].start
    colon = next((t.i for t in tokens if t.idx > cue and t.text == ":"), None)
    if colon is None:
        return saying
    items, last = [], at + 1
    shape = _shape(tokens[colon + 1 : len(tokens)])
    if shape is None and colon + 1 >= len(tokens) and last < len(sentences) and last not in spoken:
        shape = _shape(sentences[last].tokens[: len(sentences[last].tokens)])
    while shape is not None and last < len(sentences) and last not in spoken:
        own = sentences[last]
        if not own.parsed or _shape(own.tokens[: len(own.tokens)]) != shape:
            break
        items.append((own.start, own.end))
        last += 1
    return replace(saying, content=(*saying.content, *items)) if items else saying


def _shape(tokens: Sequence[Token]) -> str | None:
    """How an item is built; None where it is built as any sentence is."""
    if len(tokens) < 1:
        return None
    if tokens[0].tag_ in {"IN", "LS"}:
        return tokens[0].lower_ if tokens[0].tag_ == "IN" else "LS"
    if _MARK.fullmatch(tokens[0].text):
        return "LS" if tokens[0].text[0].isalnum() else tokens[0].text
    roots = any(token.tag_ in FINITE and token.dep_ in {"ROOT", "ccomp"} for token in tokens)
    return None if roots else _NOMINAL
