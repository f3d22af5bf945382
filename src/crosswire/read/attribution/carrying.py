"""Sentences without a cue that go on with a speaker: in the first person, where quotation marks are lost."""

from collections.abc import Mapping, Sequence

from crosswire.read.attribution.quotes import touching
from crosswire.read.clues import Saying, Sentence

_OWN = frozenset({"i", "we", "my", "our", "me", "us", "ours", "myself", "ourselves"})
_FAR = 3  # sentences that one speaker may go on for
_TAGS = frozenset({"PRP", "PRP$"})


def carried_on(
    found: Sequence[Saying], sentences: Sequence[Sentence], quotes: Sequence[tuple[int, int]]
) -> list[Saying]:
    """What speakers go on to say in sentences without a cue of their own.

    Nobody but a speaker says `we`: behind his cue, or before it as in `We counted 17 bodies. They were shot, | said
    Adamu`. A sentence that merely follows, or says `reportedly`, is the outlet's: half of those have another source.
    """
    spoken = _speakers(found, sentences)
    carried: list[Saying] = []
    for sentence in sentences:
        if not sentence.parsed or sentence.index in spoken or touching(quotes, sentence.start, sentence.end):
            continue
        if not _first_person(sentence) or any(
            first <= sentence.start < last for saying in found for first, last in saying.content
        ):
            continue
        said = _going_on(sentence, spoken)
        if said is not None:
            piece = (sentence.start, sentence.end)
            saying = Saying(said=said.said, cue=said.cue, content=(piece,), carried=True)
            spoken = {**spoken, sentence.index: saying}
            carried.append(saying)
    return carried


def _speakers(found: Sequence[Saying], sentences: Sequence[Sentence]) -> Mapping[int, Saying]:
    """The last saying whose cue stands in each sentence."""
    last: dict[int, Saying] = {}
    at = 0
    for saying in sorted(found, key=lambda saying: saying.cue):
        while at + 1 < len(sentences) and sentences[at + 1].start <= saying.cue[0]:
            at += 1
        if saying.said.name:
            last[sentences[at].index] = saying
    return last


def _going_on(sentence: Sentence, spoken: Mapping[int, Saying]) -> Saying | None:
    """The saying that this sentence goes on with, or leads up to."""
    if sentence.index - 1 in spoken:
        return spoken[sentence.index - 1]
    ahead = (spoken[i] for i in range(sentence.index + 1, sentence.index + 1 + _FAR) if i in spoken)
    leading = next(ahead, None)
    return leading if leading is not None and _closes(leading) else None


def _first_person(sentence: Sentence) -> bool:
    return any(token.lower_ in _OWN and token.tag_ in _TAGS and token.text != "US" for token in sentence.tokens)


def _closes(saying: Saying) -> bool:
    """Whether the words stand before their cue: `They were shot, | said Adamu`."""
    return any(first < saying.cue[0] for first, _ in saying.content)
