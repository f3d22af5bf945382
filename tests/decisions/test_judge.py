"""Each kind of decision does what it says, keeps what the machine had, and can be taken back."""

import msgspec
import pytest
from by_hand import anchor, claim, decide, decided, effect, judged, numbered, page_anchor, states, together
from readings_by_hand import ARMY, OBSERVATORY, Draft, at_least, count, kit, names, on, page, place, row, told

from crosswire.collate import collate
from crosswire.decisions import fields
from crosswire.decisions.judge import ground, judge
from crosswire.decisions.settle import settle
from crosswire.records import Attribution, Reading

ORSHA, TALVIK = place("Orsha"), place("Talvik")
_DAY = "2031-05-04"


def _toll(number: int, where: str, **more: object) -> Draft:
    drafted = {"counted": "people", "place": place(where), "when": on(_DAY), **more}
    return Draft(kind="killed", figure=count(number), **drafted)  # type: ignore[arg-type]


def _pages() -> list[Reading]:
    """Two reports of two towns that no reason joins, and two of one strike that the figure joins."""
    return [
        page("a", told("12 people died in Orsha.", _toll(12, "Orsha", speaker=OBSERVATORY)), published=_DAY),
        page("b", told("Some 30 died in Talvik.", _toll(30, "Talvik", speaker=ARMY)), published=_DAY),
        page(
            "c", told("A strike killed 12 people in Orsha.", _toll(12, "Orsha", speaker="Red Crescent")), published=_DAY
        ),
    ]


def test_same_joins_what_the_machine_left_apart() -> None:
    pages = _pages()
    left, right = claim(pages[0]), claim(pages[1])
    assert not together(decided(pages), left, right)
    ledger = decided(pages, decide("same", anchor(pages[0]), anchor(pages[1]), was="left apart"))
    assert together(ledger, left, right)
    (incident,) = [one for one in ledger.incidents if left.id in one.claims]
    assert "joined by an analyst" in [reason.name for reason in incident.why]
    (done,) = ledger.decisions
    assert (done.state, done.before, done.after) == ("applied", "left apart", "one occurrence")


def test_different_parts_what_the_machine_joined() -> None:
    pages = _pages()
    left, right = claim(pages[0]), claim(pages[2])
    assert together(decided(pages), left, right)
    assert not together(decided(pages, decide("different", anchor(pages[0]), anchor(pages[2]))), left, right)


def test_different_holds_through_a_third_page() -> None:
    """No chain of joins brings two together that a person parted."""
    pages = [*_pages(), page("d", told("At Orsha 12 people were killed.", _toll(12, "Orsha")), published=_DAY)]
    ledger = decided(pages, decide("different", anchor(pages[0]), anchor(pages[2])))
    assert not together(ledger, claim(pages[0]), claim(pages[2]))


@pytest.mark.parametrize(("left", "right", "joined"), [(0, 1, False), (0, 2, True)])
def test_unsure_neither_joins_nor_parts_but_asks(left: int, right: int, joined: bool) -> None:  # noqa: FBT001
    pages = _pages()
    ledger = decided(pages, decide("unsure", anchor(pages[left]), anchor(pages[right])))
    assert together(ledger, claim(pages[left]), claim(pages[right])) is joined
    asked = [doubt for doubt in ledger.doubts if "left open by an analyst" in [reason.name for reason in doubt.why]]
    assert [set(doubt.claims) for doubt in asked] == [{claim(pages[left]).id, claim(pages[right]).id}]


