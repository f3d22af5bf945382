"""A ledger made by hand, in our own words, that holds one of everything that formats must show."""

import datetime as dt

import msgspec

from crosswire.records import (
    Attribution,
    Bound,
    Claim,
    Control,
    Copy,
    Cut,
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
from crosswire.text.identity import identify

SATURDAY, SUNDAY, WEDNESDAY = dt.date(2024, 3, 9), dt.date(2024, 3, 10), dt.date(2024, 3, 6)

MARRA = Place(
    id="geonames:1",
    name="Marra",
    text="Marra",
    country="XW",
    admin1="Upper Vale",
    lat=35.6,
    lon=36.7,
    precision="settlement",
)
MARRA_WRITTEN = msgspec.structs.replace(MARRA, text="مرّة")
DOLNA = Place(
    id="geonames:2",
    name="Dolna",
    text="Dolna",
    country="XW",
    admin1="Lower Vale",
    lat=35.1,
    lon=36.9,
    precision="settlement",
)
NOWHERE = Place(name="Dund Bulag", text="Dund Bulag", admin1="Upper Vale")

WIRE = (
    "The Grey Front holds most of Marra, except the airport, Ilya Brandt, head of the Vale Observatory, told "
    "Northwire.\n"
    "The fighting has killed more than 412 people since Wednesday, including at least 61 civilians, the "
    "Observatory said.\n"
    "Air strikes on Sunday killed nine civilians in Dolna.\n"
    "In 2016 about 3,000 people died in the first siege."
)
REWRITE = (
    "Most of the city is in the hands of the Grey Front, he stated.\n"
    "More than 412 people have been killed since Wednesday, among them at least 61 civilians, said the Observatory.\n"
    "Strikes killed nine civilians in Dolna."
)
EARLIER = (
    "The Vale Observatory counted over 300 dead by Saturday, including at least 20 civilians.\n"
    "Between 25 and 30 civilians were killed in three days, said Ann Holm, a UN coordinator.\n"
    "Up to 14,000 people were displaced, she said."
)
BULLETIN = (
    "The Observatory said the army had left Dolna.\n"
    "The army denied that it had left Dolna.\n"
    "The army command said dozens of soldiers were killed in مرّة.\n"
    "The Observatory said the army lost 100 soldiers.\n"
    "The defence ministry said it killed fewer than 120 <b>rebels</b> & guards.\n"
    "The front could take Dund Bulag, a scholar said.\n"
    "The war began in 2012. Footage checked by the Bulletin shows the tower."
)


def _document(name: str, outlet: str, url: str, text: str, **more: object) -> Document:
    plain = Document(
        id=identify("d", name), url=url, outlet=outlet, title=f"{outlet}: {name}", text=text, language="en"
    )
    return msgspec.structs.replace(plain, **more)


def _day(first: dt.date, last: dt.date | None = None, text: str = "Sunday") -> When:
    return When(first=first, last=last or first, text=text, basis="relative")


DOCUMENTS = {
    "wire": _document(
        "wire", "Northwire", "https://northwire.example/a-b/wire?id=1", WIRE, credits=("Northwire",), filed_from=MARRA,
        published=When(first=SUNDAY, last=SUNDAY, text="March 10", basis="dateline"), byline="Lena Varga",
    ),
    "rewrite": _document(
        "rewrite", "Courier", "courier.txt", REWRITE,
        removed=(
            Cut(start=0, end=15, kind="consent", text="Accept cookies?"),
            Cut(start=90, end=94, kind="spam", text="slot"),
        ),
    ),
    "earlier": _document(
        "earlier", "Plains Review", "https://plains.example/earlier", EARLIER,
        published=When(first=SATURDAY, last=SATURDAY, text="2024-03-09", basis="published"),
    ),
    "bulletin": _document(
        "bulletin", "نشرة المساء", "javascript:alert(1)", BULLETIN, title="Bulletin <script>alert('x')</script>",
        published=When(first=SUNDAY, last=SUNDAY, text="2024-03-10", basis="published"),
    ),
}  # fmt: skip

OBSERVATORY, BRANDT = (
    Attribution(speaker="Vale Observatory"),
    Attribution(speaker="Ilya Brandt", via=("Vale Observatory", "Northwire")),
)
HOLM, ARMY = Attribution(speaker="Ann Holm", via=("United Nations",)), Attribution(speaker="army command")
MINISTRY = Attribution(speaker="ministry officials", known_as="defence ministry")


def _passage(document: str, quote: str) -> Passage:
    whole = DOCUMENTS[document]
    start = whole.text.index(quote)
    return Passage(document=whole.id, start=start, end=start + len(quote), text=quote)


def _claim(document: str, quote: str, kind: str, said: Attribution, **more: object) -> Claim:
    figure = more.get("figure")
    key = identify(
        "c", document, quote, kind, figure.text if isinstance(figure, Figure) else "", str(more.get("counted"))
    )
    plain = Claim(id=key, kind=kind, quote=_passage(document, quote), said=said, rule=f"hand.{kind}")
    return msgspec.structs.replace(plain, **more)


def _figure(
    text: str, value: int | None, bound: Bound = "exact", low: int | None = None, high: int | None = None
) -> Figure:
    least = low if low is not None else value or 0
    return Figure(text=text, value=value, bound=bound, low=least, high=high)


_LINE = dict(zip(DOCUMENTS, (text.split("\n") for text in (WIRE, REWRITE, EARLIER, BULLETIN)), strict=True))
_PERIOD = _day(WEDNESDAY, SUNDAY, "since Wednesday")


def _deaths(document: str, line: int, said: Attribution, figure: Figure, counted: str, **more: object) -> Claim:
    return _claim(document, _LINE[document][line], "killed", said, figure=figure, counted=counted, **more)


OVER_412, AT_LEAST_61 = _figure("more than 412", 412, "more_than", 413), _figure("at least 61", 61, "at_least")
TOTAL = _deaths("wire", 1, OBSERVATORY, OVER_412, "people", scope="cumulative", when=_PERIOD)
TOTAL_COPY = _deaths(
    "rewrite",
    1,
    OBSERVATORY,
    _figure("More than 412", 412, "more_than", 413),
    "people",
    scope="cumulative",
    when=_PERIOD,
)
CIVILIANS = _deaths(
    "wire", 1, OBSERVATORY, AT_LEAST_61, "civilians", scope="cumulative", when=_PERIOD, part_of=TOTAL.id
)
CIVILIANS_COPY = _deaths(
    "rewrite", 1, OBSERVATORY, AT_LEAST_61, "civilians", scope="cumulative", when=_PERIOD, part_of=TOTAL_COPY.id
)
OLD_TOTAL = _deaths(
    "earlier",
    0,
    OBSERVATORY,
    _figure("over 300", 300, "more_than", 301),
    "people",
    scope="cumulative",
    when=_day(SATURDAY),
)
OLD_CIVILIANS = _deaths(
    "earlier",
    0,
    OBSERVATORY,
    _figure("at least 20", 20, "at_least"),
    "civilians",
    scope="cumulative",
    part_of=OLD_TOTAL.id,
)
UN_CIVILIANS = _deaths(
    "earlier",
    1,
    HOLM,
    _figure("Between 25 and 30", None, "exact", 25, 30),
    "civilians",
    scope="cumulative",
    when=_day(SATURDAY),
)
DOLNA_DEAD = _deaths("wire", 2, OBSERVATORY, _figure("nine", 9), "civilians", place=DOLNA, when=_day(SUNDAY))
DOLNA_COPY = _deaths("rewrite", 2, Attribution(), _figure("nine", 9), "civilians", place=DOLNA)
DOZENS = _deaths(
    "bulletin", 2, ARMY, _figure("dozens", None, "vague", 24, 99), "soldiers", side="government", place=MARRA_WRITTEN
)
HUNDRED = _deaths("bulletin", 3, OBSERVATORY, _figure("100", 100), "soldiers", side="government")
REBELS = _deaths(
    "bulletin", 4, MINISTRY, _figure("fewer than 120", 120, "less_than", 0, 119), "<b>rebels</b>", side="rebels"
)
SIEGE = _deaths("wire", 3, Attribution(), _figure("about 3,000", 3000, "about", 2700, 3300), "people", scope="history")
DISPLACED = _claim(
    "earlier",
    _LINE["earlier"][2],
    "displaced",
    HOLM,
    figure=_figure("Up to 14,000", 14000, "up_to", 0, 14000),
    counted="people",
)
HOLDS = _claim(
    "wire",
    _LINE["wire"][0],
    "controls",
    BRANDT,
    actor="Grey Front",
    place=MARRA,
    extent="most",
    excepting="the airport",
)
HOLDS_COPY = _claim("rewrite", _LINE["rewrite"][0], "controls", Attribution(), actor="Grey Front", extent="most")
LEFT = _claim("bulletin", _LINE["bulletin"][0], "withdrew", OBSERVATORY, actor="army", place=DOLNA)
STAYED = _claim(
    "bulletin",
    _LINE["bulletin"][1],
    "withdrew",
    Attribution(speaker="army", stance="denies"),
    actor="army",
    place=DOLNA,
)
COULD = _claim(
    "bulletin", _LINE["bulletin"][5], "seized", Attribution(speaker="a scholar", stance="hypothetical"),
    actor="Grey Front", place=NOWHERE,
)  # fmt: skip
FOOTAGE = _claim("bulletin", "Footage checked by the Bulletin shows the tower.", "verified", Attribution())

CLAIMS = (
    TOTAL, TOTAL_COPY, CIVILIANS, CIVILIANS_COPY, OLD_TOTAL, OLD_CIVILIANS, UN_CIVILIANS, DOLNA_DEAD, DOLNA_COPY,
    DOZENS, HUNDRED, REBELS, SIEGE, DISPLACED, HOLDS, HOLDS_COPY, LEFT, STAYED, COULD, FOOTAGE,
)  # fmt: skip


def _origin(name: str, *claims: Claim) -> Origin:
    keys = tuple(sorted(claim.id for claim in claims))
    pages = tuple(sorted({claim.quote.document for claim in claims}))
    return Origin(id=identify("o", name, *keys), name=name, claims=keys, documents=pages)


ORIGINS = {
    "total": _origin("Vale Observatory", TOTAL, TOTAL_COPY, OLD_TOTAL),
    "civilians": _origin("Vale Observatory", CIVILIANS, CIVILIANS_COPY, OLD_CIVILIANS),
    "un": _origin("Ann Holm", UN_CIVILIANS),
    "dolna": _origin("Vale Observatory", DOLNA_DEAD, DOLNA_COPY),
    "dozens": _origin("army command", DOZENS),
    "hundred": _origin("Vale Observatory", HUNDRED),
    "rebels": _origin("defence ministry", REBELS),
    "siege": _origin("Northwire", SIEGE),
    "displaced": _origin("Ann Holm", DISPLACED),
    "holds": _origin("Ilya Brandt", HOLDS, HOLDS_COPY),
    "left": _origin("Vale Observatory", LEFT),
    "stayed": _origin("army", STAYED),
    "could": _origin("a scholar", COULD),
    "footage": _origin("نشرة المساء", FOOTAGE),
}


def _toll(counted: str, claims: tuple[Claim, ...], origins: tuple[str, ...], **more: object) -> Toll:
    keys = tuple(sorted(claim.id for claim in claims))
    roots = tuple(sorted(ORIGINS[name].id for name in origins))
    plain = Toll(kind="killed", counted=counted, claims=keys, origins=roots, policy="ucdp")
    return msgspec.structs.replace(plain, **more)


def _incident(kind: str, claims: tuple[Claim, ...], tolls: tuple[Toll, ...] = (), **more: object) -> Incident:
    keys = tuple(sorted(claim.id for claim in claims))
    plain = Incident(
        id=keys[0].replace("c-", "i-"), kind=kind, event_type="Battles", sub_event_type="Armed clash", story="s-1",
        claims=keys, tolls=tolls,
    )  # fmt: skip
    return msgspec.structs.replace(plain, **more)


EPISODE = _incident(
    "episode",
    (TOTAL, TOTAL_COPY, OLD_TOTAL, CIVILIANS, CIVILIANS_COPY, OLD_CIVILIANS, UN_CIVILIANS, DOZENS, HUNDRED, REBELS),
    (
        _toll("people", (TOTAL, TOTAL_COPY), ("total",), low=412, best=412, supersedes=(OLD_TOTAL.id,)),
        _toll(
            "civilians", (CIVILIANS, CIVILIANS_COPY, UN_CIVILIANS), ("civilians", "un"), low=25, best=61,
            supersedes=(OLD_CIVILIANS.id,), within=(TOTAL.id,),
        ),
        _toll("soldiers", (HUNDRED, DOZENS), ("hundred", "dozens"), side="government", low=100, best=100, high=100),
        _toll("<b>rebels</b>", (REBELS,), ("rebels",), side="rebels", policy="enemy claim"),
    ),
    place=MARRA, when=_PERIOD,
    why=(Reason(name="same figure with the same head", claims=(TOTAL.id, TOTAL_COPY.id), weight=2.0),),
)  # fmt: skip
STRIKE = _incident(
    "killed",
    (DOLNA_DEAD, DOLNA_COPY),
    (_toll("civilians", (DOLNA_DEAD, DOLNA_COPY), ("dolna",), low=9, best=9, high=9),),
    place=DOLNA, when=_day(SUNDAY), event_type="Explosions/Remote violence", sub_event_type="Air/drone strike",
)  # fmt: skip
FLIGHT = _incident("displaced", (DISPLACED,), (_toll("people", (DISPLACED,), ("displaced",), kind="displaced"),))

HAND_MADE = Ledger(
    run=Run(version="0.1.0", codebook="ab" * 32, gazetteer="cd" * 32, models=("model 1.0",), policy="ucdp"),
    documents=tuple(sorted(DOCUMENTS.values(), key=lambda document: document.id)),
    claims=tuple(sorted(CLAIMS, key=lambda claim: claim.id)),
    copies=(
        Copy(passage=TOTAL_COPY.quote, original=TOTAL.quote, likeness=0.71, kind="rewrite"),
        Copy(passage=DOLNA_COPY.quote, original=DOLNA_DEAD.quote, likeness=0.8, kind="verbatim"),
        Copy(passage=HOLDS_COPY.quote, original=HOLDS.quote, likeness=0.55, kind="rewrite"),
    ),
    origins=tuple(sorted(ORIGINS.values(), key=lambda origin: origin.id)),
    stories=(Story(id="s-1", documents=tuple(sorted(document.id for document in DOCUMENTS.values()))),),
    incidents=tuple(sorted((EPISODE, STRIKE, FLIGHT), key=lambda incident: incident.id)),
    controls=(
        Control(
            place=MARRA, actor="Grey Front", status="holds", extent="most", excepting="the airport",
            claims=tuple(sorted((HOLDS.id, HOLDS_COPY.id))), since=_day(WEDNESDAY, text="Wednesday"),
        ),
        Control(place=DOLNA, actor="army", status="left", claims=(LEFT.id,), contested_by=(STAYED.id,)),
    ),
    disputes=(
        Dispute(
            id="x-1", question="Did the army leave Dolna?", kind="denial",
            sides=(
                Side(
                    value="the army had left Dolna", holder="Vale Observatory", claims=(LEFT.id,),
                    origins=(ORIGINS["left"].id,),
                ),
                Side(value="denied", holder="army", claims=(STAYED.id,), origins=(ORIGINS["stayed"].id,)),
            ),
        ),
    ),
    issues=(
        Issue(stage="dates", document=DOCUMENTS["rewrite"].id, message="The page has no day from which to count."),
        Issue(
            stage="attribution", document=DOCUMENTS["rewrite"].id, message="“he” has no speaker on this page.",
            passage=HOLDS_COPY.quote,
        ),
        Issue(stage="clean", document="broken.html", message="The file is empty; nothing was read from it."),
    ),
)  # fmt: skip
