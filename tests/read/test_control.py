"""Acts of control: who, what, how much, except what; and what is none."""

import pytest
from reader import only, reading

from crosswire.kit import Kit


@pytest.mark.parametrize(
    ("text", "kind", "place", "extent"),
    [
        ("The rebels now control most of Hama.", "controls", "Hama", "most"),
        ("Government forces recaptured Palmyra on Sunday.", "regained", "Palmyra", None),
        ("The army had pulled out of Hama.", "withdrew", "Hama", None),
        ("Rebel forces entered Aleppo on Friday.", "entered", "Aleppo", None),
        ("The airport of Homs is under the control of government forces.", "controls", "Homs", None),
        ("Rebels seized several towns in Idlib.", "seized", "Idlib", "part"),
        ("The army repelled an attack on Daraa.", "repelled", "Daraa", None),
        ("Jets struck Saraqib, a rebel-held town in the north.", "controls", "Saraqib", None),
        ("Jets struck Hama's rebel-held districts.", "controls", "Hama", "part"),
        ("Shells hit government held Homs.", "controls", "Homs", None),
        ("They fled to areas held by the rebels in Homs.", "controls", "Homs", "part"),
        ("Rebels captured a town in Idlib.", "seized", "Idlib", "part"),
        ("The army captured the Jobar quarter of Damascus.", "seized", "Jobar", None),
        ("Hama was shelled as the army seized the southern districts.", "seized", "Hama", "part"),
        ("Rebels captured about 5% of Hama.", "seized", "Hama", "part"),
        ("Jets struck Hama, which the rebels have held since May.", "controls", "Hama", None),
        ("Government forces drove the rebels out of Palmyra.", "lost", "Palmyra", None),
        ("The rebels were expelled from Palmyra.", "lost", "Palmyra", None),
        ("Palmyra has returned to government control.", "regained", "Palmyra", None),
        ("Palmyra remains outside the control of the army.", "lost", "Palmyra", None),
        ("The rebels remain firmly rooted in Hama.", "controls", "Hama", None),
        ("The rebels have taken Palmyra, a town in the desert.", "seized", "Palmyra", None),
        ("The army have been besieging Daraa since May.", "besieged", "Daraa", None),
        ("Nobody leaves besieged Daraa.", "besieged", "Daraa", None),
        ("The militia handed Palmyra over to the army.", "lost", "Palmyra", None),
        ("Control of Palmyra passed to the rebels in May.", "seized", "Palmyra", None),
        ("The army has retaken the old palace in Homs.", "regained", "Homs", "part"),
        ("The army had cleared the city of Palmyra of militants.", "regained", "Palmyra", None),
        ("The army now has full control over the villages in Idlib.", "controls", "Idlib", "part"),
        ("The offensive to break through lines in Hama was repelled by soldiers.", "repelled", "Hama", None),
        ("The army repelled attacks near Palmyra.", "repelled", "Palmyra", None),
        ("The rebels foiled an attempt by the army to enter Hama.", "repelled", "Hama", None),
        ("The army tightened the noose around Hama.", "besieged", "Hama", None),
        ("The army shelled areas still in rebel hands in Hama.", "controls", "Hama", "part"),
        ("Hama is one of the last towns still in rebel hands.", "controls", "Hama", None),
        ("Palmyra is divided between the rebels and the army.", "contested", "Palmyra", None),
        ("Both sides claim control of Palmyra.", "contested", "Palmyra", None),
        ("The town of Palmyra fell into rebel hands.", "seized", "Palmyra", None),
        ("The army partially controls Hama.", "controls", "Hama", "part"),
        ("Hama is now entirely in government hands.", "controls", "Hama", "all"),
        ("Jets bombed rebel areas of Hama.", "controls", "Hama", None),
        ("The army was forced to withdraw from Palmyra.", "withdrew", "Palmyra", None),
    ],
)
def test_control(text: str, kind: str, place: str, extent: str | None, kit: Kit) -> None:
    claim = only(f"{text} Nothing else is known from Syria.", kit, kind)
    assert claim.place is not None
    assert (place in f"{claim.place.text}, {claim.place.name}", claim.extent) == (True, extent)


