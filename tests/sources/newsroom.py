"""A news site on loopback for tests: a real server that answers as told, and counts what it was asked."""

import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from crosswire.sources import Clock, Manners, Permit, Web
from crosswire.sources._net.wire import Limits

NAMES = ("news.example", "other.example")
START = dt.datetime(2031, 5, 2, 12, 0, tzinfo=dt.UTC)


@dataclass
class Reply:
    """What the site answers to one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    claims: int | None = None  # a Content-Length that is not true
    drip: float = 0.0  # seconds between bytes


Act = Callable[[dict[str, str]], Reply]


class Newsroom:
    """The site. `paths` maps a path to its reply, or to a function of the request's headers."""

    def __init__(self) -> None:
        """A site without pages."""
        self.paths: dict[str, Reply | Act] = {}
        self.asked: list[str] = []
        self.waits: list[float] = []
        self.passed = 0.0
        room = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                room.asked.append(self.path)
                found = room.paths.get(self.path, Reply(status=404))
                _send(self, found if isinstance(found, Reply) else found(dict(self.headers.items())))

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the parent's
                """Nothing: tests are quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]

    def url(self, path: str, host: str = NAMES[0]) -> str:
        """The address of `path`."""
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, words: str) -> str:
        """The address at which an article with `words` now stands."""
        self.paths[path] = Reply(article(words))
        return self.url(path)

    def web(self, folder: Path | None = None, **manners: object) -> Web:
        """The web in which the site is known by name; its clock only jumps, its limits are short."""
        trusted = frozenset((name, self.port) for name in (*NAMES, "127.0.0.1"))
        permit = Permit(trusted=trusted, resolve=self.resolve)
        limits = Limits(connect=2.0, read=0.3, total=0.8, tries=2)
        clock = Clock(now=lambda: START, passed=lambda: self.passed, sleep=self.sleep)
        settings: dict[str, object] = {"permit": permit, "limits": limits, "clock": clock} | manners
        return Web(Manners(**settings), folder)  # type: ignore[arg-type]

    def resolve(self, host: str, port: int) -> list[str]:
        """Loopback for the site's names; every other host is its own address."""
        return {name: ["127.0.0.1"] for name in NAMES}.get(host, [host if port else ""])

    def sleep(self, seconds: float) -> None:
        """Lets time pass at once, and writes down how much."""
        self.waits.append(seconds)
        self.passed += seconds


def article(words: str) -> bytes:
    """A small page of an invented outlet that says `words`."""
    more = "Residents said that the road to the coast was closed and that help had not come by the evening of that day."
    return (
        "<!DOCTYPE html><html><head><title>Report from the hills</title></head><body><article><h1>Report from the hills"
        f"</h1><p>{words}</p><p>{more}</p></article></body></html>"
    ).encode()


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    length = len(reply.body) if reply.claims is None else reply.claims
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    try:
        if reply.drip:
            for byte in reply.body:
                handler.wfile.write(bytes([byte]))
                handler.wfile.flush()
                time.sleep(reply.drip)
        else:
            handler.wfile.write(reply.body)
    except OSError:
        handler.close_connection = True  # who asked has gone


@contextmanager
def open_newsroom() -> Iterator[Newsroom]:
    """A site that answers until the end of the block."""
    room = Newsroom()
    thread = threading.Thread(target=room.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield room
    finally:
        room.server.shutdown()
        room.server.server_close()
        thread.join()
