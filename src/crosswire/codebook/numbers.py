"""Schema of `languages/*/numbers.toml`: number words, bounds, vague words, and who can be counted."""

from typing import Literal

from crosswire.codebook.once import once
from crosswire.codebook.rule import Rule, by_kind
from crosswire.records import Bound, Record


class Vague(Record):
    """A word for an unknown number. `low` and `high` are a lexical reading for arithmetic, never shown.

    A `share` is one of people, and no number without them: of people `named` ("most | of the dead"), or of `them` too
    ("half | of them were pupils"; "most of them pupils" only describes). What is `weak` counts nobody beside words that
    ask or compare ("how | many"), what is `bare` only before "of" or a verb ("a number | of", "a number | were"). The
    `rest` may be one thing ("the rest | was lost").
    """

    low: int
    high: int | None = None
    share: Literal["", "named", "them"] = ""
    weak: bool = False
    bare: bool = False
    rest: bool = False


class Population(Rule):
    """A class of people or things that can be counted, with its nouns as `singular/plural` (or one form for both).

    A third form is the noun under which they are counted: `troop/troops/soldiers`.

    `within` is the class that holds this one (children are civilians are people). `side` is the party that the noun
    itself implies. `things` is true for strikes, vehicles, settlements: countable, but nobody's death.
    `narrow` classes say nothing of those named after them: in "a woman died and 25 others were hurt" the 25 are people.
    `proper` nouns are written with a capital. Who is of an `armed` class bears arms: whoever enters a town with them
    may take it, and who flees with them is not driven from home.
    """

    nouns: tuple[str, ...]
    counted: str = ""
    within: str = ""
    side: str | None = None
    things: bool = False
    narrow: bool = False
    proper: bool = False
    armed: bool = False


class Exclusion(Rule):
    """Why a number beside these words counts nobody.

    `before` and `after` are the neighbouring words, `behind` those behind the counted noun, `heads` the last word of a
    name that the number opens, `called` words with a capital, or in the plural, that make a name of a number behind
    them that counts nothing, `till` those that lead from one day of a month to the number of another.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    till: tuple[str, ...] = ()


class Tolls(Record):
    """Words that bound a number only behind one of `nouns`: "the death toll | passes 5,000"; `moves` change it."""

    nouns: frozenset[str]
    moves: frozenset[str]
    more_than: tuple[str, ...]
    about: tuple[str, ...]


Around = Literal[
    "losing",
    "harm",
    "account",
    "showing",
    "everybody",
    "aboard",
    "they",
    "including",
    "other",
    "parting",
    "dating",
    "year",
    "old",
]


class NumberWords(Rule):
    """Words of one kind around a number. Brackets in `yes` hold a figure, or whom it counts; those in `no` do not.

    Who is `losing` some counts his own ("lost | five"). Before a word of `harm` stands whose it is ("| civilian |
    death toll"). An `account` is somebody's number ("by the army's | count"). What bodies are `showing` they do not
    say. `everybody` who was `aboard` fell with the plane. With words of `including` and `they` some of those told of
    are listed ("they | include a clerk"). An `other` number is a rival's ("a | different figure: 40"). A word of
    `parting` begins what others did. Before the year of another calendar stands a word of `dating` ("since Mehr 1359"),
    before ours one of `year`; nobody is counted there. Who is so many years `old` is one ("a 13-year-| old").
    """

    kind: Around
    forms: frozenset[str]


class Numbers(Record):
    """The grammar of quantities of one language.

    `ages` stand between somebody and an age: "children | under | 10". `letters` are short for a scale right behind the
    digits: "1.2 | m | displaced". `told` are words for all to whom something befell: "two | of the wounded"; `groups`
    are so many: "a family | of five". `mostly` leads to a part: "32, | most | of them pupils". `own` are the words for
    one's own: "nine of | its soldiers". Words of `deemed` say how sure it is who they are: "30 are | believed to be |
    clerks". `now` stand before an age in commas: "Karim, | now | 12,"; `parents` before
    how many somebody has brought up: "a father | of seven". Behind one of `handing` "over" bounds nothing: "handed |
    over 13 bodies", nor "about" behind one of `topics`: "news | about 13 more". One of `nth` is one more: "five died
    and | a sixth | was hurt". Before words of `unquantified` and behind those of `unquantified_after` a weak vague
    word counts nobody: "how | many". What is told of `nobody` befell no one: "| none | was hurt".
    Of what is `untold` nothing is known: "no losses were | given".
    """

    units: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, int]
    fractions: dict[str, int]
    joiners: tuple[str, ...]
    articles: tuple[str, ...]
    ages: frozenset[str]
    gone: frozenset[str]
    more: tuple[str, ...]
    ordinals: tuple[str, ...]
    nth: frozenset[str]
    vague: dict[str, Vague]
    bounds: dict[Bound, tuple[str, ...]]
    bounds_after: dict[Bound, tuple[str, ...]]
    handing: frozenset[str]
    topics: frozenset[str]
    tolls: Tolls
    pronouns: tuple[str, ...]
    deemed: frozenset[str]
    told: frozenset[str]
    groups: frozenset[str]
    unquantified: frozenset[str]
    unquantified_after: frozenset[str]
    nobody: frozenset[str]
    untold: frozenset[str]
    own: frozenset[str]
    now: frozenset[str]
    parents: frozenset[str]
    mostly: frozenset[str]
    between: tuple[str, ...]
    to: tuple[str, ...]
    shares: frozenset[str]
    population: tuple[Population, ...]
    exclusion: tuple[Exclusion, ...]
    words: tuple[NumberWords, ...]

    def forms(self, kind: Around) -> frozenset[str]:
        """All words of one kind, in lower case."""
        return _forms(self).get(kind, frozenset())


@once
def _forms(numbers: Numbers) -> dict[Around, frozenset[str]]:
    return by_kind(numbers.words)


@once
def nouns(numbers: Numbers) -> dict[str, tuple[str, Population, bool]]:
    """Each noun form: the name it counts under, its population, and whether the form is singular only."""
    table = {}
    for population in numbers.population:
        for entry in population.nouns:
            singular, *others = entry.split("/")
            plural, name = others[0] if others else "", entry.rpartition("/")[2]
            shown = population.counted or (name.title() if population.proper else name)
            table[singular] = (shown, population, bool(plural))
            if plural:
                table[plural] = (shown, population, False)
    return table
