"""Who is named: organisations, armed groups, states, media and persons, resolved within the page.

Handles listed names in any spelling of the codebook, a page's own abbreviations ("the Northern Relief Front (NRX)"),
organs of a state ("Syria's foreign ministry"), bodies named by role ("regime forces", "the coalition"), by a noun that
points back ("the Observatory"), unknown bodies by their head noun, persons by title, office or surname, and generic
groups ("militants").
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from crosswire.codebook.actors import Actor, Actors, Country, Generic, Name, Reference, Role, namesakes, spell
from crosswire.gazetteer import Gazetteer
from crosswire.kit import Kit
from crosswire.read.clues import Party, Sentence
from crosswire.read.parties.naming import (
    Hit,
    Vocabulary,
    apart,
    band,
    is_tail,
    listed,
    organ,
    organ_of,
    plain,
    unknown,
    vocabulary,
)
from crosswire.read.parties.persons import body_of, name_of, persons
from crosswire.read.parties.wording import Word, shouts, titled, wording
from crosswire.text.folding import fold

_CLEAR = 1.3  # how far the first country must lead the second to be the page's own
_TORN = 2  # weight of a country whose government has a war at home, where bare roles ("the rebels") are likelier
_PRESENT = 0.5  # weight of a country, as a share of the page's first one, with which its bodies may go by short names
_TOWN = 20_000  # people of a place that is too well known to be a word of an army's name
_SHORT = 2  # words of a name of which the last two are no name yet
_AGENTS = frozenset({"by", "against", "with", "between"})
_ARMY = frozenset({"army", "military", "forces"})
_ARMY_COMMAND = frozenset({"command"})
_OPPOSED = frozenset({"rebel_group", "political"})

_Worded = tuple[Sentence, tuple[Word, ...]]


@dataclass(frozen=True, slots=True)
class _Page:
    """What the whole page tells: its own country, all countries, and the bodies named in it, where first."""

    home: Country | None
    countries: frozenset[str]
    present: frozenset[str]
    named: tuple[tuple[int, Hit], ...]
    known: Vocabulary
    deeds: frozenset[str]


def parties(sentences: Sequence[Sentence], kit: Kit, year: int | None = None) -> tuple[Party, ...]:
    """All mentions of actors of the page, in order, none overlapping. `year` is the page's, if it is known.

    A name that several bodies share means the one that existed then and whose country the page names.
    """
    actors = kit.codebook.actors
    known = replace(vocabulary(actors), year=year)
    worded = [(sentence, wording(sentence)) for sentence in sentences]
    first = [_hits(*pair, actors, known) for pair in worded]
    known = replace(known, extra=_taught(worded, first, known))
    hits = [
        _hits(sentence, words, actors, known) if _concerned(words, known) else found
        for (sentence, words), found in zip(worded, first, strict=True)
    ]
    hits = [[hit for hit in found if not _of_town(hit, kit.gazetteer)] for found in hits]
    page = _page(worded, hits, actors, known)
    return tuple(
        party
        for (sentence, words), found in zip(worded, hits, strict=True)
        for hit in found
        if (party := _settled(sentence, words, hit, page)) is not None
    )


def _of_town(hit: Hit, gazetteer: Gazetteer) -> bool:
    """`Daraa Army`: a town has no army, unless the codebook or the page's own definition makes it a name."""
    town, _, noun = hit.name.rpartition(" ")
    if hit.how != "unknown" or hit.kind != "state_forces" or noun.lower() != "army" or hit.last - hit.first == 1:
        return False
    return any(
        place.population >= _TOWN or place.kind in {"admin1", "admin2"}
        for place in gazetteer.lookup(town)
        if place.kind in {"settlement", "admin1", "admin2"}
    )


def _concerned(words: Sequence[Word], known: Vocabulary) -> bool:
    """Whether a sentence can hold a name that the page taught."""
    extra = known.extra.keys()
    norms = [word.norm for word in words] if extra else []
    return not (extra.isdisjoint(norms) and extra.isdisjoint([norm[:-1] for norm in norms]))


