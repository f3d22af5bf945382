"""One ledger in one SQLite file: what came in, what was read from it, and what collation made of it.

Pages are kept by content, readings by page and method (release, codebook, gazetteer, models and code), so a second run
over the same pages reads nothing anew. The collated records are replaced as a whole in one transaction.
"""

import datetime as dt
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from crosswire.ledger.errors import EmptyLedgerError
from crosswire.ledger.file import LedgerFile, told
from crosswire.ledger.schema import RECORDS
from crosswire.records import Issue, Ledger, Page, Reading, Record, Run
from crosswire.text.folding import words
from crosswire.text.identity import digest, identify

_REMEMBERED = 10  # runs whose results are kept for `crosswire diff`
_LIGHTLY = 1  # zlib's level: a tenth of the size in a hundredth of the time that collating takes
_PACKAGE = Path(__file__).parent.parent


def page_id(page: Page) -> str:
    """The content id of `page`: the same page fetched twice has one id."""
    return identify("page", page.url, page.media_type, page.outlet or "", digest(page.body))


def method_of(run: Run) -> str:
    """What a reading depends on besides its page. The code counts too, so an edited rule reads every page anew."""
    files = sorted(_PACKAGE.rglob("*.py"))
    code = digest(b"\0".join(path.relative_to(_PACKAGE).as_posix().encode() + path.read_bytes() for path in files))
    return identify("method", run.version, run.codebook, run.gazetteer, *run.models, code)


