"""The propositions of a ledger: one line for each thing said, however many pages carry it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import msgspec

from crosswire.collate.origins.behind import Behind
from crosswire.collate.tolls import ENEMY
from crosswire.formats.brief.voices import Voice, Voices
from crosswire.formats.lookup import Lookup, published_day
from crosswire.records import Claim, Figure, Grade, Incident, Ledger, Place, Toll, When
from crosswire.text.folding import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One proposition. `claims` stand first to last as a reader should meet them; `claim` is the first and best told.

    `replaced_by` is the number of the line that supersedes this one, `part_of` that of its whole; empty if none.
    `about_enemy` marks a warring party's figure for its enemy's losses, which no total uses, `estimated` one that was
    reckoned and not counted. `linked` leads to the lines that open other occurrences of its battle, with the reason.
    """

    number: str
    claims: tuple[Claim, ...]
    voices: tuple[Voice, ...]
    behind: Behind
    documents: tuple[str, ...]
    incident: Incident | None
    toll: Toll | None
    disputed: bool
    about_enemy: bool
    replaced_by: str = ""
    part_of: str = ""
    estimated: bool = False
    grade: Grade | None = None
    linked: tuple[tuple[str, str], ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim that speaks for the line."""
        return self.claims[0]

    @property
    def origins(self) -> int:
        """The number of independent origins behind it."""
        return self.behind.origins

    @property
    def figure(self) -> Figure | None:
        """The figure in the words of the claim that speaks for the line."""
        return self.claims[0].figure

    @property
    def place(self) -> Place | None:
        """Where the claim puts it, else its incident."""
        return self.claim.place or (self.incident.place if self.incident else None)

    @property
    def when(self) -> When | None:
        """The day told, or for a total the whole period over which it runs."""
        incident = self.incident.when if self.incident else None
        if self.claim.scope == "cumulative" and self.incident and self.incident.kind == "episode":
            return span([incident, self.claim.when])
        return self.claim.when or incident

    @property
    def quotes(self) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
        """The words that carry the line, each once, with the claims made in exactly these words."""
        said: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            said[claim.quote.text].append(claim)
        return tuple((text, tuple(claims)) for text, claims in said.items())


def span(whens: Iterable[When | None]) -> When | None:
    """The days from the first to the last of `whens`."""
    known = [when for when in whens if when]
    if not known:
        return None
    first, last = min(when.first for when in known), max(when.last for when in known)
    return When(first=first, last=last, text="", basis="none")


def draw_lines(ledger: Ledger, found: Lookup, voices: Voices) -> tuple[Line, ...]:
    """The lines of `ledger`: figures first, by incident, then what else is said; each has its number."""
    copied = {copy.passage for copy in ledger.copies}
    groups: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        groups[_proposition(claim, found)].append(claim)
    ordered = sorted(
        (sorted(claims, key=lambda claim: (claim.quote in copied, *_told(claim, found))) for claims in groups.values()),
        key=lambda claims: _rank(claims[0], found),
    )
    numbers = {claim.id: f"c{number}" for number, claims in enumerate(ordered, 1) for claim in claims}
    opening = {one.id: _opening(one, numbers) for one in ledger.incidents}
    drawn = (_line(claims, numbers, found, voices) for claims in ordered)
    return tuple(replace(line, linked=_linked(line, opening)) for line in drawn)


def _opening(incident: Incident, numbers: dict[str, str]) -> str:
    """The number of the line that comes first among those of an incident."""
    known = (numbers[claim] for claim in incident.claims if claim in numbers)
    return min(known, key=lambda number: int(number[1:]), default="")


def _linked(line: Line, opening: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The first lines of the other occurrences of a line's battle; only the line that opens its own leads there."""
    if line.incident is None or opening[line.incident.id] != line.number:
        return ()
    there = ((opening.get(link.incident, ""), link.why) for link in line.incident.linked)
    return tuple(sorted((number, why) for number, why in there if number))


def _line(claims: list[Claim], numbers: dict[str, str], found: Lookup, voices: Voices) -> Line:
    first = claims[0]
    tolls = found.tolls.get(first.id, ())
    return Line(
        number=numbers[first.id],
        claims=tuple(claims),
        voices=_voices(claims, found, voices),
        behind=found.behind(claim.id for claim in claims),
        documents=tuple(sorted({claim.quote.document for claim in claims}, key=lambda key: _page(key, found))),
        incident=next(iter(found.incidents.get(first.id, ())), None),
        toll=tolls[0] if tolls else None,
        disputed=any(claim.id in found.disputes for claim in claims),
        about_enemy=bool(tolls) and tolls[0].policy == ENEMY,
        replaced_by=_successor(claims, numbers, found),
        part_of=next((numbers[c.part_of] for c in claims if c.part_of in numbers), ""),
        estimated=bool(tolls) and tolls[0].estimated,
        grade=_grade(claims, found),
    )


def _grade(claims: list[Claim], found: Lookup) -> Grade | None:
    known = next((found.grades[claim.id] for claim in claims if claim.id in found.grades), None)
    return msgspec.structs.replace(known, why=found.graded(known)) if known else None


def _successor(claims: list[Claim], numbers: dict[str, str], found: Lookup) -> str:
    """The number of the line that the same origin put in the place of `claims`; `?` where the ledger names none."""
    for claim in claims:
        for toll in found.tolls.get(claim.id, ()):
            if claim.id in toll.supersedes:
                mine = {origin.name for origin in found.origins.get(claim.id, ())}
                later = [c for c in toll.claims if mine & {origin.name for origin in found.origins.get(c, ())}]
                return next((numbers[c] for c in later or toll.claims if c in numbers), "?")
    return ""


def _voices(claims: list[Claim], found: Lookup, voices: Voices) -> tuple[Voice, ...]:
    """One voice for each organisation. A page without a speaker adds none where another page of the line names one.

    What pages took from one another needs no carrier: the outlet from which they have it is among the voices.
    """
    heard: dict[str, Voice] = {}
    for claim in claims:
        root = next((origin.name for origin in found.origins.get(claim.id, ()) if origin.name not in found.unknown), "")
        voice = voices.voice(claim.said, found.outlet(claim.quote.document), root)
        kept = heard.setdefault(fold(voice.name), voice)
        person, carrier = kept.person or voice.person, kept.carrier or voice.carrier
        heard[fold(voice.name)] = replace(kept, person=person, carrier=carrier, lent=kept.lent and voice.lent)
    named = [voice for voice in heard.values() if voice.kind != "outlet" and not voice.lent] or list(heard.values())
    persons = {fold(voice.person) for voice in named if voice.person}
    told = {fold(voice.name) for voice in named}
    bare = (replace(voice, carrier="") if fold(voice.carrier) in told else voice for voice in named)
    return tuple(voice for voice in bare if fold(voice.name) not in persons)


def _proposition(claim: Claim, found: Lookup) -> tuple[str, ...]:
    """What makes two claims say the same: the same incident (or origin), people, figure and stance."""
    incident = next((i.id for i in found.incidents.get(claim.id, ())), "")
    tie = incident or " ".join(origin.id for origin in found.origins.get(claim.id, ())) or claim.id
    stance = "" if claim.said.affirms else claim.said.stance
    figure = claim.figure
    if figure is None:
        return tie, claim.kind, stance, fold(claim.doer or ""), fold(claim.target or ""), claim.scope
    value = str(figure.value) if figure.value is not None else fold(figure.text)
    return tie, claim.kind, stance, claim.counted or "", claim.side or "", claim.scope, value, figure.bound


def _told(claim: Claim, found: Lookup) -> tuple[bool, bool, str, str, int, str]:
    """Sorts the claims of a line: those with a speaker and a place first, then by day, page and place in the text."""
    day, name = _page(claim.quote.document, found)
    return claim.said.name is None, claim.place is None, day, name, claim.quote.start, claim.id


def _page(document: str, found: Lookup) -> tuple[str, str]:
    """Sorts pages as the list of documents does: by day, then by name."""
    return published_day(found.documents[document]), found.names[document]


def _rank(claim: Claim, found: Lookup) -> tuple[bool, int, str, str, bool, int, str, int]:
    """Sorts the lines: figures first; totals, then incidents by day, then history; wholes before their parts."""
    incident = next(iter(found.incidents.get(claim.id, ())), None)
    scope = {"cumulative": 0, "incident": 1, "history": 2}[claim.scope]
    when = incident.when if incident and incident.when else claim.when
    tie = incident.id if incident else ""
    biggest = -(claim.figure.low if claim.figure else 0)
    name = found.names[claim.quote.document]
    order = f"{when.first.isoformat() if when else '9999'} {tie}"
    return claim.figure is None, scope, claim.kind, order, claim.part_of is not None, biggest, name, claim.quote.start
