"""Whose words: names for the sources that cues point at, one form for each speaker within the page.

Handles `Rami Abdel Rahman, head of the X` (person through organisation), `X director Rami Abdel Rahman`, `Rahman` and
`the Observatory` once the long form is known, `SOHR` by its letters, `a statement by X`, `X's report`, `he`, `it`,
`the group`.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.longforms import (
    ARTICLE,
    Kind,
    Page,
    Voice,
    monitor_near,
    party_at,
    shown,
    since,
    written,
)
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.people import person
from crosswire.read.clues import Sentence

_PRONOUN_REACH = 4  # sentences over which a pronoun still points back at a speaker
_GROUP_REACH = 6  # sentences over which an armed group that has not spoken may be "the group"
_SUBJECT_REACH = 2  # the same for a person who has not spoken
_ROLE_REACH = 12  # the same for "the group", "the monitor"
_LONGEST = 20  # words of a speaker's name; longer ones are headlines
_GROUPS = frozenset({"rebel_group", "militia", "political", "monitor", "ngo", ""})
_ARMED = frozenset({"rebel_group", "militia", "political"})
_PRESS = frozenset({"agency", "media", "monitor"})
_WHERE = frozenset({"in", "of", "near", "at", "on", "around"})
_BARE = frozenset({"group", "organisation", "organization", "body"})  # too bare for a speaker of their own
_TAKEN_UP = {
    "group": _GROUPS,
    "organisation": _GROUPS | {"un_body"},
    "organization": _GROUPS | {"un_body"},
    "body": _GROUPS | {"un_body"},
    "monitor": frozenset({"monitor", ""}),
    "watchdog": frozenset({"monitor", "ngo", ""}),
    "ngo": frozenset({"ngo", "monitor", ""}),
}


def name(sentence: Sentence, span: Range, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker whom the tokens `span` name; None where they name nobody (an empty `it`, bare footage)."""
    tokens, words = sentence.tokens, page.words
    span = _past_place(sentence, _trim(sentence, span), page)
    if span[1] <= span[0]:
        return None
    if nominals.is_pronoun(tokens, span[1] - 1) and span[1] - span[0] == 1:
        who = tokens[span[0]].lower_
        near = _subject_just_before(who, sentence.index, page, heard)
        return near or _point_back(who, sentence.index, heard) or _subject_before(sentence, span[0], page)
    top = nominals.head(tokens, span)
    party = party_at(sentence, top, page)
    titled = party is not None and tokens[top].tag_ in {"NNP", "NNPS"}  # the Sahel Post posts nothing
    if words.is_noun(tokens[top].lower_, "utterance", "evidence") and not titled:
        return _issuer(sentence, span, top, page, heard)
    if _nameless_monitor(sentence, span, top):
        definite = tokens[span[0]].lower_ in {"the", "this"}
        if monitor := monitor_near(sentence.index, page, definite=definite):
            return Voice(name=monitor, kind="body", sentence=sentence.index)
    return _named(sentence, span, top, page, heard)


