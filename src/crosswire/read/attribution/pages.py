"""What a page spells out, gathered once: its parties, long names and monitors, and whom its sentences are about."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.longforms import proper_names, short_forms
from crosswire.read.attribution.voices import Page
from crosswire.read.attribution.wording import written
from crosswire.read.clues import Party, Sentence
from crosswire.read.tokens import Token, Tokens

_NAME = 4  # words of a person's name at most
_TITLE = 5  # words between a name's comma and his office at most


def page_of(
    sentences: Sequence[Sentence], parties: Iterable[Party], words: Reporting, is_place: Callable[[str], bool]
) -> Page:
    """The names that the page spells out, for resolving short forms; `is_place` tells whether one may be a place's."""
    by_sentence: dict[int, tuple[Party, ...]] = {}
    for party in parties:
        by_sentence[party.sentence] = (*by_sentence.get(party.sentence, ()), party)
    found = {name for sentence in sentences if sentence.parsed for name in proper_names(sentence, words)}
    monitors = [(at, p.name) for at, some in by_sentence.items() for p in some if p.kind == "monitor" and _has_name(p)]
    names = tuple(sorted(found, key=lambda name: (-len(name), name)))
    heads = {s.index: _subjects(s) for s in sentences if s.parsed}
    return Page(
        parties=by_sentence,
        kinds={party.name: party.kind for some in by_sentence.values() for party in some},
        names=names,
        short=short_forms(names, words),
        words=words,
        is_place=is_place,
        called=_called(sentences, by_sentence, words),
        monitors=tuple(monitors),
        subjects={at: who for at, some in heads.items() if (who := _person(some, by_sentence.get(at, ()), words))},
        bodies={at: who for at, some in heads.items() if (who := _acting_body(some, by_sentence.get(at, ())))},
        holders=_holders(sentences, names, words),
        crowds={s.index: who for s in sentences if s.parsed and (who := _crowd(s, words))},
        judges={
            s.index: who
            for s in sentences
            if s.parsed and (who := _judge(s, heads[s.index], by_sentence.get(s.index, ()), words))
        },
    )


def _called(sentences: Sequence[Sentence], parties: Mapping[int, Sequence[Party]], words: Reporting) -> dict[str, str]:
    """The page's fullest words for each party that it never calls by its name, `the Observatory` before `monitor`."""
    found: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        for party in parties.get(sentence.index, ()):
            officer = words.is_noun(sentence.tokens[party.last - 1].lower_, "role")  # not "UN chief"
            if not officer or party.last == party.first + 1:
                found[party.name].append(written(sentence, party.first, party.last))
    return {name: _fullest(called) for name, called in found.items() if not _among(name, called)}


def _among(name: str, called: Iterable[str]) -> bool:
    """Whether one of the names that are called holds all words of `name`: `SANA news agency` holds `SANA`."""
    mine = set(name.casefold().split())
    return any(mine <= set(words.casefold().split()) for words in called)


def _fullest(called: Sequence[str]) -> str:
    """The first words that hold a name, or later ones that end in them: `Dabbagh`, `Karim Dabbagh`."""
    first = next((words for words in called if not words.islower()), called[0])
    return next((words for words in called if words.endswith(f" {first}")), first)


def _subjects(sentence: Sentence) -> tuple[Token, ...]:
    """The subjects of the sentence's main verb."""
    return tuple(t for t in sentence.tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.head.dep_ == "ROOT")


def _person(subjects: Sequence[Token], parties: Sequence[Party], words: Reporting) -> str | None:
    """The person who is the subject of the sentence's main verb; also one whom only a name of two words shows."""
    persons = (party for party in parties if party.kind == "person")
    found = next((one.name for one in persons if any(one.first <= t.i < one.last for t in subjects)), None)
    return found or next((name for subject in subjects if (name := _named(subject, parties, words))), None)


def _named(subject: Token, parties: Sequence[Party], words: Reporting) -> str:
    """The name of a subject whom nothing makes a body: `| Karim Dabbagh |, 41, lost his brother`."""
    tokens, first = subject.doc, subject.i
    while first > 0 and tokens[first - 1].tag_ == "NNP":
        first -= 1
    name = tokens[first : subject.i + 1]
    bare = subject.tag_ == "NNP" and 1 < len(name) <= _NAME and not (first and tokens[first - 1].tag_ == "DT")
    listed = any(party.first <= subject.i < party.last for party in parties)
    spelt = all(token.text[0].isupper() and not token.text.isupper() for token in name)
    if not bare or listed or not spelt or any(words.is_noun(t.lower_, "body", "time", "mute", "outlet") for t in name):
        return ""
    return tokens.words(first, subject.i + 1)


def _acting_body(subjects: Sequence[Token], parties: Sequence[Party]) -> str | None:
    """The body with a name that is the subject of the sentence's main verb."""
    bodies = (party for party in parties if party.kind not in {"", "generic", "person"})
    return next((one.name for one in bodies if any(one.first <= t.i < one.last for t in subjects)), None)


def _crowd(sentence: Sentence, words: Reporting) -> str | None:
    """The many who are the subject of the sentence's main verb: `Lawmakers from the region | called on the army`."""
    for token in sentence.tokens:
        subject = token.tag_ == "NNS" and token.dep_ == "nsubj" and token.head.dep_ == "ROOT"
        opens = token.i == 0 and token.dep_ == "ROOT" and token.tag_.startswith("NN") and token.lower_.endswith("s")
        if subject or opens:
            phrase = nounphrases.after(sentence.tokens, 0, words) if opens else None
            first, last = phrase or (token.left_edge.i, token.right_edge.i + 1)
            people = words.is_noun(token.lower_, "role", "person", "audience")
            return written(sentence, first, last) if people else None
    return None


