"""Numbers that add up to the one before them: its parts."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.read.clues import Quantity, Tie
from crosswire.read.ties.scene import FINITE, Scene, end
from crosswire.read.ties.shares import stands_apart

_WHERE = 6  # tokens of "in the old mill of Arna"
_PLACED = frozenset(["IN", "DT", "NN", "NNP", "JJ", "POS", "CD", "PRP$"])
_LISTING = frozenset([":", "(", "–", "—", "-", "--"])


def add_up(scene: Scene, tied: dict[Quantity, Tie]) -> None:
    """Makes numbers parts of the one before them that they add up to: "killed 34 children (21 boys and 13 girls)"."""
    for index, whole in enumerate(scene.quantities):
        if whole not in tied or tied[whole].whole is not None or whole.figure.bound != "exact":
            continue
        left, parts = whole.figure.value or 0, list[Quantity]()
        for part in scene.quantities[index + 1 :]:
            own = tied.get(part)
            if (
                own is None
                or own.trigger.frame.kind != tied[whole].trigger.frame.kind
                or own.whole not in {None, whole}
            ):
                break
            parts.append(part)
            left -= part.figure.value or left + 1
            if left <= 0:
                break
        if left or not parts:
            continue
        if len(parts) > 1 and (_opens_list(scene, whole, parts) or _explains(scene, parts)):
            tied.update({part: replace(tied[part], whole=whole) for part in parts})
        elif _explains(scene, parts) and scene.tokens[whole.last].lower_ == "of":
            del tied[parts[0]]  # "one of the victims, | a man, | has died" is one


def itemise(scene: Scene, tied: dict[Quantity, Tie]) -> None:
    """Ties the items of a list that add up to the number before it: "put the toll at 31: 18 rebels and 13 guards"."""
    for index, whole in enumerate(scene.quantities):
        if whole not in tied or whole.figure.bound != "exact":
            continue
        behind = max(end(whole), tied[whole].trigger.last)  # "thirty died: | 12 guards, ten clerks and eight drivers"
        if not _listed(scene, behind, next((other.first for other in scene.quantities[index + 1 :]), behind)):
            continue
        left, items = whole.figure.value or 0, list[Quantity]()
        for item in scene.quantities[index + 1 :]:
            if left <= 0 or item.figure.bound != "exact" or stands_apart(scene, item, (), tied):
                break
            items.append(item)
            left -= item.figure.value or 0
        if left == 0 and len(items) > 1:
            for item in items:
                tied.setdefault(item, Tie(quantity=item, trigger=tied[whole].trigger, how="part", whole=whole))


def _listed(scene: Scene, behind: int, first: int) -> bool:
    """Whether a list begins between the whole and the next number, behind a place or a day at most.

    Handles "31 dead: | 18 rebels" and "seven bodies in the cellar: | a cook, four boys and two men".
    """
    marks = [token.i for token in scene.tokens[behind:first] if token.text in _LISTING]
    between = scene.tokens[behind : marks[0]] if marks else ()
    return bool(marks) and len(between) <= _WHERE and all(token.tag_ in _PLACED for token in between)


def _opens_list(scene: Scene, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Whether what follows lists the whole: behind a colon, a bracket, a dash, or bare numbers behind a comma."""
    marks = {token.text for token in scene.tokens[end(whole) : parts[0].first]}
    bare = all(part.head is None for part in parts)
    return not marks.isdisjoint(_LISTING) or ("," in marks and bare)


def _explains(scene: Scene, parts: Sequence[Quantity]) -> bool:
    """Whether commas set apart what says the number before over again: "three victims, | two men and a boy, | died"."""
    behind = scene.tokens[end(parts[-1]) : end(parts[-1]) + 2]
    closes = len(behind) > 1 and behind[0].text == "," and behind[1].tag_ in FINITE | {"MD"}
    return closes and scene.tokens[parts[0].first - 1].text == ","
