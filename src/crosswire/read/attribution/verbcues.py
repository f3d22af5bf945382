"""Cues that are verbs, each pattern with its speaker, its carriers and the side on which the words stand."""

from msgspec.structs import replace

from crosswire.codebook.reporting import NounKind, Reporting, Verbs
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.complements import complement, side_of, side_of_inverted
from crosswire.read.attribution.countcues import count_cue
from crosswire.read.attribution.cue import BREAKS, Cue, Side, leads
from crosswire.read.attribution.inverted import inverted_speaker
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.parsed import shared_subject
from crosswire.read.attribution.quoting import quote_cue, quoted_as_saying
from crosswire.read.attribution.speaking import speaks
from crosswire.read.attribution.subjects import shares, speaker_before
from crosswire.read.attribution.uses import agent, goes_with, reports
from crosswire.read.attribution.verbforms import form_of
from crosswire.read.tokens import Tokens

_CALLED = 6  # words for whoever is called at most
_NEAR = 3  # tokens from a verb to the number of those who were seen
_BOUNDS = frozenset({"RB", "RBR", "RBS", "JJR", "JJS", "IN", "DT"})
_APPOSED = 3  # tokens from a mark to the participle behind what it sets off: `, a figure | given by`


def verb_cue(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """The cue at token `at`, if a reporting verb stands there in a use that reports."""
    group = words.verb(tokens[at].lower_)
    if group is None or not reports(tokens, at, group, words):
        return None
    cue = _cue(tokens, at, group, words)
    passing = cue is not None and group.stance == "denies" and _in_passing(tokens, at)
    return replace(cue, side="none") if cue is not None and passing else cue


def _cue(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> Cue | None:
    if group.quotes or quoted_as_saying(tokens, at, words):
        return quote_cue(tokens, at, group, words)
    if group.counts:
        counted = count_cue(tokens, at, group, words)
        put_it = [token.lower_ for token in tokens[at + 1 : at + 2]] == ["it"]
        if counted is not None or not (group.figures or group.clauses or group.numbered or put_it):
            return counted
    if (by := agent(tokens, at)) is not None and not _by_means(tokens, by, group, words):
        return _passive(tokens, at, by, group, words)
    form = form_of(tokens, at, words)
    if form == "other":
        return _calling(tokens, at, words)
    return (_finite if form == "finite" else _participle)(tokens, at, group, words)


def _calling(tokens: Tokens, at: int, words: Reporting) -> Cue | None:
    """`X rang the paper to | say that`: who reached somebody to tell him."""
    if tokens[at].tag_ != "VB" or at <= 1 or tokens[at - 1].lower_ != "to":
        return None
    near = range(at - 2, max(0, at - 2 - _CALLED), -1)
    call = next((i for i in near if words.is_noun(tokens[i].lower_, "calling")), 0)
    source = speaker_before(tokens, call, words) if call else None
    if source is None or tokens.lowers[at + 1 : at + 2] != ("that",):
        return None
    return Cue(at=at, first=source[0], last=at + 1, side="right", source=source)


def _in_passing(tokens: Tokens, at: int) -> bool:
    """`…, a figure that Moscow | disputes`, `…, a claim | denied by the army`: he does not tell what stands before."""
    verb = tokens[at]
    told = [child for child in verb.lefts if child.tag_ in {"WDT", "WP"} or child.lower_ == "that"]
    if told:
        return any(child.dep_ not in {"nsubj", "nsubjpass"} for child in told)
    bare = verb.dep_ == "relcl" and not any(child.dep_ in {"dobj", "ccomp", "xcomp", "pcomp"} for child in verb.rights)
    return bare or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _by_means(tokens: Tokens, by: int, group: Verbs, words: Reporting) -> bool:
    """`said by telephone`, `said by ham radio`: a thing behind `by` speaks no more than it is spoken to."""
    thing = nounphrases.after(tokens, by + 1, words)
    if thing is None:
        return False
    top = tokens[nominals.head(tokens, thing)]
    bare = all(token.text[:1].islower() and token.tag_ != "DT" for token in tokens[thing[0] : thing[1]])
    means = group.takes == "speech" and bare and top.tag_ != "NNS" and not words.is_noun(top.lower_, "role", "person")
    return means or words.is_noun(top.lower_, "mute")


def _passive(tokens: Tokens, at: int, by: int, group: Verbs, words: Reporting) -> Cue | None:
    source = nounphrases.after(tokens, by + 1, words)
    issued = (
        at > 0 and words.is_noun(tokens[at - 1].lower_, "evidence", "utterance") and tokens[at - 1].lower_ != "toll"
    )
    noun = at - 1 - (at > 1 and tokens[at - 1].lower_ == "as")  # "the toll, as | given by officials"
    noun -= noun > 0 and tokens[noun].text == ","  # "some tolls, | provided by officials, were higher"
    counted = at > 0 and words.is_noun(tokens[noun].lower_, "utterance")
    unseen = group.press and not _headed(tokens, source, words, "press")
    apposed = counted and tokens[at - 1].tag_ == "NN" and at > _APPOSED and tokens[at - _APPOSED].text in BREAKS
    issued = issued and not apposed  # "12 died, a figure | confirmed by the mayor"
    if source is None or unseen or not group.passive or (not counted if group.figures else issued):
        return None
    side: Side = "right" if leads(tokens, at) else "both"
    return Cue(
        at=at,
        first=at - (at > 0 and tokens[at - 1].lower_ == "as"),
        last=source[1],
        side=side,
        source=source,
        stance=group.stance,
    )


def _finite(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> Cue | None:
    last, relay = _addressee(tokens, at, words)
    if last > at + 1 and tokens.lowers[last : last + 1] == ("to",):
        return None  # "told the driver | to leave the road"
    last += goes_with(tokens, at, group)
    source = None if group.other else _speaker_behind(tokens, at, last, group, words)
    inverted = source is not None
    if source is None:
        source = speaker_before(tokens, at, words)
    inherits = source is None and shares(tokens, at)
    if source is None and not inherits:
        return None
    if inherits:
        source = shared_subject(tokens, at, words)
    if (group.evidence and not _headed(tokens, source, words, "evidence", "utterance")) or (
        group.press and not _saw(tokens, at, source, words)
    ):
        return None
    first = min(source[0], at) if source and not inherits else at
    last = _past_cited(tokens, max(last, source[1]) if source else last, words)
    if _needs_count(tokens, (first, last), group):
        return None
    clause = first, last
    side = _side_inverted(tokens, clause, words) if inverted else _side(tokens, clause, source, group, words)
    if side is None:
        return None
    relays = (relay,) if relay else ()
    return Cue(
        at=at, first=first, last=last, side=side, source=source, inherits=inherits, relays=relays, stance=group.stance
    )


def _needs_count(tokens: Tokens, clause: Range, group: Verbs) -> bool:
    """Whether a verb that reports only counts stands without one: not `it gives | 41`, `as the army puts it`."""
    if not group.counts or group.clauses or _is_numbered(tokens, clause[1], group):
        return False
    return not (_as_said(tokens, *clause) or _puts_it(tokens, *clause))


def _side_inverted(tokens: Tokens, clause: Range, words: Reporting) -> Side | None:
    """Where the words stand around a verb with its speaker behind it."""
    if _as_said(tokens, *clause):
        return "right" if clause[0] <= 1 else "both"
    return side_of_inverted(tokens, clause, words)


def _side(tokens: Tokens, clause: Range, source: Range | None, group: Verbs, words: Reporting) -> Side | None:
    """Where the words stand around a verb with its speaker before it."""
    if _as_said(tokens, *clause):
        return "right" if clause[0] <= 1 else "both"
    if _is_numbered(tokens, clause[1], group):
        return "right"
    return _side_behind_speaker(tokens, clause, source, group, words)


def _speaker_behind(tokens: Tokens, at: int, last: int, group: Verbs, words: Reporting) -> Range | None:
    """The speaker behind the verb: `…, said X`, and `Said X: …` where the verb opens the sentence."""
    if at or group.takes != "speech":
        return inverted_speaker(tokens, at, last, words, speech=group.takes == "speech")
    right = nounphrases.after(tokens, last, words)
    return right if right is not None and tokens.lowers[right[1] : right[1] + 1] == (":",) else None


def _side_behind_speaker(
    tokens: Tokens, clause: Range, source: Range | None, group: Verbs, words: Reporting
) -> Side | None:
    speaking = source is not None and speaks(tokens, source, words)
    side = side_of(tokens, clause, group, words, speaking=speaking)
    if side != "both":
        return side
    before = tokens[clause[0] - 1] if clause[0] else None
    if before is not None and (before.lower_ == "which" or before.tag_ == "WDT"):
        return "right"  # "12 died in a raid, which | the army said was a mistake"
    return None if group.marked and (before is None or before.text not in BREAKS) else side


def _past_cited(tokens: Tokens, last: int, words: Reporting) -> int:
    """Behind `citing X` right after the verb: the words for X are nothing that is said."""
    at = last + (last + 1 < len(tokens) and tokens[last].text == ",")
    group = words.verb(tokens[at].lower_) if at < len(tokens) and tokens[at].tag_ == "VBG" else None
    if group is None or not group.quotes:
        return last
    cited = nounphrases.after(tokens, at + 1, words)
    return cited[1] if cited is not None and speaks(tokens, cited, words) else last


def _as_said(tokens: Tokens, first: int, last: int) -> bool:
    """`As the clinic reported, …`, `…, as its director put it`."""
    if first > 1 and tokens[first - 1].lower_ == "of" and tokens[first - 2].lower_ in {"one", "some", "several"}:
        first -= 2
    if first == 0 or tokens[first - 1].lower_ != "as":
        return False
    last += last < len(tokens) and tokens[last].lower_ in {"out", "it"}  # not "as the army says it | has left"
    return last >= len(tokens) or tokens[last].text in BREAKS


def _saw(tokens: Tokens, at: int, source: Range | None, words: Reporting) -> bool:
    """Whether somebody tells what he saw: who reports for the press, or a person who counts: `a nurse | saw 12 die`."""
    if _headed(tokens, source, words, "press"):
        return True
    counted = any(t.tag_ == "CD" or words.is_noun(t.lower_, "heap") for t in tokens[at + 1 : at + 1 + _NEAR])
    person = _headed(tokens, source, words, "role", "person") and not _headed(tokens, source, words, "body", "military")
    return counted and person


def _is_numbered(tokens: Tokens, at: int, group: Verbs) -> bool:
    """Whether a number follows that such a verb reports: `the clinic gives | 41`, `the clinic named | 12 dead`."""
    number = next((i for i in range(at, min(at + _NEAR, len(tokens))) if tokens[i].tag_ == "CD"), None)
    if number is None or any(token.tag_ not in _BOUNDS for token in tokens[at:number]):
        return False
    closes = number + 1 >= len(tokens) or tokens[number + 1].text in BREAKS
    return group.numbered or (group.figures and closes and number == at)


def _puts_it(tokens: Tokens, first: int, last: int) -> bool:
    """`12 died, his council | puts it.`."""
    closes = last + 1 >= len(tokens) or tokens[last + 1].text in BREAKS
    return first > 1 and tokens[first - 1].text == "," and tokens.lowers[last : last + 1] == ("it",) and closes


def _headed(tokens: Tokens, source: Range | None, words: Reporting, *kinds: NounKind) -> bool:
    return source is not None and words.is_noun(tokens[nominals.head(tokens, source)].lower_, *kinds)


def _participle(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> Cue | None:
    last, relay = _addressee(tokens, at, words)
    if not complement(tokens, last, words, things=group.takes == "thing", strict=group.takes == "clause"):
        return None
    own = any(child.dep_ == "nsubj" for child in tokens[at].lefts)  # "…, with the army | saying that 12 died"
    own = own or (at > 0 and words.is_noun(tokens[at - 1].lower_, "utterance"))
    beside = nounphrases.before(tokens, at, words)
    with_it = (
        next((i for i in range(at - 1, beside[0] - 2, -1) if tokens[i].lower_ == "with"), None) if beside else None
    )
    if with_it is not None:
        own, beside = True, (with_it + 1, at)  # "reported by the radio with | an agency saying"
    source = (_issuing(tokens, at, words) or beside) if own else shared_subject(tokens, at, words)
    if group.press and not _headed(tokens, source, words, "press"):
        return None
    return Cue(
        at=at,
        first=source[0] if own and source else at,
        last=last,
        side="right",
        source=source,
        inherits=not own,
        relays=(relay,) if relay else (),
        stance=group.stance,
    )


def _issuing(tokens: Tokens, at: int, words: Reporting) -> Range | None:
    """Who issued the paper before a participle: `| the clinic put out a statement saying`."""
    paper = tokens[at - 1] if at else tokens[at]
    if paper.dep_ != "dobj" or paper.tag_ != "NN" or not words.is_noun(paper.lower_, "utterance"):
        return None
    owned = any(child.dep_ == "poss" or child.lower_ in {"by", "from"} for child in paper.children)
    return None if owned else speaker_before(tokens, paper.head.i, words)


def _addressee(tokens: Tokens, at: int, words: Reporting) -> tuple[int, Range | None]:
    """Where the cue ends, and the medium that was told: `told | AFP`."""
    if tokens[at].lower_ not in {"told", "tell", "tells", "telling", "informed", "informs", "inform"} or at + 1 >= len(
        tokens
    ):
        return at + 1, None
    found = nounphrases.after(tokens, at + 1, words)
    if found is None:
        return at + 1, None
    first, last = found
    acronym = tokens[first].text.isupper() and len(tokens[first]) > 1
    if acronym and last > first + 1 and not words.is_noun(tokens[first + 1].lower_, "body", "modifier", "role"):
        last = first + 1
    heard = any(words.is_noun(t.lower_, "audience") for t in tokens[first:last])
    medium = any(t.tag_ in {"NNP", "NNPS"} for t in tokens[first:last]) or words.is_noun(
        tokens[last - 1].lower_, "body"
    )
    return last, (first, last) if medium and not heard else None
