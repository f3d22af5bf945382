"""Annotations, provenance, entities, mentions, a timeline and reviews: in the forms that their readers expect."""

import csv
import datetime as dt
import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from crosswire.formats import export
from crosswire.records import Anchor, Decision, Effect, Ledger
from crosswire.text.sentences import sentences

_TEXT = {"type": "string", "minLength": 1}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "first": {
            "properties": {
                "type": {"const": "AnnotationPage"},
                "items": {
                    "items": {
                        "required": ["id", "type", "target"],
                        "properties": {
                            "type": {"const": "Annotation"},
                            "target": {
                                "required": ["source", "selector"],
                                "properties": {
                                    "source": _TEXT,
                                    "selector": {
                                        "required": ["type", "exact"],
                                        "properties": {
                                            "type": {"const": "TextQuoteSelector"},
                                            "exact": _TEXT,
                                            "prefix": _TEXT,
                                            "suffix": _TEXT,
                                        },
                                        "additionalProperties": False,
                                    },
                                },
                            },
                        },
                    }
                },
            }
        },
    },
}  # W3C Web Annotation Data Model, sections 3.1, 4.2.4 and 5
PROV = {
    "entity",
    "agent",
    "activity",
    "used",
    "wasDerivedFrom",
    "wasAttributedTo",
    "wasGeneratedBy",
    "wasAssociatedWith",
}


def _read(name: str, ledger: Ledger, folder: Path) -> Any:  # noqa: ANN401 - whatever stands in the file
    (path,) = export(name, ledger, folder).files
    return json.loads(path.read_text(encoding="utf-8"))


def test_each_claim_is_an_annotation_on_its_quote(ledger: Ledger, tmp_path: Path) -> None:
    whole = _read("webannotation", ledger, tmp_path)
    jsonschema.validate(whole, ANNOTATION)
    texts = {document.id: document.text for document in ledger.documents}
    claims = {f"urn:crosswire:{claim.id}": claim for claim in ledger.claims}
    assert {item["id"] for item in whole["first"]["items"]} == set(claims)
    for item in whole["first"]["items"]:
        selector, claim = item["target"]["selector"], claims[item["id"]]
        around = selector.get("prefix", "") + selector["exact"] + selector.get("suffix", "")
        assert around in texts[claim.quote.document]
        assert "\n" not in selector.get("prefix", "") + selector.get("suffix", "")


def test_provenance_leads_from_figures_to_pages(ledger: Ledger, tmp_path: Path) -> None:
    whole = _read("prov", ledger, tmp_path)
    assert set(whole) - {"prefix"} <= PROV
    known = {*whole["entity"], *whole["agent"], *whole["activity"]}
    for relation in PROV - {"entity", "agent", "activity"}:
        for edge in whole.get(relation, {}).values():
            ends = [value for key, value in edge.items() if key.startswith("prov:") and key != "prov:type"]
            assert len(ends) == 2
            assert set(ends) <= known
    sources = {edge["prov:usedEntity"] for edge in whole["wasDerivedFrom"].values()}
    assert {f"cw:{claim.quote.document}" for claim in ledger.claims} <= sources


def test_every_claim_is_tied_to_its_page_as_an_entity(ledger: Ledger, tmp_path: Path) -> None:
    (path,) = export("ftm", ledger, tmp_path).files
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = {row["id"] for row in rows}
    assert len(ids) == len(rows)
    for row in rows:
        assert set(row) == {"id", "schema", "properties"}
        assert all(isinstance(texts, list) and all(texts) for texts in row["properties"].values())
        for name in ("document", "entity", "involved"):
            assert set(row["properties"].get(name, ())) <= ids
    told = {row["properties"]["summary"][0] for row in rows if row["schema"] == "Documentation"}
    told |= {row["properties"]["description"][0] for row in rows if row["schema"] == "Note"}
    assert told == {claim.quote.text for claim in ledger.claims}


def test_mentions_have_gdelts_columns_and_true_offsets(ledger: Ledger, tmp_path: Path) -> None:
    (path,) = export("gdelt-mentions", ledger, tmp_path).files
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    texts = {
        claim.id: (claim, page)
        for claim in ledger.claims
        for page in ledger.documents
        if page.id == claim.quote.document
    }
    assert len(rows) == sum(len(incident.claims) for incident in ledger.incidents)
    for row in rows:
        assert len(row) == 16
        extras = json.loads(row[15])
        claim, page = texts[extras["claim"]]
        assert page.text[int(row[9]) :].startswith(extras["quote"])
        start, end = sentences(page.text)[int(row[6]) - 1]
        assert start <= claim.quote.start < end
        assert int(row[12]) == len(page.text)
        assert int(row[0]) >= 2**40
        assert row[10] == "1"


def test_a_timeline_tells_doubt_from_duration(ledger: Ledger, tmp_path: Path) -> None:
    whole = _read("timeline", ledger, tmp_path)
    slides = {slide["unique_id"]: slide for slide in whole["events"]}
    assert set(slides) == {incident.id for incident in ledger.incidents if incident.when}
    for incident in ledger.incidents:
        if incident.when and incident.when.first != incident.when.last:
            edtf = slides[incident.id]["edtf"]
            assert ("/" in edtf) == (incident.kind == "episode")
            assert ("one of these days" in slides[incident.id]["text"]["headline"]) == (incident.kind != "episode")


def test_words_of_pages_are_no_html_in_a_timeline(hand_made: Ledger, tmp_path: Path) -> None:
    whole = _read("timeline", hand_made, tmp_path)
    told = " ".join(slide["text"]["text"] for slide in whole["events"])
    assert "&lt;b&gt;rebels&lt;/b&gt;" in told or "rebels" not in told
    assert "<b>" not in told


def test_what_nobody_rated_is_no_review(hand_made: Ledger, tmp_path: Path) -> None:
    done = export("claimreview", hand_made, tmp_path)
    assert json.loads(done.files[0].read_text(encoding="utf-8"))["@graph"] == []
    (missing,) = done.left_out
    assert missing.what == f"{len(hand_made.claims)} of {len(hand_made.claims)} claims"
    assert "no person has rated them" in missing.reason


@pytest.mark.parametrize(("state", "reviews"), [("applied", 1), ("orphan", 0), ("undone", 0)])
def test_a_claim_that_a_person_rated_is_a_review(hand_made: Ledger, tmp_path: Path, state: str, reviews: int) -> None:
    claim = hand_made.claims[0]
    decision = Decision(
        seq=1,
        at=dt.datetime(2024, 3, 12, 9, tzinfo=dt.UTC),
        by="Lena Varga",
        op="set",
        args={"field": "rating", "value": "unproven", "called": "not supported"},
        anchors=(Anchor(exact=claim.quote.text, document=claim.quote.document, url=""),),
        reason="The list names others.",
    )
    effect = msgspec.convert(
        {"id": "e-1", "decision": msgspec.to_builtins(decision), "state": state, "about": [claim.id]}, Effect
    )
    whole = _read("claimreview", msgspec.structs.replace(hand_made, decisions=(effect,)), tmp_path)
    assert len(whole["@graph"]) == reviews
    for review in whole["@graph"]:
        assert review["claimReviewed"] == claim.quote.text
        assert review["reviewRating"] == {"@type": "Rating", "alternateName": "not supported", "name": "unproven"}
        assert review["author"]["name"] == "Lena Varga"
