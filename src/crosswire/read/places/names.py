"""The names of places in a sentence: those that the gazetteer has, and those that only their neighbours give away."""

from collections.abc import Sequence

from crosswire.gazetteer import Entry
from crosswire.read.places.buildings import building
from crosswire.read.places.evidence import struck
from crosswire.read.places.line import LARGE, PARTICLES, Found, Line, shouted, spans, stands_out, without_s
from crosswire.read.places.unlisted import FAMOUS, OPENERS, grounded, is_person, undertaken, unknown
from crosswire.text.folding import fold

_LONGEST = 7  # tokens of the longest name that news writes, hyphens counted: "Khan al - Shih"
_ABBREVIATION = 3  # letters up to which a name is an abbreviation unless the place itself is called so
_UNITS = frozenset(["district", "admin1", "admin2"])
_OWN_NAMES = frozenset(["site", "region"])  # places whose own names may end like a body's: "the West | Bank"
_GROUNDS = _UNITS | {"settlement"}
_OF, _THE = frozenset(["de", "del", "di", "do", "da", "du"]), frozenset(["la", "las", "los", "le", "les"])
_ACRONYM = 5  # letters up to which a word in capitals is an acronym unless it is a country or a unit


def names(line: Line) -> list[Found]:
    """All names of places in the line, without the words around them, in order."""
    found: list[Found] = []
    at = 0
    while at < line.size:
        begins = (line.capitals[at] or line.norms[at] in PARTICLES) and line.starts(at)
        name = (_known(line, at) or unknown(line, at, found)) if begins else None
        if begins and (name is None or name.tentative):
            name = building(line, at) or name
        if name is not None:
            found.append(name)
        at = name.last if name else at + 1
    return found


def surnames(line: Line) -> set[str]:
    """Last names of people in the line: ends of capitalised runs that are neither places nor organisations."""
    if line.loud or line.titled:
        return set()
    last_names, at = set(), 0
    while at < line.size:
        end = line.run(at) if line.capitals[at] or line.norms[at] in OPENERS else at
        if end - at > 1 and _personal(line, at, end):
            last_names |= {line.norm(end - 1), line.norm(end - 1).removesuffix("s")}
        at = end if end > at else at + 1
    return last_names


def _personal(line: Line, first: int, last: int) -> bool:
    if line.says(first, "given", "title"):
        return True
    if line.says(first, "opening") or line.demonym(first) or line.placed(first) or grounded(line, first, last):
        return False
    if any(line.noun(at) or line.says(at, "body", "direction", "never") for at in range(first, last)):
        return False
    text = line.text(first, last)
    if line.gazetteer.lookup(text) or line.gazetteer.sounds(text) or without_s(line, line.raw(first))[1]:
        return False  # "Syrias | Daraa"
    return not stands_out(line.gazetteer.lookup(line.raw(last - 1)), FAMOUS)


def _known(line: Line, at: int) -> Found | None:
    for first, last in spans(line, at, _LONGEST):
        text = line.text(first, last)
        entries = line.gazetteer.lookup(text)
        if not entries:
            text, entries = without_s(line, text)
            if entries and not _ruled_out(line, first, last, entries):
                return Found(sentence=line.sentence.index, first=first, last=last, core=(first, last), name=text)
        elif not _ruled_out(line, first, last, entries) and _used(line, first, last, entries):
            weak = _generic(line, first, last) or not (_beside(line, first, last) or stands_out(entries, FAMOUS))
            return Found(sentence=line.sentence.index, first=first, last=last, core=(first, last), name=text, weak=weak)
    return None


def _generic(line: Line, first: int, last: int) -> bool:
    """Whether the name is made of nothing but words that many places have: "Western District"."""
    return last - first > 1 and all(line.says(at, "direction") or line.noun(at) in _UNITS for at in range(first, last))


def _beside(line: Line, first: int, last: int) -> bool:
    """Whether a word or a name of place stands beside the name."""
    return line.placed(first) or line.says(first - 1, "locative") or _flanked(line, first, last)


