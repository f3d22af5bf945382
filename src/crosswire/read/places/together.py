"""Places for which one count is given: "23 strikes in Aleppo and nearby Idlib" is told of both, of neither alone."""

from collections.abc import Sequence
from itertools import pairwise

from crosswire.codebook.places import Places
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.records import Place

_LINKS = frozenset([",", "and", "&", "the", "in", "both", "of"])


def together(sentence: Sentence, mentions: Sequence[PlaceMention], words: Places) -> PlaceMention | None:
    """The one mention that several coordinated ones make, or none if they are no such list.

    It has neither id nor coordinates: its name lists the places, its text is what the page wrote, country and province
    are those that all share.
    """
    ordered = sorted(mentions, key=lambda mention: mention.first)
    if len({mention.place.id or mention.place.name for mention in ordered}) < len(ordered) or len(ordered) <= 1:
        return None
    countries = [mention.place.precision == "country" for mention in ordered]
    if any(countries) != all(countries) or not _listed(sentence, ordered, words):
        return None
    first, last = ordered[0].first, ordered[-1].last
    names = [mention.place.name for mention in ordered]
    start, end = sentence.span(first, last)
    lands = {mention.place.country for mention in ordered}
    provinces = {mention.place.admin1 for mention in ordered}
    place = Place(
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        text=sentence.tokens.text[start - sentence.start : end - sentence.start],
        country=lands.pop() if len(lands) == 1 else None,
        admin1=provinces.pop() if len(provinces) == 1 else None,
    )
    return PlaceMention(sentence=sentence.index, first=first, last=last, place=place)


def links(words: Places) -> frozenset[str]:
    """What may stand between two places of a list."""
    return _LINKS | words.forms("neighbouring")


def _listed(sentence: Sentence, ordered: Sequence[PlaceMention], words: Places) -> bool:
    """Whether only commas, "and" and "nearby" stand between the places, and an "and" before the last."""
    gaps = [[token.lower_ for token in sentence.tokens[left.last : right.first]] for left, right in pairwise(ordered)]
    return all(links(words).issuperset(gap) for gap in gaps) and bool({"and", "&"} & set(gaps[-1]))
