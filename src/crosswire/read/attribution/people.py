"""Persons who speak: a name, and the organisation that an office or an apposition ties it to."""

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.longforms import lead, long_form
from crosswire.read.attribution.monitors import monitor_meant
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.voices import Kind, Page, Voice, party_at
from crosswire.read.attribution.wording import voice, written
from crosswire.read.clues import Party, Sentence
from crosswire.read.tokens import Tokens

_OF = frozenset({"of", "for", "at", "from"})
_TO = frozenset({"to", "for", "of", "with"})
_NOBODY = Party(sentence=0, first=0, last=0, name="", kind="")
_LONGEST = 5  # words of a bare name at most


def person(sentence: Sentence, span: Range, page: Page) -> Voice | None:
    """A person's name with the organisation that the page gives for him; None where the words name no person."""
    first = span[0] + (sentence.tokens[span[0]].tag_ == "DT")
    comma = next((i for i in range(first, span[1]) if sentence.tokens[i].text == ","), span[1])
    titled = page.words.is_noun(sentence.tokens[first].lower_.rstrip("."), "honorific")  # `the Rev. Karim Dabbagh`
    if _anothers(sentence, first, span[1], page):
        return None
    return (
        _at_the_head(sentence, first, span[1], page)
        or _known(sentence, first, span[1], page)
        or _office_first(sentence, first, comma, span[1], page)
        or _run_together(sentence, first, comma, span[1], page)
        or _explained(sentence, first, span[1], page)
        or _name_first(sentence, first, comma, span[1], page)
        or (_bare(sentence, first, comma, span[1], page) if span[0] == first or titled else None)
    )


def _anothers(sentence: Sentence, first: int, last: int, page: Page) -> bool:
    """`an aide to | President Karim Dabbagh`, `the wife of | Karim Dabbagh`: who is named says nothing himself."""
    tokens, words = sentence.tokens, page.words
    name = last
    while name > first and tokens[name - 1].tag_ in {"NNP", "HYPH"} and not _holds(tokens, name - 1, words):
        name -= 1
    start = name
    while start > first and tokens[start - 1].lower_ not in _TO and tokens[start - 1].text != ",":
        start -= 1
    if start - 1 <= first or name == last or tokens[start - 1].lower_ not in _TO:
        return False
    who = tokens[nominals.head(tokens, (first, start - 1))]
    between = [at for at in range(start, name) if tokens[at].tag_ != "DT"]
    office = any(_holds(tokens, at, words) for at in between)
    body = any(words.is_noun(tokens[at].lower_, "body") for at in between)
    bare = not between and (party_at(sentence, last - 1, page) or _NOBODY).kind == "person"
    return who.tag_ in {"NN", "NNS"} and not body and (office or bare)


