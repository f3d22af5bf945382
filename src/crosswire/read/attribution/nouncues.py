"""Cues that are nouns: `gave assurances that …`, `the army's claim that …`, `by the army's account, …`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, Cue, leads
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.subjects import speaker_before
from crosswire.read.tokens import Token, Tokens

_ACTS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})
_GIVERS = frozenset({"by", "from"})
_BY = frozenset({"by", "in", "on"})
_FAR = 12  # tokens from the noun to "that", over who gives it


def noun_cue(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """The cue at token `at`, if a noun stands there that tells in a clause what its giver says."""
    if tokens[at].tag_ not in _ACTS and words.is_noun(tokens[at].lower_, "telling"):
        return _told(tokens, at, words)
    return _account(tokens, at, words) if words.is_noun(tokens[at].lower_, "version") else None


def _told(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`X gave assurances that …`, `X made it clear that …`, `X's claim that …`, `the claim by X that …`."""
    noun, last, giver = tokens[at], at + 1, None
    if tokens.lowers[last : last + 1] and tokens[last].lower_ in _GIVERS:
        giver = nounphrases.after(tokens, last + 1, words)
        last = giver[1] if giver else last
    if tokens.lowers[last : last + 1] != ("that",) or tokens[last].tag_ != "IN" or last - at > _FAR:
        return None
    verb = _lending(tokens, noun, words)
    own = verb is None or words.verb(verb.lower_) is None  # "repeated its claim that" is told by the verb
    source = giver or (_owner(tokens, noun, words) if own else None)
    if source is None and verb is not None and words.is_noun(verb.lower_, "lending"):
        source = speaker_before(tokens, verb.i, words)
    if source is None:
        return None
    return Cue(at=at, first=min(source[0], at), last=last, side="right", source=source)


def _lending(tokens: Tokens, noun: Token, words: Reporting) -> Token | None:
    """The verb whose object the noun is; of "clear" the one right before it, or before "it"."""
    if noun.tag_ in nominals.NOUNS:
        return noun.head if noun.dep_ == "dobj" else None
    before = noun.i - 1 - (noun.i > 1 and tokens[noun.i - 1].lower_ == "it")
    return tokens[before] if before > 0 and words.is_noun(tokens[before].lower_, "lending") else None


def _owner(tokens: Tokens, noun: Token, words: Reporting) -> Range | None:
    """Whose word it is, where he is named: `| the army's claim`."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None or owner.tag_ == "PRP$":
        return None
    return nounphrases.before(tokens, owner.i + 1, words)


def _account(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`By the army's account, …`, `…, in the governor's words`; `the army's tally is …`."""
    source, last = _owner(tokens, tokens[at], words), at + 1
    if source is not None and tokens.lowers[last : last + 1] and tokens[last].lower_ in BE:
        return Cue(at=at, first=source[0], last=last + 1, side="right", source=source)
    if source is None or not source[0] or tokens[source[0] - 1].lower_ not in _BY:
        return None
    last += 2 * (tokens.lowers[last : last + 2] in {("of", "events"), ("of", "it")})
    if last < len(tokens) and tokens[last].text not in BREAKS:
        return None
    first = source[0] - 1
    return Cue(at=at, first=first, last=last, side="right" if leads(tokens, first) else "both", source=source)
