"""No number on a page that no source printed, but for those that the page marks as its own."""

import re
from pathlib import Path

import pytest
from test_brief import parsed, with_class

import crosswire.desk
from crosswire.formats import brief
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.records import Ledger
from crosswire.spine import run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")


@pytest.fixture(scope="module")
def example(kit: Kit, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    with Store.open(tmp_path_factory.mktemp("numbers") / "l.sqlite") as store:
        return run([str(_EXAMPLE)], store, kit).ledger


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
