"""Whom an act befell where no number counts them: "killed | the mayor of Khovd", "| Col. Halwan was abducted"."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from crosswire.codebook.kinds import Family
from crosswire.codebook.numbers import Population, nouns
from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, PlaceMention, Trigger, Victim
from crosswire.read.coordination import partners
from crosswire.read.opening import ARTICLES
from crosswire.read.roles import actor
from crosswire.read.roles.reach import holds
from crosswire.read.roles.subjects import PROPER
from crosswire.read.tokens import Token, Tokens
from crosswire.read.voice import passive

_NOUNS = PROPER | {"NN", "NNS"}
_OPENING = frozenset(["POS", "WP$", ",", "RB"])  # tags of what may stand before the words for somebody
_DETERMINING = frozenset(["det", "poss"])
_AFTERMATH = frozenset(["have", "has", "had", "having"])
_DESCRIBING = frozenset(["amod", "nmod", "compound"])
_HOME = "displacement"  # the family of what befalls those who bear no arms
_BODIES = "bodies"  # are of those who died before
_TAIL = 7  # tokens of "of the Karan valley's council" behind a noun
_HEAD = 1  # the last sentence in which a headline stands, whose verbs tell what is done in the present


def victims(clues: Clues, kit: Kit) -> tuple[Victim, ...]:
    """Each person or group without a number whom an act befell, in the order of the sentences; pronouns name nobody."""
    found: dict[tuple[int, str, int], Victim] = {}
    for trigger in clues.triggers:
        for noun in _people(clues, trigger, kit) if trigger.frame.whom else ():
            first, last = _words(clues, trigger, noun)
            victim = Victim(sentence=trigger.sentence, first=first, last=last, at=noun.i, trigger=trigger)
            found.setdefault((trigger.sentence, trigger.frame.kind, noun.i), victim)
    return tuple(found.values())


def told(places: Sequence[PlaceMention], found: Sequence[Victim]) -> tuple[PlaceMention, ...]:
    """The places; one that only tells who a victim is is not where it befell him: "| Sinaloa | chief seized"."""
    inside = {at for one in found for at in ((one.sentence, token) for token in range(one.first, one.at + 1))}
    return tuple(replace(place, acts=False) if (place.sentence, place.first) in inside else place for place in places)


def befallen(clues: Clues, kit: Kit, family: Family) -> tuple[Draft, ...]:
    """A draft for each of the page's victims without a number of an act of `family`."""
    kinds = kit.codebook.kinds.kind
    return tuple(_draft(clues, one, kit) for one in clues.victims if kinds[one.trigger.frame.kind].family == family)


def _draft(clues: Clues, victim: Victim, kit: Kit) -> Draft:
    tokens, trigger = clues.sentences[victim.sentence].tokens, victim.trigger
    known = nouns(kit.language.numbers).get(tokens[victim.at].lower_)
    return Draft(
        sentence=trigger.sentence,
        first=trigger.first,
        last=trigger.last,
        at=trigger.at,
        kind=trigger.frame.kind,
        rule=f"{trigger.frame.name} (whom)",
        located=not _from_home(trigger, kit),
        side=known[1].side if known else None,
        target=tokens.words(victim.first, victim.last),
        actor=actor(clues, trigger, kit, undergone=victim.at < trigger.first),
    )


def _people(clues: Clues, trigger: Trigger, kit: Kit) -> Iterator[Token]:
    """The nouns of those whom the act befell, which no number counts and which can be people."""
    tokens = clues.sentences[trigger.sentence].tokens
    table = nouns(kit.language.numbers)
    for noun in _victims(tokens, trigger, kit):
        counted = _is_counted(clues, trigger.sentence, noun, kit)
        others = (one for one in _others(noun) if not (counted and _generic(one)))
        for one in (*(() if counted else (noun,)), *others):
            known = table.get(one.lower_)
            population = known[1] if known else None
            fits = not trigger.frame.counts or (population is not None and population.name in trigger.frame.counts)
            fits = fits and not (_from_home(trigger, kit) and (population is None or population.armed))
            person = one.tag_ in _NOUNS and one.text[0].isalnum() and _is_person(clues, trigger, one, population)
            if not person and one is noun:
                break  # "gatherings of the State of Iraq and the | Levant"
            if fits and person and not _is_counted(clues, trigger.sentence, one, kit):
                yield one


