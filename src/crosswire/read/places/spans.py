"""Where a sentence names places, known or not, and what the words around each name say of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from crosswire.codebook.places import Level, Places
from crosswire.gazetteer import Entry, Gazetteer
from crosswire.read.clues import Sentence
from crosswire.text.folding import fold
from crosswire.text.transliteration import plain

Relation = Literal["at", "near", "away", "part", "site"]
_LONGEST = 7  # tokens of the longest name that news writes, hyphens counted: "Deir ez - Zor", "Khan al - Shih"
_SHORT = 3  # letters up to which a name in capitals is an abbreviation and must be written so
_TOWN = 15_000  # people from which a name needs no preposition to be read as a place
_PARTICLES = frozenset("al el ar an as ash ad at az ez es ul de la le du del di da do dos das of".split())
_JOINTS = frozenset({"-", "'", "’"})
_ENOUGH_LONG_WORDS = 4
_LONG_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place's name in a sentence.

    Tokens `first:last` are the natural phrase, `core` the name alone. `level` is what a noun beside it says it is,
    `relation` how the place stands to the name: `away` is "20 km south of X", `part` "suburbs of X", `site` "X airport".
    """

    sentence: int
    first: int
    last: int
    core: tuple[int, int]
    name: str
    known: bool
    level: Level | None = None
    relation: Relation = "at"
    direction: bool = False
    certain: bool = False


@dataclass(slots=True)
class _Line:
    """A sentence as this module sees it: its tokens, folded, with what is a name already."""

    sentence: Sentence
    words: Places
    gazetteer: Gazetteer
    taken: frozenset[int]
    people: frozenset[str]
    norms: list[str] = field(default_factory=list)
    loud: bool = False
    titled: bool = False

    def __post_init__(self) -> None:
        tokens = list(self.sentence.tokens)
        self.norms = [fold(token.text) for token in tokens]
        letters = [c for token in tokens for c in token.text if c.isalpha()]
        self.loud = len(letters) > 3 * _LONG_WORD and sum(map(str.isupper, letters)) > 0.8 * len(letters)
        long = [token for token in tokens if len(token.text) >= _LONG_WORD and token.text.isalpha()]
        self.titled = (
            not self.loud and len(long) >= _ENOUGH_LONG_WORDS and all(token.text[0].isupper() for token in long)
        )

    def __len__(self) -> int:
        return len(self.norms)

    def norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def text(self, first: int, last: int) -> str:
        start, end = self.sentence.span(first, last)
        return self.sentence.tokens.text[start - self.sentence.start : end - self.sentence.start]

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.norms) and self.sentence.tokens[at].text[:1].isupper()

    def glued(self, at: int) -> bool:
        """Whether no space stands between token `at` and the next."""
        return not self.sentence.tokens[at].whitespace_

    def says(self, at: int, kind: str) -> bool:
        return self.norm(at) in self.words.forms(kind)  # type: ignore[arg-type]

    def noun(self, at: int) -> Level | None:
        return self.words.levels().get(self.norm(at))


def find(
    sentence: Sentence, words: Places, gazetteer: Gazetteer, taken: frozenset[int], people: frozenset[str]
) -> list[Found]:
    """All names of places in `sentence`, in order. `taken` tokens belong to parties; `people` are surnames of the page."""
    line = _Line(sentence, words, gazetteer, taken, people)
    found: list[Found] = []
    at = 0
    while at < len(line):
        name = _name(line, at, found)
        if name is None:
            at += 1
            continue
        found.append(_widened(line, name))
        at = max(found[-1].last, name.core[1])
    return _shared_levels(line, found)


def surnames(sentence: Sentence, words: Places, gazetteer: Gazetteer) -> set[str]:
    """Last names of people in `sentence`: the ends of capitalised runs whose beginning is no place and no common word."""
    line = _Line(sentence, words, gazetteer, frozenset(), frozenset())
    if line.loud or line.titled:
        return set()
    names, at = set(), 0
    while at < len(line):
        end = _run(line, at)
        if end - at > 1 and _personal(line, at, end):
            names.add(line.norm(end - 1))
        at = max(end, at + 1)
    return names


def _personal(line: _Line, first: int, last: int) -> bool:
    whole = line.text(first, last)
    return (
        not gazetteer_has(line, whole)
        and not any(line.noun(at) or line.says(at, "body") or line.says(at, "direction") for at in range(first, last))
        and not line.gazetteer.people(line.norm(first))
        and not (
            line.says(first, "opening")
            or line.gazetteer.lookup(line.text(first, first + 1))
            and line.says(first - 1, "locative")
        )
    )


