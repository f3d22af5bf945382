"""What a token of a noun phrase is, by its tag alone: a noun, a pronoun, a time; which one heads the phrase."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.tokens import Token, Tokens

Range = tuple[int, int]

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "ADD"})
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "you",
        "who",
        "which",
        "that",
        "we",
        "him",
        "her",
        "them",
        "i",
        "one",
        "another",
        "others",
        "some",
        "many",
        "both",
        "several",
    }
)
_DETERMINED = NOUNS | {"JJ"}  # tags of what stands behind an article
_OPEN = frozenset("([")
_SMALL = frozenset({"of", "for", "at", "in", "from", "by", "with", "on", "to", "and"})


def is_pronoun(tokens: Tokens, at: int) -> bool:
    """Whether the token stands for a speaker named elsewhere (`who`, not `WHO`; `IT` by its tag)."""
    return (
        (tokens[at].tag_ == "PRP" or not _acronym(tokens[at]))
        and tokens[at].tag_ in {"PRP", "WP", "WDT", "DT", "CD"}
        and tokens[at].lower_ in _PRONOUNS
    )


def is_determiner(tokens: Tokens, at: int) -> bool:
    """Whether a word that can stand alone stands before its noun: `another | local official`, `one | witness`."""
    following = tokens[at + 1 : at + 2]
    return tokens[at].tag_ in {"DT", "CD"} and following != () and following[0].tag_ in _DETERMINED


def head(tokens: Tokens, span: Range) -> int:
    """The head noun's index: the last noun before the first preposition, comma or bracket."""
    first, last = span
    found = first
    for i in range(first, last):
        if i > first and _ends_head(tokens, i) and _has_noun(tokens, first, i):
            break
        if is_noun(tokens[i]) or i == first:
            found = i
    return found


def is_noun(token: Token) -> bool:
    """Whether the token is a noun by its tag, or an acronym that the tagger took for something else."""
    return token.tag_ in NOUNS or (token.tag_ not in {"DT", "CD"} and _acronym(token))


def is_time(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether the token names a day, a month or a time of day."""
    return words.is_noun(tokens[at].lower_, "time") and (tokens[at].lower_ != "may" or tokens[at].tag_ == "NNP")


def _acronym(token: Token) -> bool:
    return len(token) > 1 and token.text.isupper() and token.lower_ not in _SMALL


def _ends_head(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    participle = token.tag_ in {"VBN", "VBG"} and tokens[at - 1].tag_ != "HYPH"
    return (
        participle
        or token.text in _OPEN
        or (token.tag_ in {"IN", "TO", ",", "-LRB-", "CC", "WP", "WDT"} and not is_noun(token))
    )


def _has_noun(tokens: Tokens, first: int, last: int) -> bool:
    return any(is_noun(t) for t in tokens[first:last])


def past_ranks(tokens: Tokens, at: int, last: int, words: Reporting) -> int:
    """Where a name begins behind ranks in small letters: `lieutenant-colonel | Karim Dabbagh`."""
    first = at
    while first < last and (
        (tokens[first].text.islower() and words.is_noun(tokens[first].lower_, "rank", "role"))
        or (tokens[first].tag_ == "HYPH" and first > at)
    ):
        first += 1
    return first


def office_of(tokens: Tokens, at: int, words: Reporting) -> str:
    """The office at token `at`, with the word before it where one for each body may speak: `police spokesman`."""
    spoken = words.is_noun(tokens[at].lower_, "spoken") and at > 0
    return f"{tokens[at - 1].lower_} {tokens[at].lower_}" if spoken else tokens[at].lower_
