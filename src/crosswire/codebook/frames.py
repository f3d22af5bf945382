"""Schema of `languages/*/frames.toml` and `frames/`: which words tell of an act, and where its parties hang."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule
from crosswire.records import Extent, Record

Slot = Literal[
    "object",
    "passive",
    "subject",
    "of",
    "number",
    "complement",
    "to",
    "by",
    "in",
    "from",
    "before",
    "between",
    "behind",
    "apposition",
    "out",
    "within",
    "direct",
    "next",
    "where",
    "ahead",
    "owner",
    "against",
    "receiver",
    "claimed",
    "described",
    "scene",
    "mover",
]


class Frame(Rule):
    """One way of telling of one kind of act.

    Triggers: `verbs` and `nouns` are lemmas (inflected by `text.inflection`), `words` are matched as they stand,
    `phrases` are runs of words whose bracketed word is the trigger ("[take*] the lives|life of"): `|` parts words of
    which one stands there, `*` ends a verb in any of its forms, `~` is a place for the words that describe a noun, or
    for none ("[take*] ~ control of": took full military control of). `needs` are nouns of which one must be the
    object ("claim" needs "lives"). `victim`, `agent` and `place` say where the one who suffers (and his number), the
    one who acts and the place hang on the trigger:

    object      what the active verb acts on              killed | 12 soldiers
    passive     whom the participle is about              12 soldiers were | killed; 12 soldiers | killed in …
    subject     who does or undergoes it                  12 soldiers | died
    of          behind "of"                               the killing | of 12 soldiers
    number      a number right before the noun            12 | deaths
    complement  what something is left as                 left 12 soldiers | dead
    to          behind one of `leads`                     the toll rose | to 12
    by          behind "by"                               were killed | by the militia
    in          behind "in", "on", "at", "near", "into"   clashes | in Hama
    from        behind "from"                             withdrew | from Hama
    before      in the words right before                 rebel | stronghold; rebel | -held
    between     behind "between"                          clashes | between the army and rebels
    behind      right behind the trigger                  killed: | 12
    apposition  the name that the words explain           Saraqib, | a rebel-held town
    out         behind "from", after who is driven        drove the rebels | from Hama
    direct      the verb's very object                    took | Hama (not: took it to Hama)
    next        right behind, without a preposition       rebel held | Idlib
    where       what "where" stands for                   Hama, where the army is | losing ground
    ahead       where the verb's own clause opens         In Hama, the army | repelled an attack
    owner       whose ground it is                        Hama's rebel | -held districts
    against     where what is repelled was aimed at       repelled | an attack in Hama; an attack on Hama was repelled
    receiver    to whom something falls                   the fall of Hama | to the rebels
    claimed     who claims it as a deed (`boasts`)        Russia | claimed the capture of
    described   the name that describes the noun          the Homs | bombing
    within      what the ground held lies in              areas | held by rebels in Hama
    scene       where it was that others just acted       rebels seized Hama after the army | fled
    mover       who goes there, whatever the verb         40 families waded | across the river

    `things` frames count things, not people; a `partitive` frame counts some of those told of before ("among the
    dead"), the noun of a `named` one is itself who they are ("12 | refugees"); where a frame `ends`, its clause ends or
    a preposition follows; an `armed` frame tells of ground only where its holders bear arms; what a `given`
    frame tells is known already, whatever is said of it; a `whom` frame tells of its victims without a number too;
    `counts` limits who can be counted to populations of those names.
    """

    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    victim: tuple[Slot, ...] = ()
    agent: tuple[Slot, ...] = ()
    place: tuple[Slot, ...] = ()
    things: bool = False
    partitive: bool = False
    named: bool = False
    weak: bool = False
    counts: tuple[str, ...] = ()
    boasts: tuple[str, ...] = ()
    ends: bool = False
    armed: bool = False
    given: bool = False
    whom: bool = False


Land = Literal[
    "measures", "halves", "bastions", "countries", "others", "where", "beside", "assaults", "posts", "soils", "camps"
]


class Family(Record):
    """The frames of one file."""

    frame: tuple[Frame, ...]


class Frames(Record):
    """All frames, and the words that tie figures together.

    `occurrences` are what happens once, `fatal` what else somebody dies of who was attacked, `several` more than
    one of them, an `onslaught` is what one side does to the other and no act by itself; behind a comma `sequels`
    lead to other numbers; two days behind `nights` are one night. Whom a verb of `savers` stands before came to no
    harm; a bare number before one of `manners` is a part. Behind `turns` others are told of; `tallies` are nouns
    for a count, which verbs of `raising` lead to a new number, which those of `putting` give, and of which `sums`
    may count anything; for those just counted verbs of `giving` tell a higher or lower number and those of
    `claiming` a bare one, as does a count that is `real`, and words of `comparing` hold another time's number
    against it; "its" `losses` are one's own dead; the `kin` of the dead are none of them; words for what was
    `missed` take an act back; what is done to `insides` is not said of those in them. Somebody is killed "in" one of
    `causes`, and others behind `companions` with him; `bare` are armed people without a name, `selves` the pronouns
    with which they tell of themselves, `bands` those whom a group named before can be, `attackers` who has attacked.

    Who does one of `still` goes nowhere. Who did one of `managing` to do something has done it. What hangs on one of
    `failures` was tried and did not come about, on one of `nearly` not yet; what stands behind one of `asking` and
    "for" is only wanted, and what one of `ongoing` is said of is not done. Who tells of what is `aloft` tells of raids
    from the air. `land` sorts some nouns of `grounds`: `measures` are no ground by themselves, `halves` are parts of a
    town, `bastions` are somebody's, `others` tell of another place than the one told of, `where` and `beside` tell
    where it lies, `assaults` are aimed at it, `posts` are held in a town, `camps` are told of again by each other's
    names, `soils` are all the ground of a country. `unarmed` bodies hold no ground by force, and those with a word of
    `offices` before them are no dead, who do nothing but what verbs of `lying` tell; `labels` tell of a band nothing
    new.
    """

    irregular: dict[str, tuple[str, ...]]
    parts: tuple[str, ...]
    partitives: tuple[str, ...]
    manners: frozenset[str]
    joins: tuple[str, ...]
    stops: tuple[str, ...]
    savers: frozenset[str]
    leads: frozenset[str]
    turns: frozenset[str]
    tallies: frozenset[str]
    sums: frozenset[str]
    raising: frozenset[str]
    putting: frozenset[str]
    giving: frozenset[str]
    claiming: frozenset[str]
    real: frozenset[str]
    comparing: tuple[str, ...]
    losses: frozenset[str]
    kin: frozenset[str]
    missed: frozenset[str]
    insides: frozenset[str]
    causes: frozenset[str]
    companions: frozenset[str]
    bare: frozenset[str]
    selves: frozenset[str]
    bands: frozenset[str]
    attackers: frozenset[str]
    grounds: frozenset[str]
    occurrences: frozenset[str]
    fatal: frozenset[str]
    onslaught: Frame
    several: frozenset[str]
    nights: frozenset[str]
    sequels: frozenset[str]
    forces: frozenset[str]
    unarmed: frozenset[str]
    labels: frozenset[str]
    loyal: frozenset[str]
    still: frozenset[str]
    managing: frozenset[str]
    failures: frozenset[str]
    nearly: frozenset[str]
    asking: frozenset[str]
    ongoing: frozenset[str]
    aloft: frozenset[str]
    offices: frozenset[str]
    lying: frozenset[str]
    land: dict[Land, frozenset[str]]
    extents: dict[Extent, tuple[str, ...]]
    exceptions: dict[str, tuple[str, ...]]
    frame: tuple[Frame, ...] = ()

    @property
    def fighters(self) -> frozenset[str]:
        """All common nouns for armed people: `forces` and `bare`."""
        return _fighters(self)

    @property
    def sites(self) -> frozenset[str]:
        """The nouns that are ground by themselves: "town", "ridge", "territory"; not "most", "control"."""
        return _sites(self)


@once
def _fighters(frames: Frames) -> frozenset[str]:
    return frames.forces | frames.bare


@once
def _sites(frames: Frames) -> frozenset[str]:
    return frames.grounds - frames.land["measures"]
