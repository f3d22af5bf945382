"""`crosswire decide`: an analyst's judgement, written down and carried out."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, get_args

from cyclopts import Parameter

from crosswire.decisions import fields
from crosswire.decisions.anchors import claim_anchor, document_anchor, passage_anchor
from crosswire.decisions.errors import UnusableDecisionError
from crosswire.desk.deciding import NOT_READ, At, Because, Bench, By, Hand, Later
from crosswire.desk.diff import show_difference
from crosswire.desk.gazetteer import Files
from crosswire.desk.screen import LEDGER, OK, PROBLEM, USAGE, LedgerPath, out, safe, say
from crosswire.desk.targets import claim_of, document_of, one_of
from crosswire.desk.values import figure_of, not_on_the_map, place_of, unknown_side
from crosswire.ledger.difference import difference
from crosswire.records import Anchor, Claim, Decision, DecisionOp, Document, Ledger, Passage

_SETTING = re.compile(r"([a-z]+)=(.*)", re.DOTALL)
_HOW = {
    "same": "decide same CLAIM CLAIM: both tell of one occurrence",
    "different": "decide different CLAIM CLAIM: they tell of two occurrences",
    "unsure": "decide unsure CLAIM CLAIM: keep the pair in review",
    "set": "decide set CLAIM FIELD=VALUE: the page says something else than the machine read; or rating=VALUE",
    "reject": "decide reject CLAIM: the page does not say this",
    "add": 'decide add PAGE quote="…" kind=killed figure="nine" counted=civilians: the machine missed it',
    "same-origin": "decide same-origin CLAIM-OR-PAGE CLAIM-OR-PAGE: one source, counted once",
    "independent": "decide independent CLAIM-OR-PAGE CLAIM-OR-PAGE: two sources of their own",
    "place": "decide place CLAIM NAME (or geonames:NUMBER): where it happened",
    "outlet": "decide outlet PAGE NAME: who published the page",
    "undo": "decide undo NUMBER: take a decision back",
}
_MANY = 2  # what a pair has

Op = Annotated[str, Parameter(help=f"One of: {', '.join(_HOW)}.")]
Named = Annotated[str, Parameter(help="Ids or words of claims, pages, a value, or the number of a decision.")]


def decide(  # noqa: PLR0913  each is an option of the command
    op: Op = "",
    /,
    *named: Named,
    by: By = "",
    why: Because = "",
    ledger: LedgerPath = LEDGER,
    at: At = None,
    later: Later = False,
    gazetteer: Files = (),
) -> int:
    """Write down a judgement and carry it out; it survives every later run.

    Decisions: same, different, unsure, set, reject, add, same-origin, independent, place, outlet, undo. Name claims by
    their id (`crosswire why` shows it) or by words that one claim alone holds.

    Parameters
    ----------
    op
        What is decided: same, different, unsure, set, reject, add, same-origin, independent, place, outlet or undo.
    named
        Ids or words of claims or pages, and the value: for instance 3f2a… counted=civilians.

    """
    if op not in _HOW:
        unknown = f"There is no decision named {op}. " if op else "Say what is decided. "
        say(f"{unknown}These are known:", *(f"  crosswire {how}" for how in _HOW.values()))
        return USAGE
    try:
        hand = Hand.of(by, why, at)
        with Bench(ledger, gazetteer) as bench:
            return _decide(op, named, hand, bench, later=later)
    except UnusableDecisionError as problem:
        say(str(problem))
        return USAGE


def _decide(op: str, named: Sequence[str], hand: Hand, bench: Bench, *, later: bool) -> int:
    decision = _DRAFTS[op](op, named, hand, bench)
    (effect,) = bench.try_out([decision])
    done = bench.take([decision], later=later)
    seq = bench.taken[0].seq
    say(f"Decision {seq} is written down: {op}, by {hand.by}, {hand.at:%Y-%m-%d %H:%M}: {hand.reason}")
    if effect.state == "conflict":
        say(f"But {effect.note}. None of them is applied until one is taken back: crosswire decide undo NUMBER")
    elif effect.state == "settled":
        say(f"It changes nothing, as {effect.note}.")
    if done is None:
        say("It waits for the next run." if later else NOT_READ)
        return OK
    _show(seq, done)
    return PROBLEM if effect.state == "conflict" else OK


def _show(seq: int, done: tuple[Ledger, Ledger]) -> None:
    """What the decision with the number `seq` did, now that it was carried out."""
    now = next(one for one in done[1].decisions if one.decision.seq == seq)
    if now.before or now.after:
        say(f"Before: {now.before or 'not told'}. Now: {now.after or 'not told'}.")
    if now.note and now.state == "applied":
        say(f"It has no effect for now: {now.note}.")
    console = out()
    changed = difference(*done)
    show_difference(console, changed)
    if not changed.changes:
        console.print(safe("Nothing else in the ledger changes."))


def _pair(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, _MANY)
    left, right = (claim_of(words, bench) for words in named)
    if left == right:
        message = f"Both names lead to the same claim, {left.id}: “{left.quote.text}”. Name two."
        raise UnusableDecisionError(message)
    was = {"was": _together(left, right, bench.ledger)}
    return hand.decision(_op(op), [_anchored(left, bench), _anchored(right, bench)], was)


def _sources(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, _MANY)
    left, right = (one_of(words, bench) for words in named)
    if isinstance(left, Claim) and isinstance(right, Claim):
        shared = any({left.id, right.id} <= set(origin.claims) for origin in bench.ledger.origins)
        was = {"was": "one source" if shared else "two sources, or two propositions"}
        return hand.decision(_op(op), [_anchored(left, bench), _anchored(right, bench)], was)
    if isinstance(left, Document) and isinstance(right, Document):
        ends = ({copy.passage.document, copy.original.document} for copy in bench.ledger.copies)
        copied = sum(pair == {left.id, right.id} for pair in ends)
        was = {"was": f"{copied} copied passages" if copied else "nothing copied between them"}
        return hand.decision(_op(op), [document_anchor(left), document_anchor(right)], was)
    message = f"{op} takes two claims or two pages, not one of each."
    raise UnusableDecisionError(message)


def _set(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    settings = _settings(named[1:])
    called = settings.pop(fields.CALLED, "") if fields.RATING in settings else ""
    if len(named) < _MANY or len(settings) != 1:
        _refuse(op, f"Name a claim and one FIELD=VALUE. These fields can be set: {fields.names()}.")
    claim = claim_of(named[0], bench)
    ((field, value),) = settings.items()
    if field == "place":
        return _place("place", (named[0], value), hand, bench)
    fields.check(field, value)
    kinds = bench.kit.codebook.kinds.kind
    if field == "kind" and value not in kinds:
        message = f"There is no kind “{value}”. These are known: {', '.join(sorted(kinds))}."
        raise UnusableDecisionError(message)
    _check_side(settings, bench)
    args = {"field": field, "value": value} | ({fields.CALLED: called} if called else {})
    if field == "figure" and value != "none":
        args |= fields.figure_args(figure_of(value, claim.quote, bench.kit))
    return hand.decision("set", [_anchored(claim, bench)], args)


def _reject(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, 1)
    return hand.decision("reject", [_anchored(claim_of(named[0], bench), bench)], {})


def _add(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    settings = _settings(named[1:])
    if not named or not {"quote", "kind"} <= settings.keys():
        _refuse(op, 'Name the page, then quote="its exact words" and kind=KIND.')
    document, quote = document_of(named[0], bench), settings.pop("quote")
    at = document.text.find(quote)
    if at < 0 or not quote:
        message = f"The page {document.url} does not hold the words “{quote}” exactly so. Copy them from the page."
        raise UnusableDecisionError(message)
    anchor = passage_anchor(document, at, at + len(quote))
    for field, value in settings.items():
        fields.check(field, value)
    if fields.RATING in settings:
        _refuse("set", "Add the claim first, then rate it.")
    if settings["kind"] not in bench.kit.codebook.kinds.kind:
        message = f"There is no kind “{settings['kind']}”. These: {', '.join(sorted(bench.kit.codebook.kinds.kind))}."
        raise UnusableDecisionError(message)
    _check_side(settings, bench)
    args = dict(settings)
    if "figure" in args:
        passage = Passage(document=document.id, start=at, end=at + len(quote), text=quote)
        args |= fields.figure_args(figure_of(args["figure"], passage, bench.kit))
    if "place" in args:
        args |= (found := place_of(args.pop("place"), bench.kit))
        say(*([] if "id" in found else [not_on_the_map(found, bench.kit)]))
    if missing := [name for name, field in (("when", "when"), ("place", "value")) if field not in args]:
        told = " and ".join(f"{name}=…" for name in missing)
        say(f"Nothing tells its day or place for it: without {told} it stands apart from every incident.")
    return hand.decision("add", [anchor], args)


def _check_side(settings: Mapping[str, str], bench: Bench) -> None:
    """Says so where a person names a side that nobody is known to stand on; it may be one of an unknown war."""
    if (side := settings.get("side")) and (told := unknown_side(side, bench.kit)):
        say(told)


def _place(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, _MANY)
    claim = claim_of(named[0], bench)
    found = {"value": "none"} if named[1] == "none" else place_of(named[1], bench.kit, claim)
    if "id" not in found and named[1] != "none":
        say(not_on_the_map(found, bench.kit))
    return hand.decision("place", [_anchored(claim, bench)], found)


def _outlet(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, _MANY)
    return hand.decision("outlet", [document_anchor(document_of(named[0], bench))], {"value": named[1].strip()})


def _undo(op: str, named: Sequence[str], hand: Hand, bench: Bench) -> Decision:
    _expect(op, named, 1)
    if not named[0].isdecimal() or not 0 < int(named[0]) <= len(bench.known):
        message = f"There is no decision {named[0]}. There are {len(bench.known)}; see them with: crosswire decisions"
        raise UnusableDecisionError(message)
    return hand.decision("undo", bench.known[int(named[0]) - 1].anchors, {"seq": named[0]})


_DRAFTS: dict[str, Callable[[str, Sequence[str], Hand, Bench], Decision]] = {
    **dict.fromkeys(("same", "different", "unsure"), _pair),
    **dict.fromkeys(("same-origin", "independent"), _sources),
    "set": _set,
    "reject": _reject,
    "add": _add,
    "place": _place,
    "outlet": _outlet,
    "undo": _undo,
}


def _op(name: str) -> DecisionOp:
    return next(op for op in get_args(DecisionOp) if op == name)


def _expect(op: str, named: Sequence[str], count: int) -> None:
    if len(named) != count or not all(name.strip() for name in named):
        _refuse(op, "")


def _refuse(op: str, told: str) -> None:
    message = " ".join(filter(None, (told, f"It is said like this: crosswire {_HOW[op]}")))
    raise UnusableDecisionError(message)


def _settings(words: Sequence[str]) -> dict[str, str]:
    """`field=value` words by field."""
    found = {}
    for word in words:
        match = _SETTING.fullmatch(word)
        if match is None:
            message = f"“{word}” is no FIELD=VALUE. Put quotation marks around a value of several words."
            raise UnusableDecisionError(message)
        found[match[1]] = match[2]
    return found


def _anchored(claim: Claim, bench: Bench) -> Anchor:
    document = next(one for one in bench.ledger.documents if one.id == claim.quote.document)
    return claim_anchor(claim, document)


def _together(left: Claim, right: Claim, ledger: Ledger) -> str:
    joined = any({left.id, right.id} <= set(incident.claims) for incident in ledger.incidents)
    return "one occurrence" if joined else "left apart"
