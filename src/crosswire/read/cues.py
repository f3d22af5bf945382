"""Reporting cues of one sentence: the verb or phrase, whose words they are, who carries them, where the words stand.

Handles `X said …`, `…, said X`, `…, X said`, `… X said on Friday` without commas, `according to X`, `reported by X`,
`was quoted by Y as saying`, `Y quoted X as saying`, `citing X`, `told Y`, `adding that`, `putting the toll at`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from crosswire.codebook.reporting import Reporting, Verbs
from crosswire.read import nounphrases
from crosswire.read.nounphrases import Range
from crosswire.records import Stance

Side = Literal["left", "right", "both"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "ve"})
_DO = frozenset({"do", "does", "did"})
_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_BREAKS = frozenset({",", ".", ";", ":", "-", "–", "—", "--", "!", "?", ")", *_QUOTES})
_STARTS = frozenset({"that", "whether", "how", "why", "what"})
_TURNS = frozenset(
    {
        "as",
        "after",
        "while",
        "when",
        "and",
        "but",
        "with",
        "who",
        "which",
        "because",
        "amid",
        "before",
        "since",
        "although",
        "though",
        "whereas",
        "where",
        "following",
        "without",
        "despite",
        "until",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One cue. `first:last` covers the reporting clause with its source; `at` is the cue's main token.

    `inherits`: the source is that of the cue before it in the sentence, else `source`. `relays`: who carried it, from the speaker outwards.
    """

    at: int
    first: int
    last: int
    side: Side
    source: Range | None = None
    inherits: bool = False
    relays: tuple[Range, ...] = ()
    stance: Stance = "asserts"
    quoting: bool = False


def cues(tokens: Doc, words: Reporting) -> tuple[Cue, ...]:
    """The cues of one sentence in order; relays and quoted sources are already in their places."""
    found = [cue for i in range(len(tokens)) if (cue := _verb(tokens, i, words) or _phrase(tokens, i, words))]
    return _with_relays(tokens, _with_quoted(found), words)


def _verb(tokens: Doc, at: int, words: Reporting) -> Cue | None:
    group = words.verb(tokens[at].lower_)
    if group is None or not tokens[at].tag_.startswith("VB") or _negated(tokens, at) or _spared(tokens, at, group):
        return None
    if group.quotes:
        return _quote_verb(tokens, at, group, words)
    if group.counts:
        return _count_verb(tokens, at, group, words)
    if (by := _agent(tokens, at)) is not None:
        return _passive(tokens, at, by, group, words)
    match _form(tokens, at):
        case "finite":
            return _finite(tokens, at, group, words)
        case "participle":
            return _participle(tokens, at, group, words)
    return None


def _form(tokens: Doc, at: int) -> Literal["finite", "participle", "other"]:
    """How the verb stands: with a subject of its own, as `adding that …`, or neither (infinitive, modal, passive)."""
    tag, helper = tokens[at].tag_, _helper(tokens, at)
    if tag in {"VBD", "VBZ", "VBP"}:
        return "finite" if helper is None or helper.lower_ not in _BE else "other"
    if tag == "VBG":
        if helper is not None:
            return "finite" if helper.lower_ in _BE else "other"
        return "other" if at and tokens[at - 1].lower_ == "as" else "participle"
    if tag == "VBN" and helper is not None and helper.lower_ in _HAVE:
        return "finite"
    if (
        tag == "VB"
        and at > 1
        and tokens[at - 1].lower_ == "to"
        and tokens[at - 2].lower_ in {"on", "continued", "continues"}
    ):
        return "finite"
    return "other"


def _helper(tokens: Doc, at: int) -> Token | None:
    """The auxiliary just before the verb, over adverbs."""
    i = at - 1
    while i >= 0 and tokens[i].tag_ in {"RB", "RBR"}:
        i -= 1
    if i >= 0 and (tokens[i].lower_ in _BE | _HAVE | _DO or tokens[i].tag_ == "MD") and tokens[i].tag_ != "POS":
        return tokens[i]
    return None


def _negated(tokens: Doc, at: int) -> bool:
    """`did not say`, `could not confirm`, `has yet to comment`, `refused to say`: nothing is vouched for."""
    near = {t.lower_ for t in tokens[max(0, at - 3) : at]}
    return bool(near & {"not", "n't", "n’t", "never", "cannot"}) and _helper(tokens, at) is not None


