"""Schema of `actors.toml`: who takes part in wars, who reports them, and the words that name such bodies."""

from crosswire.records import Record


class Actor(Record):
    """One actor. `name` is the form that is shown; `aliases` are matched in the folded view, case kept for acronyms.

    `local` are names that others elsewhere bear too ("junta forces"); its own name may be one. `short` forms, like
    them, hold only on pages that name the actor or its country. `people` lists those who speak for it, each
    with the ways to write the name. `parent` is the body whose word this actor's word is (an army's government).
    `acled` is ACLED's interaction code, `ucdp` UCDP's name, `since` and `until` are years.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    people: tuple[tuple[str, ...], ...] = ()
    side: str | None = None
    country: tuple[str, ...] = ()
    parent: str | None = None
    since: int | None = None
    until: int | None = None
    acled: int | None = None
    ucdp: str | None = None


class Country(Record):
    """A country as an actor: its names, the adjectives that stand for it and the capitals that speak for it."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...] = ()
    side: str | None = None


class Institution(Record):
    """A body that every country has: `Syrian` + `army`. `words` are the ways to write it; the first makes the name.

    One that tells of the dead of its own country only is at `home` where they are.
    """

    kind: str
    words: tuple[str, ...]
    home: bool = False


class Role(Record):
    """A body named by its role alone: `regime forces`, `the army`. `named` follows the page's country in the name."""

    named: str
    kind: str
    side: str
    words: tuple[str, ...]


class Head(Record):
    """Nouns that end (or, with `first`, begin) the name of a body: `… Brigade`, `Liwa …`.

    `plain` heads count in lower case too: `the Firat news agency`.
    """

    kind: str
    words: tuple[str, ...]
    first: bool = False
    plain: bool = False


class Generic(Record):
    """Nouns for people who act or suffer without a name. `side` is set only where the word itself says it."""

    words: tuple[str, ...]
    side: str | None = None


class Reference(Record):
    """Nouns that point back to a body of one of `kinds` that the page has named: `the monitor`."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]


class People(Record):
    """Words around persons' names: titles stand before a name, offices follow it, particles stand inside it.

    `honorifics` are titles after which one word is a name (`Mr Assad`); `ministers` speak for their government.
    `heading` verbs tie a person to a body (`who heads the council`). `voices` are offices whose holder speaks for the
    body that is named beside them (`a spokesman for the council`).
    """

    titles: tuple[str, ...]
    honorifics: tuple[str, ...]
    heading: tuple[str, ...]
    offices: tuple[str, ...]
    voices: tuple[str, ...]
    ministers: tuple[str, ...]
    particles: tuple[str, ...]
    reporting: tuple[str, ...]


class Actors(Record):
    """All actors, and the words to find those that are not listed.

    `common` are acronyms that are English words in upper-case headlines. `tails` turn a name before them into an
    adjective (`Iran-backed`), `apart` words those behind them (`anti-Assad rebels`). `siding` words and a name behind
    them show `bands` as written (`pro-Turkey factions`). `fillers` may stand between a country and its body (`Syria's
    elite forces`). `deeds` are verbs that show a country acting.
    """

    actor: tuple[Actor, ...]
    country: tuple[Country, ...]
    institution: tuple[Institution, ...]
    role: tuple[Role, ...]
    head: tuple[Head, ...]
    generic: tuple[Generic, ...]
    people: People
    common: tuple[str, ...]
    tails: tuple[str, ...]
    apart: tuple[str, ...]
    siding: tuple[str, ...]
    bands: tuple[str, ...]
    fillers: tuple[str, ...]
    deeds: tuple[str, ...]
    reference: tuple[Reference, ...]
