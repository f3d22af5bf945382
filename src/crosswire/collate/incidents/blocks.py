"""Blocks: which claims are compared at all, so that the cost grows with the claims and not with their pairs."""

from collections.abc import Iterator
from typing import TypeAlias

from crosswire.codebook.kinds import Kinds
from crosswire.collate.ground import spot
from crosswire.collate.incidents.pairs import Surroundings
from crosswire.collate.occurrence import BLOCKS
from crosswire.collate.witnesses import Witnesses
from crosswire.records import Claim

Block: TypeAlias = tuple[str, ...]

_SPAN = 3  # a claim that can be of more days than this is found by its story, not by its day
_VIOLENCE, _TAKEN, _FORCE = "violence", "detentions", "ASSAULT"
_WIDE = ("figure", "lead", "target", "place", "province")


def blocks(claim: Claim, witnesses: Witnesses, around: Surroundings, kinds: Kinds) -> Iterator[Block]:
    """The blocks of a claim: page, copied words, persons, figures and places of its story, place and day."""
    family = BLOCKS[kinds.kind[claim.kind].family]
    story = around.stories[claim.quote.document]
    yield family, "page", claim.quote.document
    if _is_attack(claim, kinds):
        yield _VIOLENCE, "sentence", claim.quote.document, str(claim.quote.start)
    for strand in witnesses.strands[claim.id]:
        yield family, "copy", str(strand)
    if claim.figure and claim.figure.value is not None:
        yield family, "figure", story, claim.kind, str(claim.figure.value)
    if claim.id in around.openers:
        yield family, "lead", story
    for person in sorted(around.persons.get(claim.id, ())):
        yield family, "person", person
    if claim.id in witnesses.aims:
        yield family, "target", story, witnesses.aims[claim.id]
    yield from _grounds(claim, family, story)


def _grounds(claim: Claim, family: str, story: str) -> Iterator[Block]:
    if claim.place is None:
        return
    yield family, "place", story, spot(claim.place)
    if claim.place.admin1:
        yield family, "province", story, claim.place.admin1
    if claim.when and (claim.when.last - claim.when.first).days < _SPAN:
        for day in range(claim.when.first.toordinal() - 1, claim.when.last.toordinal() + 2):
            yield family, "day", spot(claim.place), str(day)


def _is_attack(claim: Claim, kinds: Kinds) -> bool:
    """Whether the claim is of an attack: who is carried off by force is so in that of which the sentence tells."""
    kind = kinds.kind[claim.kind]
    return BLOCKS[kind.family] == _VIOLENCE or (BLOCKS[kind.family] == _TAKEN and kind.plover == _FORCE)


def is_wide(block: Block) -> bool:
    """Whether the claims of the block may lie months apart: it is that of a story, and of no page or day."""
    return block[1] in _WIDE
