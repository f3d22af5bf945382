"""The values that a person types, as the records hold them: a figure by its printed words, a place by the gazetteer."""

from collections.abc import Mapping

from crosswire.decisions.errors import UnusableDecisionError
from crosswire.gazetteer import Entry
from crosswire.kit import Kit
from crosswire.read.figures import figures
from crosswire.read.parse import parse
from crosswire.records import Claim, Figure, Passage
from crosswire.text.transliteration import plain

_PEOPLE = " people were killed."  # a number is read before what it counts
_NUMBER = "geonames:"
_LISTED = 9  # places of one name that are named
_PRECISION = {"settlement": "settlement", "admin1": "admin1", "admin2": "district", "country": "country"}


def figure_of(words: str, quote: Passage, kit: Kit) -> Figure:
    """The figure that `words` of the quote print: only what a source printed can be a figure."""
    if words not in quote.text:
        message = f"“{words}” does not stand in the quote “{quote.text}”. A figure must be printed by its source."
        raise UnusableDecisionError(message)
    for text in (quote.text, f"{words}{_PEOPLE}"):
        passage = Passage(document=quote.document, start=0, end=len(text), text=text)
        for quantity in figures(parse(((0, passage),), kit), kit):
            if quantity.figure.text == words:
                return quantity.figure
    message = f"“{words}” cannot be read as a number of people or things. Name the words of the number alone."
    raise UnusableDecisionError(message)


def place_of(name: str, kit: Kit, claim: Claim | None = None) -> dict[str, str]:
    """What the gazetteer knows of the place; a name that it does not know stays a name inside its country.

    The country is the one behind a comma ("Beni, CD", "Beni, Congo-Kinshasa"), else that of `claim`.
    """
    bare, land = _parted(name, kit)
    country = land or (claim.place.country if claim and claim.place else None)
    entry = _by_number(name, kit) if name.startswith(_NUMBER) else _by_name(bare, country, kit)
    if entry is None:
        return {"value": bare} | ({"country": country} if country else {})
    unit = kit.gazetteer.entry(entry.admin1) if entry.admin1 is not None else None
    facts = {
        "value": entry.name,
        "id": entry.id,
        "country": entry.country,
        "admin1": unit.name if unit else None,
        "lat": str(entry.lat),
        "lon": str(entry.lon),
        "precision": _PRECISION.get(entry.kind, "unknown"),
    }
    return {name: value for name, value in facts.items() if value}


def not_on_the_map(found: Mapping[str, str], kit: Kit) -> str:
    """A sentence for a place without coordinates: what it stays, and where else the gazetteer has its name."""
    name, country = found["value"], found.get("country")
    inside = f" in {country}" if country else ""
    told = f"The gazetteer knows no {name}{inside}, so it stays a name without coordinates."
    lands = sorted({one.country for one in kit.gazetteer.lookup(name) if one.country})
    return f"{told} It knows one in {', '.join(lands[:_LISTED])}: “{name}, {lands[0]}” names that." if lands else told


def unknown_side(side: str, kit: Kit) -> str:
    """A sentence for a side on which nobody stands whom the codebook knows, else nothing."""
    actors = kit.codebook.actors
    lands, bodies = {one.side for one in actors.country}, {one.side for one in actors.actor}
    known = {*lands, *bodies, *(one.side for one in actors.role), *(one.side for one in actors.generic)}
    if side in {*known, "none"}:
        return ""
    told = ", ".join(sorted(one for one in known if one))
    return f"Nobody whom crosswire knows stands on a side “{side}”. It knows: {told}."


def _parted(name: str, kit: Kit) -> tuple[str, str | None]:
    """The name and, if a country's code or name stands behind its last comma, the country's code."""
    bare, comma, last = name.rpartition(",")
    land = last.strip()
    if not comma or not bare.strip():
        return name, None
    code = kit.gazetteer.codes().get(plain(land))
    return (bare.strip(), code) if code else (name, None)


def _by_number(name: str, kit: Kit) -> Entry:
    number = name.removeprefix(_NUMBER)
    entry = kit.gazetteer.entry(int(number)) if number.isdecimal() else None
    if entry is None:
        message = f"The gazetteer knows no place {name}. Name the place by its name instead."
        raise UnusableDecisionError(message)
    return entry


def _by_name(name: str, country: str | None, kit: Kit) -> Entry | None:
    """The only place of that name in `country`, or nothing if there is none; a country before its namesakes."""
    found = [one for one in kit.gazetteer.lookup(name) if not country or one.country == country]
    lands = [one for one in found if one.kind == "country"]
    if len(lands) != 1 and len(found) > 1:
        listed = "; ".join(f"{one.name}, {one.kind}, {one.country}, {one.id}" for one in found[:_LISTED])
        message = f"There are {len(found)} places called {name}: {listed}. Name one by its geonames number."
        raise UnusableDecisionError(message)
    return next(iter(lands or found), None)
