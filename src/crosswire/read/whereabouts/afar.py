"""Places from beyond the sentences beside an act: what the page is about, its country, where its figure is told."""

from collections.abc import Iterator

from crosswire.read.clues import Draft
from crosswire.read.whereabouts.events import lies
from crosswire.read.whereabouts.ground import Ground, again
from crosswire.read.whereabouts.lying import COARSE, inside
from crosswire.records import Place, Scope

_VAST = 1_000  # from which a total is rather a war's than a battle's
_VAST_FLIGHT = 100_000  # the same of people who flee, whom one battle drives out by the thousand
_FLIGHT = frozenset(["displaced", "evacuated"])
_FURTHEST = 8.0  # sentences from an act beyond which one more says nothing
_PARTS = frozenset(["district", "exact"])
_AWAY = frozenset([("before",), ("prior",), ("previously",), ("since",)])
_LEAD = 4  # sentences that open a page
_TOTAL = "the page's country, for a total"
_THROUGHOUT = "the sentence says the whole country"
_HISTORY = "the page's country, for history"


def afar(draft: Draft, reach: Scope, page: Ground, own: Place | None) -> Iterator[tuple[Place, dict[str, float]]]:
    """Each such place with the reasons for and against it; `own` is the best place of the act's sentence."""
    same = page.figures.get(again(draft, page))
    if same is not None and reach == "incident" and (own is None or inside(same, own)):
        names = ["named in a sentence beside", "the same figure is told there", against(same, own)]
        if same.precision not in COARSE and page.unnamed.get(draft.sentence, frozenset()) & page.towns:
            names.append("the sentence tells of a town without its name")
        yield same, dict.fromkeys([*names, "the first place that its sentence tells"], 1.0)
    if reach == "incident" and own is None:
        yield from _of_event(draft, page)
    if page.scene is not None and reach == "incident" and own is None and page.scene.name in _mains(page):
        names = ["the page is filed from there", against(page.scene, own)]
        if any(
            each.place.name != page.scene.name for each in page.course.spots.get(page.course.event[draft.sentence], ())
        ):
            names.append("the event is told of another spot")
        yield page.scene, dict.fromkeys(names, 1.0)
    if page.main and reach == "cumulative" and own is None and fought(draft, page):
        yield page.main[0], {"the toll of the fighting that the page is about": 1.0}
    if page.theme is not None and own is None and reach != "history" and _of_theme(draft, page):
        yield page.theme, dict.fromkeys(_heading(page.theme, draft, reach, page), 1.0)
    country = dict.fromkeys(_country(draft, reach, page, own), 1.0)
    nation = _THROUGHOUT in country or draft.sentence - 1 in page.nation
    land = page.country if page.area is None or nation or _of_land(draft, page.area, page) else page.area
    if land is not None and country:
        yield land, country


def _of_event(draft: Draft, page: Ground) -> Iterator[tuple[Place, dict[str, float]]]:
    """The spots at which the page tells the act's event, however far from its sentence."""
    course, at = page.course, draft.sentence
    if at in course.several | course.spans | page.across | page.whole | page.turned:
        return
    if page.sentences[at].tokens.lowers[:1] in _AWAY:
        return  # "Before the raid, nine had died in clashes"
    told = course.spots.get(course.event[at], ())
    spots = [each for each in told if each.sentence != at and each.place.country in {page.home, None}]
    names = list(dict.fromkeys(each.place.name for each in spots))
    for number, name in enumerate(names):
        mention = next(each for each in spots if each.place.name == name)
        reasons = dict.fromkeys(["the event is told there", against(mention.place, None)], 1.0)
        steps = min(abs(each.sentence - at) for each in spots if each.place.name == name)
        reasons["sentences from the event's spot"] = min(steps - 1.0, _FURTHEST)
        if number == 0:
            reasons["the first spot of the event"] = 1.0
        if any(_within(each.place, mention.place, page) for each in spots):
            reasons["the event is told of a spot in it"] = 1.0
        if len(names) > 1:
            reasons["the event has several spots"] = 1.0
        if at in course.meant:
            reasons["the sentence speaks of the event as known"] = 1.0
        if mention.sentence > at >= _LEAD:
            reasons["the event's spot is only told afterwards"] = 1.0
        yield mention.place, reasons


