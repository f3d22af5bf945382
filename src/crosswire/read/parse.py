"""Tokens, tags and dependencies of a page's sentences.

The model learnt from prose in mixed case and takes every word in capitals for a name. A sentence in capitals is
therefore shown to it in small letters, peoples and large places aside; the words stay as they are written. On the
annotated articles put into capitals this brings the speakers from .80 right to .86, and the figures to where they are
in mixed case.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from crosswire.kit import Kit
from crosswire.read.clues import Sentence
from crosswire.read.tokens import Tokens, tokens
from crosswire.records import Passage
from crosswire.text.casing import casing

_BATCH = 256
_WORD = re.compile(r"[^\W\d_]{4,}")
_LARGE = 50_000  # inhabitants of a place whose name is hardly ever another word
_SHOUTED = 0.9  # share of a sentence's letters that are capitals
_FEW = 12  # letters; shorter ones may be names


def parse(passages: Sequence[tuple[int, Passage]], kit: Kit) -> tuple[Sentence, ...]:
    """One `Sentence` for each passage. Equal sentences are parsed once."""
    calm = {text: _calm(text, kit) for text in dict.fromkeys(passage.text for _, passage in passages)}
    docs = kit.model.pipe(calm.values(), batch_size=_BATCH)
    parsed = {text: _as_written(tokens(doc, seen), text) for (text, seen), doc in zip(calm.items(), docs, strict=True)}
    return tuple(
        Sentence(index=index, paragraph=paragraph, start=passage.start, end=passage.end, tokens=parsed[passage.text])
        for index, (paragraph, passage) in enumerate(passages)
    )


def _calm(text: str, kit: Kit) -> str:
    """The sentence as the model is to see it, of the same length: on one line, capitals in small letters."""
    text = text.replace("\n", " ")
    capitals, letters = casing(text)
    shouted = letters >= _FEW and capitals >= _SHOUTED * letters
    small = text.lower()
    if not shouted or len(small) != len(text):
        return text
    small = text[0] + small[1:]
    return _WORD.sub(lambda word: word[0].title() if _is_name(word[0], kit) else word[0], small)


@lru_cache(maxsize=4096)
def _is_name(word: str, kit: Kit) -> bool:
    """Whether the word alone names a people, a country or a large place."""
    if kit.gazetteer.people(word.title()):
        return True
    return any(entry.population >= _LARGE or entry.kind == "country" for entry in kit.gazetteer.lookup(word.title()))


def _as_written(made: Tokens, text: str) -> Tokens:
    """The tokens with the words of `text` in their places."""
    if made.text != text:
        made.text = text
        for token in made:
            token.text = text[token.idx : token.idx + len(token)]
        made.texts = tuple([token.text for token in made])
    for token in made:
        if token.dep_ == "agent" and token.head.tag_ == "VBD" and token.lower_ == "by":
            token.head.tag_ = "VBN"  # "Hama, | recaptured by the army, came under fire": the model takes it for active
    return made
