"""Where a counted act happened: the place of the page for which most reasons speak, or nowhere.

`ground` gathers what a page's acts can be put on, once a page; `place` puts one act on it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.whereabouts.closer import closer
from crosswire.read.whereabouts.events import events
from crosswire.read.whereabouts.ground import Ground, alone, figure
from crosswire.read.whereabouts.ground import ground as bare_ground
from crosswire.read.whereabouts.lying import COARSE
from crosswire.read.whereabouts.nearness import goes_back
from crosswire.read.whereabouts.several import shared
from crosswire.read.whereabouts.standing import led
from crosswire.read.whereabouts.weighing import TELLING, Candidate, best, candidates
from crosswire.records import Place, Scope, When

__all__ = ["Ground", "ground", "place"]

_BEHIND = "right behind those counted"
_OUTSIDE = frozenset(["near", "outside", "off"])
_FIRM = frozenset(["hangs on the act", _BEHIND])


def ground(drafts: Iterable[Draft], clues: Clues, base: When | None, filed_from: Place | None, kit: Kit) -> Ground:
    """What the drafts of a page are put on, with what each sentence tells by itself."""
    page = bare_ground(drafts, clues, base, filed_from, kit)
    page = replace(page, course=events(page, clues, kit.language.events))
    figures: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for at in sorted(page.counts):
        for draft in sorted(page.counts[at], key=lambda draft: draft.first):
            own = page.own[_key(draft)] = own_place(draft, "incident", page)
            if own is None:
                continue
            page.told.setdefault(at, own)
            if own.precision != "country" and at not in page.old and (key := figure(draft)):
                figures[key].append(own)
                page.lasts[key] = at
    page.figures.update({key: told for key, places in figures.items() if (told := alone(places)) is not None})
    return page


def place(draft: Draft, reach: Scope, page: Ground) -> Place | None:
    """The place in the act's own grammar; for a count else the one for which most reasons speak.

    A count beside several coordinated places is at all of them, or number by number at one each.
    """
    if draft.place is not None or not draft.located:
        return draft.place.place if draft.place else None
    found = _best(draft, reach, page)
    if found is None and reach == "incident":  # "killed 24 people and | wounded 42"
        near = (other for other in page.counts.get(draft.sentence, ()) if not _long_apart(draft, other, page))
        others = sorted(near, key=lambda other: (abs(other.first - draft.first), other.first))
        found = next((told for other in others if (told := _best(other, reach, page)) is not None), None)
    return _settled(found, draft, reach, page) if found else None


def _long_apart(draft: Draft, other: Draft, page: Ground) -> bool:
    """Whether the one is told as long before or after the other: "nine died, hours after | a raid left 12 dead"."""
    first, last = sorted((draft, other), key=lambda each: each.first)
    return goes_back(page.sentences[draft.sentence].tokens[first.last : last.first], page.spans)


def _best(draft: Draft, reach: Scope, page: Ground) -> Candidate | None:
    kept = reach == "incident" and _key(draft) in page.own
    own = page.own[_key(draft)] if kept else own_place(draft, reach, page)
    return best(list(candidates(draft, reach, page, own, beside=True)), page)


def _key(draft: Draft) -> tuple[int, int, int, str, str]:
    return draft.sentence, draft.first, draft.at, draft.kind, draft.rule


def _settled(found: Candidate, draft: Draft, reach: Scope, page: Ground) -> Place:
    """The candidate's place, a closer one of the same event, or those coordinated with it.

    Countries are coordinated only where the act hangs on them.
    """
    mention = found.mention
    if mention is not None and (mention.place.precision != "country" or _FIRM & found.reasons.keys()):
        joint = shared(page.sentences[draft.sentence], draft, mention, page.named[draft.sentence], page.words)
        if joint is not None:
            return joint
    return closer(found.place, draft, reach, page)


def own_place(draft: Draft, reach: Scope, page: Ground) -> Place | None:
    """The best place of the act's own sentence, those aside at which somebody only tells of the act."""
    here = candidates(draft, reach, page, None, beside=False)
    found = best([each for each in here if _BEHIND in each.reasons or not TELLING & each.reasons.keys()], page)
    if found is None or found.mention is None:
        return None
    outside = found.place.precision in COARSE and led(page.sentences[draft.sentence], found.mention) in _OUTSIDE
    return None if outside else found.place  # "near | Chechnya", which is not in it
