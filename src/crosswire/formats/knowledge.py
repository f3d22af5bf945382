"""What the codebook knows that exports for other systems need: countries, codes of actors, classes of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from crosswire.codebook import Codebook, load_codebook
from crosswire.codebook.actors import Actor, lexicon, spell
from crosswire.collate.populations import Populations, populations, side_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The codebook, the classes of people who are counted, and the countries by ISO code."""

    book: Codebook
    people: Populations
    countries: dict[str, Country]

    def country(self, code: str | None) -> Country | None:
        """The country with the ISO code `code`, if it is known."""
        return self.countries.get(code or "")

    def side(self, actor: str) -> str | None:
        """The side on which `actor` stands, as far as its name tells."""
        return side_of(actor, self.people, self.book.actors)

    def code(self, actor: str, country: str | None) -> int | None:
        """ACLED's interaction code of `actor` in `country`; none where its name does not tell, as nobody guesses."""
        found = next(
            (name for words in spell(actor) if (name := lexicon(self.book.actors).canonical.get(" ".join(words)))), None
        )
        if found and found.country:
            return STATE if found.country.code == country else EXTERNAL
        if found and found.actor:
            return _listed(found.actor, country)
        return self._by_noun(actor)

    def _by_noun(self, actor: str) -> int | None:
        """The code by the noun that names or ends the actor: `army`, `Altan Front`, `rebels`."""
        folded = fold(actor)
        roles = {word.removeprefix("the "): role.kind for role in self.book.actors.role for word in role.words}
        heads = {noun: head.kind for head in self.book.actors.head if not head.first for noun in head.words}
        kind = roles.get(folded) or next(
            (kind for noun, kind in heads.items() if f" {folded}".endswith(f" {fold(noun)}") and folded != fold(noun)),
            None,
        )
        return _BODIES.get(kind or "") or _SIDES.get(self.side(actor) or "")

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


def _listed(actor: Actor, country: str | None) -> int | None:
    own = not actor.country or country in actor.country
    if actor.kind == "external_forces" or (actor.kind in {"state_forces", "government", "police"} and not own):
        return EXTERNAL
    return actor.acled or _BODIES.get(actor.kind)
