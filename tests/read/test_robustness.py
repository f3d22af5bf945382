"""Nothing that a page can hold makes reading fail or takes long, and the time of reading grows as the page does."""

import json
import random
import time
import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest
from patience import in_time, read_in_time

from crosswire.kit import Kit
from crosswire.read import read
from crosswire.records import Page, Reading

_TOLD = "At least 23 civilians were killed in an air strike on Aleppo on Tuesday, the relief council said. "
_QUOTED = 'Rebels captured the town of Azaz on Friday. "We lost 12 men in the town," a commander said. '
_SIZE = 6_000  # characters of each strange text

_STRANGE = {
    "no full stop": "twelve people and 14 soldiers were killed in Homs and Idlib, the army said, and ",
    "the same words, on and on": "army ",
    "only digits": "12345 ",
    "a number behind the first word": "Of 40 guards in Homs. Of nine. Among 12 killed. To 3. ",
    "one number of many digits": "9",
    "only capitals": "AT LEAST 23 CIVILIANS WERE KILLED IN HOMS THE ARMY SAID. ",
    "only quotation marks": '"',
    "quotation marks that never close": "“killed ",
    "brackets": "((((killed 12 [",
    "numbers and verbs by turns": '"killed" (12) ',
    "tabs between cells": "12\tkilled\t",
    "NUL characters": "At least 23\x00 civilians were killed\x00 in Homs.\x00 ",
    "Arabic": "قتل ثلاثة وعشرون مدنيا في غارة جوية. ",
    "scripts in turn": "At least 23 civilians were killed in Homs. Убиты 12 человек. 死亡十二人。 ",
    "days that no calendar has": "on 31 February 0000, on 5 May 9999 and on 99/99/9999 nine people died. ",
    "millions of millions": "1.9 million million people were killed. ",
    "numbers in words without an end": "one hundred and ",
    "titles without a name": "Colonel General ",
    "offices without a state": "foreign defence ",
    "abbreviations": "Mr. Gen. U.S. ",
    "colours of fire": "\U0001f525 12 killed ",
    "accents upon accents": "a\u0301\u0302\u0303",
    "tags that never close": "<p>killed <b>12 <div ",
    "possessives": "'s ",
    "speakers without words": "he said ",
}
_CELLS = "".join(f"<td>{number} killed in Homs</td>" for number in range(2, 12))
_HUGE = {
    "a table of thousands of cells": f"<table>{f'<tr>{_CELLS}</tr>' * 400}</table>",
    "tables within tables": "<table><tr><td>12 killed " * 150 + "</td></tr></table>" * 150,
    "lists within lists": "<ul><li>12 killed in Homs, the army said " * 200 + "</li></ul>" * 200,
    "boxes within boxes": "<div>" * 400 + _TOLD * 20 + "</div>" * 400,
    "tabs without a word": "\t" * 100_000,
    "a word between tabs": "12\t" * 15_000,
    "spaces that do not break": "\u00a0" * 100_000,
    "empty lines": "\n" * 100_000,
    "links without a word": "<a href='/'></a>" * 20_000,
}


def _page(text: str) -> Page:
    row = {"url": "https://wire.example/1", "outlet": "Wire", "published": "2031-05-06", "title": "War", "text": text}
    return Page(url="https://wire.example/1", body=json.dumps(row).encode(), media_type="application/json")


def _sound(reading: Reading) -> bool:
    """Whether it says something, claims or why there are none, and each quote stands in the text."""
    if reading.document is None:
        return bool(reading.issues)
    text = reading.document.text
    return all(text[claim.quote.start : claim.quote.end] == claim.quote.text for claim in reading.claims)


