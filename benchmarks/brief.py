"""How long a brief takes and how large it is: `python benchmarks/brief.py [DOCUMENTS …]`.

The bars are 100 documents in one second and at most 400 KB, and 5,000 documents in ten seconds.
The ledgers are made here: stories of ten pages, of which six copy a wire, with twelve claims a page.
"""

import sys
import time

from crosswire.formats import brief
from crosswire.records import (
    Attribution,
    Claim,
    Copy,
    Cut,
    Dispute,
    Document,
    Figure,
    Incident,
    Ledger,
    Origin,
    Passage,
    Place,
    Run,
    Side,
    Story,
    Toll,
)

_PAGES, _COPIES, _CLAIMS = 10, 6, 12  # a story's pages, those that copy its wire, claims a page


def ledger_of(documents: int) -> Ledger:
    """A ledger of `documents` pages in stories of ten."""
    parts = [_story(number, min(_PAGES, documents - number * _PAGES)) for number in range(-(-documents // _PAGES))]
    run = Run(version="0", codebook="0" * 64, gazetteer="0" * 64, models=("none",), policy="ucdp")
    return Ledger(
        run=run,
        documents=tuple(document for part in parts for document in part.documents),
        claims=tuple(claim for part in parts for claim in part.claims),
        copies=tuple(copy for part in parts for copy in part.copies),
        origins=tuple(origin for part in parts for origin in part.origins),
        stories=tuple(story for part in parts for story in part.stories),
        incidents=tuple(incident for part in parts for incident in part.incidents),
        disputes=tuple(dispute for part in parts for dispute in part.disputes),
    )


def _story(number: int, pages: int) -> Ledger:
    documents = tuple(_document(number, page) for page in range(pages))
    rows = [[_claim(number, document, line) for document in documents] for line in range(_CLAIMS)]
    origins = tuple(origin for line, claims in enumerate(rows) for origin in _origins(number, line, claims))
    incidents = tuple(_incident(number, line, claims) for line, claims in enumerate(rows))
    sides = tuple(Side(value=str(c.figure.text) if c.figure else "", holder=c.id, claims=(c.id,)) for c in rows[0][:2])
    copies = tuple(
        Copy(passage=claim.quote, original=claims[0].quote, likeness=0.5, kind="rewrite")
        for claims in rows
        for claim in claims[1 : _COPIES + 1]
    )
    return Ledger(
        run=Run(version="0", codebook="", gazetteer="", models=(), policy="ucdp"),
        documents=documents,
        claims=tuple(claim for claims in rows for claim in claims),
        copies=copies,
        origins=origins,
        stories=(Story(id=f"s{number}", documents=tuple(document.id for document in documents)),),
        incidents=incidents,
        disputes=(Dispute(id=f"x{number}", question="How many?", kind="figure", sides=sides),),
    )


def _sentence(number: int, line: int) -> str:
    value = number + line + 2
    return f"The monitor of the valley said that at least {value} civilians were killed near the mill on Sunday. "


def _document(number: int, page: int) -> Document:
    text = "".join(_sentence(number, line) for line in range(_CLAIMS))
    cuts = tuple(Cut(start=at, end=at + 9, kind="furniture", text="Read more") for at in range(0, 90, 10))
    url = f"https://outlet{page}.example/{number}/valley-{number}-{page}"
    title = "Fighting in the valley"
    return Document(
        id=f"d{number}-{page}", url=url, outlet=f"Outlet {page}", title=title, text=text, language="en", removed=cuts
    )


def _claim(number: int, document: Document, line: int) -> Claim:
    sentence = _sentence(number, line)
    start = document.text.index(sentence)
    value = number + line + 2
    return Claim(
        id=f"c{document.id}-{line}",
        kind="killed",
        quote=Passage(document=document.id, start=start, end=start + len(sentence), text=sentence),
        said=Attribution(speaker=f"Monitor {number}"),
        rule="made",
        counted="civilians",
        figure=Figure(value=value, bound="at_least", low=value, text=f"at least {value}"),
        place=Place(
            id=f"p{line}",
            name=f"Mill {line}",
            text="Mill",
            country="SY",
            lat=33.0 + line / 3,
            lon=37.0,
            precision="settlement",
        ),
    )


def _origins(number: int, line: int, claims: list[Claim]) -> list[Origin]:
    groups = [claims[: _COPIES + 1], *([claim] for claim in claims[_COPIES + 1 :])]
    return [
        Origin(
            id=f"o{number}-{line}-{place}",
            name=f"Monitor {number}",
            claims=tuple(claim.id for claim in group),
            documents=tuple(claim.quote.document for claim in group),
        )
        for place, group in enumerate(groups)
    ]


def _incident(number: int, line: int, claims: list[Claim]) -> Incident:
    keys = tuple(claim.id for claim in claims)
    toll = Toll(kind="killed", counted="civilians", best=number + line + 2, claims=keys, origins=(), policy="ucdp")
    coded = ("Battles", "Armed clash")
    return Incident(
        id=f"i{number}-{line}", kind="killed", event_type=coded[0], sub_event_type=coded[1], story=f"s{number}",
        place=claims[0].place, claims=keys, tolls=(toll,),
    )  # fmt: skip


def main() -> None:
    """Prints pages, claims, seconds and size for each wanted number of documents."""
    for documents in [int(word) for word in sys.argv[1:]] or [100, 5000]:
        ledger = ledger_of(documents)
        wall, own = time.perf_counter(), time.process_time()
        text = brief.render(ledger)
        wall, own = time.perf_counter() - wall, time.process_time() - own
        size = len(text.encode()) / 1000
        print(f"{documents} documents, {len(ledger.claims)} claims: {wall:.2f} s ({own:.2f} s of CPU), {size:.0f} KB")


if __name__ == "__main__":
    main()
