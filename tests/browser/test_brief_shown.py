"""The brief as people see it: nothing overlaps or runs over, readable for all, no request, no word of complaint."""

from importlib import resources
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from crosswire.desk.brief_pdf import print_pdf
from crosswire.records import Ledger

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

_WIDTHS = (360, 800, 1280)
_LARGEST = 400_000  # bytes of a brief of a hundred documents

_OVERLAPS = """() => {
  const clash = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                       && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    const texts = [...svg.querySelectorAll('text')].filter(text => text.getClientRects().length);
    const boxes = texts.map(text => text.getBoundingClientRect());
    for (let i = 0; i < texts.length; i++)
      for (let j = i + 1; j < texts.length; j++)
        if (clash(boxes[i], boxes[j])) found.push(texts[i].textContent + ' | ' + texts[j].textContent);
  }
  for (const row of document.querySelectorAll('.row, .rows > li, .day, .where, .strip')) {
    const cells = [...row.children].map(cell => cell.getBoundingClientRect()).filter(box => box.width && box.height);
    for (let i = 0; i < cells.length; i++)
      for (let j = i + 1; j < cells.length; j++)
        if (clash(cells[i], cells[j])) found.push('cells: ' + row.textContent.slice(0, 80));
  }
  return found;
}"""
_OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > wide ? ['the page itself'] : [];
  for (const one of document.querySelectorAll('main *, header *, footer *')) {
    if (one.closest('.scroll') || one.closest('svg')) continue;
    const box = one.getBoundingClientRect();
    if (box.width && (box.right > wide + 1 || box.left < -1)) found.push(one.outerHTML.slice(0, 120));
  }
  for (const text of document.querySelectorAll('.map text, .draw text')) {
    const box = text.getBoundingClientRect(), frame = text.closest('svg').getBoundingClientRect();
    if (box.right > frame.right + 1 || box.left < frame.left - 1) found.push('off the drawing: ' + text.textContent);
  }
  for (const box of document.querySelectorAll('.draw g')) {
    const text = box.querySelector('text'), frame = box.querySelector('rect');
    if (text && frame && text.getBoundingClientRect().right > frame.getBoundingClientRect().right)
      found.push('out of its box: ' + text.textContent);
  }
  return found;
}"""


def _open(chromium: Browser, path: Path, width: int, scheme: Scheme = "light") -> tuple[Page, list[str]]:
    """The page as it stands, all of it unfolded, and what the browser asked for or complained of."""
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    heard: list[str] = []
    page.on("request", lambda request: heard.append(request.url))
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(path.as_uri())
    page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true })")
    return page, [one for one in heard if one != path.as_uri()]


@pytest.mark.parametrize("width", _WIDTHS)
@pytest.mark.parametrize("name", ["example", "story"])
def test_nothing_overlaps_or_runs_over(chromium: Browser, pages: dict[str, Path], name: str, width: int) -> None:
    page, heard = _open(chromium, pages[name], width)
    assert page.evaluate(_OVERLAPS) == []
    assert page.evaluate(_OUTSIDE) == []
    assert heard == []
    page.close()


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("example", 360, "light"),
        ("example", 800, "dark"),
        ("example", 1280, "light"),
        ("example", 1280, "dark"),
        ("story", 800, "light"),  # half a minute: all colours of all its rows
    ],
)
def test_everybody_can_read_it(
    chromium: Browser, pages: dict[str, Path], name: str, width: int, scheme: Scheme
) -> None:
    page, _ = _open(chromium, pages[name], width, scheme)
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run().then(result => result.violations)")
    told = [(one["id"], node["html"][:160], node.get("failureSummary", "")) for one in found for node in one["nodes"]]
    assert told == []
    page.close()


def test_it_needs_no_script(chromium: Browser, pages: dict[str, Path]) -> None:
    bare = chromium.new_context(java_script_enabled=False)
    page = bare.new_page()
    page.goto(pages["example"].as_uri())
    assert page.locator("section").count() == 13
    assert page.locator(".map").is_visible()
    bare.close()


@pytest.mark.parametrize("name", ["example", "story"])
def test_figures_are_drawn_where_they_belong(chromium: Browser, pages: dict[str, Path], name: str) -> None:
    page, _ = _open(chromium, pages[name], 1280)
    marks = page.evaluate("""() => [...document.querySelectorAll('.axis li.row')].map(row => {
      const track = row.querySelector('svg').getBoundingClientRect();
      const drawn = [...row.querySelectorAll('svg > *')].map(one => one.getBoundingClientRect());
      return drawn.length > 0 && drawn.every(box => box.right <= track.right + 12 && box.left >= track.left - 12);
    })""")
    assert marks
    assert all(marks)
    page.close()


def test_sides_of_a_dispute_are_equally_wide(chromium: Browser, pages: dict[str, Path]) -> None:
    page, _ = _open(chromium, pages["example"], 1280)
    widths = page.evaluate("""() => [...document.querySelectorAll('.sides')].map(
      sides => [...sides.children].map(side => Math.round(side.getBoundingClientRect().width)))""")
    assert widths
    assert all(len(set(row)) == 1 for row in widths)
    page.close()


def test_a_hundred_documents_stay_small(ledgers: dict[str, Ledger], pages: dict[str, Path]) -> None:
    assert len(ledgers["story"].documents) == 100
    assert pages["story"].stat().st_size <= _LARGEST


def test_a_brief_prints_as_pdf(pages: dict[str, Path], tmp_path: Path) -> None:
    print_pdf(pages["example"].read_text(encoding="utf-8"), tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
