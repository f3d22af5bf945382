"""From drafts to claims: who said it, on which scope, where, when, and which part of what; the same for all kinds."""

import datetime as dt
import re
from bisect import bisect_right
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosswire.kit import Kit
from crosswire.read.attribution import said_of
from crosswire.read.clues import Clues, DateMention, Draft, Quantity, Saying, Sentence, within
from crosswire.read.labels import enemy, labelled
from crosswire.read.scope import Telling, is_day, reach
from crosswire.read.stance import stance
from crosswire.read.voice import AUXILIARIES
from crosswire.read.whereabouts import Ground, ground, place
from crosswire.read.whose import whose
from crosswire.records import Attribution, Claim, Document, Passage, Scope, When
from crosswire.text.folding import fold
from crosswire.text.identity import identify

_HEAD, _HEADING = 2, 8  # sentences in which a dateline stands, and tokens in which its day begins
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)|day\b")  # the number or name of a day in the words of a date
_YEAR = re.compile(r"^(?:since )?\d{4}$")  # a year alone
_DAYS = dt.timedelta(days=2)  # up to "the past 48 hours"
_THEN = 4  # tokens from "since" to the act that happened then
_OWN = 8  # tokens from a part to the day of its own
_SAID = 3  # tokens from a word of speech to its day: "said late | on Monday"
_CLAUSE = 14  # tokens of a clause with "since" before its time expression


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What drafts are settled against.

    `heard` holds the sayings that reach into each sentence, `told` the last day told up to each sentence within its
    paragraph.
    """

    document: Document
    clues: Clues
    base: When | None
    kit: Kit
    ground: Ground
    heard: Mapping[int, Sequence[Saying]]
    told: Mapping[int, When]
    telling: Telling


def settle(drafts: Iterable[Draft], document: Document, clues: Clues, base: When | None, kit: Kit) -> tuple[Claim, ...]:
    """The claims of the page in the order of the text, parts pointing to their wholes."""
    ordered = sorted(drafts, key=lambda draft: (draft.sentence, draft.first, draft.last, draft.kind, draft.rule))
    page = _Page(
        document=document,
        clues=clues,
        base=base,
        kit=kit,
        ground=ground(ordered, clues, base, kit),
        heard=_heard(clues),
        told=_told(clues, base),
        telling=Telling(clues=clues, base=base, frames=kit.language.frames),
    )
    wholes: dict[Quantity, Claim] = {}
    claims: list[Claim] = []
    seen: dict[str, int] = {}
    for draft in sorted(ordered, key=lambda draft: draft.whole is not None):
        claim = _claim(draft, page, wholes.get(draft.whole) if draft.whole else None, seen)
        if draft.quantity is not None:
            wholes[draft.quantity] = claim
            page.telling.running.setdefault((draft.sentence, draft.kind), claim.scope)
        claims.append(claim)
    return tuple(sorted(claims, key=lambda claim: (claim.quote.start, claim.kind, claim.id)))


def _claim(draft: Draft, page: _Page, whole: Claim | None, seen: dict[str, int]) -> Claim:
    sentence = page.clues.sentences[draft.sentence]
    quote = Passage(
        document=page.document.id,
        start=sentence.start,
        end=sentence.end,
        text=page.document.text[sentence.start : sentence.end],
    )
    said, dates = _said(draft, page), _dates(draft, page)
    scope = _scope(draft, dates, page, whole)
    where = place(draft, scope, page.ground)
    figure = draft.quantity.figure if draft.quantity else None
    key = "|".join(
        [
            page.document.id,
            draft.kind,
            fold(quote.text),
            figure.text if figure else "",
            draft.counted or "",
            where.text if where else "",
        ]
    )
    seen[key] = seen.get(key, 0) + 1
    return Claim(
        id=identify("c", key, str(seen[key])),
        kind=draft.kind,
        quote=quote,
        said=said,
        rule=draft.rule,
        actor=enemy(draft.actor, said.speaker, page.clues.parties, page.kit.codebook.actors, page.kit.language.numbers),
        target=labelled(draft.target, page.kit.language.numbers),
        counted=draft.counted,
        side=draft.side or whose(draft, page.clues, page.kit.language.numbers, said.speaker),
        figure=figure,
        place=where,
        when=_when(draft, dates, page, scope),
        scope=scope,
        part_of=whole.id if whole else None,
        extent=draft.extent,
        excepting=draft.excepting,
    )


def _scope(draft: Draft, dates: Sequence[DateMention], page: _Page, whole: Claim | None) -> Scope:
    """A part is on its whole's scope unless a day of its own follows: "5,791 dead, including 704 | in the past day"."""
    sentence = page.clues.sentences[draft.sentence]
    happened = [date for date in dates if not _of_saying(draft, date, page)]
    if whole is None:
        return reach(draft, happened, page.telling)
    days = (date for date in happened if draft.last <= date.first <= draft.last + _OWN and is_day(date))
    own = any("," not in {token.text for token in sentence.tokens[draft.last : date.first]} for date in days)
    return "incident" if own and whole.scope == "cumulative" else whole.scope


def _said(draft: Draft, page: _Page) -> Attribution:
    if draft.said is not None:
        return draft.said
    sentence = page.clues.sentences[draft.sentence]
    said = said_of(page.heard[draft.sentence], *sentence.span(draft.first, draft.last))
    own = stance(sentence, draft.at, page.kit)
    return Attribution(speaker=said.speaker, via=said.via, stance=own if own != "asserts" else said.stance)


