"""Tables that are made once for each part of the codebook."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_Part = TypeVar("_Part")
_Table = TypeVar("_Table")
_KEPT = 4  # codebooks that are open at the same time, at most


def once(make: Callable[[_Part], _Table]) -> Callable[[_Part], _Table]:
    """`make`, remembering its last results by the identity of its argument: a codebook is too large to be hashed."""
    kept: list[tuple[_Part, _Table]] = []
    latest: tuple[_Part, _Table] | None = None  # asked for some thousand times a page

    @wraps(make)
    def made(part: _Part) -> _Table:
        nonlocal latest
        if latest is not None and latest[0] is part:
            return latest[1]
        latest = next((row for row in kept if row[0] is part), None)
        if latest is None:
            latest = part, make(part)
            kept.append(latest)
            del kept[:-_KEPT]
        return latest[1]

    return made
