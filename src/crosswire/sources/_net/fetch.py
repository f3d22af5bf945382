"""Asking the web with manners: robots.txt, a pause between requests, few tries, and an archive of what came."""

import datetime as dt
import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import crosswire
from crosswire.records import Issue
from crosswire.sources._net.answer import Answer
from crosswire.sources._net.archive import Archive
from crosswire.sources._net.inflate import InflateError, decoded
from crosswire.sources._net.memory import Memory
from crosswire.sources._net.permit import FetchError, Permit, Target, check
from crosswire.sources._net.robots import Robots, read_robots
from crosswire.sources._net.wire import BusyError, Limits, Raw, ask

_OK, _UNCHANGED = 200, 304
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_PACKED = b"\x1f\x8b"
_PATIENCE = 3  # failures of a host in a row after which it is left alone
_AGENT = f"crosswire/{crosswire.__version__} (reads news about armed conflict)"
_ACCEPT = "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time, and how to let it pass; tests lend their own."""

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    passed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How the web is asked. `pause` is the seconds between two requests to one host, `most` the pages of one source.

    `tell` hears the address of each request before it is made.
    """

    permit: Permit = field(default_factory=Permit)
    limits: Limits = field(default_factory=Limits)
    clock: Clock = field(default_factory=Clock)
    pause: float = 1.0
    most: int = 1_000
    tell: Callable[[str], None] = lambda _: None


class Web:
    """The web as one run sees it. What comes is kept in `folder`, if one is given, and asked again only for changes."""

    def __init__(self, manners: Manners | None = None, folder: Path | None = None) -> None:
        """Nothing asked yet."""
        self.manners = manners or Manners()
        self._archive = Archive(folder) if folder else None
        self._memory = Memory(folder, self.manners.limits.bytes) if folder else None
        self._robots: dict[str, Robots | str] = {}
        self._next: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def get(self, url: str) -> Answer:
        """The answer of `url` after all redirects. Raises `FetchError` with the reason if there is none."""
        answer = self._one(check(url, self.manners.permit))
        hops = [url]
        while isinstance(answer, str):
            hops.append(answer)
            try:
                answer = self._hop(hops)
            except FetchError as problem:
                message = f"it is redirected to {hops[-1]}, and {problem}"
                raise FetchError(message) from problem
        return answer

    def _hop(self, hops: list[str]) -> Answer | str:
        """The answer of the last of `hops`, or the address to which that is redirected in turn."""
        if hops[-1] in hops[:-1]:
            message = "its redirects lead in a circle"
            raise FetchError(message)
        if len(hops) > self.manners.limits.redirects:
            message = f"it is redirected more than {self.manners.limits.redirects} times"
            raise FetchError(message)
        return self._one(check(hops[-1], self.manners.permit))

    def note(self, issue: Issue) -> Issue:
        """`issue`, which is now kept in the archive, too."""
        if self._archive:
            self._archive.note(issue, self._now())
        return issue

    def _one(self, target: Target) -> Answer | str:
        """The answer of `target`, or the address to which it is redirected."""
        robots = self._rules(target)
        if not robots.allows(target.path):
            message = f"the site's robots.txt asks that it is not fetched ({target.root}/robots.txt)"
            raise FetchError(message)
        asked = self._memory.questions(target.url) if self._memory else {}
        raw = self._asked(target, asked, max(self.manners.pause, robots.pause))
        fetched = self._now()
        if raw.status == _UNCHANGED and self._memory and (kept := self._memory.answer(target.url)):
            return kept
        self._keep(target.url, raw, fetched)
        where = raw.header("Location")
        if raw.status in _MOVED and where:
            return urljoin(target.url, where.strip())
        if raw.status != _OK:
            raise FetchError(_refusal(raw))
        return Answer(url=target.url, content_type=raw.header("Content-Type"), body=self._body(raw), fetched=fetched)

    def _body(self, raw: Raw) -> bytes:
        most = self.manners.limits.bytes
        try:
            body = decoded(raw.body, raw.header("Content-Encoding"), most)
            if body.startswith(_PACKED):  # a file such as sitemap.xml.gz
                body = decoded(body, "gzip", most)
        except InflateError as problem:
            raise FetchError(str(problem)) from problem
        if len(body) > most:
            message = f"it has more than {most:,} bytes when it is unpacked"
            raise FetchError(message)
        return body

    def _keep(self, url: str, raw: Raw, fetched: dt.datetime) -> None:
        if self._archive is None or self._memory is None:
            return
        place = self._archive.keep(url, raw, fetched)
        if raw.status == _OK:
            self._memory.keep(url, raw, *place)

    def _rules(self, target: Target) -> Robots:
        """What the site of `target` asks of robots; raises `FetchError` where it cannot be asked what it asks."""
        if target.root not in self._robots:
            try:
                self._robots[target.root] = self._ask_rules(target.root)
            except FetchError as problem:
                self._robots[target.root] = str(problem)
        found = self._robots[target.root]
        if isinstance(found, str):
            message = f"the site's robots.txt could not be read ({found})"
            raise FetchError(message)
        return found

    def _ask_rules(self, root: str) -> Robots:
        """No rules where there is no such file, or none within the redirects that are followed (RFC 9309)."""
        url = f"{root}/robots.txt"
        for _ in range(self.manners.limits.redirects):
            raw = self._asked(check(url, self.manners.permit), {}, self.manners.pause)
            where = raw.header("Location").strip()
            if raw.status == _OK:
                return read_robots(self._body(raw))
            if raw.status in _BUSY:
                raise FetchError(_refusal(raw))
            if raw.status not in _MOVED or not where:
                break
            url = urljoin(url, where)
        return Robots()

    def _asked(self, target: Target, headers: dict[str, str], pause: float) -> Raw:
        """The server's answer, after as many tries as it takes and the limits allow."""
        if self._failures.get(target.site, 0) >= _PATIENCE:
            message = f"{target.site} failed or asked to wait {_PATIENCE} times in a row; it is left alone in this run"
            raise FetchError(message)
        sent = {"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
        limits = self.manners.limits
        for left in range(limits.tries - 1, -1, -1):
            self._wait(target.site, pause)
            self.manners.tell(target.url)
            back_off = pause * 2 ** (limits.tries - left)
            try:
                raw = ask(target, sent, limits)
            except BusyError:
                if not left:
                    self._fail(target.site)
                    raise
                self.manners.clock.sleep(back_off)
                continue
            if raw.status not in _BUSY:
                self._failures[target.site] = 0
                return raw
            asked = self._asked_to_wait(raw)
            if not left or asked > limits.wait:
                self._fail(target.site)
                return raw
            self.manners.clock.sleep(max(asked, back_off))
        message = "it was not tried"
        raise FetchError(message)

    def _asked_to_wait(self, raw: Raw) -> float:
        """The seconds that the header `Retry-After` names, as a number or as a moment."""
        value = raw.header("Retry-After").strip()
        if value.isdecimal():
            return float(value[:9])
        try:
            moment = email.utils.parsedate_to_datetime(value)
        except (ValueError, TypeError):
            return 0.0
        moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return max(0.0, (moment - self._now()).total_seconds())

    def _wait(self, site: str, pause: float) -> None:
        clock = self.manners.clock
        early = self._next.get(site, 0.0) - clock.passed()
        if early > 0:
            clock.sleep(early)
        self._next[site] = clock.passed() + pause

    def _fail(self, site: str) -> None:
        self._failures[site] = self._failures.get(site, 0) + 1

    def _now(self) -> dt.datetime:
        return self.manners.clock.now().replace(microsecond=0)


def _refusal(raw: Raw) -> str:
    wait = raw.header("Retry-After")
    asks = f" and asks to come back later (Retry-After: {wait[:40]})" if wait else ""
    return f"the server answered {raw.status} {raw.reason}".rstrip() + asks
