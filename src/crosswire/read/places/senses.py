"""Which known place each name on a page means: the whole page decides, population last."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crosswire.codebook.places import Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.read.places.candidates import Name, candidates, contains, distinct
from crosswire.read.places.weighing import Ground, Group, choice, weigh
from crosswire.text.transliteration import plain, skeleton

__all__ = ["Name", "contains", "settle"]

_FIRST, _ROUNDS = 1, 3  # more rounds change nothing that can be measured
_EVERYBODY = 100_000  # people from which a place abroad needs no word of its country
_TOLD = 2  # mentions of countries from which a page counts as speaking of countries
_CLEAR = 4  # consonants from which a spelling variant that is alone in its country is trusted without its province

_COMMA = re.compile(r"^\s*(?:[,(]|,?\s*(?:in|of)(?:\s+the)?)?\s*$")  # "Mexico, the United States" is a list
_OWNER = re.compile(r"^(?:['’]?s?)\s+$")


def settle(
    names: Sequence[Name], peoples: Mapping[str, int], words: Places, gazetteer: Gazetteer
) -> list[Entry | None]:
    """The known place that each name means, or none. `peoples` counts adjectives and demonyms by country code.

    One name has one sense on a page. A place outside the province that the words put it in is not the one meant; nor is
    a small one in a country that a page with countries does not speak of. Spelling variants count only inside a
    province or country that the page speaks of.
    """
    groups = [_group(name) for name in names]
    asked = dict(zip(groups, names, strict=True))
    given = {group for group, name in zip(groups, names, strict=True) if name.given}
    choices = {group: candidates(name, words, gazetteer) for group, name in asked.items()}
    holders, stated = _holders(names, groups, choices), _stated(names, groups, words)
    counts = Counter(groups)

    def meant(rounds: int) -> dict[Group, Entry]:
        known = {
            group: choice(group, counts[group], found, holders[group]) for group, found in choices.items() if found
        }
        return weigh(known, peoples, rounds)

    best = meant(_FIRST)
    spoken = _named_countries(choices, counts, peoples)
    outers = {group: [best[outer] for outer in sorted(stated[group], key=str) if outer in best] for group in choices}
    choices = {
        group: _agreeing(group[0], found, outers[group], spoken) or (found if group in given else ())
        for group, found in choices.items()
    }
    ground = _ground({group: entry for group, entry in best.items() if entry in choices[group]}, counts, peoples)
    choices |= {
        group: _sounding(asked[group], outers[group], ground, gazetteer)
        for group, found in choices.items()
        if not found
    }
    best = meant(_ROUNDS)
    return [best.get(group) for group in groups]


def _ground(best: Mapping[Group, Entry], counts: Mapping[Group, int], peoples: Mapping[str, int]) -> Ground:
    ground = Ground(total=float(sum(peoples.values())), countries={code: float(n) for code, n in peoples.items()})
    for group, entry in best.items():
        ground.add(choice(group, counts[group], (entry,), frozenset()), [1.0])
    return ground


def _named_countries(
    choices: Mapping[Group, tuple[Entry, ...]], counts: Mapping[Group, int], peoples: Mapping[str, int]
) -> Counter[str]:
    """How often the page speaks of each country by name, adjective, or a place that all know.

    A unit's name that one country alone has (`Rapides Parish`) speaks of it, too.
    """
    spoken: Counter[str] = Counter(peoples)
    for group, found in choices.items():
        for entry in found[:1]:
            known = entry.kind == "country" or entry.capital or entry.population >= _EVERYBODY
            alone = entry.kind in {"admin1", "admin2"} and all(other.country == entry.country for other in found)
            if entry.country and (known or alone):
                spoken[entry.country] += counts[group]
    return spoken


def _agreeing(name: str, found: tuple[Entry, ...], outers: Sequence[Entry], spoken: Counter[str]) -> tuple[Entry, ...]:
    """The places of a name that agree with the provinces it is put in and the countries that the page speaks of.

    A small town whose own name is another one is meant only in such a country: `Dalvík` for "Talvik" is a guess.
    """
    kept = tuple(
        entry
        for entry in found
        if entry.kind == "country" or all(contains(outer, entry) or outer.key == entry.key for outer in outers)
    )
    told = spoken.total() >= _TOLD

    def agrees(entry: Entry) -> bool:
        if entry.country is None or entry.country in spoken or entry.population >= _EVERYBODY:
            return True
        return not told and (entry.kind != "settlement" or plain(entry.name) == name)

    return tuple(entry for entry in kept if agrees(entry))


def _stated(names: Sequence[Name], groups: Sequence[Group], words: Places) -> dict[Group, set[Group]]:
    """For each name the provinces that the words put it in for certain: `X in Y province`, `Y province's X`."""
    stated: dict[Group, set[Group]] = defaultdict(set)
    for at in range(len(names) - 1):
        gap = names[at].gap
        unit = names[at + 1].level in {"admin1", "admin2"} and names[at].level != names[at + 1].level
        if gap is not None and unit and _COMMA.match(gap):
            stated[groups[at]].add(groups[at + 1])
        if gap is not None and _is_town_of(gap, words):
            stated[groups[at + 1]].add(groups[at])
    return stated


def _is_town_of(gap: str, words: Places) -> bool:
    """Whether the name before tells where a town lies: "the Mozambique | town of | Palma"."""
    noun, *of = gap.split() or [""]
    return gap[:1].isspace() and words.levels().get(noun) == "settlement" and of in (["of"], ["of", "the"])


def _group(name: Name) -> Group:
    return plain(name.text), name.level


def _holders(
    names: Sequence[Name], groups: Sequence[Group], choices: Mapping[Group, tuple[Entry, ...]]
) -> dict[Group, set[int]]:
    """For each name the keys of its candidates that the words beside it speak for: `Paris, Texas`; `Syria's Idlib`."""
    spoken: dict[Group, set[int]] = defaultdict(set)
    for at in range(len(names) - 1):
        gap = names[at].gap
        if gap is None or names[at].sentence != names[at + 1].sentence:
            continue
        left, right = groups[at], groups[at + 1]
        pairs = []
        if _COMMA.match(gap):
            pairs.append((right, left))
        if _OWNER.match(gap):
            pairs.append((left, right))
        for outer, inner in pairs:
            for small in choices[inner]:
                holding = [
                    large.key for large in choices[outer] if large.kind != "settlement" and contains(large, small)
                ]
                if holding:
                    spoken[inner].add(small.key)
                    spoken[outer].update(holding)
    return spoken


def _sounding(name: Name, outers: Sequence[Entry], ground: Ground, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places that only sound like a name that is not known as written, inside the page's units and countries."""
    if gazetteer.people(name.text):
        return ()
    if outers:
        sounding = [entry for outer in outers for entry in gazetteer.lookup_skeleton(name.text, country=outer.country)]
        return distinct(name, tuple(entry for entry in sounding if all(contains(outer, entry) for outer in outers)))
    for unit in sorted(ground.units, key=lambda key: (-ground.units[key], key)):
        if here := distinct(name, gazetteer.lookup_skeleton(name.text, admin1=unit)):
            return here
    least = 0 if len(skeleton(name.text)) >= _CLEAR else _EVERYBODY
    for code in sorted(ground.countries, key=lambda code: (-ground.countries[code], code)):
        there = distinct(name, gazetteer.lookup_skeleton(name.text, country=code))
        if len(large := tuple(entry for entry in there if entry.population >= least)) == 1:
            return large
    return ()
