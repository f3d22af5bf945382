"""What people decided, in words: what, by whom and when, beside what the machine had."""

import datetime as dt

from crosswire.records import Effect, Record

_RATING = "rating"  # the field of a decision `set` that says what a person found of a claim
_PLAIN = frozenset({"set", "place", "add", "reject"})  # what they did is plain from what now stands


class Judgement(Record):
    """One decision. `now` is what stands since, `machine` what was read; `about` holds ids of claims or documents.

    `quotes` are the words that it is about, `urls` the pages on which it was taken.
    """

    number: int
    op: str
    state: str
    by: str
    day: dt.date
    now: str
    machine: str
    reason: str
    note: str
    rating: str
    quotes: tuple[str, ...]
    urls: tuple[str, ...]
    about: tuple[str, ...]

    @property
    def words(self) -> str:
        """What was decided, with what the machine had: `counted: rebels (machine: insurgents)`."""
        now = self.now if self.op in _PLAIN else f"{self.op}: {self.now}" if self.now else self.op
        had = self.machine.removeprefix(f"{self.now.partition(': ')[0]}: ")
        return f"{now or self.op} (machine: {had})" if had else now or self.op


def judgement(effect: Effect) -> Judgement:
    """The `Judgement` that `effect` tells of."""
    decision = effect.decision
    claims = effect.read or effect.decided
    return Judgement(
        number=decision.seq,
        op=decision.op,
        state=effect.state,
        by=decision.by,
        day=decision.at.date(),
        now=effect.after or (f"decision {decision.args['seq']}" if decision.op == "undo" else ""),
        machine=effect.before,
        reason=decision.reason,
        note=effect.note,
        rating=decision.args["value"] if decision.args.get("field") == _RATING else "",
        quotes=tuple(dict.fromkeys(claim.quote.text for claim in claims)),
        urls=tuple(dict.fromkeys(anchor.url for anchor in decision.anchors)),
        about=effect.about,
    )
