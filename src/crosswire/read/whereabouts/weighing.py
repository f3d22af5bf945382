"""The choice of a place for an act: every reason that speaks for or against a place that the page names, added up."""

from collections.abc import Iterator, Sequence

from crosswire.read.clues import Draft, PlaceMention, Sentence
from crosswire.read.whereabouts.afar import afar, broad
from crosswire.read.whereabouts.beside import first_told, is_open, near, settles, tells, there, told_closer
from crosswire.read.whereabouts.cause import behind, cause, hangs
from crosswire.read.whereabouts.ground import Ground, again
from crosswire.read.whereabouts.lying import COARSE, inside
from crosswire.read.whereabouts.nearness import above, distance, nearness
from crosswire.read.whereabouts.standing import led
from crosswire.records import Place, Record, Scope

_INTO = frozenset(["to", "into", "for", "toward", "towards"])
_FINER = "a spot in it is named beside it"
_WIDE = "a wide area, for a total"
_PUT = "the words put something there"
_SPEAKS = "somebody speaks there"
TELLING = frozenset([_SPEAKS, "outside what is told", "those who answer for the place tell of it"])
_DOUBTS = frozenset(["it tells where a closer place lies", "a landmark only", _SPEAKS])
_PARTS = frozenset(["district", "exact"])
_OPENS = "the sentence opens with it"
_APART = frozenset(["after", "before", "since", "while", "but"])  # what tells of another act
_SAME = "the same figure is told there"
_FURTHER = 2.0  # clauses that a doubt counts


class Candidate(Record):
    """A place that an act could be at, with the times that each reason holds; `mention` is in the act's sentence."""

    place: Place
    reasons: dict[str, float]
    mention: PlaceMention | None = None


def candidates(draft: Draft, reach: Scope, page: Ground, own: Place | None, *, beside: bool) -> Iterator[Candidate]:
    """The places named in the act's sentence, and with `beside` those of the sentences around it.

    `own` is the best place of the act's sentence.
    """
    yield from _within(draft, reach, page)
    if beside:
        yield from _around(draft, reach, page, own)


def _within(draft: Draft, reach: Scope, page: Ground) -> Iterator[Candidate]:
    """The places that the act's own sentence names."""
    sentence = page.sentences[draft.sentence]
    deed = cause(sentence, draft, page.deeds)
    named = page.named.get(draft.sentence, ())
    here: Sequence[PlaceMention] = [each for each in named if tells(each, page) or (deed and deed.holds(each))]
    here = _at_cause(here, sentence, draft, reach, page)
    nearest = min(here, key=lambda mention: _apart(sentence, draft, mention, page), default=None)
    for mention in here:
        reasons = dict(_always(mention, page, reach))
        reasons |= dict(_here(sentence, draft, mention, page))
        if reach == "history" and _FINER in reasons:
            reasons.pop(_WIDE, None)  # one old attack is told as history, too
        if deed is not None and deed.holds(mention):
            reasons.pop("outside what is told", None)
        if mention is nearest:
            reasons["nearest of its sentence"] = 1.0
        yield Candidate(place=mention.place, mention=mention, reasons=reasons)


def _around(draft: Draft, reach: Scope, page: Ground, own: Place | None) -> Iterator[Candidate]:
    """The places of the sentences around the act's, and those that the whole page speaks for."""
    sentence = page.sentences[draft.sentence]
    if own is None and _before(sentence, draft, page):
        return
    others = [mention for mention in near(sentence, page) if is_open(draft, mention, page, own, reach)]
    close = next((mention.place for mention in others if first_told(mention, page)), None)
    overtaken = told_closer(draft, others, page)
    for mention in others:
        reasons = dict(_always(mention, page, reach))
        reasons |= dict(there(draft, mention, page, own))
        if overtaken:
            reasons.pop(_SAME, None)
        reasons |= dict.fromkeys(broad(mention.place, draft, reach, page), 1.0)
        if mention.place == close and first_told(mention, page):
            reasons["the nearest place told beside"] = 1.0
        yield Candidate(place=mention.place, reasons=reasons)
    for place, reasons in afar(draft, reach, page, own):
        if not (overtaken and _SAME in reasons):
            yield Candidate(place=place, reasons=reasons)


