"""The brief's promises, read from its HTML: whose words, no request, nothing unescaped, nothing by colour alone."""

import re
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from markup import Element, parsed, with_class

from crosswire.formats import FORMATS, brief
from crosswire.records import Ledger

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@pytest.fixture(scope="module")
def page(hand_made: Ledger) -> str:
    return brief.render(hand_made)


@pytest.fixture(scope="module")
def elements(page: str) -> list[Element]:
    return parsed(page)


def test_brief_is_a_registered_format(hand_made: Ledger, tmp_path: Path, page: str) -> None:
    (path,) = FORMATS["brief"](hand_made, tmp_path / "new")
    assert path.name == "brief.html"
    assert path.read_text(encoding="utf-8") == page


def test_same_ledger_gives_same_bytes(hand_made: Ledger, page: str) -> None:
    turned = msgspec.structs.replace(
        hand_made,
        claims=hand_made.claims[::-1],
        documents=hand_made.documents[::-1],
        incidents=hand_made.incidents[::-1],
    )
    assert brief.render(hand_made) == page
    assert re.sub(r"pages <code>.*", "", brief.render(turned))[:2000] == re.sub(r"pages <code>.*", "", page)[:2000]


def test_no_script_and_no_request(elements: list[Element]) -> None:
    assert [e.attributes["type"] for e in elements if e.tag == "script"] == ["application/json"]
    assert not {"link", "img", "iframe", "object", "form", "base"} & {element.tag for element in elements}
    assert not [name for element in elements for name in element.attributes if name.startswith("on") or name == "src"]
    style = next(element for element in elements if element.tag == "style").text
    assert "@import" not in style
    assert "http" not in style


def test_policy_forbids_everything_but_own_style(elements: list[Element]) -> None:
    policy = [e.attributes["content"] for e in elements if e.attributes.get("http-equiv") == "Content-Security-Policy"]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_links_lead_to_the_web_or_into_the_page(elements: list[Element]) -> None:
    ids = {element.attributes["id"] for element in elements if "id" in element.attributes}
    targets = [element.attributes["href"] for element in elements if "href" in element.attributes]
    assert targets
    for target in targets:
        assert target.startswith("https://") or target.removeprefix("#") in ids, target


def test_source_text_is_escaped(page: str, elements: list[Element]) -> None:
    assert "<script>" not in page
    assert "<b>rebels</b>" not in page
    assert any("<b>rebels</b> killed" in element.text for element in elements if element.tag == "bdi")
    assert any("Bulletin <script>alert('x')</script>" in element.text for element in elements if element.tag == "bdi")


def test_every_figure_is_verbatim_from_a_quote(elements: list[Element], hand_made: Ledger) -> None:
    quotes = [claim.quote.text for claim in hand_made.claims]
    figures = {element.text.strip() for element in with_class(elements, "figure")}
    assert {"more than 412", "at least 61", "Between 25 and 30", "dozens", "fewer than 120", "Up to 14,000"} <= figures
    for figure in figures:
        assert any(figure in quote for quote in quotes), figure


def test_every_claim_with_a_figure_is_shown(page: str, hand_made: Ledger) -> None:
    for claim in hand_made.claims:
        assert claim.quote.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page


def test_no_number_is_ours_unless_marked(elements: list[Element], hand_made: Ledger) -> None:
    reported = " ".join(claim.quote.text for claim in hand_made.claims)
    for element in elements:
        for number in [] if element.is_ours() else re.findall(r"\d[\d,]*\d|\d", " ".join(element.pieces)):
            assert number in reported, f"{number} in <{element.tag}> {element.text[:80]}"


def test_lower_bounds_are_never_raised(page: str) -> None:
    assert "413" not in page
    assert "301" not in page


def test_each_line_names_who_says_it(elements: list[Element]) -> None:
    section = next(e for e in elements if e.tag == "section" and e.attributes["aria-labelledby"] == "reported")
    lines = [element.text for element in section.walk() if element.tag == "li"]
    assert len(lines) > 10
    for line in lines:
        assert re.search(
            r"\b(says|say|denies|alleges|speaks of what may happen|naming no source|in the page’s words)\b", line
        ), line


def test_copies_share_one_line_and_one_origin(elements: list[Element]) -> None:
    reported = next(e for e in elements if e.attributes.get("aria-labelledby") == "reported")
    (line,) = (e.text for e in reported.walk() if e.tag == "li" and "more than 412" in e.text)
    assert "1 independent origin · 1 text · 1 speaker · 2 documents" in line


def test_superseded_figures_stay_in_the_ledger_but_not_in_the_report(elements: list[Element]) -> None:
    reported = next(e for e in elements if e.attributes.get("aria-labelledby") == "reported")
    assert "over 300" not in reported.text
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "over 300" in e.text)
    assert "superseded" in row.text


