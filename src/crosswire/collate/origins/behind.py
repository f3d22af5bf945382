"""How many really stand behind claims: the one place that counts it, for every table, export and page.

Beside the origins stand the two counts of which they are made: text origins, and ultimate speakers who are named. One
speaker whom two agencies quote by themselves is one origin in two texts; two speakers quoted on one page are two
origins in one text; a text that names nobody is one origin without a speaker, however many pages carry it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.collate.components import components
from crosswire.collate.witnesses import lay_strands
from crosswire.records import Claim, Ledger, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What stands behind some claims.

    `names` are those of their independent origins: one body is one, however many propositions it makes. `speakers` are
    those of them whom a page names as the speaker. `texts` counts the texts that no copy ties together, `documents`
    the pages.
    """

    names: tuple[str, ...]
    speakers: tuple[str, ...]
    texts: int
    documents: int

    @property
    def origins(self) -> int:
        """The number of independent origins."""
        return len(self.names)

    @property
    def named(self) -> int:
        """The number of ultimate speakers who are named."""
        return len(self.speakers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What of a ledger the counting needs, by claim id: its origins, its page, and the texts that it is tied to.

    `spoken` holds the ids of the origins in which a page names a speaker.
    """

    origins: Mapping[str, tuple[Origin, ...]]
    pages: Mapping[str, str]
    texts: Mapping[str, frozenset[str]]
    spoken: frozenset[str]


def ground(ledger: Ledger, families: Iterable[Sequence[str]]) -> Ground:
    """The `Ground` of `ledger`; `families` are ids of documents of one text."""
    homes = {page: group[0] for group in families for page in group}
    touched, _ = lay_strands(ledger.claims, ledger.copies)
    origins: dict[str, list[Origin]] = {}
    for origin in ledger.origins:
        for key in origin.claims:
            origins.setdefault(key, []).append(origin)
    said = {claim.id for claim in ledger.claims if claim.said.name}
    return Ground(
        origins={key: tuple(found) for key, found in origins.items()},
        pages={claim.id: claim.quote.document for claim in ledger.claims},
        texts={claim.id: _texts(claim, homes, touched[claim.id]) for claim in ledger.claims},
        spoken=frozenset(origin.id for origin in ledger.origins if not said.isdisjoint(origin.claims)),
    )


def behind(claims: Iterable[str], known: Ground) -> Behind:
    """What stands behind the claims with these ids; one that the ledger lacks is left out."""
    keys = [key for key in dict.fromkeys(claims) if key in known.pages]
    origins = [origin for key in keys for origin in known.origins.get(key, ())]
    return Behind(
        names=tuple(sorted({origin.name for origin in origins})),
        speakers=tuple(sorted({origin.name for origin in origins if origin.id in known.spoken})),
        texts=len(components(keys, _ties(keys, known.texts))),
        documents=len({known.pages[key] for key in keys}),
    )


def _texts(claim: Claim, homes: Mapping[str, str], touched: Iterable[int]) -> frozenset[str]:
    """The texts that the words of `claim` are part of: its page's family, and the copied stretches that they touch."""
    page = claim.quote.document
    return frozenset((f"page {homes.get(page, page)}", *(f"stretch {number}" for number in touched)))


def _ties(keys: Iterable[str], texts: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    return [(first.setdefault(text, key), key) for key in keys for text in sorted(texts[key])]