def _heard(clues: Clues) -> dict[int, list[Saying]]:
    """The sayings of each sentence: those with content in it, in order."""
    starts = [sentence.start for sentence in clues.sentences]
    heard: dict[int, list[Saying]] = defaultdict(list)
    for saying in clues.sayings:
        reached = {
            at
            for first, last in saying.content
            for at in range(max(0, bisect_right(starts, first) - 1), bisect_right(starts, last))
        }
        for at in sorted(reached):
            heard[at].append(saying)
    return heard


# when


def _dates(draft: Draft, page: _Page) -> list[DateMention]:
    """The time expressions of the act's sentence, nearest first; that of its saying comes behind those of the said.

    An act without a number happened in no "since".
    """
    sentence = page.clues.sentences[draft.sentence]
    own = [date for date in within(page.clues.dates, draft.sentence) if not _heads(sentence, date, page.base)]
    here = [_at(date, since=_since(sentence, draft, date, own)) for date in own]
    fitting = (date for date in here if draft.quantity is not None or not date.since)
    return sorted(fitting, key=lambda date: (_of_saying(draft, date, page), _distance(sentence, draft, date)))


def _at(date: DateMention, *, since: bool) -> DateMention:
    """The time with its span, or by itself where nothing spans from it: "since October 2006, | when nine died"."""
    when = date.when
    if since or not date.since or when is None:
        return replace(date, since=since)
    last = when.first
    if _YEAR.search(date.text):
        last = last.replace(month=12, day=31)
    elif not _DAY.search(date.text):
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return replace(date, since=False, when=When(first=when.first, last=last, text=when.text, basis=when.basis))


def _of_saying(draft: Draft, date: DateMention, page: _Page) -> bool:
    """Whether the day is the saying's: `said on 3 May | that 300 had died`, `300 had died, police said on | Monday`."""
    sentence = page.clues.sentences[draft.sentence]
    if date.last <= draft.first:
        return any(token.lower_ == "that" for token in sentence.tokens[date.last : date.last + 1])
    if date.first <= draft.last:
        return False
    first, last = sentence.span(draft.last, date.first)
    cues = [saying.cue[1] for saying in page.heard[draft.sentence] if first <= saying.cue[0] and saying.cue[1] <= last]
    return any(sentence.span(date.first - _SAID, date.first)[0] <= cue for cue in cues)


def _heads(sentence: Sentence, date: DateMention, base: When | None) -> bool:
    """Whether the words are the dateline's, which tells when the page was filed and dates no act by itself."""
    if base is None or base.basis != "dateline" or date.when is None:
        return False
    stands = sentence.index < _HEAD and 0 < date.first < _HEADING and sentence.tokens[date.first - 1].lower_ != "on"
    return stands and (date.when.first, date.when.last) == (base.first, base.last)


def _since(sentence: Sentence, draft: Draft, date: DateMention, own: Sequence[DateMention]) -> bool:
    """Whether a span starts then: "since 2016", "since they went on the offensive | on Thursday".

    Not so where the act itself happened then: "the first since 2016, | when the army regained the city", "the worst
    since gunmen killed 40 people | in 2015". A "since" that has a day of its own (of the sentence's `own`) starts none.
    """
    behind = max((other.last for other in own if other.since and other.last <= date.first), default=0)
    before = {token.lower_ for token in sentence.tokens[max(behind, date.first - _CLAUSE) : date.first]}
    if "since" in {token.lower_ for token in sentence.tokens[max(0, draft.first - _THEN) : draft.first]} and (
        draft.last <= date.first
    ):
        return False
    turns = "when" in {token.lower_ for token in sentence.tokens[date.last : date.last + 2]} and date.last < draft.first
    return (date.since or "since" in before) and not turns


def _until(date: DateMention, base: When | None) -> When | None:
    """The days of a running total: from "since Wednesday", or "began on Wednesday", to the page's own day."""
    when = date.when
    if when is None or base is None or base.last <= when.last:
        return when
    return When(first=when.first, last=base.last, text=when.text, basis=when.basis)


def _when(draft: Draft, dates: Sequence[DateMention], page: _Page, scope: Scope) -> When | None:
    """The nearest time of the sentence; else the last one before it in the paragraph; else the page's own day."""
    for date in dates:
        if date.when is not None:
            return _until(date, page.base) if date.since or scope == "cumulative" else date.when
    if dates:
        return None
    return page.told.get(draft.sentence, page.base)


def _told(clues: Clues, base: When | None) -> dict[int, When]:
    """For each sentence the last day that its paragraph tells before it; "in February" and "in 2016" are background."""
    told: dict[int, When] = {}
    last: When | None = None
    paragraph = -1
    for sentence in clues.sentences:
        if sentence.paragraph != paragraph:
            paragraph, last = sentence.paragraph, None
        if last is not None:
            told[sentence.index] = last
        own = [date for date in within(clues.dates, sentence.index) if not _heads(sentence, date, base)]
        here = [date for date in own if not date.since]
        days = [date.when for date in here if date.when and date.when.last - date.when.first <= _DAYS]
        last = days[-1] if days else last
    return told


def _distance(sentence: Sentence, draft: Draft, mention: DateMention) -> tuple[int, int]:
    """How far a mention is from an act: first clause borders in between, then words; behind the act is nearer."""
    if mention.first >= draft.last:
        gap, behind = sentence.tokens[draft.last : mention.first], 0
    else:
        gap, behind = sentence.tokens[mention.last : draft.first], 4
    borders = sum(
        token.tag_ in {"VBD", "VBZ", "VBP", "WDT", "WP", "CC"} and token.lower_ not in AUXILIARIES for token in gap
    )
    return borders, len(gap) + behind
