"""How well places are found and resolved: `python benchmarks/places.py [geo|ucdp|figures|speed] [FOLDER]`.

FOLDER holds the public data sets; without it the folder ../shared beside the repository is used.
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

from crosswire.gazetteer import Entry, Gazetteer, distance_km, open_gazetteer
from crosswire.read.places.senses import Name, settle
from crosswire.text.sentences import sentences

_ROOT = Path(__file__).resolve().parent.parent.parent / "shared"
_WORD = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")

Gold = tuple[int, int, str, int | None, float, float]  # start, end, phrase, GeoNames number, lat, lon


def geowebnews(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Articles of GWN.xml with the toponyms that have coordinates."""
    for article in ET.parse(path).getroot():
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
    for article in ET.parse(path).getroot():
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


def resolution(articles: Iterator[tuple[str, list[Gold]]], gazetteer: Gazetteer, *, show: bool = False) -> str:
    """Exact share, Acc@161 and the rest, given the gold spans."""
    total = exact = close = known = located = 0
    wrong: Counter[tuple[str, str, str]] = Counter()
    for text, gold in articles:
        gold = sorted(gold)
        spans = sentences(text)
        chosen = settle(list(_names(text, gold, spans)), _peoples(text, gazetteer), gazetteer)
        for (_, _, phrase, number, lat, lon), entry in zip(gold, chosen, strict=True):
            if code := gazetteer.people(phrase):
                entry = gazetteer.country(code)
            located += 1
            near = entry is not None and distance_km((entry.lat, entry.lon), (lat, lon)) <= 161
            close += near
            if number is None:
                continue
            total += 1
            known += gazetteer.entry(number) is not None
            right = entry is not None and entry.key == number
            exact += right
            if not right:
                there = gazetteer.entry(number)
                wrong[
                    phrase,
                    f"{number} {there.name} {there.kind} {there.country} {there.population}"
                    if there
                    else f"{number} -",
                    f"{entry.key} {entry.name} {entry.kind} {entry.country} {entry.population}" if entry else "-",
                ] += 1
    if show:
        for (phrase, want, got), count in wrong.most_common(70):
            print(f"   {count:3} {phrase:28} want {want:50} got {got}")
    return f"exact {exact / total:.3f} of {total} (in the gazetteer {known / total:.3f}), Acc@161 {close / located:.3f} of {located}"


def _names(text: str, gold: list[Gold], spans: list[tuple[int, int]]) -> Iterator[Name]:
    def sentence(start: int) -> int:
        return next((number for number, (_, end) in enumerate(spans) if start < end), len(spans))

    for at, (start, end, phrase, *_) in enumerate(gold):
        after = gold[at + 1][0] if at + 1 < len(gold) else None
        together = after is not None and sentence(after) == sentence(start)
        yield Name(text=phrase, sentence=sentence(start), gap=text[end:after] if together else None)


def _peoples(text: str, gazetteer: Gazetteer) -> Counter[str]:
    return Counter(code for word in _WORD.findall(text) if word[0].isupper() and (code := gazetteer.people(word)))


def main() -> None:
    gazetteer = open_gazetteer()
    folder = _ROOT / "data" / "geoparsing"
    show = "show" in sys.argv
    for name, articles in (
        ("GeoWebNews", geowebnews(folder / "GWN.xml")),
        ("LGL", lgl(folder / "Corpora" / "lgl.xml")),
    ):
        began = time.monotonic()
        print(name, resolution(articles, gazetteer, show=show), f"{time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    main()
