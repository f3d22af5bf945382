"""Schema of `press.toml`: outlets (domain to name), agencies, and what a credit for words looks like."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule
from crosswire.records import Record


class Outlet(Record):
    """A publisher. `domains` are matched with their subdomains."""

    name: str
    domains: tuple[str, ...] = ()


class Agency(Record):
    """A news agency: `aliases` are how credits name it besides `name`; `domains` as for outlets.

    `bare` is false where a name is also a common word or a person's, so that it needs brackets or the word "agency"
    by it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    bare: bool = True


class Credit(Rule):
    """A form in which a page credits an agency for its words.

    `pattern` is a regular expression in which `{agency}` stands for any agency's name (and for "agencies", "wires").
    `where` is the part in which it counts: the byline, the head, the end, or the whole page with what was cut from it.
    `agency` is set where the form itself tells whose it is. A `yes` sentence is a byline or a whole short page.
    """

    pattern: str
    where: Literal["byline", "head", "end", "page"]
    agency: str = ""


class Press(Record):
    """All outlets, agencies and forms of credit."""

    outlet: tuple[Outlet, ...]
    agency: tuple[Agency, ...]
    credit: tuple[Credit, ...]


def outlet_at(host: str, press: Press) -> str | None:
    """The name of the outlet or agency that publishes at `host`; the longest matching domain wins."""
    host = host.lower().split(":")[0].strip(".")
    known = _domains(press)
    parts = host.split(".")
    return next((known[name] for start in range(len(parts)) if (name := ".".join(parts[start:])) in known), None)


@once
def _domains(press: Press) -> dict[str, str]:
    bodies: list[Agency | Outlet] = [*press.agency, *press.outlet]
    return {domain: body.name for body in bodies for domain in body.domains}
