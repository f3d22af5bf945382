"""Which quantity belongs to which trigger.

The best pairs of trigger and quantity win, each quantity once (`slots`). What is left is shared out (`shares`):
coordinated quantities take their neighbour's trigger ("12 in Aleppo and nine in Idlib"), parts the whole's ("including
three children").
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from crosswire.kit import Kit
from crosswire.read.clues import Quantity, Sentence, Tie, Trigger, within
from crosswire.read.ties.aboard import all_aboard
from crosswire.read.ties.reach import AUXILIARY, GRAMMAR, PLAIN
from crosswire.read.ties.recalling import recall
from crosswire.read.ties.scene import (
    Scene,
    befell_all,
    bodies_of,
    end,
    finds_bodies,
    fronted,
    is_bodies,
    is_speaker,
    is_whole,
    owns,
    populations,
    some_of_them,
    spared,
    speaks,
)
from crosswire.read.ties.shares import lead_in, share
from crosswire.read.ties.slots import SLOTS, slots
from crosswire.read.ties.sums import add_up, itemise

_OF_WHOM = 5  # tokens of "number of armed rebels"
_PEOPLE = "people"
_ORIGIN = "people by origin or faith"
_TAKEN = frozenset(["abducted", "detained", "captured", "casualties"])  # what may go on to a death
_HARM = frozenset(["killed", "injured"])  # what befalls whoever lives
_WITH = frozenset(["with", "carrying"])
_NOUNS = frozenset(["NN", "NNS"])
_OF_THE = (("of", "the"), ("of", "these"), ("of", "those"), ("of", "its"), ("of", "their"))
_ABOUT = frozenset(["passive", "complement", "subject", "number", "object", "behind"])


def ties(
    sentences: Sequence[Sentence], quantities: Sequence[Quantity], triggers: Sequence[Trigger], kit: Kit
) -> tuple[Tie, ...]:
    """The ties of the page, in the order of its quantities; a quantity that counts nobody has none."""
    found: list[Tie] = []
    for sentence in sentences:
        counting = tuple(trigger for trigger in within(triggers, sentence.index) if trigger.frame.victim)
        tokens, here = sentence.tokens, within(quantities, sentence.index)
        here = tuple(quantity for quantity in here if not is_speaker(tokens, quantity, kit))
        free = tuple(quantity for quantity in here if not owns(tokens, quantity, counting, kit))
        before = within(quantities, sentence.index - 1)
        scene = Scene(sentence.tokens, counting, free, populations(kit), kit, tuple(before))
        if scene.triggers or found:
            tied = _tied(scene)
            all_aboard(scene, tied)
            itemise(scene, tied)
            share(scene, tied)
            lead_in(scene, tied)
            add_up(scene, tied)
            recall(scene, tied, found)
            found += [tied[quantity] for quantity in scene.quantities if quantity in tied]
    return tuple(found)


def _tied(scene: Scene) -> dict[Quantity, Tie]:
    """The ties to triggers; weak ones take what the others leave."""
    weak = [trigger for trigger in scene.triggers if trigger.frame.weak]
    strong = [trigger for trigger in scene.triggers if not trigger.frame.weak]
    tied = _direct(scene, strong, scene.quantities)
    tied |= _direct(scene, weak, [quantity for quantity in scene.quantities if quantity not in tied])
    return {quantity: _in_the_end(scene, tie, tied) for quantity, tie in tied.items()}


def _in_the_end(scene: Scene, tie: Tie, tied: Mapping[Quantity, Tie]) -> Tie:
    """The tie to the death of those who were taken first: "nine clerks were kidnapped and | killed"."""
    taken = scene.tokens[tie.trigger.at]
    if tie.trigger.frame.kind not in _TAKEN or tie.how != "passive":
        return tie
    used = {other.trigger for other in tied.values()}
    for trigger in scene.triggers:
        verb = scene.tokens[trigger.at]
        joined = verb.dep_ == "conj" and verb.head is taken and verb.tag_ in {"VBN", "VBD"}
        ends = trigger.frame.kind == "killed" and "passive" in trigger.frame.victim and not trigger.frame.counts
        if not ends or not joined or trigger in used:
            continue
        own = any(child.dep_ in {"nsubj", "nsubjpass", "dobj"} for child in verb.children)
        between = any(tie.trigger.last <= other.first < trigger.first for other in scene.quantities)
        if not own and not between:
            return Tie(quantity=tie.quantity, trigger=trigger, how=tie.how, whole=tie.whole)
    return tie


def _direct(scene: Scene, triggers: Sequence[Trigger], quantities: Sequence[Quantity]) -> dict[Quantity, Tie]:
    rows = []
    for order, trigger in enumerate(triggers):
        for quantity in quantities:
            for slot in slots(scene, trigger):
                score = SLOTS[slot](scene, trigger, quantity)
                if score is not None and _fits(scene, trigger, quantity, score):
                    rows.append((-score, order, quantity.first, slot, trigger, quantity))
    tied: dict[Quantity, Tie] = {}
    side: dict[tuple[int, int], str] = {}
    named: set[tuple[int, int]] = set()  # "four bodies and | 50 wounded": the word stands for those it counts
    for _, _, _, slot, trigger, quantity in sorted(rows, key=lambda row: row[:4]):
        where = "right" if quantity.first >= trigger.last else "left"
        if quantity in tied or side.setdefault((trigger.first, trigger.last), where) != where:
            continue
        if slot in _ABOUT and (trigger.first, trigger.last) in named:
            continue
        if quantity.last == trigger.first and quantity.head in {None, trigger.at}:
            named.add((trigger.first, trigger.last))
        tied[quantity] = Tie(quantity=quantity, trigger=trigger, how=slot)
    return tied


def _fits(scene: Scene, trigger: Trigger, quantity: Quantity, score: float) -> bool:
    """Whether this trigger may count this head at all."""
    frame, head = trigger.frame, quantity.head
    named = quantity.last if head is None else head  # "12 | deaths", "the 40 | dead"
    names = trigger.first <= named < trigger.last
    grouped = quantity.first > 0 and scene.tokens[quantity.first - 1].lower_ == "of"  # "half the crew of | 30 perished"
    some = some_of_them(scene, trigger, quantity)
    whole = (grouped or not names) and is_whole(scene, quantity) and not befell_all(scene, trigger, quantity)
    others = _fell_later(scene, trigger, quantity) or _only_tells_which(scene, trigger, quantity)
    others = others or _of_their_kin(scene, trigger, quantity) or _is_within(scene, trigger, quantity)
    if some or spared(scene, quantity, frame.needs) or whole or others:
        return False
    if names or head is None or (scene.population(quantity) is None and speaks(scene, quantity)):
        named_so = names and head is not None
        return _counts_dead(scene, quantity) if named_so else _fits_bare(scene, trigger, quantity, score)
    population = scene.population(quantity)
    if is_bodies(population) and frame.kind == "injured":
        return False  # "21 bodies with bullet | wounds"
    if frame.counts and not (finds_bodies(trigger) and bodies_of(scene, quantity)):
        return _named_among(scene, trigger, head) if population is None else population.name in frame.counts
    if population is None:
        return _fits_unknown(scene, trigger, head, score)
    return population.things == frame.things


def _counts_dead(scene: Scene, quantity: Quantity) -> bool:
    """Whether bodies, if it counts any, are dead people: not "a | body", "two international | bodies"."""
    if quantity.head is None or not is_bodies(scene.population(quantity)):
        return True
    if scene.tokens[quantity.first].lower_ in scene.kit.language.numbers.articles or fronted(scene, quantity):
        return False
    noun, frames = scene.tokens[quantity.head], scene.kit.language.frames
    verb = noun.head
    acts = noun.dep_ == "nsubj" and any(child.dep_ in {"dobj", "xcomp", "ccomp"} for child in verb.rights)
    told = quantity.first > 0 and scene.tokens[quantity.first - 1].lower_ in {"the", "both", "these", "those"}
    if told or (acts and verb.lower_ not in frames.lying):
        return False  # "the two | bodies", "two | bodies | signed an accord"
    between = scene.tokens[quantity.last : quantity.head]
    owned = any(token.tag_ == "POS" for token in between)
    return not any(token.lower_ in frames.offices or (token.tag_ == "NNP" and not owned) for token in between)


def _fell_later(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it only tells of whom some are counted, whom another befell: "9 of the 30 | seized | were killed"."""
    following = next((other for other in scene.quantities if other.first >= quantity.last), None)
    if following is None or scene.tokens.lowers[quantity.last : following.first] not in _OF_THE:
        return False
    return befell_all(scene, trigger, following) and any(
        other.first >= trigger.last and other.undergone and scene.tokens[other.at].dep_ not in {"acl", "relcl", "amod"}
        for other in scene.triggers
        if not other.frame.weak and "passive" in other.frame.victim
    )


