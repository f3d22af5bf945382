"""Which blocks of a flattened page are its article.

Each block is weighed by its words, links, punctuation and the labels of the boxes around it; the article is the box
whose blocks weigh most together (the tree's form of maximum subsequence segmentation, Pasternack and Roth, WWW 2009).
Where a page states its own article text (JSON-LD `articleBody`), the blocks found in that text guide the choice.
"""

import re

from crosswire.read.clean.asides import asides
from crosswire.read.clean.boxes import totals, within
from crosswire.read.clean.flatten import Block, Box, Flat
from crosswire.read.clean.labels import says_body
from crosswire.read.clean.prose import HEADINGS, LINES, LONG_LINE, PARAGRAPHS, is_menu, prose_of

_DECAY = 0.5
_TELLING = 20  # letters: a shorter line may stand in any text
_BODY = 3.0  # times the core's prose that a box labelled as the article's body may hold
_BEFORE = 0.3  # prose before the title weighs so much less
_NEAR = 5.0  # of so many prose blocks after the title, the first weigh nearly double
_TITLE = 8  # a shorter heading is no title
_TOLD = 2.0  # a block of the page's own statement weighs so much more
_LITTLE = 0.2  # a box around may add so much unlike prose (quotes, boxes, a last line)


def main_text(flat: Flat, title: str = "", stated: str = "", stops: frozenset[int] = frozenset()) -> set[int]:
    """The numbers of the blocks of `flat` that are its article.

    `title` and `stated` are what the page says of itself: its title and its article's text. `stops` are the numbers of
    headings that open a list of other articles.
    """
    told = _found_in(flat, stated) if stated else set()
    head = title_block(flat, title)
    prose = [prose_of(flat, block) for block in flat.blocks]
    beside = asides(flat, prose, head, told, stops)
    weights = _weights(prose, beside, head, told)
    box = _widened(flat, _core(flat, weights), weights)
    inside = [number for number, block in enumerate(flat.blocks) if within(flat, block.box, box)]
    kept = {n for n in inside if n == head or n in told or not (n in beside or is_menu(flat, flat.blocks[n]))}
    return _trimmed(flat, kept, weights, head)


def title_block(flat: Flat, title: str) -> int | None:
    """The number of the heading that bears the title; else of the first `h1`; None if there is neither."""
    bare = _bare(title)
    best: tuple[int, int, int] | None = None
    for number, block in enumerate(flat.blocks):
        tag = flat.boxes[block.box].tag
        line = _bare(flat.text[block.start : block.end]) if tag in HEADINGS else ""
        if len(line) < _TITLE:
            continue
        same = len(line) if line in bare else len(bare) if bare and bare in line else 0
        if (same or tag == "h1") and (best is None or (same, tag == "h1") > best[:2]):
            best = same, tag == "h1", number
    return best[2] if best else None


def _weights(prose: list[float], beside: set[int], head: int | None, told: set[int]) -> list[float]:
    """How much each block speaks for the article: its prose, more behind the title than before it, none of an aside."""
    weights, since = [], 0
    for number, words in enumerate(prose):
        weight = _TOLD * words if number in told else 0.0 if number in beside else words
        if head is not None:
            weight *= _BEFORE if number < head else 1 + _NEAR / (_NEAR + since)
            since += weight > 0 and number > head
        weights.append(weight)
    return weights


def _trimmed(flat: Flat, kept: set[int], weights: list[float], head: int | None) -> set[int]:
    """`kept` from the title or the first prose to the last prose and the lines of its own box."""
    prose = [number for number in kept if weights[number] > 0]
    if not prose:
        return set()
    first, last = min(prose), max(prose)
    home = flat.boxes[flat.blocks[last].box].parent
    return {
        number
        for number in kept
        if number == head
        or first <= number <= last
        or (number > last and _follows(flat, flat.blocks[number]) and within(flat, flat.blocks[number].box, home))
        or (
            number < first and (head is None or number > head) and _leads(flat, flat.blocks[number], flat.blocks[first])
        )
    }


def _follows(flat: Flat, block: Block) -> bool:
    """Whether a block behind the last prose is a paragraph or a list's entry without a link."""
    tag = flat.boxes[block.box].tag
    return tag in PARAGRAPHS or (tag == "li" and not block.linked)


def _leads(flat: Flat, block: Block, first: Block) -> bool:
    """Whether a block before the first prose belongs to it: a paragraph, or a long line of the same box."""
    box = flat.boxes[first.box]
    home = box.parent if box.tag in LINES else first.box
    long = flat.text.count(" ", block.start, block.end) >= LONG_LINE / 2
    return flat.boxes[block.box].tag in PARAGRAPHS or (long and within(flat, block.box, home))


def _core(flat: Flat, weights: list[float]) -> int:
    """The box that the prose hangs in most closely: each block counts half as much with every box further out."""
    scores = [0.0] * len(flat.boxes)
    for block, weight in zip(flat.blocks, weights, strict=True):
        box, share = block.box, weight
        if flat.boxes[box].tag in LINES:
            box = flat.boxes[box].parent
        while share >= 1:
            scores[box] += share
            if box == 0:
                break
            box, share = flat.boxes[box].parent, share * _DECAY
    return max(range(len(scores)), key=lambda number: (scores[number], -number))


def _widened(flat: Flat, core: int, weights: list[float]) -> int:
    """The core, or a box around it where the article goes on in a sister box or in lines beside it."""
    sums = totals(flat, weights)
    box = widest = core
    while box:
        outer = flat.boxes[box].parent
        gain = sums[outer] - sums[box]
        if gain > _LITTLE * sums[box] and not _akin(flat, outer, box, weights):
            break
        box = outer
        if gain:
            widest = box
    return _stated_body(flat, core, widest, sums)


def _stated_body(flat: Flat, core: int, widest: int, sums: list[float]) -> int:
    """The outermost box around that calls itself the article's body, if it is not much heavier than the core."""
    box = widest
    while box:
        if says_body(flat.boxes[box].label) and sums[box] < _BODY * sums[core]:
            widest = box
        box = flat.boxes[box].parent
    return widest


def _akin(flat: Flat, outer: int, inner: int, weights: list[float]) -> bool:
    """Whether most of what `outer` adds to `inner` are its own lines, or boxes or lines of the same make as in it."""
    make, mine, added = _make(flat.boxes[inner]), 0.0, 0.0
    held = {
        _make(flat.boxes[block.box])
        for block, w in zip(flat.blocks, weights, strict=True)
        if w and within(flat, block.box, inner)
    }
    for block, weight in zip(flat.blocks, weights, strict=True):
        if not weight or within(flat, block.box, inner) or not within(flat, block.box, outer):
            continue
        box = own = block.box
        while flat.boxes[box].parent != outer and box != outer:
            box = flat.boxes[box].parent
        alike = box == outer or flat.boxes[box].tag in LINES or _make(flat.boxes[box]) == make
        alike = alike or (bool(flat.boxes[own].label) and _make(flat.boxes[own]) in held)
        added += weight
        mine += weight if alike else 0.0
    return mine > added / 2


def _make(box: Box) -> tuple[str, str]:
    """What boxes of one make have in common: tag and first label, numbers aside."""
    return box.tag, re.sub(r"[\d_-]+", "", box.label.split(" ", 1)[0])


def _found_in(flat: Flat, stated: str) -> set[int]:
    bare = _bare(stated)
    found = set()
    for number, block in enumerate(flat.blocks):
        line = _bare(flat.text[block.start : block.end])
        if len(line) >= _TELLING and line in bare:
            found.add(number)
    return found


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
