"""Where a counted act happened: by its own words, else by its sentence, else by the sentences beside it, or nowhere.

`ground` gathers what a page's acts can be put on, once a page; `place` puts one act on it.
"""

from crosswire.read.clues import Draft, Sentence
from crosswire.read.whereabouts.ground import Ground, figure, ground
from crosswire.read.whereabouts.nearness import COARSE, inside, narrowest, own_place
from crosswire.records import Place, Scope

__all__ = ["Ground", "ground", "place"]

_REACH = 3  # sentences from which a place is taken over
_LEAD = 4  # sentences that open a page: what they leave open, the next ones tell
_AFTER = 4.0  # a sentence behind counts as this many before …
_AHEAD = 0.7  # … but where the page has not yet named a spot
_OPENING = 12  # tokens of a sentence in which it may turn to another place


def place(draft: Draft, reach: Scope, page: Ground) -> Place | None:
    """The place in the act's own grammar; for a count else the best of its sentence, else of the sentences beside it.

    A figure that names no spot is at the spot where the page tells the same figure again. What opens a page and names a
    country alone is at the spot that the next sentences tell. A total or a piece of history takes from other sentences
    only the country that the page is about.
    """
    if draft.place is not None or not draft.located:
        return draft.place.place if draft.place else None
    sentence = page.sentences[draft.sentence]
    own = own_place(sentence, draft, page.named.get(draft.sentence, ()), page.put)
    if own is not None and own.precision not in COARSE:
        return own
    if reach != "incident":
        return own or page.country
    same = page.figures.get(figure(draft) or ("", 0))
    if same is not None and (own is None or inside(same, own)):
        return same
    lead = sentence.index < _LEAD and (own is None or own.precision == "country")
    if (own is not None and not lead) or _turns(sentence, page):
        return own
    return _beside(sentence, own, page)


def _beside(sentence: Sentence, own: Place | None, page: Ground) -> Place | None:
    """The nearest spot that the sentences beside tell; failing that the nearest area, or what the sentence has."""
    told = [place for at in _near(sentence, page) if (place := _of(at, page)) is not None]
    fitting = [place for place in told if place.country == page.home and (own is None or inside(place, own))]
    return next((place for place in fitting if place.precision not in COARSE), next(iter(fitting), own))


def _near(sentence: Sentence, page: Ground) -> list[int]:
    """The sentences from which a place may be taken over, the nearest first."""
    near = [
        other
        for other in page.sentences[max(0, sentence.index - _REACH) : sentence.index + _REACH + 1]
        if other is not sentence and abs(other.paragraph - sentence.paragraph) <= 1
    ]
    opened = page.opened is not None and page.opened < sentence.index
    after = _AFTER if opened or sentence.index >= _LEAD else _AHEAD

    def apart(other: Sentence) -> tuple[float, int]:
        steps = other.index - sentence.index
        return (steps * after if steps > 0 else -steps), other.index

    return [other.index for other in sorted(near, key=apart)]


def _of(at: int, page: Ground) -> Place | None:
    """The place of another sentence: of its first count, else the first at which its words put something."""
    if at in page.told:
        return page.told[at]
    here = page.named.get(at, ())
    put = [mention for mention in here if mention in page.put]
    return narrowest(page.sentences[at], put[0], here).place if put else None


def _turns(sentence: Sentence, page: Ground) -> bool:
    """Whether the sentence leaves the place told of before: "Elsewhere, …", "In a separate attack …"."""
    return any(token.lower_ in page.elsewhere for token in sentence.tokens[:_OPENING])