def _from_home(trigger: Trigger, kit: Kit) -> bool:
    """Whether the act drives or leads people from home, as it does those who bear no arms."""
    return kit.codebook.kinds.kind[trigger.frame.kind].family == _HOME


def _is_person(clues: Clues, trigger: Trigger, noun: Token, population: Population | None) -> bool:
    """Whether the noun is of people, or the name of somebody: of no place, day or body."""
    start, end = clues.sentences[trigger.sentence].span(noun.i, noun.i + 1)
    if any(said.source and said.source[0] <= start and end <= said.source[1] for said in clues.sayings):
        return False  # "strikes kill 42 | Monitor"
    here = clues.here(trigger.sentence)
    if any(noun.i < one.first < trigger.first for one in here.quantities):
        return False  # "(Northwire and | agents) 280 killed"
    if population is not None:
        part = noun.i > 0 and noun.doc[noun.i - 1].text == "-"  # "most of them non-| Syrians"
        return not population.things and population.name != _BODIES and not part
    if noun.tag_ != "NNP":
        return False
    parties = [party for party in here.parties if holds(party, noun)]
    taken = [one for one in (*here.places, *here.echoes, *here.dates) if holds(one, noun)]
    name = noun.left_edge.i  # of "Idris | Halwan" only the surname may be a town's
    return all(party.kind == "person" for party in parties) and all(name < one.first for one in taken)


def _is_counted(clues: Clues, sentence: int, noun: Token, kit: Kit) -> bool:
    """Whether a number tells how many they are, or of whom they are a part, or "no" that there is none."""
    none = any(child.lower_ in {"no", "any"} for child in noun.lefts)
    first, own = noun.left_edge.i, {None, noun.i, *(one.i for one in _others(noun))}
    whole = range(noun.head.i, noun.i + 1) if _generic(noun) else ()  # "killed | 26 people, mostly children"
    scales = kit.language.numbers.scales
    none = none or any(token.lower_ in scales for token in noun.doc[noun.left_edge.i : noun.i])
    return none or any(
        one.first in whole
        or first in {one.last, one.head}
        or holds(one, noun)
        or (first <= one.last and one.first <= noun.i and one.head in own)
        for one in clues.here(sentence).quantities
    )


def _others(noun: Token) -> list[Token]:
    """Those told of with the noun: "the mayor, | his driver | and | a cook"; a comma alone joins nobody."""
    found = list(partners(noun))
    several = any(child.dep_ == "cc" for one in (noun, *found) for child in one.rights)
    return found if several else []


def _victims(tokens: Tokens, trigger: Trigger, kit: Kit) -> list[Token]:
    """The nouns on which the act was done, by the grammar alone."""
    word = tokens[trigger.at]
    if "object" not in trigger.frame.victim and "subject" in trigger.frame.victim:
        return _undergoing(word) if _done(word, trigger) and _befits(word, trigger, kit) else []
    if word.tag_ in _NOUNS:
        return _of(word) if "of" in trigger.frame.victim else []
    if word.dep_ in _DESCRIBING:
        return []
    if (word.tag_ == "VBN" and not _perfect(word)) or _headless(tokens, trigger):
        return _undergoing(word)
    if word.tag_ in {"VBD", "VBG"} or _perfect(word) or _headlined(word, trigger):
        found = [] if passive(tokens, trigger) else _acted_on(word, kit)
        return found if _happened(word) else [noun for noun in found if not _generic(noun)]
    return []


def _done(verb: Token, trigger: Trigger) -> bool:
    """Whether the verb tells what has happened."""
    return verb.tag_ == "VBD" or _perfect(verb) or _headlined(verb, trigger)


def _befits(verb: Token, trigger: Trigger, kit: Kit) -> bool:
    """Whether whoever died did so in an attack or of wounds, not in bed; other acts of one's own need no cause."""
    frames = kit.language.frames
    violent = frames.occurrences | frames.several | frames.fatal
    return trigger.frame.kind != "killed" or any(token.lower_ in violent for token in verb.subtree if token.i > verb.i)


def _of(word: Token) -> list[Token]:
    """Whose the killing is: "the murder of | the mayor", "| the mayor's murder"; "of civilians" tells of no act."""
    owners = [child for child in word.lefts if child.dep_ == "poss"]
    links = [child for child in word.rights if child.lower_ == "of"]
    told = [child for link in links for child in link.rights if child.dep_ == "pobj" and not _generic(child)]
    told = [
        child for child in told if word.tag_ == "NN" or child.tag_ != "NNP" or any(child.lefts)
    ]  # "murders of | Vint"
    return told or [owner for owner in owners if not _generic(owner)]


