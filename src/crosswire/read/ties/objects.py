"""What a verb acts on: the number behind it, unless the next word takes that number for itself."""

from collections.abc import Sequence

from crosswire.read.clues import Quantity, Trigger
from crosswire.read.ties.reach import ADJACENT, AUXILIARY, GRAMMAR, LOOSE, LOOSE_GAP, PLAIN, clear, role_of
from crosswire.read.ties.scene import FINITE, Scene, belongs, end, in_trigger, is_day, own_clause, some_of_them, speaks
from crosswire.read.tokens import Token
from crosswire.read.voice import AUXILIARIES, passive

_ARMED = "combatants"
QUOTES = frozenset(['"', "“", "”", "„", "``", "''"])
CLOSED = QUOTES | {"'", "’"}
_OBJECTS = frozenset(["PRP", "PRP$", "DT", "NNP"])
_PAST = {"VBD", "VBN"}
_THINGS = frozenset(["NN", "NNS", "JJ", "JJS"])
_NAMED = frozenset(["NN", "NNS", "NNP", "NNPS"])


def object_of(scene: Scene, trigger: Trigger, quantity: Quantity) -> float | None:
    """How well the quantity stands as what the active verb acts on."""
    taken = taken_behind(scene, quantity) or attributive(scene, trigger) or _of_another_verb(scene, trigger, quantity)
    taken = taken or some_of_them(scene, trigger, quantity) or belongs(scene, quantity) or _told_by(scene, quantity)
    taken = taken or _is_theirs(scene, trigger, quantity)
    if quantity.first < trigger.last or passive(scene.tokens, trigger) or taken or own_clause(scene, quantity, trigger):
        return None
    gap = scene.tokens[trigger.last : quantity.first]
    if all(token.text in QUOTES for token in gap):
        return ADJACENT  # "killed | “at least 18 fighters”"
    if role_of(scene, trigger, quantity) in {"dobj", "oprd", "attr", "dative"} and clear(scene, gap, verbs=False):
        return GRAMMAR
    if _noun(scene, quantity).dep_ == "dobj" and _share_object(scene, trigger, _noun(scene, quantity).head):
        return PLAIN
    if all(token.tag_ in {"DT", "RB", "RBR", "PRP$", "JJ", "JJR", "PDT", ":", "RP"} for token in gap):
        return AUXILIARY - 0.1 * len(gap)
    loose = gap[0].tag_ not in {"IN", "TO", "CC", ","} and len(gap) <= LOOSE_GAP and clear(scene, gap, verbs=False)
    parted = any(token.dep_ == "mark" or _tells_who(token, scene.tokens[trigger.at]) for token in gap)
    return LOOSE - 0.05 * len(gap) if loose and not parted else None


