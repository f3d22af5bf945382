"""Drafts of the claims that count somebody: one for each tie of a family of kinds."""

from collections.abc import Mapping, Sequence

from crosswire.codebook.kinds import Family
from crosswire.codebook.numbers import Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Quantity, Tie
from crosswire.read.roles import actor, is_fought
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import BE

_ANYBODY = "people"
_HARM = frozenset(["killed", "injured"])
_SHOT = "casualties"  # of whom some were killed and some hurt
_DISPLACED, _CIVILIAN = "displaced", "civilian"
_TARGETS = "targets"  # things that no noun names: "shot down | 98"
_RECALL = 2  # sentences over which "the three" are those told of
_NUMBERED = 6  # tokens from "the number of" to what befell them
_JOINED = 5  # tokens of "and Tessanian army soldiers"
_PHRASE = frozenset(["IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "PRP$", "HYPH"])
_DESCRIBING = frozenset(["DT", "RB", "JJ", "NNP", "PRP$"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_Entry = tuple[str, Population, bool]


def counts(clues: Clues, kit: Kit, family: Family) -> tuple[Draft, ...]:
    """A draft for each quantity of the page that stands under a trigger of `family`."""
    kinds = kit.codebook.kinds.kind
    return tuple(_draft(clues, tie, kit) for tie in clues.ties if kinds[tie.trigger.frame.kind].family == family)


def _draft(clues: Clues, tie: Tie, kit: Kit) -> Draft:
    quantity, trigger = tie.quantity, tie.trigger
    counted, side = _counted(clues, tie, kit)
    return Draft(
        sentence=quantity.sentence,
        first=quantity.first,
        last=quantity.last,
        at=_at(clues, tie),
        kind=trigger.frame.kind,
        rule=f"{trigger.frame.name} ({tie.how})",
        quantity=quantity,
        whole=tie.whole,
        located=True,
        counted=counted,
        side=side,
        actor=_actor(clues, tie, kit),
    )


def _at(clues: Clues, tie: Tie) -> int:
    """The word whose firmness counts: the act's, or of a toll the last verb before its number: "could | rise to"."""
    quantity, trigger = tie.quantity, tie.trigger
    here = trigger.sentence == quantity.sentence
    first = trigger.last if here else 0
    leading = clues.sentences[quantity.sentence].tokens[first : quantity.first] if tie.how == "to" else ()
    at = trigger.at if here else quantity.last - 1
    return next((token.i for token in reversed(leading) if token.tag_.startswith("VB")), at)


def _actor(clues: Clues, tie: Tie, kit: Kit) -> str | None:
    if tie.trigger.sentence != tie.quantity.sentence:
        return None
    return actor(clues, tie.trigger, kit, undergone=tie.how == "passive")


def _counted(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None]:
    """Who is counted: the head's noun; where the trigger itself is the head ("13 civilian deaths"), its modifier."""
    quantity = tie.quantity
    tokens = clues.sentences[quantity.sentence].tokens
    table = nouns(kit.language.numbers)
    same = tie.trigger.sentence == quantity.sentence
    head = quantity.head
    if same and (said := _predicate(tie, tokens, table, kit) or _subject(tie, tokens, table)) is not None:
        return said
    acts = head is not None and _acts(clues, quantity.sentence, head) and not tie.trigger.frame.things
    if tie.trigger.frame.named and head == tie.trigger.at:
        return tokens[head].lower_, quantity.side
    if head is not None and same and (acts or tie.trigger.at == head):
        between = [table[token.lower_] for token in tokens[quantity.last : head] if token.lower_ in table]
        named = _behind(tokens, head, table) or _among(tie, tokens, table)
        return (between[-1][0], between[-1][1].side) if between else named or (_ANYBODY, None)
    if head is not None and tie.how == "to" and _speaks(tokens, head, kit):
        head = None
    if head is None and same and (said := _numbered(tie, tokens, table) or _among(tie, tokens, table)) is not None:
        return said
    if head is None or tokens[head].lower_ in kit.language.numbers.more:
        elided = None if tie.how == "to" else _again(clues, tie) or _elided(clues, tie, kit)
        return _meant(tie, tokens, table) or elided or _shared(clues, tie, tokens) or _bare(tie, tokens)
    return quantity.counted or _ANYBODY, quantity.side


def _shared(clues: Clues, tie: Tie, tokens: Tokens) -> tuple[str, str | None] | None:
    """The noun told with the next number: "killed | 28 | and wounded 30 militants"."""
    here = clues.here(tie.quantity.sentence).ties
    for other in here:
        gap = tokens[tie.quantity.last : other.quantity.first]
        if other.trigger.first != tie.quantity.last + 1 or not gap or gap[0].tag_ != "CC":
            continue
        acted = tie.how == other.how == "object" and other.trigger.last == other.quantity.first
        if acted and other.quantity.counted and {tie.trigger.frame.kind, other.trigger.frame.kind} <= _HARM:
            return other.quantity.counted, other.quantity.side
    return None


def _bare(tie: Tie, tokens: Tokens) -> tuple[str, None]:
    """People, where no noun says who; of things the word behind the number: "shot down two | MiGs"."""
    behind = tokens[tie.quantity.last : tie.quantity.last + 1]
    thing = tie.trigger.frame.things and bool(behind) and behind[0].tag_.startswith("NN")
    if thing:
        return behind[0].text, None
    return (_TARGETS if tie.trigger.frame.things else _ANYBODY), None


def _behind(tokens: Tokens, head: int, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Whose the deaths are: "seven | bodies of soldiers", "the | deaths of Kurdish fighters"."""
    if [token.lower_ for token in tokens[head + 1 : head + 2]] != ["of"]:
        return None
    for token in tokens[head + 2 :]:
        entry = table.get(token.lower_)
        if entry is not None and not _describes(tokens, token, table):
            return None if entry[1].things else (entry[0], entry[1].side)
        if token.tag_ not in {"DT", "JJ", "NN", "NNP", "PRP$", "POS"}:
            return None
    return None


def _describes(tokens: Tokens, token: Token, table: Mapping[str, _Entry]) -> bool:
    """Whether the word only describes who follows: "deaths of | Kurdish | fighters"."""
    behind = tokens[token.i + 1 : token.i + 2]
    return token.tag_ == "JJ" and bool(behind) and behind[0].lower_ in table


def _predicate(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry], kit: Kit) -> tuple[str, str | None] | None:
    """Who they are by the clause's own words: "five | of the dead in the raids were traffic wardens"."""
    last = tie.quantity.last
    some = tie.whole is not None and last < tie.trigger.first and tokens[last].lower_ == "of"  # "12 | of the 30 killed"
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


def _subject(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Who the one is: "a porter who was | one | of those killed", "the cook is | one | of the dead"."""
    verb = tokens[tie.quantity.first].head
    told = tie.trigger.frame.partitive and tie.quantity.last == tie.trigger.first
    if not told or tie.quantity.figure.value != 1 or verb.lower_ not in BE or verb.i > tie.quantity.first:
        return None
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    one = verb.head if verb.dep_ == "relcl" else subjects[0] if subjects else verb
    return _alone(tokens, one.i, table) if one.tag_ == "NN" else None


def _among(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Among whom they fell: "numerous | deaths among civilians", "12 | dead among the city's guards"."""
    at = max(tie.trigger.last, tie.quantity.last)
    if at >= len(tokens) - 1 or tokens[at].lower_ != "among":
        return None
    at += 1
    while at < len(tokens) - 1 and (tokens[at].tag_ in _DESCRIBING | {"POS"} or tokens[at + 1].tag_ in _NOUNS):
        at += 1
    return _alone(tokens, at, table)


def _meant(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
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
    return None if entry is None or entry[1].things else (entry[0], entry[1].side)


def _numbered(tie: Tie, tokens: Tokens, table: Mapping[str, _Entry]) -> tuple[str, str | None] | None:
    """Who a number told of counts: "the number of | personnel killed | has gone up to 41"."""
    behind = [token.lower_ for token in tokens[tie.quantity.last : tie.quantity.last + 3]] == ["the", "number", "of"]
    if tie.how != "to" and not behind:
        return None
    describes = tokens[tie.trigger.at].tag_ == "JJ"  # "the number of dead | soldiers"
    near = tokens[max(0, tie.trigger.first - _NUMBERED) : tie.trigger.last + describes]
    of = next((place for place, token in enumerate(near) if token.lower_ == "of"), len(near))
    named = [table[token.lower_] for token in near[of:] if token.lower_ in table and token.i != tie.trigger.at]
    return (named[-1][0], named[-1][1].side) if named and not named[-1][1].things else None


def _speaks(tokens: Tokens, head: int, kit: Kit) -> bool:
    """Whether the noun says it, and is not counted: "the toll hit 410 rescue | staff told the paper"."""
    behind = tokens[head + 1 : head + 2]
    return bool(behind) and kit.language.reporting.verb(behind[0].lower_) is not None


def _acts(clues: Clues, sentence: int, head: int) -> bool:
    """Whether the noun is the word of an act: "seven | deaths", "kills 3 | Wounds 20"."""
    here = clues.here(sentence).triggers
    return any(trigger.first <= head < trigger.last and not trigger.frame.named for trigger in here)


def _again(clues: Clues, tie: Tie) -> tuple[str, str | None] | None:
    """Who "the three" are: those of the same number, told of a sentence or two before."""
    said = tie.quantity
    before = clues.sentences[said.sentence].tokens[said.first - 1 : said.first] if said.first else ()
    if [token.lower_ for token in before] != ["the"] or said.figure.value is None:
        return None
    for at in range(said.sentence - 1, max(-1, said.sentence - 1 - _RECALL), -1):
        for other in clues.here(at).quantities:
            if other.figure.value == said.figure.value and other.counted:
                return other.counted, other.side
    return None


def _own_losses(gap: Sequence[Token], kit: Kit) -> bool:
    """Whether the words turn to somebody's own dead: "six rebels, while | its losses | were"."""
    frames = kit.language.frames
    return any(token.tag_ == "PRP$" and token.head.lower_ in frames.losses for token in gap)


def _differs(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count different people: after four guards and | two clerks | "nine others" are people."""
    return one.counted is not None and other.counted is not None and one.counted != other.counted


def _closes(clues: Clues, tie: Tie, other: Tie) -> bool:
    """Whether fewer of the same people are told of as the end of their own act: "shot eight pupils, | killing one"."""
    tokens, fewer = clues.sentences[tie.trigger.sentence].tokens, tie.quantity.figure.high
    verb, some = tokens[tie.trigger.at], other.quantity.figure.value
    joint = other.trigger.frame.kind == _SHOT and other.trigger.sentence == tie.trigger.sentence
    ends = joint and verb.tag_ == "VBG" and verb.head is tokens[other.trigger.at]
    return ends and fewer is not None and some is not None and fewer < some


def _elided(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None] | None:
    """The noun left out: "12 rebels were killed and | five | wounded", "and | 20 others"."""
    table = nouns(kit.language.numbers)
    here = clues.here(tie.quantity.sentence).ties
    before = [other for other in here if other.quantity.first < tie.quantity.first]
    whole = next((other for other in before if other.quantity == tie.whole), None)
    if whole is not None:
        return _counted(clues, whole, kit)  # "30 others were hurt, | many | of them gravely"
    for other in reversed(before):
        said = other.quantity
        if other.whole is not None or said.head is None or not said.counted:
            continue
        if other.trigger.frame.things != tie.trigger.frame.things:
            continue  # "destroyed two dens, killing | several of them"
        moved = (other.trigger.frame.kind == _DISPLACED) != (tie.trigger.frame.kind == _DISPLACED)
        if moved and said.side != _CIVILIAN:
            continue  # "killed 12 rebels and drove out | 4,000"
        if _own_losses(clues.sentences[said.sentence].tokens[said.first : tie.quantity.first], kit):
            return None  # "killed six rebels, while its losses were | three dead"
        if other.trigger.sentence == said.sentence and _acts(clues, said.sentence, said.head):
            return _counted(clues, other, kit)  # "seven | deaths and 19 wounded"
        entry = table.get(clues.sentences[said.sentence].tokens[said.head].lower_)
        mixed = any(_differs(one.quantity, said) for one in before if one.trigger == other.trigger and not one.whole)
        narrow = entry is not None and entry[1].narrow and not _closes(clues, tie, other)
        return None if mixed or narrow else (said.counted, said.side)
    return None
