"""Names that no gazetteer has: what beside them says that they are places."""

from collections.abc import Iterator, Sequence

from crosswire.codebook.places import Around
from crosswire.read.places.capitals import in_capitals
from crosswire.read.places.line import IN, JOINTS, PARTICLES, Found, Line, stands_out

FAMOUS = 500_000  # people from which a town is a place without any word beside it
OPENERS = PARTICLES | JOINTS  # what a run may begin with beside a capital
_APPOSED = 5  # words in which the noun of an apposition stands: "a once quiet farming | village"
_ON = frozenset(["on", "of"])
_NOUNS = frozenset(["NN", "NNS", "FW"])
_QUOTES = frozenset(['"', "''", "'"])
_GROUNDS = frozenset(["settlement", "district"])
_POSSESSIVES = frozenset(["'s", "'"])
_BEEN = frozenset(["was", "were", "has", "have", "had", "is", "are", "being", "been", "then", "also", "again"])
_OUT = 3  # tokens before "out of" in which somebody leaves: "driven the militia | out of X"
_LIVING = frozenset(["of", "from", "in"])
_VARIANT = 4  # letters from which a name that is nowhere known may be a spelling variant


def unknown(line: Line, at: int, found: Sequence[Found]) -> Found | None:
    """A name that no gazetteer has as written, where a noun, a preposition, a list or its sound speaks for a place."""
    if line.loud:
        return in_capitals(line, at)
    end = _until_known(line, at, line.run(at) if line.capital(at) else line.run(at + 2))
    while end - at > 1 and line.capital(end - 1) and _no_part(line, end - 1):
        end -= 1
    if line.titled or undertaken(line, at) or not _could_be(line, at, end):
        return None
    near = line.noun_after(end) or line.noun_before(at) or _said_to_be(line, end) or _located(line, end)
    near = near or (end - at > 1 and line.says(at, "prefix")) or _peopled(line, at, end)
    if not near and _spelt_out(line, end):
        return None
    listed = bool(found) and not found[-1].tentative and line.joined(found[-1].last, at)
    placed = line.norm(line.before(at)) in IN and not (line.norm(at - 1) == "at" and line.says(at - 2, "role", "title"))
    placed = placed or grounded(line, at, end) or _told_of(line, at, end)
    text = line.text(at, end)
    sounds = len(text) >= _VARIANT and line.gazetteer.sounds(text) and line.norm(end - 1) not in line.people
    if not (near or placed or listed or sounds) or (line.says(end, "body") and not near):
        return None
    firm = near or (placed and line.norm(end - 1) not in line.people)
    return Found(sentence=line.sentence.index, first=at, last=end, core=(at, end), name=text, tentative=not firm)


def movements(line: Line) -> Iterator[str]:
    """The names that the line gives to fighters and other people: "| Velmar | guerrillas"."""
    for at in range(line.size):
        if line.capitals[at] and line.says(at + 1, "people") and not line.capital(at + 1):
            yield line.norms[at]


def grounded(line: Line, first: int, last: int) -> bool:
    """Whether a strike falls on the name, or people live there: "the strike on | Hamadiya", "villagers of | X".

    So is what people leave: "pulled out of | X", "fled from | Dasim Orsal". What is also done to people must lie in
    ground: "stormed | Dungwel in the Jos district". A strike on two words in capitals may be one on a person, and an
    assault is seldom one.
    """
    lived = line.norm(first - 1) in _LIVING and line.says(first - 2, "dweller")
    assailed = line.norm(first - 1) == "on" and line.says(first - 2, "onslaught")
    hit = line.says(first - 1, "ground") and _is_verb(line, first - 1) and line.norm(last) not in _POSSESSIVES
    if lived or assailed or hit or _left(line, first) or _come_to(line, first) or _laid(line, last):
        return True
    if last - first > 1 and not any(line.norm(at) in OPENERS for at in range(first, last)):
        return False
    within = line.norm(last) == "in" and (line.capital(last + 1) or line.norm(last + 1) == "the")
    if within and line.says(first - 1, "done") and _is_verb(line, first - 1):
        return True
    if line.norm(first - 1) not in _ON:
        return False
    aimed = first - 3 if line.norm(first - 2) in _QUOTES else first - 2
    return line.says(aimed, "ground") or (within and line.norm(first - 1) == "on" and line.says(aimed, "done"))


def _told_of(line: Line, first: int, last: int) -> bool:
    """Whether it is where something happens, or lies in a direction: "| X, where", "in northern | X"."""
    where = last + 1 if line.norm(last) == "," else last
    aside = first - 1
    while line.says(aside, "direction"):
        aside -= 1
    return line.norm(where) == "where" or (aside < first - 1 and line.norm(aside) in IN)


def _is_verb(line: Line, at: int) -> bool:
    return at >= 0 and line.sentence.tokens[at].tag_.startswith("VB")


def _laid(line: Line, last: int) -> bool:
    """Whether what is done to ground alone was done to it: "| X was shelled", "| X has been overrun"."""
    at = last
    while line.norm(at) in _BEEN:
        at += 1
    return at > last and line.says(at, "ground") and line.sentence.tokens[at].tag_ == "VBN"


def _come_to(line: Line, first: int) -> bool:
    """Whether armed men come to it: "rebels reached | X", "the troops entered | X"."""
    if not (line.says(first - 1, "comes") and _is_verb(line, first - 1)):
        return False
    came = line.sentence.tokens[first - 1]
    return any(child.dep_ == "nsubj" and line.says(child.i, "armed") for child in came.lefts)


