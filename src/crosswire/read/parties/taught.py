"""Names that the page itself introduces: abbreviations in brackets, surnames of persons named in full before."""

from collections.abc import Iterator, Sequence

from crosswire.codebook.actors import Actor
from crosswire.codebook.lexicon import Name, spell
from crosswire.read.clues import Sentence
from crosswire.read.parties.persons import name_of
from crosswire.read.parties.unlisted import unknown
from crosswire.read.parties.vocabulary import Hit, Vocabulary
from crosswire.read.parties.wording import Word

Worded = tuple[Sentence, tuple[Word, ...]]
_SHORT = 2  # words of a name of which the last two are no name yet


def taught(worded: Sequence[Worded], hits: Sequence[list[Hit]], known: Vocabulary) -> dict[str, tuple[Name, ...]]:
    """The page's own abbreviations and the surnames of its persons, as names to look up."""
    names: dict[str, list[Name]] = {}
    people: dict[str, set[str]] = {}
    bodies: dict[str, str] = {}
    for (sentence, words), found in zip(worded, hits, strict=True):
        for short, actor in _abbreviations(sentence, words, found, known):
            names.setdefault(short.lower(), []).append(_name(short, actor=actor))
        for hit in found:
            if hit.how == "person" and " " in hit.name:
                for full in (hit.name, name_of(words, hit.first, hit.last)):  # a list may spell him another way
                    people.setdefault(spell(full)[0][-1], set()).add(hit.name)
                bodies.setdefault(hit.name, hit.of or "")
                bodies[hit.name] = bodies[hit.name] or hit.of or ""
    for surname, bearers in people.items():
        bearers -= {short for short in bearers for full in bearers if full != short and full.endswith(f" {short}")}
        for person in sorted(bearers):
            body = Actor(name=bodies[person], kind="") if bodies[person] else None
            names.setdefault(spell(person)[0][0], []).append(_name(person, actor=body, person=person))
            if len(bearers) == 1 and len(surname) > 1 and surname not in known.table.names:
                names.setdefault(surname, []).append(_name(surname, actor=body, person=person))
            if len(tail := spell(person)[0]) > _SHORT:
                names.setdefault(tail[-2], []).append(_name(" ".join(tail[-2:]), actor=body, person=person))
    return {key: tuple(group) for key, group in names.items()}


def _name(text: str, *, actor: Actor | None, person: str | None = None) -> Name:
    return Name(
        words=spell(text)[0],
        text=person or text,
        exact=person is None,
        capital=True,
        article=False,
        actor=actor,
        person=person,
    )


def _abbreviations(
    sentence: Sentence, words: Sequence[Word], hits: Sequence[Hit], known: Vocabulary
) -> Iterator[tuple[str, Actor]]:
    if "(" not in sentence.tokens.text:
        return
    for at in range(1, len(words)):
        short = words[at].text
        bracket = sentence.tokens[words[at].first - 1].text == "("
        if not bracket or not short.isupper() or not short.isalnum() or len(short) == 1:
            continue
        hit = next((h for h in hits if h.last == at and h.how in {"actor", "unknown", "organ"}), None)
        if hit is not None:
            yield short, Actor(name=hit.name, kind=hit.kind, side=hit.side, country=hit.countries)
        elif start := _spelled_out(words, at, short):
            body = unknown(words, start, known)
            yield short, Actor(name=name_of(words, start, at), kind=body.kind if body else "")


def _spelled_out(words: Sequence[Word], at: int, short: str) -> int | None:
    """Where the words begin whose capitals are `short`, if they end at `at`."""
    initials = ""
    for start in range(at - 1, max(-1, at - 10), -1):
        if words[start].capital:
            initials = words[start].text[0] + initials
        if initials == short:
            return start
        if words[start].opens or not short.endswith(initials):
            return None
    return None
