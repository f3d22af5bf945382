"""The five pages about Aleppo: what a monitor's desk must see in them."""

import pytest
from aleppo import LINEAGE, READINGS
from readings_by_hand import OBSERVATORY, kit, names, row, texts

from crosswire.collate import compare
from crosswire.records import Ledger, Toll


@pytest.fixture(scope="module")
def found() -> Ledger:
    return compare(READINGS, LINEAGE, kit())


def test_nothing_breaks_a_check(found: Ledger) -> None:
    assert [issue.message for issue in found.issues if issue.stage == "checks"] == []


def test_the_pages_are_one_story(found: Ledger) -> None:
    assert len(found.stories) == 1


def test_a_later_total_of_one_speaker_is_an_update(found: Ledger) -> None:
    toll = _episode_toll(found, "people")
    assert (toll.low, toll.best, toll.high) == (412, 412, 412)
    assert texts(found, toll.supersedes) == ["more than 300"]
    assert not toll.disputed_by


def test_a_rounded_copy_stands_on_the_same_origin(found: Ledger) -> None:
    assert names(found, "over 412") == names(found, "over 400") == [OBSERVATORY]


def test_a_part_hangs_under_its_whole(found: Ledger) -> None:
    toll = _episode_toll(found, "civilians")
    assert {"over 412", "over 400"} & set(texts(found, toll.within))
    assert toll.best == 61


def test_history_is_in_no_incident(found: Ledger) -> None:
    history = {claim.id for claim in found.claims if claim.scope == "history"}
    assert history
    assert not history.intersection(name for incident in found.incidents for name in incident.claims)


def test_two_places_in_one_sentence_are_two_incidents(found: Ledger) -> None:
    places = {claim.id: claim.place.name for claim in found.claims if claim.place}
    killed = [incident for incident in found.incidents if incident.kind == "killed" and incident.place]
    assert all(len({places[name] for name in incident.claims}) == 1 for incident in killed)
    assert {incident.place.name for incident in killed if incident.place} == {"Aleppo", "Idlib"}


def test_strikes_and_their_victims_are_one_incident(found: Ledger) -> None:
    (incident,) = (incident for incident in found.incidents if incident.kind == "struck")
    assert [(toll.kind, toll.best) for toll in incident.tolls] == [("injured", 19), ("killed", 4), ("struck", 23)]
    assert incident.event_type == "Explosions/Remote violence"
    assert "told in one sentence" in {reason.name for reason in incident.why}


def test_a_party_counts_its_enemy_in_a_row_of_its_own(found: Ledger) -> None:
    assert row(found, "killed", "insurgents", "enemy claim").best == 300


def test_dozens_prints_no_number(found: Ledger) -> None:
    toll = row(found, "killed", "soldiers")
    assert (toll.low, toll.best, toll.high) == (None, None, None)


def test_a_lost_speaker_is_lent_and_said_so(found: Ledger) -> None:
    (page,) = (document.id for document in found.documents if document.outlet == "London Paper")
    lent = [issue for issue in found.issues if issue.stage == "origins" and issue.document == page]
    assert [issue.passage.text for issue in lent if issue.passage] == [
        "“The second city is out of the hands of the state,” he said."
    ]
    assert "names Rami Abdel Rahman" in lent[0].message
    (claim,) = (claim for claim in found.claims if claim.kind == "lost" and claim.quote.document == page)
    assert claim.said.speaker is None


def test_who_holds_the_city_and_who_says_so(found: Ledger) -> None:
    (line,) = (line for line in found.controls if line.actor == "Hayat Tahrir al-Sham")
    assert (line.place.name, line.status, line.extent, line.excepting) == (
        "Aleppo",
        "holds",
        "most",
        "the Kurdish quarters",
    )
    assert not line.contested_by
    assert {line.status for line in found.controls if line.actor == "insurgents"} == {"entered"}


def test_the_disputes_are_these(found: Ledger) -> None:
    sides = {(one.kind, *sorted(f"{side.holder}: {side.value}" for side in one.sides)) for one in found.disputes}
    sentence = "The Observatory said that the army had left Hama, which the army denied."
    assert sides == {
        ("denial", f"Syrian Observatory for Human Rights: {sentence}", f"Syrian army: {sentence}"),
        ("background", "India Desk: conflict started in 2012", "London Paper: The war began in 2011"),
        ("background", "India Desk: 140 kilometres (90 miles) south of Aleppo", "London Paper: 230km south of Aleppo"),
    }


def test_the_order_of_readings_does_not_matter(found: Ledger) -> None:
    assert compare(READINGS[::-1], LINEAGE, kit()) == found


def _episode_toll(found: Ledger, counted: str) -> Toll:
    (episode,) = (incident for incident in found.incidents if incident.kind == "episode")
    (toll,) = (toll for toll in episode.tolls if toll.counted == counted)
    return toll
