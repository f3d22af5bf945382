"""Tolls, grades, battles, series, control and disputes, from the words of pages to the ledger."""

import pytest
from pipeline import figures, held, rows, told_by

from crosswire.formats.acled import rows_of

_FIFTEEN = "Fifteen people were killed in an air strike on Idlib on 3 May 2031, rescuers said."
_SINCE = "since 24 February 2031"


# parts and wholes


@pytest.mark.parametrize(
    "text",
    [
        f"{_FIFTEEN} Five of the dead were children.",
        f"{_FIFTEEN} Five of them were children.",
        "An air strike on Idlib on 3 May 2031 killed fifteen people, including five children, rescuers said.",
    ],
)
def test_a_part_is_no_toll_of_the_whole(text: str) -> None:
    found = told_by(text)
    (people,) = [toll for toll in rows(found) if toll.counted == "people"]
    assert (people.low, people.best, people.high) == (15, 15, 15)
    assert not people.disputed_by
    assert not people.supersedes
    assert not [one for one in found.disputes if one.kind == "figure"]


# documented and estimated


@pytest.mark.parametrize(
    "estimate",
    [
        f"The Harbour Institute estimates that 9,400 people have been killed in Syria {_SINCE}.",
        f"The Harbour Institute said that an estimated 9,400 people had been killed in Syria {_SINCE}.",
        f"Modelling by the Harbour Institute found that 9,400 people had been killed in Syria {_SINCE}.",
    ],
)
def test_an_estimate_stands_apart_from_a_count(estimate: str) -> None:
    count = f"The Syrian health ministry said that 6,120 people had been killed in Syria {_SINCE}."
    found = told_by(f"{count} {estimate}")
    assert sorted((toll.estimated, toll.best) for toll in rows(found)) == [(False, 6120), (True, 9400)]
    assert not any(toll.supersedes or toll.disputed_by for toll in rows(found))
    assert not found.disputes


def test_an_estimate_and_a_count_in_one_sentence_are_told_apart_by_its_contrast() -> None:
    found = told_by(
        f"The Harbour Institute estimates that 9,400 people have been killed in Syria {_SINCE}, while the Syrian "
        f"health ministry says that 6,120 people have been killed in Syria {_SINCE}."
    )
    assert sorted((toll.estimated, toll.best) for toll in rows(found)) == [(False, 6120), (True, 9400)]


# grades


@pytest.mark.parametrize(
    ("pages", "grade", "why"),
    [
        (
            ["The Russian army admitted on 4 May 2031 that its strike on Homs on 1 May had killed six civilians."],
            "confirmed",
            "says that it did it",
        ),
        (["An air strike on Homs on 1 May 2031 killed six civilians, rescuers said."], "weak", "one origin: rescuers"),
        (
            [
                "Six civilians died on 1 May 2031 when jets bombed the market in Homs, the Red Crescent reported.",
                "Rescuers worked late. An air strike on Homs on 1 May 2031 killed six civilians, the Observatory said.",
            ],
            "fair",
            "2 independent origins",
        ),
        (
            [
                (
                    "Six civilians were killed in Russian shelling of Homs on 1 May 2031, medics said. "
                    "Russia denied shelling Homs."
                ),
            ],
            "contested",
            "denied by Russian government",
        ),
    ],
)
def test_a_figure_is_graded_by_who_claims_admits_and_denies_it(pages: list[str], grade: str, why: str) -> None:
    found = told_by(*pages, policy="airwars")
    (toll,) = rows(found)
    assert [one.grade for one in toll.grades] == [grade]
    assert why in toll.grades[0].why
    assert (toll.low, toll.best, toll.high) == (6, None, 6)


@pytest.mark.parametrize(
    "later",
    [
        "The mayor of Goris denied on 6 May 2031 that 12 people had been killed in Goris on 3 May 2031.",
        "No people were killed in Goris on 3 May 2031, the mayor of Goris said.",
    ],
)
def test_a_figure_that_its_only_source_took_back_is_discounted(later: str) -> None:
    first = "Shelling killed 12 people in Goris on 3 May 2031, the mayor of Goris said."
    (toll,) = rows(told_by(first, ("2031-05-06", later), policy="airwars"))
    assert [(one.grade, one.why) for one in toll.grades] == [("discounted", "mayor of Goris took it back")]


def test_other_policies_and_claims_about_an_enemy_have_no_grade() -> None:
    text = "The army said on 4 May 2031 that its jets had killed 30 rebels in Homs."
    assert not any(toll.grades for toll in rows(told_by(text)))
    assert not any(toll.grades for toll in rows(told_by(text, policy="airwars")) if toll.policy != "airwars")


# whose fighters


def test_the_dead_of_two_armies_never_share_a_row() -> None:
    found = told_by(
        f"The Ukrainian army said that 38,500 Russian soldiers had been killed in Ukraine {_SINCE}. "
        f"About 9,000 Ukrainian soldiers have been killed in Ukraine {_SINCE}, a newspaper counted."
    )
    assert sorted((toll.side, toll.best, toll.policy) for toll in rows(found)) == [
        ("russia", 38500, "enemy claim"),
        ("ukraine", 9000, "ucdp"),
    ]
    assert not found.disputes


