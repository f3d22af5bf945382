"""Tokens, tags and dependencies for the sentences that can matter; the others stay bare tokens."""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Sentence
from crosswire.records import Passage

_BATCH = 64


def parse(passages: Sequence[tuple[int, Passage]], kit: Kit) -> tuple[Sentence, ...]:
    """One `Sentence` for each passage. Equal sentences are parsed once."""
    distinct = list(dict.fromkeys(passage.text for _, passage in passages))
    parsed = dict(zip(distinct, kit.model.pipe(distinct, batch_size=_BATCH), strict=True))
    return tuple(
        Sentence(index=index, paragraph=paragraph, start=passage.start, end=passage.end, tokens=parsed[passage.text])
        for index, (paragraph, passage) in enumerate(passages)
    )
