"""What decisions do: before collation they become constraints and edited claims; afterwards each says what it did."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import msgspec

from crosswire.collate.constraints import FREE, Constraints, pair
from crosswire.collate.lineage.tongue import tongue
from crosswire.decisions import fields
from crosswire.decisions.anchors import Finder, LostError, Sense, by_document
from crosswire.decisions.contradictions import Led, answered, contradictions
from crosswire.kit import Kit
from crosswire.records import Attribution, Claim, Decision, DecisionState, Document, Effect, Issue, Passage, Reading
from crosswire.text.folding import fold
from crosswire.text.identity import digest, identify

_PAIRS: Mapping[str, str] = {
    "same": "same",
    "different": "different",
    "unsure": "unsure",
    "same-origin": "one_source",
    "independent": "independent",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What judging needs to know: the kinds of claims, and what a new wording must not change."""

    kinds: frozenset[str]
    sense: Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Readings as people left them, with the constraints for their comparison and what each decision did."""

    readings: tuple[Reading, ...]
    settled: Constraints = FREE
    effects: tuple[Effect, ...] = ()
    decided: str = ""


def ground(kit: Kit) -> Ground:
    """The `Ground` of `kit`: numbers, names, negations and exceptions are what a new wording must keep."""
    blank = Document(id="", url="", outlet="", title="", text="", language=kit.language.code)
    speech = tongue(blank, kit.codebook)

    def sense(text: str) -> tuple[frozenset[int], frozenset[str], bool, bool]:
        folded = fold(text)
        return (
            speech.figures(text),
            frozenset(map(fold, speech.signs.name(text))),
            bool(speech.signs.negation.search(folded)),
            bool(speech.signs.exception.search(folded)),
        )

    return Ground(kinds=frozenset(kit.codebook.kinds.kind), sense=sense)


def judge(readings: Iterable[Reading], decisions: Sequence[Decision], known: Ground) -> Judged:
    """`readings` with `decisions` carried out as far as they can be; the same whatever the order of `readings`.

    A decision whose words are gone is an orphan, those that exclude each other are conflicts; both are issues, and
    neither changes anything.
    """
    pages = tuple(readings)
    if not decisions:
        return Judged(readings=pages)
    bench = _Bench.of(pages, known)
    live = _live(decisions)
    for decision in decisions:
        if decision.seq in live and decision.op != "undo":
            bench.lead(decision)
    bench.weigh()
    effects = tuple(bench.effect(decision, live) for decision in decisions)
    return Judged(
        readings=(*bench.edited(pages), Reading(page="decisions", issues=tuple(bench.issues(effects)))),
        settled=bench.constraints(),
        effects=effects,
        decided=f"{len(decisions)} {digest(msgspec.json.encode(decisions[-1]))}",
    )


def _live(decisions: Sequence[Decision]) -> frozenset[int]:
    """The numbers of the decisions that no later one undoes; undoing an `undo` brings back what it undid."""
    gone: set[int] = set()
    for decision in reversed(decisions):
        if decision.op == "undo" and decision.seq not in gone:
            gone.add(int(decision.args["seq"]))
    return frozenset(decision.seq for decision in decisions) - gone


@dataclass(slots=True, kw_only=True)
class _Bench:
    """The decisions at work on one set of readings."""

    finder: Finder
    known: Ground
    led: dict[int, Led] = field(default_factory=dict)
    lost: dict[int, str] = field(default_factory=dict)
    settled: dict[int, str] = field(default_factory=dict)
    fresh: dict[int, Claim] = field(default_factory=dict)
    rivals: dict[int, frozenset[int]] = field(default_factory=dict)
    read: dict[str, Claim] = field(default_factory=dict)
    now: dict[str, Claim | None] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Iterable[Reading], known: Ground) -> "_Bench":
        pages = [(reading.document, reading.claims) for reading in readings if reading.document]
        documents = {document.id: document for document, _ in pages}
        claims = [claim for _, claims in pages for claim in claims]
        finder = Finder(documents=documents, claims=by_document(claims), sense=known.sense)
        return cls(finder=finder, known=known, read={claim.id: claim for claim in claims})

    def lead(self, decision: Decision) -> None:
        """Follows the anchors of `decision`."""
        try:
            about = self._add(decision) if decision.op == "add" else self._about(decision)
        except LostError as problem:
            self.lost[decision.seq] = str(problem)
            return
        if about:
            self.led[decision.seq] = Led(decision=decision, about=about)

    def weigh(self) -> None:
        """Sets aside what contradicts, and carries out the edits that are left."""
        ordered = list(self.led.values())
        self.rivals = contradictions(ordered)
        for seq, answer in answered(one for one in ordered if one.decision.seq not in self.rivals).items():
            self.settled[seq] = f"decision {answer} answers it"
        for one in self._valid():
            self._edit(one)

    def _valid(self) -> Iterator[Led]:
        off = self.rivals.keys() | self.settled.keys()
        return (one for seq, one in sorted(self.led.items()) if seq not in off)

    def _about(self, decision: Decision) -> tuple[str, ...]:
        """The ids of the claims or documents that the anchors of `decision` lead to."""
        about = tuple(
            self.finder.claim(anchor).id if anchor.kind else self.finder.document(anchor).id
            for anchor in decision.anchors
        )
        if decision.op in _PAIRS and len(set(about)) == 1:
            message = "both of its quotes now lead to the same place"
            raise LostError(message)
        if decision.args.get("field") == "kind" and decision.args["value"] not in self.known.kinds:
            message = f"this release knows no kind “{decision.args['value']}”"
            raise LostError(message)
        if decision.args.get("figure", "") not in (self.read[about[0]].quote.text if about[0] in self.read else ""):
            message = f"its figure “{decision.args['figure']}” no longer stands in the quote"
            raise LostError(message)
        return about

    def _add(self, decision: Decision) -> tuple[str, ...]:
        """The id of the claim that `decision` adds; nothing where the machine reads it by itself by now."""
        (anchor,), args = decision.anchors, decision.args
        document = self.finder.document(anchor)
        start, end = self.finder.span(anchor)
        words = document.text[start:end]
        if args["kind"] not in self.known.kinds or args.get("figure", "") not in words:
            message = f"the words “{words}” do not hold its figure, or this release knows no kind “{args['kind']}”"
            raise LostError(message)
        for claim in self.finder.claims.get(document.id, ()):
            figure = claim.figure.text if claim.figure else None
            meets = claim.quote.start < end and start < claim.quote.end
            if meets and claim.kind == args["kind"] and figure == args.get("figure") and claim.id in self.read:
                self.settled[decision.seq] = f"the machine reads it by itself now, as {claim.id}"
                return ()
        claim = Claim(
            id=identify("c", "added", document.id, fold(words), *(f"{k}={v}" for k, v in sorted(args.items()))),
            quote=Passage(document=document.id, start=start, end=end, text=words),
            said=Attribution(speaker=args.get("speaker")),
            rule=f"added by {decision.by}",
            kind=args["kind"],
            **fields.added(args),
        )
        self.fresh[decision.seq] = self.read[claim.id] = claim
        self.finder.put(claim)
        return (claim.id,)

    def _edit(self, one: Led) -> None:
        decision, name = one.decision, one.about[0]
        if decision.op == "outlet":
            self.outlets[name] = decision.args["value"]
        elif decision.op == "reject":
            self.now[name] = None
        elif decision.op in {"set", "place"}:
            before = self.now.get(name, self.read[name])
            self.now[name] = fields.edited(before, {"field": "place", **decision.args}) if before else None

    def edited(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """`readings` with edited claims and outlets, without rejected claims, with added ones."""
        added: dict[str, list[Claim]] = {}
        for one in self._valid():
            if claim := self.fresh.get(one.decision.seq):
                added.setdefault(claim.quote.document, []).append(claim)
        touched = {self.read[name].quote.document for name in self.now} | added.keys() | self.outlets.keys()
        for reading in readings:
            document = reading.document
            if document is None or document.id not in touched:
                yield reading
                continue
            outlet = self.outlets.get(document.id, document.outlet)
            claims = [self.now.get(claim.id, claim) for claim in (*reading.claims, *added.get(document.id, ()))]
            yield msgspec.structs.replace(
                reading,
                document=msgspec.structs.replace(document, outlet=outlet),
                claims=tuple(self._whole(claim) for claim in claims if claim),
            )

    def _whole(self, claim: Claim) -> Claim:
        """`claim`, no longer a part of one that was taken out."""
        gone = claim.part_of in self.now and self.now[claim.part_of] is None
        return msgspec.structs.replace(claim, part_of=None) if gone else claim

    def constraints(self) -> Constraints:
        """The pairs that people joined, parted or left open, and the claims whose scope they set."""
        pairs: dict[str, set[tuple[str, str]]] = {name: set() for name in _PAIRS.values()}
        for one in self._valid():
            if one.decision.op in _PAIRS:
                pairs[_PAIRS[one.decision.op]].add(pair(*one.about))
        scoped = frozenset(
            one.about[0] for one in self._valid() if one.decision.op == "set" and one.decision.args["field"] == "scope"
        )
        return Constraints(scoped=scoped, **{name: frozenset(found) for name, found in pairs.items()})

    def effect(self, decision: Decision, live: frozenset[int]) -> Effect:
        """What `decision` does."""
        seq = decision.seq
        about = self.led[seq].about if seq in self.led else ()
        state, note = self._state(seq, live)
        read = tuple(self.read[name] for name in about if name in self.read and decision.op != "add")
        made = partial(Effect, id=identify("e", str(seq), decision.prev), decision=decision, state=state, note=note)
        if state != "applied" or not about:
            return made(about=about, read=read, before=decision.args.get("was", ""))
        decided = tuple(claim for name in about if (claim := self.now.get(name, self.read.get(name))))
        before, after = self._words(decision, about, read)
        return made(about=about, read=read, decided=decided, before=before, after=after)

    def _state(self, seq: int, live: frozenset[int]) -> tuple[DecisionState, str]:
        if seq not in live:
            return "undone", ""
        if seq in self.lost:
            return "orphan", self.lost[seq]
        if seq in self.rivals:
            return "conflict", f"it contradicts {_listed(self.rivals[seq])}"
        return ("settled", self.settled[seq]) if seq in self.settled else ("applied", "")

    def _words(self, decision: Decision, about: tuple[str, ...], read: tuple[Claim, ...]) -> tuple[str, str]:
        """What the machine had, and what stands now."""
        if decision.op == "outlet":
            return self.finder.documents[about[0]].outlet, decision.args["value"]
        if decision.op in {"set", "place"}:
            return fields.changed(read[0], {"field": "place", **decision.args})
        if decision.op == "reject":
            return "read as a claim", "taken out"
        if decision.op == "add":
            return "not read", "added"
        return decision.args.get("was", ""), _OUTCOMES[decision.op]

    def issues(self, effects: Iterable[Effect]) -> Iterator[Issue]:
        """An issue for each decision that could not be carried out."""
        for effect in effects:
            if effect.state in {"orphan", "conflict"}:
                decision = effect.decision
                (page, *_) = [anchor.url for anchor in decision.anchors] or [""]
                told = f"Decision {decision.seq} ({decision.op}, by {decision.by}) is not applied: {effect.note}."
                quote = effect.read[0].quote if effect.read else None
                yield Issue(stage="decisions", document=quote.document if quote else page, message=told, passage=quote)


_OUTCOMES = {
    "same": "one occurrence",
    "different": "two occurrences",
    "unsure": "left open, to be looked at",
    "same-origin": "one source",
    "independent": "two independent sources",
}


def _listed(numbers: Iterable[int]) -> str:
    told = [str(number) for number in sorted(numbers)]
    start, last = ", ".join(told[:-1]), told[-1]
    return f"decisions {start} and {last}" if start else f"decision {last}"
