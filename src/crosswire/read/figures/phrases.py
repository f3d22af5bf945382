"""What may stand between a number and its noun: "61 of them civilians", "eight regime and rebel fighters"."""

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.numerals import Number
from crosswire.read.tokens import Tokens

_MODIFIERS = frozenset(
    [
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "HYPH",
        "POS",
        "PRP$",
        "VBG",
        "VBN",
        "RB",
        "CD",
        "FW",
        "NFP",
        "AFX",
    ]
)


def paired(tokens: Tokens, at: int, noun: int | None, lexicon: Lexicon) -> bool:
    """Whether "and" pairs two modifiers of one head: "eight regime | and | rebel fighters"."""
    before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
    if behind[:1] != () and behind[0].tag_ in {"CD", "DT"}:
        return False  # "left two dead | and | nine guards wounded"
    led = noun is not None or (before[:1] != () and before[0].tag_ == "JJ")
    if tokens[at].tag_ == "VBN" and before[:1] != () and before[0].lower_ in lexicon.numbers.joiners:
        return noun is not None and behind[:1] != () and behind[0].lower_ in lexicon.nouns
    if led and tokens[at].text == "," and behind[:1] != () and behind[0].tag_ == "JJ":
        return any(token.lower_ in lexicon.numbers.joiners for token in tokens[at + 2 : at + 3])
    return (
        led
        and tokens[at].lower_ in lexicon.numbers.joiners
        and any(token.lower_ in lexicon.nouns for token in tokens[at + 2 : at + 4])
    )


def past_partitive(tokens: Tokens, number: Number, last: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Where to look for the head in "61 | of them | civilians", "one | of whom was a | child"."""
    words = [token.lower_ for token in tokens[last : last + 2]]
    said = _past_deeming(tokens, last + 1, lexicon)
    named = tokens[said].lower_ in lexicon.nouns if said < len(tokens) else False
    if words[:1] in (["were"], ["are"], ["was"]) and named and number.word != "many":
        return said, True  # "11 | were children"
    if words[:1] == ["was"] and number.value == 1 and tokens.lowers[said : said + 1] in (("a",), ("an",)):
        return said + 1, True  # "and one | was a goat herder"
    if words[:1] != ["of"] or len(words) < 2:  # noqa: PLR2004
        return last, False
    if tokens[last + 1].lower_ not in lexicon.numbers.pronouns or (
        last + 2 < len(tokens)
        and tokens[last + 2].tag_[:2] in {"NN", "JJ"}
        and tokens[last + 1].lower_ in {"those", "these"}
    ):
        return last, False
    at = last + 2
    while at < len(tokens) and tokens[at].lower_ in {"were", "was", "are", "is", "a", "an", "being"}:
        at += 1
    if at < len(tokens) and tokens[at].tag_ == "VBG":
        return len(tokens), True  # "two of them | losing their lives"
    return at, True


def _past_deeming(tokens: Tokens, at: int, lexicon: Lexicon) -> int:
    """The token behind what only says how sure it is: "were | reportedly | rebels", "are | believed to be | clerks"."""
    while at < len(tokens) - 1 and (tokens[at].tag_ == "RB" or tokens[at].lower_ in lexicon.numbers.deemed):
        at += 1
    if at < len(tokens) and tokens[at - 1].lower_ in {"be", "been"} and tokens.lowers[at : at + 2] == ("those", "of"):
        at += 2  # "are believed to be | those of | rebels"
    return at


def in_phrase(tokens: Tokens, at: int, noun: int | None, lexicon: Lexicon) -> bool:
    """Whether the word may stand before the noun, of which the last found so far is `noun`: "40 | armed | men"."""
    token = tokens[at]
    if token.lower_.startswith("includ"):
        return False
    owned = token.tag_ == "CD" and tokens[at - 1].tag_ in {"POS", "NNP"}  # "three of the village's | 90 | farmers"
    deemed = (
        token.lower_ in lexicon.numbers.deemed
        and token.tag_ == "VBD"
        and [word.tag_ for word in tokens[at + 1 : at + 2]] == ["NNS"]
    )
    if (
        owned
        or (deemed and noun is None)  # "40 | reported | deaths"
        or _initials(tokens, at)
        or "HYPH" in {tokens[at - 1].tag_, *(word.tag_ for word in tokens[at + 1 : at + 2])}
    ):
        return True  # "three bullet-|riddled| bodies", "five | off|-duty guards"
    if token.text == "The":
        return False  # "0 13 | The | raids killed ten": another sentence
    if token.tag_ == "VBG" and noun is not None and tokens[noun].tag_ == "NNP":
        return [word.tag_ for word in tokens[at + 1 : at + 2]] == ["NNS"]  # "13 Tessan | fighting | positions"
    if token.lower_ in {"of", "the", "his", "her", "its", "their", "these", "those", "'s", "s"}:
        return noun is None or token.lower_ in {"'s", "s"}
    return token.tag_ in _MODIFIERS and (noun is None or token.tag_ not in {"VBN", "VBG", "RB", "CD", "PRP$"})


def _initials(tokens: Tokens, at: int) -> bool:
    """Whether the word is a body's short name, whatever the parse took it for: "eight | IS | fighters"."""
    text, behind = tokens[at].text, tokens[at + 1 : at + 2]
    return len(text) > 1 and text.isalpha() and text.isupper() and bool(behind) and behind[0].text.islower()
