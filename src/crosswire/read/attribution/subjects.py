"""The speaker before a reporting verb: right before it, over an apposition, or over a clause that tells of him.

Tags come first and the parser second: without commas the parser often takes the speaker for an object.
"""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, DO, FINITE, HAVE, QUOTES
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.parsed import parsed_subject, shared_subject
from crosswire.read.attribution.speaking import speaks, speaks_by_trade
from crosswire.read.tokens import Tokens

_THROUGH = frozenset({"in", "through", "via", "by", "on"})
_PAPER = 9  # words of the paper in which somebody speaks, with its preposition, at most
_HEARD = 10  # words of when and in which tongue a broadcast was heard, at most
_PEOPLE = frozenset({"NN", "NNS"})
_NAMES = frozenset({"NNP", "NNPS"})
_AT = frozenset({"in", "near", "at", "on", "around", "outside"})


def speaker_before(tokens: Tokens, at: int, words: Reporting) -> Range | None:
    """The words for the speaker who stands before the verb at token `at`."""
    end = _before_helpers(tokens, at, words)
    end = _before_broadcast(tokens, _before_paper(tokens, end, words))
    if end == 0:
        return None
    if tokens[end - 1].text in BREAKS and tokens[end - 1].text not in QUOTES and tokens[end - 1].text != ")":
        parsed = parsed_subject(tokens, at, words)
        mute = parsed is not None and words.is_noun(tokens[nominals.head(tokens, parsed)].lower_, "mute")
        named = _over_apposition(tokens, end - 1, words) if mute or parsed is None else None
        return named if named is not None and (parsed is None or speaks(tokens, named, words)) else parsed
    found = _past_addressee(tokens, nounphrases.before(tokens, end, words), words)
    if (whole := _over_relative(tokens, end, found, words)) is not None:
        return whole
    if found is None:
        return None if tokens[end - 1].tag_ == "CC" else parsed_subject(tokens, at, words)
    if tokens[end - 1].tag_ in {"WP", "WDT"} and end > 1 and nominals.is_pronoun(tokens, end - 1):
        who = _antecedent(tokens, at, end - 1, words) or found
        return who if tokens[end - 1].tag_ == "WP" or speaks(tokens, who, words) else None  # "accords that | recognise"
    return _whole(tokens, at, found, words)


def _before_paper(tokens: Tokens, end: int, words: Reporting) -> int:
    """The end of what may be the subject, back over the paper in which he speaks: `X | in a statement claimed`."""
    paper = next((i for i in range(end - 1, max(0, end - _PAPER), -1) if tokens[i].lower_ in _THROUGH), 0)
    article = tokens[paper + 1] if 0 < paper < end - 2 else None
    if article is None or article.lower_ not in {"a", "an", "its", "his", "her", "their"}:
        return end
    return (
        paper if words.is_noun(tokens[nominals.head(tokens, (paper + 1, end))].lower_, "utterance", "evidence") else end
    )


def _before_broadcast(tokens: Tokens, end: int) -> int:
    """The end of a station's name, back over when it was heard: `Radio Dabir | in Arabic at 1100 GMT said`."""
    first = max(0, end - _HEARD)
    if "gmt" not in tokens.lowers[first:end]:
        return end
    tongues = (i for i in range(end - 2, first, -1) if tokens[i].lower_ == "in" and tokens[i + 1].text[:1].isupper())
    return next(tongues, end)


def _past_addressee(tokens: Tokens, found: Range | None, words: Reporting) -> Range | None:
    """`Speaking to the Altan Agency | Najib Ansari said`: who was spoken to says nothing, even without a comma."""
    if found is None or not found[0] or tokens[found[0] - 1].lower_ not in {"to", "with", "the"}:
        return found
    for at in range(found[1] - 2, found[0], -1):
        medium = tokens[at - 1]
        if medium.text.isupper() or words.is_noun(medium.lower_, "body"):
            return (at, found[1]) if all(token.tag_ == "NNP" for token in tokens[at : found[1]]) else found
    return found


