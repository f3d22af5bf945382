import msgspec
import pytest
from copies_by_hand import FILLER, INDEPENDENT, RETOLD, STORY, document, lineage, links, messages, replaced, shuffled

from crosswire.collate.lineage import Lineage, families
from crosswire.records import Document


def test_a_verbatim_copy_is_found_sentence_by_sentence() -> None:
    found = lineage([document("post", STORY, day=1), document("echo", STORY, day=2)])
    assert links(found) == {("echo", "post")}
    assert len(found.copies) == 8
    assert {copy.kind for copy in found.copies} == {"verbatim"}
    assert found.issues == ()


def test_passages_are_verbatim_at_their_offsets() -> None:
    documents = {one.id: one for one in (document("post", STORY), document("wire", RETOLD, day=2))}
    found = lineage(list(documents.values()))
    assert found.copies
    for copy in found.copies:
        for passage in (copy.passage, copy.original):
            assert documents[passage.document].text[passage.start : passage.end] == passage.text


def test_a_rewrite_is_a_copy() -> None:
    found = lineage([document("post", STORY, day=1), document("wire", RETOLD, day=2)])
    assert links(found) == {("wire", "post")}
    assert "rewrite" in {copy.kind for copy in found.copies}
    assert families([document("post", STORY), document("wire", RETOLD)], found.copies) == (("post", "wire"),)


def test_the_same_event_told_by_another_reporter_is_no_copy() -> None:
    assert lineage([document("post", STORY), document("gazette", INDEPENDENT)]).copies == ()


def test_a_headline_alone_proves_no_copy() -> None:
    title = "Northern Front takes the town of Tel Sarim after three days of shelling"
    bare = [document("post", STORY), document("gazette", INDEPENDENT, day=2)]
    pages = [msgspec.structs.replace(one, title=title, text=f"{title}\n\n{one.text}") for one in bare]
    assert lineage(pages).copies == ()
    echo = msgspec.structs.replace(document("echo", f"{title}\n\n{STORY}", day=3), title=title)
    found = lineage([*pages, echo])
    assert links(found) == {("echo", "post")}
    assert title in {copy.passage.text for copy in found.copies}


def test_after_weeks_only_words_taken_over_tell_of_a_copy() -> None:
    assert links(lineage([document("post", STORY, day=1), document("wire", RETOLD, day=9)])) == {("wire", "post")}
    late = lineage([document("post", STORY, day=1), document("wire", RETOLD, day=40)])
    assert all(copy.likeness >= 0.5 for copy in late.copies)
    assert len(late.copies) < len(RETOLD.splitlines())
    assert len(lineage([document("post", STORY, day=1), document("echo", STORY, day=40)]).copies) == 8


def test_one_shared_quotation_copies_a_passage_and_not_a_document() -> None:
    quote = STORY.splitlines()[3]
    pages = [document("post", STORY), document("gazette", f"{INDEPENDENT}\n{quote}", day=2)]
    found = lineage(pages)
    assert [copy.original.text for copy in found.copies] == [quote]
    assert families(pages, found.copies) == (("gazette",), ("post",))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("the copy says 75 where the original says 29", "figure"),
        ("the copy dropped the exception that begins with “except”", "exception"),
        ("the copy does not name the speaker Qarda Monitor", "speaker"),
    ],
)
def test_what_changed_in_the_copying_is_an_issue(words: str, message: str) -> None:
    found = lineage([document("post", STORY, day=1), document("wire", RETOLD, day=2)])
    assert words in messages(found), message
    assert all(issue.stage == "lineage" and issue.document == "wire" and issue.passage for issue in found.issues)


def test_a_lost_negation_is_an_issue() -> None:
    changed = STORY.replace("did not withdraw", "withdrew")
    found = lineage([document("post", STORY, day=1), document("echo", changed, day=2)])
    assert "the original says “not”, and the copy has no negation" in messages(found)


def test_a_swapped_name_is_an_issue_and_another_romanisation_is_none() -> None:
    swapped = lineage([document("post", STORY), document("echo", STORY.replace("Tel Sarim", "Wadi Lahmar"), day=2)])
    assert "the copy names Wadi Lahmar where the original names Tel Sarim" in messages(swapped)
    respelt = lineage([document("post", STORY), document("echo", STORY.replace("Tel Sarim", "Tal Sareem"), day=2)])
    assert respelt.issues == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (document("b", STORY, day=1), document("a", STORY, day=2)),
        (document("b", STORY, day=2, outlet="Meridian"), document("a", STORY, day=1, credit="meridian")),
        (document("b", STORY + "\nMore is to follow from the valley.", day=1), document("a", STORY, day=1)),
    ],
    ids=["the earlier", "the credited agency", "the more complete"],
)
def test_the_original_is(one: Document, other: Document) -> None:
    assert links(lineage([one, other])) == {("a", "b")}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Islamic State group", "DAESH"),
        ("Russia and Iran", "Moscow and Tehran"),
        ("Guards of Dayr al-Zur", "Guards of Deir Ezzor"),
        ("Guards of Dayr az-Zur", "Guards of Deir Ezzor"),
    ],
)
def test_two_names_of_one_body_are_no_change(name: str, other: str) -> None:
    told = STORY.replace("Northern Front", name)
    found = lineage([document("post", told), document("echo", told.replace(name, other), day=2)])
    assert found.issues == ()


def test_one_statement_translated_twice_is_no_copy() -> None:
    one = "Colonel Idris Halwan of the interior ministry said on Monday that the town of Tel Sarim would soon be free."
    other = (
        "The interior ministry's Colonel Idris Halwan pledged Tel Sarim's liberation within days, speaking on Monday."
    )
    pages = [document("post", f"{STORY.splitlines()[0]}\n{one}"), document("gazette", f"{INDEPENDENT}\n{other}", day=2)]
    assert lineage(pages).copies == ()


