"""Taking decisions on a ledger: they are written down first, then carried out on what was read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

import msgspec
from cyclopts import Parameter

from crosswire.collate.versions import current
from crosswire.decisions.errors import UnusableDecisionError
from crosswire.decisions.judge import ground, judge
from crosswire.decisions.log import append, load, log_path
from crosswire.desk.progress import Stages
from crosswire.desk.scale import in_this_process
from crosswire.kit import Kit, Settings, load_kit
from crosswire.ledger.store import Store, method_of
from crosswire.records import Anchor, Decision, DecisionOp, Effect, Ledger, Reading
from crosswire.spine import Edge, again, run

By = Annotated[str, Parameter(name="--by", env_var="CROSSWIRE_BY", help="Who decides; or set CROSSWIRE_BY.")]
Because = Annotated[str, Parameter(name=["--why", "-w"], help="Why: a sentence for whoever reads it later.")]
At = Annotated[
    dt.datetime | None, Parameter(name="--at", help="When it was decided, if not now: 2031-05-04T12:00+00:00.")
]
Later = Annotated[
    bool, Parameter(name="--later", negative="", help="Write it down only; the next run or decision carries it out.")
]

NOT_READ = (
    "The ledger was read by another release of crosswire, or with other places (--gazetteer), so what was decided is "
    "written down but not carried out yet. The next crosswire run does it, or: crosswire decisions --apply"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who decides, when, and why."""

    by: str
    at: dt.datetime
    reason: str

    @classmethod
    def of(cls, by: str, reason: str, at: dt.datetime | None) -> Self:
        """The hand that was named. Raises `UnusableDecisionError` with what is missing."""
        for name, value, hint in (
            ("who decides", by, '--by "Your Name" (or set CROSSWIRE_BY once)'),
            ("why", reason, '--why "one sentence"'),
        ):
            if not value.strip():
                message = f"A decision must say {name}, so that others can follow it. Add {hint}."
                raise UnusableDecisionError(message)
        now = at or dt.datetime.now(dt.UTC).replace(microsecond=0)
        return cls(by=by.strip(), at=now if now.tzinfo else now.replace(tzinfo=dt.UTC), reason=reason.strip())

    def decision(self, op: DecisionOp, anchors: Sequence[Anchor], args: dict[str, str]) -> Decision:
        """A decision of this hand, not numbered yet."""
        return Decision(seq=0, at=self.at, by=self.by, op=op, anchors=tuple(anchors), args=args, reason=self.reason)


class Bench:
    """An open ledger with the decisions about it. Use as a context manager."""

    def __init__(self, path: Path, gazetteers: Sequence[Path] = ()) -> None:
        """Opens the ledger at `path`, which was read with `gazetteers`. Raises a `LedgerError` or a `DecisionError`."""
        self._gazetteers = tuple(map(str, gazetteers))
        self.log = log_path(path)
        self.known = load(self.log)
        self.store = Store.open(path, create=False)
        self.ledger = self.store.ledger()
        self.taken: tuple[Decision, ...] = ()
        self._kit: Kit | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.__exit__()

    @property
    def kit(self) -> Kit:
        """The kit, loaded when it is first needed, with the policy of the ledger."""
        if self._kit is None:
            self._kit = load_kit(Settings(policy=self.ledger.run.policy, gazetteers=self._gazetteers))
        return self._kit

    def is_read(self) -> bool:
        """Whether all pages were read by this very release, so that decisions can be carried out at once."""
        return not self.store.unread(method_of(self.kit.run()))

    def readings(self) -> tuple[Reading, ...]:
        """What is read, the newest version of each page; what the ledger itself holds if another release read it."""
        if self.is_read():
            return current(self.store.readings(method_of(self.kit.run())))
        claims = self.ledger.claims
        return tuple(
            Reading(page=page.id, document=page, claims=tuple(c for c in claims if c.quote.document == page.id))
            for page in self.ledger.documents
        )

    def try_out(self, decisions: Sequence[Decision]) -> tuple[Effect, ...]:
        """What each of `decisions` would do beside those that were taken before. Raises where one leads nowhere."""
        numbered = [msgspec.structs.replace(one, seq=seq) for seq, one in enumerate(decisions, len(self.known) + 1)]
        effects = judge(self.readings(), (*self.known, *numbered), ground(self.kit)).effects[len(self.known) :]
        for effect in effects:
            if effect.state == "orphan":
                message = f"This cannot be decided, because {effect.note}."
                raise UnusableDecisionError(message)
        return effects

    def take(self, decisions: Sequence[Decision], *, later: bool) -> tuple[Ledger, Ledger] | None:
        """The ledger before and after `decisions`, which are written down; nothing if they wait for a later run."""
        self.taken = append(self.log, lambda _: decisions)
        return None if later else self.carry_out()

    def carry_out(self) -> tuple[Ledger, Ledger] | None:
        """The ledger before and after all decisions are carried out; nothing where the pages must be read anew."""
        self.known = load(self.log)
        if not self.is_read():
            return None
        before, self.ledger = self.ledger, again(self.store, self.kit, self.known, dt.datetime.now(dt.UTC))
        return before, self.ledger

    def read_anew(self) -> None:
        """Carries all decisions out, after reading whatever this release has not read of the ledger's own pages."""
        self.known = load(self.log)
        with Stages() as stages:
            now = dt.datetime.now(dt.UTC)
            edge = Edge(read_each=in_this_process, tell=stages.tell, decisions=self.known, at=now)
            self.ledger = run((), self.store, self.kit, edge).ledger
