"""How much of a place is held, and except what: "most of", "the northern half of", "all but two districts of"."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, PlaceMention, Trigger
from crosswire.read.roles.reach import owned
from crosswire.read.roles.sited import is_sited
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Extent, Place

_INSIDE = frozenset(["in", "at", "across", "throughout"])
_LEVELS = frozenset(["admin1", "admin2", "settlement"])
_BESIDE = 4  # tokens before an act in which an adverb tells how much: "entirely in government | hands"
_BEFORE = 6  # tokens before a place in which its extent stands: "most of the city of | Aleppo"
_LEFT_OUT = 9  # tokens before a place in which "all but" stands: "all but two of the townships of | Hama"
_ALL_BUT = ("all", "but")


def extent(clues: Clues, trigger: Trigger, place: PlaceMention, kit: Kit) -> Extent | None:
    """How much of the place the act is about, by the words before the place or beside the act; None: not said."""
    tokens = clues.sentences[place.sentence].tokens
    if _all_but(tokens, place) is not None:
        return "all"
    first = max(0, place.first - _BEFORE, trigger.last if trigger.last <= place.first else 0)
    words = f" {' '.join(tokens.lowers[first : place.first])} "
    for joint in (" and ", " including "):
        words = f" {words.rpartition(joint)[2].strip()} "
    near = f" {' '.join(tokens.lowers[max(0, trigger.first - _BESIDE) : trigger.last])} "
    for much, phrases in kit.language.frames.extents.items():
        before = much == "most" and place.last <= trigger.first  # "most of which they control"
        beside = [phrase for phrase in phrases if before or phrase.endswith("ly")]  # "partly controls"
        if any(f" {phrase} " in words for phrase in phrases) or any(f" {phrase} " in near for phrase in beside):
            return much
    pointed = tokens.words(place.first, place.last) != place.place.text and place.place.precision == "settlement"
    suburb = pointed and _is_part_of_town(tokens[place.last - 1], kit)
    return (
        "part"
        if suburb or is_sited(place.place, kit) or _is_quarter(place.place, kit) or _lies_in(clues, trigger, place, kit)
        else None
    )


def _is_quarter(place: Place, kit: Kit) -> bool:
    """Whether the words name no more than a part of the known place: "eastern districts of Hama", "northern Mali"."""
    places, own = kit.language.places, place.name.lower().split()
    words = [word for word in place.text.lower().split() if word not in own]
    parts = places.forms("direction") | places.forms("part") | kit.language.frames.land["halves"]
    known = place.id is not None and place.precision != "unnamed"
    return known and any(word in parts or places.levels().get(word) == "district" for word in words)


def _is_part_of_town(token: Token, kit: Kit) -> bool:
    """Whether the place stands there as no more than a part of itself: "the southern | districts"."""
    halves = kit.language.frames.land["halves"]
    return token.lower_ in halves or kit.language.places.levels().get(token.text) == "district"


def _lies_in(clues: Clues, trigger: Trigger, place: PlaceMention, kit: Kit) -> bool:
    """Whether the ground meant only lies in the place: "captured a | town in Idlib", "areas held by | rebels in"."""
    tokens = clues.sentences[place.sentence].tokens
    ground = [
        token
        for token in tokens[min(trigger.first, place.first) : place.first]
        if token.lower_ in kit.language.frames.grounds and token.tag_ in {"NN", "NNS", "NNP"}
    ]
    noun = tokens[trigger.at].head
    if "owner" in trigger.frame.place and tokens[place.last - 1].head is noun and place.last <= trigger.first:
        return noun.tag_ == "NNS"  # "Hama's rebel-held districts"
    if place.first >= trigger.last and owned(tokens, place):
        return True  # "most of the city's eastern half"
    seat = tokens[trigger.at].lower_ == "capital"  # "their capital in the city of | Hama"
    bastion = tokens[trigger.at].lower_ in kit.language.frames.land["bastions"]
    last = place.first - 1
    while last > trigger.last and (tokens[last].tag_ in {"DT", "JJ"} or _is_level(tokens, last, kit)):
        last -= 1  # "captured a base in | the northern province of | Hama"
    return (
        tokens[last].lower_ in _INSIDE
        and last >= 0
        and not seat
        and (bool(ground) or bastion or _describes_before(tokens[trigger.at], place))
    )


def _describes_before(word: Token, place: PlaceMention) -> bool:
    """Whether the act describes ground named before: "areas | held by rebels in Hama"; not "in Azaz, a town | held"."""
    return word.dep_ in {"acl", "relcl"} and word.head.i < place.first


def _is_level(tokens: Tokens, at: int, kit: Kit) -> bool:
    """Whether the word belongs to "province of"."""
    noun = at - 1 if tokens[at].lower_ == "of" else at
    of = tokens[noun + 1].lower_ == "of"
    return of and kit.language.places.levels().get(tokens[noun].lower_) in _LEVELS


def _all_but(tokens: Tokens, place: PlaceMention) -> int | None:
    """Where what is left out begins, if it stands before the place: "all but | the eastern districts of Hama"."""
    for at in range(place.first - 1, max(0, place.first - _LEFT_OUT), -1):
        if (tokens[at - 1].lower_, tokens[at].lower_) == _ALL_BUT:
            return at + 1
    return None


def whole(clues: Clues, place: PlaceMention) -> PlaceMention:
    """The place of which only a part is left out: Hama of "all but the eastern districts of | Hama"; else the place."""
    tokens = clues.sentences[place.sentence].tokens
    name = place.place.name
    if _all_but(tokens, place) is None or place.place.precision != "district" or name not in place.place.text:
        return place
    return replace(place, place=replace(place.place, text=name, precision="settlement"))


def excepting(clues: Clues, place: PlaceMention, kit: Kit) -> str | None:
    """The words that are left out, verbatim: "the neighbourhoods held by Kurdish forces"."""
    sentence = clues.sentences[place.sentence]
    tokens = sentence.tokens
    left_out = _all_but(tokens, place)
    if left_out is not None:
        of = next((at for at in range(left_out, place.first) if tokens[at].lower_ == "of"), place.last)
        return tokens.words(left_out, of)
    for phrase in kit.language.frames.exceptions["words"]:
        words = tuple(phrase.split())
        for at in range(place.last, len(tokens) - len(words)):
            if tokens.lowers[at] == words[0] and tokens.lowers[at : at + len(words)] == words:
                start = at + len(words)
                end = next(
                    (token.i for token in tokens[start:] if token.text in {",", ".", ";", "”", '"', ")"}), len(tokens)
                )
                timed = [date.first for date in clues.here(place.sentence).dates if start < date.first < end]
                stop = min([end, *timed])
                while stop > start and tokens[stop - 1].tag_ in {"IN", "TO", "CC"}:
                    stop -= 1  # "except its station | on Monday"
                return tokens.words(start, stop) or None
    return None
