"""Who acts: the party in the frame's slots, or who acts as written before them. Nobody is guessed."""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.frames import Slot
from crosswire.codebook.numbers import nouns
from crosswire.kit import Kit
from crosswire.read.attribution import said_of
from crosswire.read.clues import Clues, Party, Trigger, within
from crosswire.read.roles.reach import NEAR, PREPOSITIONS, holds, owned
from crosswire.read.roles.slots import fill
from crosswire.read.roles.subjects import PROPER, doer
from crosswire.read.tokens import Token, Tokens

TELLERS = frozenset(["monitor", "agency", "media"])  # who tells of war does not wage it
ARMED = frozenset(["state_forces", "rebel_group", "militia", "government"])
_FORCES = ARMED | {"external_forces", "police"}
_LEFT: frozenset[Slot] = frozenset(["subject", "before", "number"])
_CORPS, _ARMS = frozenset(["force", "forces"]), frozenset(["air", "police", "security", "defence", "defense"])
_OF_STATE = frozenset(["forces", "troops", "soldiers", "army"])
_UNARMED = frozenset(["civilian", "civilians"])
_AIRCRAFT = frozenset(["jet", "jets", "plane", "planes", "aircraft"])
_ARTICLES = frozenset(["al", "el"])
_OPENING = frozenset(['"', "“", "'", "‘", "(", ":"])


def actor(clues: Clues, trigger: Trigger, kit: Kit, *, undergone: bool = False) -> str | None:
    """The name of the party that acts, or None where no party stands in the frame's slots: nobody is guessed.

    `undergone`: the trigger's subject is who suffers ("34 fighters killed in clashes"), so only "by" names who acts.
    """
    slots = tuple(slot for slot in trigger.frame.agent if slot not in _LEFT) if undergone else trigger.frame.agent
    tokens = clues.sentences[trigger.sentence].tokens
    counted = {
        at
        for tie in within(clues.ties, trigger.sentence, lambda tie: tie.quantity.sentence)
        if not tie.trigger.frame.things and tie.quantity.head is not None
        for at in range(tie.quantity.last, _past_body(tokens, tie.quantity.head) + 1)
    }
    parties = [
        party
        for party in within(clues.parties, trigger.sentence)
        if party.kind not in TELLERS
        and not _UNARMED.intersection(tokens.lowers[party.first : party.last])
        and counted.isdisjoint(range(party.first, party.last))
        and not _announces(tokens, party, trigger)
        and not (trigger.last <= party.first and _tells(clues, party))
        and not _paired(tokens, party)
        and not (party.last <= trigger.first and _aimed_at(tokens, party, kit))
    ]
    if undergone:
        struck = _cause(clues, trigger, parties, kit)
        if struck is not None:
            return struck.name
    elif _is_fight(clues, trigger, kit):
        return None
    free = [party for party in parties if not owned(tokens, party)]
    found = fill(clues, trigger, slots, free) or fill(clues, trigger, slots, parties)
    if found and _only_named(tokens, found[0], trigger):
        found = []
    told = None if undergone else _of_itself(clues, trigger, found[0] if found else None, kit)
    if found:
        return told or _named(tokens, found[0], parties).name
    if undergone:
        return None
    whose = next((one for one in parties if one.first < trigger.first and trigger.at < one.last), None)
    return told or (whose.name if whose is not None else _written(clues, trigger, kit))  # "| coalition air strikes"


def _cause(clues: Clues, trigger: Trigger, parties: Sequence[Party], kit: Kit) -> Party | None:
    """Whose strike it was that somebody fell in: "killed in | a Russian drone attack"."""
    tokens, kinds = clues.sentences[trigger.sentence].tokens, kit.codebook.kinds.kind
    strikes = {
        other.at for other in within(clues.triggers, trigger.sentence) if kinds[other.frame.kind].family == "strikes"
    }
    hit = {
        noun.i
        for child in tokens[trigger.at].rights
        if child.lower_ in kit.language.frames.causes
        for noun in child.rights
        if noun.dep_ == "pobj"
    }
    return next((party for party in parties if party.last - 1 in strikes & hit), None)


