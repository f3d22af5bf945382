"""Drafts of the claims that count somebody: one for each tie of a family of kinds."""

from collections.abc import Mapping, Sequence

from crosswire.codebook.kinds import Family
from crosswire.codebook.numbers import Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Quantity, Tie
from crosswire.read.counted import among, bereft, described, meant, numbered, peopled, predicate, proper, subject
from crosswire.read.roles import actor
from crosswire.read.tokens import Token, Tokens

_ANYBODY, _BODIES = "people", "bodies"
_HARM = frozenset(["killed", "injured"])
_SHOT = "casualties"  # of whom some were killed and some hurt
_DISPLACED, _CIVILIAN = "displaced", "civilian"
_TARGETS = "targets"  # things that no noun names: "shot down | 98"
_AND = (("(",), (":",), ("–",), ("and",), (",", "and"), ("as", "well", "as"), (",",), ("or",), (), ("with",))
_ANOTHER = frozenset(["another", "a", "an"])  # "and | another | was hurt", "| a third | was hurt"
_TOLD = frozenset(["to", "anew"])  # how a toll has its number
_NOT = frozenset(["not", "n't", "n’t", "never"])
_RECALL = 2  # sentences over which "the three" are those told of
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
    """The word whose firmness counts: the act's, or of a toll the last verb before its number: "could | rise to".

    What tells of an act by "not" does not deny it: "nine are | not accounted for".
    """
    quantity, trigger = tie.quantity, tie.trigger
    here = trigger.sentence == quantity.sentence
    tokens = clues.sentences[trigger.sentence].tokens
    own = next((at for at in range(trigger.first, trigger.at) if tokens.lowers[at] in _NOT), None)
    if own is not None and here:
        return own
    first = trigger.last if here else 0
    leading = clues.sentences[quantity.sentence].tokens[first : quantity.first] if tie.how in _TOLD else ()
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
    if same and (said := predicate(tie, tokens, table, kit) or subject(tie, tokens, table)) is not None:
        return said
    acts = head is not None and not tie.trigger.frame.things and _acts(clues, quantity.sentence, head)
    acts = acts and not _is_somebody(table.get(tokens[head or 0].lower_))
    if tie.trigger.frame.named and head == tie.trigger.at:
        return tokens[head].lower_, quantity.side
    if head is not None and same and (acts or tie.trigger.at == head):
        between = [table[token.lower_] for token in tokens[quantity.last : head] if token.lower_ in table]
        between = [entry for entry in between if not entry[1].things]
        named = _behind(tokens, head, table) or among(tie, tokens, table) or peopled(tie, tokens, table, kit)
        named = named or _like_before(clues, tie, kit)
        return (between[-1][0], between[-1][1].side) if between else named or (_ANYBODY, None)
    if head is not None and tie.how == "to" and _speaks(tokens, head, kit):
        head = None
    if head is None and same and (said := numbered(tie, tokens, table) or among(tie, tokens, table)) is not None:
        return said
    if head is None or tokens[head].lower_ in kit.language.numbers.more:
        return _unnamed(clues, tie, kit)
    displaced = tokens[head - 1].lower_ == _DISPLACED and tie.trigger.frame.kind in _HARM
    counted = quantity.counted or _ANYBODY
    return f"{_DISPLACED} {counted}" if displaced and counted == _ANYBODY else counted, quantity.side


def _unnamed(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None]:
    """Who those are whom no noun names: "two | of them", "8,000 Iranian dead", "and | seven | wounded"."""
    tokens, table = clues.sentences[tie.quantity.sentence].tokens, nouns(kit.language.numbers)
    if tie.how == "anew":
        return _as_first_told(clues, tie, kit)
    if tie.trigger.sentence == tie.quantity.sentence and (own := bereft(tie, tokens, table, kit)) is not None:
        return own
    elided = None if tie.how == "to" else _again(clues, tie) or _elided(clues, tie, kit)
    same = tie.trigger.sentence == tie.quantity.sentence
    named = meant(tie, tokens, table) or (peopled(tie, tokens, table, kit) if same else None)
    named = named or (described(tie, tokens, table, kit) if same and tie.quantity.first > tie.trigger.first else None)
    return named or elided or _shared(clues, tie, tokens) or _bare(tie, tokens, kit)


