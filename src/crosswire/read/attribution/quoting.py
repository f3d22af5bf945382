"""Cues of verbs that quote another: who is quoted speaks, whoever quotes carries."""

from crosswire.codebook.reporting import Reporting, Verbs
from crosswire.read.attribution import nounphrases
from crosswire.read.attribution.complements import complement
from crosswire.read.attribution.cue import BE, Cue, Side, helper_of
from crosswire.read.attribution.speaking import speaks
from crosswire.read.attribution.subjects import mistagged, speaker_before
from crosswire.read.tokens import Tokens


def quote_cue(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> Cue | None:
    """The cue of a verb whose object speaks: `Y quoted X as saying`, `X was quoted by Y as saying`, `citing X`."""
    helper = helper_of(tokens, at)
    saying = next(
        (
            i
            for i in range(at + 1, min(at + 16, len(tokens)))
            if tokens[i].lower_ == "as" and i + 1 < len(tokens) and tokens[i + 1].tag_ == "VBG"
        ),
        None,
    )
    if helper is not None and helper.lower_ in BE and tokens[at].tag_ == "VBN":
        return _quoted_passive(tokens, at, saying, words)
    source = nounphrases.after(tokens, at + 1, words) if saying is None else (at + 1, saying)
    if (
        source is None
        or (tokens[at].tag_ == "VBN" and not (saying and mistagged(tokens, at, words)))
        or not (saying or speaks(tokens, source, words))
    ):
        return None
    if tokens[at].tag_ == "VBG":
        return Cue(at=at, first=at, last=source[1], side="both", source=source, quoting=True)
    carrier = speaker_before(tokens, at, words)
    last = source[1] if saying is None else saying + 2
    side: Side = "right" if saying is not None and complement(tokens, last, words, things=True) else "left"
    first = min(carrier[0], at) if carrier else at
    return Cue(
        at=at,
        first=first,
        last=last,
        side=side,
        source=source,
        relays=(carrier,) if carrier else (),
        stance=group.stance,
    )


def quoted_as_saying(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether any other verb quotes: `the paper reported | residents as saying`."""
    quoted = nounphrases.after(tokens, at + 1, words)
    behind = [token.lower_ for token in tokens[quoted[1] : quoted[1] + 2]] if quoted else []
    return behind[:1] == ["as"] and behind[1:] in (["saying"], ["telling"], ["stating"])


def _quoted_passive(tokens: Tokens, at: int, saying: int | None, words: Reporting) -> Cue | None:
    source = speaker_before(tokens, at, words)
    last = at + 1 if saying is None else saying + 2
    carrier = None
    for i in {at + 1, last}:
        if i < len(tokens) and tokens[i].lower_ == "by":
            carrier = nounphrases.after(tokens, i + 1, words)
            last = max(last, carrier[1] if carrier else last)
    if source is None:
        return None
    side: Side = "right" if complement(tokens, last, words, things=False) else "left"
    return Cue(at=at, first=source[0], last=last, side=side, source=source, relays=(carrier,) if carrier else ())
