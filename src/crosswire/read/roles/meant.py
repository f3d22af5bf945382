"""Which place is meant: the town that words describe, the seat of a land, the land in which unnamed ground lies."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Trigger
from crosswire.read.roles.reach import FAR, holds
from crosswire.read.tokens import Tokens
from crosswire.records import Place

_LANDS = frozenset(["admin1", "country"])
_UNITS = frozenset(["settlement", "district"])
_CLIMB = 4  # words between a name and the explanation that it stands in


def meant(
    tokens: Tokens, trigger: Trigger, place: PlaceMention, mentions: Sequence[PlaceMention], kit: Kit
) -> PlaceMention:
    """The place that the words stand for: the town that they describe, the land in which unnamed ground lies."""
    if place.first - 2 >= trigger.last and _has_seat(tokens, place):
        return _seat(tokens, place, mentions)
    if place.last < trigger.first and place.place.precision in _LANDS:
        place = _which(tokens, place, mentions)
    return _exact(tokens, _located(tokens, place, mentions), mentions, kit)


def _which(tokens: Tokens, land: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The town of which a clause behind its land tells: "Tibna in | Hama province, which the army took"."""
    clause = [token.lower_ for token in tokens[land.last : land.last + 2] if token.text != ","]
    link = land.first - 1
    while link > 0 and tokens[link].tag_ in {"JJ", "VBG"}:
        link -= 1  # "in | neighbouring Hama province"
    inside = link > 0 and tokens[link].lower_ == "in" and clause[:1] == ["which"]
    towns = [town for town in mentions if inside and town.last == link]
    return towns[-1] if towns else land


def explains(tokens: Tokens, unnamed: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """Whether ground without a name is a named place told of once more: "took Pailin, a mining | town"."""
    if unnamed.place.precision != "unnamed":
        return False
    noun = tokens[unnamed.last - 1]
    named = [one for one in mentions if one.place.precision != "unnamed"]
    if noun.dep_ == "appos":
        return any(holds(one, noun.head) for one in named)
    told = [
        child for child in noun.rights if child.dep_ == "appos"
    ]  # "out of their stronghold, the Jaffna | Peninsula"
    return any(holds(one, child) for one in named for child in told)


def _exact(tokens: Tokens, place: PlaceMention, mentions: Sequence[PlaceMention], kit: Kit) -> PlaceMention:
    """The place that a description names: "the Damascus suburb of | Rabsa"; not "the | Jobar quarter of Damascus"."""
    at = place.last
    while at < len(tokens) and tokens[at].tag_ in {"JJ", "VBN", "VBD"}:
        at += 1
    lies = [token.lower_ for token in tokens[at : at + 2]]
    if lies[1:] == ["of"] and kit.language.places.levels().get(lies[0]) in _UNITS:
        return next((town for town in mentions if at <= town.first <= at + 2), place)  # "the Red Sea town of Mokha"
    if tokens[place.last - 1].lower_ == "capital":
        return next(
            (town for town in mentions if town.first == place.last), place
        )  # "the West Darfur capital | El Geneina"
    if tokens[place.last - 1].tag_ != "NN" or [token.lower_ for token in tokens[place.last : place.last + 1]] != ["of"]:
        return place
    named = next((other for other in mentions if other.first == place.last + 1), place)
    return place if _people(named, kit) > _people(place, kit) else named


def _located(tokens: Tokens, ground: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """Where ground without a name lies, behind those it was taken from: "areas from the army in northern | Hama"."""
    noun = tokens[ground.last - 1]
    if ground.place.precision != "unnamed" or not (noun.tag_ == "NNS" or noun.dep_ == "pobj"):
        return ground
    named = [place for place in mentions if place.first >= ground.last and place.place.precision != "unnamed"]
    gap = tokens[ground.last : named[0].first] if named else ()
    links = [token for token in gap if token.tag_ == "IN"]
    far = [link.lower_ for link in links] in (["from", "in"], ["from", "across"])
    return named[0] if far and len(gap) <= FAR and gap[0] is links[0] else ground


def _has_seat(tokens: Tokens, land: PlaceMention) -> bool:
    """Whether the land only tells which capital is meant: "the capital of | Unity state"."""
    before = [token.lower_ for token in tokens[max(0, land.first - 2) : land.first]]
    return before == ["capital", "of"] and land.place.precision in _LANDS


def _seat(tokens: Tokens, land: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The town named behind "the capital of Unity state, | Bentiu", else the words for it: the state was not taken."""
    behind = [other for other in mentions if other.first == land.last + 1 and tokens[land.last].text == ","]
    if behind and behind[0].place.precision != "country":
        return behind[0]
    words = tokens.words(land.first - 2, land.last)
    return replace(land, first=land.first - 2, place=Place(name=words, text=words, precision="unnamed"))


def _people(mention: PlaceMention, kit: Kit) -> int:
    """How many live there; none where no list has it."""
    entries = kit.gazetteer.lookup(mention.place.name)
    return max((entry.population for entry in entries if entry.id == mention.place.id), default=0)


def described_by(tokens: Tokens, place: PlaceMention, mentions: Sequence[PlaceMention]) -> PlaceMention:
    """The place that an explanation is about: Hama of "Hama, the seat of the | province, which is held by rebels"."""
    noun = tokens[place.last - 1]
    for _ in range(_CLIMB):
        if noun.dep_ == "appos":
            return next((other for other in mentions if holds(other, noun.head)), place)
        noun = noun.head
    return place
