"""Labels: what a speaker calls somebody, such as "terrorists", is no name and is not shown as one."""

from crosswire.codebook.numbers import Numbers
from crosswire.codebook.once import once

_CALLED = "those called"  # how the codebook names populations that only a speaker's word makes


def labelled(name: str | None, numbers: Numbers) -> str | None:
    """The name; for a mere label `those called “terrorists”`: the claim shows whose word that is."""
    if name is None or name != name.lower() or _labels(numbers).isdisjoint(name.split()):
        return name
    return f"{_CALLED} “{name}”"


@once
def _labels(numbers: Numbers) -> frozenset[str]:
    called = (population for population in numbers.population if population.name.startswith(_CALLED))
    return frozenset(form for population in called for noun in population.nouns for form in noun.split("/"))
