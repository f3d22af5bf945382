"""Prints how well dates are read: explicit dates of TempEval-3 and the days of annotated figures.

Explicit dates are TIMEX3 of type DATE whose value is a day, a month or a year (no quarters, weeks, seasons, PAST_REF),
outside the document's own creation time. A value is right if the expression was found (any overlap) and its days are
the day, month or year of the gold value; an expression that we read more finely (early March) counts by its month, a
range ("from 1991 to 1997", "since January") by its ends.

    python benchmarks/dates.py            # needs ../shared
    python benchmarks/dates.py --errors   # lists what went wrong
"""

import datetime as dt
import html
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crosswire.kit import Kit, load_kit
from crosswire.read.clues import DateMention, Sentence
from crosswire.read.dates import base_day, dates
from crosswire.read.tokens import tokens
from crosswire.records import When
from crosswire.text.sentences import sentences

SHARED = Path(__file__).parents[2] / "shared"
_TAG = re.compile(r"<[^>]+>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_DATELINE = 30  # tokens of an article in which its date may stand
_EXPLICIT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")


def main() -> None:
    """Prints both tables."""
    if not SHARED.is_dir():
        sys.exit(f"The measuring data are not at {SHARED.resolve()}; nothing was measured.")
    kit = load_kit()
    show = "--errors" in sys.argv
    _tempeval(kit, show=show)
    _figures(kit, show=show)


def parsed(text: str, kit: Kit) -> tuple[Sentence, ...]:
    """The sentences of `text`, parsed."""
    spans = sentences(text)
    docs = kit.model.pipe(text[start:end] for start, end in spans)
    return tuple(
        Sentence(index=index, paragraph=0, start=start, end=end, tokens=tokens(doc, text[start:end]))
        for index, ((start, end), doc) in enumerate(zip(spans, docs, strict=True))
    )


def _tempeval(kit: Kit, *, show: bool) -> None:
    found = right = total = 0
    wrong: Counter[str] = Counter()
    spent = 0.0
    for path in sorted((SHARED / "data" / "tempeval3_tbaq").glob("*/*.tml")):
        text, gold, created = _tml(path.read_text(encoding="utf-8"))
        if created is None:
            continue
        page = parsed(text, kit)
        base = When(first=created, last=created, text="", basis="published")
        start = time.perf_counter()
        mentions = dates(page, base, kit)
        spent += time.perf_counter() - start
        spans = [(page[m.sentence].span(m.first, m.last), m) for m in mentions]
        for begin, end, value, words in gold:
            total += 1
            options = [m for (first, last), m in spans if first < end and last > begin]
            found += bool(options)
            hit = any(_value(m, value) == value for m in options)
            right += hit
            if not hit:
                got = options[0].text + " = " + _shown(options[0]) if options else "(not found)"
                wrong[f"{value}\t{' '.join(words.split())}\t{got}\t{created:%a %Y-%m-%d}"] += 1
    print(
        f"TempEval-3: explicit dates {total}, found {found / total:.3f}, value right {right / total:.3f}, {spent:.1f} s"
    )
    if show:
        print("\n".join(f"{count}\t{line}" for line, count in wrong.most_common()))


def _tml(source: str) -> tuple[str, list[tuple[int, int, str, str]], dt.date | None]:
    dct = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", source, re.DOTALL)
    created = dt.date.fromisoformat(dct[1]) if dct else None
    body = re.search(r"<TEXT>(.*)</TEXT>", source, re.DOTALL)
    text, gold, open_at, place = "", [], None, 0
    piece = body[1] if body else ""
    for tag in _TAG.finditer(piece):
        text += html.unescape(piece[place : tag.start()])
        place = tag.end()
        if tag[0].startswith("<TIMEX3"):
            open_at = (len(text), dict(_ATTRIBUTE.findall(tag[0])))
        elif tag[0] == "</TIMEX3>" and open_at:
            begin, fields = open_at
            if fields["type"] == "DATE" and _EXPLICIT.match(fields["value"]):
                gold.append((begin, len(text), fields["value"], text[begin:]))
            open_at = None
    return text + html.unescape(piece[place:]), gold, created


def _value(mention: DateMention, like: str) -> str:
    when = mention.when
    if when is None:
        return ""
    first, last = when.first, when.last
    if mention.since or first.year != last.year:
        ends = {str(end)[: len(like)] for end in (first, last)}
        return like if like in ends else ""
    if len(like) == len("2024") and first.year == last.year:
        return "" if first == last else str(first.year)
    if len(like) == len("2024-11") and (first.year, first.month) == (last.year, last.month):
        return "" if first == last else f"{first:%Y-%m}"
    return first.isoformat() if first == last else ""


def _shown(mention: DateMention) -> str:
    return f"{mention.when.first}/{mention.when.last}" if mention.when else "?"


def _figures(kit: Kit, *, show: bool) -> None:
    folder = SHARED / "gold" / "figures_dev"
    articles = {row["unit_id"]: row for row in _rows(folder / "articles.jsonl")}
    total = found = right = 0
    for row in _rows(folder / "gold.jsonl"):
        article = articles[row["unit_id"]]
        month, day, year = (int(part) for part in article["date"].split("/"))
        day_published = dt.date(year, month, day)
        page = parsed(article["article_content"], kit)
        day_published = _printed(page, kit) or day_published
        mentions = dates(page, base_day(day_published, None, page, kit), kit)
        seen = set()
        for figure in row["figures"]:
            words, value = figure["when_text"], figure["when"]
            if not words or not value or (words, value) in seen:
                continue
            seen.add((words, value))
            total += 1
            options = [m for m in mentions if _alike(m.text, words)]
            found += bool(options)
            hit = any(_covers(m, value) for m in options)
            right += hit
            if show and not hit:
                ours = [(m.text, _shown(m), m.since) for m in options]
                print(f"{day_published:%a} {day_published}\t{words}\t{value}\t{ours}")
    print(f"figures_dev: time expressions {total}, found {found / total:.3f}, value right {right / total:.3f}")


def _printed(page: tuple[Sentence, ...], kit: Kit) -> dt.date | None:
    """The first full date near the beginning of the text; the days beside the articles are often wrong."""
    for mention in dates(page[:1], None, kit):
        when = mention.when
        if mention.last <= _DATELINE and when and when.basis == "stated" and when.first == when.last:
            return when.first
    return None


def _alike(ours: str, gold: str) -> bool:
    return ours.casefold() in gold.casefold() or gold.casefold() in ours.casefold()


def _covers(mention: DateMention, value: str) -> bool:
    if mention.when is None:
        return False
    first, _, last = value.partition("/")
    starts = mention.when.first.isoformat().startswith(first)
    return starts and (mention.when.last.isoformat().startswith(last) if last else True)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
