"""Places that are named elsewhere on the page: "the city", "the town", "there", "it" stand for a place named before."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from crosswire.codebook.places import Level
from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Sentence, within
from crosswire.read.opening import KNOWN, PHRASE, describes
from crosswire.read.places.definite import is_definite, is_this, modifiers_of
from crosswire.read.places.landmarks import principal
from crosswire.read.places.seats import SEAT, Seats, home, seat_of, town
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place, Record

_MORE = 2  # times as often as the last place: then the page is about another one
_REACH = 8  # sentences back in which the place must have been named
_SAME = 2  # sentences by which a place that was called so may be further away than the last one named
_POINTERS = frozenset(["there", "here", "where", "it"])
_DETERMINERS = KNOWN | {"a", "an"}
_OF = frozenset(["of", "from"])
_UNDERGOES = frozenset(["dobj", "nsubjpass"])
_KINDS: Mapping[Level, frozenset[str]] = {
    "settlement": frozenset(["settlement", "unknown"]),
    "district": frozenset(),
    "admin1": frozenset(["admin1"]),
    "admin2": frozenset(["admin1"]),
    "area": frozenset(["district", "settlement", "admin1", "unknown"]),
    "site": frozenset(),
}
_ANY = _KINDS["area"]
_SPOTS = frozenset(["settlement", "district", "unknown"])
_PARTS = frozenset(["district", "site"])  # what a town is not


class _Known(Record, kw_only=False):
    """A place named so far, with the nouns that the page gives it: Rityan, `village`.

    A landmark of ground without a name ("areas outside | Zabadani") is never meant, and no area is `away`: "20 km south
    of Homs". The town of an `office` is meant in its own sentence alone: "the | Tesk | mayor said that the city".
    """

    mention: PlaceMention
    nouns: frozenset[str]
    landmark: bool = False
    away: bool = False
    office: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """The nouns that can stand for a place, how often each place is named, and the names that only this page knows.

    `largest` is the town meant by "the second-largest city"; `seats` tells what "the capital" means;
    `filed_from` is the town of the dateline.
    """

    nouns: Mapping[str, Level]
    times: Mapping[str, int]
    names: Mapping[str, Place]
    directions: frozenset[str]
    units: frozenset[str]
    beside: frozenset[str]
    largest: Place | None
    seats: Seats
    filed_from: Place | None


def echoes(
    sentences: Sequence[Sentence], places: Sequence[PlaceMention], filed_from: Place | None, kit: Kit
) -> tuple[PlaceMention, ...]:
    """The mentions that only point back to a named place, resolved to it; those that point to nothing are left out.

    Handles "the town" and "the country's second city" (a place that the page calls so, else the last one of that kind),
    a name said again without any word of place beside it, "there", "where" right behind a name, and "it" as what is
    taken or held; of a page filed from a town, "here" and "this town" are that town. A landmark ("north of Aleppo") is
    never meant.
    """
    principals = frozenset(principal(sentences, places, kit.language.places))
    real = [place for place in places if place.acts and place in principals]
    times = Counter(place.place.name for place in real)
    page = _Page(
        nouns=_nouns(kit),
        times=times,
        directions=kit.language.places.forms("direction"),
        units=kit.language.places.forms("unit"),
        beside=kit.language.places.forms("beside"),
        largest=_largest(real, times, kit),
        seats=Seats(home(sentences, real, kit.gazetteer), kit.language.places.forms("whole"), kit.gazetteer),
        filed_from=town(filed_from),
        names={place.place.name: place.place for place in real if place.place.id is None},
    )
    taken = {(place.sentence, at) for place in places for at in range(place.first, place.last)}
    known: dict[int, list[_Known]] = defaultdict(list)
    for mention in real:
        tokens = sentences[mention.sentence].tokens
        away = any(_beyond(tokens, at, page) for at in range(mention.first + 2, mention.last))
        office = _is_of_office(tokens, mention, kit)
        known[mention.sentence].append(_Known(mention, _called(tokens, mention, page), away=away, office=office))
    _add_lesser(known, sentences, places, principals, kit)
    called = (
        one.mention.place
        for every in known.values()
        for one in every
        if SEAT in one.nouns and one.mention.place.precision in _KINDS["settlement"]
    )
    seated = {place.admin1: place for place in [*([page.filed_from] if page.filed_from else ()), *called]}
    found: list[PlaceMention] = []
    for sentence in sentences:
        again = any(name in sentence.tokens.text for name in page.names)
        for token in sentence.tokens:
            # What nearly all that points is; the page's own names begin with capitals
            if not (again or token.lower_ in page.nouns or token.lower_ in _POINTERS):
                continue
            if (
                not _points(token, page)
                or (sentence.index, token.i) in taken
                or _is_named(token, taken, sentence.index)
            ):
                continue
            if seat := seat_of(token, within(places, sentence.index), seated):
                found.append(PlaceMention(sentence=sentence.index, first=token.i, last=token.i + 1, place=seat))
                known[sentence.index].append(_Known(found[-1], frozenset([token.lower_])))
                continue
            before = _before(known, sentence.index, token.i)
            meant = _meant(token, before, sentence.index, page)
            if meant is not None and not _overtaken(meant[0], token, before, page):
                found.append(PlaceMention(sentence=sentence.index, first=token.i, last=meant[1], place=meant[0]))
                known[sentence.index].append(_Known(found[-1], frozenset({token.lower_} & page.nouns.keys())))
    return tuple(found)


def _add_lesser(
    known: dict[int, list[_Known]],
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    principals: AbstractSet[PlaceMention],
    kit: Kit,
) -> None:
    """Adds the landmarks of ground without a name, and the towns that are named only as what somebody is mayor of."""
    for place in places:
        own = place.acts and place not in principals and place.place.precision in _SPOTS
        if own and not any(one.mention.first < place.first for one in known[place.sentence]):
            known[place.sentence].append(_Known(place, frozenset(), landmark=True))
        if not place.acts and _is_of_office(sentences[place.sentence].tokens, place, kit):
            known[place.sentence].append(_Known(place, frozenset(), office=True))


def _is_of_office(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether the name says what somebody holds an office of: "| Tesk | regional governor"."""
    return any(kit.language.reporting.is_noun(token.lower_, "role") for token in tokens[place.last : place.last + 2])


