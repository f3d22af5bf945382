"""Copies never raise a count: however many, however reworded, shuffled, dressed up, attributed or not."""

from collections.abc import Iterable, Sequence

import msgspec
import pytest
from copies_by_hand import FILLER, INDEPENDENT, STORY, chance, document, lineage, links, shuffled
from readings_by_hand import Draft, count, kit, on, page, place, told

from crosswire.collate import collate
from crosswire.collate.lineage import families
from crosswire.collate.memo import Memo
from crosswire.records import Copy, Document, Ledger, Reading

MONITOR = "Qarda Monitor"
TOLL = next(at for at, line in enumerate(STORY.splitlines()) if "29" in line)
TOWN, DAY = place("Tel Sarim"), on("2031-05-02")

SYNONYMS = {
    "fighters": "gunmen", "took": "seized", "town": "settlement", "people": "persons", "killed": "slain",
    "assault": "offensive", "shelling": "bombardment", "said": "stated", "most": "many", "traders": "merchants",
    "market": "bazaar", "army": "military", "residents": "inhabitants", "road": "route", "bridge": "crossing",
    "houses": "homes", "hospital": "clinic", "wounded": "injured", "north": "upper", "commander": "leader",
}  # fmt: skip
LITTLE = frozenset(
    "a an and are as at but by for from had has in it its not of on or that the them they to was were who with".split()
)
COMMON = ("people", "city", "government", "forces", "week", "officials", "attack", "area", "reported", "group")
SYLLABLES = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu")


def _spare(manner: str, word: str, *key: object) -> str:
    """What stands in the place of `word`."""
    bare = word.lower().strip(".,")
    if manner == "synonyms":
        return SYNONYMS.get(bare, "".join(SYLLABLES[int(chance("s", bare, n) * 15)] for n in range(3)))
    if manner == "news words":
        return COMMON[int(chance("news", *key) * len(COMMON))]
    if manner == "function words kept" and bare in LITTLE:
        return word
    return "".join(SYLLABLES[int(chance("random", n, *key) * 15)] for n in range(2 + int(chance("length", *key) * 3)))


def _reworded(share: float, manner: str, *key: object, text: Sequence[str] = tuple(STORY.splitlines())) -> list[str]:
    """The lines of the text with so many of its words replaced, the toll's number kept: it is what is counted."""
    lines = [line.split() for line in text]
    spots = [(row, at) for row, line in enumerate(lines) for at, word in enumerate(line) if word != "29"]
    drawn = sorted(spots, key=lambda spot: chance("share", *spot, *key))
    for row, at in drawn[: int(share * len(spots))]:
        lines[row][at] = _spare(manner, lines[row][at], row, at, *key)
    return [" ".join(line) for line in lines]


def _copy(number: int, share: float, manner: str, seed: int, *, spoken: str | None) -> Reading:
    """A copy: its sentences reworded and shuffled, under boilerplate, on another day, by another outlet."""
    lines = list(enumerate(_reworded(share, manner, number, seed)))
    if number % 2:
        lines.sort(key=lambda line: chance("shuffle", number, seed, line[0]))
    return _laid_out(number, lines, spoken)


def _laid_out(number: int, lines: Sequence[tuple[int, str]], spoken: str | None) -> Reading:
    draft = Draft(kind="killed", figure=count(29), counted="people", place=TOWN, when=DAY, speaker=spoken)
    sentences = [told(text, draft) if at == TOLL else told(text) for at, text in lines]
    if number % 3 == 0:
        sentences = [told(FILLER[0]), *sentences, told(FILLER[1])]
    credit = ("root",) if number % 4 == 1 else ()
    return page(f"copy{number:04}", *sentences, published=f"2031-05-{3 + number % 5:02}", credited=credit)


def _root() -> Reading:
    draft = Draft(kind="killed", figure=count(29), counted="people", place=TOWN, when=DAY, speaker=MONITOR)
    lines = [told(line, draft) if at == TOLL else told(line) for at, line in enumerate(STORY.splitlines())]
    return page("root", *lines, published="2031-05-02")


def _witness() -> Reading:
    draft = Draft(kind="killed", figure=count(29), counted="people", place=TOWN, when=DAY, speaker="Red Crescent")
    lines = INDEPENDENT.splitlines()
    return page(
        "other", *(told(line) for line in lines), told("The Red Crescent buried 29.", draft), published="2031-05-03"
    )


