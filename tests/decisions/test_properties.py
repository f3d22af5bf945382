"""With decisions, too: the order of pages does not matter, a second time changes nothing, bit by bit equals at once."""

import random
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from by_hand import anchor, decide, decided, page_anchor
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import ARMY, OBSERVATORY, Draft, at_least, count, kit, on, over, page, place, told

import crosswire.desk
from crosswire.collate import collate
from crosswire.collate.memo import Memo
from crosswire.collate.versions import current
from crosswire.decisions.anchors import claim_anchor
from crosswire.decisions.judge import ground, judge
from crosswire.decisions.settle import settle
from crosswire.formats import FORMATS
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Decision, DecisionOp, Ledger, Reading
from crosswire.spine import Edge, again, run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
_FILES = sorted(str(path) for path in _EXAMPLE.iterdir())
_DAYS = ("2031-05-04", "2031-05-05", "2031-05-09")
_OPS: tuple[DecisionOp, ...] = (
    "same",
    "different",
    "unsure",
    "set",
    "reject",
    "same-origin",
    "independent",
    "outlet",
    "undo",
)
_TOWNS = ("Orsha", "Talvik", "Brenn")


@st.composite
def _stories(draw: st.DrawFn) -> list[Reading]:
    """Pages of a few stories, some with one address and another text: versions."""
    pages = []
    for number in range(draw(st.integers(min_value=2, max_value=6))):
        drafts = draw(st.lists(_drafts(), min_size=1, max_size=3))
        day = draw(st.sampled_from(_DAYS))
        sentences = [
            told(f"Page {number} tells of {one.figure.text} at {at}.", one)
            for at, one in enumerate(drafts)
            if one.figure
        ]
        made = page(f"p{number}", *sentences, published=day)
        pages.append(made)
        if made.document and draw(st.booleans()):
            newer = msgspec.structs.replace(made.document, id=f"d-newer{number}", text="Update. " + made.document.text)
            claims = tuple(
                msgspec.structs.replace(
                    one,
                    id=f"{one.id}n",
                    quote=msgspec.structs.replace(
                        one.quote, document=newer.id, start=one.quote.start + 8, end=one.quote.end + 8
                    ),
                )
                for one in made.claims
            )
            pages.append(Reading(page=f"z{number}", turn=1, document=newer, claims=claims))
    return pages


@st.composite
def _drafts(draw: st.DrawFn) -> Draft:
    number = draw(st.integers(min_value=1, max_value=40))
    return Draft(
        kind=draw(st.sampled_from(("killed", "injured", "struck"))),
        figure=draw(st.sampled_from((count(number), at_least(number), over(number)))),
        counted=draw(st.sampled_from(("people", "civilians"))),
        speaker=draw(st.sampled_from((None, OBSERVATORY, ARMY))),
        place=place(draw(st.sampled_from(_TOWNS))),
        when=on(draw(st.sampled_from(_DAYS))),
    )


@st.composite
def _judgements(draw: st.DrawFn, pages: Sequence[Reading]) -> list[Decision]:
    """Decisions of every kind about any of the pages, sensible or not."""
    made: list[Decision] = []
    for _ in range(draw(st.integers(min_value=1, max_value=6))):
        left, right = draw(st.sampled_from(pages)), draw(st.sampled_from(pages))
        op = draw(st.sampled_from(_OPS))
        if op == "undo" and made:
            made.append(decide("undo", seq=str(draw(st.integers(min_value=1, max_value=len(made))))))
        elif op == "set":
            made.append(decide("set", anchor(left), field="counted", value=draw(st.sampled_from(("women", "none")))))
        elif op == "outlet":
            made.append(
                decide("outlet", page_anchor(left), value=draw(st.sampled_from(("Hill Courier", "Plain Courier"))))
            )
        elif op == "reject":
            made.append(decide("reject", anchor(left)))
        elif op in {"same", "different", "unsure", "same-origin", "independent"}:
            made.append(decide(op, anchor(left), anchor(right)))
    return made


@settings(max_examples=40, deadline=None)
@given(data=st.data(), order=st.randoms(use_true_random=False))
def test_order_and_repetition_of_pages_do_not_matter(data: st.DataObject, order: random.Random) -> None:
    pages = data.draw(_stories())
    decisions = data.draw(_judgements(pages))
    found = decided(pages, *decisions)
    shuffled = [*pages, *pages[:1]]
    order.shuffle(shuffled)
    assert msgspec.json.encode(decided(shuffled, *decisions)) == msgspec.json.encode(found)
    assert [issue for issue in found.issues if issue.stage == "checks"] == []
    assert all(effect.decision.op == "undo" or effect.about or effect.state != "applied" for effect in found.decisions)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_nothing_is_lost_and_nothing_wins_in_silence(data: st.DataObject) -> None:
    """Each claim stands in the ledger or in the decision that took it out; each failed decision is an issue."""
    pages = data.draw(_stories())
    decisions = data.draw(_judgements(pages))
    found = decided(pages, *decisions)
    current = {document.id for document in found.documents}
    read = {one.id for reading in pages for one in reading.claims if one.quote.document in current}
    out = {claim.id for effect in found.decisions if effect.decision.op == "reject" for claim in effect.read}
    assert read - {claim.id for claim in found.claims} <= out
    failed = [effect for effect in found.decisions if effect.state in {"orphan", "conflict"}]
    told_of = [issue.message for issue in found.issues if issue.stage == "decisions"]
    assert sorted(told_of) == sorted(
        {f"Decision {one.decision.seq} ({one.decision.op}, by Ana) is not applied: {one.note}." for one in failed}
    )


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_decision_touches_its_own_component_only(data: st.DataObject) -> None:
    """Two stories in two countries: what is decided about one leaves every record of the other as it is."""
    near = data.draw(_stories())
    far = page(
        "far",
        told(
            "A landslide in the hills of Weron buried seven herders.",
            Draft(
                kind="killed",
                figure=count(7),
                counted="herders",
                place=place("Weron", country="ML"),
                when=on("2031-05-04"),
            ),
        ),
        published="2031-05-04",
    )
    decisions = data.draw(_judgements(near))
    assert _of_page(decided([*near, far]), far) == _of_page(decided([*near, far], *decisions), far)


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_the_last_run_kept_gives_the_same_ledger(data: st.DataObject) -> None:
    """After each decision, and after one more page, a run that knows what the one before found equals a run anew."""
    pages = data.draw(_stories())
    decisions = data.draw(_judgements(pages))
    kept = Memo()
    for count_of in range(len(decisions) + 1):
        for read in (pages[:-1], pages):
            memo = Memo(kept.used, "m")
            known = _with(read, decisions[:count_of], memo)
            assert known == _with(read, decisions[:count_of], Memo())
            kept = memo


