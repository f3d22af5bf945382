"""What a source is lent: standard input, and the web."""

from dataclasses import dataclass, field
from typing import BinaryIO

from crosswire.sources._net.fetch import Web


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a source may use. `stdin` is nothing where nothing is piped in; `web` asks nothing before it is used."""

    stdin: BinaryIO | None = None
    web: Web = field(default_factory=Web)
