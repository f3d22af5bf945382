"""What the grammar around an act says of its scope: its tense, what has done it, in what people fell."""

from collections.abc import Iterator

from crosswire.codebook.frames import Frames
from crosswire.codebook.scope import Scoping
from crosswire.read.tokens import Token, Tokens

_HAVE = frozenset(["has", "have", "'s", "'ve"])
_HAD = frozenset(["had", "having"])
_APART = frozenset(["ccomp", "relcl", "advcl", "acl"])
_SECOND = 2  # the place of the first word that can follow a name and a comma
_UP = 3  # words from the act to the verb in the perfect: "has left 12 people | dead"
_SUBJECTS = frozenset(["nsubj", "csubj"])
_SINGLE = frozenset(["NN", "NNP"])


def subject(verb: Token) -> str:
    """The word that is the verb's own subject, or for which it stands ("attacks | that have left"), or nothing."""
    own = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if own is None:
        return ""
    return verb.head.lower_ if verb.dep_ == "relcl" and own.tag_ == "WDT" else own.lower_


def doer(act: Token, *, told: bool) -> str:
    """What has done the act, if the verb is in the perfect: "the | fighting | has claimed 60 lives".

    With `told`, also what did it: "the | operation | killed 60" of no day.
    """
    verb = act
    for _ in range(_UP):
        if (verb.tag_ == "VBN" and _helpers(verb) & (_HAVE | _HAD)) or (told and verb.tag_ == "VBD"):
            return subject(verb) or (subject(verb.head) if verb.dep_ == "conj" else "")
        if verb.head is verb or verb.dep_ in _APART:
            return ""
        verb = verb.head
    return ""


def in_perfect(act: Token) -> bool:
    """Whether it has been done by now, or had been when somebody said so: "150 people | had fled"."""
    verb = act
    for _ in range(_UP):
        if _helpers(verb) & (_HAVE | _HAD):
            return True
        if verb.head is verb or verb.tag_ in {"VBD", "VBZ", "VBP"} or (verb.dep_ in _APART and verb.tag_ != "VB"):
            return False
        verb = verb.head
    return bool(_helpers(verb) & (_HAVE | _HAD))


def is_to_come(act: Token) -> bool:
    """Whether it has not been done yet, or only may be: "500 will be | evacuated", "plans to | evacuate 500"."""
    verb = act
    for _ in range(_UP):
        if any(child.dep_ == "aux" and child.tag_ in {"MD", "TO"} for child in verb.children):
            return True
        if verb.head is verb or verb.dep_ in _APART:
            return False
        verb = verb.head
    return False


def happened_once(act: Token, frames: Frames) -> bool:
    """Whether the act is what one occurrence did: "the attack | killed 1,300", "1,300 were | killed in an attack"."""
    subjects = [child for child in act.children if child.dep_ in _SUBJECTS]
    verb = act.head if act.dep_ == "conj" else act
    if not subjects:
        subjects = [child for child in verb.children if child.dep_ == "nsubj"] or _before(verb, frames)
    if any(child.lower_ in frames.occurrences and child.tag_ in _SINGLE for child in subjects):
        return True
    causes = (child for child in act.rights if child.lower_ in frames.causes)
    fell = (noun for cause in causes for noun in cause.rights if noun.dep_ == "pobj" and noun.tag_ in _SINGLE | {"VBG"})
    return any(noun.lower_ in frames.occurrences for noun in fell)


def _before(verb: Token, frames: Frames) -> list[Token]:
    """The occurrence that stands before a verb without a subject: "In Adra, an | attack | on a market left 12 dead"."""
    if verb.tag_ != "VBD":
        return []
    before = [token for token in verb.subtree if token.i < verb.i]
    if any(token.tag_ in {"VBD", "VBZ", "VBP"} for token in before):
        return []
    return [
        token
        for token in before
        if token.lower_ in frames.occurrences and any(child.dep_ == "det" for child in token.children)
    ]