def _holds(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether the word is a civil office, which no rank is: `President`, not `General`."""
    return words.is_noun(tokens[at].lower_, "role") and not words.is_noun(tokens[at].lower_, "military")


def _at_the_head(sentence: Sentence, first: int, last: int, page: Page) -> Voice | None:
    """`Karim Dabbagh, who | runs the Relief Council`, `Dabbagh, who heads the monitor`: he speaks for it."""
    tokens, words = sentence.tokens, page.words
    end = first
    while end < last and tokens[end].tag_ in {"NNP", "HYPH"}:
        end += 1
    who = end + (end < len(tokens) and tokens[end].text == ",")
    if end == first or who + 2 >= len(tokens) or tokens[who].lower_ != "who":
        return None
    led = nounphrases.after(tokens, who + 2, words) if words.is_noun(tokens[who + 1].lower_, "leading") else None
    if led is None:
        return None
    monitor = monitor_meant(sentence, led, nominals.head(tokens, led), page)
    found = _voice(sentence, (first, end), led, page)
    return replace(found, via=(monitor,)) if monitor else found


def _known(sentence: Sentence, first: int, last: int, page: Page) -> Voice | None:
    """`Hama Hospital director Dr Karim Dabbagh`, where the parties name the person."""
    final = party_at(sentence, last - 1, page)
    if final is None or final.kind != "person" or final.last != last or final.first <= first:
        return None
    return _voice(sentence, (final.first, final.last), _office_holder(sentence, first, final.first, page), page)


def _office_first(sentence: Sentence, first: int, comma: int, last: int, page: Page) -> Voice | None:
    """`a spokesman for the army, Karim`, `the army's spokesman, Karim`, `Observatory director Karim Dabbagh`."""
    tokens, words = sentence.tokens, page.words
    name = nominals.past_ranks(tokens, min(comma + 1, last), last, words)
    if name < last and tokens[name].tag_ == "NNP" and _office(sentence, first, comma, page):
        behind = next((i + 1 for i in range(first, comma) if tokens[i].lower_ in _OF), comma)
        owner = next((i for i in range(first, comma) if tokens[i].tag_ == "POS"), first)
        end = nounphrases.base_end(tokens, name, words, last)
        body = (behind, comma) if behind < comma else (first, owner)
        return _voice(sentence, (name, end), body, page)
    roles = [i for i in range(first, comma - 1) if words.is_noun(tokens[i].lower_, "role")]
    names = {i: _past_portfolio(sentence, i + 1, comma, page) for i in roles}
    office = next((i for i in roles[::-1] if _proper(sentence, names[i], comma)), None)
    if office is None:
        return None
    start = next(
        (i for i in range(office, first, -1) if not words.is_noun(tokens[i - 1].lower_, "rank", "role")), first
    )
    return _voice(sentence, (names[office], comma), (first, start), page)


def _past_portfolio(sentence: Sentence, at: int, last: int, page: Page) -> int:
    """Where a name goes on behind what an office is for: `Secretary | of Defense | Ashton Carter`."""
    end = at + 1
    while end < last and (
        page.words.is_noun(sentence.tokens[end].lower_, "rank") or sentence.tokens[end].lower_ in {"affairs", "and"}
    ):
        end += 1
    return end if at < last and sentence.tokens[at].lower_ in _OF and end > at + 1 else at


def _run_together(sentence: Sentence, first: int, comma: int, last: int, page: Page) -> Voice | None:
    """`head of the Karan Observatory | Rami Dabbagh`: where the body's noun or its party ends, the name begins.

    Who is named before his office has no other name: `Maj. Karim Dabbagh, head of the Armed Forces General Staff`.
    """
    tokens, words = sentence.tokens, page.words
    behind = next((i + 1 for i in range(first + 1, last - 2) if tokens[i].lower_ in _OF), None)
    if behind is None or comma < behind or not words.is_noun(tokens[behind - 2].lower_, "role"):
        return None
    ends = {party.last for party in page.parties.get(sentence.index, ()) if party.kind != "person"}
    cuts = (i for i in range(last - 2, behind, -1) if i in ends or words.is_noun(tokens[i - 1].lower_, "body"))
    body = words.is_noun(tokens[last - 1].lower_, "body")  # "a spokesman for the Armed Forces | Press Office"
    cut = None if body else next((i for i in cuts if _proper(sentence, i, last)), None)
    return None if cut is None else _voice(sentence, (cut, last), (behind, cut), page)


def _explained(sentence: Sentence, first: int, last: int, page: Page) -> Voice | None:
    """`Karim Dabbagh | the Observatory's director`, without its comma."""
    article = next((i for i in range(first + 2, last - 1) if sentence.tokens[i].tag_ == "DT"), None)
    if article is None or not _proper(sentence, first, article) or _is_body(sentence, first, article, page):
        return None
    body = _office_holder(sentence, article + 1, last, page)
    return _voice(sentence, (first, article), body, page)


def _name_first(sentence: Sentence, first: int, comma: int, last: int, page: Page) -> Voice | None:
    """`Karim Dabbagh, head of the Observatory`, with and without the comma."""
    tokens, words = sentence.tokens, page.words
    roles = (i for i in range(first + 1, last - 1) if words.is_noun(tokens[i].lower_, "role"))
    office = next((i for i in roles if tokens[i + 1].lower_ in _OF), None)
    if office is None or tokens[first].tag_ not in {"NNP", "NNPS"}:
        return None
    end = min(comma, office)
    while end > first + 1 and words.is_noun(tokens[end - 1].lower_, "rank", "role"):
        end -= 1
    return _voice(sentence, (first, end), (office + 2, last), page) if _proper(sentence, first, end) else None


def _bare(sentence: Sentence, first: int, comma: int, last: int, page: Page) -> Voice | None:
    """`Karim Dabbagh of the Relief Council`, `Karim Dabbagh`."""
    tokens = sentence.tokens
    link = next((i for i in range(first + 1, last - 1) if tokens[i].lower_ in _OF), first)
    named = link > first + 1 and tokens[link + 1].tag_ == "DT" and _proper(sentence, first, link)
    if named and not _is_body(sentence, first, link, page):
        return _voice(sentence, (first, link), (link + 1, last), page)
    if comma - first > _LONGEST or not _proper(sentence, first, comma) or _is_body(sentence, first, comma, page):
        return None
    party = party_at(sentence, comma - 1, page)
    kind: Kind = "" if comma == first + 1 and party is None else "person"
    of = _untitled(party.of, page) if party is not None and party.of else None
    via = (of,) if of else ()
    return replace(voice(sentence, (first, comma), comma - 1, page, kind), via=via)


def _proper(sentence: Sentence, first: int, last: int) -> bool:
    return last > first and all(t.tag_ in {"NNP", "HYPH"} for t in sentence.tokens[first:last])


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
    top = sentence.tokens[nominals.head(sentence.tokens, (first, last))]
    trade = top.tag_ == "NN" and top.text.islower() and not page.words.is_noun(top.lower_, "body", "utterance", "mute")
    return page.words.is_noun(top.lower_, "role") or trade


def _is_body(sentence: Sentence, first: int, last: int, page: Page) -> bool:
    """Whether a run of proper nouns names an organisation, a state or an acronym."""
    if last - first > 1 and page.words.is_noun(sentence.tokens[first].lower_, "outlet"):
        return True  # "Radio Dorul"
    kinds = {party.kind for party in page.parties.get(sentence.index, ()) if party.first < last and party.last > first}
    if kinds:
        return "person" not in kinds
    text = written(sentence, first, last)
    long = long_form(text, page).split()
    body = any(page.words.is_noun(part.casefold(), "body") for part in long) or lead(long) < len(long)
    return body or text.isupper()


def _voice(sentence: Sentence, who: Range, organisation: Range, page: Page) -> Voice:
    """The person with his organisation: the one that the parties know, else the one in the words of his office."""
    party = party_at(sentence, who[1] - 1, page)
    of = _untitled(party.of, page) if party is not None and party.of else None
    body = of or _body(sentence, organisation, page)
    via = (body,) if body else ()
    return replace(voice(sentence, who, who[1] - 1, page, "person"), via=via)


def _is_title(tokens: Tokens, at: int, page: Page) -> bool:
    """Whether a word before a name is its holder's office or rank, or the stop behind one: `Lt | .`."""
    office = page.words.is_noun(tokens[at].lower_.rstrip("."), "rank", "role")
    return tokens[at].text == "." or (
        office and (tokens[at].text.islower() or page.words.is_noun(tokens[at].lower_, "short"))
    )


def _untitled(body: str, page: Page) -> str:
    """The body less the offices behind it, which are its man's: `military | spokesman Lt. Col.`."""
    parts = body.split()
    while parts and (parts[-1].islower() or parts[-1].endswith(".")):
        if not page.words.is_noun(parts[-1].lower().rstrip("."), "rank", "role") or len(parts) == 1:
            break
        parts.pop()
    return " ".join(parts)


def _body(sentence: Sentence, words: Range, page: Page) -> str | None:
    """The organisation that `words` name, if they name one: a resident of a town speaks for nobody."""
    if words[1] <= words[0]:
        return None
    tokens = sentence.tokens
    last = words[1]
    while last > words[0] and _is_title(tokens, last - 1, page):
        last -= 1  # "the army's | spokesman Lt. Col."
    words = (words[0], last)
    if last == words[0]:
        return None
    span = nounphrases.after(tokens, words[0], page.words, words[1]) or words
    top = nominals.head(tokens, span)
    party = party_at(sentence, top, page)
    if party is not None and party.kind not in {"", "generic", "person"}:
        return party.name
    proper = any(t.tag_ in {"NNP", "NNPS"} for t in tokens[span[0] : span[1]])
    known = long_form(written(sentence, *span), page) != written(sentence, *span)
    definite = tokens[span[0]].tag_ == "DT" or (span[0] > 0 and tokens[span[0] - 1].tag_ == "DT")
    if not (proper or known) or not (known or definite or _is_body(sentence, span[0], span[1], page)):
        return None
    return voice(sentence, span, top, page).name or None
