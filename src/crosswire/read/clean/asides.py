"""Which blocks of a flat page stand beside its article: by labels of their boxes, by headings above, as teasers."""

from crosswire.read.clean.boxes import totals, within
from crosswire.read.clean.flatten import Flat
from crosswire.read.clean.labels import WHOLES, heads_aside, says_aside, says_plainly
from crosswire.read.clean.prose import HEADINGS, LINES

_ASIDE_TAGS = frozenset(
    ["nav", "footer", "aside", "form", "button", "dialog", "figcaption", "header", "fieldset", "legend", "address"]
)
_MUCH = 0.4  # of a page's prose
_HARDLY = 0.25  # of a page's prose: labels that leave less are not to be believed
_UP = 5  # boxes from a teaser's heading to the box that holds all of it
_WHOLLY = 0.9  # of a heading in links
_TEASED = 2  # lines of prose that a teaser has at most


def asides(flat: Flat, prose: list[float], head: int | None, told: set[int], stops: frozenset[int]) -> set[int]:
    """The numbers of the blocks that stand beside the article.

    `prose` is how much each block holds, `head` the number of the title, `told` those that the page itself calls its
    article; `stops` are headings that open a list of other articles.
    """
    mass = totals(flat, prose)
    labelled = _beside(flat, mass, head)
    found = {number for number, block in enumerate(flat.blocks) if labelled[block.box]}
    return found | _stopped(flat, prose, mass[0], stops) | _teasers(flat, prose, mass[0], head, told)


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


def _stopped(flat: Flat, prose: list[float], mass: float, stops: frozenset[int]) -> set[int]:
    """Blocks that follow, in the same box, a heading that is labelled as one of an aside, or one of `stops`."""
    stopped = set[int]()
    for number, block in enumerate(flat.blocks):
        box = flat.boxes[block.box]
        opens = box.tag in HEADINGS and heads_aside(box.label)
        if number in stopped or not (opens or number in stops):
            continue
        home = box.parent if box.tag in LINES else block.box
        after = [number]
        for later in range(number + 1, len(flat.blocks)):
            if not within(flat, flat.blocks[later].box, home):
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
        if linked and number != head and flat.boxes[block.box].tag in HEADINGS:
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
