import textwrap

from cleaner import A, B, C, cleaned
from reader import counts, page

from crosswire.kit import Kit
from crosswire.read import read

_WRAPPED = "Front leaves Tolbo\n\n" + "\n\n".join(textwrap.fill(line, 60) for line in (f"{A} {B}", f"{C} {A}"))


def test_sentences_run_over_the_lines_of_wrapped_text_and_stay_verbatim(kit: Kit) -> None:
    assert counts(_WRAPPED, kit) == counts(f"{A} {B}\n\n{C} {A}", kit) != []
    found = read(page(_WRAPPED), kit)
    assert found.document is not None
    for claim in found.claims:
        assert found.document.text[claim.quote.start : claim.quote.end] == claim.quote.text
    assert any("\n" in claim.quote.text for claim in found.claims)


def test_wrapped_text_has_its_title_and_all_of_its_lines(kit: Kit) -> None:
    found = cleaned(_WRAPPED, kit)
    assert (found.title, found.text, found.removed) == ("Front leaves Tolbo", _WRAPPED, ())
    assert cleaned(_WRAPPED.split("\n\n", 1)[1], kit).title == ""


def test_a_title_behind_its_date_is_a_sentence_of_its_own(kit: Kit) -> None:
    title = "Front Fires Shells at Tolbo Kills 3 Wounds 20"
    body = "Militants of the Front fired shells at Tolbo leaving 3 clerks killed and 20 others wounded."
    for stamp in ("05-02-2031 ", "Posted on May 5 2031 by Jan Ox ", ""):
        found = read(page(f"{stamp}{title} {body}", title=title), kit)
        quotes = {claim.quote.text for claim in found.claims if claim.counted == "clerks"}
        assert quotes == {body}, stamp
        assert {claim.counted for claim in found.claims if claim.kind == "injured"} == {"people", "clerks"}