def test_exception_is_kept_in_the_words_of_the_page(kit: Kit) -> None:
    text = "The rebels control most of Aleppo, Syria, except for the districts that Kurdish forces kept."
    claim = only(text, kit, "controls")
    assert claim.excepting == "the districts that Kurdish forces kept"


@pytest.mark.parametrize(
    "text",
    [
        "The minister held talks in Damascus.",
        "Rebels captured a tank in Hama.",
        "Police seized ten rifles in Homs.",
        "Two men held in Hama were freed.",
        "Rebels took part in the battle for Hama.",
        "The clan has ruled Syria for decades.",
        "The rebels advanced to within five kilometres of Hama.",
        "The army took 30 prisoners in Hama.",
        "Militants captured 27 schoolgirls in Hama.",
        "The rebels are within shelling range of Hama.",
        "Residential areas in Homs were hit.",
        "The state-run agency reported blasts in Homs.",
    ],
)
def test_no_control(text: str, kit: Kit) -> None:
    assert [claim.kind for claim in reading(text, kit).claims if claim.kind in {"controls", "seized"}] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Palmyra has been under rebel control since May.", "rebels"),
        ("The alliance encircled Palmyra.", "alliance"),
        ("The Syrian army said it had recaptured Palmyra.", "Syrian army"),
        ("Palmyra was seized by the alliance.", "alliance"),
        ("Monitors said they had recaptured Palmyra.", None),
        ("About 20,000 soldiers, guerrillas and tribesmen seized Palmyra.", "soldiers, guerrillas and tribesmen"),
        ("Palmyra was seized by soldiers and tribal fighters.", "soldiers and tribal fighters"),
        ("The Syrian army attacked on Friday. The forces recaptured Palmyra.", "Syrian army"),
        ("The alliance and the Syrian army fought. The forces recaptured Palmyra.", "Syrian army"),
        ("The army-backed forces recaptured Palmyra.", "army-backed forces"),
    ],
)
def test_who_acts_is_named_as_the_page_names_him(text: str, actor: str | None, kit: Kit) -> None:
    kinds = {"controls", "seized", "regained", "besieged"}
    claims = [
        claim for claim in reading(f"{text} Nothing else is known from Syria.", kit).claims if claim.kind in kinds
    ]
    assert [claim.doer for claim in claims] == [actor]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Officials denied claims about winning back the town of Palmyra.", "denies"),
        ("The army was unable to retake the city of Palmyra.", "hypothetical"),
    ],
)
def test_what_was_wished_or_denied_did_not_happen(text: str, stance: str, kit: Kit) -> None:
    claims = [c for c in reading(text, kit).claims if kit.codebook.kinds.kind[c.kind].family == "control"]
    assert [claim.said.stance for claim in claims] == [stance]


def test_who_announces_that_his_forces_withdraw_withdraws(kit: Kit) -> None:
    assert only("The army announced a partial withdrawal of its forces from Palmyra.", kit, "withdrew").actor == "army"


def test_residents_hold_no_ground(kit: Kit) -> None:
    claims = reading("Residents entered Palmyra in Syria on Monday.", kit).claims
    assert [claim.kind for claim in claims if claim.kind == "entered"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The army has lifted the siege of Daraa.",
        "Jets struck the former rebel stronghold of Daraa.",
        "Raids hit the Daesh group's former stronghold of Raqqa, the Syrian Observatory for Human Rights said.",
        "The army has taken the town.",
    ],
)
def test_what_is_over_or_points_nowhere_holds_no_ground(text: str, kit: Kit) -> None:
    assert [c.kind for c in reading(text, kit).claims if kit.codebook.kinds.kind[c.kind].family == "control"] == []


