"""One sentence with what was found in it, and what can be asked of the words between two finds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from crosswire.codebook.numbers import Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Trigger
from crosswire.read.opening import behind_commas
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import AUXILIARIES, BE

FINITE = frozenset(["VBD", "VBZ", "VBP"])
_EVERY = frozenset(["this", "that", "the", "each", "every"])
_NAME = 4  # letters from which the name of a month is no other word: "may", "Jan"
_OF, _PAIR = 6, 2  # tokens back to the "of" of a share; tokens of "of them"
_NOT = frozenset(["not", "n't", "n’t"])
_THOSE = frozenset(["them", "whom", "these", "those"])
_OWNED = 3  # tokens behind a genitive among which what is owned stands
_NOUNS = frozenset(["NN", "NNS"])
_OWNING = frozenset(["DT", "PRP$", "POS", "NN", "NNP", "JJ"])
_ABOUT = frozenset(["against", "about", "for", "to", "on", "over", "by", "at"])
_BODIES, _PEOPLE = "bodies", "people"
_NEAR = 12  # tokens that may stand between two numbers that "and" joins


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with what was found in it; `before` are the quantities of the sentence before.

    `taken` keeps which quantities the words behind them claim, by first tokens, `acting` which verbs have an object.
    """

    tokens: Tokens
    triggers: tuple[Trigger, ...]
    quantities: tuple[Quantity, ...]
    populations: dict[str, Population]
    kit: Kit
    before: tuple[Quantity, ...] = ()
    taken: dict[int, bool] = field(default_factory=dict, compare=False)
    acting: dict[tuple[int, int, str], bool] = field(default_factory=dict, compare=False)

    def population(self, quantity: Quantity) -> Population | None:
        """The population of the counted noun, if the lexicon knows it; of "a 13-year-old" that of people."""
        if quantity.head is None:
            return None
        return self.populations.get(self.tokens[quantity.head].lower_) or self.populations.get(quantity.counted or "")


@lru_cache(maxsize=4)
def populations(kit: Kit) -> dict[str, Population]:
    """The population of each noun form of the kit's language."""
    return {form: population for form, (_, population, _) in nouns(kit.language.numbers).items()}


def end(quantity: Quantity) -> int:
    """The token behind the quantity and its head."""
    return max(quantity.last, quantity.head + 1 if quantity.head is not None else 0)


def spared(scene: Scene, quantity: Quantity, needed: Sequence[str] = ()) -> bool:
    """Whether nothing befell them: "nine | survived", "nine | of whom were set free", "killed 30 and rescued | 14".

    A word that the act itself is `needed` to hold spares nobody: "took | 40 | alive".
    """
    if quantity.first and scene.tokens[quantity.first - 1].lower_ in scene.kit.language.frames.savers:
        return True
    at, stops = end(quantity), scene.kit.language.frames.stops
    of = scene.tokens.lowers[at : at + 2]
    at += 2 if of[0:1] == ("of",) and of[-1] in _THOSE else 0
    at = behind_commas(scene.tokens, at)
    while at < len(scene.tokens) and (scene.tokens[at].lower_ in AUXILIARIES or scene.tokens[at].tag_ == "RB"):
        if scene.tokens[at].lower_ in _NOT:
            return False  # "four guards did not | survive"
        at += 1
    had, told = scene.tokens.lowers[at - 1 : at], scene.tokens.lowers[at : at + 2]
    said = (*told[:1], " ".join(told), " ".join((*had, *told[:1])))
    return any(words in stops and words not in needed for words in said)


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """Whether something befell only some of them: "three of the | 40 passengers", "the last of | six"."""
    if fronted(scene, quantity):
        return True
    shares = scene.kit.language.numbers.shares
    for at in range(quantity.first - 1, max(-1, quantity.first - _OF), -1):
        token = scene.tokens[at]
        if token.lower_ in scene.kit.language.numbers.groups:
            continue
        if token.lower_ in shares and at < quantity.first - 2:
            return True  # "half | the crew of 30"
        if token.lower_ == "of" and scene.tokens[at - 1].lower_ in scene.kit.language.numbers.groups:
            continue
        if token.lower_ == "of":
            fixed = scene.tokens[at + 1].tag_ in {"DT", "PRP$", "NNP"} and at + 1 < quantity.first
            some, led = scene.tokens[at - 1], scene.tokens.lowers[max(0, at - 2) : at - 1]
            fixed = fixed or some.tag_ == "CD" or led in (("the",), ("a",))
            return _is_share(scene, at) or (fixed and _is_some(some, shares))
        if token.tag_ not in {"DT", "PRP$", "POS", "NN", "NNP", "JJ", "JJS", "RB"}:
            return False
    return False


