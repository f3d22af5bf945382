"""A sentence as the search for places sees it: folded tokens, runs of capitals, the nouns around a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosswire.codebook.places import Around, Level, Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.read.clues import Sentence
from crosswire.records import Record
from crosswire.text.folding import fold
from crosswire.text.kept import Kept

Relation = Literal["at", "near", "away", "part", "site", "between"]
IN = frozenset({"in", "at", "near", "around", "outside", "inside", "into", "towards", "toward", "across"})
JOINTS = frozenset({"-", "'"})
PARTICLES = frozenset(
    {
        *("al", "el", "ar", "an", "as", "ash", "ad", "at", "az", "ez", "es", "ul"),
        *("de", "la", "le", "du", "del", "di", "da", "do", "dos", "das"),
    }
)
LARGE = 15_000  # people from which a name needs no preposition beside it to be read as a place
_CITY = 150_000  # people from which a name that lost its apostrophe, or stands in capitals, is still recognised
_LOUD = 0.8  # share of capital letters from which case says nothing
_SMALL = frozenset(["settlement", "district", "site"])  # what a land or a town has more than one of
_LONG_WORD, _LONG_WORDS = 4, 4  # letters of a word that headlines capitalise, and how many such words make a headline


class Found(Record):
    """A place's name in a sentence.

    Tokens `first:last` are the natural phrase, `core` the name alone, `name` its text. `level` is what a noun beside it
    says it is. `relation` is how the place stands to the name: `away` for "20 km south of X", `part` for "suburbs of
    X", `site` for "X airport". A `tentative` name is a place only if a known one inside the page's countries sounds
    like it; a `weak` one, without any word of place beside it, only if it lies in a country that the page speaks of.
    A `peopled` one follows a country's adjective, a `led` one a preposition; words of place are beside a `backed` one.
    """

    sentence: int
    first: int
    last: int
    core: tuple[int, int]
    name: str
    level: Level | None = None
    relation: Relation = "at"
    direction: bool = False
    tentative: bool = False
    weak: bool = False
    peopled: bool = False
    backed: bool = False
    led: bool = False


@dataclass(slots=True)
class Line:
    """One sentence. `taken` tokens belong to parties; `people` are the surnames that the page uses.

    `ordinary` are the words that the page also writes small, `tellers` those that close a headline, `movements` the
    names of peoples, creeds and movements that it has fighters of.
    """

    sentence: Sentence
    words: Places
    gazetteer: Gazetteer
    taken: frozenset[int] = frozenset()
    people: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    tellers: frozenset[str] = frozenset()
    movements: frozenset[str] = frozenset()
    norms: list[str] = field(default_factory=list)
    raws: tuple[str, ...] = ()
    capitals: list[bool] = field(default_factory=list)
    size: int = 0
    loud: bool = False
    titled: bool = False
    _levels: dict[str, Level] = field(default_factory=dict)
    _kinds: dict[str, frozenset[Around]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.raws = self.sentence.tokens.texts
        looks = list(map(_LOOKS.__getitem__, self.raws))
        self.norms = [look[0] for look in looks]
        self.capitals = [look[1] for look in looks]
        self.size = len(looks)
        self._levels, self._kinds = self.words.levels(), self.words.kinds()
        letters = sum([look[3] for look in looks])
        self.loud = letters > _LONG_WORD * _LONG_WORDS and sum([look[4] for look in looks]) > _LOUD * letters
        long = [look[1] for look in looks if look[2]]
        self.titled = not self.loud and len(long) >= _LONG_WORDS and all(long)

    def __len__(self) -> int:
        return self.size

    def norm(self, at: int) -> str:
        """The folded token, or nothing outside the sentence."""
        return self.norms[at] if 0 <= at < self.size else ""

    def raw(self, at: int) -> str:
        """The token as written, or nothing outside the sentence."""
        return self.raws[at] if 0 <= at < self.size else ""

    def text(self, first: int, last: int) -> str:
        """The words `first:last` as written."""
        start, end = self.sentence.span(first, last)
        return self.sentence.tokens.text[start - self.sentence.start : end - self.sentence.start]

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital letter."""
        return 0 <= at < self.size and self.capitals[at]

    def glued(self, at: int) -> bool:
        """Whether no space stands between the token and the next."""
        return not self.sentence.tokens[at].whitespace_

    def says(self, at: int, *kinds: Around) -> bool:
        """Whether the token is a word of one of `kinds`."""
        if not 0 <= at < self.size:
            return False
        norm = self.norms[at]
        known = self._kinds.get(norm)
        if known is None and norm[-1:] == ".":
            known = self._kinds.get(norm.rstrip("."))
        return known is not None and not known.isdisjoint(kinds)

    def number(self, at: int) -> bool:
        """Whether the parser holds the token for a number: "Forty-two"."""
        return self.sentence.tokens[at].tag_ == "CD"

    def noun(self, at: int) -> Level | None:
        """The level that the token gives, if it is a place noun."""
        return self._levels.get(self.norm(at))

    def demonym(self, at: int) -> bool:
        """Whether the token is a people's name or adjective."""
        return self.capital(at) and self.gazetteer.people(self.norm(at)) is not None

    def verbish(self, at: int) -> bool:
        """Whether the parser holds a token whose capital says nothing for something else than a proper noun."""
        tag = self.sentence.tokens[at].tag_
        opens = at == 0 or not self.norm(at - 1)[:1].isalnum()
        return opens and bool(tag) and not tag.startswith("NNP")

    def plain_words(self, first: int, last: int) -> bool:
        """Whether the page writes all words `first:last` small elsewhere: "Rocket Attacks" in a headline is no name."""
        words = [at for at in range(first, last) if self.norm(at)[:1].isalpha() and self.norm(at) not in PARTICLES]
        return bool(words) and all(self.norm(at) in self.ordinary for at in words)

    def proper(self, at: int) -> bool:
        """Whether the parser holds the token for a proper noun; true where there was no parse."""
        tag = self.sentence.tokens[at].tag_
        return not tag or tag.startswith("NNP")

    def run(self, at: int) -> int:
        """The end of the run of capitalised words from `at`, particles and joints inside; `at` if there is none."""
        end = cursor = at
        while cursor < self.size:
            if self.capitals[cursor]:
                end = cursor + 1
            elif not self._inside_run(cursor):
                break
            cursor += 1
        return end

    def _inside_run(self, at: int) -> bool:
        norm = self.norms[at]
        if norm in JOINTS:
            return 0 < at < self.size - 1 and self.glued(at - 1) and self.glued(at)
        if norm not in PARTICLES or self._preposition(at):
            return False
        return self.capital(at + 1) or (self.norm(at + 1) == "-" and self.capital(at + 2))

    def _preposition(self, at: int) -> bool:
        return self.norm(at) in {"at", "as", "an"} and self.norm(at + 1) != "-"

    def starts(self, at: int) -> bool:
        """Whether a name may begin here: a capital, or an article joined to one (`al-Bab`)."""
        if not (self.capital(at) or self.norm(at) in PARTICLES) or at in self.taken or not self.norm(at)[:1].isalpha():
            return False
        joined = self.norm(at) in PARTICLES and self.norm(at + 1) == "-" and self.capital(at + 2)
        return self.capital(at) or (joined and self.norm(at - 1) != "-")

    def noun_after(self, last: int) -> tuple[int, Level] | None:
        """The end and level of the noun that follows a name: `military airport` gives site; so does `9 camp`."""
        last += self.norm(last).isdigit() and (self.noun(last + 1) is not None or self.says(last + 1, "modifier"))
        for at in range(last, min(last + 3, self.size)):
            if level := self.noun(at):
                return None if self._heads(at) or self._of_state(at) else (at + 1, level)
            if not self.says(at, "modifier", "direction"):
                return None
        return None

    def _of_state(self, noun: int) -> bool:
        """Whether "state" tells whose a body is, in text that lost its commas: "in Hama | state television said"."""
        return self.raw(noun) == "state" and self.says(noun + 1, "body")

    def _heads(self, noun: int) -> bool:
        """Whether a noun belongs to the name behind it, not to the one before: "the Tigray | town | of X".

        Before a part of a town or a site stands a place known far and wide: "the Baghdad | district | of X".
        """
        level = self.noun(noun)
        if level not in _SMALL or not (self.raw(noun).islower() and self.norm(noun + 1) == "of"):
            return False
        if not self.capital(noun + 2) or level == "settlement":
            return self.capital(noun + 2)
        return any(stands_out(self.gazetteer.lookup(self.text(first, noun))) for first in range(max(0, noun - 2), noun))

    def before(self, first: int) -> int:
        """The token before a name and the direction that begins it: "the village | of | Upper X"."""
        begins = self.capital(first - 1) and self.says(first - 1, "direction")
        return first - 2 if begins and first > 1 else first - 1

    def noun_before(self, first: int) -> Level | None:
        """The level of the noun before a name: `the town of (the) X`, `town X`, `a town called X`."""
        before = self.before(first)
        if self.norm(before) == "the":
            before -= 1
        if self.norm(before) == "as" and self.norm(before - 1) == "known":
            return self._named(before - 2)
        if self.says(before, "naming"):
            return self._named(before - 1)
        if self.norm(before) == "of":
            named = self.capital(before - 2) and not (self.loud or self.says(before - 2, "opening", "direction"))
            return None if named and not self._heads(before - 1) else self.noun(before - 1)
        level = self.noun(before)
        return level if level in {"settlement", "district"} and not self.capital(before) else None

    def _named(self, noun: int) -> Level | None:
        """The level of a noun that is given a name: "an | area | called X", "a | place | known as X"."""
        level = self.noun(noun) or ("area" if self.says(noun, "spot") else None)
        return level if level != "area" else "district"

    def joined(self, last: int, first: int) -> bool:
        """Whether only a comma or a conjunction stands between."""
        return [self.norm(at) for at in range(last, first)] in ([","], ["and"], [",", "and"], ["or"], ["&"])

    def placed(self, first: int) -> bool:
        """Whether the words before a name put something there: `in X`, `town of X`, `northern X`."""
        before = first - 2 if self.norm(first - 1) == "the" else first - 1
        if self.norm(before) in IN or self.says(before, "near", "direction"):
            return True
        noun = before - 1 if self.norm(before) == "of" else before
        return self.noun(noun) is not None or (noun < before and self.says(noun, "part", "direction"))