@pytest.mark.parametrize("name", _STRANGE)
def test_strange_texts_are_read_or_refused(kit: Kit, name: str) -> None:
    text = _STRANGE[name] * (_SIZE // len(_STRANGE[name]))
    assert _sound(read_in_time(_page(text), kit))


@pytest.mark.parametrize("name", _HUGE)
@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
def test_pages_that_are_huge_are_read_or_refused_in_time(kit: Kit, media_type: str, name: str) -> None:
    told = f"<p>{_TOLD * 3}</p>"
    body = f"<html><body><article>{told}{_HUGE[name]}{told}</article></body></html>".encode()
    assert _sound(read_in_time(Page(url="https://wire.example/1", body=body, media_type=media_type), kit))


def test_a_page_that_takes_too_long_is_told_in_a_sentence() -> None:
    told = r"took \d+ seconds of the processor, more than the 0 that a page may take"
    with pytest.raises(AssertionError, match=told), in_time(_page(_TOLD), patience=0.0):
        sum(range(1_000))


def test_words_thrown_together_are_read_or_refused(kit: Kit) -> None:
    dice = random.Random(7)  # noqa: S311 - the same words each time, nothing secret
    words = (
        "rebels army soldiers militia Syrian Russian General Karim spokesman monitor group it they its we the of in "
        "at on from by and or Homs Hama Syria town village hospital north killed wounded held rebel-held seized "
        "withdrew said told were had been that who when 12 30 two dozens 1,000 3.5 2031 Monday March including "
        "another no not - – , . ; : ( ) \" “ ” 's s 😀 \u200f &amp;"
    ).split()
    for _ in range(300):
        text = " ".join(dice.choices(words, k=dice.randint(1, 40)))
        shown = dice.choice([text, text, text.upper(), text.title()])
        assert _sound(read_in_time(_page(shown), kit)), shown


def _examples(told: object) -> Iterator[str]:
    """Every sentence that the codebook's files show for a yes or a no."""
    if isinstance(told, dict):
        for name, inner in told.items():
            if name in {"yes", "no"} and isinstance(inner, list):
                yield from (text for text in inner if isinstance(text, str))
            else:
                yield from _examples(inner)
    elif isinstance(told, list):
        for inner in told:
            yield from _examples(inner)


def test_sentences_cut_anywhere_are_read_or_refused(kit: Kit) -> None:
    dice = random.Random(7)  # noqa: S311 - the same cuts each time, nothing secret
    book = resources.files("crosswire.codebook") / "languages" / "en"
    files = [file for folder in (book, book / "frames") for file in folder.iterdir() if file.name.endswith(".toml")]
    files.sort(key=lambda file: file.name)
    told = [text for file in files for text in _examples(tomllib.loads(file.read_text("utf-8")))]
    assert len(told) > 1_000, "The codebook shows its sentences elsewhere now."
    for _ in range(150):
        pieces = []
        for words in (text.split() for text in dice.choices(told, k=8)):
            first = dice.randrange(len(words))
            pieces.append(" ".join(words[first : dice.randint(first + 1, len(words))]))
        shown = dice.choice(["\n\n", ". ", " "]).join(pieces)
        assert _sound(read_in_time(_page(shown), kit)), shown


@pytest.mark.parametrize(
    "text",
    [
        "elsewhere near Syria 30 –",
        "Of 12",
        "Of 12 who were killed nine fled.",
        "Nine soldiers fell near the Syrian -",
        "Nine died in Homs.\n\nof 12, two were children.",
        "Nine died in Homs.\n\nspokesman\n\nHe left.",
        "One guard killed, 12 passers-by",
    ],
)
def test_texts_that_end_too_soon_are_read_or_refused(kit: Kit, text: str) -> None:
    assert _sound(read_in_time(_page(text), kit))


@pytest.mark.parametrize(
    "text", ['"\\ud800 23 killed in Homs"', '"23 killed \\udfff\\ud800"', "null", "[[]]", '{"a": 1e999}']
)
def test_strange_rows_are_read_or_refused(kit: Kit, text: str) -> None:
    body = f'{{"url": "https://wire.example/1", "text": {text}}}'.encode()
    assert _sound(read_in_time(Page(url="https://wire.example/1", body=body, media_type="application/json"), kit))


@pytest.mark.parametrize("media_type", ["text/html", "text/plain", "application/json"])
def test_damaged_bytes_are_read_or_refused(kit: Kit, media_type: str) -> None:
    dice = random.Random(7)  # noqa: S311 - the same damage each time, nothing secret
    whole = f"<html><head><title>War</title></head><body><article><p>{_TOLD * 3}</p></article></body></html>".encode()
    for _ in range(25):
        body = bytearray(whole)
        for _ in range(dice.randint(1, 60)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        del body[dice.randrange(len(body)) :]
        assert _sound(read_in_time(Page(url="https://wire.example/1", body=bytes(body), media_type=media_type), kit))
    noise = dice.randbytes(_SIZE)
    assert _sound(read_in_time(Page(url="https://wire.example/1", body=noise, media_type=media_type), kit))


def _seconds(text: str, kit: Kit) -> float:
    begin = time.process_time()
    read(_page(text), kit)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "sentence", [_TOLD, _QUOTED, "twelve people and 14 soldiers were killed in Homs, he said, and "]
)
def test_four_times_the_text_takes_no_eight_times_as_long(kit: Kit, sentence: str) -> None:
    read(_page(sentence), kit)  # loads what is loaded once
    small, large = (sentence * (size // len(sentence)) for size in (15_000, 60_000))
    ratios = (_seconds(large, kit) / max(_seconds(small, kit), 0.02) for _ in range(3))
    assert any(ratio < 8 for ratio in ratios)  # a busy machine has slow moments


@pytest.mark.parametrize("field", ["text", "title", "published", "author", "html", "outlet"])
def test_half_a_character_in_a_row_costs_no_more_than_itself(kit: Kit, field: str) -> None:
    rows = {"url": "https://wire.example/1", "text": _TOLD * 2, field: f"\ud83d {_TOLD}"}
    page = Page(url="https://wire.example/1", body=json.dumps(rows).encode(), media_type="application/json")
    found = read_in_time(page, kit)
    assert _sound(found)
    assert found.claims
