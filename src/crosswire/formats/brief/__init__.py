"""The brief: one self-contained page that says who says what, how often independently, and in which words.

`brief.html` needs no script and asks nothing of any server; it prints, and it reads in light and dark. Every figure on
it is `Figure.text`, verbatim from the quote beside it; what the page counts itself (origins, documents, days) has the
class `n`, for "ours, not theirs".
"""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from crosswire.formats.brief.links import quote_address, web_address
from crosswire.formats.brief.view import view
from crosswire.formats.brief.voices import load_agencies
from crosswire.formats.brief.wording import bound_words, days, load_kinds, place_name, quoted, says
from crosswire.formats.lookup import look_up
from crosswire.records import Ledger


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `brief.html`, written into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "brief.html"
    path.write_text(render(ledger), encoding="utf-8", newline="\n")
    return (path,)


def render(ledger: Ledger) -> str:
    """The HTML of the brief of `ledger`."""
    page = _environment().get_template("brief.html.j2")
    return page.render(view=view(ledger, look_up(ledger), load_kinds(), load_agencies()))


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crosswire.formats.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "days": days,
        "place_name": place_name,
        "bound_words": bound_words,
        "quoted": quoted,
        "web": web_address,
    }
    environment.globals |= {"says": says, "quote_address": quote_address}
    return environment