def _is_theirs(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the verb acts on what is theirs: "caught the mood | of many clerks", "seized land | from 12 farmers".

    What groups people, or is their body or life, is they themselves: "killed a group | of 12 guards".
    """
    link, verb = _noun(scene, quantity).head, scene.tokens[trigger.at]
    if link.tag_ != "IN" or not trigger.last <= link.i < quantity.first:
        return False
    things = [child for child in verb.rights if child.dep_ == "dobj" and trigger.last <= child.i < link.i]
    thing = link.head if link.head is not verb else things[0] if things else verb
    if thing.dep_ != "dobj" or thing.tag_ not in _THINGS or thing.i < trigger.last:
        return False
    return thing.lower_ not in scene.kit.language.numbers.groups and thing.lower_ not in scene.populations


def _told_by(scene: Scene, quantity: Quantity) -> bool:
    """Whether they say it: "they shot down drones, | 12 guards said"."""
    before = scene.tokens.lowers[quantity.first - 1 : quantity.first]
    return before == (",",) and speaks(scene, quantity)


def _tells_who(token: Token, verb: Token) -> bool:
    """Whether the word leads to who does what a participle tells: "the camp captured Thursday | by | 12 policemen"."""
    return token.lower_ == "by" and token.dep_ == "agent" and token.head is verb and verb.tag_ == "VBN"


def _of_another_verb(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether a verb in between acts on them: "killing 66 and driving | 30,000 people into exile"."""
    noun = _noun(scene, quantity)
    verb = noun.head
    between = trigger.last <= verb.i < quantity.first and verb.tag_.startswith("VB")
    shared = _share_object(scene, trigger, verb)
    return between and noun.dep_ == "dobj" and not in_trigger(scene, verb) and not shared


def _noun(scene: Scene, quantity: Quantity) -> Token:
    """The noun that the quantity counts, or its number."""
    return scene.tokens[quantity.head if quantity.head is not None else quantity.last - 1]


def _share_object(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    """Whether "and" joins the two verbs with nothing between them: "have arrested | and charged | 12 men"."""
    own = scene.tokens[trigger.at]
    joined = verb.dep_ == "conj" and verb.head is own and (verb.tag_ == own.tag_ or {verb.tag_, own.tag_} == _PAST)
    return joined and all(token.tag_ in {"CC", "RB"} for token in scene.tokens[trigger.last : verb.i])


def taken_behind(scene: Scene, quantity: Quantity) -> bool:
    """Whether the next word claims the quantity for itself: "killing three, | 20 were injured"."""
    if not scene.taken:
        for other in reversed(scene.quantities):  # from the last on, as each asks for the one behind it
            scene.taken[other.first] = _claimed(scene, other)
    return scene.taken[quantity.first]


def _claimed(scene: Scene, quantity: Quantity) -> bool:
    behind = end(quantity)
    later = [
        trigger
        for trigger in scene.triggers
        if trigger.first >= behind
        and not trigger.frame.weak
        and not _end_of_verb(scene, trigger)
        and {"passive", "number", "complement"} & set(trigger.frame.victim)
    ]
    return any(
        all(_light(scene, token) for token in scene.tokens[behind : trigger.first])
        and trigger.undergone
        and not acts_on(scene, trigger, quantity)
        and _countable(scene, trigger, quantity)
        and not done_before(scene, trigger, quantity)
        and not of_another(scene, trigger, quantity)
        for trigger in later
    )


def done_before(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether another verb acts on them, and this one only tells which they were: "murdered 12 men | seized in May"."""
    verb, noun = scene.tokens[trigger.at], scene.tokens[end(quantity) - 1]
    ended = verb.i == noun.i + 1  # "lost 300 men | killed and wounded" says how they were lost
    others = [other for other in scene.triggers if not other.frame.weak and other.at < noun.i]
    others = [other for other in others if other.frame.agent or not ended]
    led = {end(each) for each in scene.quantities}  # "3 guards | killed, 38 injured": of its own
    active = FINITE | {"VB", "VBG"}
    acted = {other.at for other in others if scene.tokens[other.at].tag_ in active and other.first not in led}
    while noun.dep_ in {"pobj", "prep"} and noun.head.i not in acted and noun.head.i < noun.i:
        noun = noun.head
    return verb.dep_ == "acl" and noun.dep_ in {"dobj", "pobj"} and noun.head.i in acted


def of_another(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the verb has a subject of its own: "a bus with | 40 pupils | was hit and the driver died".

    Handles "the men accused of killing | nine villagers | were arrested" too.
    """
    subjects = [child for child in scene.tokens[trigger.at].lefts if child.dep_ in {"nsubj", "nsubjpass"}]
    if _only_some(scene, trigger, quantity):
        return True
    if not subjects or subjects[-1].tag_ not in _NAMED or subjects[-1].i >= trigger.first:
        return False  # "five people had | their throats cut"
    subject, noun = subjects[-1], scene.tokens[end(quantity) - 1]
    if subject.i > noun.i:
        if any(token.tag_ == "WRB" for token in scene.tokens[end(quantity) : subject.i]):
            return True  # "two officers | in a town where nine clerks were killed"
        counted = any(other.first <= subject.i < end(other) for other in scene.quantities)
        when = scene.tokens[trigger.at].dep_ == "relcl" and "object" not in trigger.frame.victim
        if when and not counted and subject.tag_ in {"NNP", "NNPS"}:
            return True  # "one of the | four guards | there at the time Karim Voss died"
        return not counted and _opens_anew(scene, scene.tokens[end(quantity) : subject.left_edge.i])
    acted = {other.at for other in scene.triggers if not other.frame.weak and other != trigger}
    return subject.i < quantity.first and noun.dep_ == "dobj" and noun.head.i in acted


def _only_some(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the next clause tells of some of them alone: "| 24 were taken to a clinic, though most later | died"."""
    at = trigger.first - 1
    while at > end(quantity) and (scene.tokens[at].tag_ == "RB" or scene.tokens[at].lower_ in AUXILIARIES):
        at -= 1
    some = at > end(quantity) and scene.tokens[at].lower_ in scene.kit.language.numbers.shares
    return some and _opens_anew(scene, scene.tokens[end(quantity) : at])


def _opens_anew(scene: Scene, gap: Sequence[Token]) -> bool:
    """Whether a clause ends in the gap; not where it only tells who they are: "dozens, | most of them are | clerks"."""
    words = f" {' '.join(token.lower_ for token in gap)} "
    parts = any(f" {word} " in words for word in scene.kit.language.frames.parts)
    turns = scene.kit.language.frames.turns
    return any(token.tag_ in FINITE or token.lower_ in turns for token in gap) and not parts


def _light(scene: Scene, token: Token) -> bool:
    """Whether the word may stand between a number and what befell them: "“dozens” | more were | hurt"."""
    more = token.lower_ in scene.kit.language.numbers.more
    return more or token.lower_ in AUXILIARIES or token.tag_ == "RB" or token.text in QUOTES


def _countable(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether the trigger can count such people at all: those of "the bodies of 12 soldiers | found" are no bodies."""
    population = scene.population(quantity)
    return not trigger.frame.counts or (population is not None and population.name in trigger.frame.counts)


def _end_of_verb(scene: Scene, trigger: Trigger) -> bool:
    """Whether the noun only says how the verb before it ended: "beat two men to | death"."""
    before = scene.tokens[trigger.first - 1].lower_ if trigger.first else ""
    return before == "to" and scene.tokens[trigger.at].tag_ == "NN"


def acts_on(scene: Scene, trigger: Trigger, before: Quantity) -> bool:
    """Whether the next word goes on with others: "took the lives of 40 | injured | 90 others", "and hurt others"."""
    word = scene.tokens[trigger.at]
    acting = word.tag_ in {"VBD", "VBN", "VBG"} or (trigger.verb and word.tag_ == "NNP")
    joined = trigger.first == end(before) and acting
    if acting and [token.tag_ for token in scene.tokens[end(before) : trigger.first]] == ["CC"]:
        return any(child.dep_ == "dobj" and child.lower_ == "others" for child in word.rights)
    behind = [other for other in scene.quantities if other.first == trigger.last]
    return joined and any(
        not taken_behind(scene, other) and not some_of_them(scene, trigger, other) for other in behind
    )


def attributive(scene: Scene, trigger: Trigger) -> bool:
    """Whether the trigger modifies a noun that is no quantity's: "for | displaced people", "| arrest | orders"."""
    token = scene.tokens[trigger.at]
    if token.dep_ == "compound" and token.tag_ == "NN" and token.head.i >= trigger.last:
        return token.head.tag_ == "NNS" and not any(other.head == token.head.i for other in scene.quantities)
    if token.dep_ == "amod" and [word.tag_ for word in scene.tokens[trigger.last : trigger.last + 2]] == ["CC", "CD"]:
        return False  # "lost 300 | killed | and forty trucks"
    cut = any(between.text in QUOTES for between in scene.tokens[token.i + 1 : token.head.i])
    return token.dep_ == "amod" and token.head.i >= trigger.last and not cut


def acts(scene: Scene, trigger: Trigger) -> bool:
    """Whether the verb is active here: it has an object of its own to the right."""
    key = trigger.at, trigger.first, trigger.frame.name
    if key not in scene.acting:
        scene.acting[key] = _has_object(scene, trigger)
    return scene.acting[key]


def _has_object(scene: Scene, trigger: Trigger) -> bool:
    token = scene.tokens[trigger.at]
    if (
        token.tag_ == "VBN"
        and token.dep_ in {"acl", "relcl"}
        and not any(child.dep_ == "dobj" for child in token.rights)
    ):
        return False
    waiting = {
        part
        for other in scene.quantities
        if taken_behind(scene, other) or some_of_them(scene, trigger, other)
        for part in range(other.first, end(other))
    }
    words = scene.tokens[trigger.first : trigger.last]  # "six gunmen | shot and killed | the mayor"
    if _led_on(scene, trigger):
        waiting |= {child.i for child in token.rights}
    if any(child.dep_ == "dobj" and child.i not in waiting for word in words for child in word.rights):
        return True
    return any((score := object_of(scene, trigger, other)) is not None and score >= PLAIN for other in scene.quantities)


def _led_on(scene: Scene, trigger: Trigger) -> bool:
    """Whether a comma and a word for a part follow the verb: "30 | killed|, mostly | women and children"."""
    behind = scene.tokens.lowers[trigger.last : trigger.last + 2]
    return behind[:1] == (",",) and behind[-1] in scene.kit.language.numbers.mostly


def takes_object(scene: Scene, trigger: Trigger) -> bool:
    """Whether somebody who is not counted stands right behind the verb: "an officer | shot | Marlo Vint"."""
    behind = scene.tokens[trigger.last] if trigger.last < len(scene.tokens) else None
    return behind is not None and behind.tag_ in _OBJECTS and not is_day(behind, scene.kit)


def aims_at(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether they do it to others: "two men | shot | at guards", "three gunmen | shot | at a bus"."""
    verb, behind = scene.tokens[trigger.at], scene.tokens[trigger.at + 1 : trigger.at + 2]
    if verb.tag_ != "VBD" or [token.lower_ for token in behind] != ["at"]:
        return False
    population = scene.population(quantity)
    armed = population is not None and _ARMED in {population.name, population.within}
    target = next((scene.populations.get(child.lower_) for child in behind[0].rights if child.dep_ == "pobj"), None)
    return armed or (target is not None and not target.things)


def relative(scene: Scene, trigger: Trigger) -> bool:
    """Whether "that", "which" or "who" acts: "an attack that | killed"."""
    at = trigger.first - 1
    while at >= 0 and (scene.tokens[at].tag_ == "RB" or scene.tokens[at].lower_ in {"has", "have", "had"}):
        at -= 1
    return at >= 0 and scene.tokens[at].tag_ in {"WDT", "WP"}
