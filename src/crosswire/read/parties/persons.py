"""Persons by the words around their names: titles before them, offices after them, speech verbs above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.codebook.actors import People
from crosswire.codebook.lexicon import spell
from crosswire.codebook.once import once
from crosswire.read.clues import Sentence
from crosswire.read.parties.vocabulary import Hit, Vocabulary
from crosswire.read.parties.wording import Word, follow

_LONGEST = 5  # words of a person's name, particles included
_OFFICE_WITHIN = 6  # words between a name and the office that follows it
_BODY_WITHIN = 14  # words between a name and the body that its holder speaks for
_NOT_NAMES = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "WRB", "MD", "VBD", "VBZ", "VBP", "CD", "EX"})


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """The words around persons' names; `opening` are those in small letters with which a name or title can begin."""

    titles: dict[str, tuple[tuple[str, ...], ...]]
    honorifics: frozenset[str]
    offices: frozenset[str]
    ministers: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    opening: frozenset[str]
    heading: frozenset[str]
    reporting: frozenset[str]


def persons(
    sentence: Sentence, words: Sequence[Word], taken: Sequence[Hit], people: People, known: Vocabulary
) -> list[Hit]:
    """The persons of a sentence that no list names: after a title, before an office, or as somebody who says something.

    `taken` are the bodies found before; the one beside the title or in the apposition is the person's organisation.
    """
    spoken = _vocabulary(people)
    blocked = {here for hit in taken for here in range(hit.first, hit.last)}
    found: list[Hit] = []
    at = 0
    while at < len(words):
        if not words[at].capital and words[at].norm not in spoken.opening:
            at += 1
            continue
        title = _title(words, at, spoken) if at not in blocked else at
        end = _name(words, title, blocked, spoken, known)
        if end is None:
            at = max(at + 1, title)
            continue
        titled = title > at and (end - title > 1 or words[title - 1].norm in spoken.honorifics)
        speaks = not _articled(words, title) and _speaks(sentence, words[end - 1], spoken)
        if titled or (end - title > 1 and (_office(words, end, spoken) or speaks)):
            told = titled or _office(words, end, spoken)
            of = _body(words, (at, title, end), taken, spoken) if told else None
            found.append(
                Hit(first=title, last=end, name=name_of(words, title, end), how="person", kind="person", of=of)
            )
        at = end
    return found


def body_of(words: Sequence[Word], hit: Hit, taken: Sequence[Hit], people: People) -> str | None:
    """The body that the text ties to an already known person, if any."""
    spoken = _vocabulary(people)
    start = hit.first
    for size in range(min(4, hit.first), 0, -1):
        if _title(words, hit.first - size, spoken) == hit.first:
            start = hit.first - size
            break
    if start < hit.first or _office(words, hit.last, spoken):
        return _body(words, (start, hit.first, hit.last), taken, spoken)
    return None


def name_of(words: Sequence[Word], first: int, last: int) -> str:
    """The words as written, hyphens kept."""
    text = "".join(word.text + ("-" if word.hyphen else " ") for word in words[first:last])
    return text.strip(" -")


def _title(words: Sequence[Word], at: int, spoken: _Vocabulary) -> int:
    """Where the titles that begin at `at` end; `at` itself if there are none."""
    for phrase in spoken.titles.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is not None and end < len(words) and not words[end].opens:
            return _title(words, end, spoken)
    return at


def _name(words: Sequence[Word], at: int, blocked: set[int], spoken: _Vocabulary, known: Vocabulary) -> int | None:
    if not words[at].capital and words[at].norm not in spoken.particles:
        return None
    end = at
    for here in range(at, min(len(words), at + _LONGEST)):
        word = words[here]
        if here in blocked or (here > at and word.opens and not words[here - 1].text.endswith(".")):
            break
        if word.norm in spoken.particles:
            continue
        if here > at and words[here - 1].hyphen:
            end = here + 1
            continue
        if not word.capital or word.tag in _NOT_NAMES or not word.text[0].isalpha():
            break
        end = here + 1
        if word.possessive:
            break
    if end == at or words[end - 1].norm in known.heads:
        return None
    return end if any(c.islower() for word in words[at:end] for c in word.text) else None


def _office(words: Sequence[Word], end: int, spoken: _Vocabulary) -> bool:
    if end >= len(words) or not words[end].opens:
        return False
    if words[end].norm == "who" and end + 1 < len(words) and words[end + 1].norm in spoken.heading:
        return True
    for here in range(end, min(len(words), end + _OFFICE_WITHIN)):
        if here > end and words[here].opens:
            return False
        if words[here].norm in spoken.offices:
            return True
    return False


def _articled(words: Sequence[Word], at: int) -> bool:
    """Whether an article leads to the name, so that a body bears it: "the Vinlandic | Harbour Wardens said"."""
    while at > 0 and words[at - 1].capital and not words[at].opens and words[at - 1].norm != "the":
        if words[at - 1].possessive:
            return False
        at -= 1
    return at > 0 and not words[at].opens and words[at - 1].norm == "the"


def _speaks(sentence: Sentence, last: Word, spoken: _Vocabulary) -> bool:
    token = sentence.tokens[last.first]
    return token.dep_ == "nsubj" and token.head.lower_ in spoken.reporting


def _body(words: Sequence[Word], place: tuple[int, int, int], taken: Sequence[Hit], spoken: _Vocabulary) -> str | None:
    """The body of the person whose title and name begin, and name ends, at `place`: before the title or after "of"."""
    start, first, last = place
    title = tuple(word.norm for word in words[start:first])
    for hit in taken:
        if hit.last == start and hit.kind != "person" and not words[start].opens and start < first:
            if hit.country is not None and hit.how == "country":
                return f"{hit.country.demonyms[0]} government" if title in spoken.ministers else None
            return hit.name
    if last < len(words) and not _office(words, last, spoken):
        return None
    for hit in taken:
        if last <= hit.first <= last + _BODY_WITHIN and hit.kind != "person" and hit.how not in {"generic", "country"}:
            within = words[last + 1 : hit.first]
            return hit.name if not any(word.opens for word in within) else None
    return None


@once
def _vocabulary(people: People) -> _Vocabulary:
    titles: dict[str, list[tuple[str, ...]]] = {}
    for text in people.titles:
        for phrase in spell(text):
            titles.setdefault(phrase[0], []).append(phrase)
    return _Vocabulary(
        titles={key: tuple(sorted(group, key=lambda p: -len(p))) for key, group in titles.items()},
        honorifics=frozenset(people.honorifics),
        offices=frozenset(people.offices),
        ministers=frozenset(phrase for text in people.ministers for phrase in spell(text)),
        particles=frozenset(people.particles),
        opening=frozenset({*titles, *people.particles}),
        heading=frozenset(people.heading),
        reporting=frozenset(people.reporting),
    )
