"""Text that was broken into lines of one width, as mail and old wire copy is: where its lines go on."""

import re
from itertools import pairwise

_SENTENCE = re.compile(r"\n(?<=[^\n]{40}[\w,]\n)(?=[a-z]{2,} [a-z])")  # the break first: few places to look at
_WIDTHS = range(50, 101)  # characters; no page is wrapped narrower, and what is wider is a paragraph a line
_FULL = 0.6  # of the width: a shorter line ends for a reason of its own
_ALWAYS = 0.85  # share of full lines that break where the next word had no room
_FEWEST = 3  # such breaks: two may be chance


def unwrapped(text: str) -> str:
    """`text`, of the same length, with a space for each line break that only the width of the lines explains.

    A break is explained if the first word of the next line had no room on the line. Nothing is joined where the
    lines do not keep to one width, across empty lines, or behind short lines (headings, ends of paragraphs). Of any
    width, a line that ends in the middle of a sentence goes on where the next begins in lower case.
    """
    return _SENTENCE.sub(" ", _by_width(text))


def _by_width(text: str) -> str:
    if text.count("\n") < _FEWEST:
        return text
    lines = text.split("\n")
    width = max(map(len, map(str.rstrip, lines)))
    if width not in _WIDTHS:
        return text
    full = [
        number
        for number, (line, later) in enumerate(pairwise(lines))
        if len(line.rstrip()) >= _FULL * width and later.strip()
    ]
    breaks = {number for number in full if _has_no_room(lines[number], lines[number + 1], width)}
    if len(breaks) < max(_FEWEST, _ALWAYS * len(full)):
        return text
    joined = [line + (" " if number in breaks else "\n") for number, line in enumerate(lines)]
    return "".join(joined)[: len(text)]


def _has_no_room(line: str, later: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(later.split(maxsplit=1)[0]) > width
