"""What the acts of a page can be put on: its places without landmarks, speakers and parties."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, PlaceMention, Sentence
from crosswire.read.places.landmarks import principal
from crosswire.read.whereabouts.nearness import COARSE, is_put, own_place
from crosswire.records import Place

_TOWNS = frozenset(["settlement", "district"])
_TELLING = 3  # a number from which two counts of a kind on one page are taken for one
_LEAD = 4  # sentences that open a page
_LEADING = 3  # how much more a place of the lead says of the page's country

_Named = Mapping[int, tuple[PlaceMention, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The places of a page on which acts are put, by sentence; `put` are those at which the words put something.

    `told` holds the place of each sentence's first count that has one, `opened` the first sentence that has a spot,
    `figures` the spot or province of each figure that is told with one alone, `home` the country that the page is
    about, and `country` its name there.
    """

    sentences: Sequence[Sentence]
    named: _Named
    put: frozenset[PlaceMention]
    told: Mapping[int, Place]
    opened: int | None
    figures: Mapping[tuple[str, int], Place]
    home: str | None
    country: Place | None
    elsewhere: frozenset[str]


def ground(drafts: Iterable[Draft], clues: Clues, kit: Kit) -> Ground:
    """What the drafts of a page are put on."""
    words = kit.language.places
    acting = [mention for mention in _free(clues) if mention.acts]
    everywhere = [*acting, *clues.echoes]
    saying = words.forms("act")
    put = frozenset(mention for mention in everywhere if is_put(clues.sentences[mention.sentence], mention, saying))
    home = _home([mention for mention in acting if mention in put] or acting)
    settled = {mention.sentence for mention in acting if mention in put and mention.place.country == home}
    named = _named([mention for mention in acting if _may_tell(mention, home, put, settled)], clues)
    counts = [draft for draft in drafts if draft.located and draft.quantity is not None]
    told, figures = _told(counts, clues.sentences, named, put)
    countries = (mention.place for mention in acting if mention in put and mention.place.precision == "country")
    return Ground(
        sentences=clues.sentences,
        named=named,
        put=put,
        told=told,
        opened=min((at for at, place in told.items() if place.precision not in COARSE), default=None),
        figures=figures,
        home=home,
        country=next((place for place in countries if place.country == home), None),
        elsewhere=words.forms("elsewhere"),
    )


def figure(draft: Draft) -> tuple[str, int] | None:
    """The act's kind and its number, if that is large enough to know the same figure again."""
    value = draft.quantity.figure.value if draft.quantity else None
    return (draft.kind, value) if value is not None and value >= _TELLING else None


def _free(clues: Clues) -> list[PlaceMention]:
    """The mentions that are no words of a party."""
    taken = {(party.sentence, at) for party in clues.parties for at in range(party.first, party.last)}
    return [mention for mention in clues.places if (mention.sentence, mention.last - 1) not in taken]


def _may_tell(
    mention: PlaceMention, home: str | None, put: AbstractSet[PlaceMention], settled: AbstractSet[int]
) -> bool:
    """Whether a name may tell where something happened.

    A country at which nothing is put is rather who did it; another country than the page's gives way to the page's own
    in the same sentence.
    """
    abroad = mention.place.country not in {home, None}
    if mention in put:
        return not (abroad and mention.place.precision == "country" and mention.sentence in settled)
    return mention.place.precision != "country" and not abroad


def _named(acting: Sequence[PlaceMention], clues: Clues) -> dict[int, tuple[PlaceMention, ...]]:
    """The mentions by sentence: the places themselves, else what they lie near, else what "the town" points back to."""
    found: dict[int, list[PlaceMention]] = {}
    towns = [mention for mention in clues.echoes if mention.place.precision in _TOWNS and not _pronoun(mention, clues)]
    main = principal(clues.sentences, acting)
    finer = [mention for mention in acting if mention.place.precision != "country"]
    located = {mention.sentence for mention in main if mention.place.precision != "country"}
    main = tuple(mention for mention in main if mention.sentence in located)
    for group in (main, finer, acting, towns):
        fresh: dict[int, list[PlaceMention]] = defaultdict(list)
        for mention in group:
            if mention.sentence not in found:
                fresh[mention.sentence].append(mention)
        found |= fresh
    return {at: tuple(sorted(found[at], key=lambda each: each.first)) for at in sorted(found)}


def _pronoun(mention: PlaceMention, clues: Clues) -> bool:
    return clues.sentences[mention.sentence].tokens[mention.first].tag_.startswith("PRP")


def _home(named: Sequence[PlaceMention]) -> str | None:
    """The country in which most places of the page lie, those of its lead before others."""
    counts: Counter[str] = Counter()
    for mention in named:
        if mention.place.country:
            counts[mention.place.country] += _LEADING if mention.sentence < _LEAD else 1
    return min(counts, key=lambda country: (-counts[country], country)) if counts else None


def _told(
    counts: Sequence[Draft], sentences: Sequence[Sentence], named: _Named, put: AbstractSet[PlaceMention]
) -> tuple[dict[int, Place], dict[tuple[str, int], Place]]:
    told: dict[int, Place] = {}
    names: dict[tuple[str, int], dict[str, Place]] = defaultdict(dict)
    for draft in sorted(counts, key=lambda draft: (draft.sentence, draft.first)):
        own = own_place(sentences[draft.sentence], draft, named.get(draft.sentence, ()), put)
        if own is None:
            continue
        told.setdefault(draft.sentence, own)
        if own.precision != "country" and (key := figure(draft)):
            names[key].setdefault(f"{own.name} {own.precision}", own)
    return told, {key: place for key, places in names.items() if (place := _alone(list(places.values()))) is not None}


def _alone(places: Sequence[Place]) -> Place | None:
    """The one spot, or the one province, if there is no other."""
    spots = [place for place in places if place.precision not in COARSE] or places
    return spots[0] if len(spots) == 1 else None