def _spared(tokens: Doc, at: int, group: Verbs) -> bool:
    """`claimed the lives of`, `the confirmed deaths`, `what they described as`: the same word, no speech."""
    token = tokens[at]
    near = {t.lower_ for t in tokens[at + 1 : at + 6]}
    attributive = (
        token.tag_ in {"VBN", "VBG", "VBD"} and at > 0 and tokens[at - 1].tag_ in {"DT", "CD", "JJ", "PRP$", "HYPH"}
    )
    what = any(t.lower_ == "what" for t in tokens[max(0, at - 5) : at]) and any(
        t.lower_ == "as" for t in tokens[at : at + 4]
    )
    return (
        what
        or bool(near & group.unless)
        or (attributive and at + 1 < len(tokens) and tokens[at + 1].tag_.startswith(("NN", "JJ")))
    )


def _agent(tokens: Doc, at: int) -> int | None:
    """The index of `by` after a passive participle, over one adverb."""
    if tokens[at].tag_ not in {"VBN", "VBD"}:
        return None
    return next(
        (
            i
            for i in range(at + 1, min(at + 3, len(tokens)))
            if tokens[i].lower_ == "by" and (i == at + 1 or tokens[at + 1].tag_ == "RB")
        ),
        None,
    )


def _passive(tokens: Doc, at: int, by: int, group: Verbs, words: Reporting) -> Cue | None:
    source = nounphrases.after(tokens, by + 1, words)
    bare = at > 0 and words.is_noun(tokens[at - 1].lower_, "evidence", "utterance") and tokens[at - 1].lower_ != "toll"
    if source is None or not group.passive or bare:
        return None
    side: Side = "right" if _leads(tokens, at) else "both"
    return Cue(
        at=at,
        first=at - (at > 0 and tokens[at - 1].lower_ == "as"),
        last=source[1],
        side=side,
        source=source,
        stance=group.stance,
    )


def _leads(tokens: Doc, at: int) -> bool:
    """Whether nothing with a verb or number stands before: `As reported by X, …`, `Earlier, according to X, …`."""
    return not any(t.tag_.startswith("V") or t.tag_ in {"MD", "CD"} for t in tokens[:at]) and at <= 6


def _quote_verb(tokens: Doc, at: int, group: Verbs, words: Reporting) -> Cue | None:
    helper = _helper(tokens, at)
    saying = next(
        (
            i
            for i in range(at + 1, min(at + 16, len(tokens)))
            if tokens[i].lower_ == "as" and i + 1 < len(tokens) and tokens[i + 1].tag_ == "VBG"
        ),
        None,
    )
    if helper is not None and helper.lower_ in _BE and tokens[at].tag_ == "VBN":
        return _quoted_passive(tokens, at, saying, words)
    source = nounphrases.after(tokens, at + 1, words)
    if source is None or tokens[at].tag_ == "VBN" or not _speaks(tokens, source, words):
        return None
    if tokens[at].tag_ == "VBG":
        return Cue(at=at, first=at, last=source[1], side="both", source=source, quoting=True)
    carrier = _subject(tokens, at, words)
    last = source[1] if saying is None else saying + 2
    side: Side = "left" if saying is None else "right"
    first = min(carrier[0], at) if carrier else at
    return Cue(
        at=at,
        first=first,
        last=last,
        side=side,
        source=source,
        relays=(carrier,) if carrier else (),
        stance=group.stance,
    )


def _quoted_passive(tokens: Doc, at: int, saying: int | None, words: Reporting) -> Cue | None:
    source = _subject(tokens, at, words)
    last = at + 1 if saying is None else saying + 2
    carrier = None
    for i in {at + 1, last}:
        if i < len(tokens) and tokens[i].lower_ == "by":
            carrier = nounphrases.after(tokens, i + 1, words)
            last = max(last, carrier[1] if carrier else last)
    if source is None:
        return None
    side: Side = "right" if _complement(tokens, last, len(tokens), things=False) else "left"
    return Cue(at=at, first=source[0], last=last, side=side, source=source, relays=(carrier,) if carrier else ())


