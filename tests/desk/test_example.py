"""The example's ledger is the one that stands in `tests/desk/example/ledger.txt`, a text that an editor can read."""

from difflib import unified_diff
from pathlib import Path

import crosswire.desk
from crosswire.formats.plain import render
from crosswire.kit import Kit
from crosswire.ledger.store import Store
from crosswire.spine import run

_EXAMPLE = Path(crosswire.desk.__file__).parent / "example"
_EXPECTED = Path(__file__).parent / "example" / "ledger.txt"
_MEANT = (
    "If the change is meant: crosswire demo, then "
    "crosswire export --to plain --ledger crosswire-demo/ledger.sqlite --out tests/desk/example"
)


def test_the_example_gives_the_expected_ledger(kit: Kit, tmp_path: Path) -> None:
    with Store.open(tmp_path / "l.sqlite") as store:
        made = render(run([str(_EXAMPLE)], store, kit).ledger).splitlines()
    expected = _EXPECTED.read_text(encoding="utf-8").splitlines()
    changes = list(unified_diff(expected, made, "expected", "made", lineterm="", n=1))
    assert not changes, "\n".join([_MEANT, *changes])
