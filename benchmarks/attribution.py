"""Who said it: our sayings against PolNeAR's attributions and against the speakers of annotated figures.

usage: attribution.py [--polnear | --figures] [--half 0|1] [--misses]

PolNeAR: a gold attribution is asked for if its cue is a phrase or verb of our lexicon ("spoke of" with its "of") in a
use that reports: no modal, negation or infinitive in the cue, and a content with a finite verb or a quotation mark
("promised lower taxes", "did not say" and "vowed to" report nothing that a speaker vouches for). It is found if the
token of one of our cues lies inside the gold cue. The source is right if it and our speaker or a carrier share a word
that starts with a capital in gold, the last word, or a word of four letters or more; a gold pronoun is right if ours
was carried from an earlier sentence. Precision: the share of our cues that lie in any gold cue, also one that is not
asked for. An article with several annotators counts with the first.

Figures: for each gold figure the quote is looked up in the text and `said_of` is taken at the number's offset; the
speaker is right by the scorer's rule (half of the shorter name's words; carriers count where gold names somebody).

Halves are every other file or line: errors were looked at in half 0 only.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crosswire.codebook.reporting import Reporting
from crosswire.kit import Kit, load_kit
from crosswire.read.attribution import said_of, sayings
from crosswire.read.clues import Saying, Sentence
from crosswire.read.parse import parse
from crosswire.read.parties import parties
from crosswire.read.passages import passages
from crosswire.records import Attribution, Document

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_POLNEAR = _SHARED / "data/polnear/dev"
_FIGURES = _SHARED / "gold/figures_dev"
_SPELLED = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_LONG = 4  # letters of a word that may prove a source
_HALF = 0.5  # share of the shorter name's words, as in the scorer
_UNREPORTED = frozenset(
    {"to", "not", "never", "would", "will", "could", "may", "might", "should", "can", "must", "cannot"}
)
_SAYS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset({'"', "“", "”", "''", "``"})
_SMALL = frozenset({"the", "s", "a", "of"})
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "i", "we", "you", "who", "which", "that", "his", "her", "their", "them", "him", "my"]
)


def main(arguments: list[str]) -> int:
    """Prints both measurements; 1 if the data are not there."""
    if not _SHARED.is_dir():
        print(f"The folder {_SHARED} is not there, so nothing was measured.")
        return 1
    half = int(arguments[arguments.index("--half") + 1]) if "--half" in arguments else None
    kit, show = load_kit(), "--misses" in arguments
    if "--polnear" in arguments or "--figures" not in arguments:
        polnear(kit, half, show=show)
    if "--figures" in arguments or "--polnear" not in arguments:
        figures(kit, half, show=show)
    return 0


def read(text: str, kit: Kit) -> tuple[tuple[Sentence, ...], tuple[Saying, ...]]:
    """The sentences and sayings of a bare text."""
    document = Document(id="d", url="", outlet="", title="", text=text, language="en")
    sentences = parse(passages(document), kit)
    return sentences, sayings(sentences, parties(sentences, kit), kit)


def polnear(kit: Kit, half: int | None, *, show: bool) -> None:
    """Prints cue recall, source accuracy and precision on PolNeAR's development part."""
    counts: Counter[str] = Counter()
    for path in (
        sorted((_POLNEAR / "text").iterdir())[half::2] if half is not None else sorted((_POLNEAR / "text").iterdir())
    ):
        annotated = sorted((_POLNEAR / "attributions").glob(f"{path.stem}*.ann"))
        if annotated:
            _score_article(path.read_text(), _brat(annotated[0]), kit, counts, show=show)
    found, gold, ours = counts["found"], counts["gold"], counts["ours"]
    print(f"polnear: cue recall {found / gold:.3f} ({found}/{gold}), source given cue {counts['source'] / found:.3f}")
    print(f"polnear: precision {counts['right'] / ours:.3f} ({ours} sayings)")


def _brat(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    for line in path.read_text().splitlines():
        key, _, rest = line.partition("\t")
        if key.startswith("T"):
            _, _, where = rest.split("\t")[0].partition(" ")
            spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in where.split(";"))]
        elif key.startswith("E"):
            events.append([part.split(":") for part in rest.split()])
    gathered = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {}
        for role, target in event:
            roles.setdefault(re.sub(r"\d+$", "", role), []).extend(spans.get(target, []))
        gathered.append(roles)
    return gathered


def _score_article(
    text: str, events: list[dict[str, list[tuple[int, int]]]], kit: Kit, counts: Counter[str], *, show: bool
) -> None:
    words = kit.codebook.languages["en"].reporting
    sentences, found = read(text, kit)
    cued = [e for e in events if e.get("Cue")]
    taken: set[int] = set()
    for event in cued:
        said = " ".join(text[a:b] for a, b in event["Cue"]).lower()
        if not _asked_for(said, event, sentences, words):
            continue
        counts["gold"] += 1
        hits = [n for n, s in enumerate(found) if any(a <= s.cue[0] < b for a, b in event["Cue"])]
        taken.update(hits)
        if not hits:
            if show:
                print("MISSED", said, "|", _around(text, event["Cue"][0]))
            continue
        counts["found"] += 1
        source = " ".join(text[a:b] for a, b in event.get("Source", []))
        right = any(_same_source(source, found[n]) for n in hits)
        counts["source"] += right
        if show and not right:
            print("SOURCE", repr(source), "ours", found[hits[0]].said, "|", _around(text, event["Cue"][0]))
    for n, saying in enumerate(found):
        right = n in taken or any(a <= saying.cue[0] < b for e in cued for a, b in e["Cue"])
        counts["ours"] += 1
        counts["right"] += right
        if show and not right:
            print("EXTRA ", text[slice(*saying.cue)], saying.said.speaker, "|", _around(text, saying.cue))


