"""Hits, and the look-up tables of the words that name bodies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from crosswire.codebook.actors import Actor, Actors, Country, Generic, Head, Institution, Reference, Role
from crosswire.codebook.lexicon import Lexicon, Name, lexicon, spell
from crosswire.codebook.once import once
from crosswire.records import Record

_TITLE = 4  # letters of titles that no body's name begins with: Dr, Gen, Lt
_Phrase = tuple[str, ...]
_Row = TypeVar("_Row")


class Hit(Record):
    """A name found at `words[first:last]`. `how` says what it rests on; `country` is the country named in it."""

    first: int
    last: int
    name: str
    how: str
    kind: str = ""
    side: str | None = None
    of: str | None = None
    country: Country | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """A common noun that can mean an actor: a role, a generic group, or a word that points back."""

    how: str
    row: Role | Generic | Reference | Actor
    definite: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The phrases of the codebook by first word, longest first.

    `first` are these words, but those of unlisted names, and their possessives without apostrophe.

    `names` have their places in that order, and stand under their second words, so that few have to be tried. `year`
    is the page's: of bodies with one name it means the one of its time. `tellers` close a headline, `grounds`
    are nouns for places, behind `borders` lies another country. `army` and `command` call an army and its leaders.
    """

    table: Lexicon
    names: dict[str, dict[str, tuple[tuple[int, Name], ...]]]
    institutions: dict[str, tuple[tuple[_Phrase, Institution], ...]]
    heads: dict[str, tuple[tuple[_Phrase, Head], ...]]
    tails: frozenset[str]
    fillers: frozenset[str]
    titles: frozenset[str]
    apart: frozenset[str]
    siding: frozenset[str]
    bands: frozenset[str]
    plain: dict[str, tuple[tuple[_Phrase, Plain], ...]]
    first: frozenset[str]
    extra: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    year: int | None = None
    tellers: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    borders: frozenset[str] = frozenset()
    army: frozenset[str] = frozenset()
    command: frozenset[str] = frozenset()

    def begins(self, norm: str) -> bool:
        """Whether a phrase can begin with the word, be it in the possessive."""
        taught = self.extra
        return norm in self.first or (bool(taught) and (norm in taught or norm.removesuffix("s") in taught))


@once
def vocabulary(actors: Actors) -> Vocabulary:
    """Look-up tables of the words that name bodies."""
    institutions = [(phrase, row) for row in actors.institution for text in row.words for phrase in spell(text)]
    heads = [(phrase, row) for row in actors.head for text in row.words for phrase in spell(text)]
    table, plainly = lexicon(actors), _by_first(list(_plain_rows(actors)))
    organs = _by_first(institutions)
    first = {*table.names, *organs, *plainly, *actors.siding}
    return Vocabulary(
        table=table,
        names={first: _by_second(names) for first, names in table.names.items()},
        institutions=organs,
        heads=_by_first(heads),
        tails=frozenset(actors.tails),
        fillers=frozenset(actors.fillers),
        titles=frozenset(title for title in actors.people.titles if len(title) <= _TITLE),
        apart=frozenset(actors.apart),
        siding=frozenset(actors.siding),
        bands=frozenset(actors.bands),
        plain=plainly,
        first=frozenset(first | {f"{word}s" for word in first}),
    )


def _plain_rows(actors: Actors) -> Iterator[tuple[_Phrase, Plain]]:
    rows: list[tuple[str, tuple[str, ...], Role | Generic | Reference | Actor]] = [
        *(("reference", row.short, row) for row in actors.actor),
        *(("role", row.words, row) for row in actors.role),
        *(("reference", tuple(f"the {text}" for text in row.words), row) for row in actors.reference),
        *(("generic", row.words, row) for row in actors.generic),
    ]
    for how, texts, row in rows:
        for text in texts:
            bare = text.removeprefix("the ")
            for phrase in spell(bare):
                yield phrase, Plain(how, row, bare != text)


def _by_second(names: Sequence[Name]) -> dict[str, tuple[tuple[int, Name], ...]]:
    """The names, numbered in their order, by their second word, or by nothing."""
    grouped: dict[str, list[tuple[int, Name]]] = {}
    for number, name in enumerate(names):
        grouped.setdefault(name.words[1] if len(name.words) > 1 else "", []).append((number, name))
    return {key: tuple(group) for key, group in grouped.items()}


def _by_first(rows: Sequence[tuple[_Phrase, _Row]]) -> dict[str, tuple[tuple[_Phrase, _Row], ...]]:
    grouped: dict[str, list[tuple[_Phrase, _Row]]] = {}
    for phrase, row in rows:
        grouped.setdefault(phrase[0], []).append((phrase, row))
    return {key: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for key, group in grouped.items()}
