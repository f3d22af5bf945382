"""Prints how well killed and injured human targets of the MUC-4 keys are read, beside the systems of 1992.

The texts are wire of 1989-90, in capitals throughout. Gold is, for each text, every human target of any template whose
effect is death or injury, with its number, each once (the same number, effect and name in two templates is one); a
target or value marked optional ("?") is not asked for, but not held against us either.

Matching rule, one to one within a text: a claim of kind killed answers a DEATH, one of kind injured an INJURY, one of
killed or injured (`casualties`) either. The number is right if it is one of the key's values, "~" and bounds aside;
PLURAL is answered by a vague word or by any number above one. The target is the same if the claim's sentence holds a
word of four letters or more, or a name, of one of the target's fills. Our claims of one kind, value and population in
one text are one answer. The keys leave out the dead of fights between soldiers and guerrillas and of crimes, and our
claims do not: precision counts every such claim as wrong, so it says little about reading. Full credit or none: the
partial credit of 1992 is not given to us.

`all` counts every target; `counted` leaves out targets that the key gives a name of their own (one "HECTOR OQUELI"):
no source printed a number for them, and crosswire gives none. A claim that tells whom an act befell without a number
answers a target of one, or of PLURAL, if its words for the victim hold a word of the target's fills. The scores of
1992 are the lines hum-tgt-num and hum-tgt-effect of the official tables, which ask for every template's targets, held
against right templates only.

    python benchmarks/muc.py            # TST3 and each tenth text of dev; needs ../shared
    python benchmarks/muc.py --all      # TST3 and all of dev
    python benchmarks/muc.py --misses   # lists what went wrong
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles import f1, reading, share, shared
from crosswire.kit import Kit, load_kit
from crosswire.records import Claim

_MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4}).*$", re.MULTILINE)
_SLOT = re.compile(r"^(\d+)\. +([A-Z :]+?)  +(.*)$")
_FILL = re.compile(r'"((?:[^"\\]|\\.)*)"')
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_LONG = 4  # letters of a word that tells a target
_STEP = 10


@dataclass
class Target:
    """One human target of a text's key: its possible kinds and numbers (None: some, unknown), and its fills."""

    kinds: set[str] = field(default_factory=set)
    numbers: set[int | None] = field(default_factory=set)
    fills: set[str] = field(default_factory=set)
    optional: bool = False
    named: bool = False


def main() -> None:
    """Prints recall and precision on each part, then the official table."""
    folder = shared("data/muc34")
    corpora, kit, show = folder / "TASK" / "CORPORA", load_kit(), "--misses" in sys.argv
    tst3 = (texts(corpora / "tst3", "tst3-muc4"), keys(corpora / "tst3", "key-*"))
    every, dev_keys = texts(corpora / "dev", "dev-muc3-*"), keys(corpora / "dev", "key-*")
    names = sorted(every) if "--all" in sys.argv else sorted(every)[::_STEP]
    for title, (pages, gold) in {"TST3": tst3, "dev": ({name: every[name] for name in names}, dev_keys)}.items():
        _score(title, pages, gold, kit, show=show)
    print("official scores of 1992 on TST3, recall / precision of hum-tgt-num and hum-tgt-effect, best first:")
    for system, number, effect in official(folder / "OFFICIAL_1992_SCORES"):
        print(f"  {system:8} number {number[0]:3}/{number[1]:3}   effect {effect[0]:3}/{effect[1]:3}")


def _score(title: str, pages: dict[str, str], gold: dict[str, list[Target]], kit: Kit, *, show: bool) -> None:
    asked = {"all": 0, "counted": 0}
    right, found, loose, number_only = {"all": 0, "counted": 0}, 0, 0, 0
    for name, text in sorted(pages.items()):
        targets = gold.get(name, [])
        answers = _answers(text, name, kit)
        pairs = _pairs(answers, targets)
        for index, target in enumerate(targets):
            if target.optional:
                continue
            asked["all"] += 1
            asked["counted"] += not target.named
            hit = index in pairs.values()
            right["all"] += hit
            right["counted"] += hit and not target.named
            if show and not hit:
                print(f"MISSED {name} {sorted(target.kinds)} {target.numbers} {sorted(target.fills)[:2]}")
        found += len(answers)
        loose += len(pairs)
        number_only += bool(targets)
        for at, (claim, sentence) in enumerate(answers):
            if show and at not in pairs and claim.figure:
                print(f"EXTRA  {name} {claim.kind} {claim.figure.text} | {' '.join(sentence.split())[:110]}")
    precision = share(loose, found)
    print(f"{title}: {len(pages)} texts, {number_only} with dead or injured; {found} claims, precision {precision:.3f}")
    for part in ("all", "counted"):
        recall = share(right[part], asked[part])
        both = f"recall {recall:.3f}, F1 {f1(precision, recall):.3f}"
        print(f"  {part:8} {asked[part]:4} targets, number and effect: {both}")


def _answers(text: str, name: str, kit: Kit) -> list[tuple[Claim, str]]:
    """Our counts of killed and injured with their sentences, and whom we name without a number, equal ones once."""
    found = reading(name, text, kit)
    rows: dict[tuple[str, object, str | None], tuple[Claim, str]] = {}
    for claim in found.claims:
        if claim.kind not in {"killed", "injured", "casualties"} or not found.document:
            continue
        if claim.said.stance not in {"asserts", "alleges"}:
            continue
        if claim.figure and claim.figure.high != 0:
            key = (claim.kind, claim.figure.value or claim.figure.text, claim.counted)
            rows.setdefault(key, (claim, _sentence(found.document.text, claim)))
        elif claim.target and not claim.figure:
            rows.setdefault((claim.kind, claim.target, None), (claim, claim.target))
    return list(rows.values())


