"""A ledger of one event, made by hand, and its row in the columns of ACLED and of UCDP."""

import datetime as dt

import msgspec

from crosswire.formats import acled, ucdp
from crosswire.records import (
    Attribution,
    Claim,
    Control,
    Document,
    Figure,
    Incident,
    Ledger,
    Origin,
    Passage,
    Place,
    Run,
    Toll,
    When,
)

DAY = dt.date(2024, 3, 9)

TOWN = Place(
    id="geonames:1", name="Marra", text="مرّة", country="SY", admin1="Idlib", lat=35.6, lon=36.7, precision="settlement"
)

RUN = Run(version="0", codebook="c", gazetteer="g", models=(), policy="ucdp")


def dated(days: int = 1, basis: str = "stated") -> When:
    """Some days from the one of the event on."""
    last = DAY + dt.timedelta(days=days - 1)
    return msgspec.convert({"first": DAY, "last": last, "text": "Saturday", "basis": basis}, When)


def told(key: str, **more: object) -> Claim:
    """A claim of the event by its key."""
    quote = Passage(document="d-1", start=0, end=1, text=f"Words {key}.")
    plain = Claim(id=key, kind="killed", quote=quote, said=Attribution(speaker="Observatory"), rule="r", place=TOWN)
    return msgspec.structs.replace(plain, **more)


def counted(key: str, text: str, value: int | None, counted: str, **more: object) -> Claim:
    """A claim that counts."""
    figure = Figure(value=value, bound="vague" if value is None else "exact", low=value or 0, text=text)
    return told(key, figure=figure, counted=counted, **more)


def toll(claims: list[Claim], policy: str = "ucdp", **more: object) -> Toll:
    """The toll of these claims."""
    values = [claim.figure.value for claim in claims if claim.figure and claim.figure.value is not None]
    low, high = min(values, default=None), max(values, default=None)
    first = claims[0]
    plain = Toll(
        kind=first.kind,
        counted=first.counted or "people",
        side=first.side,
        low=low,
        best=low,
        high=high,
        claims=tuple(claim.id for claim in claims),
        origins=("o-1",),
        policy=policy,
    )
    return msgspec.structs.replace(plain, **more)


def happened(claims: list[Claim], tolls: list[Toll], **more: object) -> Incident:
    """The incident of these claims."""
    plain = Incident(
        id="i-1",
        kind="struck",
        place=TOWN,
        when=dated(),
        story="s-1",
        claims=tuple(claim.id for claim in claims),
        tolls=tuple(tolls),
        event_type="Explosions/Remote violence",
        sub_event_type="Air/drone strike",
    )
    return msgspec.structs.replace(plain, **more)


def ledger_of(claims: list[Claim], incidents: list[Incident], controls: list[Control] | None = None) -> Ledger:
    """The ledger that holds them."""
    page = Document(
        id="d-1", url="https://a.example/1", outlet="A", title="T", text="W", language="en", published=dated()
    )
    origin = Origin(id="o-1", name="Observatory", claims=tuple(claim.id for claim in claims), documents=("d-1",))
    return Ledger(
        run=RUN,
        documents=(page,),
        claims=tuple(claims),
        origins=(origin,),
        incidents=tuple(incidents),
        controls=tuple(controls or ()),
    )


def one_event(*claims: Claim, tolls: list[Toll] | None = None, **more: object) -> Ledger:
    """The ledger of one event."""
    made = tolls if tolls is not None else [toll([claim]) for claim in claims if claim.figure]
    return ledger_of(list(claims), [happened(list(claims), made, **more)])


def acled_row(ledger: Ledger) -> acled.Row:
    """The event's row for ACLED."""
    (row,), missing = acled.rows_of(ledger)
    assert missing == []
    return row


def ucdp_row(ledger: Ledger) -> ucdp.Row:
    """The event's row for UCDP."""
    (row,), _ = ucdp.rows_of(ledger)
    return row
