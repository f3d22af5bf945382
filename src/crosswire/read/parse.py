"""Tokens, tags and dependencies of a page's sentences."""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Sentence
from crosswire.read.tokens import tokens
from crosswire.records import Passage

_BATCH = 64


def parse(passages: Sequence[tuple[int, Passage]], kit: Kit) -> tuple[Sentence, ...]:
    """One `Sentence` for each passage. Equal sentences are parsed once."""
    distinct = list(dict.fromkeys(passage.text for _, passage in passages))
    docs = kit.model.pipe(distinct, batch_size=_BATCH)
    parsed = {text: tokens(doc) for text, doc in zip(distinct, docs, strict=True)}
    return tuple(
        Sentence(index=index, paragraph=paragraph, start=passage.start, end=passage.end, tokens=parsed[passage.text])
        for index, (paragraph, passage) in enumerate(passages)
    )
