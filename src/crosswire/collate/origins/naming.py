"""The name of each origin, and what is told about claims that stand under a name which their page does not give."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.codebook.press import Press
from crosswire.collate.direction import precedence
from crosswire.collate.origins.phrasing import phrased
from crosswire.collate.origins.sources import Source
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Issue
from crosswire.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names the sources of one ledger.

    `agencies` leads from every folded name of an agency to its one name, `pages` from a text family to its documents,
    `via` from a text family to the agencies through whose hands its claims went.
    """

    witnesses: Witnesses
    agencies: Mapping[str, str]
    pages: Mapping[str, Sequence[str]]
    via: Mapping[str, Counter[str]]

    def of(self, source: Source) -> str:
        """The ultimate speaker as the root of copies names him; else the agency credited; else the first page's outlet.

        An agency may be credited by a page or by its text family. Where nothing tells which of several pages was first,
        it is one for all that they say alike: a choice and no knowledge.
        """
        witnesses = self.witnesses
        own = [claim for claim in source.claims if claim.id not in source.swapped]
        spoken = [witnesses.speakers[claim.id] for claim in own if claim.id in witnesses.speakers]
        if spoken:
            return _commonest(Counter([name for name in spoken if name[:1].isupper()] or spoken))
        homes = {witnesses.families[one.quote.document] for one in source.claims if witnesses.strands[one.id]}
        pages = [witnesses.document(claim) for claim in source.claims]
        for agencies in (
            Counter(self._known(name for claim in source.claims for name in claim.said.via)),
            Counter(self._known(name for page in pages for name in page.credits)),
            Counter(self._known(name for home in homes for page in self.pages[home] for name in self._credits(page))),
            sum((self.via.get(home, Counter()) for home in sorted(homes)), Counter[str]()),
        ):
            if agencies:
                return _commonest(agencies)
        first = min(pages, key=precedence)
        return first.outlet or first.url

    def _credits(self, page: str) -> tuple[str, ...]:
        return self.witnesses.documents[page].credits

    def _known(self, names: Iterable[str]) -> list[str]:
        """The agencies among `names`, in one form each."""
        return [self.agencies[fold(name)] for name in names if fold(name) in self.agencies]


def names(witnesses: Witnesses, press: Press) -> Names:
    """What names the sources of all claims of `witnesses`, looked up once."""
    agencies = {fold(name): one.name for one in reversed(press.agency) for name in (*one.aliases, one.name)}
    pages: dict[str, list[str]] = {}
    for page, home in witnesses.families.items():
        pages.setdefault(home, []).append(page)
    via: dict[str, Counter[str]] = {}
    for claim in witnesses.claims.values():
        known = [agencies[fold(name)] for name in claim.said.via if fold(name) in agencies]
        via.setdefault(witnesses.families[claim.quote.document], Counter()).update(known)
    return Names(witnesses=witnesses, agencies=agencies, pages=pages, via=via)


def _commonest(names: Counter[str]) -> str:
    return min(names.items(), key=lambda item: (-item[1], item[0]))[0]


def notes(source: Source, name: str, witnesses: Witnesses) -> Iterator[Issue]:
    """An issue for each claim under a speaker whom its page does not name for it: lent, left open, or swapped."""
    spoken = [claim for claim in source.claims if claim.id in witnesses.speakers]
    beside: dict[str, Claim] = {}
    for claim in spoken:
        beside.setdefault(claim.quote.document, claim)
        beside.setdefault(witnesses.families[claim.quote.document], claim)
    for claim in source.claims if spoken else ():
        page = claim.quote.document
        if claim.id in source.swapped:
            yield _issue(claim, _swapped(claim, source.swapped[claim.id], name, witnesses))
        elif claim.id not in witnesses.speakers:
            near = beside.get(page) or beside.get(witnesses.families[page]) or spoken[0]
            message = _unnamed(claim, near, source, name, witnesses)
            if message:
                yield _issue(claim, message)


def _unnamed(claim: Claim, near: Claim, source: Source, name: str, witnesses: Witnesses) -> str:
    """What is told of a claim without a speaker in a source that has one; nothing where its own page says as much."""
    lender = source.loans.lender(claim)
    if lender and lender.quote.document == claim.quote.document:
        return ""
    if lender:
        where = witnesses.document(lender).url
        return (
            f"The page names no speaker here; the same passage in {where} names {lender.said.name}, so the claim is "
            f"counted under {name}."
        )
    if offers := source.loans.offers(claim):
        said = " and ".join(f"{one.said.name} ({witnesses.document(one).url})" for one in offers)
        why = f"the same is said by {said}, and nothing tells which of them it follows"
    elif near.quote.document == claim.quote.document:
        why = f"it lets {near.said.name} speak of the like, but nothing shows that these words are meant"
    else:
        why = (
            f"{witnesses.document(near).url}, {_tie(claim, near, witnesses)}, lets {near.said.name} speak of the "
            "like, but no passage that both have shows that these words are meant"
        )
    return f"The page names no speaker here; {why}. The claim is no further origin, and it is lent no speaker."


def _tie(claim: Claim, near: Claim, witnesses: Witnesses) -> str:
    pages = witnesses.document(claim), witnesses.document(near)
    if witnesses.families[pages[0].id] == witnesses.families[pages[1].id]:
        return "which has much of its text"
    if fold(pages[0].outlet) == fold(pages[1].outlet):
        return "a page of the same outlet"
    alike = phrased((near, claim), witnesses, {})
    if claim.id in alike and alike[claim.id] == alike.get(near.id):
        return "which tells it in much the same words"
    return "which is tied to it by others"


def _swapped(claim: Claim, root: Claim, name: str, witnesses: Witnesses) -> str:
    return (
        f"The page names {claim.said.name} as the speaker; the passage in {witnesses.document(root).url}, from "
        f"which it took the words, names {root.said.name}, so the claim is counted under {name}."
    )


def _issue(claim: Claim, message: str) -> Issue:
    return Issue(stage="origins", document=claim.quote.document, message=message, passage=claim.quote)
