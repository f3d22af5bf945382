"""What the reading commands show, as records: what `--json` prints is what the tables draw."""

import datetime as dt

from crosswire.records import Record


class Quote(Record):
    """A claim with its words and whose word it is in the end.

    `figure` is the figure as printed; `state` is `current`, `superseded` or `rival`.
    """

    claim: str
    figure: str | None
    speaker: str | None
    via: tuple[str, ...]
    origins: tuple[str, ...]
    quote: str
    document: str
    url: str
    state: str


class FigureRow(Record):
    """One figure of a toll: its words, whose it is, and what stands behind this very figure.

    `origins` counts the independent sources, `texts` the texts that no copy ties together, `named` the named
    ultimate speakers, `documents` the pages that carry it; `state` is `current`, `superseded` or `rival`; `part_of` are
    the words of the wholes that the same source gives; `grade` is that of the policy `airwars`, `graded` its reason.
    """

    words: tuple[str, ...]
    speakers: tuple[str, ...]
    origins: int
    texts: int
    named: int
    documents: int
    state: str
    part_of: tuple[str, ...] = ()
    grade: str = ""
    graded: str = ""


class TollRow(Record):
    """One reconciled figure.

    `low`, `best`, `high` are values; `high` is empty where it was printed as a lower bound only. `words` are those in
    which the best one was printed and `span` those of the lowest and the highest, where they differ. `figures` are all,
    the best first. `origins`, `texts`, `named` and `documents` are counted over all current ones. `estimated` rows hold
    what was reckoned and not counted.
    """

    incident: str
    episode: bool
    place: str | None
    first: dt.date | None
    last: dt.date | None
    kind: str
    counted: str
    side: str | None
    words: tuple[str, ...]
    span: tuple[str, ...]
    low: int | None
    best: int | None
    high: int | None
    figures: tuple[FigureRow, ...]
    speakers: tuple[str, ...]
    origins: int
    texts: int
    named: int
    documents: int
    state: str
    policy: str
    quotes: tuple[Quote, ...]
    estimated: bool = False


class SideRow(Record):
    """One side of a dispute with its quotes."""

    value: str
    holder: str
    origins: int
    texts: int
    named: int
    quotes: tuple[Quote, ...]


class DisputeRow(Record):
    """A dispute: the question, the kind, and its sides."""

    id: str
    question: str
    kind: str
    sides: tuple[SideRow, ...]
    settles: str = ""


class ControlRow(Record):
    """Who is claimed to hold what, by whom; `contested` holds the quotes that clash."""

    place: str
    admin1: str | None
    country: str | None
    actor: str
    status: str
    extent: str | None
    excepting: str | None
    since: dt.date | None
    quotes: tuple[Quote, ...]
    contested: tuple[Quote, ...]