def _hits(sentence: Sentence, words: Sequence[Word], actors: Actors, known: Vocabulary) -> list[Hit]:
    loud = shouts(words)
    caseless = loud or titled(words)
    common = frozenset(actors.common) if loud else frozenset()
    hits: list[Hit] = []
    at = 0
    while at < len(words):
        if at and words[at - 1].hyphen and (end := apart(words, at, known)) is not None:
            at = end
            continue
        begins = words[at].capital or known.begins(words[at].norm)
        hit = _hit(words, at, known, loud=loud, caseless=caseless) if begins else None
        if hit is None or (hit.last == at + 1 and words[at].text.replace(".", "") in common):
            at += 1
            continue
        hits.append(hit)
        at = hit.last
    if caseless:
        return hits
    found = persons(sentence, words, hits, actors.people, known)
    told = [
        msgspec.structs.replace(h, of=h.of or body_of(words, h, hits, actors.people)) if h.how == "person" else h
        for h in hits
    ]
    return sorted([*told, *found], key=lambda hit: hit.first)


def _hit(words: Sequence[Word], at: int, known: Vocabulary, *, loud: bool, caseless: bool) -> Hit | None:
    found = listed(words, at, known, loud=loud)
    if found is None and (side := band(words, at, known)) is not None:
        return side
    if found and found[1].country is None:
        return _own_government(words, at, found, known) or _of_name(at, found[0], found[1])
    country = found[1].country if found else None
    options: list[Hit | None] = []
    if found and country and found[1].form != "capital":
        options.append(organ(words, at, found[0], country, known))
    if not found:
        options.append(organ_of(words, at, known))
    if common := plain(words, at, known):
        written = name_of(words, at, common[0])
        options.append(_of_plain(at, common[0], written, common[1].how, common[1].row))
    if not caseless:
        options.append(unknown(words, at, known))
    if found and country:
        options.append(
            Hit(first=at, last=found[0], name=country.name, how="country", kind=found[1].form, country=country)
        )
    return max((hit for hit in options if hit), key=lambda hit: hit.last, default=None)


def _own_government(words: Sequence[Word], at: int, found: tuple[int, Name], known: Vocabulary) -> Hit | None:
    """The organ that belongs to a head of state: `Bashar al-Assad's | government`."""
    end, name = found
    owner = words[end - 1].possessive or words[end - 1].norm == name.words[-1] + "s"
    actor = name.actor
    if name.person is None or actor is None or actor.kind != "government" or len(actor.country) != 1 or not owner:
        return None
    country = known.table.countries.get(actor.country[0])
    his = replace(known, year=actor.until if known.year else None) if actor.until else known
    return organ(words, at, end, country, his) if country else None


def _of_name(first: int, last: int, name: Name) -> Hit:
    actor = name.actor
    if name.person is not None:
        return Hit(
            first=first, last=last, name=name.person, how="person", kind="person", of=actor.name if actor else None
        )
    if actor is None:
        return Hit(first=first, last=last, name=name.text, how="unknown")
    return Hit(
        first=first, last=last, name=actor.name, how="actor", kind=actor.kind, side=actor.side, countries=actor.country
    )


def _of_plain(first: int, last: int, written: str, how: str, row: Role | Generic | Reference | Actor) -> Hit:
    if isinstance(row, Role):
        return Hit(first=first, last=last, name=row.named, how=how, kind=row.kind, side=row.side)
    side = row.side if isinstance(row, Generic) else None
    kind = "generic" if isinstance(row, Generic) else ""
    return Hit(first=first, last=last, name=written.lower(), how=how, kind=kind, side=side)


def _taught(worded: Sequence[_Worded], hits: Sequence[list[Hit]], known: Vocabulary) -> dict[str, tuple[Name, ...]]:
    """The page's own abbreviations and the surnames of its persons, as names to look up."""
    names: dict[str, list[Name]] = {}
    people: dict[str, set[str]] = {}
    bodies: dict[str, str] = {}
    for (sentence, words), found in zip(worded, hits, strict=True):
        for short, actor in _abbreviations(sentence, words, found, known):
            names.setdefault(short.lower(), []).append(_name(short, actor=actor))
        for hit in found:
            if hit.how == "person" and " " in hit.name:
                people.setdefault(spell(hit.name)[0][-1], set()).add(hit.name)
                bodies.setdefault(hit.name, hit.of or "")
                bodies[hit.name] = bodies[hit.name] or hit.of or ""
    for surname, bearers in people.items():
        bearers -= {short for short in bearers for full in bearers if full != short and full.endswith(f" {short}")}
        for person in sorted(bearers):
            body = Actor(name=bodies[person], kind="") if bodies[person] else None
            names.setdefault(spell(person)[0][0], []).append(_name(person, actor=body, person=person))
            if len(bearers) == 1 and len(surname) > 1 and surname not in known.table.names:
                names.setdefault(surname, []).append(_name(surname, actor=body, person=person))
            if len(tail := spell(person)[0]) > _SHORT:
                names.setdefault(tail[-2], []).append(_name(" ".join(tail[-2:]), actor=body, person=person))
    return {key: tuple(group) for key, group in names.items()}


