"""Whom a number counts: the noun behind it, its label and its side."""

from crosswire.read.figures.lexicon import Lexicon
from crosswire.read.figures.marks import past_mark, unmarked
from crosswire.read.figures.numerals import Number, single
from crosswire.read.figures.phrases import in_phrase, paired, past_partitive
from crosswire.read.tokens import Tokens
from crosswire.read.voice import AUXILIARIES

_AGE = 5  # tokens of "13-year-old"
_AFTER_HEAP = frozenset(["of", "more", "other", "others"])  # what leads from "dozens" to its noun
_ENDING = frozenset([".", ",", "IN", "CC", ":", "NNP"])  # what stands behind an object
_TRANSITIVE = frozenset(["VBD", "VBG", "VBN", "VBZ"])
_THEM = frozenset(["them", "whom"])  # "five of them | schoolgirls"
_PARTIES = frozenset(["nsubj", "nsubjpass", "dobj"])
_UNDERGONE = frozenset(["VBN", "VBD"])
_NTH = 2  # tokens of "a third"
_BEHIND = frozenset(["IN", "TO", "RB", "DT", ".", ",", "PRP$"])  # what stands behind a verb, and before no noun
_NAMING = frozenset(["(", ")", "'s", "’s", "of", "for", "-"])  # inside the name of a body
_REACH = 8  # tokens between a number and its head: "49 | Nusra Front field | commanders"


def head_of(tokens: Tokens, number: Number, last: int, lexicon: Lexicon) -> int | None:
    """The counted noun: the first noun of the population lexicon behind the number, else the end of the noun phrase."""
    end, known, noun = _furthest(tokens, last, lexicon), None, None
    last = past_mark(tokens, number.first, last)
    if number.word in lexicon.heaps and tokens[last : last + 1] and tokens[last].lower_ not in _AFTER_HEAP:
        return None  # "dozens | opposition activists said": the activists speak
    if _is_next_in_turn(tokens, number):
        return None
    ends = lexicon.ends  # "35 Dead | Dozens Wounded", "32 | Most School Pupils"
    start, partitive = past_partitive(tokens, number, last, lexicon)
    for at in unmarked(tokens, start, end):
        token = tokens[at]
        if _counts(tokens, at, end, number, lexicon):
            known = at
            plural = token.tag_ == "NNS" and not (
                number.value == 1 and token.dep_ == "compound"
            )  # "one cattle | herder"
            closes = plural or at + 1 >= end or tokens[at + 1].lower_ not in lexicon.nouns
            if closes:
                return _of_another(tokens, known, end, lexicon)
        elif known is not None:
            return known
        elif token.tag_ in {"NN", "NNS", "NNP", "NNPS"} and token.lower_ not in ends:
            noun = at
        elif token.lower_ in ends or not (in_phrase(tokens, at, noun, lexicon) or paired(tokens, at, noun, lexicon)):
            break
    if known is not None or partitive:
        return known
    return _unlisted(tokens, number, last, noun, lexicon)


def _is_next_in_turn(tokens: Tokens, number: Number) -> bool:
    """Whether it is the next of those told of, and a verb follows: "two died there and | a third | succumbed to"."""
    nth = number.article and number.last == number.first + _NTH and tokens[number.first].tag_ == "DT"
    behind = tokens[number.last : number.last + 2]
    led = number.first > 0 and tokens[number.first - 1].tag_ in {"CC", ",", ":"}
    return nth and led and len(behind) > 1 and behind[0].tag_ in _UNDERGONE and behind[1].tag_ in _BEHIND


def befell(tokens: Tokens, first: int, last: int | None, lexicon: Lexicon) -> bool:
    """Whether between a number and its noun stands what befell them: "home to 12,000 | displaced | people"."""
    return last is not None and any(word.lower_ in lexicon.numbers.told for word in tokens[first:last])


def _furthest(tokens: Tokens, last: int, lexicon: Lexicon) -> int:
    """Where the noun of a number must have come; "others" behind what befell them are others: "2 dead | others"."""
    end = min(len(tokens), max(last + _REACH, _past_name(tokens, last) + 1))
    others = (
        at for at in range(last, end) if tokens[at].lower_ in lexicon.numbers.more and befell(tokens, last, at, lexicon)
    )
    return next(others, end)


def _past_name(tokens: Tokens, at: int) -> int:
    """Where a name ends that begins at a token, with its short one: "40 | Karan Valley People's Front (KVPF) | men"."""
    while at < len(tokens) and (tokens[at].text[0].isupper() or tokens[at].text in _NAMING):
        at += 1
    return at


