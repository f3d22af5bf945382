"""Incidents and their tolls: documents into incidents, and the killed and injured of each incident, beside baselines.

The set is `gun_violence_longtail`: a sample, by hash, of incidents with at least two articles, half of which is for
looking at errors and half held out. Every article is read alone, all readings are collated together. An article
belongs to the incident (never a period) that holds most of the figures of killed and injured at its head, else of
those below; an article without any, to the incident that most articles of its story tell of, or with them to none.
The incident of the data is then answered by our incident that most of its articles belong to. A single article
answers by the rule of `gun_violence.py`; the ceiling is what somebody would reach who always picked the article that
is right, if one is. Ours answers twice: by the best figures of its toll rows, and by the numbers that most articles
give by their claims in the incident.

The baseline clusters the words of all articles by average linkage. It is shown twice: with the threshold that is best
on the very articles it is scored on, which no reader of news could know (an oracle), and with the one that is best on
the other half. All articles stand in one pool: what is joined wrongly with the other half counts against either half.

    python benchmarks/incidents.py                    # 200 incidents; needs ../shared
    python benchmarks/incidents.py --sample 400 --cache FOLDER   # readings are kept in FOLDER
    python benchmarks/incidents.py --misses           # lists what went wrong in the half for looking
"""

import argparse
import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from articles import reading, shared
from collate import b_cubed, linkage
from crosswire.collate import collate
from crosswire.collate.occurrence import COUNTED
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim, Incident, Ledger, Reading, Toll
from gun_violence import Counts, articles, claimed

_SAMPLE = 200
_HEAD = 300  # letters: what stands at a page's head is what it tells of


@dataclass(frozen=True, kw_only=True)
class Case:
    """An incident of the data: its articles, oldest first, and its killed and injured."""

    name: str
    rows: tuple[Mapping[str, str], ...]
    gold: Counts
    held_out: bool


def cases(folder: Path, number: int) -> list[Case]:
    """So many incidents with at least two articles, by hash of their names."""
    grouped: dict[str, list[tuple[Mapping[str, str], Counts]]] = defaultdict(list)
    for row, gold in articles(folder):
        grouped[row["incident_id"]].append((row, gold))
    several = sorted((name for name, rows in grouped.items() if len(rows) > 1), key=_draw)[:number]
    return [
        Case(
            name=name,
            rows=tuple(sorted((row for row, _ in grouped[name]), key=lambda row: (row["dct"] or "", row["doc_id"]))),
            gold=grouped[name][0][1],
            held_out=bool(place % 2),
        )
        for place, name in enumerate(several)
    ]


