"""From drafts to claims: who said it, on which scope, where, when, and which part of what; the same for all kinds."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.attribution import said_of
from crosswire.read.attribution.quotes import quotations, touching
from crosswire.read.clues import Clues, DateMention, Draft, Quantity, Saying
from crosswire.read.extractors.statements import SPOKEN
from crosswire.read.labels import enemy, labelled
from crosswire.read.scope import Telling, is_day, is_long_ago, reach, told_again
from crosswire.read.stance import stance_of
from crosswire.read.telldays import days_of_telling, of_saying
from crosswire.read.when import times, told, when_of
from crosswire.read.whereabouts import Ground, ground, place
from crosswire.read.whose import whose
from crosswire.read.worded import worded
from crosswire.records import Attribution, Claim, Document, Passage, Scope, When
from crosswire.text.folding import fold
from crosswire.text.identity import identify

_OWN = 8  # tokens from a part to the day of its own


class _Scoped(NamedTuple):
    """A draft with its times, nearest first, and its scope."""

    draft: Draft
    dates: Sequence[DateMention]
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What drafts are settled against.

    `heard` holds the sayings that reach into each sentence, `told` the last day told up to each sentence within its
    paragraph, `spoken` the stretches of direct speech.
    """

    document: Document
    clues: Clues
    base: When | None
    kit: Kit
    ground: Ground
    heard: Mapping[int, Sequence[Saying]]
    told: Mapping[int, When]
    telling: Telling
    spoken: Sequence[tuple[int, int]]
    quotes: dict[int, tuple[Passage, str]] = field(default_factory=dict)

    def quote(self, at: int) -> tuple[Passage, str]:
        """The sentence as a passage, and its text folded; the same for all claims of it."""
        if at not in self.quotes:
            start, end = self.clues.sentences[at].start, self.clues.sentences[at].end
            text = self.document.text[start:end]
            self.quotes[at] = Passage(document=self.document.id, start=start, end=end, text=text), fold(text)
        return self.quotes[at]


def settle(drafts: Iterable[Draft], document: Document, clues: Clues, base: When | None, kit: Kit) -> tuple[Claim, ...]:
    """The claims of the page in the order of the text, parts pointing to their wholes."""
    ordered = sorted(drafts, key=lambda draft: (draft.sentence, draft.first, draft.last, draft.kind, draft.rule))
    page = _Page(
        document=document,
        clues=clues,
        base=base,
        kit=kit,
        ground=ground(ordered, clues, base, document.filed_from, kit),
        heard=_heard(clues),
        told=told(clues, base, kit.language.scope),
        telling=Telling(
            clues=clues,
            base=base,
            frames=kit.language.frames,
            scoping=kit.language.scope,
            people=_people(kit),
            titled=bool(document.title),
            spoken=days_of_telling(clues, base),
        ),
        spoken=quotations(clues.sentences),
    )
    wholes: dict[Quantity, Claim] = {}
    claims: list[Claim] = []
    seen: dict[str, int] = {}
    for scoped in _scoped(ordered, page):
        draft = scoped.draft
        claim = _claim(scoped, page, wholes.get(draft.whole) if draft.whole else None, seen)
        if draft.quantity is not None:
            wholes[draft.quantity] = claim
        claims.append(claim)
    return tuple(sorted(claims, key=lambda claim: (claim.quote.start, claim.kind, claim.id)))


def _people(kit: Kit) -> frozenset[str]:
    """The kinds of claim that count people."""
    kinds = kit.codebook.kinds
    return frozenset(name for name, kind in kinds.kind.items() if kind.measure and kinds.befalls(name))


def _scoped(ordered: Sequence[Draft], page: _Page) -> Iterator[_Scoped]:
    """The drafts with their times and scopes, parts behind the wholes."""
    times_of = [_times(draft, page) for draft in ordered]
    wholes = [(draft, dates) for draft, dates in zip(ordered, times_of, strict=True) if draft.whole is None]
    scopes: dict[Quantity, Scope] = {}
    found: list[tuple[Draft, Scope]] = []
    for draft, dates in wholes:
        scope = _scope(draft, dates, page)
        found.append((draft, scope))
        page.telling.note(draft, scope)
    for (draft, dates), scope in zip(wholes, told_again(found, page.telling), strict=True):
        if draft.quantity is not None:
            scopes[draft.quantity] = scope
        yield _Scoped(draft, dates, scope)
    for draft, dates in zip(ordered, times_of, strict=True):
        if draft.whole is not None:
            whole = scopes.get(draft.whole)
            scope = _scope(draft, dates, page) if whole is None else _scope_of_part(draft, dates, page, whole)
            if draft.quantity is not None:
                scopes[draft.quantity] = scope
            yield _Scoped(draft, dates, scope)


