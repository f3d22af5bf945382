"""How firmly a claim is made: by the words around its trigger token, with the parse where it helps.

Handles negation (`did not kill`, `did not carry out the strike`, `no civilians were killed`, `without any deaths`),
denial (`denied that`, `rejected reports of`), distance (`reportedly`, `unconfirmed`, `accused of`), and what has not
happened (`could`, `will`, `if`, `threatened to`, `to prevent the killing of`).
"""

from collections.abc import Iterator, Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.kit import Kit
from crosswire.read.clues import Draft, Sentence
from crosswire.read.governors import governors_of
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import BE
from crosswire.records import Stance

_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "parataxis"})
_GOING = frozenset(["go", "goes", "going", "gone", "went"])
_ADVERB_REACH = 6  # how many tokens before the trigger an adverb of doubt still qualifies it
_HELPER_REACH = 4  # the same for modals and negators, where the parse has lost them


def stance(sentence: Sentence, trigger: int, kit: Kit) -> Stance:
    """The stance of the event named by token `trigger`, apart from who says it; a denial outweighs all doubt."""
    words = kit.language.reporting
    token = sentence.tokens[trigger]
    governors = list(governors_of(token, words))
    chain = [token, *governors]
    denied = any(words.hedge(g.lower_, "denier") for g in governors) or _called_false(chain, words)
    denied = denied or _not_true(chain, words)
    if denied or negated(sentence, trigger, words) or _undone(governors, words):
        return "denies"
    if _unreal(token, governors, words):
        return "hypothetical"
    if _doubted(token, governors, words):
        return "alleges"
    return "asserts"


def stance_of(sentence: Sentence, draft: Draft, kit: Kit) -> Stance:
    """The stance of a draft: what it tells as known is no part of what is said, hoped or denied."""
    if draft.given:
        return "denies" if negated(sentence, draft.at, kit.language.reporting) else "asserts"
    return stance(sentence, draft.at, kit)


def _called_false(chain: Sequence[Token], words: Reporting) -> bool:
    """Whether the clause says that it is not so: `the claims that 17 were | killed | are a fabrication`."""
    top = chain[-1] if chain[-1].dep_ == "nsubj" else next((g.head for g in chain[-1:] if g.dep_ == "acl"), None)
    if top is None or top.dep_ != "nsubj":
        return False
    said = [child for child in top.head.rights if child.dep_ in {"attr", "acomp"}]
    return any(words.hedge(child.lower_, "denier") is not None for child in said)


def _not_true(chain: Sequence[Token], words: Reporting) -> bool:
    """Whether the clause says that it is not true, or false, that it is so: `it is not true that 17 were | killed`."""
    for clause in chain:
        if clause.dep_ not in {"ccomp", "csubj", "advcl"} or clause.head.lower_ not in BE:
            continue
        called = [child for child in clause.head.rights if child.dep_ in {"acomp", "attr"}]
        untrue = any(child.dep_ == "neg" for child in clause.head.children)
        if any(words.hedge(child.lower_, "true" if untrue else "denier") for child in called):
            return True
    return False


def _undone(governors: Sequence[Token], words: Reporting) -> bool:
    """`did not carry out | strikes`: the verb that does the act is said not to have been done."""
    doers = (governor for governor in governors if words.hedge(governor.lower_, "doer"))
    return any(child.dep_ == "neg" and _is_no(child, words) for doer in doers for child in doer.children)


def negated(sentence: Sentence, trigger: int, words: Reporting) -> bool:
    """Whether the event itself is said not to have happened, or to nobody: `was not killed`, `no deaths`."""
    token = sentence.tokens[trigger]
    below = [child for head in (token, *_joined(token)) for child in head.children]
    if any(c.dep_ == "neg" and _is_no(c, words) for c in below):
        return not _only(token)
    if any(_is_no(c, words) or _none(c, words) for c in below if c.dep_ in {"det", "nsubj", "nsubjpass", "preconj"}):
        return True
    if any(_empty(c, words) for c in below if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}):
        return True
    return _before(token, {"without", "no", "never"}, reach=2) or _negated_verb(token)


