"""Long names and short ones: what a page spells out in full, and what stands for it elsewhere."""

from collections.abc import Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals
from crosswire.read.attribution.voices import Page
from crosswire.read.clues import Sentence
from crosswire.read.tokens import Token

_BODY, _PERSON, _INITIALS = "body", "person", "initials"  # how a short form is made
_SHORT = 3  # words of a form that may stand for a longer one
_PERSONAL = 4  # words of a person's name at most
_OPENING = frozenset({"NNP", "NNPS", "HYPH"})  # tags of words that open a name without a capital letter
SMALL = frozenset({"of", "for", "the", "and", "in", "de", "al", "on", "to"})


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
    return "".join(part[0] for part in whole if part.casefold() not in SMALL).upper()


def lead(whole: Sequence[str]) -> int:
    """How many words stand before the first small word: `Syrian Observatory | for Human Rights`."""
    return next((i for i, part in enumerate(whole) if part in {"of", "for", "on", "to"}), len(whole))


def proper_names(sentence: Sentence, words: Reporting) -> list[str]:
    """Runs of two or more capitalised nouns, with `of` and `for` inside."""
    tokens, found, i = sentence.tokens, [], 0
    while i < len(tokens):
        if not (tokens[i].text[:1].isupper() or tokens[i].tag_ in _OPENING) or tokens[i].lower_.endswith("-based"):
            i += 1
            continue
        last = i
        while last < len(tokens) and _capital(sentence, last, i) and not nominals.is_time(tokens, last, words):
            last += 1
        while last > i and tokens[last - 1].lower_ in SMALL:
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
    return cut if cut > 1 and len(tail) > 1 and not any(part.casefold() in SMALL for part in tail) else 0
