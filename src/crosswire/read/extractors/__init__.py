"""From clues to drafts of claims: one file for each family of kinds.

To add an extractor, drop in a module with one function `extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]` and
name it in `EXTRACTORS`. It decides which acts of its family a page tells of; who said it, where, when and on which
scope is settled for all drafts alike by `crosswire.read.settle`. Extractors are blind to one another.
"""

from collections.abc import Callable

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft
from crosswire.read.extractors import (
    access,
    aid,
    casualties,
    clashes,
    control,
    detentions,
    displacement,
    footage,
    statements,
    strikes,
    truces,
)

EXTRACTORS: tuple[Callable[[Clues, Kit], tuple[Draft, ...]], ...] = (
    casualties.extract,
    displacement.extract,
    detentions.extract,
    strikes.extract,
    clashes.extract,
    control.extract,
    statements.extract,
    footage.extract,
    access.extract,
    aid.extract,
    truces.extract,
)