def gazetteer_has(line: _Line, text: str) -> bool:
    return bool(line.gazetteer.lookup(text))


def _run(line: _Line, at: int) -> int:
    """The end of the run of capitalised words that begins at `at`, particles and joints inside; `at` if none does."""
    end = cursor = at
    while cursor < len(line):
        if line.capital(cursor):
            end = cursor + 1
        elif cursor == end and line.norm(cursor) in _PARTICLES and cursor > at and line.norm(cursor) != "of":
            pass
        elif not (line.norm(cursor) in _JOINTS and cursor and line.glued(cursor - 1) and line.glued(cursor)) and not (
            line.norm(cursor) in _PARTICLES
            and cursor + 1 < len(line)
            and (line.capital(cursor + 1) or line.norm(cursor + 1) == "-")
            and line.norm(cursor) != "of"
        ):
            break
        cursor += 1
    return end


def _starts(line: _Line, at: int) -> bool:
    if at in line.taken or not line.norm(at)[:1].isalpha():
        return False
    if line.capital(at):
        return True
    joined = line.norm(at) in _PARTICLES and line.norm(at) not in {"of", "at", "an", "as", "do", "la", "de"}
    return joined and (line.norm(at + 1) == "-" and line.capital(at + 2))


def _name(line: _Line, at: int, found: Sequence[Found]) -> Found | None:
    if not _starts(line, at) or (found and at < found[-1].last):
        return None
    known = _known(line, at)
    if known is not None:
        return known
    return _unknown(line, at, found)


def _known(line: _Line, at: int) -> Found | None:
    for last in range(min(at + _LONGEST, len(line)), at, -1):
        if not _may_end(line, at, last):
            continue
        text = line.text(at, last)
        entries = line.gazetteer.lookup(text)
        if not entries and last - at == 1:
            text, entries = _without_s(line, text)
        if entries and _plausible(line, at, last, entries):
            return Found(sentence=line.sentence.index, first=at, last=last, core=(at, last), name=text, known=True)
    return None


def _without_s(line: _Line, text: str) -> tuple[str, tuple[Entry, ...]]:
    """A name whose possessive lost its apostrophe on the way: `Syrias`."""
    if len(text) <= _LONG_WORD or not text.endswith("s") or line.gazetteer.people(text):
        return text, ()
    entries = line.gazetteer.lookup(text[:-1])
    large = tuple(entry for entry in entries if entry.kind == "country" or entry.population >= 10 * _TOWN)
    return (text[:-1], large) if large else (text, ())


def _may_end(line: _Line, first: int, last: int) -> bool:
    if any(at in line.taken for at in range(first, last)):
        return False
    for at in range(first, last):
        norm = line.norm(at)
        if not norm[:1].isalnum() and norm not in _JOINTS:
            return False
        if (
            norm[:1].isalpha()
            and at > first
            and not line.capital(at)
            and norm not in _PARTICLES
            and norm not in {"and", "the", "on"}
            and line.norm(at - 1) not in _JOINTS
        ):
            return False
    return line.norm(last - 1)[:1].isalnum() and (line.capital(last - 1) or line.norm(last - 2) in _JOINTS)


