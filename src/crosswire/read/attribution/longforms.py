"""Long names and short ones: what a page spells out in full, and what stands for it elsewhere."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals
from crosswire.read.attribution.nominals import Range
from crosswire.read.clues import Party, Sentence
from crosswire.read.tokens import Token, Tokens
from crosswire.records import Attribution, Record

Kind = Literal["person", "body", "many", ""]

ARTICLE = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(\[].*?[)\]]|[(\[].*$")
_BASED = re.compile(r"^(?:[\w.]+\s?-\s?based|[\w.]+ based)\s+")
_POSSESSIVE = re.compile(r"['’]s?$")
_BODY, _PERSON, _INITIALS = "body", "person", "initials"  # how a short form is made
_ROLES = frozenset({"rebel_group", "government", "militia", "state_forces", "political"})  # what a general word can be
_SHORT = 3  # words of a form that may stand for a longer one
_PERSONAL = 4  # words of a person's name at most
_OPENING = frozenset({"NNP", "NNPS", "HYPH"})  # tags of words that open a name without a capital letter
_WHERE = frozenset({"in", "near", "at", "outside", "from"})
_SMALL = frozenset({"of", "for", "the", "and", "in", "de", "al", "on", "to"})


class Voice(Record):
    """A speaker as named, the organisations he speaks through, and what can point back at him.

    `words` are those in which the page names him, where they are others than his name; `issue` is the paper by which
    he speaks: a `statement`, a `report`.
    """

    name: str
    words: str = ""
    via: tuple[str, ...] = ()
    kind: Kind = ""
    sentence: int = 0
    issue: str = ""

    @property
    def said(self) -> Attribution:
        """The attribution of what he says."""
        if self.words in ("", self.name):
            return Attribution(speaker=self.name, via=self.via)
        return Attribution(speaker=self.words, known_as=self.name, via=self.via)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What naming needs of the whole page: parties by sentence, their kinds, long names in order of length.

    `short` gives the place in `names` of the first that a short form can stand for; `monitors` are the named monitors
    in order, each with its sentence. By sentence, `subjects` are the persons it is about, `crowds` the many people,
    `judges` the bodies that blame or deplore; `holders` are the persons named with an office that one person holds.
    `called` gives the page's words for the parties that it never calls by their name. `voices` keeps whom a sentence's
    words with their head name, as that is asked twice: for persons' offices, and for what they say.
    """

    parties: Mapping[int, tuple[Party, ...]]
    kinds: Mapping[str, str]
    names: tuple[str, ...]
    short: Mapping[tuple[str, ...], int]
    words: Reporting
    monitors: tuple[tuple[int, str], ...] = ()
    subjects: Mapping[int, str] = field(default_factory=dict)
    crowds: Mapping[int, str] = field(default_factory=dict)
    judges: Mapping[int, str] = field(default_factory=dict)
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)
    voices: dict[tuple[int, Range, int], Voice | None] = field(default_factory=dict)


def since(heard: Sequence[Voice], sentence: int) -> Sequence[Voice]:
    """Those who spoke from `sentence` on, of voices in order."""
    return heard[bisect_left(heard, sentence, key=lambda voice: voice.sentence) :]


def long_form(short: str, page: Page) -> str:
    """The page's long name for `short`: by last name, by head noun, by initials; `short` itself if there is none."""
    parts = short.split()
    if not parts or len(parts) > _SHORT:
        return short
    letters = len(parts) == 1 and short.isupper() and len(short) > 1
    keys = [(_BODY, *(part.casefold() for part in parts)), (_INITIALS, short) if letters else (_PERSON, *parts)]
    found = [page.short[key] for key in keys if key in page.short]
    return page.names[min(found)] if found else short


def short_forms(names: Sequence[str], words: Reporting) -> dict[tuple[str, ...], int]:
    """The short forms of long names, each led by how it is made, with the place of the first name that has it."""
    found: dict[tuple[str, ...], int] = {}
    for number, long in enumerate(names):
        whole = long.split()
        found.setdefault((_INITIALS, _initials(whole)), number)
        front = lead(whole)
        body = front < len(whole) or words.is_noun(whole[front - 1].casefold(), "body")
        for size in range(1, min(_SHORT, len(whole) - 1) + 1):
            if body and size <= front:
                found.setdefault((_BODY, *(part.casefold() for part in whole[front - size : front])), number)
            elif not body and len(whole) <= _PERSONAL:
                found.setdefault((_PERSON, *whole[-size:]), number)
    return found


def _initials(whole: Sequence[str]) -> str:
    return "".join(part[0] for part in whole if part.casefold() not in _SMALL).upper()


def lead(whole: Sequence[str]) -> int:
    """How many words stand before the first small word: `Syrian Observatory | for Human Rights`."""
    return next((i for i, part in enumerate(whole) if part in {"of", "for", "on", "to"}), len(whole))


