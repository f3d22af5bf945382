"""The tense of the clause of a time expression: it tells the "on Monday" of last week from that of the next."""

from collections.abc import Sequence

from crosswire.codebook.calendar import Calendar
from crosswire.read.clues import Sentence
from crosswire.read.dates.expression import Tense
from crosswire.read.tokens import Token

_VERBS = 5  # words above a date among which the verb that carries its tense is sought


def tense(sentence: Sentence, span: tuple[int, int], calendar: Calendar, *, since: bool) -> Tense:
    """The tense at the tokens `span`, empty where it cannot be told.

    Future by "will", "expected", "due", "until" above or beside it, past by its own verb. A date that opens a span
    (`since`) is past.
    """
    first, _ = span
    before = sentence.tokens[first - 1] if first else None
    if before is not None and before.lower_ in calendar.future:
        return "future"
    if before is not None and before.lower_ in calendar.deadline:
        return "future" if sentence.parsed and _coming(before.head, calendar) else ""
    if not sentence.parsed or since:
        return "past" if sentence.parsed else ""
    return _by_verb(sentence.tokens[first], span, calendar)


def _by_verb(token: Token, span: tuple[int, int], calendar: Calendar) -> Tense:
    """The tense of the nearest word above that has one."""
    inside = range(*span)
    while token.head.i in inside and token.head.i != token.i:
        token = token.head
    direct = True
    for _ in range(_VERBS):
        if _coming(token, calendar):
            return "future"
        if token.tag_.startswith("VB"):
            helpers = _helpers(token)
            if token.tag_ == "VBD" or any(child.tag_ in {"VBD", "VBP", "VBZ"} for child in helpers):
                past = token.tag_ in {"VBD", "VBN"} or any(child.tag_ == "VBD" for child in helpers)
                return "past" if past and direct else ""
            direct = direct and token.tag_ == "VBN"
        told = token.tag_ == "IN" or token.dep_ == "nsubj"  # "a raid in August | killed two"
        direct = direct and (told or token.tag_.startswith(("NNP", "VB")) or token.i in inside)
        if token.head.i == token.i:
            break
        token = token.head
    return ""


def _coming(token: Token, calendar: Calendar) -> bool:
    """Whether a verb, its helper, or an adjective puts it in the future: "is due", "would leave"."""
    future = calendar.future
    if token.lower_ in future and (token.tag_.startswith("VB") or token.tag_ == "JJ"):
        return True
    return token.tag_.startswith("VB") and any(child.lower_ in future for child in _helpers(token))


def _helpers(verb: Token) -> Sequence[Token]:
    return [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
