"""Who is named: organisations, armed groups, states, media and persons, resolved within the page.

Handles listed names in any spelling of the codebook, a page's own abbreviations ("the Northern Relief Front (NRX)"),
organs of a state ("Syria's foreign ministry"), bodies named by role ("regime forces", "the coalition"), by a noun that
points back ("the Observatory"), unknown bodies by their head noun, persons by title, office or surname, and generic
groups ("militants"). `taught` is what the page itself introduces, `settling` whom a word means on this page.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

import msgspec

from crosswire.codebook.actors import Actor, Actors, Generic, Reference, Role
from crosswire.codebook.lexicon import Name
from crosswire.gazetteer import Gazetteer
from crosswire.kit import Kit
from crosswire.read.clues import Party, Sentence
from crosswire.read.parties.naming import apart, band, listed, organ, organ_of, plain
from crosswire.read.parties.persons import body_of, name_of, persons
from crosswire.read.parties.settling import setting, settled
from crosswire.read.parties.taught import taught
from crosswire.read.parties.unlisted import unknown
from crosswire.read.parties.vocabulary import Hit, Vocabulary, vocabulary
from crosswire.read.parties.wording import Word, shouts, titled, wording

_LAST: Callable[[Hit], int] = attrgetter("last")
_TOWN = 20_000  # people of a place that is too well known to be a word of an army's name


def parties(sentences: Sequence[Sentence], kit: Kit, year: int | None = None) -> tuple[Party, ...]:
    """All mentions of actors of the page, in order, none overlapping. `year` is the page's, if it is known.

    A name that several bodies share means the one that existed then and whose country the page names.
    """
    actors = kit.codebook.actors
    language = kit.language
    borders = language.acting.forms("border")
    known = replace(
        vocabulary(actors),
        year=year,
        tellers=language.reporting.nouns_of("teller"),
        grounds=frozenset(language.places.levels()) - borders,
        borders=borders,
        army=language.acting.forms("army"),
        command=language.acting.forms("command"),
    )
    worded = [(sentence, wording(sentence)) for sentence in sentences]
    first = [_hits(*pair, actors, known) for pair in worded]
    known = replace(known, extra=taught(worded, first, known))
    hits = [
        _hits(sentence, words, actors, known) if _concerned(words, known) else found
        for (sentence, words), found in zip(worded, first, strict=True)
    ]
    hits = [[hit for hit in found if not _of_town(hit, kit.gazetteer)] for found in hits]
    page = setting(worded, hits, actors, known)
    return tuple(
        party
        for (sentence, words), found in zip(worded, hits, strict=True)
        for hit in found
        if (party := settled(sentence, words, hit, page, found)) is not None
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
        if known.begins(words[at].norm):
            hit = _hit(words, at, known, loud=loud, caseless=caseless)
        else:  # no list has the word; a capital may begin what no list has
            hit = unknown(words, at, known) if words[at].capital and not caseless else None
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
    return max(filter(None, options), key=_LAST, default=None)


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