def _name(text: str, *, actor: Actor | None, person: str | None = None) -> Name:
    return Name(
        words=spell(text)[0],
        text=person or text,
        exact=person is None,
        capital=True,
        article=False,
        actor=actor,
        person=person,
    )


def _abbreviations(
    sentence: Sentence, words: Sequence[Word], hits: Sequence[Hit], known: Vocabulary
) -> Iterator[tuple[str, Actor]]:
    if "(" not in sentence.tokens.text:
        return
    for at in range(1, len(words)):
        short = words[at].text
        bracket = sentence.tokens[words[at].first - 1].text == "("
        if not bracket or not short.isupper() or not short.isalnum() or len(short) == 1:
            continue
        hit = next((h for h in hits if h.last == at and h.how in {"actor", "unknown", "organ"}), None)
        if hit is not None:
            yield short, Actor(name=hit.name, kind=hit.kind, side=hit.side, country=hit.countries)
        elif start := _spelled_out(words, at, short):
            body = unknown(words, start, known)
            yield short, Actor(name=name_of(words, start, at), kind=body.kind if body else "")


def _spelled_out(words: Sequence[Word], at: int, short: str) -> int | None:
    """Where the words begin whose capitals are `short`, if they end at `at`."""
    initials = ""
    for start in range(at - 1, max(-1, at - 10), -1):
        if words[start].capital:
            initials = words[start].text[0] + initials
        if initials == short:
            return start
        if words[start].opens or not short.endswith(initials):
            return None
    return None


def _page(worded: Sequence[_Worded], hits: Sequence[list[Hit]], actors: Actors, known: Vocabulary) -> _Page:
    counts: Counter[str] = Counter()
    torn = {country.code for country in actors.country if country.side == "government"}
    countries: set[str] = set()
    named: list[tuple[int, Hit]] = []
    for (sentence, words), found in zip(worded, hits, strict=True):
        for hit in found:
            if hit.how == "country" and is_tail(words, hit.last, known):
                continue
            codes = (hit.country.code,) if hit.country else hit.countries
            if hit.how == "actor" and len({actor.country for actor in _bearers(words, hit, known)}) > 1:
                codes = ()  # it may be of either country
            countries.update(codes)
            if len(codes) == 1:
                counts[codes[0]] += _TORN if codes[0] in torn else 1
            if hit.how in {"actor", "unknown", "organ"}:
                named.append((sentence.index, hit))
    leaders = counts.most_common(2)
    clear = leaders and (len(leaders) == 1 or leaders[0][1] >= _CLEAR * leaders[1][1])
    home = known.table.countries.get(leaders[0][0]) if clear else None
    least = _PRESENT * leaders[0][1] if leaders else 0
    present = frozenset(code for code in countries if counts[code] >= least)
    first: dict[tuple[str, str, str, str | None], tuple[int, Hit]] = {}
    for index, hit in named:  # one body is named a thousand times on a long page
        first.setdefault((hit.name, hit.how, hit.kind, hit.side), (index, hit))
    return _Page(home, frozenset(countries), present, tuple(first.values()), known, frozenset(actors.deeds))


def _settled(sentence: Sentence, words: Sequence[Word], hit: Hit, page: _Page) -> Party | None:
    if hit.how == "country":
        return _country(sentence, words, hit, page)
    if hit.how == "reference":
        return _referred(sentence, words, hit, page)
    if hit.how == "role":
        return _roled(sentence, words, hit, page)
    if hit.how == "actor" and hit.country is None:
        return _shared(sentence, words, hit, page)
    side = hit.side
    if hit.how == "organ" and hit.country:
        side = "opposition" if hit.kind in _OPPOSED else _side(hit.country, page)
    return _party(sentence, words, msgspec.structs.replace(hit, side=side))


def _shared(sentence: Sentence, words: Sequence[Word], hit: Hit, page: _Page) -> Party:
    """A listed body; of several with one name the one of the page's time and country, as written where none is."""
    text = _text(words, hit)
    meant = _bearers(words, hit, page.known, page.countries)
    if not meant or text.lower() in page.known.extra:  # the page's own abbreviation
        return _party(sentence, words, hit)
    lands = {actor.country for actor in meant}
    if len(lands) > 1:
        return _party(sentence, words, msgspec.structs.replace(hit, name=text, kind="", side=None))
    return _party(sentence, words, _of(hit, meant[0]))


