"""Prints how often the killed and the injured of an article on a shooting are read exactly, beside a window regex.

Gold is the number of killed and injured of the incident that an article tells of; only articles with at least one
victim are asked. What an article says is taken from its claims by one rule, the same for any text: the claims of one
kind, of scope incident, not denied and not part of another, are added up if they stand in one sentence under one
frame ("a man and two women were killed"); the largest such number is the article's. People who were shot, without a
word on what became of them, are `casualties`: those of them who were not killed count as injured, for that is how the
data count. A victim who is only named is counted by no claim.

The baseline takes, for either kind, the largest number (digits or words up to twenty, no year) that stands within six
words of a word of death or injury.

    python benchmarks/gun_violence.py            # 300 articles; needs ../shared
    python benchmarks/gun_violence.py --all      # all of them, many minutes
    python benchmarks/gun_violence.py --misses   # lists what went wrong
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from articles import reading, shared
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim, Reading

_SAMPLE = 300
_SHORT = 200  # letters; shorter texts are remains of pages
_WINDOW = 6
_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
_SIGNS = {
    "killed": re.compile(r"kill|dead|death|die[sd]?$|dying|fatal|murder|slain|homicide"),
    "injured": re.compile(r"injur|wound|hurt|hospital"),
}
_YEARS = range(1900, 2100)

Counts = tuple[int, int]


def main() -> None:
    """Prints both readers' exact shares."""
    rows = list(articles(shared("data/gun_violence_longtail")))
    if "--all" not in sys.argv:
        rows = rows[:: max(1, len(rows) // _SAMPLE)][:_SAMPLE]
    kit, show = load_kit(), "--misses" in sys.argv
    right: Counter[tuple[str, str]] = Counter()
    for row, gold in rows:
        ours, regex = claimed(_read(row, kit)), window(f"{row['title']}\n{row['text']}")
        if show and ours != gold:
            print(f"MISS {row['doc_id']} gold {gold} ours {ours} | {row['title'][:90]}")
        for name, found in (("crosswire", ours), ("window regex", regex)):
            for part, same in zip(("killed", "injured", "both"), _same(found, gold), strict=True):
                right[name, part] += same
    print(f"{len(rows)} articles with at least one victim, share exact:")
    for name in ("window regex", "crosswire"):
        print(
            f"  {name:13}", *(f"{part} {right[name, part] / len(rows):.3f}" for part in ("killed", "injured", "both"))
        )
    gaps = [(right["crosswire", part] - right["window regex", part]) / len(rows) for part in ("killed", "injured")]
    print(f"  above the baseline: killed {gaps[0]:+.3f}, injured {gaps[1]:+.3f}, mean {sum(gaps) / 2:+.3f} (bar +.150)")


def articles(folder: Path) -> Iterator[tuple[dict[str, str], Counts]]:
    """Each article that tells of one incident with a victim, with its killed and injured, in order of ids."""
    with gzip.open(folder / "incidents.jsonl.gz", "rt", encoding="utf-8") as lines:
        incidents = {row["incident_id"]: row for row in map(json.loads, lines)}
    with gzip.open(folder / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    told = Counter(row["doc_id"] for row in documents)
    for row in sorted(documents, key=lambda row: str(row["doc_id"])):
        incident = incidents.get(row["incident_id"], {})
        killed, injured = incident.get("num_killed"), incident.get("num_injured")
        if killed is None or injured is None or not killed + injured:
            continue
        if told[row["doc_id"]] == 1 and len(row["text"]) >= _SHORT:
            yield row, (killed, injured)


def _read(row: dict[str, str], kit: Kit) -> Reading:
    return reading(row["doc_id"], row["text"], kit, title=row["title"], published=row["dct"])


def _same(found: Counts, gold: Counts) -> tuple[bool, bool, bool]:
    return found[0] == gold[0], found[1] == gold[1], found == gold


def claimed(found: Reading) -> Counts:
    """Killed and injured of the article by its claims."""
    sums: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for claim in found.claims:
        if claim.figure and claim.figure.value is not None and _counts(claim):
            sums[claim.kind][claim.quote.start, claim.rule.partition(" (")[0]] += claim.figure.value
    killed, injured, hit = (max(sums[kind].values(), default=0) for kind in ("killed", "injured", "casualties"))
    return killed, max(injured, hit - killed)


def _counts(claim: Claim) -> bool:
    return claim.scope == "incident" and claim.part_of is None and claim.said.stance in {"asserts", "alleges"}


def window(text: str) -> Counts:
    """Killed and injured by the largest number within six words of a word of the kind."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    largest = dict.fromkeys(_SIGNS, 0)
    for at, word in enumerate(words):
        number = _WORDS.get(word, int(word) if word.isdigit() and len(word) <= 6 else None)  # noqa: PLR2004
        if number is None or number in _YEARS:
            continue
        around = words[max(0, at - _WINDOW) : at + _WINDOW + 1]
        for kind, sign in _SIGNS.items():
            if any(sign.match(other) for other in around):
                largest[kind] = max(largest[kind], number)
    return largest["killed"], largest["injured"]


if __name__ == "__main__":
    main()