def _is_fight(clues: Clues, trigger: Trigger, kit: Kit) -> bool:
    """Whether the subject is fighting itself, of which no side alone is the one that kills."""
    noun = doer(clues.sentences[trigger.sentence].tokens[trigger.at])
    kinds = kit.codebook.kinds.kind
    triggers = within(clues.triggers, trigger.sentence)
    if noun is None:
        return False
    war = noun.lower_ in kit.language.places.forms("vast")  # "the war between X and Y | killed 80,000"
    return war or any(other.at == noun.i and kinds[other.frame.kind].family == "clashes" for other in triggers)


def _of_itself(clues: Clues, trigger: Trigger, party: Party | None, kit: Kit) -> str | None:
    """The armed party that tells of its own act: "the army said | it had killed", "our fighters | killed"."""
    tokens = clues.sentences[trigger.sentence].tokens
    if "subject" not in trigger.frame.agent:
        return None
    if party is not None:
        whose = [token.lower_ for token in tokens[max(0, party.first - 1) : party.first]]
        mine = party.kind == "generic" and bool(kit.language.numbers.own.intersection(whose))
    else:
        noun = doer(tokens[trigger.at])
        mine = noun is not None and noun.tag_ == "PRP" and noun.lower_ in kit.language.frames.selves
        if noun is not None and noun.lower_ == "they" and (many := _many_who_say(clues, trigger, noun)):
            return many
    if not mine:
        return None
    said = said_of(clues.sayings, *clues.sentences[trigger.sentence].span(trigger.first, trigger.last))
    armed = {one.name for one in clues.parties if one.kind in _FORCES}
    return next((name for name in (said.speaker, *said.via) if name in armed), None)


def _many_who_say(clues: Clues, trigger: Trigger, pronoun: Token) -> str | None:
    """The armed people who say it of themselves: "the rebels said | they had killed"; not "the army said they had"."""
    verb = pronoun.head.head
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"] if pronoun.head.dep_ == "ccomp" else []
    parties = within(clues.parties, trigger.sentence)
    before = [noun for noun in subjects if noun.i < pronoun.i]  # "| They fired on the crowd, residents said": not they
    many = [noun for noun in before if noun.tag_ in {"NNS", "NNPS"} or noun.lower_ == "police"]
    forces = _FORCES | {"generic"}
    return next((one.name for noun in many for one in parties if holds(one, noun) and one.kind in forces), None)


def _only_named(tokens: Tokens, party: Party, trigger: Trigger) -> bool:
    """Whether it is a person in front of who acts, as in a line of key words: "Syria | Assad | Army strikes killed"."""
    noun = doer(tokens[trigger.at])
    return party.kind == "person" and party.last <= trigger.first and noun is not None and not holds(party, noun)


def _past_body(tokens: Tokens, head: int) -> int:
    """The last token of those counted, with the body whose they are: "four officers | of Tesk Police | injured"."""
    last = head
    if [token.lower_ for token in tokens[head + 1 : head + 2]] == ["of"]:
        last += 1
        while last + 1 < len(tokens) and tokens[last + 1].tag_ in PROPER | {"DT"}:
            last += 1
    return last


def _paired(tokens: Tokens, party: Party) -> bool:
    """Whether a hyphen makes a pair of it, of which no one acts alone: "the Israel-| Hamas | war"."""
    pairs = tokens[max(0, party.first - 2) : party.first][::-1], tokens[party.last : party.last + 2]
    joined = (pair for pair in pairs if len(pair) > 1 and pair[0].text == "-" and not pair[0].whitespace_)
    return any(other.text[:1].isupper() and other.lower_ not in _ARTICLES for _, other in joined)  # not "Al-Qaeda"


def _tells(clues: Clues, party: Party) -> bool:
    """Whether the party is who tells it, and does no more: "killing 15 guerrillas, | General Ramar | told a radio"."""
    first, last = clues.sentences[party.sentence].span(party.first, party.last)
    sources = (saying.source for saying in clues.sayings if saying.source is not None)
    return any(start <= first and last <= end for start, end in sources)