def _before(sentence: Sentence, draft: Draft, page: Ground) -> bool:
    """Whether the count is of an attack before the page's own, of which no figure is told elsewhere."""
    deed = cause(sentence, draft, page.deeds) if again(draft, page) not in page.figures else None
    return deed is not None and behind(deed, sentence, page.aftermath)


def _at_cause(
    here: Sequence[PlaceMention], sentence: Sentence, draft: Draft, reach: Scope, page: Ground
) -> Sequence[PlaceMention]:
    """`here` without what does not belong to the war or the attack that the act's relative clause is about."""
    if reach != "incident" and (war := cause(sentence, draft, page.wars)) is not None:
        own = [each for each in here if each not in page.echoes]
        return [each for each in own if war.noun in above(sentence.tokens[each.last - 1])]
    deed = cause(sentence, draft, page.deeds)
    if deed is None or not any(deed.holds(each) for each in here):
        return here
    return [each for each in here if deed.holds(each) or hangs(sentence, draft, each)]


def best(found: Sequence[Candidate], page: Ground) -> Candidate | None:
    """The candidate with the largest sum, if that is above zero; of equal ones the first."""
    sums = [score(candidate, page) for candidate in found]
    top = max(sums, default=0.0)
    return found[sums.index(top)] if top > 0 else None


def score(candidate: Candidate, page: Ground) -> float:
    """The sum of the reasons."""
    return sum([page.weights[name] * times for name, times in candidate.reasons.items()])


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
    elif _OPENS in page.standing[mention] and _sets_scene(sentence, draft, mention, page):
        yield "the sentence goes on to a closer spot", 1.0
    if mention.place.precision == "settlement" and any(
        other.place.precision in _PARTS and _PUT in page.standing[other] for other in page.named[mention.sentence]
    ):
        yield "a part of a town is named beside it", 1.0
    if draft.kind == "displaced" and _whither(sentence, mention):
        yield "those who flee go there", 1.0
    if draft.kind == "displaced" and "something comes from there" in page.standing[mention]:
        yield "those displaced come from there", 1.0


def _sets_scene(sentence: Sentence, draft: Draft, mention: PlaceMention, page: Ground) -> bool:
    """Whether the words put the act itself at a closer spot: "In | Homs, nine died when a bomb went off in Zahra"."""
    first, last = min(draft.first, draft.at), max(draft.last, draft.at + 1)
    counts = page.counts.get(draft.sentence, ())

    def closer(other: PlaceMention) -> bool:
        between = sentence.tokens[mention.last : other.first]
        if not any(token.tag_.startswith("VB") or token.lower_ in {",", "a", "an"} for token in between):
            return False
        if other.last <= first:
            return True
        alone = all(count.first < other.first for count in counts)
        return alone and _APART.isdisjoint(sentence.tokens.lowers[last : other.first])

    return any(
        mention.last < other.first
        and other.place.precision not in COARSE
        and other.place.name != mention.place.name
        and settles(other, page)
        and "a landmark only" not in page.standing[other]
        and closer(other)
        for other in page.named[mention.sentence]
    )


def _whither(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether somebody flees to the place: "fled | to | Bangladesh", "across the lake | into | Uganda"."""
    return led(sentence, mention) in _INTO


def _apart(sentence: Sentence, draft: Draft, mention: PlaceMention, page: Ground) -> tuple[float, int, int]:
    """How far a place of the sentence is from the act; a bare name, and one of people, counts as further off."""
    clauses, words = distance(sentence, draft, mention)
    doubts = len(_DOUBTS & page.standing[mention]) + (_PUT not in page.standing[mention])
    return clauses + _FURTHER * doubts, words, mention.first
