"""Whose words: names for the sources that cues point at, one form for each speaker within the page.

Handles `Rami Abdel Rahman, head of the X` (person through organisation), `X director Rami Abdel Rahman`, `Rahman` and
`the Observatory` once the long form is known, `SOHR` by its letters, `a statement by X`, `X's report`, `he`, `it`,
`the group`.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import FINITE, QUOTES
from crosswire.read.attribution.firstnames import own_name
from crosswire.read.attribution.monitors import monitor_meant
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.people import person
from crosswire.read.attribution.pointing import again, points, spoken_of, stand_in
from crosswire.read.attribution.speaking import speaks
from crosswire.read.attribution.voices import Kind, Page, Voice, party_at
from crosswire.read.attribution.wording import known, meant, voice, written
from crosswire.read.clues import Sentence
from crosswire.read.tokens import Tokens

_LONGEST = 20  # words of a speaker's name; longer ones are headlines
_ARMED = frozenset({"state_forces", "rebel_group", "militia"})
_DASHES = frozenset({"-", "–", "—"})


def name(sentence: Sentence, span: Range, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """The speaker whom the tokens `span` name; None where they name nobody (an empty `it`, bare footage)."""
    tokens, words = sentence.tokens, page.words
    span = _called(sentence, _trim(sentence, span), page)
    if span[1] <= span[0]:
        return None
    if nominals.is_pronoun(tokens, span[1] - 1) and span[1] - span[0] == 1:
        return spoken_of(sentence, span[0], page, heard)
    top = nominals.head(tokens, span)
    if top + 3 < span[1] and tokens[top + 1].tag_ == "VBN" and tokens[top + 2].lower_ == "by":
        span = _set_up(span, top, tokens, words)
    party = party_at(sentence, top, page)
    titled = party is not None and tokens[top].tag_ in {"NNP", "NNPS"}  # the Sahel Post posts nothing
    if words.is_noun(tokens[top].lower_, "utterance", "evidence") and not titled:
        issuer = _issuer(sentence, span, top, page, heard)
        return issuer and replace(issuer, issue=tokens[top].lower_)
    if monitor := monitor_meant(sentence, span, top, page):
        return meant(known(monitor, "body", sentence.index, page), sentence, span)
    return _named(sentence, span, top, page, heard)


def _set_up(span: Range, top: int, tokens: Tokens, words: Reporting) -> Range:
    """`a commission | appointed by Karim Dabbagh`: the body speaks; a report `prepared by` him is his."""
    return span if words.is_noun(tokens[top].lower_, "utterance", "evidence") else (span[0], top + 1)


def _named(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Somebody who has spoken before or is named here, if it can speak at all."""
    tokens = sentence.tokens
    if (own := own_name(tokens, top, page.words)) is not None and tokens[top].tag_ == "NN":
        return voice(sentence, own, own[1] - 1, page, "person")
    if (taken_up := again(sentence, span, top, page, heard)) is not None:
        return taken_up
    if points(sentence, span, top, page):
        taken_up = stand_in(sentence, span, top, page, heard)
        plain = span[0] + 1 == top or party_at(sentence, top, page) is not None
        if taken_up is not None or (plain and page.words.is_noun(tokens[top].lower_, "bare")):
            return taken_up
    here = sentence.index, span, top
    if here not in page.voices:
        page.voices[here] = _by_itself(sentence, span, top, page)
    return page.voices[here]


def _by_itself(sentence: Sentence, span: Range, top: int, page: Page) -> Voice | None:
    """Who is named here, whoever has spoken before."""
    tokens = sentence.tokens
    if not _can_speak(sentence, span, top, page):
        return None
    article = tokens[span[0]].lower_ == "the" and tokens[top].tag_ in {"NNP", "NNPS"}
    kind = _kind(sentence, top, page) or ("body" if article else "")
    called = _by_name(sentence, span, top, page)
    party = party_at(sentence, top, page)
    body = (
        party is not None and party.kind in _ARMED and party.last == span[1]
    )  # no general: "the Turkish General Staff"
    found = (None if body else person(sentence, span, page)) or voice(
        sentence, called, nominals.head(tokens, called), page, kind
    )
    return replace(found, name=found.name.lstrip("-– ")) if found.name[:1] in "-–" else found


