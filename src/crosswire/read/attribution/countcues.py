"""Cues that are verbs of counting: `put the toll at`, `putting the number of dead at`, `gave a toll of`."""

from crosswire.codebook.reporting import Reporting, Verbs
from crosswire.read.attribution import nounphrases
from crosswire.read.attribution.cue import Cue
from crosswire.read.attribution.parsed import shared_subject
from crosswire.read.attribution.subjects import speaker_before
from crosswire.read.attribution.uses import agent
from crosswire.read.tokens import Tokens

_IT = frozenset({"it", "this", "that"})


def count_cue(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> Cue | None:
    """`put the toll at`, `putting the number of dead at`, `raised the toll … to 61`, `gave a toll of`."""
    if (by := agent(tokens, at)) is not None:
        return _put_by(tokens, at, by, group, words)
    goal = next((i for i in range(at + 2, min(at + 24, len(tokens))) if _leads_to(tokens, i, group, words)), None)
    if goal is None or not (
        any(words.is_noun(t.lower_, "utterance", "counted") for t in tokens[at + 1 : min(goal, at + 8)])
        or (tokens[at + 1].lower_ in _IT and "of" not in group.counts and _numbers(tokens, goal + 1))
    ):
        return None
    source = None if tokens[at].tag_ == "VBG" else speaker_before(tokens, at, words)
    first, inherits = (min(source[0], at) if source else at), source is None
    shared = None if source else shared_subject(tokens, at, words)
    if shared is not None and tokens[shared[0]].tag_ == "CD":
        shared = None  # "two of the 12 wounded died, | raising the toll to 14"
    source = source or shared
    return Cue(at=at, first=first, last=at + 1, side="right", source=source, inherits=inherits, stance=group.stance)


def _leads_to(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> bool:
    """Whether a count follows: `put the toll | at`, `gave a higher number | , 406`."""
    apart = tokens[at].text in {",", ":"} and words.is_noun(tokens[at - 1].lower_, "utterance", "counted")
    return tokens[at].lower_ in group.counts or (apart and _numbers(tokens, at + 1))


def _numbers(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].tag_ == "CD"


def _put_by(tokens: Tokens, at: int, by: int, group: Verbs, words: Reporting) -> Cue | None:
    """`The number of dead was | put by the mayor at 12`."""
    source = nounphrases.after(tokens, by + 1, words)
    if source is None or source[1] >= len(tokens) or tokens[source[1]].lower_ not in group.counts:
        return None
    return Cue(at=at, first=at, last=source[1], side="both", source=source, stance=group.stance)
