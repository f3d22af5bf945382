"""What earlier runs found, by what they found it from: a step that is asked the same again need not think again.

A decision touches few claims. Copies and stories hang on the pages alone; incidents fall into parts that no reason can
join. Each such result is kept under the digest of all that it was made from, so a kept result is what would be found.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from crosswire.records import Record
from crosswire.text.identity import digest

_Found = TypeVar("_Found", bound=Record)


class Memo:
    """Kept results. `used` holds those that were asked for, kept or found anew: what the next run should know."""

    def __init__(self, known: Mapping[str, bytes] | None = None, method: str = "") -> None:
        """Holds `known` results, each of which was found by `method`; what was found by another is not asked for."""
        self._known = dict(known or {})
        self._method = method
        self.used: dict[str, bytes] = {}
        self.made = 0

    def recall(self, step: str, parts: Iterable[bytes], shape: type[_Found], find: Callable[[], _Found]) -> _Found:
        """What `find` gives for a `step` that depends on `parts` alone; found before, if it was."""
        whole = b"\0".join([self._method.encode(), *parts])
        key = f"{step} {digest(whole)}"
        body = self.used.get(key) or self._known.get(key)
        if body is not None:
            self.used[key] = body
            return msgspec.json.decode(body, type=shape)
        found = find()
        self.made += 1
        self.used[key] = msgspec.json.encode(found)
        return found
