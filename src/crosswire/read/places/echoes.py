"""Places that are named elsewhere on the page: "the city", "the town", "there", "it" stand for a place named before."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from crosswire.codebook.places import Level
from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Sentence, within
from crosswire.read.opening import KNOWN, PHRASE, describes
from crosswire.read.places.antecedents import KINDS, POINTERS, Known, Page, as_small, beyond, meant
from crosswire.read.places.landmarks import principal
from crosswire.read.places.seats import SEAT, Seats, home, seat_of, town
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place

_REACH = 8  # sentences back in which the place must have been named
_DETERMINERS = KNOWN | {"a", "an"}
_SPOTS = frozenset(["settlement", "district", "unknown"])


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
    page = Page(
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
    known: dict[int, list[Known]] = defaultdict(list)
    for mention in real:
        tokens = sentences[mention.sentence].tokens
        away = any(beyond(tokens, at, page) for at in range(mention.first + 2, mention.last))
        office = _is_of_office(tokens, mention, kit)
        known[mention.sentence].append(Known(mention, _called(tokens, mention, page), away=away, office=office))
    _add_lesser(known, sentences, places, principals, kit)
    called = (
        one.mention.place
        for every in known.values()
        for one in every
        if SEAT in one.nouns and one.mention.place.precision in KINDS["settlement"]
    )
    seated = {place.admin1: place for place in [*([page.filed_from] if page.filed_from else ()), *called]}
    found: list[PlaceMention] = []
    for sentence in sentences:
        again = any(name in sentence.tokens.text for name in page.names)
        for token in sentence.tokens:
            # What nearly all that points is; the page's own names begin with capitals
            if not (again or token.lower_ in page.nouns or token.lower_ in POINTERS):
                continue
            if (
                not _points(token, page)
                or (sentence.index, token.i) in taken
                or _is_named(token, taken, sentence.index)
            ):
                continue
            if seat := seat_of(token, within(places, sentence.index), seated):
                found.append(PlaceMention(sentence=sentence.index, first=token.i, last=token.i + 1, place=seat))
                known[sentence.index].append(Known(found[-1], frozenset([token.lower_])))
                continue
            before = _before(known, sentence.index, token.i)
            if (stands := meant(token, before, sentence.index, page)) is not None:
                found.append(PlaceMention(sentence=sentence.index, first=token.i, last=stands[1], place=stands[0]))
                known[sentence.index].append(Known(found[-1], frozenset({token.lower_} & page.nouns.keys())))
    return tuple(found)


def _add_lesser(
    known: dict[int, list[Known]],
    sentences: Sequence[Sentence],
    places: Sequence[PlaceMention],
    principals: AbstractSet[PlaceMention],
    kit: Kit,
) -> None:
    """Adds the landmarks of ground without a name, and the towns that are named only as what somebody is mayor of."""
    for place in places:
        own = place.acts and place not in principals and place.place.precision in _SPOTS
        if own and not any(one.mention.first < place.first for one in known[place.sentence]):
            known[place.sentence].append(Known(place, frozenset(), landmark=True))
        if not place.acts and _is_of_office(sentences[place.sentence].tokens, place, kit):
            known[place.sentence].append(Known(place, frozenset(), office=True))


def _is_of_office(tokens: Tokens, place: PlaceMention, kit: Kit) -> bool:
    """Whether the name says what somebody holds an office of: "| Tesk | regional governor"."""
    return any(kit.language.reporting.is_noun(token.lower_, "role") for token in tokens[place.last : place.last + 2])


@lru_cache(maxsize=4)
def _nouns(kit: Kit) -> Mapping[str, Level]:
    """The nouns that can stand for a place, with the level that they give: a coast or a border is no ground."""
    grounds = kit.language.frames.grounds
    return {noun: level for noun, level in kit.language.places.levels().items() if noun in grounds or level != "area"}


def _points(token: Token, page: Page) -> bool:
    """Whether a token can stand for a place named before."""
    if token.lower_ in POINTERS:
        return True
    if SEAT in token.doc.lowers[token.i + 1 : token.i + 2]:
        return False  # "the | state | capital", which stands for itself
    if as_small(token)[0].isupper():
        return bool(page.names) and token.doc.text.startswith(tuple(page.names), token.idx)
    return token.lower_ in page.nouns


def _is_named(token: Token, taken: AbstractSet[tuple[int, int]], sentence: int) -> bool:
    """Whether what it describes has a name of its own behind it: "the | city centre of Hama"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    if token.dep_ != "compound" or [word.lower_ for word in behind[1:2]] != ["of"]:
        return False
    return token.head in behind[:1] and (sentence, token.i + 3) in taken


def _before(known: Mapping[int, Sequence[Known]], sentence: int, at: int) -> list[Known]:
    """What was named up to a token, in order; `known` is by sentence."""
    return [
        one
        for index in range(sentence - _REACH, sentence + 1)
        for one in sorted(known.get(index, ()), key=lambda one: one.mention.first)
        if index < sentence or one.mention.last <= at
    ]


def _called(tokens: Tokens, mention: PlaceMention, page: Page) -> frozenset[str]:
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


def _largest(places: Sequence[PlaceMention], times: Mapping[str, int], kit: Kit) -> Place | None:
    """The place that "the country's second-largest city" must mean: the most named town, if no other is larger."""
    towns = {mention.place.name: mention.place for mention in places if mention.place.precision == "settlement"}
    entries = [entry for name in towns for entry in kit.gazetteer.lookup(name) if entry.id == towns[name].id]
    size = {entry.name: entry.population for entry in entries if entry.id and not entry.capital}
    ranked = sorted(towns, key=lambda name: (-times[name], name))
    return towns[ranked[0]] if ranked and 0 < size.get(ranked[0], 0) == max(size.values()) else None
