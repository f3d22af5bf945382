import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosswire.kit import Kit
from crosswire.read.clean import Cleaned, UnreadableError, clean, flat_text, kept
from crosswire.records import Issue, Page

_A = "The Altan Front left the town of Tolbo on Sunday after two days of shelling, residents said."
_B = "At least 12 people were killed and 30 others were hurt, the Western Steppe Observatory said."
_C = "The army denied that any of its soldiers had left the road between Khovd and Tolbo."
_STORY = f"{_A}\n\n{_B}\n\n{_C}"


def _clean(text: str | bytes, kit: Kit, media_type: str = "text/plain", url: str = "story/page.txt") -> Cleaned:
    body = text.encode() if isinstance(text, str) else text
    found = clean(Page(url=url, body=body, media_type=media_type), kit)
    assert isinstance(found, Cleaned), found
    return found


def _issue(body: str | bytes, kit: Kit, media_type: str = "text/plain") -> str:
    page = Page(url="story/page", body=body.encode() if isinstance(body, str) else body, media_type=media_type)
    found = clean(page, kit)
    assert isinstance(found, Issue), found
    assert found.document == "story/page"
    assert found.stage == "clean"
    return found.message


# (page, what is cut of it): everything else stays. {story} is the article.
_DIRT = [
    ("{story}\n\nShare this Article", ["Share this Article"]),
    ("5 Min Read\n\n{story}", ["5 Min Read"]),
    ("3 minute read\n{story}", ["3 minute read"]),
    ("Last Updated:\n{story}", ["Last Updated:"]),
    ("Last updated: March 3, 2024 10:15 am\n{story}", ["Last updated: March 3, 2024 10:15 am"]),
    ("{story}\n- Location :\nKhovd, Altan", ["- Location :\nKhovd, Altan"]),
    ("{story}\n- Location :\nKhovd, Altan\n- First Published :\nMarch 3, 2024", ["- Location :\nKhovd, Altan\n- First Published :\nMarch 3, 2024"]),
    ("{story}\n\nSource link:   https://plainsreview.example/a", ["Source link:   https://plainsreview.example/a"]),
    ("{story}\n\nhttps://plainsreview.example/a", ["https://plainsreview.example/a"]),
    ("{story} Source link: https://plainsreview.example/a rajaputar88", ["Source link: https://plainsreview.example/a rajaputar88"]),
    ("{story} Share this Article", ["Share this Article"]),
    ("{story} Last Updated:", ["Last Updated:"]),
    ("{story} This website uses cookies to improve your visit. Accept Read More", ["This website uses cookies to improve your visit. Accept Read More"]),
    ("{story}\n\nWe use cookies. By staying you agree to cookies on our site.", ["We use cookies. By staying you agree to cookies on our site."]),
    ("{story}\n\nSign up for our newsletter and never miss a story.", ["Sign up for our newsletter and never miss a story."]),
    ("{story}\n\nRelated News\nFront holds Sharkhai\nRain floods Olgii\nSeven goats found", ["Related News\nFront holds Sharkhai\nRain floods Olgii\nSeven goats found"]),
    ("{a}\n\nAlso Read: Front holds Sharkhai\n\n{b}\n\n{c}", ["Also Read: Front holds Sharkhai"]),
    ("{story} Read Also", ["Read Also"]),
    ("{story} Related News Front holds Sharkhai Rain floods Olgii", ["Related News Front holds Sharkhai Rain floods Olgii"]),
    ("{story} Follow us on Twitter and Facebook", ["Follow us on Twitter and Facebook"]),
    ("{story} Copyright 2024 Lakeside Post. All rights reserved.", ["Copyright 2024 Lakeside Post. All rights reserved."]),
    ("{story}\n\n© 2024 Lakeside Post. All rights reserved.", ["© 2024 Lakeside Post. All rights reserved."]),
    ("{story}\n\nTerms | Privacy policy | Contact us", ["Terms | Privacy policy | Contact us"]),
    ("{story}\n\n@lakesidepost", ["@lakesidepost"]),
    ("{story}\n\nFollow A. Writer on Twitter: @awriter", ["Follow A. Writer on Twitter: @awriter"]),
    ("{story}\n\nTags: front, Tolbo, war", ["Tags: front, Tolbo, war"]),
    ("{story} Tags front Tolbo war Community standards", ["Tags front Tolbo war Community standards"]),
    ("{story}\n\n#Tolbo #Altan", ["#Tolbo #Altan"]),
    ("{a}\n\nPhoto: Lakeside Post\n\n{b}\n\n{c}", ["Photo: Lakeside Post"]),
    ("{a}\n\nAdvertisement\n\n{b}\n\n{c}", ["Advertisement"]),
    ("{a}\n\nStory continues below this ad\n\n{b}\n\n{c}", ["Story continues below this ad"]),
    ("Home > World > Steppe\n\n{story}", ["Home > World > Steppe"]),
    ("{story}\n\n2 comments\n\nLeave a comment", ["2 comments\n\nLeave a comment"]),
    ("{story}\n\n(with inputs from agencies)", ["(with inputs from agencies)"]),
    ("{story}\n\nThis is a developing story. More to follow.", ["This is a developing story. More to follow."]),
    ("{story} (Source: Lakeside Office) Twitter", ["(Source: Lakeside Office) Twitter"]),
    ("\ufeff\r\n{story}\r\n\r\nShare this Article\r\n", ["Share this Article"]),
    # link farms, in several languages, before, within and behind the article
    ("situs togel\n\nlink togel\n\nsitus togel\n\nRTP SLOT\n\n{story}", ["situs togel\n\nlink togel\n\nsitus togel\n\nRTP SLOT"]),
    ("{story}\n\nrajaputar88\nrajaputar88\ndaftar putar\nrajaputar88 masuk\ndaftar putar", ["rajaputar88\nrajaputar88\ndaftar putar\nrajaputar88 masuk\ndaftar putar"]),
    ("{a}\n\nDeneme bonusu\nCanlı bahis\nBahis bonusu\n\n{b}\n\n{c}", ["Deneme bonusu\nCanlı bahis\nBahis bonusu"]),
    ("{story}\n\nказино вулкан\nигровые автоматы\nставки казино", ["казино вулкан\nигровые автоматы\nставки казино"]),
    ("{story}\n\nПодписаться на канал\nЧитать ещё\nНовости дня", ["Подписаться на канал\nЧитать ещё\nНовости дня"]),
    ("{story}\n\n彩票 博彩\n博彩 老虎机\n赌场", ["彩票 博彩\n博彩 老虎机\n赌场"]),
    ("{story}\n\nمقالات ذات صلة\nاشترك في النشرة\nالمزيد من الأخبار", ["مقالات ذات صلة\nاشترك في النشرة\nالمزيد من الأخبار"]),
    ("{story}\n\ncasino online\nbest casino bonus\npoker casino", ["casino online\nbest casino bonus\npoker casino"]),
    ("{story}\n\nmeilleurs paris sportifs en ligne\nparis sportifs sans dépôt\nparis sportifs gratuits\nmeilleurs paris sportifs en ligne",
     ["meilleurs paris sportifs en ligne\nparis sportifs sans dépôt\nparis sportifs gratuits\nmeilleurs paris sportifs en ligne"]),
    ("slot gacor hari ini\n{story}", ["slot gacor hari ini"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "cut"), _DIRT, ids=range(len(_DIRT)))
def test_dirt_is_cut_and_nothing_else(page: str, cut: list[str], kit: Kit) -> None:
    found = _clean(page.format(story=_STORY, a=_A, b=_B, c=_C), kit)
    assert [piece.text.strip() for piece in found.removed] == cut
    assert found.text.split() == _STORY.split()


# Lines of articles that look like dirt: all of it stays.
_ARTICLE = [
    "Three soldiers stand on a tank in the town of Tolbo. (AP)",
    "Read the statement aloud, the general told his men",
    "Share of dead civilians: 12 of 30",
    "The dead are:\n\nAbai Sorgan, 31\n\nTemir Sorgan, 28\n\nDolma Sorgan, 4",
    "Killed in Tolbo\n\nKilled in Khovd\n\nKilled in Tolbo",
    "12",
    "Watch towers burned",
    "Army leaves Tolbo\n\nFront enters Khovd\n\nRoad closed",
    "More than 12 died",
    "Telegram channels close to the front named 12 dead",
    "Related families fled together, 40 people in all",
    "The market sold slot machines before the war, the mayor said",
    "“Сдавайтесь”, the leaflet said in Russian",
    "Twelve killed in Tolbo",
    "Source: the Observatory counts 12",
    "Updated figures: 12 dead, 30 hurt",
    "Location: the old market, where 12 people died",
    "- Twelve dead in Tolbo\n- Thirty hurt in Khovd",
    "Who holds what?\n\nThe front holds Tolbo.",
]


@pytest.mark.parametrize("line", _ARTICLE)
@pytest.mark.parametrize(
    "page", ["{a}\n\n{line}\n\n{b}\n\n{c}", "{line}\n\n{a}\n\n{b}\n\n{c}", "{a}\n\n{b}\n\n{c}\n\n{line}"]
)
def test_the_articles_own_lines_stay(line: str, page: str, kit: Kit) -> None:
    text = page.format(a=_A, b=_B, c=_C, line=line)
    assert _clean(text, kit).text == text


def test_a_list_of_headlines_takes_no_heading_of_the_article(kit: Kit) -> None:
    found = _clean(f"{_A}\n\nRead more\n\nFront holds Sharkhai\n\nTwelve dead in Tolbo\n\n{_B}\n\n{_C}", kit)
    assert [cut.text.strip() for cut in found.removed] == ["Read more\n\nFront holds Sharkhai"]


_LINES = [*_STORY.split("\n\n"), "Share this Article", "situs togel", "situs togel", "5 Min Read", "", " ", "\t", "12", "Read more",
          "- Location :", "Khovd", "Read Also", "казино", "This site uses cookies to help. Accept"]  # fmt: skip


@given(st.lists(st.sampled_from(_LINES), max_size=14), st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_the_text_is_the_flat_text_without_the_cuts(lines: list[str], between: str) -> None:
    page = Page(url="story/page.txt", body=between.join([*lines, _STORY]).encode(), media_type="text/plain")
    _prove(page)


_TAGS = ["<p>", "</p>", "<div class='related'>", "</div>", "<nav>", "</nav>", "<h1>", "</h1>", "<figcaption>", "<article>", "&amp;",
         "<br>", "<table><tr><td>", "<!-- ", " -->", "<script>x</script>", "<li>", "<a href='u'>", "</a>", "\n", "  "]  # fmt: skip


@given(st.lists(st.sampled_from([*_LINES, *_TAGS]), max_size=40))
@settings(max_examples=150, deadline=None)
def test_the_same_holds_for_html(pieces: list[str]) -> None:
    body = f"<html><body>{''.join(pieces)}<p>{_A}</p><p>{_B}</p><p>{_C}</p></body></html>".encode()
    _prove(Page(url="story/page.html", body=body, media_type="text/html"))


def _prove(page: Page) -> None:
    found = clean(page, _kit())
    if isinstance(found, Issue):
        return
    assert found.flat == flat_text(page)
    assert found.text == kept(found.flat, found.removed)
    at = 0
    for cut in found.removed:
        assert at <= cut.start < cut.end
        assert found.flat[cut.start : cut.end] == cut.text
        at = cut.end
    assert clean(page, _kit()) == found


_KITS: list[Kit] = []


@pytest.fixture(autouse=True)
def _keep(kit: Kit) -> None:
    _KITS[:] = [kit]


def _kit() -> Kit:
    return _KITS[0]


# --- bytes -----------------------------------------------------------------------------------------------------------

_FRENCH = (
    "L’armée a quitté la ville de Tolbo après deux jours de bombardements, ont déclaré des témoins à l’Observatoire."
)
_RUSSIAN = "Армия покинула город Толбо после двух дней обстрелов, сообщили местные жители. Погибли двенадцать человек."
_ENCODED = [
    (_FRENCH, "utf-8", ""),
    (_FRENCH, "utf-8-sig", ""),
    (_FRENCH, "utf-16", ""),
    (_FRENCH, "utf-32", ""),
    (_FRENCH, "cp1252", "; charset=windows-1252"),
    (_FRENCH, "cp1252", "; charset=ISO-8859-1"),
    (_FRENCH, "cp1252", ""),
    (_FRENCH, "utf-8", "; charset=iso-8859-1"),
    (_FRENCH, "utf-8", "; charset=nonsense"),
    (_RUSSIAN, "cp1251", "; charset=windows-1251"),
    (_RUSSIAN, "cp1251", ""),
    (_RUSSIAN, "koi8-r", "; charset=koi8-r"),
    ("军队星期日离开了托尔博镇，居民说，至少有十二人死亡，三十人受伤，道路仍然关闭。", "gb18030", "; charset=gbk"),
    (
        "軍は日曜日にトルボの町を離れたと住民が語った。少なくとも十二人が死亡した。",
        "iso-2022-jp",
        "; charset=iso-2022-jp",
    ),
    ("غادر الجيش بلدة تولبو يوم الأحد بعد يومين من القصف، بحسب السكان.", "cp1256", "; charset=windows-1256"),
]


@pytest.mark.parametrize(("text", "encoding", "declared"), _ENCODED)
def test_bytes_become_the_characters_that_were_written(text: str, encoding: str, declared: str) -> None:
    page = Page(url="story/page.txt", body=text.encode(encoding), media_type=f"text/plain{declared}")
    assert flat_text(page) == text


def test_a_charset_in_the_head_of_html_counts() -> None:
    body = f'<html><head><meta charset="windows-1251"></head><body><p>{_RUSSIAN}</p></body></html>'.encode("cp1251")
    assert flat_text(Page(url="story/page.html", body=body, media_type="text/html")) == _RUSSIAN


def test_slight_damage_is_no_reason_to_give_up(kit: Kit) -> None:
    found = _clean(_STORY.encode() + b"\xe2\x80", kit)
    assert found.text.startswith(_STORY)


@pytest.mark.parametrize(
    "body",
    [
        b"%PDF-1.7 ...",
        b"\x89PNG\r\n\x1a\n1234",
        b"PK\x03\x04....",
        b"\x1f\x8b\x08....",
        bytes(range(256)) * 8,
        b"\x00\x01\x02" * 400,
    ],
)
def test_binary_content_is_an_issue(body: bytes, kit: Kit) -> None:
    assert "was not read: " in _issue(body, kit)
    with pytest.raises(UnreadableError):
        flat_text(Page(url="story/page", body=body, media_type="text/plain"))


@pytest.mark.parametrize(
    "body",
    ["", " \n ", "\ufeff", "Share this Article", "12", "404 Not Found\n\nGo back to the front page of this site."],
)
def test_a_page_without_an_article_is_an_issue(body: str, kit: Kit) -> None:
    assert "it has no article text" in _issue(body, kit)


def test_a_page_that_is_too_big_is_an_issue(kit: Kit) -> None:
    assert "4,000,001 bytes, more than the 4,000,000" in _issue(b"a" * 4_000_001, kit)


# --- HTML ------------------------------------------------------------------------------------------------------------

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
    assert why in _issue(html, kit, "text/html")


_HARMLESS = ["<p>text<p>" * 900, "<li>text" * 900, "<script>" + "'<div>'" * 900 + "</script>", "<!--" + "<div>" * 900 + "-->", "</div>" * 900,
             f'<p title="{"a " * 2_000}">text</p>', "<br>" * 900, "<div/>" * 300, "< a" * 3_000, "<" * 3_000]  # fmt: skip


@pytest.mark.parametrize("html", _HARMLESS, ids=range(len(_HARMLESS)))
def test_html_that_only_looks_deep_is_read(html: str, kit: Kit) -> None:
    page = f"<html><body><p>{_A}</p><p>{_B}</p><p>{_C}</p>{html}</body></html>"
    assert _A in _clean(page, kit, "text/html").text


_PAGE = f"""<!doctype html><html lang="en"><head><title>Front leaves Tolbo | Lakeside Post</title>
<link rel="canonical" href="https://lakesidepost.example/2024/03/10/front-leaves-tolbo">
<meta property="og:site_name" content="Lakeside Post"><meta name="author" content="Lena Varga">
<meta property="article:published_time" content="2024-03-10T18:42:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Front leaves Tolbo", "author": [{{"name": "Lena Varga"}}]}}</script>
</head><body class="has-sidebar"><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>Front leaves Tolbo</h1><div class="meta">By Lena Varga</div>
<figure><img src="x"><figcaption>Smoke over Tolbo &copy; Lakeside Post</figcaption></figure>
<p>{_A}</p><div class="related"><h3>Read next</h3><a href="/a">Rain floods Olgii</a></div>
<h2>What the army says</h2><p>{_B} <a href="/o">More</a></p><p>{_C.replace("Khovd", "Kh&ouml;vd")}</p>
<p>5 Min Read</p></article></main>
<aside><p>Markets fell on Monday after a long week of doubt and of rain in the hills around Olgii.</p></aside>
<div id="comments"><p>reader77: I heard that 500 people died there, and nobody has counted them at all.</p></div>
<footer><p>© 2024 Lakeside Post</p></footer></body></html>"""


def test_html_becomes_the_article_with_its_title(kit: Kit) -> None:
    found = _clean(_PAGE, kit, "text/html", "story/page.html")
    army = _C.replace("Khovd", "Khövd")
    assert found.text.splitlines() == ["Front leaves Tolbo", _A, "What the army says", f"{_B} More", army]


def test_html_says_what_it_is(kit: Kit) -> None:
    found = _clean(_PAGE, kit, "text/html", "story/page.html")
    assert found.url == "https://lakesidepost.example/2024/03/10/front-leaves-tolbo"
    assert (found.title, found.outlet, found.byline) == ("Front leaves Tolbo", "Lakeside Post", "Lena Varga")
    assert (found.published, found.language) == (dt.date(2024, 3, 10), "en")


def test_what_html_loses_is_listed_by_kind(kit: Kit) -> None:
    cuts = {cut.kind: cut.text.strip() for cut in _clean(_PAGE, kit, "text/html").removed}
    assert cuts["caption"] == "Smoke over Tolbo © Lakeside Post"
    assert cuts["related"] == "Read next\nRain floods Olgii"
    assert cuts["furniture"] == "5 Min Read"


@pytest.mark.parametrize(
    "html",
    ["<html><body><nav><a href='/'>Home</a></nav></body></html>", "<p>Subscribe to continue reading</p>", "<", ""],
)
def test_html_without_an_article_is_an_issue(html: str, kit: Kit) -> None:
    assert "it has no article text" in _issue(html, kit, "text/html")


# --- rows ------------------------------------------------------------------------------------------------------------

_ROW = {"url": "https://northwire.example/1", "outlet": "Northwire", "published": "2024-03-10T23:30:00+08:00",
        "title": "Front leaves Tolbo", "text": _STORY}  # fmt: skip


def _row(kit: Kit, **fields: object) -> Cleaned:
    return _clean(json.dumps(_ROW | fields), kit, "application/json", "https://northwire.example/1")


def test_a_row_is_its_title_and_its_text(kit: Kit) -> None:
    found = _row(kit)
    assert found.text == f"Front leaves Tolbo\n\n{_STORY}"
    assert (found.title, found.outlet, found.published) == ("Front leaves Tolbo", "Northwire", dt.date(2024, 3, 10))


def test_a_rows_html_is_flattened(kit: Kit) -> None:
    found = _row(kit, text=None, html=_PAGE)
    assert found.text.startswith(f"Front leaves Tolbo\n{_A}")
    assert found.outlet == "Northwire"


def test_a_title_that_the_text_repeats_is_told_once(kit: Kit) -> None:
    assert _row(kit, text=f"Front leaves Tolbo\n\n{_STORY}").text == f"Front leaves Tolbo\n\n{_STORY}"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-10", dt.date(2024, 3, 10)),
        ("20240310", dt.date(2024, 3, 10)),
        ("March 10, 2024", dt.date(2024, 3, 10)),
        ("Sun, 10 Mar 2024 09:30:00 GMT", dt.date(2024, 3, 10)),
        ("10.03.2024", dt.date(2024, 3, 10)),
        ("23/03/2024", dt.date(2024, 3, 23)),
        ("10/03/2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (1710000000, None),
    ],
)
def test_the_day_of_a_row_is_read_or_left_open(published: object, day: dt.date | None, kit: Kit) -> None:
    assert _row(kit, published=published).published == day


@pytest.mark.parametrize("body", ["[1]", "{", '"text"', '{"text": ""}', "[" * 100_000])
def test_a_row_that_is_none_is_an_issue(body: str, kit: Kit) -> None:
    assert "was not read: " in _issue(body, kit, "application/json")


# --- what a plain page says of itself ----------------------------------------------------------------------------------

_TITLES = [
    (f"Front leaves Tolbo\n\n{_STORY}", "Front leaves Tolbo"),
    (f"5 Min Read\n\nFront leaves Tolbo\n\n{_STORY}", "Front leaves Tolbo"),
    (f"The front left.\n\n{_STORY}", ""),
    (_STORY, ""),
    (f"TOLBO, Altan – {_A}\n{_B}", ""),
    (_A, ""),
]


@pytest.mark.parametrize(("text", "title"), _TITLES)
def test_the_title_of_plain_text_is_a_first_line_that_reads_like_one(text: str, title: str, kit: Kit) -> None:
    assert _clean(text, kit).title == title


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Lena Varga", "Lena Varga"),
        ("BY LENA VARGA AND AFP", "LENA VARGA AND AFP"),
        ("By the river", None),
        ("By 12 May", None),
    ],
)
def test_the_byline_of_plain_text_is_a_line_of_names(line: str, byline: str | None, kit: Kit) -> None:
    assert _clean(f"Front leaves Tolbo\n{line}\n{_STORY}", kit).byline == byline


@pytest.mark.parametrize(
    ("text", "code"), [(_STORY, "en"), (_FRENCH, "fr"), (_RUSSIAN, "ru"), ("Rain in Tolbo on 3 May", "und")]
)
def test_the_language_is_told_or_left_open(text: str, code: str, kit: Kit) -> None:
    assert _clean(text, kit).language == code


def test_the_outlet_is_known_by_the_address(kit: Kit) -> None:
    assert _clean(_STORY, kit, url="https://www.bbc.co.uk/news/1").outlet == "BBC"
    assert _clean(_STORY, kit, url="https://www.northwire.example/1").outlet == "northwire.example"
    assert _clean(_STORY, kit, url="story/page.txt").outlet == "story/page.txt"
