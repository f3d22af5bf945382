"""Two claims laid side by side, with what they may be compared by; and what each page leads with."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from typing import TypeAlias

from crosswire.codebook.reasons import Reasons
from crosswire.collate.ground import Agreement, agreement, spot
from crosswire.collate.incidents.names import Names
from crosswire.collate.incidents.persons import persons
from crosswire.collate.occurrence import COUNTED
from crosswire.collate.populations import PEOPLE, Populations, holders
from crosswire.collate.witnesses import Witnesses
from crosswire.collate.wording import Wording
from crosswire.records import Claim, Document
from crosswire.text.folding import fold, words

_HEAD = 600  # letters in which a page says what it is about
_SHARE = 0.25  # or so much of a long page
_BESIDE = 12  # letters: "another" so close to a figure counts people, not occurrences
_NEXT = 3  # words in which "another" says what it speaks of, or "a"
_HURT, _HIT = "injured", "casualties"
_BYSTANDERS = "civilian"
_ARMED = ("combatants", "government forces")
Ask: TypeAlias = tuple[str, str, str]  # what the corpus is asked, of which two pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the pages say around their claims.

    `stories` are by document. `leads` holds the claims that a page opens with, `openers` also those that count people
    first on a page that opens otherwise, `ages` the ages that each claim's words give, `single` the documents whose own
    words name no two places that exclude each other. `further` holds the claims that count more people of what the page
    tells, `some` those that count some of those whom it tells of, `recounts` those whose day may be that of the count,
    `others` those whose words call what they tell a second, another or a separate occurrence, `anew` those of them that
    name an attack with it, `raising` those whose words speak of an attack as of one not told of before. `persons`
    holds, by claim, whom the words around it name that some page names with an age, and `aged`, by document, whom it
    names with one. `bodies` holds whose losses a claim counts: a side's, those of an armed class, or nobody's in
    particular (empty).
    """

    stories: Mapping[str, str]
    leads: frozenset[str]
    openers: frozenset[str]
    ages: Mapping[str, frozenset[int]]
    single: frozenset[str]
    names: Names
    wording: Wording
    further: frozenset[str]
    some: frozenset[str]
    recounts: frozenset[str]
    others: frozenset[str]
    anew: frozenset[str]
    raising: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    aged: Mapping[str, frozenset[str]]
    bodies: Mapping[str, str]

    def evidence(self, claim: Claim) -> list[object]:
        """All that stands around one claim, except what the whole corpus tells of pairs of pages: see `answer`."""
        keys = (claim.id, claim.quote.document)
        found: list[object] = []
        for one in fields(self):
            held = getattr(self, one.name)
            if isinstance(held, Mapping):
                found += [_plain(held.get(key)) for key in keys]
            elif isinstance(held, frozenset):
                found += [key in held for key in keys]
        return found

    def answer(self, what: str, left: str, right: str) -> float:
        """What the corpus tells of two pages, by the name of the field that knows."""
        return float(self.names.shared(left, right)) if what == "names" else self.wording.likeness(left, right)

    def told(self) -> dict[Ask, float]:
        """All that the corpus told of pairs of pages so far."""
        names = {("names", *ends): float(shared) for ends, shared in self.names.known.items()}
        return names | {("wording", *ends): like for ends, like in self.wording.known.items()}

    def learn(self, told: Iterable[tuple[Ask, float]]) -> None:
        """Takes over what a corpus of the same pages told: it need not think again."""
        for (what, *ends), answer in told:
            pair = (ends[0], ends[1])
            if what == "names":
                self.names.known[pair] = bool(answer)
            else:
                self.wording.known[pair] = answer

    def listen(self) -> None:
        """From now on, `heard` tells what the corpus is asked."""
        for _, asked in self._corpus():
            asked.clear()

    def heard(self) -> dict[Ask, float]:
        """What the corpus was asked of two pages since `listen`, and its answers."""
        asks = [(what, *ends) for what, asked in self._corpus() for ends in asked]
        return {ask: self.answer(*ask) for ask in asks}

    def _corpus(self) -> tuple[tuple[str, set[tuple[str, str]]], ...]:
        return ("names", self.names.asked), ("wording", self.wording.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims laid side by side, with what they may be compared by.

    `ground` says how their places agree.
    """

    left: Claim
    right: Claim
    ground: Agreement
    witnesses: Witnesses
    around: Surroundings

    @property
    def one_page(self) -> bool:
        """Whether both stand in one document."""
        return self.left.quote.document == self.right.quote.document

    @property
    def one_story(self) -> bool:
        """Whether the pages of both tell of one story."""
        stories = self.around.stories
        return stories[self.left.quote.document] == stories[self.right.quote.document]


def surroundings(
    witnesses: Witnesses, stories: Mapping[str, str], people: Populations, wording: Wording, reasons: Reasons
) -> Surroundings:
    """What stands around the claims of all documents. `stories` are by document, `reasons` knows how ages are told."""
    pattern = _age_pattern(reasons)
    pages: dict[str, list[Claim]] = {}
    for claim in witnesses.claims.values():
        if is_count(claim):
            pages.setdefault(claim.quote.document, []).append(claim)
    opening = {
        claim.id: leads
        for page, claims in pages.items()
        for claim, leads in _openers(claims, witnesses.documents[page])
    }
    others = {claim.id: claim for claim in witnesses.claims.values() if _is_another(claim, reasons.apart)}
    single = frozenset(page for page, claims in pages.items() if _is_single(claims))
    heads = {page: [claim.id for claim in pages[page] if claim.id in opening] for page in sorted(single)}
    named = persons(pages, witnesses.documents, stories, heads, reasons)
    return Surroundings(
        stories=stories,
        leads=frozenset(name for name, leads in opening.items() if leads),
        openers=frozenset(opening),
        ages={
            claim.id: frozenset(_ages(claim.quote.text, pattern, reasons.spelled))
            for claims in pages.values()
            for claim in claims
        },
        single=single,
        names=Names(witnesses.documents.values()),
        wording=wording,
        further=frozenset(
            claim.id for claims in pages.values() for claim in claims if _is_further(claim, reasons.more)
        ),
        some=frozenset(
            claim.id
            for page, claims in pages.items()
            for claim in claims
            if claim.part_of or reasons.is_share(claim.rule) or (page in single and _is_one_of(claim, claims))
        ),
        recounts=frozenset(claim.id for claims in pages.values() for claim in claims if claim.rule in reasons.recounts),
        others=frozenset(others),
        anew=frozenset(name for name, claim in others.items() if _speaks_of_attack(claim, reasons.apart, reasons)),
        raising=frozenset(
            claim.id
            for claims in pages.values()
            for claim in claims
            if _speaks_of_attack(claim, reasons.articles, reasons)
        ),
        persons=named.beside,
        aged=named.aged,
        bodies={claim.id: _body(claim, people) for claims in pages.values() for claim in claims},
    )


def led_by(around: Surroundings, heads: Mapping[str, str]) -> Surroundings:
    """The surroundings in which a page that leads with a headline leads with the claim below that repeats it."""
    return replace(
        around,
        leads=around.leads | {told for head, told in heads.items() if head in around.leads},
        openers=around.openers | {told for head, told in heads.items() if head in around.openers},
    )


def is_count(claim: Claim) -> bool:
    """Whether the claim counts people whom something befell."""
    return claim.kind in COUNTED and claim.figure is not None and claim.said.stance != "hypothetical"


def names_place(claim: Claim) -> bool:
    """Whether the claim's own words name its place; else it was taken over from the page."""
    return claim.place is not None and claim.place.text in claim.quote.text


def _plain(held: object) -> object:
    return sorted(held) if isinstance(held, frozenset) else held


def _body(claim: Claim, people: Populations) -> str:
    if claim.side:
        return "" if claim.side == _BYSTANDERS else claim.side
    label = claim.counted or PEOPLE
    return next((name for name in (label, *holders(label, people)) if name in _ARMED), "")


def _openers(claims: Iterable[Claim], document: Document) -> Iterator[tuple[Claim, bool]]:
    """The claims of the headline and of the first sentence below it that counts people, and whether it is at the head.

    A running total opens no page.
    """
    title = document.heading
    told = sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
    ends = {
        below: next((one.quote.end for one in told if (one.quote.start >= title) is below), 0)
        for below in (False, True)
    }
    head = max(_HEAD, _SHARE * len(document.text))
    for claim in told:
        if claim.quote.start < ends[claim.quote.start >= title] and claim.scope == "incident":
            yield claim, claim.quote.start < head


def _is_further(claim: Claim, more: Collection[str]) -> bool:
    """Whether a word beside the figure says that it counts more people: `six more bodies`, `another five`."""
    if claim.figure is None:
        return False
    before, figure, after = claim.quote.text.partition(claim.figure.text)
    beside = {*fold(before).split()[-1:], *fold(figure).split(), *fold(after).split()[:1]}
    return not beside.isdisjoint(more)


def _is_one_of(claim: Claim, told: Iterable[Claim]) -> bool:
    """Whether a page tells of one person, and elsewhere of more whom the same befell: "a boy was hit in the leg".

    One who was killed of four who were hit is all the dead.
    """
    figure, kinds = claim.figure, (claim.kind, _HIT) if claim.kind == _HURT else (claim.kind,)
    return (
        figure is not None
        and figure.high == 1
        and any(
            other.kind in kinds and other.figure is not None and other.figure.low > 1
            for other in told
            if other.scope == claim.scope
        )
    )


def _is_another(claim: Claim, apart: Collection[str]) -> bool:
    """Whether a word speaks of another occurrence, and not of who is counted ("another 12 people")."""
    text = fold(claim.quote.text)
    figure = text.find(fold(claim.figure.text)) if claim.figure else -1
    spots = [text.find(word) for word in words(text) if word in apart]
    return any(figure < 0 or abs(figure - at) > _BESIDE for at in spots)


def _speaks_of_attack(claim: Claim, openers: Collection[str], reasons: Reasons) -> bool:
    """Whether one of the words is soon followed by an attack: `a separate air strike`."""
    told = words(claim.quote.text)
    return any(
        word in openers and not set(told[at + 1 : at + 1 + _NEXT]).isdisjoint(reasons.attacks)
        for at, word in enumerate(told)
    )


def _age_pattern(reasons: Reasons) -> re.Pattern[str]:
    told = "|".join(re.escape(words) for words in sorted(reasons.age, key=len, reverse=True))
    return re.compile(rf"\b(\d{{1,2}}|{'|'.join(reasons.spelled)})[ -]?(?:{told})\b", re.IGNORECASE)


def _ages(text: str, pattern: re.Pattern[str], spelled: Sequence[str]) -> Iterator[int]:
    for met in pattern.finditer(text):
        word = met[1].lower()
        yield int(word) if word.isdigit() else spelled.index(word)


def _is_single(claims: Iterable[Claim]) -> bool:
    """Whether no two places that the words name exclude each other; a town and its province do not."""
    named = {
        spot(claim.place): claim.place
        for claim in claims
        if claim.place and claim.scope == "incident" and names_place(claim)
    }
    return not any(agreement(left, right) == "differ" for left, right in combinations(named.values(), 2))
