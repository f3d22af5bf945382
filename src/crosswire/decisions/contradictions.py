"""Which decisions exclude each other: all of them are reported, and none of them is applied."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosswire.records import Decision

_OPPOSITES = (("same", "different"), ("same-origin", "independent"))  # the first joins, and so reaches through others
_EDITS = frozenset(["set", "place", "outlet"])
_POSITIVE = frozenset(["set", "place", "same", "add"])  # what nobody says of a claim that is to be taken out
_UNSURE = ("same", "different")  # what answers an `unsure`


@dataclass(frozen=True, slots=True, kw_only=True)
class Led:
    """A decision whose anchors were found: the ids of the claims or documents that they lead to."""

    decision: Decision
    about: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, in their order."""
        one, other = sorted(self.about)
        return one, other


def contradictions(led: Sequence[Led]) -> dict[int, frozenset[int]]:
    """For each decision that others exclude, by number, the numbers of those others."""
    found: dict[int, set[int]] = {}
    for group in (*_opposites(led), *_rival_edits(led), *_rejected(led), *_doubted(led)):
        for seq in group:
            found.setdefault(seq, set()).update(group - {seq})
    return {seq: frozenset(others) for seq, others in found.items()}


def answered(led: Iterable[Led]) -> dict[int, int]:
    """For each `unsure` that a later decision on the same pair answers, the number of the first that does."""
    open_: dict[tuple[str, str], list[int]] = {}
    found: dict[int, int] = {}
    for one in led:
        if one.decision.op == "unsure":
            open_.setdefault(one.pair, []).append(one.decision.seq)
        elif one.decision.op in _UNSURE:
            found |= dict.fromkeys(open_.pop(one.pair, ()), one.decision.seq)
    return found


def _opposites(led: Sequence[Led]) -> Iterator[frozenset[int]]:
    """Each decision that parts two things with those that join the same two, directly or through others."""
    for joins, parts in _OPPOSITES:
        ties: dict[str, dict[str, list[int]]] = {}
        for one in led:
            if one.decision.op == joins:
                left, right = one.pair
                ties.setdefault(left, {}).setdefault(right, []).append(one.decision.seq)
                ties.setdefault(right, {}).setdefault(left, []).append(one.decision.seq)
        homes = _homes(ties)
        for one in led:
            left, right = one.pair if one.decision.op == parts else ("", "")
            if left and homes.get(left, left) == homes.get(right, right):
                yield frozenset([one.decision.seq, *_path(ties, left, right)])


def _homes(ties: Mapping[str, Mapping[str, list[int]]]) -> dict[str, str]:
    """The group of each thing that is joined with another, named by one of its members."""
    homes: dict[str, str] = {}
    for start in ties:
        if start in homes:
            continue
        reached = [start]
        homes[start] = start
        for name in reached:
            fresh = [other for other in ties[name] if other not in homes]
            homes |= dict.fromkeys(fresh, start)
            reached += fresh
    return homes


def _path(ties: Mapping[str, Mapping[str, list[int]]], start: str, end: str) -> list[int]:
    """The decisions on the shortest way from `start` to `end`."""
    came = {start: start}
    queue = deque([start])
    while queue and end not in came:
        name = queue.popleft()
        for other in sorted(ties[name]):
            if other not in came:
                came[other] = name
                queue.append(other)
    steps: list[int] = []
    while end != start:
        steps += ties[end][came[end]]
        end = came[end]
    return steps


def _rival_edits(led: Sequence[Led]) -> Iterator[frozenset[int]]:
    """Decisions that set one field of one thing to different values."""
    fields: dict[tuple[str, str], list[Decision]] = {}
    for one in led:
        if one.decision.op in _EDITS:
            field = one.decision.args.get("field", one.decision.op)
            fields.setdefault((one.about[0], field), []).append(one.decision)
    for rivals in fields.values():
        if len({(one.args["value"], one.args.get("id")) for one in rivals}) > 1:
            yield frozenset(one.seq for one in rivals)


def _rejected(led: Sequence[Led]) -> Iterator[frozenset[int]]:
    """Decisions that take a claim out, with those that build on it."""
    out: dict[str, list[int]] = {}
    for one in led:
        if one.decision.op == "reject":
            out.setdefault(one.about[0], []).append(one.decision.seq)
    for one in led:
        if one.decision.op in _POSITIVE:
            for name in one.about:
                if name in out:
                    yield frozenset([one.decision.seq, *out[name]])


def _doubted(led: Sequence[Led]) -> Iterator[frozenset[int]]:
    """An answer with an `unsure` that came after it."""
    answers: dict[tuple[str, str], list[int]] = {}
    for one in led:
        if one.decision.op in _UNSURE:
            answers.setdefault(one.pair, []).append(one.decision.seq)
        elif one.decision.op == "unsure" and one.pair in answers:
            yield frozenset([one.decision.seq, *answers[one.pair]])
