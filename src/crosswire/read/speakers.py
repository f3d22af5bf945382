"""Whose words: names for the sources that cues point at, one form for each speaker within the page.

Handles `Rami Abdel Rahman, head of the X` (person through organisation), `X director Rami Abdel Rahman`, `Rahman` and
`the Observatory` once the long form is known, `SOHR` by its letters, `a statement by X`, `X's report`, `he`, `it`,
`the group`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosswire.codebook.reporting import Reporting
from crosswire.read import nounphrases
from crosswire.read.clues import Party, Sentence
from crosswire.read.nounphrases import Range

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BASED = re.compile(r"^(?:[\w.]+\s?-\s?based|[\w.]+ based)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SMALL = frozenset({"of", "for", "the", "and", "in", "de", "al", "on", "to"})
_PRONOUN_REACH = 4  # sentences over which a pronoun still points back at a speaker
_ROLE_REACH = 40  # the same for "the group", "the monitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker as named, the organisations he speaks through, and what can point back at him."""

    name: str
    via: tuple[str, ...] = ()
    person: bool = False
    sentence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What naming needs of the whole page: parties by sentence, long names in order of length, acronyms, affiliations."""

    parties: Mapping[int, tuple[Party, ...]]
    names: tuple[str, ...]
    words: Reporting


def page_of(sentences: Sequence[Sentence], parties: Iterable[Party], words: Reporting) -> Page:
    """The names that the page spells out, for resolving short forms."""
    by_sentence: dict[int, tuple[Party, ...]] = {}
    for party in parties:
        by_sentence[party.sentence] = (*by_sentence.get(party.sentence, ()), party)
    found = {name for sentence in sentences if sentence.parsed for name in _proper_names(sentence, words)}
    return Page(parties=by_sentence, names=tuple(sorted(found, key=lambda name: (-len(name), name))), words=words)


def name(sentence: Sentence, span: Range, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker whom the tokens `span` name; None where they name nobody (an empty `it`, bare footage)."""
    tokens, words = sentence.tokens, page.words
    span = _trim(sentence, span)
    if span[1] <= span[0]:
        return None
    if nounphrases.is_pronoun(tokens, span[1] - 1) and span[1] - span[0] == 1:
        return _point_back(tokens[span[0]].lower_, sentence.index, heard)
    top = nounphrases.head(tokens, span, words)
    if words.is_noun(tokens[top].lower_, "utterance", "evidence"):
        return _issuer(sentence, span, top, page, heard)
    if (again := _stand_in(sentence, span, top, page, heard)) is not None:
        return again
    if (person := _person(sentence, span, page)) is not None:
        return person
    return Voice(name=_shown(sentence, span, top, page), person=words.is_noun(tokens[top].lower_, "role"), sentence=sentence.index)


def _trim(sentence: Sentence, span: Range) -> Range:
    first, last = span
    while last > first and sentence.tokens[last - 1].tag_ in {",", ":", "''", "``", "."}:
        last -= 1
    while last - first > 1 and sentence.tokens[first].tag_ in {",", ":", "''", "``", "RB", "IN", "CC"}:
        first += 1
    return first, last


def _words(sentence: Sentence, first: int, last: int) -> str:
    """The words as written, without article, brackets, `X-based` and possessive mark."""
    if last <= first:
        return ""
    text = sentence.tokens[first:last].text
    text = re.sub(r"\s*[(\[].*?[)\]]|[(\[].*$", "", text).strip(" ,\"“”")
    return _POSSESSIVE.sub("", _BASED.sub("", _ARTICLE.sub("", text))).strip()


def _shown(sentence: Sentence, span: Range, top: int, page: Page) -> str:
    """The party's name if a party holds the head; else the page's long form; else the words as written."""
    for party in page.parties.get(sentence.index, ()):
        if party.first <= top < party.last and party.name:
            return party.name
    comma = next((i for i in range(span[0] + 1, span[1]) if sentence.tokens[i].text == ","), span[1])
    return long_form(_words(sentence, span[0], comma), page)


