"""Listed names of bodies in one sentence, organs of a state, and common nouns that mean a body."""

from collections.abc import Sequence
from itertools import chain

from crosswire.codebook.actors import Country, Institution
from crosswire.codebook.lexicon import Name, namesakes, spell
from crosswire.read.parties.vocabulary import Hit, Plain, Vocabulary
from crosswire.read.parties.wording import ARTICLES, Word, follow, written_as

_OFFICIAL = frozenset({"government", "state_forces", "police"})
_LOOSE = frozenset({"forces", "government forces"})  # "the bombing of Syria" names no body of Syria
OPENERS = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WP", "WDT", "WRB", "RB", "TO", "MD", "EX", "UH"})


def listed(words: Sequence[Word], at: int, known: Vocabulary, *, loud: bool) -> tuple[int, Name] | None:
    """The longest listed name at `at` with its end: the page's own abbreviations first, then the codebook's."""
    best: tuple[int, Name] | None = None
    for name in _possible(words, at, known):
        end = follow(words, at, name.words, stripped=name.country is None)
        longer = end is not None and (best is None or end > best[0])
        if longer and end is not None and _the(name) and not loud and _goes_on(words, end):
            continue
        if longer and end is not None and written_as(name, words, at, end, loud=loud):
            best = (end, name)
    return best


def _the(name: Name) -> bool:
    """Whether only an article makes a name of the word: "The Courier", which "the Courier Post" is not."""
    return name.text.startswith("The ") or (name.actor is not None and name.actor.name == f"The {name.text}")


def _possible(words: Sequence[Word], at: int, known: Vocabulary) -> list[Name]:
    """The names that may stand at `at`; of the many that begin with "the", those that go on as the text does."""
    norm = words[at].norm
    owner = norm[:-1] if norm.endswith("s") else ""
    names = [*known.extra.get(norm, ()), *known.extra.get(owner, ())] if known.extra else []
    if led := known.names.get(norm):
        groups = [led[key] for key in _next(words, at) if key in led]
        rows = sorted([pair for group in groups for pair in group]) if len(groups) > 1 else [*chain(*groups)]
        names += [name for _, name in rows]
    if owner and (owning := known.names.get(owner)):
        names += [name for _, name in owning.get("", ())]
    return names


def _next(words: Sequence[Word], at: int) -> set[str]:
    """The second words of names that may stand at `at`, articles skipped; nothing for those of one word."""
    behind = [word.norm for word in words[at + 1 : at + 3]]
    if behind and behind[0] not in ARTICLES:
        del behind[1:]
    return {"", *behind, *[norm.removesuffix("s") for norm in behind]}


def organ(words: Sequence[Word], at: int, end: int, country: Country, known: Vocabulary) -> Hit | None:
    """The organ of `country` that `words[at:]` names, the country's name ending at `end`: `Syria's foreign ministry`.

    In "Syrian and Russian aircraft" both countries own the aircraft; the hit ends with the country's own name then.
    """
    if is_tail(words, end, known):
        return None
    found = _institution(words, end, known)
    stop = found[0] if found else end
    if found is None and (shared := _shared(words, end, known)) is not None:
        found = _institution(words, shared, known)
    if found is None:
        return None
    return _organ_hit(at, stop, country, found[1], known)


