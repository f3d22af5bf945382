"""What the boxes of a flat page hold: sums over the blocks in them, and which lies in which."""

from crosswire.read.clean.flatten import Flat


def totals(flat: Flat, values: list[float]) -> list[float]:
    """For each box the sum of `values` over all blocks in it."""
    totals = [0.0] * len(flat.boxes)
    for block, value in zip(flat.blocks, values, strict=True):
        totals[block.box] += value
    for number in range(len(flat.boxes) - 1, 0, -1):
        totals[flat.boxes[number].parent] += totals[number]
    return totals


def within(flat: Flat, box: int, outer: int) -> bool:
    """Whether a box is the outer one or lies in it."""
    while box > outer:
        box = flat.boxes[box].parent
    return box == outer