@pytest.mark.parametrize(
    ("text", "kind", "place", "actor"),
    [
        (
            "The Islamic State group claimed it had wrested control of Hama's airport.",
            "seized",
            "Hama",
            "Islamic State",
        ),
        ("The rebels took almost complete military control of Hama.", "seized", "Hama", "rebels"),
        ("The rebels gained control over the town of Hama.", "seized", "Hama", "rebels"),
        ("The fall of Hama to the rebels surprised many.", "seized", "Hama", "rebels"),
        ("The rebels claimed the capture of Hama on Sunday.", "seized", "Hama", "rebels"),
        ("The town of Hama is back in the hands of the junta.", "controls", "Hama", "junta"),
        ("Fighting went on around Hama, which the rebels say they have captured.", "seized", "Hama", "rebels"),
        ("Raids hit Hama — a rebel stronghold.", "controls", "Hama", "rebels"),
        ("Nine died in raids on rebel-held areas of Syrias Hama.", "controls", "Hama", "rebels"),
    ],
)
def test_turns_of_phrase_that_tell_of_control(text: str, kind: str, place: str, actor: str, kit: Kit) -> None:
    claim = only(text, kit, kind)
    assert (claim.place and claim.place.text, claim.doer) == (place, actor)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels are on the verge of capturing Hama.",
        "The start of operations to retake Palmyra was put off.",
        "The army wants to take Palmyra.",
        "Israel is willing to withdraw from southern Lebanon.",
        "The rebels sought to take another hill.",
        "Troops fought to prevent a march on Palmyra.",
    ],
)
def test_a_goal_is_no_claim_of_control(text: str, kit: Kit) -> None:
    assert [c.kind for c in reading(text, kit).claims if kit.codebook.kinds.kind[c.kind].family == "control"] == []


def test_people_who_enter_take_nothing(kit: Kit) -> None:
    assert not reading("Foreigners had entered Syria from the south on Friday.", kit).claims


@pytest.mark.parametrize(
    "text",
    [
        "Medics work in rebel-held areas.",
        "Gunmen stormed a village near Kano.",
        "Rebels held a ceremony in Goma.",
        "They held talks in Geneva.",
        "Aid trucks entered Gaza on Tuesday.",
        "Two nurses held by rebels in Donetsk were freed.",
        "Fighters withdrew from talks in Doha.",
        "Ethiopia withdrew its ambassador from Mogadishu.",
        "The army beat back protesters in Conakry.",
        "The palace in Colombo was surrounded by protesters.",
        "A town surrounded by hills, Gorazde lies on the Drina.",
        "Rebels captured ten in Goma.",
        "The rebels pulled back to Goma.",
        "The militia left Goma in ruins.",
        "The minister left Goma on Monday.",
    ],
)
def test_nobody_takes_or_leaves_ground(text: str, kit: Kit) -> None:
    assert [c.kind for c in reading(text, kit).claims if kit.codebook.kinds.kind[c.kind].family == "control"] == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Mostar was split between rebel control in the west and government control there.", {"rebels"}),
        ("The rebels want to defend the land they hold in Goma.", {"rebels"}),
        ("M23 has been on the march. It has taken control of Rutshuru.", {"M23"}),
        ("Azerbaijani forces shelled Armenian-controlled Kalbajar.", {"Armenian"}),
        ("Rutshuru was taken from the rebels by the army.", {"army"}),
    ],
)
def test_who_holds_it(text: str, actors: set[str | None], kit: Kit) -> None:
    kinds = {"controls", "seized"}
    assert {claim.doer for claim in reading(text, kit).claims if claim.kind in kinds} >= actors


def test_a_place_behind_another_verb_is_not_taken(kit: Kit) -> None:
    text = "Troops have captured the towns of Bama and Baga and are advancing on Kukawa, the army said."
    assert {claim.place.text for claim in reading(text, kit).claims if claim.place and claim.kind == "seized"} == {
        "Bama",
        "Baga",
    }