def _of_office(token: Token, before: Sequence[_Known], sentence: int, page: _Page) -> Place | None:
    """The town whose mayor speaks of "the city" in its sentence, where no other is named behind it."""
    last = before[-1] if before else None
    if last is None or not last.office or last.mention.sentence != sentence or token.lower_ not in page.nouns:
        return None
    fits = last.mention.place.precision in _KINDS[page.nouns[token.lower_]]
    return last.mention.place if fits and is_definite(token, page.beside) else None


def _overtaken(place: Place, token: Token, before: Sequence[_Known], page: _Page) -> bool:
    """Whether another town, if only as a landmark, was named since the place: then "the city" may be that one."""
    if token.lower_ not in page.nouns or page.times[place.name] > _MORE:
        return False
    names = [one.mention.place.name for one in before]
    since = len(names) - names[::-1].index(place.name) if place.name in names else 0
    return any(one.landmark for one in before[since:])


@lru_cache(maxsize=4)
def _nouns(kit: Kit) -> Mapping[str, Level]:
    """The nouns that can stand for a place, with the level that they give: a coast or a border is no ground."""
    grounds = kit.language.frames.grounds
    return {noun: level for noun, level in kit.language.places.levels().items() if noun in grounds or level != "area"}


def _points(token: Token, page: _Page) -> bool:
    """Whether a token can stand for a place named before."""
    if token.lower_ in _POINTERS:
        return True
    if _as_small(token)[0].isupper():
        return bool(page.names) and token.doc.text.startswith(tuple(page.names), token.idx)
    return token.lower_ in page.nouns


