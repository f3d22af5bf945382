"""The choice of a place for an act: every reason that speaks for or against a place that the page names, added up."""

from collections.abc import Iterator, Sequence

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.whereabouts.afar import afar, against, broad, turns
from crosswire.read.whereabouts.ground import Ground, figure
from crosswire.read.whereabouts.nearness import distance, nearness
from crosswire.read.whereabouts.standing import COARSE, inside, led
from crosswire.records import Place, Record, Scope

_REACH = 4  # sentences from which a place is taken over
_PARAGRAPHS = 2  # of which news on the web has one for each sentence
_LEAD = 4  # sentences that open a page: what they leave open, the next ones tell
_INTO = frozenset(["to", "into", "for", "toward", "towards"])
_FINER = "a spot in it is named beside it"
_WIDE = "a wide area, for a total"
_PUT = "the words put something there"
_PASSING = frozenset(["something goes there", "somebody is brought there", "those who act are there"])
_BROUGHT = "somebody is brought there"
_SPEAKS = "somebody speaks there"
_DOUBTS = frozenset(["it tells where a closer place lies", "a landmark only", _SPEAKS])
TELLING = frozenset([_SPEAKS, "outside what is told", "those who answer for the place tell of it"])
_WHOLE = 2.0  # sentences in a paragraph from which one says that its sentences belong together
_CALLED = 3  # tokens before a name in which its noun stands: "the | village of X"
_PARTS = frozenset(["district", "exact"])
_HOLDS = frozenset([_PUT, "those who answer for the place tell of it", "those who tell live there"])
_SPOTS = frozenset(["settlement", "unknown"])
_SEAT = frozenset(["capital"])
_HALF = 2
_FURTHER = 2.0  # clauses that a doubt counts
_AFTER = 4.0  # a sentence behind counts as this many before …
_AHEAD = 0.7  # … but where the page has not yet named a spot


class Candidate(Record):
    """A place that an act could be at, with the times that each reason holds; `mention` is in the act's sentence."""

    place: Place
    reasons: dict[str, float]
    mention: PlaceMention | None = None


def candidates(draft: Draft, reach: Scope, page: Ground, own: Place | None, *, beside: bool) -> Iterator[Candidate]:
    """The places named in the act's sentence, and with `beside` those of the sentences around it.

    `own` is the best place of the act's sentence.
    """
    sentence = page.sentences[draft.sentence]
    here = [mention for mention in page.named.get(draft.sentence, ()) if _tells(mention, page)]
    nearest = min(here, key=lambda mention: _apart(sentence, draft, mention, page), default=None)
    for mention in here:
        reasons = dict(_always(mention, page, reach))
        reasons |= dict(_here(sentence, draft, mention, page))
        if reach == "history" and _FINER in reasons:
            reasons.pop(_WIDE, None)  # one old attack is told as history, too
        if mention is nearest:
            reasons["nearest of its sentence"] = 1.0
        yield Candidate(place=mention.place, mention=mention, reasons=reasons)
    if beside:
        others = [mention for mention in _beside(sentence, page) if _open(draft, mention, page, own, reach)]
        close = next((mention.place for mention in others if _first(mention, page)), None)
        for mention in others:
            reasons = dict(_always(mention, page, reach))
            reasons |= dict(_there(draft, mention, page, own))
            reasons |= dict.fromkeys(broad(mention.place, draft, reach, page), 1.0)
            if mention.place == close and _first(mention, page):
                reasons["the nearest place told beside"] = 1.0
            yield Candidate(place=mention.place, reasons=reasons)
        yield from (Candidate(place=place, reasons=reasons) for place, reasons in afar(draft, reach, page, own))


def _tells(mention: PlaceMention, page: Ground) -> bool:
    """Whether a name may tell where something happened: a country, or a place abroad, only where something is put."""
    put = _PUT in page.standing[mention]
    return put or (mention.place.precision != "country" and mention.place.country in {page.home, None})


