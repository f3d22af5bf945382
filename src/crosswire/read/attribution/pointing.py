"""Speakers named elsewhere: `he`, `it`, `they`, `the group`, `the same source`, `the head of the group`."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from crosswire.read.attribution import nominals
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.voices import Kind, Page, Voice, party_at, since
from crosswire.read.attribution.wording import ARTICLE, known, meant, written
from crosswire.read.clues import Party, Sentence

_PRONOUN_REACH = 4  # sentences over which a pronoun still points back at a speaker
_GROUP_REACH = 6  # sentences over which an armed group that has not spoken may be "the group"
_SUBJECT_REACH = 2  # the same for a person who has not spoken
_ROLE_REACH = 12  # the same for "the group", "the monitor"
_SUBJECT = {"him": "he", "her": "she", "them": "they"}
_ARMED = frozenset({"rebel_group", "militia", "political"})


def spoken_of(sentence: Sentence, at: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker whom the pronoun at token `at` means: who spoke before, or whom the sentence before is about."""
    who = sentence.tokens[at].lower_
    who = _SUBJECT.get(who, who)
    near = _subject_here(sentence, at, page) or _first_half(sentence, at, page)
    near = near or _subject_just_before(who, sentence.index, page, heard)
    return near or _point_back(who, sentence.index, heard) or _subject_before(sentence, at, page)


