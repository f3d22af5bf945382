"""Cleans texts as pages of their own, for tests that look at what cleaning keeps, cuts and refuses."""

from patience import in_time

from crosswire.kit import Kit
from crosswire.read.clean import Cleaned, clean
from crosswire.records import Issue, Page

A = "The Altan Front left the town of Tolbo on Sunday after two days of shelling, residents said."
B = "At least 12 people were killed and 30 others were hurt, the Western Steppe Observatory said."
C = "The army denied that any of its soldiers had left the road between Khovd and Tolbo."
STORY = f"{A}\n\n{B}\n\n{C}"
FRENCH = (
    "L’armée a quitté la ville de Tolbo après deux jours de bombardements, ont déclaré des témoins à l’Observatoire."
)
RUSSIAN = "Армия покинула город Толбо после двух дней обстрелов, сообщили местные жители. Погибли двенадцать человек."
PAGE = f"""<!doctype html><html lang="en"><head><title>Front leaves Tolbo | Lakeside Post</title>
<link rel="canonical" href="https://lakesidepost.example/2024/03/10/front-leaves-tolbo">
<meta property="og:site_name" content="Lakeside Post"><meta name="author" content="Lena Varga">
<meta property="article:published_time" content="2024-03-10T18:42:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Front leaves Tolbo", "author": [{{"name": "Lena Varga"}}]}}</script>
</head><body class="has-sidebar"><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>Front leaves Tolbo</h1><div class="meta">By Lena Varga</div>
<figure><img src="x"><figcaption>Smoke over Tolbo &copy; Lakeside Post</figcaption></figure>
<p>{A}</p><div class="related"><h3>Read next</h3><a href="/a">Rain floods Olgii</a></div>
<h2>What the army says</h2><p>{B} <a href="/o">More</a></p><p>{C.replace("Khovd", "Kh&ouml;vd")}</p>
<p>5 Min Read</p></article></main>
<aside><p>Markets fell on Monday after a long week of doubt and of rain in the hills around Olgii.</p></aside>
<div id="comments"><p>reader77: I heard that 500 people died there, and nobody has counted them at all.</p></div>
<footer><p>© 2024 Lakeside Post</p></footer></body></html>"""


def cleaned(text: str | bytes, kit: Kit, media_type: str = "text/plain", url: str = "story/page.txt") -> Cleaned:
    """The article of a page."""
    body = text.encode() if isinstance(text, str) else text
    page = Page(url=url, body=body, media_type=media_type)
    with in_time(page):
        found = clean(page, kit)
    assert isinstance(found, Cleaned), found
    return found


def problem(body: str | bytes, kit: Kit, media_type: str = "text/plain") -> str:
    """Why a page has no article."""
    page = Page(url="story/page", body=body.encode() if isinstance(body, str) else body, media_type=media_type)
    with in_time(page):
        found = clean(page, kit)
    assert isinstance(found, Issue), found
    assert found.document == "story/page"
    assert found.stage == "clean"
    return found.message
