"""What every taught rule carries, and groups of words by their kinds."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from crosswire.records import Record

_Kind_co = TypeVar("_Kind_co", bound=str, covariant=True)
_Of = TypeVar("_Of", bound=str)


class Rule(Record):
    """A rule with its examples. `name` is shown to users as written, so it reads as a reason."""

    name: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


class _Words(Protocol[_Kind_co]):
    """Words of one kind."""

    @property
    def kind(self) -> _Kind_co: ...

    @property
    def forms(self) -> frozenset[str]: ...


def by_kind(groups: Iterable[_Words[_Of]]) -> dict[_Of, frozenset[str]]:
    """All words of each kind."""
    found: dict[_Of, frozenset[str]] = {}
    for group in groups:
        found[group.kind] = found.get(group.kind, frozenset()) | group.forms
    return found


def kinds_of(groups: Iterable[_Words[_Of]]) -> dict[str, frozenset[_Of]]:
    """The kinds that each word is of."""
    found: dict[str, frozenset[_Of]] = {}
    for group in groups:
        for form in group.forms:
            found[form] = found.get(form, frozenset()) | {group.kind}
    return found
