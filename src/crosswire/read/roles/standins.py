"""Whom "it", "they", "the group", "its forces" stand for; nobody is guessed where several may be meant."""

from collections.abc import Sequence

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Party, Trigger
from crosswire.read.roles.actors import ARMED
from crosswire.read.roles.doubts import TELLERS
from crosswire.read.roles.reach import FAR, NEAR, holds
from crosswire.read.tokens import Token

_OUTSIDE = frozenset(["rebel_group", "militia"])
_BACK = 3  # sentences before in which those are named whom "the group" stands for
_TOLD_OF = frozenset(["nsubj", "nsubjpass", "dobj", "pobj"])
_NOUNS = frozenset(["NN", "NNS"])
_MANY = frozenset(["NNS", "NNPS"])


def claimant(clues: Clues, trigger: Trigger, pronoun: Token) -> str | None:
    """Whose claim it is that "it" or "they" have done it: "rejected a claim by the rebels that | they had taken"."""
    claim = pronoun.head.head
    if pronoun.lower_ not in {"it", "they"} or pronoun.head.dep_ not in {"acl", "ccomp"} or claim.tag_ not in _NOUNS:
        return None
    makers = [child for child in claim.lefts if child.dep_ in {"compound", "poss", "amod"}]
    makers += [noun for link in claim.rights if link.lower_ in {"by", "of", "from"} for noun in link.rights]
    parties = [party for party in clues.here(trigger.sentence).parties if party.kind not in TELLERS]
    return next((party.name for noun in makers for party in parties if holds(party, noun)), None)


def quoted(clues: Clues, trigger: Trigger, noun: Token) -> str | None:
    """Who says "we" or "our forces" of itself in a quotation: "“| We hold Hama,” an M23 commander said"."""
    ours = noun.lower_ == "we" or any(child.lower_ == "our" for child in noun.lefts)
    verb = noun.head
    if not ours or verb.dep_ != "ccomp":
        return None
    said = [child for child in verb.head.children if child.dep_ == "nsubj"]
    parties = [party for party in clues.here(trigger.sentence).parties if party.kind in ARMED]
    titles = [title for one in said for title in (one, *one.lefts)]
    return next((party.name for one in titles for party in parties if _speaks_for(party, one)), None)


def repeated(clues: Clues, trigger: Trigger, noun: Token, kit: Kit) -> str | None:
    """Who "the forces" or "the group" are: the one band named before, the one armed party of the sentence before."""
    bare = [child.lower_ for child in noun.lefts]
    if (
        noun.lower_ not in kit.language.frames.bare
        or bare[:1] not in (["the"], ["these"], ["those"])
        or not kit.language.frames.labels.issuperset(bare[1:])
        or not trigger.sentence
        or any(child.dep_ in {"relcl", "acl"} for child in noun.rights)
    ):
        return None  # "the | troops we attacked"
    if noun.lower_ in kit.language.frames.bands:
        told = {one.name for one in clues.here(trigger.sentence).parties if one.last <= noun.i and one.kind in _OUTSIDE}
        if len(told) == 1:
            return told.pop()  # "drove al-Shabab from a town that | the group had held"
    outside = noun.lower_ in kit.language.frames.bands or bare[1:]  # "the terrorist | forces" are no government's
    for at in range(trigger.sentence - 1, max(-1, trigger.sentence - 1 - _BACK), -1):
        armed = [party for party in clues.here(at).parties if party.kind in ARMED]
        if outside:
            armed = [party for party in armed if party.kind in _OUTSIDE]
        tokens = clues.sentences[at].tokens
        called = [party for party in armed if tokens[party.last - 1].lower_ == noun.lower_]
        names = {party.name for party in called or armed}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def theirs(clues: Clues, trigger: Trigger, kit: Kit) -> str | None:
    """Whose a bastion is, without a name beside it: "the group's | bastion", "the group in its | bastion"."""
    tokens = clues.sentences[trigger.sentence].tokens
    near = tokens[max(0, trigger.first - NEAR) : trigger.last]
    pronoun = next((token.i for token in near if token.lower_ in {"its", "their"}), None)
    stretch = near if pronoun is None else tokens[max(0, pronoun - FAR) : pronoun]
    for token in reversed(stretch):
        named = next((party for party in clues.here(trigger.sentence).parties if holds(party, token)), None)
        if named is not None and pronoun is not None and named.kind in ARMED | {"generic"}:
            if _strikes(tokens[named.last : pronoun], kit):
                continue  # "militants fled after the | army's | attacks against their strongholds"
            return named.name
        if pronoun is None and (token.tag_ in {"IN", ","} or token.tag_[:1] == "V") and token.i < trigger.first:
            break  # "cleared of enemy forces since the | liberation"
        word = "group" if token.lower_ == "groups" else token.lower_
        if word in kit.language.frames.bare:
            return repeated(clues, trigger, token, kit) or word
    behind = tokens[trigger.last : trigger.last + NEAR]
    owner = next((token for token in behind if token.dep_ == "poss" and token.lower_ in kit.language.frames.bare), None)
    return None if owner is None else repeated(clues, trigger, owner, kit) or owner.lower_