def test_unsure_is_answered_by_a_later_decision() -> None:
    pages = _pages()
    pair = anchor(pages[0]), anchor(pages[1])
    assert states(pages, decide("unsure", *pair), decide("same", *pair)) == ["settled", "applied"]
    assert states(pages, decide("same", *pair), decide("unsure", *pair)) == ["conflict", "conflict"]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("counted", "civilians", "civilians"),
        ("counted", "none", "not told"),
        ("kind", "injured", "injured"),
        ("actor", "rebels", "rebels"),
        ("speaker", "Hill Monitor", "Hill Monitor"),
        ("via", "Northwire, Plains Review", "Northwire, Plains Review"),
        ("stance", "alleges", "alleges"),
        ("scope", "history", "history"),
        ("when", "2031-05-01/2031-05-03", "2031-05-01 to 2031-05-03"),
    ],
)
def test_set_changes_one_field_and_keeps_what_was_read(field: str, value: str, shown: str) -> None:
    pages = _pages()
    read = claim(pages[0])
    ledger = decided(pages, decide("set", anchor(pages[0]), field=field, value=value))
    (now,) = [one for one in ledger.claims if one.id == read.id]
    (done,) = ledger.decisions
    assert fields.shown(now, field) == shown
    assert now.quote == read.quote
    assert (done.read, done.decided) == ((read,), (now,))
    assert (done.before, done.after) == (f"{field}: {fields.shown(read, field)}", f"{field}: {shown}")


def test_a_speaker_who_is_set_is_known_by_no_other_name() -> None:
    spoken = Attribution(speaker="the mill monitor", known_as="Mill Observatory")
    named = msgspec.structs.replace(claim(_pages()[0]), said=spoken)
    assert fields.edited(named, {"field": "speaker", "value": "army"}).said == Attribution(speaker="army")


def test_two_fields_of_one_claim_can_be_set() -> None:
    pages = _pages()
    ledger = decided(
        pages,
        decide("set", anchor(pages[0]), field="counted", value="civilians"),
        decide("set", anchor(pages[0]), field="actor", value="rebels", by="Bo"),
    )
    (now,) = [one for one in ledger.claims if one.id == claim(pages[0]).id]
    assert (now.counted, now.actor) == ("civilians", "rebels")


def test_a_figure_that_its_quote_does_not_print_is_not_set() -> None:
    pages = _pages()
    args = fields.figure_args(at_least(99))
    wrong = decide("set", anchor(pages[0]), field="figure", value="at least 99", **args)
    assert states(pages, wrong) == ["orphan"]


def test_reject_takes_a_claim_out_and_keeps_its_words() -> None:
    pages = _pages()
    read = claim(pages[1])
    ledger = decided(pages, decide("reject", anchor(pages[1])))
    assert read.id not in {one.id for one in ledger.claims}
    assert all(read.id not in incident.claims for incident in ledger.incidents)
    (done,) = ledger.decisions
    assert (done.read, done.decided, done.after) == ((read,), (), "taken out")


def test_a_part_stays_when_its_whole_is_taken_out() -> None:
    whole = _toll(40, "Orsha")
    part = Draft(kind="killed", figure=count(9), counted="children", place=ORSHA, when=on(_DAY), part_of=whole)
    pages = [page("a", told("40 people died in Orsha, 9 children among them.", whole, part), published=_DAY)]
    ledger = decided(pages, decide("reject", anchor(pages[0], 0)))
    assert [(one.counted, one.part_of) for one in ledger.claims] == [("children", None)]
    assert [issue for issue in ledger.issues if issue.stage == "checks"] == []


def test_add_puts_in_what_the_machine_missed() -> None:
    pages = [page("a", told("Nine of them never came home to Orsha."), published=_DAY)]
    where = msgspec.structs.replace(page_anchor(pages[0]), exact="Nine of them never came home", prefix="", suffix="")
    nine = fields.figure_args(msgspec.structs.replace(count(9), text="Nine"))
    ledger = decided(pages, decide("add", where, kind="killed", counted="people", **nine))
    (added,) = ledger.claims
    assert added.figure is not None
    assert (added.kind, added.figure.text, added.quote.text) == ("killed", "Nine", "Nine of them never came home")
    assert added.rule == "added by Ana"
    assert (ledger.decisions[0].read, ledger.decisions[0].decided) == ((), (added,))
    assert row(ledger, "killed", "people").best == 9


