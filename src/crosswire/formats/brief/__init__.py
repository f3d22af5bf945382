"""The brief: one self-contained page that says who says what, how often independently, and in which words.

`brief.html` needs no script and asks nothing of any server; it prints, and it reads in light and dark. Every figure on
it is `Figure.text`, verbatim from the quote beside it; what the page counts itself (origins, documents, days) has the
class `n`, for "ours, not theirs".
"""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from crosswire.formats.brief.links import quote_address, web_address
from crosswire.formats.brief.view import Changed, Setting, View, view
from crosswire.formats.brief.voices import load_agencies
from crosswire.formats.brief.wording import (
    bound_words,
    days,
    load_kinds,
    one_day,
    party,
    place_name,
    quoted,
    says,
    shortened,
    stands,
)
from crosswire.records import Ledger

__all__ = ["Changed", "Setting", "render", "render_markdown", "write"]

_INDENT = re.compile(r"\n\s*")


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `brief.html`, written into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "brief.html"
    path.write_text(render(ledger), encoding="utf-8", newline="\n")
    return (path,)


def render(ledger: Ledger, setting: Setting | None = None) -> str:
    """The HTML of the brief of `ledger`; `setting` says how it was narrowed and what changed since the last run."""
    page = _environment().get_template("brief.html.j2").render(view=_view(ledger, setting))
    return _INDENT.sub("\n", page).lstrip()


def render_markdown(ledger: Ledger, setting: Setting | None = None) -> str:
    """The brief of `ledger` as Markdown, without its drawings: for wikis, mail and version control."""
    page = _plain_environment().get_template("brief.md.j2").render(view=_view(ledger, setting))
    return re.sub(r"\n{3,}", "\n\n", page).strip() + "\n"


def _view(ledger: Ledger, setting: Setting | None) -> View:
    return view(ledger, load_kinds(), load_agencies(), setting or Setting())


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return _with_words(Environment(loader=PackageLoader(__name__), autoescape=True, undefined=StrictUndefined))


@lru_cache(maxsize=1)
def _plain_environment() -> Environment:
    plain = Environment(loader=PackageLoader(__name__), autoescape=False, undefined=StrictUndefined)  # noqa: S701
    plain.filters["md"] = _markdown
    return _with_words(plain)


def _with_words(environment: Environment) -> Environment:
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters |= {
        "days": days,
        "day": one_day,
        "party": party,
        "place_name": place_name,
        "bound_words": bound_words,
        "quoted": quoted,
        "shortened": shortened,
        "stands": stands,
        "web": web_address,
    }
    environment.globals |= {"says": says, "quote_address": quote_address}
    return environment


def _markdown(text: str) -> str:
    """`text` on one line, with the signs that Markdown or HTML would read escaped."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", " ".join(text.split()))
