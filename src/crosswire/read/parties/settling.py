"""Whom a name means on this page: the body of its time and country, the army at home, what a noun points back to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from crosswire.codebook.actors import Actor, Actors, Country, Reference
from crosswire.codebook.lexicon import namesakes, spell
from crosswire.codebook.once import once
from crosswire.read.across import REACH, is_across
from crosswire.read.clues import Party, Sentence
from crosswire.read.coordination import first_of
from crosswire.read.parties.naming import is_tail
from crosswire.read.parties.persons import name_of
from crosswire.read.parties.taught import Worded
from crosswire.read.parties.vocabulary import Hit, Vocabulary
from crosswire.read.parties.wording import Word
from crosswire.text.folding import fold

_CLEAR = 1.3  # how far the first country must lead the second to be the page's own
_TORN = 2  # weight of a country whose government has a war at home, where bare roles ("the rebels") are likelier
_PRESENT = 0.5  # weight of a country, as a share of the page's first one, with which its bodies may go by short names
_AGENTS = frozenset({"by", "against", "with", "between"})
_WITHIN = frozenset({"in", "inside", "across", "throughout"})
_OPPOSED = frozenset({"rebel_group", "political"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole page tells: its own country, all countries, and the bodies named in it, where first."""

    home: Country | None
    countries: frozenset[str]
    present: frozenset[str]
    named: tuple[tuple[int, Hit], ...]
    known: Vocabulary
    deeds: frozenset[str]


def setting(worded: Sequence[Worded], hits: Sequence[list[Hit]], actors: Actors, known: Vocabulary) -> Setting:
    """What the whole page tells about its countries and the bodies in it."""
    counts: Counter[str] = Counter()
    torn = _torn(actors)
    countries: set[str] = set()
    named: list[tuple[int, Hit]] = []
    for (sentence, words), found in zip(worded, hits, strict=True):
        for hit in found:
            if hit.how == "country" and is_tail(words, hit.last, known):
                continue
            codes = (hit.country.code,) if hit.country else hit.countries
            if hit.how == "actor" and len({actor.country for actor in _bearers(words, hit, known)}) > 1:
                codes = ()  # it may be of either country
            if _is_local(words, hit, known):
                continue  # it tells of no country, but is told of by one
            countries.update(codes)
            if len(codes) == 1 and not _lies_across(words, hit, known):
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
    return Setting(home, frozenset(countries), present, tuple(first.values()), known, frozenset(actors.deeds))


@once
def _torn(actors: Actors) -> frozenset[str]:
    """The countries whose government has a war at home."""
    return frozenset(country.code for country in actors.country if country.side == "government")


def _lies_across(words: Sequence[Word], hit: Hit, known: Vocabulary) -> bool:
    """Whether a country is only told to lie behind a border: "near the border with | Chad", "borders | Chad"."""
    if hit.how != "country" or not hit.first:
        return False
    before = [word.norm for word in words[max(0, hit.first - REACH) : hit.first]]
    return before[-1] in known.borders or is_across(before, known.borders)


def settled(
    sentence: Sentence, words: Sequence[Word], hit: Hit, page: Setting, beside: Sequence[Hit] = ()
) -> Party | None:
    """The party that a hit means on this page; none where it means nobody, or may mean several.

    `beside` are the hits of its sentence.
    """
    if hit.how == "country":
        return _country(sentence, words, hit, page)
    if hit.how == "reference":
        return _referred(sentence, words, hit, page)
    if hit.how == "role":
        counted = {other.name for other in beside if _is_counted(words, other)}
        named = tuple(pair for pair in page.named if pair[1].name not in counted)
        return _roled(sentence, words, hit, replace(page, home=_here(words, beside, page), named=named))
    if hit.how == "actor" and hit.country is None:
        return _shared(sentence, words, hit, page)
    side = hit.side
    if hit.how == "organ" and hit.country:
        side = "opposition" if hit.kind in _OPPOSED else _side(hit.country, page)
    return _party(sentence, words, msgspec.structs.replace(hit, side=side))