def told_apart(tokens: Tokens, act: Token | None, scoping: Scoping, counted: int | None = None) -> list[str]:
    """The words in lower case, with a bar for each that another clause tells of a thing or a place.

    Handles `40 died in a town, | which was taken in 2014`, `14 wounded of a force | that has lost hundreds`. What is
    told of the fight in which they fell stays, `40 died in clashes that lasted for days`, and what is told of the noun
    `counted`: `the deaths of | 40 people who have died in recent raids`.
    """
    words = list(tokens.lowers)
    above = set(_upwards(act)) if act is not None else set()
    for verb in tokens:
        if verb.i in above or words[verb.i] == "|":
            continue  # the act stands in its clause, or the clause in another one that is told apart
        if _describes(verb, tokens, counted) and verb.head.lower_ not in scoping.events:
            for token in verb.subtree:
                words[token.i] = "|"
    return words


def _upwards(token: Token) -> Iterator[int]:
    """The place of the token and of all on which it hangs."""
    yield token.i
    while token.head is not token:
        token = token.head
        yield token.i


def _describes(verb: Token, tokens: Tokens, counted: int | None) -> bool:
    """Whether a clause only describes a thing or a place: "a town | which was", "a town | seized", "Tibna, | seized".

    "Which" is nobody who could be counted, whatever the clause is said to hang on.
    """
    if _is_number_of(verb.head):
        return False
    if verb.dep_ == "relcl":
        return verb.head.i != counted or any(child.lower_ == "which" for child in verb.lefts)
    if verb.tag_ != "VBN" or verb.i < _SECOND:
        return False
    named = tokens[verb.i - 1].text == "," and tokens[verb.i - 2].dep_ == "pobj"
    return (verb.dep_ == "acl" and verb.head.i != counted) or (named and verb.dep_ in {"conj", "advcl", "acl"})


def _is_number_of(noun: Token) -> bool:
    """Whether those are meant whose number is told: "the number of | reporters | killed in the war"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"number", "total"}


def begun(act: Token, tokens: Tokens, at: int, scoping: Scoping) -> bool:
    """Whether the word `at` tells since when what lasts has gone on: "40 died in the war that began in | May".

    The act itself is not told of there.
    """
    for verb in tokens:
        if verb.dep_ in {"relcl", "acl"} and verb.lower_ in scoping.onsets and verb.head.lower_ in scoping.lasting:
            clause = {token.i for token in verb.subtree}
            if at in clause and act.i not in clause:
                return True
    return False


def _helpers(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.children if child.dep_ == "aux")


def by_strikes(act: Token, frames: Frames) -> bool:
    """Whether attacks in the plural did it: "its | strikes | have killed 700", "700 died in the group's | raids"."""
    if doer(act, told=True) in frames.several:
        return True
    fell = (noun for cause in act.subtree if cause.lower_ in frames.causes for noun in cause.rights)
    return any(noun.dep_ == "pobj" and noun.lower_ in frames.several for noun in fell)


def is_told_of_another(act: Token, first: Token, last: int) -> bool:
    """Whether a time from the word `first` on is that of a noun in a clause beside the act's.

    Handles `Gunmen killed ten to avenge the | 1984 | raid` and `… in revenge for the | 1984 | raid`, not `ten died in
    the | 1984 | raid`.
    """
    noun = first.head
    if noun.i < last or noun.tag_ not in {"NN", "NNS"} or not any(letter.isdigit() for letter in first.text):
        return False
    if noun.i in _upwards(act):
        return False  # "blamed for a | 2015 | ambush that killed ten"
    if noun.dep_ == "pobj" and noun.head.lower_ == "for":
        return True
    verb = noun
    while verb.head is not verb and not verb.tag_.startswith("VB"):
        if verb is act:
            return False
        verb = verb.head
    if verb.dep_ not in {"advcl", "xcomp", "acl", "relcl"} or verb is act:
        return False
    return act.i not in {token.i for token in verb.subtree}
