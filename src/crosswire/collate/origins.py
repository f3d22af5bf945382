"""Origins: how many independent sources stand behind each proposition, and whose words they are.

A proposition is what several claims say alike. Its claims are joined where words were copied, where the ultimate
speaker is the same, and where a claim without a speaker stands in the same page, outlet, credited agency or text
family as another: an unknown is never counted as a second witness.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from crosswire.codebook.press import Press
from crosswire.collate.components import components
from crosswire.collate.constraints import FREE, Constraints
from crosswire.collate.figures import matches
from crosswire.collate.ground import agreement, spot
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Incident, Issue, Origin
from crosswire.text.folding import fold
from crosswire.text.identity import identify

_CONTROL = "control"  # the family of kinds whose propositions are place, kind and actor

_Key = tuple[str, ...]
BodyOf = Callable[[str], str]


def origins(  # noqa: PLR0913  the sixth is what people settled, empty in most ledgers
    witnesses: Witnesses,
    incidents: Iterable[Incident],
    families: Mapping[str, str],
    press: Press,
    body_of: BodyOf,
    *,
    settled: Constraints = FREE,
) -> tuple[tuple[Origin, ...], tuple[Issue, ...]]:
    """The origins of every claim, each claim in exactly one, sorted by id; and an issue for each speaker that was lent.

    `families` gives the family of each kind (`codebook/kinds.toml`), `body_of` the body whose arm an actor is.
    `settled` says which claims or pages have one source, and which are independent, whatever their words.
    """
    homes = {claim: incident.id for incident in incidents for claim in incident.claims}
    buckets: dict[_Key, list[Claim]] = {}
    for claim in witnesses.claims.values():
        buckets.setdefault(_bucket(claim, homes, families), []).append(claim)
    found: list[Origin] = []
    issues: list[Issue] = []
    for (means, *_), claims in buckets.items():
        for proposition in _propositions(means, claims, witnesses, body_of):
            for group in _sources(proposition, witnesses, settled):
                name = _name(group, witnesses, press)
                issues += [*_lent(group, name, witnesses), *_renamed(group, name, witnesses)]
                found.append(_origin(group, name))
    return tuple(sorted(found, key=lambda origin: origin.id)), tuple(issues)


def _bucket(claim: Claim, homes: Mapping[str, str], families: Mapping[str, str]) -> _Key:
    stance = claim.said.stance if claim.said.stance in ("denies", "hypothetical") else "asserts"
    if claim.id in homes:
        return "incident", homes[claim.id], claim.kind, stance
    return "control" if families.get(claim.kind) == _CONTROL else "words", claim.kind, stance


def _propositions(means: str, claims: Sequence[Claim], witnesses: Witnesses, body_of: BodyOf) -> Iterator[list[Claim]]:
    """The claims of one bucket in groups that say one thing, oldest first."""
    if means == "incident":
        yield from _compatible(claims)
        return
    named = {claim.id: claim for claim in claims}
    links = [*_copy_links(claims, witnesses)] if means == "words" else [*_hold_links(claims, witnesses, body_of)]
    yield from ([named[name] for name in group] for group in components(named, links))


def _hold_links(claims: Sequence[Claim], witnesses: Witnesses, body_of: BodyOf) -> Iterator[tuple[str, str]]:
    """Pairs of claims that one party holds one place, or that were copied and do not speak of different places."""
    first: dict[_Key, str] = {}
    strands: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.place and claim.place.precision != "unnamed":
            key = (spot(claim.place), fold(body_of(claim.actor or "")), claim.scope)
            yield first.setdefault(key, claim.id), claim.id
        for strand in sorted(witnesses.strands[claim.id]):
            held = strands.setdefault(strand, [])
            match = next((other for other in held if agreement(other.place, claim.place) != "differ"), None)
            if match:
                yield match.id, claim.id
            held.append(claim)


def _compatible(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one kind by who is counted and which number is given; each number is laid to all that it matches."""
    groups: list[list[Claim]] = []
    exact_first = sorted(claims, key=lambda claim: (claim.counted is None, claim.side is None))
    for claim in exact_first:
        home = next((group for group in groups if all(_agree(claim, other) for other in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    yield from groups


def _agree(left: Claim, right: Claim) -> bool:
    if left.counted and right.counted and left.counted != right.counted:
        return False
    if left.side and right.side and left.side != right.side:
        return False
    if left.figure is None or right.figure is None:
        return left.figure is right.figure
    return matches(left.figure, right.figure)


def _sources(claims: Sequence[Claim], witnesses: Witnesses, settled: Constraints) -> Iterator[list[Claim]]:
    """The claims of one proposition in groups of one source each."""
    named = {claim.id: claim for claim in sorted(claims, key=witnesses.age)}
    links = [*_copy_links(claims, witnesses), *_speaker_links(claims, witnesses), *_unknown_links(claims, witnesses)]
    tied, apart = _settled(list(named.values()), witnesses, settled)
    yield from ([named[name] for name in group] for group in components(named, [*tied, *links], apart))


def _settled(
    claims: Sequence[Claim], witnesses: Witnesses, settled: Constraints
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The pairs of claims that have one source, and those that have two, as people settled it."""
    if not settled.kin and not settled.strangers:
        return [], []
    tied: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for left, right in combinations(claims, 2):
        said = witnesses.speakers
        spoken = left.id in said and said[left.id] == said.get(right.id)
        if settled.tied(left, right):
            tied.append((left.id, right.id))
        elif settled.parted(left, right, spoken=spoken):
            apart.append((left.id, right.id))
    return tied, apart


def _copy_links(claims: Sequence[Claim], witnesses: Witnesses) -> Iterator[tuple[str, str]]:
    """Pairs of claims whose words are the same words. Two speakers of one page stay two: each goes to his own words."""
    strands: dict[int, list[Claim]] = {}
    for claim in claims:
        for strand in witnesses.strands[claim.id]:
            strands.setdefault(strand, []).append(claim)
    said = witnesses.speakers
    for held in strands.values():
        twofold = _is_twofold(held, witnesses)
        first: dict[str, Claim] = {}
        for claim in held:
            home = said.get(claim.id, "") if twofold else ""
            yield first.setdefault(home, claim).id, claim.id


def _is_twofold(claims: Sequence[Claim], witnesses: Witnesses) -> bool:
    """Whether one page lets two speakers say the same in one stretch of copied words."""
    spoken = {
        (claim.quote.document, witnesses.speakers[claim.id]) for claim in claims if claim.id in witnesses.speakers
    }
    return len({page for page, _ in spoken}) < len(spoken)


def _speaker_links(claims: Sequence[Claim], witnesses: Witnesses) -> Iterator[tuple[str, str]]:
    first: dict[str, str] = {}
    swapped = _swapped(claims, witnesses)
    for claim in claims:
        if claim.id in witnesses.speakers and claim.id not in swapped:
            yield first.setdefault(fold(witnesses.speakers[claim.id]), claim.id), claim.id


def _swapped(claims: Sequence[Claim], witnesses: Witnesses) -> dict[str, Claim]:
    """The claims whose page took the words from another and names another speaker, each with the claim at the root."""
    said, strands = witnesses.speakers, dict[int, list[Claim]]()
    for claim in sorted(claims, key=witnesses.age):
        for strand in witnesses.strands[claim.id]:
            strands.setdefault(strand, []).append(claim)
    found: dict[str, Claim] = {}
    for _, held in sorted(strands.items()):
        roots = [claim for claim in held if claim.id in said and claim.id not in witnesses.copied]
        names = {fold(said[root.id]) for root in roots}
        taken = [claim for claim in held if roots and claim.id in said and claim.id in witnesses.copied]
        found.update({claim.id: roots[0] for claim in taken if fold(said[claim.id]) not in names})
    return found


def _unknown_links(claims: Sequence[Claim], witnesses: Witnesses) -> Iterator[tuple[str, str]]:
    """Claims without a speaker, tied to one claim each of the same page, outlet, agency or text family."""
    first: dict[_Key, str] = {}
    spoken = [claim for claim in claims if claim.id in witnesses.speakers]
    silent = [claim for claim in claims if claim.id not in witnesses.speakers]
    for claim in spoken:
        page = claim.quote.document
        first.setdefault(("page", page), claim.id)
        first.setdefault(("family", witnesses.families[page]), claim.id)
    for claim in silent:
        for key in _whereabouts(claim, witnesses):
            yield first.setdefault(key, claim.id), claim.id


def _whereabouts(claim: Claim, witnesses: Witnesses) -> list[_Key]:
    document = witnesses.document(claim)
    keys: list[_Key] = [("page", document.id), ("family", witnesses.families[document.id])]
    keys += [("outlet", fold(document.outlet))] if document.outlet else []
    return keys + [("agency", fold(name)) for name in (*document.credits, *claim.said.via)]


def _name(claims: Sequence[Claim], witnesses: Witnesses, press: Press) -> str:
    """The ultimate speaker as the root of copies names him; else the agency credited; else the outlet of the oldest.

    An agency may be credited by a page or by its text family.
    """
    swapped = _swapped(claims, witnesses)
    own = [claim for claim in claims if claim.id not in swapped]
    spoken = [witnesses.speakers[claim.id] for claim in own if claim.id in witnesses.speakers]
    if spoken:
        named = [name for name in spoken if name[:1].isupper()] or spoken
        return min(Counter(named).items(), key=lambda item: (-item[1], item[0]))[0]
    homes = {witnesses.families[claim.quote.document] for claim in claims if witnesses.strands[claim.id]}
    kin = {page for page, home in witnesses.families.items() if home in homes}
    family = [claim for claim in witnesses.claims.values() if claim.quote.document in kin]
    for named in (
        [name for claim in claims for name in claim.said.via],
        [name for claim in claims for name in witnesses.document(claim).credits],
        [name for page in sorted(kin) for name in witnesses.documents[page].credits],
        [name for claim in family for name in claim.said.via],
    ):
        agencies = Counter(agency for name in named if (agency := _agency(name, press)))
        if agencies:
            return min(agencies.items(), key=lambda item: (-item[1], item[0]))[0]
    return witnesses.document(claims[0]).outlet or witnesses.document(claims[0]).url


def _agency(name: str, press: Press) -> str | None:
    return next((one.name for one in press.agency if fold(name) in map(fold, (one.name, *one.aliases))), None)


def _lent(claims: Sequence[Claim], name: str, witnesses: Witnesses) -> Iterator[Issue]:
    """An issue for each claim without a speaker that is counted under one that another page names."""
    spoken = [claim for claim in claims if claim.id in witnesses.speakers]
    pages = {claim.quote.document for claim in spoken}
    for claim in claims:
        if claim.id in witnesses.speakers or not spoken or claim.quote.document in pages:
            continue
        copied = [other for other in spoken if witnesses.share(claim, other)]
        lender = (copied or spoken)[0]
        how = "the same passage in" if copied else "it shares its text with others, and where they say the same,"
        yield Issue(
            stage="origins",
            document=claim.quote.document,
            message=(
                f"The page names no speaker here; {how} {witnesses.document(lender).url} names {lender.said.speaker}, "
                f"so the claim is counted under {name}."
            ),
            passage=claim.quote,
        )


def _renamed(claims: Sequence[Claim], name: str, witnesses: Witnesses) -> Iterator[Issue]:
    """An issue for each copy that puts words into another mouth than the page from which it took them."""
    named = {claim.id: claim for claim in claims}
    for copy, root in sorted(_swapped(claims, witnesses).items()):
        claim = named[copy]
        yield Issue(
            stage="origins",
            document=claim.quote.document,
            message=(
                f"The page names {claim.said.speaker} as the speaker; the passage in {witnesses.document(root).url}, "
                f"from which it took the words, names {root.said.speaker}, so the claim is counted under {name}."
            ),
            passage=claim.quote,
        )


def _origin(claims: Sequence[Claim], name: str) -> Origin:
    return Origin(
        id=identify("o", claims[0].id),
        name=name,
        claims=tuple(sorted(claim.id for claim in claims)),
        documents=tuple(sorted({claim.quote.document for claim in claims})),
    )
