"""Labels: what a speaker calls somebody, such as "terrorists", is no name and is not shown as one."""

from collections.abc import Sequence

from crosswire.codebook.actors import Actor, Actors
from crosswire.codebook.lexicon import lexicon, spell, ultimate
from crosswire.codebook.numbers import Numbers
from crosswire.codebook.once import once
from crosswire.read.clues import Party

_CALLED = "those called"  # how the codebook names populations that only a speaker's word makes
_FIGHTING = frozenset({"rebel_group", "militia"})
_STATE = frozenset({"government", "state_forces", "police"})


def labelled(name: str | None, numbers: Numbers) -> str | None:
    """The name; for a mere label `those called “terrorists”`: the claim shows whose word that is."""
    if name is None or not _is_label(name, numbers):
        return name
    return f"{_CALLED} “{name}”"


def enemy(
    name: str | None, speaker: str | None, parties: Sequence[Party], actors: Actors, numbers: Numbers
) -> str | None:
    """Whom a state means by its label: the one armed body of its country that the page names; else as `labelled`.

    Only for those who act, and only as the word of the claim's speaker: of the dead a label says nothing but itself.
    Where the page also speaks of rebels in general, or of a second body, none is meant.
    """
    shown = labelled(name, numbers)
    state = _known(ultimate(speaker, actors), actors) if speaker else None
    if shown == name or state is None or state.kind not in _STATE:
        return shown
    fighting = {party.name for party in parties if party.kind in _FIGHTING}
    body = _known(next(iter(fighting)), actors) if len(fighting) == 1 else None
    if body is None or state.side == body.side or {*state.country}.isdisjoint(body.country):
        return shown
    return body.name


def _known(name: str, actors: Actors) -> Actor | None:
    found = lexicon(actors).canonical.get(" ".join(spell(name)[0]))
    return found.actor if found else None


def _is_label(name: str, numbers: Numbers) -> bool:
    return name == name.lower() and not _labels(numbers).isdisjoint(name.split())


@once
def _labels(numbers: Numbers) -> frozenset[str]:
    called = (population for population in numbers.population if population.name.startswith(_CALLED))
    return frozenset(form for population in called for noun in population.nouns for form in noun.split("/"))