def _aimed_at(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether an act was done to the party or where it is: "a blast at | the UN | headquarters killed 20"."""
    at = party.first - 1
    while at > 0 and party.first - at <= NEAR and tokens[at].tag_ in {"DT", "JJ", "PRP$", "NN", "NNP"}:
        at -= 1
    if at < 1 or tokens[at].lower_ not in PREPOSITIONS["in"] | {"against", "of", "targeting"}:
        return False
    frames = kit.language.frames
    return tokens[at - 1].lower_ in frames.occurrences | frames.several


def _announces(tokens: Tokens, party: Party, trigger: Trigger) -> bool:
    """Whether a colon ends the party's words before the act: "Kenyan officials: | Truck bomb kills 12"."""
    return any(token.text == ":" for token in tokens[party.last : trigger.first])


def _named(tokens: Tokens, party: Party, parties: Sequence[Party]) -> Party:
    """The named party behind a general word: "fighters of | the Altan Front", "the Altan Front | and its fighters"."""
    if party.kind == "person" and owned(tokens, party):
        return replace(party, name=f"{party.name}{_owned(tokens, party)}")
    if party.kind == "generic":
        for other in parties:
            joined = [token.lower_ for token in tokens[other.last : party.first]]
            if other.kind not in {"generic", "person"} and joined[:1] == ["and"] and len(joined) < NEAR:
                return other
            gap = [token.lower_ for token in tokens[party.last : other.first]]
            own = other.kind != "government" or party.name in _OF_STATE  # "Haiti | gangs" are not Haiti
            if other.last == party.first and own and other.kind not in {"generic", "person"}:
                return other
            if other.kind not in {"generic", "person"} and gap[:1] in (["of"], ["from"]) and len(gap) <= NEAR - 1:
                return other
    return party


def _owned(tokens: Tokens, party: Party) -> str:
    """What a person only owns, as written: "Bashar al-Assad| ’s government"; the person himself holds no town."""
    noun = next((token.i for token in tokens[party.last + 1 : party.last + NEAR] if token.tag_ in {"NN", "NNS"}), None)
    return "" if noun is None else str(tokens.words(party.last, noun + 1))


def _written(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """The holder as written right before "-held", "stronghold" or "control": "rebel-held", "the Kurdish stronghold"."""
    tokens = clues.sentences[trigger.sentence].tokens
    if not {"before", "number"} & set(trigger.frame.agent):
        return None
    if "number" in trigger.frame.agent and trigger.at > trigger.first and tokens[trigger.first].tag_ != "IN":
        return tokens.words(trigger.first, trigger.at)  # "| rebel areas"
    first = trigger.first - 1
    hyphened = tokens[trigger.first].text == "-"  # "India| -held"
    named = not hyphened and any(holds(place, tokens[first]) for place in within(clues.places, trigger.sentence))
    day = tokens[first].text.removesuffix("s") in kit.language.calendar.weekdays  # "Tuesdays | bombardment"
    entry = nouns(kit.language.numbers).get(tokens[first].lower_)
    jets = tokens[first].lower_ == "fighter" and tokens[trigger.first].lower_ in _AIRCRAFT
    thing = jets or (entry is not None and entry[1].things)  # "tank | shells"
    known = entry is not None or tokens[first].text[0].isupper()
    strike = kit.codebook.kinds.kind[trigger.frame.kind].family == "strikes"
    hit = strike and not known and tokens[first].lower_ not in kit.language.frames.forces  # "a market | air strike"
    if first < 0 or named or day or hit or thing or tokens[first].lower_ in kit.language.frames.grounds:
        return None  # "its Rabsa | stronghold"; "territory | under its control"
    if tokens[first].tag_ not in {"NN", *PROPER} and not (tokens[first].tag_ in {"JJ", "RB"} and known):
        return None
    opens = not first or tokens[first - 1].text in _OPENING or tokens[trigger.at].lower_ == "capital"
    if tokens[first].tag_ == "JJ" and opens and not hyphened:
        return None  # "“Intermittent | clashes": a capital for the sentence alone; "its de facto Syrian | capital"
    while first > 0 and (
        (tokens[first].tag_ in PROPER and tokens[first - 1].tag_ in PROPER)
        or (tokens[first].lower_ in _CORPS and tokens[first - 1].lower_ in _ARMS)
    ):
        first -= 1
    return tokens.words(first, trigger.first)
