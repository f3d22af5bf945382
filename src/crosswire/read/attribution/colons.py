"""Speakers before a colon: `The clinic gave its figures: 12 dead.`, `Health Ministry: 12 people have died.`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import Cue
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.speaking import speaks
from crosswire.read.tokens import Token, Tokens

_ISSUED = frozenset({"of", "by", "from"})
_LONGEST = 12  # words of a speaker, with his office and when he spoke


def colon_cue(tokens: Tokens, words: Reporting) -> Cue | None:
    """Who says what stands behind the first colon of a sentence without another cue.

    He is the subject of a clause that tells of figures or a list, or stands there alone with his office.
    """
    colon = next((i for i in range(1, len(tokens) - 1) if tokens.texts[i] == ":"), 0)
    if not colon:
        return None
    subject = next((t for t in tokens[:colon] if t.dep_ == "nsubj" and _leads(t.head, colon)), None)
    if subject is not None:
        source = nounphrases.before(tokens, subject.i + 1, words)
        told = any(words.is_noun(t.lower_, "utterance") for t in tokens[subject.head.i : colon])
        if (
            source is None
            or subject.tag_ == "PRP"
            or words.is_noun(subject.lower_, "utterance")
            or not (told and speaks(tokens, source, words))
        ):
            return None
        return Cue(at=subject.head.i, first=source[0], last=colon + 1, side="right", source=source)
    source = _alone(tokens, colon, words)
    return source and Cue(at=colon, first=0, last=colon + 1, side="right", source=source)


def _leads(verb: Token, colon: int) -> bool:
    helped = verb.tag_ == "VBN" and any(child.dep_ == "aux" for child in verb.lefts)
    return verb.i < colon and (verb.tag_ in {"VBD", "VBZ", "VBP"} or helped)


def _alone(tokens: Tokens, colon: int, words: Reporting) -> Range | None:
    """Somebody with his office, or a body of two words and more: no one of those who are counted in a table."""
    last = colon
    while last > 1 and (nominals.is_time(tokens, last - 1, words) or tokens[last - 1].lower_ in {"on", "late"}):
        last -= 1
    source = nounphrases.after(tokens, 0, words, last)
    if source is None or source != (0, last) or not 1 < last <= _LONGEST:
        return None
    top = tokens[nominals.head(tokens, source)]
    office = any(words.is_noun(t.lower_, "role") for t in tokens[: top.i])
    titled = (words.is_noun(top.lower_, "role") and top.tag_ != "NNS") or (office and top.tag_ == "NNP")
    body = words.is_noun(top.lower_, "official") or (words.is_noun(top.lower_, "standin") and top.tag_ != "NNS")
    issued = words.is_noun(top.lower_, "tally") and not _ISSUED.isdisjoint(tokens.lowers[:last])
    return source if titled or body or issued else None
