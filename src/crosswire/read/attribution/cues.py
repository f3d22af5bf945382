"""Reporting cues of one sentence: the verb or phrase, whose words they are, who carries them, where the words stand.

Handles `X said …`, `…, said X`, `…, X said`, `… X said on Friday` without commas, `according to X`, `citing X`,
`reported by X`, `was quoted by Y as saying`, `Y quoted X as saying`, `told Y`, `adding that`, `putting the toll
at`, headlines.
"""

from collections import defaultdict

from msgspec.structs import replace

from crosswire.codebook.once import once
from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.colons import colon_cue
from crosswire.read.attribution.cue import BREAKS, FINITE, QUOTES, Cue, helper_of, leads
from crosswire.read.attribution.gapped import with_gapped
from crosswire.read.attribution.headlines import entry_cue, headline_cue
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.nouncues import NOUN_CUES, noun_cue
from crosswire.read.attribution.speaking import speaks_by_trade
from crosswire.read.attribution.verbcues import verb_cue
from crosswire.read.tokens import Token, Tokens

_TURNS = frozenset({"but", "while", "whereas", "although", "though", ";"})
_Openings = dict[str, list[tuple[list[str], bool]]]


def cues(tokens: Tokens, words: Reporting) -> tuple[Cue, ...]:
    """The cues of one sentence in order; relays and quoted sources are already in their places."""
    openings, first = _openings(words), _first_words(words)
    found = [
        cue for at, word in enumerate(tokens.lowers) if word in first and (cue := _cue(tokens, at, openings, words))
    ]
    if not found:
        single = (
            entry_cue(tokens, words)
            or headline_cue(tokens, words)
            or _before_quotation(tokens, words)
            or colon_cue(tokens, words)
        )
        return (single,) if single else ()
    known = with_gapped(tokens, _with_quoted(tokens, _without_reports(tokens, found, words), words), words)
    return _with_relays(tokens, known, words)


def _cue(tokens: Tokens, at: int, openings: _Openings, words: Reporting) -> Cue | None:
    return verb_cue(tokens, at, words) or _phrase(tokens, at, openings, words) or noun_cue(tokens, at, words)


def _before_quotation(tokens: Tokens, words: Reporting) -> Cue | None:
    """`The governor was blunt: | “…”`: who a sentence is about says the quotation behind its colon."""
    colon = next((i for i in range(1, len(tokens) - 1) if tokens[i].text == ":" and tokens[i + 1].text in QUOTES), 0)
    subject = next((t for t in tokens[:colon] if t.dep_ == "nsubj" and _main(t.head, colon)), None)
    if subject is None or tokens[colon - 1].text in QUOTES:
        return None
    source = nounphrases.before(tokens, subject.i + 1, words)
    if source is None or not speaks_by_trade(tokens, source, words):
        return None
    return Cue(at=subject.head.i, first=source[0], last=colon + 1, side="right", source=source)


def _main(verb: Token, colon: int) -> bool:
    """Whether a verb leads what stands before the colon, by itself or under a verb of the quotation."""
    return verb.i < colon and (verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.i > colon))


def _without_reports(tokens: Tokens, found: list[Cue], words: Reporting) -> list[Cue]:
    """The cues less nobody's reports where somebody speaks of them: `the navy said | early reports indicated`."""
    bare = [cue for cue in found if _bare_reports(tokens, cue, words)]
    return [cue for cue in found if cue not in bare or not any(_told(tokens, cue, o) for o in found if o not in bare)]


def _told(tokens: Tokens, cue: Cue, other: Cue) -> bool:
    """Whether the other cue's speaker tells of what this one reports, with no turn (`while`) between the two."""
    if other.source is None or (other.side == "left" if other.first < cue.first else other.side == "right"):
        return False
    between = tokens[other.last : cue.first] if other.first < cue.first else tokens[cue.last : other.first]
    return not any(token.lower_ in _TURNS for token in between)


def _bare_reports(tokens: Tokens, cue: Cue, words: Reporting) -> bool:
    """Whether the source is `reports` without an issuer: evidence that somebody else must vouch for."""
    if cue.source is None or cue.relays or cue.quoting:
        return False
    first, last = cue.source
    early = all(words.is_noun(token.lower_, "early") for token in tokens[first : last - 1])
    return early and words.is_noun(tokens[last - 1].lower_, "unsigned")


def _phrase(tokens: Tokens, at: int, openings: _Openings, words: Reporting) -> Cue | None:
    """`according to X` before, behind or inside what X said."""
    size = _opening(tokens, at, openings, relays=False)
    if not size:
        return None
    source = nounphrases.after(tokens, at + size, words)
    if source is None:
        return None
    if tokens[source[0]].tag_ == "PRP$":
        his = words.is_noun(tokens[nominals.head(tokens, source)].lower_, "utterance")  # "according to | his post"
        if source[1] - source[0] == 1 or not (his or speaks_by_trade(tokens, source, words)):
            return None
        source = source if his else (source[0] + 1, source[1])
    source = _compiler(tokens, source, words) or source
    if size == 1 and (at == 0 or tokens[at - 1].text not in BREAKS or tokens[at + 1].tag_ not in {"DT", "NNP"}):
        return None
    return Cue(at=at, first=at, last=source[1], side="right" if leads(tokens, at) else "both", source=source)