def _over_relative(tokens: Tokens, end: int, found: Range | None, words: Reporting) -> Range | None:
    """Over a relative clause without its commas: `a resident | who declined to be named told`.

    Where somebody stands before the verb himself, only what opens the sentence can be the subject: `The Observatory |
    which relies on activists said`; or who stands behind a comma: `…, an activist | who visited Tesk said`.
    """
    last = end if found is None else found[0]
    stop = next((i for i in range(last - 1, -1, -1) if tokens[i].text in BREAKS), -1)
    link = next((i for i in range(last - 2, max(stop, 0), -1) if tokens[i].tag_ in {"WP", "WDT"}), None)
    if link is None or not any(t.tag_ in FINITE for t in tokens[link + 1 : last]):
        return None
    who = nounphrases.before(tokens, link, words)
    person = tokens[link].lower_ == "who"
    if who is None or nominals.is_pronoun(tokens, who[1] - 1) or not (person or speaks_by_trade(tokens, who, words)):
        return None
    opens = not any(t.tag_ in FINITE for t in tokens[: who[0]])
    if opens or found is None or not speaks(tokens, found, words):
        return who
    apart = tokens[who[0] - 1].text in BREAKS and speaks_by_trade(tokens, who, words)
    return who if apart and person and tokens[who[0]].tag_ != "CD" else None


def _whole(tokens: Tokens, at: int, found: Range, words: Reporting) -> Range:
    """The speaker whose words end with the phrase `found`, which may explain a name or be an object in his clause."""
    if _behind_place(tokens, found):
        return found[1] - 1, found[1]
    parsed = parsed_subject(tokens, at, words)
    if parsed and (_set_off(tokens, parsed, found) or _runs_in(tokens, parsed, found)):
        parsed = None
    if parsed and _object(tokens, found, words) and speaks(tokens, parsed, words):
        return parsed
    if (named := _named_before(tokens, found, words) or _busy(tokens, found, words)) is not None:
        return named
    if parsed is None and (shared := _resumed(tokens, at, found, words)) is not None:
        return shared
    wider = parsed is not None and parsed[1] == found[1] and parsed[0] < found[0]
    joined = tokens[found[0] - 1].tag_ in {"IN", ",", "CC", "POS", "TO"}
    return parsed if parsed is not None and wider and joined else found


def _behind_place(tokens: Tokens, found: Range) -> bool:
    """`21 others in Tesk | KNA reports`: letters that run into a place which has its preposition, the comma lost."""
    last = found[1] - 1
    first = last
    while first > 0 and tokens[first - 1].tag_ == "NNP" and not tokens[first - 1].text.isupper():
        first -= 1
    letters = tokens[last].text.isupper() and tokens[last].text.isalpha() and len(tokens[last]) > 1
    return letters and 0 < first < last and tokens[first - 1].lower_ in _AT


def _named_before(tokens: Tokens, found: Range, words: Reporting) -> Range | None:
    """`Karim Dabbagh | the clinic's director said`, `the Relief Centre | an NGO said`: a name explained, no commas."""
    first, last = found
    if first == 0 or tokens[first].tag_ != "DT":
        return None
    if tokens[first - 1].text == ",":
        return _before_comma(tokens, found, words)
    if tokens[first - 1].tag_ not in {"NNP", "NNPS"}:
        return None
    if not words.is_noun(tokens[nominals.head(tokens, found)].lower_, "role", "body"):
        return None
    name = nounphrases.before(tokens, first, words)
    if name is None or name[0] == first - 1:
        return None
    opens = name[0] == 0 or tokens[name[0] - 1].text in BREAKS or tokens[name[0] - 1].tag_ in {"NN", "NNS"}
    return (name[0], last) if opens and not words.is_noun(tokens[first - 1].lower_, "time") else None