def _look(text: str) -> tuple[str, bool, bool, int, int]:
    """A token folded, whether it begins with a capital and is a long word, how many letters and capitals it has."""
    letters = [letter for letter in text if letter.isalpha()]
    long = len(text) >= _LONG_WORD and text.isalpha()
    return fold(text), text[:1].isupper(), long, len(letters), sum(map(str.isupper, letters))


_LOOKS = Kept(_look)


def without_s(line: Line, text: str) -> tuple[str, tuple[Entry, ...]]:
    """A large place's name whose possessive lost its apostrophe (`Syrias`) and the places; else nothing."""
    if len(text) <= _LONG_WORD or text[-1] not in "sS" or line.gazetteer.people(text) or line.gazetteer.lookup(text):
        return text, ()
    entries = line.gazetteer.lookup(text[:-1])
    large = tuple(
        entry
        for entry in entries
        if entry.kind == "country" or (entry.population >= _CITY and entry.kind in {"settlement", "admin1"})
    )
    return (text[:-1], large) if large else (text, ())


def stands_out(entries: Sequence[Entry], people: int = LARGE) -> bool:
    """Whether one of the places is known far and wide."""
    return any(
        entry.kind in {"country", "region", "water"} or entry.capital or entry.population >= people for entry in entries
    )


def shouted(entries: Sequence[Entry]) -> bool:
    """Whether one of the places is known enough to be recognised where case says nothing."""
    return stands_out(entries, _CITY)


def spans(line: Line, at: int, longest: int) -> Iterator[tuple[int, int]]:
    """Token ranges from `at` that could be one name, the longest first."""
    if at in line.taken:
        return
    end, furthest = at + 1, min(at + longest, line.size)
    while end < furthest and end not in line.taken and _inside_name(line, end):
        end += 1
    for last in range(end, at, -1):
        if line.norms[last - 1][:1].isalnum() and (line.capitals[last - 1] or line.norm(last - 2) in JOINTS):
            yield at, last


def _inside_name(line: Line, at: int) -> bool:
    norm = line.norm(at)
    if norm in JOINTS:
        return line.glued(at - 1) or line.glued(at)
    if line.capital(at) or line.norm(at - 1) in JOINTS:
        return True
    return norm in PARTICLES or norm in {"of", "and", "the", "on", "upon"}
