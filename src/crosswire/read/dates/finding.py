"""When: the time expressions of a page, and the day from which the page counts.

Handles full dates in every order and in figures, dates without a year, months, years, decades and their thirds, ranges,
weekdays by tense, "yesterday", "overnight", calendar periods ("earlier this week"), spans that end now ("the past 48
hours"), "three days ago", "the following day", "since Wednesday", "since the offensive began". The forms stand in
`calendar.toml`.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from crosswire.codebook.calendar import Calendar, Form, patterns_for
from crosswire.codebook.once import once
from crosswire.kit import Kit
from crosswire.read.clues import DateMention, Sentence
from crosswire.read.dates.expression import Expression
from crosswire.read.dates.reckoning import needs_base, reckon
from crosswire.read.dates.spans import Span
from crosswire.read.dates.tense import tense
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Basis, Record, When
from crosswire.text.folding import fold

_CASED = ("month", "weekday", "anyday")
_SAME_PART = {  # parts of a form's alternatives that mean the same
    "figures": {"year2": "year", "mm2": "mm", "day2": "day"},
    "years": {"year3": "year", "year4": "year2"},
    "span": {"number2": "number", "unit2": "unit"},
    "night": {"weekday3": "weekday", "weekday4": "weekday"},
    "neighbour": {"back2": "back", "ahead2": "ahead", **{f"period{n}": "period" for n in range(2, 6)}},
}
_FULL = frozenset({"day", "figures", "numeric"})
_SINCE_WITHIN = 60  # characters between "since" and the date of the beginning: "since the conflict began in March 2011"
_CLAUSE = re.compile(r"[,;:.!?]\s")
_HAS = re.compile(r",?\s+(?:has|have|had)\b")
_BESIDE = 3  # tokens between "since it began" and its date: "on", "in early"
_BEGUN = 5  # tokens before a date among which the verb of beginning stands


class _Found(Record, kw_only=False):
    """A match in a sentence whose whole text is `context`."""

    sentence: Sentence
    context: str
    start: int
    end: int
    form: Form
    parts: dict[str, str]

    @property
    def text(self) -> str:
        return self.context[self.start : self.end]


def dates(sentences: Sequence[Sentence], base: When | None, kit: Kit) -> tuple[DateMention, ...]:
    """All time expressions of the page in order, none overlapping; `when` is empty where no day can be told."""
    calendar = kit.codebook.languages["en"].calendar
    mentions: list[DateMention] = []
    before: tuple[int, dt.date] | None = None
    for found in _all(sentences, calendar):
        near = before[1] if before and before[0] >= found.sentence.index - 1 else None
        expression = _expression(found, base, near, calendar)
        span = reckon(expression)
        mention = _mention(found, expression, span, base)
        if span and found.form.reading != "prior":
            before = found.sentence.index, span[0]
        mentions.append(mention)
    return tuple(_onsets(sentences, mentions, base, calendar))


def base_day(
    published: dt.date | None, dateline: dt.date | None, sentences: Sequence[Sentence], kit: Kit
) -> When | None:
    """The day from which a page counts: its dateline, else its publication day, else the latest full date in its text.

    None where the page tells no day. A full date that lies before a year named elsewhere on the page is history.
    """
    if dateline:
        return When(first=dateline, last=dateline, text=dateline.isoformat(), basis="dateline")
    if published:
        return When(first=published, last=published, text=published.isoformat(), basis="published")
    calendar = kit.codebook.languages["en"].calendar
    days: list[tuple[dt.date, str]] = []
    years: list[int] = []
    for found in _all(sentences, calendar):
        expression = _expression(found, None, None, calendar)
        span = reckon(expression)
        if span is None or expression.tense == "future":
            continue
        years.append(span[0].year)
        if found.form.reading in _FULL and not expression.since:
            days.append((span[0], found.text))
    if not days or max(years) > max(days)[0].year:
        return None
    day, text = max(days)
    return When(first=day, last=day, text=text, basis="page")


def _all(sentences: Sequence[Sentence], calendar: Calendar) -> Iterator[_Found]:
    for sentence in sentences:
        text = sentence.tokens.text
        matches = [
            (match.start(), -match.end(), number, form, match)
            for number, form, pattern in patterns_for(text, calendar)
            for match in pattern.finditer(text)
        ]
        end = 0
        for start, _, _, form, match in sorted(matches, key=lambda row: row[:3]):
            found = _Found(sentence, text, start, match.end(), form, _parts(match, form))
            if start >= end and _plausible(found, calendar):
                yield found
                end = match.end()


def _parts(match: re.Match[str], form: Form) -> dict[str, str]:
    """The named parts; in a form with alternatives (`year`, `year3`), those that matched, under the first names."""
    parts = {name: " ".join(text.split()) for name, text in match.groupdict().items() if text is not None}
    renamed = {name: text if name.startswith(_CASED) else fold(text) for name, text in parts.items()}
    for alias, name in _SAME_PART.get(form.reading, {}).items():
        if alias in renamed:
            renamed[name] = renamed.pop(alias)
    if form.name == "weekday of another week":
        renamed["of_week"] = "yes"
    return renamed


def _plausible(found: _Found, calendar: Calendar) -> bool:
    """Whether a bare year or month is one: "in 2016" is, "2016 people" and "May" the verb are not."""
    tokens, (first, last) = found.sentence.tokens, _tokens(found)
    after = tokens[last].tag_ if last < len(tokens) else ""
    if found.form.reading == "yearless" and found.text.startswith(found.parts["month"]) and after == "NNS":
        return not first or tokens[first - 1].lower_ != "in"
    if found.form.reading == "month" and "year" not in found.parts and first + 1 == last:
        return first > 0 and tokens[first].tag_ in {"NNP", "NN", "NNPS", ""} and not _names_somebody(tokens, first)
    if found.form.reading != "year":
        return True
    before = tokens[first - 1].lower_ if first else ""
    if "third" in found.parts or found.text.lower().startswith("the year"):
        return True
    if before == "in" and (first == 1 or tokens[first - 2].text in {",", ";", ".", "("}):
        return True  # "in 2014 | gunmen killed 40": no number of gunmen follows "in" where a clause opens
    alone = first == 0 or before in {"(", ",", '"', "“", ";", ":"}
    alone = alone or tokens[first - 1].tag_ in {"IN", "DT", "JJ", "POS", "PRP$"}
    alone = alone or (tokens[first - 1].tag_ == "CD" and before.isalpha())  # "the two | 1998 | bombings"
    happened = alone and last < len(tokens) and tokens[last].lower_ in calendar.happenings and _is_meant(tokens[:first])
    return happened or (after != "NNS" and (alone or before in calendar.year_before))


def _names_somebody(tokens: Tokens, at: int) -> bool:
    """Whether a month's word belongs to a name: "spokesman | Jan | Dabbagh", "Khin | Mar |, 38, said"."""
    before, behind = tokens[at - 1], tokens[at + 1 : at + 2]
    if behind and behind[0].tag_ == "NNP" and before.tag_ in {"NN", "NNP"}:
        return True
    joined = before.dep_ == "compound" and before.tag_ == "NNP" and before.head is tokens[at]
    led = before.tag_ != "IN" or tokens.lowers[at - 2 : at] == ("according", "to")
    first = tokens[at].dep_ == "compound" and bool(behind) and behind[0].tag_ == "NNP" and led
    return (joined or first) and not before.text.isupper()