def _behind(found: Ledger) -> list[str]:
    return sorted(origin.name for origin in found.origins)


@pytest.mark.parametrize("manner", ["synonyms", "random words", "news words", "function words kept"])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.4, 0.5])
@pytest.mark.parametrize("size", [1, 2, 10])
def test_copies_never_raise_the_count_of_origins(size: int, share: float, manner: str) -> None:
    speakers = (MONITOR, None)
    copies = [_copy(number, share, manner, size, spoken=speakers[number // 2 % 2]) for number in range(size)]
    assert _behind(collate([_root(), _witness(), *copies], kit())) == [MONITOR, "Red Crescent"]


@pytest.mark.parametrize("size", [2, 25])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.5])
def test_copies_of_a_text_that_the_ledger_lacks_are_one_origin(share: float, size: int) -> None:
    copies = [_copy(number, share, "random words", 9, spoken=None) for number in range(size)]
    assert len(_behind(collate(copies, kit()))) == 1


SPELLINGS = (MONITOR, "Kardah Monitor", None, "Qardeh Monitor", "al-Qarda Monitor")


@pytest.mark.parametrize(
    ("size", "share", "dated"),
    [(2, 0.0, True), (2, 0.5, False), (10, 0.25, True), (10, 0.5, True), (10, 0.5, False), (100, 0.25, True)],
)
def test_a_name_that_copies_spell_in_their_own_way_is_one_origin(size: int, share: float, dated: bool) -> None:  # noqa: FBT001
    copies = [
        _copy(number, share, "random words", 3, spoken=SPELLINGS[number % len(SPELLINGS)]) for number in range(size)
    ]
    copies = copies if dated else [_undated(copy) for copy in copies]
    found = collate([_root(), _witness(), *copies], kit())
    (toll,) = [toll for incident in found.incidents for toll in incident.tolls if toll.kind == "killed"]
    assert len(toll.origins) == 2
    assert len(_behind(found)) == 2


def test_a_flood_gives_no_other_name_to_who_was_first() -> None:
    copies = [_copy(number, 0.1, "random words", 4, spoken="Kardeh Monitor") for number in range(12)]
    assert _behind(collate([_root(), _witness(), *copies], kit())) == [MONITOR, "Red Crescent"]


def _undated(reading: Reading) -> Reading:
    assert reading.document is not None
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, published=None))


SHORT = ("killed in the assault", "now holds the whole town", "did not withdraw from the bridge")


@pytest.mark.parametrize(("size", "share"), [(100, 0.5), (1000, 0.5)])
def test_a_flood_is_one_family_and_one_origin(size: int, share: float) -> None:
    """A thousand copies are made of three of the sentences, which costs half as much."""
    copies = []
    for number in range(size):
        lines = list(enumerate(_reworded(share, "random words", number, 5)))
        if size > 100:
            lines = [line for line in lines if any(part in STORY.splitlines()[line[0]] for part in SHORT)]
        spoken = SPELLINGS[number % len(SPELLINGS)]
        copies.append(_laid_out(number, lines[:: -1 if number % 2 else 1], spoken))
    assert _behind(collate([_root(), _witness(), *copies], kit())) == [MONITOR, "Red Crescent"]


BRIEF = (
    "At least 29 people were killed in the assault, most of them traders at the covered market, Qarda Monitor said.",
    "The front now holds the whole town, except for the grain silos on its eastern edge, the monitor added.",
)


@pytest.mark.parametrize("manner", ["synonyms", "random words", "news words", "function words kept"])
@pytest.mark.parametrize(("size", "share"), [(30, 0.3), (60, 0.5)])
@pytest.mark.parametrize("lines", [BRIEF, BRIEF[:1]], ids=["two sentences", "one sentence"])
def test_copies_of_a_text_too_short_to_prove_them_are_one_origin(
    lines: tuple[str, ...], size: int, share: float, manner: str
) -> None:
    draft = Draft(kind="killed", figure=count(29), counted="people", place=TOWN, when=DAY, speaker=MONITOR)
    root = page("root", told(lines[0], draft), *(told(line) for line in lines[1:]), published="2031-05-02")
    copies = [
        _laid_out(
            number, list(enumerate(_reworded(share, manner, number, text=lines), TOLL)), (MONITOR, None)[number % 2]
        )
        for number in range(size)
    ]
    assert _behind(collate([root, _witness(), *copies], kit())) == [MONITOR, "Red Crescent"]


