"""What only comparison can tell: many readings become one ledger.

`collate` is pure and blind to the order of its readings. Each step sees what the steps before it made and nothing of
the steps themselves; only this file knows their order.
"""

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec

from crosswire.codebook.actors import ultimate
from crosswire.collate.backgrounds import backgrounds
from crosswire.collate.battles import linked
from crosswire.collate.checks import checks
from crosswire.collate.constraints import FREE, Constraints, pair
from crosswire.collate.controls import controls
from crosswire.collate.denials import denials, withdrawn
from crosswire.collate.denying import denying
from crosswire.collate.disputes import Words, denied, details, figures
from crosswire.collate.episodes import episodes
from crosswire.collate.estimates import estimated
from crosswire.collate.facts import facts
from crosswire.collate.grades import GRADED, Evidence, graded, owned
from crosswire.collate.grounding import grounding, placed
from crosswire.collate.houses import as_background, house_blocks, without
from crosswire.collate.incidents import ask, incidents
from crosswire.collate.lineage import Lineage, families, lineage
from crosswire.collate.memo import Memo
from crosswire.collate.origins import origins
from crosswire.collate.pairings import STEP as PAIRS
from crosswire.collate.populations import is_party, populations, side_of
from crosswire.collate.sayings import as_of_the_page
from crosswire.collate.stories import stories
from crosswire.collate.tolls import Ruling, tolls
from crosswire.collate.totals import facing
from crosswire.collate.versions import current
from crosswire.collate.witnesses import witnesses
from crosswire.collate.wording import wordings
from crosswire.kit import Kit
from crosswire.records import Document, Issue, Ledger, Reading, Record, Story
from crosswire.text.identity import digest

__all__ = ["collate", "compare"]


def collate(readings: Iterable[Reading], kit: Kit, settled: Constraints = FREE, memo: Memo | None = None) -> Ledger:
    """The ledger of all `readings`, every tuple of it sorted; the same readings in any order give the same ledger.

    `settled` is what people have settled; without it, all is left to the weights. `memo` holds what earlier runs found;
    with it or without it the ledger is the same.
    """
    memo = memo or Memo()
    known = current(readings)
    pages = _documents(known)
    blocks = house_blocks(pages, memo)
    bare = without(pages, blocks)
    copied = memo.recall("lineage", [msgspec.json.encode(bare)], Lineage, lambda: lineage(bare, kit.codebook, memo))
    memo.carry(PAIRS)
    return compare(as_background(known, blocks, settled.scoped), copied, kit, settled, memo)