def _asked_for(
    said: str, event: dict[str, list[tuple[int, int]]], sentences: Sequence[Sentence], words: Reporting
) -> bool:
    """Whether a gold attribution has a cue of the lexicon, used to report, and a content that says something."""
    parts = re.findall(r"[\w’']+", said)
    if set(parts) & _UNREPORTED or any(part.endswith(("n't", "n’t")) for part in parts):
        return False
    verbs = [
        verb for part in parts if (verb := words.verb(part)) and (not verb.then or not verb.then.isdisjoint(parts))
    ]
    if not verbs and "according to" not in said:
        return False
    spans = event.get("Content", [])
    return any(
        any(first < sentence.start + t.idx + 1 <= last for first, last in spans)
        and (t.tag_ in _SAYS or t.text in _QUOTES)
        for sentence in sentences
        for t in sentence.tokens
    )


def _around(text: str, span: tuple[int, int]) -> str:
    return text[max(0, span[0] - 90) : span[1] + 60].replace("\n", " ⏎ ")


def _same_source(source: str, saying: Saying) -> bool:
    gold = re.findall(r"[\w-]+", source)
    ours = {w.lower() for name in (saying.said.speaker or "", *saying.said.via) for w in re.findall(r"[\w-]+", name)}
    if not gold or (saying.carried and any(w.lower() in _PRONOUNS for w in gold)):
        return True
    keys = {w.lower() for w in gold if w[0].isupper()} - _SMALL | {gold[-1].lower()}
    return bool(keys & ours or {w.lower() for w in gold if len(w) >= _LONG} & ours)


def figures(kit: Kit, half: int | None, *, show: bool) -> None:
    """Prints speaker accuracy at the numbers of the annotated figures."""
    counts: Counter[str] = Counter()
    articles = [json.loads(line) for line in (_FIGURES / "articles.jsonl").read_text().splitlines()]
    gold = [json.loads(line) for line in (_FIGURES / "gold.jsonl").read_text().splitlines()]
    for n, (article, annotation) in enumerate(zip(articles, gold, strict=True)):
        if half is not None and n % 2 != half:
            continue
        text = article["article_content"]
        _, found = read(text, kit)
        for figure in annotation["figures"]:
            where = _number_at(text, figure)
            if figure["field"] != "content" or where is None:
                continue
            said = said_of(found, *where)
            right = _same_speaker(figure["speaker"], said)
            kind = "named" if figure["speaker"] else "none"
            counts[kind] += 1
            counts[f"{kind} right"] += right
            counts["stance right"] += said.stance == figure["stance"]
            if show and not right:
                print(
                    "SPEAKER",
                    annotation["unit_id"],
                    "gold",
                    figure["speaker"],
                    figure["via"],
                    "ours",
                    said,
                    "|",
                    text[max(0, where[0] - 150) : where[1] + 150],
                )
    whole = counts["none"] + counts["named"]
    held = counts["none right"] + counts["named right"]
    print(f"figures: speaker {held / whole:.3f} ({held}/{whole}), stance {counts['stance right'] / whole:.3f}")
    for kind in ("none", "named"):
        print(f"figures: gold {kind} {counts[f'{kind} right'] / counts[kind]:.3f} of {counts[kind]}")


def _number_at(text: str, figure: dict[str, Any]) -> tuple[int, int] | None:
    start = text.find(figure["quote"])
    if start < 0:
        return None
    quote = figure["quote"]
    forms = [str(figure["value"])] if figure["value"] is not None else [figure["word"] or ""]
    if figure["value"] is not None and figure["value"] < len(_SPELLED):
        forms.append(_SPELLED[figure["value"]])
    if figure["value"] == 1:
        forms += ["a", "an"]
    for form in forms:
        match = re.search(rf"\b{re.escape(form)}\b", quote, re.IGNORECASE) if form else None
        if match:
            return start + match.start(), start + match.end()
    middle = start + len(quote) // 2
    return middle, middle + 1


def _same_speaker(gold: str | None, said: Attribution) -> bool:
    holders = " ".join([said.speaker or "", *said.via])
    return _same_name(gold, said.speaker) or bool(gold and _same_name(gold, holders))


def _same_name(gold: str | None, ours: str | None) -> bool:
    a, b = (set(re.findall(r"\w+", (name or "").lower())) - _SMALL for name in (gold, ours))
    return (not a and not b) or bool(a and b and len(a & b) / min(len(a), len(b)) >= _HALF)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
