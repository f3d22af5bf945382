"""Which place "the airport", "the base", "the villages" belong to, where the scene has just been named.

Handles what a clause names before ("attacked Hama and seized the | airport") and the one place of the sentences right
before ("Gunmen attacked Hama. They seized the | post"). Such ground is a part of the place.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention
from crosswire.read.places.landmarks import principal
from crosswire.read.roles.reach import holds
from crosswire.read.tokens import Token
from crosswire.records import Place

_JUST = 2  # sentences before the ground in which its place was named
_BEFORE = 5  # the same, where the page said of the very ground where it is
_PART = "district"
_SPOTS = frozenset(["settlement", "unknown"])
_LANDS = frozenset(["district", "unknown", "admin1"])
_DESCRIBING = frozenset(["DT", "JJ", "NN"])
_PASSED = frozenset(["from", "of", "to", "towards", "near"])


def sited(clues: Clues, sentence: int, noun: Token, kit: Kit) -> Place | None:
    """The place that holds the site or the villages, with the words for them; None where none or several can."""
    site, many = _is_site(noun.lower_, kit), noun.tag_ == "NNS" and _is_town(noun, kit)
    if not (site or many):
        return None
    fits = _SPOTS if site else _LANDS
    here = [place for place in _scenes(clues, sentence, kit) if place.last <= noun.i and not _is_passed(clues, place)]
    if here:
        return _scene(clues, here[-1:], fits, noun)
    again = None if many else _said_before(clues, sentence, noun, kit)
    if again is not None or many or clues.here(sentence).places:
        return _part(again.place, noun) if again is not None else None
    for before in range(sentence - 1, max(-1, sentence - 1 - _JUST), -1):
        named = _scenes(clues, before, kit)
        if named:
            return _scene(clues, named, fits, noun)
    return None


def part_of_more(noun: Token, sentence: int, named: Sequence[PlaceMention], kit: Kit) -> PlaceMention | None:
    """The part of what is more than a town, where the page does not name it: "the | west of the region"."""
    wide = kit.language.nameless.forms("wide")
    links = [link for link in noun.rights if link.lower_ == "of" and noun.lower_ in kit.language.frames.land["halves"]]
    more = next((word for link in links for word in link.rights if word.lower_ in wide), None)
    if more is None or any(one.place.precision != "settlement" and holds(one, more) for one in named):
        return None
    first = _first(noun)
    words = noun.doc.words(first, more.i + 1)
    place = Place(name=words, text=words, precision="unnamed")
    return PlaceMention(sentence=sentence, first=first, last=noun.i + 1, place=place)


def soil(noun: Token, words: str, kit: Kit) -> Place | None:
    """The country whose ground the words name by its people, as a part of it: "entered Honduran | territory"."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if before is None or noun.lower_ not in kit.language.frames.land["soils"]:
        return None
    land = kit.gazetteer.adjective(before.text)
    if land is None or land.country is None:
        return None
    whole = Place(id=land.id, name=land.name, text=words, country=land.country, lat=land.lat, lon=land.lon)
    return replace(whole, precision=_PART)


def _scene(clues: Clues, named: Sequence[PlaceMention], fits: frozenset[str], noun: Token) -> Place | None:
    """The one place that is named, unless it is only where somebody came from."""
    last = named[-1]
    one = len({place.place.name for place in named}) == 1 and not _is_passed(clues, last)
    return _part(last.place, noun) if one and last.place.precision in fits else None


def _is_passed(clues: Clues, place: PlaceMention) -> bool:
    """Whether the place only tells whence, whither or how far: "30 km from the regional seat | Hama"."""
    tokens, at = clues.sentences[place.sentence].tokens, place.first - 1
    while at > 0 and tokens[at].tag_ in _DESCRIBING:
        at -= 1
    return at >= 0 and tokens[at].lower_ in _PASSED and (at == place.first - 1 or tokens[at].lower_ == "from")


def _said_before(clues: Clues, sentence: int, noun: Token, kit: Kit) -> PlaceMention | None:
    """Where the page said before that it is: "the | checkpoint at Rabsa"; a garrison is a base told of again."""
    camps = kit.language.frames.land["camps"]
    alike = camps if noun.lower_ in camps else {noun.lower_}
    for before in range(sentence - 1, max(-1, sentence - 1 - _BEFORE), -1):
        tokens = clues.sentences[before].tokens
        for place in clues.here(before).places:
            link = tokens[max(0, place.first - 2) : place.first]
            told = len(link) > 1 and link[0].lower_ in alike and link[1].lower_ in {"in", "at"}
            if told and place.acts and place.place.precision in _SPOTS:
                return place
    return None


def is_sited(place: Place, kit: Kit) -> bool:
    """Whether the place is no more than a site of the one whose name it has: "the | airport" of Hama."""
    last = place.text.lower().split()[-1:]
    levels = kit.language.places.levels()
    known = any(_is_site(word, kit) or levels.get(word) == "settlement" for word in last)
    return place.precision == _PART and place.text.islower() and known


def _part(place: Place, noun: Token) -> Place:
    return replace(place, text=noun.doc.words(_first(noun), noun.i + 1), precision=_PART)


def _first(noun: Token) -> int:
    """Where the words for the ground begin, behind its article."""
    opening = [child.i for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return min([noun.i, *opening])


def _scenes(clues: Clues, sentence: int, kit: Kit) -> list[PlaceMention]:
    """The places that a sentence names as more than landmarks, in order."""
    own = principal(clues.sentences, clues.here(sentence).places, kit.language.places)
    return sorted((one for one in own if one.acts and one.place.precision != "country"), key=lambda one: one.first)


def _is_site(word: str, kit: Kit) -> bool:
    return kit.language.places.levels().get(word) == "site" or word in kit.language.frames.land["posts"]


def _is_town(noun: Token, kit: Kit) -> bool:
    return kit.language.places.levels().get(noun.lower_) == "settlement"
