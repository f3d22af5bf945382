"""A small ledger made by hand, with one of everything that the commands show."""

import datetime as dt
from pathlib import Path

from crosswire.ledger.store import Store
from crosswire.records import (
    Attribution,
    Claim,
    Control,
    Copy,
    Dispute,
    Document,
    Figure,
    Incident,
    Issue,
    Ledger,
    Origin,
    Passage,
    Place,
    Reason,
    Run,
    Side,
    Story,
    Toll,
    When,
)

WIRE = "More than 40 people died in Sarqa (سرقة), the Hill Monitor said. The army left Sarqa, the Hill Monitor said."
COPY = "Over 40 have died in Sarqa, according to the Hill Monitor."
LATER = "At least 52 people died in Sarqa [sic], the Hill Monitor said. The army denied that it left Sarqa."

_DAY = When(first=dt.date(2031, 5, 2), last=dt.date(2031, 5, 2), text="Friday", basis="relative")
_PLACE = Place(id="geonames:1", name="Sarqa", text="Sarqa", admin1="North", country="MN", precision="settlement")


def _document(key: str, url: str, text: str) -> Document:
    return Document(id=key, url=url, outlet=url, title=key, text=text, language="en", published=_DAY)


def _passage(document: str, text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(document=document, start=start, end=start + len(words), text=words)


def _toll(key: str, document: str, text: str, words: str, figure: Figure) -> Claim:
    return Claim(
        id=key,
        kind="killed",
        quote=_passage(document, text, words),
        said=Attribution(speaker="Hill Monitor"),
        rule="died",
        counted="people",
        figure=figure,
        place=_PLACE,
        when=_DAY,
    )


def _move(key: str, words: str, speaker: str, kind: str) -> Claim:
    document, text = ("d-wire", WIRE) if words in WIRE else ("d-later", LATER)
    said = Attribution(speaker=speaker, stance="denies" if kind == "denied" else "asserts")
    return Claim(id=key, kind=kind, quote=_passage(document, text, words), said=said, rule=kind, actor="army")


OVER = Figure(value=40, bound="more_than", low=41, text="More than 40")
CLAIMS = (
    _toll("c-1", "d-wire", WIRE, "More than 40 people died in Sarqa (سرقة), the Hill Monitor said.", OVER),
    _toll("c-2", "d-copy", COPY, COPY, Figure(value=40, bound="more_than", low=41, text="Over 40")),
    _toll(
        "c-3",
        "d-later",
        LATER,
        "At least 52 people died in Sarqa [sic], the Hill Monitor said.",
        Figure(value=52, bound="at_least", low=52, text="At least 52"),
    ),
    _move("c-4", "The army left Sarqa, the Hill Monitor said.", "Hill Monitor", "withdrew"),
    _move("c-5", "The army denied that it left Sarqa.", "army", "denied"),
)
LEDGER = Ledger(
    run=Run(version="0", codebook="c", gazetteer="g", models=(), policy="ucdp"),
    documents=(
        _document("d-copy", "copy.example/one", COPY),
        _document("d-later", "later.example/two", LATER),
        _document("d-wire", "wire.example/three", WIRE),
    ),
    claims=CLAIMS,
    copies=(Copy(passage=CLAIMS[1].quote, original=CLAIMS[0].quote, likeness=0.61, kind="rewrite"),),
    origins=(
        Origin(
            id="o-1",
            name="Hill Monitor",
            claims=("c-1", "c-2", "c-3", "c-4"),
            documents=("d-copy", "d-later", "d-wire"),
        ),
        Origin(id="o-2", name="army", claims=("c-5",), documents=("d-later",)),
    ),
    stories=(Story(id="s-1", documents=("d-copy", "d-later", "d-wire")),),
    incidents=(
        Incident(
            id="i-1",
            kind="episode",
            event_type="",
            sub_event_type="",
            place=_PLACE,
            when=_DAY,
            story="s-1",
            claims=("c-1", "c-2", "c-3"),
            tolls=(
                Toll(
                    kind="killed",
                    counted="people",
                    low=52,
                    best=52,
                    high=52,
                    claims=("c-3",),
                    origins=("o-1",),
                    supersedes=("c-1", "c-2"),
                    policy="ucdp",
                ),
            ),
            why=(Reason(name="linked by a copy", claims=("c-1", "c-2"), weight=2.0),),
        ),
    ),
    controls=(
        Control(
            place=_PLACE,
            actor="army",
            status="left",
            extent="most",
            excepting="the bridge",
            claims=("c-4",),
            contested_by=("c-5",),
        ),
    ),
    disputes=(
        Dispute(
            id="x-1",
            question="Did the army leave Sarqa?",
            kind="denial",
            sides=(
                Side(value="left Sarqa", holder="Hill Monitor", claims=("c-4",), origins=("o-1",)),
                Side(value="denied", holder="army", claims=("c-5",), origins=("o-2",)),
            ),
        ),
    ),
    issues=(Issue(stage="lineage", document="d-copy", message="The copy dropped the bound.", passage=CLAIMS[1].quote),),
)


def keep(path: Path, ledger: Ledger = LEDGER) -> Path:
    """The path of a ledger file that holds `ledger`."""
    with Store.open(path) as store:
        store.put_ledger(ledger, "m")
    return path