def _strikes(gap: Sequence[Token], kit: Kit) -> bool:
    """Whether the words tell of an attack on whose it is: "'s | attacks against | their strongholds"."""
    frames = kit.language.frames
    attacks = frames.occurrences | frames.several | frames.land["assaults"]
    aimed = len(gap) > 1 and gap[-1].lower_ in kit.language.holding.forms("aimed")
    return aimed and any(token.lower_ in attacks for token in gap[:-1])


def possessor(clues: Clues, trigger: Trigger) -> str | None:
    """Whose forces a noun tells of, where it is who tells: "Russia announced a | withdrawal of its forces"."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    owners = [
        owner
        for link in word.rights
        if link.lower_ == "of"
        for noun in link.rights
        for owner in noun.lefts
        if owner.tag_ == "PRP$"
    ]
    owners += [child for child in word.lefts if child.tag_ == "PRP$"]
    subjects = [child for child in word.head.lefts if child.dep_ == "nsubj"] if word.dep_ == "dobj" else []
    parties = [party for party in clues.here(trigger.sentence).parties if party.kind in ARMED]
    named = (party.name for noun in subjects if owners for party in parties if holds(party, noun))
    return next(named, None) or _country(clues, trigger)


def _country(clues: Clues, trigger: Trigger) -> str | None:
    """The country whose act a noun tells of: "the | U.S. | invasion of Panama", "Russia's withdrawal from Kherson"."""
    word = clues.sentences[trigger.sentence].tokens[trigger.at]
    if trigger.frame.given or word.tag_ != "NN":
        return None
    owners = [child for child in word.lefts if child.dep_ in {"poss", "compound", "nmod"}]
    lands = (place for place in clues.here(trigger.sentence).places if place.place.precision == "country")
    return next((land.place.text for land in lands if any(holds(land, owner) for owner in owners)), None)


def speaker(clues: Clues, trigger: Trigger, subject: Token, kit: Kit) -> str | None:
    """The party that says it of itself: "the army said | it had seized", "its forces had seized"; no monitor's."""
    verb = subject.head
    said = [child for child in verb.head.lefts if child.dep_ == "nsubj"] if verb.dep_ == "ccomp" else []
    parties = [party for party in clues.here(trigger.sentence).parties if party.kind not in TELLERS]
    before = [noun for noun in said if noun.i < subject.i]  # "Its fighters took Homs, | residents said": not theirs
    told = [(party, noun) for noun in before for party in parties if _speaks_for(party, noun)]
    whose = subject.tag_ != "PRP"  # "its forces": who has forces is a party to the war
    bare = kit.language.frames.bare
    known = [one for one, noun in told if one.kind in ARMED or noun.lower_ in bare or (whose and one.kind != "generic")]
    if known and known[0].kind == "person" and any(child.lower_ == "its" for child in subject.lefts):
        return None  # "the General | Staff said its troops": a body that the list of names takes for a man
    unnamed = [noun for noun in before if noun.lower_ in kit.language.frames.forces and not whose]
    return known[0].name if known else (_called(unnamed[0]) if unnamed and not told else None)


