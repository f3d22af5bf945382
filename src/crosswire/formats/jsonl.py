"""One JSONL file a record type, with exactly the fields of `crosswire.records`: other tools rely on it."""

from pathlib import Path

import msgspec

from crosswire.formats.columns import load_tables
from crosswire.records import Ledger, Record

TABLES = load_tables("jsonl")


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The files written into `out`: `documents.jsonl`, `claims.jsonl`, … and `run.json`.

    One record a line, in the ledger's order; every field is present, an empty one is null; days are ISO dates; UTF-8.
    """
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name in ledger.__struct_fields__:
        value: Record | tuple[Record, ...] = getattr(ledger, name)
        path = out / (f"{name}.jsonl" if isinstance(value, tuple) else f"{name}.json")
        path.write_bytes(_lines(value if isinstance(value, tuple) else (value,)))
        written.append(path)
    return tuple(written)


def _lines(records: tuple[Record, ...]) -> bytes:
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)
