"""The name that one who speaks gives of himself: `a doctor who gave only his first name, | Karim`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.nominals import Range
from crosswire.read.tokens import Tokens

_FAR = 12  # tokens from "who" to the name at most
_NAMES = frozenset({"NNP", "NNPS", "HYPH"})


def own_name(tokens: Tokens, top: int, words: Reporting) -> Range | None:
    """The name behind a person at token `top`, where it is said that he gives or bears it; else None.

    Handles `a man who gave his name only as X`, `who gave only his first name, X`, `who identified himself as X`,
    `who asked to be called X`, `a farmer named X`.
    """
    at = top + 1 + (tokens[top + 1 : top + 2] != () and tokens[top + 1].text == ",")
    led = tokens[at].lower_ if at < len(tokens) else ""
    if not (led == "who" or words.is_noun(led, "naming")):
        return None
    stop = min(at + _FAR, len(tokens))
    told = next((i for i in range(at, stop) if words.is_noun(tokens[i].lower_, "naming")), None)
    first = next((i for i in range(told + 1, stop) if tokens[i].tag_ in _NAMES), None) if told is not None else None
    if told is None or first is None or not all(_leads(tokens, i) for i in range(told + 1, first)):
        return None
    last = first
    while last < len(tokens) and tokens[last].tag_ in _NAMES:
        last += 1
    return first, last


def _leads(tokens: Tokens, at: int) -> bool:
    """Whether a word may stand between `name` or `called` and the name: `only`, `as`, a comma."""
    return tokens[at].text == "," or tokens[at].lower_ in {"only", "as", "himself", "herself", "simply", "just"}
