"""Whether a word that some place is called by names a place here: towns are called like people, firms and planets."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from crosswire.gazetteer import Entry
from crosswire.read.places.candidates import alike, contains
from crosswire.read.places.line import Found, Line, spans
from crosswire.text.transliteration import plain

_GROUND = frozenset("in near around outside inside into across".split())
_POSSESSIVES = frozenset({"'s", "'"})
_DASHES = frozenset({"-", "–", "—", "--"})
_KNOWN = 100_000  # people from which a town needs no word of place on the page
_KNOWN_ENGLISH = 200_000
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "IM"})  # whose towns are called like people
_SPELLING = 0.7  # share of letters in common from which a name that only sounds known, with no word of place, is it
_SERIES = 9  # tokens back over a list of names to what was done to them
_BETWEEN = frozenset([",", "and", "the", "on", "against", "upon"])
_BEEN = frozenset(["was", "were", "has", "had", "is", "being", "been"])
_LONGEST = 4  # tokens of the name of a country or state behind a comma


def backed(line: Line, found: Sequence[Found]) -> list[Found]:
    """`found`, those marked that words of place stand beside.

    Handles: "in X", "Jo Vint, 41, of X", "X, Ohio", "X province", "X County", "X police", "in W and X", "X -" opening,
    "shelled X".
    """
    marked: list[Found] = []
    for name in found:
        first, last = name.core
        listed = bool(marked) and marked[-1].backed and line.joined(marked[-1].last, name.first)
        held = (
            listed
            or _placed(line, first, last)
            or _nouned(name)
            or _named(line, first, last)
            or _followed(line, first, last)
            or struck(line, first, last)
        )
        marked.append(replace(name, backed=held))
    return marked


def holding(
    found: Sequence[Found], senses: Sequence[Entry | None], peoples: Mapping[str, int]
) -> list[tuple[Found, Entry | None]]:
    """Those names that are places with what each means, one decision for all mentions of a name.

    A small town needs words of place beside one of its mentions, or, where its country's towns are not called like
    English words, a page that speaks of its country otherwise. A doubtful name must be known, and in such a country.
    A site is one whatever its name means elsewhere: "the | Velmar | bridge".
    """
    firm = {
        sense.country
        for name, sense in zip(found, senses, strict=True)
        if sense and not name.weak and not name.tentative
    } | {*peoples}
    spoken: dict[str, set[str]] = defaultdict(set)
    for name, sense in zip(found, senses, strict=True):
        if sense is not None and sense.country:
            spoken[sense.country].add(plain(name.name))
    grounded = {plain(name.name) for name in found if name.backed}

    def holds(name: Found, sense: Entry | None) -> bool:
        if (name.weak or name.tentative) and (sense is None or (sense.country not in firm and bool(firm))):
            return False
        if name.tentative and sense is not None and not alike(name.name, sense.name, _SPELLING):
            return False
        return sense is None or plain(name.name) in grounded or _stands_alone(name, sense, spoken, peoples)

    kept: list[tuple[Found, Entry | None]] = []
    for name, sense in zip(found, senses, strict=True):
        if holds(name, sense):
            kept.append((name, sense))
        elif name.relation == "site" and name.led:
            kept.append((name, None))
    return kept


def _stands_alone(
    name: Found, sense: Entry, spoken: Mapping[str, AbstractSet[str]], peoples: Mapping[str, int]
) -> bool:
    """Whether the place is known widely enough, or its country named otherwise, to be meant without a word of place."""
    if sense.kind not in {"settlement", "admin2"} or sense.capital or sense.population >= _KNOWN_ENGLISH:
        return True
    if sense.country in _ENGLISH:
        return False
    if sense.population >= _KNOWN:
        return True
    return sense.country in peoples or bool(spoken.get(sense.country or "", frozenset()) - {plain(name.name)})


def _placed(line: Line, first: int, last: int) -> bool:
    if line.norm(last) in _POSSESSIVES:
        return False  # "in Kennedy's view"
    before = first - 1
    while line.says(before, "direction"):
        before -= 1
    if line.norm(before) in {"of", "from"}:
        return line.norm(before - 1) == ","
    return line.norm(before) in _GROUND or (before < first - 1 and line.norm(before) == "the")


def struck(line: Line, first: int, last: int) -> bool:
    """Whether what is done to ground is done to the name: "shelled | Tafas and Nawa", "Tafas | was bombed"."""
    at = first - 1
    while at > max(0, first - _SERIES) and (line.capital(at) or line.norm(at) in _BETWEEN):
        at -= 1
    behind = range(last + 1, min(last + 4, len(line))) if line.norm(last) in _BEEN else ()
    return line.says(at, "done") or any(line.says(word, "done") for word in behind)


def _nouned(name: Found) -> bool:
    return name.level in {"settlement", "district", "admin1", "admin2"} or name.relation in {"away", "part"}


def _named(line: Line, first: int, last: int) -> bool:
    """Whether the name itself, or the word behind it, says that it is a place."""
    noun = last - first > 1 and line.noun(last - 1) in {"settlement", "admin1", "admin2"}
    return noun or line.says(last, "local") or (first == 0 and line.norm(last) in _DASHES)


def _followed(line: Line, first: int, last: int) -> bool:
    """Whether a country or a state that has such a place stands behind a comma: "Addison, | New York"."""
    if line.norm(last) != "," or not line.capital(last + 1):
        return False
    return any(
        entry.kind in {"country", "admin1"} and contains(entry, inner)
        for span in spans(line, last + 1, _LONGEST)
        for entry in line.gazetteer.lookup(line.text(*span))
        for inner in line.gazetteer.lookup(line.text(first, last))
    )
