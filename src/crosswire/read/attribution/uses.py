"""Whether a reporting verb is used to report: not `did not say`, `claimed the lives of`, `the confirmed deaths`."""

from crosswire.codebook.reporting import Reporting, Verbs
from crosswire.read.attribution import nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, FINITE, HAVE, QUOTES, helper_of
from crosswire.read.attribution.speaking import speaks_by_trade
from crosswire.read.tokens import Token, Tokens

_BETWEEN = 4  # words of when or where somebody spoke, before the word that goes with the verb, at most
_WHEN = frozenset(
    {
        "on",
        "in",
        "at",
        "last",
        "yesterday",
        "today",
        "again",
        "also",
        "late",
        "early",
        "openly",
        "publicly",
        "over",
        "via",
    }
)
_LAST = frozenset({"last", "this"})
_ADVERBIAL = frozenset({"IN", "NNP", "NN", "JJ", "RB", "DT"})


def reports(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> bool:
    """Whether the word stands in a use that reports."""
    if group.then and not (goes_with(tokens, at, group) or _behind_quotation(tokens, at)):
        return False
    verb = tokens[at].tag_.startswith("VB") or _closing(tokens, at, words)
    return verb and not (_negated(tokens, at) or _spared(tokens, at, group, words))


def goes_with(tokens: Tokens, at: int, group: Verbs) -> int:
    """How far behind stands one of the words without which the verb is no speech: `spoke | of`, `boasted on X | of`."""
    for last in range(at + 1, min(at + 2 + _BETWEEN, len(tokens))):
        if tokens[last].lower_ in group.then:
            between = tokens[at + 1 : last]
            ends = not between or between[-1].tag_ in {"NNP", "RB"} or between[0].lower_ in _LAST
            apart = not between or (ends and between[0].lower_ in _WHEN and all(t.tag_ in _ADVERBIAL for t in between))
            return last - at if apart else 0
    return 0


def _behind_quotation(tokens: Tokens, at: int) -> bool:
    """`“Twelve of them died,” | boasted a commander`."""
    return at > 0 and tokens[at - 1].text in QUOTES


def _closing(tokens: Tokens, at: int, words: Reporting) -> bool:
    """`…, killing 12 people state TV | reports.`: the tagger's noun that closes a sentence behind somebody's name."""
    ends = all(token.text in BREAKS for token in tokens[at + 1 : len(tokens)])
    if tokens[at].tag_ != "NNS" or not ends or not any(token.tag_ in FINITE for token in tokens[:at]):
        return False
    who = nounphrases.before(tokens, at, words)
    verbal = tokens[at].dep_ in {"ccomp", "ROOT", "conj"}
    bare = who is not None and who[1] - who[0] == 1 and not tokens[who[0]].tag_.startswith("NNP")
    return who is not None and verbal and not bare and speaks_by_trade(tokens, who, words)


def _negated(tokens: Tokens, at: int) -> bool:
    """`did not say`, `could not confirm`, `has yet to comment`, `refused to say`: nothing is vouched for."""
    near = {t.lower_ for t in tokens[max(0, at - 3) : at]}
    if near & {"nobody", "anyone", "anybody"} and not near & {"but", "else"}:
        return True
    return bool(near & {"not", "n't", "n’t", "never", "cannot"}) and helper_of(tokens, at) is not None


def _spared(tokens: Tokens, at: int, group: Verbs, words: Reporting) -> bool:
    """`claimed the lives of`, `the confirmed deaths`, `what they described as`: the same word, no speech."""
    token = tokens[at]
    near = {t.lower_ for t in tokens[at + 1 : at + 6]}
    opened = at > 0 and tokens[at - 1].tag_ in {"DT", "CD", "JJ", "PRP$", "HYPH"}
    opened = opened and not (at > 1 and tokens[at - 2].lower_ == "of")  # "a mother of four | told AFP"
    subject = at > 0 and tokens[at - 1].dep_ == "nsubj" and tokens[at - 1].tag_ != "CD"
    told = subject and tokens[at - 1].head == token  # "a local | told AFP"
    attributive = token.tag_ in {"VBN", "VBG", "VBD"} and opened and not told
    what = any(t.lower_ == "what" for t in tokens[max(0, at - 5) : at]) and any(
        t.lower_ == "as" for t in tokens[at : at + 4]
    )
    return (
        what
        or _hedges(tokens, at, words)
        or (group.takes == "thing" and _dates(token, words))
        or bool(near & group.unless)
        or (bool(group.deeds) and _owns_up(tokens, at, group))
        or (attributive and at + 1 < len(tokens) and tokens[at + 1].tag_.startswith(("NN", "JJ")))
    )


def _dates(verb: Token, words: Reporting) -> bool:
    """`since May, when the army | declared the end of the truce`, 300 had died: it tells when, not what is told."""
    led = any(words.is_noun(child.lower_, "when") and child.dep_ in {"advmod", "mark"} for child in verb.lefts)
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    thing = [word.tag_ for word in behind] in (["DT", "NN"], ["DT", "JJ"], ["PRP$", "NN"])
    hanging = {child.dep_ for child in verb.rights}
    return led and (thing or (verb.dep_ == "advcl" and "dobj" in hanging and "ccomp" not in hanging))


def _hedges(tokens: Tokens, at: int, words: Reporting) -> bool:
    """`dozens | feared dead`, `two | believed killed`: a state that is thought of, with no word of who thinks so."""
    behind = tokens[at + 1 : at + 3]
    state = behind[:1] != () and (behind[0].tag_ == "VBN" or words.is_noun(behind[0].lower_, "state"))
    ends = [token.tag_ for token in behind[1:]] in ([], ["IN"], [","], ["."], ["CC"])
    if tokens[at].lower_ == "told":
        return False  # "a spokesman | told dpa"
    return tokens[at].tag_ in {"VBN", "VBD"} and state and ends and behind[0].lower_ not in BE | HAVE


def _owns_up(tokens: Tokens, at: int, group: Verbs) -> bool:
    """`claimed | the bombing that killed`, `the bombing, | claimed by the group,`: he says that he did it, no more."""
    verb = tokens[at]
    if agent(tokens, at) is None:
        if verb.dep_ == "relcl" and any(child.dep_ == "dobj" and child.tag_ == "WDT" for child in verb.lefts):
            return verb.head.lower_ in group.deeds  # "killed in a strike, which the group | claimed"
        return any(
            child.dep_ == "dobj" and child.lower_ in group.deeds and not _numbered(child) for child in verb.rights
        )
    nouns = [token.lower_ for token in tokens[max(0, at - 6) : at] if token.tag_ in {"NN", "NNS"}]
    return verb.head.lower_ in group.deeds or (nouns[-1:] != [] and nouns[-1] in group.deeds)


def _numbered(deed: Token) -> bool:
    """`claimed the killing of | 31 soldiers`: what came of the deed is in the claim itself."""
    objects = (below for child in deed.children if child.lower_ == "of" for below in child.children)
    return any(child.tag_ == "CD" for noun in objects for child in noun.children)


def agent(tokens: Tokens, at: int) -> int | None:
    """The index of `by` after a passive participle, over one adverb: `given | out by`."""
    if tokens[at].tag_ not in {"VBN", "VBD"}:
        return None
    return next(
        (
            i
            for i in range(at + 1, min(at + 3, len(tokens)))
            if tokens[i].lower_ == "by" and (i == at + 1 or tokens[at + 1].tag_ in {"RB", "RP"})
        ),
        None,
    )
