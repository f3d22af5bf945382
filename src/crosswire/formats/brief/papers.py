"""The documents behind a brief: their labels, their families, and what was cut from them."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Document, Ledger, Record

_CUTS = 6  # texts of a kind of cut that are shown


class Cuts(Record):
    """What was cut from a page of one kind: how often, and the first texts, shortened, each with its times."""

    kind: str
    times: int
    texts: tuple[tuple[str, int], ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document with its label (`D3`), its family's letter and what it was copied from."""

    label: str
    document: Document
    name: str
    letter: str
    copied_from: tuple[str, ...]
    cuts: tuple[Cuts, ...]


def papers(ledger: Ledger, found: Lookup) -> tuple[Paper, ...]:
    """The documents of `ledger` in the order in which they came out."""
    ordered = sorted(ledger.documents, key=lambda document: (published_day(document), found.names[document.id]))
    sizes = Counter(found.family.values())
    large = [found.family[document.id] for document in ordered if sizes[found.family[document.id]] > 1]
    letters = {number: _letter(place) for place, number in enumerate(dict.fromkeys(large))}
    labels = {document.id: f"D{number}" for number, document in enumerate(ordered, 1)}
    sources: dict[str, set[str]] = {document.id: set() for document in ordered}
    for copy in ledger.copies:
        sources[copy.passage.document].add(labels[copy.original.document])
    return tuple(
        Paper(
            label=labels[document.id],
            document=document,
            name=found.names[document.id],
            letter=letters.get(found.family[document.id], ""),
            copied_from=tuple(sorted(sources[document.id], key=lambda label: int(label[1:]))),
            cuts=_cuts(document),
        )
        for document in ordered
    )


def _letter(place: int) -> str:
    """`A` to `Z`, then `AA`: the name of a family."""
    high, low = divmod(place, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)


def _cuts(document: Document) -> tuple[Cuts, ...]:
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    for cut in document.removed:
        texts[cut.kind][" ".join(cut.text.split())] += 1
    return tuple(
        Cuts(
            kind=kind,
            times=found.total(),
            texts=tuple((text, times) for text, times in list(found.items())[:_CUTS]),
            more=found.total() - sum(times for _, times in list(found.items())[:_CUTS]),
        )
        for kind, found in sorted(texts.items())
    )
