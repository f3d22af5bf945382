"""Where a counted act happened: by its own words, else by its sentence, else by the sentences beside it, or nowhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, PlaceMention, Sentence
from crosswire.read.places.landmarks import principal
from crosswire.read.voice import AUXILIARIES
from crosswire.records import Place, Scope

_COARSE = frozenset(["country", "admin1"])
_TOWNS = frozenset(["settlement", "district"])
_LINKS = frozenset(["in", "of", "at", "inside", "on", ","])
_LINK = 4  # tokens between a spot and what it lies in
_LOCATING = frozenset("in at on near around outside inside over across within against into".split())
_NOUNS = frozenset(["DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "HYPH", "VBN", "POS", "CD", "RB", ",", "PRP$"])
_OBJECTS = frozenset(["dobj", "pobj", "conj", "appos", "nsubjpass"])
_PHRASE = 12  # tokens of a noun phrase before the place's name
_BORDERS = frozenset(["VBD", "VBZ", "VBP", "WDT", "WP", "CC"])
_BEHIND = 4  # a place before the act counts as this many words further off
_BARE = 2  # a name that no preposition puts anywhere counts as this many clauses further off
_REACH = 3  # sentences from which a place is taken over
_LEAD = 4  # sentences that open a page: what they leave open, the next ones tell
_TELLING = 3  # a number from which two counts of a kind on one page are taken for one
_PARENTHESIS = 3  # clauses further off that a place in brackets counts when the act is outside them
_ASIDE = {"(": 1, ")": -1}
_AFTER = 1.5  # a sentence behind counts as this many before


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The places of a page on which acts are put. `told` holds the place of each sentence's first count that has one.

    `figures` holds the spot of each figure that is told with one spot alone: `20 killed`.
    """

    sentences: Sequence[Sentence]
    named: Mapping[int, tuple[PlaceMention, ...]]
    told: Mapping[int, Place]
    figures: Mapping[tuple[str, int], Place]
    home: str | None
    country: Place | None
    elsewhere: frozenset[str]


def ground(drafts: Iterable[Draft], clues: Clues, kit: Kit) -> Ground:
    """What the drafts of a page are put on: its acting places without landmarks and words of parties."""
    named = _named(clues)
    told: dict[int, Place] = {}
    spots: dict[tuple[str, int], dict[str, Place]] = defaultdict(dict)
    for draft in sorted(drafts, key=lambda draft: (draft.sentence, draft.first)):
        own = _own(clues.sentences[draft.sentence], draft, named.get(draft.sentence, ())) if draft.located else None
        if own is None or draft.quantity is None:
            continue
        told.setdefault(draft.sentence, own)
        if own.precision not in _COARSE and (key := _figure(draft)):
            spots[key].setdefault(own.name, own)
    home = _home(named)
    countries = (m.place for at in sorted(named) for m in named[at] if m.place.precision == "country")
    return Ground(
        sentences=clues.sentences,
        named=named,
        told=told,
        figures={key: next(iter(places.values())) for key, places in spots.items() if len(places) == 1},
        home=home,
        country=next((place for place in countries if place.country == home), None),
        elsewhere=kit.language.places.forms("elsewhere"),
    )


def place(draft: Draft, reach: Scope, page: Ground) -> Place | None:
    """The place in the act's own grammar; for a count else the best of its sentence, else of the sentences beside it.

    A country or province gives way to the nearest settlement inside it, for one occurrence is at one spot. A total or a
    piece of history takes from other sentences only the country that the page is about.
    """
    if draft.place is not None or not draft.located:
        return draft.place.place if draft.place else None
    sentence = page.sentences[draft.sentence]
    own = _own(sentence, draft, page.named.get(draft.sentence, ()))
    if own is not None and own.precision not in _COARSE:
        return own
    if reach != "incident":
        return own or page.country
    same = page.figures.get(_figure(draft) or ("", 0))
    if same is not None and (own is None or _inside(same, own)):
        return same
    lead = sentence.index < _LEAD and (own is None or own.precision == "country")
    if (own is not None and not lead) or _turns(sentence, page):
        return own
    beside = [place for at in _beside(sentence, page) if (place := _of(at, page)) is not None]
    inside = [place for place in beside if place.country == page.home and (own is None or _inside(place, own))]
    return next((place for place in inside if place.precision not in _COARSE), next(iter(inside), own))


def _figure(draft: Draft) -> tuple[str, int] | None:
    """The act's kind and its number, if that is large enough to know the same figure again."""
    value = draft.quantity.figure.value if draft.quantity else None
    return (draft.kind, value) if value is not None and value >= _TELLING else None


def _named(clues: Clues) -> dict[int, tuple[PlaceMention, ...]]:
    taken = {(party.sentence, at) for party in clues.parties for at in range(party.first, party.last)}
    found: dict[int, list[PlaceMention]] = defaultdict(list)
    for mention in principal(clues.sentences, clues.places):
        if (mention.sentence, mention.last - 1) not in taken and _tells(clues.sentences[mention.sentence], mention):
            found[mention.sentence].append(mention)
    echoed: dict[int, list[PlaceMention]] = defaultdict(list)
    for mention in clues.echoes:
        pronoun = clues.sentences[mention.sentence].tokens[mention.first].tag_.startswith("PRP")
        if mention.place.precision in _TOWNS and mention.sentence not in found and not pronoun:
            echoed[mention.sentence].append(mention)
    every = {**found, **echoed}
    return {at: tuple(sorted(every[at], key=lambda each: each.first)) for at in sorted(every)}


