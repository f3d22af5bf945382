"""What is shared out: parts take the whole's trigger, joined numbers their neighbour's, "the dead" those before."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from crosswire.read.clues import Quantity, Tie
from crosswire.read.ties.scene import (
    FINITE,
    Scene,
    end,
    hurt_how,
    in_trigger,
    is_bodies,
    is_partitive,
    is_whole,
    joined,
    own_clause,
    spared,
    within,
)
from crosswire.read.ties.wholes import otherwise_hurt, some_of, whole_of
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, BE

_HARM = frozenset(["killed", "injured"])
_LED = 8  # tokens between the number before and a bare one
_ROW = 10  # tokens of "in Upper Arna, followed by Bela with"
_WHERE = frozenset(["in", "from", "by", "at", "near", "on", "among"])  # what stands behind a number without its noun
_NAMING = frozenset(["DT", "NN", "NNP", "PRP$", "JJ"])  # what a speaker's words begin with
_NAMED = frozenset(["NNP", "NNPS", "DT", "NN", "HYPH"])  # a place in a list without marks
_OTHERS = frozenset(["other", "others", "second"])


def share(scene: Scene, tied: dict[Quantity, Tie]) -> None:
    """Hands triggers on: to parts of a tied whole, then to neighbours that only a conjunction separates."""
    for index, quantity in enumerate(scene.quantities):
        before = scene.quantities[:index]
        whole = whole_of(scene, quantity, before, tied)
        whole = None if whole == quantity else whole  # "four of the | 20 killed": the part before leads back to them
        following = next(iter(scene.quantities[index + 1 : index + 2]), None)
        some = following in tied and following is not None and some_of(scene, quantity, following)
        if quantity in tied:
            whole = following if whole is None and some else whole
            if whole is not None:
                _belong(scene, quantity, whole, tied)
        elif some and following is not None and _only_one(scene, quantity, tied[following]):
            continue
        elif not stands_apart(scene, quantity, before, tied):
            found = _shared(scene, quantity, before, tied, following if some else whole)
            if found is not None:
                tied[quantity] = found


def _shared(
    scene: Scene,
    quantity: Quantity,
    before: Sequence[Quantity],
    tied: Mapping[Quantity, Tie],
    whole: Quantity | None,
) -> Tie | None:
    """The tie that a number without a trigger of its own has by its whole, or by the number before."""
    if _lone(scene, quantity) and (whole is None or whole.first < quantity.first):
        whole = before[-1] if before and before[-1] in tied and _one_of_two(scene, before[-1], quantity) else None
        if whole is None:
            return None  # "including one near a hospital": one of what?
    if whole is not None:
        return Tie(quantity=quantity, trigger=tied[whole].trigger, how="part", whole=whole)
    neighbour = _neighbour(scene, quantity, before, tied)
    if neighbour is None:
        return None
    listed = scene.tokens[quantity.first - 1].lower_ == "with"  # "18 died, | with eight in Hama"
    whole = neighbour.quantity if listed and within(quantity, neighbour.quantity) else neighbour.whole
    return Tie(quantity=quantity, trigger=neighbour.trigger, how="shared", whole=whole)


def _lone(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is a bare "one" that does not say of whom."""
    bare = quantity.head is None and quantity.figure.value == 1 and not quantity.figure.text.isdigit()
    return bare and not is_partitive(scene, quantity)


def _only_one(scene: Scene, quantity: Quantity, whole: Tie) -> bool:
    """Whether it only tells which of them did something else: "| one | of the ten pupils seized has fled".

    Of those who went missing so are more than one: "| six | of the ten who went missing were found".
    """
    word = scene.tokens[quantity.last - 1]
    few = quantity.figure.value == 1 or whole.trigger.frame.kind == "missing"
    return few and quantity.head == whole.quantity.head and word.head.lower_ not in BE


def _one_of_two(scene: Scene, whole: Quantity, one: Quantity) -> bool:
    """Whether it tells how each of them fell: "two guards died, | one | by a mine in Harun and the other in Bela"."""
    marks = [token.text for token in scene.tokens[one.first - 1 : one.first]]
    behind = scene.tokens[one.last :]
    others = any(left.lower_ == "the" and right.lower_ in _OTHERS for left, right in pairwise(behind))
    apart = marks in ([","], ["–"], ["—"], ["-"], ["--"], ["("], [":"]) and (whole.figure.value or 0) > 1
    return apart and others and behind[0].tag_ == "IN" and behind[0].lower_ != "of"


def _belong(scene: Scene, quantity: Quantity, whole: Quantity, tied: dict[Quantity, Tie]) -> None:
    """Makes a tied quantity a part of the whole, where the same befell both or its own word has a nearer number.

    Of the dead, those who were shot are dead, too: "40 died, including | 12 who were | shot".
    """
    own, kind = tied[quantity], tied[whole].trigger.frame.kind
    shot = kind == "killed" and own.trigger.frame.weak and own.trigger.frame.kind == "casualties"
    if kind == own.trigger.frame.kind:
        tied[quantity] = replace(own, whole=whole)
    elif shot or _passed_over(quantity, own, tied) or _stands_off(scene, quantity, whole, own):
        tied[quantity] = Tie(quantity=quantity, trigger=tied[whole].trigger, how="part", whole=whole)