def _shared(sentence: Sentence, words: Sequence[Word], hit: Hit, page: Setting) -> Party:
    """A listed body; of several with one name the one of the page's time and country, as written where none is."""
    text = sentence.tokens.words(words[hit.first].first, words[hit.last - 1].last)
    bearers, local = _bearers(words, hit, page.known), _is_local(words, hit, page.known)
    named = {other.name for _, other in page.named} if local else set()
    codes = {code for actor in bearers for code in actor.country} or hit.countries
    elsewhere = page.present.isdisjoint(codes) and named.isdisjoint({hit.name, *(actor.name for actor in bearers)})
    if elsewhere and local:
        opens = not hit.first and not any(
            word.capital for word in words[1 : hit.last]
        )  # a capital for the sentence alone
        return _party(sentence, words, msgspec.structs.replace(hit, name=text.lower() if opens else text, side=None))
    meant = tuple(actor for actor in bearers if actor.name in named) or _bearers(words, hit, page.known, page.countries)
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


def _country(sentence: Sentence, words: Sequence[Word], hit: Hit, page: Setting) -> Party | None:
    """A country is a party where it acts or is acted against; a capital where it does what governments do."""
    country, token = hit.country, sentence.tokens[words[hit.last - 1].first]
    if (
        country is None
        or not sentence.parsed
        or hit.kind not in {"noun", "capital"}
        or is_tail(words, hit.last, page.known)
    ):
        return None
    top = first_of(token)
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


def _referred(sentence: Sentence, words: Sequence[Word], hit: Hit, page: Setting) -> Party | None:
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


def _here(words: Sequence[Word], beside: Sequence[Hit], page: Setting) -> Country | None:
    """The country where a sentence is set, where it says so: "rebels took a town in | Chad"; else the page's own.

    None where the sentence is set in several other countries, or counts the dead of the page's own: "the general staff
    said | 40 Russian soldiers had died" tells of another's.
    """
    home = page.home
    if home is not None and any(_is_counted(words, hit) and hit.country == home for hit in beside):
        home = None
    lands = {hit.country.code for hit in beside if hit.country and _is_ground(words, hit, page)}
    if not lands or (home is not None and home.code in lands):
        return home
    return page.known.table.countries.get(lands.pop()) if len(lands) == 1 else None


def _is_counted(words: Sequence[Word], hit: Hit) -> bool:
    """Whether a number counts a country's people: "40 | Russian soldiers"."""
    return hit.country is not None and hit.first > 0 and words[hit.first - 1].tag == "CD"


def _is_ground(words: Sequence[Word], hit: Hit, page: Setting) -> bool:
    """Whether something is put in the country that a hit names: "in | Chad", "the | Chadian | town of"."""
    if hit.how != "country" or is_tail(words, hit.last, page.known):
        return False
    if hit.kind == "noun":
        return hit.first > 0 and words[hit.first - 1].norm in _WITHIN
    return hit.last < len(words) and words[hit.last].norm in page.known.grounds


def _roled(sentence: Sentence, words: Sequence[Word], hit: Hit, page: Setting) -> Party:
    """`The army` of the page's own country; as written where the page has none."""
    if hit.name == "army":
        bodies = {h.name: h for _, h in page.named if h.kind == "state_forces"}
        armies = {name: h for name, h in bodies.items() if not page.known.army.isdisjoint(fold(name).split())}
        commands = not page.known.command.isdisjoint(fold(_text(words, hit)).split())
        if len(armies) == 1 and (page.home is None or commands):
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


def _is_local(words: Sequence[Word], hit: Hit, known: Vocabulary) -> bool:
    """Whether others bear the name too, so that it means the listed body only where the page tells of its country."""
    written = " ".join(word.norm for word in words[hit.first : hit.last])
    return hit.how == "actor" and written in known.table.local


def _text(words: Sequence[Word], hit: Hit) -> str:
    return name_of(words, hit.first, hit.last)


def _of(hit: Hit, actor: Actor) -> Hit:
    return msgspec.structs.replace(hit, name=actor.name, kind=actor.kind, side=actor.side)


def _side(country: Country, page: Setting) -> str | None:
    return country.side or ("government" if country == page.home else None)
