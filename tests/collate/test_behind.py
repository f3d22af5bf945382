"""What stands behind claims: origins, and beside them the texts and the named speakers of which they are made."""

from collections.abc import Sequence

import pytest

from crosswire.collate.lineage import families
from crosswire.collate.origins.behind import Behind, behind, ground
from crosswire.records import Attribution, Claim, Copy, Document, Ledger, Origin, Passage, Run

_WORDS = "Nine people were killed in Tarsk."
_MORE = "The road to the north stayed shut, the mill stood still and no train ran."
_COPIED = [("b", "a", _WORDS)]
_ELSEWHERE = [("b", "a", _MORE)]
_RUN = Run(version="0", codebook="c", gazetteer="g", models=(), policy="ucdp")


def _page(name: str) -> Document:
    return Document(id=name, url=name, outlet=name, title="", text=f"{_WORDS} {_MORE}", language="en")


def _quote(page: str, text: str = _WORDS) -> Passage:
    start = f"{_WORDS} {_MORE}".index(text)
    return Passage(document=page, start=start, end=start + len(text), text=text)


def _claim(key: str, speaker: str | None) -> Claim:
    """A claim whose id begins with its page's letter."""
    return Claim(id=key, kind="killed", quote=_quote(key[0]), said=Attribution(speaker=speaker), rule="")


def _origin(name: str, claims: Sequence[str]) -> Origin:
    return Origin(id=f"o-{name}", name=name, claims=tuple(claims), documents=tuple(sorted({c[0] for c in claims})))


def _copy(made: str, source: str, text: str) -> Copy:
    return Copy(passage=_quote(made, text), original=_quote(source, text), likeness=1.0, kind="verbatim")


def _behind(
    said: dict[str, str | None], origins: dict[str, Sequence[str]], copies: Sequence[tuple[str, str, str]] = ()
) -> Behind:
    """What stands behind the claims `said` (speaker by claim), which rest on `origins`."""
    ledger = Ledger(
        run=_RUN,
        documents=tuple(_page(name) for name in sorted({key[0] for key in said})),
        claims=tuple(_claim(key, speaker) for key, speaker in said.items()),
        copies=tuple(_copy(*one) for one in copies),
        origins=tuple(_origin(name, claims) for name, claims in origins.items()),
    )
    return behind(said, ground(ledger, families(ledger.documents, ledger.copies)))


@pytest.mark.parametrize(
    ("what", "said", "origins", "copies", "counts"),
    [
        ("one page in its own name", {"a1": None}, {"a": ["a1"]}, [], (1, 1, 0, 1)),
        ("a copy of it", {"a1": None, "b1": None}, {"a": ["a1", "b1"]}, _COPIED, (1, 1, 0, 2)),
        ("a speaker in two texts", {"a1": "Clinic", "b1": "Clinic"}, {"Clinic": ["a1", "b1"]}, [], (1, 2, 1, 2)),
        ("two on one page", {"a1": "Clinic", "a2": "army"}, {"Clinic": ["a1"], "army": ["a2"]}, [], (2, 1, 2, 1)),
        ("a copy that lost the speaker", {"a1": "Clinic", "b1": None}, {"Clinic": ["a1", "b1"]}, _COPIED, (1, 1, 1, 2)),
        ("one, a page by itself", {"a1": "Clinic", "b1": None}, {"Clinic": ["a1"], "b": ["b1"]}, [], (2, 2, 1, 2)),
        ("pages of one text, other words", {"a1": None, "b1": None}, {"a": ["a1", "b1"]}, _ELSEWHERE, (1, 1, 0, 2)),
    ],
)  # fmt: skip
def test_texts_and_named_speakers_are_counted_beside_the_origins(
    what: str,
    said: dict[str, str | None],
    origins: dict[str, Sequence[str]],
    copies: Sequence[tuple[str, str, str]],
    counts: tuple[int, int, int, int],
) -> None:
    found = _behind(said, origins, copies)
    assert (what, found.origins, found.texts, found.named, found.documents) == (what, *counts)


def test_one_body_is_one_however_many_propositions_it_makes() -> None:
    found = _behind({"a1": "Clinic", "b1": "Clinic"}, {"Clinic": ["a1"]})
    other = _behind({"a1": "Clinic", "b1": "Clinic"}, {"Clinic": ["a1", "b1"]})
    assert found.names == other.names == found.speakers == ("Clinic",)


def test_a_claim_that_the_ledger_lacks_counts_for_nothing() -> None:
    ledger = Ledger(run=_RUN)
    assert behind(["a1"], ground(ledger, ())) == Behind(names=(), speakers=(), texts=0, documents=0)
