"""Reading many pages: in this process or in others that may die, so that one bad page never costs another.

A process that reads is a copy of this one where the system can copy (fork): it has the language model at once. Its time
and its memory are limited. One that dies takes its page with it, not the run.
"""

import importlib
import multiprocessing
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic

from crosswire.kit import Kit, Settings, load_kit
from crosswire.ledger.store import page_id
from crosswire.read import read
from crosswire.records import Issue, Page, Reading

_COPIES = sys.platform == "linux"  # elsewhere the system's own libraries do not bear it
_LIMIT_SECONDS = 60.0  # for one page; the slowest real page seen takes under 2 seconds
_TRIES = 2  # the second one in a fresh worker of its own
_MOST_MEMORY = 2_000_000_000  # bytes that reading may take on top; the largest page taken, 4 MB of text, takes 0.4e9
_START_SECONDS = 60.0  # allowed on top for a worker's first page, since it loads the language model first

_Keyed = tuple[str, Page]
_Done = tuple[str, Reading | Issue]


def attempt(page: Page, kit: Kit) -> Reading:
    """The reading of `page`; one without a document, saying why, where reading fails in a way that nobody foresaw."""
    try:
        return read(page, kit)
    except Exception as problem:  # noqa: BLE001  one page's surprise must not end the run; it is kept as an issue
        message = (
            f"Reading this page stopped on {type(problem).__name__}: {problem}. The page was set aside; "
            "please report it with the page."
        )
        return Reading(page=page_id(page), issues=(Issue(stage="read", document=page.url, message=message),))


def in_this_process(pages: Iterable[_Keyed], kit: Kit) -> Iterator[_Done]:
    """(page id, reading) for each page, one after another."""
    return ((key, attempt(page, kit)) for key, page in pages)


def work(pipe: Connection, given: Kit | Settings) -> None:
    """A worker's life: answers each page with its reading until the pipe closes. Loads the kit if it has none."""
    kit = load_kit(given) if isinstance(given, Settings) else given
    limit_memory()
    with suppress(EOFError, OSError):  # the pipe closes when the run ends or is killed
        while True:
            pipe.send(attempt(pipe.recv(), kit))


def limit_memory() -> None:
    """Lets this process take `_MOST_MEMORY` more than it has, where the system can tell and limit it."""
    if sys.platform != "linux":
        return
    resource = importlib.import_module("resource")  # not every system has it
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + _MOST_MEMORY
        _, ceiling = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if ceiling < 0 else min(most, ceiling), ceiling))


def _copied(pipe: Connection, other: Connection, inner: "Work", kit: Kit) -> None:
    """`inner` in a copy of the process that started it, whose end of the pipe is not ours to hold."""
    other.close()
    inner(pipe, kit)


Work = Callable[[Connection, Kit | Settings], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Processes:
    """Reads pages in `workers` processes. A page whose worker dies or hangs is tried once more, then listed."""

    workers: int
    limit: float = _LIMIT_SECONDS
    start: float = _START_SECONDS
    work: Work = work

    def __call__(self, pages: Iterable[_Keyed], kit: Kit) -> Iterator[_Done]:
        """(page id, reading or issue) for each page, in the order in which they are done."""
        waiting = _Queue(pages)
        crew: list[_Worker] = []
        try:
            while waiting or crew:
                while waiting and len(crew) < self.workers:
                    crew.append(_Worker(self.work, kit))
                    crew[-1].give(waiting.pop(), self.limit + self.start)
                for worker in _ready(crew):
                    yield from self._hear(worker, crew, waiting)
        finally:
            for worker in crew:
                worker.stop()

    def _hear(self, worker: "_Worker", crew: list["_Worker"], waiting: "_Queue") -> Iterator[_Done]:
        """What `worker` has done; gives it the next page, or lets it go."""
        done = worker.take()
        if done is None:
            worker.stop()
            crew.remove(worker)
            yield from waiting.again(worker.task, worker.late)
            return
        key = worker.task.key
        if waiting:
            worker.give(waiting.pop(), self.limit)  # it reads on while this reading is kept
        else:
            worker.stop()
            crew.remove(worker)
        yield key, done


@dataclass(frozen=True, slots=True)
class _Task:
    key: str
    page: Page
    tries: int = 1


class _Queue:
    """Pages that wait, those to be tried again last."""

    def __init__(self, pages: Iterable[_Keyed]) -> None:
        self._fresh = (_Task(key, page) for key, page in pages)
        self._next = next(self._fresh, None)
        self._again: deque[_Task] = deque()

    def __bool__(self) -> bool:
        return self._next is not None or bool(self._again)

    def pop(self) -> _Task:
        if self._next is None:
            return self._again.popleft()
        task, self._next = self._next, next(self._fresh, None)
        return task

    def again(self, task: _Task, late: bool) -> Iterator[_Done]:  # noqa: FBT001  says how the worker ended
        """Puts `task` back, or gives its issue when it has had its tries."""
        if task.tries < _TRIES:
            self._again.append(_Task(task.key, task.page, task.tries + 1))
            return
        how = "took too long" if late else "ended the process that read it"
        message = f"This page {how}, twice. It was set aside and will be tried again in the next run."
        yield task.key, Issue(stage="read", document=task.page.url, message=message)


class _Worker:
    """One process with the page that it reads now."""

    task: _Task

    def __init__(self, work: Work, kit: Kit) -> None:
        self.pipe, theirs = multiprocessing.Pipe()
        self._process: BaseProcess
        if _COPIES:
            copy = multiprocessing.get_context("fork").Process
            self._process = copy(target=_copied, args=(theirs, self.pipe, work, kit), daemon=True)
        else:
            anew = multiprocessing.get_context("spawn").Process
            self._process = anew(target=work, args=(theirs, kit.settings), daemon=True)
        with _deaf(), warnings.catch_warnings():
            # The other threads here draw progress or wait inside numpy's BLAS, which puts itself right after a copy.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        theirs.close()
        self._until = 0.0
        self.late = False

    def give(self, task: _Task, seconds: float) -> None:
        self.task, self._until = task, monotonic() + seconds
        try:
            self.pipe.send(task.page)
        except OSError:
            self._until = monotonic()  # it died while idle; `take` notices

    @property
    def left(self) -> float:
        return max(0.0, self._until - monotonic())

    def take(self) -> Reading | None:
        """The reading, or nothing if the process died or is late."""
        try:
            if self.pipe.poll():
                heard: Reading = self.pipe.recv()  # only `work` sends
                return heard
        except (EOFError, OSError):
            return None
        self.late = True
        return None

    def stop(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join(1.0)
        self._process.kill()
        self._process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started here do not hear Ctrl-C: the run that started them stops them, without a trace of theirs."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _ready(crew: list[_Worker]) -> list[_Worker]:
    """Those of `crew` that answered, died or are late; waits until there is one."""
    heard = wait([worker.pipe for worker in crew], timeout=min(worker.left for worker in crew))
    return [worker for worker in crew if worker.pipe in heard or not worker.left]
