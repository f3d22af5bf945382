"""The names of places in a sentence: those that the gazetteer has, and those that only their neighbours give away."""

from collections.abc import Sequence

from crosswire.gazetteer import Entry
from crosswire.read.places.evidence import struck
from crosswire.read.places.line import IN, JOINTS, LARGE, PARTICLES, Found, Line, shouted, spans, stands_out, without_s
from crosswire.text.folding import fold

_LONGEST = 7  # tokens of the longest name that news writes, hyphens counted: "Khan al - Shih"
_ABBREVIATION = 3  # letters up to which a name is an abbreviation unless the place itself is called so
_ACRONYM = 5  # letters up to which a word in capitals is an acronym unless it is a country or a unit
_FAMOUS = 500_000  # people from which a town is a place without any word beside it
_APPOSED = 5  # words in which the noun of an apposition stands: "a once quiet farming | village"
_OPENERS = PARTICLES | JOINTS  # what a run may begin with beside a capital
_ON = frozenset(["on", "of"])
_GROUNDS = frozenset(["settlement", "district"])
_LIVING = frozenset(["of", "from", "in"])
_ROUGHLY = frozenset(
    ["also", "about", "some", "just", "around", "the", "to", "and", "-", "roughly", "nearly", "far", "a", "few"]
)
_VARIANT = 4  # letters from which a name that is nowhere known may be a spelling variant


def names(line: Line) -> list[Found]:
    """All names of places in the line, without the words around them, in order."""
    found: list[Found] = []
    at = 0
    while at < len(line):
        begins = (line.capitals[at] or line.norms[at] in PARTICLES) and line.starts(at)
        name = (_known(line, at) or _unknown(line, at, found)) if begins else None
        if name is not None:
            found.append(name)
        at = name.last if name else at + 1
    return found


def surnames(line: Line) -> set[str]:
    """Last names of people in the line: ends of capitalised runs that are neither places nor organisations."""
    if line.loud or line.titled:
        return set()
    last_names, at = set(), 0
    while at < len(line):
        end = line.run(at) if line.capitals[at] or line.norms[at] in _OPENERS else at
        if end - at > 1 and _personal(line, at, end):
            last_names |= {line.norm(end - 1), line.norm(end - 1).removesuffix("s")}
        at = end if end > at else at + 1
    return last_names


def _personal(line: Line, first: int, last: int) -> bool:
    if line.says(first, "given", "title"):
        return True
    if line.says(first, "opening") or line.demonym(first) or line.placed(first) or _grounded(line, first, last):
        return False
    if any(line.noun(at) or line.says(at, "body", "direction", "never") for at in range(first, last)):
        return False
    text = line.text(first, last)
    if line.gazetteer.lookup(text) or line.gazetteer.sounds(text) or without_s(line, line.raw(first))[1]:
        return False  # "Syrias | Daraa"
    return not stands_out(line.gazetteer.lookup(line.raw(last - 1)), _FAMOUS)


def _known(line: Line, at: int) -> Found | None:
    for first, last in spans(line, at, _LONGEST):
        text = line.text(first, last)
        entries = line.gazetteer.lookup(text)
        if not entries:
            text, entries = without_s(line, text)
            if entries and not _ruled_out(line, first, last, entries):
                return Found(sentence=line.sentence.index, first=first, last=last, core=(first, last), name=text)
        elif not _ruled_out(line, first, last, entries) and _used(line, first, last, entries):
            weak = not (_beside(line, first, last) or stands_out(entries, _FAMOUS))
            return Found(sentence=line.sentence.index, first=first, last=last, core=(first, last), name=text, weak=weak)
    return None


def _beside(line: Line, first: int, last: int) -> bool:
    """Whether a word or a name of place stands beside the name."""
    return line.placed(first) or line.says(first - 1, "locative") or _flanked(line, first, last)