def befell_all(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it befell all of whom only some are told of: "one of the | ten women seized | in May has escaped".

    Handles "two of the | 13 wounded guards | were clerks" and "five of the | six who were hurt | were women" too.
    """
    verb, head = scene.tokens[trigger.at], quantity.head
    verb = verb.head if verb.dep_ == "acomp" else verb  # "six of the 11 men who went | missing"
    told = verb.dep_ == "relcl" and verb.head.i == head and not any(child.tag_ == "TO" for child in verb.lefts)
    if told or (head is not None and quantity.last <= trigger.first <= head):
        return True  # not "the third of the nine | to be killed"
    noun = scene.tokens[end(quantity) - 1]
    if end(quantity) != trigger.first or verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or verb.head.i > noun.i:
        return False
    own = range(verb.left_edge.i, verb.right_edge.i + 1)
    return any((is_finite(token) or token.tag_ == "MD") and token.i not in own for token in scene.tokens)


def _is_share(scene: Scene, of: int) -> bool:
    """Whether two words before the "of" tell a share by themselves: "ten out | of 12", "almost all | of the 900"."""
    if of < _PAIR:
        return False
    first, second = scene.tokens[of - 2], scene.tokens[of - 1]
    counted = second.lower_ == "out" and first.tag_ == "CD"
    return counted or f"{first.lower_} {second.lower_}" in scene.kit.language.numbers.shares


def _is_some(word: Token, shares: frozenset[str]) -> bool:
    return word.lower_ in shares or (word.tag_ == "CD" and not _is_year(word.text))


def _is_year(text: str) -> bool:
    return len(text) == len("1990") and text.isdigit()


def fronted(scene: Scene, quantity: Quantity) -> bool:
    """Whether a clause opens with those of whom it tells: "Of | 40 hostages, 27 were freed and nine killed"."""
    at = quantity.first - 1
    while at > 0 and scene.tokens[at].tag_ in _OWNING:
        at -= 1  # "of | the town's 40,000 people"
    if at < 0 or scene.tokens[at].lower_ not in {"of", "among"}:
        return False
    opens = at == 0 or scene.tokens[at - 1].text in {".", ";", ":", "—", "–", "-", "--", '"', "“"}
    return opens and any(token.text == "," for token in scene.tokens[end(quantity) : end(quantity) + _NEAR])


def owns(tokens: Tokens, quantity: Quantity, triggers: Sequence[Trigger], kit: Kit) -> bool:
    """Whether those counted only own what the act is about: "killed | a policeman's | wife", "at | a teacher's | home".

    Bodies, deaths and lives are their own: "two soldiers' | bodies", "12 people's | deaths".
    """
    head = quantity.head
    if head is None or head + 1 >= len(tokens) or tokens[head + 1].tag_ != "POS":
        return False
    behind = [token for token in tokens[head + 2 : head + 2 + _OWNED] if token.tag_ in _NOUNS]
    if not behind or any(trigger.first <= behind[0].i < trigger.last for trigger in triggers):
        return False
    owned = populations(kit).get(behind[0].lower_)
    return owned is None or owned.name not in {_BODIES, _PEOPLE}


def is_speaker(tokens: Tokens, quantity: Quantity, kit: Kit) -> bool:
    """Whether the body is one that speaks: "| a UN body | said"; not "70 | bodies | found there"."""
    head = quantity.head
    if head is None or head + 1 >= len(tokens) or not is_bodies(populations(kit).get(tokens[head].lower_)):
        return False
    verb = tokens[head + 1].lower_
    return (
        tokens[head + 1].tag_ != "VBN"
        and verb not in kit.language.numbers.forms("showing")
        and kit.language.reporting.verb(verb) is not None
    )


def is_bodies(population: Population | None) -> bool:
    """Whether the noun means the dead as they are found."""
    return population is not None and population.name == _BODIES


def bodies_of(scene: Scene, quantity: Quantity) -> bool:
    """Whether bodies of theirs are told of: "| nine soldiers' | bodies were found"."""
    behind = scene.tokens[end(quantity) : end(quantity) + 2]
    return len(behind) > 1 and behind[0].tag_ == "POS" and is_bodies(scene.populations.get(behind[1].lower_))


def finds_bodies(trigger: Trigger) -> bool:
    """Whether the act is done to bodies alone: they are found, buried, received."""
    return _BODIES in trigger.frame.counts and len(trigger.frame.counts) == 1


def some_of_them(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it only tells of some of those before the verb: "30 others | wounded | many of them gravely"."""
    them = [token.lower_ for token in scene.tokens[quantity.last : quantity.last + 2]] == ["of", "them"]
    return them and quantity.first == trigger.last and any(end(other) == trigger.first for other in scene.quantities)


def in_trigger(scene: Scene, token: Token) -> bool:
    """Whether the token is part of a trigger."""
    return any(trigger.first <= token.i < trigger.last for trigger in scene.triggers)


def belongs(scene: Scene, quantity: Quantity) -> bool:
    """Whether the quantity only says whose somebody is: "the wives | of the five fighters"."""
    near = [token for token in scene.tokens[max(0, quantity.first - 3) : quantity.first] if token.tag_ != "DT"]
    before = [token.lower_ for token in near]
    if before[-1:] != ["of"] or before[-2:-1] == [] or before[-2] in scene.kit.language.numbers.groups:
        return False
    if quantity.figure.value == 1 and near[-2].tag_ == "NNS" and not in_trigger(scene, near[-2]):
        return True  # "three generations | of one family"
    owner, kin = scene.populations.get(before[-2]), before[-2] in scene.kit.language.frames.kin
    return kin or (owner is not None and owner.name not in {_BODIES, _PEOPLE})


def is_partitive(scene: Scene, quantity: Quantity) -> bool:
    """Whether it counts some of those just counted: "61 | of them", "11 | were children"."""
    if hurt_how(scene, quantity):
        return True
    text = f" {' '.join(token.lower_ for token in scene.tokens[quantity.first : end(quantity) + 2])} "
    if any(f" {word} " in text for word in scene.kit.language.frames.partitives):
        return not _only_meant(scene, quantity)
    behind = scene.tokens[quantity.last] if quantity.last < len(scene.tokens) else None
    return behind is not None and behind.lower_ in BE and quantity.head is not None and quantity.head > quantity.last


def _only_meant(scene: Scene, quantity: Quantity) -> bool:
    """Whether the clause only has to do with them: "an inquiry against | one of them"."""
    before = scene.tokens[quantity.first - 1] if quantity.first else None
    return before is not None and before.tag_ == "IN" and before.lower_ in _ABOUT


def hurt_how(scene: Scene, quantity: Quantity) -> bool:
    """Whether a bare number tells how badly some were hurt: "three | seriously"; not "three | seriously wounded"."""
    words = scene.tokens[quantity.last : quantity.last + 2]
    manner = bool(words) and quantity.head is None and words[0].lower_ in scene.kit.language.frames.manners
    return manner and not (len(words) > 1 and in_trigger(scene, words[1]))


def speaks(scene: Scene, quantity: Quantity) -> bool:
    """Whether the noun says it, and is not counted: "the toll hit | 410 aid sources told the paper"."""
    behind = scene.tokens[end(quantity) : end(quantity) + 1]
    return len(behind) > 0 and scene.kit.language.reporting.verb(behind[0].lower_) is not None


def is_day(token: Token, kit: Kit) -> bool:
    """Whether it names a day or a month, which may stand behind a verb without a preposition: "killed | Monday"."""
    return token.lower_.rstrip(".") in _days(kit)


@lru_cache(maxsize=4)
def _days(kit: Kit) -> frozenset[str]:
    """The full names of days and months, and what may lead to one."""
    names = [*kit.language.calendar.months, *kit.language.calendar.weekdays]
    short = {name for name in names if any(other != name and other.startswith(name) for other in names)}
    return _EVERY | {name.lower() for name in names if name not in short and len(name) >= _NAME}


def is_time(scene: Scene, token: Token) -> bool:
    """Whether it names a stretch of time: "the killing last | week | of nine men"."""
    return token.lower_ in scene.kit.language.calendar.units or token.lower_ in scene.kit.language.calendar.parts


def own_clause(scene: Scene, quantity: Quantity, before: Trigger | Quantity) -> bool:
    """Whether behind `before` a clause opens of which they are the subject: "hit dozens even as | two chiefs met"."""
    noun = scene.tokens[quantity.head if quantity.head is not None else quantity.last - 1]
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.i < quantity.last:
        return False
    opens = scene.tokens[before.last : quantity.first]
    return any(token.head == noun.head and (token.dep_ == "mark" or token.tag_ == "WRB") for token in opens)


def within(part: Quantity, whole: Quantity) -> bool:
    """Whether so many can be some of so many."""
    limit = whole.figure.high if whole.figure.value is None else whole.figure.value
    least = part.figure.low if part.figure.value is None else part.figure.value
    return limit is None or least <= limit


def joined(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether only a conjunction, and perhaps a place or time, stands between two quantities."""
    gap = scene.tokens[end(left) : right.first]
    words = [token.lower_ for token in gap]
    joins = scene.kit.language.frames.joins
    closing = " ".join(words[-4:])
    if words and not any(closing == join or closing.endswith(" " + join) or words[-1] == join for join in joins):
        return False
    if not words and (left.head is None or right.head is None):
        return False
    return len(gap) <= _NEAR and not any(
        is_finite(token) or token.tag_ in {"VBG", "VB", "MD"} or _could_befall(scene, token, left) for token in gap
    )


def _could_befall(scene: Scene, token: Token, quantity: Quantity) -> bool:
    """Whether the word tells of an act that can befall those counted: "a girl | found | in a cellar" is no body."""
    population = scene.population(quantity)
    return any(
        trigger.first <= token.i < trigger.last
        for trigger in scene.triggers
        if population is None or not trigger.frame.counts or population.name in trigger.frame.counts
    )


def is_finite(word: Token) -> bool:
    """Whether the word is a verb with a subject; in "two girls | aged | eight were hurt" the parse may think so."""
    return word.tag_ in FINITE and word.lower_ != "aged"
