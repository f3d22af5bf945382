"""On which side of a reporting verb the words stand that it reports."""

from crosswire.codebook.reporting import Reporting, Verbs
from crosswire.read.attribution import nominals
from crosswire.read.attribution.cue import BREAKS, FINITE, QUOTES, TURNS, Side
from crosswire.read.attribution.nominals import Range
from crosswire.read.tokens import Tokens

_PHRASE = 6  # tokens of an adverbial's noun phrase at most
_COUNTED = frozenset({"JJ", "NN", "NNS", "VBN", "CD"})
_WHICH = frozenset({"this", "last", "the", "next"})
_BESIDE = frozenset({"as", "while", "when"})
_CLOSING = QUOTES | {",", ".", "!", "?"}
_GOES_ON = QUOTES | {":"}
_STARTS = frozenset({"that", "whether", "how", "why", "what"})


def side_of(tokens: Tokens, clause: Range, group: Verbs, words: Reporting, *, speaking: bool) -> Side | None:
    """Where the words stand around the reporting clause. None where nothing that this verb could report is there."""
    first, last = clause
    if _has_quoted(tokens, clause, words):
        return "left"
    left, set_off = _told_before(tokens, first), _set_off(tokens, first)
    things = group.takes == "thing" or (not left and group.takes == "speech")
    if complement(tokens, last, words, things=things, strict=group.takes == "clause"):
        return "right"
    if left and first and tokens[first - 1].lower_ in _BESIDE and not _trails(tokens, last, words):
        return "right" if group.takes != "clause" else None
    if not left:
        rest = any(t.text not in BREAKS for t in tokens[last:])
        return ("right" if group.takes != "clause" else None) if rest else "both"
    if group.takes == "clause" and not set_off and not (speaking and _closes(tokens, last)):
        return None
    return "both"


def _trails(tokens: Tokens, last: int, words: Reporting) -> bool:
    """Whether nothing but a time or place follows: `…, as the army said on Friday`; not `as he wrote to the army`."""
    at = _skip_adverbials(tokens, last, len(tokens), words)
    to = last < len(tokens) and tokens[last].lower_ == "to"
    return not to or at >= len(tokens)


def side_of_inverted(tokens: Tokens, clause: Range, words: Reporting) -> Side | None:
    """Where the words stand around a clause that begins with its verb: `…, | said the governor`."""
    first, _ = clause
    if first == 0:
        return "right"
    if _has_quoted(tokens, clause, words):
        return "left"
    return "both" if _told_before(tokens, first) or _set_off(tokens, first) else None


def _has_quoted(tokens: Tokens, clause: Range, words: Reporting) -> bool:
    """`“We blame nobody,” | the mayor said | at a funeral for three guards`: a quotation just before is all he says.

    What follows says where, when and of what he spoke, unless it begins with `that` or is quoted too.
    """
    first, last = clause
    marks = {token.text for token in tokens[max(0, first - 2) : first]}
    closed = len(marks) > 1 and not marks.isdisjoint(QUOTES) and marks <= _CLOSING
    whole = tokens[0].text in QUOTES or sum(token.text in QUOTES for token in tokens[:first]) == 1
    if not (closed and whole) or any(token.text in _GOES_ON for token in tokens[last:]):
        return False
    behind = [(token.lower_, token.tag_) for token in tokens[_skip_adverbials(tokens, last, len(tokens), words) :][:2]]
    return not behind or behind[0][0] not in _STARTS or behind[-1][1] in FINITE


def _told_before(tokens: Tokens, first: int) -> bool:
    verbs = any(t.tag_.startswith("V") or t.tag_ in {"MD", "CD"} for t in tokens[:first])
    return verbs or (_set_off(tokens, first) and tokens[first - 1].text in QUOTES)