def _compiler(tokens: Tokens, source: Range, words: Reporting) -> Range | None:
    """Whoever made a count: `according to figures | compiled by the Karan Front`."""
    made = words.verb(tokens[source[1]].lower_) if source[1] + 1 < len(tokens) else None
    by = made is not None and made.figures and tokens[source[1] + 1].lower_ in {"by", "from"}
    counts = words.is_noun(tokens[nominals.head(tokens, source)].lower_, "utterance", "tally")
    return nounphrases.after(tokens, source[1] + 2, words) if by and counts else None


def _opening(tokens: Tokens, at: int, openings: _Openings, *, relays: bool) -> int:
    """How many tokens of a phrase stand at `at`; 0 if none."""
    for parts, relayed in openings.get(tokens[at].lower_, ()):
        if relayed == relays and [t.lower_ for t in tokens[at : at + len(parts)]] == parts:
            return len(parts)
    return 0


@once
def _openings(words: Reporting) -> _Openings:
    """The phrases by their first word, in the order of the codebook; true marks those that name a carrier."""
    found: dict[str, list[tuple[list[str], bool]]] = defaultdict(list)
    for group in words.phrases:
        for form in group.forms:
            parts = form.split()
            found[parts[0]].append((parts, group.relays))
    return dict(found)


@once
def _first_words(words: Reporting) -> frozenset[str]:
    """The words at which a cue can begin."""
    verbs = frozenset(form for group in words.verbs for form in group.forms)
    nouns = frozenset[str]().union(*(words.nouns_of(kind) for kind in NOUN_CUES))
    return verbs | frozenset(_openings(words)) | nouns


def _with_quoted(tokens: Tokens, found: list[Cue], words: Reporting) -> list[Cue]:
    """`X said, citing Y`: Y is the speaker, X the carrier; a `citing` without a cue beside it stands alone.

    What nobody signs speaks for nobody: behind `citing witness accounts` X stays the speaker.
    """
    hosts = [cue for cue in found if not cue.quoting]
    for quoting in (cue for cue in found if cue.quoting):
        before = [cue for cue in hosts if cue.at < quoting.at]
        host = before[-1] if before else next(iter(hosts), None)
        if host is None:
            hosts.append(quoting)
        elif host.source is not None and not host.inherits and not _unsigned(tokens, quoting, words):
            changed = replace(host, source=quoting.source, relays=(host.source, *host.relays))
            hosts[hosts.index(host)] = replace(
                changed,
                last=max(host.last, quoting.last)
                if host.side != "right" or quoting.first <= host.last + 1
                else host.last,
            )
    return sorted(hosts, key=lambda cue: cue.at)


def _unsigned(tokens: Tokens, cue: Cue, words: Reporting) -> bool:
    """Whether the source is a report or a count without a word for whoever gave it."""
    if cue.source is None:
        return True
    first, last = cue.source
    issued = any(t.tag_ in {"NNP", "NNPS", "POS", "PRP$"} or t.lower_ in {"by", "from"} for t in tokens[first:last])
    return not issued and words.is_noun(tokens[nominals.head(tokens, cue.source)].lower_, "utterance", "evidence")


def _with_relays(tokens: Tokens, found: list[Cue], words: Reporting) -> tuple[Cue, ...]:
    """`in a statement carried by X`: X joins the carriers of the cue that the statement belongs to."""
    openings = _openings(words)
    for i, word in enumerate(tokens.lowers):
        size = _opening(tokens, i, openings, relays=True) if word in openings else 0
        if not size or (i and helper_of(tokens, i) is not None):
            continue
        carrier = nounphrases.after(tokens, i + size, words)
        if carrier is None or tokens[carrier[0]].tag_ == "PRP$":
            continue  # "in a statement posted on | its page": who speaks carries himself
        before = [cue for cue in found if cue.first < i and not any(t.tag_ in FINITE for t in tokens[cue.last : i])]
        host = before[-1] if before else next((cue for cue in found if cue.at > i), None)
        if host is None or carrier in host.relays:
            continue
        inside = host.source is not None and host.source[0] <= i < host.source[1]
        source = (host.source[0], i) if host.source is not None and inside else host.source
        found[found.index(host)] = replace(
            host,
            source=source,
            relays=(*host.relays, carrier),
            last=host.last
            if host.side == "right" and host.last < i - 6
            else max(host.last, carrier[1] if carrier[1] <= len(tokens) and i >= host.last else host.last),
        )
    return tuple(found)
