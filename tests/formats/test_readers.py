"""What others load our files with loads them: DuckDB, pandas, polars, GDAL; Arabic and line breaks stay as they are."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import duckdb
import msgspec
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pyogrio
import pytest

from crosswire.formats import export
from crosswire.formats.csv import guarded, unguarded
from crosswire.records import Ledger

ARABIC = "مرّة"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-5", "@a", "\tx", "\n=x", "＝x", "'=1", "''@", "'quoted' words", "plain", "12 dead", "", "'"],
)
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert unguarded(guarded(text)) == text


def test_quoted_words_and_plain_text_are_left_alone() -> None:
    assert guarded("'We hold the town,' he said") == "'We hold the town,' he said"
    assert guarded("مرّة") == "مرّة"


def test_numbers_are_not_guarded(hand_made: Ledger, tmp_path: Path) -> None:
    south = _moved(hand_made, -35.5)
    export("csv", south, tmp_path)
    with (tmp_path / "incidents.csv").open(encoding="utf-8", newline="") as file:
        assert "-35.5" in {row["latitude"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("excel", [False, True])
def test_csv_opens_in_duckdb_pandas_and_polars(hand_made: Ledger, tmp_path: Path, *, excel: bool) -> None:
    export("csv", hand_made, tmp_path, excel=excel)
    path = tmp_path / "claims.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf") == excel
    wanted = {claim.id: claim.quote.text for claim in hand_made.claims}
    with closing(duckdb.connect()) as database:
        rows = database.execute(
            "SELECT claim, quote, place_words FROM read_csv(?, header = true)", [str(path)]
        ).fetchall()
    assert {key: unguarded(quote) for key, quote, _ in rows} == wanted
    assert ARABIC in {place for _, _, place in rows}
    for frame in (pd.read_csv(path), pl.read_csv(path, infer_schema_length=None).to_pandas()):
        assert dict(zip(frame["claim"], frame["quote"], strict=True)) == wanted
        assert ARABIC in set(frame["place_words"])


def test_line_breaks_inside_a_text_stay_one_cell(hand_made: Ledger, tmp_path: Path) -> None:
    first = hand_made.documents[0]
    broken = {"title": 'one\ntwo, "three";\r\nfour'}
    export("csv", _with_document(hand_made, first.id, broken), tmp_path)
    with closing(duckdb.connect()) as database:
        query = "SELECT title FROM read_csv(?, header = true, new_line = '\\n') WHERE document = ?"
        assert database.execute(query, [str(tmp_path / "documents.csv"), first.id]).fetchall() == [(broken["title"],)]
    assert broken["title"] in set(pd.read_csv(tmp_path / "documents.csv")["title"])


def test_parquet_has_real_types_and_says_what_is_derived(hand_made: Ledger, tmp_path: Path) -> None:
    export("parquet", hand_made, tmp_path)
    with closing(duckdb.connect()) as database:
        path = str(tmp_path / "tolls.parquet")
        query = "SELECT typeof(low), typeof(claims), len(claims) > 0 FROM read_parquet(?) LIMIT 1"
        assert database.execute(query, [path]).fetchall() == [("BIGINT", "VARCHAR[]", True)]
    frame = pl.read_parquet(tmp_path / "claims.parquet")
    assert ARABIC in frame["place_words"].to_list()
    assert frame.schema["date_first"] == pl.Date
    schema = pq.read_schema(tmp_path / "claims.parquet")
    assert schema.field("figure").metadata[b"told"] == b"reported"
    assert schema.field("interval_low").metadata[b"told"] == b"derived"


def test_a_workbook_holds_texts_never_formulas(generated: Ledger, tmp_path: Path) -> None:
    (path,) = export("xlsx", generated, tmp_path).files
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book["claims"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert any(str(cell.value).startswith("=Shelling") for cell in cells)
    assert any("وكالة" in str(cell.value) for cell in cells)
    again = export("xlsx", generated, tmp_path / "again").files[0]
    assert again.read_bytes() == path.read_bytes()


def test_a_workbook_takes_what_a_cell_cannot_hold(hand_made: Ledger, tmp_path: Path) -> None:
    first = hand_made.documents[0]
    (path,) = export("xlsx", _with_document(hand_made, first.id, {"title": "a\x00b" + "c" * 40_000}), tmp_path).files
    titles = [str(row[3].value) for row in openpyxl.load_workbook(path)["documents"].iter_rows()]
    (title,) = [title for title in titles if title.startswith("a")]
    assert title.startswith("a�bc")
    assert len(title) == 32_767
    assert title.endswith("…")


@pytest.mark.parametrize(("name", "file"), [("geojson", "incidents.geojson"), ("gpkg", "ledger.gpkg")])
def test_maps_open_in_gdal(hand_made: Ledger, tmp_path: Path, name: str, file: str) -> None:
    export(name, hand_made, tmp_path)
    meta, table = pyogrio.read_arrow(tmp_path / file, layer="incidents")
    assert meta["crs"] == "EPSG:4326"
    assert meta["geometry_type"] == "Point"
    rows = table.to_pylist()
    places = {row["incident"]: row for row in rows}
    assert {incident.id for incident in hand_made.incidents} == set(places)
    geometry = next(name for name in rows[0] if "geom" in name or name == "wkb_geometry")
    with_spot = {row["incident"] for row in rows if row[geometry]}
    assert with_spot == {one.id for one in hand_made.incidents if one.place and one.place.lat is not None}
    bounds = pyogrio.read_info(tmp_path / file, layer="incidents", force_total_bounds=True)["total_bounds"]
    assert bounds == pytest.approx((36.7, 35.1, 36.9, 35.6))


def test_a_geopackage_names_its_columns_and_keeps_to_the_standard(hand_made: Ledger, tmp_path: Path) -> None:
    (path,) = export("gpkg", hand_made, tmp_path).files
    assert {layer for layer, _ in pyogrio.list_layers(path)} == {"incidents", "controls", "tolls", "claims"}
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        query = "SELECT description FROM gpkg_data_columns WHERE table_name = 'tolls' AND column_name = 'low'"
        assert "derived" in database.execute(query).fetchone()[0]
    _, table = pyogrio.read_arrow(path, layer="claims")
    assert ARABIC in table["place_words"].to_pylist()


def test_geojson_follows_the_standard(ledger: Ledger, tmp_path: Path) -> None:
    for path in export("geojson", ledger, tmp_path).files:
        whole = json.loads(path.read_text(encoding="utf-8"))
        assert whole["type"] == "FeatureCollection"
        assert "crs" not in whole  # RFC 7946: always WGS 84
        for feature in whole["features"]:
            assert set(feature) == {"type", "geometry", "properties"}
            if feature["geometry"]:
                lon, lat = feature["geometry"]["coordinates"]
                assert (lon, lat) == pytest.approx(
                    (feature["properties"]["longitude"], feature["properties"]["latitude"]), abs=1e-6
                )


def test_duckdb_reads_geojson(example: Ledger, tmp_path: Path) -> None:
    export("geojson", example, tmp_path)
    query = "SELECT json_array_length(content, '$.features') FROM read_text(?)"
    with closing(duckdb.connect()) as database:
        path = str(tmp_path / "incidents.geojson")
        assert database.execute(query, [path]).fetchone() == (len(example.incidents),)


def test_the_sqlite_copy_holds_the_texts_and_its_own_codebook(hand_made: Ledger, tmp_path: Path) -> None:
    (path,) = export("sqlite", hand_made, tmp_path).files
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT substr(texts.text, start + 1, end - start), quote FROM claims JOIN texts USING (document)"
        rows = database.execute(query).fetchall()
        assert len(rows) == len(hand_made.claims)
        assert all(cut == quote for cut, quote in rows)
        told = dict(database.execute('SELECT "column", told FROM columns WHERE "table" = \'claims\'').fetchall())
    assert (told["figure"], told["value"]) == ("reported", "derived")


def _with_document(ledger: Ledger, key: str, fields: dict[str, str]) -> Ledger:
    documents = tuple(
        msgspec.structs.replace(document, **fields) if document.id == key else document for document in ledger.documents
    )
    return msgspec.structs.replace(ledger, documents=documents)


def _moved(ledger: Ledger, lat: float) -> Ledger:
    incidents = tuple(
        msgspec.structs.replace(one, place=msgspec.structs.replace(one.place, lat=lat)) if one.place else one
        for one in ledger.incidents
    )
    return msgspec.structs.replace(ledger, incidents=incidents)