def _count_verb(tokens: Doc, at: int, group: Verbs, words: Reporting) -> Cue | None:
    """`put the toll at`, `putting the number of dead at`, `raised the toll … to 61`."""
    goals = {"at"} if tokens[at].lower_.startswith(("put", "est")) else {"at", "to"}
    goal = next((i for i in range(at + 2, min(at + 24, len(tokens))) if tokens[i].lower_ in goals), None)
    if goal is None or not any(
        words.is_noun(t.lower_, "utterance") or t.lower_ in {"number", "dead"}
        for t in tokens[at + 1 : min(goal, at + 8)]
    ):
        return None
    source = None if tokens[at].tag_ == "VBG" else _subject(tokens, at, words)
    first = min(source[0], at) if source else at
    return Cue(
        at=at, first=first, last=at + 1, side="right", source=source, inherits=source is None, stance=group.stance
    )


def _finite(tokens: Doc, at: int, group: Verbs, words: Reporting) -> Cue | None:
    last, relay = _addressee(tokens, at, words)
    source, inverted = _inverted(tokens, at, last, words), True
    if source is None:
        source, inverted = _subject(tokens, at, words), False
    inherits = source is None and _shares(tokens, at)
    if source is None and not inherits:
        return None
    if inherits:
        source = _shared_subject(tokens, at, words)
    if group.evidence and not (source and _is_evidence(tokens, source, words)):
        return None
    first = min(source[0], at) if source and not inherits else at
    last = max(last, source[1]) if source else last
    side = _side(tokens, first, last, group, inverted=inverted)
    if side is None:
        return None
    relays = (relay,) if relay else ()
    return Cue(
        at=at, first=first, last=last, side=side, source=source, inherits=inherits, relays=relays, stance=group.stance
    )


def _is_evidence(tokens: Doc, source: Range, words: Reporting) -> bool:
    return words.is_noun(tokens[nounphrases.head(tokens, source, words)].lower_, "evidence", "utterance")


def _participle(tokens: Doc, at: int, group: Verbs, words: Reporting) -> Cue | None:
    last, relay = _addressee(tokens, at, words)
    if not _complement(tokens, last, len(tokens), things=group.takes == "thing", strict=group.takes == "clause"):
        return None
    source = _shared_subject(tokens, at, words)
    return Cue(
        at=at,
        first=at,
        last=last,
        side="right",
        source=source,
        inherits=True,
        relays=(relay,) if relay else (),
        stance=group.stance,
    )


def _addressee(tokens: Doc, at: int, words: Reporting) -> tuple[int, Range | None]:
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


def _subject(tokens: Doc, at: int, words: Reporting) -> Range | None:
    end = _before_helpers(tokens, at, words)
    if end == 0:
        return None
    if tokens[end - 1].text in _BREAKS and tokens[end - 1].text not in _QUOTES and tokens[end - 1].text != ")":
        return _parsed_subject(tokens, at, words) or _over_apposition(tokens, end - 1, words)
    found = nounphrases.before(tokens, end, words)
    if found is None:
        return None if tokens[end - 1].tag_ == "CC" else _parsed_subject(tokens, at, words)
    if tokens[end - 1].tag_ in {"WP", "WDT"} and end >= 2 and nounphrases.is_pronoun(tokens, end - 1):
        return _antecedent(tokens, at, end - 1, words) or found
    parsed = _parsed_subject(tokens, at, words)
    if (
        parsed
        and parsed[1] == found[1]
        and parsed[0] < found[0]
        and tokens[found[0] - 1].tag_ in {"IN", ",", "CC", "POS", "TO"}
    ):
        return parsed
    return found


def _antecedent(tokens: Doc, at: int, pronoun: int, words: Reporting) -> Range | None:
    """Whom `who` and `which` take up: the parser's noun, else the phrase just before."""
    noun = tokens[at].head
    if tokens[at].dep_ == "relcl" and noun.i < pronoun and noun.tag_.startswith("NN"):
        return nounphrases.before(tokens, noun.i + 1, words)
    return nounphrases.before(tokens, pronoun - (tokens[pronoun - 1].text == ","), words)


