"""What the codebook knows that exports for other systems need: countries, codes of actors, classes of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from crosswire.codebook import Codebook, load_codebook
from crosswire.codebook.actors import Actor
from crosswire.codebook.lexicon import listed
from crosswire.collate.populations import Populations, holders, populations, side_of
from crosswire.records import Record
from crosswire.text.folding import fold

STATE, REBELS, MILITIA, CIVILIANS, EXTERNAL = 1, 2, 3, 7, 8  # ACLED's interaction codes
INTER: Mapping[int, str] = {
    STATE: "State forces",
    REBELS: "Rebel group",
    MILITIA: "Political militia",
    4: "Identity militia",
    5: "Rioters",
    6: "Protesters",
    CIVILIANS: "Civilians",
    EXTERNAL: "External/Other forces",
}
_BODIES = {"state_forces": STATE, "government": STATE, "police": STATE, "rebel_group": REBELS, "militia": MILITIA}
_SIDES = {"government": STATE, "opposition": REBELS, "civilian": CIVILIANS}
_REBELS, _ARMED = "rebels", frozenset({"combatants"})  # classes of people in the codebook's numbers
_KEPT = 4096  # answers kept in memory: names recur in every story
_COUNTRIES = Path(__file__).parent / "columns" / "countries.toml"


class Country(Record):
    """A country: its name, its numeric ISO code, its region for ACLED and UCDP, its Gleditsch-Ward number."""

    name: str
    iso: int | None = None
    acled: str | None = None
    ucdp: str | None = None
    gw: int | None = None


class _Countries(Record):
    country: dict[str, Country]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """The codebook, the classes of people who are counted, and the countries by ISO code. Equal only to itself."""

    book: Codebook
    people: Populations
    countries: dict[str, Country]

    def country(self, code: str | None) -> Country | None:
        """The country with the ISO code `code`, if it is known."""
        return self.countries.get(code or "")

    def side(self, actor: str) -> str | None:
        """The side on which `actor` stands, as far as its name tells."""
        return _side(self, actor)

    def code(self, actor: str, country: str | None) -> int | None:
        """ACLED's interaction code of `actor` in `country`; none where its name does not tell, as nobody guesses."""
        return _code(self, actor, country)

    def class_of(self, counted: str) -> str:
        """The class of people to which those `counted` belong: soldiers and troops are one."""
        if counted in self.people.classes:
            return counted
        entry = self.people.labels.get(counted)
        if entry is None:
            return counted
        return entry.counted if entry.counted in self.people.classes else entry.name


@cache
def knowledge() -> Knowledge:
    """What comes with the package, loaded once."""
    book = load_codebook()
    return Knowledge(
        book=book,
        people=populations(language.numbers for language in book.languages.values()),
        countries=msgspec.toml.decode(_COUNTRIES.read_bytes(), type=_Countries).country,
    )


@lru_cache(_KEPT)
def _side(known: Knowledge, actor: str) -> str | None:
    return side_of(actor, known.people, known.book.actors)


@lru_cache(_KEPT)
def _code(known: Knowledge, actor: str, country: str | None) -> int | None:
    found = listed(actor, known.book.actors)
    if found and found.country:
        return STATE if found.country.code == country else EXTERNAL
    if found and found.actor:
        return _listed(found.actor, country, {one.name: one for one in known.book.actors.actor})
    return _by_noun(known, actor)


def _by_noun(known: Knowledge, actor: str) -> int | None:
    """The code by the noun that names or ends the actor: `army`, `Altan Front`, `rebels`, `Altan rebels`.

    Armed people who are nobody's soldiers ("Altan militants") have none: their country's name is not their side.
    """
    folded, actors = fold(actor), known.book.actors
    roles = {word.removeprefix("the "): role.kind for role in actors.role for word in role.words}
    heads = ((fold(noun), head.kind) for head in actors.head if not head.first for noun in head.words)
    ending = next((kind for noun, kind in heads if folded.endswith(f" {noun}")), "")
    people = known.class_of(folded.rpartition(" ")[2])
    if people == _REBELS:
        return REBELS
    if {people, *holders(people, known.people)} & _ARMED:
        return _BODIES.get(roles.get(folded, ""))
    return _BODIES.get(roles.get(folded, ending)) or _SIDES.get(known.side(actor) or "")


def _listed(actor: Actor, country: str | None, governments: Mapping[str, Actor]) -> int | None:
    """The code of a listed body. A state's is at home in its government's country, wherever else it is met."""
    home = (governments.get(actor.parent or "") or actor).country
    own = not home or country in home
    if actor.kind == "external_forces" or (actor.kind in {"state_forces", "government", "police"} and not own):
        return EXTERNAL
    return actor.acled or _BODIES.get(actor.kind)
