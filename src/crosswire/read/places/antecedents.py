"""The place named before that a noun, a pointer or a name said again stands for: the one called so, else the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from crosswire.codebook.places import Level
from crosswire.read.clues import PlaceMention
from crosswire.read.places.definite import is_definite, is_this, modifiers_of
from crosswire.read.places.seats import Seats
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Place, Record
from crosswire.text.folding import fold

_MORE = 2  # times as often as the last place: then the page is about another one
_SAME = 2  # sentences by which a place that was called so may be further away than the last one named
POINTERS = frozenset(["there", "here", "where", "it"])
_OF = frozenset(["of", "from"])
_UNDERGOES = frozenset(["dobj", "nsubjpass"])
KINDS: Mapping[Level, frozenset[str]] = {
    "settlement": frozenset(["settlement", "unknown"]),
    "district": frozenset(),
    "admin1": frozenset(["admin1"]),
    "admin2": frozenset(["admin1"]),
    "area": frozenset(["district", "settlement", "admin1", "unknown"]),
    "site": frozenset(),
}
_ANY = KINDS["area"]
_PARTS = frozenset(["district", "site"])  # what a town is not


class Known(Record, kw_only=False):
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
class Page:
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


def meant(token: Token, before: Sequence[Known], sentence: int, page: Page) -> tuple[Place, int] | None:
    """The place that a token stands for, with the end of the words that do; `before` is what was named so far."""
    found = _place(token, before, sentence, page)
    return None if found is None or _overtaken(found[0], token, before, page) else found


def _of_office(token: Token, before: Sequence[Known], sentence: int, page: Page) -> Place | None:
    """The town whose mayor speaks of "the city" in its sentence, where no other is named behind it."""
    last = before[-1] if before else None
    if last is None or not last.office or last.mention.sentence != sentence or token.lower_ not in page.nouns:
        return None
    fits = last.mention.place.precision in KINDS[page.nouns[token.lower_]]
    return last.mention.place if fits and is_definite(token, page.beside) else None


def _overtaken(place: Place, token: Token, before: Sequence[Known], page: Page) -> bool:
    """Whether another town, if only as a landmark, was named since the place: then "the city" may be that one."""
    if token.lower_ not in page.nouns or page.times[place.name] > _MORE:
        return False
    names = [one.mention.place.name for one in before]
    since = len(names) - names[::-1].index(place.name) if place.name in names else 0
    return any(one.landmark for one in before[since:])


def as_small(token: Token) -> str:
    """The word as a sentence with small letters would write it, names aside: "IN THE | CAPITAL"."""
    return token.lower_ if token.doc.text.isupper() else token.text


def _place(token: Token, before: Sequence[Known], sentence: int, page: Page) -> tuple[Place, int] | None:
    """The place that a token stands for, with the end of the words that do."""
    if (office := _of_office(token, before, sentence, page)) is not None:
        return office, token.i + 1
    before = [one for one in before if not one.landmark and one.mention.acts]
    place = None
    if as_small(token) in page.nouns and token.tag_ != "NNS":
        beside = _beside(token, before, sentence, page)
        place = (beside or _described(token, before, page)) if is_definite(token, page.beside) else None
    elif token.lower_ == "here":
        place = page.filed_from if token.tag_ == "RB" and token.i else None
    elif token.lower_ == "there":
        place = _last(before, _ANY, page) if token.tag_ == "RB" else None
    elif token.lower_ in POINTERS:
        place = _pointed(token, [one.mention for one in before if one.mention.sentence == sentence])
    else:
        return _again(token, page)
    return (place, token.i + 1) if place else None


def _beside(token: Token, before: Sequence[Known], sentence: int, page: Page) -> Place | None:
    """The town of whose edge the sentence has just told: "on the outskirts of Tesk …, and holds the | city"."""
    last = before[-1] if before and page.nouns[token.lower_] == "settlement" else None
    if last is None or last.mention.sentence != sentence or last.mention.place.precision != "district":
        return None
    place, (part, _, town) = last.mention.place, last.mention.place.text.rpartition(" of ")
    whole = part and place.id is not None and fold(town) == fold(place.name)
    return replace(place, text=town, precision="settlement") if whole else None


def _pointed(token: Token, here: Sequence[PlaceMention]) -> Place | None:
    """What "it" (as what is taken or held) and "where" (right behind a name) mean: the last place of the sentence."""
    if not here:
        return None
    last = here[-1]
    undergoes = token.dep_ in _UNDERGOES or (token.dep_ == "pobj" and token.head.lower_ == "of")
    held = undergoes and last.place.precision in KINDS["settlement"] and not _inside(token.doc, last)
    return last.place if (held if token.lower_ == "it" else _adjoins(token, last)) else None


def _inside(tokens: Tokens, mention: PlaceMention) -> bool:
    """Whether the mention only says where something is: "a base in | Hama", which is no more than the base."""
    before = tokens[mention.first - 1] if mention.first else None
    return before is not None and before.dep_ == "prep" and before.lower_ != "of"


def _again(token: Token, page: Page) -> tuple[Place, int] | None:
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


def _described(token: Token, before: Sequence[Known], page: Page) -> Place | None:
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
        if beyond(token.doc, first - 1, page) or page.seats.named_after(token):
            return None
        named = [one.mention.place for one in before]
        return page.seats.meant(token.doc.words(first, token.i), token.text, named)
    own = any(word.lower_ in page.directions for word in modifiers)
    return None if own else _last(before, KINDS[page.nouns[token.lower_]], page)


def beyond(tokens: Tokens, article: int, page: Page) -> bool:
    """Whether the words only count from there: "a town northeast of | the | capital", "60 km from | the | capital"."""
    before = [token.lower_ for token in tokens[max(0, article - 2) : article]]
    return len(before) > 1 and before[1] in _OF and before[0] in page.directions | page.units


def _last(before: Sequence[Known], kinds: frozenset[str], page: Page) -> Place | None:
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
