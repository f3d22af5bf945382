"""What the comparison of two wordings knows of their language: figures, months, names, and the signs of background."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosswire.codebook import Codebook
from crosswire.codebook.actors import Actors
from crosswire.codebook.copying import Signs, signs
from crosswire.codebook.lexicon import known_as
from crosswire.codebook.once import once
from crosswire.codebook.press import Press
from crosswire.records import Document
from crosswire.text.folding import fold, words

_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?![\w])")
_CAPITAL = re.compile(r"\b[A-Z]\w+")
YEARS = range(1900, 2100)
_PLURAL = 2  # "one" is an article more often than a figure
_TENS = 20
_TEN = 10
_NEAR = 1  # months between a news text and what it calls by the name of a month


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Tongue:
    """One language, the actors, and the `carriers` of news. Keeps what it found in a text, which comes many times."""

    signs: Signs
    numbers: Mapping[str, int]
    months: Mapping[str, int]
    actors: Actors
    carriers: frozenset[str] = frozenset()
    _figures: dict[str, frozenset[int]] = field(default_factory=dict)

    def figures(self, text: str) -> frozenset[int]:
        """The whole numbers of `text`, in digits or spelt out from two on; `twenty-one` is 21."""
        found = self._figures.get(text)
        if found is None:
            digits = {int(number[0].replace(",", "")) for number in _DIGITS.finditer(text)}
            found = self._figures[text] = frozenset(digits | self._spelt(words(text)))
        return found

    def _spelt(self, texts: list[str]) -> set[int]:
        if self.numbers.keys().isdisjoint(texts):
            return set()
        found = (self.spelt(texts, at) for at in range(len(texts)))
        return {value for value in found if value is not None}

    def spelt(self, texts: Sequence[str], at: int) -> int | None:
        """The number that ends with the word at `at`, spelt out from two on, or None: at `one` of `twenty one` 21."""
        value = self.numbers.get(texts[at], 0)
        tens = self.numbers.get(texts[at - 1], 0) if at else 0
        if tens >= _TENS and 0 < value < _TEN:
            return tens + value
        unit = self.numbers.get(texts[at + 1], 0) if at + 1 < len(texts) else 0
        goes_on = value >= _TENS and 0 < unit < _TEN
        return value if value >= _PLURAL and not goes_on else None

    def looks_back(self, text: str, document: Document) -> bool:
        """Whether `text` tells of a time well before its page: an earlier year or month, or "since"."""
        if self.signs.past.search(fold(text)):
            return True
        published = document.published.first if document.published else None
        return published is not None and self._is_old(text, published)

    def _is_old(self, text: str, published: dt.date) -> bool:
        years = [figure for figure in self.figures(text) if figure in YEARS]
        if years and max(years) < published.year:
            return True
        months = [self.months[word] for word in _CAPITAL.findall(text) if word in self.months]
        away = [min((published.month - month) % 12, (month - published.month) % 12) for month in months]
        return bool(away) and min(away) > _NEAR

    def stands(self, text: str) -> bool:
        """Whether `text` tells how things stand and not what happened."""
        return bool(self.signs.lasting.search(fold(text)))

    def known(self, name: str) -> str:
        """The actor, person or country that goes by `name`; the folded name where the codebook knows none."""
        return known_as(name, self.actors) or fold(name)

    def plain(self, name: str) -> str:
        """`name` folded, without an article before it."""
        return fold(name).removeprefix("the ")


def tongue(document: Document, book: Codebook) -> Tongue:
    """The tongue of `document`; that of the first language taught where its own is not."""
    language = book.languages.get(document.language) or next(iter(book.languages.values()))
    return Tongue(
        signs=signs(language.copying),
        numbers=language.numbers.units,
        months=language.calendar.months,
        actors=book.actors,
        carriers=_carriers(book.press),
    )


@once
def _carriers(press: Press) -> frozenset[str]:
    """The folded names of all agencies and outlets."""
    names = {name for body in press.agency for name in (body.name, *body.aliases)}
    return frozenset(fold(name).removeprefix("the ") for name in names | {body.name for body in press.outlet})
