"""ONE page -> one Reading: what the page says, and nothing that only comparison could tell.

`read` is pure: the same page and kit give the same reading on any machine. Only this module knows the order of the
steps; each step is one public function, blind to the others.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import chain

import msgspec

from crosswire.kit import Kit
from crosswire.read.attribution import sayings
from crosswire.read.attribution.counted import without_speakers
from crosswire.read.clean import Cleaned, clean
from crosswire.read.clues import Clues, DateMention, Party, Sentence
from crosswire.read.credits import credits as credited
from crosswire.read.dateline import Dateline, dateline
from crosswire.read.dates import base_day, dates
from crosswire.read.extractors import EXTRACTORS
from crosswire.read.figures import figures
from crosswire.read.parse import parse
from crosswire.read.parties import parties
from crosswire.read.passages import passages
from crosswire.read.places import places, resolve
from crosswire.read.places.echoes import echoes
from crosswire.read.published import unread_day
from crosswire.read.retold import retold
from crosswire.read.settle import settle
from crosswire.read.ties import ties
from crosswire.read.triggers import triggers
from crosswire.read.whom import told, victims
from crosswire.records import Claim, Document, Issue, Page, Passage, Place, Reading, When
from crosswire.text.folding import fold
from crosswire.text.identity import digest, identify

_HEAD = 2  # sentences in which a dateline stands
_MOST_CLAIMS = 2_000  # of one page: so many that are alike take 8 seconds to compare, ten times as many a quarter hour
_ONE_DAY = dt.timedelta(days=1)


def read(page: Page, kit: Kit) -> Reading:
    """What `page` says: its article and its claims, or the issue that says why it could not be read."""
    name = identify("p", page.url, digest(page.body))
    cleaned = clean(page, kit)
    if isinstance(cleaned, Issue):
        return Reading(page=name, issues=(cleaned,))
    if cleaned.language not in {kit.language.code, "und"}:  # too short a text to tell is tried
        return Reading(page=name, issues=(_foreign(page, cleaned, kit),))
    head = dateline(cleaned, kit)
    document = _document(page, cleaned, kit)
    sentences = parse(passages(document), kit)
    changed = _updated(cleaned, head)
    stated = base_day(cleaned.published, head.when, sentences, kit)
    if changed and (stated is None or stated.basis == "page"):
        stated = changed
    filed_from = resolve(head.place, sentences, kit) if head.place else None
    clues = _clues(sentences, head, filed_from, stated, kit)
    base = _page_day(clues, stated)
    drafts = chain.from_iterable(extract(clues, kit) for extract in EXTRACTORS)
    published = _published(cleaned, base)
    document = msgspec.structs.replace(document, published=published, updated=changed, filed_from=filed_from)
    claims = retold(settle(drafts, document, clues, base, kit), document)
    if len(claims) > _MOST_CLAIMS:
        return Reading(page=name, issues=(_overfull(page, claims),))
    issues = (*unread_day(page, document, kit), *_dayless(document, claims, base), *_undated(document, clues))
    return Reading(page=name, document=document, claims=claims, issues=issues)


def _overfull(page: Page, claims: Sequence[Claim]) -> Issue:
    message = (
        f"The page {page.url} was not read: it makes {len(claims):,} claims, more than the {_MOST_CLAIMS:,} that one "
        "page may have. If it is real, cut it into parts and run again."
    )
    return Issue(stage="read", document=page.url, message=message)


def _foreign(page: Page, cleaned: Cleaned, kit: Kit) -> Issue:
    known = ", ".join(sorted(kit.codebook.languages))
    message = (
        f"The page {page.url} was not read: its language is {cleaned.language!r}, and there are rules for {known} only."
    )
    return Issue(stage="language", document=page.url, message=message)


def _document(page: Page, cleaned: Cleaned, kit: Kit) -> Document:
    return Document(
        id=identify("d", page.url, digest(page.body)),
        url=cleaned.url,
        outlet=cleaned.outlet,
        title=cleaned.title,
        text=cleaned.text,
        language=cleaned.language,
        byline=cleaned.byline,
        credits=credited(cleaned, kit),
        removed=cleaned.removed,
    )


def _clues(
    sentences: tuple[Sentence, ...], head: Dateline, filed_from: Place | None, base: When | None, kit: Kit
) -> Clues:
    year = base.first.year if base else None
    found = _without_dateline(parties(sentences, kit, year), sentences, head)
    quantities = figures(sentences, kit)
    signs = triggers(sentences, kit)
    named = places(sentences, found, head.place, kit)
    said = sayings(sentences, found, kit)
    clues = Clues(
        sentences=sentences,
        quantities=quantities,
        parties=found,
        places=named,
        echoes=echoes(sentences, named, filed_from, kit),
        dates=dates(sentences, base, kit),
        sayings=said,
        triggers=signs,
        ties=ties(sentences, without_speakers(quantities, sentences, said), signs, kit),
    )
    befallen = victims(clues, kit)
    return msgspec.structs.replace(clues, victims=befallen, places=told(named, befallen)) if befallen else clues


def _without_dateline(found: tuple[Party, ...], sentences: tuple[Sentence, ...], head: Dateline) -> tuple[Party, ...]:
    """The parties without the place that the page is filed from: "KHOVD, March 10 (Northwire) -" acts in nothing."""
    if not (place := fold(head.place or "")):
        return found
    return tuple(party for party in found if party.sentence >= _HEAD or _words(party, sentences) not in place)


def _words(party: Party, sentences: tuple[Sentence, ...]) -> str:
    return fold(sentences[party.sentence].tokens.words(party.first, party.last))


def _page_day(clues: Clues, base: When | None) -> When | None:
    """The page's own day. Where only its text tells one, it is no older than the last single day that it tells of."""
    if base is None or base.basis != "page":
        return base
    days = [date.when for date in clues.dates if date.when is not None and date.when.last - date.when.first <= _ONE_DAY]
    return max([base, *days], key=lambda when: (when.last, when is base))


def _updated(cleaned: Cleaned, head: Dateline) -> When | None:
    """The day on which the page says that it was last changed."""
    day = cleaned.updated or head.updated
    return When(first=day, last=day, text=day.isoformat(), basis="updated") if day else None


def _published(cleaned: Cleaned, base: When | None) -> When | None:
    if cleaned.published is None:
        return base
    return When(first=cleaned.published, last=cleaned.published, text=cleaned.published.isoformat(), basis="published")


def _dayless(document: Document, claims: Sequence[Claim], base: When | None) -> tuple[Issue, ...]:
    """An issue for a page that tells no day at all, so that what it reports cannot be put beside other pages' days."""
    if base is not None or all(claim.when is not None for claim in claims):
        return ()
    message = (
        f"The page {document.url} names no day on which it was written or published, so most of what it tells is left "
        "without a day. Give its day in the field `published` of a row and run again."
    )
    return (Issue(stage="dates", document=document.id, message=message),)


def _undated(document: Document, clues: Clues) -> tuple[Issue, ...]:
    """An issue for each time expression that the page gives no day for."""
    return tuple(_no_day(document, clues, date) for date in clues.dates if date.when is None and not date.since)


def _no_day(document: Document, clues: Clues, date: DateMention) -> Issue:
    start, end = clues.sentences[date.sentence].span(date.first, date.last)
    words = document.text[start:end]
    message = f"The page {document.url} gives no day from which “{words}” could be counted, so its day is left open."
    return Issue(
        stage="dates",
        document=document.id,
        message=message,
        passage=Passage(document=document.id, start=start, end=end, text=words),
    )
