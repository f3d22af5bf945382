"""Places of a page: every name, resolved with the whole page, with the precision that its words allow."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from crosswire.codebook.places import Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.kit import Kit
from crosswire.read.clues import Party, PlaceMention, Sentence
from crosswire.read.places.enclosing import around
from crosswire.read.places.evidence import backed, holding
from crosswire.read.places.line import Found, Line
from crosswire.read.places.names import names, surnames
from crosswire.read.places.phrases import widen
from crosswire.read.places.roles import LETTERS, acts, calls_out
from crosswire.read.places.seats import demonyms
from crosswire.read.places.senses import Name, settle
from crosswire.read.places.sites import site, stands
from crosswire.read.places.unlisted import movements
from crosswire.records import Place, Precision, Record
from crosswire.text.folding import fold

_KEY_WORDS = 3  # names without a word between them that make a line of key words
_HEAD = 3  # sentences in which a dateline stands
_DATELINE = -1  # the sentence number of the dateline
_CALLED = 3  # tokens before a name in which its noun stands: "the | village of the X"
_PRECISION: Mapping[str, Precision] = {
    "admin1": "admin1",
    "admin2": "district",
    "country": "country",
    "site": "exact",
}


def places(
    sentences: Sequence[Sentence], parties: Sequence[Party], dateline: str | None, kit: Kit
) -> tuple[PlaceMention, ...]:
    """All places that the page names, in order. Words of `parties` are no places; `dateline` is the place filed from.

    Handles: known names in any romanisation, unknown names beside a place noun or after a preposition of place, lists,
    directions, distances, parts and possessives, with and without apostrophes. A place that is not known keeps country
    and province, and has neither id nor coordinates.
    """
    by_index = {sentence.index: sentence for sentence in sentences}
    bodies = [party for party in parties if not stands(by_index[party.sentence], party, kit.language.places)]
    found = _find(sentences, _taken(bodies), kit)
    peoples = demonyms(sentences, kit.gazetteer) or _grounds(parties, found, kit)
    context = _dateline(dateline)
    senses = settle([*context, *_names(by_index, found)], peoples, kit.language.places, kit.gazetteer)[len(context) :]
    listed = _key_words(found, senses)
    kept = holding(found, senses, peoples)
    found, senses = [name for name, _ in kept], [sense for _, sense in kept]
    filed = {at for at, name in enumerate(found) if _filed(by_index[name.sentence], name, dateline)}
    main = _main_country([sense for at, sense in enumerate(senses) if at not in filed], peoples)
    lands = [_adjective(by_index[name.sentence], name, kit.gazetteer) or main for name in found]
    senses = [
        _at_home(name, sense, by_index[name.sentence], land, kit.language.places)
        for name, sense, land in zip(found, senses, lands, strict=True)
    ]
    gaps = [name.gap for name in _names(by_index, found)]
    mentions = []
    for at, (name, sense) in enumerate(zip(found, senses, strict=True)):
        sentence = by_index[name.sentence]
        text = _text(sentence, name)
        spot = site(name, text, sense, main, kit)
        inside = _inside(spot or sense or around(at, found, senses, gaps), main, kit.gazetteer)
        if name.relation == "site" and LETTERS.fullmatch(name.name):
            inside = _Inside(None, None, None)  # a U.S. base is seldom in the U.S.
        place = _at(text, spot, inside) if spot else _place(text, name, sense, inside)
        real = acts(sentence, name.first, name.last, kit.language.places) and not (
            name in listed or _heads(sentence, name, dateline) or _owns(sentence, name, found[at + 1 : at + 2])
        )
        mentions.append(PlaceMention(sentence=name.sentence, first=name.first, last=name.last, place=place, acts=real))
    return tuple(mentions)


def _key_words(found: Sequence[Found], senses: Sequence[Entry | None]) -> set[Found]:
    """The names in runs of key words, a country among them, with nothing in between: "Tags | Syria Homs Russia"."""
    listed: set[Found] = set()
    run: list[int] = []
    for at, name in enumerate(found):
        follows = bool(run) and (found[run[-1]].sentence, found[run[-1]].last) == (name.sentence, name.first)
        run = [*run, at] if follows else [at]
        lands = [sense for each in run if (sense := senses[each]) is not None and sense.kind == "country"]
        if len(run) >= _KEY_WORDS and lands and not found[run[0]].backed:
            listed.update(found[each] for each in run)
    return listed


def _owns(sentence: Sentence, name: Found, following: Sequence[Found]) -> bool:
    """Whether a country only owns the next place, its apostrophe lost: "| Yemens | Taiz"."""
    beside = any(other.sentence == name.sentence and other.first == name.last for other in following)
    return (
        beside
        and name.last - name.first == 1
        and sentence.tokens[name.first].text.casefold() == f"{name.name}s".casefold()
    )


def resolve(name: str, sentences: Sequence[Sentence], kit: Kit) -> Place:
    """The place that one name means, say a dateline's, with the page's sentences as context."""
    own = _dateline(name)
    if not own:
        return Place(name=name, text=name)
    found = _find(sentences, {}, kit)
    context = _names({sentence.index: sentence for sentence in sentences}, found)
    sense = settle([*own, *context], demonyms(sentences, kit.gazetteer), kit.language.places, kit.gazetteer)[0]
    alone = Found(sentence=_DATELINE, first=0, last=1, core=(0, 1), name=own[0].text)
    return _place(name, alone, sense, _inside(sense, None, kit.gazetteer))


def _at_home(name: Found, sense: Entry | None, sentence: Sentence, main: str | None, words: Places) -> Entry | None:
    """The sense, unless a site or a part of a town is named like a town abroad: `Castello road` is not in Castelló.

    Nor is a village a capital abroad: "the village of Manila".
    """
    if sense is None or sense.kind != "settlement" or sense.country == main:
        return sense
    small = name.relation in {"site", "away"} or name.level == "district" or name.peopled
    village = not words.forms("village").isdisjoint(sentence.tokens.lowers[max(0, name.first - _CALLED) : name.last])
    return None if village or (small and not sense.capital) else sense


def _adjective(sentence: Sentence, name: Found, gazetteer: Gazetteer) -> str | None:
    """The country whose people the word before the name means: "the French | Riviera"."""
    return gazetteer.people(sentence.tokens[name.first - 1].text) if name.peopled else None


def _heads(sentence: Sentence, name: Found, dateline: str | None) -> bool:
    """Whether the name stands in the dateline: a page may be filed from far away."""
    if not dateline or sentence.index >= _HEAD or not fold(sentence.tokens.text).startswith(fold(dateline)):
        return False
    return sentence.tokens[name.last - 1].idx < len(dateline)


def _filed(sentence: Sentence, name: Found, dateline: str | None) -> bool:
    """Whether the name only tells where the page was written."""
    return _heads(sentence, name, dateline) or calls_out(sentence, name.first, name.last)


def _find(sentences: Sequence[Sentence], taken: Mapping[int, frozenset[int]], kit: Kit) -> list[Found]:
    lines = [
        Line(sentence, kit.language.places, kit.gazetteer, taken.get(sentence.index, frozenset()))
        for sentence in sentences
    ]
    people = frozenset(name for line in lines for name in surnames(line))
    of_people = frozenset(name for line in lines for name in movements(line))
    tellers = kit.language.reporting.nouns_of("teller")
    small = frozenset(filter(str.islower, {text for line in lines for text in line.raws}))
    for line in lines:
        line.people, line.ordinary, line.tellers, line.movements = people, small, tellers, of_people
    return [name for line in lines for name in backed(line, widen(line, names(line)))]


def _taken(parties: Sequence[Party]) -> dict[int, frozenset[int]]:
    taken: dict[int, frozenset[int]] = {}
    for party in parties:
        taken[party.sentence] = taken.get(party.sentence, frozenset()) | frozenset(range(party.first, party.last))
    return taken


def _dateline(dateline: str | None) -> list[Name]:
    parts = [part.strip() for part in re.split(r"[,/(]", dateline or "") if part.strip()]
    return [
        Name(text=part, sentence=_DATELINE, gap=", " if number + 1 < len(parts) else None)
        for number, part in enumerate(parts)
    ]


def _names(sentences: Mapping[int, Sentence], found: Sequence[Found]) -> list[Name]:
    spoken = []
    for at, place in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) and found[at + 1].sentence == place.sentence else None
        level = place.level if place.level in {"settlement", "admin1", "admin2"} else None
        gap = _gap(sentences[place.sentence], place.last, after.first) if after else None
        spoken.append(Name(text=place.name, sentence=place.sentence, level=level, gap=gap))
    return spoken


def _gap(sentence: Sentence, first: int, last: int) -> str:
    before = sentence.tokens[first - 1]
    return sentence.tokens.text[before.idx + len(before) : max(before.idx + len(before), sentence.tokens[last].idx)]


def _text(sentence: Sentence, name: Found) -> str:
    """The phrase as written; a possessive s that lost its apostrophe stays outside."""
    start, end = sentence.span(name.first, name.last)
    text = sentence.tokens.text[start - sentence.start : end - sentence.start]
    return text[:-1] if name.last == name.core[1] and text.endswith(name.name + text[-1]) else text


def _grounds(parties: Sequence[Party], found: Sequence[Found], kit: Kit) -> Counter[str]:
    """The countries in which the page's armed bodies fight, if it names none: "the ADF struck | Beni"."""
    if any(entry.kind == "country" for name in found for entry in kit.gazetteer.lookup(name.name)):
        return Counter()
    names = {party.name for party in parties}
    bodies = [actor for actor in kit.codebook.actors.actor if actor.name in names]
    return Counter(actor.country[0] for actor in bodies if actor.country)


