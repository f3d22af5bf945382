"""Which blocks of a flattened page are its article.

Each block is weighed by its words, links, punctuation and the labels of the boxes around it; the article is the box
whose blocks weigh most together (the tree's form of maximum subsequence segmentation, Pasternack and Roth, WWW 2009).
Where a page states its own article text (JSON-LD `articleBody`), the blocks found in that text guide the choice.
"""

import re

from crosswire.read.clean.flatten import Block, Box, Flat
from crosswire.read.clean.labels import WHOLES, heads_aside, says_aside, says_body, says_plainly

_ASIDE_TAGS = frozenset(
    ["nav", "footer", "aside", "form", "button", "dialog", "figcaption", "header", "fieldset", "legend", "address"]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PROSE = frozenset(("p", "blockquote", "pre", "dd"))
_SENTENCE = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
_WORDS_OF_PROSE = 12  # a block with as many words and a full stop at its end reads as prose
_LINKED = 0.5  # more of a block in links than this: a menu
_MUCH = 0.4  # of a page's prose
_LINES = frozenset(
    ["p", "blockquote", "pre", "dd", "dt", "li", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6"]
)  # boxes that are lines of the box around
_DECAY = 0.5
_UP = 5  # boxes from a teaser's heading to the box that holds all of it
_WHOLLY = 0.9  # of a heading in links
_TEASED = 2  # lines of prose that a teaser has at most
_TELLING = 20  # letters: a shorter line may stand in any text
_FEW_WORDS = 4  # a line with a full stop is prose from so many words on
_HARDLY = 0.25  # of a page's prose: labels that leave less are not to be believed
_BODY = 3.0  # times the core's prose that a box labelled as the article's body may hold
_LINKED_SENTENCE = 0.7  # a line with a full stop may be linked so far
_BEFORE = 0.3  # prose before the title weighs so much less
_NEAR = 5.0  # of so many prose blocks after the title, the first weigh nearly double
_TITLE = 8  # a shorter heading is no title
_TOLD = 2.0  # a block of the page's own statement weighs so much more
_LITTLE = 0.2  # a box around may add so much unlike prose (quotes, boxes, a last line)
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")  # scripts without spaces: two letters a word


def main_text(flat: Flat, title: str = "", stated: str = "", stops: frozenset[int] = frozenset()) -> set[int]:
    """The numbers of the blocks of `flat` that are its article.

    `title` and `stated` are what the page says of itself: its title and its article's text. `stops` are the numbers of
    headings that open a list of other articles.
    """
    told = _found_in(flat, stated) if stated else set()
    head = title_block(flat, title)
    prose = [_prose(flat, block) for block in flat.blocks]
    mass = _totals(flat, prose)
    labelled = _beside(flat, mass, head)
    stopped = _stopped(flat, prose, mass[0], stops) | _teasers(flat, prose, mass[0], head, told)
    beside = [labelled[block.box] or number in stopped for number, block in enumerate(flat.blocks)]
    weights, since = [], 0
    for number, (_, words) in enumerate(zip(flat.blocks, prose, strict=True)):
        weight = _TOLD * words if number in told else 0.0 if beside[number] else words
        if head is not None:
            weight *= _BEFORE if number < head else 1 + _NEAR / (_NEAR + since)
            since += weight > 0 and number > head
        weights.append(weight)
    box = _widened(flat, _core(flat, weights), weights)
    inside = [number for number, block in enumerate(flat.blocks) if _within(flat, block.box, box)]
    kept = {n for n in inside if n == head or n in told or not (beside[n] or _menu(flat, flat.blocks[n]))}
    return _trimmed(flat, kept, weights, head)


def title_block(flat: Flat, title: str) -> int | None:
    """The number of the heading that bears the title; else of the first `h1`; None if there is neither."""
    bare = _bare(title)
    best: tuple[int, int, int] | None = None
    for number, block in enumerate(flat.blocks):
        tag = flat.boxes[block.box].tag
        line = _bare(flat.text[block.start : block.end]) if tag in _HEADINGS else ""
        if len(line) < _TITLE:
            continue
        same = len(line) if line in bare else len(bare) if bare and bare in line else 0
        if (same or tag == "h1") and (best is None or (same, tag == "h1") > best[:2]):
            best = same, tag == "h1", number
    return best[2] if best else None


def _stopped(flat: Flat, prose: list[float], mass: float, stops: frozenset[int]) -> set[int]:
    """Blocks that follow, in the same box, a heading that is labelled as one of an aside, or one of `stops`."""
    stopped = set[int]()
    for number, block in enumerate(flat.blocks):
        box = flat.boxes[block.box]
        opens = box.tag in _HEADINGS and heads_aside(box.label)
        if number in stopped or not (opens or number in stops):
            continue
        home = box.parent if box.tag in _LINES else block.box
        after = [number]
        for later in range(number + 1, len(flat.blocks)):
            if not _within(flat, flat.blocks[later].box, home):
                break
            after.append(later)
        if sum(prose[later] for later in stopped.union(after)) < _MUCH * mass:
            stopped.update(after)
    return stopped


def _teasers(flat: Flat, prose: list[float], mass: float, head: int | None, told: set[int]) -> set[int]:
    """Blocks of boxes that hold a linked heading and a line or two of prose: they tell of other articles.

    A page that consists of such boxes (a live blog, a list of the best) is left as it is.
    """
    held: dict[int, list[int]] = {}
    homes = set()
    for number, block in enumerate(flat.blocks):
        box = block.box
        for _ in range(_UP):
            if box:
                held.setdefault(box, []).append(number)
                box = flat.boxes[box].parent
        linked = block.linked >= _WHOLLY * (block.end - block.start)
        if linked and number != head and flat.boxes[block.box].tag in _HEADINGS:
            homes.add(number)
    found = set[int]()
    for number in sorted(homes):
        box = flat.blocks[number].box
        for _ in range(_UP - 1):
            box = flat.boxes[box].parent
            inside = held.get(box, [])
            telling = [one for one in inside if prose[one]]
            if box == 0 or len(telling) > _TEASED or head in inside or not told.isdisjoint(inside):
                break
            if telling:
                found.update(inside)
                break
    return found if sum(prose[number] for number in found) < _MUCH * mass else set()


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
        or (number > last and _follows(flat, flat.blocks[number]) and _within(flat, flat.blocks[number].box, home))
        or (
            number < first and (head is None or number > head) and _leads(flat, flat.blocks[number], flat.blocks[first])
        )
    }


def _follows(flat: Flat, block: Block) -> bool:
    """Whether a block behind the last prose is a paragraph or a list's entry without a link."""
    tag = flat.boxes[block.box].tag
    return tag in _PROSE or (tag == "li" and not block.linked)


def _leads(flat: Flat, block: Block, first: Block) -> bool:
    """Whether a block before the first prose belongs to it: a paragraph, or a long line of the same box."""
    box = flat.boxes[first.box]
    home = box.parent if box.tag in _LINES else first.box
    long = flat.text.count(" ", block.start, block.end) >= _WORDS_OF_PROSE / 2
    return flat.boxes[block.box].tag in _PROSE or (long and _within(flat, block.box, home))


def _beside(flat: Flat, mass: list[float], head: int | None) -> list[bool]:
    """For each box: whether it or a box around it says that it stands beside an article.

    A box that holds much of the page's prose is no aside, whatever it says (`<body class="has-sidebar">`), unless its
    label is plain and the title stands elsewhere (comments may be longer than the article). Where labels would leave
    hardly any prose, boxes of one label are taken together (`<div class="widget-text">` around each paragraph).
    """
    found = _labelled(flat, mass, mass, head)
    free = sum(own for own, aside in zip(_own(flat, mass), found, strict=True) if not aside)
    if free >= _HARDLY * mass[0]:
        return found
    alike: dict[tuple[str, str], float] = {}
    for item, words in zip(flat.boxes, mass, strict=True):
        alike[item.tag, item.label] = alike.get((item.tag, item.label), 0.0) + words
    return _labelled(flat, mass, [alike[item.tag, item.label] for item in flat.boxes], head)


def _labelled(flat: Flat, mass: list[float], held: list[float], head: int | None) -> list[bool]:
    around = _around(flat, head)
    found = [False]
    for number, item in enumerate(flat.boxes[1:], 1):
        if found[item.parent] or not (item.tag in _ASIDE_TAGS or says_aside(item.label, whole=item.tag in WHOLES)):
            found.append(found[item.parent])
            continue
        plain = head is not None and number not in around and says_plainly(item.label)
        found.append(plain or held[number] < _MUCH * mass[0])
    return found


def _around(flat: Flat, head: int | None) -> set[int]:
    """The boxes around the title."""
    around = set[int]()
    box = flat.blocks[head].box if head is not None else 0
    while box:
        around.add(box)
        box = flat.boxes[box].parent
    return around


def _own(flat: Flat, mass: list[float]) -> list[float]:
    """For each box the prose that it holds itself, not in boxes within."""
    own = list(mass)
    for number, item in enumerate(flat.boxes[1:], 1):
        own[item.parent] -= mass[number]
    return own


def _prose(flat: Flat, block: Block) -> float:
    """How many words of running text a block holds."""
    tag = flat.boxes[block.box].tag
    if tag in _HEADINGS or _menu(flat, block):
        return 0.0
    text = flat.text[block.start : block.end]
    words = text.count(" ") + 1 + (0 if text.isascii() else len(UNSPACED.findall(text)) / 2)
    if words < _FEW_WORDS:
        return 0.0
    ended = bool(_SENTENCE.search(text))
    if (words >= _WORDS_OF_PROSE and (ended or tag in _PROSE)) or (words >= _FEW_WORDS and ended):
        return words * (1 - block.linked / max(1, len(text)))
    return 0.0


def _menu(flat: Flat, block: Block) -> bool:
    """Whether a block is mostly links; sentences may hold more of them; quoted posts (`blockquote`) are no menus."""
    size = block.end - block.start
    if block.linked <= _LINKED * size:
        return False
    box = flat.boxes[block.box]
    if "blockquote" in (box.tag, flat.boxes[box.parent].tag):
        return False
    sentence = box.tag in _LINES and bool(_SENTENCE.search(flat.text[block.start : block.end]))
    return not sentence or block.linked > _LINKED_SENTENCE * size


def _core(flat: Flat, weights: list[float]) -> int:
    """The box that the prose hangs in most closely: each block counts half as much with every box further out."""
    scores = [0.0] * len(flat.boxes)
    for block, weight in zip(flat.blocks, weights, strict=True):
        box, share = block.box, weight
        if flat.boxes[box].tag in _LINES:
            box = flat.boxes[box].parent
        while share >= 1:
            scores[box] += share
            if box == 0:
                break
            box, share = flat.boxes[box].parent, share * _DECAY
    return max(range(len(scores)), key=lambda number: (scores[number], -number))


def _widened(flat: Flat, core: int, weights: list[float]) -> int:
    """The core, or a box around it where the article goes on in a sister box or in lines beside it."""
    totals = _totals(flat, weights)
    box = widest = core
    while box:
        outer = flat.boxes[box].parent
        gain = totals[outer] - totals[box]
        if gain > _LITTLE * totals[box] and not _akin(flat, outer, box, weights):
            break
        box = outer
        if gain:
            widest = box
    return _stated_body(flat, core, widest, totals)


def _stated_body(flat: Flat, core: int, widest: int, totals: list[float]) -> int:
    """The outermost box around that calls itself the article's body, if it is not much heavier than the core."""
    box = widest
    while box:
        if says_body(flat.boxes[box].label) and totals[box] < _BODY * totals[core]:
            widest = box
        box = flat.boxes[box].parent
    return widest


def _akin(flat: Flat, outer: int, inner: int, weights: list[float]) -> bool:
    """Whether most of what `outer` adds to `inner` are its own lines, or boxes or lines of the same make as in it."""
    make, mine, added = _make(flat.boxes[inner]), 0.0, 0.0
    held = {
        _make(flat.boxes[block.box])
        for block, w in zip(flat.blocks, weights, strict=True)
        if w and _within(flat, block.box, inner)
    }
    for block, weight in zip(flat.blocks, weights, strict=True):
        if not weight or _within(flat, block.box, inner) or not _within(flat, block.box, outer):
            continue
        box = own = block.box
        while flat.boxes[box].parent != outer and box != outer:
            box = flat.boxes[box].parent
        alike = box == outer or flat.boxes[box].tag in _LINES or _make(flat.boxes[box]) == make
        alike = alike or (bool(flat.boxes[own].label) and _make(flat.boxes[own]) in held)
        added += weight
        mine += weight if alike else 0.0
    return mine > added / 2


def _make(box: Box) -> tuple[str, str]:
    """What boxes of one make have in common: tag and first label, numbers aside."""
    return box.tag, re.sub(r"[\d_-]+", "", box.label.split(" ", 1)[0])


def _totals(flat: Flat, values: list[float]) -> list[float]:
    """For each box the sum of `values` over all blocks in it."""
    totals = [0.0] * len(flat.boxes)
    for block, value in zip(flat.blocks, values, strict=True):
        totals[block.box] += value
    for number in range(len(flat.boxes) - 1, 0, -1):
        totals[flat.boxes[number].parent] += totals[number]
    return totals


def _within(flat: Flat, box: int, outer: int) -> bool:
    while box > outer:
        box = flat.boxes[box].parent
    return box == outer


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
