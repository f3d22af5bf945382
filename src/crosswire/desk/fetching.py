"""What a run may ask of the web, and where it keeps what came."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from crosswire.sources import Permit

_MOST_PORT = 65_535

Most = Annotated[int, Parameter(validator=Number(gte=1), help="Pages that one feed or sitemap may give, the newest.")]
Trust = Annotated[
    tuple[str, ...],
    Parameter(negative="", help="HOST:PORT to ask although it is not public, or on another port than 80 and 443."),
]


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a user may choose about the web."""

    most: Most = 1_000
    trust: Trust = ()


USUAL = Asking()


def beside(ledger: Path) -> Path:
    """The folder beside `ledger` in which what came from the web is kept; it is itself a source."""
    return ledger.with_name(f"{ledger.name}-web")


def permitted(trusted: Iterable[str]) -> Permit | str:
    """The permit that also takes the hosts `trusted`, each as HOST:PORT, or the sentence why one of them is none."""
    pairs = set()
    for name in trusted:
        host, _, port = name.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) <= _MOST_PORT or "/" in host:
            return f"{name} is not a host with its port. Write it so: --trust 127.0.0.1:8000"
        pairs.add((host.strip("[]").lower(), int(port)))
    return Permit(trusted=frozenset(pairs))