def _left(line: Line, first: int) -> bool:
    """Whether somebody leaves it: "withdrew from | X", "made it out of | X"."""
    if line.norm(first - 1) == "of" and line.norm(first - 2) == "out":
        return any(line.says(at, "leaving") for at in range(first - 2 - _OUT, first - 2))
    return line.norm(first - 1) == "from" and line.says(first - 2, "leaving")


def undertaken(line: Line, first: int) -> bool:
    """Whether the name is an operation's or a storm's: "operation | Valencia", "the exercise '| Volga'"."""
    before = first - 2 if line.norm(first - 1) in _QUOTES else first - 1
    return line.says(before, "undertaking") or line.says(first, "undertaking")


def is_person(line: Line, first: int) -> bool:
    """Whether a title or a given name stands right before: "General | Homs", "Karim | Homs"."""
    before = first - 2 if line.norm(first - 1) == "." else first - 1
    if before in line.taken:
        return False
    return line.says(before, "title", "given") and (line.capital(before) or line.norm(before) in {"sheikh", "saint"})


def _said_to_be(line: Line, last: int) -> bool:
    """Whether the words behind say that it is a place: "Kafr Tamim, a small village in Idlib", comma or not."""
    if line.norm(last) in {",", "("}:
        last += 1
    elif line.norm(last) not in {"a", "an"}:
        return False
    if line.norm(last) not in {"a", "an", "the", "another"}:
        return False
    words = range(last + 1, min(last + 1 + _APPOSED, len(line)))
    noun = next((at for at in words if line.noun(at)), None)
    if noun is None or line.noun(noun) not in {"settlement", "district"}:
        return False
    if noun + 1 < len(line) and line.sentence.tokens[noun + 1].tag_.startswith("NN"):
        return False  # "a city | official"
    between = [at for at in range(last + 1, noun) if line.norm(at) != "-"]
    return all(line.norm(at)[:1].isalpha() and not line.says(at, "actor", "role", "body") for at in between)


def _peopled(line: Line, first: int, last: int) -> bool:
    """Whether a town's people stand behind the name: "in | Karzilo | community", but not "the | Velmar | community"."""
    return line.says(last, "townsfolk") and (line.norm(first - 1) in IN or line.norm(first - 1) == "on")


def _located(line: Line, last: int) -> bool:
    """Whether the words behind say how it lies to another place: "Rafiqa, also 20 km south of Mosul"."""
    if line.norm(last) not in {",", "("}:
        return False
    for at in range(last + 1, min(last + 1 + _APPOSED, len(line))):
        if line.says(at, "direction", "unit") and line.norm(at + 1) in {"of", "from"}:
            return True
        if not (line.says(at, "direction", "unit", "roughly") or line.number(at)):
            return False
    return False


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
        if enough and stands_out(entries, FAMOUS) and line.norm(at - 1) not in JOINTS | PARTICLES:
            return at
    return last


def _could_be(line: Line, first: int, last: int) -> bool:
    if (
        last <= first
        or is_person(line, first)
        or line.number(first)
        or (line.says(first, "numbered") and line.norm(last).isdigit())
        or (last - first == 1 and (line.verbish(first) or _of_people(line, first, last)))
        or line.says(first, "opening", "direction")
        or (line.says(first, "given", "title") and not _named_ground(line, first, last))
    ):
        return False
    if last - first == 1 and not (line.proper(first) or _noun_like(line, first, last)):
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
    if last - first == 1 and line.norm(first) in line.tellers:
        return False  # "34 killed in rebel town | Monitor"
    if all(line.says(at, "modifier") or not line.norm(at)[:1].isalpha() for at in range(first, last)):
        return False  # "the | Air | Base"
    letters = last - first == 1 and line.raw(first).isupper() and not (line.capital(last) and line.noun(last) == "site")
    return not letters and not line.plain_words(first, last)


def _noun_like(line: Line, first: int, last: int) -> bool:
    """Whether the parser holds a name for a noun, where the words say a place: "the | Dubrin | area", "at | Dubrin"."""
    tag = line.sentence.tokens[first].tag_
    beside = line.noun_after(last) is not None or line.noun_before(first) is not None
    beside = beside or (tag in _NOUNS and line.norm(first - 1) in IN and len(line.raw(first)) >= _VARIANT)
    strange = tag in _NOUNS or (tag == "JJ" and not _ends(line, first, "adjective_end"))
    return beside and strange and line.norm(first - 1)[:1].isalnum()


def _of_people(line: Line, first: int, last: int) -> bool:
    """Whether the name is a people's, a creed's or a movement's: "| Maoist | raid", where the page has its fighters."""
    if line.norm(first) not in line.movements and not _ends(line, first, "creed_end"):
        return False
    after = line.noun_after(last)
    return _GROUNDS.isdisjoint({line.noun_before(first), after[1] if after else None})


def _named_ground(line: Line, first: int, last: int) -> bool:
    """Whether the words beside call the name a place's: "the village of | Abu Tiban", "the | Abu Tiban | district"."""
    before = line.noun_before(first) if line.norm(first - 1) == "of" else None
    after = line.noun_after(last) if last - first > 1 else None
    return not _GROUNDS.isdisjoint({before, after[1] if after else None})


def _ends(line: Line, at: int, kind: Around) -> bool:
    """Whether the word has an end of the kind: "Maoist"."""
    return any(map(line.norm(at).endswith, line.words.forms(kind)))
