import pytest
from cleaner import FRENCH, RUSSIAN, STORY, A, B, C, cleaned, problem

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page

_FARM = "situs togel\nlink togel\nslot gacor\nsitus slot\ntogel online\njudi bola\njudi slot"
_SHELLS = [
    ("404 Not Found\n\nGo back to the front page of this site.", "an error page"),
    ("Sorry, the page you are looking for does not exist.\n\nTry the search or go to our front page.", "an error page"),
    ("503 Service Unavailable\n\nThe server is busy, come back in a few minutes.", "an error page"),
    ("This article is no longer available\n\nIt may have been moved to our archive or taken down.", "an error page"),
    ("Just a moment...\n\nThe site checks that your connection is safe before it goes on.", "a robot check"),
    ("Lakeside Post\n\nPlease enable JavaScript and cookies to continue", "a robot check"),
    ("Log in to continue\n\nWith an account you can read ten articles a month.", "a login wall"),
    ("Front leaves Tolbo\n\nYou must be logged in to view this page.", "a login wall"),
    (f"Front leaves Tolbo\n\n{A}\n\nSubscribe to continue reading", "a paywall"),
    (f"{A}\n\nThis article is for subscribers only.\n\nAlready a subscriber? Log in", "a paywall"),
    (f"{A}\n\nYou have reached your limit of free articles.", "a paywall"),
    (_FARM, "a link farm"),
    (f"Front leaves Tolbo\n{_FARM}\n{_FARM}", "a link farm"),
]


@pytest.mark.parametrize(("text", "what"), _SHELLS)
def test_a_page_that_is_no_article_is_told_by_what_it_is(text: str, what: str, kit: Kit) -> None:
    assert f"it is {what}, not an article" in problem(text, kit)


@pytest.mark.parametrize(("text", "what"), _SHELLS)
def test_html_that_is_no_article_is_told_too(text: str, what: str, kit: Kit) -> None:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    page = f"<html><body><nav><a href='/'>Home</a></nav><main>{lines}</main></body></html>"
    assert f"it is {what}, not an article" in problem(page, kit, "text/html")


def test_a_page_that_calls_itself_not_free_is_a_paywall_where_it_is_short(kit: Kit) -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    assert "a paywall" in problem(f"<head>{data}</head><body><p>{A}</p><p>{B}</p></body>", kit, "text/html")
    whole = "".join(f"<p>{line}</p>" for line in [A, B, C] * 3)
    assert cleaned(f"<head>{data}</head><body>{whole}</body>", kit, "text/html").text.startswith(A)


@pytest.mark.parametrize(
    "line",
    [
        "Refugees had to register to receive aid.",
        "404 men were released on Sunday.",
        "Access to the city was denied to aid convoys.",
    ],
)
def test_an_article_about_doors_and_numbers_is_read(line: str, kit: Kit) -> None:
    assert cleaned(f"{line}\n\n{STORY}", kit).text.startswith(line)


_FOREIGN = [
    (FRENCH * 2, "fr"),
    (RUSSIAN * 2, "ru"),
    ("غادر الجيش بلدة تولبو يوم الأحد بعد يومين من القصف، بحسب السكان. وقتل اثنا عشر شخصا على الأقل.", "ar"),
    ("Армія залишила місто Толбо після двох днів обстрілів, повідомили мешканці. Загинули дванадцять людей.", "uk"),
    ("El ejército abandonó la ciudad de Tolbo tras dos días de bombardeos, dijeron los vecinos el domingo.", "es"),
    ("Die Armee verließ nach zwei Tagen Beschuss die Stadt Tolbo, sagten Bewohner am Sonntag der Zeitung.", "de"),
    ("Ordu iki gün süren bombardımandan sonra Tolbo kasabasından çekildi, dedi bölge sakinleri pazar günü.", "tr"),
    ("军队星期日离开了托尔博镇，居民说，至少有十二人死亡，三十人受伤，道路仍然关闭，学校也没有开门。", "zh"),
    ("O exército deixou a cidade de Tolbo depois de dois dias de bombardeios, disseram moradores no domingo.", "pt"),
    ("Tentara meninggalkan kota Tolbo setelah dua hari penembakan, kata warga pada hari Minggu kepada wartawan.", "id"),
]


@pytest.mark.parametrize(("text", "code"), _FOREIGN, ids=[code for _, code in _FOREIGN])
def test_a_page_in_a_language_that_is_not_read_is_counted_and_not_read(text: str, code: str, kit: Kit) -> None:
    found = read(Page(url="story/page.txt", body=text.encode(), media_type="text/plain"), kit)
    assert found.document is None
    assert found.claims == ()
    (issue,) = found.issues
    assert issue.stage == "language"
    assert f"its language is {code!r}" in issue.message
