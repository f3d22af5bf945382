"""All who travelled: "a plane carrying 75 people crashed, killing | all aboard"."""

from crosswire.codebook.numbers import Numbers
from crosswire.codebook.once import once
from crosswire.read.clues import Quantity, Tie, Trigger
from crosswire.read.ties.scene import Scene, end
from crosswire.read.voice import AUXILIARIES

_BEFALLS = frozenset(["killed", "injured"])


def all_aboard(scene: Scene, tied: dict[Quantity, Tie]) -> None:
    """Ties those who are told of as travelling to what befell all aboard, where no number stands beside it."""
    used = {tie.trigger.at for tie in tied.values()}
    for trigger in scene.triggers:
        if trigger.frame.kind in _BEFALLS and trigger.at not in used and _befell_all(scene, trigger):
            carried = [one for one in scene.quantities if one.first < trigger.first and _travels(scene, one)]
            if len(carried) == 1 and carried[0] not in tied:
                tied[carried[0]] = Tie(quantity=carried[0], trigger=trigger, how="object")


def _befell_all(scene: Scene, trigger: Trigger) -> bool:
    """Whether everybody aboard stands right behind it or, but for helpers, before it; the parse often loses them."""
    words, first = scene.tokens.lowers, trigger.first
    while first > 0 and words[first - 1] in AUXILIARIES:
        first -= 1
    passive = first < trigger.first and trigger.undergone
    return any(
        words[trigger.last : trigger.last + 1 + len(run)] == (one, *run)
        or (passive and words[max(0, first - 1 - len(run)) : first] == (one, *run))
        for one in scene.kit.language.numbers.forms("everybody")
        for run in _aboard(scene.kit.language.numbers)
    )


def _travels(scene: Scene, quantity: Quantity) -> bool:
    """Whether they are aboard: "carrying | 75 people", "with | nine people | on board"; a part of them is not."""
    population = scene.population(quantity)
    if population is None or population.things or not quantity.first:
        return False
    behind = scene.tokens.lowers[end(quantity) : end(quantity) + 2]
    before = scene.tokens.lowers[quantity.first - 1]
    led = before in scene.kit.language.acting.forms("carrying")
    return led or (before == "with" and any(behind[: len(run)] == run for run in _aboard(scene.kit.language.numbers)))


@once
def _aboard(numbers: Numbers) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in sorted(numbers.forms("aboard")))
