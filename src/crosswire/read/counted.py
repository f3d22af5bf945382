"""Who those counted are by the words of their own clause: "five of the dead were clerks", "40 dead among guards"."""

from collections.abc import Mapping

from crosswire.codebook.numbers import Population
from crosswire.kit import Kit
from crosswire.read.clues import Tie
from crosswire.read.roles import is_fought
from crosswire.read.ties.scene import is_day
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import BE

_ANYBODY = "people"  # whom the words before may tell more of: "90 civilian casualties, ten of them dead"
_NUMBERED = 6  # tokens from "the number of" to what befell them
_JOINED = 5  # tokens of "and Tessanian army soldiers"
_PHRASE = frozenset(["IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "PRP$", "HYPH"])
_DESCRIBING = frozenset(["DT", "RB", "JJ", "PRP$"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_Entry = tuple[str, Population, bool]


def predicate(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry], kit: Kit) -> tuple[str, str | None] | None:
    """Who they are by the clause's own words: "five | of the dead in the raids were traffic wardens".

    Handles "12 | of the 30 killed were clerks" and "half | of those hurt were children" too.
    """
    last = tie.quantity.last
    of = tokens.lowers[last : last + 2]
    some = last < tie.trigger.first and (of[:1] == ("of",) and (tie.whole is not None or of[1:] == ("those",)))
    if not (some or (tie.trigger.frame.partitive and last == tie.trigger.first)):
        return None
    verb = next((token.i for token in tokens[tie.trigger.last :] if not _goes_on(token, tokens, kit)), len(tokens))
    if verb >= len(tokens) - 1 or tokens[verb].lower_ not in BE:
        return None
    at = verb + 1
    while at < len(tokens) - 1 and (tokens[at].tag_ in _DESCRIBING or tokens[at + 1].tag_ in _NOUNS):
        at += 1
    return _alone(tokens, at, table)


def _goes_on(token: Token, tokens: Tokens, kit: Kit) -> bool:
    """Whether the word still belongs to those told of: "of the dead | in the raid | and five of the wounded | were"."""
    if token.tag_ in _PHRASE or token.lower_ in kit.language.numbers.told:
        return True
    return [word.tag_ for word in tokens[token.i : token.i + 3]] == ["CC", "CD", "IN"]


def _alone(tokens: Tokens, at: int, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """The people that the noun names, where no others are joined to it: "civilians", not "civilians and guards"."""
    entry = table.get(tokens[at].lower_)
    if entry is None or entry[1].things:
        return None
    more = [token.tag_ for token in tokens[at + 1 : at + 1 + _JOINED]]
    return None if more[:1] == ["CC"] and not _NOUNS.isdisjoint(more[1:]) else (entry[0], entry[1].side)


def subject(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Who the one is: "a porter who was | one | of those killed", "the cook is | one | of the dead"."""
    verb = tokens[tie.quantity.first].head
    told = tie.trigger.frame.partitive and tie.quantity.last == tie.trigger.first
    if not told or tie.quantity.figure.value != 1 or verb.lower_ not in BE or verb.i > tie.quantity.first:
        return None
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    one = verb.head if verb.dep_ == "relcl" else subjects[0] if subjects else verb
    return _alone(tokens, one.i, table) if one.tag_ == "NN" else None


def among(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Among whom they fell: "numerous | deaths among civilians", "12 | dead among the city's guards"."""
    at = max(tie.trigger.last, tie.quantity.last)
    if at >= len(tokens) - 1 or tokens[at].lower_ != "among":
        return None
    at += 1
    while at < len(tokens) - 1 and (tokens[at].tag_ in _DESCRIBING | {"POS"} or tokens[at + 1].tag_ in _NOUNS):
        at += 1
    return _alone(tokens, at, table)


def meant(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Who "them" are: "attacking troops, killing two | of them"; where a number counts them, the whole says it.

    Handles "an attack by 20 raiders, | six | of whom died" too.
    """
    at = tie.quantity.last
    words = tokens.lowers[at : at + 2]
    whom = words == ("of", "whom")
    if tie.whole is not None or not (whom or words == ("of", "them")):
        return None
    plural = (
        token
        for token in tokens[: tie.quantity.first]
        if token.tag_ in {"NNS", "NNPS"} and (token.dep_ != "nsubj" or whom or is_fought(token))
    )
    named = [token for token in plural if token.lower_ in table]
    entry = table[named[-1].lower_] if named else None
    return None if entry is None or entry[1].things or entry[1].name == _ANYBODY else (entry[0], entry[1].side)


def numbered(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Who a number told of counts: "the number of | personnel killed | has gone up to 41"."""
    behind = [token.lower_ for token in tokens[tie.quantity.last : tie.quantity.last + 3]] == ["the", "number", "of"]
    if tie.how != "to" and not behind:
        return None
    describes = tokens[tie.trigger.at].tag_ == "JJ"  # "the number of dead | soldiers"
    near = tokens[max(0, tie.trigger.first - _NUMBERED) : tie.trigger.last + describes]
    of = next((place for place, token in enumerate(near) if token.lower_ == "of"), len(near))
    named = [table[token.lower_] for token in near[of:] if token.lower_ in table and token.i != tie.trigger.at]
    return (named[-1][0], named[-1][1].side) if named and not named[-1][1].things else None


def described(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry], kit: Kit) -> tuple[str, str | None] | None:
    """Whose deaths the word before tells: "| child | casualties came to 40", "the | civilian | death toll is 90"."""
    word, toll = tokens[tie.trigger.at], kit.language.frames.tallies | kit.language.frames.losses
    at = word.i - 1 if word.lower_ in toll else tie.trigger.first - 1
    at -= at > 0 and tokens[at].lower_ in kit.language.numbers.forms("harm")
    noun = word.tag_ in {"NNS", "NN"} or (tie.how == "to" and word.lower_ in toll)
    entry = table.get(tokens[at].lower_) if at >= 0 and noun else None
    if entry is None or entry[1].things or entry[1].name == _ANYBODY or not entry[2]:
        return None
    return None if entry[1].proper else (entry[0], entry[1].side)


def peopled(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry], kit: Kit) -> tuple[str, None] | None:
    """Whose dead a people's name before the word tells: "8,000 Iranian | dead", "put the Iranian | death toll | at 9".

    Nothing is said of their side: they may bear arms.
    """
    at = tie.trigger.first - 1
    word = tokens[at].lower_ if at > 0 and tokens[at].text[0].isupper() else ""
    entry = table.get(word)
    noun = tokens[tie.trigger.at].tag_ in {"NN", "NNS", "JJ"}
    if entry is None or not noun or not entry[2] or kit.gazetteer.people(word) is None:
        return None
    return entry[0].title(), None


def bereft(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry], kit: Kit) -> tuple[str, str | None] | None:
    """Who lost them: "the rebels killed 90 soldiers and | lost five"; of those of whom nothing is known, people."""
    verb = tokens[tie.trigger.at]
    if (
        verb.lower_ not in kit.language.numbers.forms("losing")
        or tie.quantity.first < tie.trigger.last
        or verb.tag_ == "VBN"
    ):
        return None
    while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.lefts) and verb.head.i < verb.i:
        verb = verb.head
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    entry = table.get(subjects[-1].lower_) if subjects else None
    if entry is None or entry[1].things or not entry[1].armed:
        return _ANYBODY, None
    return entry[0], entry[1].side


def proper(tie: Tie, tokens: Tokens, kit: Kit) -> str | None:
    """The name behind a bare number that it counts: "3,200 | Gam killed", "900 | Tessan"; no day, nor in a headline."""
    number = tokens[tie.quantity.last - 1]
    noun = number.head
    named = noun.i >= tie.quantity.last and noun.tag_ in {"NNP", "NNPS"} and number.dep_ == "nummod"
    if not named or is_day(noun, kit) or tokens.capitals * 2 >= len(tokens):
        return None
    between = all(token.tag_ in {"NNP", "NNPS"} for token in tokens[tie.quantity.last : noun.i])
    goes_on = [token.tag_ for token in tokens[noun.i + 1 : noun.i + 2]] not in ([], ["."])  # not "kill 32 Monitor"
    return tokens.words(tie.quantity.last, noun.i + 1) if between and goes_on and not _within(tie, noun) else None


def _within(tie: Tie, noun: Token) -> bool:
    """Whether the name is of the act, or says it: "killed 12 | Reuters said"."""
    here = tie.trigger.sentence == tie.quantity.sentence
    speaks = noun.dep_ == "nsubj" and not (here and noun.head.i == tie.trigger.at)
    return speaks or (here and tie.trigger.first <= noun.i < tie.trigger.last)