def _is_meant(before: Sequence[Token]) -> bool:
    """Whether the words before lead to something known: "| the twin | 1998 bombings", "| his | 2004 raids"."""
    link = next((token for token in reversed(before) if token.tag_ not in {"JJ", "CD"}), None)
    return link is not None and link.tag_ in {"DT", "PRP$", "POS"}


def _tokens(found: _Found) -> tuple[int, int]:
    tokens = found.sentence.tokens
    first = bisect_right(tokens, found.start, key=lambda token: token.idx + len(token.text))
    return first, bisect_left(tokens, found.end, lo=first, key=lambda token: token.idx)


def _expression(found: _Found, base: When | None, before: dt.date | None, calendar: Calendar) -> Expression:
    since = _is_since(found, calendar)
    return Expression(
        parts=found.parts,
        reading=found.form.reading,
        calendar=calendar,
        base=base.first if base else None,
        loose=base is not None and base.basis == "page",
        tense=tense(found.sentence, _tokens(found), calendar, since=since),
        before=before,
        since=since,
    )


def _mention(found: _Found, expression: Expression, span: Span | None, base: When | None) -> DateMention:
    first, last = _tokens(found)
    since = expression.since
    when = None
    if span is not None:
        if since and base and span[0] <= base.first:
            span = span[0], base.first
        counted = needs_base(expression)
        basis: Basis = "stated" if not counted else "page" if base and base.basis == "page" else "relative"
        when = When(first=span[0], last=span[1], text=_led(found, first, expression.calendar), basis=basis)
    prior = found.form.reading == "prior"
    return DateMention(
        sentence=found.sentence.index, first=first, last=last, text=found.text, when=when, since=since, prior=prior
    )


