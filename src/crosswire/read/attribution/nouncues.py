"""Cues that are nouns: `gave assurances that …`, `the army's claim that …`, `by the army's account, …`."""

from crosswire.codebook.reporting import NounKind, Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, Cue, Side, leads
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.speaking import speaks
from crosswire.read.attribution.subjects import speaker_before
from crosswire.read.tokens import Token, Tokens

_ACTS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})
NOUN_CUES: tuple[NounKind, ...] = (
    "telling",
    "version",
    "kept",
    "sure",
    "having",
    "trusted",
)  # the kinds of nouns at which a cue can begin

_NOBODY = frozenset({"it", "this", "that", "what", "there"})
_GIVERS = frozenset({"by", "from"})
_BY = frozenset({"by", "in", "on"})
_OPENING = frozenset({"CD", "DT", "EX", "PRP", "PRP$", "NNS", "NNP", "RB", "RBR", "RBS", "JJR", "JJS"})
_BESIDE = frozenset({"IN", "JJ", "NN", "RB", "DT"})
_COUNTED = 7  # words of what is counted at most
_DOUBT = 5  # tokens from "satisfied" to "that"
_FAR = 12  # tokens from the noun to "that", over who gives it


def noun_cue(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """The cue at token `at`, if a noun stands there that tells in a clause what its giver says."""
    word = tokens[at].lower_
    told = _told(tokens, at, words) if tokens[at].tag_ not in _ACTS and words.is_noun(word, "telling") else None
    told = told or (_account(tokens, at, words) if words.is_noun(word, "version") else None)
    if not told and words.is_noun(word, "having"):
        return _has_it(tokens, at, words)
    if not told and words.is_noun(word, "trusted"):
        return _believed(tokens, at, words)
    told = told or (_kept(tokens, at, words) if words.is_noun(word, "kept") else None)
    return told or (_sure(tokens, at, words) if words.is_noun(word, "sure") else None)


def _kept(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`The clinic has | evidence that 12 people died`, `The UN received | reports of 12 deaths`."""
    verb = tokens[at].head
    led = tokens.lowers[at + 1 : at + 2] in {("of",), ("that",)}
    if not led or tokens[at].dep_ != "dobj" or not words.is_noun(verb.lower_, "keeping") or _denied(verb):
        return None
    source = speaker_before(tokens, verb.i, words)
    if source is None or not speaks(tokens, source, words):
        return None
    return Cue(at=at, first=source[0], last=at + 1, side="right", source=source)


def _denied(verb: Token) -> bool:
    """`has no evidence that`, `had not received reports of`."""
    near = (*verb.children, *(child for thing in verb.rights if thing.dep_ == "dobj" for child in thing.lefts))
    return any(child.dep_ == "neg" or child.lower_ == "no" for child in near)


def _sure(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`The mayor is certain | that 12 people died`; not `it is certain that`."""
    if at <= 1 or tokens[at - 1].lower_ not in BE or tokens[at - 1].tag_ == "VB":
        return None
    that = next((i for i in range(at + 1, min(at + _DOUBT, len(tokens))) if tokens[i].lower_ == "that"), 0)
    if not that or any(token.tag_ not in _BESIDE for token in tokens[at + 1 : that]):
        return None  # "is satisfied beyond all doubt | that"
    source = None if tokens[at - 2].lower_ in _NOBODY else speaker_before(tokens, at - 1, words)
    return source and Cue(at=at, first=source[0], last=that, side="right", source=source)


def _has_it(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`The bulletin | has it that 12 died`, `The radio | has it as 12`."""
    if tokens.lowers[at + 1 : at + 2] != ("it",) or tokens.lowers[at + 2 : at + 3] not in {("that",), ("as",)}:
        return None
    source = speaker_before(tokens, at, words)
    if source is None or not speaks(tokens, source, words):
        return None
    return Cue(at=at, first=source[0], last=at + 3, side="right", source=source)


def _believed(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`If the radio is to be | believed, 12 died`."""
    if tokens.lowers[max(0, at - 2) : at] != ("to", "be") or tokens[max(0, at - 3)].lower_ not in BE:
        return None
    source = nounphrases.before(tokens, at - 3, words)
    if source is None or not source[0] or tokens[source[0] - 1].lower_ != "if":
        return None
    first = source[0] - 1
    side: Side = "right" if not first else "both"
    return Cue(at=at, first=first, last=at + 1, side=side, source=source, stance="alleges")


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
    before = noun.i - 1 - (noun.i > 1 and tokens[noun.i - 1].lower_ == "be")  # "let it be | known"
    before -= before > 0 and tokens[before].lower_ == "it"
    return tokens[before] if before > 0 and words.is_noun(tokens[before].lower_, "lending") else None


def _owner(tokens: Tokens, noun: Token, words: Reporting) -> Range | None:
    """Whose word it is, where he is named: `| the army's claim`."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None and noun.i > 1 and tokens[noun.i - 1].tag_ == "POS":
        owner = tokens[noun.i - 2]  # "by the army's | count 12 people died"
    if owner is None or owner.tag_ == "PRP$":
        return None
    return nounphrases.before(tokens, owner.i + 1, words)


def _past_counted(tokens: Tokens, at: int) -> int:
    """Behind what is counted: `the clinic's count | of deaths in Tesk | stands at`."""
    if at >= len(tokens) or tokens[at].lower_ not in {"of", "for"}:
        return at
    last = at
    while last < min(at + _COUNTED, len(tokens)) and tokens[last].tag_ in {"IN", "NN", "NNS", "NNP", "DT", "JJ"}:
        last += 1
    return last


def _account(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`By the army's account, …`, `…, in the governor's words`; `the army's tally is …`."""
    source, last = _owner(tokens, tokens[at], words), at + 1
    verb = _past_counted(tokens, last)
    behind = tokens[verb].lower_ if verb < len(tokens) else ""
    if source is not None and (behind in BE or words.is_noun(behind, "standing")):
        return Cue(at=at, first=source[0], last=verb + 1, side="right", source=source)
    if source is None or not source[0] or tokens[source[0] - 1].lower_ not in _BY:
        return None
    last += 2 * (tokens.lowers[last : last + 2] in {("of", "events"), ("of", "it")})
    first = source[0] - 1
    opens = leads(tokens, first) and last < len(tokens) and tokens[last].tag_ in _OPENING
    if last < len(tokens) and tokens[last].text not in BREAKS and not opens:
        return None
    return Cue(at=at, first=first, last=last, side="right" if leads(tokens, first) else "both", source=source)