def _sentence(text: str, claim: Claim) -> str:
    start = max(text.rfind(". ", 0, claim.quote.start), text.rfind("\n\n", 0, claim.quote.start))
    end = re.search(r"\.\s|\n\n", text[claim.quote.end :])
    return text[max(start, 0) : claim.quote.end + (end.start() if end else len(text))]


def _pairs(answers: list[tuple[Claim, str]], targets: list[Target]) -> dict[int, int]:
    """Answer to target, one to one: exact numbers first."""
    rows = [
        (_exactness(claim, target), at, index)
        for at, (claim, sentence) in enumerate(answers)
        for index, target in enumerate(targets)
        if _same_kind(claim, target) and _tells(sentence, target) and _exactness(claim, target)
    ]
    pairs: dict[int, int] = {}
    for _, at, index in sorted(rows, key=lambda row: (-row[0], row[1:])):
        if at not in pairs and index not in pairs.values():
            pairs[at] = index
    return pairs


def _same_kind(claim: Claim, target: Target) -> bool:
    return claim.kind in target.kinds or claim.kind == "casualties"


def _exactness(claim: Claim, target: Target) -> int:
    """2 for the same number, 1 for PLURAL and more than one, 0 otherwise."""
    if claim.figure is None:
        return int(not target.numbers.isdisjoint({1, None}))
    value = claim.figure.value
    if value is not None and value in target.numbers:
        return 2
    return int(None in target.numbers and value != 1)


def _tells(sentence: str, target: Target) -> bool:
    words = set(re.findall(r"\w+", sentence.upper()))
    return any(
        word in words for fill in target.fills for word in re.findall(r"\w+", fill) if len(word) >= _LONG
    ) or any(fill in sentence.upper() for fill in target.fills)


# the corpus


def texts(folder: Path, pattern: str) -> dict[str, str]:
    """Each message of the files by its name."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob(pattern)):
        parts = _MESSAGE.split(path.read_text(encoding="latin-1"))
        found.update(zip(parts[1::2], (_unwrapped(part) for part in parts[2::2]), strict=True))
    return found


def _unwrapped(text: str) -> str:
    """The text with each paragraph on one line, as pages have it."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def keys(folder: Path, pattern: str) -> dict[str, list[Target]]:
    """The dead and injured human targets of each message, equal ones once."""
    found: dict[str, list[Target]] = {}
    for path in sorted(folder.glob(pattern)):
        for slots in _templates(path):
            known = found.setdefault(slots["MESSAGE: ID"][0].strip().split()[0], [])
            for target in _targets(slots):
                twin = next((t for t in known if t.fills & target.fills and _like(t, target)), None)
                if twin is None:
                    known.append(target)
                else:
                    twin.fills |= target.fills
    return found


def _like(one: Target, other: Target) -> bool:
    return bool(one.kinds & other.kinds and one.numbers & other.numbers)


def _templates(path: Path) -> Iterator[dict[str, list[str]]]:
    slots: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _SLOT.match(line)
        if match:
            if match[1] == "0" and slots:
                yield slots
                slots = {}
            name = match[2].strip()
            slots[name] = [match[3]]
        elif line.startswith(" ") and name:
            slots[name].append(line.strip())
    if slots:
        yield slots


def _targets(slots: dict[str, list[str]]) -> Iterator[Target]:
    """The targets of one template: effects and numbers joined by a fill that they share."""
    numbers = [_row(line) for line in slots.get("HUM TGT: NUMBER", [])]
    persons = {fill for line in slots.get("HUM TGT: NAME", []) for fill in _FILL.findall(line)}
    for line in slots.get("HUM TGT: EFFECT OF INCIDENT", []):
        values, fills, optional = _row(line)
        kinds = {_EFFECTS[value] for value in values if value in _EFFECTS}
        match = next((row for row in numbers if row[1] & fills), None)
        if kinds and match:
            yield Target(
                kinds=kinds,
                numbers={_value(text) for text in match[0]},
                fills=fills | match[1],
                optional=optional or match[2],
                named=bool(persons & (fills | match[1])),
            )


def _row(line: str) -> tuple[list[str], set[str], bool]:
    """Values, fills and whether it is optional: `? 3 / 5: "POLICEMEN"`."""
    head = line.split('"', maxsplit=1)[0].rstrip().rstrip(":")
    return [part.strip(" ?~-") for part in head.split("/")], set(_FILL.findall(line)), line.lstrip().startswith("?")


def _value(text: str) -> int | None:
    digits = re.search(r"\d+", text.replace(",", ""))
    return int(digits[0]) if digits else None


def official(folder: Path) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """System, (recall, precision) of number and of effect, best number first."""
    rows = []
    for path in sorted(folder.glob("TST3_*.txt")):
        scores: dict[str, tuple[int, int]] = {}
        for line in path.read_text(encoding="latin-1").splitlines():
            if line.startswith("hum-tgt-") and "|" in line:
                last = [int(value) if value.isdigit() else 0 for value in line.rsplit("|", 1)[1].split()]
                scores.setdefault(line.split()[0], (last[0], last[1]))
        rows.append((path.stem.removeprefix("TST3_"), scores["hum-tgt-num"], scores["hum-tgt-effect"]))
    return sorted(rows, key=lambda row: (-sum(row[1]), row[0]))


if __name__ == "__main__":
    main()