def proper_names(sentence: Sentence, words: Reporting) -> list[str]:
    """Runs of two or more capitalised nouns, with `of` and `for` inside."""
    tokens, found, i = sentence.tokens, [], 0
    while i < len(tokens):
        if not (tokens[i].text[:1].isupper() or tokens[i].tag_ in _OPENING):
            i += 1
            continue
        last = i
        while last < len(tokens) and _capital(sentence, last, i) and not nominals.is_time(tokens, last, words):
            last += 1
        while last > i and tokens[last - 1].lower_ in _SMALL:
            last -= 1
        if last == len(tokens) and i and tokens[i - 1].tag_ == "IN" and words.is_noun(tokens[-1].lower_, "teller"):
            last -= 1  # "24 killed in Idlib | Monitor"
        if last > i + 1:
            found.extend(_split_roles(tokens.words(i, last).split(), words))
        i = max(last, i + 1)
    return found


def _capital(sentence: Sentence, at: int, first: int) -> bool:
    token = sentence.tokens[at]
    if _is_name(token) or token.tag_ == "HYPH":
        return True
    if token.lower_ in {"of", "for"} and first < at < len(sentence.tokens) - 1 and _is_name(sentence.tokens[at + 1]):
        return True
    return at > 0 and token.tag_ in {"JJ", "NN"} and token.text[:1].isupper()


