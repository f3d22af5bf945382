"""The names of `actors.toml` as look-up tables, and the body behind which a speaker stands."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.actors import Actor, Actors, Country
from crosswire.codebook.once import once
from crosswire.text.folding import fold

_PIECE = re.compile(r"\w+(?:['.&]\w+)*\.?")
_POSSESSIVE = "'s"
_KEPT = 1 << 14  # names whose words are kept
_ACRONYM = 5  # letters of the longest name in mixed case that is still an acronym
_ARTICLES = frozenset({"al", "el"})
_GOVERNMENT = "government of "  # "Government of Mali" is Mali as an actor
_NOT_THE_STATES = frozenset({"rebel_group", "political", "ngo"})  # institutions that a country has, and no government
_BRACKET = re.compile(r" ?\([^)]*\)$")
_THE = re.compile(r"^(?:the|an?) ")


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write somebody: folded words, whether the case is fixed, and who is meant."""

    words: tuple[str, ...]
    text: str
    exact: bool
    capital: bool
    article: bool
    actor: Actor | None = None
    person: str | None = None
    country: Country | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`names` by first word, longest first; `canonical` and `shorts` by folded name; `organs` name the arms of a state.

    `local` holds the folded names that mean their body only on pages that tell of it or of its country.

    `rivals` are the bodies that share a folded name, in the codebook's order.
    """

    names: dict[str, tuple[Name, ...]]
    canonical: dict[str, Name]
    rivals: dict[str, tuple[Actor, ...]]
    shorts: dict[str, tuple[Actor, ...]]
    countries: dict[str, Country]
    local: frozenset[str]
    organs: frozenset[tuple[str, ...]]


@lru_cache(_KEPT)
def spell(text: str) -> tuple[tuple[str, ...], ...]:
    """The word sequences under which `text` is looked up: folded, without articles, with and without a possessive s.

    `People's Protection Units` gives (people, protection, units) and (peoples, protection, units).
    """
    pieces = [piece for piece in _PIECE.findall(fold(text).replace("-", " ")) if piece not in _ARTICLES]
    bare = tuple(_bare(piece.removesuffix(_POSSESSIVE)) for piece in pieces)
    full = tuple(_bare(piece) for piece in pieces)
    return (bare,) if bare == full else (bare, full)


@once
def lexicon(actors: Actors) -> Lexicon:
    """Look-up tables of all names of `actors`."""
    names: dict[str, list[Name]] = {}
    canonical: dict[str, Name] = {}
    shorts: dict[str, list[Actor]] = {}
    called: dict[str, dict[str, Actor]] = {}
    local = frozenset(" ".join(words) for actor in actors.actor for text in actor.local for words in spell(text))
    for name in _all_names(actors):
        if not (name.actor and " ".join(name.words) in local and name.text not in (name.actor.name, name.person)):
            canonical.setdefault(" ".join(name.words), name)
        if name.actor is not None and name.person is None:
            called.setdefault(" ".join(name.words), {}).setdefault(name.actor.name, name.actor)
        names.setdefault(name.words[0], []).append(name)
    for actor in actors.actor:
        if actor.ucdp:
            for words in spell(actor.ucdp):
                canonical.setdefault(" ".join(words), next(_names(actor.ucdp, actor=actor)))
        for short in actor.short:
            shorts.setdefault(" ".join(spell(_THE.sub("", fold(short)))[0]), []).append(actor)
    return Lexicon(
        names={key: tuple(sorted(group, key=lambda n: -len(n.words))) for key, group in names.items()},
        canonical=canonical,
        rivals={key: tuple(group.values()) for key, group in called.items() if len(group) > 1},
        shorts={key: tuple(group) for key, group in shorts.items()},
        countries={country.code: country for country in actors.country},
        local=local,
        organs=frozenset(
            words
            for row in actors.institution
            if row.kind not in _NOT_THE_STATES
            for text in row.words
            for words in spell(text)
        ),
    )


def alive(actor: Actor, year: int | None) -> bool:
    """Whether the body existed in `year`, as far as the codebook and the page's day tell."""
    return year is None or ((actor.since or year) <= year <= (actor.until or year))


def namesakes(name: str, table: Lexicon, year: int | None, countries: AbstractSet[str]) -> tuple[Actor, ...]:
    """Of the bodies that share `name` those that it can mean: alive in `year`, of a country that the page names.

    Nothing for a name that one body has, or none; all of them where neither tells them apart.
    """
    sharing = table.rivals.get(" ".join(spell(name)[0]), ())
    living = [actor for actor in sharing if alive(actor, year)] or sharing
    near = [actor for actor in living if not countries.isdisjoint(actor.country)] if countries else []
    return tuple(near or living)


