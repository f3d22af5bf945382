"""Who said what: sayings with their speaker, carriers and the stretch of text that they vouch for."""

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec.structs import replace

from crosswire.codebook.reporting import Reporting
from crosswire.kit import Kit
from crosswire.read.attribution import nominals
from crosswire.read.attribution.backwards import said_before
from crosswire.read.attribution.carrying import carried_on
from crosswire.read.attribution.contents import contents
from crosswire.read.attribution.cue import Cue
from crosswire.read.attribution.cues import cues
from crosswire.read.attribution.issued import in_full
from crosswire.read.attribution.letters import in_letters
from crosswire.read.attribution.lists import listed
from crosswire.read.attribution.narration import narrated, without
from crosswire.read.attribution.openquotes import open_quotations
from crosswire.read.attribution.own_words import in_own_words
from crosswire.read.attribution.pages import page_of
from crosswire.read.attribution.quotes import quotations, touching
from crosswire.read.attribution.runons import without_others
from crosswire.read.attribution.speakers import name
from crosswire.read.attribution.turns import in_turns
from crosswire.read.attribution.voices import Page, Voice
from crosswire.read.clues import Party, Saying, Sentence
from crosswire.read.tokens import Tokens
from crosswire.records import Attribution, Stance

_PAPER = 6  # words between "in" and the paper at most
_OURS = 3  # words of "our forces", "our armed forces" at most
_ITS = frozenset(["a", "its", "his", "her", "their"])


def _is_place(kit: Kit, name: str) -> bool:
    """Whether a list has a place of that name, or its last word tells one: `Hill | Road`."""
    return name.rsplit(maxsplit=1)[-1].casefold() in kit.language.places.levels() or bool(kit.gazetteer.lookup(name))


def sayings(sentences: Sequence[Sentence], parties: Sequence[Party], kit: Kit) -> tuple[Saying, ...]:
    """All sayings of a page in order of their cues.

    Handles cues before, behind and inside what was said, with and without commas and quotation marks; quotations over
    several sentences; speakers taken up again (`it said`, `he added`, `the group also said`).
    """
    words = kit.codebook.languages["en"].reporting
    page = page_of(sentences, parties, words, partial(_is_place, kit))
    quotes = quotations(sentences)
    signs = [
        tuple(without_others(cue, sentence, page) for cue in cues(sentence.tokens, words)) if sentence.parsed else ()
        for sentence in sentences
    ]
    offices = _offices(sentences, signs, page)
    found: list[Saying] = []
    heard: list[Voice] = []
    for sentence, here in zip(sentences, signs, strict=True):
        told = narrated(sentence, words, quotes) if here else ()
        found.extend(
            without(_over_break(saying, sentence, quotes), told)
            for saying in _in_sentence(sentence, here, page, offices, heard)
        )
    spoken = frozenset(sentence.index for sentence, here in zip(sentences, signs, strict=True) if here)
    spread = listed([_with_quotations(saying, quotes) for saying in found], sentences, spoken)
    whole = [
        *spread,
        *open_quotations(sentences, quotes, spread, page),
        *in_turns(sentences, page),
        *in_letters(sentences),
    ]
    others = {at.index for at, here in zip(sentences, signs, strict=True) if any(_is_others(cue, at) for cue in here)}
    whole.extend(in_full(sentences, page, others))
    whole.extend(said_before(whole, sentences, page, others))
    whole.extend(carried_on(whole, sentences, quotes, words))
    whole.extend(in_own_words(whole, sentences, quotes, page, others))
    return tuple(sorted(whole, key=lambda s: (s.cue, s.content)))


def said_of(sayings: Sequence[Saying], start: int, end: int) -> Attribution:
    """The attribution of the document's stretch `start:end`: innermost speaker, outer ones as carriers; else nobody."""
    covering = sorted(
        (size, saying.cue, n) for n, saying in enumerate(sayings) if (size := _cover(saying, start, end)) is not None
    )
    if not covering:
        return Attribution()
    chain = [sayings[covering[0][2]]]
    for _, _, n in covering[1:]:
        if _cover(sayings[n], *chain[-1].cue) is not None and sayings[n].said.name:
            chain.append(sayings[n])
    inner = chain[0].said
    names = [*inner.via, *(via for outer in chain[1:] for via in (outer.said.name, *outer.said.via) if via)]
    stance: Stance = next((saying.said.stance for saying in chain if saying.said.stance != "asserts"), "asserts")
    return replace(inner, via=tuple(dict.fromkeys(n for n in names if n != inner.name)), stance=stance)


def _is_others(cue: Cue, sentence: Sentence) -> bool:
    """Whether the cue gives what it holds to somebody, were he nameless: `according to agencies`, not `we announce`."""
    return cue.source is not None and not _is_ours(sentence.tokens, cue)


def _is_ours(tokens: Tokens, cue: Cue) -> bool:
    """Whether it is whoever writes or speaks himself: `we announce`, `our forces registered 12 dead`."""
    words = tokens.lowers[slice(*cue.source)] if cue.source is not None else ()
    return words == ("we",) or "our" in words[-_OURS:-1]


def _cover(saying: Saying, start: int, end: int) -> int | None:
    """The size of the content piece that holds `start:end`, or None."""
    sizes = [last - first for first, last in saying.content if first <= start and end <= last]
    return min(sizes, default=None)


