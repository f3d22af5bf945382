"""How firmly: the trigger stands in brackets."""

import pytest

from crosswire.kit import Kit, load_kit
from crosswire.read.clues import Sentence
from crosswire.read.parse import parse
from crosswire.read.stance import negated, stance
from crosswire.records import Passage, Stance


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def marked(text: str, kit: Kit) -> tuple[Sentence, int]:
    """The sentence without its brackets, and the bracketed token."""
    at, plain = text.index("["), text.replace("[", "").replace("]", "")
    (sentence,) = parse([(0, Passage(document="d", start=0, end=len(plain), text=plain))], kit)
    return sentence, next(token.i for token in sentence.tokens if token.idx == at)


STANCES: list[tuple[Stance, str]] = [
    ("asserts", "The raid [killed] 12 people in Hama."),
    ("asserts", "At least 12 people were [killed] and 30 wounded in the raid."),
    ("asserts", "The army said 12 soldiers had been [killed]."),
    ("asserts", "Twelve people [died] when the building collapsed."),
    ("asserts", "The [death] toll rose to 12."),
    ("asserts", "The blast claimed the [lives] of 12 people."),
    ("asserts", "A rebel group claimed responsibility for the blast that [killed] 12 people."),
    ("asserts", "The raid, which [killed] 12 people, was condemned by officials who fear more raids."),
    ("asserts", "Not only were 12 people [killed], but 30 were wounded."),
    ("asserts", "The army continued to [kill] villagers, leaving 12 dead."),
    ("asserts", "The agency warned that raids had [killed] 12 nurses."),
    ("asserts", "Officials expect aid to arrive in the town where 12 people were [killed]."),
    ("asserts", "The war has claimed 12 lives and [wounded] dozens."),
    ("alleges", "The raid reportedly [killed] 12 people."),
    ("alleges", "The rebels claimed they had killed 12 soldiers and [wounded] four."),
    ("alleges", "Twelve people were allegedly [killed] in the raid."),
    ("alleges", "The rebels claimed that 12 soldiers had been [killed]."),
    ("alleges", "The army is accused of [killing] 12 farmers."),
    ("alleges", "There were unconfirmed reports of 12 [deaths]."),
    ("alleges", "Twelve people are believed to have been [killed]."),
    ("alleges", "The rebels claimed to have [killed] 12 soldiers; the army rejected the claim."),
    ("denies", "The army did not [kill] 12 farmers."),
    ("denies", "No civilians were [killed] in the raid."),
    ("denies", "Nobody was [killed] in the raid."),
    ("denies", "None of the 12 soldiers was [killed]."),
    ("denies", "The town was taken without any [deaths]."),
    ("denies", "The army denied that 12 farmers had been [killed]."),
    ("denies", "The ministry rejected reports of 12 [deaths]."),
    ("hypothetical", "The raid could [kill] thousands of people."),
    ("hypothetical", "Hunger will [kill] 12 people a day."),
    ("hypothetical", "If 12 people are [killed], the truce is over."),
    ("hypothetical", "The militia threatened to [kill] 12 hostages."),
    ("hypothetical", "The truce is meant to prevent the [killing] of civilians."),
    ("hypothetical", "The agency warned that 12 people might [die]."),
    ("hypothetical", "As many as 12 people may have been [killed]."),
    ("hypothetical", "The warning prevented the [deaths] of 12 soldiers."),
]


