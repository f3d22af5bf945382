"""What differs between two ledgers, and why: because the world told more, because people decided, or by the method."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from crosswire.records import Claim, Document, Incident, Ledger, Origin, Record, Toll

Cause = Literal["world", "decisions", "method", "several"]
Sort = Literal["page", "claim", "incident", "toll", "control", "dispute"]
_UNKNOWN = "not told"


class Change(Record):
    """One difference. `before` or `after` is empty where there was nothing; figures stand in the words of a source."""

    sort: Sort
    cause: Cause
    what: str
    before: str
    after: str


class Difference(Record):
    """All differences. `method` holds what else the two were made with: (what, before, after)."""

    method: tuple[tuple[str, str, str], ...]
    changes: tuple[Change, ...]


def difference(before: Ledger, after: Ledger) -> Difference:
    """What differs between the two ledgers, sorted by cause, by sort, and by what is told of."""
    pair = _Two.of(before, after)
    steps = (_pages, _claims, _incidents, _tolls, _controls, _disputes)
    order = ("world", "decisions", "several", "method")
    sorts = ("page", "incident", "toll", "claim", "control", "dispute")
    changes = {change for step in steps for change in step(pair)}
    ranked = sorted(
        changes, key=lambda one: (order.index(one.cause), sorts.index(one.sort), one.what, one.before, one.after)
    )
    return Difference(method=pair.method, changes=tuple(ranked))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Two:
    """Two ledgers side by side, and which pages, claims and decisions are not the same in both."""

    before: Ledger
    after: Ledger
    method: tuple[tuple[str, str, str], ...]
    told: frozenset[str]
    decided: frozenset[str]
    judged: bool
    claims: dict[str, Claim]

    @classmethod
    def of(cls, before: Ledger, after: Ledger) -> "_Two":
        old, new = ({one.id for one in ledger.documents} for ledger in (before, after))
        then, now = ({(one.id, one.state): one.about for one in ledger.decisions} for ledger in (before, after))
        turned = then.keys() ^ now.keys()
        return cls(
            before=before,
            after=after,
            method=tuple(_method(before, after)),
            told=frozenset(old ^ new),
            decided=frozenset(name for key in turned for name in (then | now)[key]),
            judged=bool(turned),
            claims={claim.id: claim for ledger in (before, after) for claim in ledger.claims},
        )

    def cause(self, claims: Iterable[str], *, alone: bool = False) -> Cause:
        """Why something about these claims differs: their pages, decisions about them, else whatever differs at all.

        A claim `alone` stems from its page: where that is the same and nobody decided, it was read in another way.
        """
        named = [name for name in claims if name in self.claims]
        world = any(self.claims[name].quote.document in self.told for name in named)
        people = not self.decided.isdisjoint((*named, *(self.claims[name].quote.document for name in named)))
        if world or people:
            return "several" if world and people else "world" if world else "decisions"
        if alone:
            return "method"
        causes: list[Cause] = ["world"] * bool(self.told)
        causes += ["decisions"] * self.judged
        causes += ["method"] * bool(self.method)
        return causes[0] if len(causes) == 1 else "several" if causes else "method"


def _method(before: Ledger, after: Ledger) -> Iterator[tuple[str, str, str]]:
    old, new = before.run, after.run
    for name in ("version", "codebook", "gazetteer", "models", "policy"):
        then, now = (str(getattr(run, name)) for run in (old, new))
        if then != now:
            yield name, then, now
    for name in sorted({*old.settings, *new.settings} - {"decisions"}):
        if old.settings.get(name) != new.settings.get(name):
            yield name, old.settings.get(name, ""), new.settings.get(name, "")


def _pages(pair: _Two) -> Iterator[Change]:
    """New, changed and missing pages, and those whose outlet was decided."""
    old, new = ({one.url: one for one in ledger.documents} for ledger in (pair.before, pair.after))
    for url in old.keys() | new.keys():
        then, now = old.get(url), new.get(url)
        if then is None or now is None:
            yield Change(sort="page", cause="world", what=url, before=_page(then), after=_page(now))
        elif then.id != now.id:
            yield Change(sort="page", cause="world", what=url, before="an older version", after="a newer version")
        elif then.outlet != now.outlet:
            cause: Cause = "decisions" if then.id in pair.decided else "method"
            yield Change(sort="page", cause=cause, what=url, before=then.outlet, after=now.outlet)


def _page(document: Document | None) -> str:
    return (document.title or "untitled") if document else ""


def _claims(pair: _Two) -> Iterator[Change]:
    old, new = ({one.id: one for one in ledger.claims} for ledger in (pair.before, pair.after))
    for name in old.keys() | new.keys():
        then, now = old.get(name), new.get(name)
        if then != now:
            what = f"“{' '.join(pair.claims[name].quote.text.split())}”"
            before, after = _claim(then, now), _claim(now, then)
            yield Change(sort="claim", cause=pair.cause([name], alone=True), what=what, before=before, after=after)


def _claim(claim: Claim | None, other: Claim | None) -> str:
    """The claim in words; beside another reading of it, only what differs."""
    if claim is None:
        return ""
    told = _told(claim)
    if other is None:
        return " ".join(filter(None, (told["kind"], told["figure"], told["counted"])))
    beside = _told(other)
    return ", ".join(f"{name} {told[name] or _UNKNOWN}" for name in told if told[name] != beside[name]) or "otherwise"


def _told(claim: Claim) -> dict[str, str]:
    return {
        "kind": claim.kind,
        "figure": claim.figure.text if claim.figure else "",
        "counted": claim.counted or "",
        "side": claim.side or "",
        "actor": claim.doer or "",
        "target": claim.target or "",
        "speaker": claim.said.name or "",
        "stance": claim.said.stance,
        "via": ", ".join(claim.said.via),
        "place": ", ".join(filter(None, (claim.place.name, claim.place.admin1, claim.place.country)))
        if claim.place
        else "",
        "when": f"{claim.when.first}/{claim.when.last}" if claim.when else "",
        "scope": claim.scope,
        "extent": claim.extent or "",
        "excepting": claim.excepting or "",
    }


def _incidents(pair: _Two) -> Iterator[Change]:
    """New and gone incidents, those that became one, and those that fell apart."""
    old, new = ({one.id: one for one in ledger.incidents} for ledger in (pair.before, pair.after))
    homes = {claim: one.id for one in old.values() for claim in one.claims}
    later = {claim: one.id for one in new.values() for claim in one.claims}
    for one in new.values():
        met = {homes[claim] for claim in one.claims if claim in homes}
        if not met:
            yield _incident(one, "", _size(one), pair.cause(one.claims))
        elif len(met) > 1:
            moved = [claim for claim in one.claims if homes.get(claim) != min(met)]
            yield _incident(one, f"{len(met)} incidents", "one incident", pair.cause(moved))
    for one in old.values():
        met = {later[claim] for claim in one.claims if claim in later}
        if not met:
            yield _incident(one, _size(one), "", pair.cause(one.claims))
        elif len(met) > 1:
            yield _incident(one, "one incident", f"{len(met)} incidents", pair.cause(one.claims))


def _incident(incident: Incident, before: str, after: str, cause: Cause) -> Change:
    return Change(sort="incident", cause=cause, what=_where(incident), before=before, after=after)


def _size(incident: Incident) -> str:
    return f"{len(incident.claims)} {'claim' if len(incident.claims) == 1 else 'claims'}"


def _where(incident: Incident) -> str:
    place = incident.place.name if incident.place else "place not told"
    return f"{incident.kind}, {place}, {incident.when.first if incident.when else 'day not told'}"


def _tolls(pair: _Two) -> Iterator[Change]:
    """Tolls whose figures, or whose number of independent origins, differ."""
    old, new = (_by_key(ledger) for ledger in (pair.before, pair.after))
    matched = _matched(pair)
    seen: set[_Key] = set()
    for (home, row), (incident, toll) in new.items():
        then = next((old[name, row] for name in matched.get(home, ()) if (name, row) in old), None)
        seen |= {(name, row) for name in matched.get(home, ())}
        before, after = _toll(then, pair.before), _toll((incident, toll), pair.after)
        if before != after:
            yield _changed(incident, toll, (before, after), pair.cause(_moved(then and then[1], toll)))
    for key, (incident, toll) in old.items():
        if key not in seen:
            yield _changed(incident, toll, (_toll((incident, toll), pair.before), ""), pair.cause(_held(toll)))


_Key = tuple[str, tuple[str, str, str]]


def _by_key(ledger: Ledger) -> dict[_Key, tuple[Incident, Toll]]:
    return {
        (incident.id, (toll.kind, toll.counted, f"{toll.side} {toll.policy}")): (incident, toll)
        for incident in ledger.incidents
        for toll in incident.tolls
    }


def _matched(pair: _Two) -> dict[str, tuple[str, ...]]:
    """For each later incident, the earlier ones that share its claims, the most alike first."""
    homes = {claim: incident.id for incident in pair.before.incidents for claim in incident.claims}
    found = {}
    for incident in pair.after.incidents:
        shared = Counter(homes[claim] for claim in incident.claims if claim in homes)
        found[incident.id] = tuple(sorted(shared, key=lambda name: (-shared[name], name)))
    return found


def _held(toll: Toll) -> tuple[str, ...]:
    return (*toll.claims, *toll.supersedes, *toll.disputed_by)


def _moved(then: Toll | None, now: Toll) -> list[str]:
    """The claims that one of the two holds and the other does not; all, where both hold the same."""
    old, new = (set(_held(toll)) if toll else set() for toll in (then, now))
    return sorted(old ^ new or new)


def _changed(incident: Incident, toll: Toll, words: tuple[str, str], cause: Cause) -> Change:
    what = f"{toll.kind}: {' '.join(filter(None, (toll.side, toll.counted)))}; {_where(incident)}"
    return Change(sort="toll", cause=cause, what=what, before=words[0], after=words[1])


def _toll(row: tuple[Incident, Toll] | None, ledger: Ledger) -> str:
    """The current figures in the words of their sources, with their independent origins, and rivals."""
    if row is None:
        return ""
    claims = {claim.id: claim for claim in ledger.claims if claim.id in _held(row[1])}
    words = {claim.figure.text for name in row[1].claims if (claim := claims.get(name)) and claim.figure}
    rivals = {claim.figure.text for name in row[1].disputed_by if (claim := claims.get(name)) and claim.figure}
    count = len({origin.name for origin in _origins(row[1], ledger)})
    told = f"{' / '.join(sorted(words))} ({count} {'origin' if count == 1 else 'origins'})"
    return f"{told}, disputed by {' / '.join(sorted(rivals))}" if rivals else told


def _origins(toll: Toll, ledger: Ledger) -> Iterator[Origin]:
    return (origin for origin in ledger.origins if origin.id in toll.origins)


def _controls(pair: _Two) -> Iterator[Change]:
    old, new = (
        {(one.place.name, one.actor, one.status): one for one in ledger.controls}
        for ledger in (pair.before, pair.after)
    )
    for key in old.keys() ^ new.keys():
        one, place = (old | new)[key], key[0]
        told = f"{one.actor} {one.status}"
        before, after = (told, "") if key in old else ("", told)
        yield Change(sort="control", cause=pair.cause(one.claims), what=place, before=before, after=after)


def _disputes(pair: _Two) -> Iterator[Change]:
    old, new = ({one.id: one for one in ledger.disputes} for ledger in (pair.before, pair.after))
    for name in old.keys() ^ new.keys():
        one = (old | new)[name]
        cause = pair.cause(claim for side in one.sides for claim in side.claims)
        before, after = ("open", "") if name in old else ("", "open")
        yield Change(sort="dispute", cause=cause, what=one.question, before=before, after=after)