def organ_of(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """The organ of a state named before its country: `the Government of Iraq`, `Ministry of Health of Yemen`."""
    for phrase, row in known.institutions.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is None or row.kind not in _OFFICIAL or row.words[0] in _LOOSE:
            continue
        if end + 1 >= len(words) or words[end].norm != "of" or words[end].opens:
            continue
        start = end + 1 + (words[end + 1].norm == "the" and end + 2 < len(words))
        found = listed(words, start, known, loud=False)
        if found and found[1].country and found[1].form == "noun":
            return _organ_hit(at, found[0], found[1].country, row, known)
    return None


def plain(words: Sequence[Word], at: int, known: Vocabulary) -> tuple[int, Plain] | None:
    """The common noun for an actor that stands at `at`, with its end: `regime forces`, `the monitor`, `militants`."""
    for phrase, row in known.plain.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is None or is_tail(words, end, known):
            continue
        if row.how == "reference" and _inside(words, at, end):
            continue
        the = at > 0 and words[at - 1].norm == "the" and not words[at].opens
        if the or not row.definite or (row.how == "reference" and words[at].capital and at > 0):
            return end, row
    return None


def _goes_on(words: Sequence[Word], end: int) -> bool:
    """Whether a capitalised word follows at once: `the National | Coalition`."""
    return end < len(words) and words[end].capital and not words[end].opens


def _inside(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a capitalised noun is a piece of a longer name: `Steppe | Observatory`, `the | Coalition | for Peace`."""
    if not words[at].capital:
        return False
    before = at > 0 and not words[at].opens and words[at - 1].capital and words[at - 1].tag not in OPENERS
    behind = end + 1 < len(words) and words[end].norm in {"of", "for"} and not words[end].opens
    return before or (behind and words[end + 1].capital)


def apart(words: Sequence[Word], at: int, known: Vocabulary) -> int | None:
    """Where the name ends that `anti-` or `ex-` before it keeps from acting; None if no such name stands at `at`."""
    prefixed = at > 0 and words[at - 1].hyphen and not words[at].opens
    if not prefixed or words[at - 1].norm not in known.apart | known.siding:
        return None
    if (found := listed(words, at, known, loud=True)) is not None:
        return found[0]
    return at + 1 if words[at - 1].norm in known.apart else None


def band(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """A band by the name on whose side it fights, as written: `pro-Turkey factions`."""
    if words[at].norm not in known.siding or not words[at].hyphen:
        return None
    end = apart(words, at + 1, known) if at + 1 < len(words) else None
    if end is None or end >= len(words) or words[end].norm not in known.bands or not words[end - 1].capital:
        return None
    text = "".join(word.text + ("-" if word.hyphen else " ") for word in words[at : end + 1]).strip()
    return Hit(first=at, last=end + 1, name=text, how="unknown", kind="militia")


def is_tail(words: Sequence[Word], end: int, known: Vocabulary) -> bool:
    """Whether the name that ends at `end` is half of an adjective: `Iran-backed`, `Iranian- and Russian-backed`."""
    if not words[end - 1].hyphen:
        return False
    return end >= len(words) or words[end].norm in known.tails or words[end].norm == "and"


def _organ_hit(first: int, last: int, country: Country, row: Institution, known: Vocabulary) -> Hit:
    name = f"{country.demonyms[0]} {row.words[0]}"
    listed_name = known.table.canonical.get(" ".join(spell(name)[0]))
    if listed_name and listed_name.actor:
        actor = next(iter(namesakes(name, known.table, known.year, {country.code})), listed_name.actor)
        return Hit(
            first=first, last=last, name=actor.name, how="actor", kind=actor.kind, side=actor.side, country=country
        )
    return Hit(first=first, last=last, name=name, how="organ", kind=row.kind, country=country)


def _institution(words: Sequence[Word], at: int, known: Vocabulary) -> tuple[int, Institution] | None:
    if at >= len(words) or words[at].opens:
        return None
    for phrase, row in known.institutions.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is not None:
            return end, row
    if words[at].norm in known.fillers:
        return _institution(words, at + 1, known)
    if at + 1 < len(words) and is_tail(words, at + 1, known) and words[at + 1].norm != "and":
        return _institution(words, at + 2, known)  # "Yemen's | Saudi-backed | government"
    return None


def _shared(words: Sequence[Word], at: int, known: Vocabulary) -> int | None:
    if at + 1 >= len(words) or words[at].norm not in {"and", "or"}:
        return None
    for name in known.table.names.get(words[at + 1].norm, ()):
        end = follow(words, at + 1, name.words) if name.form == "adjective" else None
        if end is not None and not is_tail(words, end, known):
            return end
    return None
