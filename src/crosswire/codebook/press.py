"""Schema of `press.toml`: outlets (domain to name) and agencies (what a credit looks like)."""

from crosswire.records import Record


class Outlet(Record):
    """A publisher. `domains` are matched with their subdomains."""

    name: str
    domains: tuple[str, ...] = ()


class Agency(Record):
    """A news agency: `aliases` are how credits name it."""

    name: str
    aliases: tuple[str, ...] = ()


class Press(Record):
    """All outlets and agencies."""

    outlet: tuple[Outlet, ...]
    agency: tuple[Agency, ...]