def _party(sentence: Sentence, words: Sequence[Word], hit: Hit) -> Party:
    first, last = words[hit.first].first, words[hit.last - 1].last
    return Party(
        sentence=sentence.index, first=first, last=last, name=hit.name, kind=hit.kind, side=hit.side, of=hit.of
    )


def _country(sentence: Sentence, words: Sequence[Word], hit: Hit, page: _Page) -> Party | None:
    """A country is a party where it acts or is acted against; a capital where it does what governments do."""
    country, token = hit.country, sentence.tokens[words[hit.last - 1].first]
    if (
        country is None
        or not sentence.parsed
        or hit.kind not in {"noun", "capital"}
        or is_tail(words, hit.last, page.known)
    ):
        return None
    top = token
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    subject = top.dep_ in {"nsubj", "nsubjpass"}
    if hit.kind == "capital" and not (subject and top.head.lower_ in page.deeds):
        return None
    partner = top.dep_ == "pobj" and top.head.lower_ in _AGENTS
    if not subject and not partner:
        return None
    name = country.name if hit.kind == "noun" else f"{country.demonyms[0]} government"
    return _party(
        sentence, words, msgspec.structs.replace(hit, name=name, kind="government", side=_side(country, page))
    )


def _referred(sentence: Sentence, words: Sequence[Word], hit: Hit, page: _Page) -> Party | None:
    """The one body that `the Observatory` or `the agency` can mean on this page; None if there are several or none."""
    key = " ".join(spell(hit.name)[0])
    named = {h.name for _, h in page.named}
    called = [
        a
        for a in page.known.table.shorts.get(key, ())
        if a.name in named or not a.country or page.present.intersection(a.country)
    ]
    exact = [actor for actor in called if actor.name in named] or called
    own = {h.name: h for _, h in page.named if h.how == "unknown" and key in fold(h.name).split()}
    if own and not named.intersection(actor.name for actor in exact):
        return _meant(sentence, words, hit, own)
    if len({actor.name for actor in exact}) == 1:
        return _party(sentence, words, _of(hit, exact[0]))
    kinds = {
        kind
        for _, row in page.known.plain[words[hit.first].norm]
        if isinstance(row.row, Reference)
        for kind in row.row.kinds
    }
    earlier = {h.name: h for index, h in page.named if index <= sentence.index and h.kind in kinds}
    return _meant(sentence, words, hit, earlier)


def _meant(sentence: Sentence, words: Sequence[Word], hit: Hit, bodies: dict[str, Hit]) -> Party | None:
    """The only one of `bodies`; none if there are several."""
    if len(bodies) != 1:
        return None
    body = next(iter(bodies.values()))
    return _party(sentence, words, msgspec.structs.replace(hit, name=body.name, kind=body.kind, side=body.side))


def _roled(sentence: Sentence, words: Sequence[Word], hit: Hit, page: _Page) -> Party:
    """`The army` of the page's own country; as written where the page has none."""
    if hit.name == "army":
        armies = {h.name: h for _, h in page.named if h.kind == "state_forces" and _ARMY & set(fold(h.name).split())}
        if len(armies) == 1 and (page.home is None or _ARMY_COMMAND & set(fold(_text(words, hit)).split())):
            return _meant(sentence, words, hit, armies) or _party(sentence, words, hit)
    if page.home is None:
        return _party(sentence, words, hit)
    name = f"{page.home.demonyms[0]} {hit.name}"
    found = page.known.table.canonical.get(" ".join(spell(name)[0]))
    if found and found.actor:
        meant = namesakes(name, page.known.table, page.known.year, {page.home.code})
        return _party(sentence, words, _of(hit, next(iter(meant), found.actor)))
    side = hit.side if hit.kind in _OPPOSED else _side(page.home, page)
    return _party(sentence, words, msgspec.structs.replace(hit, name=name, side=side))


def _bearers(
    words: Sequence[Word], hit: Hit, known: Vocabulary, countries: frozenset[str] = frozenset()
) -> tuple[Actor, ...]:
    return namesakes(_text(words, hit), known.table, known.year, countries)


def _text(words: Sequence[Word], hit: Hit) -> str:
    return name_of(words, hit.first, hit.last)


def _of(hit: Hit, actor: Actor) -> Hit:
    return msgspec.structs.replace(hit, name=actor.name, kind=actor.kind, side=actor.side)


def _side(country: Country, page: _Page) -> str | None:
    return country.side or ("government" if country == page.home else None)
