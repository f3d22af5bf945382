"""Schema of `languages/*/places.toml`: the words around the names of places."""

from functools import cached_property
from typing import Literal

from crosswire.codebook.rule import Rule, by_kind, kinds_of
from crosswire.records import Record

Level = Literal["settlement", "district", "admin1", "admin2", "site", "area"]
Around = Literal[
    "direction",
    "part",
    "near",
    "unit",
    "locative",
    "title",
    "actor",
    "role",
    "act",
    "done",
    "origin",
    "modifier",
    "opening",
    "never",
    "given",
    "body",
    "branch",
    "common",
    "whole",
    "vast",
    "battle",
    "goes",
    "comes",
    "armed",
    "brings",
    "treats",
    "violent",
    "numbered",
    "clinic",
    "calling",
    "posted",
    "deed",
    "authority",
    "dweller",
    "witness",
    "ground",
    "onslaught",
    "leaving",
    "carried",
    "local",
    "describing",
    "loose",
    "hearer",
    "reporting",
    "blaming",
    "people",
    "prefix",
    "naming",
    "townsfolk",
    "airfield",
    "military",
    "civil",
    "spot",
    "village",
    "roughly",
    "beside",
    "undertaking",
    "water",
    "numbering",
    "lying",
    "neighbouring",
    "staying",
    "wider",
    "siding",
    "seated",
    "adjective_end",
    "creed_end",
]


class PlaceNouns(Rule):
    """Nouns that say what kind of place a name is: `Idlib province`, `the town of Atareb`.

    In `yes` the brackets hold the words that must be found as the place; in `no` those that must not.
    """

    level: Level
    forms: frozenset[str]


class PlaceWords(Rule):
    """Words around a name that say how to take it; `kind` says which. Examples as in `PlaceNouns`.

    `direction`: northern, south-west. `part`: suburbs, outskirts (of a place, never the place). `near`: around.
    `unit`: km, miles. `locative`: prepositions after which an unknown name is a place. `title`: what stands before a
    person's name. `actor`: whose `X's` is a state (Syria's army). `role`: persons (a Homs resident). `act`: what
    only people do: its subject is no place. `origin`: based, born. `modifier`: what may stand between a name and
    its noun (military airport). `opening`: words that open sentences. `never`: capitalised words that are no place.
    `given`: given names, whose neighbour is a person. `body`: nouns that make the whole name an organisation.
    `branch`: what a group has somewhere (affiliate in Syria).
    `common`: towns called like an English word, which need a preposition before them (a Nice day, but in Nice).
    `whole`: words for a whole country (across the country, nationwide). `vast`: what lasts long and goes on in more
    than one place (the war). `battle`: what is fought at one place (the siege). `goes`: verbs of coming to a place,
    `comes` of those by which the `armed` come to do harm there (gunmen returned to X), `brings` of bringing somebody to
    one. `treats`: of treating the wounded. `clinic`: where that is done. `calling`: of speaking from afar.
    `authority`: offices held over a place. `dweller`: who lives at a place (villagers of X), `witness`: who sees what
    is done there (a doctor in X said). `ground`: verbs and nouns of what falls on ground (shelled X, the strike on X).
    `onslaught`: nouns of what seldom falls on a person (assault on X). `leaving`: verbs of leaving ground (fled from
    X). `carried`: verbs of taking people from where they are (kidnapped from X). `posted`: where those who act only
    stand (troops based in X). `deed`: nouns of what is done to a place (the fall of X). `local`: who is called by a
    place right before him (X residents). `describing`: what may stand before its name (the capital X). `loose`: parts
    of which only the whole is told (parts of X). `hearer`: who is told something somewhere, `reporting`: verbs of
    writing from there. `blaming`: of laying something on a state. `people`: nouns of those who are called by a people,
    a creed or a movement, not by a place (Velmar guerrillas). `prefix`: the first words of names that only places have
    (Barangay X). `naming`: words that give a place its name (a spot called X). `townsfolk`: who lives together at a
    place (in X community). `airfield`: what a known airport may be called (X airbase); a `military` one is none that
    the gazetteer calls `civil`. `spot`: any place that has a name (a location called X). `village`: what is no capital.
    `roughly`: what may stand around how far off a
    place lies (X, about 20 km from Y). `beside`: with which one place tells where another lies (X, north of Y).
    `numbering`: what stands before the number of a house (School No. 4). `lying`: what a town does beside another one
    (X lay east of Y). `neighbouring`: between two places told of together (X and nearby Y). `staying`: what those who
    saw it do at a place (families who lived in X said). `wider`: what holds villages, unless it is itself a part of a
    town. `siding`: before the name of what somebody is for or against (pro-X). `seated`: of a group that has its seat
    somewhere (headquartered in X). A word with an `adjective_end` is no name, one with a `creed_end` is a creed's.
    """

    kind: Around
    forms: frozenset[str]


class Places(Record, dict=True, gc=True):
    """All words around places."""

    nouns: tuple[PlaceNouns, ...]
    words: tuple[PlaceWords, ...]

    def levels(self) -> dict[str, Level]:
        """The level that each noun gives, by folded noun."""
        return self._levels

    def units(self) -> frozenset[str]:
        """The nouns of provinces and of their parts."""
        return self.nouns_of("admin1") | self.nouns_of("admin2")

    def nouns_of(self, level: Level) -> frozenset[str]:
        """All nouns that give one level, folded."""
        return self._nouns.get(level, frozenset())

    def forms(self, kind: Around) -> frozenset[str]:
        """All words of one kind."""
        return self._forms.get(kind, frozenset())

    def kinds(self) -> dict[str, frozenset[Around]]:
        """The kinds that each word is of."""
        return self._kinds

    @cached_property
    def _levels(self) -> dict[str, Level]:
        return {form: group.level for group in self.nouns for form in group.forms}

    @cached_property
    def _nouns(self) -> dict[Level, frozenset[str]]:
        levels = self.levels()
        return {level: frozenset(noun for noun in levels if levels[noun] == level) for level in set(levels.values())}

    @cached_property
    def _forms(self) -> dict[Around, frozenset[str]]:
        return by_kind(self.words)

    @cached_property
    def _kinds(self) -> dict[str, frozenset[Around]]:
        return kinds_of(self.words)
