"""Beside each export stand its codebook, its data package, how to cite it and the run: a line for every column."""

import csv
import hashlib
import json
import sys
import tomllib
from pathlib import Path

import jsonschema
import msgspec
import pytest

from crosswire.formats import FORMATS, export, tables_of
from crosswire.formats.columns import Column, ColumnError, Table, fill
from crosswire.formats.extras import MissingExtraError
from crosswire.records import Ledger

_BESIDE = ["codebook.md", "datapackage.json", "CITATION.cff", "run.json"]
_DECLARED = sorted(set(FORMATS) - {"brief", "plain"})
PACKAGE = {
    "type": "object",
    "required": ["name", "resources"],
    "properties": {
        "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
        "resources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["name", "path"],
                "properties": {
                    "name": {"type": "string", "pattern": "^([-a-z0-9._/])+$"},
                    "path": {"type": "string", "pattern": r"^(?=^[^./~])(^((?!\.{2}).)*$).*$"},
                    "schema": {
                        "required": ["fields"],
                        "properties": {
                            "fields": {
                                "items": {
                                    "required": ["name", "type"],
                                    "properties": {
                                        "type": {"enum": ["string", "integer", "number", "boolean", "date"]},
                                        "derived": {"type": "boolean"},
                                    },
                                }
                            }
                        },
                    },
                },
            },
        },
    },
}  # Frictionless Data Package 1.0, what it requires of these parts


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_four_files_stand_beside_every_export(name: str, hand_made: Ledger, tmp_path: Path) -> None:
    done = export(name, hand_made, tmp_path)
    assert [path.name for path in done.beside] == _BESIDE
    assert all(path.stat().st_size for path in done.beside)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    jsonschema.validate(package, PACKAGE)
    assert {one["path"] for one in package["resources"]} == {path.name for path in done.files}
    for one in package["resources"]:  # so that whoever is handed the folder can prove that it is whole
        body = (tmp_path / one["path"]).read_bytes()
        assert (one["bytes"], one["hash"]) == (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}")
    citation = (tmp_path / "CITATION.cff").read_text(encoding="utf-8")
    assert citation.startswith("cff-version: 1.2.0\n")
    assert "\ntitle: " in citation
    assert "\nauthors:\n" in citation


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_ledger_gives_the_same_bytes(name: str, hand_made: Ledger, tmp_path: Path) -> None:
    first, second = (export(name, hand_made, tmp_path / folder) for folder in ("one", "two"))
    for one, two in zip((*first.files, *first.beside), (*second.files, *second.beside), strict=True):
        assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", _DECLARED)
def test_the_codebook_has_a_line_for_every_column(name: str, hand_made: Ledger, tmp_path: Path) -> None:
    export(name, hand_made, tmp_path)
    lines = (tmp_path / "codebook.md").read_text(encoding="utf-8").splitlines()
    for table in tables_of(name):
        for column in table.columns:
            told = "derived" if column.derived else "reported"
            assert any(line.startswith(f"| `{column.name}` | {column.type} | {told} | ") for line in lines)
            assert column.meaning.endswith((".", "…"))
    assert tables_of(name)


@pytest.mark.parametrize("name", ["csv", "acled", "ucdp"])
def test_the_data_package_names_the_columns_of_the_file(name: str, example: Ledger, tmp_path: Path) -> None:
    export(name, example, tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for one in package["resources"]:
        with (tmp_path / one["path"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        fields = one["schema"]["fields"]
        assert [field["name"] for field in fields] == header
        for row in rows:
            for field, cell in zip(fields, row, strict=True):
                assert cell or not field["constraints"]["required"], f"{one['path']}: {field['name']} is empty"


def test_the_codebook_of_jsonl_names_every_field_of_the_records() -> None:
    declared = {table.file: [column.name.partition(".")[0] for column in table.columns] for table in tables_of("jsonl")}
    for field in msgspec.structs.fields(Ledger):
        record = field.type if field.name == "run" else field.type.__args__[0]
        assert list(dict.fromkeys(declared[field.name])) == list(record.__struct_fields__)


def test_what_is_left_out_stands_in_run_and_codebook(example: Ledger, tmp_path: Path) -> None:
    done = export("acled", example, tmp_path)
    told = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in told["left_out"]] == [one.id for one in done.left_out]
    assert told["version"] == example.run.version
    book = (tmp_path / "codebook.md").read_text(encoding="utf-8")
    assert all(one.reason in book and one.what in book for one in done.left_out)


def test_run_of_jsonl_is_the_record_alone(example: Ledger, tmp_path: Path) -> None:
    export("jsonl", example, tmp_path)
    assert (tmp_path / "run.json").read_bytes() == msgspec.json.encode(example.run) + b"\n"


@pytest.mark.parametrize(("name", "library"), [("xlsx", "openpyxl"), ("parquet", "pyarrow")])
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    name: str, library: str, hand_made: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [module for module in sys.modules if module.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=rf"library {library}, which is not installed. .*crosswire\[{name}\]"):
        export(name, hand_made, tmp_path)


def test_a_column_that_lies_about_its_type_is_refused(hand_made: Ledger) -> None:
    column = Column(name="outlet", type="integer", source="outlet", meaning="An outlet.")
    with pytest.raises(ColumnError, match="declared as integer"):
        fill(Table(name="t", title="T.", columns=(column,)), hand_made.documents)


def test_every_extra_that_is_named_can_be_installed() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"xlsx", "parquet", "frames", "dev"} <= set(project["optional-dependencies"])