def _ruled_out(line: Line, first: int, last: int, entries: Sequence[Entry]) -> bool:
    """Whether the words are something else than a name: a common word, a people, an abbreviation, a person."""
    if last - first == 1:
        never = line.says(first, "never") and not _of_unit(line, last, entries)
        if never or line.says(first, "opening", "title", "direction", "body", "given", "actor") or line.noun(first):
            return True
        common = line.says(first, "common") and not _beside(line, first, last)
        plain = line.plain_words(first, last) and not line.placed(first) and not stands_out(entries, FAMOUS)
        numbered = line.says(first, "numbered") and line.norm(last).isdigit()  # "at | Km | 7"
        if common or plain or numbered:
            return True
        if line.gazetteer.people(line.norm(first)) or (line.verbish(first) and not stands_out(entries, 10**6)):
            return True
        if _too_short(line, first) if line.loud else _abbreviated(line, first, entries):
            return True
    elif _of_nouns(line, first, last, entries):
        return True
    return line.number(first) or is_person(line, first) or undertaken(line, first)


def _of_unit(line: Line, last: int, entries: Sequence[Entry]) -> bool:
    """Whether a people's name is its land's: "the | Amhara | region"."""
    after = line.noun_after(last)
    return after is not None and after[1] in _UNITS | {"area"} and any(entry.kind == "admin1" for entry in entries)


def _of_nouns(line: Line, first: int, last: int, entries: Sequence[Entry]) -> bool:
    """Whether a body's noun ends the words, or they are all nouns of ground: "THE | VILLAGE OF X"."""
    body = line.says(last - 1, "body") and not any(entry.kind in _OWN_NAMES for entry in entries)
    return body or all(line.says(at, "opening") or line.noun(at) for at in range(first, last))


def _too_short(line: Line, at: int) -> bool:
    """Whether a word in capitals is no more than a particle or a short noun: "| LA RANERA", "A | CAR"."""
    return line.norm(at) in PARTICLES or (len(line.raw(at)) <= _ABBREVIATION and not line.proper(at))


def _abbreviated(line: Line, at: int, entries: Sequence[Entry]) -> bool:
    """Whether a short word or one in capitals is no place here: `Al`, `SANA`; but `US`, `Pa.`, `Hit`, `IRAQ` are."""
    raw = line.raw(at)
    letters = raw.replace(".", "")
    own = line.norm(at) not in PARTICLES and any(fold(entry.name) == fold(letters) for entry in entries)
    if any(entry.kind == "country" for entry in entries):
        return len(letters) <= _ABBREVIATION and not raw.isupper()
    unit = any(entry.kind == "admin1" for entry in entries)
    begun = unit and all(entry.name.casefold().startswith(letters.casefold()) for entry in entries)  # Mass, Calif
    if (len(letters) <= _ABBREVIATION or (begun and len(letters) <= _ACRONYM)) and not own:
        dotted = raw.isupper() or raw.endswith(".") or line.norm(at + 1) == "."
        return not (unit and dotted and line.norm(at - 1) in {",", "("})
    return raw.isupper() and len(letters) <= _ACRONYM and not (own and shouted(entries))


def _used(line: Line, first: int, last: int, entries: Sequence[Entry]) -> bool:
    """Whether the sentence uses the known name as a place's, and not as a part of a longer name."""
    if line.loud or line.titled:
        led = line.says(first - 1, "locative", "near") and stands_out(entries)
        body = line.says(last, "body") or line.says(last + 1, "body")  # "THE | TORCA YARI | REVOLUTIONARY FRONT"
        long = last - first > 1 and not line.says(first, "opening") and not body
        return shouted(entries) or led or long or _called(line, first, last)
    if _belongs_left(line, first) or _belongs_right(line, last, entries):
        return False
    if line.placed(first) or any(entry.kind == "country" for entry in entries):
        return True
    if last - first == 1 and (
        line.norm(first) in line.people or (line.says(last, "act") and not stands_out(entries, FAMOUS))
    ):
        return False
    if _flanked(line, first, last) or stands_out(entries) or any(entry.kind == "admin1" for entry in entries):
        return True
    return struck(line, first, last) and line.norm(first) not in line.people


