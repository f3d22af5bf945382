"""The noun phrase just before or just after a token, by tags alone: works where commas are gone and parses fail."""

from crosswire.codebook.reporting import NounKind, Reporting
from crosswire.read.attribution.nominals import NOUNS, Range, head, is_determiner, is_noun, is_pronoun, is_time
from crosswire.read.tokens import Token, Tokens

_SO_CALLED = ("so", "-", "called")
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "POS", "FW", "ADD", "AFX", "PRP$"})
_LINKS = frozenset({"of", "for", "at", "in", "from", "with", "inside", "on", "near", "by"})
_PAIR = 8  # tokens from "between" to the second of two at most
_ABSOLUTE = 4  # tokens to what another does, at most: "state media, with | an agency saying"
_BRACKETS = 8  # tokens of a parenthesis at most
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")


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


def _skip_brackets(tokens: Tokens, end: int, low: int) -> int:
    if end > low and tokens[end - 1].text in _CLOSE:
        opening = next((i for i in range(end - 2, low - 1, -1) if tokens[i].text in _OPEN), end)
        return opening if end - opening <= _BRACKETS else end
    return end


def _base_start(tokens: Tokens, end: int, words: Reporting, low: int) -> int:
    first = end
    while first > low:
        token = tokens[first - 1]
        if token.tag_ == "DT":
            return first - 1
        if first < end and (_parts(token, tokens[first], words) or token.tag_ == "JJR"):
            break
        inside = (
            token.tag_ in _NOMINAL
            or is_noun(token)
            or (token.tag_ in {"VBG", "VBN", "CD", "VB"} and first < end and _modifies(tokens, first - 1))
        )
        if not inside or is_time(tokens, first - 1, words) or is_dash(tokens, first - 1):
            break
        first -= 1
    return first + (first < end - 1 and tokens[first].tag_ == "POS")  # "in Tuesday's | Karan Times"


def is_dash(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen stands free and parts what it stands between: `COLOMBO | - | A doctor said`."""
    return tokens[at].text == "-" and at > 0 and bool(tokens[at].whitespace_ and tokens[at - 1].whitespace_)


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


def _parts(left: Token, right: Token, words: Reporting) -> bool:
    """Without commas, a plural noun ends its phrase: `12 people | Karim Dabbagh told`, `medics | dozens fled`."""
    return left.tag_ == "NNS" and (right.tag_ in {"NNP", "NNPS"} or words.is_noun(right.lower_, "heap"))


def _modifies(tokens: Tokens, at: int) -> bool:
    """A participle or number inside a noun phrase: after an article, a hyphen or an adjective."""
    return at > 0 and tokens[at - 1].tag_ in {"DT", "HYPH", "JJ", "PRP$", "POS"} and tokens[at + 1].tag_ in _NOMINAL


def _link_back(tokens: Tokens, first: int, words: Reporting, low: int) -> int | None:
    """Goes on over a preposition if a speaker's noun stands before it: `head of | the Observatory`."""
    at = first - 1
    if at - 1 < low or tokens[at].lower_ not in _LINKS:
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
            and tokens[last + 1].tag_ in _NOMINAL
            and (last == start or _modifies(tokens, last))
        )
        time = is_time(tokens, last, words) and not (last > start and tokens[last - 1].tag_ == "HYPH")
        if (
            not (opening or token.tag_ in _NOMINAL or is_noun(token) or participle or _ties(tokens, last, words, high))
            or time
        ):
            break
        if last > start and (token.tag_ == "PRP$" or _parts(tokens[last - 1], token, words)):
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
    beside = 0 < at < high - 1 and tokens[at - 1].tag_ == "NNP" and tokens[at + 1].tag_ in _NOMINAL
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
    if words.is_noun(following.lower_, "utterance") or link == "on":
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
        if words.is_noun(tokens[i].lower_, "role") and tokens[i + 1].lower_ in _LINKS:
            end = base_end(tokens, i + 2, words, high)
            while (wider := _link_on(tokens, end, words, high)) is not None:
                end = wider
            return end if end > i + 2 else last
        if not (tokens[i].tag_ in _NOMINAL or tokens[i].tag_ == "DT"):
            break
    return last


def _named(tokens: Tokens, at: int, words: Reporting, high: int) -> int:
    """The end of a bare name between commas behind an office, `according to its spokesman, | Karim Dabbagh`; else 0."""
    end = base_end(tokens, at, words, high)
    least = at if words.is_noun(tokens[at - 2].lower_, "outlet") else at + 1  # "the newspaper, | Dabir,"
    proper = end > least and all(t.tag_ in {"NNP", "HYPH"} for t in tokens[at:end])
    return end if proper and (end >= high or tokens[end].text in {",", ".", ";", "”", '"'}) else 0


def _link_on(tokens: Tokens, last: int, words: Reporting, high: int) -> int | None:
    if last >= high:
        return None
    if tokens[last].text in _OPEN:
        closing = next((i for i in range(last + 1, min(last + _BRACKETS, high)) if tokens[i].text in _CLOSE), None)
        return None if closing is None else closing + 1
    link = tokens[last].lower_
    governor = tokens[last - 1]
    linked = link in _LINKS and last + 1 < high and not is_time(tokens, last + 1, words)
    if linked and _links(governor, link, tokens[last + 1], words):
        end = base_end(tokens, last + 1, words, high)
        told = link == "with" and any(t.tag_ == "VBG" for t in tokens[end : min(end + _ABSOLUTE, high)])
        return end if end > last + 1 and not told else None
    end = base_end(tokens, last + 1, words, high) if link in {"and", "&"} and last + 1 < high else 0
    if end > last + 1 and (_alike(governor, tokens[last + 1], words) or _alike(governor, tokens[end - 1], words)):
        following = tokens[end] if end < high else None
        return end if link == "&" or following is None or not following.tag_.startswith(("VB", "MD")) else None
    return None
