"""Killed, injured, either, missing: "at least 61 civilians died", "12 in Aleppo and nine in Idlib"; or nobody."""

from collections.abc import Iterator

from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Trigger
from crosswire.read.counts import counts
from crosswire.read.tokens import Token, Tokens
from crosswire.read.whom import befallen

_AMONG = frozenset(["among", "amongst", "to"])  # "no losses | among soldiers"
_VICTIMS = frozenset(["nsubj", "nsubjpass", "dobj"])


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each count of casualties, and for each act of which nobody is said to be a victim."""
    return (*counts(clues, kit, "casualties"), *befallen(clues, kit, "casualties"), *_spared(clues, kit))


def _spared(clues: Clues, kit: Kit) -> Iterator[Draft]:
    """Who is said to have come to no harm: "no | civilians were | killed", "caused no | casualties"."""
    kinds, tied = kit.codebook.kinds.kind, {(tie.trigger.sentence, tie.trigger.at) for tie in clues.ties}
    for trigger in clues.triggers:
        if kinds[trigger.frame.kind].family != "casualties" or (trigger.sentence, trigger.at) in tied:
            continue
        tokens = clues.sentences[trigger.sentence].tokens
        spared = _nobody(tokens, trigger, kit)
        if spared is not None:
            yield _draft(trigger, spared, tokens, kit)


def _nobody(tokens: Tokens, trigger: Trigger, kit: Kit) -> Token | None:
    """The noun that "no" stands with, the trigger itself ("no | deaths") or its victim, or "nobody" alone.

    Who does nothing is no victim: "no group has | killed clerks", "no party | accepted it". What is not told may be:
    "no | losses | were given".
    """
    word, counted = tokens[trigger.at], trigger.frame.counts
    acts = any(child.dep_ == "dobj" for child in word.rights) or "subject" not in trigger.frame.victim
    victims = _VICTIMS - {"nsubj"} if acts else _VICTIMS
    table = nouns(kit.language.numbers)
    for noun in (word, *(child for child in word.children if child.dep_ in victims)):
        known = table.get(noun.lower_)
        if counted and noun is not word and (known is None or known[1].name not in counted):
            continue
        if noun.head.lower_ in kit.language.numbers.untold:
            continue
        if noun.lower_ in kit.language.numbers.nobody or any(
            child.lower_ == "no" and child.i < noun.i for child in noun.lefts
        ):
            return noun
    return None


def _draft(trigger: Trigger, spared: Token, tokens: Tokens, kit: Kit) -> Draft:
    first = min([trigger.first, *(token.i for token in tokens[spared.left_edge.i : spared.i + 1])])
    table = nouns(kit.language.numbers)
    among = [below for child in spared.rights if child.lower_ in _AMONG for below in child.rights]
    counted = [table[token.lower_] for token in (*tokens[first : spared.i + 1], *among) if token.lower_ in table]
    shown, population, _ = counted[-1] if counted else ("people", None, False)
    return Draft(
        sentence=trigger.sentence,
        first=first,
        last=max(trigger.last, spared.i + 1),
        at=trigger.at,
        kind=trigger.frame.kind,
        rule=f"{trigger.frame.name} (nobody)",
        located=True,
        counted=shown,
        side=population.side if population else None,
    )
