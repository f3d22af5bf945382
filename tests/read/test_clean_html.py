import datetime as dt

import pytest
from cleaner import PAGE, A, B, C, cleaned, problem

from crosswire.kit import Kit

_DANGEROUS = [
    ("<div>" * 600 + "text", "nested more than 512 deep"),
    ("<b>" * 100_000, "nested more than 512 deep"),
    ("<p " + " ".join(f"a{n}=1" for n in range(300)) + ">text", "more than 256 attributes"),
    ("<p " + "b " * 100_000 + ">text", "more than 256 attributes"),
    ("<p a='>' " + "b " * 100_000, "more than 256 attributes"),
    ("<a " * 100_000, "more than 256 attributes"),
    ("<a b='" * 100_000, "more than 256 attributes"),
    ("<p>" * 200_000, "more than 100,000 tags"),
]


@pytest.mark.parametrize(("html", "why"), _DANGEROUS, ids=range(len(_DANGEROUS)))
def test_html_that_chokes_parsers_is_an_issue_before_it_is_parsed(html: str, why: str, kit: Kit) -> None:
    assert why in problem(html, kit, "text/html")


_HARMLESS = ["<p>text<p>" * 900, "<li>text" * 900, "<script>" + "'<div>'" * 900 + "</script>", "<!--" + "<div>" * 900 + "-->", "</div>" * 900,
             f'<p title="{"a " * 2_000}">text</p>', "<br>" * 900, "<div/>" * 300, "< a" * 3_000, "<" * 3_000]  # fmt: skip


@pytest.mark.parametrize("html", _HARMLESS, ids=range(len(_HARMLESS)))
def test_html_that_only_looks_deep_is_read(html: str, kit: Kit) -> None:
    page = f"<html><body><p>{A}</p><p>{B}</p><p>{C}</p>{html}</body></html>"
    assert A in cleaned(page, kit, "text/html").text


def test_html_becomes_the_article_with_its_title(kit: Kit) -> None:
    found = cleaned(PAGE, kit, "text/html", "story/page.html")
    army = C.replace("Khovd", "Khövd")
    assert found.text.splitlines() == ["Front leaves Tolbo", A, "What the army says", f"{B} More", army]


def test_html_says_what_it_is(kit: Kit) -> None:
    found = cleaned(PAGE, kit, "text/html", "story/page.html")
    assert found.url == "https://lakesidepost.example/2024/03/10/front-leaves-tolbo"
    assert (found.title, found.outlet, found.byline) == ("Front leaves Tolbo", "Lakeside Post", "Lena Varga")
    assert (found.published, found.language) == (dt.date(2024, 3, 10), "en")


def test_what_html_loses_is_listed_by_kind(kit: Kit) -> None:
    cuts = {cut.kind: cut.text.strip() for cut in cleaned(PAGE, kit, "text/html").removed}
    assert cuts["caption"] == "Smoke over Tolbo © Lakeside Post"
    assert cuts["related"] == "Read next\nRain floods Olgii"
    assert cuts["furniture"] == "5 Min Read"


@pytest.mark.parametrize(
    "html",
    ["<html><body><nav><a href='/'>Home</a></nav></body></html>", "<", ""],
)
def test_html_without_an_article_is_an_issue(html: str, kit: Kit) -> None:
    assert "it has no article text" in problem(html, kit, "text/html")