def _before_helpers(tokens: Doc, at: int, words: Reporting) -> int:
    """The end of what may be the subject: back over adverbs, auxiliaries and days."""
    end = at
    while end > 0:
        token = tokens[end - 1]
        day = nounphrases.is_time(tokens, end - 1, words) and token.tag_ != "DT"
        link = token.lower_ in {"on", "late", "early", "in"} and end < at and nounphrases.is_time(tokens, end, words)
        this = token.lower_ in {"this", "last", "next", "the"} and end < at and nounphrases.is_time(tokens, end, words)
        helper = token.lower_ in _BE | _HAVE | _DO and token.tag_ != "POS"
        if not (
            token.tag_ in {"RB", "RBR"}
            or day
            or link
            or this
            or helper
            or token.tag_ == "TO"
            or (token.lower_ in {"went", "continued", "on"} and end < at and tokens[end].tag_ in {"TO", "RP", "IN"})
        ):
            return end
        end -= 1
    return end


def _parsed_subject(tokens: Doc, at: int, words: Reporting) -> Range | None:
    """The parser's subject, if it stands left of the verb, reaches it, and holds no verb before its head."""
    verb = tokens[at]
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < at), None)
    if subject is None:
        return None
    if subject.tag_ in {"WP", "WDT"} and subject.i > 0:
        return nounphrases.before(tokens, subject.i - (tokens[subject.i - 1].text == ","), words)
    first, last = subject.left_edge.i, subject.right_edge.i + 1
    if any(t.tag_ in _FINITE for t in tokens[first : subject.i]) or any(
        t.tag_ in _FINITE for t in tokens[last:at] if t.lower_ not in _BE | _HAVE | _DO
    ):
        return None
    stop = next((t.i for t in tokens[subject.i : last] if t.tag_ in {"WP", "WDT", "VBD", "VBZ", "VBP", "MD"}), last)
    while stop > first and tokens[stop - 1].text in _BREAKS | {"("}:
        stop -= 1
    while first < stop - 1 and tokens[first].text in _BREAKS:
        first += 1
    return (first, stop) if stop > first else None


def _shared_subject(tokens: Doc, at: int, words: Reporting) -> Range | None:
    """The subject of the verb that this one hangs on: `X visited the town and said`, `X held a meeting, saying`."""
    verb = tokens[at]
    for _ in range(4):
        verb = verb.head
        if verb.tag_.startswith("V") and verb.i < at and (found := _parsed_subject(tokens, verb.i, words)):
            return found
    return None


def _over_apposition(tokens: Doc, comma: int, words: Reporting) -> Range | None:
    """`X, head of Y, | said`: the phrase before the earlier comma."""
    earlier = next((i for i in range(comma - 1, 0, -1) if tokens[i].text == ","), None)
    if earlier is None or any(
        t.tag_ in _FINITE for t in tokens[earlier:comma] if tokens[earlier + 1].tag_ not in {"WP", "WDT"}
    ):
        return None
    found = nounphrases.before(tokens, earlier, words)
    return (found[0], comma) if found else None


def _inverted(tokens: Doc, at: int, last: int, words: Reporting) -> Range | None:
    """The speaker behind the verb: `…, said X`. Only where X closes the clause."""
    if at == 0 or last != at + 1 and tokens[at].tag_ != "VBD" or last != at + 1:
        return None
    right = nounphrases.after(tokens, at + 1, words)
    if right is None or tokens[right[0]].tag_ in {"WDT", "DT", "CD"} and right[1] == right[0] + 1:
        return None
    closes = (
        right[1] >= len(tokens)
        or tokens[right[1]].text in _BREAKS
        or tokens[right[1]].tag_ in {"IN", "RB", "VBG", "WP", "WDT", "TO"}
        or tokens[right[1]].lower_ in {"and", "head", "a", "the"}
    )
    if not closes or not _speaks(tokens, right, words):
        return None
    prior = tokens[at - 1]
    if prior.text in _BREAKS:
        parsed = _parsed_subject(tokens, at, words)
        rest = any(t.tag_ in _FINITE for t in tokens[right[1] : len(tokens)])
        return right if prior.text in _QUOTES or parsed is None or parsed[0] == right[0] or not rest else None
    left = nounphrases.before(tokens, at, words)
    return (
        right
        if (left is None or not _speaks(tokens, left, words))
        and prior.tag_ not in {"CC", "RB", "MD"}
        and _helper(tokens, at) is None
        else None
    )


