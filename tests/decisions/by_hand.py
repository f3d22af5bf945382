"""Decisions written by hand about readings written by hand."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec
from readings_by_hand import kit

from crosswire.collate import collate
from crosswire.collate.versions import current
from crosswire.decisions.anchors import claim_anchor, document_anchor
from crosswire.decisions.judge import Judged, ground, judge
from crosswire.decisions.log import append, load
from crosswire.decisions.settle import settle
from crosswire.records import Anchor, Claim, Decision, DecisionOp, Effect, Ledger, Reading

NOON = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)


def claim(reading: Reading, number: int = 0) -> Claim:
    """The claim of `reading` with that number, in the order of its text."""
    return reading.claims[number]


def anchor(reading: Reading, number: int = 0) -> Anchor:
    assert reading.document is not None
    return claim_anchor(reading.claims[number], reading.document)


def page_anchor(reading: Reading) -> Anchor:
    assert reading.document is not None
    return document_anchor(reading.document)


def decide(op: DecisionOp, *anchors: Anchor, by: str = "Ana", **args: str) -> Decision:
    return Decision(seq=0, at=NOON, by=by, op=op, anchors=anchors, args=args, reason="looked at both pages")


def numbered(*decisions: Decision) -> tuple[Decision, ...]:
    return tuple(msgspec.structs.replace(one, seq=seq) for seq, one in enumerate(decisions, 1))


def judged(readings: Sequence[Reading], *decisions: Decision) -> Judged:
    return judge(current(readings), numbered(*decisions), ground(kit()))


def decided(readings: Sequence[Reading], *decisions: Decision) -> Ledger:
    """The ledger of these readings as these decisions have it."""
    found = judged(readings, *decisions)
    return settle(collate(found.readings, kit(), found.settled), found)


def states(readings: Sequence[Reading], *decisions: Decision) -> list[str]:
    return [effect.state for effect in judged(readings, *decisions).effects]


def effect(readings: Sequence[Reading], *decisions: Decision) -> Effect:
    """What the last of the decisions does."""
    return decided(readings, *decisions).decisions[-1]


def together(ledger: Ledger, *claims: Claim) -> bool:
    """Whether the claims stand in one incident."""
    return any({claim.id for claim in claims} <= set(incident.claims) for incident in ledger.incidents)


def kept(path: Path, *decisions: Decision) -> tuple[Decision, ...]:
    """The decisions as they stand in the file `path`, after these were added."""
    append(path, lambda _: decisions)
    return load(path)