def _claim(scoped: _Scoped, page: _Page, whole: Claim | None, seen: dict[str, int]) -> Claim:
    draft, dates, scope = scoped
    quote, folded = page.quote(draft.sentence)
    said = _said(draft, page)
    day = (whole.when if whole else None) or page.told.get(draft.sentence, None if scope == "history" else page.base)
    where = place(draft, scope, page.ground)
    words, doer = _doer(draft, said, page)
    figure = draft.quantity.figure if draft.quantity else None
    key = "|".join(
        [
            page.document.id,
            draft.kind,
            folded,
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
        actor=words,
        actor_known_as=None if doer == words else doer,
        target=labelled(draft.target, page.kit.language.numbers),
        counted=draft.counted,
        side=draft.side or whose(draft, page.clues, page.kit.language.numbers, said.name),
        figure=figure,
        place=where,
        when=when_of(dates, scope, page.base, day),
        scope=scope,
        part_of=whole.id if whole else None,
        extent=draft.extent,
        excepting=draft.excepting,
    )


def _doer(draft: Draft, said: Attribution, page: _Page) -> tuple[str | None, str | None]:
    """Who acts in the words of the page, and his one name."""
    numbers = page.kit.language.numbers
    shown = labelled(draft.actor, numbers)
    doer = enemy(draft.actor, said.name, page.clues.parties, page.kit.codebook.actors, numbers)
    own = shown == draft.actor and draft.actor is not None  # a label is shown as one
    return (worded(draft, said, page.clues, page.kit) or shown) if own else shown, doer


def _scope(draft: Draft, dates: Sequence[DateMention], page: _Page) -> Scope:
    if draft.rule == SPOKEN:
        return "incident"  # whatever it is that is spoken of
    happened = _happened(draft, dates, page)
    found = reach(draft, happened, page.telling)
    long_ago = any(is_long_ago(date, page.base) for date in dates if date not in happened)
    return "history" if long_ago and found == "incident" else found  # "it said | last April that nine had died"


def _scope_of_part(draft: Draft, dates: Sequence[DateMention], page: _Page, whole: Scope) -> Scope:
    """A part is on its whole's scope unless a day of its own follows: "5,791 dead, including 704 | in the past day"."""
    tokens = page.clues.sentences[draft.sentence].tokens
    happened = _happened(draft, dates, page)
    days = (date for date in happened if draft.last <= date.first <= draft.last + _OWN and is_day(date))
    own = any("," not in {token.text for token in tokens[draft.last : date.first]} for date in days)
    return "incident" if own and whole == "cumulative" else whole


def _happened(draft: Draft, dates: Sequence[DateMention], page: _Page) -> list[DateMention]:
    """The times of what happened, without those of what was said about it."""
    sentence, heard = page.clues.sentences[draft.sentence], page.heard[draft.sentence]
    return [date for date in dates if not of_saying(sentence, draft, date, heard)]


def _times(draft: Draft, page: _Page) -> list[DateMention]:
    if draft.rule == SPOKEN:
        return _spoken(draft, page)
    taught = page.kit.language.frames, page.kit.language.scope
    return times(draft, page.clues, page.base, page.heard[draft.sentence], taught)


def _spoken(draft: Draft, page: _Page) -> list[DateMention]:
    """The days of the sentence outside of what is quoted there."""
    sentence = page.clues.sentences[draft.sentence]
    spans = ((date, sentence.span(date.first, date.last)) for date in page.clues.here(draft.sentence).dates)
    return [date for date, span in spans if not (date.since or date.prior or touching(page.spoken, *span))]


def _said(draft: Draft, page: _Page) -> Attribution:
    if draft.said is not None:
        return draft.said
    sentence = page.clues.sentences[draft.sentence]
    said = said_of(page.heard[draft.sentence], *sentence.span(draft.first, draft.last))
    own = stance_of(sentence, draft, page.kit)
    return replace(said, stance=own if draft.given or own != "asserts" else said.stance)


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