def _plausible(line: _Line, first: int, last: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the words `first:last` are used as a place's name, and not as a part of another name or as a plain word."""
    single = last - first == 1
    norm = line.norm(first)
    large = any(
        entry.kind in {"country", "region", "water"} or entry.capital or entry.population >= _TOWN for entry in entries
    )
    if single and (
        line.says(first, "never")
        or line.says(first, "opening")
        or line.says(first, "title")
        or line.gazetteer.people(norm)
    ):
        return False
    if single and (line.noun(first) or line.says(first, "direction") or line.says(first, "body")):
        return False
    text = line.sentence.tokens[first].text
    if single and len(text.replace(".", "")) <= _SHORT and not (text.isupper() or large):
        return False
    if _person(line, first, last):
        return False
    if line.loud or line.titled:
        return large or line.says(first - 1, "locative")
    if _inside_longer(line, first, last):
        return False
    if single and norm in line.people and not _placed(line, first):
        return False
    return large or _placed(line, first) or _flanked(line, last) or _known_unit(entries)


def _known_unit(entries: tuple[Entry, ...]) -> bool:
    return any(entry.kind == "admin1" for entry in entries)


def _placed(line: _Line, first: int) -> bool:
    """Whether the words before the name put something there: `in X`, `town of X`, `northern X`."""
    before = first - 1
    if line.norm(before) == "the":
        before -= 1
    if line.says(before, "locative") or line.says(before, "near") or line.says(before, "direction"):
        return True
    return line.noun(before) is not None or (line.norm(before) == "of" and _place_noun(line, before - 1))


def _place_noun(line: _Line, at: int) -> bool:
    return line.noun(at) is not None or line.says(at, "part") or line.says(at, "direction")


def _flanked(line: _Line, last: int) -> bool:
    return _noun_after(line, last) is not None or (line.norm(last) == "," and line.capital(last + 1))


def _person(line: _Line, first: int, last: int) -> bool:
    before = first - 1
    if line.norm(before) == ".":
        before -= 1
    if line.says(before, "title") and line.capital(before) and before not in line.taken:
        return True
    return (
        line.says(before, "title")
        and line.norm(before) not in {"resident", "activist", "analyst", "officer"}
        and line.norm(before - 1) != "of"
    )


def _inside_longer(line: _Line, first: int, last: int) -> bool:
    """Whether the capitalised words around make this a part of a longer name: `Homs Media Centre`, `Rami Rahman`."""
    return _belongs_left(line, first) or _belongs_right(line, last)


def _belongs_left(line: _Line, first: int) -> bool:
    before = first - 1
    if before in line.taken or not line.capital(before) or not line.norm(before)[:1].isalpha():
        return False
    if line.says(before, "opening") and (before == 0 or line.norm(before) in {"the", "i"}):
        return False
    if (
        line.says(before, "direction")
        or line.noun(before)
        or line.gazetteer.people(line.norm(before))
        or line.says(before, "never")
    ):
        return False
    return (
        not line.gazetteer.lookup(line.text(before, before + 1))
        and not _without_s(line, line.text(before, before + 1))[1]
    )


def _belongs_right(line: _Line, last: int) -> bool:
    if last in line.taken or not line.capital(last):
        return False
    if line.noun(last):
        return False
    if line.says(last, "body"):
        return True
    if (
        line.says(last, "direction")
        or line.says(last, "never")
        or line.says(last, "opening")
        or line.says(last, "modifier")
    ):
        return line.says(last, "modifier") and _noun_after(line, last) is None
    if line.gazetteer.people(line.norm(last)) or line.says(last, "title"):
        return False
    end = min(_run(line, last), last + _LONGEST)
    return not any(line.gazetteer.lookup(line.text(last, stop)) for stop in range(end, last, -1))


def _noun_after(line: _Line, last: int) -> tuple[int, Level] | None:
    """The end and level of the noun that follows a name: `military airport` gives site."""
    for at in range(last, min(last + 3, len(line))):
        level = line.noun(at)
        if level is not None:
            return at + 1, level
        if not line.says(at, "modifier") and not line.says(at, "direction"):
            return None
    return None


def _unknown(line: _Line, at: int, found: Sequence[Found]) -> Found | None:
    """A name that no gazetteer has, where a noun or a preposition says that it is a place."""
    end = _run(line, at)
    if end == at and not line.capital(at):
        end = _run(line, at + 2)
    while end > at and (line.noun(end - 1) or line.says(end - 1, "modifier")) and line.capital(end - 1):
        end -= 1
    if end <= at or line.loud or line.titled or any(token in line.taken for token in range(at, end)):
        return None
    if not _could_be_place(line, at, end):
        return None
    after = _noun_after(line, end)
    before = _noun_before(line, at)
    listed = bool(found) and found[-1].certain and _joined(line, found[-1].last, at)
    prepositions = {"in", "at", "near", "around", "outside", "inside", "into", "towards", "toward"}
    placed = line.norm(at - 1) in prepositions and line.norm(at) not in line.people
    if not (after or before or placed or listed):
        return None
    if line.says(end, "body") and not after:
        return None
    return Found(
        sentence=line.sentence.index,
        first=at,
        last=end,
        core=(at, end),
        name=line.text(at, end),
        known=False,
        level=before,
        certain=bool(after or before or listed),
    )


def _could_be_place(line: _Line, first: int, last: int) -> bool:
    if _person(line, first, last):
        return False
    for at in range(first, last):
        if line.says(at, "body") or line.gazetteer.people(line.norm(at)):
            return False
        if (
            line.says(at, "never")
            and line.norm(at) not in _PARTICLES
            and (last - first == 1 or line.norm(at) not in {"abu", "ali", "ben"})
        ):
            return False
    text = line.text(first, last)
    if line.says(first, "opening"):
        return False
    return not (last - first == 1 and text.isupper()) and any(c.islower() for c in text)


def _noun_before(line: _Line, at: int) -> Level | None:
    before = at - 1
    if line.norm(before) == "the":
        before -= 1
    return line.noun(before - 1) if line.norm(before) == "of" else None


def _joined(line: _Line, last: int, first: int) -> bool:
    between = [line.norm(at) for at in range(last, first)]
    return between in ([","], ["and"], [",", "and"], ["or"], ["&"], [";"])


def _widened(line: _Line, name: Found) -> Found:
    """The natural phrase around the name, with its level and relation."""
    first, last = name.core
    level, relation, direction = name.level, name.relation, False
    after = _noun_after(line, last)
    if after is not None and not _country_state(line, name, after[1]):
        end, level = after
        plural = line.norm(end - 1).endswith("s") and level in {"settlement", "admin1", "admin2", "district"}
        if not plural:
            last = end
        relation = (
            "site"
            if level in {"site", "area"} and level == "site"
            else "part"
            if level in {"district", "area"}
            else "at"
        )
    before = _noun_before(line, first)
    if before is not None and after is None:
        level = before
    start = first
    while (
        line.says(start - 1, "direction")
        and start - 1 not in line.taken
        or (line.norm(start - 1) == "-" and line.says(start - 2, "direction") and line.says(start, "direction"))
    ):
        start -= 1
    if start < first and line.norm(start) not in {"upper", "lower"}:
        first, direction = start, True
    return _related(line, name, first, last, level, relation, direction)


def _country_state(line: _Line, name: Found, level: Level) -> bool:
    return level in {"admin1", "admin2", "settlement"} and any(
        e.kind == "country" for e in line.gazetteer.lookup(name.name)[:1]
    )


def _related(
    line: _Line, name: Found, first: int, last: int, level: Level | None, relation: Relation, direction: bool
) -> Found:
    at = first - 1
    if line.norm(at) == "the":
        at -= 1
    if line.norm(at) == "of" and line.says(at - 1, "direction") and not line.capital(at - 1):
        start = _distance(line, at - 1)
        return _made(name, start, last, level, "away", True)
    if line.norm(at) == "from" and line.says(at - 1, "unit"):
        return _made(name, _distance(line, at), last, level, "away", True)
    if line.norm(at) == "of" and line.says(at - 1, "part"):
        start = at - 1
        while line.says(start - 1, "direction") or (line.norm(start - 1) == "-" and line.says(start - 2, "direction")):
            start -= 1
        vague = start == at - 1 and line.norm(start) in {
            "part",
            "parts",
            "area",
            "areas",
            "center",
            "centre",
            "side",
            "half",
            "streets",
        }
        if level is None or line.noun(at - 1) not in {"district", "settlement"} or start < at - 1:
            return _made(
                name,
                last=last,
                first=first if vague else start,
                level=None if level == "district" else level,
                relation="part",
                direction=start < at - 1,
            )
    if line.says(first - 1, "near"):
        return _made(name, first, last, level, "near", direction)
    return _made(name, first, last, level, relation, direction)


def _made(name: Found, first: int, last: int, level: Level | None, relation: Relation, direction: bool) -> Found:
    return Found(
        sentence=name.sentence,
        first=first,
        last=last,
        core=name.core,
        name=name.name,
        known=name.known,
        level=level,
        relation=relation,
        direction=direction,
        certain=name.certain or name.known or level is not None,
    )


def _distance(line: _Line, at: int) -> int:
    """The beginning of a distance that ends before token `at`: `20 km`, `140 kilometres (90 miles)`, `just 5 miles`."""
    start, cursor = at, at - 1
    while cursor >= 0 and (
        line.says(cursor, "unit")
        or line.norm(cursor) in {"(", ")", "-", "some", "about", "around"}
        or line.norm(cursor)[:1].isdigit()
    ):
        if line.norm(cursor)[:1].isdigit():
            start = cursor
        cursor -= 1
    return start


def _shared_levels(line: _Line, found: list[Found]) -> list[Found]:
    """Names in a list share the noun before or after it: `provinces of X, Y and Z`, `X and Y provinces`."""
    for at in range(1, len(found)):
        if (
            _joined(line, found[at - 1].last, found[at].first)
            and found[at].level is None
            and found[at - 1].level
            and line.norm(found[at - 1].last - 1) not in line.words.levels()
        ):
            found[at] = _made(
                found[at], found[at].first, found[at].last, found[at - 1].level, found[at].relation, found[at].direction
            )
    for at in range(len(found) - 2, -1, -1):
        later = found[at + 1]
        if (
            _joined(line, found[at].last, later.first)
            and found[at].level is None
            and later.level
            and line.noun(later.last) == later.level
        ):
            found[at] = _made(
                found[at], found[at].first, found[at].last, later.level, found[at].relation, found[at].direction
            )
    return found