def _ruled_out(line: Line, first: int, last: int, entries: Sequence[Entry]) -> bool:
    """Whether the words are something else than a name: a common word, a people, an abbreviation, a person."""
    if last - first == 1:
        if line.says(first, "never", "opening", "title", "direction", "body", "given", "actor") or line.noun(first):
            return True
        common = line.says(first, "common") and not _beside(line, first, last)
        plain = line.plain_words(first, last) and not line.placed(first) and not stands_out(entries, _FAMOUS)
        if common or plain:
            return True
        if line.gazetteer.people(line.norm(first)) or (line.verbish(first) and not stands_out(entries, 10**6)):
            return True
        if not line.loud and _abbreviated(line, first, entries):
            return True
    elif line.says(last - 1, "body") and not any(entry.kind == "site" for entry in entries):
        return True
    return line.number(first) or _person(line, first)


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
        return (
            shouted(entries) or (line.says(first - 1, "locative", "near") and stands_out(entries)) or last - first > 1
        )
    if _belongs_left(line, first) or _belongs_right(line, last, entries):
        return False
    if line.placed(first) or any(entry.kind == "country" for entry in entries):
        return True
    if last - first == 1 and (
        line.norm(first) in line.people or (line.says(last, "act") and not stands_out(entries, _FAMOUS))
    ):
        return False
    if _flanked(line, first, last) or stands_out(entries) or any(entry.kind == "admin1" for entry in entries):
        return True
    return struck(line, first, last) and line.norm(first) not in line.people


def _flanked(line: Line, first: int, last: int) -> bool:
    """Whether a place noun follows, or a comma as between a town and its country."""
    comma = line.norm(last) == "," and line.capital(last + 1)
    return comma or line.norm(first - 1) == "," or line.noun_after(last) is not None


def _person(line: Line, first: int) -> bool:
    before = first - 2 if line.norm(first - 1) == "." else first - 1
    if before in line.taken:
        return False
    return line.says(before, "title", "given") and (line.capital(before) or line.norm(before) in {"sheikh", "saint"})


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


def _unknown(line: Line, at: int, found: Sequence[Found]) -> Found | None:
    """A name that no gazetteer has as written, where a noun, a preposition, a list or its sound speaks for a place."""
    end = _until_known(line, at, line.run(at) if line.capital(at) else line.run(at + 2))
    while end - at > 1 and line.capital(end - 1) and _no_part(line, end - 1):
        end -= 1
    if line.loud or line.titled or not _could_be(line, at, end):
        return None
    near = line.noun_after(end) or line.noun_before(at) or _said_to_be(line, end) or _located(line, end)
    if not near and _spelt_out(line, end):
        return None
    listed = bool(found) and not found[-1].tentative and line.joined(found[-1].last, at)
    placed = line.norm(at - 1) in IN and not (line.norm(at - 1) == "at" and line.says(at - 2, "role", "title"))
    placed = placed or _grounded(line, at, end)
    text = line.text(at, end)
    sounds = len(text) >= _VARIANT and line.gazetteer.sounds(text) and line.norm(end - 1) not in line.people
    if not (near or placed or listed or sounds) or (line.says(end, "body") and not near):
        return None
    firm = near or (placed and line.norm(end - 1) not in line.people)
    return Found(sentence=line.sentence.index, first=at, last=end, core=(at, end), name=text, tentative=not firm)


def _said_to_be(line: Line, last: int) -> bool:
    """Whether the words behind say that it is a place: "Kafr Tamim, a small village in Idlib"."""
    if line.norm(last) not in {",", "("} or line.norm(last + 1) not in {"a", "an", "the", "another"}:
        return False
    words = range(last + 2, min(last + 2 + _APPOSED, len(line)))
    noun = next((at for at in words if line.noun(at)), None)
    if noun is None or line.noun(noun) not in {"settlement", "district"}:
        return False
    if noun + 1 < len(line) and line.sentence.tokens[noun + 1].tag_.startswith("NN"):
        return False  # "a city | official"
    between = [at for at in range(last + 2, noun) if line.norm(at) != "-"]
    return all(line.norm(at)[:1].isalpha() and not line.says(at, "actor", "role", "body") for at in between)