def _called(line: Line, first: int, last: int) -> bool:
    """Whether a noun beside the name says what it is: "THE TOWN OF | CACAO", "| MORALES DEPARTMENT"."""
    after = line.noun_after(last)
    return line.noun_before(first) in _GROUNDS or (after is not None and after[1] in _GROUNDS)


def _flanked(line: Line, first: int, last: int) -> bool:
    """Whether a place noun follows, or a comma as between a town and its country."""
    comma = line.norm(last) == "," and line.capital(last + 1)
    return comma or line.norm(first - 1) == "," or line.noun_after(last) is not None


def _belongs_left(line: Line, first: int) -> bool:
    """Whether the capitalised word before makes this a part of its name: `Rami Homs`, `Ahrar Aleppo`."""
    before = first - 1
    if before in line.taken or not line.capital(before) or not line.norm(before)[:1].isalpha():
        return False
    if line.says(before, "opening", "direction", "never", "locative") or line.noun(before) or line.demonym(before):
        return False
    if line.verbish(before):
        return False  # "Enter | South Dakota"
    word = line.raw(before)
    return not stands_out(line.gazetteer.lookup(word)) and not without_s(line, word)[1]


def _belongs_right(line: Line, last: int, entries: Sequence[Entry] = ()) -> bool:
    """Whether the words after make this a part of their name: `Homs Media Centre`, `Paris Hilton`, `Khan al-Shih`."""
    if line.norm(last) in PARTICLES and line.norm(last + 1) == "-" and line.capital(last + 2):
        return True
    if line.norm(last) in _OF and (line.capital(last + 1) or (line.norm(last + 1) in _THE and line.capital(last + 2))):
        return True  # "| Serrania | de Velen"
    acronym = len(line.raw(last)) > 1 and line.raw(last).isupper()
    glued = last < line.size and not line.sentence.tokens[last - 1].whitespace_
    if glued and line.norm(last) == "-" and line.capital(last + 1) and last + 1 not in line.taken:
        return not line.gazetteer.lookup(line.raw(last + 1)) and not line.noun(last + 2)  # "Pont|-Sonde"
    closes = last == line.size - 1 and line.norm(last) in line.tellers  # "24 killed in Idlib | Monitor"
    if last in line.taken or acronym or closes or not line.capital(last) or line.noun(last):
        return False
    return line.says(last, "body") or (not line.plain_words(last, last + 1) and _goes_on(line, last, entries))


def _goes_on(line: Line, last: int, entries: Sequence[Entry]) -> bool:
    """Whether the capitalised word is the next one of the name, and no other name or word of its own.

    What the name means are `entries`: a name beside it that is of other countries only is a part of it ("Ain | Zara").
    """
    if line.says(last, "modifier") and not line.says(last, "never"):
        return line.noun_after(last) is None
    if line.says(last, "direction", "never", "opening", "title") or line.demonym(last):
        return line.says(last, "never") and line.says(last + 1, "body")
    if line.norm(last) in line.people:
        return True
    return not without_s(line, line.raw(last))[1] and not any(
        stands_out(found, LARGE if span[1] == last + 1 else 1) and _compatible(entries, found)
        for span in spans(line, last, _LONGEST)
        if (found := line.gazetteer.lookup(line.text(*span)))
    )


def _compatible(left: Sequence[Entry], right: Sequence[Entry]) -> bool:
    """Whether two names side by side can be of places in one country."""
    lands = {entry.country for entry in left}
    return not left or any(
        entry.country in lands or entry.country is None or entry.kind == "country" for entry in right
    )
