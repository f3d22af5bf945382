"""Who ultimately speaks: one name for each body, however pages write it and whoever speaks for it.

The codebook knows some bodies. Others are one where the pages show it: two spellings of one name, an acronym that a
page introduces in brackets behind the name, a short form of the only longer name in the same text, an office of the
body, a person beside whom one organisation is named, `the health ministry` of the country whose dead it counts. What
pages leave open stays two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from crosswire.codebook.actors import Actors
from crosswire.codebook.lexicon import lexicon, listed, spell, ultimate
from crosswire.codebook.once import once
from crosswire.collate.direction import precedence
from crosswire.records import Attribution, Claim, Document
from crosswire.text.folding import fold
from crosswire.text.transliteration import skeleton

_SPELLINGS = (("tre", "ter"), ("isation", "ization"), ("isations", "izations"), ("fence", "fense"), ("our", "or"))
_STEM = 2  # letters before such an ending: centre, labour, defence; not four, our, fence
_ACRONYM = re.compile(r"[A-Z](?:\.?[A-Z]){1,6}\.?")
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")
_ARTICLES = frozenset({"a", "an", "the"})
_LITTLE = frozenset({"a", "al", "and", "for", "in", "of", "on", "the", "to"})  # may lack in an acronym
_LONG = 5  # consonants in which two names of one text agree that are one name
_BEFORE = 12  # words before the bracket in which the name is looked for
_INTRODUCED = r"(?:\(\s*(?:the\s+)?{0}\s*\)|, or (?:the )?{0}\b)"  # with the acronym

_Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """By claim id: the ultimate speaker, and the body as it is shown."""

    last: dict[str, str]
    shown: dict[str, str]


def speakers(
    claims: Iterable[Claim],
    homes: Mapping[str, str],
    documents: Iterable[Document],
    carriers: frozenset[str],
    actors: Actors,
) -> Speakers:
    """The speakers of all claims that have one. `homes` gives the text family of each document.

    `carriers` are folded names of agencies and outlets: they carry words, and nobody speaks for them.
    """
    pages = sorted(documents, key=precedence)
    order = {page.id: place for place, page in enumerate(pages)}
    told = [claim for claim in claims if claim.said.name is not None]
    spoken = sorted(told, key=lambda claim: (order[claim.quote.document], claim.id))
    known_names = frozenset(fold(claim.said.name or "") for claim in told)
    said = [(claim.id, homes[claim.quote.document], _at_home(claim, known_names, actors)) for claim in spoken]
    distinct = list(dict.fromkeys((home, one) for _, home, one in said))
    plain = _plain({name for _, one in distinct for name in _named(one, carriers)}, pages, actors)
    longer = _by_last_word((home, plain[name]) for home, one in distinct for name in _named(one, carriers))
    written = {_pieces(name): name for name in sorted(plain.values(), reverse=True)}
    offices = _offices((one for _, one in distinct), plain, carriers)
    full = {
        (home, one): _in_full(plain[one.name or ""], longer.get(home, {}), written, actors) for home, one in distinct
    }
    twins = _romanised((home, full[home, one]) for home, one in distinct)
    known = {
        (home, one): _bodies(twins[home, name], offices.get(one.name or ""), actors)
        for (home, one), name in full.items()
    }
    last = _spelt(known[home, one][0] for _, home, one in said)
    shown = _spelt(known[home, one][1] for _, home, one in said)
    return Speakers(
        last={name: last[known[home, one][0]] for name, home, one in said},
        shown={name: shown[known[home, one][1]] for name, home, one in said},
    )


def _at_home(claim: Claim, names: frozenset[str], actors: Actors) -> Attribution:
    """The attribution; that of `the health ministry` names the country of the dead, if some claim names that one."""
    office = _domestic(actors).get(fold(claim.said.name or ""))
    country = lexicon(actors).countries.get(claim.place.country or "") if office and claim.place else None
    named = (f"{demonym} {office}" for demonym in country.demonyms) if country else ()
    full = next((name for name in named if fold(name) in names), None)
    return claim.said if full is None else replace(claim.said, speaker=full, known_as=None)


@once
def _domestic(actors: Actors) -> dict[str, str]:
    """The bodies that tell of the dead of their own country, by each way to write them."""
    return {fold(words): row.words[0] for row in actors.institution if row.home for words in row.words}


def _by_last_word(names: Iterable[tuple[str, str]]) -> dict[str, dict[str, set[_Pieces]]]:
    """The names of each text by their last word."""
    found: dict[str, dict[str, set[_Pieces]]] = {}
    for home, name in names:
        if pieces := _pieces(name):
            found.setdefault(home, {}).setdefault(pieces[-1], set()).add(pieces)
    return found


def _named(said: Attribution, carriers: frozenset[str]) -> tuple[str, ...]:
    """The speaker, and the organisation beside him."""
    speaker = said.name or ""
    return (speaker, said.via[0]) if said.via and fold(said.via[0]) not in carriers else (speaker,)


def _plain(names: Iterable[str], documents: Iterable[Document], actors: Actors) -> dict[str, str]:
    """Each name as that of a body: without the office of who speaks for it, and its acronym spelt out."""
    voices = frozenset(actors.people.voices)
    bodies = {name: _body(name, voices) for name in names}
    table = lexicon(actors).canonical
    short = {name for name in bodies.values() if _ACRONYM.fullmatch(name) and " ".join(_pieces(name)) not in table}
    long = _introduced(short, documents) if short else {}
    return {name: long.get(body, body) for name, body in bodies.items()}


def _body(name: str, voices: frozenset[str]) -> str:
    """The body for which an office speaks: `head of the Hill Centre`, `Hill Centre's spokeswoman`."""
    words = name.split()
    for at in range(1, len(words) - 1):
        if fold(words[at]) in ("of", "for", "at") and fold(words[at - 1]) in voices:
            rest = words[at + 2 :] if len(words) > at + 2 and fold(words[at + 1]) in _ARTICLES else words[at + 1 :]
            return " ".join(rest) if rest[0][:1].isupper() else name
    if len(words) > 1 and fold(words[-1]) in voices and words[0][:1].isupper():
        return _OWNER.sub("", " ".join(words[:-1]))
    return name


def _introduced(acronyms: Iterable[str], documents: Iterable[Document]) -> dict[str, str]:
    """The names for which the pages introduce the acronyms; one that stands for two names is left as it is."""
    texts = [document.text for document in documents]
    found: dict[str, str] = {}
    for acronym in sorted(acronyms):
        sign = re.compile(_INTRODUCED.format(re.escape(acronym)))
        names = [name for text in texts if acronym in text for name in _before(sign, text, acronym)]
        if len({_pieces(name) for name in names}) == 1:
            found[acronym] = min(names)
    return found


def _before(sign: re.Pattern[str], text: str, acronym: str) -> Iterator[str]:
    """The names right before the places where `text` introduces `acronym`, whose initials it is."""
    letters = fold(acronym.replace(".", ""))
    for met in sign.finditer(text):
        words = text[: met.start()].split()[-_BEFORE:]
        for start in range(len(words) - 1, -1, -1):
            name = words[start:]
            if name[0][:1].isupper() and letters in _initials(name):
                yield " ".join(name)
                break


def _initials(words: Iterable[str]) -> tuple[str, str]:
    """The first letters of words and of their parts, with and without those of little words."""
    parts = [part for word in words for part in fold(word).split("-") if part]
    return "".join(part[0] for part in parts), "".join(part[0] for part in parts if part not in _LITTLE)


def _offices(said: Iterable[Attribution], plain: Mapping[str, str], carriers: frozenset[str]) -> dict[str, str]:
    """The one organisation that the pages put beside a speaker, wherever they do; several leave it open."""
    beside: dict[str, dict[_Pieces, str]] = {}
    for one in said:
        if one.name and (others := _named(one, carriers)[1:]):
            body = plain[others[0]]
            beside.setdefault(one.name, {}).setdefault(_pieces(body), body)
    return {speaker: next(iter(bodies.values())) for speaker, bodies in beside.items() if len(bodies) == 1}


def _in_full(speaker: str, named: Mapping[str, set[_Pieces]], written: Mapping[_Pieces, str], actors: Actors) -> str:
    """The only longer name on pages of the same text that ends in this one: "Observatory" where a page names which."""
    pieces = _pieces(speaker)
    if not pieces or listed(speaker, actors):
        return speaker
    longer = [one for one in named.get(pieces[-1], ()) if len(one) > len(pieces) and one[-len(pieces) :] == pieces]
    return written[longer[0]] if len(longer) == 1 else speaker


def _romanised(names: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Each name of each text in the form that came first there, however copies romanise it; a flood outvotes nobody."""
    best: dict[tuple[str, str], str] = {}
    return {(home, name): best.setdefault((home, _bones(name)), name) for home, name in names}