def _located(line: Line, last: int) -> bool:
    """Whether the words behind say how it lies to another place: "Rafiqa, also 20 km south of Mosul"."""
    if line.norm(last) not in {",", "("}:
        return False
    for at in range(last + 1, min(last + 1 + _APPOSED, len(line))):
        if line.says(at, "direction", "unit") and line.norm(at + 1) in {"of", "from"}:
            return True
        if not (line.says(at, "direction", "unit") or line.number(at) or line.norm(at) in _ROUGHLY):
            return False
    return False


def _grounded(line: Line, first: int, last: int) -> bool:
    """Whether a strike falls on the name, or people live there: "the strike on | Hamadiya", "villagers of | X".

    What is also done to people must lie in ground: "stormed | Dungwel in the Jos district".

    A strike on two words in capitals may be one on a person.
    """
    if line.norm(first - 1) in _LIVING and line.says(first - 2, "dweller"):
        return True
    if last - first > 1 and not any(line.norm(at) in _OPENERS for at in range(first, last)):
        return False
    if line.says(first - 1, "ground") and line.sentence.tokens[first - 1].tag_.startswith("VB"):
        return True
    within = line.norm(last) == "in" and (line.capital(last + 1) or line.norm(last + 1) == "the")
    if within and line.says(first - 1, "done") and line.sentence.tokens[first - 1].tag_.startswith("VB"):
        return True
    return line.norm(first - 1) in _ON and line.says(first - 2, "ground")


def _spelt_out(line: Line, last: int) -> bool:
    """Whether the name ends a longer one, whose first letters stand behind it: "Aid to the Church in | Need (ACN)"."""
    letters = line.raw(last + 1)
    brackets = line.norm(last) == "(" and line.norm(last + 2) == ")"
    return brackets and len(letters) > 1 and letters.isupper() and letters[-1] == line.raw(last - 1)[0]


def _no_part(line: Line, at: int) -> bool:
    """Whether the capitalised word that ends a run is no part of the name: "Taftanaz | Village", "Homs | Killing"."""
    return line.noun(at) is not None or line.says(at, "modifier") or line.plain_words(at, at + 1)


def _until_known(line: Line, first: int, last: int) -> int:
    """The end of an unknown name in a run where a well-known one may follow without a comma: `Castello Aleppo`."""
    for at in range(first + 1, last):
        entries = line.gazetteer.lookup(line.raw(at)) if line.capital(at) else ()
        enough = at - first > 1 or any(entry.kind == "country" for entry in entries)
        if enough and stands_out(entries, _FAMOUS) and line.norm(at - 1) not in JOINTS | PARTICLES:
            return at
    return last


def _could_be(line: Line, first: int, last: int) -> bool:
    if (
        last <= first
        or _person(line, first)
        or line.number(first)
        or (last - first == 1 and line.verbish(first))
        or line.says(first, "opening", "direction")
        or (line.says(first, "given", "title") and not _named_ground(line, first, last))
    ):
        return False
    if last - first == 1 and not line.proper(first):
        return False
    for at in range(first, last):
        if (
            at in line.taken
            or line.says(at, "body", "never")
            or line.norm(at).removesuffix("s") in line.words.forms("never")
            or line.demonym(at)
            or line.noun(at)
        ):
            return False
    if all(line.says(at, "modifier") or not line.norm(at).isalpha() for at in range(first, last)):
        return False  # "the | Air | Base"
    letters = last - first == 1 and line.raw(first).isupper() and not (line.capital(last) and line.noun(last) == "site")
    return not letters and not line.plain_words(first, last)


def _named_ground(line: Line, first: int, last: int) -> bool:
    """Whether the words beside call the name a place's: "the village of | Abu Tiban", "the | Abu Tiban | district"."""
    before = line.noun_before(first) if line.norm(first - 1) == "of" else None
    after = line.noun_after(last) if last - first > 1 else None
    return not _GROUNDS.isdisjoint({before, after[1] if after else None})
