"""The noun phrase that begins at a token: `said | Observatory director Karim Dabbagh`."""

from crosswire.codebook.reporting import NounKind, Reporting
from crosswire.read.attribution.nominals import Range, head, is_determiner, is_noun, is_pronoun, is_time, past_ranks
from crosswire.read.attribution.nounphrases.inside import BRACKETS, CLOSE, LINKS, NOMINAL, OPEN, modifies, parts
from crosswire.read.tokens import Token, Tokens

_SO_CALLED = ("so", "-", "called")
_ABSOLUTE = 4  # tokens to what another does, at most: "state media, with | an agency saying"


def after(tokens: Tokens, start: int, words: Reporting, high: int | None = None) -> Range | None:
    """The noun phrase that starts at `start`: `said | Observatory director Karim Dabbagh`. None if there is none."""
    high = len(tokens) if high is None else high
    if start >= high:
        return None
    if is_pronoun(tokens, start) and not is_determiner(tokens, start):
        return _of_many(tokens, start, words, high) or (start, start + 1)
    last = base_end(tokens, start, words, high)
    if last == start or not any(is_noun(t) for t in tokens[start:last]):
        return None
    while (wider := _link_on(tokens, last, words, high)) is not None:
        last = wider
    return start, _apposition(tokens, (start, last), words, high)


def _of_many(tokens: Tokens, start: int, words: Reporting, high: int) -> Range | None:
    """Those of whom one speaks: `one of | the aid workers`."""
    if start + 2 >= high or tokens[start + 1].lower_ != "of" or tokens[start].tag_ in {"WP", "WDT", "PRP"}:
        return None
    return after(tokens, start + 2, words, high)


def base_end(tokens: Tokens, start: int, words: Reporting, high: int) -> int:
    """The end of the plain noun phrase at `start`: article, adjectives, nouns; `start` if there is none."""
    last = start
    while last < high:
        if tokens.lowers[last : last + 3] == _SO_CALLED:
            last += 3
            continue
        token = tokens[last]
        opening = (last == start and token.tag_ in {"DT", "PRP$", "CD"}) or _opens_word(tokens, last)
        participle = (
            token.tag_ in {"VBN", "VBG", "CD"}
            and last + 1 < high
            and tokens[last + 1].tag_ in NOMINAL
            and (last == start or modifies(tokens, last))
        )
        time = is_time(tokens, last, words) and not (last > start and tokens[last - 1].tag_ == "HYPH")
        if (
            not (opening or token.tag_ in NOMINAL or is_noun(token) or participle or _ties(tokens, last, words, high))
            or time
        ):
            break
        if last > start and (token.tag_ == "PRP$" or parts(tokens[last - 1], token, words)):
            break
        last += 1
    while (
        last > start
        and tokens[last - 1].tag_ in {"HYPH", "POS", "JJ"}
        and last - start > 1
        and tokens[last - 1].tag_ != "POS"
    ):
        last -= 1
    return last


def _ties(tokens: Tokens, at: int, words: Reporting, high: int) -> bool:
    """Whether a participle ties a name to the one before: `the Karan | owned | Dabir TV`."""
    beside = 0 < at < high - 1 and tokens[at - 1].tag_ == "NNP" and tokens[at + 1].tag_ in NOMINAL
    return beside and words.is_noun(tokens[at].lower_, "tied") and tokens[at].tag_ in {"VBD", "VBN"}


def _opens_word(tokens: Tokens, at: int) -> bool:
    """Whether a number begins a word: `the | 38|-year-old farmer`."""
    return (
        tokens[at].tag_ == "CD" and at + 1 < len(tokens) and tokens[at + 1].text == "-" and not tokens[at].whitespace_
    )


def _links(governor: Token, link: str, following: Token, words: Reporting) -> bool:
    """Whether a preposition goes on with the speaker: `Observatory for`, `source at`, `council in Hama`."""
    word = governor.lower_
    if link == "by":
        return words.is_noun(word, "utterance", "evidence")
    if link in {"of", "for"}:
        return governor.tag_ in {"NNP", "NNPS"} or words.is_noun(
            word, "role", "person", "body", "utterance", "evidence"
        )
    if link == "on":  # "the Council on Foreign Trade"
        return governor.tag_ == following.tag_ == "NNP" and words.is_noun(word, "body")
    if words.is_noun(following.lower_, "utterance"):
        return False
    return words.is_noun(word, "role", "person", "utterance") or (
        words.is_noun(word, "body") and link in {"in", "at"} and following.tag_ == "NNP"
    )


def _alike(left: Token, right: Token, words: Reporting) -> bool:
    """Two names, or two kinds of people: `residents and witnesses`."""
    if left.tag_ in {"NNP", "NNPS"}:
        return right.tag_ in {"NNP", "NNPS"}
    who: tuple[NounKind, ...] = ("person", "role", "body")
    return words.is_noun(left.lower_, *who) and words.is_noun(right.lower_, *who)


def _apposition(tokens: Tokens, span: Range, words: Reporting, high: int) -> int:
    """Over `, (the) head of the Observatory` and, behind an office, `, Umm Karim,`."""
    last = span[1]
    at = last + (last < high and tokens[last].text == ",")
    if at >= high:
        return last
    titled = at > last and words.is_noun(tokens[head(tokens, span)].lower_, "role", "outlet")
    if titled and (end := _named(tokens, at, words, high)):
        return end
    for i in range(at, min(at + 6, high - 1)):
        if words.is_noun(tokens[i].lower_, "role") and tokens[i + 1].lower_ in LINKS:
            end = base_end(tokens, i + 2, words, high)
            while (wider := _link_on(tokens, end, words, high)) is not None:
                end = wider
            return end if end > i + 2 else last
        if not (tokens[i].tag_ in NOMINAL or tokens[i].tag_ == "DT"):
            break
    return last


def _named(tokens: Tokens, at: int, words: Reporting, high: int) -> int:
    """The end of a bare name between commas behind an office, `according to its spokesman, | Karim Dabbagh`; else 0."""
    at = past_ranks(tokens, at, high, words)
    end = base_end(tokens, at, words, high)
    least = at if words.is_noun(tokens[at - 2].lower_, "outlet") else at + 1  # "the newspaper, | Dabir,"
    proper = end > least and all(t.tag_ in {"NNP", "HYPH"} for t in tokens[at:end])
    return end if proper and (end >= high or tokens[end].text in {",", ".", ";", "”", '"'}) else 0


def _link_on(tokens: Tokens, last: int, words: Reporting, high: int) -> int | None:
    if last >= high:
        return None
    if tokens[last].text in OPEN:
        closing = next((i for i in range(last + 1, min(last + BRACKETS, high)) if tokens[i].text in CLOSE), None)
        return None if closing is None else closing + 1
    link = tokens[last].lower_
    governor = tokens[last - 1]
    linked = link in LINKS and last + 1 < high and not is_time(tokens, last + 1, words)
    if linked and _links(governor, link, tokens[last + 1], words):
        end = base_end(tokens, last + 1, words, high)
        told = link == "with" and any(t.tag_ == "VBG" for t in tokens[end : min(end + _ABSOLUTE, high)])
        return end if end > last + 1 and not told else None
    end = base_end(tokens, last + 1, words, high) if link in {"and", "&"} and last + 1 < high else 0
    if end > last + 1 and (_alike(governor, tokens[last + 1], words) or _alike(governor, tokens[end - 1], words)):
        following = tokens[end] if end < high else None
        return end if link == "&" or following is None or not following.tag_.startswith(("VB", "MD")) else None
    return None
