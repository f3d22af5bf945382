"""What speaks against a party's having acted, by its kind and the words around it."""

from collections.abc import Iterator
from itertools import pairwise

from crosswire.codebook.lexicon import lexicon
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.parties.wording import ARTICLES
from crosswire.read.roles.naming import beside
from crosswire.read.roles.reach import NEAR, PREPOSITIONS, holds, is_fought, owned
from crosswire.read.roles.subjects import PROPER, doer
from crosswire.read.tokens import Tokens

TELLERS = frozenset(["monitor", "agency", "media"])  # who tells of war does not wage it
_THAT = frozenset(["that", "which", "who"])
_IDLE = frozenset(["ngo", "un_body"])
_VIOLENCE = frozenset(["casualties", "strikes", "detentions"])
_TWO = 2  # tokens of "Afghan attack"
_TIED = 4  # tokens between a tie and whom it is to: "a | rival | extremist group to | the Taliban"
_NAMED = PROPER | {"DT", "PRP$", "HYPH"}
_COUNTING = frozenset(["DT", "CD", "JJ", "NNP", "RB", "PRP$"])
_ENDS = frozenset([",", ":", "CC", "VBD", "VBZ", "VBP", "``", "''"])
_AIMING = PREPOSITIONS["in"] | {"against", "of", "targeting"}
_BEFORE_NAME = frozenset(["DT", "JJ", "PRP$", "NN", "NNP"])


def doubts(clues: Clues, trigger: Trigger, party: Party, kit: Kit) -> Iterator[str]:
    """The reasons of the codebook that speak against the party."""
    tokens = clues.sentences[trigger.sentence].tokens
    yield from _by_kind(trigger, tokens, party, kit)
    before = [token.lower_ for token in tokens[max(0, party.first - 2) : party.first]]
    if before[1:] == ["with"] and before[0] in kit.language.acting.forms("border"):
        yield "what it hangs on hangs on another word"
    yield from _told_of(clues, trigger, party, kit)
    if owned(tokens, party):
        yield "it only owns what acts"
    if is_akin(tokens, party, kit):
        yield "it is only tied to who acts"
    if _is_carried(tokens, party, kit):
        yield "it is only carried"
    if _is_where(clues, trigger, party, kit) or _of_ground(tokens, trigger, party, kit):
        yield "it is a place"


