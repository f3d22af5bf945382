import datetime as dt
import hashlib

import pytest

from crosswire.codebook import load_codebook
from crosswire.collate.lineage import Lineage, families
from crosswire.collate.lineage import lineage as compare
from crosswire.records import Basis, Document, When

STORY = """Fighters of the Northern Front took the town of Tel Sarim on Friday after three days of shelling.
At least 29 people were killed in the assault, most of them traders at the covered market, the Qarda Monitor said.
The front now holds the whole town, except for the grain silos on its eastern edge, the monitor added.
"We counted nineteen blasts before the power failed," a schoolteacher told the Meridian news agency by telephone.
The army did not withdraw from the bridge, and a convoy with fuel and bread reached its outpost on Thursday night.
A spokesman of the interior ministry, Colonel Idris Halwan, promised that the town would be retaken within days.
Hospitals in the valley asked for blood and dressings, as the only surgeon had fled with his family.
Smoke still rose over the tannery district when the first families came back to look for their belongings."""

RETOLD = """The town of Tel Sarim fell on Friday to fighters of the Northern Front, after three days of shelling.
Most of the at least 75 people who were killed in the assault were traders at the covered market.
The front now holds the whole of the town, it was added.
A schoolteacher said by telephone that nineteen blasts were counted before the power failed.
Colonel Idris Halwan, a spokesman for the interior ministry, pledged that the town will be retaken within days.
Blood and dressings were requested by hospitals in the valley, since the only surgeon had fled with his family."""

INDEPENDENT = """Our correspondent reached Tel Sarim an hour after rebels raised their flag above the post office.
Streets were littered with glass, and shopkeepers swept in silence while boys looked for cartridges.
Medics at a clinic gave us a list of 31 names, among them two nurses who had stayed at their posts.
Commander Abu Yusef denied that his men had fired at houses. Government radio spoke of a planned regrouping."""

FILLER = (
    "Subscribe to our evening letter and never miss what the editors of this house have picked for you.",
    "The conflict began eleven years ago with protests in the south and has driven half the nation from its homes.",
)

BOOK = load_codebook()
SPARE = ("harbour", "lantern", "orchard", "velvet", "copper", "saddle", "thunder", "meadow", "candle", "pepper")


def lineage(pages: list[Document]) -> Lineage:
    return compare(pages, BOOK)


def document(name: str, text: str, *, day: int = 1, outlet: str | None = None, credit: str = "") -> Document:
    date = dt.date(2023, 5, 1) + dt.timedelta(days=day)
    basis: Basis = "published"
    return Document(
        id=name,
        url=f"https://{outlet or name}.example/{name}",
        outlet=outlet or name,
        title="",
        text=text,
        language="en",
        published=When(first=date, last=date, text=date.isoformat(), basis=basis),
        credits=(credit,) if credit else (),
    )


def chance(*key: object) -> float:
    """A number in 0..1 that looks random and is the same in every run."""
    return int(hashlib.sha256(repr(key).encode()).hexdigest()[:12], 16) / 16**12


def replaced(text: str, share: float, seed: int) -> str:
    """`text` with a share of its words replaced and its sentences shuffled."""
    lines = sorted(enumerate(text.splitlines()), key=lambda line: chance("line", seed, line[0]))
    return "\n".join(
        " ".join(
            SPARE[int(10 * chance("word", seed, row, at))] if chance("share", seed, row, at) < share else word
            for at, word in enumerate(line.split())
        )
        for row, line in lines
    )


def shuffled(pages: list[Document], seed: int) -> list[Document]:
    return sorted(pages, key=lambda page: chance("page", seed, page.id))


def links(found: Lineage) -> set[tuple[str, str]]:
    return {(copy.passage.document, copy.original.document) for copy in found.copies}


def messages(found: Lineage) -> str:
    return "\n".join(issue.message for issue in found.issues)


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


def test_house_boilerplate_and_stock_background_make_no_copy() -> None:
    news = [*STORY.splitlines()[:5], *INDEPENDENT.splitlines()]
    pages = [
        document(f"p{week}", f"{line}\n{FILLER[0]}\n{FILLER[1]}", day=7 * week, outlet="house")
        for week, line in enumerate(news)
    ]
    assert lineage(pages).copies == ()


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