def test_one_decision_compares_nothing_in_other_towns() -> None:
    """Three towns far apart, two pages each: setting a figure's people in one finds nothing anew about the others."""
    pages = [
        page(
            f"{town}{number}",
            told(text, Draft(kind="killed", figure=count(dead), counted="people", place=place(town), when=on(day))),
            published=day,
        )
        for town, dead, day, texts in (
            ("Orsha", 12, "2031-05-04", ("Shells fell on the mill and 12 people died.", "The mill was hit; 12 dead.")),
            ("Brenn", 31, "2031-08-19", ("A lorry of powder blew up, killing 31.", "At the harbour gate 31 died.")),
            ("Weron", 17, "2031-11-02", ("Gunmen stopped a bus: 17 were shot.", "On the north road 17 fell.")),
        )
        for number, text in enumerate(texts)
    ]
    before = Memo()
    _with(pages, [], before)
    after = Memo(before.used)
    _with(pages, [decide("set", anchor(pages[0]), field="counted", value="women")], after)
    # copies and stories; in each town a region, a comparison in it and a proposition; then the first two in Orsha
    assert (before.made, after.made) == (11, 2)


def _with(pages: Sequence[Reading], decisions: Sequence[Decision], memo: Memo) -> bytes:
    numbered = [msgspec.structs.replace(one, seq=seq) for seq, one in enumerate(decisions, 1)]
    judged = judge(current(pages), numbered, ground(kit()))
    return msgspec.json.encode(settle(collate(judged.readings, kit(), judged.settled, memo), judged))


def _of_page(ledger: Ledger, reading: Reading) -> tuple[object, ...]:
    """All records that stem from one page."""
    assert reading.document is not None
    mine = {claim.id for claim in reading.claims}
    return (
        [one for one in ledger.documents if one.id == reading.document.id],
        [one for one in ledger.claims if one.id in mine],
        [one for one in ledger.incidents if mine & set(one.claims)],
        [one for one in ledger.origins if mine & set(one.claims)],
        [one for one in ledger.stories if reading.document.id in one.documents],
        [one for one in ledger.issues if one.document == reading.document.id],
    )


def _figure(ledger: Ledger, words: str) -> Decision:
    claim = next(one for one in ledger.claims if one.figure and one.figure.text == words)
    document = next(one for one in ledger.documents if one.id == claim.quote.document)
    return decide("set", claim_anchor(claim, document), field="counted", value="residents")


@pytest.fixture(scope="module")
def example(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ledger, tuple[Decision, ...]]:
    """The ledger of the packaged example without decisions, and some decisions about it."""
    with Store.open(tmp_path_factory.mktemp("example") / "l.sqlite") as store:
        ledger = run(_FILES, store, kit).ledger
    claims = [claim for claim in ledger.claims if claim.figure and claim.scope == "incident"]
    pages = {document.id: document for document in ledger.documents}
    ends = [claim_anchor(claim, pages[claim.quote.document]) for claim in claims[:5]]
    made = [
        _figure(ledger, "more than 120"),
        decide("different", ends[0], ends[1]),
        decide("same", ends[2], ends[3]),
        decide("reject", ends[4]),
    ]
    return ledger, tuple(msgspec.structs.replace(one, seq=seq) for seq, one in enumerate(made, 1))


def test_the_example_with_decisions_grows_page_by_page_to_the_same_bytes(
    example: tuple[Ledger, tuple[Decision, ...]], kit: Kit, tmp_path: Path
) -> None:
    edge = Edge(decisions=example[1])
    with Store.open(tmp_path / "once.sqlite") as store:
        once = _exported(run(_FILES, store, kit, edge).ledger, tmp_path / "once")
        assert _exported(again(store, kit, example[1]), tmp_path / "again") == once
    with Store.open(tmp_path / "grown.sqlite") as store:
        for file in reversed(_FILES):
            grown = run([file], store, kit, edge).ledger
    assert _exported(grown, tmp_path / "grown") == once
    assert {effect.state for effect in grown.decisions} == {"applied"}


def test_decisions_after_the_run_equal_decisions_before_it(
    example: tuple[Ledger, tuple[Decision, ...]], kit: Kit, tmp_path: Path
) -> None:
    ledger, decisions = example
    with Store.open(tmp_path / "late.sqlite") as store:
        assert run(_FILES, store, kit).ledger == ledger
        late = again(store, kit, decisions)
        assert again(store, kit, ()) == ledger
    with Store.open(tmp_path / "early.sqlite") as store:
        assert run(_FILES, store, kit, Edge(decisions=decisions)).ledger == late


def _exported(ledger: Ledger, folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in FORMATS["jsonl"](ledger, folder)}
