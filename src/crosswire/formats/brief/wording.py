"""A claim as half a sentence that goes after "says:". Only the figure's own words carry a number."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import msgspec

from crosswire.codebook.kinds import Kinds
from crosswire.collate.figures import counts_with_of
from crosswire.collate.origins.behind import Behind
from crosswire.formats.brief.voices import Voice
from crosswire.records import Claim, Figure, Place, When
from crosswire.text.folding import words

_MOVES = {
    "controls": ("holds", "hold"),
    "seized": ("took", "took"),
    "regained": ("retook", "retook"),
    "lost": ("lost", "lost"),
    "withdrew": ("left", "left"),
    "entered": ("entered", "entered"),
    "besieged": ("besieges", "besiege"),
    "repelled": ("held off an attack on", "held off an attack on"),
    "contested": ("fights for", "fight for"),
}
_SINGULARS = {"children": "child", "women": "woman", "men": "man", "people": "person", "policemen": "policeman"}
_MARKS = frozenset('“”"‘«„')
_CLOSING = frozenset('“”"’»')
_EXTENTS = {"all": "all of", "most": "most of", "part": "part of"}
_PEOPLE = frozenset({"rebel", "insurgent", "militant", "fighter", "jihadist", "soldier"})  # a side named by one of it
_SPEECH = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_PLACED = re.compile(r" (?:in|at|from|near|of) ")
_LEAST_WORDS = 3  # of a stretch in quotation marks that is speech, not a term
_SAYS = {
    "asserts": ("says", "say"),
    "alleges": ("alleges", "allege"),
    "denies": ("denies", "deny"),
    "hypothetical": ("speaks of what may happen", "speak of what may happen"),
}
_BOUNDS = {
    "exact": "exact",
    "at_least": "lower bound",
    "more_than": "open lower bound",
    "up_to": "upper bound",
    "less_than": "open upper bound",
    "about": "approximate",
    "vague": "a word, not a number",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """`before`, the figure in bold, `after`; or only a quote where the claim has no parts to tell.

    The place of what is `placed` is not told in these words.
    """

    before: str = ""
    figure: str = ""
    after: str = ""
    quote: str = ""
    placed: bool = False


def load_kinds() -> Kinds:
    """The codebook's kinds of claim."""
    return msgspec.toml.decode((resources.files("crosswire.codebook") / "kinds.toml").read_bytes(), type=Kinds)


def clause(claim: Claim, kinds: Kinds) -> Clause:
    """The words for `claim`: `more than 412 people killed`, `mayor of Marra killed by Grey Front`, or its quote."""
    doer = f"by {claim.doer}" if claim.doer else ""
    if claim.figure:
        counted = _one(claim.counted) if claim.figure.value == 1 else claim.counted
        of = "of" if counted and counts_with_of(claim.figure) else ""
        after = " ".join(filter(None, [of, group(claim.kind, counted, claim.side, kinds), doer]))
        return Clause(figure=claim.figure.text, after=after, placed=True)
    if claim.target and kinds.befalls(claim.kind) and claim.said.stance != "hypothetical":
        return Clause(before=" ".join(filter(None, [claim.target, kinds.kind[claim.kind].plain, doer])), placed=True)
    actor = party(claim.doer) if claim.doer else None
    move, what = (
        _MOVES.get(claim.kind, ("", ""))[_is_many(actor)],
        claim.target or (claim.place.name if claim.place else ""),
    )
    if move and actor and what and claim.said.stance != "hypothetical":
        extent = _EXTENTS.get(claim.extent or "", "")
        except_for = f"except {claim.excepting}" if claim.excepting else ""
        return Clause(before=" ".join(filter(None, [actor, move, extent, what])), after=except_for)
    return Clause(quote=claim.quote.text)


def party(actor: str) -> str:
    """The actor as a reader says it: a side that is named by one of its people stands in the plural, `rebels`."""
    return f"{actor}s" if actor in _PEOPLE else actor


def group(kind: str, counted: str | None, side: str | None, kinds: Kinds) -> str:
    """Who or what a figure counts: `soldiers killed (government side)`; strikes are counted, not struck."""
    entry = kinds.kind.get(kind)
    plain = entry.plain if entry else kind
    whose = f"({side.replace('_', ' ')} side)" if side and side != "civilian" else ""
    if entry and entry.family == "strikes" and kind != "damaged":
        return " ".join(filter(None, [counted or f"times {plain}", whose]))
    return " ".join(filter(None, [counted, plain, whose]))


