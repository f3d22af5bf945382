"""What only comparison can tell: many readings become one ledger.

`collate` is pure and blind to the order of its readings. Each step sees what the steps before it made and nothing of
the steps themselves; only this file knows their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from crosswire.collate.battles import linked
from crosswire.collate.checks import checks
from crosswire.collate.constraints import FREE, Constraints, pair
from crosswire.collate.controls import controls
from crosswire.collate.disputes import Words, denied, details, figures
from crosswire.collate.disputes.backgrounds import backgrounds
from crosswire.collate.disputes.denials import denials, withdrawn
from crosswire.collate.disputes.totals import facing
from crosswire.collate.episodes import episodes
from crosswire.collate.estimates import estimated
from crosswire.collate.facts import Fact, facts
from crosswire.collate.grounding import grounding, placed
from crosswire.collate.houses import as_background, house_blocks, without
from crosswire.collate.incidents import ask, incidents
from crosswire.collate.lineage import Lineage, families, lineage
from crosswire.collate.lineage.pairings import STEP as PAIRS
from crosswire.collate.memo import Memo
from crosswire.collate.origins import origins
from crosswire.collate.populations import is_party
from crosswire.collate.rules import Rules, rules_of
from crosswire.collate.sayings import as_of_the_page
from crosswire.collate.stories import stories
from crosswire.collate.tolls import Ruling, tolls
from crosswire.collate.tolls.grades import GRADED, Evidence, graded, owned
from crosswire.collate.versions import current
from crosswire.collate.witnesses import Witnesses, witnesses
from crosswire.collate.wording import Wording, wordings
from crosswire.gazetteer import Gazetteer
from crosswire.kit import Kit
from crosswire.records import Claim, Dispute, Document, Doubt, Incident, Issue, Ledger, Origin, Reading, Record, Story
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
    known, memo, rules = _without(known, settled), memo or Memo(), rules_of(kit)
    heard = _heard(readings, known, rules, memo)
    happened = _happened(heard, rules, settled, memo)
    weighed = _weighed(heard, happened, rules, settled, memo)
    told = heard.told
    ledger = Ledger(
        run=kit.run(),
        documents=tuple(told.documents.values()),
        claims=tuple(sorted(told.claims.values(), key=lambda claim: claim.id)),
        copies=known.copies,
        origins=weighed.origins,
        stories=heard.stories,
        incidents=linked(weighed.incidents, told, heard.homes, rules.book.kinds),
        controls=controls(told, weighed.denied, rules.side_of, rules.body_of),
        disputes=_disputes(heard, weighed, rules, kit.gazetteer),
        doubts=happened.doubts,
    )
    issues = [issue for reading in readings for issue in reading.issues]
    issues += [*known.issues, *happened.issues, *weighed.issues, *checks(ledger)]
    return msgspec.structs.replace(ledger, issues=_sorted(issues))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """All pages side by side: their claims, what they tell as background, and their stories, by document in `homes`."""

    told: Witnesses
    past: tuple[Fact, ...]
    stories: tuple[Story, ...]
    homes: Mapping[str, str]
    worded: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class _Happened:
    """The incidents and the episodes that they tell of, and what was doubtful in telling them apart."""

    incidents: tuple[Incident, ...]
    doubts: tuple[Doubt, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """The same with their tolls; the origins, by claim in `behind`; the estimates; the denials with what they deny."""

    incidents: tuple[Incident, ...]
    origins: tuple[Origin, ...]
    behind: Mapping[str, Origin]
    estimates: frozenset[str]
    denied: Sequence[tuple[Claim, tuple[Claim, ...]]]
    issues: tuple[Issue, ...]


def _heard(readings: Sequence[Reading], known: Lineage, rules: Rules, memo: Memo) -> _Heard:
    languages = rules.book.languages.items()
    readings = as_of_the_page(readings, rules.book.reasons, {code: one.calendar for code, one in languages})
    pages = _documents(readings)
    claims = tuple(claim for reading in readings for claim in reading.claims)
    past = facts(pages, claims, {code: one.background for code, one in languages})
    every = (*claims, *(fact.claim for fact in past))
    worded = wordings(pages, rules.little)
    corpus = digest(msgspec.json.encode((pages, known.copies))).encode()
    themes = memo.recall("stories", [corpus], _Themes, lambda: _Themes(stories=stories(pages, known.copies, worded)))
    return _Heard(
        told=witnesses(pages, every, known.copies, families(pages, known.copies), rules.book),
        past=past,
        stories=themes.stories,
        homes={document: story.id for story in themes.stories for document in story.documents},
        worded=worded,
    )


def _happened(heard: _Heard, rules: Rules, settled: Constraints, memo: Memo) -> _Happened:
    told, kinds = heard.told, rules.book.kinds
    periods, moved = episodes(told, heard.stories, kinds)
    occurred, doubts = incidents(
        told,
        heard.stories,
        kinds,
        rules.book.reasons,
        {name for episode in periods for name in episode.claims},
        settled=settled,
        people=rules.people,
        worded=heard.worded,
        memo=memo,
    )
    grounds = grounding(told.claims.values(), heard.homes)
    together = placed((*occurred, *periods), told.claims, grounds.lent)
    return _Happened(
        incidents=tuple(sorted(together, key=lambda incident: incident.id)),
        doubts=doubts,
        issues=(*moved, *ask(doubts, told), *grounds.issues),
    )


def _weighed(heard: _Heard, happened: _Happened, rules: Rules, settled: Constraints, memo: Memo) -> _Weighed:
    told, book = heard.told, rules.book
    sources, lent = origins(
        told,
        happened.incidents,
        rules.families,
        book.press,
        rules.body_of,
        settled=settled,
        little=rules.little,
        memo=memo,
    )
    behind = {claim: origin for origin in sources for claim in origin.claims}
    denied = tuple(denials(told, rules.families, rules.rebuttals))
    ruling = Ruling(
        policy=rules.policy,
        kinds=book.kinds,
        reasons=book.reasons,
        actors=book.actors,
        populations=rules.people,
        estimates=estimated(told.claims.values(), told.documents, book.languages, book.kinds),
    )
    reckoned, above = tolls(happened.incidents, sources, told, ruling)
    if rules.policy == GRADED:
        evidence = Evidence(
            witnesses=told,
            sources=behind,
            denied=denied,
            withdrawn=withdrawn(told, rules.families),
            parties=frozenset(claim for claim, who in told.speakers.items() if is_party(who, book.actors)),
            owned=owned(language.admissions for _, language in sorted(book.languages.items())),
            side_of=rules.side_of,
            body_of=rules.body_of,
        )
        reckoned = graded(reckoned, evidence)
    return _Weighed(
        incidents=reckoned,
        origins=sources,
        behind=behind,
        estimates=ruling.estimates,
        denied=denied,
        issues=(*lent, *above),
    )


def _disputes(heard: _Heard, weighed: _Weighed, rules: Rules, gazetteer: Gazetteer) -> tuple[Dispute, ...]:
    """All that is left to differ, sorted by id."""
    told, behind, kinds = heard.told, weighed.behind, rules.book.kinds
    outlets = {fact.claim.id: told.document(fact.claim).outlet for fact in heard.past}
    wording = Words(kinds=kinds, contrast=rules.contrast, denying=rules.rebuttals)
    found = (
        *denied(told, weighed.denied, behind, wording),
        *figures(weighed.incidents, told, behind, kinds),
        *facing(weighed.incidents, told, behind, kinds, weighed.estimates),
        *backgrounds(heard.past, heard.homes, behind, outlets | told.voices, gazetteer),
        *details(weighed.incidents, told, behind, rules.side_of, kinds),
    )
    return tuple(one for _, one in sorted({one.id: one for one in found}.items()))


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