def _negated_verb(token: Token) -> bool:
    """`were not | killed`, where the parse has lost the particle."""
    if not token.tag_.startswith("V"):
        return False
    near = _stretch(token, _HELPER_REACH)
    particle = any(t.lower_ in {"not", "n't", "n’t", "nt"} for t in near)
    return particle and any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in near) and not _only(token)


def _stretch(token: Token, reach: int) -> list[Token]:
    """The tokens before the trigger in its own clause, nearest last."""
    tokens: Tokens = token.doc
    found: list[Token] = []
    for i in range(token.i - 1, max(-1, token.i - 1 - reach), -1):
        if tokens[i].tag_ in {",", ":", ".", "CC", "WDT", "WP", "NN", "NNS", "NNP", "IN", "CD"}:
            break
        found.append(tokens[i])
    return found[::-1]


def _before(token: Token, words: set[str], reach: int) -> bool:
    return any(
        t.lower_ in words for t in token.doc[max(0, token.i - reach) : token.i] if t.dep_ != "neg" or t.head == token
    )


def _is_no(token: Token, words: Reporting) -> bool:
    return words.hedge(token.lower_, "negator") is not None


def _none(token: Token, words: Reporting) -> bool:
    return words.hedge(token.lower_, "nobody") is not None or (
        token.lower_ == "one" and any(c.lower_ == "no" for c in token.children)
    )


def _empty(token: Token, words: Reporting) -> bool:
    """A subject or object that is nobody: `no civilians`, `none of them`."""
    return _none(token, words) or any(
        c.lower_ in {"no", "neither"} and c.dep_ == "det" and not _bounds(c) for c in token.children
    )


def _bounds(token: Token) -> bool:
    """Whether "no" only bounds a number: `| no | fewer than 12`."""
    return [t.tag_ for t in token.doc[token.i + 1 : token.i + 2]] == ["JJR"]


def _only(token: Token) -> bool:
    """`not only killed`, `not just 12`: no negation."""
    return any(t.lower_ in {"only", "just", "merely"} for t in token.doc[max(0, token.i - 2) : token.i + 2])


def _joined(token: Token) -> Iterator[Token]:
    """The verb that the trigger shares its subject and auxiliaries with: `did not kill or wound`."""
    while token.dep_ == "conj" and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in token.children):
        before = token.doc[max(0, token.i - 1)].lower_
        if before == "but" or any(c.dep_ == "cc" and c.lower_ == "but" for c in token.head.children):
            return
        token = token.head
        yield token


def _unreal(token: Token, governors: list[Token], words: Reporting) -> bool:
    governors = [] if _past(token, words) else governors
    heads = [token, *_joined(token)]
    if any(_modal(c, words) for head in heads for c in head.children if c.dep_ in {"aux", "auxpass"}):
        return True
    if token.tag_.startswith("V") and any(_modal(t, words) for t in _stretch(token, _HELPER_REACH)):
        return True
    if any(
        words.hedge(c.lower_, "condition")
        for head in [token, *governors]
        for c in head.children
        if c.dep_ in {"mark", "prep"} and c.i < head.i
    ):
        return True
    if any(
        _modal(c, words)
        for g in governors
        if g.tag_ in {"VB", "VBN"}
        for c in g.children
        if c.dep_ == "aux" and g.dep_ != "ROOT"
    ):
        return True
    feared = _feared(token, words) or _worry(token, words) or _maybe([token, *governors], words)
    feared = feared or _played([token, *governors], words)
    if feared or _purpose(token, governors, words) or _described([token], "hypothetical", words):
        return True
    return any(
        (hedge := words.hedge(g.lower_, "governor"))
        and hedge.stance == "hypothetical"
        and _planned(g, [token, *governors])
        for g in governors
    )


def _feared(token: Token, words: Reporting) -> bool:
    """`60 feared | killed`, whatever the parse makes of it."""
    before = words.hedge(token.doc[token.i - 1].lower_, "governor") if token.i else None
    return before is not None and before.stance == "hypothetical" and token.tag_ in {"VBN", "JJ"}


def _worry(token: Token, words: Reporting) -> bool:
    """`the main fear was a | bombing`, `a | bombing was the main fear`: what a noun of worry is said to be."""
    other = {"attr": "nsubj", "nsubj": "attr"}.get(token.dep_)
    if other is None or token.head.lower_ not in BE:
        return False
    return any(child.dep_ == other and words.hedge(child.lower_, "worry") for child in token.head.children)


