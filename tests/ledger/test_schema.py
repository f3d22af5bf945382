"""A ledger of an older release is brought up to date when it is opened, and keeps what it holds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from crosswire.ledger.schema import SCHEMA
from crosswire.ledger.store import Store
from crosswire.records import Ledger, Run

_LEDGER = Ledger(run=Run(version="0", codebook="c", gazetteer="g", models=(), policy="ucdp"))


def test_a_ledger_of_schema_one_can_be_read_and_written(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    with Store.open(path) as store:
        store.put_ledger(_LEDGER, "m")
    with closing(sqlite3.connect(path)) as file:
        for name in ("doubts", "decisions", "turns", "earlier", "times", "memo"):
            file.execute(f"DROP TABLE {name}")
        file.execute("PRAGMA user_version = 1")
        file.commit()
    with Store.open(path) as store:
        assert store.ledger() == _LEDGER
        assert store.turns() == []
        store.put_ledger(_LEDGER, "n")
        assert store.turns() == [1]
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