def _bones(name: str) -> str:
    bones = skeleton(name)
    return bones if len(bones) >= _LONG else name


def _bodies(speaker: str, office: str | None, actors: Actors) -> tuple[str, str]:
    """(ultimate speaker, the body as it is shown): the codebook's, else the organisation beside a person."""
    for name in (speaker, office) if office else (speaker,):
        entry = listed(name, actors)
        last = ultimate(name, actors)
        if entry and entry.actor:
            return last, entry.actor.name
        if last != name:
            return last, name
    return office or speaker, office or speaker


def _spelt(names: Iterable[str]) -> dict[str, str]:
    """Each name in the spelling that most claims give to it."""
    times = Counter(names)
    best: dict[_Pieces | str, str] = {}
    for name in sorted(times, key=lambda name: (-times[name], name)):
        best.setdefault(_pieces(name) or name, name)
    return {name: best[_pieces(name) or name] for name in times}


def _pieces(name: str) -> _Pieces:
    """The folded words of a name, in one spelling: `centre` as `center`."""
    return tuple(_american(piece) for piece in (spell(name.replace("&", " and ")) or [()])[0])


def _american(word: str) -> str:
    ending = next((one for one in _SPELLINGS if word.endswith(one[0]) and len(word) >= _STEM + len(one[0])), None)
    return word.removesuffix(ending[0]) + ending[1] if ending else word
