"""Prints how many annotated organisations and persons are found, and how many sides of events are known by name.

Entities of re3d count as found if a party overlaps them; pronouns and nouns without a capital are left out. Side names
of UCDP GED are known if every name of the list resolves to an entry of the codebook, weighted by events.

    python benchmarks/actors.py            # needs ../shared
    python benchmarks/actors.py --errors   # lists the commonest misses
"""

import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from crosswire.codebook.lexicon import known_as
from crosswire.kit import Kit, load_kit
from crosswire.read.parties import parties
from dates import parsed

SHARED = Path(__file__).parents[2] / "shared"
_TYPES = ("Organisation", "Person")
_SHOWN = 60
_OPENERS = frozenset(
    {"The", "A", "An", "We", "They", "It", "Our", "I", "He", "She", "You", "His", "Her", "Their", "My"}
)


def main() -> None:
    """Prints both tables."""
    if not SHARED.is_dir():
        sys.exit(f"The measuring data are not at {SHARED.resolve()}; nothing was measured.")
    kit = load_kit()
    show = "--errors" in sys.argv
    _re3d(kit, show=show)
    for name in ("syria_ged191.csv.gz", "ged_sample_1000.csv.gz"):
        _sides(SHARED / "data" / "ucdp_ged" / name, kit, show=show)


def _re3d(kit: Kit, *, show: bool) -> None:
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    extra: Counter[str] = Counter()
    proposed = right = 0
    for folder in sorted(path for path in (SHARED / "data" / "re3d").iterdir() if path.is_dir()):
        texts = {row["_id"]: row["text"] for row in _rows(folder / "documents.json")}
        entities: dict[str, list[dict[str, str]]] = {}
        for row in _rows(folder / "entities.json"):
            entities.setdefault(row["documentId"], []).append(row)
        for key, text in sorted(texts.items()):
            page = parsed(text, kit)
            ours = [(page[p.sentence].span(p.first, p.last), p) for p in parties(page, kit) if p.kind != "generic"]
            gold = entities.get(key, [])
            for row in gold:
                kind, begin, end = row["type"], int(row["begin"]), int(row["end"])
                if kind not in _TYPES or not any(word[:1].isupper() for word in _content(row["value"])):
                    continue
                total[kind] += 1
                hit = any(first < end and last > begin for (first, last), _ in ours)
                found[kind] += hit
                missed[kind, row["value"]] += not hit
            for (first, last), party in ours:
                proposed += 1
                good = any(
                    first < int(row["end"]) and last > int(row["begin"])
                    for row in gold
                    if row["type"] in {*_TYPES, "Nationality", "MilitaryPlatform"}
                )
                right += good
                extra[party.name] += not good
    for kind in _TYPES:
        print(f"re3d {kind}: {total[kind]} named, recall {found[kind] / total[kind]:.3f}")
    print(f"re3d parties: {proposed}, of which {right / proposed:.3f} overlap an annotated organisation or person")
    if show:
        print("missed", [pair for pair in missed.most_common(_SHOWN * 2) if pair[1]])
        print("extra", [pair for pair in extra.most_common(_SHOWN) if pair[1]])


def _content(value: str) -> list[str]:
    words = value.split()
    return words[1:] if words and words[0] in _OPENERS else words


def _sides(path: Path, kit: Kit, *, show: bool) -> None:
    events = known = 0
    missed: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for side in (row["side_a"], row["side_b"]):
                names = [name.strip() for name in side.split(",")]
                unknown = [name for name in names if known_as(name, kit.codebook.actors) is None]
                events += 1
                known += not unknown
                missed.update(unknown)
    print(f"{path.name}: sides known {known / events:.3f} of {events}")
    if show:
        print(missed.most_common(_SHOWN))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
