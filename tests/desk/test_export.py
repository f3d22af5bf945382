"""`crosswire export` and `crosswire schema` at the command line."""

import json
import re
import sys
from contextlib import closing
from pathlib import Path

import duckdb
import jsonschema
import msgspec
import pytest
from ledgers import LEDGER, keep

from crosswire.desk.cli import call
from crosswire.desk.schema import record_schemas
from crosswire.formats import FORMATS


def test_export_tells_its_files_and_what_it_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = keep(tmp_path / "l.sqlite")
    out = tmp_path / "out"
    assert call(["export", "--to", "acled", "--out", str(out), "--ledger", str(ledger)]) == 0
    told = capsys.readouterr().err
    assert "acled.csv" in told
    assert "codebook.md" in told
    assert "Left out of acled, which has no honest place for it: 2 things of the ledger." in told
    assert "it is a total over a period" in told


def test_excel_gets_its_mark_and_others_do_not(tmp_path: Path) -> None:
    ledger = keep(tmp_path / "l.sqlite")
    for options in ([], ["--excel"]):
        assert call(["export", "--to", "csv", "--out", str(tmp_path), "--ledger", str(ledger), *options]) == 0
        assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bool(options)
    assert not (tmp_path / "run.json").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_missing_library_ends_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    ledger = keep(tmp_path / "l.sqlite")
    assert call(["export", "--to", "xlsx", "--out", str(tmp_path), "--ledger", str(ledger)]) == 1
    assert "pip install 'crosswire[xlsx]'" in capsys.readouterr().err.replace("\n", " ")


def test_schemas_are_valid_and_hold_for_a_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)
    whole = json.loads(msgspec.json.encode(LEDGER))
    jsonschema.validate(whole, schema)
    whole["claims"][0]["figure"]["bound"] = "roughly"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, schema)


def test_one_record_has_a_schema_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(["schema", "Claim"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(schema["$defs"]) == {"Attribution", "Figure", "Passage", "Place", "When"}
    for claim in LEDGER.claims:
        jsonschema.validate(json.loads(msgspec.json.encode(claim)), schema)
    assert call(["schema", "--out", str(tmp_path)]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.schema.json" for name in record_schemas()}
    assert call(["schema", "Nothing"]) == 2


def test_the_page_on_formats_names_each_one_and_its_programs_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| `([a-zA-Z.-]+)`", page, re.MULTILINE))
    assert set(rows) == set(FORMATS)
    for name, file in rows.items():
        assert file in {path.name for path in FORMATS[name](LEDGER, tmp_path / name)}
    monkeypatch.chdir(tmp_path)
    keep(tmp_path / "crosswire.sqlite")
    for program in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(compile(program, "formats.md", "exec"), {})  # noqa: S102 - our own page
    assert "At least 52 Hill Monitor" in capsys.readouterr().out
    (query,) = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    with closing(duckdb.connect()) as database:
        rows_found = database.execute(query.replace("tolls.csv", str(tmp_path / "csv" / "tolls.csv"))).fetchall()
    assert rows_found == [("killed", "people", "At least 52", "Hill Monitor")]