def test_a_partys_figure_for_its_enemy_is_shown_apart(elements: list[Element]) -> None:
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "fewer than 120" in e.text)
    assert "about its enemy: in no total" in row.text


def test_history_is_told_apart_and_on_no_axis(elements: list[Element]) -> None:
    axes = with_class(elements, "axis")
    assert axes
    assert not any("3,000" in axis.text for axis in axes)
    row = next(e for e in elements if e.tag == "li" and e.attributes.get("id") and "about 3,000" in e.text)
    assert "history" in row.text


def test_both_sides_of_a_dispute_stand_in_equal_boxes(elements: list[Element]) -> None:
    (sides,) = with_class(elements, "sides")
    assert [child.attributes["class"] for child in sides.children] == ["side", "side"]
    assert "The army denied that it had left Dolna." in sides.text


def test_cuts_are_listed_by_kind_with_their_text(elements: list[Element]) -> None:
    cuts = [element.text for element in with_class(elements, "cuts")]
    assert any("Accept cookies?" in text for text in cuts)
    assert any("slot" in text for text in cuts)


def test_issues_and_unread_pages_are_shown(elements: list[Element]) -> None:
    unknown = next(e for e in elements if e.attributes.get("aria-labelledby") == "unknown")
    assert "broken.html" in unknown.text
    assert "has no speaker on this page" in unknown.text


def test_headings_never_skip_a_level(elements: list[Element]) -> None:
    levels = [int(element.tag[1]) for element in elements if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_ids_are_unique(elements: list[Element]) -> None:
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))


def test_an_empty_ledger_still_makes_a_page(hand_made: Ledger) -> None:
    page = brief.render(Ledger(run=hand_made.run))
    assert "The pages hold no claim that the rules know." in page
    assert parsed(page)


def test_a_page_without_an_outlet_goes_by_its_name(hand_made: Ledger) -> None:
    documents = tuple(msgspec.structs.replace(document, outlet=document.url) for document in hand_made.documents)
    page = brief.render(msgspec.structs.replace(hand_made, documents=documents))
    assert "outlet unknown" in page
    assert "javascript:" not in page


def test_the_sections_stand_in_the_order_of_a_reader(elements: list[Element]) -> None:
    order = [e.attributes["aria-labelledby"] for e in elements if e.tag == "section"]
    assert order == [
        "reported", "control", "disputes", "figures", "sequence", "lineage", "statements", "humanitarian", "quotes",
        "documents", "unknown", "changed", "method",
    ]  # fmt: skip
    titles = [e.text for e in elements if e.tag == "h3"]
    assert titles[0] == "Totals over a period"


def test_a_page_without_an_outlet_is_named_by_its_number(hand_made: Ledger) -> None:
    documents = tuple(msgspec.structs.replace(document, outlet=document.url) for document in hand_made.documents)
    shown = parsed(brief.render(msgspec.structs.replace(hand_made, documents=documents)))
    lines = [" ".join(e.text.split()) for e in shown if e.tag == "li" and "naming no source" in e.text]
    assert lines
    assert all("the page" in line and re.search(r"\bD\d", line) for line in lines), lines
    assert not any("courier.txt" in line for line in lines)


def test_words_that_no_agency_carried_pass_no_carrier(page: str) -> None:
    assert 'class="tie thin"' in page
    drawing = page[page.index('class="draw"') : page.index("The same as a list")]
    assert "said to the page itself" not in drawing


def test_a_page_that_speaks_for_itself_is_no_speaker_of_the_drawing(page: str) -> None:
    drawing = page[page.index('class="draw"') : page.index("The same as a list")]
    assert drawing.count("<title>نشرة المساء</title>") == 0
    assert "<li><bdi>نشرة المساء</bdi>:" in page


def test_every_number_is_a_sources_or_marked_as_ours(example: Ledger) -> None:
    quotes = [claim.quote.text for claim in example.claims]
    names = [words for one in example.documents for words in (one.title, one.url, one.outlet, one.byline or "")]
    cuts = [" ".join(cut.text.split()) for one in example.documents for cut in one.removed]
    told = [issue.message for issue in example.issues] + [i.passage.text for i in example.issues if i.passage]
    printed = "\n".join([*quotes, *names, *cuts, *told])
    elements = parsed(brief.render(example))
    checked = 0
    for element in elements:
        for number in [] if element.is_ours() else _NUMBER.findall(" ".join(element.pieces)):
            assert number in printed, f"{number} in <{element.tag}> {element.text[:80]}"
            checked += 1
    assert checked > 100


def test_every_figure_of_the_example_is_verbatim(example: Ledger) -> None:
    quotes = "\n".join(claim.quote.text for claim in example.claims)
    figures = {element.text.strip() for element in with_class(parsed(brief.render(example)), "figure")}
    assert len(figures) > 15
    assert all(figure in quotes for figure in figures)
