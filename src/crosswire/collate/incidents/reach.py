"""How much can speak for a join at most: groups that cannot come near it are not laid side by side claim by claim.

What two outlines do not share cannot speak for a join, and days or places that all differ speak against it. The sum is
never below that of a comparison (`alike`, `topics`), so nothing that would be joined or asked about is passed over.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import chain

from crosswire.codebook.reasons import Reasons
from crosswire.collate.ground import agreement
from crosswire.collate.incidents.bearings import DAYS, NEAR
from crosswire.collate.incidents.outlines import EMPTY, NOWHERE, Outline, Outlines, Topic
from crosswire.collate.incidents.pairs import Surroundings
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

_SLACK = 1e-5  # sums are rounded
_KEPT = 1_000_000  # pairs of places whose agreement is kept, about 150 MB
_SHARED: dict[Topic, tuple[str, ...]] = {
    "figure": ("same figure", "same small figure", "as many of other words"),
    "close": ("figures lie close",),
    "kind": ("figures meet",),
    "hit": ("as many were hit",),
    "age": ("same age",),
    "actor": ("same actor",),
    "target": ("same target",),
    "speaker": ("same speaker",),
    "act": ("same act",),
    "story": ("same story",),
    "lead": ("both pages lead with it",),
    "free": ("the pages share rare names",),
    "open": ("the pages tell the same", "the pages tell much the same"),
}  # the reasons for which two claims must share what the topic is about
_COMPARED: tuple[Topic, ...] = ("page", "copy", "person")  # what stands on one page or was copied, and who is named
_OF_PAGES: tuple[Topic, ...] = ("lead", "free", "open")  # say nothing where all days differ
_INSTEAD: tuple[tuple[Topic, Topic], ...] = (("figure", "close"), ("figure", "kind"), ("close", "kind"))
_MOOT: tuple[Topic, ...] = (*_OF_PAGES, "age", "close", "kind")
_ON_PAGE = (
    "linked by a copy",
    "parts of one count",
    "told in one sentence",
    "one page repeats the figure",
    "one page counts more of them",
    "one page counts both",
    "two speakers of one page count them",
    "the page names one place",
    "the same person",
)
_PLACES = ("places agree", "one place lies in the other", "one wide area")
_AWAY = ("different districts", "places differ", "places lie close", "places may differ")
_APART = {"differ", "district"}
_DAYS = ("days agree", "days may agree")
_NAMED, _UNDATED, _NO_PLACE = "the words name the place", "told on one day", "one is put nowhere"
_DIFFER, _BY_ONE, _LONG_APART = ("days differ", "the words name two days"), "days differ by one", "told long apart"


class Reach:
    """The outlines of claims, and whether two outlines can reach the sum from which a person should look.

    `asked` are the pairs of pages of which the corpus was asked whether they share names.
    """

    def __init__(self, claims: Iterable[Claim], witnesses: Witnesses, around: Surroundings, reasons: Reasons) -> None:
        """Looks at each of `claims` once."""
        drawn = Outlines(witnesses, around, frozenset(reasons.recounts))
        self._outlines = {claim.id: drawn.of(claim) for claim in claims}
        self._topics, self._grounds = drawn.topics, drawn.places
        self._around = around
        self._weights = {name: reason.weight for name, reason in reasons.reason.items()}
        self._least = reasons.least - _SLACK
        parted = all(name in reasons.reason and reasons.reason[name].parts for name in _DIFFER)
        self._parted = (reasons.ask if parted else reasons.least) - _SLACK  # what is parted joins on no less
        self._most = {topic: max(map(self._weight, names)) for topic, names in _SHARED.items()}
        known = {*chain.from_iterable(_SHARED.values()), *_ON_PAGE, *_PLACES, *_DAYS, _NAMED, _UNDATED}
        others = [one for name, one in reasons.reason.items() if name not in known and one.weight > 0]
        self._rest = sum(one.weight for one in others)
        ties = {name for name, one in reasons.reason.items() if one.ties}
        self._ties = {topic for topic, names in _SHARED.items() if any(one.ties for one in others) or ties & {*names}}
        self._sure = self._ties - {"free"}
        self._agreements: dict[tuple[int, int], str] = {}
        self.asked: set[tuple[str, str]] = set()

    def of(self, claims: Sequence[Claim]) -> Outline:
        """The outline of a group with these claims."""
        return reduce(Outline.joined, (self._outlines[claim.id] for claim in claims), EMPTY)

    def reaches(self, left: Outline, right: Outline) -> bool:
        """Whether two groups with these outlines may be worth asking about."""
        held = {self._topics[key] for key in left.keys & right.keys}
        if not held.isdisjoint(_COMPARED):
            return True
        days, apart = self._days(left, right, one_story="story" in held)
        if apart:
            held.difference_update(_OF_PAGES)
        for more, less in _INSTEAD:
            if more in held:
                held.discard(less)
        if not ((left.sums and right.parts) or (left.parts and right.sums)):
            held.discard("hit")
        if held.isdisjoint(self._ties):
            return False
        least = self._parted if apart else self._least
        most = self._rest + days + sum(map(self._most.__getitem__, held))
        if most + self._best(_PLACES) + self._weight(_NAMED) < least:
            return False
        most += self._ground(left, right)
        if most < least or "free" not in held:
            return most >= least
        if most - self._most["free"] >= least and not held.isdisjoint(self._sure):
            return True
        return any(self._name_alike(one, other) for one in left.pages for other in right.pages)

    def _name_alike(self, one: str, other: str) -> bool:
        self.asked.add((one, other))
        return self._around.names.shared(one, other)

    @property
    def splits(self) -> bool:
        """Whether closely dated groups cannot reach it when all their days differ and they share no age, page, copy."""
        topics = sum(most for topic, most in self._most.items() if topic not in _MOOT)
        return self._rest + topics + self._best(_PLACES) + self._best(_DIFFER) < self._parted

    def _days(self, left: Outline, right: Outline, *, one_story: bool) -> tuple[float, bool]:
        """What the days can say at most, and whether all of them are known to differ."""
        gap = max(right.first - left.last, left.first - right.last)
        if left.undated or right.undated:
            both = left.undated and right.undated
            dated = left.last >= left.first and right.last >= right.first
            return max(self._best(_DAYS) if dated and gap <= 0 else 0.0, self._weight(_UNDATED) if both else 0.0), False
        if gap <= 0:
            return self._best(_DAYS), False
        if gap > DAYS:
            apart = not one_story or not (left.soft or right.soft)
            return (self._best(_DIFFER) if apart else max(self._best(_DIFFER), self._weight(_LONG_APART))), apart
        if left.soft or right.soft:
            return 0.0, False
        apart = gap > NEAR
        return (self._best(_DIFFER) if apart else max(self._best(_DIFFER), self._weight(_BY_ONE))), apart

    def _ground(self, left: Outline, right: Outline) -> float:
        """What the places can say at most."""
        bare = NOWHERE in left.places or NOWHERE in right.places
        told = {self._agreement(one, other) for one in left.places for other in right.places if one >= 0 <= other}
        named = self._weight(_NAMED) if bare else 0.0
        if "same" in told:
            return named + self._best(_PLACES)
        if "inside" in told:
            return named + self._best(_PLACES[1:])
        if not told or not told <= _APART:
            return named
        return named + max(map(self._weight, (*_AWAY, _NO_PLACE) if bare else _AWAY))

    def _agreement(self, left: int, right: int) -> str:
        ends = (left, right) if left <= right else (right, left)
        found = self._agreements.get(ends)
        if found is None:
            if len(self._agreements) >= _KEPT:
                self._agreements.clear()
            found = self._agreements[ends] = agreement(self._grounds[ends[0]], self._grounds[ends[1]])
        return found

    def _best(self, names: Iterable[str]) -> float:
        return max(map(self._weight, names))

    def _weight(self, name: str) -> float:
        return self._weights.get(name, 0.0)
