"""The noun phrase that ends at a token: `a source at Aleppo Police Command | said`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.nominals import NOUNS, Range, head, is_noun, is_pronoun, is_time
from crosswire.read.attribution.nounphrases.inside import (
    BRACKETS,
    CLOSE,
    LINKS,
    NOMINAL,
    OPEN,
    is_dash,
    modifies,
    parts,
)
from crosswire.read.tokens import Tokens

_PAIR = 8  # tokens from "between" to the second of two at most


def before(tokens: Tokens, end: int, words: Reporting, low: int = 0) -> Range | None:
    """The noun phrase that ends at `end`: `a source at Aleppo Police Command | said`. None if there is none."""
    end = _skip_brackets(tokens, end, low)
    if (
        end - 1 > low
        and tokens[end - 1].tag_ == "CD"
        and tokens[end - 2].tag_ == "NNP"
        and tokens[end - 1].text.isdigit()
    ):
        end -= 1  # an age without its commas
    if end - 3 > low and tokens[end - 1].tag_ == "CD" and tokens[end - 2].lower_ == "of":
        end -= 2  # "a mother of four | told", "a girl of nine | said"
    if end <= low:
        return None
    if is_pronoun(tokens, end - 1):
        return end - 1, end
    first = _base_start(tokens, end, words, low)
    if first == end or not any(is_noun(t) or t.tag_ == "DT" for t in tokens[first:end]):
        return None
    first = _behind_counted(tokens, first, end)
    first = _bare_people(tokens, first, end, words, low)
    first = _joined_back(tokens, _paired(tokens, first, end, words, low), words, low)
    while (wider := _link_back(tokens, first, words, low)) is not None:
        first = wider
    return _both(tokens, first, end, words, low), end


def _both(tokens: Tokens, first: int, end: int, words: Reporting, low: int) -> int:
    """Over the first of two who speak, behind a comma or at the head: `…, a doctor and | two witnesses said`."""
    joint = first - 1 - (first > low and tokens[first - 1].tag_ == "CD")
    speaks = words.is_noun(tokens[end - 1].lower_, "role", "person", "body")
    if joint - 1 <= low or tokens[joint].lower_ != "and" or not speaks:
        return first
    start = before(tokens, joint, words, low)
    if start is None or (start[0] > low and not _parted(tokens, start[0] - 1)):
        return first
    return start[0] if words.is_noun(tokens[head(tokens, start)].lower_, "role", "person") else first


def _parted(tokens: Tokens, at: int) -> bool:
    """Whether a mark, or a passive that is done, ends what stands before: `were hit | state media and a group said`."""
    done = tokens[at].tag_ == "VBN" and at > 0 and tokens[at - 1].lower_ in {"was", "were", "been"}
    return done or tokens[at].text in {",", '"', "”", ";"}


def _paired(tokens: Tokens, first: int, end: int, words: Reporting, low: int) -> int:
    """Over the first of two words that both qualify those who speak: `hospital and | police sources`."""
    at = first - 2
    many = tokens[end - 1].tag_ == "NNS" and words.is_noun(tokens[end - 1].lower_, "person", "role")
    if at < low or not many or tokens[first - 1].lower_ != "and" or tokens[at].tag_ not in {"NN", "JJ"}:
        return first
    return at if end - first > 1 and words.is_noun(tokens[at].lower_, "modifier") else first


def _joined_back(tokens: Tokens, first: int, words: Reporting, low: int) -> int:
    """Over the first of two names that an office is for: `deputy for | the Steppe and the North`."""
    if first - 2 <= low or tokens[first - 1].lower_ not in {"and", "&"} or tokens[first].tag_ not in {"NNP", "DT"}:
        return first
    start = _base_start(tokens, first - 1, words, low)
    office = start - 2 >= low and tokens[start - 1].lower_ in {"for", "of"}
    return start if office and words.is_noun(tokens[start - 2].lower_, "role") else first


def _skip_brackets(tokens: Tokens, end: int, low: int) -> int:
    if end > low and tokens[end - 1].text in CLOSE:
        opening = next((i for i in range(end - 2, low - 1, -1) if tokens[i].text in OPEN), end)
        return opening if end - opening <= BRACKETS else end
    return end


def _base_start(tokens: Tokens, end: int, words: Reporting, low: int) -> int:
    first = end
    while first > low:
        token = tokens[first - 1]
        if token.tag_ == "DT":
            return first - 1
        if first < end and (parts(token, tokens[first], words) or token.tag_ == "JJR"):
            break
        inside = (
            token.tag_ in NOMINAL
            or is_noun(token)
            or (token.tag_ in {"VBG", "VBN", "CD", "VB"} and first < end and modifies(tokens, first - 1))
        )
        if not inside or is_time(tokens, first - 1, words) or is_dash(tokens, first - 1):
            break
        first -= 1
    return first + (first < end - 1 and tokens[first].tag_ == "POS")  # "in Tuesday's | Karan Times"


def _behind_counted(tokens: Tokens, first: int, end: int) -> int:
    """Behind those who are counted, where the comma is gone: `killing four people | state radio said`, `others |`."""
    for at in range(end - 2, first - 1, -1):
        counted = tokens[at].tag_ == "NNS" and at > 0 and tokens[at - 1].tag_ == "CD"
        if counted or (tokens[at].lower_ == "others" and at > first):
            return at + 1
    return first


def _bare_people(tokens: Tokens, first: int, end: int, words: Reporting, low: int) -> int:
    """`raids on a market | state media said`, `in Syria | local sources said`: people need no article of their own.

    Such people take only what usually qualifies them; an article or a name behind a preposition is another's.
    """
    if first <= low or not words.is_noun(tokens[end - 1].lower_, "person"):
        return first
    acts = [i for i in range(first, end - 1) if tokens[i].tag_ == "NNS" and words.is_noun(tokens[i].lower_, "mute")]
    if acts:
        return acts[-1] + 1  # "in border raids | officials said"
    if not _governed(tokens, first, low):
        return first
    least = first + (1 if tokens[first].tag_ in {"NNP", "NNPS"} else 2)
    start = end - 1
    while start > least and _qualifies(tokens, start - 1, words):
        start -= 1
    return start if start >= least else first


def _governed(tokens: Tokens, first: int, low: int) -> bool:
    """Whether a preposition takes what stands at `first`, alone or as the second of two: `between X and | the Y`."""
    before = tokens[first - 1]
    if tokens[first].tag_ not in {"DT", "NNP", "NNPS"}:
        return False
    paired = before.lower_ == "and" and any(t.lower_ == "between" for t in tokens[max(low, first - _PAIR) : first])
    return paired or before.tag_ == "IN" or before.lower_ == "to"


def _qualifies(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether the word goes with the people behind it: `| state media`; not the noun of `the army | local sources`."""
    noun_before_adjective = tokens[at].tag_ in NOUNS and tokens[at + 1].tag_ == "JJ"
    return words.is_noun(tokens[at].lower_, "modifier") and not noun_before_adjective


def _link_back(tokens: Tokens, first: int, words: Reporting, low: int) -> int | None:
    """Goes on over a preposition if a speaker's noun stands before it: `head of | the Observatory`."""
    at = first - 1
    if at - 1 < low or tokens[at].lower_ not in LINKS:
        return None
    governor = tokens[at - 1]
    if governor.tag_ not in NOUNS or is_time(tokens, at - 1, words):
        return None
    proper = governor.tag_ in {"NNP", "NNPS"} and tokens[at].lower_ in {"for", "of"} and tokens[first].tag_ != "DT"
    role = words.is_noun(governor.lower_, "role", "person", "body", "utterance", "evidence")
    if not (proper or role) or (tokens[at].lower_ == "by" and not words.is_noun(governor.lower_, "utterance")):
        return None
    start = _base_start(tokens, at, words, low)
    return start if start < at else None
