"""The subject that the parser gives a verb, or the verb that this one hangs on."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, DO, FINITE, HAVE
from crosswire.read.attribution.nominals import Range
from crosswire.read.tokens import Tokens

_NAMES = frozenset({"NNP", "NNPS"})
_IN = frozenset({"in", "at", "near", "outside", "from"})


def parsed_subject(tokens: Tokens, at: int, words: Reporting) -> Range | None:
    """The parser's subject, if it stands left of the verb, reaches it, and holds no verb before its head."""
    verb = tokens[at]
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < at), None)
    if subject is None:
        return None
    if subject.tag_ in {"WP", "WDT"} and subject.i > 0:
        return nounphrases.before(tokens, subject.i - (tokens[subject.i - 1].text == ","), words)
    first, last = subject.left_edge.i, subject.right_edge.i + 1
    first = next((i + 1 for i in range(subject.i - 1, first, -1) if nounphrases.is_dash(tokens, i)), first)
    if first == 0 and (filed := _dateline(tokens, last)):
        first, subject = filed, next((t for t in tokens[filed:last] if t.tag_ in _NAMES), subject)
    if first > 0 and tokens[first - 1].lower_ in _IN and subject.tag_ == "NNP":
        return None  # "Meanwhile in | Tesk, Col. Karim Dabbagh, the spokesman, told"
    if any(t.tag_ in FINITE for t in tokens[first : subject.i]) or any(
        t.tag_ in FINITE for t in tokens[last:at] if t.lower_ not in BE | HAVE | DO
    ):
        return None
    stop = next((t.i for t in tokens[subject.i : last] if t.tag_ in {"WP", "WDT", "VBD", "VBZ", "VBP", "MD"}), last)
    while stop > first and tokens[stop - 1].text in BREAKS | {"("}:
        stop -= 1
    while first < stop - 1 and tokens[first].text in BREAKS:
        first += 1
    return (first, stop) if stop > first else None


def _dateline(tokens: Tokens, last: int) -> int:
    """Where a dateline ends that the parser took for the subject: `NEW TOLBO, 21 May - | Colonel Bold, …, denied`."""
    dash = next((i for i in range(1, last - 1) if nounphrases.is_dash(tokens, i) or tokens[i].text in {"–", "—"}), 0)
    before = tokens[:dash]
    capitals = dash and before[0].text.isupper() and all(t.text[0].isupper() or not t.text.isalpha() for t in before)
    return dash + 1 if capitals and any(t.text[0].isdigit() for t in before) else 0


def shared_subject(tokens: Tokens, at: int, words: Reporting) -> Range | None:
    """The subject of the verb that this one hangs on: `X visited the town and said`, `X held a meeting, saying`.

    That verb may stand behind: `The army, despite | admitting that 12 died, said`. The parse may hang it on this one:
    `The source gave no names, however | noted`.
    """
    verb = tokens[at]
    for _ in range(4):
        verb = verb.head
        found = parsed_subject(tokens, verb.i, words) if verb.tag_.startswith("V") else None
        if found and found[1] <= at and (verb.i < at or tokens[found[1]].text == ","):
            return found
    before = (child for child in tokens[at].lefts if child.dep_ == "ccomp" and child.tag_.startswith("V"))
    return next((found for child in before if (found := parsed_subject(tokens, child.i, words))), None)
