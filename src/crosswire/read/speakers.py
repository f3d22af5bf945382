"""Whose words: names for the sources that cues point at, one form for each speaker within the page.

Handles `Rami Abdel Rahman, head of the X` (person through organisation), `X director Rami Abdel Rahman`, `Rahman` and
`the Observatory` once the long form is known, `SOHR` by its letters, `a statement by X`, `X's report`, `he`, `it`,
`the group`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crosswire.read import nounphrases
from crosswire.read.clues import Party, Sentence
from crosswire.read.longforms import Page, lead, long_form, monitor_near
from crosswire.read.nounphrases import Range

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_BASED = re.compile(r"^(?:[\w.]+\s?-\s?based|[\w.]+ based)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_PRONOUN_REACH = 4  # sentences over which a pronoun still points back at a speaker
_SUBJECT_REACH = 2  # the same for a person who has not spoken
_ROLE_REACH = 40  # the same for "the group", "the monitor"

Kind = Literal["person", "body", "many", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A speaker as named, the organisations he speaks through, and what can point back at him."""

    name: str
    via: tuple[str, ...] = ()
    kind: Kind = ""
    sentence: int = 0


def name(sentence: Sentence, span: Range, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker whom the tokens `span` name; None where they name nobody (an empty `it`, bare footage)."""
    tokens, words = sentence.tokens, page.words
    span = _trim(sentence, span)
    if span[1] <= span[0]:
        return None
    if nounphrases.is_pronoun(tokens, span[1] - 1) and span[1] - span[0] == 1:
        return _point_back(tokens[span[0]].lower_, sentence.index, heard) or _subject_before(sentence, span[0], page)
    top = nounphrases.head(tokens, span, words)
    if words.is_noun(tokens[top].lower_, "utterance", "evidence"):
        return _issuer(sentence, span, top, page, heard)
    if _nameless_monitor(sentence, span, top):
        definite = tokens[span[0]].lower_ in {"the", "this"}
        if monitor := monitor_near(sentence.index, page, definite=definite):
            return Voice(name=monitor, kind="body", sentence=sentence.index)
    if (again := _stand_in(sentence, span, top, page, heard)) is not None:
        return again
    if (person := _person(sentence, span, page)) is not None:
        return person
    return Voice(name=_shown(sentence, span, top, page), kind=_kind(sentence, span, top, page), sentence=sentence.index)


def _nameless_monitor(sentence: Sentence, span: Range, top: int) -> bool:
    """`a monitor`, `a Britain-based monitoring group`, `the war monitor`: where one monitor is named, it is that one."""
    tokens = sentence.tokens
    described = {t.lower_ for t in tokens[span[0] : top + 1]}
    named = any(t.tag_ in {"NNP", "NNPS"} and not _loose(t.lower_) for t in tokens[span[0] : top + 1])
    return not named and (
        tokens[top].lower_ in {"monitor", "watchdog"}
        or ("monitoring" in described and tokens[top].lower_ in {"group", "organisation", "organization", "ngo"})
    )


def _kind(sentence: Sentence, span: Range, top: int, page: Page) -> Kind:
    """What can point back: `he` at a person, `it` at a body, `they` at many."""
    party = _party(sentence, top, page)
    if party is not None and party.kind not in {"", "generic"}:
        return "person" if party.kind == "person" else "body"
    token, words = sentence.tokens[top], page.words
    if words.is_noun(token.lower_, "role", "person"):
        return "many" if token.tag_ in {"NNS", "NNPS"} else "person"
    if words.is_noun(token.lower_, "body") or token.text.isupper() or token.tag_ == "NNPS":
        return "body"
    return "many" if token.tag_ == "NNS" else ""


def _party(sentence: Sentence, at: int, page: Page) -> Party | None:
    return next((p for p in page.parties.get(sentence.index, ()) if p.first <= at < p.last and p.name), None)


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
    text = re.sub(r"\s*[(\[].*?[)\]]|[(\[].*$", "", text).strip(' ,"“”')
    return _POSSESSIVE.sub("", _BASED.sub("", _ARTICLE.sub("", text))).strip()


def _shown(sentence: Sentence, span: Range, top: int, page: Page) -> str:
    """The party's name if a party holds the head; else the page's long form; else the words as written."""
    if (party := _party(sentence, top, page)) is not None:
        return party.name
    comma = next((i for i in range(span[0] + 1, span[1]) if sentence.tokens[i].text == ","), span[1])
    return long_form(_words(sentence, span[0], comma), page)


def _point_back(pronoun: str, sentence: int, heard: Sequence[Voice]) -> Voice | None:
    near = [voice for voice in heard if sentence - voice.sentence <= _PRONOUN_REACH]
    if pronoun in {"he", "she"}:
        fitting = [voice for voice in near if voice.kind == "person"] or [voice for voice in near if not voice.kind]
    elif pronoun == "it":
        fitting = [voice for voice in near if voice.kind == "body"] or [voice for voice in near if not voice.kind]
    elif pronoun == "they":
        fitting = [voice for voice in near if voice.kind in {"many", "body"}] or near
    else:
        fitting = []
    return fitting[-1] if fitting else None


def _subject_before(sentence: Sentence, at: int, page: Page) -> Voice | None:
    """The person who is the subject just before `he` or `she`, where nobody has spoken."""
    if sentence.tokens[at].lower_ not in {"he", "she"}:
        return None
    reach = range(sentence.index - 1, sentence.index - 1 - _SUBJECT_REACH, -1)
    who = next((page.subjects[index] for index in reach if index in page.subjects), None)
    return Voice(name=who, kind="person", sentence=sentence.index) if who else None


def _stand_in(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """`the group`, `the Britain-based monitor`, `the source`: somebody who spoke before."""
    tokens, noun = sentence.tokens, sentence.tokens[top].lower_
    rest = tokens[span[0] + 1 : top]
    definite = tokens[span[0]].lower_ in {"the", "this", "that"}
    if (
        not definite
        or span[1] != top + 1
        or not page.words.is_noun(noun, "standin")
        or any(t.tag_ in {"NNP", "JJ"} and not _loose(t.lower_) for t in rest)
    ):
        return None
    party = _party(sentence, top, page)
    if (
        party is not None
        and _ARTICLE.sub("", party.name).casefold() != tokens[span[0] + 1 : top + 1].text.casefold()
        and party.kind != "generic"
    ):
        return Voice(name=party.name, kind="person" if party.kind == "person" else "body", sentence=sentence.index)
    near = [voice for voice in heard if sentence.index - voice.sentence <= _ROLE_REACH]
    same = [voice for voice in near if noun in voice.name.casefold().split()]
    if same:
        return same[-1]
    if noun in {"group", "organisation", "organization", "monitor", "watchdog", "ngo", "body"}:
        bodies = [body for voice in near for body in _bodies(voice)]
        return bodies[-1] if bodies else None
    if page.words.is_noun(noun, "role"):
        people = [voice for voice in near if voice.kind == "person"]
        return people[-1] if people else None
    return None


def _bodies(voice: Voice) -> list[Voice]:
    """The body that a voice is or speaks for."""
    if voice.kind == "body":
        return [voice]
    return [Voice(name=via, kind="body", sentence=voice.sentence) for via in voice.via[:1]]


def _loose(word: str) -> bool:
    return word in {"britain", "uk", "london", "british", "syrian", "monitoring", "independent"}


def _issuer(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Who issued a statement or report: `by X`, `X's`, `X statement`; else the last speaker, else the words."""
    tokens = sentence.tokens
    for link in range(top + 1, span[1] - 1):
        if tokens[link].lower_ in {"by", "from"}:
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
    if (
        tokens[span[0]].lower_ in {"the", "this"}
        and heard
        and first == top
        and page.words.is_noun(tokens[top].lower_, "standin")
    ):
        return heard[-1]
    if tokens[span[0]].tag_ == "PRP$":
        return heard[-1] if heard else None
    return Voice(name=_words(sentence, span[0], top + 1), sentence=sentence.index)


def _person(sentence: Sentence, span: Range, page: Page) -> Voice | None:
    """A person's name with the organisation that the page gives for him."""
    tokens, words = sentence.tokens, page.words
    first = span[0] + (tokens[span[0]].tag_ == "DT")
    final = _party(sentence, span[1] - 1, page)
    if final is not None and final.kind == "person" and final.last == span[1] and final.first > first:
        return _voice(sentence, (final.first, final.last), _office_holder(sentence, first, final.first, page), page)
    comma = next((i for i in range(first, span[1]) if tokens[i].text == ","), span[1])
    if comma + 1 < span[1] and tokens[comma + 1].tag_ == "NNP" and _office(sentence, first, comma, page):
        behind = next((i + 1 for i in range(first, comma) if tokens[i].lower_ in {"of", "for", "at", "from"}), comma)
        end = nounphrases.base_end(tokens, comma + 1, words, span[1])
        return _voice(sentence, (comma + 1, end), (behind, comma), page)
    roles = [i for i in range(first, span[1]) if words.is_noun(tokens[i].lower_, "role")]
    before = [
        i
        for i in roles
        if i < comma and i + 1 < comma and all(t.tag_ in {"NNP", "NNPS", "HYPH"} for t in tokens[i + 1 : comma])
    ]
    if before:
        office = before[-1]
        start = next(
            (i for i in range(office, first, -1) if not words.is_noun(tokens[i - 1].lower_, "rank", "role")), first
        )
        return _voice(sentence, (office + 1, comma), (first, start), page)
    later = [
        i
        for i in roles
        if i > first
        and tokens[first].tag_ in {"NNP", "NNPS"}
        and i + 1 < span[1]
        and tokens[i + 1].lower_ in {"of", "for", "at"}
    ]
    if later:
        end = min(comma, later[0])
        while end > first + 1 and words.is_noun(tokens[end - 1].lower_, "rank", "role"):
            end -= 1
        if all(t.tag_ in {"NNP", "NNPS", "HYPH"} for t in tokens[first:end]):
            return _voice(sentence, (first, end), (later[0] + 2, span[1]), page)
    party = _party(sentence, first, page)
    link = next((i for i in range(first + 1, span[1] - 1) if tokens[i].lower_ in {"of", "from", "at"}), first)
    of_the = link - first >= 2 and tokens[link + 1].tag_ == "DT" and all(t.tag_ == "NNP" for t in tokens[first:link])
    if of_the and span[0] == first and not _is_body(sentence, first, link, page):
        return _voice(sentence, (first, link), (link + 1, span[1]), page)
    bare = tokens[first:comma]
    if (
        span[0] == first
        and 1 <= len(bare) <= 5
        and all(t.tag_ in {"NNP", "HYPH"} for t in bare)
        and not _is_body(sentence, first, comma, page)
    ):
        kind: Kind = "" if comma - first == 1 and party is None else "person"
        return Voice(name=_shown(sentence, (first, comma), comma - 1, page), kind=kind, sentence=sentence.index)
    return None


def _office_holder(sentence: Sentence, first: int, last: int, page: Page) -> Range:
    """The organisation in the words before a name: `director of | Hama Hospital`, `Observatory | director`."""
    tokens, words = sentence.tokens, page.words
    while last > first and (
        words.is_noun(tokens[last - 1].lower_.rstrip("."), "rank", "role") or tokens[last - 1].text == ","
    ):
        last -= 1
    behind = next((i + 1 for i in range(first, last) if tokens[i].lower_ in {"of", "for", "at", "from"}), first)
    owner = next((i for i in range(first, last) if tokens[i].tag_ == "POS"), last)
    return (behind, last) if behind > first else (first, owner)


def _office(sentence: Sentence, first: int, last: int, page: Page) -> bool:
    """Whether the words name an office: `a resident`, `a spokesman for the army`."""
    return page.words.is_noun(
        sentence.tokens[nounphrases.head(sentence.tokens, (first, last), page.words)].lower_, "role"
    )


def _is_body(sentence: Sentence, first: int, last: int, page: Page) -> bool:
    """Whether a run of proper nouns names an organisation, a state or an acronym."""
    kinds = {party.kind for party in page.parties.get(sentence.index, ()) if party.first < last and party.last > first}
    if kinds:
        return "person" not in kinds
    text = _words(sentence, first, last)
    long = long_form(text, page).split()
    body = any(page.words.is_noun(part.casefold(), "body") for part in long) or lead(long) < len(long)
    return body or text.isupper()


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
    return Voice(name=person, via=tuple(v for v in via if v), kind="person", sentence=sentence.index)