def is_akin(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether it only tells who its friends or foes are: "a rival of | the Taliban", "gunmen backed by | Iran"."""
    ties = kit.language.acting.forms("tie")
    behind = [token for token in tokens[party.last : party.last + _TIED] if token.tag_ != "HYPH"]
    if behind and behind[0].lower_ in ties and not any(token.tag_ in {"IN", "TO"} for token in behind[1:2]):
        return True  # "the | al-Qaeda | linked group"; not "| troops backed by militiamen"
    at = party.first - 1
    while at > 0 and tokens[at].tag_ in _NAMED:
        at -= 1
    if at < 1 or tokens[at].tag_ not in {"IN", "TO"}:
        return False
    for token in reversed(tokens[max(0, at - _TIED) : at]):
        if token.lower_ in ties:
            return not token.i or tokens[token.i - 1].tag_ != "HYPH"  # "US-backed fighters of | the Karan Front"
        if token.tag_ in _ENDS:
            return False
    return False


def _is_carried(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether it only travels in what acts: "a plane carrying | peacekeepers | crashed, killing 75"."""
    at = party.first - 1
    while at > 0 and tokens[at].tag_ in _COUNTING:
        at -= 1
    carried = at > 0 and tokens[at].lower_ in kit.language.acting.forms("carrying")
    return carried and (tokens[at].dep_ == "acl" or tokens[at - 1].tag_.startswith("NN"))


def _of_ground(tokens: Tokens, trigger: Trigger, party: Party, kit: Kit) -> bool:
    """Whether it only tells whose a place is: "jets destroy | ISIS | training center, kill seven"."""
    frames, last = kit.language.frames, party.last
    while last < trigger.first and tokens[last].tag_.startswith("NN"):
        last += 1
    noun = tokens[last - 1].lower_
    if last == party.last or noun not in frames.grounds:
        return False
    acts = (frames.occurrences, frames.several, frames.land["assaults"], frames.land["halves"])
    violence = kit.codebook.kinds.kind[trigger.frame.kind].family in _VIOLENCE
    return violence and not any(noun in words for words in acts)


def _is_where(clues: Clues, trigger: Trigger, party: Party, kit: Kit) -> bool:
    """Whether a country may only tell where it was: "12 killed in | Niger raid", "| Iraq attacks kill 12".

    So may the adjective, "in | Afghan attack"; not in "killed in | US raid", "in an | Afghan attack".
    """
    tokens = clues.sentences[trigger.sentence].tokens
    if party.last > trigger.at + 1 or tokens[party.first].text.isupper():
        return False
    inside = _stands_in(tokens, party, kit)
    if not inside and tokens[party.last - 1].lower_ not in kit.language.frames.onslaught.words:
        return False
    land = _names_land(tokens, party, kit) or (inside and _names_people(tokens, trigger, party, kit))
    return land and not _is_elsewhere(clues, trigger, party)


def _stands_in(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether "in" or a direction leads to it: "in | Niger raid", "in north | Iraq attacks", "S. | Iraq raids"."""
    first = party.first
    while first > 0 and tokens[first - 1].lower_ in kit.language.places.forms("direction"):
        first -= 1
    return first < party.first or (first > 0 and tokens[first - 1].lower_ == "in")


def _names_land(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether its words open with the name of a country: "| Niger | raid"; not "| Russian | raid"."""
    names = lexicon(kit.codebook.actors).canonical
    opening = (" ".join(tokens.lowers[party.first : last]) for last in range(party.first + 1, party.last))
    return any(name.form == "noun" for words in opening if (name := names.get(words)) is not None)


def _names_people(tokens: Tokens, trigger: Trigger, party: Party, kit: Kit) -> bool:
    """Whether a people's adjective and the act are all its words: "| Afghan | attack"."""
    bare = party.last - party.first == _TWO and tokens[trigger.at].tag_ == "NN"
    return bare and bool(kit.gazetteer.people(tokens[party.first].text))


def _is_elsewhere(clues: Clues, trigger: Trigger, party: Party) -> bool:
    """Whether the words tell of another place, or of what was hit: "Iraq attacks | on Syria", "killed in Hama"."""
    tokens = clues.sentences[trigger.sentence].tokens
    aimed = any(word in {"on", "against"} for word in tokens.lowers[party.last : party.last + NEAR])
    return aimed or any(not holds(party, tokens[place.first]) for place in clues.here(trigger.sentence).places)


def _told_of(clues: Clues, trigger: Trigger, party: Party, kit: Kit) -> Iterator[str]:
    """What else the sentence says of it."""
    tokens = clues.sentences[trigger.sentence].tokens
    if _is_counted(clues, trigger, party) or _is_victim(clues, party):
        yield "it is who is counted"
    if ":" in tokens.lowers[party.last : trigger.first]:
        yield "it only announces"  # "Kenyan officials: | Truck bomb kills 12"
    told = trigger.last <= party.first and tells(clues, party)
    if told or _claims(tokens, party, trigger, kit) or _looks_on(tokens, party, trigger, kit):
        yield "it only tells"
    violence = kit.codebook.kinds.kind[trigger.frame.kind].family in _VIOLENCE
    if _paired(tokens, party) or (violence and _opposed(clues, party, kit)):
        yield "it is one of two at war"
    if party.last <= trigger.first:
        if _aimed_at(tokens, party, kit):
            yield "the act was aimed at it"
        if _is_under_fire(tokens, party, trigger, kit):
            yield "it came under attack itself"
        if party.kind == "person" and _passed_over(tokens, party, trigger):
            yield "a person who is only named"


def _by_kind(trigger: Trigger, tokens: Tokens, party: Party, kit: Kit) -> Iterator[str]:
    """What the kind of body tells."""
    unarmed = kit.language.acting.forms("unarmed")
    if party.kind in TELLERS:
        yield "it watches the war"
    if party.side == "civilian" or not unarmed.isdisjoint(tokens.lowers[party.first : party.last]):
        yield "it bears no arms"
    if kit.codebook.kinds.kind[trigger.frame.kind].family in _VIOLENCE:
        if party.kind in _IDLE:
            yield "it is of a kind that does not fight"
        elif party.kind == "political":
            yield "it is a party without arms"


def _is_counted(clues: Clues, trigger: Trigger, party: Party) -> bool:
    """Whether the party is part of the words for those counted: "four officers of | Tesk Police | injured".

    Or whether the words point back at it: "clashed with | rebels, killing 12 of them".
    """
    tokens = clues.sentences[trigger.sentence].tokens
    fought = party.last <= trigger.first and is_fought(tokens[party.last - 1])
    for tie in clues.here(trigger.sentence).ties:
        if fought and tie.trigger == trigger and _of_them(tokens, tie.quantity.last):
            return True
        head = tie.quantity.head
        if head is None or tie.trigger.frame.things:
            continue
        last = _past_body(tokens, head)
        if tie.quantity.last <= last and party.first <= last and tie.quantity.last < party.last:
            return True
    return False


def _is_victim(clues: Clues, party: Party) -> bool:
    """Whether it belongs to the words for somebody whom an act befell: "| Karan Front | chief killed in a strike"."""
    here = clues.here(party.sentence).victims
    return any(victim.first < party.last and party.first < victim.last for victim in here)


def _of_them(tokens: Tokens, at: int) -> bool:
    """Whether "of them" follows a number."""
    return tokens.lowers[at : at + 2] == ("of", "them")


def _past_body(tokens: Tokens, head: int) -> int:
    """The last token of those counted, with the body whose they are: "four officers | of Tesk Police | injured"."""
    last = head
    if [token.lower_ for token in tokens[head + 1 : head + 2]] == ["of"]:
        last += 1
        while last + 1 < len(tokens) and tokens[last + 1].tag_ in PROPER | {"DT"}:
            last += 1
    return last


def tells(clues: Clues, party: Party) -> bool:
    """Whether the party is who tells it, and does no more: "killing 15 guerrillas, | General Ramar | told a radio"."""
    first, last = clues.sentences[party.sentence].span(party.first, party.last)
    sources = (saying.source for saying in clues.sayings if saying.source is not None)
    return any(start <= first and last <= end for start, end in sources)


def _claims(tokens: Tokens, party: Party, trigger: Trigger, kit: Kit) -> bool:
    """Whether it says of something else that it did it: "an attack that | the opposition | claims killed hundreds"."""
    says = tokens[party.last : trigger.first]
    first = party.first - (party.first > 0 and tokens[party.first - 1].tag_ == "DT")
    told = first > 0 and tokens[first - 1].tag_ in {"WDT", "WP", "IN"} and tokens[first - 1].lower_ in _THAT
    return told and len(says) == 1 and kit.language.reporting.verb(says[0].lower_) is not None


def _looks_on(tokens: Tokens, party: Party, trigger: Trigger, kit: Kit) -> bool:
    """Whether it only saw what tells of the act: "in footage verified by | the army |, a shell hits the school"."""
    by = party.first - 1
    while by > 0 and tokens[by].tag_ in _NAMED | {"JJ"}:
        by -= 1
    looked = by > 0 and tokens[by].lower_ == "by" and tokens[by - 1].lower_ in kit.language.acting.forms("looking")
    return looked and party.last <= trigger.first


def _paired(tokens: Tokens, party: Party) -> bool:
    """Whether a hyphen makes a pair of it, of which no one acts alone: "the Israel-| Hamas | war"."""
    pairs = tokens[max(0, party.first - 2) : party.first][::-1], tokens[party.last : party.last + 2]
    joined = (pair for pair in pairs if len(pair) > 1 and pair[0].text == "-" and not pair[0].whitespace_)
    return any(other.text[:1].isupper() and other.lower_ not in ARTICLES for _, other in joined)  # not "Al-Qaeda"


def _opposed(clues: Clues, party: Party, kit: Kit) -> bool:
    """Whether those named beside it are its enemies: "| rebels and the army fought, killing 12"."""
    tokens, sides = clues.sentences[party.sentence].tokens, {"government", "opposition"}
    if party.side not in sides:
        return False
    others = [one for one in clues.here(party.sentence).parties if {one.side, party.side} == sides]
    return any(beside(tokens, party, one, kit) or beside(tokens, one, party, kit) for one in others)


def _aimed_at(tokens: Tokens, party: Party, kit: Kit) -> bool:
    """Whether an act was done to the party or where it is: "a blast at | the UN | headquarters killed 20"."""
    at = party.first - 1
    while at > 0 and party.first - at <= NEAR and tokens[at].tag_ in _BEFORE_NAME:
        at -= 1
    if at < 1 or tokens[at].lower_ not in _AIMING:
        return False
    frames = kit.language.frames
    return tokens[at - 1].lower_ in frames.occurrences or tokens[at - 1].lower_ in frames.several


def _is_under_fire(tokens: Tokens, party: Party, trigger: Trigger, kit: Kit) -> bool:
    """Whether its own clause says what befell it: "three US aircraft | came under fire, wounding four"."""
    between = [token.lower_ for token in tokens[party.last : trigger.first]]
    closes = tokens[trigger.at].tag_ == "VBG"
    came = kit.language.acting.forms("came")
    return closes and any(verb in came and preposition == "under" for verb, preposition in pairwise(between))


def _passed_over(tokens: Tokens, party: Party, trigger: Trigger) -> bool:
    """Whether another is the subject, as in a line of key words: "Syria | Assad | Army strikes killed"."""
    noun = doer(tokens[trigger.at])
    return noun is not None and not holds(party, noun)
