"""What the acts of a page can be put on: its places, with what each does in its sentence, and the page's country."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from crosswire.codebook.places import Places
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, PlaceMention, Sentence
from crosswire.read.opening import KNOWN
from crosswire.read.places.landmarks import principal
from crosswire.read.places.sites import stands
from crosswire.read.whereabouts import about
from crosswire.read.whereabouts.acted import acted_on
from crosswire.read.whereabouts.course import Course
from crosswire.read.whereabouts.lying import COARSE, enclosed
from crosswire.read.whereabouts.standing import standing
from crosswire.read.whereabouts.turning import leaving
from crosswire.records import Place, When

_NEWS = dt.timedelta(days=6)  # what happened longer ago is background
_TOWNS = frozenset(["settlement", "district", "unknown", "admin1"])
_NO_ECHOES = frozenset(["where", "it"])
_TELLING = 4  # a number from which two counts of a kind on one page are taken for one
_PUT = "the words put something there"
_SPEAKS = "somebody speaks there"
_LIVES = "those who tell live there"
_AIMED = frozenset(["of", "on", "against"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The places of a page on which acts are put.

    `words` are those around places, `named` holds the mentions by sentence, `standing` what each does there, `counts`
    the counted acts by sentence. `home` is the country that the page is about, `country` its name there, `main` the
    spot in it that the page speaks of most, if one, `theme` the spot that its heading names, `turned` the sentences
    that leave the place told before, `whole` those that speak of the whole country or its war, `across` those of what
    happened all over it or a region, or in several towns, `vast` those of a war or a year, `wars` the words for it,
    `deeds` those for an attack, `aftermath` those that put one before what is told, `nation` the sentences on the war
    of the country's people, `unnamed` the nouns of ground without a name in each ("a | village"), `towns` and `sites`
    the nouns of both, `units` those of provinces and their parts, `echoes` the mentions that only point back, `inner`
    the names of the spots that the page says to lie in each place by name, `before` and `after` give for each
    sentence the next one on that side whose words put something at a spot, `old` the sentences that tell of days long
    before the page's own, `spans` are words for spans of time, `scene` is the town in its country from which the page
    is filed. `told` holds the place of each sentence's first count that has one by itself, `figures` the spot or
    province of each figure that is told with one alone, `lasts` the last sentence that tells it so, `own` the best
    place of each count's own sentence, `beside` the places that may be taken over into each sentence, `course` the
    event that each sentence tells of.
    """

    words: Places
    sentences: Sequence[Sentence]
    named: Mapping[int, Sequence[PlaceMention]]
    standing: Mapping[PlaceMention, frozenset[str]]
    home: str | None
    counts: Mapping[int, Sequence[Draft]]
    weights: Mapping[str, float]
    turned: frozenset[int]
    before: Mapping[int, int]
    after: Mapping[int, int]
    country: Place | None
    spoken: bool
    area: Place | None
    main: tuple[Place, ...]
    theme: Place | None
    whole: frozenset[int]
    across: frozenset[int]
    vast: frozenset[int]
    wars: frozenset[str]
    deeds: frozenset[str]
    aftermath: frozenset[str]
    nation: frozenset[int]
    battles: frozenset[int]
    unnamed: Mapping[int, frozenset[str]]
    towns: frozenset[str]
    sites: frozenset[str]
    units: frozenset[str]
    echoes: frozenset[PlaceMention]
    inner: Mapping[str, frozenset[str]]
    old: frozenset[int]
    spans: frozenset[str]
    scene: Place | None
    told: dict[int, Place] = field(default_factory=dict)
    own: dict[tuple[int, int, int, str, str], Place | None] = field(default_factory=dict)
    figures: dict[tuple[str, int], Place] = field(default_factory=dict)
    lasts: dict[tuple[str, int], int] = field(default_factory=dict)
    beside: dict[int, list[PlaceMention]] = field(default_factory=dict)
    course: Course = field(default_factory=Course)