def compare(
    readings: Sequence[Reading], known: Lineage, kit: Kit, settled: Constraints = FREE, memo: Memo | None = None
) -> Ledger:
    """The ledger of `readings` whose documents have the lineage `known`, less what people say is no copying."""
    known, memo = _without(known, settled), memo or Memo()
    book = kit.codebook
    readings = as_of_the_page(
        readings, book.reasons, {code: language.calendar for code, language in book.languages.items()}
    )
    pages = _documents(readings)
    kinds = {name: kind.family for name, kind in book.kinds.kind.items()}
    people = populations(language.numbers for language in book.languages.values())
    sided = partial(side_of, known=people, actors=book.actors)

    def landed(actor: str, country: str | None) -> str | None:
        return side_of(actor, people, book.actors, country)

    claims = tuple(claim for reading in readings for claim in reading.claims)
    past = facts(pages, claims, {code: language.background for code, language in book.languages.items()})
    bodied = partial(ultimate, actors=book.actors)
    told = witnesses(
        pages, (*claims, *(fact.claim for fact in past)), known.copies, families(pages, known.copies), book
    )
    little = frozenset(kit.model.Defaults.stop_words)
    worded = wordings(pages, little)
    corpus = digest(msgspec.json.encode((pages, known.copies))).encode()
    themes = memo.recall(
        "stories", [corpus], _Themes, lambda: _Themes(stories=stories(pages, known.copies, worded))
    ).stories
    homes = {document: story.id for story in themes for document in story.documents}
    periods, moved = episodes(told, themes, book.kinds)
    taken = {name for episode in periods for name in episode.claims}
    occurred, doubts = incidents(
        told,
        themes,
        book.kinds,
        book.reasons,
        taken,
        settled=settled,
        people=people,
        worded=worded,
        memo=memo,
    )
    grounds = grounding(told.claims.values(), homes)
    together = tuple(sorted(placed((*occurred, *periods), told.claims, grounds.lent), key=lambda incident: incident.id))
    sources, lent = origins(told, together, kinds, book.press, bodied, settled=settled, little=little, memo=memo)
    reckonings = estimated(told.claims.values(), told.documents, book.languages, book.kinds)
    ruling = Ruling(
        policy=kit.settings.policy,
        kinds=book.kinds,
        reasons=book.reasons,
        actors=book.actors,
        populations=people,
        estimates=reckonings,
    )
    reckoned, above = tolls(together, sources, told, ruling)
    behind = {claim: origin for origin in sources for claim in origin.claims}
    rebuttals = denying((language.denials for _, language in sorted(book.languages.items())), landed)
    contradicted = tuple(denials(told, kinds, rebuttals))
    if kit.settings.policy == GRADED:
        evidence = Evidence(
            witnesses=told,
            sources=behind,
            denied=contradicted,
            withdrawn=withdrawn(told, kinds),
            parties=frozenset(claim for claim, who in told.speakers.items() if is_party(who, book.actors)),
            owned=owned(language.admissions for _, language in sorted(book.languages.items())),
            side_of=sided,
            body_of=bodied,
        )
        reckoned = graded(reckoned, evidence)
    outlets = {fact.claim.id: told.document(fact.claim).outlet for fact in past}
    contrast = tuple(word for _, language in sorted(book.languages.items()) for word in language.background.contrast)
    wording = Words(kinds=book.kinds, contrast=contrast, denying=rebuttals)
    argued = {
        one.id: one
        for one in (
            *denied(told, contradicted, behind, wording),
            *figures(reckoned, told, behind, book.kinds),
            *facing(reckoned, told, behind, book.kinds, reckonings),
            *backgrounds(past, homes, behind, outlets | told.voices, kit.gazetteer),
            *details(reckoned, told, behind, sided, book.kinds),
        )
    }
    ledger = Ledger(
        run=kit.run(),
        documents=tuple(told.documents.values()),
        claims=tuple(sorted(told.claims.values(), key=lambda claim: claim.id)),
        copies=known.copies,
        origins=sources,
        stories=themes,
        incidents=linked(reckoned, told, homes, book.kinds),
        controls=controls(told, contradicted, landed, bodied),
        disputes=tuple(one for _, one in sorted(argued.items())),
        doubts=doubts,
    )
    issues = [issue for reading in readings for issue in reading.issues]
    return msgspec.structs.replace(
        ledger,
        issues=_sorted(
            [*issues, *known.issues, *moved, *ask(doubts, told), *lent, *grounds.issues, *above, *checks(ledger)]
        ),
    )


class _Themes(Record):
    """The stories as they are kept."""

    stories: tuple[Story, ...]


def _without(known: Lineage, settled: Constraints) -> Lineage:
    """The lineage without the copies, and what changed in them, between pages that people found independent."""
    if not settled.strangers:
        return known
    kept = [one for one in known.copies if pair(one.passage.document, one.original.document) not in settled.independent]
    passages = {one.passage for one in kept}
    issues = [issue for issue in known.issues if issue.passage in passages]
    return Lineage(copies=tuple(kept), issues=tuple(issues))


def _documents(readings: Iterable[Reading]) -> tuple[Document, ...]:
    """The documents of the readings, each once, sorted by id."""
    known = {reading.document.id: reading.document for reading in readings if reading.document}
    return tuple(document for _, document in sorted(known.items()))


def _sorted(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    distinct = {msgspec.json.encode(issue): issue for issue in issues}
    return tuple(
        sorted(
            distinct.values(),
            key=lambda issue: (
                issue.document,
                issue.stage,
                issue.passage.start if issue.passage else -1,
                issue.message,
            ),
        )
    )