def speech(claim: Claim) -> str:
    """The speaker's own words inside the quote, verbatim with their marks; empty where none can be cut out."""
    if claim.kind != "said":
        return ""
    found = [match[0] for match in _SPEECH.finditer(claim.quote.text) if len(match[0].split()) >= _LEAST_WORDS]
    return " … ".join(found)


def narrated(claim: Claim, voices: Sequence[Voice], kinds: Kinds) -> str:
    """What stands between a speaker and words that the page tells about him."""
    entry = kinds.kind.get(claim.kind)
    if claim.said.stance == "hypothetical":
        verb = says(claim.said.stance, voices)
    elif claim.kind == "denied" or claim.said.stance == "denies":
        verb = "denied"
    elif entry and entry.family == "statements" and claim.kind != "said":
        verb = entry.plain
    else:
        verb = "are named for this" if len(voices) > 1 or _is_many(voices[0].name) else "is named for this"
    return f"{verb}, in the page’s words:"


def _one(counted: str | None) -> str | None:
    """The singular of a counted group."""
    if counted is None or counted in _SINGULARS:
        return _SINGULARS.get(counted or "")
    return counted.removesuffix("s")


def _is_many(name: str | None) -> bool:
    """Whether `name` is a plural: `rebels`, `doctors in Dolna`; not `United Nations`, a name."""
    head = _PLACED.split(name or "")[0]
    last = head.rsplit(" ", 1)[-1]
    common = last.islower() or (head == last and head != name)  # "Doctors in Dolna", the name's first word
    return common and last.endswith("s") and not last.endswith("ss")


def quoted(text: str) -> str:
    """`text` in quotation marks, unless it opens and closes with its own."""
    return text if text[:1] in _MARKS and (set(text[1:]) & _CLOSING) else f"“{text}”"


def says(stance: str, voices: Sequence[Voice]) -> str:
    """The reporting verb for `stance`, in the number of `voices`."""
    return _SAYS[stance][len(voices) > 1 or _is_many(voices[0].name)]


def stands(behind: Behind) -> str:
    """What stands behind a line: `1 independent origin · 2 texts · 1 speaker · 4 documents`."""
    counts = {"independent origin": behind.origins, "text": behind.texts, "speaker": behind.named}
    return " · ".join(_several(count, one) for one, count in (counts | {"document": behind.documents}).items())


def _several(count: int, one: str) -> str:
    return f"{count or 'no'} {one}{'s' if count > 1 else ''}"


def bound_words(figure: Figure) -> str:
    """What the figure's bound means, for readers who cannot see the mark."""
    return "range" if figure.bound == "exact" and figure.value is None else _BOUNDS[figure.bound]


def days(when: When | None) -> str:
    """`6–10 Mar 2024`, or empty. Derived from the page's words, which `When.text` keeps."""
    if when is None:
        return ""
    first, last = when.first, when.last
    if first == last:
        return one_day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{one_day(last)}"
    return f"{one_day(first)} – {one_day(last)}"


def one_day(day: dt.date) -> str:
    """`4 May 2031`."""
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{day.day} {months[day.month - 1]} {day.year}"


def place_name(place: Place | None) -> str:
    """The place with its province where it is not found itself: `Dund Bulag (somewhere in Khovd)`."""
    if place is None:
        return ""
    if place.id is None and place.admin1 and place.admin1 != place.name:
        return f"{place.name} (somewhere in {place.admin1})"
    return place.name


def whereabouts(claim: Claim, place: Place | None) -> str:
    """The place of a claim that its figure tells; empty where it only says again what is counted: `three villages`."""
    told = set(words(f"{claim.figure.text if claim.figure else ''} {claim.counted or ''} {claim.target or ''}"))
    if place is None or (place.precision == "unnamed" and set(words(place.text)) <= told):
        return ""
    return place_name(place)


def shortened(text: str, room: int) -> str:
    """`text` on one line, cut after a word so that it has no more than `room` characters, with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= room else line[: room - 1].rsplit(" ", 1)[0] + " …"
