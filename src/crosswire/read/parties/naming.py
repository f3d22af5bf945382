"""Names of bodies in one sentence: listed ones, organs of a state, and unknown ones by their heads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from crosswire.codebook.actors import (
    Actor,
    Actors,
    Country,
    Generic,
    Head,
    Institution,
    Lexicon,
    Name,
    Reference,
    Role,
    lexicon,
    namesakes,
    spell,
)
from crosswire.codebook.once import once
from crosswire.read.parties.wording import ARTICLES, Word, follow, written_as
from crosswire.records import Record

_LINKS = frozenset({"of", "for", "and", "the", "al", "el", "to"})
_BETWEEN = frozenset({"and", "the", "to"})  # no name has these before its head
_OFFICIAL = frozenset({"government", "state_forces", "police"})
_LOOSE = frozenset({"forces", "government forces"})  # "the bombing of Syria" names no body of Syria
_OPENERS = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "WRB", "RB", "TO", "MD", "EX", "UH"})
_TITLE = 4  # letters of titles that no body's name begins with: Dr, Gen, Lt
_LONGEST = 9  # words of a name; longer runs are headlines

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
    is the page's: of bodies with one name it means the one of its time.
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

    def begins(self, norm: str) -> bool:
        """Whether a phrase can begin with the word, be it in the possessive."""
        return norm in self.first or norm in self.extra or norm.removesuffix("s") in self.extra


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


def listed(words: Sequence[Word], at: int, known: Vocabulary, *, loud: bool) -> tuple[int, Name] | None:
    """The longest listed name at `at` with its end: the page's own abbreviations first, then the codebook's."""
    best: tuple[int, Name] | None = None
    for name in _possible(words, at, known):
        end = follow(words, at, name.words, stripped=name.country is None)
        longer = end is not None and (best is None or end > best[0])
        if longer and end is not None and name.text.startswith("The ") and not loud and _goes_on(words, end):
            continue
        if longer and end is not None and written_as(name, words, at, end, loud=loud):
            best = (end, name)
    return best


def _possible(words: Sequence[Word], at: int, known: Vocabulary) -> list[Name]:
    """The names that may stand at `at`; of the many that begin with "the", those that go on as the text does."""
    norm = words[at].norm
    owner = norm[:-1] if norm.endswith("s") else ""
    names = [*known.extra.get(norm, ()), *known.extra.get(owner, ())]
    led, owning = known.names.get(norm), known.names.get(owner)
    if led:
        names.extend(name for _, name in sorted([pair for key in _next(words, at) if key in led for pair in led[key]]))
    if owning:
        names.extend(name for _, name in owning.get("", ()))
    return names


def _next(words: Sequence[Word], at: int) -> set[str]:
    """The second words of names that may stand at `at`, articles skipped; nothing for those of one word."""
    behind = [word.norm for word in words[at + 1 : at + 3]]
    if behind and behind[0] not in ARTICLES:
        del behind[1:]
    return {"", *behind, *(norm.removesuffix("s") for norm in behind)}


def organ(words: Sequence[Word], at: int, end: int, country: Country, known: Vocabulary) -> Hit | None:
    """The organ of `country` that `words[at:]` names, the country's name ending at `end`: `Syria's foreign ministry`.

    In "Syrian and Russian aircraft" both countries own the aircraft; the hit ends with the country's own name then.
    """
    if is_tail(words, end, known):
        return None
    found = _institution(words, end, known)
    stop = found[0] if found else end
    if found is None and (shared := _shared(words, end, known)) is not None:
        found = _institution(words, shared, known)
    if found is None:
        return None
    return _organ_hit(at, stop, country, found[1], known)


def organ_of(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """The organ of a state named before its country: `the Government of Iraq`, `Ministry of Health of Yemen`."""
    for phrase, row in known.institutions.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is None or row.kind not in _OFFICIAL or row.words[0] in _LOOSE:
            continue
        if end + 1 >= len(words) or words[end].norm != "of" or words[end].opens:
            continue
        start = end + 1 + (words[end + 1].norm == "the" and end + 2 < len(words))
        found = listed(words, start, known, loud=False)
        if found and found[1].country and found[1].form == "noun":
            return _organ_hit(at, found[0], found[1].country, row, known)
    return None


def plain(words: Sequence[Word], at: int, known: Vocabulary) -> tuple[int, Plain] | None:
    """The common noun for an actor that stands at `at`, with its end: `regime forces`, `the monitor`, `militants`."""
    for phrase, row in known.plain.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is None or is_tail(words, end, known):
            continue
        if row.how == "reference" and _inside(words, at, end):
            continue
        the = at > 0 and words[at - 1].norm == "the" and not words[at].opens
        if the or not row.definite or (row.how == "reference" and words[at].capital and at > 0):
            return end, row
    return None


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether a capitalised word follows at once: `the National | Coalition`."""
    return end < len(words) and words[end].capital and not words[end].opens


def _inside(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a capitalised noun is a piece of a longer name: `Steppe | Observatory`, `the | Coalition | for Peace`."""
    if not words[at].capital:
        return False
    before = at > 0 and not words[at].opens and words[at - 1].capital and words[at - 1].tag not in _OPENERS
    behind = end + 1 < len(words) and words[end].norm in {"of", "for"} and not words[end].opens
    return before or (behind and words[end + 1].capital)


def apart(words: Sequence[Word], at: int, known: Vocabulary) -> int | None:
    """Where the name ends that `anti-` or `ex-` before it keeps from acting; None if no such name stands at `at`."""
    prefixed = at > 0 and words[at - 1].hyphen and not words[at].opens
    if not prefixed or words[at - 1].norm not in known.apart | known.siding:
        return None
    if (found := listed(words, at, known, loud=True)) is not None:
        return found[0]
    return at + 1 if words[at - 1].norm in known.apart else None


def band(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """A band by the name on whose side it fights, as written: `pro-Turkey factions`."""
    if words[at].norm not in known.siding or not words[at].hyphen:
        return None
    end = apart(words, at + 1, known) if at + 1 < len(words) else None
    if end is None or end >= len(words) or words[end].norm not in known.bands or not words[end - 1].capital:
        return None
    text = "".join(word.text + ("-" if word.hyphen else " ") for word in words[at : end + 1]).strip()
    return Hit(first=at, last=end + 1, name=text, how="unknown", kind="militia")


def is_tail(words: Sequence[Word], end: int, known: Vocabulary) -> bool:
    """Whether the name that ends at `end` is half of an adjective: `Iran-backed`, `Iranian- and Russian-backed`."""
    if not words[end - 1].hyphen:
        return False
    return end >= len(words) or words[end].norm in known.tails or words[end].norm == "and"


def unknown(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """A body that nobody listed, by a head noun: `Aleppo Police Command`, `Firat news agency`, `Liwa al-Tawhid`."""
    if not words[at].capital or words[at].norm in _LINKS or words[at].tag in _OPENERS or words[at].norm in known.titles:
        return None
    if at and words[at - 1].norm in known.titles and not words[at - 1].hyphen:
        return None
    return _begun(words, at, known) or _headed(words, at, known)


def capital_run(words: Sequence[Word], at: int) -> int:
    """Where the run of capitalised words that begins at `at` ends; linking words count only between capitals."""
    end = at
    for here in range(at, min(len(words), at + _LONGEST)):
        if here > at and words[here].opens:
            break
        if words[here].capital:
            end = here + 1
        elif words[here].norm not in _LINKS:
            break
    return end


def _organ_hit(first: int, last: int, country: Country, row: Institution, known: Vocabulary) -> Hit:
    name = f"{country.demonyms[0]} {row.words[0]}"
    listed_name = known.table.canonical.get(" ".join(spell(name)[0]))
    if listed_name and listed_name.actor:
        actor = next(iter(namesakes(name, known.table, known.year, {country.code})), listed_name.actor)
        return Hit(
            first=first, last=last, name=actor.name, how="actor", kind=actor.kind, side=actor.side, country=country
        )
    return Hit(first=first, last=last, name=name, how="organ", kind=row.kind, country=country)


def _begun(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    for phrase, head in known.heads.get(words[at].norm, ()):
        start = follow(words, at, phrase)
        if not head.first or start is None or start >= len(words) or words[start].opens:
            continue
        end = capital_run(words, start)
        if end > start:
            return _as_written(words, at, end, head)
    return None


def _headed(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    run = capital_run(words, at)
    for here in range(at + 1, min(run + 1, len(words))):
        if words[here].norm in _BETWEEN or _is_somebody(words, here, known):
            return None
        found = _head_at(words, here, run, known)
        if found is None:
            continue
        end, head = found
        while end < run and (more := _head_at(words, end, run, known)):
            end, head = more
        return _as_written(words, at, _completed(words, end, run, known), head)
    return None


def _is_somebody(words: Sequence[Word], at: int, known: Vocabulary) -> bool:
    found = listed(words, at, known, loud=False)
    return found is not None and found[1].country is None and not _bare(words[at:], found[1], known)


def _bare(words: Sequence[Word], name: Name, known: Vocabulary) -> bool:
    """Whether a listed name is one plain noun, which any longer name may hold: `National | Congress | Party`."""
    return len(name.words) == 1 and words[0].norm in known.heads


def _head_at(words: Sequence[Word], at: int, run: int, known: Vocabulary) -> tuple[int, Head] | None:
    if at >= len(words) or words[at].opens:
        return None
    for phrase, head in known.heads.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is not None and not head.first and (end <= run or head.plain):
            return end, head
    return None


def _completed(words: Sequence[Word], end: int, run: int, known: Vocabulary) -> int:
    """`Observatory for Human Rights` goes on after its head; `Army and Police` does not."""
    if end < run and words[end].norm in {"of", "for"}:
        stop = end
        while stop < run and (words[stop].norm != "and" or _common(words, stop + 1, run, known)):
            stop += 1
        return stop
    return end


def _common(words: Sequence[Word], at: int, run: int, known: Vocabulary) -> bool:
    """Whether only a common noun's phrase is left of a name: `… Revolution and | Opposition Forces`, `… | Children`."""
    if at >= run:
        return False
    plainly = any(follow(words, at, phrase) == run for phrase, _ in known.plain.get(words[at].norm, ()))
    return plainly or (run == at + 1 and listed(words, at, known, loud=False) is None)


def _as_written(words: Sequence[Word], first: int, last: int, head: Head) -> Hit:
    text = ""
    for here in range(first, last):
        text += words[here].text + ("-" if words[here].hyphen else " ")
    return Hit(first=first, last=last, name=text.strip(" -"), how="unknown", kind=head.kind)


def _institution(words: Sequence[Word], at: int, known: Vocabulary) -> tuple[int, Institution] | None:
    if at >= len(words) or words[at].opens:
        return None
    for phrase, row in known.institutions.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is not None:
            return end, row
    if words[at].norm in known.fillers:
        return _institution(words, at + 1, known)
    return None


def _shared(words: Sequence[Word], at: int, known: Vocabulary) -> int | None:
    if at + 1 >= len(words) or words[at].norm not in {"and", "or"}:
        return None
    for name in known.table.names.get(words[at + 1].norm, ()):
        end = follow(words, at + 1, name.words) if name.form == "adjective" else None
        if end is not None and not is_tail(words, end, known):
            return end
    return None


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
