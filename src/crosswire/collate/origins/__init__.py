"""Origins: how many independent sources stand behind each proposition, and whose words they are.

A proposition is what several claims say alike: one incident, kind and number; one place and who holds it; or words
that were copied. `sources` groups its claims, `naming` says whose they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosswire.codebook.press import Press
from crosswire.collate.components import components
from crosswire.collate.constraints import FREE, Constraints
from crosswire.collate.ground import agreement, spot
from crosswire.collate.headlines import told_below
from crosswire.collate.memo import Memo
from crosswire.collate.origins.lending import BodyOf, says_number
from crosswire.collate.origins.naming import names, notes
from crosswire.collate.origins.phrasings import Phrasings
from crosswire.collate.origins.sources import Scene, sources
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim, Incident, Issue, Origin
from crosswire.text.folding import fold
from crosswire.text.identity import identify

_CONTROL = "control"  # the family of kinds whose propositions are place, kind and actor

_Key = tuple[str, ...]
_Said = tuple[str | None, str | None, tuple[int | None, int, int | None] | None]


def origins(  # noqa: PLR0913  the last two have a meaning when left out
    witnesses: Witnesses,
    incidents: Iterable[Incident],
    families: Mapping[str, str],
    press: Press,
    body_of: BodyOf,
    *,
    settled: Constraints = FREE,
    little: Iterable[str] = (),
    memo: Memo | None = None,
) -> tuple[tuple[Origin, ...], tuple[Issue, ...]]:
    """The origins of every claim, each claim in exactly one, sorted by id; and an issue for each speaker that was lent.

    `families` gives the family of each kind (`codebook/kinds.toml`), `body_of` the body whose arm an actor is.
    `settled` says which claims or pages have one source, and which are independent, whatever their words; `little` are
    words that stand everywhere. `memo` keeps which claims are told in the same words.
    """
    homes = {claim: incident.id for incident in incidents for claim in incident.claims}
    buckets: dict[_Key, list[Claim]] = {}
    for claim in witnesses.claims.values():
        buckets.setdefault(_bucket(claim, homes, families), []).append(claim)
    known = names(witnesses, press)
    phrasings = Phrasings(memo or Memo(), witnesses, known.agencies, little)
    scene = Scene(witnesses=witnesses, body_of=body_of, agencies=known.agencies, phrasings=phrasings)
    found: list[Origin] = []
    issues: list[Issue] = []
    for (means, *_), claims in buckets.items():
        above = _headlines(claims, witnesses, settled)
        for proposition in _propositions(means, [one for one in claims if one.id not in above], witnesses, body_of):
            for source in sources(proposition, scene, settled):
                name = known.of(source)
                issues += notes(source, name, witnesses)
                told = {claim.id for claim in source.claims}
                led = [witnesses.claims[head] for head, below in above.items() if below.id in told]
                found.append(_origin(sorted([*source.claims, *led], key=witnesses.age) if led else source.claims, name))
    phrasings.note()
    return tuple(sorted(found, key=lambda origin: origin.id)), tuple(issues)


def _headlines(claims: Sequence[Claim], witnesses: Witnesses, settled: Constraints) -> dict[str, Claim]:
    """The claims of headlines, by id, each with that of its own text whose source it has, unless people part them."""
    above = told_below(claims, witnesses)
    return {
        head: below for head, below in above.items() if not settled.parted(witnesses.claims[head], below, spoken=False)
    }


def _bucket(claim: Claim, homes: Mapping[str, str], families: Mapping[str, str]) -> _Key:
    stance = "asserts" if claim.said.affirms else claim.said.stance
    if claim.id in homes:
        return "incident", homes[claim.id], claim.kind, stance
    return "control" if families.get(claim.kind) == _CONTROL else "words", claim.kind, stance


def _propositions(means: str, claims: Sequence[Claim], witnesses: Witnesses, body_of: BodyOf) -> Iterator[list[Claim]]:
    """The claims of one bucket in groups that say one thing, oldest first."""
    if means == "incident":
        yield from _compatible(claims)
        return
    named = {claim.id: claim for claim in claims}
    links = _word_links(claims, witnesses) if means == "words" else _hold_links(claims, witnesses, body_of)
    for group in components(named, links):
        yield from _compatible([named[name] for name in group])


def _word_links(claims: Iterable[Claim], witnesses: Witnesses) -> Iterator[tuple[str, str]]:
    """Pairs of claims whose words are the same words."""
    first: dict[int, str] = {}
    for claim in claims:
        for strand in sorted(witnesses.strands[claim.id]):
            yield first.setdefault(strand, claim.id), claim.id


def _hold_links(claims: Sequence[Claim], witnesses: Witnesses, body_of: BodyOf) -> Iterator[tuple[str, str]]:
    """Pairs of claims that one party holds one place, or that were copied and do not speak of different places."""
    first: dict[_Key, str] = {}
    strands: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.place and claim.place.precision != "unnamed":
            key = (spot(claim.place), fold(body_of(claim.doer or "")), claim.scope)
            yield first.setdefault(key, claim.id), claim.id
        for strand in sorted(witnesses.strands[claim.id]):
            held = strands.setdefault(strand, [])
            match = next((other for other in held if agreement(other.place, claim.place) != "differ"), None)
            if match:
                yield match.id, claim.id
            held.append(claim)


def _compatible(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Claims of one kind by who is counted and which number is given; each number is laid to all that it matches."""
    if len(claims) == 1:
        yield list(claims)
        return
    alike: dict[_Said, list[Claim]] = {}
    for claim in claims:
        alike.setdefault(_said(claim), []).append(claim)
    groups: list[list[_Said]] = []
    for said in sorted(alike, key=lambda said: (alike[said][0].counted is None, alike[said][0].side is None)):
        home = next((group for group in groups if all(_agree(alike[said][0], alike[one][0]) for one in group)), None)
        if home is None:
            groups.append([said])
        else:
            home.append(said)
    yield from ([claim for said in group for claim in alike[said]] for group in groups)


def _said(claim: Claim) -> _Said:
    """What of a claim decides with which others it agrees."""
    number = (claim.figure.value, claim.figure.low, claim.figure.high) if claim.figure else None
    return claim.counted, claim.side, number


def _agree(left: Claim, right: Claim) -> bool:
    if left.counted and right.counted and left.counted != right.counted:
        return False
    if left.side and right.side and left.side != right.side:
        return False
    return says_number(left, right)


def _origin(claims: Sequence[Claim], name: str) -> Origin:
    return Origin(
        id=identify("o", claims[0].id),
        name=name,
        claims=tuple(sorted(claim.id for claim in claims)),
        documents=tuple(sorted({claim.quote.document for claim in claims})),
    )