def _subject_here(sentence: Sentence, at: int, page: Page) -> Voice | None:
    """The body of which a clause in its sentence tells: `Karan shut the border after a raid | in which it says …`."""
    verb = sentence.tokens[at].head
    if sentence.tokens[at].lower_ != "it" or "relcl" not in {verb.dep_, verb.head.dep_}:
        return None
    parties = page.parties.get(sentence.index, ())
    subjects = [t for t in sentence.tokens[:at] if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"]
    bodies = (party for party in parties if party.kind not in {"", "generic", "person"})
    who = next((one.name for one in bodies if any(one.first <= t.i < one.last for t in subjects)), None)
    return known(who, "body", sentence.index, page) if who else None


def _first_half(sentence: Sentence, at: int, page: Page) -> Voice | None:
    """Of whom a sentence tells before its semicolon: `The army command gave no numbers; | it spoke of …`."""
    tokens, words = sentence.tokens, page.words
    if tokens[at - 1].text != ";" or tokens[at].lower_ not in {"it", "he", "she"}:
        return None
    subject = next((t for t in tokens[:at] if t.dep_ == "nsubj" and t.tag_ in {"NN", "NNP"}), None)
    if subject is None:
        return None
    kind: Kind = "body" if tokens[at].lower_ == "it" else "person"
    fits = words.is_noun(subject.lower_, "body") if kind == "body" else words.is_noun(subject.lower_, "role", "person")
    span = subject.left_edge.i, subject.i + 1
    return known(written(sentence, *span), kind, sentence.index, page) if fits else None


def again(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker of old whom a noun takes up: `the same source`, `the head of the group`; None where it names anew."""
    if sentence.tokens.words(*span).casefold().startswith(("the same ", "that same ")) and heard:
        return heard[-1] if page.words.is_noun(sentence.tokens[top].lower_, "standin", "role", "person") else None
    return _holder(sentence, span, top, page) or _heading(sentence, span, top, page, heard)


def _holder(sentence: Sentence, span: Range, top: int, page: Page) -> Voice | None:
    """`the regional governor`: the one person whom the page names with the office, where nothing says whose it is."""
    if span[1] != top + 1 or any(t.tag_ in {"NNP", "NNPS"} for t in sentence.tokens[span[0] : top]):
        return None
    named = page.holders.get(nominals.office_of(sentence.tokens, top, page.words), frozenset())
    found = known(next(iter(named)), "person", sentence.index, page) if len(named) == 1 else None
    return found and meant(found, sentence, span)


def _heading(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """`the head of | the Britain-based group`: its person who spoke, else an office of the body that is meant."""
    tokens, inner = sentence.tokens, (top + 2, span[1])
    led = top + 1 < span[1] and tokens[top + 1].lower_ == "of" and page.words.is_noun(tokens[top].lower_, "role")
    if not led or inner[1] <= inner[0]:
        return None
    low = nominals.head(tokens, inner)
    body = stand_in(sentence, inner, low, page, heard) if points(sentence, inner, low, page) else None
    if body is None or body.kind != "body":
        return None
    person = next((voice for voice in reversed(heard) if voice.kind == "person" and body.name in voice.via), None)
    office = Voice(name=f"{tokens[top].text} of {body.name}", via=(body.name,), kind="person")
    return replace(person or office, sentence=sentence.index)


def _subject_just_before(pronoun: str, sentence: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """What the sentence before `they` or `it` is about, where nobody has spoken since: many people, or who blames."""
    kinds: dict[str, tuple[Mapping[int, str], Kind]] = {"they": (page.crowds, "many"), "it": (page.judges, "body")}
    if pronoun not in kinds or since(heard, sentence - 1):
        return None
    told, kind = kinds[pronoun]
    who = told.get(sentence - 1)
    return known(who, kind, sentence, page) if who else None


def _point_back(pronoun: str, sentence: int, heard: Sequence[Voice]) -> Voice | None:
    near = list(since(heard, sentence - _PRONOUN_REACH))
    if pronoun in {"he", "she"}:
        fitting = [voice for voice in near if voice.kind == "person" or _surname(voice)]
        fitting = fitting or [voice for voice in near if not voice.kind]
    elif pronoun == "it":
        fitting = [voice for voice in near if voice.kind == "body"] or [voice for voice in near if not voice.kind]
    elif pronoun == "they":
        fitting = [voice for voice in near if voice.kind in {"many", "body"}] or near
    else:
        fitting = []
    return fitting[-1] if fitting else None


def _surname(voice: Voice) -> bool:
    """Whether a speaker of no known kind goes by one name, as persons do: `Dabbagh said …. | He added`."""
    return not voice.kind and voice.name.istitle() and " " not in voice.name


def _subject_before(sentence: Sentence, at: int, page: Page) -> Voice | None:
    """The person who is the subject just before `he` or `she`, the body just before `it`, where nobody has spoken."""
    if sentence.tokens[at].lower_ == "it":
        body = page.bodies.get(sentence.index - 1)
        return known(body, "body", sentence.index, page) if body else None
    if sentence.tokens[at].lower_ not in {"he", "she", "him", "her"}:
        return None
    reach = range(sentence.index - 1, sentence.index - 1 - _SUBJECT_REACH, -1)
    who = next((page.subjects[index] for index in reach if index in page.subjects), None)
    return known(who, "person", sentence.index, page) if who and not page.is_place(who) else None


def points(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """Whether the words are a bare noun that points back: `the group`, `the Britain-based monitor`."""
    tokens = sentence.tokens
    return (
        tokens[span[0]].lower_ in {"the", "this", "that"}
        and (span[1] == top + 1 or (tokens[top + 1].lower_ == "with" and bool(page.words.takes_up(tokens[top].lower_))))
        and page.words.is_noun(tokens[top].lower_, "standin")
        and not any(_tells(sentence, at, page) for at in range(span[0] + 1, top))
    )


def _tells(sentence: Sentence, at: int, page: Page) -> bool:
    """Whether a word before a bare noun says whose or which: not `monitoring`, not `Britain-based`."""
    token = sentence.tokens[at]
    seat = next((i for i in range(at + 1, len(sentence.tokens)) if sentence.tokens[i].tag_ != "NNP"), at + 1)
    seated = [word.lower_ for word in sentence.tokens[seat : seat + 2]] in (
        ["-", "based"],
        ["-", "backed"],
        ["-", "aligned"],
        ["-", "allied"],
    )
    return token.tag_ in {"NNP", "JJ"} and not seated and not page.words.is_noun(token.lower_, "loose")


def stand_in(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """`the group`, `the Britain-based monitor`, `the source`: somebody who spoke before."""
    tokens, noun = sentence.tokens, sentence.tokens[top].lower_
    party = party_at(sentence, top, page)
    if (
        party is not None
        and ARTICLE.sub("", party.name).casefold() != tokens.words(span[0] + 1, top + 1).casefold()
        and party.kind != "generic"
    ):
        return known(party.name, "person" if party.kind == "person" else "body", sentence.index, page)
    near = since(heard, sentence.index - _ROLE_REACH)
    same = [at for at, voice in enumerate(near) if noun in voice.name.casefold().split()]
    later = near[same[-1] + 1 :] if same and page.words.takes_up(noun) else ()
    if same and not any(voice.kind == "body" and _fits(voice.name, noun, page) for voice in later):
        return near[same[-1]]
    if page.words.takes_up(noun):
        return _group(noun, sentence, page, [body for voice in near for body in _bodies(voice, page)])
    if page.words.is_noun(noun, "role"):
        nouns = {t.lower_ for t in tokens[span[0] + 1 : top] if t.tag_ == "NN"}
        which = {each for each in nouns if not page.words.is_noun(each, "loose")}
        people = [voice for voice in near if voice.kind == "person" and which <= _words(voice)]
        return people[-1] if people else None
    return None


def _words(voice: Voice) -> set[str]:
    """The words of a person's name and body, by which `the | hospital | director` must be told."""
    return set(" ".join((voice.name, *voice.via)).casefold().split())


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
    return known(next(iter(fitting)), "body", sentence.index, page)


def _told_of(noun: str, sentence: Sentence, page: Page) -> set[str]:
    """The bodies of the noun's kind that the sentences before name, though none of them has spoken."""
    kinds = page.words.takes_up(noun) - {""}
    near = range(max(0, sentence.index - _GROUP_REACH), sentence.index)
    found = [party for index in near for party in page.parties.get(index, ())]
    return {party.name for party in found if party.kind in kinds and _is_named(party)}


def _is_named(party: Party) -> bool:
    """Whether it goes by a name of its own: no `Syrian rebels`, who are many."""
    return party.name.split()[-1].lstrip("(")[:1].isupper()


def _armed(sentence: Sentence, reach: int, page: Page) -> set[str]:
    """The armed groups that `reach` sentences before, and this one, name."""
    return {
        party.name
        for index in range(max(0, sentence.index - reach), sentence.index + 1)
        for party in page.parties.get(index, ())
        if party.kind in _ARMED and _is_named(party)
    }


def _fits(name: str, noun: str, page: Page) -> bool:
    """Whether a body is of the kind that `noun` takes up; a body of no known kind must not be an office or medium."""
    kind = page.kinds.get(name, "")
    if page.words.is_noun(noun, "outlet"):
        return kind == "media" or any(page.words.is_noun(part.casefold(), "outlet") for part in name.split())
    official = any(page.words.is_noun(part.casefold(), "official") for part in name.split())
    return kind in page.words.takes_up(noun) and not (not kind and official)


def _bodies(voice: Voice, page: Page) -> list[Voice]:
    """The body that a voice is or speaks for."""
    if voice.kind == "body":
        return [voice]
    return [known(via, "body", voice.sentence, page) for via in voice.via[:1]]