def _offices(sentences: Sequence[Sentence], signs: Sequence[Sequence[Cue]], page: Page) -> dict[str, tuple[str, ...]]:
    """Each person's organisation as the page gives it anywhere."""
    known: dict[str, tuple[str, ...]] = {}
    for sentence, found in zip(sentences, signs, strict=True):
        for cue in found:
            for span in (cue.source, *cue.relays):
                voice = name(sentence, span, page, ()) if span else None
                if voice and voice.kind == "person" and voice.via:
                    known.setdefault(voice.name, voice.via)
    return known


def _in_sentence(
    sentence: Sentence, found: Sequence[Cue], page: Page, offices: dict[str, tuple[str, ...]], heard: list[Voice]
) -> Iterable[Saying]:
    tokens = sentence.tokens
    previous: Voice | None = None
    for cue, content in zip(found, contents(tokens, found), strict=True):
        voice = _voice(sentence, cue, page, heard, previous)
        pieces = tuple(sentence.span(*piece) for piece in content if piece[1] > piece[0])
        relays = [carrier.name for span in cue.relays if (carrier := name(sentence, span, page, heard))]
        if voice is None:
            if pieces and (relays or _unnamed(sentence, cue, page)):
                said = Attribution(via=tuple(dict.fromkeys(relays)), stance=cue.stance)
                yield Saying(said=said, cue=sentence.span(cue.at, cue.at + 1), content=pieces, carried=True)
            continue
        issue = voice.issue or _issue(tokens, page.words)
        voice = replace(voice, via=voice.via or offices.get(voice.name, ()), sentence=sentence.index, issue=issue)
        heard.append(voice)
        previous = voice
        if pieces:
            via = tuple(dict.fromkeys(v for v in (*voice.via, *relays) if v != voice.name))
            said = replace(voice.said, via=via, stance=cue.stance)
            yield Saying(
                said=said,
                cue=sentence.span(cue.at, cue.at + 1),
                content=pieces,
                source=sentence.span(*cue.source) if cue.source and not cue.inherits else None,
                carried=_carried(sentence, cue),
            )


def _issue(tokens: Tokens, words: Reporting) -> str:
    """The paper in which somebody says it: `the council, in its 90-page | report, said`."""
    papers = words.nouns_of("utterance")
    for at, word in enumerate(tokens.lowers):
        if word in papers and at > 1 and tokens[at - 1].tag_ != "IN":
            led = tokens.lowers[max(0, at - _PAPER) : at]
            if "in" in led and not _ITS.isdisjoint(led):
                return word
    return ""


def _voice(sentence: Sentence, cue: Cue, page: Page, heard: Sequence[Voice], previous: Voice | None) -> Voice | None:
    if cue.inherits and previous is not None:
        return previous
    if cue.source is None:
        return None
    if _own_press(sentence.tokens, cue, page.words) or _is_ours(sentence.tokens, cue):
        return None
    found = name(sentence, cue.source, page, heard)
    counts = page.words.is_noun(sentence.tokens[nominals.head(sentence.tokens, cue.source)].lower_, "tally")
    if found is None and cue.relays and counts:
        return name(sentence, cue.relays[0], page, heard)  # `figures released by X show`
    return found


def _own_press(tokens: Tokens, cue: Cue, words: Reporting) -> bool:
    """Whether the outlet itself has found something out: `our correspondent learnt`, `this newspaper reported`."""
    first, last = cue.source or (0, 0)
    own = tokens[first].lower_ if last - first > 1 else ""
    press = words.is_noun(tokens[nominals.head(tokens, (first, last))].lower_, "press", "outlet") if own else False
    told = words.verb(tokens[cue.at].lower_) in {words.verb("said"), words.verb("reports")}
    return press and (own == "this" or (own == "our" and not told))


def _unnamed(sentence: Sentence, cue: Cue, page: Page) -> bool:
    """Somebody speaks whom the page does not name: `he said`, `the group said` with nobody before; no raid does."""
    pointing = {"he", "she", "it", "they", "the", "this", "our"}
    if cue.source is None or sentence.tokens[cue.source[0]].lower_ not in pointing:
        return False
    return not page.words.is_noun(sentence.tokens[nominals.head(sentence.tokens, cue.source)].lower_, "mute")


def _carried(sentence: Sentence, cue: Cue) -> bool:
    return cue.source is not None and sentence.tokens[cue.source[1] - 1].tag_ == "PRP"


def _over_break(saying: Saying, sentence: Sentence, quotes: Sequence[tuple[int, int]]) -> Saying:
    """`“Who did it?” the doctor asked.`: the quotation ended the sentence before the cue."""
    said = any(
        c.isalnum()
        for first, last in saying.content
        for c in sentence.tokens.text[first - sentence.start : last - sentence.start]
    )
    near = touching(quotes, sentence.start - 2, sentence.start)
    before = next((q for q in near if 0 <= sentence.start - q[1] <= 1), None)
    return saying if said or before is None else replace(saying, content=(before,))


def _with_quotations(saying: Saying, quotes: Sequence[tuple[int, int]]) -> Saying:
    """`saying` with every quotation that its content touches taken in whole."""
    if touching(quotes, saying.cue[0], saying.cue[0] + 1):
        return saying
    touched = sorted({quote for piece in saying.content for quote in touching(quotes, *piece)})
    if not touched:
        return saying
    pieces = tuple(_grown(piece, touched) for piece in saying.content)
    quoted = sum(
        min(q[1], last) - max(q[0], first) for q in touched for first, last in pieces if q[0] < last and first < q[1]
    )
    return replace(saying, content=pieces, direct=2 * quoted >= sum(last - first for first, last in pieces))


def _grown(piece: tuple[int, int], quotes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    first, last = piece
    for start, end in quotes:
        if start < last and first < end:
            first, last = min(first, start), max(last, end)
    return first, last