def _as_small(token: Token) -> str:
    """The word as a sentence with small letters would write it, names aside: "IN THE | CAPITAL"."""
    return token.lower_ if token.doc.text.isupper() else token.text


def _is_named(token: Token, taken: AbstractSet[tuple[int, int]], sentence: int) -> bool:
    """Whether what it describes has a name of its own behind it: "the | city centre of Hama"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    if token.dep_ != "compound" or [word.lower_ for word in behind[1:2]] != ["of"]:
        return False
    return token.head in behind[:1] and (sentence, token.i + 3) in taken


def _before(known: Mapping[int, Sequence[_Known]], sentence: int, at: int) -> list[_Known]:
    """What was named up to a token, in order; `known` is by sentence."""
    return [
        one
        for index in range(sentence - _REACH, sentence + 1)
        for one in sorted(known.get(index, ()), key=lambda one: one.mention.first)
        if index < sentence or one.mention.last <= at
    ]


def _called(tokens: Tokens, mention: PlaceMention, page: _Page) -> frozenset[str]:
    """The nouns inside the mention, in "the town of | X", and in "X, | a strategic town"."""
    inside = [token.lower_ for token in tokens[mention.first : mention.last]]
    inside += mention.place.name.lower().split()[1:][-1:]  # "North Waziristan", of the lists' North Waziristan District
    before = tokens[max(0, mention.first - 2) : mention.first]
    if len(before) == 2 and (before[1].lower_ == "of" or before[1].lower_ in page.nouns):  # noqa: PLR2004
        inside += [before[0].lower_, before[1].lower_]
    start = mention.last + (mention.last < len(tokens) and tokens[mention.last].text == ",")
    if start < len(tokens) and tokens[start].lower_ in _DETERMINERS:
        for token in tokens[start + 1 : start + PHRASE]:
            if token.lower_ in page.nouns:
                inside.append(token.lower_)
                break
            if not describes(token):
                break
    return frozenset(inside) & frozenset(page.nouns)


def _meant(token: Token, before: Sequence[_Known], sentence: int, page: _Page) -> tuple[Place, int] | None:
    """The place that a token stands for, with the end of the words that do."""
    if (office := _of_office(token, before, sentence, page)) is not None:
        return office, token.i + 1
    before = [one for one in before if not one.landmark and one.mention.acts]
    place = None
    if _as_small(token) in page.nouns and token.tag_ != "NNS":
        place = _described(token, before, page) if is_definite(token, page.beside) else None
    elif token.lower_ == "here":
        place = page.filed_from if token.tag_ == "RB" and token.i else None
    elif token.lower_ == "there":
        place = _last(before, _ANY, page) if token.tag_ == "RB" else None
    elif token.lower_ in _POINTERS:
        place = _pointed(token, [one.mention for one in before if one.mention.sentence == sentence])
    else:
        return _again(token, page)
    return (place, token.i + 1) if place else None


def _pointed(token: Token, here: Sequence[PlaceMention]) -> Place | None:
    """What "it" (as what is taken or held) and "where" (right behind a name) mean: the last place of the sentence."""
    if not here:
        return None
    last = here[-1]
    undergoes = token.dep_ in _UNDERGOES or (token.dep_ == "pobj" and token.head.lower_ == "of")
    held = undergoes and last.place.precision in _KINDS["settlement"] and not _inside(token.doc, last)
    return last.place if (held if token.lower_ == "it" else _adjoins(token, last)) else None


def _inside(tokens: Tokens, mention: PlaceMention) -> bool:
    """Whether the mention only says where something is: "a base in | Hama", which is no more than the base."""
    before = tokens[mention.first - 1] if mention.first else None
    return before is not None and before.dep_ == "prep" and before.lower_ != "of"


def _again(token: Token, page: _Page) -> tuple[Place, int] | None:
    """A name that only this page knows, said again."""
    for name, place in page.names.items():
        last = _end(token, name)
        if last is not None and not _longer(token.doc[last : last + 1]):
            return place, last
    return None


def _end(token: Token, name: str) -> int | None:
    """The end of the words from `token` on, if they are `name`."""
    tokens, end = token.doc, token.idx + len(name)
    if not tokens.text.startswith(name, token.idx):
        return None
    return next((other.i + 1 for other in tokens[token.i :] if other.idx + len(other) == end), None)


def _longer(behind: Sequence[Token]) -> bool:
    """Whether the words are a part of a longer name: "the Rityan | Brigade"."""
    return any(token.tag_ in {"NNP", "NNPS"} for token in behind)


def _adjoins(token: Token, mention: PlaceMention) -> bool:
    gap = token.doc[mention.last : token.i]
    return mention.last <= token.i and all(between.text == "," for between in gap)


def _described(token: Token, before: Sequence[_Known], page: _Page) -> Place | None:
    """What "the town" means: the last place that the page calls a town, else the last place that can be one."""
    modifiers = modifiers_of(token)
    if page.filed_from and page.nouns[token.lower_] == "settlement" and is_this(token, modifiers):
        return page.filed_from
    if any(word.tag_ in {"JJS", "RBS"} for word in modifiers):
        return page.largest if page.nouns[token.lower_] == "settlement" else None
    if page.nouns[token.lower_] == "settlement":
        before = [one for one in before if not any(page.nouns[noun] in _PARTS for noun in one.nouns)]
    if page.nouns[token.lower_] == "area":
        before = [one for one in before if not one.away and not any(page.nouns[noun] == "site" for noun in one.nouns)]
    same = [one for one in before if token.lower_ in one.nouns]
    nearest = before[-1].mention.sentence if before else 0
    if same and (same[-1].mention.sentence >= nearest - _SAME or token.lower_ == "capital"):
        return same[-1].mention.place
    if token.lower_ == "capital":
        first = token.i - len(modifiers)
        if _beyond(token.doc, first - 1, page) or page.seats.named_after(token):
            return None
        named = [one.mention.place for one in before]
        return page.seats.meant(token.doc.words(first, token.i), token.text, named)
    own = any(word.lower_ in page.directions for word in modifiers)
    return None if own else _last(before, _KINDS[page.nouns[token.lower_]], page)


def _beyond(tokens: Tokens, article: int, page: _Page) -> bool:
    """Whether the words only count from there: "a town northeast of | the | capital", "60 km from | the | capital"."""
    before = [token.lower_ for token in tokens[max(0, article - 2) : article]]
    return len(before) > 1 and before[1] in _OF and before[0] in page.directions | page.units


def _largest(places: Sequence[PlaceMention], times: Mapping[str, int], kit: Kit) -> Place | None:
    """The place that "the country's second-largest city" must mean: the most named town, if no other is larger."""
    towns = {mention.place.name: mention.place for mention in places if mention.place.precision == "settlement"}
    entries = [entry for name in towns for entry in kit.gazetteer.lookup(name) if entry.id == towns[name].id]
    size = {entry.name: entry.population for entry in entries if entry.id and not entry.capital}
    ranked = sorted(towns, key=lambda name: (-times[name], name))
    return towns[ranked[0]] if ranked and 0 < size.get(ranked[0], 0) == max(size.values()) else None


def _last(before: Sequence[_Known], kinds: frozenset[str], page: _Page) -> Place | None:
    """The last place of these kinds; open where the page speaks far more of another, or as much in that sentence."""
    fitting = [one.mention for one in before if one.mention.place.precision in kinds]
    if not fitting:
        return None
    nearest = max(mention.sentence for mention in fitting)
    here = {mention.place.name: mention.place for mention in fitting if mention.sentence == nearest}
    most = sorted(here, key=lambda name: -page.times[name])
    if any(page.times[mention.place.name] > _MORE * page.times[most[0]] for mention in fitting):
        return None
    return here[most[0]] if len(most) == 1 or page.times[most[0]] > page.times[most[1]] else None
