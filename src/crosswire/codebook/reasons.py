"""Schema of `reasons.toml`: why two claims tell of one occurrence, with weights, and how tolls are reconciled."""

from crosswire.records import Record


class Weight(Record):
    """What a reason weighs.

    `plain` explains it to readers; `ties` marks reasons beyond place, day and story, `parts` those by which the words
    themselves tell two occurrences apart.
    """

    weight: float
    plain: str
    ties: bool = False
    parts: bool = False


class Reasons(Record):
    """`join` is the sum from which claims are joined, `ask` the sum from which a person should look.

    `join_in_story` is the sum from which claims of one story are joined that nothing parts.

    `apart` are words by which a speaker tells occurrences apart, `attacks` what they speak of where no other page's
    occurrence can be meant; behind one of `articles` they tell of one that was not told of before. `elsewhen` are
    phrases of what happened at another time. `acled` gives ACLED's integer for words that name no number, `acled_large`
    where another count of the same occurrence is large. `more` are words by which a page counts more people of one
    occurrence, `recounts` rules of claims whose day may be that of the count. The day behind one of `rises`, or behind
    one of `sayings` with nothing but words of `between` in between, is that of the count or of the saying, and so is
    that behind `until`, and so is that between one of `follows` and a count under one of `under`, or behind one of
    `follows` where the count before is what one of `suspected` tells; the day behind one of `stamps` is that of its
    page. `age` are words that make a number an age, `spelled` the words for small numbers, from zero on. `accidents`
    are words of what kills without arms. `shares` are rules that tell of some of those counted elsewhere, `victims`
    words for people who may live.
    """

    join: float
    join_in_story: float
    ask: float
    reason: dict[str, Weight]
    apart: tuple[str, ...]
    attacks: tuple[str, ...]
    articles: frozenset[str]
    elsewhen: tuple[str, ...]
    accidents: tuple[str, ...]
    more: tuple[str, ...]
    recounts: tuple[str, ...]
    rises: frozenset[str]
    sayings: frozenset[str]
    between: frozenset[str]
    follows: frozenset[str]
    under: frozenset[str]
    suspected: frozenset[str]
    stamps: frozenset[str]
    until: str
    age: tuple[str, ...]
    spelled: tuple[str, ...]
    shares: frozenset[str]
    victims: frozenset[str]
    acled: dict[str, int]
    acled_large: dict[str, int]

    def is_share(self, rule: str) -> bool:
        """Whether claims of this rule tell of some of those counted elsewhere: "20 of the dead were buried"."""
        return rule.partition(" (")[0] in self.shares

    @property
    def least(self) -> float:
        """The sum from which a comparison matters."""
        return min(self.ask, self.join_in_story)
