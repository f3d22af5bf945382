"""What the pairs of two incidents say together: of each topic the best for a join, and the share that is against it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from crosswire.records import Reason

_AWAY = ("different districts", "places differ", "places lie close", "places may differ", "one is put nowhere")
_TOPICS = (
    ("places agree", "one wide area", "one place lies in the other", *_AWAY),
    (
        "days agree",
        "days may agree",
        "told on one day",
        "days differ by one",
        "days differ",
        "the words name two days",
        "place and day differ",
        "told long apart",
    ),
    (
        "same figure",
        "same small figure",
        "figures meet",
        "figures lie close",
        "as many of other words",
        "figures exclude each other",
        "figures lie far apart",
    ),
    (
        "one page repeats the figure",
        "one page counts more of them",
        "one page counts both",
        "two speakers of one page count them",
        "one page lists both",
        "told apart by the page",
    ),
    ("same actor", "actors differ"),
    ("same target", "targets differ"),
    ("the pages tell the same", "the pages tell much the same"),
)  # reasons of one kind: what a few of an incident's claims say against a join counts for as much as they are
_MOST = 0.5  # share of the pairs from which what speaks against counts in full; 1 let two days of strikes run together
_OF_PAGES = (
    "both pages lead with it",
    "the pages share rare names",
    "the pages tell the same",
    "the pages tell much the same",
)  # hold for all that two pages tell: for another attack on the same town, a week later, as well
_TWO_DAYS = ("days differ", "the words name two days")
_ONE_DAY = ("days agree", "days differ by one", "linked by a copy")
_ONE_PLACE = ("places agree", "one wide area", "one place lies in the other", "places lie close", "linked by a copy")
_SAME_PLACE = ("places agree", "one place lies in the other")
_UNSURE = ("places may differ", "one is put nowhere")
_SAME_COUNT = ("same figure", "as many of other words")
_EXPLAINED = ("figures exclude each other",)  # by older counts, where one of the figures is the same
_PERSON = "the same person"  # tells of one occurrence, though a page may come out, or be dated, days later
_NAMED_APART = ("the words name two days", "place and day differ")
_DAYS_APART = ("days differ", "days differ by one", "told long apart")
_FIRMLY_AWAY = ("different districts", "places differ", "places lie close")
_SOFT = ("days may agree", "told on one day")  # outweigh no days that the pages name


def speaks_for(held: Sequence[tuple[Reason, ...]]) -> Iterator[Reason]:
    """What speaks for the join: the most that any two claims say of each topic.

    Where days or places are named and none of them agree, how much two pages have in common says nothing.
    """
    told = {reason.name for reasons in held for reason in reasons}
    told -= _settled(told)
    apart = (not _has_none(told, _TWO_DAYS) and told.isdisjoint(_ONE_DAY)) or (
        "places differ" in told and told.isdisjoint(_ONE_PLACE)
    )
    empty = _OF_PAGES if apart else ()
    most: dict[tuple[str, ...], Reason] = {}
    for reason in (reason for reasons in held for reason in reasons if reason.weight > 0 and reason.name not in empty):
        topic = _topic(reason.name)
        if topic not in most or reason.weight > most[topic].weight:
            most[topic] = reason
    yield from most.values()


def speaks_against(held: Sequence[tuple[Reason, ...]]) -> Iterator[Reason]:
    """What speaks against the join: of a topic by the share of the pairs that say so, all else in full.

    Where one count is the same, others that exclude it are older or later ones of the same people.
    """
    told = Counter(reason.name for reasons in held for reason in reasons)
    met = _settled(told.keys())
    against: dict[tuple[str, ...], dict[str, Reason]] = {}
    for reason in (reason for reasons in held for reason in reasons if reason.weight < 0 and reason.name not in met):
        against.setdefault(_topic(reason.name), {}).setdefault(reason.name, reason)
    for topic, reasons in against.items():
        heard = sum(told[name] for name in topic if name not in _SOFT)
        shares = {name: min(1.0, told[name] / heard / _MOST) if len(topic) > 1 else 1.0 for name in reasons}
        whole = sum(reason.weight * shares[name] for name, reason in reasons.items())
        limit = min(1.0, min(reason.weight for reason in reasons.values()) / whole)
        for name, reason in reasons.items():
            yield msgspec.structs.replace(reason, weight=round(reason.weight * shares[name] * limit, 6))


def _settled(told: Collection[str]) -> frozenset[str]:
    """The reasons against a join that others explain: one person is hit on one day, whatever the day of a page.

    Where the very words name two days, or the places differ as well, a person may be told of with two occurrences.
    """
    met = set(_EXPLAINED) if not _has_none(told, (*_SAME_COUNT, _PERSON)) else set[str]()
    one_person = _PERSON in told and _has_none(told, _NAMED_APART)
    if one_person and (_has_none(told, _FIRMLY_AWAY) or not _has_none(told, _SAME_PLACE)):
        met.update((*_DAYS_APART, *_UNSURE))
    return frozenset(met)


def _has_none(told: Collection[str], names: Iterable[str]) -> bool:
    return not any(name in told for name in names)


def _topic(name: str) -> tuple[str, ...]:
    return _TOPIC.get(name) or (name,)


_TOPIC = {name: topic for topic in _TOPICS for name in topic}