def _speaks(tokens: Doc, span: Range, words: Reporting) -> bool:
    """Whether a noun phrase looks like somebody who speaks."""
    if nounphrases.is_pronoun(tokens, span[1] - 1):
        return True
    top = tokens[nounphrases.head(tokens, span, words)]
    return words.is_noun(top.lower_, "role", "person", "body", "utterance") or top.tag_ in {"NNP", "NNPS"}


def _shares(tokens: Doc, at: int) -> bool:
    """`said A and added B`: a verb joined to the one before."""
    i = at - 1
    while (
        i > 0
        and tokens[i].tag_ in {"RB", "VBZ", "VBD", "VBP"}
        and (tokens[i].tag_ == "RB" or tokens[i].lower_ in _HAVE)
    ):
        i -= 1
    return i >= 0 and (tokens[i].tag_ == "CC" or tokens[i].text == ",")


def _side(tokens: Doc, first: int, last: int, group: Verbs, *, inverted: bool) -> Side | None:
    """Where the words stand. None where nothing that this verb could report is there."""
    left = any(t.tag_.startswith("V") or t.tag_ in {"MD", "CD"} for t in tokens[:first]) or (
        first > 0 and tokens[first - 1].text in _QUOTES
    )
    set_off = first > 0 and tokens[first - 1].text in _BREAKS
    if inverted:
        return "both" if left or set_off else None
    if _complement(
        tokens,
        last,
        len(tokens),
        things=group.takes == "thing" or (not left and group.takes == "speech"),
        strict=group.takes == "clause",
    ):
        return "right"
    if not left:
        return "right" if group.takes != "clause" and last < len(tokens) - 1 else None
    if group.takes == "clause" and not set_off and not _closes(tokens, first, last):
        return None
    if (
        group.takes == "thing"
        and last < len(tokens)
        and tokens[last].lower_ in {"in", "to", "for", "against"}
        and not set_off
    ):
        return None
    return "both"


def _closes(tokens: Doc, first: int, last: int) -> bool:
    """`… in the clashes it added.`: a pronoun and its verb end the sentence."""
    return nounphrases.is_pronoun(tokens, first) and all(t.text in _BREAKS for t in tokens[last:])


def _complement(tokens: Doc, start: int, stop: int, *, things: bool, strict: bool = False) -> bool:
    """Whether the thing said begins at `start`, over adverbials (`on Friday in a statement`)."""
    i = _skip_adverbials(tokens, start, stop)
    if i >= stop:
        return False
    token = tokens[i]
    if (
        token.lower_ in _STARTS
        and not (token.lower_ == "what" and tokens[i - 1].tag_ == "IN")
        or token.text in {":", "“", '"', "``", "«"}
    ):
        return True
    if (
        token.lower_ in _TURNS
        or token.text in _BREAKS
        or token.tag_ in _FINITE | {"VBG", "CC", "WP", "WDT", "IN", "TO"}
    ):
        return (
            token.tag_ == "IN" and token.lower_ not in _TURNS and i == start and _clause(tokens, i, stop, strict=strict)
        )
    return _clause(tokens, i, stop, strict=strict) or (things and token.tag_ not in {"RB", ".", ","})


def _skip_adverbials(tokens: Doc, start: int, stop: int) -> int:
    """Over `on Friday`, `in a statement`, `late on Monday`, `, however,`; commas only where a `that` or quote follows."""
    i = start
    while i < stop:
        token = tokens[i]
        if token.tag_ == "RB" or token.lower_ in {"late", "early", "earlier"}:
            i += 1
        elif (
            token.lower_ in {"on", "in", "by", "at", "during", "via", "to", "through", "from"}
            and (end := _short_phrase(tokens, i + 1, stop)) > i + 1
        ):
            i = end
        elif token.tag_ in {"NNP", "CD"} and i > start and token.text.isdigit() and tokens[i - 1].tag_ == "NNP":
            i += 1
        elif (
            token.text[0].isupper()
            and token.lower_
            in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"}
            or token.lower_ in {"today", "yesterday"}
        ):
            i += 1
        elif token.text == "," and i + 1 < stop and (tokens[i + 1].lower_ == "that" or tokens[i + 1].text in _QUOTES):
            i += 1
        else:
            return i
    return i


