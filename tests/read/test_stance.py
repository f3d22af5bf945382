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
    assert negated(*marked(text, kit)) is expected
