"""Places of the sentences around an act's own: which of them it may be at, and what speaks for and against each."""

from collections.abc import Iterator, Sequence

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.whereabouts.afar import against, fought, vast
from crosswire.read.whereabouts.ground import Ground, again
from crosswire.read.whereabouts.lying import COARSE, inside
from crosswire.read.whereabouts.several import listed
from crosswire.records import Place, Scope

_REACH = 4  # sentences from which a place is taken over
_PARAGRAPHS = 2  # of which news on the web has one for each sentence
_LEAD = 4  # sentences that open a page: what they leave open, the next ones tell
_PUT = "the words put something there"
_PASSING = frozenset(["something goes there", "somebody is brought there", "those who act are there"])
_BROUGHT = "somebody is brought there"
_SPEAKS = "somebody speaks there"
_WHOLE = 2.0  # sentences in a paragraph from which one says that its sentences belong together
_CALLED = 3  # tokens before a name in which its noun stands: "the | village of X"
_PARTS = frozenset(["district", "exact"])
_HOLDS = frozenset([_PUT, "those who answer for the place tell of it", "those who tell live there"])
_SPOTS = frozenset(["settlement", "unknown"])
_OPENS = "the sentence opens with it"
_SEAT = frozenset(["capital"])
_HALF = 2
_SINCE = 2  # sentences before a total in which its spot is named
_AFTER = 4.0  # a sentence behind counts as this many before …
_AHEAD = 0.7  # … but where the page has not yet named a spot


def tells(mention: PlaceMention, page: Ground) -> bool:
    """Whether a name may tell where something happened: a country, or a place abroad, only where something is put.

    Abroad, where somebody only speaks, nothing happened: "the ministry said in | Moscow".
    """
    at_home = mention.place.country in {page.home, None}
    if not at_home and _SPEAKS in page.standing[mention]:
        return False
    return _PUT in page.standing[mention] or (mention.place.precision != "country" and at_home)


def is_open(draft: Draft, mention: PlaceMention, page: Ground, own: Place | None, reach: Scope) -> bool:
    """Whether the act's own sentence leaves room for a place of another one, which must lie in the page's country."""
    if mention.place.country != page.home or _BROUGHT in page.standing[mention]:
        return False  # "Nine of the wounded were flown to | Belfast"
    if reach == "history":
        known = mention.sentence in page.old or page.course.one(draft.sentence, mention.sentence)
        return own is None and known and _summed_up(draft, mention, page)
    if draft.sentence in page.across and mention.place.precision not in COARSE:
        return False  # "raids across the country killed 30. | In Ariha | 12 died"
    if reach == "cumulative" and mention.place.precision not in COARSE:
        return own is None and _is_of_total(draft, mention, page)
    if own is not None and mention.sentence < draft.sentence and newly(draft, own, page):
        return False
    return own is None or inside(mention.place, own) or (_part(mention, own, page) and not listed(own, draft, page))