def _played(chain: Sequence[Token], words: Reporting) -> bool:
    """`in the film nine people are | killed`: what is only played or imagined."""
    places = (child for token in chain for child in token.children if child.dep_ == "prep" and child.lower_ == "in")
    return any(words.hedge(noun.lower_, "fiction") for place in places for noun in place.children)


def _maybe(chain: Sequence[Token], words: Reporting) -> bool:
    """`it is possible that 12 were | killed`: what a clause calls possible."""
    clauses = [token for token in chain if token.dep_ in {"ccomp", "csubj", "advcl"} and token.head.lower_ in BE]
    called = (child for token in clauses for child in token.head.rights if child.dep_ == "acomp")
    return any(words.hedge(child.lower_, "maybe") for child in called)


def _past(token: Token, words: Reporting) -> bool:
    """`wanted for previous | bombings`: a noun that is told of as past, whatever is wanted."""
    return token.tag_.startswith("N") and any(c.dep_ == "amod" and words.hedge(c.lower_, "past") for c in token.lefts)


def _planned(governor: Token, chain: list[Token]) -> bool:
    """Under a word of plans a noun, a gerund or an infinitive is unreal; a finite clause (`warned that`) is not."""
    below = next((token for token in chain if token.head == governor and token != governor), None)
    if below is None or below.dep_ not in _CLAUSES:
        return True
    finite = {"VBD", "VBZ", "VBP"}
    return not (below.tag_ in finite or any(c.tag_ in finite for c in below.children if c.dep_ in {"aux", "auxpass"}))


def _purpose(token: Token, governors: list[Token], words: Reporting) -> bool:
    """`to kill 12`: an aim, unless the verb above says that it came to pass or the infinitive is perfect."""
    verbs = [t for t in (token, *_joined(token)) if t.tag_ == "VB"]
    for verb in verbs:
        if _goes_on(verb.head):
            return False
        to = verb.i > 0 and any(t.lower_ == "to" for t in verb.doc[max(0, verb.i - 2) : verb.i])
        if to and verb.tag_ == "VB":
            above = next(iter(governors), None) if verb == token else verb.head
            if verb.dep_ == "relcl" and verb.head.dep_ == "dobj":
                above = verb.head.head  # "led 200 families | to flee"
            return above is None or above.tag_ == "NN" or words.hedge(above.lower_, "achieved") is None
    return False


def _goes_on(verb: Token) -> bool:
    """Whether it leads to what was done then: "| went on | to kill 12"; not "went to Belt to kill 12"."""
    return verb.lower_ in _GOING and any(child.dep_ == "prt" and child.lower_ == "on" for child in verb.rights)


def _modal(token: Token, words: Reporting) -> bool:
    return token.tag_ == "MD" and words.hedge(token.lower_, "modal") is not None


def _doubted(token: Token, governors: list[Token], words: Reporting) -> bool:
    near = _near(token)
    if any(words.hedge(t.lower_, "adverb") for t in near):
        return True
    chain = [token, *governors, *(c for g in governors for c in g.children if c.dep_ == "nsubj")]
    if _described(chain, "alleges", words):
        return True
    if any(words.hedge(g.lower_, "rumour") and g.tag_ in {"NN", "NNS"} for g in governors):
        return True
    return any((hedge := words.hedge(g.lower_, "governor")) and hedge.stance == "alleges" for g in governors)


def _described(chain: Sequence[Token], stance: Stance, words: Reporting) -> bool:
    """Whether an adjective of one of the words takes its firmness away: `the attempted | abduction`."""
    described = (c for t in chain for c in t.children if c.dep_ in {"amod", "advmod"})
    return any((hedge := words.hedge(c.lower_, "adjective")) and hedge.stance == stance for c in described)


def _near(token: Token) -> Iterator[Token]:
    """The tokens of the trigger's own stretch, back to a comma or a conjunction, and its adverbs behind."""
    tokens = token.doc
    for i in range(token.i - 1, max(-1, token.i - 1 - _ADVERB_REACH), -1):
        if tokens[i].text in {",", ";", ":"} or tokens[i].tag_ == "CC":
            break
        yield tokens[i]
    yield from (c for c in token.children if c.dep_ == "advmod")