def _led(found: _Found, first: int, calendar: Calendar) -> str:
    """The expression with the words that belong to it: "since | Wednesday", "around | 5 March", "summer of | 2016"."""
    tokens = found.sentence.tokens
    at = first - 1 - (first > 0 and tokens[first - 1].lower_ in {"of", "in"})
    if at < 0 or tokens[at].lower_ not in calendar.leading:
        return found.text
    return found.context[tokens[at].idx : found.end]


def _is_since(found: _Found, calendar: Calendar) -> bool:
    """Whether the expression is a start: after "since", "since … began", or in "that erupted in May | has killed"."""
    if found.text.split()[0].lower() in calendar.since or _goes_on(found, calendar):
        return True
    text = fold(found.context[max(0, found.start - _SINCE_WITHIN) : found.start]) + " "
    for word in calendar.since:
        head, found_word, rest = text.rpartition(f"{word} ")
        if not found_word or (head and head[-1].isalnum()) or _CLAUSE.search(rest):
            continue
        if len(rest.split()) <= 1 or any(f" {onset}" in f" {rest}" for onset in calendar.onsets):
            return True
    return False


def _goes_on(found: _Found, calendar: Calendar) -> bool:
    """Whether what began then has gone on: "the war, which broke out on | 3 May, | has killed 900 people"."""
    if _HAS.match(found.context, found.end) is None:
        return False
    before = fold(found.context[max(0, found.start - _SINCE_WITHIN) : found.start]).rstrip()
    return _begun_pattern(calendar).search(before) is not None


@once
def _begun_pattern(calendar: Calendar) -> re.Pattern[str]:
    onsets = "|".join(map(re.escape, calendar.onsets))
    return re.compile(rf"\b(?:that|which) (?:{onsets})(?: (?:on|in|early|late))*$")


def _onsets(
    sentences: Sequence[Sentence], mentions: list[DateMention], base: When | None, calendar: Calendar
) -> list[DateMention]:
    """The mentions with "since the offensive began" among them, dated where the page says on which day it began."""
    started = list(_started({sentence.index: sentence for sentence in sentences}, mentions, calendar))
    taken = {(m.sentence, token) for m in mentions for token in range(m.first, m.last)}
    starts = {(m.sentence, m.first - step) for m in mentions if m.since for step in range(_BESIDE)}
    kept = []
    for sentence in sentences:
        if set(calendar.since).isdisjoint(sentence.tokens.lowers):
            continue
        for match in _onset_pattern(calendar).finditer(sentence.tokens.text):
            onset = _since_onset(sentence, match, started, base)
            dated = any((onset.sentence, token) in taken for token in range(onset.first, onset.last))
            if not dated and (onset.sentence, onset.last) not in starts:
                kept.append(onset)
    return sorted([*mentions, *kept], key=lambda m: (m.sentence, m.first))


@once
def _onset_pattern(calendar: Calendar) -> re.Pattern[str]:
    since = "|".join(map(re.escape, calendar.since))
    verbs = "|".join(map(re.escape, calendar.onsets))
    thing = r"(?P<what>[^,;.]{2,60}?)"
    return re.compile(
        rf"(?i)\b(?:(?:{since})\s+{thing}\s+(?:{verbs})\b(?=(?P<object>[^,;.]{{0,40}}))"
        rf"|(?:{since})\s+(?:the\s+)?(?:{verbs})\s+(?P<what2>[^,;.]{{2,40}}))"
    )


def _started(
    sentences: Mapping[int, Sentence], mentions: Sequence[DateMention], calendar: Calendar
) -> Iterator[tuple[str, dt.date]]:
    """(noun, day) for each thing that the page says began on one day: "the offensive began Wednesday"."""
    verbs = {verb.split()[-1] for verb in calendar.onsets}
    for mention in mentions:
        when, tokens = mention.when, sentences[mention.sentence].tokens
        if when is None or (when.first != when.last and not mention.since):
            continue
        began = [token for token in tokens[max(0, mention.first - _BEGUN) : mention.first] if token.lower_ in verbs]
        for token in began:
            for child in token.children:
                if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.i < mention.first:
                    yield child.lower_, when.first


def _since_onset(
    sentence: Sentence, match: re.Match[str], started: Sequence[tuple[str, dt.date]], base: When | None
) -> DateMention:
    tokens = [t.i for t in sentence.tokens if t.idx < match.end() and t.idx + len(t) > match.start()]
    what = fold(" ".join(filter(None, (match["what"], match["object"], match["what2"])))).split()
    days = {day for noun, day in started if noun in what}
    when = None
    if len(days) == 1:
        day = days.pop()
        last = max(day, base.first) if base else day
        when = When(first=day, last=last, text=match[0], basis="page")
    return DateMention(
        sentence=sentence.index, first=tokens[0], last=tokens[-1] + 1, text=match[0], when=when, since=True
    )
