"""Connected groups: what is linked, directly or through others, belongs together."""

from collections.abc import Collection, Hashable, Iterable
from typing import TypeVar

_Item = TypeVar("_Item", bound=Hashable)


def components(
    items: Iterable[_Item], links: Iterable[tuple[_Item, _Item]], apart: Collection[tuple[_Item, _Item]] = ()
) -> list[list[_Item]]:
    """The items in groups that `links` hold together, both in the order in which `items` come; singles included.

    A link that would bring two items of a pair in `apart` into one group is passed over; links count in their order.
    """
    order = {item: place for place, item in enumerate(items)}
    named = list(order)
    parent = list(range(len(named)))
    for left, right in links:
        first, second = _root(parent, order[left]), _root(parent, order[right])
        ends = {first, second}
        if any({_root(parent, order[one]), _root(parent, order[other])} == ends for one, other in apart):
            continue
        parent[max(first, second)] = min(first, second)
    groups: dict[int, list[_Item]] = {}
    for item, place in order.items():
        groups.setdefault(_root(parent, place), []).append(item)
    return list(groups.values())


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place