def _short_phrase(tokens: Doc, start: int, stop: int) -> int:
    """The end of a short noun phrase: weekday with date, or article, adjectives and one noun group."""
    i = start
    days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    if i < stop and tokens[i].lower_ in days:
        return i + 1
    while (
        i < stop and i - start < 6 and tokens[i].tag_ in {"DT", "JJ", "NN", "NNS", "NNP", "PRP$", "HYPH", "POS", "VBN"}
    ):
        i += 1
        if tokens[i - 1].tag_ == "NN" and i < stop and tokens[i].tag_ not in {"NN", "HYPH", "POS", "NNS"}:
            break
    return i


def _clause(tokens: Doc, start: int, stop: int, *, strict: bool) -> bool:
    """A finite verb with something before it, within the next comma-free stretch."""
    for i in range(start, min(stop, start + 25)):
        if tokens[i].tag_ in _FINITE:
            return i > start
        if tokens[i].text in {";", ":"} or (i == start and tokens[i].tag_ in {"WP", "WDT"}):
            return False
        if strict and (tokens[i].text == "," or tokens[i].lower_ in _TURNS):
            return False
    return False


def _phrase(tokens: Doc, at: int, words: Reporting) -> Cue | None:
    """`according to X` before, behind or inside what X said."""
    size = _opening(tokens, at, words, relays=False)
    if not size:
        return None
    source = nounphrases.after(tokens, at + size, words)
    if source is None or tokens[source[0]].tag_ == "PRP$":
        return None
    if size == 1 and (at == 0 or tokens[at - 1].text not in _BREAKS or tokens[at + 1].tag_ not in {"DT", "NNP"}):
        return None
    return Cue(at=at, first=at, last=source[1], side="right" if _leads(tokens, at) else "both", source=source)


def _opening(tokens: Doc, at: int, words: Reporting, *, relays: bool) -> int:
    """How many tokens of a phrase stand at `at`; 0 if none."""
    for group in words.phrases:
        for form in group.forms if group.relays == relays else ():
            parts = form.split()
            if tokens[at].lower_ == parts[0] and [t.lower_ for t in tokens[at : at + len(parts)]] == parts:
                return len(parts)
    return 0


def _with_quoted(found: list[Cue]) -> list[Cue]:
    """`X said, citing Y`: Y is the speaker, X the carrier; a `citing` without a cue beside it stands alone."""
    hosts = [cue for cue in found if not cue.quoting]
    for quoting in (cue for cue in found if cue.quoting):
        before = [cue for cue in hosts if cue.at < quoting.at]
        host = before[-1] if before else next(iter(hosts), None)
        if host is None:
            hosts.append(quoting)
        elif host.source is not None and not host.inherits:
            changed = replace(host, source=quoting.source, relays=(host.source, *host.relays))
            hosts[hosts.index(host)] = replace(
                changed,
                last=max(host.last, quoting.last)
                if host.side != "right" or quoting.first <= host.last + 1
                else host.last,
            )
    return sorted(hosts, key=lambda cue: cue.at)


def _with_relays(tokens: Doc, found: list[Cue], words: Reporting) -> tuple[Cue, ...]:
    """`in a statement carried by X`: X joins the carriers of the cue that the statement belongs to."""
    for i in range(len(tokens)):
        size = _opening(tokens, i, words, relays=True)
        if not size or (i and _helper(tokens, i) is not None):
            continue
        carrier = nounphrases.after(tokens, i + size, words)
        if carrier is None:
            continue
        before = [cue for cue in found if cue.first < i and not any(t.tag_ in _FINITE for t in tokens[cue.last : i])]
        host = before[-1] if before else next((cue for cue in found if cue.at > i), None)
        if host is None or carrier in host.relays:
            continue
        inside = host.source is not None and host.source[0] <= i < host.source[1]
        source = (host.source[0], i) if host.source is not None and inside else host.source
        found[found.index(host)] = replace(
            host,
            source=source,
            relays=(*host.relays, carrier),
            last=host.last
            if host.side == "right" and host.last < i - 6
            else max(host.last, carrier[1] if carrier[1] <= len(tokens) and i >= host.last else host.last),
        )
    return tuple(found)
