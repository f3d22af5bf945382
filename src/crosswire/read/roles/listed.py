"""Further ground that a list names: "took Hama, the hill town, as well as | Homs", "most towns, including | Homs".

What a list names takes the place of the ground without a name that it explains.
"""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import PlaceMention, Trigger
from crosswire.read.roles.reach import BESIDE, FAR, joined
from crosswire.read.roles.sited import is_sited
from crosswire.read.roles.subjects import list_before
from crosswire.read.tokens import Token, Tokens

_BARE = frozenset(["DT", "JJ", "CD", "RB", ",", "PRP$"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LONGEST = 3  # words of "as well as"
_LANDS = frozenset(["admin1", "country"])
_MANY = frozenset(["NNS", "NNPS"])


def with_listed(
    tokens: Tokens, trigger: Trigger, found: Sequence[PlaceMention], mentions: Sequence[PlaceMention], kit: Kit
) -> list[PlaceMention]:
    """The places, with those that a list adds to the last of them and those by which it names unnamed ground."""
    if not found:
        return list(_of_many(tokens, trigger, mentions, kit))
    added = _added(tokens, found[-1], mentions, kit)
    held = [*found, *added]
    many = not _is_named(held[-1]) and tokens[held[-1].last - 1].tag_ in _MANY
    members = _members(tokens, held[-1].last, mentions, kit) if many else ()
    if members:
        held[-1:] = members
    elif added and not _is_named(held[-1]):
        held.pop()  # "Hama, along with the neighbouring | regions"
    return list(dict.fromkeys(held))


def where_it_lies(
    tokens: Tokens, trigger: Trigger, held: Sequence[PlaceMention], mentions: Sequence[PlaceMention], kit: Kit
) -> Sequence[PlaceMention]:
    """What "where" stands for, of ground without a name: "| Hama and Homs, where rebels | hold the countryside"."""
    wheres = [token.i for token in tokens[: trigger.first] if token.lower_ == "where"]
    if not wheres or any(_is_named(one) and not is_sited(one.place, kit) for one in held):
        return held
    gap = tokens[wheres[-1] + 1 : trigger.first]
    ground = tokens.lowers[trigger.last : trigger.last + BESIDE]
    other = any(_acts(token) for token in gap) or kit.language.frames.sites.isdisjoint(ground)
    return held if other else list_before(tokens, wheres[-1], [one for one in mentions if _is_named(one)]) or held


def _added(tokens: Tokens, last: PlaceMention, mentions: Sequence[PlaceMention], kit: Kit) -> Sequence[PlaceMention]:
    """What "as well as" adds, also behind what explains the last: "Hama, the hill town it took, as well as | Homs"."""
    at, end = _adding(tokens, last.last, kit)
    between = tokens[last.last : at]
    ground = kit.language.places.levels().keys()
    aside = all(token.lower_ in ground for token in between) or (
        between[-1].text == "," and all(token.dep_ == "relcl" for token in between if _acts(token))
    )
    told = any(last.last <= one.first < at and one.place.name != last.place.name for one in mentions if _is_named(one))
    return () if at == end or told or not aside else _listed(tokens, end, mentions, kit)


def _acts(token: Token) -> bool:
    return token.tag_ in _FINITE and token.dep_[:3] != "aux"


def _is_named(mention: PlaceMention) -> bool:
    return mention.place.precision != "unnamed"


def _adding(tokens: Tokens, start: int, kit: Kit) -> tuple[int, int]:
    """Where the phrase that adds something stands, in reach of `start`; an empty span where there is none."""
    phrases, lowers = kit.language.nameless.forms("adding"), tokens.lowers
    for at in range(start, min(start + FAR, len(tokens))):
        for size in range(_LONGEST, 0, -1):
            if " ".join(lowers[at : at + size]) in phrases:
                return at, at + size
    return start, start


def _of_many(tokens: Tokens, trigger: Trigger, mentions: Sequence[PlaceMention], kit: Kit) -> Sequence[PlaceMention]:
    """The names of towns that an act tells of as several in a land: "took most towns in the province, | Homs among"."""
    verb, land = tokens[trigger.at], {"object", "direct", "passive"} & set(trigger.frame.place)
    acted = [child for child in verb.children if land and trigger.verb and child.dep_ in {"dobj", "nsubjpass"}]
    acted += [noun for one in acted for link in one.rights if link.lower_ == "of" for noun in link.rights]
    sites = kit.language.frames.sites
    many = next((noun for noun in acted if noun.tag_ in _MANY and noun.lower_ in sites), None)
    return () if many is None else _members(tokens, many.i + 1, mentions, kit)


def _members(tokens: Tokens, last: int, mentions: Sequence[PlaceMention], kit: Kit) -> Sequence[PlaceMention]:
    """The names of ground that is told of without one: "most of the towns that IS had taken, including | Homs"."""
    listing = kit.language.nameless.forms("listing")
    near = range(last, min(last + FAR * 2, len(tokens)))
    opened = next((at for at in near if tokens[at].lower_ in listing and tokens[at - 1].text == ","), None)
    between = [one for one in mentions if last <= one.first < (opened or last) and _is_named(one)]
    if opened is None or any(one.place.precision not in _LANDS for one in between):
        return ()
    return _listed(tokens, opened + 1, mentions, kit)


def _listed(tokens: Tokens, start: int, mentions: Sequence[PlaceMention], kit: Kit) -> list[PlaceMention]:
    """The mention behind `start`, if nothing but ground leads to it, with those joined to it."""
    grounds = kit.language.frames.grounds | kit.language.nameless.forms("listing") | {"of", "them"}
    found: list[PlaceMention] = []
    for mention in mentions:
        if mention.first < start:
            continue
        if found and not joined(tokens, found[-1], mention):
            break
        if not found and not all(_leads(token, grounds) for token in tokens[start : mention.first]):
            break
        found.append(mention)
    return found


def _leads(token: Token, grounds: frozenset[str]) -> bool:
    return token.tag_ in _BARE or token.lower_ in grounds