def _is_of_total(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether a total may be a spot's: that of a battle, of whose dead the page is about, or told of right before."""
    if mention.sentence < draft.sentence and fought(draft, page):
        return first_told(mention, page)
    about = {place.name for place in page.main} & {place.name for place in page.told.values()}
    return mention.place.name in about or _summed_up(draft, mention, page)


def _summed_up(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether it is the spot told right before a count that is no war's, on a page that is about no province."""
    last = page.before.get(draft.sentence)
    near = last is not None and draft.sentence - last <= _SINCE and mention.sentence == last
    return near and settles(mention, page) and page.area is None and not vast(draft, page)


def newly(draft: Draft, own: Place, page: Ground) -> bool:
    """Whether the act's sentence only now turns to its area, in which no place told before lies: "In | Udon, …"."""
    here = (each for each in page.named[draft.sentence] if each.place == own)
    return own.precision in COARSE and any(_OPENS in page.standing[each] for each in here)


def _part(mention: PlaceMention, town: Place, page: Ground) -> bool:
    """Whether a place can be a part of the town or a site in it: its sentence names no other town."""
    place = mention.place
    if town.precision != "settlement" or place.precision not in _PARTS or place.admin1 not in {town.admin1, None}:
        return False
    beside = [other.place for other in page.named[mention.sentence] if other.place.precision == "settlement"]
    return all(other.name == town.name for other in beside)


def there(draft: Draft, mention: PlaceMention, page: Ground, own: Place | None) -> Iterator[tuple[str, float]]:
    """The reasons, by name with their times, for or against putting an act at a place of another sentence."""
    yield "named in a sentence beside", 1.0
    yield from _apart_by(draft, mention, page, own)
    yield from ((name, 1.0) for name in _telling(draft, mention, page))
    if mention.sentence > draft.sentence and such(draft, mention, page):
        yield "the sentence tells of such a place without its name", 1.0
    elif mention.sentence > draft.sentence and not _told_of_a_spot(draft, page) and _bare(draft, mention, page):
        yield "the sentence tells of a town without its name", 1.0
    if _SPEAKS in page.standing[mention]:
        yield "somebody speaks there, in a sentence beside", 1.0
    if mention in page.echoes:
        yield "pointed back to, in a sentence beside", 1.0
    yield against(mention.place, own), 1.0


def _told_of_a_spot(draft: Draft, page: Ground) -> bool:
    """Whether the page tells the act's figure of one spot by name."""
    place = page.figures.get(again(draft, page))
    return place is not None and place.precision not in COARSE


def told_closer(draft: Draft, others: Sequence[PlaceMention], page: Ground) -> bool:
    """Whether the page told closer where it was, with no other count, since it first told the act's figure."""
    since = page.lasts.get(again(draft, page), draft.sentence)
    told = (mention.sentence for mention in others if since < mention.sentence < draft.sentence)
    last = max((at for at in told if at not in page.counts), default=None)
    return last is not None and any(mention.sentence == last and first_told(mention, page) for mention in others)


def such(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the act's sentence has "a village", and the mention names one: "the village of | X", "X | village"."""
    told = page.unnamed.get(draft.sentence)
    if told is None:
        return False
    tokens = page.sentences[mention.sentence].tokens
    return any(token.lower_ in told for token in tokens[max(0, mention.first - _CALLED) : mention.last + 1])


def _bare(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the act's sentence has "a village", and the mention is the next town or village that the page names."""
    towns = page.unnamed.get(draft.sentence, frozenset()) & page.towns
    if not towns or not _HOLDS & page.standing[mention] or _PASSING & page.standing[mention]:
        return False
    passed = (other for at in range(draft.sentence + 1, mention.sentence + 1) for other in page.named.get(at, ()))
    return next((other for other in passed if other.place.precision in _SPOTS), None) == mention


def _apart_by(draft: Draft, mention: PlaceMention, page: Ground, own: Place | None) -> Iterator[tuple[str, float]]:
    """How far the place's sentence is from the act's, and on which side."""
    steps = mention.sentence - draft.sentence
    if draft.sentence == 0 and steps > 1:
        steps -= 1  # a title is told again by the sentence behind it
    if steps < 0:
        yield "sentences before", -steps - 1.0
    elif draft.sentence < _LEAD and (own is None or own.precision == "country"):
        yield "told after a lead", 1.0
        if mention.sentence == page.after.get(draft.sentence):
            yield "in the next sentence that tells a place", 1.0
    else:
        yield "only told afterwards", 1.0
        yield "sentences after", steps - 1.0
    if steps > 0 and draft.sentence in page.before:
        yield "a place was told before", 1.0
    paragraphs = page.sentences[-1].paragraph + 1
    apart = page.sentences[mention.sentence].paragraph != page.sentences[draft.sentence].paragraph
    if apart and len(page.sentences) >= _WHOLE * paragraphs:
        yield "in another paragraph", 1.0


def _telling(draft: Draft, mention: PlaceMention, page: Ground) -> Iterator[str]:
    """What else the place's sentence tells."""
    put = (other for other in page.named[mention.sentence] if settles(other, page))
    first = next(put, None)
    if first is not None and first.place == mention.place:
        yield "the first place that its sentence tells"
    if page.figures.get(again(draft, page)) == mention.place:
        yield "the same figure is told there"
    elif mention.sentence > draft.sentence and _counts_others(draft, mention, page):
        yield "others are counted there"
    if mention.sentence in page.old and draft.sentence not in page.old:
        yield "older days are told of there"
    if draft.sentence in page.old and mention.sentence not in page.old:
        yield "newer days are told of there"


def _counts_others(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the mention's sentence counts more, or at most half as many: others, or no more than a part of them."""
    counts = [other.quantity for other in page.counts.get(mention.sentence, ()) if other.kind == draft.kind]
    told = draft.quantity.figure.low if draft.quantity else 0
    lows = [quantity.figure.low for quantity in counts if quantity]
    return bool(lows) and all(low * _HALF <= told or low > told for low in lows)


def near(sentence: Sentence, page: Ground) -> list[PlaceMention]:
    """The places of the sentences from which one may be taken over, the nearest first; those before are nearer.

    They are the same for all acts of a sentence, and found once.
    """
    if sentence.index not in page.beside:
        page.beside[sentence.index] = _found(sentence, page)
    return page.beside[sentence.index]


def _found(sentence: Sentence, page: Ground) -> list[PlaceMention]:
    start, end = max(0, sentence.index - _REACH), sentence.index + _REACH + 1
    near = [other for other in page.sentences[start:end] if abs(other.paragraph - sentence.paragraph) <= _PARAGRAPHS]
    after = _AFTER if sentence.index >= _LEAD or sentence.index in page.before else _AHEAD

    def apart(other: Sentence) -> tuple[float, int]:
        steps = other.index - sentence.index
        return (steps * after if steps > 0 else -steps), other.index

    ordered = sorted((other for other in near if other is not sentence), key=apart)
    kept = [other for other in ordered if not (turns(other, sentence, page) or _older(other, sentence, page))]
    there = [mention for other in kept for mention in page.named.get(other.index, ())]
    return [mention for mention in there if tells(mention, page) and not _seat(mention, page)]


def _older(other: Sentence, sentence: Sentence, page: Ground) -> bool:
    """Whether the other tells of an older event than that of which the sentence speaks as known: "the | attack"."""
    known = sentence.index in page.course.meant - page.old
    return known and other.index in page.old and not page.course.one(other.index, sentence.index)


def _seat(mention: PlaceMention, page: Ground) -> bool:
    """Whether it is only "the capital", which is spoken of in passing where a page tells of another place."""
    return mention in page.echoes and page.sentences[mention.sentence].tokens[mention.first].lower_ in _SEAT


def settles(mention: PlaceMention, page: Ground) -> bool:
    """Whether something is put there for good: nobody is only on the way there, or acts from there."""
    return _PUT in page.standing[mention] and not _PASSING & page.standing[mention]


def first_told(mention: PlaceMention, page: Ground) -> bool:
    """Whether it is the spot at which its sentence puts its first count, or the first spot at which its words do."""
    told = page.told.get(mention.sentence)
    if told is not None:
        return told == mention.place and told.precision not in COARSE
    put = (each for each in page.named[mention.sentence] if settles(each, page))
    return next((each.place for each in put if each.place.precision not in COARSE), None) == mention.place


def turns(told: Sentence, sentence: Sentence, page: Ground) -> bool:
    """Whether a sentence between the two leaves the place told of before: "Elsewhere, …", "In a separate attack …".

    So does what is told of a whole country or war, for what follows it.
    """
    first, last = sorted([told.index, sentence.index])
    if not page.turned.isdisjoint(range(first + 1, last + 1)):
        return True
    return told.index < sentence.index and not page.whole.isdisjoint(range(first + 1, last))
