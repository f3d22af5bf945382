"""What a place does in its own sentence, whatever the act: something is put there, moved there, said there."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from crosswire.codebook.places import Places
from crosswire.read.clues import PlaceMention, Sentence
from crosswire.read.tokens import Token
from crosswire.read.whereabouts.lying import COARSE, NOUNS, PHRASE, breaks, enclosed
from crosswire.records import Place

LOCATING = frozenset("in at on near around outside inside over across within against into".split())
_JOINED = NOUNS | {"IN", "CC"}
_OBJECTS = frozenset(["dobj", "pobj", "conj", "appos", "nsubjpass", "dative"])
_BROUGHT = 6  # tokens before a place in which somebody is brought there
_TO = frozenset(["to", "toward", "towards"])
_FROM = frozenset(["from"])
_LYING = frozenset(["in", "at"])
_IN_HOSPITAL = frozenset([("in", "hospital"), ("in", "hospitals")])
_COMES = "something comes from there"
_GOES = "something goes there"
_TOLD = frozenset(["ccomp", "parataxis", "advcl", "conj", "dobj"])  # below a word of saying: what is said
_SCENE = 5  # tokens before a name with which a sentence sets its scene
_OFFICE = 3  # tokens before "of" in which an office stands: "the police | chief"
_UP = 8  # words above a name among which the one who speaks there is sought


def standing(
    sentence: Sentence,
    mention: PlaceMention,
    beside: Sequence[PlaceMention],
    words: Places,
    cues: AbstractSet[int],
) -> Iterator[str]:
    """The reasons, by name, for or against putting any act at the place; somebody speaks by `cues`."""
    carried = _carried(sentence, mention, words.forms("carried"))
    come, deeds = _come(sentence, mention, words), words.forms("deed")
    put = carried or come or is_put(sentence, mention, words)
    if put or _done(sentence, mention, deeds) in deeds:
        yield "the words put something there"
    aside = {_COMES} if carried else {_GOES} if come else set[str]()
    yield from (name for name in _moved(sentence, mention, words) if name not in aside)
    if _opens(sentence, mention):
        yield "the sentence opens with it"
    elif _lives(sentence, mention, words.forms("dweller")) or _attests(sentence, mention, words, cues):
        yield "those who tell live there"
    elif _answers(sentence, mention, words.forms("authority")) and _spoken(sentence, mention, cues):
        yield "those who answer for the place tell of it"
    elif _spoken(sentence, mention, cues) or _calls(sentence, mention, words.forms("calling")):
        yield "somebody speaks there"
    if any(True for _ in enclosed(sentence, mention, beside, words)):
        yield "it tells where a closer place lies"
    yield from _kind(mention.place)


def _moved(sentence: Sentence, mention: PlaceMention, words: Places) -> Iterator[str]:
    """What is done to the place, and who goes there, comes from there or stands there."""
    whither, done = led(sentence, mention), _done(sentence, mention, words.forms("deed"))
    brought = _brought(sentence, mention, words.forms("brings")) or _treated(sentence, mention, words.forms("treats"))
    if not done and _heals(sentence, mention, words):
        yield from ["somebody is brought there", "it is a hospital, at which nothing is done to anybody"]
    elif brought:
        yield "somebody is brought there"
    elif whither in _TO or done in words.forms("goes"):
        yield _GOES
    elif done in words.forms("done"):
        yield "it is what is struck or taken"
    if whither in _FROM:
        yield _COMES
    if _posted(sentence, mention, words.forms("posted")):
        yield "those who act are there"


def _come(sentence: Sentence, mention: PlaceMention, words: Places) -> bool:
    """Whether armed men come to the place: "gunmen returned to | X", "about 80 troops entered | X"."""
    if mention.place.precision in COARSE:
        return False
    to = next((token for token in _back(sentence, mention) if token.lower_ in _TO or breaks(token)), None)
    verb = None if to is None else to.head if to.lower_ in _TO else to
    if verb is None or verb.lower_ not in words.forms("comes"):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in words.forms("armed") for child in verb.lefts)


def is_put(sentence: Sentence, mention: PlaceMention, words: Places) -> bool:
    """Whether the words put something at the place: "in X", "near the held town of X", "shelled X", "X, where".

    What is said by people of a place ("a family in | X said") is not thereby put there, but fighting is ("battles in
    | X have sent thousands fleeing").
    """
    if "where" in [token.lower_ for token in sentence.tokens[mention.last : mention.last + 2]]:
        return True
    last = sentence.tokens[mention.last - 1]
    begun = False  # a phrase of its own begins: "in the past day, | a Kyiv spokesman said"
    for token in _back(sentence, mention):
        if begun and token.text == ",":
            return False
        begun = token.lower_ in {"a", "an"}
        if token.lower_ == "of" or (token.tag_ == "CC" and last.dep_ == "conj"):
            continue
        if token.lower_ in LOCATING:
            if _of_number(sentence.tokens[token.i + 1]):
                return False
            speaks = token.head.dep_ == "nsubj" and token.head.head.lower_ in words.forms("act")
            return not speaks or token.head.lower_ in words.forms("battle")
        if token.tag_ not in NOUNS:
            return token.tag_.startswith("VB") and last.dep_ in _OBJECTS
    return False


def _opens(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a sentence sets its scene there: "In | Homs, a medic said that …"."""
    tokens = sentence.tokens
    before = tokens[: mention.first]
    phrase = all(word.tag_ in NOUNS or word.lower_ == "of" for word in before[1:])
    return 0 < len(before) <= _SCENE and before[0].lower_ in LOCATING and phrase


def _lives(sentence: Sentence, mention: PlaceMention, dwellers: AbstractSet[str]) -> bool:
    """Whether somebody is at home there: "a resident of | Homs said"."""
    before = sentence.tokens[max(0, mention.first - 2) : mention.first]
    return len(before) > 1 and before[-1].lower_ in {"of", "in"} and before[0].lower_ in dwellers


def _attests(sentence: Sentence, mention: PlaceMention, words: Places, cues: AbstractSet[int]) -> bool:
    """Whether those who speak saw it there: "a doctor in | Homs said", "families who made it out of | Homs told"."""
    token = sentence.tokens[mention.last - 1]
    for _ in range(_UP):
        if token.head.i == token.i:
            return False
        fled = token.dep_ == "relcl" and token.lower_ in words.forms("leaving") | words.forms("staying")
        token = token.head
        speaks = token.dep_ == "nsubj" and token.head.i in cues
        if speaks and (fled or token.lower_ in words.forms("witness")):
            return True
    return False


def _answers(sentence: Sentence, mention: PlaceMention, authority: AbstractSet[str]) -> bool:
    """Whether somebody holds an office there: "the police chief of the town of | X said"."""
    of = [token for token in _back(sentence, mention) if token.lower_ == "of"]
    return any(
        word.lower_ in authority for token in of for word in sentence.tokens[max(0, token.i - _OFFICE) : token.i]
    )


def runs_on(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a new phrase begins right behind the name, its comma lost: "in | Raqqa | a monitor said"."""
    return any(token.tag_ == "DT" for token in sentence.tokens[mention.last : mention.last + 1])


def _done(sentence: Sentence, mention: PlaceMention, deeds: AbstractSet[str]) -> str:
    """What is done to the place: "| shelled X", "the | attack on the town of X", "X was | hit"."""
    token = sentence.tokens[mention.last - 1]
    for _ in range(_UP):
        named = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.dep_ == "prep"
        if token.dep_ in {"conj", "appos"} or (named and token.head.head.tag_.startswith("NN")):
            token = token.head.head if named else token.head
        else:
            break
        if named and token.lower_ in deeds:
            return token.lower_
    if token.dep_ in {"dobj", "nsubjpass"}:
        return token.head.lower_
    on = token.dep_ == "pobj" and token.head.lower_ in {"on", "against"}
    return token.head.head.lower_ if on else ""


def _posted(sentence: Sentence, mention: PlaceMention, posted: AbstractSet[str]) -> bool:
    """Whether forces only stand there: "troops stationed in | Homs shelled …"."""
    at = next((token for token in _back(sentence, mention) if token.lower_ in LOCATING), None)
    return at is not None and at.i > 0 and sentence.tokens[at.i - 1].lower_ in posted


def _of_number(token: Token) -> bool:
    """Whether the word before it belongs to a number: "at | least 10 US marines", "over | 300 Homs residents"."""
    return token.tag_ == "CD" or token.lower_ in {"least", "most"}


def _back(sentence: Sentence, mention: PlaceMention) -> Sequence[Token]:
    return sentence.tokens[max(0, mention.first - PHRASE + 1) : mention.first][::-1]


def _carried(sentence: Sentence, mention: PlaceMention, taking: AbstractSet[str]) -> bool:
    """Whether people were taken from the place: "kidnapped nine girls | from | X"."""
    out = next((token for token in _back(sentence, mention) if token.lower_ in _FROM), None)
    before = sentence.tokens[max(0, out.i - _UP) : out.i] if out is not None else ()
    return any(token.lower_ in taking for token in before)


def led(sentence: Sentence, mention: PlaceMention) -> str:
    """The preposition that leads to the name: "fled | to | the border town of X"."""
    for token in _back(sentence, mention):
        if token.tag_ in {"IN", "TO"} and token.lower_ != "of":
            return token.lower_
        if breaks(token):
            return ""
    return ""


def _brought(sentence: Sentence, mention: PlaceMention, brings: AbstractSet[str]) -> bool:
    """Whether somebody is brought to the place: "flown to | Homs", "taken to a hospital in | Homs"."""
    to = next((token for token in _back(sentence, mention) if token.lower_ in _TO), None)
    if to is None or any(token.tag_ not in _JOINED for token in sentence.tokens[to.i + 1 : mention.first]):
        return False
    return any(token.lower_ in brings for token in sentence.tokens[max(0, to.i - _BROUGHT) : to.i])


def _treated(sentence: Sentence, mention: PlaceMention, treats: AbstractSet[str]) -> bool:
    """Whether somebody lies in hospital there: "treated at a clinic in | Homs", "nine are in hospital in | Homs"."""
    at = next((token for token in _back(sentence, mention) if token.lower_ in _LYING), None)
    if at is None or any(breaks(token) for token in sentence.tokens[at.i + 1 : mention.first]):
        return False
    before = sentence.tokens.lowers[max(0, at.i - _BROUGHT) : at.i]
    return before[-2:] in _IN_HOSPITAL or not treats.isdisjoint(before)


def _heals(sentence: Sentence, mention: PlaceMention, words: Places) -> bool:
    """Whether the place is a hospital at which nothing was done to anybody: "died at | Tesk Hospital"."""
    named = sentence.tokens.lowers[mention.first : mention.last + 1]
    if words.forms("clinic").isdisjoint(named) or "where" in sentence.tokens.lowers[mention.last : mention.last + 2]:
        return False
    at = next((token for token in _back(sentence, mention) if token.lower_ in LOCATING), None)
    if at is None:
        return words.forms("done").isdisjoint(sentence.tokens.lowers[max(0, mention.first - 2) : mention.first])
    fronted = at.i == 0 and mention.last < len(sentence.tokens) and sentence.tokens[at.i].head.i == at.i
    verbs = sentence.tokens.lowers if fronted else [at.head.lower_, at.head.head.lower_]
    return words.forms("violent").isdisjoint(verbs)


def _calls(sentence: Sentence, mention: PlaceMention, calling: AbstractSet[str]) -> bool:
    """Whether somebody only calls from there: "a driver, speaking from | Homs"."""
    before = sentence.tokens.lowers[max(0, mention.first - 2) : mention.first]
    return len(before) > 1 and before[1] in _FROM | {"in"} and before[0] in calling


def _spoken(sentence: Sentence, mention: PlaceMention, cues: AbstractSet[int]) -> bool:
    """Whether somebody speaks there: "said | in Geneva", "a mayor in | Goma said", "according to people in | Paris"."""
    if runs_on(sentence, mention):
        return False
    token = sentence.tokens[mention.last - 1]
    for _ in range(_UP):
        if token.head.i == token.i or token.dep_ in _TOLD:
            return False
        if token.head.i in cues:
            return not told_before(token)
        token = token.head
    return False


def told_before(token: Token) -> bool:
    """Whether what hangs on a verb of saying belongs to what is said: "died when jets | hit X", "…, refugees said".

    It stands behind the act that is told and before the one who speaks.
    """
    told = [child for child in token.head.children if child.dep_ == "ccomp" and child.i < token.i]
    speakers = [child for child in token.head.children if child.dep_ == "nsubj" and child.i > token.i]
    return bool(told and speakers) and token.i < token.head.i


def _kind(place: Place) -> Iterator[str]:
    if place.precision == "country":
        yield "it is a country"
    elif place.precision in {"district", "exact"}:
        yield "it is a part of a town, or a site"
