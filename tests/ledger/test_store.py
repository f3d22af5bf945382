"""A ledger file gives back what was put, is used once, and says in sentences what is wrong with it."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from crosswire.ledger.errors import (
    BrokenLedgerError,
    BusyLedgerError,
    EmptyLedgerError,
    ForeignFileError,
    FrozenLedgerError,
    FullDiskError,
    LedgerError,
    MissingLedgerError,
    NewerLedgerError,
    UnreachableLedgerError,
    obstacle,
)
from crosswire.ledger.store import Store, method_of, page_id
from crosswire.records import (
    Attribution,
    Claim,
    Document,
    Figure,
    Issue,
    Ledger,
    Page,
    Passage,
    Reading,
    Run,
    When,
)

_TEXT = "At least 12 people died in Maʿarrat al-Nuʿmān (معرة النعمان), the monitor said."
_NOON = dt.datetime(2031, 1, 1, 12, tzinfo=dt.UTC)
_RUN = Run(version="0", codebook="c", gazetteer="g", models=("m 1",), policy="ucdp")
_DAY = When(first=dt.date(2031, 5, 2), last=dt.date(2031, 5, 2), text="2 May", basis="stated")
_DOCUMENT = Document(id="d-1", url="a.txt", outlet="a", title="t", text=_TEXT, language="en", published=_DAY)
_CLAIM = Claim(
    id="c-1",
    kind="killed",
    quote=Passage(document="d-1", start=0, end=len(_TEXT), text=_TEXT),
    said=Attribution(speaker="the monitor"),
    rule="died",
    figure=Figure(value=12, bound="at_least", low=12, text="At least 12"),
    when=_DAY,
)
_LEDGER = Ledger(
    run=_RUN,
    documents=(_DOCUMENT,),
    claims=(_CLAIM,),
    issues=(Issue(stage="sources", document="bad.bin", message="It is not text."),),
)


def _page(url: str, body: bytes = b"words") -> Page:
    return Page(url=url, body=body, media_type="text/plain")


def test_a_ledger_comes_back_as_it_was_put(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new folder" / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
    with Store.open(tmp_path / "new folder" / "l.sqlite", create=False) as again:
        assert again.ledger() == _LEDGER
        assert again.intact()


def test_a_ledger_is_replaced_as_a_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
        store.put_ledger(Ledger(run=_RUN), "m")
        assert store.ledger() == Ledger(run=_RUN)
        assert store.search("people") == []


def test_key_columns_are_read_from_the_record(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
    with sqlite3.connect(tmp_path / "l.sqlite") as beside:
        assert beside.execute("SELECT id, kind, document, speaker, scope FROM claims").fetchall() == [
            ("c-1", "killed", "d-1", "the monitor", "incident")
        ]
    beside.close()


@pytest.mark.parametrize("words", ["at least 12", "12 people", "Ma'arrat al-Nu'man", "معرة", '"monitor" said', "DIED"])
def test_quotes_are_found_by_words_in_a_row_whatever_the_spelling(tmp_path: Path, words: str) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
        assert store.search(words) == ["c-1"]


@pytest.mark.parametrize("words", ["people least", "13", "…", "", '"', "NEAR(", "*"])
def test_other_words_find_nothing(tmp_path: Path, words: str) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
        assert store.search(words) == []


def test_pages_are_kept_once_and_come_back_with_their_bytes(tmp_path: Path) -> None:
    page = Page(url="a", body=b"\xff\x00 dirt", media_type="text/html", outlet="a", fetched=_NOON)
    with Store.open(tmp_path / "l.sqlite") as store:
        assert store.put_pages([page]) == store.put_pages([page, page])[:1] == [page_id(page)]
        assert store.unread("m") == [page_id(page)]
        assert store.page(page_id(page)) == page
        assert store.damaged() == []


def test_changed_bytes_of_a_page_are_noticed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        (key,) = store.put_pages([_page("a")])
    with sqlite3.connect(tmp_path / "l.sqlite") as beside:
        beside.execute("UPDATE pages SET body = x'00'")
    beside.close()
    with Store.open(tmp_path / "l.sqlite") as store:
        assert store.damaged() == [key]


def test_changed_records_are_noticed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        store.put_ledger(_LEDGER, "m")
    with sqlite3.connect(tmp_path / "l.sqlite") as beside:
        beside.execute("UPDATE claims SET json = replace(json, '12', '13')")
    beside.close()
    with Store.open(tmp_path / "l.sqlite") as store:
        assert not store.intact()


def test_a_page_is_read_once_for_each_method(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        one, two = store.put_pages([_page("a"), _page("b")])
        reading = Reading(page="p", document=_DOCUMENT, claims=(_CLAIM,))
        store.put_readings("m", [(one, reading)])
        assert store.unread("m") == [two]
        assert store.unread("other") == sorted([one, two])
        assert store.reading(one, "m") == reading
        assert store.reading(two, "m") is None
        store.put_ledger(_LEDGER, "m")
        assert store.sources() == {"d-1": one}
        store.put_ledger(_LEDGER, "other")
        assert store.reading(one, "m") is None


def test_refused_inputs_are_listed_until_their_source_is_looked_at_again(tmp_path: Path) -> None:
    empty, binary = (Issue(stage="sources", document="f/a", message=message) for message in ("Empty.", "No text."))
    with Store.open(tmp_path / "l.sqlite") as store:
        assert store.put_refusals("f", [empty, binary]) == [empty, binary]
        store.put_refusals("./f", [empty])
        assert [reading.issues for reading in store.readings("m")] == [(empty,), (binary,)]
        store.forget_refusals("f")
        assert [reading.issues for reading in store.readings("m")] == [(empty,)]
        store.forget_refusals("./f")
        assert list(store.readings("m")) == []


def test_a_page_whose_reading_was_cut_off_is_tried_again(tmp_path: Path) -> None:
    stopped = Issue(stage="read", document="a", message="The worker stopped.")
    empty = Reading(page="p", issues=(Issue(stage="clean", document="a", message="Empty."),))
    with Store.open(tmp_path / "l.sqlite") as store:
        (key,) = store.put_pages([_page("a")])
        store.put_readings("m", [(key, stopped)])
        assert store.unread("m") == [key]
        assert store.failures([key], "m") == [stopped]
        assert store.failures([], "m") == []
        store.put_readings("m", [(key, empty)])
        assert store.failures([key], "m") == list(empty.issues)
        assert [reading.issues for reading in store.readings("m")] == [empty.issues]


def test_the_method_changes_with_the_knowledge_but_not_with_the_policy() -> None:
    def run(codebook: str, policy: str) -> Run:
        return Run(version="0", codebook=codebook, gazetteer="g", models=(), policy=policy)

    assert method_of(run("a", "ucdp")) == method_of(run("a", "acled"))
    assert method_of(run("a", "ucdp")) != method_of(run("b", "ucdp"))


def test_an_unfinished_transaction_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        (key,) = store.put_pages([_page("a")])

        def broken() -> Iterator[tuple[str, Reading]]:
            yield key, Reading(page="p")
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            store.put_readings("m", broken())
        assert store.unread("m") == [key]


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreachableLedgerError, match="file is a file, not a folder"):
        Store.open(tmp_path / "file" / "deep" / "l.sqlite")


def test_a_lack_of_rights_is_named(unprivileged: Path) -> None:
    (unprivileged / "closed").mkdir(mode=0o500)
    with pytest.raises(UnreachableLedgerError, match="no permission to write in the folder"):
        Store.open(unprivileged / "closed" / "l.sqlite")


def test_nothing_is_in_the_way_of_a_new_ledger(tmp_path: Path) -> None:
    assert obstacle(tmp_path / "new" / "l.sqlite") == ""


def test_a_ledger_that_another_run_writes_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crosswire.ledger.file._WAIT_SECONDS", 0.05)
    path = tmp_path / "l.sqlite"
    with Store.open(path) as store, sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyLedgerError, match="in use by another run"):
            store.put_pages([_page("a")])
    other.close()


def _make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()


def _make_newer(path: Path) -> None:
    Store.open(path).__exit__()
    with sqlite3.connect(path) as ours:
        ours.execute("PRAGMA user_version = 99")
    ours.close()


def _make_torn(path: Path) -> None:
    with Store.open(path) as store:
        store.put_pages([_page(f"{number}", bytes(5000)) for number in range(20)])
        store.put_ledger(_LEDGER, "m")
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda _path: None, MissingLedgerError, "There is no ledger at"),
        (
            lambda path: path.write_text("just a text file, long enough to be none of ours " * 9),
            ForeignFileError,
            "is not a",
        ),
        (_make_foreign, ForeignFileError, "is not a crosswire ledger"),
        (_make_newer, NewerLedgerError, "was written by a newer crosswire"),
        (_make_torn, BrokenLedgerError, "cannot be read or written"),
        (lambda path: path.mkdir(), UnreachableLedgerError, "it is a folder"),
        (lambda path: Store.open(path).__exit__(), EmptyLedgerError, "holds no finished run yet"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], object], error: type[LedgerError], words: str
) -> None:
    path = tmp_path / "l.sqlite"
    make(path)
    with pytest.raises(LedgerError, match=words) as told, Store.open(path, create=False) as store:
        store.ledger()
    assert isinstance(told.value, error)


def test_an_empty_file_is_no_ledger_and_stays_empty_for_those_who_only_read(tmp_path: Path) -> None:
    path = tmp_path / "l.sqlite"
    path.touch()
    with pytest.raises(EmptyLedgerError, match="holds no finished run yet"):
        Store.open(path, create=False)
    assert path.read_bytes() == b""
    with Store.open(path):
        assert path.stat().st_size > 0


def _kept(path: Path, schema: int | None = None) -> bytes:
    with Store.open(path) as store:
        store.put_ledger(_LEDGER, "m")
    if schema is not None:
        with sqlite3.connect(path) as ours:
            ours.execute(f"PRAGMA user_version = {schema}")
        ours.close()
    return path.read_bytes()


def test_a_ledger_where_nothing_can_be_written_can_be_read_and_is_not_touched(unprivileged: Path) -> None:
    """A frozen record on a read-only medium: it can be proved and shown, and nobody writes beside it."""
    path = unprivileged / "frozen" / "l.sqlite"
    before = _kept(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Store.open(path, create=False) as store:
            assert (store.ledger(), store.intact(), store.damaged()) == (_LEDGER, True, [])
            with pytest.raises(UnreachableLedgerError, match="no permission"):
                store.put_pages([_page("a")])
        with pytest.raises(UnreachableLedgerError, match="no permission"):
            Store.open(path)
        assert [one.name for one in path.parent.iterdir()] == ["l.sqlite"]
        assert path.read_bytes() == before
    finally:
        path.parent.chmod(0o777)


def test_an_older_ledger_where_nothing_can_be_written_is_to_be_copied(unprivileged: Path) -> None:
    path = unprivileged / "frozen" / "l.sqlite"
    _kept(path, schema=1)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with pytest.raises(FrozenLedgerError, match="Copy it to another place"):
            Store.open(path, create=False)
    finally:
        path.parent.chmod(0o777)


def test_a_full_disk_is_named_and_what_was_finished_is_kept(tmp_path: Path) -> None:
    """SQLite's own limit of pages stands for the disk: it refuses in the same words."""
    path = tmp_path / "l.sqlite"
    _kept(path)
    with Store.open(path) as store:
        store._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001  a disk of its own is beyond a test
        with pytest.raises(FullDiskError, match="no free space left"):
            store.put_pages([_page(str(number), bytes(5000)) for number in range(20)])
    with Store.open(path, create=False) as store:
        assert store.ledger() == _LEDGER
        assert store.intact()


def test_a_missing_ledger_names_those_in_the_folders_beside(tmp_path: Path) -> None:
    wanted, made = tmp_path / "crosswire.sqlite", tmp_path / "crosswire-demo" / "ledger.sqlite"
    made.parent.mkdir()
    made.touch()
    assert f"add --ledger {made}." in str(MissingLedgerError(wanted))
    other = tmp_path / "mine" / "crosswire.sqlite"
    other.parent.mkdir()
    other.touch()
    assert f"There are {made}, {other}: name one with --ledger." in str(MissingLedgerError(wanted))