def _draw(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def readings(known: Iterable[Case], kit: Kit, cache: Path | None) -> dict[str, Reading]:
    """The reading of each article by its name; those in `cache` are taken from there."""
    found: dict[str, Reading] = {}
    for row in (row for case in known for row in case.rows):
        kept = cache / f"{row['doc_id']}.msgpack" if cache else None
        if kept and kept.exists():
            found[row["doc_id"]] = msgspec.msgpack.decode(kept.read_bytes(), type=Reading)
            continue
        found[row["doc_id"]] = reading(row["doc_id"], row["text"], kit, title=row["title"], published=row["dct"])
        if kept:
            kept.write_bytes(msgspec.msgpack.encode(found[row["doc_id"]]))
    return found


def homes(ledger: Ledger) -> dict[str, str]:
    """The incident of each document, by ids, as the module says."""
    claims = {claim.id: claim for claim in ledger.claims}
    held: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    for incident in (one for one in ledger.incidents if one.kind != "episode"):
        mine: dict[str, list[Claim]] = defaultdict(list)
        for claim in (claims[name] for name in incident.claims):
            mine[claim.quote.document].append(claim)
        for document, told in mine.items():
            counted = sum(claim.kind in COUNTED and claim.figure is not None for claim in told)
            if counted:
                first = min(claim.quote.start for claim in told if claim.kind in COUNTED and claim.figure)
                held[document].append((first // _HEAD, -counted, first, incident.id))
    found = {document: min(options)[-1] for document, options in held.items()}
    for story in ledger.stories:
        spread = Counter(found[document] for document in story.documents if document in found)
        usual = min(spread, key=lambda name: (-spread[name], name), default=None)
        for document in story.documents:
            found.setdefault(document, usual or story.id)
    return found


def tolled(incident: Incident) -> Counts:
    """Killed and injured of an incident by its tolls: what stands in no other row, the people that were hit besides."""
    killed, injured, hit = (_whole(incident.tolls, kind) for kind in ("killed", "injured", "casualties"))
    return killed, max(injured, hit - killed)


def _whole(rows: Sequence[Toll], kind: str) -> int:
    """The highest best figure of the kind; figures of classes are not added up."""
    return max((row.best or 0 for row in rows if row.kind == kind and row.policy == "ucdp"), default=0)


Rule = Callable[[Sequence[Reading]], Reading]
RULES: dict[str, Rule] = {
    "first article": lambda told: told[0],
    "latest article": lambda told: told[-1],
    "longest article": lambda told: max(told, key=lambda one: len(one.document.text) if one.document else 0),
}


def _nearest(told: Sequence[Reading], gold: Counts) -> Counts:
    """The killed and the injured nearest to the truth, each from any of the articles."""
    said = [claimed(one) for one in told]
    killed, injured = (min((one[at] for one in said), key=lambda number: abs(number - gold[at])) for at in (0, 1))
    return killed, injured


def _line(name: str, found: Sequence[Counts], gold: Sequence[Counts]) -> list[float]:
    exact = [sum(one[part] == true[part] for one, true in zip(found, gold, strict=True)) / len(gold) for part in (0, 1)]
    off = [
        math.sqrt(sum((one[part] - true[part]) ** 2 for one, true in zip(found, gold, strict=True)) / len(gold))
        for part in (0, 1)
    ]
    print(
        f"    {name:<22} exact: killed {exact[0]:.3f} injured {exact[1]:.3f}   "
        f"RMSE: killed {off[0]:.2f} injured {off[1]:.2f}"
    )
    return exact


def counts(
    known: Sequence[Case], found: Mapping[str, Reading], ledger: Ledger, home: Mapping[str, str]
) -> list[Counts]:
    """What our ledger says of each incident of the data."""
    incidents = {incident.id: incident for incident in ledger.incidents}
    answers = []
    for case in known:
        spread = Counter(home[_id(found[row["doc_id"]])] for row in case.rows if _id(found[row["doc_id"]]) in home)
        ranked = sorted(spread, key=lambda name: (name not in incidents, -spread[name], name))
        answers.append(tolled(incidents[ranked[0]]) if ranked and ranked[0] in incidents else (0, 0))
    return answers


def by_page(
    known: Sequence[Case], found: Mapping[str, Reading], ledger: Ledger, home: Mapping[str, str]
) -> list[Counts]:
    """The numbers that most articles give of the same incident, each by its claims there; of several the latest."""
    held = {incident.id: set(incident.claims) for incident in ledger.incidents}
    answers = []
    for case in known:
        told = [found[row["doc_id"]] for row in case.rows]
        spread = Counter(home[_id(one)] for one in told if home.get(_id(one)) in held)
        mine = held[min(spread, key=lambda name: (-spread[name], name))] if spread else set()
        parts = [tuple(claim for claim in one.claims if claim.id in mine) for one in told]
        said = [
            claimed(msgspec.structs.replace(one, claims=part)) for one, part in zip(told, parts, strict=True) if part
        ]
        answers.append((_usual([one[0] for one in said]), _usual([one[1] for one in said])))
    return answers


def _usual(numbers: Sequence[int]) -> int:
    times = Counter(numbers)
    latest = {number: place for place, number in enumerate(numbers)}
    return max(times, key=lambda number: (times[number], latest[number]), default=0)


def _id(reading: Reading) -> str:
    return reading.document.id if reading.document else reading.page


def measure(known: Sequence[Case], found: Mapping[str, Reading], ledger: Ledger, *, misses: bool) -> None:
    """Prints the figures of both halves."""
    home = homes(ledger)
    themes = {document: story.id for story in ledger.stories for document in story.documents}
    documents = {document.id: document for document in ledger.documents}
    gold = {_id(found[row["doc_id"]]): case.name for case in known for row in case.rows}
    gold = {name: label for name, label in gold.items() if name in documents}
    halves = [{case.name for case in known if case.held_out == held} for held in (False, True)]
    tried = dict(linkage([documents[name] for name in gold]))
    best = [_tuned(tried, gold, half) for half in halves]
    oracle = _tuned(tried, gold, ())
    for held in (False, True):
        mine = [case for case in known if case.held_out == held]
        print(f"  {'held-out half' if held else 'half for looking'}: {len(mine)} incidents")
        groups = {
            "incidents": home,
            "stories": themes,
            f"tf-idf + HAC, tuned on the other half ({best[not held]})": tried[best[not held]],
            f"tf-idf + HAC, tuned on this half ({best[held]})": tried[best[held]],
        }
        for name, found_groups in groups.items():
            score = b_cubed(found_groups, gold, halves[held])
            print(f"    {name:<48} B3 precision {score[0]:.3f} recall {score[1]:.3f} F1 {score[2]:.3f}")
        true = [case.gold for case in mine]
        told = [[found[row["doc_id"]] for row in case.rows] for case in mine]
        alone = [_line(name, [claimed(rule(one)) for one in told], true) for name, rule in RULES.items()]
        _line("ceiling of one article", [_nearest(one, gold) for one, gold in zip(told, true, strict=True)], true)
        ours = counts(mine, found, ledger, home)
        rows = _line("crosswire, toll rows", ours, true)
        pages = _line("crosswire, by page", by_page(mine, found, ledger, home), true)
        for name, exact in (("toll rows", rows), ("by page", pages)):
            gaps = [exact[at] - max(one[at] for one in alone) for at in (0, 1)]
            print(f"    {name} above the best single: killed {gaps[0]:+.3f}, injured {gaps[1]:+.3f} (bar +.050)")
        if misses and not held:
            _misses(mine, ours, found, home)
    score, rival = b_cubed(home, gold), b_cubed(tried[oracle], gold)
    print(f"  together: incidents B3 F1 {score[2]:.3f} (bar .850), tf-idf + HAC (best threshold of all) {rival[2]:.3f}")


def _tuned(tried: Mapping[float, Mapping[str, str]], gold: Mapping[str, str], labels: Collection[str]) -> float:
    """The threshold that is best for the articles of these incidents."""
    return max(tried, key=lambda at: b_cubed(tried[at], gold, labels)[2])


def _misses(
    known: Sequence[Case], ours: Sequence[Counts], found: Mapping[str, Reading], home: Mapping[str, str]
) -> None:
    for case, answer in zip(known, ours, strict=True):
        told = [found[row["doc_id"]] for row in case.rows]
        alone, groups = [claimed(one) for one in told], {home.get(_id(one), "-") for one in told}
        if answer != case.gold or len(groups) > 1:
            print(f"    MISS {case.name} gold {case.gold} ours {answer} alone {alone} in {len(groups)} incidents")


def main() -> None:
    """Prints all figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=int, default=_SAMPLE)
    options.add_argument("--cache", type=Path)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    kit = load_kit()
    known = cases(shared("data/gun_violence_longtail"), chosen.sample)
    if chosen.cache:
        chosen.cache.mkdir(parents=True, exist_ok=True)
    found = readings(known, kit, chosen.cache)
    print(f"gun_violence_longtail: {len(known)} incidents with at least two articles")
    measure(known, found, collate(found.values(), kit), misses=chosen.misses)


if __name__ == "__main__":
    main()
