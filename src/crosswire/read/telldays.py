"""The days on which a page only says something: those of its sayings, of its dateline, of its printing."""

import re
from collections.abc import Sequence

from crosswire.read.clues import Clues, DateMention, Draft, Saying, Sentence
from crosswire.records import When

_HEAD, _HEADING = 2, 8  # sentences in which a dateline stands, and tokens in which its day begins
_DATED = re.compile(r"\d{4}$")  # a day with its year, as pages print their own
_TOLD = 7  # tokens from a word of speech to its day over where it was said: "said in a situation report | on Monday"
_REPORT = frozenset(["DT", "JJ", "NN", "NNP", "IN", "PRP$"])
_SAID = 3  # tokens from a word of speech to its day: "said late | on Monday"


def of_saying(sentence: Sentence, draft: Draft, date: DateMention, heard: Sequence[Saying]) -> bool:
    """Whether the day is the saying's: `said on 3 May | that 300 had died`, `300 had died, police said on | Monday`.

    So is one by which the source is told, `a report released on | Monday | said 300 had died`, and one right before the
    word of speech, `elders on | Monday | said`. What something goes on since is no day of a saying.
    """
    if date.since:
        return False
    if date.last <= draft.first:
        when = sentence.span(date.first, date.last)
        sources = (saying.source for saying in heard if saying.source is not None)
        told = any(first < when[0] and when[1] <= last for first, last in sources)
        behind = sentence.tokens[date.last : date.last + 1]  # not "a raid on Monday | that killed 12"
        begun = any(sentence.start + token.idx in {saying.cue[0] for saying in heard} for token in behind)
        return told or begun or any(token.lower_ == "that" and token.tag_ == "IN" for token in behind)
    if date.first <= draft.last:
        return False
    first, last = sentence.span(draft.last, date.first)
    cues = [saying.cue[1] for saying in heard if first <= saying.cue[0] and saying.cue[1] <= last]
    return any(sentence.span(date.first - _behind_speech(sentence, date), date.first)[0] <= cue for cue in cues)


def _behind_speech(sentence: Sentence, date: DateMention) -> int:
    """How many tokens may part a word of speech from its day: `said late on | Monday`, `said in a report on |`."""
    near = sentence.tokens[max(0, date.first - _TOLD) : date.first]
    written = [token.i for token in near if token.lower_ == "in" and token.tag_ == "IN"]
    plain = written and all(token.tag_ in _REPORT for token in near if token.i > written[-1])
    return date.first - written[-1] + 1 if plain else _SAID


def days_of_telling(clues: Clues, base: When | None) -> frozenset[tuple[int, int]]:
    """The days, by sentence and first token, on which what the page tells was only said, or the page was written."""
    cues = frozenset(saying.cue[1] for saying in clues.sayings)
    placed = ((date, clues.sentences[date.sentence]) for date in clues.dates)
    return frozenset(
        (date.sentence, date.first)
        for date, sentence in placed
        if is_of_speech(sentence, date, cues) or is_run_in(sentence, date) or heads(sentence, date, base)
    )


def is_of_speech(sentence: Sentence, date: DateMention, cues: frozenset[int]) -> bool:
    """Whether a word of speech stands right before the day: "12 had died, police said on | Monday"."""
    before = sentence.tokens[max(0, date.first - _SAID) : date.first]
    return any(sentence.start + token.idx + len(token) in cues for token in before)


def is_run_in(sentence: Sentence, date: DateMention) -> bool:
    """Whether the words are a page's own date, run into its first words: "Reuters | 3 May 2031 | At least 12 died"."""
    if sentence.index >= _HEAD or date.first >= _HEADING or not _DATED.search(date.text):
        return False
    before = sentence.tokens[: date.first]
    bare = all(token.tag_ != "IN" for token in before[-1:])
    return bare and all(not token.tag_.startswith("VB") or token.tag_ == "VBN" for token in before)


def heads(sentence: Sentence, date: DateMention, base: When | None) -> bool:
    """Whether the words are the dateline's, which tells when the page was filed and dates no act by itself."""
    if base is None or base.basis != "dateline" or date.when is None:
        return False
    stands = sentence.index < _HEAD and 0 < date.first < _HEADING and sentence.tokens[date.first - 1].lower_ != "on"
    return stands and (date.when.first, date.when.last) == (base.first, base.last)
