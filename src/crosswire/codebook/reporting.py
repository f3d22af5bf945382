"""Schema of `languages/*/reporting.toml`: verbs, phrases and nouns that report speech, and the words of doubt."""

from functools import cached_property
from typing import Literal

from crosswire.codebook.rule import Rule, by_kind, kinds_of
from crosswire.records import Record, Stance

Takes = Literal["speech", "thing", "clause"]
NounKind = Literal[
    "utterance",
    "evidence",
    "tally",
    "role",
    "person",
    "body",
    "official",
    "mute",
    "modifier",
    "audience",
    "time",
    "day",
    "rank",
    "honorific",
    "standin",
    "attitude",
    "performing",
    "outcome",
    "early",
    "closer",
    "teller",
    "counted",
    "state",
    "when",
    "leading",
    "sole",
    "press",
    "loose",
    "outlet",
    "spoken",
    "heap",
    "circle",
    "bare",
    "including",
    "short",
    "military",
    "tied",
    "sourced",
    "telling",
    "lending",
    "version",
    "unsigned",
    "watching",
    "naming",
    "share",
    "rest",
    "talk",
    "paper",
    "standing",
    "sure",
    "kept",
    "keeping",
    "tidings",
    "having",
    "trusted",
    "calling",
]
HedgeKind = Literal[
    "adverb",
    "adjective",
    "modal",
    "condition",
    "governor",
    "worry",
    "maybe",
    "past",
    "ending",
    "more",
    "rumour",
    "achieved",
    "doer",
    "negator",
    "nobody",
    "denier",
    "fiction",
    "true",
]


class Verbs(Rule):
    """Verbs that report speech, all forms.

    `takes` says what may stand on the right as the thing said: `speech` (clauses: say), `thing` (clauses and noun
    phrases: report, confirm), `clause` (only a clause or a quotation makes it speech: add, find). `passive`:
    `reported by X` is an attribution too. `quotes`: the object is the speaker. `counts`: the words before a number
    (`put the toll | at`); with `clauses` it reports what stands in a clause as well. `then`: the words without one
    of which it is no speech (`spoke | of`), but behind a quotation. `evidence`: only footage and reports show.
    `press`: only who reports for the press saw it. `figures`: only behind a toll or report (`the toll given by`).
    With one of `unless` behind it, the verb reports nothing. Whoever claims one of `deeds` says that he did it, not
    what came of it. `other`: who stands behind the verb is another than the speaker (accuse). `marked`: behind what
    was said only with a mark between (continue).
    """

    forms: frozenset[str]
    stance: Stance = "asserts"
    takes: Takes = "speech"
    passive: bool = False
    quotes: bool = False
    counts: frozenset[str] = frozenset()
    clauses: bool = False
    then: frozenset[str] = frozenset()
    evidence: bool = False
    press: bool = False
    figures: bool = False
    unless: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    other: bool = False
    marked: bool = False
    numbered: bool = False


class Phrases(Rule):
    """Word sequences that put a source after them. `relays` marks the ones that name the carrier of another's words."""

    forms: tuple[str, ...]
    relays: bool = False


class Nouns(Rule):
    """Nouns around a speaker, by what they are to him. Brackets in `yes` hold him; those in `no` hold what he is not.

    A `heap` is a number and no part of a speaker before it. A `circle` of those who monitor is a monitor, and one
    that is `bare` is nobody who is not known from before. The dead are `including` some: what is told of a toll
    goes on. A rank may be written `short`; a `military` one is no office of state. What is `tied` goes between an
    owner and what is his; who is `sourced` has sources of his own ("armed forces | local sources"). A `telling`
    noun has a clause behind it that its owner says, or who is the subject of a `lending` verb ("gave | assurances
    that"); whose `version` it is says what stands beside ("by the army's | account"), or behind a `standing` verb
    ("the army's count | stands at 12"); who is `sure` says it in a clause. Whoever is `keeping` what is `kept`
    tells of it ("has | evidence that"). Of `tidings` the next sentence may say whose they are ("this was announced
    by"). What is `unsigned` needs somebody who vouches for it. Who is `watching` is the page's monitor where no
    name stands with it ("the | watchdog"). Behind a `naming` word somebody's own name stands ("a doctor who gave
    his | name | as"). A `share` of a total told before and the `rest` of it go on with who told it. Whom the outlet
    had a `talk` with answers it ("an | interview | with"). A `paper` is printed in full in the name of whoever
    issued it.
    """

    kind: NounKind
    forms: frozenset[str]


class StandIns(Rule):
    """Nouns that take up a body named before: "the | group said". `kinds` are those of the actors that each can mean.

    An empty kind is that of a body which no list knows. Brackets in `yes` hold whom the noun takes up, those in `no`
    somebody whom it does not.
    """

    forms: frozenset[str]
    kinds: frozenset[str]


class Hedges(Rule):
    """Words that take a claim's firmness away, by where they stand to the trigger, which examples give in brackets."""

    kind: HedgeKind
    stance: Stance
    forms: frozenset[str]


class Reporting(Record, dict=True, gc=True):
    """All that tells who said what, and how firmly."""

    verbs: tuple[Verbs, ...]
    phrases: tuple[Phrases, ...]
    nouns: tuple[Nouns, ...]
    standins: tuple[StandIns, ...]
    hedges: tuple[Hedges, ...]

    def verb(self, word: str) -> Verbs | None:
        """The group of a reporting verb's form, in lower case."""
        return self._verbs.get(word)

    def is_noun(self, word: str, *kinds: NounKind) -> bool:
        """Whether `word` (lower case) is a noun of one of `kinds`."""
        return not self._nouns.get(word, _NO_KIND).isdisjoint(kinds)

    def nouns_of(self, kind: NounKind) -> frozenset[str]:
        """All nouns of one kind, in lower case."""
        return self._forms.get(kind, frozenset())

    def takes_up(self, noun: str) -> frozenset[str]:
        """The kinds of bodies that a noun (lower case) can take up, none if it takes up no body."""
        return self._standins.get(noun, frozenset())

    def hedge(self, word: str, *kinds: HedgeKind) -> Hedges | None:
        """The group of a word of doubt (lower case) among `kinds`."""
        for group in self._hedges.get(word, ()):
            if group.kind in kinds:
                return group
        return None

    @cached_property
    def _verbs(self) -> dict[str, Verbs]:
        return {form: group for group in reversed(self.verbs) for form in group.forms}

    @cached_property
    def _nouns(self) -> dict[str, frozenset[NounKind]]:
        return kinds_of(self.nouns)

    @cached_property
    def _forms(self) -> dict[NounKind, frozenset[str]]:
        return by_kind(self.nouns)

    @cached_property
    def _standins(self) -> dict[str, frozenset[str]]:
        return {form: group.kinds for group in self.standins for form in group.forms}

    @cached_property
    def _hedges(self) -> dict[str, tuple[Hedges, ...]]:
        found: dict[str, tuple[Hedges, ...]] = {}
        for group in self.hedges:
            for form in group.forms:
                found[form] = (*found.get(form, ()), group)
        return found


_NO_KIND: frozenset[NounKind] = frozenset()
