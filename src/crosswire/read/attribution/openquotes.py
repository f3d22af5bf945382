"""Quotations without a cue of their own, which somebody just before goes on with."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from crosswire.read.attribution.cue import FINITE
from crosswire.read.attribution.voices import Page
from crosswire.read.attribution.wording import known
from crosswire.read.clues import Saying, Sentence

_DIRECT_WORDS = 4  # a shorter quotation that is no whole sentence is a quoted term, not quoted speech


def open_quotations(
    sentences: Sequence[Sentence], quotes: Sequence[tuple[int, int]], found: Sequence[Saying], page: Page
) -> list[Saying]:
    """Quotations of whole sentences without a cue of their own: they go on with the speaker just before.

    Where nobody has just spoken, whom the sentence before is about speaks: `Karim Dabbagh, 43, lost a son. | “…”`.
    """
    carried: list[Saying] = []
    pieces = sorted(piece for saying in found for piece in saying.content)
    ends = list(accumulate((last for _, last in pieces), max))
    spoken = sorted(found, key=_cue)
    for start, end in quotes:
        told = bisect_right(pieces, start, key=_first)
        at = bisect_right(sentences, start, key=_begin) - 1
        if (told and ends[told - 1] >= end) or at < 0 or start - sentences[at].start > 1:
            continue
        said = _whose(sentences, at, _last_before(spoken, start), page) if _speech(sentences, at, end) else None
        if said is not None:
            carried.append(replace(said, content=((start, end),), direct=True, carried=True, source=None))
    return carried


def _whose(sentences: Sequence[Sentence], at: int, last: Saying | None, page: Page) -> Saying | None:
    """The saying that a quotation from sentence `at` goes on with, or that of the person of whom the last one tells."""
    before = sentences[at - 1] if at and sentences[at - 1].paragraph == sentences[at].paragraph else None
    if before is not None and (last is None or last.cue[0] < before.start) and (who := _about(before, page)):
        said = known(who, "person", at, page).said
        return Saying(said=said, cue=(before.start, before.end), content=())
    if last is None or last.cue[0] < sentences[max(0, at - 1)].start:
        return None
    return replace(last, said=replace(last.said, stance="asserts"))


def _about(sentence: Sentence, page: Page) -> str | None:
    """The person whom the sentence is about; no place."""
    who = page.subjects.get(sentence.index)
    return who if who and not page.is_place(who) else None


def _speech(sentences: Sequence[Sentence], at: int, end: int) -> bool:
    """Whether a quotation from sentence `at` to `end` is speech, no quoted term: by its length, or a whole sentence."""
    own = [sentence for sentence in sentences[at : at + _DIRECT_WORDS] if sentence.start < end]
    whole = sentences[at].end - end <= 1 and any(token.tag_ in FINITE for token in sentences[at].tokens)
    return whole or sum(len(sentence.tokens.text.split()) for sentence in own) >= _DIRECT_WORDS


def _last_before(spoken: Sequence[Saying], start: int) -> Saying | None:
    """The saying with the last cue before `start`, of sayings in order of their cues."""
    before = bisect_left(spoken, (start, 0), key=_cue)
    return spoken[bisect_left(spoken, spoken[before - 1].cue, key=_cue)] if before else None


def _cue(saying: Saying) -> tuple[int, int]:
    return saying.cue


def _first(piece: tuple[int, int]) -> int:
    return piece[0]


def _begin(sentence: Sentence) -> int:
    return sentence.start
