"""What stands beside an export: its codebook, its data package, how to cite it, and the run behind it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

import crosswire
from crosswire.formats.columns import Column, Table
from crosswire.formats.leaving import LeftOut
from crosswire.records import Ledger
from crosswire.text.identity import digest

_MEDIA = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".jsonld": "application/ld+json",
    ".geojson": "application/geo+json",
    ".gpkg": "application/geopackage+sqlite3",
    ".sqlite": "application/vnd.sqlite3",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".html": "text/html",
    ".txt": "text/plain",
}
_FIELD = {
    "text": "string",
    "list": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
}  # the types of Table Schema; a list is joined text in a table of text
_BESIDE = ("codebook.md", "datapackage.json", "CITATION.cff", "run.json")
_RULES = """
- *reported*: the cell holds words that stand on a page, or their address. Every figure is in its source's words.
- *derived*: crosswire reckoned, named or coded it; a number in such a column need not stand in any source. Do not quote
  it as reported.
- An empty cell means: no source in the ledger says so. It never means zero.
- Independent origins are counted, not pages: a copied story is one origin, on however many pages it stands.
- In CSV and TSV files a text that begins with =, +, -, @ or a line break has an apostrophe in front, so that no
  spreadsheet takes it for a formula; take one apostrophe away to have the source's words. Lists are joined by "; ".
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a format made: its name, its declared columns, its files, and what it has no honest place for."""

    name: str
    tables: tuple[Table, ...]
    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


def write_beside(ledger: Ledger, out: Path, made: Made) -> tuple[Path, ...]:
    """The paths of `codebook.md`, `datapackage.json`, `CITATION.cff` and `run.json` in the folder `out`."""
    _write(out / "codebook.md", _codebook(made))
    _write(out / "CITATION.cff", _citation(ledger))
    _write(out / "run.json", _run(ledger, made.left_out))
    _write(out / "datapackage.json", _json(_package(ledger, made, out)))  # last: it holds the hashes of files
    return tuple(out / file for file in _BESIDE)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _codebook(made: Made) -> str:
    named = ", ".join(f"`{path.name}`" for path in made.files) or "none"
    parts = [
        f"# Codebook of the export `{made.name}`\n\nFiles: {named}. Made by crosswire {crosswire.__version__}.",
        _RULES,
    ]
    for table in made.tables:
        parts.append(f"## {table.file or table.name}\n\n{table.title}\n")
        parts.append("| column | type | | meaning |\n|---|---|---|---|")
        parts += [_line(column) for column in table.columns]
        parts.append("")
    if made.left_out:
        parts.append(f"## Left out\n\nThis format has no honest place for {len(made.left_out)} things of the ledger:\n")
        parts += [f"- {one.what} (`{one.id}`): {one.reason}" for one in made.left_out]
        parts.append("")
    return "\n".join(parts)


def _line(column: Column) -> str:
    told = "derived" if column.derived else "reported"
    meaning = column.meaning.replace("|", "\\|")
    return f"| `{column.name}` | {column.type} | {told} | {meaning} |"


def _package(ledger: Ledger, made: Made, out: Path) -> dict[str, object]:
    by_file = {table.file: table for table in made.tables}
    return {
        "profile": "data-package",
        "name": f"crosswire-{made.name}",
        "title": _title(ledger),
        "description": "What news pages report of armed conflict: claims with their sources, not findings. "
        "See codebook.md.",
        "version": ledger.run.version,
        "resources": [_resource(path, by_file.get(path.stem), out) for path in made.files],
    }


def _resource(path: Path, table: Table | None, out: Path) -> dict[str, object]:
    resource: dict[str, object] = {
        "name": path.stem.lower().replace("_", "-"),
        "path": path.relative_to(out).as_posix(),
        "format": path.suffix.lstrip("."),
        "mediatype": _MEDIA.get(path.suffix, "application/octet-stream"),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest(path.read_bytes())}",
    }
    if path.suffix in {".csv", ".tsv", ".json", ".jsonl", ".jsonld", ".geojson", ".html", ".txt"}:
        resource["encoding"] = "utf-8"
    if table is None or path.suffix not in {".csv", ".tsv", ".parquet"}:
        return resource
    if path.suffix != ".parquet":
        comma = path.suffix == ".csv"
        resource["dialect"] = {"delimiter": "," if comma else "\t", "lineTerminator": "\n", "header": comma}
    return resource | {"profile": "tabular-data-resource", "schema": _schema(table)}


def _schema(table: Table) -> dict[str, object]:
    fields = [
        {
            "name": column.name,
            "type": _FIELD[column.type],
            "description": column.meaning,
            "constraints": {"required": column.required},
            "derived": column.derived,
        }
        for column in table.columns
    ]
    return {"fields": fields, "missingValues": [""]} | ({"primaryKey": table.key} if table.key else {})


def _title(ledger: Ledger) -> str:
    days = sorted(document.published.first for document in ledger.documents if document.published)
    span = f", published {days[0]} to {days[-1]}" if days else ""
    return f"What {len(ledger.documents)} news pages report{span}"


def _citation(ledger: Ledger) -> str:
    run = ledger.run
    return "\n".join(
        [
            "cff-version: 1.2.0",
            "message: Cite the pages that are quoted, and this data set for how they were laid side by side.",
            "type: dataset",
            f"title: {json.dumps(_title(ledger))}",
            "authors:",
            "  - name: the compiler of this ledger",
            f"version: {json.dumps(run.version)}",
            "references:",
            "  - type: software",
            "    title: crosswire",
            f"    version: {json.dumps(run.version)}",
            "    authors:",
            "      - name: the crosswire authors",
            f"    notes: {json.dumps(f'codebook {run.codebook}, gazetteer {run.gazetteer}, policy {run.policy}')}",
            "",
        ]
    )


def _run(ledger: Ledger, left_out: Sequence[LeftOut]) -> str:
    """The run's record as jsonl has it, and behind it what was left out, where something was."""
    run: dict[str, object] = msgspec.to_builtins(ledger.run)
    return (
        _json(run | {"left_out": msgspec.to_builtins(left_out)})
        if left_out
        else msgspec.json.encode(ledger.run).decode() + "\n"
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