def test_add_gives_way_when_a_newer_release_reads_it_by_itself() -> None:
    draft = Draft(kind="killed", figure=msgspec.structs.replace(count(9), text="Nine"), counted="people")
    pages = [page("a", told("Nine of them never came home to Orsha.", draft), published=_DAY)]
    where = msgspec.structs.replace(page_anchor(pages[0]), exact="Nine of them never came home", prefix="", suffix="")
    adding = decide("add", where, kind="killed", **fields.figure_args(msgspec.structs.replace(count(9), text="Nine")))
    assert states(pages, adding) == ["settled"]
    assert len(decided(pages, adding).claims) == 1


def test_place_moves_a_claim_and_keeps_how_the_page_wrote_it() -> None:
    pages = _pages()
    moved = decide("place", anchor(pages[1]), value="Orsha", id="geonames:1", country="SY", precision="settlement")
    (now,) = [one for one in decided(pages, moved).claims if one.id == claim(pages[1]).id]
    assert now.place is not None
    assert (now.place.name, now.place.id, now.place.text) == ("Orsha", "geonames:1", "Talvik")


def test_outlet_names_who_published_a_page() -> None:
    pages = _pages()
    ledger = decided(pages, decide("outlet", page_anchor(pages[0]), value="Hill Courier"))
    assert "Hill Courier" in {document.outlet for document in ledger.documents}
    assert (ledger.decisions[0].before, ledger.decisions[0].after) == ("a", "Hill Courier")


def test_same_origin_counts_two_sources_as_one_and_independent_one_as_two() -> None:
    pages = _pages()
    assert names(decided(pages), "12") == ["Red Crescent", OBSERVATORY]
    joined = decided(pages, decide("same-origin", anchor(pages[0]), anchor(pages[2])))
    assert len(names(joined, "12")) == 1
    quoted = [
        page("e", told("12 people died in Orsha, it said.", _toll(12, "Orsha", speaker=OBSERVATORY)), published=_DAY),
        _pages()[0],
    ]
    assert names(decided(quoted), "12") == [OBSERVATORY]
    assert (
        names(decided(quoted, decide("independent", anchor(quoted[0]), anchor(quoted[1]))), "12") == [OBSERVATORY] * 2
    )


def test_same_origin_and_independent_hold_for_whole_pages() -> None:
    text = "Rebels fired nine rockets at the grain silos of Orsha on Sunday and {} people died, wardens told the paper."
    copies = [
        page(name, told(text.format(12), _toll(12, "Orsha")), published=_DAY, outlet=name)
        for name in ("north", "south")
    ]
    assert len(decided(copies).copies) == 1
    assert len(names(decided(copies), "12")) == 1
    apart = decided(
        copies, decide("independent", page_anchor(copies[0]), page_anchor(copies[1]), was="1 copied passage")
    )
    assert apart.copies == ()
    assert names(apart, "12") == ["north", "south"]
    assert apart.decisions[0].before == "1 copied passage"
    pages = _pages()
    one = decided(pages, decide("same-origin", page_anchor(pages[0]), page_anchor(pages[2])))
    assert len(names(one, "12")) == 1


def test_undo_brings_back_what_the_machine_had_and_can_be_undone() -> None:
    pages = _pages()
    out = decide("reject", anchor(pages[1]))
    back = decide("undo", anchor(pages[1]), seq="1")
    assert states(pages, out, back) == ["undone", "applied"]
    plain = decided(pages)
    undone = decided(pages, out, back)
    assert (undone.claims, undone.incidents, undone.origins) == (plain.claims, plain.incidents, plain.origins)
    assert states(pages, out, back, decide("undo", seq="2")) == ["applied", "undone", "applied"]


def test_words_that_are_gone_make_an_orphan_which_is_told_and_changes_nothing() -> None:
    pages = _pages()
    gone = msgspec.structs.replace(anchor(pages[1]), exact="Forty died in Talvik.", figure="Forty")
    ledger = decided(pages, decide("reject", gone))
    assert ledger.claims == decided(pages).claims
    (done,) = ledger.decisions
    assert done.state == "orphan"
    (issue,) = [issue for issue in ledger.issues if issue.stage == "decisions"]
    assert "Decision 1 (reject, by Ana) is not applied: its words no longer stand on the page" in issue.message


