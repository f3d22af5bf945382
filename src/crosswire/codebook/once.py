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

    @wraps(make)
    def made(part: _Part) -> _Table:
        for known, table in kept:
            if known is part:
                return table
        table = make(part)
        kept.append((part, table))
        del kept[:-_KEPT]
        return table

    return made
