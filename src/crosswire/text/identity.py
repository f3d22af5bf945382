"""Content ids: the same content has the same id on every machine."""

import hashlib

_BITS = 64  # one collision is expected among ~5e9 records of one kind; a ledger holds at most a few 1e8


def digest(body: bytes) -> str:
    """The full SHA-256 of `body`, hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def identify(prefix: str, *parts: str) -> str:
    """An id such as `c-3f2a…`: `prefix`, then 16 hexadecimal digits of the hash of `parts`.

    Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") differ.
    """
    joined = b"".join(len(raw).to_bytes(8) + raw for raw in (part.encode() for part in parts))
    return f"{prefix}-{hashlib.sha256(joined).hexdigest()[: _BITS // 4]}"
