"""One request over one connection, to an address that was checked, within its limits."""

import http.client
import io
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic
from typing import cast

from crosswire.sources._net.permit import FetchError, Target

_CHUNK = 1 << 16


class BusyError(FetchError):
    """The server could not be reached or did not finish: worth another try."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds and sizes of one request. `read` is the longest silence, `total` the whole; `bytes` counts a body."""

    connect: float = 10.0
    read: float = 20.0
    total: float = 90.0
    bytes: int = 16_000_000
    redirects: int = 8
    tries: int = 3
    wait: float = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """What a server sent: `body` as it came over the wire, without the framing of the transfer."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The values of the header `name` in one, empty if there is none."""
        return ", ".join(value for key, value in self.headers if key.lower() == name.lower())


def ask(target: Target, headers: Mapping[str, str], limits: Limits) -> Raw:
    """The server's answer to a GET of `target`. Raises `FetchError`, or `BusyError` where another try may do."""
    until = monotonic() + limits.total
    try:
        with _connect(target, limits) as inner:
            return _exchange(target, _Wire(inner, until, limits.read), headers, limits)
    except TimeoutError as problem:
        message = f"the server took longer than {limits.read:g} seconds to go on, or {limits.total:g} in all"
        raise BusyError(message) from problem
    except http.client.IncompleteRead as problem:
        message = "the connection ended before the whole of it had come"
        raise BusyError(message) from problem
    except (OSError, http.client.HTTPException, ValueError) as problem:
        message = f"the server broke off or answered what is not HTTP ({type(problem).__name__}: {problem})"
        raise BusyError(message) from problem


def _exchange(target: Target, wire: "_Wire", headers: Mapping[str, str], limits: Limits) -> Raw:
    connection = http.client.HTTPConnection(target.host, target.port)
    connection.sock = cast("socket.socket", wire)
    connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": target.site, **headers, "Connection": "close"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    return Raw(
        status=response.status,
        reason=response.reason,
        headers=tuple(response.getheaders()),
        body=_body(response, limits),
    )


def _body(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    if response.length is not None and response.length > limits.bytes:
        message = f"it has {response.length:,} bytes, more than the {limits.bytes:,} that are fetched"
        raise FetchError(message)
    parts, size = [], 0
    while part := response.read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > limits.bytes:
            message = f"it has more than the {limits.bytes:,} bytes that are fetched"
            raise FetchError(message)
    if response.length:
        raise http.client.IncompleteRead(b"".join(parts), response.length)
    return b"".join(parts)


def _connect(target: Target, limits: Limits) -> socket.socket:
    """A socket to the first of the checked addresses that answers; the name serves for the certificate only."""
    problem: OSError | None = None
    for address in target.addresses:
        try:
            plain = socket.create_connection((address, target.port), timeout=limits.connect)
        except OSError as failed:
            problem = failed
            continue
        return _secured(plain, target) if target.secure else plain
    why = "it did not answer in time" if isinstance(problem, TimeoutError) else str(problem)
    message = f"its server {target.host} could not be reached ({why})"
    raise BusyError(message) from problem


def _secured(plain: socket.socket, target: Target) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(plain, server_hostname=target.host)
    except ssl.SSLCertVerificationError as problem:
        plain.close()
        message = f"the certificate of {target.host} does not hold ({problem.verify_message})"
        raise FetchError(message) from problem
    except OSError:
        plain.close()
        raise


class _Wire:
    """A socket whose every read is bounded, one by one and in all; as much of one as `http.client` uses."""

    def __init__(self, inner: socket.socket, until: float, silence: float) -> None:
        self._inner, self._until, self._silence = inner, until, silence

    def sendall(self, data: bytes) -> None:
        self._inner.settimeout(self._left())
        self._inner.sendall(data)

    def makefile(self, _: str) -> io.BufferedReader:
        return io.BufferedReader(_Stream(self), _CHUNK)

    def receive(self, buffer: memoryview) -> int:
        self._inner.settimeout(self._left())
        return self._inner.recv_into(buffer)

    def close(self) -> None:
        """Nothing: `http.client` lets go of a connection before its answer is read; `ask` closes it."""

    def _left(self) -> float:
        left = min(self._silence, self._until - monotonic())
        if left <= 0:
            raise TimeoutError
        return left


class _Stream(io.RawIOBase):
    def __init__(self, wire: _Wire) -> None:
        super().__init__()
        self._wire = wire

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        return self._wire.receive(buffer)
