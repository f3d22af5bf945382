"""Sentences without a cue that go on with a speaker: in the first person, or where they part the total he gave."""

from collections.abc import Mapping, Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.parts import parts_whole
from crosswire.read.attribution.quotes import touching
from crosswire.read.clues import Saying, Sentence

_OWN = frozenset({"i", "we", "my", "our", "me", "us", "ours", "myself", "ourselves"})
_ACT = frozenset({"the", "this", "that", "these"})
_STEM = 5  # letters that "clash" and "clashed" share
_FAR = 3  # sentences that one speaker may go on for
_TAGS = frozenset({"PRP", "PRP$"})


def carried_on(
    found: Sequence[Saying], sentences: Sequence[Sentence], quotes: Sequence[tuple[int, int]], words: Reporting
) -> list[Saying]:
    """What speakers go on to say in sentences without a cue of their own.

    Nobody but a speaker says `we`: behind his cue, or before it as in `We counted 17 bodies. They were shot, | said
    Adamu`. Who gave a total tells its parts: `The dead included 12 children.`, `Three died later.` Who told of an act
    tells what came of it. A sentence that merely follows, or says `reportedly`, is the outlet's: half of those have
    another source.
    """
    spoken = _speakers(found, sentences)
    carried: list[Saying] = []
    for sentence in sentences:
        if not sentence.parsed or sentence.index in spoken or touching(quotes, sentence.start, sentence.end):
            continue
        parted = parts_whole(sentence, words)
        outcome = _outcome(sentence, spoken, sentences[sentence.index - 1], words) if sentence.index else None
        if not (parted or outcome or _first_person(sentence)) or any(
            first <= sentence.start < last for saying in found for first, last in saying.content
        ):
            continue
        said = outcome or (
            _total(sentence, spoken, sentences, words) if parted else _going_on(sentence, spoken, sentences)
        )
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


def _by_phrase(saying: Saying, sentence: Sentence) -> bool:
    """Whether a phrase gives what is said to its speaker, `according to medics`: then "we" is another."""
    return sentence.tokens.text[saying.cue[0] - sentence.start :].lower().startswith(("according", "as per", "per "))


def _going_on(sentence: Sentence, spoken: Mapping[int, Saying], sentences: Sequence[Sentence]) -> Saying | None:
    """The saying that this sentence goes on with, or leads up to."""
    if sentence.index - 1 in spoken:
        before = spoken[sentence.index - 1]
        return None if _by_phrase(before, sentences[sentence.index - 1]) else before
    ahead = (spoken[i] for i in range(sentence.index + 1, sentence.index + 1 + _FAR) if i in spoken)
    leading = next(ahead, None)
    return leading if leading is not None and _closes(leading) else None


def _outcome(sentence: Sentence, spoken: Mapping[int, Saying], before: Sentence, words: Reporting) -> Saying | None:
    """The saying of the sentence before, where this one tells no more than what came of the act told there.

    Handles `The army said that rebels clashed with guards. | The clash left six dead`, not `The clash came after …`.
    """
    saying, led = spoken.get(sentence.index - 1), sentence.tokens[:3]
    noun = next((token for token in led if words.is_noun(token.lower_, "mute") and token.dep_ == "nsubj"), None)
    if saying is None or saying.direct or noun is None or led[0].lower_ not in _ACT:
        return None
    if noun.head.head is not noun.head or not words.is_noun(noun.head.lower_, "outcome"):
        return None
    stems = (before.span(t.i, t.i + 1) for t in before.tokens if t.lower_[:_STEM] == noun.lower_[:_STEM])
    told = any(first <= start < last for start, _ in stems for first, last in saying.content)
    return saying if told else None


def _total(
    sentence: Sentence, spoken: Mapping[int, Saying], sentences: Sequence[Sentence], words: Reporting
) -> Saying | None:
    """The saying of the sentence before, where it gives a number, or tells of most or of the dead."""
    saying = spoken.get(sentence.index - 1)
    before = sentences[sentence.index - 1] if sentence.index else sentence
    wholes = (t.i for t in before.tokens if t.tag_ == "CD" or words.is_noun(t.lower_, "share", "counted"))
    spans = (before.span(at, at + 1) for at in wholes) if saying else ()
    told = (first <= start < last for start, _ in spans for first, last in saying.content) if saying else ()
    return saying if any(told) else None


def _first_person(sentence: Sentence) -> bool:
    own = [token for token in sentence.tokens if token.lower_ in _OWN]
    return any(token.tag_ in _TAGS and token.text != "US" for token in own)


def _closes(saying: Saying) -> bool:
    """Whether the words stand before their cue: `They were shot, | said Adamu`."""
    return any(first < saying.cue[0] for first, _ in saying.content)
