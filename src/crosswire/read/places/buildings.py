"""Sites called like a body, a person or a number: "the King Velmar hospital", "National Stadium", "Hill 412"."""

from crosswire.read.places.line import IN, JOINTS, PARTICLES, Found, Line

_LEADING = IN | {"on", "along", "from", "to", "of", "for", "against"}
_LONGEST = 6  # tokens of such a name
_OF = frozenset(["of", "de", "del"])
_OWNS = frozenset(["'s", "'"])
_ARTICLES = frozenset(["the"])


def led(line: Line, first: int) -> bool:
    """Whether a preposition of place leads to the name, or something is done to it: "at the | X", "shelled | X"."""
    before = first - 1
    while line.norm(before) in _ARTICLES or line.says(before, "direction"):
        before -= 1
    return line.norm(before) in _LEADING or line.says(before, "done")


def building(line: Line, at: int) -> Found | None:
    """The name of a site that begins at the token, if its own noun ends it and the words lead to it as to ground.

    Handles: names in which a body's, a person's or a people's word stands, numbers ("Highway 1", "School No. 4").
    """
    if line.loud or line.titled or not line.capital(at):
        return None
    noun = _called(line, at) or _noun(line, at)
    if noun is None:
        return None
    end = _numbered(line, noun + 1)
    if (noun == at and end == at + 1) or not (led(line, at) or _where(line, end)):
        return None
    core = at, (end if line.capital(noun) else noun)
    return Found(
        sentence=line.sentence.index,
        first=at,
        last=end,
        core=core,
        name=line.text(*core),
        level="site",
        relation="site",
        led=True,
    )


def _where(line: Line, end: int) -> bool:
    return line.norm(end + 1 if line.norm(end) == "," else end) == "where"


def _called(line: Line, at: int) -> int | None:
    """The last word of a name that its first word makes a place's: "Camp | Velmar"."""
    if not line.says(at, "prefix"):
        return None
    end = at + 1
    while line.capital(end) and end < at + _LONGEST and not line.noun(end) and end not in line.taken:
        end += 1
    return end - 1 if end > at + 1 else None


def _noun(line: Line, at: int) -> int | None:
    """The site's noun behind capitalised words, or itself in capitals: "Aid | Base", "Hill | 412"."""
    own = shown = False
    for word in range(at, min(at + _LONGEST, len(line))):
        named = line.noun(word) == "site" or (word == at and line.says(at, "numbered"))
        if named and not line.says(word + 1, "people"):
            further = line.capital(word + 1) and line.noun(word + 1) == "site"
            if not further and (word > at or line.norm(word + 1).isdigit() or line.says(word + 1, "numbering")):
                return word if own or word == at or (shown and line.capital(word)) else None
            own = own or word > at
            continue
        if line.raw(word) in _OWNS or line.norm(word) in JOINTS | PARTICLES | _OF:
            continue
        if line.says(word, "modifier"):
            shown = shown or line.capital(word)
            continue
        if not line.capital(word) or line.noun(word) or line.says(word, "opening"):
            return None
        own = own or not (line.demonym(word) or line.says(word, "direction", "people", "actor"))
    return None


def _numbered(line: Line, end: int) -> int:
    """The end of a number that belongs to the name: "Hospital | No. 2", "Hill | 412"."""
    cursor = end
    if line.says(cursor, "numbering"):
        cursor += 1
        if line.norm(cursor) == ".":
            cursor += 1
    return cursor + 1 if line.norm(cursor).isdigit() else end