def _main_country(senses: Sequence[Entry | None], peoples: Mapping[str, int]) -> str | None:
    """The country that the page speaks of most; an adjective counts half of a place."""
    counts = {code: count / 2 for code, count in peoples.items()}
    for entry in senses:
        if entry is not None and entry.country:
            counts[entry.country] = counts.get(entry.country, 0) + 1
    return min(counts, key=lambda code: (-counts[code], code)) if counts else None


class _Inside(Record, kw_only=False):
    """What encloses a place: the known place that the words name, the country, the province's name."""

    entry: Entry | None
    country: str | None
    admin1: str | None


def _inside(entry: Entry | None, main: str | None, gazetteer: Gazetteer) -> _Inside:
    if entry is None:
        return _Inside(None, main, None)
    key = entry.key if entry.kind == "admin1" else entry.admin1
    unit = gazetteer.entry(key) if key else None
    return _Inside(entry, entry.country, unit.name if unit else None)


def _place(text: str, name: Found, sense: Entry | None, inside: _Inside) -> Place:
    admin1 = None if name.relation == "between" else inside.admin1
    apart = name.relation in {"site", "between"} or (name.relation == "part" and name.level == "district")
    if sense is None or apart:
        town = inside.entry is not None and inside.entry.kind == "settlement" and name.relation != "between"
        known = name.name if sense is None else text
        return Place(
            name=known, text=text, country=inside.country, admin1=admin1, precision="district" if town else "unknown"
        )
    return _at(text, sense, inside, _precision(name, sense))


def _at(text: str, entry: Entry, inside: _Inside, precision: Precision = "exact") -> Place:
    return Place(
        id=entry.id,
        name=entry.name,
        text=text,
        country=inside.country,
        admin1=inside.admin1,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
    )


def _precision(name: Found, sense: Entry) -> Precision:
    if sense.kind == "settlement":
        return "settlement" if name.relation == "at" and not name.direction else "district"
    if sense.kind == "region" and sense.country:
        return "admin1"
    return _PRECISION.get(sense.kind, "unknown")
