"""What differs between two ledgers is told by its cause: the world, people, or the method."""

import msgspec
from readings_by_hand import OBSERVATORY, Draft, count, kit, ledger, on, page, place, told

from crosswire.collate import collate
from crosswire.decisions.anchors import claim_anchor
from crosswire.decisions.judge import ground, judge
from crosswire.decisions.settle import settle
from crosswire.ledger.difference import Change, difference
from crosswire.records import Decision, Ledger, Reading

_DAY = "2031-05-04"


def _page(name: str, number: int, speaker: str | None = OBSERVATORY, day: str = _DAY) -> Reading:
    draft = Draft(
        kind="killed", figure=count(number), counted="people", place=place("Orsha"), when=on(_DAY), speaker=speaker
    )
    return page(name, told(f"{number} people died in Orsha.", draft), published=day)


def _changes(before: Ledger, after: Ledger) -> list[Change]:
    return list(difference(before, after).changes)


def _tolls(before: Ledger, after: Ledger) -> list[tuple[str, str, str]]:
    return [(one.cause, one.before, one.after) for one in _changes(before, after) if one.sort == "toll"]


def test_nothing_differs_from_itself() -> None:
    found = ledger(_page("a", 12))
    assert difference(found, found).changes == ()
    assert difference(found, found).method == ()


def test_a_new_page_is_a_change_in_the_world() -> None:
    before, after = ledger(_page("a", 12)), ledger(_page("a", 12), _page("b", 15, day="2031-05-06"))
    changes = _changes(before, after)
    assert {one.cause for one in changes} == {"world"}
    assert [one.what for one in changes if one.sort == "page"] == ["https://b.example/story"]
    assert _tolls(before, after) == [("world", "12 (1 origin)", "15 (1 origin)")]


def test_another_origin_behind_the_same_figure_is_told() -> None:
    before, after = ledger(_page("a", 12)), ledger(_page("a", 12), _page("b", 12, "Red Crescent"))
    assert _tolls(before, after) == [("world", "12 (1 origin)", "12 (2 origins)")]


def test_a_page_that_is_gone_is_told_with_what_goes_with_it() -> None:
    changes = _changes(ledger(_page("a", 12)), ledger())
    assert {(one.sort, one.after) for one in changes} == {("page", ""), ("claim", ""), ("incident", ""), ("toll", "")}


def test_the_same_page_read_otherwise_is_a_change_of_method() -> None:
    before = ledger(_page("a", 12))
    read = _page("a", 12)
    civilians = msgspec.structs.replace(read.claims[0], counted="civilians")
    after = ledger(msgspec.structs.replace(read, claims=(civilians,)))
    after = msgspec.structs.replace(after, run=msgspec.structs.replace(after.run, codebook="another"))
    found = difference(before, after)
    assert [name for name, _, _ in found.method] == ["codebook"]
    assert {one.cause for one in found.changes} == {"method"}
    (claim,) = [one for one in found.changes if one.sort == "claim"]
    assert (claim.before, claim.after) == ("counted people", "counted civilians")


def test_world_and_method_that_change_together_stay_apart() -> None:
    read, far = _page("a", 12), _page("b", 30, "Red Crescent")
    assert far.document is not None
    moved = msgspec.structs.replace(far.claims[0], place=place("Talvik"), when=on("2031-01-04"))
    injured = msgspec.structs.replace(read.claims[0], kind="injured")
    before = ledger(read)
    after = ledger(msgspec.structs.replace(read, claims=(injured,)), msgspec.structs.replace(far, claims=(moved,)))
    after = msgspec.structs.replace(after, run=msgspec.structs.replace(after.run, version="9"))
    claims = {(one.cause, one.what) for one in _changes(before, after) if one.sort == "claim"}
    assert claims == {("method", "“12 people died in Orsha.”"), ("world", "“30 people died in Orsha.”")}


def test_a_decision_is_neither_world_nor_method() -> None:
    read = _page("a", 12)
    assert read.document is not None
    made = Decision(
        seq=1,
        at="2031-06-01T12:00:00Z",  # type: ignore[arg-type]
        by="Ana",
        op="reject",
        anchors=(claim_anchor(read.claims[0], read.document),),
    )
    judged = judge([read], [made], ground(kit()))
    after = settle(collate(judged.readings, kit(), judged.settled), judged)
    found = difference(ledger(read), after)
    assert found.method == ()
    assert {(one.cause, one.sort) for one in found.changes} == {
        ("decisions", "claim"),
        ("decisions", "incident"),
        ("decisions", "toll"),
    }


def test_incidents_that_become_one_or_fall_apart_are_told() -> None:
    two = ledger(_page("a", 12), _page("b", 30, "Red Crescent"))
    joined = msgspec.structs.replace(
        two.incidents[0], claims=tuple(claim for incident in two.incidents for claim in incident.claims)
    )
    one = msgspec.structs.replace(two, incidents=(joined,))
    assert len(two.incidents) == 2
    assert ("2 incidents", "one incident") in {(c.before, c.after) for c in _changes(two, one) if c.sort == "incident"}
    assert ("one incident", "2 incidents") in {(c.before, c.after) for c in _changes(one, two) if c.sort == "incident"}
