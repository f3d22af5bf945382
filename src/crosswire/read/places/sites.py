"""The known site that a town's name and a noun mean: "Damascus airport", "the Shayrat military air base"."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from crosswire.codebook.places import Places
from crosswire.gazetteer import Entry, distance_km
from crosswire.kit import Kit
from crosswire.read.clues import Party, Sentence
from crosswire.read.places.candidates import alike, contains
from crosswire.read.places.line import Found
from crosswire.text.folding import fold

_ARTICLES = frozenset({"the", "al", "el", "-"})
_IN = frozenset({"in", "at", "near", "inside", "outside", "around"})
_OUTSIDE = 60.0  # km from a town's middle to its airport: farther ones are another town's of the same name


def site(name: Found, text: str, town: Entry | None, land: str | None, kit: Kit) -> Entry | None:
    """The one known site called so, near the `town` that its name means, or in `land`, the page's country.

    `text` is the whole phrase. Handles: the full name, the town's or the base's name with any word for an airport,
    other spellings of a base inside the country. Of several, the one nearest to the town; without a town, none.
    """
    if name.relation != "site":
        return None
    for found in _called(name, text, town.country if town else land, kit):
        here = [entry for entry in found if _fits(entry, town, land)]
        if town is not None and here:
            return min(here, key=lambda entry: (_km(entry, town), entry.key))
        if len(here) == 1:
            return here[0]
    return None


def stands(sentence: Sentence, party: Party, words: Places) -> bool:
    """Whether what is named like a body is ground: "hit | Rawda Hospital", "nine died in | Rawda University"."""
    tokens = sentence.tokens
    if words.levels().get(tokens[party.last - 1].lower_) != "site":
        return False
    before = party.first - 1
    while before >= 0 and tokens[before].lower_ in _ARTICLES:
        before -= 1
    if before < 0:
        return False
    return tokens[before].lower_ in words.forms("done") or (
        tokens[before].lower_ in _IN and (before == 0 or tokens[before - 1].lower_ not in words.forms("role"))
    )


def _called(name: Found, text: str, country: str | None, kit: Kit) -> Iterator[Sequence[Entry]]:
    """The sites of that name, the closest wording first."""
    start, gazetteer, kinds = text.find(name.name), kit.gazetteer, kit.language.places
    yield _sites(gazetteer.lookup(text[start:] if start >= 0 else text))
    words = frozenset(fold(text[start + len(name.name) :]).split()) if start >= 0 else frozenset[str]()
    if words.isdisjoint(kinds.forms("airfield")):
        return
    armed = not words.isdisjoint(kinds.forms("military"))
    for noun in ("airbase", "airport") if armed else ("airport",):
        called = f"{name.name} {noun}"
        yield _sites(gazetteer.lookup(called), without=kinds.forms("civil") if armed else frozenset())
        if country and not gazetteer.lookup(name.name):
            spelt = gazetteer.lookup_skeleton(called, country=country)
            yield [entry for entry in _sites(spelt) if alike(called, entry.name)]


def _sites(entries: Sequence[Entry], without: AbstractSet[str] = frozenset()) -> list[Entry]:
    return [entry for entry in entries if entry.kind == "site" and not any(one in fold(entry.name) for one in without)]


def _fits(entry: Entry, town: Entry | None, land: str | None) -> bool:
    if town is None:
        return land is None or entry.country == land
    if town.kind in {"settlement", "admin2", "site"}:
        return entry.country == town.country and _km(entry, town) <= _OUTSIDE
    return contains(town, entry)


def _km(entry: Entry, town: Entry) -> float:
    return distance_km((entry.lat, entry.lon), (town.lat, town.lon))