# What is asked for, planned or feared tells of other things as known.
KNOWN: list[tuple[Stance, str]] = [
    ("asserts", "The 12 guards [killed] on Monday are expected to be buried today."),
    ("asserts", "A man [arrested] in Belt was ordered held for a month."),
    ("asserts", "Three men [detained] in Belt were ordered to leave."),
    ("asserts", "The guards questioned a potential bomber [detained] in Belt."),
    ("asserts", "Those [killed] in Belt are feared to be farmers."),
    ("asserts", "The gunman went on to [kill] 12 people."),
    ("asserts", "The fever went on to claim the [lives] of 44 people."),
    ("asserts", "The rebels then went on to [seize] 12 guards."),
    ("asserts", "He would flee, and the gang goes on to [wound] two guards."),
    ("hypothetical", "The gunman went to Belt to [kill] 12 people."),
    ("hypothetical", "The gang set out on Monday to [kill] 12 people."),
    ("hypothetical", "Police said it was possible that the guard [died] in the blast."),
    ("hypothetical", "It is likely that 12 people were [killed]."),
    ("hypothetical", "It is unlikely that 12 people were [killed]."),
    ("asserts", "It is clear that 12 people were [killed]."),
    ("asserts", "It was horrible that 12 people were [killed]."),
    ("alleges", "Police suspected that nine men had been [abducted]."),
    ("alleges", "He was suspected of [killing] 12 farmers."),
    ("denies", "The claims of 12 people [killed] in Belt were denied."),
    ("hypothetical", "Dozens of farmers are feared [killed]."),
    ("asserts", "The governor ordered the bank to act following Tuesday's [bombing] in Belt."),
    ("asserts", "The council urged talks after the [shelling] of Belt."),
    ("asserts", "The mayor wants an inquiry into the deal since the [attack] in Belt."),
    ("asserts", "The envoy wants the men tried for previous [bombings] in Belt."),
    ("asserts", "The envoy said Karan should prove it by handing over men wanted for past [bombings] in Belt."),
    ("asserts", "The mayor said the council must try those behind earlier [raids] on Belt."),
    ("hypothetical", "The council must try those who plan [raids] on Belt."),
    ("asserts", "The envoy demanded names of those behind recent [attacks] in Belt."),
    ("denies", "The army denied the latest [attack] in Belt."),
    ("asserts", "The envoy wanted a force to stop [fighting] in Belt."),
    ("asserts", "The envoy urged both sides to end [clashes] in Belt."),
    ("asserts", "The envoy urged the army to stop the [shelling] of Belt."),
    ("asserts", "They hope to halt [attacks] on Belt."),
    ("hypothetical", "Guards stopped a [bombing] in Belt."),
    ("hypothetical", "The army wants to stop further [attacks] on Belt."),
    ("hypothetical", "Guards stopped two [bombings] in Belt."),
]


@pytest.mark.parametrize(("expected", "text"), KNOWN)
def test_what_is_known_is_not_hoped_or_feared(expected: Stance, text: str, kit: Kit) -> None:
    assert stance(*marked(text, kit), kit) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two firms study ways to thwart missile [attacks] on Belt.",
        "Guards foiled a suicide [bombing] in Belt.",
        "Police have a handbook on countering suicide [bombers].",
        "The guards are trained to deter [raids].",
        "The main concern was a suicide [attack] in Belt.",
        "A [bombing] in Belt was the main fear.",
        "The biggest danger is an [attack] on the harbour.",
        "The guards questioned a potential suicide [bomber] in Belt.",
        "He confessed to the attempted [abduction] of six teachers.",
        "The planned [bombing] of Belt was the talk of the town.",
        "They spoke of an imminent [attack] on Belt.",
    ],
)
def test_what_is_countered_feared_or_only_attempted_has_not_happened(text: str, kit: Kit) -> None:
    assert stance(*marked(text, kit), kit) == "hypothetical"


@pytest.mark.parametrize(
    "text",
    [
        "The [attack] on Belt raised a new concern.",
        "The concern was that the [attack] on Belt had closed the road.",
        "The worst of the war was the [attack] on Belt.",
    ],
)
def test_what_has_raised_a_fear_has_happened(text: str, kit: Kit) -> None:
    assert stance(*marked(text, kit), kit) == "asserts"


@pytest.mark.parametrize(("expected", "text"), STANCES)
def test_stance_follows_the_words_around_the_trigger(expected: Stance, text: str, kit: Kit) -> None:
    assert stance(*marked(text, kit), kit) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "The raid did not [kill] anyone."),
        (True, "The raid did not [wound] or kill anyone."),
        (True, "No civilians were [killed]."),
        (True, "The raid [killed] no civilians."),
        (True, "The raid never [killed] a civilian."),
        (False, "The raid [killed] 12 civilians."),
        (False, "The raid did not hit the base but [killed] 12 civilians."),
        (False, "The army did not say who had [killed] 12 civilians."),
        (False, "The army denied that it had [killed] 12 civilians."),
    ],
)
def test_negation_is_of_the_event_itself(text: str, kit: Kit, *, expected: bool) -> None:
    assert negated(*marked(text, kit), kit.language.reporting) is expected