def _before_comma(tokens: Tokens, found: Range, words: Reporting) -> Range | None:
    """`“…” | Karim Dabbagh, a resident of Tesk told`: a name that opens the clause, its second comma lost."""
    comma = found[0] - 1
    first = comma
    while first > 0 and tokens[first - 1].tag_ in {"NNP", "HYPH"}:
        first -= 1
    opens = first == 0 or tokens[first - 1].text in QUOTES
    who = words.is_noun(tokens[nominals.head(tokens, found)].lower_, "role", "person")
    return (first, found[1]) if opens and who and comma - first > 1 else None


def _busy(tokens: Tokens, found: Range, words: Reporting) -> Range | None:
    """`an organisation | monitoring the conflict said`, `a group | that tracks militants said`."""
    at = found[0] - 1
    if at > 1 and tokens[at].tag_ in FINITE and tokens[at - 1].lower_ in {"that", "who", "which"}:
        at -= 1
    elif at < 1 or tokens[at].tag_ != "VBG" or speaks(tokens, found, words):
        return None
    who = nounphrases.before(tokens, at, words)
    if who is None:
        return None
    top = tokens[nominals.head(tokens, who)]
    many = top.tag_ == "NNS" and not words.is_noun(top.lower_, "mute")
    return (who[0], found[1]) if many or speaks_by_trade(tokens, who, words) else None


def _resumed(tokens: Tokens, at: int, found: Range, words: Reporting) -> Range | None:
    """`The source gave no word on the victims however | noted`: who opened the sentence goes on, not its object."""
    turns = any(token.lower_ in {"however", "but"} for token in tokens[found[1] : at])
    shared = shared_subject(tokens, at, words) if turns and not speaks(tokens, found, words) else None
    return shared if shared is not None and speaks_by_trade(tokens, shared, words) else None


def _set_off(tokens: Tokens, parsed: Range, found: Range) -> bool:
    """Whether the parser's subject only stands before `, as …`: `Hama, as one of | its doctors said, is empty`."""
    return any(tokens[at].text == "," and tokens[at + 1].lower_ == "as" for at in range(parsed[0], found[0]))


def _runs_in(tokens: Tokens, parsed: Range, found: Range) -> bool:
    """Whether the parser's subject took in what stands before a comma: `in | a district, hospital sources said`.

    So with those counted: `killed | six farmers in Tesk, the Armed Forces said`.
    """
    if not parsed[0] < found[0] < parsed[1] or tokens[found[0] - 1].text != ",":
        return False
    counted = tokens[found[0]].tag_ in {"DT", "NNP"} and any(t.tag_ == "CD" for t in tokens[parsed[0] : found[0]])
    return counted or (parsed[0] > 0 and tokens[parsed[0] - 1].lower_ in _AT)