def _set_off(tokens: Tokens, first: int) -> bool:
    """Whether a mark stands before; one that opens the sentence ends nothing: `“ | Soldiers found four bodies`."""
    if first == 0 or tokens[first - 1].text not in BREAKS or _opens(tokens, first - 1):
        return False
    return first > 1 or bool(tokens[0].whitespace_)


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a quotation mark opens what stands behind it: `adding, | “Troops responded`."""
    spaced = at == 0 or bool(tokens[at - 1].whitespace_)
    return tokens[at].text in QUOTES and spaced and not tokens[at].whitespace_


def _closes(tokens: Tokens, last: int) -> bool:
    """`… in the clashes it added.`, `… the Observatory added without giving details.`: no other verb follows."""
    to = last < len(tokens) and tokens[last].lower_ in {"to", "with", "by"}  # "the army responded | with rockets"
    return not to and not any(t.tag_ in FINITE for t in tokens[last:])


def complement(tokens: Tokens, start: int, words: Reporting, *, things: bool, strict: bool = False) -> bool:
    """Whether the thing said begins at `start`, over adverbials (`on Friday in a statement`)."""
    stop = len(tokens)
    i = _skip_adverbials(tokens, start, stop, words)
    i += i + 1 < stop and tokens[i].text == "(" and tokens[i + 1].text.isdigit()  # "documented | (3) deaths"
    if i >= stop:
        return False
    if i == start and not strict and _number(tokens, i, stop):
        return True
    token = tokens[i]
    if (token.lower_ in _STARTS and not (token.lower_ == "what" and tokens[i - 1].tag_ == "IN")) or token.text in {
        ":",
        "“",
        '"',
        "``",
        "«",
    }:
        return True
    if things and i == start and token.tag_ == "VBG":
        return True
    if token.lower_ in TURNS or token.text in BREAKS or token.tag_ in FINITE | {"VBG", "CC", "WP", "WDT", "IN", "TO"}:
        return (
            token.tag_ == "IN" and token.lower_ not in TURNS and i == start and _clause(tokens, i, stop, strict=strict)
        )
    return _clause(tokens, i, stop, strict=strict) or (things and token.tag_ not in {"RB", ".", ","})


def _number(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether what is said is a count with nothing behind it but its people: `medics say | 25`, `say | 30 dead`."""
    while at < stop and tokens[at].tag_ in {"RB", "JJR", "JJS", "IN", "RBR", "RBS"} and tokens[at].text not in BREAKS:
        at += 1
    if at >= stop or tokens[at].tag_ != "CD":
        return False
    behind = next((token for token in tokens[at + 1 : stop] if token.tag_ not in _COUNTED), None)
    return behind is None or behind.text in BREAKS


def _skip_adverbials(tokens: Tokens, start: int, stop: int, words: Reporting) -> int:
    """Over `on Friday`, `in a statement`, `late on Monday`; over commas only where `that` or a quote follows."""
    i = start
    while i < stop:
        token = tokens[i]
        if token.tag_ == "RB" or token.lower_ in {"late", "early", "earlier"}:
            i += 1
        elif (
            token.lower_ in {"on", "in", "by", "at", "during", "via", "to", "through", "from"}
            and (end := _short_phrase(tokens, i + 1, stop, words)) > i + 1
        ):
            i = end
        elif (
            (token.tag_ in {"NNP", "CD"} and i > start and token.text.isdigit() and tokens[i - 1].tag_ == "NNP")
            or _day(tokens, i, stop, words)
            or (token.lower_ in _WHICH and i + 1 < stop and nominals.is_time(tokens, i + 1, words))
            or (i > start and tokens[i - 1].lower_ in _WHICH and nominals.is_time(tokens, i, words))
            or (i > start and _day(tokens, i - 1, stop, words) and nominals.is_time(tokens, i, words))
            or token.lower_ in {"today", "yesterday"}
            or (token.text == "," and i + 1 < stop and (tokens[i + 1].lower_ == "that" or tokens[i + 1].text in QUOTES))
        ):
            i += 1
        else:
            return i
    return i


def _day(tokens: Tokens, at: int, stop: int, words: Reporting) -> bool:
    """Whether a weekday stands there: `authorities reported | this | Saturday`."""
    return at < stop and tokens[at].text[0].isupper() and words.is_noun(tokens[at].lower_, "day")


def _short_phrase(tokens: Tokens, start: int, stop: int, words: Reporting) -> int:
    """The end of a short noun phrase: weekday with date, or article, adjectives and one noun group."""
    i = start
    if i < stop and words.is_noun(tokens[i].lower_, "day"):
        return i + 1
    while (
        i < stop
        and i - start < _PHRASE
        and tokens[i].tag_ in {"DT", "JJ", "NN", "NNS", "NNP", "PRP$", "HYPH", "POS", "VBN"}
    ):
        i += 1
        if tokens[i - 1].tag_ == "NN" and i < stop and tokens[i].tag_ not in {"NN", "HYPH", "POS", "NNS"}:
            break
    return i


def _clause(tokens: Tokens, start: int, stop: int, *, strict: bool) -> bool:
    """A finite verb with something before it, within the next comma-free stretch."""
    for i in range(start, min(stop, start + 25)):
        if tokens[i].tag_ in FINITE:
            return i > start
        if strict and i > start and tokens[i].tag_ in {"WRB", "WP"} and tokens[i - 1].lower_ == "into":
            return False  # "promised an inquiry into | how 12 people died"
        if tokens[i].text in {";", ":"} or (i == start and tokens[i].tag_ in {"WP", "WDT"}):
            return False
        if strict and (tokens[i].text == "," or tokens[i].lower_ in TURNS):
            return False
    return False
