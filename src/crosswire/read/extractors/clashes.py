"""Fighting between armed parties: "clashes broke out in Hasakeh"."""

from msgspec.structs import replace

from crosswire.kit import Kit
from crosswire.read.acts import acts
from crosswire.read.clues import Clues, Draft, within

_FINITE = frozenset(["VBD", "VBN", "VBZ", "VBP"])


def extract(clues: Clues, kit: Kit) -> tuple[Draft, ...]:
    """A draft for each clash told of at a place, or with who fights; other fighting is left to the other kinds."""
    drafts = acts(clues, kit, "clashes")
    told = (draft for draft in drafts if draft.place is not None or _is_told(clues, draft))
    return tuple(draft if draft.place is not None else replace(draft, located=True) for draft in told)


def _is_told(clues: Clues, draft: Draft) -> bool:
    """Whether who fights is told with the act: "rebels | clashed with troops", "battles | between rebels and troops".

    Two men who clash only quarrel.
    """
    tokens = clues.sentences[draft.sentence].tokens
    told = tokens[draft.at].tag_ in _FINITE or tokens.lowers[draft.last : draft.last + 1] == ("between",)
    men = [party.name for party in within(clues.parties, draft.sentence) if party.kind == "person"]
    return draft.actor is not None and told and not draft.actor.endswith(tuple(men))
