"""Background facts: in which year a long event began, how far one place lies from another; claims of scope `history`.

The read side does not look for them: nobody codes them. They are told on many pages, and where pages differ the
difference says how carefully a page was made.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from crosswire.codebook.background import Background, Distance, Start
from crosswire.records import Attribution, Claim, Document, Passage, Place, When
from crosswire.text.folding import fold
from crosswire.text.identity import identify
from crosswire.text.sentences import sentences

_NAME = r"[A-Z][\w'’-]*(?: (?:al-|el-)?[A-Z][\w'’-]*){0,3}"
_STEM = 4  # letters in which a country and its adjective agree: Syria, Syrian
_LATEST = 2100

BEGAN, LIES = "began", "lies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A claim of background, what it is about, the number that it gives (a year, or kilometres) and its words."""

    claim: Claim
    about: tuple[str, ...]
    number: float
    words: str


def facts(
    documents: Iterable[Document], claims: Iterable[Claim], languages: Mapping[str, Background]
) -> tuple[Fact, ...]:
    """The background facts of all documents, sorted by claim id. A fact has the speaker of its sentence's claims.

    `languages` gives the words for each language; documents in other languages give none.
    """
    said: dict[str, list[Claim]] = {}
    grounds: dict[tuple[str, str], Place] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        said.setdefault(claim.quote.document, []).append(claim)
        if claim.place and claim.place.id:
            grounds.setdefault((claim.quote.document, fold(claim.place.text)), claim.place)
    finders = {code: (_starts(words.start), _distances(words.distance)) for code, words in languages.items()}
    found = {}
    for document in documents:
        worth = [find for may, find in finders.get(document.language, ()) if may(document.text)]
        for start, end in sentences(document.text) if worth else ():
            quote = Passage(document=document.id, start=start, end=end, text=document.text[start:end])
            for fact in (fact for find in worth for fact in find(quote, _speaker(quote, said.get(document.id, ())))):
                found[fact.claim.id] = _on_the_map(fact, grounds)
    return tuple(fact for _, fact in sorted(found.items()))


def _on_the_map(fact: Fact, grounds: Mapping[tuple[str, str], Place]) -> Fact:
    """The fact with its place as the page's claims resolve it."""
    claim = fact.claim
    known = grounds.get((claim.quote.document, fold(claim.place.text))) if claim.place else None
    return _with(fact, place=known) if known else fact


Finder = tuple[Callable[[str], bool], Callable[[Passage, Attribution], Iterator[Fact]]]  # and whether a text may tell


def _speaker(quote: Passage, claims: Sequence[Claim]) -> Attribution:
    """The speaker of the claims that share the sentence, where it is one."""
    inside = [claim.said for claim in claims if claim.quote.start < quote.end and quote.start < claim.quote.end]
    if len({(said.name, said.via) for said in inside}) != 1:
        return Attribution()
    return msgspec.structs.replace(inside[0], stance="asserts")


def _starts(rule: Start) -> Finder:
    openers = frozenset(rule.openers)
    words = {fold(word): row[0] for row in rule.things for word in row}
    thing = f"(?P<thing>{_any(words)})"
    year = r"(?:in|of)(?: \w+){0,3}? (?P<year>[12]\d{3})\b"
    shapes = [
        re.compile(
            rf"(?P<before>(?:{_NAME} )?)\b{thing}\b(?P<behind>[^.;:\d]{{0,40}}?)\b(?:{_any(rule.verbs)}) {year}"
        ),
        re.compile(
            rf"\b(?:{_any(rule.nouns)}) of (?:the )?(?P<before>(?:{_NAME} )?){thing}\b"
            rf"(?P<behind>[^.;:\d]{{0,30}}?)\b{year}"
        ),
    ]

    def find(quote: Passage, said: Attribution) -> Iterator[Fact]:
        for shape in shapes:
            for met in shape.finditer(quote.text):
                year = int(met["year"])
                if year < _LATEST:
                    about = (BEGAN, words[fold(met["thing"])], _whose(met["before"] + met["behind"], openers))
                    when = When(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), text=met["year"], basis="stated")
                    yield _with(_fact(quote, said, about, year, met[0].strip()), when=when)

    return _may([words, [*rule.verbs, *rule.nouns]], r"[12]\d{3}"), find


def _distances(rule: Distance) -> Finder:
    shape = re.compile(
        rf"(?P<number>\d{{1,4}}(?:[.,]\d+)?)[ -]?(?P<unit>{_any(rule.units)})\b(?: ?\([^)]{{0,30}}\))?"
        rf"(?: (?:to the )?(?:{_any(rule.directions)})){{0,2}} (?:{_any(rule.links)}) "
        rf"(?:the (?:city|town|village) of )?(?P<to>{_NAME})"
    )
    name = re.compile(rf"{_NAME}")

    def find(quote: Passage, said: Attribution) -> Iterator[Fact]:
        for met in shape.finditer(quote.text):
            near = [one[0] for one in name.finditer(quote.text, 0, met.start()) if not one[0].endswith(("'s", "’s"))]
            if near and fold(near[-1]) != fold(met["to"]):
                number = float(met["number"].replace(",", ".")) * rule.units[met["unit"]]
                about = (LIES, *sorted((fold(near[-1]), fold(met["to"]))))
                place = Place(name=near[-1], text=near[-1])
                yield _with(_fact(quote, said, about, number, met[0]), place=place, target=met["to"])

    return _may([rule.links], rf"\d[ -]?(?:{_any(rule.units)})"), find


def _may(groups: Iterable[Iterable[str]], shape: str) -> Callable[[str], bool]:
    """Whether a text holds a word of each group, and something of this shape: cheap, and never no where it tells."""
    needed = [re.compile(one) for one in (shape, *(_any(group) for group in groups))]
    return lambda text: all(one.search(text) for one in needed)


def _fact(quote: Passage, said: Attribution, about: tuple[str, ...], number: float, words: str) -> Fact:
    claim = Claim(
        id=identify("c", quote.document, fold(quote.text), *about, words),
        kind=about[0],
        quote=quote,
        said=said,
        rule=f"background: {about[0]}",
        scope="history",
    )
    return Fact(claim=claim, about=about, number=number, words=words)


def _with(fact: Fact, **told: When | Place | str) -> Fact:
    return replace(fact, claim=msgspec.structs.replace(fact.claim, **told))


def _whose(words: str, openers: frozenset[str]) -> str:
    """Whose event it is, as the stem of the last name beside it: the Syrian civil war, the war in Syria."""
    names = [word for name in re.findall(_NAME, words) for word in name.split() if fold(word) not in openers]
    return fold(names[-1])[:_STEM] if names else ""


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