def ground(drafts: Iterable[Draft], clues: Clues, base: When | None, filed_from: Place | None, kit: Kit) -> Ground:
    """What the drafts of a page are put on; `told` and `figures` are still empty."""
    words, drafts = kit.language.places, tuple(drafts)
    mentions = [mention for mention in _free(clues, words) if mention.acts]
    mentions += acted_on(drafts, clues, about.home(mentions), words)
    named: dict[int, list[PlaceMention]] = defaultdict(list)
    echoes = [echo for echo in clues.echoes if _meant(clues.sentences[echo.sentence], echo)]
    for mention in sorted([*mentions, *echoes], key=_at):
        named[mention.sentence].append(mention)
    standings = _standings(named, clues, words)
    put = [mention for mention in mentions if _PUT in standings[mention]]
    real = [mention for mention in mentions if _SPEAKS not in standings[mention]] or mentions
    home = about.home(sorted([*(mention for mention in real if mention in put), *echoes], key=_at) or real) or (
        filed_from.country if filed_from and not mentions else None
    )
    counts: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.located and draft.quantity is not None:
            counts[draft.sentence].append(draft)
    land = kit.gazetteer.country(home) if home else None
    told = [sentence for sentence in clues.sentences if sentence.index in counts]
    return Ground(
        words=words,
        sentences=clues.sentences,
        named=named,
        standing=standings,
        home=home,
        counts=counts,
        weights={name: reason.weight for name, reason in kit.codebook.whereabouts.reason.items()},
        country=about.country(clues, put, home, kit.gazetteer),
        spoken=any(mention.place.country == home and mention.place.precision == "country" for mention in put),
        area=about.area(mentions, home, kit.gazetteer),
        main=about.main(mentions, clues.echoes, home),
        theme=about.theme(mentions, clues.echoes, home),
        whole=about.whole(told, clues.places, land, words),
        across=about.across(told, mentions, words),
        vast=about.saying(told, words.forms("vast")),
        nation=about.of_nation(clues.sentences, land, words, kit.gazetteer),
        wars=words.forms("vast"),
        deeds=kit.language.events.deeds(),
        aftermath=kit.language.events.forms("aftermath"),
        battles=about.opened(told, words.forms("battle"), KNOWN),
        unnamed=about.unnamed(told, named, words),
        towns=words.nouns_of("settlement"),
        sites=words.nouns_of("site"),
        units=words.units(),
        echoes=frozenset(echoes),
        inner=_inner(clues.sentences, named, words),
        old=_old(clues, base),
        spans=frozenset(kit.language.calendar.units),
        turned=leaving(clues.sentences, words.forms("direction"), kit.language.events),
        scene=about.scene(filed_from, home, kit.gazetteer, words),
        before=_next(clues.sentences, named, standings),
        after=_next(clues.sentences[::-1], named, standings),
    )


def _at(mention: PlaceMention) -> tuple[int, int]:
    return mention.sentence, mention.first


def figure(draft: Draft) -> tuple[str, int] | None:
    """The act's kind and its number, if that is large enough to know the same figure again."""
    value = draft.quantity.figure.value if draft.quantity else None
    return (draft.kind, value) if value is not None and value >= _TELLING else None


def again(draft: Draft, page: Ground) -> tuple[str, int]:
    """The figure by which the act may be known again: its own, or that of the whole it is a part of."""
    whole = draft.whole.figure.value if draft.whole else None
    told = (draft.kind, whole) if whole is not None else None
    return next((each for each in (figure(draft), told) if each in page.figures and each is not None), ("", 0))


def alone(places: Sequence[Place]) -> Place | None:
    """The one spot, or the one province, if there is no other."""
    spots = [place for place in places if place.precision not in COARSE] or places
    return spots[0] if len({(place.name, place.precision) for place in spots}) == 1 else None


def _meant(sentence: Sentence, echo: PlaceMention) -> bool:
    """Whether "the town", "there", "it" may tell where: it means a town, and does not stand beside its name."""
    return echo.place.precision in _TOWNS and sentence.tokens[echo.first].lower_ not in _NO_ECHOES


def _free(clues: Clues, words: Places) -> list[PlaceMention]:
    """The mentions that are no words of a party, and no countries whose own deed is told."""
    bodies = [party for party in clues.parties if not stands(clues.sentences[party.sentence], party, words)]
    taken = {(party.sentence, at) for party in bodies for at in range(party.first, party.last)}
    return [
        mention
        for mention in clues.places
        if (mention.sentence, mention.last - 1) not in taken
        and not _wages(clues.sentences[mention.sentence], mention, words)
    ]