def _judge(sentence: Sentence, subjects: Sequence[Token], parties: Sequence[Party], words: Reporting) -> str | None:
    """The body that tells what it thinks, or one that the sentence brings in, as the subject of the main verb.

    `The agency | blamed the rebels`, `A commission of judges | looks into it`.
    """
    acting = [token for token in subjects if token.dep_ == "nsubj"]
    bodies = [party for party in parties if party.kind not in {"", "generic", "person"}]
    for party in bodies:
        if any(party.first <= token.i < party.last and _thinks(token.head, words) for token in acting):
            return party.name
    first, last = (acting[0].left_edge.i, acting[0].i + 1) if acting else (0, 0)
    if acting and acting[0].tag_ in {"NNP", "NNPS"} and last - first > 1 and _thinks(acting[0].head, words):
        return written(sentence, first, last)
    brought_in = first + 1 < last and sentence.tokens[first].lower_ in {"a", "an"}
    return written(sentence, first, last) if brought_in and words.is_noun(acting[0].lower_, "body") else None


def _thinks(verb: Token, words: Reporting) -> bool:
    """Whether a verb or its object tells of a judgement: `blamed the rebels`, `expressed | outrage`."""
    told = (verb, *(child for child in verb.rights if child.dep_ == "dobj"))
    return any(words.is_noun(word.lower_, "attitude", "version") for word in told)


def _holders(sentences: Sequence[Sentence], names: Sequence[str], words: Reporting) -> dict[str, frozenset[str]]:
    """Who is named right behind or before an office: `Governor | Karim Dabbagh`, `Karim Dabbagh, the mayor`."""
    offices = words.nouns_of("sole") | words.nouns_of("spoken")
    found: dict[str, frozenset[str]] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        for at in [i for i, word in enumerate(tokens.lowers) if word in offices] if sentence.parsed else ():
            beside = (_untitled(who, names, words) for who in (_behind(tokens, at), _before(tokens, at)))
            named = {who for who in beside if who}
            office = nominals.office_of(tokens, at, words)
            found[office] = found.get(office, frozenset()) | named
        for letters, who in _shortened(sentence, names, words) if sentence.parsed else ():
            found[letters] = found.get(letters, frozenset()) | {who}
    return found


def _shortened(sentence: Sentence, names: Sequence[str], words: Reporting) -> Iterable[tuple[str, str]]:
    """The letters of each office before a name, with who holds it: `dc` of `Deputy Commissioner | Karim Dabbagh`."""
    tokens = sentence.tokens
    for at, word in enumerate(tokens.lowers):
        if tokens[at].tag_ != "NNP" or not words.is_noun(word, "role"):
            continue
        first, last = at, at + 1
        while first > 0 and tokens[first - 1].tag_ == "NNP":
            first -= 1
        last += 2 * (tokens.lowers[last : last + 1] == ("of",) and tokens[last + 1 : last + 2] != ())
        letters = "".join(token.lower_[0] for token in tokens[first:last] if token.text[:1].isupper())
        if tokens.lowers[last : last + 1] == ("(",):
            last = next((i + 1 for i in range(last, len(tokens)) if tokens[i].text == ")"), last)
        who = _untitled(_behind(tokens, last - 1), names, words)
        if len(letters) > 1 and who:
            yield letters, who


def _untitled(name: str, names: Sequence[str], words: Reporting) -> str:
    """A name that the page has, without the ranks before it: `Lt. Col. | Karim Dabbagh`."""
    parts = name.split()
    while parts and words.is_noun(parts[0].lower().rstrip("."), "rank"):
        parts.pop(0)
    bare = " ".join(parts)
    if name in names or bare in names:
        return bare
    office = next((i for i in range(len(parts) - 1, 0, -1) if words.is_noun(parts[i - 1].lower(), "role")), 0)
    bare = " ".join(parts[office:])  # "Tesk retired Captain | Karim Dabbagh"
    return bare if office and bare in names else ""


def _behind(tokens: Tokens, office: int) -> str:
    """The name behind an office: `Governor | Karim Dabbagh`."""
    last = office + 1
    while last < len(tokens) and (tokens[last].tag_ in {"NNP", "HYPH"} or tokens[last].lower_ == "retired"):
        last += 1
    opens = last > office + 1 and tokens[office + 1].text[:1].isalpha()  # not "Governor | - Region - World"
    return tokens.words(office + 1, last) if opens else ""


def _before(tokens: Tokens, office: int) -> str:
    """The name before an office in apposition: `Karim Dabbagh, | governor of the region`."""
    comma = next((i for i in range(office - 1, max(0, office - _TITLE), -1) if tokens[i].text == ","), 0)
    first = comma
    while first > 0 and tokens[first - 1].tag_ in {"NNP", "HYPH"}:
        first -= 1
    return tokens.words(first, comma) if first < comma else ""


def _has_name(party: Party) -> bool:
    """Whether a party's name is a name, not `monitoring group`."""
    return party.name.isupper() or any(part[:1].isupper() for part in party.name.split()[1:])
