"""How a reporting verb stands in its clause: with a subject of its own, as a participle, or so that nobody says it."""

from typing import Literal

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.cue import BE, HAVE, helper_of
from crosswire.read.attribution.subjects import mistagged
from crosswire.read.tokens import Token, Tokens

_MANY = frozenset({"NNS", "NNPS"})


def form_of(tokens: Tokens, at: int, words: Reporting) -> Literal["finite", "participle", "other"]:
    """How the verb stands: with a subject of its own, as `adding that …`, or neither (infinitive, modal, passive)."""
    tag, helper = tokens[at].tag_, helper_of(tokens, at)
    if tag in {"VBD", "VBZ", "VBP", "NNS"}:
        return "finite" if helper is None or helper.lower_ not in BE else "other"
    if tag == "VBG":
        if helper is not None:
            return "finite" if helper.lower_ in BE else "other"
        return "other" if at and tokens[at - 1].lower_ == "as" else "participle"
    if tag == "VBN" and (helper.lower_ in HAVE if helper is not None else mistagged(tokens, at, words)):
        return "finite"
    able = tag == "VB" and (_goes_on(tokens, at) or _no_more(tokens, at) or _is_able(tokens, at))
    return "finite" if able or _has_subject(tokens[at]) else "other"


def _goes_on(tokens: Tokens, at: int) -> bool:
    """`went on | to say`, `continued | to say`."""
    before = tokens.lowers[max(0, at - 2) : at]
    return before[1:] == ("to",) and before[0] in {"on", "continued", "continues", "further"}


def _no_more(tokens: Tokens, at: int) -> bool:
    """`would | only confirm 12 deaths`, `could | say only that`."""
    helper = helper_of(tokens, at)
    return helper is not None and helper.tag_ == "MD" and "only" in tokens.lowers[max(0, at - 1) : at + 3]


def _is_able(tokens: Tokens, at: int) -> bool:
    """`can | confirm that`, `was able to | verify 12 deaths`."""
    helper = helper_of(tokens, at)
    able = tokens.lowers[max(0, at - 2) : at] == ("able", "to")
    return able or (helper is not None and helper.lower_ == "can")


def _has_subject(verb: Token) -> bool:
    """Whether the tagger took a verb for its bare form: `Villagers, allies of the army, | accuse the militia`."""
    held = any(child.dep_ in {"aux", "auxpass"} or child.tag_ in {"TO", "MD"} for child in verb.children)
    return (
        verb.tag_ == "VB"
        and verb.dep_ == "ROOT"
        and not held
        and any(c.dep_ == "nsubj" and c.tag_ in _MANY for c in verb.lefts)
    )