def test_a_claim_that_is_no_longer_read_makes_an_orphan() -> None:
    pages = _pages()
    bare = msgspec.structs.replace(pages[1], claims=())
    assert "no such claim is read from them" in effect([pages[0], bare], decide("reject", anchor(pages[1]))).note


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("same", 0, 1, {}), ("different", 1, 0, {})),
        (("set", 0, None, {"field": "counted", "value": "x"}), ("set", 0, None, {"field": "counted", "value": "y"})),
        (("place", 0, None, {"value": "Orsha"}), ("place", 0, None, {"value": "Talvik"})),
        (("reject", 0, None, {}), ("set", 0, None, {"field": "counted", "value": "x"})),
        (("reject", 0, None, {}), ("same", 0, 1, {})),
        (("same-origin", 0, 2, {}), ("independent", 0, 2, {})),
    ],
)
def test_contradictions_are_told_and_neither_wins(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    pages = _pages()
    made = []
    for by, (op, first, second, args) in (("Ana", one), ("Bo", other)):
        ends = [anchor(pages[first]), *([anchor(pages[second])] if second is not None else [])]
        made.append(decide(op, *ends, by=by, **args))
    ledger, plain = decided(pages, *made), decided(pages)
    assert [done.state for done in ledger.decisions] == ["conflict", "conflict"]
    assert (ledger.claims, ledger.incidents, ledger.origins) == (plain.claims, plain.incidents, plain.origins)
    told_of = [issue.message for issue in ledger.issues if issue.stage == "decisions"]
    assert len(told_of) == 2
    assert "it contradicts decision 2" in " ".join(told_of)
    assert states(pages, *made, decide("undo", seq="1")) == ["undone", "applied", "applied"]


def test_a_contradiction_through_others_names_all_of_them() -> None:
    pages = _pages()
    ends = [anchor(one) for one in pages]
    found = judged(
        pages,
        decide("same", ends[0], ends[1]),
        decide("same", ends[1], ends[2], by="Bo"),
        decide("different", ends[0], ends[2], by="Cy"),
    ).effects
    assert [one.state for one in found] == ["conflict"] * 3
    assert found[2].note == "it contradicts decisions 1 and 2"


def test_two_people_who_agree_do_not_contradict() -> None:
    pages = _pages()
    pair = anchor(pages[0]), anchor(pages[1])
    assert states(pages, decide("same", *pair), decide("same", *pair[::-1], by="Bo")) == ["applied", "applied"]


def test_what_cannot_be_joined_is_said() -> None:
    pages = [
        page("a", told("12 died in Orsha.", _toll(12, "Orsha")), published=_DAY),
        page("b", told("90 have died in Orsha since May.", _toll(90, "Orsha", scope="cumulative")), published=_DAY),
    ]
    assert (
        effect(pages, decide("same", anchor(pages[0]), anchor(pages[1]))).note
        == "the two could not be brought together"
    )


def test_no_decision_leaves_the_ledger_as_it_is() -> None:
    ledger = decided(_pages())
    assert (ledger.decisions, ledger.run.settings) == ((), {})
    assert TALVIK.name == "Talvik"


def test_a_figure_that_a_person_rated_false_is_discounted() -> None:
    draft = Draft(kind="killed", figure=count(12), counted="people", place=place("Orsha"), speaker="Clinic")
    pages = [page("a", told("12 people died in Orsha.", draft), published="2031-05-04")]
    decision = decide("set", anchor(pages[0]), field="rating", value="false")
    judged_now = judge(pages, numbered(decision), ground(kit("airwars")))
    before = collate(judged_now.readings, kit("airwars"), judged_now.settled)
    (toll,) = before.incidents[0].tolls
    assert [one.grade for one in toll.grades] == ["weak"]
    (toll,) = settle(before, judged_now).incidents[0].tolls
    assert [(one.grade, one.why) for one in toll.grades] == [("discounted", "rated false by Ana")]
