"""Triggers: the words of a sentence that tell of an act, by the frames of the language."""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from crosswire.codebook.frames import Frame, Frames
from crosswire.kit import Kit
from crosswire.read.clues import Sentence, Trigger
from crosswire.read.tokens import Tokens
from crosswire.read.voice import BE
from crosswire.text.inflection import noun_forms, past_forms, verb_forms

_NEAR = 9  # tokens around a trigger in which a needed noun must stand
_GAP = "~"  # stands in a phrase for the words that describe a noun
_WIDEST = 4  # of those words at most: "took | almost complete military | control of"
_JOINT = "casualties"  # killed or injured, which is not said
_BOUND = 2  # tokens of "more than"
_BOUNDING = frozenset(["JJR", "JJS", "IN", "RB", "RBR", "RBS"])
_ENDING = frozenset([".", ",", ":", "IN", "-RRB-", "``", "''"])
_NAMES = frozenset(["NNP", "NNPS"])
_OPENING = frozenset([":", ";", ".", "-", "–", "—", '"', "“", "``", "‘", "'"])  # behind which a sentence may begin
_DESCRIBING = frozenset(["DT", "PRP$", "JJ", "JJR", "JJS", "RB", "RBR", "POS", "CC", "CD", "NNP"])


@dataclass(frozen=True, slots=True)
class _Surface:
    """One way in which a frame's trigger can stand in a text; a word "~" holds the place of a describing stretch."""

    words: tuple[str, ...]
    anchor: int
    frame: Frame
    verb: bool
    undergone: bool


_Rows = tuple[tuple[int, _Surface], ...]  # surfaces with their places in the order in which they are tried


@dataclass(frozen=True, slots=True)
class _Opening:
    """The surfaces that begin with one word: `alone`, by the word behind it, by the word behind a gap behind it."""

    alone: _Rows
    then: dict[str, _Rows]
    later: dict[str, _Rows]


def triggers(sentences: Sequence[Sentence], kit: Kit) -> tuple[Trigger, ...]:
    """The triggers of the page in order; of overlapping ones only the longest, of equal ones all.

    What befalls somebody is found even within a longer word of another act: "ten men | surrendered | to the army".
    """
    table, found = _table(kit), list[Trigger]()
    for sentence in sentences:
        words, end = sentence.tokens.lowers, 0
        for at, word in enumerate(words):
            if at < end or word not in table:
                continue
            surfaces = _going_on(table[word], words, at)
            if surfaces and (here := _at(sentence, at, words, surfaces, kit)):
                found += here
                end = here[0].last
    return tuple(found)


def vocabulary(kit: Kit) -> frozenset[str]:
    """All words that can begin a trigger: a sentence without any of them tells of no act."""
    return frozenset(_table(kit))


def _going_on(opening: _Opening, words: Sequence[str], at: int) -> list[_Surface]:
    """The surfaces that go on as the text does behind `at`, in their order."""
    rows = list(opening.alone)
    following = words[at + 1 : at + 2 + _WIDEST]
    rows += opening.then.get(following[0] if following else "", ())
    if opening.later:
        for word in dict.fromkeys(following):
            rows += opening.later.get(word, ())
    if len(rows) > 1:
        rows.sort()
    return [surface for _, surface in rows]


def _at(sentence: Sentence, at: int, words: tuple[str, ...], surfaces: Sequence[_Surface], kit: Kit) -> list[Trigger]:
    tokens = sentence.tokens
    best: dict[bool, list[Trigger]] = {True: [], False: []}
    for surface in surfaces:
        rivals = best[bool(surface.frame.victim)]
        run = _run(tokens, at, words, surface.words)
        shorter = run is None or (rivals != [] and run[-1] + 1 < rivals[0].last)
        if run is None or shorter or not _stands(tokens, at, run[-1] + 1, surface, kit):
            continue
        found = Trigger(
            sentence=sentence.index,
            first=at,
            last=run[-1] + 1,
            at=run[surface.anchor],
            frame=surface.frame,
            undergone=surface.undergone,
            verb=surface.verb,
        )
        rivals[:] = [*rivals, found] if rivals and found.last == rivals[0].last else [found]
    befallen, others = best[True], best[False]
    if befallen and others and others[0].last < befallen[0].last:
        return befallen
    return sorted(befallen + others, key=lambda trigger: -trigger.last)


def _run(tokens: Tokens, at: int, words: tuple[str, ...], surface: tuple[str, ...]) -> Sequence[int] | None:
    """The index of each word of the surface where it stands at `at` (that of a gap is the word behind it)."""
    last = at + len(surface)
    if words[at:last] == surface:
        return range(at, last)
    if _GAP not in surface:
        return None
    run: list[int] = []
    for place, word in enumerate(surface):
        if word == _GAP:
            end = at
            while end < len(words) and end - at < _WIDEST and words[end] != surface[place + 1]:
                made = tokens[end].tag_ == "NNP" and tokens[end - 1].tag_ == "CD"  # "launched 40 | Kinzet drones"
                if made or tokens[end].tag_ not in _DESCRIBING:
                    return None
                end += 1
            at = end
        elif at >= len(words) or words[at] != word:
            return None
        run.append(at)
        at += word != _GAP
    return run