def _counts(tokens: Tokens, at: int, end: int, number: Number, lexicon: Lexicon) -> bool:
    """Whether the word is a noun of the lexicon in the form that the number asks for."""
    token = tokens[at]
    verb = token.tag_ in {"VBD", "VBZ", "VBP"}
    return (
        token.lower_ in lexicon.nouns
        and not (verb and tokens[at - 1].lower_ not in _THEM)
        and (number.value == 1 or not lexicon.nouns[token.lower_][2] or _misspelled(tokens, at))
        and not _describes(tokens, at, end, lexicon)
    )


def _unlisted(tokens: Tokens, number: Number, last: int, noun: int | None, lexicon: Lexicon) -> int | None:
    """The noun, not of the lexicon, that the number agrees with: "five | Algerians"; "a lot of | pressure"."""
    if noun is None:
        return None
    if tokens[last].lower_ in lexicon.numbers.more:
        near = noun == last + 1 or (
            noun == last + 2 and tokens[last + 1].tag_ == "NN" and tokens[last + 1].lower_ in lexicon.nouns
        )
        return noun if near and tokens[noun].tag_ == "NNS" else None  # "six other | ranks", "six other clerk | deaths"
    mass = number.word is not None and tokens[last].lower_ == "of" and tokens[noun].tag_ == "NN"
    return noun if mass or number.value == 1 or tokens[noun].tag_ in {"NNS", "NNPS"} else None


def _misspelled(tokens: Tokens, at: int) -> bool:
    """Whether a singular closes the phrase of a number: "80 | terrorist | killed", where an "s" is lost."""
    return at + 1 < len(tokens) and (tokens[at + 1].tag_ in {"VBN", "VBD"} or tokens[at + 1].lower_.endswith("ed"))