def _open(draft: Draft, mention: PlaceMention, page: Ground, own: Place | None, reach: Scope) -> bool:
    """Whether the act's own sentence leaves room for a place of another one, which must lie in the page's country."""
    if mention.place.country != page.home or reach == "history" or _BROUGHT in page.standing[mention]:
        return False  # "Nine of the wounded were flown to | Belfast"
    if draft.sentence in page.across and mention.place.precision not in COARSE:
        return False  # "raids across the country killed 30. | In Ariha | 12 died"
    if reach == "cumulative" and mention.place.precision not in COARSE:
        # What is summed up in an area is not at one spot in it, unless the page is about the dead of that spot.
        about = {place.name for place in page.main} & {place.name for place in page.told.values()}
        return own is None and mention.place.name in about
    return own is None or inside(mention.place, own) or _part(mention, own, page)


def _part(mention: PlaceMention, town: Place, page: Ground) -> bool:
    """Whether a place can be a part of the town or a site in it: its sentence names no other town."""
    place = mention.place
    if town.precision != "settlement" or place.precision not in _PARTS or place.admin1 not in {town.admin1, None}:
        return False
    beside = [other.place for other in page.named[mention.sentence] if other.place.precision == "settlement"]
    return all(other.name == town.name for other in beside)


def best(found: Sequence[Candidate], page: Ground) -> Candidate | None:
    """The candidate with the largest sum, if that is above zero; of equal ones the first."""
    sums = [score(candidate, page) for candidate in found]
    top = max(sums, default=0.0)
    return found[sums.index(top)] if top > 0 else None


def score(candidate: Candidate, page: Ground) -> float:
    """The sum of the reasons."""
    return sum(page.weights[name] * times for name, times in candidate.reasons.items())


def _always(mention: PlaceMention, page: Ground, reach: Scope) -> Iterator[tuple[str, float]]:
    for name in sorted(page.standing[mention]):
        yield name, 1.0
    place = mention.place
    if any(place.name == main.name for main in page.main):
        yield "the page speaks of it most", 1.0
    if place.precision == "country" and place.country not in {page.home, None}:
        yield "a country abroad", 1.0
    if place.precision in COARSE and reach != "incident":
        yield _WIDE, 1.0


def _here(sentence: Sentence, draft: Draft, mention: PlaceMention, page: Ground) -> Iterator[tuple[str, float]]:
    yield "named in the sentence", 1.0
    for name in nearness(sentence, draft, mention, page.standing[mention], page.spans):
        yield name, 1.0
    if mention.place.precision in COARSE and any(
        inside(other.place, mention.place) and other.place.precision not in COARSE
        for other in page.named[mention.sentence]
    ):
        yield _FINER, 1.0
    if mention.place.precision == "settlement" and any(
        other.place.precision in _PARTS and _PUT in page.standing[other] for other in page.named[mention.sentence]
    ):
        yield "a part of a town is named beside it", 1.0
    if draft.kind == "displaced" and _whither(sentence, mention):
        yield "those who flee go there", 1.0
    if draft.kind == "displaced" and "something comes from there" in page.standing[mention]:
        yield "those displaced come from there", 1.0


