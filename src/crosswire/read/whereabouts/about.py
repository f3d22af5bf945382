"""What a page is about, and what its sentences speak of besides named places: the country, "a village", the war."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from crosswire.codebook.places import Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.read.clues import Clues, PlaceMention, Sentence
from crosswire.read.opening import NEW, opened_by
from crosswire.read.places.seats import town
from crosswire.read.whereabouts.at_once import towns
from crosswire.read.whereabouts.lying import COARSE
from crosswire.read.whereabouts.standing import led
from crosswire.records import Place

_LEAD = 4  # sentences that open a page
_LEADING = 3  # how much more a place of the lead says of what the page is about
_ACROSS = frozenset(["across", "throughout", "around"])
_THROUGH = _ACROSS | {"in", "over", "nation"}
_OWNS = frozenset(["'s", "'"])
_OFTEN = 4  # the weight of mentions from which a region is what a page is about: one of the lead and another
_CLEAR = 2  # how many times as often it must be named as any other, and as the country
_PHRASE = 5  # tokens of a phrase before its noun: "throughout the war-battered | country"
_SORTS = frozenset(["settlement", "district", "site"])


def home(named: Sequence[PlaceMention]) -> str | None:
    """The country in which most places of the page lie, those of its lead before others; of equal ones the first."""
    counts: Counter[str] = Counter()
    for mention in named:
        if mention.place.country:
            counts[mention.place.country] += _LEADING if mention.sentence < _LEAD else 1
    return max(counts, key=lambda country: counts[country]) if counts else None


def country(clues: Clues, put: Iterable[PlaceMention], code: str | None, gazetteer: Gazetteer) -> Place | None:
    """The page's country as it names it, first of all where its words put something (`put`), last by its adjective."""
    if code is None:
        return None
    named = [each.place for each in (*put, *clues.places) if _names(each, code)]
    plain = next((place for place in named if place.text == place.name), named[0] if named else None)
    return plain or next(_adjectives(clues.sentences, code, gazetteer), None)


def main(mentions: Sequence[PlaceMention], echoes: Sequence[PlaceMention], code: str | None) -> tuple[Place, ...]:
    """The spot of its country that a page speaks of more than of any other, its lead before others; or none."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in [*mentions, *echoes]:
        place = mention.place
        if place.country == code and place.precision not in COARSE:
            counts[place.name] += _LEADING if mention.sentence < _LEAD else 1
            places.setdefault(place.name, place)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    clear = ranked and (len(ranked) == 1 or counts[ranked[0]] > counts[ranked[1]])
    return (places[ranked[0]],) if clear else ()


def theme(mentions: Sequence[PlaceMention], echoes: Sequence[PlaceMention], code: str | None) -> Place | None:
    """The one spot of its country that a page's heading names, and its text again: "The battle for | Homs"; or none."""
    spots = [each for each in [*mentions, *echoes] if each.place.country == code and each.place.precision not in COARSE]
    heading = {each.place.name: each.place for each in spots if each.sentence == 0}
    again = {each.place.name for each in spots if each.sentence > 0}
    return next(iter(heading.values())) if len(heading) == 1 and not again.isdisjoint(heading) else None


def area(mentions: Sequence[PlaceMention], code: str | None, gazetteer: Gazetteer) -> Place | None:
    """The one province or region whose war a page tells, which it names more often than the country; or none."""
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in sorted(
        mentions, key=lambda each: (bool(gazetteer.adjective(each.place.text)), len(each.place.text))
    ):
        place = mention.place
        if place.country == code and place.precision in COARSE:
            counts[place.name] += _LEADING if mention.sentence < _LEAD else 1
            places.setdefault(place.name, place)  # "Chechnya" rather than "Chechen"
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    first = places[ranked[0]] if ranked and counts[ranked[0]] >= _OFTEN else None
    alone = all(counts[ranked[0]] >= _CLEAR * counts[other] for other in ranked[1:])
    return first if first is not None and first.precision == "admin1" and alone else None


def scene(filed_from: Place | None, code: str | None, gazetteer: Gazetteer, words: Places) -> Place | None:
    """The dateline's town, if it lies in the page's country and is no capital, where the press of all wars sits.

    A small place that no gazetteer has is nobody's seat: a reporter went there.
    """
    place = town(filed_from)
    if place is None or place.precision == "unknown":
        return _unlisted(place, code, words) if place is not None else None
    if place.precision != "settlement" or place.country is None:
        return None
    capital = gazetteer.capitals().get(place.country)
    seat = capital is not None and capital.id == place.id
    return place if place.country == (code or place.country) and not seat else None


def _unlisted(place: Place, code: str | None, words: Places) -> Place | None:
    """A dateline's place that is not known, in the page's country; but "UNITED NATIONS" and "ABOARD" are none."""
    spoken = frozenset(place.name.casefold().replace("-", " ").split())
    bodily = words.forms("body") | words.forms("never") | words.forms("opening") | words.forms("modifier")
    return None if place.country not in {code, None} or spoken & bodily else replace(place, country=code)