def long_form(short: str, page: Page) -> str:
    """The page's long name for `short`: by last name, by head noun, by initials; `short` itself if there is none."""
    parts = short.split()
    if not parts or len(parts) > 3:
        return short
    for long in page.names:
        whole = long.split()
        if len(parts) == 1 and short.isupper() and len(short) > 1 and _initials(whole) == short:
            return long
        if len(whole) <= len(parts):
            continue
        lead = _lead(whole)
        organisation = lead < len(whole) or page.words.is_noun(whole[lead - 1].casefold(), "body")
        if organisation and [p.casefold() for p in whole[lead - len(parts) : lead]] == [p.casefold() for p in parts]:
            return long
        if not organisation and whole[-len(parts) :] == parts and len(whole) <= 4:
            return long
    return short


def _initials(whole: Sequence[str]) -> str:
    return "".join(part[0] for part in whole if part.casefold() not in _SMALL).upper()


def _lead(whole: Sequence[str]) -> int:
    """How many words stand before the first small word: `Syrian Observatory | for Human Rights`."""
    return next((i for i, part in enumerate(whole) if part in {"of", "for", "on", "to"}), len(whole))


def _proper_names(sentence: Sentence, words: Reporting) -> list[str]:
    """Runs of two or more capitalised nouns, with `of` and `for` inside."""
    tokens, found, i = sentence.tokens, [], 0
    while i < len(tokens):
        last = i
        while last < len(tokens) and _capital(sentence, last, i) and not nounphrases.is_time(tokens, last, words):
            last += 1
        while last > i and tokens[last - 1].lower_ in _SMALL:
            last -= 1
        if last - i >= 2:
            found.extend(_split_roles(tokens[i:last].text.split(), words))
        i = max(last, i + 1)
    return found


def _capital(sentence: Sentence, at: int, first: int) -> bool:
    token = sentence.tokens[at]
    small = token.lower_ in {"of", "for"} and at > first and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].tag_ in {"NNP", "NNPS"}
    return small or token.tag_ in {"NNP", "NNPS"} or (token.text[:1].isupper() and token.tag_ in {"JJ", "NN"} and at > 0) or token.tag_ == "HYPH"


def _split_roles(parts: Sequence[str], words: Reporting) -> list[str]:
    """A run cut at offices: `Observatory director Rami Abdel Rahman` gives the person alone."""
    cut = max((i + 1 for i, part in enumerate(parts) if words.is_noun(part.casefold(), "role", "rank")), default=0)
    tail = parts[cut:] if cut < len(parts) else parts
    return [" ".join(tail)] if len(tail) >= 2 else []


def _point_back(pronoun: str, sentence: int, heard: Sequence[Voice]) -> Voice | None:
    near = [voice for voice in heard if sentence - voice.sentence <= _PRONOUN_REACH]
    if pronoun in {"he", "she"}:
        fitting = [voice for voice in near if voice.person]
    elif pronoun == "it":
        fitting = [voice for voice in near if not voice.person]
    elif pronoun == "they":
        fitting = near
    else:
        fitting = []
    return fitting[-1] if fitting else None


