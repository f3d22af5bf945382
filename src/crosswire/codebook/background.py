"""Schema of `languages/*/background.toml`: facts of background on which pages can differ."""

from crosswire.codebook.rule import Rule
from crosswire.records import Record


class Start(Rule):
    """When a long event began. Each of `things` lists words for one event; `verbs` and `nouns` tell of its beginning.

    "the war, which began in 2011": thing, verb, year. "since the outbreak of the war in 2011": noun, thing, year.
    `openers` are words with a capital letter that name nobody.
    """

    things: tuple[tuple[str, ...], ...]
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    openers: tuple[str, ...]


class Distance(Rule):
    """How far one named place lies from another: kilometres in each of `units`; `links` stand before the second."""

    units: dict[str, float]
    directions: tuple[str, ...]
    links: tuple[str, ...]


class Background(Record):
    """All kinds of background facts that are compared, and the words of `contrast` that part a sentence in two."""

    contrast: tuple[str, ...]
    start: Start
    distance: Distance
