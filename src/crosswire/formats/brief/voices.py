"""Who speaks, as a reader sees it: one name, one shape. Copies of a name under its organisation count as one voice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal

import msgspec

from crosswire.codebook.actors import Actors
from crosswire.codebook.lexicon import known_as, lexicon, spell
from crosswire.codebook.press import Press
from crosswire.records import Attribution, Record
from crosswire.text.folding import words

_PRESS = frozenset({"agency", "media"})

Kind = Literal["monitor", "aid", "party", "agency", "other", "outlet"]


class VoiceRule(Record):
    """One row of `voices.toml`, with names that it must and must not fit."""

    kind: Kind
    label: str
    sign: str
    actors: tuple[str, ...]
    words: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


class VoiceRules(Record):
    """The rows of `voices.toml` in the order in which they are tried."""

    voice: tuple[VoiceRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker to show. `name` is the organisation, or the person where none is named; `person` stands beside it.

    `carrier` is the agency through which the words came. `lent` is true where the words name nobody, and the rest of
    the page or a copy of it tells who spoke.
    """

    name: str
    kind: Kind
    person: str = ""
    carrier: str = ""
    lent: bool = False


def load_voices() -> VoiceRules:
    """The packaged rules."""
    return msgspec.toml.decode((resources.files(__package__) / "voices.toml").read_bytes(), type=VoiceRules)


def load_actors() -> Actors:
    """The codebook's actors."""
    return msgspec.toml.decode((resources.files("crosswire.codebook") / "actors.toml").read_bytes(), type=Actors)


def load_agencies() -> dict[str, str]:
    """The codebook's news agencies: the shown name of each by all its names."""
    press = msgspec.toml.decode((resources.files("crosswire.codebook") / "press.toml").read_bytes(), type=Press)
    return {name: agency.name for agency in press.agency for name in (agency.name, *agency.aliases)}


class Voices:
    """Turns attributions into voices.

    `carriers` gives the shown name of each body that carries words, by its names; `actors` are the codebook's.
    """

    def __init__(self, rules: VoiceRules, carriers: Mapping[str, str], actors: Actors | None = None) -> None:
        """Compile the rules once."""
        self._actors = actors
        self._known: dict[str, Kind] = {}
        self._sorts: dict[str, Kind] = {name: rule.kind for rule in rules.voice for name in rule.actors}
        self._carriers = {name.casefold(): shown for name, shown in carriers.items()}
        self._rules: list[tuple[Kind, re.Pattern[str]]] = [
            (rule.kind, re.compile(rf"\b(?:{'|'.join(map(re.escape, rule.words))})\b", re.IGNORECASE))
            for rule in rules.voice
        ]

    def voice(self, said: Attribution, outlet: str, root: str = "") -> Voice:
        """The voice behind `said` on a page of `outlet`; `root` names the origin, which may know more than the page."""
        if said.name is None:
            return self._unnamed(outlet, root)
        carriers = [name for name in said.via if self._carries(name)]
        houses = [name for name in said.via if name not in carriers]
        name = houses[0] if houses else said.name
        full = root if set(words(name)) - {"the"} < set(words(root)) else name
        person = said.name if houses and said.name != full else ""
        carrier = self._shown(carriers[-1]) if carriers else ""
        return Voice(name=full, kind=self._sort(full, said.name), person=person, carrier=carrier)

    def _unnamed(self, outlet: str, root: str) -> Voice:
        """A page that names nobody speaks for itself, be it in an agency's words, unless more is known of who spoke."""
        if root and root != outlet and not self._carries(root):
            return Voice(name=root, kind=self.kind(root), lent=True)
        return Voice(name=outlet, kind="outlet", carrier=self._shown(root) if root != outlet else "")

    def kind(self, name: str) -> Kind:
        """The sort of speaker that `name` points to: by the codebook, else by its words; `other` where nothing fits."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> Kind:
        if known := _actor_kind(name, self._actors):
            return self._sorts.get(known, "other")
        if name.casefold() in self._carriers:
            return "agency"
        return next((kind for kind, words in self._rules if words.search(name)), "other")

    def _sort(self, name: str, speaker: str) -> Kind:
        """The sort of an organisation, else that of the person or office that speaks for it."""
        kind = self.kind(name)
        return kind if kind != "other" else self.kind(speaker)

    def _shown(self, name: str) -> str:
        return self._carriers.get(name.casefold(), name)

    def _carries(self, name: str) -> bool:
        return name.casefold() in self._carriers or self.kind(name) == "agency"


def _actor_kind(name: str, actors: Actors | None) -> str:
    """The codebook's kind of the actor `name`; the press of a state counts as that state; empty if not known."""
    known = known_as(name, actors) if actors else None
    if actors is None or known is None:
        return ""
    found = lexicon(actors).canonical.get(" ".join(spell(known)[0]))
    if found is None or found.actor is None:
        return "government" if known.endswith(" government") or (found and found.country) else ""
    if found.actor.kind in _PRESS and found.actor.parent:
        return _actor_kind(found.actor.parent, actors) or found.actor.kind
    return found.actor.kind
