"""Floods of copies of invented stories: words replaced, sentences shuffled, under boilerplate, attributed or not."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from crosswire.records import Attribution, Claim, Document, Figure, Passage, Place, Reading, Record, When
from crosswire.text.identity import identify

ORIGINS = 3  # behind each figure: the root's speaker, a named witness, a reporter
SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")
RIVALS = {
    "k": "kqg",
    "q": "qkg",
    "a": "ae",
    "e": "ea",
    "o": "ou",
    "u": "uo",
    "i": "iy",
    "y": "yi",
    "d": "dt",
    "t": "td",
}
OTHER, ARTICLE = 0.5, 0.2  # how often a letter of a name gives way to its rival, and a name gets an article
FIRST = dt.date(2031, 5, 2)


class Story(Record):
    """A story as its root tells it, the toll in line `toll`; a named witness and a reporter who tell it themselves."""

    name: str
    town: str
    figure: int
    speaker: str
    toll: int
    lines: tuple[str, ...]
    witness: tuple[str, ...]
    reporter: tuple[str, ...]


class Stories(Record):
    """The stories of `floods.toml`, the boilerplate around copies, and the words that all news have."""

    boilerplate: tuple[str, str]
    news: str
    story: tuple[Story, ...]


KNOWN = msgspec.toml.decode(Path(__file__).with_suffix(".toml").read_bytes(), type=Stories)
STORIES = KNOWN.story


@dataclass(frozen=True, kw_only=True)
class Flood:
    """`size` copies of the first `length` sentences, `share` of their words replaced by `words`: news or random.

    `named` says what becomes of the speaker: kept, dropped, half (every second copy drops it) or spelt (each copy
    spells it in its own way).
    """

    story: Story
    length: int
    share: float
    size: int
    words: str
    named: str
    rooted: bool
    seed: int = 0


def readings(flood: Flood) -> list[Reading]:
    """The flood with the two who tell the story on their own, and with its root where it has one."""
    story = flood.story
    pages = [
        _page(story, "witness", story.witness, len(story.witness) - 1, "Lantern Relief"),
        _page(story, "reporter", story.reporter, len(story.reporter) - 1, None),
    ]
    if flood.rooted:
        lines = _first(story, flood.length)
        pages.append(_page(story, "root", [story.lines[at] for at in lines], lines.index(story.toll), story.speaker))
    return [*pages, *(_copy(flood, number) for number in range(flood.size))]


def chance(*key: object) -> float:
    """A number in 0..1 that looks random and is the same in every run."""
    return int(hashlib.sha256(repr(key).encode()).hexdigest()[:12], 16) / 16**12


def spelt(name: str, *key: object) -> str:
    """The name as one of many transliterations may have it: rival letters for some of its own."""
    letters = (
        (options := RIVALS.get(letter, letter))[int(chance("spelt", at, *key) * len(options))]
        if chance("altered", at, *key) < OTHER
        else letter
        for at, letter in enumerate(name)
    )
    return ("al-" if chance("article", *key) < ARTICLE else "") + "".join(letters)


def _first(story: Story, length: int) -> list[int]:
    """The lines of the story's first `length` sentences, the toll the first among them, in the order of the story."""
    order = [story.toll, *(at for at in range(len(story.lines)) if at != story.toll)]
    return sorted(order[:length])


def _copy(flood: Flood, number: int) -> Reading:
    key = (flood.story.name, flood.seed, flood.words, number)
    chosen = _first(flood.story, flood.length)
    lines = list(zip(chosen, _replaced(flood, chosen, key), strict=True))
    if number % 2:
        lines.sort(key=lambda line: chance("shuffle", line[0], *key))
    toll = [at for at, _ in lines].index(flood.story.toll)
    texts = [text for _, text in lines]
    if number % 3 == 0:
        texts, toll = [KNOWN.boilerplate[0], *texts, KNOWN.boilerplate[1]], toll + 1
    name = flood.story.speaker
    named = {"kept": name, "dropped": None, "half": (name, None)[number % 2], "spelt": spelt(name, *key)}[flood.named]
    found = _page(flood.story, f"copy{number:04}", texts, toll, named)
    if found.document is None or not flood.rooted or number % 4 != 1:
        return found
    return msgspec.structs.replace(found, document=msgspec.structs.replace(found.document, credits=("root",)))


def _replaced(flood: Flood, chosen: Sequence[int], key: tuple[object, ...]) -> list[str]:
    lines = [flood.story.lines[at].split() for at in chosen]
    figure = str(flood.story.figure)
    spots = [(row, at) for row, line in enumerate(lines) for at, word in enumerate(line) if figure not in word]
    drawn = sorted(spots, key=lambda spot: chance("share", spot, *key))
    own = (*KNOWN.news.split(), *(word for line in flood.story.lines for word in line.split()))
    for row, at in drawn[: int(flood.share * len(spots))]:
        lines[row][at] = spare(flood.words, own, row, at, *key)
    return [" ".join(line) for line in lines]


def spare(manner: str, own: Sequence[str], *key: object) -> str:
    """A word to stand in the place of another: one of `own`, or one of no language."""
    if manner == "news":
        return own[int(chance("news", *key) * len(own))]
    size = 2 + int(chance("length", *key) * 3)
    return "".join(SYLLABLES[int(chance("random", n, *key) * len(SYLLABLES))] for n in range(size))


def _page(story: Story, name: str, lines: Sequence[str], toll: int, speaker: str | None) -> Reading:
    key = identify("d", story.name, name)
    document = Document(
        id=key,
        url=f"https://{name}.example/story",
        outlet=name,
        title="",
        text="".join(f"{line}\n" for line in lines),
        language="en",
        published=_on(FIRST if name == "root" else FIRST + dt.timedelta(days=1 + int(chance("day", name) * 4))),
        credits=(),
    )
    start = sum(len(line) + 1 for line in lines[:toll])
    quote = Passage(document=key, start=start, end=start + len(lines[toll]), text=lines[toll])
    return Reading(page=key, document=document, claims=(_claim(story, quote, speaker),))


def _on(day: dt.date) -> When:
    return When(first=day, last=day, text=day.isoformat(), basis="published")


def _claim(story: Story, quote: Passage, speaker: str | None) -> Claim:
    number = str(story.figure)
    return Claim(
        id=identify("c", quote.document, number),
        kind="killed",
        quote=quote,
        said=Attribution(speaker=speaker, via=(), stance="asserts"),
        rule="by hand",
        counted="people",
        figure=Figure(value=story.figure, bound="exact", low=story.figure, high=story.figure, text=number),
        place=Place(
            name=story.town, text=story.town, precision="settlement", country="SY", id=f"geonames:{story.town}"
        ),
        when=_on(FIRST),
    )