class Store(LedgerFile):
    """An open ledger. Use as a context manager; every method raises a `LedgerError` when the file fails."""

    def put_pages(self, pages: Iterable[Page]) -> list[str]:
        """The ids of `pages`, which are now kept."""
        rows = [_page_row(page) for page in pages]
        with self._transaction():
            self._connection.executemany("INSERT OR IGNORE INTO pages VALUES (?, ?, ?, ?, ?, ?)", rows)
            turn = "INSERT OR REPLACE INTO turns SELECT ?, (SELECT coalesce(max(turn), 0) + 1 FROM earlier)"
            self._connection.executemany(turn, [row[:1] for row in rows])
        return [row[0] for row in rows]

    def put_refusals(self, source: str, issues: Iterable[Issue]) -> list[Issue]:
        """`issues`, now kept: what of `source` gave no page."""
        kept = list(issues)
        with self._transaction():
            self._refuse((source, issue) for issue in kept)
        return kept

    def forget_refusals(self, source: str) -> None:
        """Forgets what of `source` gave no page, before it is looked at again."""
        with self._transaction():
            self._connection.execute("DELETE FROM refusals WHERE source = ?", (source,))

    def unread(self, method: str) -> list[str]:
        """Ids of the pages that have no reading by `method`, sorted."""
        query = "SELECT id FROM pages WHERE id NOT IN (SELECT page FROM readings WHERE method = ?) ORDER BY id"
        return [row[0] for row in self._rows(query, method)]

    def page(self, page: str) -> Page:
        """The page with the id `page`, as it came."""
        ((_, url, media_type, outlet, fetched, body),) = self._rows("SELECT * FROM pages WHERE id = ?", page)
        return Page(
            url=url,
            media_type=media_type,
            outlet=outlet,
            body=body,
            fetched=dt.datetime.fromisoformat(fetched) if fetched else None,
        )

    def reading(self, page: str, method: str) -> Reading | None:
        """The kept reading of a page by `method`, or nothing."""
        rows = self._rows("SELECT json FROM readings WHERE page = ? AND method = ?", page, method)
        return next((msgspec.json.decode(row[0], type=Reading) for row in rows), None)

    def put_readings(self, method: str, done: Iterable[tuple[str, Reading | Issue]]) -> None:
        """Keeps (page id, reading) pairs for later runs; a page that ended in an issue stays unread."""
        pairs = list(done)
        rows = [
            (page, method, reading.document.id if reading.document else None, _text(reading))
            for page, reading in pairs
            if isinstance(reading, Reading)
        ]
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO readings VALUES (?, ?, ?, ?)", rows)
            self._connection.executemany("DELETE FROM refusals WHERE source = ?", [(page,) for page, _ in pairs])
            self._refuse((page, issue) for page, issue in pairs if isinstance(issue, Issue))

    def failures(self, pages: Collection[str], method: str) -> list[Issue]:
        """Why those of `pages` that have no document have none, in the order of their page ids."""
        unreadable = "SELECT page, json FROM readings WHERE method = ? AND document IS NULL ORDER BY page"
        stopped = "SELECT source, json FROM refusals ORDER BY source, json"
        return [
            *(
                issue
                for page, json in self._rows(unreadable, method)
                if page in pages
                for issue in msgspec.json.decode(json, type=Reading).issues
            ),
            *(msgspec.json.decode(json, type=Issue) for page, json in self._rows(stopped) if page in pages),
        ]

    def readings(self, method: str) -> Iterator[Reading]:
        """All readings by `method` in the order of their page ids, then one empty reading for each refused input.

        Where an address has several versions, `turn` is the number of the run in which each came last. The address is
        the page's own: it may come again under another file name.
        """
        query = """
            SELECT json, (SELECT turn FROM turns WHERE turns.page = readings.page)
            FROM readings WHERE method = ? ORDER BY page
        """
        found = [(msgspec.json.decode(json, type=Reading), turn or 0) for json, turn in self._rows(query, method)]
        versions = Counter(reading.document.url for reading, _ in found if reading.document)
        for reading, turn in found:
            several = reading.document is not None and versions[reading.document.url] > 1
            yield msgspec.structs.replace(reading, turn=turn) if several else reading
        for (json,) in self._rows("SELECT DISTINCT json FROM refusals ORDER BY json"):
            issue = msgspec.json.decode(json, type=Issue)
            yield Reading(page=identify("page", issue.document), issues=(issue,))

    def put_ledger(self, ledger: Ledger, method: str, at: dt.datetime | None = None) -> None:
        """Replaces the collated records by `ledger` and forgets the readings by other methods, all or nothing.

        `at` is when it was made, for `crosswire diff`; it is no part of the ledger.
        """
        rows = {name: _lines(ledger, name) for name in RECORDS}
        quotes = [(claim.id, claim.quote.text, " ".join(words(claim.quote.text))) for claim in ledger.claims]
        with self._transaction():
            for name, lines in rows.items():
                self._connection.execute(f"DELETE FROM {name}")
                self._connection.executemany(f"INSERT INTO {name} (position, json) VALUES (?, ?)", enumerate(lines))
            self._connection.execute("DELETE FROM quotes")
            self._connection.executemany("INSERT INTO quotes VALUES (?, ?, ?)", quotes)
            self._connection.execute("DELETE FROM readings WHERE method <> ?", (method,))
            summary = (1, method, _digest(rows), _text(ledger.run))
            self._connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)", summary)
            self._remember(ledger, summary[2], at)

    def ledger(self) -> Ledger:
        """The collated records, as they were put. Raises `EmptyLedgerError` before the first finished run."""
        run = self._run()[2]
        tables = {name: ",".join(self._stored(name)) for name in RECORDS}
        whole = ",".join([f'"run":{run}', *(f'"{name}":[{lines}]' for name, lines in tables.items())])
        with told(self.path):
            return msgspec.json.decode(f"{{{whole}}}", type=Ledger)

    def earlier(self, turn: int) -> Ledger | None:
        """What the finished run with the number `turn` made, without the texts of its documents, or nothing."""
        rows = self._rows("SELECT body FROM earlier WHERE turn = ?", turn)
        with told(self.path):
            return next((msgspec.json.decode(zlib.decompress(body), type=Ledger) for (body,) in rows), None)

    def turns(self) -> list[int]:
        """The numbers of the runs that are remembered, oldest first; the last one made what the ledger holds."""
        return [turn for (turn,) in self._rows("SELECT turn FROM earlier ORDER BY turn")]

    def memo(self) -> dict[str, bytes]:
        """What the last run kept for the next one, by its digest."""
        return dict(self._rows("SELECT key, body FROM memo"))

    def put_memo(self, used: Mapping[str, bytes]) -> None:
        """Keeps `used` for the next run and forgets the rest."""
        with self._transaction():
            known = {key for (key,) in self._connection.execute("SELECT key FROM memo")}
            self._connection.executemany(
                "DELETE FROM memo WHERE key = ?", [(key,) for key in sorted(known - used.keys())]
            )
            fresh = [(key, used[key]) for key in sorted(used.keys() - known)]
            self._connection.executemany("INSERT INTO memo VALUES (?, ?)", fresh)

    def times(self) -> dict[int, dt.datetime]:
        """When each remembered run made what it made, as far as it is known."""
        rows = self._rows("SELECT turn, at FROM times WHERE turn IN (SELECT turn FROM earlier) ORDER BY turn")
        return {turn: dt.datetime.fromisoformat(at) for turn, at in rows}

    def intact(self) -> bool:
        """Whether the collated records are byte for byte those that were put."""
        return self._run()[1] == _digest({name: self._stored(name) for name in RECORDS})

    def sources(self) -> dict[str, str]:
        """Document id to page id: which page each document of the ledger was read from."""
        query = "SELECT document, page FROM readings WHERE method = ? AND document NOT NULL ORDER BY page DESC"
        return dict(self._rows(query, self._run()[0]))

    def damaged(self) -> list[str]:
        """Ids of the kept pages whose bytes no longer give their id."""
        return [key for (key,) in self._rows("SELECT id FROM pages ORDER BY id") if page_id(self.page(key)) != key]

    def search(self, text: str) -> list[str]:
        """Ids of the claims whose quote holds the words of `text` in a row, spelling folded, in the ledger's order."""
        phrase = " ".join(words(text))
        if not phrase:
            return []
        query = "SELECT claim FROM quotes WHERE folded MATCH ? ORDER BY rowid"
        return [row[0] for row in self._rows(query, f'"{phrase}"')]

    def _remember(self, ledger: Ledger, digest: str, at: dt.datetime | None) -> None:
        """Keeps what a run made; one that made the same as the run before it takes that one's place."""
        key = f"{digest} {_text(ledger.run)}"
        last = "SELECT turn FROM earlier WHERE digest = ? AND turn = (SELECT max(turn) FROM earlier)"
        if self._connection.execute(last, (key,)).fetchone():
            for name in ("times", "earlier"):
                last = "SET turn = turn + 1 WHERE turn = (SELECT max(turn) FROM earlier)"
                self._connection.execute(f"UPDATE {name} {last}")
            return
        bare = [msgspec.structs.replace(one, text="", removed=()) for one in ledger.documents]
        body = msgspec.json.encode(msgspec.structs.replace(ledger, documents=tuple(bare), copies=(), issues=()))
        add = "INSERT INTO earlier SELECT coalesce(max(turn), 0) + 1, ?, ? FROM earlier"
        self._connection.execute(add, (key, zlib.compress(body, _LIGHTLY)))
        if at is not None:
            note = "INSERT OR REPLACE INTO times SELECT max(turn), ? FROM earlier"
            self._connection.execute(note, (at.isoformat(),))
        forget = "DELETE FROM earlier WHERE turn <= (SELECT max(turn) FROM earlier) - ?"
        self._connection.execute(forget, (_REMEMBERED,))
        self._connection.execute("DELETE FROM times WHERE turn NOT IN (SELECT turn FROM earlier)")

    def _refuse(self, issues: Iterable[tuple[str, Issue]]) -> None:
        rows = [(source, _text(issue)) for source, issue in issues]
        self._connection.executemany("INSERT OR REPLACE INTO refusals VALUES (?, ?)", rows)

    def _run(self) -> tuple[str, str, str]:
        for method, found, json in self._rows("SELECT method, digest, json FROM run"):
            return method, found, json
        raise EmptyLedgerError(self.path)

    def _stored(self, name: str) -> list[str]:
        return [row[0] for row in self._rows(f"SELECT json FROM {name} ORDER BY position")]


def _page_row(page: Page) -> tuple[str, str, str, str | None, str | None, bytes]:
    fetched = page.fetched.isoformat() if page.fetched else None
    return page_id(page), page.url, page.media_type, page.outlet, fetched, page.body


def _lines(ledger: Ledger, name: str) -> list[str]:
    records: tuple[Record, ...] = getattr(ledger, name)
    return [_text(record) for record in records]


def _text(record: Record) -> str:
    return msgspec.json.encode(record).decode()


def _digest(rows: dict[str, list[str]]) -> str:
    return digest("\n\n".join("\n".join([name, *lines]) for name, lines in sorted(rows.items())).encode())
