"""Prints how often "who did what to whom" is read: coded sentences of PLOVER, and fighting in the texts of re3d.

PLOVER: each coded sentence is read as a text of its own. Its class of event (FIGHT, DEMAND ...) is found if a claim has
a kind of that class (table below; classes that no kind of ours answers are counted apart, not asked for). Who is right
if actor or speaker of such a claim shares a word with a coded source, whom if target, place, side or who is counted
shares one with a coded target; two words are the same if their first five letters are, in any case ("Syria", "Syrian").

re3d: a relation FightingAgainst between two mentions is found if a claim of fighting (strikes, clashes, casualties,
control) overlaps the sentence of its words; who is right if the actor shares a word with source or target, for the data
have the two in the order of the words.

    python benchmarks/whodunit.py            # needs ../shared
    python benchmarks/whodunit.py --misses   # lists what went wrong
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from articles import reading, share, shared
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim

_KINDS = {
    "FIGHT": "killed injured casualties struck shelled bombed clashed attacked seized regained entered "
    "repelled contested damaged",
    "ASSAULT": "killed injured casualties abducted bombed struck shelled clashed attacked damaged captured",
    "COERCE": "detained closed besieged displaced seized damaged",
    "RETREAT": "withdrew lost evacuated agreed",
    "DEMAND": "called_for",
    "REJECT": "denied rejected",
    "CONSULT": "met",
    "AID": "aided evacuated",
}
_FIGHTING = frozenset({*_KINDS["FIGHT"].split(), *_KINDS["ASSAULT"].split(), "besieged", "lost"})
_STEM = 5
_SMALL = frozenset({"the", "of", "and", "in", "a", "an", "its", "their", "forces", "officials"})


def main() -> None:
    """Prints both tables."""
    data, kit, show = shared("data"), load_kit(), "--misses" in sys.argv
    _plover(data / "plover_gsr" / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt", kit, show=show)
    _re3d(data / "re3d", kit, show=show)


def _plover(path: Path, kit: Kit, *, show: bool) -> None:
    table: dict[str, Counter[str]] = {}
    for row in records(path):
        kinds = set(_KINDS.get(row["event"], "").split())
        counts = table.setdefault(row["event"] if kinds else "(no kind of ours)", Counter())
        counts["asked"] += 1
        claims = [claim for claim in reading(row["id"], row["text"], kit).claims if claim.kind in kinds]
        who = any(_shares([claim.doer, claim.said.name], _names(row, "source")) for claim in claims)
        whom = any(_shares(_suffers(claim), _names(row, "target")) for claim in claims)
        counts.update(what=bool(claims), who=who, targets=bool(_names(row, "target")), whom=whom)
        if show and kinds and not (claims and who):
            print(f"MISS {row['event']} {'who' if claims else 'what'} {row['eventText']} | {row['text'][:120]}")
    print("PLOVER    asked   what    who   whom (of those with a coded target)")
    total: Counter[str] = Counter()
    for event, counts in sorted(table.items()):
        if event in _KINDS:
            total.update(counts)
            _row(event, counts)
    _row("all", total)
    print(f"  not asked for: {table['(no kind of ours)']['asked']} sentences of classes that no kind answers")


def _row(name: str, counts: Counter[str]) -> None:
    asked = counts["asked"]
    shares = (share(counts["what"], asked), share(counts["who"], asked), share(counts["whom"], counts["targets"]))
    print(f"  {name:9} {asked:3}", *(f"  {value:.3f}" for value in shares))


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The coded sentences of the file, which is nearly JSON: objects with commas between them."""
    decoder, text = json.JSONDecoder(strict=False), path.read_text(encoding="utf-8", errors="replace")
    at = text.find("{")
    while at >= 0:
        try:
            row, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError:
            at = text.find("\n{", at + 1)
            continue
        if row.get("text"):
            yield row
        at = text.find("{", end)


def _names(row: dict[str, Any], side: str) -> list[str]:
    return [actor["actorText"] for actor in row.get(side) or [] if isinstance(actor, dict) and actor.get("actorText")]


def _suffers(claim: Claim) -> list[str | None]:
    place = [claim.place.text, claim.place.name] if claim.place else []
    return [claim.target, *place, claim.side, claim.counted, claim.quote.text]


def _shares(ours: list[str | None], gold: list[str]) -> bool:
    return bool(_stems(*(name for name in ours if name)) & _stems(*gold))


def _stems(*names: str) -> set[str]:
    return {word[:_STEM] for name in names for word in re.findall(r"\w+", name.lower()) if word not in _SMALL}


def _re3d(folder: Path, kit: Kit, *, show: bool) -> None:
    asked = what = who = 0
    for path in sorted(folder.glob("*/relations.json")):
        relations: dict[str, list[dict[str, Any]]] = {}
        for row in _lines(path):
            if row["type"] == "FightingAgainst":
                relations.setdefault(row["documentId"], []).append(row)
        for document in _lines(path.with_name("documents.json")):
            rows = relations.get(document["_id"], [])
            if not rows:
                continue
            found = reading(document["_id"], document["text"], kit)
            if found.document is None:
                print(f"not read: {document['_id']}")
                continue
            for row in rows:
                claims = _told(found.document.text, found.claims, _sentence(document["text"], row))
                right = any(_shares([claim.doer], [row["source"], row["target"]]) for claim in claims)
                asked, what, who = asked + 1, what + bool(claims), who + right
                if show and not right:
                    print(f"MISS re3d {'who' if claims else 'what'} {row['source']} | {row['value']} | {row['target']}")
    print(f"re3d FightingAgainst: {asked} relations; what {share(what, asked):.3f}, who {share(who, asked):.3f}")


def _sentence(text: str, row: dict[str, Any]) -> str:
    """The sentence that holds the relation's middle."""
    middle = (int(row["begin"]) + int(row["end"])) // 2
    starts = [0, *(match.end() for match in re.finditer(r"[.!?\"]\s+|\n", text)), len(text)]
    first = max(at for at in starts if at <= middle)
    return text[first : min(at for at in [*starts, len(text)] if at > middle or at == len(text))].strip()


def _told(text: str, claims: tuple[Claim, ...], sentence: str) -> list[Claim]:
    at = text.find(sentence[:60])
    inside = range(at, at + len(sentence)) if at >= 0 else range(0)
    return [claim for claim in claims if claim.kind in _FIGHTING and claim.quote.start in inside]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