def _neighbour(
    scene: Scene, quantity: Quantity, before: Sequence[Quantity], tied: Mapping[Quantity, Tie]
) -> Tie | None:
    """The tie of the number before, where this one only goes on with it: joined, added or elliptic."""
    last = next((other for other in reversed(before) if other in tied or not _counts_things(scene, other)), None)
    tie = tied.get(last) if last is not None else None
    if last is None or tie is None or (tie.how != "of" and _acts_itself(scene, quantity)):
        return None
    if own_clause(scene, quantity, last) or _beside_the_hurt(scene, tie, quantity):
        return None
    goes_on = joined(scene, last, quantity) or _added(scene, tie, quantity) or _elliptic(scene, tie, quantity)
    return tie if goes_on or _followed(scene, tie, quantity) or _hurt_too(scene, tie, quantity) else None


def _beside_the_hurt(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether "and" joins somebody to those whom a word for their harm names: "carried 40 | wounded and 12 doctors"."""
    bare = tie.quantity.head is None and tie.quantity.last == tie.trigger.first
    gap = scene.tokens.lowers[tie.trigger.last : quantity.first]
    joins = gap in (("and",), ("plus",)) and quantity.head is not None
    return bare and joins and tie.trigger.frame.kind in _HARM


def _counts_things(scene: Scene, quantity: Quantity) -> bool:
    """Whether it counts what nothing befell: "40 died at | five spots: | 18 at the hall, 22 at the gate"."""
    behind = scene.tokens[quantity.last : quantity.last + 2]
    if quantity.head is None:  # "five other | spots"
        more = len(behind) > 1 and behind[0].lower_ in scene.kit.language.numbers.more
        return more and behind[1].tag_ == "NNS" and behind[1].lower_ not in scene.populations
    population = scene.population(quantity)
    return population is None or population.things


def lead_in(scene: Scene, tied: dict[Quantity, Tie]) -> None:
    """Makes parts of all that "and" joins before their whole: "two women and two boys were among | eight killed"."""
    for part, following in reversed(list(pairwise(scene.quantities))):
        own, next_ = tied.get(part), tied.get(following)
        if own is None or next_ is None or own.whole is not None or next_.whole is None:
            continue
        ahead = next_.whole.first > following.first and own.trigger.frame.kind == next_.trigger.frame.kind
        if ahead and within(part, next_.whole) and joined(scene, part, following):
            tied[part] = replace(own, whole=next_.whole)


def stands_apart(scene: Scene, quantity: Quantity, before: Sequence[Quantity], tied: Mapping[Quantity, Tie]) -> bool:
    """Whether what befell others cannot have befallen these: survivors, things, bodies beside the wounded."""
    population = scene.population(quantity)
    if (
        spared(scene, quantity)
        or is_whole(scene, quantity)
        or (quantity.head is not None and (population is None or population.things))
    ):
        return True
    return (
        is_bodies(population) and bool(before) and _is_hurt(before[-1], tied)
    )  # "received 39 wounded and | 19 bodies"


def _is_hurt(quantity: Quantity, tied: Mapping[Quantity, Tie]) -> bool:
    return quantity in tied and tied[quantity].trigger.frame.kind == "injured"


def _stands_off(scene: Scene, quantity: Quantity, whole: Quantity, own: Tie) -> bool:
    """Whether the word befell others: "30 people were held, including | a baker|, and 115 guns | seized"."""
    between = (other for other in scene.quantities if quantity.last < other.first and other is not whole)
    return whole.first < quantity.first and any(end(other) == own.trigger.first for other in between)


def _passed_over(quantity: Quantity, own: Tie, tied: Mapping[Quantity, Tie]) -> bool:
    """Whether its trigger has a nearer number: "12 dead, among them | four children, and 30 | wounded"."""
    return any(
        tie.trigger == own.trigger and end(quantity) <= other.first and end(other) <= own.trigger.last
        for other, tie in tied.items()
        if other is not quantity
    )


def _acts_itself(scene: Scene, quantity: Quantity) -> bool:
    """Whether a verb of its own follows: "100 were killed and 500 others | have been affected"."""
    after = scene.tokens[end(quantity) : end(quantity) + 1]
    return bool(after) and (after[0].tag_ in FINITE or after[0].tag_ == "MD") and not _told_by(scene, after[0])


def _told_by(scene: Scene, verb: Token) -> bool:
    """Whether who speaks stands behind the verb: "and six nurses | said the chief"; no clause may follow."""
    if scene.kit.language.reporting.verb(verb.lower_) is None:
        return False
    behind = scene.tokens[verb.i + 1 :]
    return behind[:1] != () and behind[0].tag_ in _NAMING and not any(t.tag_ in FINITE | {"MD"} for t in behind)


def _elliptic(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether a bare number goes on with a place or cause: "18 died in Hama | 7 in Homs", "| seven from shelling"."""
    if _in_turn(scene, tie, quantity):
        return True
    more = scene.tokens.lowers[quantity.last : quantity.last + 1]
    last = quantity.last + (more != () and more[0] in scene.kit.language.numbers.more)  # "and four | more | by noon"
    behind = scene.tokens[last : last + 1]
    if quantity.head is not None or not behind or behind[0].lower_ not in _WHERE:
        return False
    start, stop = max(end(tie.quantity), tie.trigger.last), quantity.first
    if tie.trigger.frame.partitive:
        start += _stood(scene.tokens[start:stop])
    while stop > start and scene.tokens[stop - 1].lower_ in scene.kit.language.numbers.more:
        stop -= 1  # "and another | two in Tuzla"
    gap = scene.tokens[start:stop]
    if (
        not len(gap)
        or len(gap) > _LED
        or any(t.tag_ in FINITE | {"MD", "VB"} and not in_trigger(scene, t) for t in gap)
    ):
        return False
    named = gap[-1].text in {",", ";"} or all(token.tag_ in _NAMED for token in gap[1:])
    series = [token.text for token in gap] == [","] and _at_a_place(scene, last)  # "11 died, | four at Tesk"
    series = series or (gap[0].lower_ == behind[0].lower_ and named)
    return series or gap[-1].lower_ in {"and", "with", ":", "–", "—", "--"}


def _at_a_place(scene: Scene, first: int) -> bool:
    """Whether from the preposition on only the name of a place stands, and then a mark or "and"."""
    at = first + 1
    while at < len(scene.tokens) and scene.tokens[at].tag_ in {"NNP", "DT"}:
        at += 1
    return first + 1 < at < len(scene.tokens) and scene.tokens[at].tag_ in {",", ".", ":", "CC"}


def _in_turn(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether a row of names goes on, each with its number: "Arna 12 dead, | Tesk | four|, | Ostrel | nine"."""
    gap = scene.tokens[max(end(tie.quantity), tie.trigger.last) : quantity.first]
    before = scene.tokens[tie.quantity.first - 1 : tie.quantity.first] if tie.quantity.first else ()
    behind = scene.tokens[quantity.last : quantity.last + 1]
    opened = bool(gap) and gap[0].lower_ in {",", ";", "and"}
    led = 1 + (len(gap) > 1 and gap[1].tag_ == "IN")  # "in Arna four were killed, | in | Tesk seven"
    named = opened and len(gap) > led and all(token.tag_ == "NNP" for token in gap[led:])
    closed = not behind or behind[0].text in {",", ";", "."} or behind[0].tag_ == "CC"
    return named and closed and quantity.head is None and bool(before) and before[0].tag_ in {"NNP", ":"}


def _followed(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether a row of places goes on: "12 killed in Arna, | followed by Bela with | four"."""
    gap = scene.tokens[max(end(tie.quantity), tie.trigger.last) : quantity.first]
    words = " ".join(token.lower_ for token in gap)
    alone = quantity.head is None and words.endswith(" with") and " followed by " in f" {words}"
    return alone and len(gap) <= _ROW and not any(token.tag_ in FINITE | {"MD"} for token in gap)


def _hurt_too(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether others were hurt otherwise: "four were seriously wounded, | ten | lightly"."""
    gap = scene.tokens[max(end(tie.quantity), tie.trigger.last) : quantity.first]
    joins = all(token.tag_ in {",", ":", "CC"} for token in gap)
    return joins and len(gap) > 0 and hurt_how(scene, quantity) and otherwise_hurt(scene, tie)


def _stood(words: Sequence[Token]) -> int:
    """How many words only say that they were there: "of the dead | were found | in the hall and 20 in the train"."""
    links = (place for place, word in enumerate(words) if word.lower_ not in AUXILIARIES)
    start = next(links, 0)
    return start + 1 if start and words[start].tag_ == "VBN" else start


def _added(scene: Scene, tie: Tie, quantity: Quantity) -> bool:
    """Whether the quantity is added behind the trigger: "28 troops had been killed | as well as | 41 civilians"."""
    if not end(tie.quantity) <= tie.trigger.first < tie.trigger.last < quantity.first or quantity.head is None:
        return False
    gap = " ".join(token.lower_ for token in scene.tokens[tie.trigger.last : quantity.first])
    after = scene.tokens[end(quantity)] if end(quantity) < len(scene.tokens) else None
    return gap in scene.kit.language.frames.joins and (after is None or after.tag_[:2] not in {"VB", "MD", "WP", "WD"})
