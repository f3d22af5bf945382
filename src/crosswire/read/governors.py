"""The words above a trigger whose meaning carries down to it: `| denied | reports of the killing`."""

from collections.abc import Iterator

from crosswire.codebook.reporting import Reporting
from crosswire.read.tokens import Token

_UP = frozenset(
    {
        "pobj",
        "prep",
        "dobj",
        "pcomp",
        "xcomp",
        "ccomp",
        "acl",
        "conj",
        "compound",
        "nsubjpass",
        "nsubj",
        "csubj",
        "auxpass",
        "amod",
        "nmod",
        "attr",
        "dative",
        "agent",
        "oprd",
        "acomp",
    }
)
_ONE = frozenset(["a", "an", "another", "any"])


def governors_of(trigger: Token, words: Reporting) -> Iterator[Token]:
    """The words above the trigger whose meaning carries down to it, up to the clause that asserts.

    A relative clause, an adverbial clause of time, or a subject of another verb ends the way up: `the attack that
    killed 12 was condemned by officials who fear …`. So does what tells of it as known: `urged talks after the | raid`.
    """
    token, below = trigger, trigger
    while token.head != token and token.dep_ in _UP:
        above = token.head
        if token.dep_ in {"nsubj", "nsubjpass", "csubj"}:
            told = below.head == token and below.dep_ == "acl"  # "those | killed are expected to be buried"
            if words.hedge(above.lower_, "denier", "governor") and token.dep_ == "nsubjpass" and not told:
                yield above
            return
        if token.dep_ == "dobj" and words.hedge(above.lower_, "governor") and above.lower_.startswith("claim"):
            return
        if ";" in token.doc.lowers[min(token.i, above.i) : max(token.i, above.i)]:
            return  # "the rebels | claimed 12 kills; the army rejected that": two statements, not one
        if token.dep_ == "ccomp" and [behind.lower_ for behind in above.doc[above.i + 1 : above.i + 2]] == ["by"]:
            return  # "an attack claimed by the group | killed": a participle that the parse took for the verb
        if _is_known(token, trigger, words):
            return
        if token.dep_ != "conj":
            yield above  # `claimed 21 lives and wounded dozens`: what is joined to a verb does not hang on it
        token, below = above, token


def _is_known(token: Token, trigger: Token, words: Reporting) -> bool:
    """Whether a noun is told of as known where it hangs: `act after the | bombing`, `an end to the | shelling`."""
    if trigger.tag_.startswith("N") and token.dep_ in {"pobj", "pcomp"} and words.hedge(token.head.lower_, "past"):
        return True
    near = token == trigger or (token == trigger.head and token.dep_ == "prep")
    return near and words.hedge(token.head.lower_, "ending") is not None and _goes_on(trigger, words)


def _goes_on(trigger: Token, words: Reporting) -> bool:
    """Whether what is to end has begun: `the | shelling`, `| clashes`; not `a | bombing`, `further | raids`."""
    if any(c.dep_ == "nummod" or c.lower_ in _ONE or words.hedge(c.lower_, "more") for c in trigger.lefts):
        return False
    return trigger.tag_ in {"NNS", "VBG"} or trigger.lower_.endswith("ing")
