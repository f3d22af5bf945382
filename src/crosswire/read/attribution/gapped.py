"""Speakers whose verb is that of the clause before: `The mayor spoke of nine dead, | the governor of 12`."""

from collections.abc import Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import FINITE, Cue
from crosswire.read.attribution.speaking import speaks_by_trade
from crosswire.read.tokens import Tokens

_LINKS = frozenset({"of", "at"})
_JOINS = frozenset({"and", "but", "while", "whereas"})


def with_gapped(tokens: Tokens, found: Sequence[Cue], words: Reporting) -> list[Cue]:
    """The cues with those behind them that lack a verb, each behind a comma and before a number and nobody's verb."""
    gapped: list[Cue] = []
    for cue in found:
        if cue.side == "left" or cue.source is None or not _counts(tokens, cue.last):
            continue
        stop = next((later.first for later in found if later.first >= cue.last), len(tokens))
        gapped.extend(
            one
            for at in range(cue.last + 1, stop - 1)
            if tokens[at].text in {",", ";"} and (one := _cue(tokens, at + 1, cue, words))
        )
    return sorted([*found, *gapped], key=lambda cue: cue.at)


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether a number stands behind the cue, up to the next comma."""
    for token in tokens[at : len(tokens)]:
        if token.text in {",", ";"}:
            return False
        if token.tag_ == "CD":
            return True
    return False


def _cue(tokens: Tokens, first: int, before: Cue, words: Reporting) -> Cue | None:
    first += tokens[first].lower_ in _JOINS
    source = nounphrases.after(tokens, first, words)
    if source is not None and tokens[source[1] - 1].tag_ == "CD" and tokens[source[1] - 2].lower_ in _LINKS:
        source = (source[0], source[1] - 2)  # "the governor | of 12"
    if source is None or not speaks_by_trade(tokens, source, words) or nominals.is_pronoun(tokens, source[0]):
        return None
    linked = source[1] < len(tokens) and tokens[source[1]].lower_ in _LINKS
    number = source[1] + linked
    end = next((i for i in range(number, len(tokens)) if tokens[i].text in {",", ";", "."}), len(tokens))
    counted = number < len(tokens) and tokens[number].tag_ == "CD"
    if not counted or any(token.tag_ in FINITE for token in tokens[number:end]):
        return None
    if tokens[source[0]].tag_ not in {"DT", "NNP"} or any(token.tag_ == "CD" for token in tokens[slice(*source)]):
        return None
    return Cue(
        at=nominals.head(tokens, source), first=first, last=source[1], side="right", source=source, stance=before.stance
    )
