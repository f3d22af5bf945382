"""Those whom one number counts together: "40 | women and children", "18 army | soldiers and Altan Front gunmen"."""

from collections.abc import Iterator

from crosswire.read.coordination import partners
from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES

_PHRASE = 5  # tokens of "Altan Front field gunmen"
_DESCRIBING = frozenset(["JJ", "NN", "NNP", "NNPS", "HYPH", "VBN"])
_NOUNS = frozenset(["NNS", "NN"])  # "soldiers and | police"
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])


def counted_together(
    tokens: Tokens, head: int, counted: tuple[str | None, str | None], lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """The label and side of the head with those of the people whom "and" adds without a number of their own.

    Ten "rebels and soldiers" are not ten rebels: the label names both, and a side is told only where both share it.
    """
    label, side = counted
    entry = lexicon.nouns.get(tokens[head].lower_)
    if label is None or entry is None or entry[1].things or tokens[head].tag_ not in _NOUNS:
        return counted
    more = list(_more(tokens, head, lexicon))
    if not more:
        return counted
    others = [lexicon.nouns[tokens[at].lower_] for at in more]
    labels = list(dict.fromkeys([label, *(shown for shown, _, _ in others)]))
    sides = {side, *(population.side for _, population, _ in others)}
    joined = " and ".join([*([", ".join(labels[:-1])] if labels[1:] else []), labels[-1]])
    return joined, side if len(sides) == 1 else None


def _more(tokens: Tokens, head: int, lexicon: Lexicon) -> Iterator[int]:
    """The nouns that a comma or "and" adds to the head; none before an "and" has been met."""
    found: list[int] = []
    at = head
    while (following := _next(tokens, at, head, lexicon)) is not None:
        found.append(following)
        if tokens[at + 1].lower_ == "and":
            yield from found
            return
        at = following


def _next(tokens: Tokens, at: int, head: int, lexicon: Lexicon) -> int | None:
    """The next noun, where the parse joins it to the one before and it does nothing by itself."""
    if at + 1 >= len(tokens) or tokens[at + 1].lower_ not in {"and", ","}:
        return None
    end = at + 2
    while end < min(len(tokens), at + 2 + _PHRASE) and tokens[end].tag_ in _DESCRIBING:
        end += 1
    if end < len(tokens) and tokens[end].tag_ == "NNS" and end < at + 2 + _PHRASE:
        end += 1
    last = end - 1
    others = tokens[last].lower_ in lexicon.numbers.more  # "soldiers | and others"
    entry = lexicon.nouns.get(tokens[last].lower_) if last > at + 1 and not others else None
    if entry is None or entry[1].things or (entry[2] and entry[0] != tokens[last].lower_):
        return None
    return last if tokens[last] in partners(tokens[head]) and not _goes_on(tokens, last, tokens[head]) else None


def _goes_on(tokens: Tokens, last: int, head: Token) -> bool:
    """Whether the noun is another's subject or owner: "killed 12 rebels and | soldiers retook Tesk"."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is None or behind.tag_ == "POS":
        return behind is not None
    acts = behind.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return acts and (head.dep_ not in _SUBJECTS or head.head.i <= last) and behind.lower_ not in AUXILIARIES