def _stand_in(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """`the group`, `the Britain-based monitor`, `the source`: somebody who spoke before."""
    tokens, noun = sentence.tokens, sentence.tokens[top].lower_
    rest = tokens[span[0] + 1 : top]
    definite = tokens[span[0]].lower_ in {"the", "this", "that"}
    if not definite or span[1] != top + 1 or not page.words.is_noun(noun, "standin") or any(t.tag_ in {"NNP", "JJ"} and not _loose(t.lower_) for t in rest):
        return None
    near = [voice for voice in heard if sentence.index - voice.sentence <= _ROLE_REACH]
    same = [voice for voice in near if noun in voice.name.casefold().split()]
    if same:
        return same[-1]
    if noun in {"group", "organisation", "organization", "monitor", "watchdog", "ngo", "body"}:
        bodies = [voice for voice in near if not voice.person] or [Voice(name=via, sentence=v.sentence) for v in near for via in v.via[:1]]
        return bodies[-1] if bodies else None
    if page.words.is_noun(noun, "role"):
        people = [voice for voice in near if voice.person]
        return people[-1] if people else None
    return None


def _loose(word: str) -> bool:
    return word in {"britain", "uk", "london", "british", "syrian", "monitoring", "independent"}


def _issuer(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Who issued a statement or report: `by X`, `X's`, `X statement`; else the last speaker, else the words."""
    tokens = sentence.tokens
    for link in range(top + 1, span[1] - 1):
        if tokens[link].lower_ in {"by", "from", "of"}:
            inner = nounphrases.after(tokens, link + 1, page.words)
            if inner:
                return name(sentence, inner, page, heard)
    owner = next((i for i in range(span[0], top) if tokens[i].tag_ == "POS"), None)
    if owner is not None and owner > span[0]:
        return name(sentence, (span[0], owner), page, heard)
    first = span[0] + (tokens[span[0]].tag_ == "DT")
    evidence = page.words.is_noun(tokens[top].lower_, "evidence")
    modifiers = [t for t in tokens[first:top] if t.tag_ in {"NNP", "NNPS"}]
    if modifiers:
        inner = (first, modifiers[-1].i + 1)
        return Voice(name=_shown(sentence, inner, inner[1] - 1, page), sentence=sentence.index)
    if evidence:
        return None
    if tokens[span[0]].lower_ in {"the", "its", "this"} and heard and first == top:
        return heard[-1]
    return Voice(name=_words(sentence, span[0], top + 1), sentence=sentence.index)


def _person(sentence: Sentence, span: Range, page: Page) -> Voice | None:
    """A person's name with the organisation that the page gives for him."""
    tokens, words = sentence.tokens, page.words
    first = span[0] + (tokens[span[0]].tag_ == "DT")
    comma = next((i for i in range(first, span[1]) if tokens[i].text == ","), span[1])
    roles = [i for i in range(first, span[1]) if words.is_noun(tokens[i].lower_, "role")]
    before = [i for i in roles if i < comma and i + 1 < comma and all(t.tag_ in {"NNP", "NNPS", "HYPH"} for t in tokens[i + 1 : comma])]
    if before:
        office = before[-1]
        start = next((i for i in range(office, first, -1) if not words.is_noun(tokens[i - 1].lower_, "rank", "role")), first)
        return _voice(sentence, (office + 1, comma), (first, start), page)
    later = [i for i in roles if i > first and tokens[first].tag_ in {"NNP", "NNPS"} and i + 1 < span[1] and tokens[i + 1].lower_ in {"of", "for", "at"}]
    if later:
        end = min(comma, later[0])
        while end > first + 1 and words.is_noun(tokens[end - 1].lower_, "rank", "role"):
            end -= 1
        if all(t.tag_ in {"NNP", "NNPS", "HYPH"} for t in tokens[first:end]):
            return _voice(sentence, (first, end), (later[0] + 2, span[1]), page)
    bare = tokens[first:comma]
    if span[0] == first and 1 <= len(bare) <= 5 and all(t.tag_ in {"NNP", "HYPH"} for t in bare) and not _is_body(sentence, first, comma, page):
        return Voice(name=_shown(sentence, (first, comma), comma - 1, page), person=True, sentence=sentence.index)
    return None


def _is_body(sentence: Sentence, first: int, last: int, page: Page) -> bool:
    """Whether a run of proper nouns names an organisation, a state or an acronym."""
    kinds = {party.kind for party in page.parties.get(sentence.index, ()) if party.first < last and party.last > first}
    if kinds:
        return "person" not in kinds
    text = _words(sentence, first, last)
    long = long_form(text, page).split()
    body = any(page.words.is_noun(part.casefold(), "body") for part in long) or _lead(long) < len(long)
    return body or text.isupper() or (len(long) == 1 and last - first == 1)


def _voice(sentence: Sentence, who: Range, organisation: Range, page: Page) -> Voice:
    person = _shown(sentence, who, who[1] - 1, page)
    via: tuple[str, ...] = ()
    if organisation[1] > organisation[0]:
        found = nounphrases.after(sentence.tokens, organisation[0], page.words, organisation[1])
        span = found or organisation
        proper = any(t.tag_ in {"NNP", "NNPS"} for t in sentence.tokens[span[0] : span[1]])
        known = long_form(_words(sentence, *span), page) != _words(sentence, *span)
        if proper or known:
            via = (_shown(sentence, span, nounphrases.head(sentence.tokens, span, page.words), page),)
    return Voice(name=person, via=tuple(v for v in via if v), person=True, sentence=sentence.index)
