"""How many stand behind a number, from page to ledger: who is counted once, who twice, and what stays open."""

import json

import pytest

from crosswire.collate import collate
from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Ledger, Page

POST = (
    "Smoke hung over the harbour road all morning and the buses did not run.\n\n{}\n\n"
    "Bakers in the old quarter opened late, and the school stayed shut for the week."
)
GAZETTE = (
    "Markets were empty.\n\n{}\n\n"
    "Our reporter saw two cranes lift the beams from the mill, while boys carried water up the hill in cans."
)
TEXT = (
    "{} and killed at least 12 people in a bakery queue{}. Two houses beside it fell into the street. The road to the "
    "coast was closed for hours, and nurses walked to work through the fields."
)
BARE = TEXT.format("Aircraft bombed the town of Talvik on Tuesday", "")
SPOKEN = TEXT.format("Aircraft bombed the town of Talvik on Tuesday", ", the Hill Monitor said")


def page(outlet: str, text: str, day: int = 5) -> Page:
    url = f"https://{outlet.lower()}.example/1"
    row = {"url": url, "outlet": outlet, "published": f"2032-05-{day:02}", "title": "", "text": text}
    return Page(url=url, body=json.dumps(row).encode(), media_type="application/json", outlet=outlet)


def ledger(kit: Kit, *pages: Page) -> Ledger:
    return collate([read(one, kit) for one in pages], kit)


def behind(found: Ledger, kind: str = "killed") -> list[str]:
    """The origins of what is counted, by name; one of two propositions stands twice."""
    mine = {claim.id for claim in found.claims if claim.kind == kind and claim.figure}
    return sorted(origin.name for origin in found.origins if mine.intersection(origin.claims))


def notes(found: Ledger) -> list[str]:
    return [issue.message for issue in found.issues if issue.stage == "origins"]


def test_a_speaker_quoted_by_two_agencies_is_one_origin(kit: Kit) -> None:
    found = ledger(
        kit,
        page("Post", POST.format("The Hill Monitor told Reuters that 12 people were killed in Talvik on Tuesday.")),
        page("Gazette", GAZETTE.format("Twelve people died in Talvik on Tuesday, the Hill Monitor told AFP.")),
    )
    assert behind(found) == ["Hill Monitor"]
    assert {via for claim in found.claims for via in claim.said.via} == {"Reuters", "AFP"}


def test_two_outlets_with_one_text_and_no_speaker_are_one_origin(kit: Kit) -> None:
    found = ledger(kit, page("Post", BARE), page("Gazette", f"Good morning from the harbour.\n\n{BARE}"))
    assert len(behind(found)) == 1
    (toll,) = [toll for incident in found.incidents for toll in incident.tolls]
    assert (len(toll.claims), len(toll.origins)) == (2, 1)
    assert len({origin.name for origin in found.origins}) == 1


def test_two_outlets_with_texts_of_their_own_are_two(kit: Kit) -> None:
    found = ledger(
        kit,
        page("Post", POST.format("At least 12 people were killed in Talvik on Tuesday.")),
        page("Gazette", GAZETTE.format("Twelve people died when aircraft bombed Talvik on Tuesday.")),
    )
    assert behind(found) == ["Gazette", "Post"]


def test_one_outlet_can_carry_two_origins(kit: Kit) -> None:
    both = "The Hill Monitor said 12 people were killed in Talvik on Tuesday. The White Hill clinic counted 12 dead."
    found = ledger(kit, page("Post", POST.format(both)))
    assert len(behind(found)) == 2
    assert "Hill Monitor" in behind(found)


def test_who_was_first_stays_unknown_on_one_day_and_the_speaker_is_still_one(kit: Kit) -> None:
    found = ledger(kit, page("Post", SPOKEN), page("Gazette", BARE))
    assert behind(found) == ["Hill Monitor"]
    told = [issue.message for issue in found.issues if issue.stage == "lineage"]
    assert told
    assert all("nothing tells which is older" in message for message in told)


@pytest.mark.parametrize("first", ["Post", "Gazette"])
def test_what_comes_later_took_it_from_what_came_before(kit: Kit, first: str) -> None:
    days = {"Post": 5, "Gazette": 5, first: 4}
    found = ledger(kit, page("Post", SPOKEN, days["Post"]), page("Gazette", BARE, days["Gazette"]))
    assert behind(found) == ["Hill Monitor"]
    outlets = {document.id: document.outlet for document in found.documents}
    assert {outlets[copy.original.document] for copy in found.copies} == {first}


def test_an_agency_is_one_body_whoever_names_it_and_however(kit: Kit) -> None:
    found = ledger(
        kit,
        page("Post", POST.format("Twelve people were killed in Talvik on Tuesday, Agence France-Presse reported.")),
        page("Gazette", GAZETTE.format("AFP said that 12 people died when aircraft bombed Talvik on Tuesday.")),
        page("AFP", "At least 12 people died as a shell fell on a bakery in Talvik on Tuesday. The fire was put out."),
    )
    assert len(behind(found)) == 1


def test_a_town_s_raid_told_by_the_page_is_not_the_word_of_a_woman_beside_it(kit: Kit) -> None:
    wire = (
        "Federation aircraft bombed Talvik on Tuesday. The strikes killed at least 12 people in Talvik, the Hill "
        "Monitor said.\n\nAda Roon, a teacher, said an air strike on her street killed her brother.\n\n"
        "Nurses walked to work through the fields because the buses did not run."
    )
    post = (
        "On Tuesday, Federation jets carried out air strikes that killed at least 12 people in Talvik.\n\n"
        "Because the buses did not run, nurses walked to work through the fields."
    )
    found = ledger(kit, page("Wire", wire, 4), page("Post", post))
    held = {claim: origin.name for origin in found.origins for claim in origin.claims}
    hers = {held[claim.id] for claim in found.claims if claim.said.speaker == "Ada Roon"}
    lent = {held[claim.id] for claim in found.claims if claim.said.speaker is None}
    assert hers == {"Ada Roon"}
    assert "Ada Roon" not in lent
    assert "Hill Monitor" in {held[claim.id] for claim in found.claims if claim.figure and not claim.said.speaker}
    assert not any("Roon" in note for note in notes(found))


def test_a_claim_removed_with_its_page_leaves_the_rest_as_if_it_never_came(kit: Kit) -> None:
    pages = [
        page("Post", SPOKEN, 4),
        page("Gazette", BARE),
        page("Mirror", f"Good morning from the harbour.\n\n{BARE}", 6),
        page("Echo", GAZETTE.format("The White Hill clinic counted twelve dead after the raid.")),
    ]
    readings = [read(one, kit) for one in pages]
    whole = collate(readings, kit)
    for gone in readings:
        assert gone.document is not None
        name = gone.document.id
        rest = collate([one for one in readings if one is not gone], kit)
        assert name not in {page for origin in rest.origins for page in origin.documents}
        assert _edges(rest) == {edge for edge in _edges(whole) if name not in edge}
    assert len(_edges(whole)) == 3
    assert collate(readings[::-1], kit) == whole


def _edges(found: Ledger) -> set[tuple[str, str]]:
    return {(copy.passage.document, copy.original.document) for copy in found.copies}