def _briefly(
    lines: Sequence[str], size: int, share: float, manner: str, named: Sequence[str | None] = (None,)
) -> list[Reading]:
    """Copies of a short text, without the text."""
    return [
        _laid_out(
            number, list(enumerate(_reworded(share, manner, number, text=lines), TOLL)), named[number % len(named)]
        )
        for number in range(size)
    ]


@pytest.mark.parametrize("manner", ["random words", "news words"])
@pytest.mark.parametrize(("size", "share"), [(2, 0.3), (12, 0.5), (60, 0.5)])
@pytest.mark.parametrize("lines", [BRIEF, BRIEF[:1]], ids=["two sentences", "one sentence"])
def test_copies_of_a_short_text_that_the_ledger_lacks_are_one_origin(
    lines: tuple[str, ...], size: int, share: float, manner: str
) -> None:
    found = _behind(collate([_witness(), *_briefly(lines, size, share, manner)], kit()))
    assert len(found) == 2
    assert "Red Crescent" in found


@pytest.mark.parametrize("lines", [BRIEF, BRIEF[:1]], ids=["two sentences", "one sentence"])
def test_spellings_in_copies_of_a_short_text_that_the_ledger_lacks_are_one_origin(lines: tuple[str, ...]) -> None:
    copies = _briefly(lines, 20, 0.5, "random words", (*SPELLINGS, "Qarda Monidor", "Garda Monitor"))
    found = _behind(collate([_witness(), *copies], kit()))
    assert len(found) == 2
    assert "Red Crescent" in found


def test_who_tells_it_in_his_own_words_stays_a_witness_beside_any_flood() -> None:
    draft = Draft(kind="killed", figure=count(29), counted="people", place=TOWN, when=DAY)
    lines = [*INDEPENDENT.splitlines(), "A register that we saw in the porch of the mosque has 29 lines."]
    own = page("visitor", *(told(line) for line in lines[:-1]), told(lines[-1], draft), published="2031-05-04")
    copies = _briefly(BRIEF, 60, 0.5, "news words")
    assert len(_behind(collate([own, *copies], kit()))) == 2


@pytest.mark.parametrize("manner", ["synonyms", "random words", "news words", "function words kept"])
def test_one_by_one_is_what_one_batch_gives_of_every_flood(manner: str) -> None:
    pages = [_root(), _witness(), *(_copy(number, 0.3, manner, 6, spoken=None) for number in range(5))]
    memo, known = Memo(), list[Reading]()
    for one in pages[::-1]:
        known.append(one)
        found = collate(known, kit(), memo=memo)
    assert found == collate(pages, kit())


def _flood() -> list[Document]:
    manners = ("synonyms", "random words", "news words", "function words kept")
    pages = [
        document(
            f"copy{number:02}",
            "\n".join(_reworded(0.1 * (number % 6), manners[number % 4], number)),
            day=number % 5,
        )
        for number in range(10)
    ]
    return [*pages, document("gazette", INDEPENDENT), document("post", STORY)]


def test_removing_a_document_removes_exactly_its_edges() -> None:
    pages = _flood()
    before = lineage(pages).copies
    for gone in pages:
        after = lineage([page for page in pages if page is not gone]).copies
        kept = [copy for copy in before if gone.id not in (copy.passage.document, copy.original.document)]
        assert _ends(after) == _ends(kept)


def _ends(copies: Iterable[Copy]) -> set[tuple[str, str]]:
    return {(copy.passage.document, copy.original.document) for copy in copies}


def test_order_of_arrival_does_not_matter() -> None:
    pages = _flood()
    expected = lineage(pages)
    assert all(lineage(shuffled(pages, seed)) == expected for seed in range(4))


def test_one_by_one_is_what_one_batch_gives() -> None:
    pages, known = _flood(), list[Document]()
    for one in pages:
        known.append(one)
        found = lineage(known)
    assert found == lineage(pages)
    assert len(families(pages, found.copies)) == 2
    assert ("gazette", "post") not in links(found)