def test_background_that_two_reports_share_makes_no_copy() -> None:
    past = (
        "The valley has been under siege since 2016, and talks in the neighbouring capital have brought no end to it."
    )
    pages = [document("post", f"{STORY}\n{past}"), document("gazette", f"{INDEPENDENT}\n{past}", day=2)]
    assert lineage(pages).copies == ()


BAKERY = """A rocket hit a bakery in the town of Orsha on Monday and killed 14 people in the queue, police said.
Among the dead were five children and the wife of the baker.
Rescuers dug with their hands until nightfall, a schoolteacher said."""
CHECKPOINT = """Gunmen attacked an army post outside Qarat Zeid before dawn, and nine soldiers fell, an officer told us.
The attackers fled in two pickup trucks towards the hills, where helicopters lost sight of them."""


@pytest.mark.parametrize(
    "background",
    [
        "The conflict in Norland began in 2011 with protests. It has since driven millions of people from their homes.",
        "Rights groups have accused both sides of using chlorine, which both deny. Inspectors found sarin twice.",
        "The province of Orsha borders the desert and is home to some 300,000 people. Its wells feed the south.",
    ],
)
def test_what_two_pages_on_different_things_share_at_their_end_is_background(background: str) -> None:
    pages = [document("post", f"{BAKERY}\n{background}"), document("gazette", f"{CHECKPOINT}\n{background}", day=3)]
    assert lineage(pages).copies == ()


def test_what_two_pages_on_one_thing_share_at_their_end_is_a_copy() -> None:
    shared = "The province of Orsha borders the desert and is home to some 300,000 people. Its wells feed the south."
    other = "Fourteen people in the queue at a bakery in the town of Orsha died when a rocket hit it, police said."
    pages = [document("post", f"{BAKERY}\n{shared}"), document("wire", f"{other}\n{shared}", day=2)]
    assert links(lineage(pages)) == {("wire", "post")}


def test_house_boilerplate_and_stock_background_make_no_copy() -> None:
    news = [*STORY.splitlines()[:5], *INDEPENDENT.splitlines()]
    pages = [
        document(f"p{week}", f"{line}\n{FILLER[0]}\n{FILLER[1]}", day=7 * week, outlet="house")
        for week, line in enumerate(news)
    ]
    assert lineage(pages).copies == ()


FORMULA = (
    "The Orsha-based Council of River Towns for Peace said the shells hit {} on the eastern bank of the Velda river."
)


def test_a_formula_with_a_rare_name_in_it_ties_those_that_have_the_name() -> None:
    weeks = [
        document(f"old{number}", f"{FORMULA.format(f'the quarter of {town}')} {FILLER[0]}", day=-7 * number)
        for number, town in enumerate(("Lower Ostra", "Upper Mesk", "Outer Brona", "Little Varn", "Greater Slun"), 1)
    ]
    news = "the covered fish market of Al-Tarfa where the fleet had landed its catch"
    first, second = (f"{line} {FORMULA.format(news)}" for line in INDEPENDENT.splitlines()[:2])
    found = links(lineage([*weeks, document("post", first), document("wire", second)]))
    assert {frozenset(link) for link in found} == {frozenset(("post", "wire"))}


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.3, 0.4, 0.5])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_many_copies_are_one_family(share: float, seed: int) -> None:
    pages = [document("post", STORY)]
    for number in range(12):
        copied = replaced(STORY, share, 100 * seed + number)
        text = f"{FILLER[number % 2]}\n{copied}\n{FILLER[0]}" if number % 3 else copied
        pages.append(document(f"copy{number:02}", text, day=number % 4 + 1, credit="post" if number % 2 else ""))
    assert len(families(pages, lineage(pages).copies)) == 1


def test_a_flood_of_copies_is_one_family() -> None:
    pages = [document(f"copy{number:03}", replaced(STORY, 0.2, number)) for number in range(80)]
    assert len(families(pages, lineage(pages).copies)) == 1


def test_order_of_arrival_does_not_matter() -> None:
    pages = [document(f"copy{number}", replaced(STORY, 0.3, number), day=number % 3) for number in range(6)]
    pages += [document("gazette", INDEPENDENT), document("wire", RETOLD, day=2)]
    expected = lineage(pages)
    for seed in range(5):
        assert lineage(shuffled(pages, seed)) == expected


def test_removing_a_document_removes_its_edges_alone() -> None:
    pages = [document(f"copy{number}", replaced(STORY, 0.2, number), day=number % 3) for number in range(6)]
    before = lineage(pages)
    for gone in pages:
        after = lineage([page for page in pages if page is not gone])
        assert links(after) == {link for link in links(before) if gone.id not in link}


def test_nothing_gives_nothing() -> None:
    assert lineage([]) == Lineage()
    assert lineage([document("empty", ""), document("post", STORY)]).copies == ()
    assert families([], ()) == ()


def test_the_name_of_an_event_is_no_copy_where_speaker_verb_and_figure_differ() -> None:
    hospital = (
        "The South Hospital in Tel Sarim received 31 bodies after Wednesday's shelling of the cattle market, the aid "
        "group Medics Abroad said on Friday."
    )
    committee = (
        "The number of people killed in Wednesday's shelling of the cattle market in Tel Sarim has risen to 52, the "
        "Tel Sarim Relief Committee said on Saturday."
    )
    assert lineage([document("post", hospital, day=1), document("wire", committee, day=2)]).copies == ()
    copy = hospital.replace("received", "took in").replace("The South Hospital", "A hospital").replace("31", "41")
    assert links(lineage([document("post", hospital, day=1), document("echo", copy, day=2)])) == {("echo", "post")}