def _is_name(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"}


def _split_roles(parts: Sequence[str], words: Reporting) -> list[str]:
    """A run cut at offices: `Observatory director Rami Abdel Rahman` gives the person alone."""
    cut = max((i + 1 for i, part in enumerate(parts) if words.is_noun(part.casefold(), "role", "rank")), default=0)
    cut = cut or _behind_body(parts, words)
    tail = parts[cut:] if cut < len(parts) else parts
    return [" ".join(tail)] if len(tail) > 1 else []


def _behind_body(parts: Sequence[str], words: Reporting) -> int:
    """Where a person's name begins right behind a body's: `Karan Observatory | Rami Dabbagh`; 0 if nowhere."""
    bodies = [i + 1 for i, part in enumerate(parts) if words.is_noun(part.casefold(), "body")]
    cut = bodies[-1] if bodies else 0
    tail = parts[cut:]
    return cut if cut > 1 and len(tail) > 1 and not any(part.casefold() in _SMALL for part in tail) else 0


def party_at(sentence: Sentence, at: int, page: Page) -> Party | None:
    """The named party whose mention covers the token `at`."""
    return next((p for p in page.parties.get(sentence.index, ()) if p.first <= at < p.last and p.name), None)


def _general(plain: str, name: str) -> bool:
    """Whether the words hold no name and none of the words by which `name` calls a party: `opposition groups`."""
    called = [word.removesuffix("s") for word in name.split() if word.islower()]
    return plain.islower() and bool(called) and not any(word in plain for word in called)


def written(sentence: Sentence, first: int, last: int) -> str:
    """The words as written, without article, brackets, `X-based` and possessive mark."""
    if last <= first:
        return ""
    text = sentence.tokens.words(first, last)
    text = _BRACKETED.sub("", text).strip(' ,"“”') if "(" in text or "[" in text else text.strip(' ,"“”')
    return _POSSESSIVE.sub("", _BASED.sub("", ARTICLE.sub("", text))).strip()


def voice(sentence: Sentence, span: Range, top: int, page: Page, kind: Kind = "") -> Voice:
    """The party that holds the head; else who goes by the page's long form; else by the words as written.

    A general word stays as written: `opposition groups` are not one country's named body.
    """
    party = _whose(sentence, span, top, page)
    if party is None:
        comma = next((i for i in range(span[0] + 1, span[1]) if _parts(sentence.tokens, i, top)), span[1])
        name, words = long_form(written(sentence, span[0], comma), page), ""
    elif _of_place(sentence, span, party, page):
        name, words = written(sentence, span[0], top + 1), ""
    else:
        plain = _uncapitalised(sentence, span, written(sentence, span[0], top + 1), party)
        general = party.kind in _ROLES and _general(plain, party.name)
        name, words = (plain, "") if general else (party.name, _words(sentence, span, top, party, page))
    if kind != "person":
        words = _with_letters(sentence, top, words or name)
    return Voice(name=name, words=words, kind=kind, sentence=sentence.index)


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a body's name goes on over a link: `Office | for the Coordination of Humanitarian Affairs`."""
    if tokens[at].tag_ == "DT":
        return tokens[at - 1].lower_ in _SMALL
    return tokens[at].lower_ in _SMALL or (tokens[at].tag_ in {"NNP", "NNPS"} and tokens[at - 1].tag_ != "POS")


def _with_letters(sentence: Sentence, top: int, words: str) -> str:
    """The words with the letters that the page gives beside them: `Karan Centre (KC)`, `Karan Centre, known as KC,`."""
    tokens, at = sentence.tokens, top + 1
    while at < len(tokens) and _goes_on(tokens, at):
        at += 1
    behind = [token.lower_ for token in tokens[at : at + 3]]
    letters = at + 3 if behind == [",", "known", "as"] else at + 1
    if letters == at + 1 and behind[:1] != ["("]:
        return words
    short = tokens[letters].text if letters + 1 < len(tokens) else ""
    closes = letters + 1 < len(tokens) and tokens[letters + 1].text in {")", ","}
    short = short if closes and short.isupper() and short.isalpha() and len(short) > 1 else ""
    return f"{words} ({short})" if short and short not in words else words


def known(name: str, kind: Kind, sentence: int, page: Page) -> Voice:
    """Somebody whom the page names elsewhere, in the words that it has for him."""
    return Voice(name=name, words=page.called.get(name, ""), kind=kind, sentence=sentence)


def meant(found: Voice, sentence: Sentence, span: Range) -> Voice:
    """Somebody named elsewhere in the words for him here, with his name: `monitoring group (Karan Observatory)`."""
    if sentence.tokens[span[0]].lower_ in {"the", "this"}:
        return found
    return replace(found, words=f"{written(sentence, *span)} ({found.words or found.name})")


def _uncapitalised(sentence: Sentence, span: Range, plain: str, party: Party) -> str:
    """The words of a party without the capital that only opens the sentence."""
    first = plain.split(" ", 1)[0]
    head = sentence.tokens[0]
    opens = span[0] == 0 and first == head.text and first[1:].islower() and head.tag_ in {"NN", "NNS"}
    return plain[:1].lower() + plain[1:] if opens and first not in party.name.split() else plain


def _words(sentence: Sentence, span: Range, top: int, party: Party, page: Page) -> str:
    """The words that name a party here, with whoever speaks beside it: `Altan police | and a doctor`."""
    first, last = min(span[0], party.first), max(top + 1, party.last)
    if party.kind == "generic":
        first = _qualified(sentence.tokens, first, party.first, page)
    own = _own(_uncapitalised(sentence, span, written(sentence, first, last), party), party, page)
    two = last < span[1] and sentence.tokens[last].lower_ in {"and", "&"}
    return f"{own} {written(sentence, last, span[1])}" if two else own


def _qualified(tokens: Tokens, first: int, at: int, page: Page) -> int:
    """Where the words that qualify people begin, no further back: `children | opposition activists`, commas lost."""
    start = at
    while start > first and (
        tokens[start - 1].tag_ in {"JJ", "HYPH"} or page.words.is_noun(tokens[start - 1].lower_, "modifier")
    ):
        start -= 1
    return start - (tokens[start].tag_ == "HYPH" and start > first)  # "| anti-government activists"


def _own(plain: str, party: Party, page: Page) -> str:
    """The words for a party, with what they shorten where the page spells it out: `Karan Centre (KC)`."""
    spelt = page.called.get(party.name, party.name)
    mine, full = set(plain.casefold().split()), set(spelt.casefold().split())
    if mine <= full or (full <= mine and not spelt.islower()):
        return spelt
    letters = len(mine) == 1 and plain.replace(".", "").isupper() and not spelt.isupper()
    return f"{spelt} ({plain})" if letters and _stands_for(plain, spelt) else plain


def _stands_for(letters: str, name: str) -> bool:
    """Whether letters shorten a name: each stands in it, in order, as in `KUNA` for the Karan UN Assistance."""
    rest = iter(name.casefold())
    return all(letter in rest for letter in letters.replace(".", "").casefold())


def _whose(sentence: Sentence, span: Range, top: int, page: Page) -> Party | None:
    """The party of a phrase: the named one before a general word, `Karan Front | fighters`, else the head's own."""
    party = party_at(sentence, top, page)
    before = party_at(sentence, party.first - 1, page) if party and span[0] < party.first else None
    named = before is not None and before.kind in _ROLES and before.name != before.name.lower()
    return before if party is not None and party.kind == "generic" and named else party


def _parts(tokens: Tokens, at: int, top: int) -> bool:
    """A comma, an article that begins an apposition without it, `the Relief Centre | an NGO`, or `a group | led by`."""
    token = tokens[at]
    if at == top + 1 and token.tag_ == "VBN" and [t.lower_ for t in tokens[at + 1 : at + 2]] == ["by"]:
        return True
    return token.text == "," or (token.lower_ in {"a", "an", "another"} and tokens[at - 1].tag_ not in {"CC", "IN"})


def _of_place(sentence: Sentence, span: Range, party: Party, page: Page) -> bool:
    """Whether a name stands right before the party's own: `Pale | PDF` is a branch of it, `BBC | Russia` is not."""
    at = party.first - 1
    if at < span[0] or sentence.tokens[at].tag_ not in {"NNP", "NNPS"} or party.kind == "person":
        return False
    if page.words.is_noun(sentence.tokens[at].lower_, "rank", "role", "modifier"):
        return False
    if span[0] == at and at and sentence.tokens[at - 1].lower_ in _WHERE:
        return False  # "four died near Tabuk | Interfax said", without its comma
    before = party_at(sentence, at, page)
    return before is None or before.kind == "media" != party.kind