def _wages(sentence: Sentence, mention: PlaceMention, words: Places) -> bool:
    """Whether a country is named as who strikes: "| Israel's 12-day bombing of the country", "| Russia's strikes"."""
    token = sentence.tokens[mention.last - 1]
    if mention.place.precision != "country" or token.dep_ != "poss":
        return False
    deed = token.head
    aimed = any(child.dep_ == "prep" and child.lower_ in _AIMED for child in deed.rights)
    fought = deed.lower_ in words.forms("battle") or deed.lower_ in words.forms("vast")
    return deed.lower_ in words.forms("ground") or (aimed and fought)


def _standings(
    named: Mapping[int, Sequence[PlaceMention]],
    clues: Clues,
    words: Places,
) -> dict[PlaceMention, frozenset[str]]:
    every = sorted((mention for here in named.values() for mention in here), key=_at)
    main = frozenset(principal(clues.sentences, every, words))
    found: dict[PlaceMention, frozenset[str]] = {}
    cues = _cues(clues)
    quoted = [span for saying in clues.sayings if saying.direct for span in saying.content]
    for at, here in named.items():
        sentence = clues.sentences[at]
        telling = cues.get(at, frozenset())
        for mention in here:
            start = sentence.span(mention.first, mention.last)[0]
            said = any(first <= start < last for first, last in quoted)
            reasons = set(standing(sentence, mention, here, words, frozenset() if said else telling))
            if mention not in main and not _closest(sentence, mention, here, main):
                reasons.add("a landmark only")
            found[mention] = frozenset(reasons)
    return found


def _closest(
    sentence: Sentence, mention: PlaceMention, here: Sequence[PlaceMention], main: AbstractSet[PlaceMention]
) -> bool:
    """Whether it is the first of several landmarks: "a village near | Rabsa, Gao region, 50 km from Gao"."""
    if len(here) == 1 or mention is not here[0] or not main.isdisjoint(here) or mention.place.precision in COARSE:
        return False
    gaps = (sentence.tokens[left.last : right.first] for left, right in pairwise(here))
    return all([token.text for token in gap] == [","] for gap in gaps)


def _inner(
    sentences: Sequence[Sentence], named: Mapping[int, Sequence[PlaceMention]], words: Places
) -> dict[str, frozenset[str]]:
    """The names of the spots that the page says to lie in each place that is no country or province."""
    found: dict[str, frozenset[str]] = {}
    for at, here in named.items():
        for mention in here:
            if mention.place.precision in COARSE:
                continue
            inside = enclosed(sentences[at], mention, here, words)
            spots = {each.place.name for each in inside if each.place.precision not in COARSE}
            if spots - {mention.place.name}:
                name = mention.place.name
                found[name] = found.get(name, frozenset()) | spots - {name}
    return found


def _next(
    sentences: Sequence[Sentence],
    named: Mapping[int, Sequence[PlaceMention]],
    standings: Mapping[PlaceMention, frozenset[str]],
) -> dict[int, int]:
    """For each sentence the last one passed before it whose words put something at a spot."""
    found: dict[int, int] = {}
    last: int | None = None
    for sentence in sentences:
        if last is not None:
            found[sentence.index] = last
        here = named.get(sentence.index, ())
        if any({_PUT, _LIVES} & standings[mention] and mention.place.precision not in COARSE for mention in here):
            last = sentence.index
    return found


def _cues(clues: Clues) -> dict[int, frozenset[int]]:
    """The tokens of each sentence by which somebody speaks."""
    starts = [sentence.start for sentence in clues.sentences]
    found: dict[int, set[int]] = defaultdict(set)
    for saying in clues.sayings:
        at = bisect_right(starts, saying.cue[0]) - 1
        if at >= 0:
            first, last = (offset - starts[at] for offset in saying.cue)
            found[at] |= {token.i for token in clues.sentences[at].tokens if first <= token.idx < last}
    return {at: frozenset(tokens) for at, tokens in found.items()}


def _old(clues: Clues, base: When | None) -> frozenset[int]:
    """The sentences that tell of days long before the page's own."""
    if base is None:
        return frozenset()
    days = [(date.sentence, date.when) for date in clues.dates if date.when is not None and not date.since]
    return frozenset(at for at, day in days if base.first - day.first > _NEWS and day.last < base.first)
