"""Parts of the brief: what is chosen, what has which day, what is inside as JSON, what the map stands on."""

import datetime as dt
import json
import re

import pytest

from crosswire.formats import brief
from crosswire.formats.brief.borders import ground, load_atlas
from crosswire.formats.brief.labels import Room
from crosswire.formats.brief.lines import Line, draw_lines
from crosswire.formats.brief.narrowing import Narrow, narrowed
from crosswire.formats.brief.natives import native_names
from crosswire.formats.brief.sequence import sequence
from crosswire.formats.brief.unknown import gaps, open_questions
from crosswire.formats.brief.voices import Voices, load_voices
from crosswire.formats.lookup import look_up
from crosswire.records import Issue, Ledger, Place


def _lines(ledger: Ledger) -> tuple[Line, ...]:
    return draw_lines(ledger, look_up(ledger), Voices(load_voices(), {}))


@pytest.mark.parametrize(
    ("by", "there", "gone"),
    [
        (Narrow(place="Dolna"), ["nine"], ["Up to 14,000"]),
        (Narrow(place="geonames:1"), ["more than 412", "over 300"], ["nine"]),
        (Narrow(place="lower vale"), ["nine"], ["more than 412"]),
        (Narrow(actor="grey front"), [], ["nine"]),
        (Narrow(actor="observatory"), ["nine", "more than 412"], ["Up to 14,000"]),
        (Narrow(since=dt.date(2024, 3, 10)), ["nine", "more than 412"], ["Up to 14,000", "about 3,000"]),
        (Narrow(until=dt.date(2024, 3, 5)), [], ["nine", "more than 412"]),
        (Narrow(story="s-1"), ["nine", "more than 412", "Up to 14,000"], []),
        (Narrow(), ["nine", "more than 412", "about 3,000"], []),
    ],
)
def test_narrowing_keeps_whole_incidents(hand_made: Ledger, by: Narrow, there: list[str], gone: list[str]) -> None:
    figures = {claim.figure.text for claim in narrowed(hand_made, by).claims if claim.figure}
    assert set(there) <= figures
    assert not figures & set(gone)


def test_a_narrowed_ledger_names_only_what_it_holds(hand_made: Ledger) -> None:
    part = narrowed(hand_made, Narrow(place="Dolna"))
    claims, pages = {claim.id for claim in part.claims}, {document.id for document in part.documents}
    assert 0 < len(claims) < len(hand_made.claims)
    assert {claim.quote.document for claim in part.claims} == pages
    assert all(set(origin.claims) <= claims for origin in part.origins)
    assert all(set(incident.claims) <= claims for incident in part.incidents)
    assert all(set(side.claims) <= claims for dispute in part.disputes for side in dispute.sides)


def test_the_page_says_that_it_is_a_part(hand_made: Ledger) -> None:
    by = Narrow(place="Dolna")
    part = narrowed(hand_made, by)
    page = brief.render(part, brief.Setting(chosen=by.told, of_claims=len(hand_made.claims)))
    assert "<bdi>place Dolna</bdi>" in page
    assert f"{len(part.claims)} of the ledger’s {len(hand_made.claims)} claims" in page


def test_the_ledger_inside_leads_back_to_every_quote(hand_made: Ledger) -> None:
    (text,) = re.findall(
        r'<script type="application/json" id="ledger">(.*?)</script>', brief.render(hand_made), re.DOTALL
    )
    inside = json.loads(text)
    texts = {document.id: document.text for document in hand_made.documents}
    assert len(inside["claims"]) == len(hand_made.claims)
    for key, saying, document, start, quote, _, _ in inside["claims"]:
        words = inside["quotes"][quote]
        assert texts[inside["documents"][document]["id"]][start : start + len(words)] == words
        claim = next(claim for claim in hand_made.claims if claim.id == key)
        assert inside["sayings"][saying]["kind"] == claim.kind


def test_the_ledger_inside_holds_no_number_that_nobody_printed(hand_made: Ledger) -> None:
    (text,) = re.findall(
        r'<script type="application/json" id="ledger">(.*?)</script>', brief.render(hand_made), re.DOTALL
    )
    for saying in json.loads(text)["sayings"]:
        figure = saying.get("figure", {})
        assert not {"low", "high"} & set(figure)
        assert "value" not in figure or not str(figure["value"]).endswith(("13", "01"))


