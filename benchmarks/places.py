"""How well places are found and resolved: `python benchmarks/places.py [geo] [spans] [ucdp] [figures] [speed] [show]`.

The public data sets are looked for in the folder ../shared beside the repository.
"""

import csv
import gzip
import json
import re
import statistics
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from crosswire.codebook import load_codebook
from crosswire.codebook.places import Level
from crosswire.gazetteer import Entry, Gazetteer, distance_km, open_gazetteer
from crosswire.kit import Kit, load_kit
from crosswire.read.parse import parse
from crosswire.read.passages import passages
from crosswire.read.places import places
from crosswire.read.places.candidates import Name, candidates, within
from crosswire.read.places.enclosing import around
from crosswire.read.places.line import Found
from crosswire.read.places.senses import settle
from crosswire.records import Document
from crosswire.text.sentences import sentences

_SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
_ACC, _CLOSE, _FAR = 161.0, 25.0, 100.0  # km
_NEARBY = 3  # sentences
_HALF = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = load_codebook().languages["en"].places

Gold = tuple[int, int, str, int | None, float, float]  # start, end, phrase, GeoNames number, lat, lon


def geowebnews(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Articles of GWN.xml with the toponyms that have coordinates."""
    for article in ET.parse(path).getroot():  # noqa: S314 the data sets are on this disk
        text = article.findtext("text") or ""
        gold = []
        for toponym in article.iter("toponym"):
            lat = toponym.findtext("latitude") or ""
            if not lat:
                continue
            number = toponym.findtext("geonamesID") or toponym.findtext("geonamesid") or ""
            start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
            name = toponym.findtext("extractedName") or text[start:end]
            gold.append(
                (
                    start,
                    end,
                    name,
                    int(number) if number.isdigit() else None,
                    float(lat),
                    float(toponym.findtext("longitude") or 0),
                )
            )
        yield text, gold


def lgl(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Articles of LGL and TR-News with the toponyms that have a GeoNames number."""
    for article in ET.parse(path).getroot():  # noqa: S314 the data sets are on this disk
        text = article.findtext("text") or ""
        gold = []
        for toponym in article.iter("toponym"):
            tag = toponym.find("gaztag")
            if tag is None or not (tag.findtext("lat") or ""):
                continue
            start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
            number = int(tag.get("geonameid") or 0) or None
            gold.append(
                (
                    start,
                    end,
                    toponym.findtext("phrase") or "",
                    number,
                    float(tag.findtext("lat") or 0),
                    float(tag.findtext("lon") or 0),
                )
            )
        yield text, gold


def resolution(
    articles: Iterator[tuple[str, list[Gold]]], gazetteer: Gazetteer, half: int, *, show: bool = False
) -> str:
    """Exact share, Acc@161 and the rest, given the gold spans, on every second article from `half`.

    A phrase that is no known name counts for the known name inside it (`Bank of England`). Of the two last figures one
    puts a name that nothing resolves at the place that the words put it in (`X, a village in Y`), as a reading does,
    which then says "inside Y"; the other puts it where the page's nearest resolved name is, as no reading does.
    """
    total = exact = close = known = nearby = enclosed = 0
    wrong: Counter[tuple[str, str, str]] = Counter()
    for number, (text, gold) in enumerate(articles):
        if number % 2 != half:
            continue
        ordered = sorted(gold)
        entries, names = _resolved(text, ordered, gazetteer)
        found = [
            Found(sentence=name.sentence, first=0, last=1, core=(0, 1), name=name.text, level=_level(entry))
            for name, entry in zip(names, entries, strict=True)
        ]
        gaps = [name.gap for name in names]
        for at, ((_, _, phrase, want, lat, lon), entry) in enumerate(zip(ordered, entries, strict=True)):
            if want is None:
                continue
            total += 1
            there = gazetteer.entry(want)
            known += there is not None
            right = entry is not None and entry.key == want
            exact += right
            close += _within(entry, lat, lon)
            enclosed += _within(entry or around(at, found, entries, gaps), lat, lon)
            nearby += _within(entry or _beside(at, entries), lat, lon)
            if not right:
                wrong[phrase, f"{want} {_row(there)}", _row(entry)] += 1
    if show:
        for (phrase, gold_row, got), count in wrong.most_common(110):
            print(f"   {count:3} {phrase:28} want {gold_row:50} got {got}")
    part = f"in the gazetteer {known / total:.3f}; of these {exact / known:.3f}"
    put = f"the unknown inside what encloses it {enclosed / total:.3f}, beside what is near {nearby / total:.3f}"
    reach = f"Acc@161 {close / total:.3f} ({put})"
    return f"exact {exact / total:.3f} of {total} ({part}), {reach}"


def _level(entry: Entry | None) -> Level | None:
    return entry.kind if entry is not None and entry.kind in {"settlement", "admin1", "admin2"} else None


def _resolved(text: str, ordered: list[Gold], gazetteer: Gazetteer) -> tuple[list[Entry | None], list[Name]]:
    names = list(_names(text, ordered, sentences(text), gazetteer))
    chosen = settle(names, _peoples(text, gazetteer), _WORDS, gazetteer)
    return [gazetteer.adjective(name.text) or sense for name, sense in zip(names, chosen, strict=True)], names


def _within(entry: Entry | None, lat: float, lon: float) -> bool:
    return entry is not None and distance_km((entry.lat, entry.lon), (lat, lon)) <= _ACC


def _beside(at: int, entries: list[Entry | None]) -> Entry | None:
    order = sorted(range(len(entries)), key=lambda other: (abs(other - at), other))
    towns = (
        entry for other in order if (entry := entries[other]) is not None and entry.kind in {"settlement", "admin2"}
    )
    return next(towns, None)


def _row(entry: Entry | None) -> str:
    return f"{entry.key} {entry.name} {entry.kind} {entry.country} {entry.population}" if entry else "-"


def _names(text: str, gold: list[Gold], spans: list[tuple[int, int]], gazetteer: Gazetteer) -> Iterator[Name]:
    def sentence(start: int) -> int:
        return next((number for number, (_, end) in enumerate(spans) if start < end), len(spans))

    for at, (start, end, phrase, *_) in enumerate(gold):
        after = gold[at + 1][0] if at + 1 < len(gold) else None
        together = after is not None and sentence(after) == sentence(start)
        name = Name(text=phrase, sentence=sentence(start), gap=text[end:after] if together else None, given=True)
        if not gazetteer.adjective(phrase) and not candidates(name, _WORDS, gazetteer):
            name = replace(name, text=within(phrase, gazetteer) or phrase)
        yield name


def _peoples(text: str, gazetteer: Gazetteer) -> Counter[str]:
    words = _WORD.findall(text)
    return Counter(code for word in words if word[0].isupper() and (code := gazetteer.people(word)))


def toponyms(articles: Iterator[tuple[str, list[Gold]]], kit: Kit, *, show: bool = False) -> str:
    """Precision, recall and F1 of finding gold toponyms (overlap counts), adjectives of peoples left out."""
    right = found = wanted = 0
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for text, gold in articles:
        document = Document(id="d", url="", outlet="", title="", text=text, language="en")
        parsed = parse(passages(document), kit)
        by_index = {sentence.index: sentence for sentence in parsed}
        spans = [by_index[m.sentence].span(m.first, m.last) for m in places(parsed, (), None, kit)]
        nouns = [g for g in gold if not kit.gazetteer.people(g[2])]
        hit = [any(start < g[1] and g[0] < end for g in nouns) for start, end in spans]
        caught = [any(start < g[1] and g[0] < end for start, end in spans) for g in nouns]
        right, found, wanted = right + sum(caught), found + len(spans), wanted + len(nouns)
        missed.update(g[2] for g, ok in zip(nouns, caught, strict=True) if not ok)
        extra.update(text[start:end] for (start, end), ok in zip(spans, hit, strict=True) if not ok)
    if show:
        print("   missed", missed.most_common(60))
        print("   extra", extra.most_common(80))
    precision, recall = 1 - sum(extra.values()) / found, right / wanted
    return f"toponyms P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def ucdp(path: Path, gazetteer: Gazetteer, *, show: bool = False) -> str:
    """Place strings with their province, to coordinates: the share within 25 km, and more than 100 km off."""
    rows = Counter[tuple[str, str, str, float, float]]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            rows[
                row["where_coordinates"], row["adm_1"], row["country"], float(row["latitude"]), float(row["longitude"])
            ] += 1
    total = resolved = close = far = 0
    bad: Counter[str] = Counter()
    unresolved: Counter[str] = Counter()
    for (where, province, country, lat, lon), count in sorted(rows.items()):
        total += count
        entry, exact = located(where, province, country, gazetteer)
        if not exact:
            unresolved[where + " | " + province] += count
        if entry is None:
            continue
        km = distance_km((entry.lat, entry.lon), (lat, lon))
        if exact:
            resolved += count
            far += count * (km > _FAR)
            if km > _CLOSE:
                bad[f"{where} | {province} -> {entry.name} {km:.0f}"] += count
        close += count * (km <= _CLOSE)
    if show:
        print("   wrong", bad.most_common(40))
        print("   unresolved", unresolved.most_common(40))
    within = 1 - sum(bad.values()) / resolved
    part = f"within 25 km {within:.3f}, over 100 km {far / resolved:.3f}"
    return f"{total} events: place known {resolved / total:.3f}; of those {part}"


_NOUN = re.compile(
    r"\s*\b(town|city|village|district|governorate|province|neighbou?rhood|area|countryside|camp|subdistrict)\b\s*",
    re.IGNORECASE,
)


def located(where: str, province: str, country: str, gazetteer: Gazetteer) -> tuple[Entry | None, bool]:
    """The place that `where` inside `province` of `country` means, and whether it is more than the province."""
    level = next(
        (
            kind
            for noun, kind in (("governorate", "admin1"), ("province", "admin1"), ("district", "admin2"))
            if noun in where.lower()
        ),
        None,
    )
    core = _NOUN.sub(" ", where).strip() or where
    names = [
        Name(text=core, sentence=0, level=level, gap=", "),
        Name(text=_NOUN.sub(" ", province).strip() or country, sentence=0, level="admin1", gap=", "),
        Name(text=country, sentence=0),
    ]
    chosen = settle(names, {}, _WORDS, gazetteer)
    return chosen[0] or chosen[1], chosen[0] is not None


def speed() -> str:
    """Opening and look-up times."""
    began = time.perf_counter()
    gazetteer = open_gazetteer()
    opened = time.perf_counter() - began
    words = [
        f"{a}{b}"
        for a in ("", "Al ", "Tell ", "Kafr ", "New ")
        for b in ("Aleppo", "Homs", "Rifaat", "Springfield", "Kharkiv", "Xyzzy", "Paris", "Bor")
    ]
    times = []
    for word in words:
        began = time.perf_counter()
        gazetteer.lookup(word)
        times.append(time.perf_counter() - began)
    size = gazetteer.path.stat().st_size / 1e6
    look = f"look-up median {statistics.median(times) * 1e6:.0f} µs, slowest {max(times) * 1e6:.0f} µs"
    return f"file {size:.1f} MB, opened in {opened * 1e3:.2f} ms, {look}"


def figures(folder: Path, kit: Kit, *, show: bool = False) -> str:
    """Of the annotated figures with a place: the share whose place is among those found there, and nearby."""
    articles = {row["unit_id"]: row for row in map(json.loads, (folder / "articles.jsonl").open(encoding="utf-8"))}
    total = here = near = 0
    missed: Counter[str] = Counter()
    for row in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8")):
        article = articles[row["unit_id"]]
        text = article["article_title"] + "\n" + article["article_content"]
        document = Document(id="d", url="", outlet="", title="", text=text, language="en")
        parsed = parse(passages(document), kit)
        mentions = places(parsed, (), None, kit)
        for figure in row["figures"]:
            at = text.find(figure["quote"])
            if not figure["place"] or at < 0:
                continue
            index = max((s.index for s in parsed if s.start <= at), default=0)
            total += 1
            close = [
                m.sentence
                for m in mentions
                if same_name(figure["place"], m.place.text) or same_name(figure["place"], m.place.name)
            ]
            here += index in close
            near += any(abs(index - other) <= _NEARBY for other in close)
            if not close:
                missed[figure["place"]] += 1
    if show:
        print("   nowhere", missed.most_common(40))
    nowhere = sum(missed.values()) / total
    part = f"in the sentence {here / total:.3f}, within three sentences {near / total:.3f}"
    return f"{total} figures with a place: {part}, nowhere {nowhere:.3f}"


def same_name(gold: str, found: str) -> bool:
    """Whether half of the shorter name's words are shared."""
    a, b = (set(re.findall(r"\w+", name.casefold())) - {"al", "the", "of"} for name in (gold, found))
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _HALF


def main() -> None:
    """Runs what the arguments name, or everything."""
    arguments = set(sys.argv[1:])
    show = "show" in arguments
    wanted = arguments - {"show"} or {"geo", "spans", "ucdp", "figures", "speed"}
    print(speed())
    if not _SHARED.exists():
        print(f"The folder {_SHARED} with the public data sets is absent: nothing more can be measured.")
        return
    kit = load_kit()
    folder = _SHARED / "data" / "geoparsing"
    sets = {"GeoWebNews": (geowebnews, folder / "GWN.xml"), "LGL": (lgl, folder / "Corpora" / "lgl.xml")}
    for name, (read, path) in sets.items():
        if "geo" in wanted:
            for half in (0, 1):
                label = "half that was looked at" if half == 0 else "half held out"
                print(name, label, resolution(read(path), kit.gazetteer, half, show=show and half == 0))
        if "spans" in wanted:
            print(name, toponyms(read(path), kit, show=show))
    if "ucdp" in wanted:
        print("UCDP Syria", ucdp(_SHARED / "data" / "ucdp_ged" / "syria_ged191.csv.gz", kit.gazetteer, show=show))
        print("UCDP world", ucdp(_SHARED / "data" / "ucdp_ged" / "ged_sample_1000.csv.gz", kit.gazetteer, show=show))
    if "figures" in wanted:
        print("figures", figures(_SHARED / "gold" / "figures_dev", kit, show=show))


if __name__ == "__main__":
    main()
