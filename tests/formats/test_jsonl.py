"""The JSONL export has one file a record type with exactly the fields of the records."""

import datetime as dt
import json
from pathlib import Path

import msgspec

from crosswire.formats import FORMATS
from crosswire.records import Document, Issue, Ledger, Run, When

_RUN = Run(version="0", codebook="c", gazetteer="g", models=("m 1",), policy="ucdp")
_DAY = When(first=dt.date(2031, 5, 2), last=dt.date(2031, 5, 3), text="2–3 May", basis="stated")
_DOCUMENT = Document(id="d-1", url="a", outlet="a", title="حماة", text="x\ny", language="en", published=_DAY)
_LEDGER = Ledger(run=_RUN, documents=(_DOCUMENT,), issues=(Issue(stage="read", document="d-1", message="One."),) * 2)


def test_one_file_a_record_type(tmp_path: Path) -> None:
    written = FORMATS["jsonl"](_LEDGER, tmp_path / "out")
    assert sorted(path.name for path in written) == sorted(
        [
            "documents.jsonl",
            "claims.jsonl",
            "copies.jsonl",
            "origins.jsonl",
            "stories.jsonl",
            "incidents.jsonl",
            "controls.jsonl",
            "disputes.jsonl",
            "doubts.jsonl",
            "decisions.jsonl",
            "issues.jsonl",
            "run.json",
        ]
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in written)


def test_every_field_is_written_and_an_empty_one_is_null(tmp_path: Path) -> None:
    FORMATS["jsonl"](_LEDGER, tmp_path)
    (line,) = (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    row = json.loads(line)
    assert list(row) == list(Document.__struct_fields__)
    assert row["byline"] is None
    assert row["published"] == {"first": "2031-05-02", "last": "2031-05-03", "text": "2–3 May", "basis": "stated"}
    assert '"title":"حماة"' in line


def test_rows_come_back_as_the_same_records(tmp_path: Path) -> None:
    FORMATS["jsonl"](_LEDGER, tmp_path)
    lines = (tmp_path / "issues.jsonl").read_bytes().splitlines()
    assert tuple(msgspec.json.decode(line, type=Issue) for line in lines) == _LEDGER.issues
    assert msgspec.json.decode((tmp_path / "run.json").read_bytes(), type=Run) == _RUN


def test_a_table_without_rows_is_an_empty_file(tmp_path: Path) -> None:
    FORMATS["jsonl"](_LEDGER, tmp_path)
    assert (tmp_path / "claims.jsonl").read_bytes() == b""