def test_what_changed_is_told_with_its_cause(hand_made: Ledger) -> None:
    change = brief.Changed(
        cause="The pages tell more", sort="toll", what="killed, Marra", before="over 300", after="412"
    )
    page = brief.render(hand_made, brief.Setting(changes=(change,)))
    assert "was <bdi>over 300</bdi> · now <bdi>412</bdi>" in page
    assert "There is no former run to compare with." in brief.render(hand_made)


def test_days_of_events_and_of_pages_stand_apart(hand_made: Ledger) -> None:
    labels = {document.id: f"D{number}" for number, document in enumerate(hand_made.documents, 1)}
    found = sequence(_lines(hand_made), hand_made.documents, labels)
    row = next(row for row in found.rows if row.days == "9 Mar 2024")
    assert row.pages
    told = {line.figure.text for one in found.rows for line in one.lines if line.figure}
    assert "nine" in told
    assert found.undated is not None
    assert any(line.figure and line.figure.text == "Up to 14,000" for line in found.undated.lines)
    assert found.strip is not None


def test_what_is_missing_is_counted(hand_made: Ledger) -> None:
    found = {gap.what: (gap.count, gap.of) for gap in gaps(_lines(hand_made), hand_made.documents)}
    assert found["documents have no date"] == (1, 4)
    assert found["figures have no day"][0] > 0


def test_alike_questions_stand_together(hand_made: Ledger) -> None:
    key = hand_made.documents[0].id
    issues = tuple(
        Issue(stage="x", document=key, message=f"The page says {n} where “a{n}” says else.") for n in range(9)
    )
    (one,) = open_questions(Ledger(run=hand_made.run, documents=hand_made.documents[:1], issues=issues), {key: "D1"})
    assert (one.alike, one.pages) == (8, ("D1",))


def test_markdown_says_the_same(hand_made: Ledger) -> None:
    text = brief.render_markdown(hand_made)
    for claim in hand_made.claims:
        assert claim.quote.text in text.replace("\\", "")
    assert "**more than 412**" in text
    assert "<script>" not in text.replace("\\<", "")
    assert "413" not in text
    assert "says" in text


@pytest.mark.parametrize(
    ("window", "countries"),
    [
        ((35.0, 34.5, 38.5, 37.5), {"SY", "TR", "LB"}),
        ((30.0, 44.2, 37.0, 48.0), {"UA", "RU"}),
        ((-40.0, 20.0, -38.0, 22.0), set()),
    ],
)
def test_the_ground_names_its_countries(window: tuple[float, float, float, float], countries: set[str]) -> None:
    found = ground(window)
    assert countries <= {code for code, _, _ in found.lands}
    assert bool(found.inner) == bool(countries)
    west, south, east, north = window
    points = [point for _, _, rings in found.lands for ring in rings for point in ring]
    assert all(west - 1e-6 <= x <= east + 1e-6 and south - 1e-6 <= y <= north + 1e-6 for x, y in points)


def test_crimea_is_drawn_with_ukraine() -> None:
    lands = {code: rings for code, _, rings in ground((33.5, 44.7, 34.5, 45.4)).lands}
    assert set(lands) == {"UA"}


def test_every_ring_of_the_atlas_is_closed_by_its_stretches() -> None:
    atlas = load_atlas()
    numbers = {number if number >= 0 else ~number for one in atlas.countries for ring in one.rings for number in ring}
    assert len(atlas.countries) > 200
    assert max(numbers) < len(atlas.stretches)
    assert len(atlas.inner) > 5000


@pytest.mark.parametrize(
    ("name", "number", "country", "native"),
    [
        ("Aleppo", 170062, "SY", "حلب"),
        ("Khovd", 1515696, "MN", "Ховд"),
        ("Khartoum", 379253, "SD", "الخرطوم"),
        ("Paris", 2988507, "FR", ""),
    ],
)
def test_a_place_stands_in_the_script_of_its_country(name: str, number: int, country: str, native: str) -> None:
    place = Place(id=f"geonames:{number}", name=name, text=name, country=country)
    assert native_names()(place) == native


def test_no_label_stands_on_another() -> None:
    room = Room(400, 300)
    labels = [room.beside("A long name", "below", 200.0, 150.0 + n) for n in range(30)]
    placed = [label for label in labels if label]
    assert 4 <= len(placed) < 30
    assert len({(label.anchor, label.x, label.y) for label in placed}) == len(placed)