def _by_name(sentence: Sentence, span: Range, top: int, page: Page) -> Range:
    """The bare name of a body behind its comma: `the party's newspaper, | Dabir`."""
    tokens, comma = sentence.tokens, top + 1
    party = party_at(sentence, top, page)
    body = tokens[top].tag_ == "NN" and page.words.is_noun(tokens[top].lower_, "body", "outlet")
    named = comma + 1 < span[1] and tokens[comma].text == "," and (party is None or party.name == party.name.lower())
    last = comma + 1 + (named and tokens[comma + 1].tag_ == "DT")
    while last < span[1] and tokens[last].tag_ in {"NNP", "NNPS", "HYPH"}:
        last += 1
    ends = last >= len(tokens) or tokens[last].text in {",", "."} or last == span[1]
    named = named and tokens[last - 1].tag_.startswith("NNP")
    return (comma + 1, last) if body and named and ends else span


def _can_speak(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """Whether the words can be a speaker: no act, no thing, no clause, no headline."""
    tokens, words = sentence.tokens, page.words
    party = party_at(sentence, top, page)
    if sum(bool(token.whitespace_) and token.text in _DASHES for token in tokens[span[0] : span[1]]) > 1:
        return False  # "Raid kills 10 | - Region - World - Herald": sections of a page
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
    return not _headline(tokens, span, top)


def _headline(tokens: Tokens, span: Range, top: int) -> bool:
    """Whether the words hold a verb of their own: `Video purports to show captives, | claims 12 were killed`."""
    aims = next((i for i in range(span[0], span[1] - 1) if tokens[i].tag_ == "TO" and tokens[i + 1].tag_ == "VB"), 0)
    if aims and not any(t.tag_ in {"WP", "WDT", "VBN", "VBG"} for t in tokens[span[0] : aims]):
        return True
    return any(t.tag_ in {"VBZ", "VBP", "MD"} and t.text[:1].islower() for t in tokens[span[0] : top])


def _branch(sentence: Sentence, span: Range, top: int, page: Page) -> bool:
    """`BBC | Africa`: the service of a body for somewhere."""
    before = party_at(sentence, top - 1, page) if top > span[0] else None
    return before is not None and before.kind == "media" and sentence.tokens[top].tag_ in {"NNP", "NNPS"}


def _kind(sentence: Sentence, top: int, page: Page) -> Kind:
    """What can point back: `he` at a person, `it` at a body, `they` at many."""
    if top and sentence.tokens[top].tag_ == "NNP" and page.words.is_noun(sentence.tokens[top - 1].lower_, "outlet"):
        return "body"  # "Radio Dorul"
    party = party_at(sentence, top, page)
    if party is not None and party.kind not in {"", "generic"}:
        return "person" if party.kind == "person" else "body"
    token, words = sentence.tokens[top], page.words
    if words.is_noun(token.lower_, "role", "person"):
        return "many" if token.tag_ in {"NNS", "NNPS"} else "person"
    behind = [t.lower_ for t in sentence.tokens[top + 1 : top + 3]]
    if token.tag_ == "NN" and "who" in (behind[:1] if behind[:1] != [","] else behind):
        return "person"
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


def _called(sentence: Sentence, span: Range, page: Page) -> Range:
    """The name behind what it is called, `Militant group | Karan Front`, where the parse ends the phrase before it."""
    last = sentence.tokens[span[1] - 1] if span[1] > span[0] else None
    if last is None or last.tag_ != "NN" or not page.words.is_noun(last.lower_, "standin"):
        return span
    found = (party for party in page.parties.get(sentence.index, ()) if party.first == span[1])
    named = next((party for party in found if party.name != party.name.lower()), None)
    return span if named is None else (named.first, named.last)


def _issuer(sentence: Sentence, span: Range, top: int, page: Page, heard: Sequence[Voice]) -> Voice | None:
    """Who issued a statement or report: `by X`, `X's`, `X statement`; else the last speaker, else the words."""
    inner = _owner(sentence, span, top, page)
    if inner is not None:
        return name(sentence, inner, page, heard)
    tokens, words = sentence.tokens, page.words
    first = span[0] + (tokens[span[0]].tag_ == "DT")
    while first < top and words.is_noun(tokens[first].lower_, "early"):
        first += 1  # "the latest | Karan Observatory estimates"
    tally = words.is_noun(tokens[top].lower_, "tally")
    names = [t.i for t in tokens[first:top] if t.tag_ in {"NNP", "NNPS"} or (t.text.isupper() and len(t) > 1)]
    bodies = [t.i for t in tokens[first:top] if words.is_noun(t.lower_, "body") and (names or tally)]
    if names or bodies:
        inner = (first, max(*names, *bodies, first) + 1)
        kind = _kind(sentence, inner[1] - 1, page)
        return voice(sentence, inner, inner[1] - 1, page, kind)
    taken_up = (
        first == top and tokens[span[0]].lower_ in {"the", "this"} and words.is_noun(tokens[top].lower_, "standin")
    )
    if tally and first < top and tokens[first].tag_ == "JJ" and _somebodys(tokens, first, words):
        return Voice(name=written(sentence, first, top + 1), sentence=sentence.index)
    if words.is_noun(tokens[top].lower_, "evidence", "tally"):
        return None
    if (taken_up and heard) or tokens[span[0]].tag_ == "PRP$":
        noun = tokens[top].lower_
        named = (one for one in reversed(heard) if one.issue == noun and not one.name.casefold().endswith(noun))
        return next(named, heard[-1]) if heard else None
    return Voice(name=written(sentence, span[0], top + 1), sentence=sentence.index)


def _is_issuer(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """`the latest report of | the Karan Front`; not `a report of | 12 deaths`, `the list of | the mayor's victims`."""
    top = tokens[nominals.head(tokens, span)]
    counted = tokens[span[0]].tag_ == "CD" or words.is_noun(top.lower_, "utterance", "evidence")
    return not counted and top.tag_ != "NNS" and speaks(tokens, span, words)


def _somebodys(tokens: Tokens, at: int, words: Reporting) -> bool:
    """Whether an adjective says whose a count is: `Karan | figures`, `official figures`."""
    return words.is_noun(tokens[at].lower_, "modifier") or (at > 0 and tokens[at].text.istitle())


def _printed(tokens: Tokens, link: int, words: Reporting) -> Range | None:
    """Where a report stands: `a report in | the newspaper Dabir`, `… in Monday's issue of the daily “| Dabir”`."""
    if link + 2 >= len(tokens) or tokens[link].lower_ not in {"in", "on"}:
        return None
    stop = next((i for i in range(link, len(tokens)) if tokens[i].text == "," or tokens[i].tag_ in FINITE), link)
    outlet = next((i for i in range(link + 1, stop) if words.is_noun(tokens[i].lower_, "outlet")), None)
    if outlet is None:
        return None
    if outlet + 2 < stop and tokens[outlet + 1].text in QUOTES:
        return outlet + 2, nounphrases.base_end(tokens, outlet + 2, words, stop)
    opens = (i + (tokens[i].tag_ == "POS") for i in range(outlet, link, -1) if tokens[i].tag_ in {"DT", "POS"})
    first = next(opens, link + 1)
    return nounphrases.after(tokens, first, words, stop)


def _owner(sentence: Sentence, span: Range, top: int, page: Page) -> Range | None:
    """The words for the issuer in `a statement by X` and `X's statement`."""
    tokens = sentence.tokens
    for link in range(top + 1, span[1] - 1):
        of = tokens[link].lower_ == "of" and page.words.is_noun(tokens[top].lower_, "utterance")
        inner = nounphrases.after(tokens, link + 1, page.words) if of or tokens[link].lower_ in {"by", "from"} else None
        of = of and not page.words.is_noun(tokens[top].lower_, "paper")
        if inner and not (of and not _is_issuer(tokens, inner, page.words)):
            return inner
    if (printed := _printed(tokens, top + 1, page.words)) is not None:
        return printed
    mark = next((i for i in range(span[0] + 1, top) if tokens[i].tag_ == "POS"), None)
    return None if mark is None else (span[0], mark)
