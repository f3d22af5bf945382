import pytest
from cleaner import FRENCH, RUSSIAN, STORY, cleaned, problem

from crosswire.kit import Kit
from crosswire.read.clean import UnreadableError, flat_text
from crosswire.records import Page

_ENCODED = [
    (FRENCH, "utf-8", ""),
    (FRENCH, "utf-8-sig", ""),
    (FRENCH, "utf-16", ""),
    (FRENCH, "utf-32", ""),
    (FRENCH, "cp1252", "; charset=windows-1252"),
    (FRENCH, "cp1252", "; charset=ISO-8859-1"),
    (FRENCH, "cp1252", ""),
    (FRENCH, "utf-8", "; charset=iso-8859-1"),
    (FRENCH, "utf-8", "; charset=nonsense"),
    (RUSSIAN, "cp1251", "; charset=windows-1251"),
    (RUSSIAN, "cp1251", ""),
    (RUSSIAN, "koi8-r", "; charset=koi8-r"),
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
    body = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'.encode("cp1251")
    assert flat_text(Page(url="story/page.html", body=body, media_type="text/html")) == RUSSIAN


def test_slight_damage_is_no_reason_to_give_up(kit: Kit) -> None:
    found = cleaned(STORY.encode() + b"\xe2\x80", kit)
    assert found.text.startswith(STORY)


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
    assert "was not read: " in problem(body, kit)
    with pytest.raises(UnreadableError):
        flat_text(Page(url="story/page", body=body, media_type="text/plain"))


@pytest.mark.parametrize(
    "body",
    ["", " \n ", "\ufeff", "Share this Article", "12"],
)
def test_a_page_without_an_article_is_an_issue(body: str, kit: Kit) -> None:
    assert "it has no article text" in problem(body, kit)


def test_a_page_that_is_too_big_is_an_issue(kit: Kit) -> None:
    assert "4,000,001 bytes, more than the 4,000,000" in problem(b"a" * 4_000_001, kit)
