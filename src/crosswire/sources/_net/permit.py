"""Which addresses may be asked: only public ones, however they are written, and only the very address that was checked.

A page can name any address, and a redirect can lead anywhere. A program that follows them from inside a network is a
way into that network (server-side request forgery), so every hop passes here before a connection is made.
"""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

Resolve = Callable[[str, int], list[str]]

_DEFAULTS = {"http": 80, "https": 443}
_LONGEST = 2_000  # characters of an address; servers take no more than some 8,000
_BROKEN = re.compile(r"[\x00-\x20\x7f\\]")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+))*", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_SAFE = "/?:@!$&'()*+,;=~%[]"  # characters of path and query that stay as they are
_MOST_ADDRESSES = 4  # of one host that are tried

_V4 = ipaddress.IPv4Network
_CLOSED_4 = (_V4("168.63.129.16/32"), _V4("192.0.0.0/24"), _V4("192.88.99.0/24"))  # a cloud's own service; protocol use
_V6 = ipaddress.IPv6Network
_NAT64 = _V6("64:ff9b::/96")
# 2002::/16 (6to4) has been out of use since RFC 7526; some versions of Python hold it for global, others do not.
_CLOSED_6 = tuple(map(_V6, ("64:ff9b:1::/48", "2001::/23", "2002::/16", "fec0::/10", "::/96", "5f00::/16")))


class FetchError(Exception):
    """An address was not read; the message is the reason, as the rest of a sentence, and never names the address."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of `host` as the system's resolver gives them, in its order."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        message = f"the name {host} has no address ({getattr(problem, 'strerror', None) or problem})"
        raise FetchError(message) from problem
    return list(dict.fromkeys(str(row[4][0]) for row in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """What may be asked. `trusted` holds the hosts (with port) that the user vouches for, wherever they are.

    A trusted host is one written exactly so, such as `("127.0.0.1", 8000)`; a redirect from it to any other host is
    checked like all others.
    """

    ports: frozenset[int] = frozenset({80, 443})
    trusted: frozenset[tuple[str, int]] = frozenset()
    resolve: Resolve = look_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address that was checked: connections go to `addresses`, and nowhere else."""

    url: str
    secure: bool
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def site(self) -> str:
        """The host with its port, where that is not the usual one: what the header `Host` says."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _DEFAULTS["https" if self.secure else "http"] else f"{name}:{self.port}"

    @property
    def root(self) -> str:
        """The address of the site itself, without a path."""
        return f"{'https' if self.secure else 'http'}://{self.site}"


def check(url: str, permit: Permit) -> Target:
    """`url` with the addresses that may be connected to. Raises `FetchError` for all that must not be asked."""
    if len(url) > _LONGEST or _BROKEN.search(url):
        message = "its address is too long or holds spaces, backslashes or control characters"
        raise FetchError(message)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as problem:
        message = f"its address is malformed ({problem})"
        raise FetchError(message) from problem
    if parts.scheme not in _DEFAULTS:
        message = f"its address begins with {parts.scheme or 'nothing'}: only http and https are fetched"
        raise FetchError(message)
    if parts.username is not None or parts.password is not None:
        message = "its address carries a user name or password, which would end up in the ledger"
        raise FetchError(message)
    host, port = _host(parts.hostname or ""), _DEFAULTS[parts.scheme] if port is None else port
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    target = Target(url=url, secure=parts.scheme == "https", host=host, port=port, path=path, addresses=())
    return Target(
        url=target.root + path,
        secure=target.secure,
        host=host,
        port=port,
        path=path,
        addresses=_addresses(host, port, permit),
    )


def is_open(address: str) -> bool:
    """Whether `address`, as a resolver gives it, is a public one of a single machine."""
    try:
        found = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return _is_open_4(found) if isinstance(found, ipaddress.IPv4Address) else _is_open_6(found)


def _is_open_4(address: ipaddress.IPv4Address) -> bool:
    closed = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not closed and not any(address in net for net in _CLOSED_4)


def _is_open_6(address: ipaddress.IPv6Address) -> bool:
    """An address that carries an IPv4 one within it is as open as that one."""
    within = address.ipv4_mapped
    if address in _NAT64:
        within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if within is not None:
        return _is_open_4(within)
    closed = address.is_multicast or address.is_reserved or address.is_link_local or address.is_site_local
    return address.is_global and not closed and not any(address in net for net in _CLOSED_6)


def _host(name: str) -> str:
    """The host in the one way of writing that is asked: lower case, ASCII, without a final dot."""
    try:
        if ":" in name:
            return str(ipaddress.IPv6Address(name))
        host = name.encode("idna").decode("ascii").lower().removesuffix(".")
        if _NUMERIC.fullmatch(host):
            return str(ipaddress.IPv4Address(host))  # knows no octal, hexadecimal or shortened notation
    except (ValueError, UnicodeError) as problem:
        message = f"its host {name} is no name and no address in the usual notation"
        raise FetchError(message) from problem
    if not _NAME.fullmatch(host):
        message = f"its host {name!r} is no name of a host" if host else "its address names no host"
        raise FetchError(message)
    return host


def _addresses(host: str, port: int, permit: Permit) -> tuple[str, ...]:
    trusted = (host, port) in permit.trusted
    if not trusted and port not in permit.ports:
        usual = " and ".join(map(str, sorted(permit.ports)))
        message = f"its port {port} is not one that is asked (only {usual})"
        raise FetchError(message)
    found = permit.resolve(host, port)
    closed = [address for address in found if not is_open(address)]
    if closed and not trusted:
        message = f"its host {host} is at {closed[0]}, which is no public address: nothing inside a network is asked"
        raise FetchError(message)
    if not found:
        message = f"the name {host} has no address"
        raise FetchError(message)
    return tuple(found[:_MOST_ADDRESSES])