def _like_before(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None] | None:
    """Who the number counts of which this one is a part, or to which "and" joins it: "9 civilian deaths and | 30 hurt".

    Handles "90 civilian casualties (| 30 | deaths and 60 injuries)" too.
    """
    here = clues.here(tie.quantity.sentence)
    before = [other for other in here.ties if other.quantity.first < tie.quantity.first]
    whole = next((other for other in before if other.quantity == tie.whole), None)
    if whole is not None:
        return _counted(clues, whole, kit)
    if not before or before[-1].trigger.frame.kind not in {*_HARM, _SHOT} or tie.trigger.frame.kind not in _HARM:
        return None
    last = before[-1]
    gap = clues.sentences[tie.quantity.sentence].tokens.lowers[
        max(last.quantity.last, last.trigger.last) : tie.quantity.first
    ]
    return _counted(clues, last, kit) if gap in _AND and last.quantity.head == last.trigger.at else None


def _as_first_told(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None]:
    """Who those are for whom a number is told anew: "forty rebels died. The rebels say | nine"."""
    first = next((one for one in clues.ties if one.trigger == tie.trigger and one.quantity != tie.quantity), None)
    return _counted(clues, first, kit) if first is not None and first.how != "anew" else (_ANYBODY, None)


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


def _bare(tie: Tie, tokens: Tokens, kit: Kit) -> tuple[str, None]:
    """People, where no noun says who; of things the word behind the number: "shot down two | MiGs"."""
    behind = tokens[tie.quantity.last : tie.quantity.last + 1]
    thing = tie.trigger.frame.things and bool(behind) and behind[0].tag_.startswith("NN")
    if thing:
        return behind[0].text, None
    return (_TARGETS if tie.trigger.frame.things else proper(tie, tokens, kit) or _ANYBODY), None


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


def _is_somebody(entry: _Entry | None) -> bool:
    """Whether the noun names people, and not what befell them: "two suicide | bombers"."""
    return entry is not None and not entry[1].things and entry[1].name not in {_ANYBODY, _BODIES}


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


def _of_a_toll(clues: Clues, tie: Tie, kit: Kit) -> tuple[str, str | None] | None:
    """Whose a toll of a bare number is: "the Iranian death toll stands at | 90"; of nobody's, none."""
    tokens, table = clues.sentences[tie.quantity.sentence].tokens, nouns(kit.language.numbers)
    if tie.trigger.sentence != tie.quantity.sentence or tie.quantity.first < tie.trigger.first:
        return None
    return peopled(tie, tokens, table, kit) or described(tie, tokens, table, kit)


def _one_more(tie: Tie) -> bool:
    """Whether it is one more of those before: "two girls died and | another | was hurt"; "others" may be anybody."""
    said = tie.quantity
    return said.figure.value == 1 and said.figure.text.lower().split()[0] in _ANOTHER


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
        if other.whole is not None or ((said.head is None or not said.counted) and not _of_a_toll(clues, other, kit)):
            continue
        if said.head is None or not said.counted:
            return _of_a_toll(clues, other, kit)
        if other.trigger.frame.things != tie.trigger.frame.things:
            continue  # "destroyed two dens, killing | several of them"
        moved = (other.trigger.frame.kind == _DISPLACED) != (tie.trigger.frame.kind == _DISPLACED)
        if moved and (said.side != _CIVILIAN or other.trigger.frame.kind == _DISPLACED):
            continue  # "killed 12 rebels and drove out | 4,000", "300 refugees came, and a clinic took in | 12 wounded"
        if _own_losses(clues.sentences[said.sentence].tokens[said.first : tie.quantity.first], kit):
            return None  # "killed six rebels, while its losses were | three dead"
        if other.trigger.sentence == said.sentence and _acts(clues, said.sentence, said.head):
            return _counted(clues, other, kit)  # "seven | deaths and 19 wounded"
        entry = table.get(clues.sentences[said.sentence].tokens[said.head].lower_)
        mixed = any(_differs(one.quantity, said) for one in before if one.trigger == other.trigger and not one.whole)
        narrow = entry is not None and entry[1].narrow and not _closes(clues, tie, other) and not _one_more(tie)
        named = clues.sentences[said.sentence].tokens[said.last : said.head]
        narrow = narrow and not any(token.tag_ == "PRP$" for token in named)  # "11 of | its | men died and four were"
        return None if mixed or narrow else (said.counted, said.side)
    return None
