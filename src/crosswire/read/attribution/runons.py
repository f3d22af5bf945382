"""Speakers whose words run into those of others, the comma lost: `three died in Damascus | SANA said`."""

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals
from crosswire.read.attribution.cue import Cue
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.voices import Page
from crosswire.read.clues import Party, Sentence
from crosswire.read.tokens import Tokens

_PRESS = frozenset({"agency", "media", "monitor"})
_WHERE = frozenset({"in", "of", "near", "at", "on", "around", "from"})


def without_others(cue: Cue, sentence: Sentence, page: Page) -> Cue:
    """The cue with no words in its source but the speaker's; the others are told."""
    if cue.source is None:
        return cue
    own = _own_words(sentence, cue.source, page)
    first = own[0] if cue.first == cue.source[0] else cue.first
    last = own[1] if cue.last == cue.source[1] else cue.last
    return cue if own == cue.source else replace(cue, source=own, first=first, last=last)


def _own_words(sentence: Sentence, span: Range, page: Page) -> Range:
    """The words of `span` that are the speaker's: without the place before him, or those whom he tells of."""
    span = _without_told(sentence, span, page)
    led = span[0] > 0 and sentence.tokens[span[0] - 1].lower_ in _WHERE
    if led:
        span = _past_place(sentence, span, page)
    return _past_people(sentence.tokens, span, page.words)


def _without_told(sentence: Sentence, span: Range, page: Page) -> Range:
    """`according to SANA | militants fired`, `according to the Observatory | tens of men died`: the press alone."""
    tokens = sentence.tokens
    if tokens.lowers[max(0, span[0] - 2) : span[0]] != ("according", "to"):
        return span
    here = page.parties.get(sentence.index, ())
    press = next((p for p in here if p.kind in _PRESS and span[0] <= p.first <= span[0] + 1 and p.last < span[1]), None)
    if press is None:
        return span
    heap = page.words.is_noun(tokens[press.last].lower_, "heap")
    others = any(p.first == press.last and p.kind not in {"person", *_PRESS} for p in here)
    return (span[0], press.last) if others or heap else span


def _past_place(sentence: Sentence, span: Range, page: Page) -> Range:
    """`three died in New Tesk | SANA reporter said`, `in Tesk province | Sabah Radio`, `in Tesk | state television`."""
    tokens, words = sentence.tokens, page.words
    for party in page.parties.get(sentence.index, ()):
        if span[0] < party.first and party.last <= span[1] and _speaks_last(tokens, party, span, words):
            return party.first, span[1]
    if tokens[span[0]].tag_ != "NNP":
        return span
    for at in range(span[0] + 1, span[1] - 1):
        word, behind = tokens[at], tokens[at + 1]
        if word.tag_ in {"NN", "JJ"} and word.text.islower() and words.is_noun(word.lower_, "modifier"):
            return at, span[1]
        if word.tag_ != "NNP":
            office = words.is_noun(word.lower_, "body", "role", "outlet", "rank")
            place = word.tag_ == "NN" and not office and behind.tag_ == "NNP"
            return (at + 1, span[1]) if place else span
    return span


def _speaks_last(tokens: Tokens, party: Party, span: Range, words: Reporting) -> bool:
    """Whether a medium or a person ends the words, but for the office of the medium's man."""
    if party.kind == "person":
        return party.last == span[1]
    return party.kind in _PRESS and all(words.is_noun(t.lower_, "role") for t in tokens[party.last : span[1]])


def _past_people(tokens: Tokens, span: Range, words: Reporting) -> Range:
    """`killing civilians | local sources said`, `with the reporter | security sources`: no noun goes before `local`."""
    top = span[1] - 1 if tokens[span[1] - 1].tag_ == "NNS" else nominals.head(tokens, span)
    if tokens[top].tag_ != "NNS":
        return span
    start = top
    while start > span[0] and words.is_noun(tokens[start - 1].lower_, "modifier"):
        start -= 1
    before = tokens[start - 1] if span[0] < start < top else None
    if before is None or words.is_noun(before.lower_, "sourced"):
        return span  # the armed forces have media sources
    parts = before.tag_ == "NNS" or (before.tag_ == "NN" and words.is_noun(before.lower_, "role"))
    return (start, span[1]) if parts else span
