"""The name of a place in the script of its country, from the page itself or from the gazetteer."""

import unicodedata
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache
from importlib import resources

import msgspec

from crosswire.gazetteer import open_gazetteer
from crosswire.gazetteer.entry import LAST_LATIN
from crosswire.records import Place, Record
from crosswire.text.transliteration import skeleton


class Script(Record, rename={"without": "not"}):
    """How some countries write: their ISO codes, letters of their own, and letters that they do not have."""

    countries: tuple[str, ...]
    own: str = ""
    without: str = ""


class Scripts(Record):
    """The rows of `scripts.toml` by Unicode's name of the script (a trailing space tells two rows of one apart)."""

    script: dict[str, Script]


def native_names() -> Callable[[Place], str]:
    """A function that gives a place's name in its country's script, or nothing where there is none that is sure."""
    gazetteer = open_gazetteer()
    by_country = _by_country()

    def native(place: Place) -> str:
        name, script = by_country.get(place.country or "", ("", Script(countries=())))
        if place.text and place.text[0] > LAST_LATIN and place.text != place.name:
            return place.text
        if not name or not place.id:
            return ""
        entries = (entry for entry in gazetteer.lookup(place.name) if entry.id == place.id)
        return _best([one for entry in entries for one in entry.native if _written_in(one, name)], script, place.name)

    return native


def _best(names: list[str], script: Script, latin: str) -> str:
    """Of `names` that their own country would write so the one that sounds most like `latin`, the shortest of them."""
    likely = [name for name in names if not set(name.casefold()) & set(script.without)]
    if script.own:
        likely = [name for name in likely if set(name.casefold()) & set(script.own)] or likely
    wanted = skeleton(latin)
    likeness = {name: SequenceMatcher(None, wanted, skeleton(_sound(name))).ratio() for name in likely}
    return min(likely, key=lambda name: (-likeness[name], len(name), name), default="")


def _sound(name: str) -> str:
    """A rough reading of `name` from Unicode's names of its letters: CYRILLIC SMALL LETTER GHE gives g, EL gives l."""
    called = [unicodedata.name(letter, "").rsplit(" ", 1)[-1].lower() for letter in name if letter.isalpha()]
    return "".join(one[-1] if one[:1] == "e" else one[:1] for one in called)


def _written_in(name: str, script: str) -> bool:
    letters = [unicodedata.name(letter, "") for letter in name if letter.isalpha()]
    return bool(letters) and all(letter.startswith(script) for letter in letters)


@lru_cache(maxsize=1)
def _by_country() -> dict[str, tuple[str, Script]]:
    table = msgspec.toml.decode((resources.files(__package__) / "scripts.toml").read_bytes(), type=Scripts)
    return {code: (name.strip(), script) for name, script in table.script.items() for code in script.countries}