def test_who_looks_on_from_afar_speaks_of_no_enemy() -> None:
    found = told_by(f"The CIA said that 15,000 Russian soldiers had been killed in Ukraine {_SINCE}.")
    assert [(toll.best, toll.policy) for toll in rows(found)] == [(15000, "ucdp")]


# series


def test_the_day_of_saying_is_not_the_first_day_of_the_series() -> None:
    pages = [
        (day, f"The health ministry said on {said} that {number} people had been killed in Gaza since 7 October 2030.")
        for day, said, number in (
            ("2030-12-03", "3 December 2030", "12,410"),
            ("2031-03-03", "3 March 2031", "30,410"),
            ("2031-11-03", "3 November 2031", "41,020"),
        )
    ]
    found = told_by(*pages)
    (toll,) = rows(found)
    assert (toll.best, figures(found, toll.supersedes)) == (41020, ["12,410", "30,410"])
    assert not found.disputes


def test_totals_of_two_speakers_face_each_other_at_like_days_and_keep_their_chains() -> None:
    pages = [
        ("2031-06-01", f"The Harbour Institute said that 4,000 people had been killed in Sudan {_SINCE}."),
        ("2031-06-02", f"The Red Cedar group counted 2,100 people killed in Sudan {_SINCE}."),
        ("2031-09-01", f"The Harbour Institute said that 7,000 people had been killed in Sudan {_SINCE}."),
        ("2031-12-02", f"The Red Cedar group said that 8,200 people had been killed in Sudan {_SINCE}."),
    ]
    found = told_by(*pages)
    (toll,) = rows(found)
    assert figures(found, toll.supersedes) == ["2,100", "4,000"]
    assert [sorted(side.value for side in one.sides) for one in found.disputes] == [["2,100", "4,000"]]


# battles


def test_the_events_of_one_battle_are_linked_and_not_joined() -> None:
    found = told_by(
        "Clashes between the army and rebels broke out in Idlib on 3 May 2031 and killed 12 soldiers, the Observatory "
        "said. "
        "Federation jets carried out air strikes on Idlib on 3 May 2031 that left nine civilians dead, medics said. "
        "Shelling of Hama on 3 May 2031 killed three residents."
    )
    linked = {one.kind: [link.why for link in one.linked] for one in found.incidents}
    assert linked == {
        "clashed": ["one battle: the clash at Idlib, 2031-05-03"],
        "struck": ["one battle: the clash at Idlib, 2031-05-03"],
        "shelled": [],
    }


# denials


@pytest.mark.parametrize(
    "denial",
    [
        "The Russian defence ministry said its aircraft had not struck Idlib.",
        "Russia did not carry out air strikes in Idlib on 3 May 2031, the Russian defence ministry said.",
        "Moscow rejected the accusation that its jets had bombed Idlib.",
        "Russia denied involvement.",
    ],
)
def test_a_denial_in_other_words_makes_a_dispute(denial: str) -> None:
    claim = "Russian warplanes struck Idlib on 3 May 2031, the Observatory said."
    found = told_by(f"{claim} {denial}")
    (dispute,) = found.disputes
    assert dispute.kind == "denial"
    quoted = {one.id: one.quote.text for one in found.claims}
    assert {quoted[name] for side in dispute.sides for name in side.claims} == {claim, denial}
    assert "neither side" in dispute.settles


# control


@pytest.mark.parametrize(
    ("pages", "lines"),
    [
        (["Rebels entered Saraqib on 3 May 2031, the Observatory said."], [("rebels", "entered", False)]),
        (
            [
                "Rebels took Saraqib on 3 May 2031, the Observatory said.",
                ("2031-05-06", "Government forces retook Saraqib on 6 May 2031, the army said."),
            ],
            [("rebels", "held", False), ("government forces", "holds", False)],
        ),
        (
            ["Rebels took Saraqib on 3 May 2031, the Observatory said. The army denied that it had lost Saraqib."],
            [("rebels", "holds", True)],
        ),
        (
            [
                "Rebels captured Saraqib on 3 May 2031, the Observatory said.",
                "The army controls Saraqib, a government spokesman said on 3 May 2031.",
            ],
            [("army", "holds", True), ("rebels", "holds", True)],
        ),
    ],
)
def test_a_place_has_a_state_with_its_history(
    pages: list[str | tuple[str, str]], lines: list[tuple[str, str, bool]]
) -> None:
    assert held(told_by(*pages)) == lines


def test_a_change_that_lasts_less_than_a_day_is_a_clash_for_acled() -> None:
    found = told_by(
        "Rebels took Saraqib on 3 May 2031, the Observatory said.",
        "Government forces retook Saraqib hours later on 3 May 2031, the army said.",
    )
    assert {row.event.sub_event_type for row in rows_of(found)[0]} == {"Armed clash"}


def test_what_was_only_entered_is_no_change_for_acled() -> None:
    found = told_by("Rebels entered Saraqib on 3 May 2031, the Observatory said.")
    assert {row.event.event_type for row in rows_of(found)[0]} == {"Strategic developments"}