def _whither(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether somebody flees to the place: "fled | to | Bangladesh", "across the lake | into | Uganda"."""
    return led(sentence, mention) in _INTO


def _apart(sentence: Sentence, draft: Draft, mention: PlaceMention, page: Ground) -> tuple[float, int, int]:
    """How far a place of the sentence is from the act; a bare name, and one of people, counts as further off."""
    clauses, words = distance(sentence, draft, mention)
    doubts = len(_DOUBTS & page.standing[mention]) + (_PUT not in page.standing[mention])
    return clauses + _FURTHER * doubts, words, mention.first


def _there(draft: Draft, mention: PlaceMention, page: Ground, own: Place | None) -> Iterator[tuple[str, float]]:
    yield "named in a sentence beside", 1.0
    yield from _apart_by(draft, mention, page, own)
    yield from ((name, 1.0) for name in _telling(draft, mention, page))
    if mention.sentence > draft.sentence and _such(draft, mention, page):
        yield "the sentence tells of such a place without its name", 1.0
    elif mention.sentence > draft.sentence and _bare(draft, mention, page):
        yield "the sentence tells of a town without its name", 1.0
    if _SPEAKS in page.standing[mention]:
        yield "somebody speaks there, in a sentence beside", 1.0
    if mention in page.echoes:
        yield "pointed back to, in a sentence beside", 1.0
    yield against(mention.place, own), 1.0


def _such(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
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
    put = (other for other in page.named[mention.sentence] if _settles(other, page))
    first = next(put, None)
    if first is not None and first.place == mention.place:
        yield "the first place that its sentence tells"
    if page.figures.get(figure(draft) or ("", 0)) == mention.place:
        yield "the same figure is told there"
    elif mention.sentence > draft.sentence and _lesser(draft, mention, page):
        yield "far fewer are told of there"
    if mention.sentence in page.old and draft.sentence not in page.old:
        yield "older days are told of there"
    if draft.sentence in page.old and mention.sentence not in page.old:
        yield "newer days are told of there"


def _lesser(draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the mention's sentence counts less than half as many: what it tells is no more of the act than a part."""
    counts = [other for other in page.counts.get(mention.sentence, ()) if other.kind == draft.kind]
    told = draft.quantity.figure.low if draft.quantity else 0
    return bool(counts) and all(other.quantity and other.quantity.figure.low * _HALF < told for other in counts)


def _beside(sentence: Sentence, page: Ground) -> list[PlaceMention]:
    """The places of the sentences from which one may be taken over, the nearest first; those before are nearer.

    They are the same for all acts of a sentence, and found once.
    """
    if sentence.index not in page.beside:
        page.beside[sentence.index] = _found_beside(sentence, page)
    return page.beside[sentence.index]


def _found_beside(sentence: Sentence, page: Ground) -> list[PlaceMention]:
    start, end = max(0, sentence.index - _REACH), sentence.index + _REACH + 1
    near = [other for other in page.sentences[start:end] if abs(other.paragraph - sentence.paragraph) <= _PARAGRAPHS]
    after = _AFTER if sentence.index >= _LEAD or sentence.index in page.before else _AHEAD

    def apart(other: Sentence) -> tuple[float, int]:
        steps = other.index - sentence.index
        return (steps * after if steps > 0 else -steps), other.index

    ordered = sorted((other for other in near if other is not sentence), key=apart)
    kept = [other for other in ordered if not _turns(other, sentence, page)]
    there = [mention for other in kept for mention in page.named.get(other.index, ())]
    return [mention for mention in there if _tells(mention, page) and not _seat(mention, page)]


def _seat(mention: PlaceMention, page: Ground) -> bool:
    """Whether it is only "the capital", which is spoken of in passing where a page tells of another place."""
    return mention in page.echoes and page.sentences[mention.sentence].tokens[mention.first].lower_ in _SEAT


def _settles(mention: PlaceMention, page: Ground) -> bool:
    """Whether something is put there for good: nobody is only on the way there, or acts from there."""
    return _PUT in page.standing[mention] and not _PASSING & page.standing[mention]


def _first(mention: PlaceMention, page: Ground) -> bool:
    """Whether it is the spot at which its sentence puts its first count, or the first spot at which its words do."""
    told = page.told.get(mention.sentence)
    if told is not None:
        return told == mention.place and told.precision not in COARSE
    put = (each for each in page.named[mention.sentence] if _settles(each, page))
    return next((each.place for each in put if each.place.precision not in COARSE), None) == mention.place


def _turns(told: Sentence, sentence: Sentence, page: Ground) -> bool:
    """Whether a sentence leaves the place told of before: "Elsewhere, …", "In a separate attack …"."""
    between = page.sentences[told.index + 1 : sentence.index + 1]
    return any(turns(other, page) for other in between)
