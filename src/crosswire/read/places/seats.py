"""The seats of governments that a page means without their names: "the capital", "the Libyan capital"."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from msgspec.structs import replace

from crosswire.gazetteer import Entry, Gazetteer
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.read.tokens import Token
from crosswire.records import Place

_TOWNS = frozenset(["settlement", "unknown"])
SEAT = "capital"
_LANDS = 3  # tokens from "of" to the province's name
_LONGEST = 5  # tokens of a comma and the longest name of a capital


@dataclass(frozen=True, slots=True)
class Seats:
    """The capitals that a page may speak of; `home` is its country, `whole` are words for a country."""

    home: str | None
    whole: AbstractSet[str]
    gazetteer: Gazetteer

    def meant(self, before: str, noun: str, named: Iterable[Place]) -> Place | None:
        """The capital that words like "Libyan" and "nation's" before the noun mean, as one of those `named` or new.

        "The provincial capital", "the rebels' capital", "the former capital" stay open.
        """
        words = before.casefold().replace("'s", "").replace("’s", "").split()
        code = self.home if self.whole >= set(words) else self.gazetteer.people(before)
        entry = self.gazetteer.capitals().get(code or "")
        if entry is None:
            return None
        known = (place for place in named if place.id == entry.id)
        return next(known, None) or _place(entry, f"{before} {noun}".strip(), self.gazetteer)

    def named_after(self, token: Token) -> bool:
        """Whether the capital's name follows: "the | capital, Bangui", but not "in the | capital, NATO jets"."""
        words = token.doc[token.i + 1 : token.i + 1 + _LONGEST]
        if not words or words[0].text != ",":
            return False
        names = (token.doc.words(words[0].i + 1, word.i + 1) for word in words[1:])
        return any(entry.capital for name in names for entry in self.gazetteer.lookup(name))


def demonyms(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Counter[str]:
    """How often the page calls somebody or something by each country's people: `the | Syrian army`."""
    found: Counter[str] = Counter()
    for word, times in Counter(chain.from_iterable([sentence.tokens.capitalised for sentence in sentences])).items():
        if code := gazetteer.people(word):
            found[code] += times
    return found


def home(sentences: Sequence[Sentence], places: Sequence[PlaceMention], gazetteer: Gazetteer) -> str | None:
    """The country that the page names most, by its places and its people; none where two are named as often."""
    counts = Counter(place.place.country for place in places if place.place.country)
    counts.update(demonyms(sentences, gazetteer))
    ranked = sorted(counts, key=lambda code: -counts[code])
    clear = ranked and (len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]])
    return ranked[0] if clear else None


def seat_of(token: Token, here: Sequence[PlaceMention], seated: Mapping[str | None, Place]) -> Place | None:
    """The town of the page that "the | capital of Helmand province" means: the dateline's, or one called a capital."""
    if token.lower_ != SEAT or token.doc.words(token.i + 1, token.i + 2) != "of":
        return None
    lands = (place.place for place in here if token.i + 1 < place.first <= token.i + 1 + _LANDS)
    return next((seated.get(land.name) for land in lands if land.precision == "admin1"), None)


def town(filed_from: Place | None) -> Place | None:
    """The dateline's place as a town, without what it lies in: "OMAGH | , Northern Ireland"."""
    if filed_from is None or filed_from.precision not in _TOWNS:
        return None
    return replace(filed_from, text=filed_from.text.split(",")[0])


def _place(entry: Entry, text: str, gazetteer: Gazetteer) -> Place:
    unit = gazetteer.entry(entry.admin1) if entry.admin1 else None
    return Place(
        id=entry.id,
        name=entry.name,
        text=text,
        country=entry.country,
        admin1=unit.name if unit else None,
        lat=entry.lat,
        lon=entry.lon,
        precision="settlement",
    )
