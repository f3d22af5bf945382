"""The closer spot of an act of which only the area is told: where the page tells the same event by its spot."""

from collections.abc import Iterator, Sequence

from crosswire.read.clues import Draft, PlaceMention
from crosswire.read.whereabouts.beside import first_told, newly, such, turns
from crosswire.read.whereabouts.events import lies, spots
from crosswire.read.whereabouts.ground import Ground, figure
from crosswire.read.whereabouts.lying import COARSE
from crosswire.read.whereabouts.several import listed
from crosswire.records import Place, Scope

_BEFORE, _BEHIND = 6, 12  # sentences around an act in which its closer spot is looked for
_FAR = 4  # sentences behind an act from which a spot is far away
_AROUND = "it tells where a closer place lies"
_LEAD = 4  # sentences that open a page
_LED = 3  # tokens of "different parts of"
_CALLED = 2  # tokens before a name that call it a town: "village of | X"
_DOUBTS = {
    "a landmark only": "closer: it only tells where another lies",
    "somebody is brought there": "closer: somebody is brought there",
    "those who act are there": "closer: those who act are there",
    _AROUND: "closer: another closer still is named in it",
}


def closer(place: Place, draft: Draft, reach: Scope, page: Ground) -> Place:
    """The spot inside the place for which most reasons speak, if they outweigh those against it; else the place."""
    best, most = place, 0.0
    for mention, reasons in candidates(place, draft, reach, page):
        weight = sum([page.weights[name] for name in reasons])
        if weight > most:
            best, most = mention.place, weight
    return best


def candidates(place: Place, draft: Draft, reach: Scope, page: Ground) -> Iterator[tuple[PlaceMention, Sequence[str]]]:
    """The spots around the act that lie in its place, each with the reasons for and against it."""
    if not _open(place, page) or _scattered(place, draft, page):
        return
    start, end = max(0, draft.sentence - _BEFORE), draft.sentence + _BEHIND + 1
    around = (each for at in range(start, end) for each in page.named.get(at, ()))
    inside = [each for each in around if lies(each.place, place, page) and not _parted(place, draft, each, page)]
    if not inside:
        return
    named = {each.place.name for at in range(start, end) for each in spots(at, page) if lies(each.place, place, page)}
    event = page.course.spots.get(page.course.event[draft.sentence], ())
    told = [spot.place.name for spot in event if lies(spot.place, place, page)]
    shared = [*_area(place), *_scope(draft, reach, page)]
    if listed(place, draft, page):
        shared.append("closer: other places are told beside it")
    for mention in inside:
        reasons = [
            *shared,
            *_apart(draft, mention, page),
            *_there(draft, mention, page),
            *_event(draft, mention, told, page),
        ]
        if mention.place.name in page.inner.get(place.name, ()):
            reasons.append("closer: the page says that it lies there")
        if named == {mention.place.name}:
            reasons.append("closer: the page names no other")
        yield mention, reasons


def _open(place: Place, page: Ground) -> bool:
    """Whether a place leaves room for a closer one: no site does, and no unlisted village; "west of X" does."""
    if place.precision in COARSE or place.name in page.inner:
        return True
    if place.precision == "exact" or place.text.rpartition(" ")[2].lower() in page.sites:
        return False
    return place.precision != "unknown" or place.text[:1].islower()


def _scattered(place: Place, draft: Draft, page: Ground) -> bool:
    """Whether the act's sentence puts it at several spots of the place: "clashes in different parts of | Mali"."""
    tokens = page.sentences[draft.sentence].tokens
    for mention in page.named.get(draft.sentence, ()):
        before = tokens[max(0, mention.first - _LED) : mention.first]
        if mention.place is place and len(before) == _LED and before[-1].lower_ == "of":
            return before[1].tag_ == "NNS" and before[0].tag_ == "JJ" and before[1].lower_ not in page.towns
    return False


