"""What people have settled, as plain constraints: pairs that must or must not go together, whatever the weights say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crosswire.records import Claim

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Constraints:
    """Pairs of ids, each sorted. `same`, `different` and `unsure` pair claims: one occurrence, two, or not known.

    `one_source` and `independent` pair claims or documents: told on one source's word, or on two. No pair stands in
    both of two lists that exclude each other. `scoped` are claims whose scope people set.
    """

    same: Pairs = field(default_factory=frozenset)
    different: Pairs = field(default_factory=frozenset)
    unsure: Pairs = field(default_factory=frozenset)
    one_source: Pairs = field(default_factory=frozenset)
    independent: Pairs = field(default_factory=frozenset)
    scoped: frozenset[str] = frozenset()

    @cached_property
    def rivals(self) -> Mapping[str, frozenset[str]]:
        """For each claim of `different`, the claims that it must not stand with."""
        return _both_ways(self.different)

    @cached_property
    def strangers(self) -> Mapping[str, frozenset[str]]:
        """For each claim or document of `independent`, those that must not be counted as its source."""
        return _both_ways(self.independent)

    @cached_property
    def kin(self) -> Mapping[str, frozenset[str]]:
        """For each claim or document of `one_source`, those whose source is its own."""
        return _both_ways(self.one_source)

    def parted(self, left: Claim, right: Claim, *, spoken: bool) -> bool:
        """Whether two claims have independent sources; that of their pages does not part one speaker's words."""
        if right.id in self.strangers.get(left.id, ()):
            return True
        return not spoken and right.quote.document in self.strangers.get(left.quote.document, ())

    def tied(self, left: Claim, right: Claim) -> bool:
        """Whether two claims have one source."""
        return right.id in self.kin.get(left.id, ()) or right.quote.document in self.kin.get(left.quote.document, ())


FREE = Constraints()


def pair(left: str, right: str) -> tuple[str, str]:
    """The two ids in their order."""
    return (left, right) if left <= right else (right, left)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for left, right in pairs:
        found.setdefault(left, set()).add(right)
        found.setdefault(right, set()).add(left)
    return {name: frozenset(others) for name, others in found.items()}
