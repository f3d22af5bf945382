"""Names that no gazetteer has in text without small letters, where only the words around can tell a name."""

from crosswire.read.places.line import IN, PARTICLES, Found, Line

_GROUNDS = frozenset(["settlement", "district"])
_UNITS = frozenset(["admin1", "admin2", "district"])
_NOUNS = frozenset(["NN", "NNP", "NNPS", "FW"])
_INNER = frozenset(["JJ"])  # what the parser makes of a strange word before the last: "LA | TORCA | STREAM"
_LONGEST = 5  # words of a name
_STEPS = 2  # names between a spot and the unit that it lies in: "CONZA, | SAN ROQUE, | MORALES DEPARTMENT"


def in_capitals(line: Line, at: int) -> Found | None:
    """The name that begins at the token: behind "THE VILLAGE OF", or between IN and the unit in which it lies.

    "THE VILLAGE OF | SOLLA", "IN | CONZA, MORALES DEPARTMENT".
    """
    end = _run(line, at)
    if end == at or not (line.noun_before(at) in _GROUNDS or (line.norm(at - 1) in IN and _in_unit(line, end))):
        return None
    return Found(sentence=line.sentence.index, first=at, last=end, core=(at, end), name=line.text(at, end))


def _run(line: Line, at: int) -> int:
    """The end of the words from `at` that can be one name; `at` where there are none."""
    end = cursor = at
    while cursor < min(len(line), at + _LONGEST) and (
        _is_word(line, cursor) or line.norm(cursor) in PARTICLES or (cursor > at and _is_word(line, cursor, _INNER))
    ):
        cursor += 1
        if _is_word(line, cursor - 1):
            end = cursor
    return end


def _is_word(line: Line, at: int, tags: frozenset[str] = _NOUNS) -> bool:
    """Whether the token can be a word of a name: no noun of ground, no word that opens a clause, no body, no people."""
    if at in line.taken or line.sentence.tokens[at].tag_ not in tags or not line.norm(at).isalpha():
        return False
    other = line.says(at, "opening", "direction", "body", "never", "title", "actor", "role", "modifier", "whole")
    return not (other or line.noun(at) or line.demonym(at))


def _in_unit(line: Line, end: int) -> bool:
    """Whether a province or a part of one follows, behind a comma or two: ", MORALES DEPARTMENT"."""
    for _ in range(_STEPS):
        if line.norm(end) != ",":
            return False
        end = _run(line, end + 1)
        if line.noun(end) in _UNITS:
            return True
    return False