def _called(noun: Token) -> str:
    """The words for a band without a name: "the | rebel army in the hills says it has captured Hama"."""
    first = min([noun.i, *(child.i for child in noun.lefts if child.dep_ in {"compound", "amod"})])
    return noun.doc.words(first, noun.i + 1)


def _speaks_for(party: Party, noun: Token) -> bool:
    """Whether the noun is the party, a body of it or who speaks for it: "the Syrian army | command"."""
    owners = [one for link in noun.rights if link.lower_ in {"for", "of"} for one in link.rights]
    owners += [child for child in noun.lefts if child.dep_ in {"compound", "amod"}]
    return any(holds(party, one) for one in (noun, *owners))


def pointed(clues: Clues, trigger: Trigger, pronoun: Token, kit: Kit) -> str | None:
    """Who "it" or "they" are: the one armed party named before in the sentence, else that of the sentence before."""
    if pronoun.head.dep_ == "ccomp" and pronoun.head.head.i < pronoun.i:
        return None  # "residents said | they had left": they may mean themselves
    here = [party for party in clues.here(trigger.sentence).parties if party.last <= pronoun.i]
    if pronoun.lower_ == "it":
        here = [party for party in here if pronoun.doc[party.last - 1].tag_ not in _MANY]
        band = _band(pronoun, here, kit)
        if band is not None:
            first = min([band.i, *(child.i for child in band.lefts if child.dep_ in {"compound", "amod"})])
            return repeated(clues, trigger, band, kit) or band.doc.words(first, band.i + 1)
    if pronoun.lower_ == "they" and _can_be_others(pronoun, here, kit):
        return None
    lands = _lands(clues, trigger, pronoun) if pronoun.lower_ == "it" and not here else set()
    before = () if lands else clues.here(trigger.sentence - 1).parties
    for parties in (here, before):
        names = {party.name for party in parties if party.kind in ARMED}
        if names:
            return names.pop() if len(names) == 1 else None
        names = {party.name for party in parties if party.kind == "generic"}
        if len(names) == 1 and names <= kit.language.frames.bare:
            return names.pop()  # "Insurgents attacked. | They hold the town", and nobody else is told of
    return lands.pop() if len(lands) == 1 else None


def _can_be_others(pronoun: Token, parties: Sequence[Party], kit: Kit) -> bool:
    """Whether others than a party can be meant: "taken from the convoys before | they entered".

    So it is where other armed people act: "government troops fought M23 near Goma, where | they took two villages".
    """
    before, armed = pronoun.doc[: pronoun.i], kit.language.frames.bare | kit.language.frames.forces
    if not parties:
        return any(word.tag_ == "NNS" and word.dep_ in _TOLD_OF for word in before)
    acting = [word for word in before if word.dep_ == "nsubj" and word.tag_ == "NNS" and word.lower_ in armed]
    named = [one for one in parties if one.kind in ARMED]
    return bool(named) and any(not any(holds(one, word) for one in named) for word in acting)


def _lands(clues: Clues, trigger: Trigger, pronoun: Token) -> set[str]:
    """The countries that act before "it" in its sentence: "| Turkey's withdrawal from the land it holds"."""
    before = [one for one in clues.here(trigger.sentence).places if one.last <= pronoun.i]
    words = [(one, pronoun.doc[one.last - 1]) for one in before if one.place.precision == "country"]
    return {one.place.text for one, word in words if word.dep_ in {"nsubj", "poss"}}


def _band(pronoun: Token, parties: Sequence[Party], kit: Kit) -> Token | None:
    """The nearest subject before "it" that is a band without a name: "the | group is losing the land that it held"."""
    frames = kit.language.frames
    subjects = [word for word in pronoun.doc[: pronoun.i] if word.dep_ == "nsubj" and word.tag_ not in _MANY]
    last = next(
        (word for word in reversed(subjects) if word.tag_ in _NOUNS or any(holds(p, word) for p in parties)), None
    )
    named = last is None or any(holds(party, last) for party in parties)
    return None if named or last is None or last.lower_ not in frames.fighters else last
