"""Schema of `actors.toml`: who takes part in wars and who reports them."""

from crosswire.records import Record


class Actor(Record):
    """One actor. `name` is the form that is shown; `aliases` are matched in the folded view, case kept for acronyms."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    side: str | None = None
    country: str | None = None


class Actors(Record):
    """All actors."""

    actor: tuple[Actor, ...]