def _of_theme(draft: Draft, page: Ground) -> bool:
    """Whether a count may be of what the page's heading tells: it neither turns away nor is a war's or a country's."""
    at = draft.sentence
    aside = page.across | page.whole | page.turned | page.old | page.nation
    return at not in aside and not vast(draft, page) and page.sentences[at].tokens.lowers[:1] not in _AWAY


def _heading(theme: Place, draft: Draft, reach: Scope, page: Ground) -> Iterator[str]:
    """What speaks for and against the spot that the page's heading names."""
    yield "the page's heading names it"
    if reach == "cumulative":
        yield "a total, on a page whose heading names a spot"
        if page.area is not None:
            yield "a total, on a page about a province"
    told = page.course.spots.get(page.course.event[draft.sentence], ())
    if told and all(each.place.name != theme.name for each in told):
        yield "the event is told of another spot"


def _within(spot: Place, town: Place, page: Ground) -> bool:
    """Whether a spot is a part of a town, or the page itself puts it into the place."""
    part = town.precision == "settlement" and spot.precision in _PARTS and lies(spot, town, page)
    return part or spot.name in page.inner.get(town.name, ())


def broad(place: Place, draft: Draft, reach: Scope, page: Ground) -> Iterator[str]:
    """What the scope of a count says of an area that its own sentence does not name."""
    if reach == "incident":
        return
    if place.precision == "admin1" and page.area is not None and place.name != page.area.name:
        yield "another province than that of which the page tells"
    if place.precision in COARSE:
        yield "a wide area, for a total"
    elif page.theme is None or place.name != page.theme.name:
        yield "a total, and no wide area"
    if vast(draft, page):
        if place.precision != "country" and page.country is not None and place != page.area:
            yield "a part of the country, for the toll of a war"
    elif any(place.name == ground.name for ground in page.main):
        yield "the page's own ground, for the toll of a battle"


def _mains(page: Ground) -> set[str]:
    """The names of the spot of which the page speaks most; of the town from which it is filed, where it has none."""
    return {place.name for place in page.main} or ({page.scene.name} if page.scene is not None else set())


def vast(draft: Draft, page: Ground) -> bool:
    """Whether a count is the toll of a war or of years, by its size or its sentence."""
    if fought(draft, page):
        return False
    least = _VAST_FLIGHT if draft.kind in _FLIGHT else _VAST
    counts = [count for count in (draft.quantity, draft.whole) if count is not None]
    return draft.sentence in page.vast | page.whole or any(count.figure.low >= least for count in counts)


def _of_land(draft: Draft, area: Place, page: Ground) -> bool:
    """Whether the toll of a war is told on a page about a province called so: wars are rather their country's."""
    return area.text.rpartition(" ")[2].casefold() in page.units and vast(draft, page)


def fought(draft: Draft, page: Ground) -> bool:
    """Whether a count is the toll of fighting told before: "the | offensive has cost 129 lives"."""
    return draft.sentence in page.battles - page.vast - page.whole


def against(place: Place, own: Place | None) -> str:
    """How a place of another sentence agrees with what the act's own sentence names."""
    if own is None:
        return "the sentence names no place"
    if own.name == place.name:
        return "the sentence names it too"
    if own.precision not in COARSE:
        return "a part of the town that the sentence names"
    spot = place.precision not in COARSE
    return "a spot inside what the sentence names" if spot else "a part of what the sentence names"


def _country(draft: Draft, reach: Scope, page: Ground, own: Place | None) -> Iterator[str]:
    if draft.sentence in page.whole and (own is None or own.precision == "country"):
        yield _THROUGHOUT
    if own is None and reach != "incident":
        yield _TOTAL if reach == "cumulative" else _HISTORY
        if not vast(draft, page):
            yield "the whole country, for a lesser toll"
            if not page.spoken and page.area is None:
                yield "the country is only named as somebody's"
