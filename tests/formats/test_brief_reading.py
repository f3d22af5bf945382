"""The brief as a newsroom reads it: names as pages write them, nothing said twice, nobody named as his own carrier."""

import datetime as dt

import msgspec
import pytest

from crosswire.formats import brief
from crosswire.formats.brief.lines import draw_lines
from crosswire.formats.brief.voices import Voices, load_voices
from crosswire.formats.brief.wording import party, quoted, stands, whereabouts
from crosswire.formats.lookup import look_up
from crosswire.formats.written import as_written
from crosswire.records import Attribution, Claim, Copy, Document, Figure, Ledger, Origin, Passage, Place, When

_TOWN = Place(id="geonames:9", name="Ar Raqqah", text="Raqqa", country="SY", precision="settlement")


def _claim(page: str, place: Place | None, text: str = "Nine people were killed.") -> Claim:
    return Claim(
        id=f"c-{page}",
        kind="killed",
        quote=Passage(document=page, start=0, end=len(text), text=text),
        said=Attribution(),
        rule="hand",
        counted="people",
        figure=Figure(value=9, bound="exact", low=9, high=9, text="Nine"),
        place=place,
        when=When(first=dt.date(2031, 5, 4), last=dt.date(2031, 5, 4), text="4 May", basis="stated"),
    )


def _pages(*names: str, text: str = "Nine people were killed.") -> tuple[Document, ...]:
    return tuple(
        Document(id=name, url=f"https://{name}.example/1", outlet=name, title="", text=text, language="en")
        for name in names
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (["Raqqa", "Raqqa", "Ar Raqqah"], "Raqqa"),
        (["Raqqa", "Rakka", "Rakka"], "Rakka"),
        (["Raqqa province", "RAQQA", "the city"], "Ar Raqqah"),
        (["Raqqa", "Ar Raqqah"], "Ar Raqqah"),
    ],
)
def test_a_place_bears_the_name_that_most_pages_write(hand_made: Ledger, written: list[str], shown: str) -> None:
    claims = tuple(_claim(f"p{n}", msgspec.structs.replace(_TOWN, text=text)) for n, text in enumerate(written))
    ledger = Ledger(run=hand_made.run, documents=_pages(*(c.quote.document for c in claims)), claims=claims)
    assert {claim.place and claim.place.name for claim in as_written(ledger).claims} == {shown}


@pytest.mark.parametrize(
    ("name", "precision", "shown"),
    [
        ("nine people", "unnamed", ""),
        ("rebel territory", "unnamed", "rebel territory"),
        ("Nine", "settlement", "Nine"),
    ],
)
def test_a_place_that_says_again_what_is_counted_is_left_out(name: str, precision: str, shown: str) -> None:
    place = msgspec.convert({"name": name, "text": name, "precision": precision}, Place)
    assert whereabouts(_claim("p", place), place) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"We have left," he said.', '"We have left," he said.'),
        ('"There was no withdrawal.', '“"There was no withdrawal.”'),
        ("“Nobody left", "““Nobody left”"),
    ],
)
def test_a_quote_that_opens_a_mark_and_never_closes_it_is_quoted(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_side_that_is_named_by_one_of_its_people_stands_in_the_plural() -> None:
    assert [party(name) for name in ("rebel", "army", "Grey Front")] == ["rebels", "army", "Grey Front"]


def test_an_outlet_is_no_carrier_of_its_own_words(hand_made: Ledger) -> None:
    claims = (_claim("herald", None), _claim("courier", None))
    origin = Origin(id="o-1", name="herald", claims=("c-courier", "c-herald"), documents=("courier", "herald"))
    ledger = Ledger(run=hand_made.run, documents=_pages("herald", "courier"), claims=claims, origins=(origin,))
    known = {name: name for name in ("courier", "herald")}
    (line,) = draw_lines(ledger, look_up(ledger), Voices(load_voices(), known))
    assert [(voice.name, voice.carrier) for voice in line.voices] == [("courier", ""), ("herald", "")]
    assert stands(line.behind) == "1 independent origin · 2 texts · no speaker · 2 documents"


def test_a_family_that_shares_words_with_a_page_outside_is_drawn(hand_made: Ledger) -> None:
    long = "Nine people were killed. " + "The road was shut for the whole of the day, and nobody came. " * 8
    names = [f"p{number}" for number in range(12)]
    pairs = [(f"p{2 * number}", f"p{2 * number + 1}", long) for number in range(5)]
    pairs += [("p0", "p11", "Nine people were killed.")]
    copies = tuple(
        Copy(
            passage=Passage(document=one, start=0, end=len(text), text=text),
            original=Passage(document=other, start=0, end=len(text), text=text),
            likeness=1.0,
            kind="verbatim",
        )
        for one, other, text in pairs
    )
    claim = msgspec.structs.replace(_claim("p0", None), said=Attribution(speaker="Vale Observatory"))
    ledger = Ledger(run=hand_made.run, documents=_pages(*names, text=long), claims=(claim,), copies=copies)
    assert "Who copied whom" in brief.render(ledger)


def test_what_is_told_twice_in_one_quote_stands_once_in_a_dispute(hand_made: Ledger) -> None:
    dispute = hand_made.disputes[0]
    first = next(claim for claim in hand_made.claims if claim.id == dispute.sides[0].claims[0])
    again = msgspec.structs.replace(first, id="c-again", kind="entered")
    told = msgspec.structs.replace(dispute.sides[0], claims=(first.id, again.id))
    more = msgspec.structs.replace(dispute, sides=(told, *dispute.sides[1:]))
    page = brief.render(
        msgspec.structs.replace(hand_made, claims=(*hand_made.claims, again), disputes=(more, *hand_made.disputes[1:]))
    )
    part = page[page.index('aria-labelledby="disputes"') : page.index('aria-labelledby="figures"')]
    assert part.count(first.quote.text) == 1
