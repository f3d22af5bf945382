"""Claims that share no block are joined apart from each other, with what all of them laid side by side would give."""

import random
from collections.abc import Mapping, Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from readings_by_hand import ARMY, OBSERVATORY, Draft, count, kit, on, page, place, told

from crosswire.collate import collate
from crosswire.collate.constraints import FREE
from crosswire.collate.incidents.joining import Group, Table, joined
from crosswire.collate.incidents.pairs import surroundings
from crosswire.collate.incidents.regions import joined_by_region
from crosswire.collate.incidents.verdicts import Verdicts, signs
from crosswire.collate.memo import Memo
from crosswire.collate.populations import NOBODY
from crosswire.collate.witnesses import witnesses
from crosswire.collate.wording import wordings
from crosswire.records import Reading

_TOWNS = ("Orsha", "Talvik", "Velm", "Kolm")
_DAYS = ("2031-05-04", "2031-05-05", "2031-05-20")
_WORDS = ("market", "bridge", "school", "mortar", "brigade", "orchard", "ferry", "chapel", "quarry", "harbour")


@st.composite
def _pages(draw: st.DrawFn) -> list[Reading]:
    """Pages of a few towns that share figures, days, speakers and words by chance."""
    pages = []
    for number in range(draw(st.integers(min_value=1, max_value=8))):
        sentences = []
        for at in range(draw(st.integers(min_value=1, max_value=3))):
            draft = Draft(
                kind=draw(st.sampled_from(("killed", "injured", "struck"))),
                figure=count(draw(st.sampled_from((3, 12, 14, 40)))),
                counted="people",
                speaker=draw(st.sampled_from((None, OBSERVATORY, ARMY))),
                place=place(draw(st.sampled_from(_TOWNS))),
                when=on(draw(st.sampled_from(_DAYS))),
            )
            words = " ".join(random.Random(draw(st.integers(0, 5))).choices(_WORDS, k=5))  # noqa: S311  no secrets
            sentences.append(told(f"{number}.{at}: {draft.figure.text if draft.figure else ''} at the {words}.", draft))
        pages.append(page(f"p{number}", *sentences, published=draw(st.sampled_from(_DAYS))))
    return pages


def _table(pages: Sequence[Reading], homes: Mapping[str, str]) -> Table:
    documents = [one.document for one in pages if one.document]
    book = kit().codebook
    found = witnesses(
        documents, [claim for one in pages for claim in one.claims], (), [[one.id] for one in documents], book
    )
    around = surroundings(found, homes, NOBODY, wordings(documents, frozenset()), book.reasons)
    return Table(
        witnesses=found,
        around=around,
        kinds=book.kinds,
        reasons=book.reasons,
        settled=FREE,
        signs=signs(found.claims.values(), found, around, FREE),
        verdicts=Verdicts(around),
    )


def _shown(found: tuple[Sequence[Group], Sequence[object]]) -> tuple[list[bytes], list[bytes]]:
    groups = [msgspec.json.encode(([claim.id for claim in one.claims], one.why)) for one in found[0]]
    return sorted(groups), sorted(map(msgspec.json.encode, found[1]))


@settings(max_examples=60, deadline=None)
@given(pages=_pages(), stories=st.integers(min_value=1, max_value=4))
def test_regions_joined_apart_give_what_joining_all_gives(pages: list[Reading], stories: int) -> None:
    homes = {one.document.id: f"s-{at % stories}" for at, one in enumerate(pages) if one.document}
    table = _table(pages, homes)
    whole = joined([Group([claim], []) for claim in table.witnesses.claims.values()], table)
    memo = Memo()
    for _ in range(2):
        table = _table(pages, homes)
        units = [Group([claim], []) for claim in table.witnesses.claims.values()]
        assert _shown(joined_by_region(units, table, memo)) == _shown(whole)
        memo = Memo(memo.used)


@settings(max_examples=40, deadline=None)
@given(pages=_pages(), changes=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2)), max_size=3))
def test_claims_that_people_change_one_after_the_other_give_the_ledger_of_one_batch(
    pages: list[Reading], changes: list[tuple[int, int]]
) -> None:
    kept: dict[str, bytes] = {}
    for at, which in [(0, 9), *changes]:
        pages = [_counting_children(one, which) if number == at else one for number, one in enumerate(pages)]
        memo = Memo(kept)
        assert msgspec.json.encode(collate(pages, kit(), memo=memo)) == msgspec.json.encode(collate(pages, kit()))
        kept = memo.used


def _counting_children(reading: Reading, which: int) -> Reading:
    claims = (
        msgspec.structs.replace(claim, counted="children") if at == which else claim
        for at, claim in enumerate(reading.claims)
    )
    return msgspec.structs.replace(reading, claims=tuple(claims))


def _of_town(town: str, lines: Sequence[str], pages: int) -> list[Reading]:
    draft = Draft(kind="killed", figure=count(20), counted="people", place=place(town), when=on(_DAYS[0]))
    return [
        page(f"{town} {number}", *(told(f"{line}: 20.", draft) for line in lines), published=_DAYS[1])
        for number in range(pages)
    ]


def test_a_changed_claim_costs_what_its_own_region_costs() -> None:
    near = _of_town("Orsha", ("Shells fell on a mill by the lake", "Rescuers dug through flour all night"), 3)
    made = []
    for others in (2, 9):
        far = _of_town(
            "Talvik", ("A lorry of powder blew up on the quay", "Dockers had warned about its cargo"), others
        )
        first = Memo()
        collate([*near, *far], kit(), memo=first)
        memo = Memo(first.used)
        collate([_counting_children(near[0], 0), *near[1:], *far], kit(), memo=memo)
        made.append(memo.made)
        assert memo.made < first.made
    assert made[0] == made[1] > 0