def _describes(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a noun is only an adjective: "a | Syrian | gas field", "a | national | radio"; not "three Syrians"."""
    if _of_origin(tokens, at, end, lexicon):
        return True
    paired = [token.tag_ for token in tokens[at + 1 : at + 4]] == ["CC", "JJ", "NNS"]  # "Orlan | and Vellan nuns"
    behind = tokens[at + 2 : at + 3] if paired else tokens[at + 1 : min(at + 2, end)]
    narrow = lexicon.nouns[tokens[at].lower_][1].narrow  # "a | female | baker" is a woman
    named = tokens[at].text[0].isupper()
    led = behind[:1] != () and behind[0].tag_ in (
        {"NN", "NNS", "NNP", "NNPS"} if named and not paired else {"NN", "NNS", "JJ"}
    )
    return (tokens[at].tag_ == "JJ" and (named or not narrow) and led) or (
        named and _in_a_name(tokens, at, end, lexicon)
    )


def _in_a_name(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name goes on that is of no people: "a Tessan | National | Front rebel", "| People |'s Front men"."""
    behind = tokens[at + 1 : end]
    owner = bool(behind) and behind[0].tag_ == "POS"
    name = behind[owner : owner + 1]
    return not _misspelled(tokens, at) and any(
        token.text[0].isupper() and (owner or token.tag_ == "NNP") and token.lower_ not in lexicon.nouns
        for token in name
    )


def _of_origin(tokens: Tokens, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether it tells the origin or faith of people told of behind: "a Sunni | Muslim | tribal leader"."""
    head = tokens[at].head
    if tokens[at].dep_ not in {"amod", "nmod", "compound"} or not at < head.i < end or not tokens[at].text[0].isupper():
        return False
    while head.dep_ in {"amod", "nmod", "compound"} and at < head.head.i < end:
        head = head.head
    known = lexicon.nouns.get(head.lower_)
    between = {token.tag_ for token in tokens[at + 1 : head.i]}
    people = known is not None and not known[1].things and not known[1].proper and head.tag_ in {"NN", "NNS"}
    return people and between <= {"JJ", "NNP", "NN", "HYPH"}


def _of_another(tokens: Tokens, known: int, end: int, lexicon: Lexicon) -> int:
    """The noun, or the plural behind it that it describes: "family | dogs", "Taliban | security guards"."""
    behind = known + 1
    describes = lexicon.nouns[tokens[known].lower_][2] or tokens[known].tag_ in {"NN", "NNP"}
    if describes and behind + 1 < end and tokens[behind].tag_ == "NN" and tokens[behind + 1].tag_ == "NNS":
        return behind + 1 if tokens[behind + 1].lower_ in lexicon.nouns else known
    return behind if describes and behind < end and tokens[behind].tag_ == "NNS" else known


def counted_as(tokens: Tokens, head: int | None, lexicon: Lexicon) -> tuple[str | None, str | None]:
    """The name under which a head is counted, and the side that it implies."""
    if head is None:
        return None, None
    word = tokens[head]
    plural, population, single = lexicon.nouns.get(word.lower_, (word.lower_, None, False))
    titled = tokens.capitals * 2 >= len(tokens)
    proper = word.i > 0 and word.text[0].isupper() and word.tag_ in {"NNP", "NNPS", "JJ"} and not titled
    if proper and single:
        plural = plural.title()  # "one | Israeli"
    if word.lower_ not in lexicon.nouns and word.i > 1 and tokens[word.i - 1].text == "-":
        return tokens.words(word.i - 2, word.i + 1), None  # "hostage-takers"
    if plural == word.lower_ and not titled and (word.tag_ == "NNPS" or (proper and word.lower_ in lexicon.nouns)):
        plural = word.text  # "ten | Palestinians", "a | Lebanese"; not in a headline
    if plural in lexicon.peoples:
        plural = plural.title()  # in a headline too: "Four | Palestinians Killed"
    return plural, population.side if population else None


def is_somebody(tokens: Tokens, number: Number, head: int | None, lexicon: Lexicon) -> bool:
    """Whether an article counts one: "a | child", "| another | was wounded"; not "a first child", "a family"."""
    if head is None:
        return _stands_alone(tokens, number, lexicon)
    if tells_size(tokens, head, lexicon) or _describes_next(tokens, head):
        return False
    noun = lexicon.nouns.get(tokens[head].lower_)
    before = tokens[number.first - 1].lower_ if number.first else ""
    if (tokens[head].lower_ in lexicon.numbers.groups and before == "of") or (
        head == number.last and tokens[head].lower_ in lexicon.numbers.tolls.nouns
    ):
        return False  # "seven of | a family"; "over 40, | a figure that nobody could check"
    if number.last > number.first + 1 and (tokens[head].dep_ not in _PARTIES or (noun and noun[1].things)):
        return False  # "pregnant with | a third | child", "| a second | blast"
    alike = noun is not None and noun[0] == tokens[head].lower_ and tokens[head].text[0].isupper()  # "a | Lebanese"
    return noun is not None and (noun[2] or alike) and tokens[number.last].lower_ not in lexicon.numbers.ordinals


def _describes_next(tokens: Tokens, head: int) -> bool:
    """Whether the noun only describes the next word: "a | rebel-held town", "a | casualty | helpline"."""
    if head + 1 >= len(tokens):
        return False
    described = tokens[head].dep_ in {"compound", "amod", "nmod"} and tokens[head].head is tokens[head + 1]
    return described or tokens[head + 1].text == "-"


def _stands_alone(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Whether it is one more of those told of: "| another | was hurt", "injured | another |", "| a sixth | died"."""
    if tokens[number.first].lower_ in lexicon.numbers.articles and number.last == number.first + 1:
        return False
    behind = tokens[number.last : number.last + 1]
    if not behind or behind[0].tag_ in _ENDING:
        before = tokens[number.first - 1 : number.first] if number.first else ()
        return tokens[number.first].lower_ == "another" and bool(before) and before[0].tag_ in _TRANSITIVE
    return behind[0].lower_ in AUXILIARIES or behind[0].tag_ in _UNDERGONE


def tells_size(tokens: Tokens, head: int, lexicon: Lexicon) -> bool:
    """Whether behind the noun stands how many they are: "a | family of five", "one | crew of two"."""
    behind = [token.lower_ for token in tokens[head + 1 : head + 2]]
    group = tokens[head].lower_ in lexicon.numbers.groups
    return group and behind == ["of"] and single(tokens, head + 2, lexicon) is not None


def aged(tokens: Tokens, first: int, lexicon: Lexicon) -> int | None:
    """The last token of an age that stands for somebody: "a | 13-year-old", "two | 5-year-olds"."""
    words = [token.lower_ for token in tokens[first : first + 5]]
    years = words[:1] != [] and (words[0].isdigit() or tokens[first].tag_ == "CD")
    stands = len(words) == _AGE and years and words[1] == words[3] == "-" and words[4] in lexicon.numbers.forms("old")
    return first + _AGE - 1 if stands else None
