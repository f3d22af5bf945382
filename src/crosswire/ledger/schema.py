"""The tables of a ledger file. Key columns are computed by SQLite from each row's JSON, so the two cannot differ."""

from crosswire.records import (
    Claim,
    Control,
    Copy,
    Dispute,
    Document,
    Doubt,
    Effect,
    Incident,
    Issue,
    Origin,
    Record,
    Story,
)

APPLICATION = 0x43525357  # "CRSW" in the file's header: tells a ledger from any other SQLite file
SCHEMA = 3

RECORDS: dict[str, type[Record]] = {
    "documents": Document,
    "claims": Claim,
    "copies": Copy,
    "origins": Origin,
    "stories": Story,
    "incidents": Incident,
    "controls": Control,
    "disputes": Dispute,
    "doubts": Doubt,
    "decisions": Effect,
    "issues": Issue,
}

_KEYS: dict[str, dict[str, str]] = {
    "documents": {"id": "id", "url": "url", "outlet": "outlet", "language": "language"},
    "claims": {"id": "id", "kind": "kind", "document": "quote.document", "speaker": "said.speaker", "scope": "scope"},
    "copies": {"document": "passage.document", "original": "original.document"},
    "origins": {"id": "id", "name": "name"},
    "stories": {"id": "id"},
    "incidents": {"id": "id", "kind": "kind", "story": "story", "place": "place.id", "first": "when.first"},
    "controls": {"place": "place.id", "actor": "actor", "status": "status"},
    "disputes": {"id": "id", "kind": "kind"},
    "doubts": {"weight": "weight"},
    "decisions": {"id": "id", "op": "decision.op", "state": "state"},
    "issues": {"stage": "stage", "document": "document"},
}

_BESIDE = """
CREATE TABLE pages (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, media_type TEXT NOT NULL, outlet TEXT, fetched TEXT, body BLOB NOT NULL
) STRICT;
CREATE TABLE readings (
    page TEXT NOT NULL REFERENCES pages (id), method TEXT NOT NULL, document TEXT, json TEXT NOT NULL,
    PRIMARY KEY (page, method)
) STRICT;
CREATE TABLE refusals (source TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (source, json)) STRICT;
CREATE TABLE run (
    only INTEGER PRIMARY KEY CHECK (only = 1), method TEXT NOT NULL, digest TEXT NOT NULL, json TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE quotes USING fts5 (claim UNINDEXED, text, folded);
"""
_LATER = """
CREATE TABLE turns (page TEXT PRIMARY KEY, turn INTEGER NOT NULL) STRICT;
CREATE TABLE earlier (turn INTEGER PRIMARY KEY, digest TEXT NOT NULL, body BLOB NOT NULL) STRICT;
"""  # since schema 2: in which run a page came last, and what earlier runs made
_TIMES = """
CREATE TABLE times (turn INTEGER PRIMARY KEY, at TEXT NOT NULL) STRICT;
CREATE TABLE memo (key TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT;
"""  # since schema 3: when a run made what it made, and what the next run need not find again
_NEW = ("doubts", "decisions")  # records since schema 2


def statements() -> str:
    """The SQL that makes an empty ledger."""
    return "\n".join([_BESIDE, _LATER, _TIMES, *(_table(name, keys) for name, keys in _KEYS.items())])


def additions(schema: int) -> str:
    """The SQL that brings a ledger of an older `schema` up to this one."""
    first = [_LATER, *(_table(name, _KEYS[name]) for name in _NEW)] if schema == 1 else []
    return "\n".join([*first, _TIMES])


def _table(name: str, keys: dict[str, str]) -> str:
    columns = ", ".join(
        f"{key} TEXT GENERATED ALWAYS AS (json_extract(json, '$.{path}')) VIRTUAL" for key, path in keys.items()
    )
    first = next(iter(keys))
    return (
        f"CREATE TABLE {name} (position INTEGER PRIMARY KEY, json TEXT NOT NULL, {columns}) STRICT;\n"
        f"CREATE INDEX {name}_{first} ON {name} ({first});"
    )