def _stands(tokens: Tokens, first: int, last: int, surface: _Surface, kit: Kit) -> bool:
    """Whether the words are used as the frame needs them: "their wounds" is no verb, "claimed" needs "lives"."""
    before = tokens[first - 1].tag_ if first else ""
    if surface.verb and not surface.undergone and before in {"DT", "PRP$", "JJ", "POS"} and tokens[first].tag_ != "VBG":
        return False
    if (surface.verb and _is_thing(tokens, first, last)) or _in_name(tokens, first, last, kit.language.numbers.units):
        return False
    if surface.verb and first and tokens[first - 1].lower_ in kit.language.frames.missed:
        return False  # "was nearly | killed"
    if surface.frame.ends and last < len(tokens) and tokens[last].tag_ not in _ENDING:
        return False
    if surface.frame.kind == _JOINT and _parted(tokens, first, last):
        return False
    around = tokens.lowers[max(0, first - _NEAR) : last + _NEAR]
    frame = surface.frame
    return (not frame.needs or _holds(around, frame.needs)) and not _holds(around, frame.unless)


def _parted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two words for one number have a number each: "left nine | dead and injured | 14 others"."""
    at = last
    while at < len(tokens) and at < last + _BOUND and tokens[at].tag_ in _BOUNDING:
        at += 1
    numbered = first > 0 and (tokens[first - 1].tag_ == "CD" or tokens[first - 1].lower_ in BE)
    led = numbered or tokens[first].tag_ == "JJ"  # "left three guards | dead and injured"
    return last > first + 1 and led and at < len(tokens) and tokens[at].tag_ == "CD"


def _is_thing(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what looks like a verb is the noun of a phrase: "bodies with bullet | wounds"; not "bomb wounds 12"."""
    noun = last - first == 1 and tokens[first].tag_ == "NNS" and tokens[first].dep_ in {"dobj", "pobj"}
    described = first > 0 and tokens[first - 1].dep_ == "compound" and tokens[first - 1].head == tokens[first]
    return noun and described and (last == len(tokens) or tokens[last].tag_ in _ENDING | {"CC"})


def _holds(around: Sequence[str], needs: Sequence[str]) -> bool:
    """Whether one of the needed words, or runs of words, stands around."""
    if not frozenset(needs).isdisjoint(around):
        return True
    runs = [need for need in needs if " " in need]
    return bool(runs) and any(f" {need} " in f" {' '.join(around)} " for need in runs)


def _in_name(tokens: Tokens, first: int, last: int, units: Container[str]) -> bool:
    """Whether the word is part of a name: "the Internally | Displaced | Persons camp", "Mr. | Hurt"; not in a headline.

    A number goes with no name: a headline that runs into a sentence, "Bomb | Kills | Five ...".
    """
    if last < len(tokens) and (tokens[last].lower_ in units or tokens[last].text.isdigit()):
        return False
    if not first or not tokens[first].text[:1].isupper() or tokens[first].text.isupper():
        return False
    called = last - first == 1 and tokens[first].tag_ in _NAMES and tokens[first - 1].text not in _OPENING
    inside = last < len(tokens) and tokens[last].text[:1].isupper() and tokens[first - 1].text[:1].isupper()
    return (called or inside) and sum(token.text[:1].islower() for token in tokens) * 2 > len(tokens)


@lru_cache(maxsize=4)
def _table(kit: Kit) -> dict[str, _Opening]:
    """Surfaces by first word, longest first."""
    rows: dict[str, list[_Surface]] = defaultdict(list)
    frames = kit.language.frames
    for frame in frames.frame:
        for surface in _surfaces(frame, frames):
            rows[surface.words[0]].append(surface)
    ordered = ((word, sorted(found, key=lambda row: (-len(row.words), row.words))) for word, found in rows.items())
    return {word: _opening(found) for word, found in ordered}


def _opening(surfaces: Sequence[_Surface]) -> _Opening:
    """The surfaces of one first word by what must follow."""
    alone: list[tuple[int, _Surface]] = []
    then: dict[str, list[tuple[int, _Surface]]] = defaultdict(list)
    later: dict[str, list[tuple[int, _Surface]]] = defaultdict(list)
    for row in enumerate(surfaces):
        words = row[1].words
        if len(words) == 1:
            alone.append(row)
        elif words[1] == _GAP:
            later[words[2]].append(row)
        else:
            then[words[1]].append(row)
    return _Opening(tuple(alone), *({word: tuple(rows) for word, rows in some.items()} for some in (then, later)))


def _surfaces(frame: Frame, frames: Frames) -> list[_Surface]:
    found = {}
    for verb in frame.verbs:
        past = past_forms(verb, frames.irregular)
        for form in verb_forms(verb, frames.irregular):
            found[tuple(form.split())] = (0, True, form in past)
    for word in (*frame.words, *(form for noun in frame.nouns for form in noun_forms(noun))):
        found[tuple(word.split())] = (0, False, True)
    for phrase in frame.phrases:
        for words, anchor in spelled(phrase, frames):
            found[words] = (anchor, False, True)
    return [_Surface(words, anchor, frame, verb, undergone) for words, (anchor, verb, undergone) in found.items()]


def spelled(phrase: str, frames: Frames) -> list[tuple[tuple[str, ...], int]]:
    """The ways in which a phrase can be written, each with the index of its trigger: "[take*] ~ control of|over"."""
    parts = phrase.split()
    anchor = next(index for index, part in enumerate(parts) if part.startswith("["))
    return [(words, anchor) for words in product(*(_choices(part, frames) for part in parts))]


def _choices(part: str, frames: Frames) -> list[str]:
    choices = list[str]()
    for word in part.strip("[]").split("|"):
        choices += sorted(verb_forms(word[:-1], frames.irregular)) if word.endswith("*") else [word]
    return choices