def ultimate(name: str, actors: Actors) -> str:
    """The body behind the speaker `name`, in one form: person → organisation, alias → name, organ → its government.

    Two speakers with the same answer are one origin. Names that the codebook does not know come back folded.
    """
    table = lexicon(actors)
    seen: set[str] = set()
    key = name
    while key not in seen:
        seen.add(key)
        key = _one_up(key, table)
    return key


def known_as(name: str, actors: Actors) -> str | None:
    """The name under which the codebook knows `name` (actor, person, country or generic group), or None."""
    table = lexicon(actors)
    found = _find(name, table)
    if found is not None:
        return found.country.name if found.country else found.person or (found.actor.name if found.actor else None)
    if organ := _organ(name, table):
        return organ
    return fold(name) if any(fold(name) in row.words for row in actors.generic) else None


def _one_up(name: str, table: Lexicon) -> str:
    found = _find(name, table)
    if found is None:
        return _organ(name, table) or name
    if found.country is not None:
        return f"{found.country.demonyms[0]} government"
    if found.actor is None:
        return found.text
    return found.actor.parent or found.actor.name


def listed(name: str, actors: Actors) -> Name | None:
    """The entry under which the codebook lists `name` as it is written, if it does.

    A small word is no name that lost its article: a "monitor" is not Al-Monitor.
    """
    return _listed(name, lexicon(actors), small=name.islower())


def _listed(name: str, table: Lexicon, *, small: bool) -> Name | None:
    found = (table.canonical.get(" ".join(words)) for words in spell(name))
    bare = small and _ARTICLES.isdisjoint(_PIECE.findall(name.replace("-", " ")))
    return next((entry for entry in found if entry and not (bare and entry.article)), None)


def _find(name: str, table: Lexicon) -> Name | None:
    bare = _BRACKET.sub("", _THE.sub("", fold(name)).removeprefix(_GOVERNMENT))
    if found := _listed(bare, table, small=name.islower()):
        return found
    for words in spell(bare):
        if len(called := table.shorts.get(" ".join(words), ())) == 1:
            return table.canonical[" ".join(spell(called[0].name)[0])]
    return None


def _organ(name: str, table: Lexicon) -> str | None:
    words = spell(_THE.sub("", fold(name)))[0]
    for cut in range(1, len(words)):
        found = table.canonical.get(" ".join(words[:cut]))
        if found and found.country and words[cut:] in table.organs:
            return f"{found.country.demonyms[0]} government"
    return None


def _all_names(actors: Actors) -> Iterator[Name]:
    for actor in actors.actor:
        for text in dict.fromkeys((actor.name, *actor.aliases, *actor.local)):
            yield from _names(text, actor=actor)
        for person in actor.people:
            for text in person:
                yield from _names(text, actor=actor, person=person[0])
    for country in actors.country:
        yield from _country_names(country)


def _country_names(country: Country) -> Iterator[Name]:
    for text in (country.name, *country.aliases):
        yield from _names(text, country=country, form="noun")
        if not text.endswith("s") and not text.isupper():
            yield from _names(text + "s", country=country, form="possessive")
    for text in country.demonyms:
        yield from _names(text, country=country, form="adjective")
    for text in country.capitals:
        yield from _names(text, country=country, form="capital")


def _names(
    text: str, *, actor: Actor | None = None, person: str | None = None, country: Country | None = None, form: str = ""
) -> Iterator[Name]:
    first, _, rest = text.replace("-", " ").partition(" ")
    for words in spell(text):
        yield Name(
            words=words,
            text=person or text,
            exact=len(words) == 1 and _is_acronym(text),
            capital=text != text.lower(),
            article=len(words) == 1 and bool(rest) and fold(first) in _ARTICLES,
            actor=actor,
            person=person,
            country=country,
            form=form,
        )


def _is_acronym(text: str) -> bool:
    """Whether the case of `text` is part of the name: ELN, LeT, FAMa; not McKinley or TOLOnews."""
    return text.isupper() or (len(text) <= _ACRONYM and sum(c.isupper() for c in text) > 1)


def _bare(piece: str) -> str:
    return piece.replace("'", "").replace(".", "").replace("&", "")