def _of_their_kin(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it counts those whom the dead have left: "nine | relatives of the dead", "the dead's | nine children"."""
    if not (trigger.frame.partitive or quantity.last < trigger.first):
        return False
    if quantity.first < trigger.first and scene.tokens.texts[trigger.last : trigger.last + 1] in (("'s",), ("’s",)):
        return trigger.frame.partitive  # "two | of the dead|'s nine children"
    noun = scene.tokens[end(quantity) - 1]
    of = scene.tokens.lowers[end(quantity) : trigger.last]
    return noun.lower_ in scene.kit.language.frames.kin and of[:1] == ("of",) and len(of) <= _OF_WHOM - 1


def _is_within(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it only tells what another thing held or had: "a plane with | 300 passengers | was shot down".

    What befell the thing is not said of them; of people with people it is: "a woman with | two children | was killed".
    """
    before = scene.tokens[max(0, quantity.first - 2) : quantity.first]
    led = len(before) > 1 and before[1].lower_ in _WITH and before[0].tag_ in _NOUNS
    own = scene.population(quantity)
    beside = trigger.first == quantity.last or quantity.head == trigger.at  # "with | 300 | dead"
    if not led or beside or not quantity.last <= trigger.first or is_bodies(own):
        return False
    those = scene.populations.get(before[0].lower_)
    holds = those is not None and those.things
    holds = (
        holds
        or before[0].lower_ in scene.kit.language.places.levels()
        or before[0].lower_ in scene.kit.language.frames.insides
    )
    return holds or (quantity.head is not None and (own is None or own.things) != trigger.frame.things)


def _named_among(scene: Scene, trigger: Trigger, head: int) -> bool:
    """Whether the noun names a people that the lexicon lacks: "165,000 | Tessans | took refuge"."""
    noun, titled = scene.tokens[head], scene.tokens.capitals * 2 >= len(scene.tokens)
    named = noun.tag_ in {"NNS", "NNPS"} and noun.text[0].isupper() and not titled
    return named and _ORIGIN in trigger.frame.counts


def _only_tells_which(scene: Scene, trigger: Trigger, quantity: Quantity) -> bool:
    """Whether it only tells which people do something else: "hundreds | living in camps | have joined the militia"."""
    verb, noun = scene.tokens[trigger.at], scene.tokens[end(quantity) - 1]
    if not trigger.frame.weak or verb.tag_ != "VBG" or end(quantity) != trigger.first:
        return False
    group = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    group = group if group.lower_ in scene.kit.language.numbers.groups else noun  # "a group of | 80 clerks hiding"
    acts = group.dep_ in {"nsubj", "nsubjpass"}
    return acts and (verb.dep_ == "csubj" or (verb.dep_ == "acl" and verb.head in (noun, group)))


def _fits_bare(scene: Scene, trigger: Trigger, quantity: Quantity, score: float) -> bool:
    """Whether a number without a noun can stand for people: "hundreds | fled"; it never stands for bodies."""
    own = scene.tokens[quantity.first]
    apart = "," in scene.tokens.texts[quantity.last : trigger.first]
    if own.dep_ == "dobj" and own.head.dep_ == "relcl" and own.head.i < quantity.first and apart:
        return trigger.first <= own.head.i < trigger.last  # "the ship that took off | 2,200, a stowaway died"
    if finds_bodies(trigger) and any(
        fronted(scene, other) for other in scene.quantities if is_bodies(scene.population(other))
    ):
        return True  # "of 40 bodies, | 25 | were found in Arna"
    if trigger.frame.counts:
        sure = quantity.figure.bound == "vague" or score > PLAIN  # "some 3,000 | have fled"
        return sure and (_PEOPLE in trigger.frame.counts or _numbered(scene, trigger))
    return score >= PLAIN - 1.0


def _numbered(scene: Scene, trigger: Trigger) -> bool:
    """Whether a number told of counts such people: "the number of rebels | put out of action | has reached 230"."""
    before = scene.tokens.lowers[max(0, trigger.first - _OF_WHOM) : trigger.first]
    population = scene.populations.get(before[-1]) if before else None
    told = any(pair[0] in scene.kit.language.frames.tallies and pair[1] == "of" for pair in pairwise(before))
    return told and population is not None and population.name in trigger.frame.counts


def _fits_unknown(scene: Scene, trigger: Trigger, head: int, score: float) -> bool:
    """Whether a noun outside the lexicon can be a victim: a people ("three Algerians"), or what the grammar demands."""
    tag = scene.tokens[head].tag_
    if tag == "NNPS":
        return not trigger.frame.things
    if is_bodies(scene.populations.get(scene.tokens[trigger.at].lower_)):
        return tag == "NNS"  # "the bodies of | 20 infiltrators"
    demanded = "object" in trigger.frame.victim or trigger.frame.kind in _HARM
    return score >= (AUXILIARY - 1 if trigger.frame.partitive else GRAMMAR) and tag == "NNS" and demanded
