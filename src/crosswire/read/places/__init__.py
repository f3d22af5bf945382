"""Places of a page: every name, resolved with the whole page, with the precision that its words allow."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from crosswire.gazetteer import Entry, Gazetteer
from crosswire.kit import Kit
from crosswire.read.clues import Party, PlaceMention, Sentence
from crosswire.read.places.roles import acts
from crosswire.read.places.senses import Name, contains, settle
from crosswire.read.places.spans import Found, find, surnames
from crosswire.records import Place, Precision

_BEFORE = -1  # the sentence number of the dateline
_WORD = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")
_PRECISION: Mapping[str, Precision] = {
    "settlement": "settlement",
    "admin1": "admin1",
    "admin2": "district",
    "country": "country",
    "region": "unknown",
    "water": "unknown",
}


def places(
    sentences: Sequence[Sentence], parties: Sequence[Party], dateline: str | None, kit: Kit
) -> tuple[PlaceMention, ...]:
    """All places that the page names, in order. Words of `parties` are no places; `dateline` is the place filed from.

    Handles: known names in any romanisation, unknown names beside a place noun or after a preposition of place, lists,
    directions, distances, parts and possessives, with and without apostrophes. A place that is not known keeps country
    and province, and has neither id nor coordinates.
    """
    words, gazetteer = kit.language.places, kit.gazetteer
    taken = _taken(parties)
    people = frozenset(name for sentence in sentences for name in surnames(sentence, words, gazetteer))
    found = [
        name
        for sentence in sentences
        for name in find(sentence, words, gazetteer, taken.get(sentence.index, frozenset()), people)
    ]
    names = [*_dateline(dateline), *_names(sentences, found)]
    senses = settle(names, _peoples(sentences, gazetteer), gazetteer)[len(names) - len(found) :]
    main = _main_country(senses, _peoples(sentences, gazetteer))
    by_index = {sentence.index: sentence for sentence in sentences}
    return tuple(_mention(by_index[name.sentence], at, found, senses, main, kit) for at, name in enumerate(found))


def resolve(name: str, sentences: Sequence[Sentence], kit: Kit) -> Place:
    """The place that one name means, say a dateline's, with the page's sentences as context."""
    words, gazetteer = kit.language.places, kit.gazetteer
    found = [place for sentence in sentences for place in find(sentence, words, gazetteer, frozenset(), frozenset())]
    own = _dateline(name)
    senses = settle([*own, *_names(sentences, found)], _peoples(sentences, gazetteer), gazetteer)
    return _place(name, own[0].text, senses[0], senses[0], gazetteer) if own else Place(name=name, text=name)


def _taken(parties: Sequence[Party]) -> dict[int, frozenset[int]]:
    taken: dict[int, frozenset[int]] = {}
    for party in parties:
        taken[party.sentence] = taken.get(party.sentence, frozenset()) | frozenset(range(party.first, party.last))
    return taken


def _dateline(dateline: str | None) -> list[Name]:
    parts = [part.strip() for part in re.split(r"[,/(]", dateline or "") if part.strip()]
    return [
        Name(text=part, sentence=_BEFORE, gap=", " if number + 1 < len(parts) else None)
        for number, part in enumerate(parts)
    ]


def _names(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Name]:
    by_index = {sentence.index: sentence for sentence in sentences}
    names = []
    for at, place in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) and found[at + 1].sentence == place.sentence else None
        level = place.level if place.level in {"settlement", "admin1", "admin2"} else None
        gap = _between(by_index[place.sentence], place.last, after.first) if after else None
        names.append(Name(text=place.name, sentence=place.sentence, level=level, gap=gap))
    return names


def _between(sentence: Sentence, first: int, last: int) -> str:
    tokens = sentence.tokens
    start = tokens[first - 1].idx + len(tokens[first - 1])
    return tokens.text[start : max(start, tokens[last].idx)]


def _peoples(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> Counter[str]:
    return Counter(
        code
        for sentence in sentences
        for token in sentence.tokens
        if token.text[:1].isupper() and (code := gazetteer.people(token.text))
    )


def _main_country(senses: Sequence[Entry | None], peoples: Mapping[str, int]) -> str | None:
    counts = Counter({code: count / 2 for code, count in peoples.items()})
    counts.update(entry.country for entry in senses if entry and entry.country)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked else None


def _mention(
    sentence: Sentence, at: int, found: Sequence[Found], senses: Sequence[Entry | None], main: str | None, kit: Kit
) -> PlaceMention:
    name, sense = found[at], senses[at]
    start, end = sentence.span(name.first, name.last)
    text = sentence.tokens.text[start - sentence.start : end - sentence.start]
    around = sense or _around(at, found, senses)
    place = _place(text, name.name, sense, around, kit.gazetteer, name, main)
    words = kit.language.places
    return PlaceMention(
        sentence=name.sentence,
        first=name.first,
        last=name.last,
        place=place,
        acts=acts(sentence, name.first, name.last, words),
    )


def _around(at: int, found: Sequence[Found], senses: Sequence[Entry | None]) -> Entry | None:
    """The known place of the same sentence that stands nearest."""
    near = [
        (abs(other - at), other)
        for other in range(len(found))
        if found[other].sentence == found[at].sentence and senses[other] is not None
    ]
    return senses[min(near)[1]] if near else None


def _place(
    text: str,
    name: str,
    sense: Entry | None,
    around: Entry | None,
    gazetteer: Gazetteer,
    found: Found | None = None,
    main: str | None = None,
) -> Place:
    unit = None
    if around is not None:
        key = around.key if around.kind == "admin1" else around.admin1
        unit = gazetteer.entry(key) if key else None
    country = around.country if around and around.country else main
    admin1 = unit.name if unit and unit.country == country else None
    own = sense is not None and (
        found is None or (found.relation != "site" and not (found.relation == "part" and found.level == "district"))
    )
    if sense is None or not own:
        within = sense is not None and sense.kind == "settlement"
        return Place(
            name=name if sense is None else text,
            text=text,
            country=country,
            admin1=admin1,
            precision="district" if within else "unknown",
        )
    precision = _PRECISION[sense.kind]
    if found and precision == "settlement" and (found.relation != "at" or found.direction):
        precision = "district"
    return Place(
        id=sense.id,
        name=sense.name,
        text=text,
        country=country if sense.country else None,
        admin1=admin1,
        lat=sense.lat,
        lon=sense.lon,
        precision=precision,
    )
