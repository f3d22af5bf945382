"""Sentences that say whose the words before them are: `Nine died. | This was announced by the governor`."""

from collections.abc import Container, Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nounphrases
from crosswire.read.attribution.cue import BE
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.speakers import name
from crosswire.read.attribution.voices import Page
from crosswire.read.clues import Saying, Sentence
from crosswire.read.tokens import Tokens

_POINTING = frozenset({"this", "that", "the", "these", "those"})
_COMES = frozenset({"come", "comes", "came"})
_OPENING = 3  # words of what the sentence is about at most
_FAR = 10  # words from there to who said it at most
_BACK = 3  # sentences before that may be meant at most


def said_before(
    found: Sequence[Saying], sentences: Sequence[Sentence], page: Page, others: Container[int]
) -> list[Saying]:
    """What the sentences before one like `The figures come from X` tell, as X's words.

    They are those of the same paragraph in which nobody else speaks; where such a sentence opens its own, of the
    paragraph before.
    """
    given: list[Saying] = []
    for at, sentence in enumerate(sentences):
        source = _source(sentence.tokens, page.words) if at and sentence.parsed else None
        voice = source and name(sentence, source, page, ())
        if not voice:
            continue
        pieces = _before(sentences, at, others, found)
        if pieces:
            cue = sentence.span(0, source[0] if source else 1)
            given.append(Saying(said=voice.said, cue=cue, content=tuple(pieces), carried=True))
    return given


def _source(tokens: Tokens, words: Reporting) -> Range | None:
    """The words for who said what stands before: behind `by`, `according to`, or `from` where something comes from."""
    lowers = tokens.lowers
    if lowers[:1] == ("so",) and len(lowers) > 1 and words.verb(lowers[1]) is words.verb("said"):
        return nounphrases.after(tokens, 2, words)
    about = _about(tokens, words)
    verb = next((i for i in range(about, min(about + 2, len(tokens))) if lowers[i] in BE | _COMES | {"has"}), 0)
    if not about or not verb:
        return None
    for at in range(verb + 1, min(verb + _FAR, len(tokens) - 1)):
        told = any(words.verb(word) is not None for word in lowers[verb + 1 : at])
        by = lowers[at] == "by" and told
        source = lowers[at] == "from" and at <= verb + 2 and (lowers[verb] in _COMES or about > 1)
        said = lowers[at : at + 2] == ("according", "to")
        if by or source or said:
            return nounphrases.after(tokens, at + 1 + said, words)
    return None


def _about(tokens: Tokens, words: Reporting) -> int:
    """Where the subject ends that means what was told before: `This | was`, `The official figures | come`; else 0."""
    if tokens.lowers[:1] == () or tokens[0].lower_ not in _POINTING:
        return 0
    noun = 0
    while noun + 1 < len(tokens) and noun < _OPENING and tokens[noun + 1].tag_.startswith(("NN", "JJ")):
        noun += 1
    return noun + 1 if words.is_noun(tokens[noun].lower_, "tidings") else 0


def _before(
    sentences: Sequence[Sentence], at: int, others: Container[int], found: Sequence[Saying]
) -> list[tuple[int, int]]:
    """The sentences just before in which nobody speaks."""
    paragraph = sentences[at - 1].paragraph
    pieces: list[tuple[int, int]] = []
    for one in reversed(sentences[max(0, at - _BACK) : at]):
        taken = one.index in others or any(
            first < one.end and one.start < last for s in found for first, last in s.content
        )
        if taken or one.paragraph != paragraph:
            break
        pieces.append((one.start, one.end))
    return pieces[::-1]
