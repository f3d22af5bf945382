"""The values that a person types, as the records hold them: a figure by its printed words, a place by the gazetteer."""

from crosswire.decisions.errors import UnusableDecisionError
from crosswire.gazetteer import Entry
from crosswire.kit import Kit
from crosswire.read.figures import figures
from crosswire.read.parse import parse
from crosswire.records import Claim, Figure, Passage

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
    """What the gazetteer knows of the place; a name that it does not know stays a name inside its country."""
    entry = _by_number(name, kit) if name.startswith(_NUMBER) else _by_name(name, kit, claim)
    if entry is None:
        return {"value": name}
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


def _by_number(name: str, kit: Kit) -> Entry:
    number = name.removeprefix(_NUMBER)
    entry = kit.gazetteer.entry(int(number)) if number.isdecimal() else None
    if entry is None:
        message = f"The gazetteer knows no place {name}. Name the place by its name instead."
        raise UnusableDecisionError(message)
    return entry


def _by_name(name: str, kit: Kit, claim: Claim | None) -> Entry | None:
    """The only place of that name in the country of `claim`, or nothing if there is none."""
    country = claim.place.country if claim and claim.place else None
    found = [one for one in kit.gazetteer.lookup(name) if not country or one.country == country]
    if len(found) > 1:
        listed = "; ".join(f"{one.name}, {one.kind}, {one.country}, {one.id}" for one in found[:_LISTED])
        message = f"There are {len(found)} places called {name}: {listed}. Name one by its geonames number."
        raise UnusableDecisionError(message)
    return found[0] if found else None