def whole(
    sentences: Iterable[Sentence], places: Iterable[PlaceMention], land: Entry | None, words: Places
) -> frozenset[int]:
    """The sentences that speak of the whole country, or of its war: "across the country", "Yemen's war"."""
    sentences = list(sentences)
    named = {each.sentence for each in places if land is not None and _names(each, land.country)}
    if land is not None:  # also inside a body's name: "Colombia's memory centre counted 220,000 dead in the war"
        named |= {each.index for each in sentences if land.name in each.tokens.texts}
    wars = saying(sentences, words.forms("vast")) & named
    return wars | {each.index for each in sentences if _through(each, words.forms("whole"))}


def of_nation(sentences: Iterable[Sentence], land: Entry | None, words: Places, gazetteer: Gazetteer) -> frozenset[int]:
    """The sentences that tell of the war of the country by its people's name: "The Syrian conflict began in 2011."."""
    if land is None:
        return frozenset()
    wars = words.forms("vast")
    told = (each for each in sentences if not wars.isdisjoint(each.tokens.lowers))
    return frozenset(
        each.index
        for each in told
        if any(
            token.text == land.name or gazetteer.people(token.text) == land.country
            for token in each.tokens
            if token.text[:1].isupper()
        )
    )


def across(sentences: Iterable[Sentence], places: Iterable[PlaceMention], words: Places) -> frozenset[int]:
    """The sentences that tell of something all over a country or region, and of no one spot: "raids across Syria"."""
    by = {each.index: each for each in sentences}
    wide = (each for each in places if each.place.precision in COARSE and each.sentence in by)
    named = {each.sentence for each in wide if led(by[each.sentence], each) in _ACROSS}
    wide_told = {at for at, each in by.items() if _through(each, words.forms("whole"), _ACROSS)}
    return frozenset(named | wide_told | towns(by.values(), places, words.levels()))


def saying(sentences: Iterable[Sentence], words: AbstractSet[str]) -> frozenset[int]:
    """The sentences with one of the words."""
    return frozenset(each.index for each in sentences if not words.isdisjoint(each.tokens.lowers))


def opened(sentences: Iterable[Sentence], words: AbstractSet[str], articles: AbstractSet[str]) -> frozenset[int]:
    """The sentences in which one of the articles opens the phrase of a word: "the | siege", "a deadly | blast"."""
    return frozenset(
        each.index
        for each in sentences
        if any(opened_by(token, articles) for token in each.tokens if token.lower_ in words)
    )


def unnamed(
    sentences: Iterable[Sentence], named: Mapping[int, Sequence[PlaceMention]], words: Places
) -> dict[int, frozenset[str]]:
    """The nouns of ground that each sentence tells of without a name: "a remote | village", "Kashmir | village"."""
    levels = words.levels()
    found: dict[int, frozenset[str]] = {}
    for sentence in sentences:
        here = named.get(sentence.index, ())
        taken = {at for mention in here for at in range(mention.first, mention.last + 1)}
        nouns = frozenset(
            token.lower_
            for token in sentence.tokens
            if levels.get(token.lower_) in _SORTS
            and token.i not in taken
            and token.text.islower()
            and opened_by(token, NEW)
        )
        ends = (sentence.tokens[mention.last - 1].lower_ for mention in here if mention.place.precision in COARSE)
        nouns |= {noun for noun in ends if levels.get(noun) == "settlement"}
        if nouns:
            found[sentence.index] = nouns
    return found


def _adjectives(sentences: Iterable[Sentence], code: str, gazetteer: Gazetteer) -> Iterator[Place]:
    """The country by each word of the page that means it or its people: "the | Afghan | war"."""
    entry = gazetteer.country(code)
    if entry is None:
        return
    for sentence in sentences:
        for token in sentence.tokens:
            pair = sentence.tokens.words(token.i, token.i + 2)  # "Sri Lankan"
            words = (token.text, pair) if token.text[:1].isupper() else ()
            text = next((word for word in words if gazetteer.people(word) == code or word == entry.name), None)
            if text is not None:
                yield Place(
                    id=entry.id,
                    name=entry.name,
                    text=text,
                    country=code,
                    lat=entry.lat,
                    lon=entry.lon,
                    precision="country",
                )


def _through(sentence: Sentence, words: AbstractSet[str], links: AbstractSet[str] = _THROUGH) -> bool:
    """Whether something is said of the whole country: "across the | country", "nationwide"."""
    tokens = sentence.tokens
    for token in tokens:
        if token.lower_ not in words:
            continue
        before = {other.lower_ for other in tokens[max(0, token.i - _PHRASE) : token.i]}
        owns = token.i + 1 < len(tokens) and tokens[token.i + 1].lower_ in _OWNS
        if token.tag_.startswith(("RB", "JJ")) or (before & links and not owns):
            return True
    return False


def _names(mention: PlaceMention, code: str | None) -> bool:
    return mention.place.precision == "country" and mention.place.country == code