def _generic(noun: Token) -> bool:
    """Whether the noun names nobody in particular: "the killing of | civilians"."""
    return noun.tag_ != "NNP" and not any(child.dep_ in _DETERMINING for child in noun.lefts)


def _undergoing(verb: Token) -> list[Token]:
    """The subject of the passive, of the one it is joined to, or the noun that the participle describes."""
    for _ in range(3):
        own = [child for child in verb.lefts if child.dep_ in {"nsubjpass", "nsubj"}]
        if own:
            return [_stands_for(own[-1])]
        if verb.dep_ == "acl":
            several = verb.head.tag_ != "NN" and verb.head.dep_ != "ROOT"
            return [] if several and _generic(verb.head) else [verb.head]
        if verb.dep_ != "conj" or verb.head.tag_ != "VBN":
            return []
        verb = verb.head
    return []


def _acted_on(verb: Token, kit: Kit) -> list[Token]:
    """The object, which two verbs may share: "| kidnapped and killed the mayor"; nobody's of "no group killed"."""
    if any(_nobody(child, kit) for child in verb.lefts if child.dep_ == "nsubj"):
        return []
    own = [child for child in verb.rights if child.dep_ == "dobj"]
    verbs = [child for child in verb.rights if child.dep_ == "conj" and not own]
    return own or [child for other in verbs for child in other.rights if child.dep_ == "dobj"]


def _happened(verb: Token) -> bool:
    """Whether a participle hangs on what was done: not in "they often strike, | killing civilians"."""
    if verb.tag_ != "VBG":
        return True
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    return verb.dep_ not in {"pcomp", "amod", "csubj", "ROOT"} and verb.head.tag_ in {"VBD", "VBN", "NN", "NNP", "NNS"}


def _nobody(noun: Token, kit: Kit) -> bool:
    return noun.lower_ in kit.language.numbers.nobody or any(child.lower_ == "no" for child in noun.lefts)


def _stands_for(noun: Token) -> Token:
    """The noun, or that which "who" stands for: "| the mayor, who was killed"."""
    clause = noun.head
    return clause.head if noun.tag_ in {"WP", "WDT"} and clause.dep_ == "relcl" else noun


def _perfect(verb: Token) -> bool:
    """Whether it is what somebody has done: "has | killed the mayor"."""
    passives = any(child.dep_ == "auxpass" for child in verb.lefts)
    return verb.tag_ in {"VBN", "VBD"} and not passives and any(c.lower_ in _AFTERMATH for c in verb.lefts)


def _headless(tokens: Tokens, trigger: Trigger) -> bool:
    """Whether the parse took a participle without "was" for what somebody did: "chief Halwan | killed in raid"."""
    word, behind = tokens[trigger.at], tokens[trigger.last : trigger.last + 1]
    acts = word.dep_ == "relcl" or any(child.dep_ in {"dobj", "ccomp", "aux"} for child in word.children)
    return word.tag_ == "VBD" and trigger.undergone and not acts and (not behind or behind[0].tag_ in {"IN", ",", "."})


def _headlined(verb: Token, trigger: Trigger) -> bool:
    """Whether a headline tells in the present what has been done: "Gunmen | kill mayor"."""
    return trigger.sentence <= _HEAD and verb.tag_ in {"VBZ", "VBP"} and verb.dep_ in {"ROOT", "conj"}


def _words(clues: Clues, trigger: Trigger, noun: Token) -> tuple[int, int]:
    """Where the noun begins with what describes it, and ends with a name or what it is "of": "mayor of Khovd"."""
    tokens, dates = clues.sentences[trigger.sentence].tokens, clues.here(trigger.sentence).dates
    first = noun.left_edge.i if noun.i < trigger.first else max(noun.left_edge.i, trigger.last)
    first = max([first, *(date.last for date in dates if first <= date.first and date.last <= noun.i)])
    while first < noun.i and (tokens[first].lower_ in ARTICLES or tokens[first].tag_ in _OPENING):
        first += 1
    last = noun.i + 1
    for behind in noun.rights:
        end = behind.right_edge.i + 1
        named = behind.dep_ == "appos" and behind.tag_ == "NNP"  # "the journalist | James Foley"
        if behind.left_edge.i == last and end - last <= _TAIL and (named or behind.lower_ == "of"):
            last = end
    return first, last
