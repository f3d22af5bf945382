"""Whose fighters a number counts: `38,500 | Russian soldiers`, `nine fighters of | the Red Brigade`.

Two armies' dead may stand in one sentence, so the side belongs to who is counted. Civilians have none but their own.
"""

from collections.abc import Iterator

from crosswire.codebook.numbers import Numbers, Population, nouns
from crosswire.codebook.once import once
from crosswire.read.clues import Clues, Draft, Party
from crosswire.read.tokens import Tokens
from crosswire.text.folding import fold

_NAMES = frozenset({"NNP", "NNPS", "JJ"})
_ROLES = "persons by role"
_JOINED = " and "  # in the label of those whom one number counts


def whose(draft: Draft, clues: Clues, numbers: Numbers, speaker: str | None) -> str | None:
    """The side of the armed people that `draft` counts, as its words tell; a party of no known side by its name.

    `nine of | its soldiers` are those of `speaker`.
    """
    quantity = draft.quantity
    if quantity is None or quantity.head is None or not _bears_arms(draft.counted or "", numbers):
        return None
    tokens, head = clues.sentences[draft.sentence].tokens, quantity.head
    if _JOINED in (draft.counted or "") and tokens[head + 2].lower_ not in nouns(numbers):
        return None  # "18 Orlan soldiers and | Vellan rebels"; of "12 Orlan soldiers and | rebels" both may be
    between = tokens[quantity.last : head]
    near = [party for party in clues.here(draft.sentence).parties if _counts(party, quantity.last, head, tokens)]
    if speaker and any(token.lower_ in numbers.own for token in between):
        near = [party for party in clues.parties if party.name == speaker]
    sides = {party.side or fold(party.name) for party in near}
    titled = tokens.capitals * 2 >= len(tokens)  # a capital there tells nothing
    if not near and between and between[-1].text[:1].isupper() and between[-1].tag_ in _NAMES and not titled:
        sides = {fold(between[-1].text)}
    return next(iter(sides)) if len(sides) == 1 else None


def _counts(party: Party, last: int, head: int, tokens: Tokens) -> bool:
    """Whether the party stands between the number and the counted noun, or behind the noun and "of" or "from"."""
    if party.side is None and (not party.kind or party.first <= head < party.last):
        return False  # "three | police officers" say whom they are, not whose
    if last <= party.first < head:
        return True
    gap = [token.lower_ for token in tokens[head + 1 : party.first]]
    return party.first > head and gap[:1] in (["of"], ["from"]) and gap[1:] in ([], ["the"])


def _bears_arms(label: str, numbers: Numbers) -> bool:
    """Whether those so called bear arms; of "commanders and members" one word tells it of both."""
    classes = [tuple(_classes(part, _known(numbers))) for part in label.split(_JOINED)]
    armed = [any(one.armed for one in each) for each in classes]
    roles = [any(one.name == _ROLES for one in each) for each in classes]
    return any(armed) and all(bears or role for bears, role in zip(armed, roles, strict=True))


def _classes(label: str, known: dict[str, Population]) -> Iterator[Population]:
    """The classes of a counted noun, nearest first."""
    seen = set[str]()
    entry = known.get(label)
    while entry is not None and entry.name not in seen:
        seen.add(entry.name)
        yield entry
        entry = known.get(entry.within)


@once
def _known(numbers: Numbers) -> dict[str, Population]:
    labels = {label: entry for shown, entry, _ in nouns(numbers).values() for label in (shown, entry.name)}
    return {**labels, **{entry.name: entry for entry in numbers.population}}
