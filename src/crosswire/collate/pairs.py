"""Two claims laid side by side, with what they may be compared by; and what each page leads with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from crosswire.collate.ground import agreement, spot
from crosswire.collate.names import Names, names
from crosswire.collate.populations import PEOPLE, Populations, holders
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_HEAD = 600  # letters in which a page says what it is about
_SHARE = 0.25  # or so much of a long page
_BYSTANDERS = "civilian"
_ARMED = ("combatants", "government forces")
COUNTED = ("killed", "injured", "casualties", "missing")  # kinds of people that an occurrence befell


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the pages say around their claims.

    `stories` are by document. `leads` holds the claims that a page opens with, `single` the documents whose own words
    name no two places that exclude each other. `bodies` holds whose losses a claim counts: a side's, those of an armed
    class, or nobody's in particular (empty).
    """

    stories: Mapping[str, str]
    leads: frozenset[str]
    single: frozenset[str]
    names: Names
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims laid side by side, with what they may be compared by. `apart` are words that tell two apart."""

    left: Claim
    right: Claim
    witnesses: Witnesses
    around: Surroundings
    apart: frozenset[str]

    @property
    def one_page(self) -> bool:
        """Whether both stand in one document."""
        return self.left.quote.document == self.right.quote.document

    @property
    def one_story(self) -> bool:
        """Whether the pages of both tell of one story."""
        stories = self.around.stories
        return stories[self.left.quote.document] == stories[self.right.quote.document]


def surroundings(witnesses: Witnesses, stories: Mapping[str, str], people: Populations) -> Surroundings:
    """What stands around the claims of all documents. `stories` are by document."""
    pages: dict[str, list[Claim]] = {}
    for claim in witnesses.claims.values():
        if is_count(claim):
            pages.setdefault(claim.quote.document, []).append(claim)
    return Surroundings(
        stories=stories,
        leads=frozenset(
            name for page, claims in pages.items() for name in _leads(claims, witnesses.documents[page].text)
        ),
        single=frozenset(page for page, claims in pages.items() if _is_single(claims)),
        names=names(witnesses.documents.values()),
        bodies={claim.id: _body(claim, people) for claims in pages.values() for claim in claims},
    )


def is_count(claim: Claim) -> bool:
    """Whether the claim counts people whom something befell."""
    return claim.kind in COUNTED and claim.figure is not None and claim.said.stance != "hypothetical"


def names_place(claim: Claim) -> bool:
    """Whether the claim's own words name its place; else it was taken over from the page."""
    return claim.place is not None and claim.place.text in claim.quote.text


def _body(claim: Claim, people: Populations) -> str:
    if claim.side:
        return "" if claim.side == _BYSTANDERS else claim.side
    label = claim.counted or PEOPLE
    return next((name for name in (label, *holders(label, people)) if name in _ARMED), "")


def _leads(claims: Iterable[Claim], text: str) -> Iterator[str]:
    """The claims of the first sentence that counts people, if it stands at the head and gives no running total."""
    told = sorted(claims, key=lambda claim: (claim.quote.start, claim.id))
    first = told[0].quote
    if first.start > max(_HEAD, _SHARE * len(text)):
        return
    for claim in told:
        if claim.quote.start < first.end and claim.scope == "incident":
            yield claim.id


def _is_single(claims: Iterable[Claim]) -> bool:
    """Whether no two places that the words name exclude each other; a town and its province do not."""
    named = {
        spot(claim.place): claim.place
        for claim in claims
        if claim.place and claim.scope == "incident" and names_place(claim)
    }
    return not any(agreement(left, right) == "differ" for left, right in combinations(named.values(), 2))