def _tells(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether the name tells where something happened; a country that nothing puts there is rather who did it."""
    return mention.acts and (mention.place.precision != "country" or _put(sentence, mention))


def _own(sentence: Sentence, draft: Draft, named: Sequence[PlaceMention]) -> Place | None:
    """The place that the act's sentence gives it: the nearest, or the spot inside the nearest."""
    here = sorted(named, key=lambda mention: _distance(sentence, draft, mention))
    if not here:
        return None
    found = _narrowest(sentence, here[0], here)
    if found.place.precision not in _COARSE:
        return found.place
    put = [mention for mention in here if mention is not found and _put(sentence, mention)]
    inner = [mention for mention in put if _inside(mention.place, found.place)]
    spots = [mention for mention in inner if mention.place.precision not in _COARSE]
    units = [mention for mention in inner if mention.place.precision == "admin1"]
    chosen = next(iter([*spots, *units]), found)
    return _narrowest(sentence, chosen, here).place


def _narrowest(sentence: Sentence, found: PlaceMention, here: Sequence[PlaceMention]) -> PlaceMention:
    """The mention, or the spot that the page puts into it: "the Dabra hospital in | Aleppo"."""
    for mention in sorted(here, key=lambda each: -each.last):
        gap = [token.lower_ for token in sentence.tokens[mention.last : found.first]]
        if mention.last <= found.first and 0 < len(gap) <= _LINK and gap[0] in _LINKS:
            found = mention
    return found


def _distance(sentence: Sentence, draft: Draft, mention: PlaceMention) -> tuple[int, int]:
    """How far a place is from an act: first clause borders in between, then words; behind the act is nearer."""
    first, last = min(draft.first, draft.at), max(draft.last, draft.at + 1)
    if mention.first >= last:
        gap, behind = sentence.tokens[last : mention.first], 0
    else:
        gap, behind = sentence.tokens[mention.last : first], _BEHIND if mention.last <= first else 0
    borders = sum(_is_border(token) for token in gap)
    aside = sum(_ASIDE.get(token.lower_, 0) for token in gap)
    bare = 0 if _put(sentence, mention) else _BARE
    return borders + bare + _PARENTHESIS * (aside != 0), len(gap) + behind


def _is_border(token: Token) -> bool:
    finite = token.tag_ in _BORDERS and token.lower_ not in AUXILIARIES
    return finite or token.dep_ == "mark" or token.tag_ == "WRB"


def _put(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a preposition of place or a verb governs the name: "in X", "near the held town of X", "shelled X"."""
    for at in range(mention.first - 1, max(-1, mention.first - _PHRASE), -1):
        token = sentence.tokens[at]
        if token.lower_ == "of":
            continue
        if token.lower_ in _LOCATING:
            return True
        if token.tag_ not in _NOUNS:
            return token.tag_.startswith("VB") and sentence.tokens[mention.last - 1].dep_ in _OBJECTS
    return False


def _beside(sentence: Sentence, page: Ground) -> list[int]:
    """The sentences from which a place may be taken over, the nearest first."""
    near = [
        other
        for other in page.sentences[max(0, sentence.index - _REACH) : sentence.index + _REACH + 1]
        if other is not sentence and abs(other.paragraph - sentence.paragraph) <= 1
    ]
    after = 1 / _AFTER if sentence.index < _LEAD else _AFTER

    def apart(other: Sentence) -> tuple[float, int]:
        steps = other.index - sentence.index
        return (steps * after if steps > 0 else -steps), other.index

    return [other.index for other in sorted(near, key=apart)]


def _of(at: int, page: Ground) -> Place | None:
    """The place of another sentence: of its first count, else the first that a preposition of place governs."""
    if at in page.told:
        return page.told[at]
    sentence, here = page.sentences[at], page.named.get(at, ())
    put = [mention for mention in here if _put(sentence, mention)]
    return _narrowest(sentence, put[0], here).place if put else None


def _turns(sentence: Sentence, page: Ground) -> bool:
    """Whether the sentence leaves the place told of before: "Elsewhere, …", "In a separate attack …"."""
    return any(token.lower_ in page.elsewhere for token in sentence.tokens[:_PHRASE])


def _home(named: Mapping[int, Sequence[PlaceMention]]) -> str | None:
    """The country in which most places of the page lie."""
    counts = Counter(each.place.country for mentions in named.values() for each in mentions if each.place.country)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None


def _inside(spot: Place, area: Place) -> bool:
    if area.precision == "admin1":
        return spot.precision not in _COARSE and spot.admin1 is not None and spot.admin1 == area.admin1
    return spot.country == area.country and spot.precision != "country"
