"""Whether a place's name stands for the place, or for a state, an origin, a speaker's whereabouts."""

from crosswire.codebook.places import Places
from crosswire.read.clues import Sentence
from crosswire.text.folding import fold

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "conj", "compound", "poss"})


def acts(sentence: Sentence, first: int, last: int, words: Places) -> bool:
    """False for metonyms (`Damascus said`), owners (`Moscow's ally`), origins (`Aleppo-based`) and the like."""
    tokens = sentence.tokens
    after = [fold(token.text) for token in tokens[last : last + 4]]
    before = fold(tokens[first - 1].text) if first else ""
    if len(after) > 1 and after[0] == "-" and after[1] in words.forms("origin"):
        return False
    if (
        after
        and after[0] in words.forms("origin") - {"held", "style", "led", "made"}
        and last < len(tokens)
        and tokens[last - 1].whitespace_ == ""
    ):
        return False
    owned = after[1:3] if after[:1] in (["'s"], ["’s"], ["'"], ["’"]) else []
    if owned and any(word in words.forms("actor") for word in owned):
        return False
    if after and after[0] in words.forms("role"):
        return False
    if before == "against" or (before in {"with", "by", "between", "and"} and _state(sentence, first, last, words)):
        return False
    return not _speaks(sentence, first, last, words, after)


def _state(sentence: Sentence, first: int, last: int, words: Places) -> bool:
    return (
        sentence.tokens[last - 1].dep_ == "pobj"
        and sentence.tokens[first - 1].dep_ in {"agent", "prep"}
        and fold(sentence.tokens[first - 1].text) == "by"
    )


def _speaks(sentence: Sentence, first: int, last: int, words: Places, after: list[str]) -> bool:
    """The subject of a verb that only people do: by the parse, or where there is none by the next words."""
    token = sentence.tokens[last - 1]
    saying = words.forms("act")
    if sentence.parsed and token.dep_:
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        return (
            token.dep_ in {"nsubj", "nsubjpass"}
            and first <= token.i < last + 1
            and _verb(token.head.lower_, token.head, saying)
        )
    return any(word in saying for word in after[:1]) or (
        after[:1] in (["has"], ["had"]) and any(word in saying for word in after[1:3])
    )


def _verb(form: str, head: object, saying: frozenset[str]) -> bool:
    return form in saying