def _parted(place: Place, draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the words part the two: the mention encloses another spot, or the act's sentence turns to the place."""
    if _AROUND in page.standing[mention] and (place.precision not in COARSE or mention.sentence == draft.sentence):
        return True
    stated = mention.place.name in page.inner.get(place.name, ())
    if place.precision == "settlement" and _is_town(mention, page) and not stated:
        return True  # a village is no part of a town
    if mention.sentence == draft.sentence and _is_of_another(draft, mention, page):
        return True
    return mention.sentence < draft.sentence and newly(draft, place, page)


def _is_of_another(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the spot is another's: "16 died in | Dora and 73 in Sadr City", "15 died in Hama and six in | Atareb"."""
    tokens = page.sentences[draft.sentence].tokens
    for other in page.counts.get(draft.sentence, ()):
        placed = any(token.tag_ == "IN" for token in tokens[draft.last : other.first])
        if other.first < mention.first < draft.first or (placed and draft.last <= other.first < mention.first):
            return True
    return False


def _is_town(mention: PlaceMention, page: Ground) -> bool:
    """Whether the words call an unlisted spot a town or village: "the | village of X"."""
    tokens = page.sentences[mention.sentence].tokens
    called = tokens.lowers[max(0, mention.first - _CALLED) : mention.first]
    return mention.place.precision != "settlement" and called[1:] == ("of",) and called[0] in page.towns


def _area(place: Place) -> Iterator[str]:
    yield "closer: another sentence names a spot in it"
    if place.precision == "country":
        yield "closer: only a country is told"
    elif place.precision == "admin1":
        yield "closer: only a province is told"


def _scope(draft: Draft, reach: Scope, page: Ground) -> Iterator[str]:
    """What speaks for a figure of more than one event, which stays with the area."""
    at = draft.sentence
    if reach == "cumulative":
        yield "closer: a total"
    elif reach == "history":
        yield "closer: told as history"
    if at in page.whole:
        yield "closer: the whole country is spoken of"
    if at in page.course.plural:
        yield "closer: more than one act or place is told"
    if at in page.course.several:
        yield "closer: several acts or places are counted"
    if at in page.course.spans:
        yield "closer: days or weeks are told together"


def _apart(draft: Draft, mention: PlaceMention, page: Ground) -> Iterator[str]:
    """How the spot's sentence stands to the act's."""
    steps = mention.sentence - draft.sentence
    if steps == 0:
        yield "closer: its own sentence names it"
    elif steps > _FAR:
        yield "closer: named far behind"
    elif steps > 1:
        yield "closer: named some sentences behind"
    elif steps < -1:
        yield "closer: named some sentences before"
    if steps > 0 and draft.sentence < _LEAD:
        yield "closer: told after a lead"
    if draft.sentence == 0:
        yield "closer: a heading leaves it open"
    if mention.sentence == page.after.get(draft.sentence):
        yield "closer: the next sentence that tells a spot"
    if steps and turns(page.sentences[mention.sentence], page.sentences[draft.sentence], page):
        yield "closer: the page turns away in between"
    if mention.sentence in page.old and draft.sentence not in page.old:
        yield "closer: older days are told of there"


def _there(draft: Draft, mention: PlaceMention, page: Ground) -> Iterator[str]:
    """What the spot's sentence tells of it."""
    for name in sorted(page.standing[mention] & _DOUBTS.keys()):
        yield _DOUBTS[name]
    if mention.place.precision == "settlement":
        yield "closer: a town of its own"
    if mention in page.echoes:
        yield "closer: only pointed back to"
    if first_told(mention, page):
        yield "closer: the first spot that its sentence tells"
    if (told := page.told.get(mention.sentence)) is not None and told.name == mention.place.name:
        yield "closer: a count is told there"
    if mention.sentence > draft.sentence and such(draft, mention, page):
        yield "closer: such ground was told of without its name"
    counts = [
        other for other in page.counts.get(mention.sentence, ()) if other.kind == draft.kind and other is not draft
    ]
    key = figure(draft)
    if key is not None and any(figure(other) == key for other in counts):
        yield "closer: the same figure is told there"
    elif mention.sentence != draft.sentence and any(other.quantity for other in counts) and not _again(draft, counts):
        yield "closer: others are counted there"


def _again(draft: Draft, counts: Sequence[Draft]) -> bool:
    value = draft.quantity.figure.value if draft.quantity else None
    return value is not None and any(other.quantity and other.quantity.figure.value == value for other in counts)


def _event(draft: Draft, mention: PlaceMention, told: Sequence[str], page: Ground) -> Iterator[str]:
    """What speaks for one event: `told` are the names of the spots that the act's event is told of."""
    if mention.sentence > draft.sentence and mention.sentence in page.course.meant:
        yield "closer: the act is spoken of there as known"
    if not page.course.one(draft.sentence, mention.sentence):
        return
    if mention.sentence in page.course.meant:
        yield "closer: the event goes on there"
    if told[:1] == [mention.place.name]:
        yield "closer: the first spot of the event"
    if len(set(told)) > 1:
        yield "closer: the event is told of several spots"