def _named(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Somebody who has spoken before or is named here, if it can speak at all."""
    tokens = sentence.tokens
    if _points(sentence, span, top, page):
        taken_up = _stand_in(sentence, span, top, page, heard)
        if taken_up is not None or tokens[top].lower_ in _BARE:
            return taken_up
    if not _can_speak(sentence, span, top, page):
        return None
    article = tokens[span[0]].lower_ == "the" and tokens[top].tag_ in {"NNP", "NNPS"}
    kind = _kind(sentence, top, page) or ("body" if article else "")
    voice = person(sentence, span, page) or Voice(
        name=shown(sentence, span, top, page), kind=kind, sentence=sentence.index
    )
    return replace(voice, name=voice.name.lstrip("-– ")) if voice.name[:1] in "-–" else voice


def _can_speak(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """Whether the words can be a speaker: no act, no thing, no clause, no headline."""
    tokens, words = sentence.tokens, page.words
    party = party_at(sentence, top, page)
    counted = tokens[span[0]].tag_ == "CD" and tokens[span[0] + 1].tag_ != "HYPH" and "/" not in tokens[span[0]].text
    headline = counted and tokens[top].tag_ in {"NNP", "NNPS"}
    if party is not None and not headline:
        return party.kind != "person" or not words.is_noun(tokens[top].lower_, "mute")
    if (
        headline
        or tokens[span[0]].lower_ == "no"
        or (words.is_noun(tokens[top].lower_, "mute", "time") and not _branch(sentence, span, top, page))
        or span[1] - span[0] > _LONGEST
    ):
        return False
    return not any(t.tag_ in {"VBZ", "VBP", "MD"} and t.text[:1].islower() for t in tokens[span[0] : top])


def _branch(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """`BBC | Africa`: the service of a body for somewhere."""
    before = party_at(sentence, top - 1, page) if top > span[0] else None
    return before is not None and before.kind == "media" and sentence.tokens[top].tag_ in {"NNP", "NNPS"}


def _nameless_monitor(sentence: Sentence, span: Range, top: int) -> bool:
    """`a monitor`, `a Britain-based monitoring group`, `the war monitor`: one that the page may name elsewhere."""
    tokens = sentence.tokens
    described = {t.lower_ for t in tokens[span[0] : span[1]]}
    named = any(t.tag_ in {"NNP", "NNPS"} and not _loose(t.lower_) for t in tokens[span[0] : top + 1])
    return not named and (
        tokens[top].lower_ in {"monitor", "watchdog"}
        or ("monitoring" in described and tokens[top].lower_ in {"group", "organisation", "organization", "ngo"})
    )


def _kind(sentence: Sentence, top: int, page: Page) -> Kind:
    """What can point back: `he` at a person, `it` at a body, `they` at many."""
    party = party_at(sentence, top, page)
    if party is not None and party.kind not in {"", "generic"}:
        return "person" if party.kind == "person" else "body"
    token, words = sentence.tokens[top], page.words
    if words.is_noun(token.lower_, "role", "person"):
        return "many" if token.tag_ in {"NNS", "NNPS"} else "person"
    if words.is_noun(token.lower_, "body") or token.text.isupper() or token.tag_ == "NNPS":
        return "body"
    return "many" if token.tag_ == "NNS" else ""


def _trim(sentence: Sentence, span: Range) -> Range:
    first, last = span
    while last > first and sentence.tokens[last - 1].tag_ in {",", ":", "''", "``", "."}:
        last -= 1
    while last - first > 1 and sentence.tokens[first].tag_ in {",", ":", "''", "``", "RB", "IN", "CC"}:
        first += 1
    return first, last


def _point_back(pronoun: str, sentence: int, heard: Sequence[Voice]) -> Voice | None:
    near = list(since(heard, sentence - _PRONOUN_REACH))
    if pronoun in {"he", "she"}:
        fitting = [voice for voice in near if voice.kind == "person"] or [voice for voice in near if not voice.kind]
    elif pronoun == "it":
        fitting = [voice for voice in near if voice.kind == "body"] or [voice for voice in near if not voice.kind]
    elif pronoun == "they":
        fitting = [voice for voice in near if voice.kind in {"many", "body"}] or near
    else:
        fitting = []
    return fitting[-1] if fitting else None


def _past_place(sentence: Sentence, span: Range, page: Page) -> Range:
    """The speaker behind a place that runs into him, its comma lost: `three died in Damascus | SANA said`."""
    led = sentence.tokens[span[0] - 1].lower_ in _WHERE if span[0] else False
    for party in page.parties.get(sentence.index, ()) if led else ():
        if span[0] < party.first and party.last == span[1] and party.kind in _PRESS:
            return party.first, span[1]
    return span


def _subject_just_before(pronoun: str, sentence: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """What the sentence before `they` or `it` is about, where nobody has spoken since: many people, or who blames."""
    kinds: dict[str, tuple[Mapping[int, str], Kind]] = {"they": (page.crowds, "many"), "it": (page.judges, "body")}
    if pronoun not in kinds or since(heard, sentence - 1):
        return None
    told, kind = kinds[pronoun]
    who = told.get(sentence - 1)
    return Voice(name=who, kind=kind, sentence=sentence) if who else None


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
    party = party_at(sentence, top, page)
    if (
        party is not None
        and ARTICLE.sub("", party.name).casefold() != tokens.words(span[0] + 1, top + 1).casefold()
        and party.kind != "generic"
    ):
        return Voice(name=party.name, kind="person" if party.kind == "person" else "body", sentence=sentence.index)
    near = since(heard, sentence.index - _ROLE_REACH)
    same = [at for at, voice in enumerate(near) if noun in voice.name.casefold().split()]
    later = near[same[-1] + 1 :] if same and noun in _TAKEN_UP else ()
    if same and not any(voice.kind == "body" and _fits(voice.name, noun, page) for voice in later):
        return near[same[-1]]
    if noun in _TAKEN_UP:
        return _group(noun, sentence, page, [body for voice in near for body in _bodies(voice)])
    if page.words.is_noun(noun, "role"):
        people = [voice for voice in near if voice.kind == "person"]
        return people[-1] if people else None
    return None


def _points(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """Whether the words are a bare noun that points back: `the group`, `the Britain-based monitor`."""
    tokens = sentence.tokens
    return (
        tokens[span[0]].lower_ in {"the", "this", "that"}
        and span[1] == top + 1
        and page.words.is_noun(tokens[top].lower_, "standin")
        and not any(t.tag_ in {"NNP", "JJ"} and not _loose(t.lower_) for t in tokens[span[0] + 1 : top])
    )


def _group(noun: str, sentence: Sentence, page: Page, spoken: Sequence[Voice]) -> Voice | None:
    """The one body that `the group` can be: it has spoken, or is an armed group named before. None if in doubt.

    Whoever spoke in the sentence before, with no armed group beside it, is in no doubt.
    """
    fitting = {body.name for body in spoken if _fits(body.name, noun, page)}
    last = spoken[-1] if spoken else None
    if last and last.name in fitting and sentence.index - last.sentence <= 1 and not _armed(sentence, 1, page):
        return replace(last, sentence=sentence.index)
    if noun == "group":
        fitting |= _armed(sentence, _GROUP_REACH, page)
    fitting = fitting or _told_of(noun, sentence, page)
    if len(fitting) != 1:
        return None
    return Voice(name=next(iter(fitting)), kind="body", sentence=sentence.index)


def _told_of(noun: str, sentence: Sentence, page: Page) -> set[str]:
    """The bodies of the noun's kind that the sentences before name, though none of them has spoken."""
    kinds = _TAKEN_UP[noun] - {""}
    near = range(max(0, sentence.index - _GROUP_REACH), sentence.index)
    found = [party for index in near for party in page.parties.get(index, ())]
    return {party.name for party in found if party.kind in kinds and party.name.split()[-1][:1].isupper()}


def _armed(sentence: Sentence, reach: int, page: Page) -> set[str]:
    """The armed groups that `reach` sentences before, and this one, name: no `Syrian rebels`, who are many."""
    return {
        party.name
        for index in range(max(0, sentence.index - reach), sentence.index + 1)
        for party in page.parties.get(index, ())
        if party.kind in _ARMED and party.name.split()[-1][:1].isupper()
    }


def _fits(name: str, noun: str, page: Page) -> bool:
    """Whether a body is of the kind that `noun` takes up; a body of no known kind must not be an office or medium."""
    kind = page.kinds.get(name, "")
    official = any(page.words.is_noun(part.casefold(), "official") for part in name.split())
    return kind in _TAKEN_UP.get(noun, frozenset()) and not (not kind and official)


def _bodies(voice: Voice) -> list[Voice]:
    """The body that a voice is or speaks for."""
    if voice.kind == "body":
        return [voice]
    return [Voice(name=via, kind="body", sentence=voice.sentence) for via in voice.via[:1]]


def _loose(word: str) -> bool:
    return word in {"britain", "uk", "london", "british", "syrian", "monitoring", "independent", "monitor", "watchdog"}


def _issuer(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Who issued a statement or report: `by X`, `X's`, `X statement`; else the last speaker, else the words."""
    inner = _owner(sentence, span, top, page)
    if inner is not None:
        return name(sentence, inner, page, heard)
    tokens, words = sentence.tokens, page.words
    first = span[0] + (tokens[span[0]].tag_ == "DT")
    tally = words.is_noun(tokens[top].lower_, "tally")
    names = [t.i for t in tokens[first:top] if t.tag_ in {"NNP", "NNPS"}]
    bodies = [t.i for t in tokens[first:top] if words.is_noun(t.lower_, "body") and (names or tally)]
    if names or bodies:
        inner = (first, max(*names, *bodies, first) + 1)
        kind = _kind(sentence, inner[1] - 1, page)
        return Voice(name=shown(sentence, inner, inner[1] - 1, page), kind=kind, sentence=sentence.index)
    taken_up = (
        first == top and tokens[span[0]].lower_ in {"the", "this"} and words.is_noun(tokens[top].lower_, "standin")
    )
    if words.is_noun(tokens[top].lower_, "evidence", "tally"):
        return None
    if (taken_up and heard) or tokens[span[0]].tag_ == "PRP$":
        return heard[-1] if heard else None
    return Voice(name=written(sentence, span[0], top + 1), sentence=sentence.index)


def _owner(sentence: Sentence, span: Range, top: int, page: Page) -> Range | None:
    """The words for the issuer in `a statement by X` and `X's statement`."""
    tokens = sentence.tokens
    for link in range(top + 1, span[1] - 1):
        if tokens[link].lower_ in {"by", "from"} and (inner := nounphrases.after(tokens, link + 1, page.words)):
            return inner
    mark = next((i for i in range(span[0] + 1, top) if tokens[i].tag_ == "POS"), None)
    return None if mark is None else (span[0], mark)