def _object(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """Whether the phrase before the verb ends a relative clause: `the group that supports it | said`."""
    if nominals.is_pronoun(tokens, span[1] - 1):
        return span[0] > 0 and tokens[span[0] - 1].tag_.startswith(("VB", "IN"))
    return not speaks(tokens, span, words)


def _antecedent(tokens: Tokens, at: int, pronoun: int, words: Reporting) -> Range | None:
    """Whom `who` and `which` take up: the parser's noun, else the phrase just before."""
    if tokens[pronoun].lower_ == "who" and tokens[pronoun - 1].text == ",":
        explained = _over_apposition(tokens, pronoun - 1, words)
        if explained is not None and speaks_by_trade(tokens, _behind_name(tokens, explained), words):
            return explained  # "Karim Dabbagh, a member of the Committee for Justice in Tesk, | who"
    noun = tokens[at].head
    if tokens[at].dep_ == "relcl" and noun.i < pronoun and noun.tag_.startswith("NN"):
        while tokens[pronoun].lower_ == "who" and noun.dep_ == "pobj" and noun.head.head.tag_ in _PEOPLE:
            if not words.is_noun(noun.head.head.lower_, "role", "person") and noun.tag_ not in _NAMES:
                break
            noun = noun.head.head  # "a baker of | Tesk, who counted"
        return nounphrases.before(tokens, noun.i + 1, words)
    return nounphrases.before(tokens, pronoun - (tokens[pronoun - 1].text == ","), words)


def _behind_name(tokens: Tokens, span: Range) -> Range:
    """What explains a name, behind its first comma."""
    comma = next((i for i in range(*span) if tokens[i].text == ","), span[0])
    return min(comma + 1, span[1] - 1), span[1]


def _before_helpers(tokens: Tokens, at: int, words: Reporting) -> int:
    """The end of what may be the subject: back over adverbs, auxiliaries and days."""
    end = at
    while end > 0:
        token = tokens[end - 1]
        day = nominals.is_time(tokens, end - 1, words) and token.tag_ != "DT"
        link = token.lower_ in {"on", "late", "early", "in"} and end < at and nominals.is_time(tokens, end, words)
        this = token.lower_ in {"this", "last", "next", "the"} and end < at and nominals.is_time(tokens, end, words)
        helper = (token.lower_ in BE | HAVE | DO and token.tag_ != "POS") or token.tag_ == "MD"
        if not (
            token.tag_ in {"RB", "RBR"}
            or day
            or link
            or this
            or helper
            or token.tag_ == "TO"
            or (
                token.lower_ in {"went", "goes", "continued", "continues", "on"}
                and end < at
                and tokens[end].tag_ in {"TO", "RP", "IN"}
            )
        ):
            return end
        end -= 1
    return end


def _over_apposition(tokens: Tokens, comma: int, words: Reporting) -> Range | None:
    """`X, head of Y, | said`, `X, after denying that it lost the town, | said`: the phrase before the earlier comma."""
    earlier = next((i for i in range(comma - 1, 0, -1) if tokens[i].text == ","), None)
    if earlier is None:
        return None
    found = nounphrases.before(tokens, earlier, words)
    if found is None or not any(t.tag_ in FINITE for t in tokens[earlier:comma]):
        return (found[0], comma) if found else None
    if tokens[earlier + 1].tag_ in {"WP", "WDT"}:
        return found[0], comma
    begun = tokens[earlier + 1].lower_ in {"after", "while", "despite", "before"}
    return found if begun and speaks_by_trade(tokens, found, words) else None


def shares(tokens: Tokens, at: int) -> bool:
    """`said A and added B`: a verb joined to the one before."""
    i = at - 1
    while (
        i > 0 and tokens[i].tag_ in {"RB", "VBZ", "VBD", "VBP"} and (tokens[i].tag_ == "RB" or tokens[i].lower_ in HAVE)
    ):
        i -= 1
    return i >= 0 and (tokens[i].tag_ == "CC" or tokens[i].text == ",")


def mistagged(tokens: Tokens, at: int, words: Reporting) -> bool:
    """A past tense that the tagger took for a participle: `… the TV channel | reported on Sunday`."""
    if tokens[at].dep_ in {"ROOT", "ccomp"} or (tokens[at].dep_ == "conj" and tokens[at].head.tag_ == "VBD"):
        return True  # "compiled and | documented 12 deaths"
    group, behind = words.verb(tokens[at].lower_), [token.lower_ for token in tokens[at + 1 : at + 2]]
    if group is not None and group.stance == "alleges" and behind in (["for"], ["of"]):
        return False  # "a leader | blamed for 12 deaths"
    if at > 0 and tokens[at - 1].text == "," and tokens[at].dep_ == "acl" and tokens[at].head.dep_ == "ROOT":
        body = words.is_noun(tokens[at].head.lower_, "role", "person", "body")
        return body and tokens[at].head.tag_.startswith("NN")  # "The agency, which …, | reported that 12 died"
    before = nounphrases.before(tokens, at, words) or _over_name(tokens, at - 1, words)
    return before is not None and speaks_by_trade(tokens, before, words)


def _over_name(tokens: Tokens, comma: int, words: Reporting) -> Range | None:
    """`…, the party's newspaper, Dabir, | reported`: who stands before a bare name between commas."""
    first = comma
    while first > 0 and tokens[first - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
        first -= 1
    named = 0 < first < comma < len(tokens) and tokens[comma].text == tokens[first - 1].text == ","
    return nounphrases.before(tokens, first - 1, words) if named else None
