"""What the codebook tells of those who act, of kinds, words and denials, as the steps ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from crosswire.codebook import Codebook
from crosswire.codebook.lexicon import ultimate
from crosswire.collate.disputes.denying import Denying, denying
from crosswire.collate.populations import Populations, populations, side_of
from crosswire.kit import Kit


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The codebook, all its languages together.

    `policy` is that of tolls, `people` the classes of those who are counted; `families` gives the family of each kind,
    `rebuttals` tells what the words of a denial mean. `contrast` are the words that set one thing against another,
    `little` those that stand everywhere.
    """

    book: Codebook
    policy: str
    people: Populations
    families: Mapping[str, str]
    rebuttals: Denying
    contrast: tuple[str, ...]
    little: frozenset[str]

    def side_of(self, actor: str, country: str | None = None) -> str | None:
        """The side on which an actor stands, in the country with this code if it is known; None if nothing tells."""
        return side_of(actor, self.people, self.book.actors, country)

    def body_of(self, name: str) -> str:
        """The body behind a name: a president, his army and his government are one."""
        return ultimate(name, self.book.actors)


def rules_of(kit: Kit) -> Rules:
    """The rules of the codebook and the settings of `kit`."""
    book = kit.codebook
    languages = [language for _, language in sorted(book.languages.items())]
    people = populations(language.numbers for language in book.languages.values())

    def landed(actor: str, country: str | None) -> str | None:
        return side_of(actor, people, book.actors, country)

    return Rules(
        book=book,
        policy=kit.settings.policy,
        people=people,
        families={name: kind.family for name, kind in book.kinds.kind.items()},
        rebuttals=denying((language.denials for language in languages), landed),
        contrast=tuple(word for language in languages for word in language.background.contrast),
        little=frozenset(kit.model.Defaults.stop_words),
    )
