"""The picture of a family: time from left to right, arrows only where it is known who took from whom."""

import datetime as dt
from xml.etree import ElementTree as ET

from crosswire.formats.lineage_svg import Drawing, Edge, Node, family_drawing, svg
from crosswire.records import Copy, Document, Ledger, Passage, Run, When

NODES = (
    Node(key="a", name="wire-first-take", outlet="Northwire", day="2031-05-01"),
    Node(key="b", name="siege-lifted", outlet="Harbour Gazette", day="2031-05-01"),
    Node(key="c", name="a-very-long-headline-that-does-not-fit", outlet="Meridian Post", day="2031-05-02"),
    Node(key="d", name="<b>bold & new</b>", outlet="Plains Review", day="2031-05-04"),
    Node(key="e", name="undated", outlet="", day=""),
)
EDGES = (
    Edge(source="a", target="b", passages=3, directed=False),
    Edge(source="a", target="c", passages=5, directed=True, credit="Northwire"),
    Edge(source="a", target="d", passages=1, directed=True),
    Edge(source="c", target="e", passages=2, directed=False),
)
PICTURE = svg(Drawing(nodes=NODES, edges=EDGES))
SPACE = "{http://www.w3.org/2000/svg}"


def _shapes(kind: str, name: str) -> list[ET.Element]:
    root = ET.fromstring(PICTURE)  # noqa: S314 - our own text
    return [one for one in root.iter(f"{SPACE}{kind}") if name in one.get("class", "").split()]


def test_the_picture_is_well_formed_and_the_same_each_time() -> None:
    assert svg(Drawing(nodes=NODES, edges=EDGES)) == PICTURE
    assert len(_shapes("rect", "box")) == len(NODES)
    assert len(_shapes("path", "tie")) == len(EDGES)


def test_an_arrow_stands_only_where_the_direction_is_known() -> None:
    assert len(_shapes("path", "head")) == sum(edge.directed for edge in EDGES)
    assert len(_shapes("path", "open")) == sum(not edge.directed for edge in EDGES)


def test_later_pages_stand_further_right_and_undated_ones_last() -> None:
    places = [float(box.get("x", "")) for box in _shapes("rect", "box")]
    assert places[0] == places[1] < places[2] < places[3] < places[4]


def test_names_are_escaped_and_credits_are_labels() -> None:
    assert "<b>" not in PICTURE
    assert [label.text for label in _shapes("text", "note")] == [
        "3 passages",
        "credits Northwire",
        "1 passage",
        "2 passages",
    ]


def test_it_is_told_in_words_too() -> None:
    assert "siege-lifted shares 3 with wire-first-take; nothing tells which was first." in PICTURE
    assert "took 5 from wire-first-take and credits it." in PICTURE


def test_no_boxes_overlap() -> None:
    corners = {(box.get("x"), box.get("y")) for box in _shapes("rect", "box")}
    assert len(corners) == len(NODES)


def test_labels_of_two_lines_stand_apart() -> None:
    days = {"a": "2024-03-10", "b": "2024-03-10", "c": ""}
    nodes = tuple(Node(key=key, name=key, outlet="", day=day) for key, day in days.items())
    ties = (("b", "c"), ("a", "b"))
    edges = tuple(Edge(source=one, target=other, passages=6, directed=False) for one, other in ties)
    root = ET.fromstring(svg(Drawing(nodes=nodes, edges=edges)))  # noqa: S314 - our own text
    lines = [float(one.attrib["y"]) for one in root.iter() if one.attrib.get("class") == "note"]
    assert abs(lines[0] - lines[1]) >= 16


def test_a_large_family_is_drawn_in_part_and_says_so() -> None:
    pages = tuple(_page(number) for number in range(60))
    copies = tuple(_copy(page, pages[0]) for page in pages[1:])
    (drawing,) = family_drawing(Ledger(run=RUN, documents=pages, copies=copies))
    assert (len(drawing.nodes), drawing.more) == (40, 20)
    assert "and 20 more" in svg(drawing)
    assert {edge.source for edge in drawing.edges} == {pages[0].id}


RUN = Run(version="0", codebook="", gazetteer="", models=(), policy="ucdp")
WORDS = "The harbour was closed for the whole of the week. Nobody could say when it would open again."


def _page(number: int) -> Document:
    day = dt.date(2031, 5, 1 + number // 4)
    return Document(
        id=f"d{number:03}",
        url=f"https://o{number}.example/{number}",
        outlet=f"o{number}",
        title="",
        text=WORDS,
        language="en",
        published=When(first=day, last=day, text="", basis="published"),
    )


def _copy(page: Document, first: Document) -> Copy:
    ends = [Passage(document=one.id, start=0, end=len(WORDS), text=WORDS) for one in (page, first)]
    return Copy(passage=ends[0], original=ends[1], likeness=1.0, kind="verbatim")
