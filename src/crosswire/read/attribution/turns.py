"""Pages in turns, as interviews and talks are printed: `Q: … | A: …`, `DABBAGH: … | MORO: …`.

Whoever answers speaks his turns; those of whoever asks are the outlet's.
"""

import re
from collections.abc import Sequence

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution.voices import Page
from crosswire.read.attribution.wording import written
from crosswire.read.clues import Saying, Sentence
from crosswire.records import Attribution, Record

_LABEL = re.compile(r"\s*(Q|A|Question|Answer|[A-Z][A-Z.'’-]+(?: [A-Z.'’-]+){0,3})(, [^:]{1,40})?:(?=\s|$)")
_END = re.compile(r"\s*(?:Editor|Note\b|___|\*\s?\*|\(|\[|Copyright)")
_ANSWERS = frozenset({"a", "answer"})
_TURNS = 3  # turns on a page in turns at least
_FAR = 9  # words from "talks to" to the name at most


class _Turn(Record):
    """Whose turn it is, as printed, with the sentences of the turn; `host`: somebody of the outlet."""

    label: str
    host: bool
    own: tuple[Sentence, ...]

    @property
    def asks(self) -> bool:
        """Whether the turn ends in a question."""
        return self.own[-1].tokens.text.rstrip().endswith("?")


def in_turns(sentences: Sequence[Sentence], page: Page) -> list[Saying]:
    """What those say who answer, where at least two take turns and one of them asks."""
    turns = _turns(sentences)
    labels = {turn.label for turn in turns}
    if len(turns) < _TURNS or not 1 < len(labels) < len(turns):
        return []
    shares = {label: _share([turn for turn in turns if turn.label == label]) for label in sorted(labels)}
    most = max(shares.values())
    said: list[Saying] = []
    for turn in turns if most else ():
        if turn.host or shares[turn.label] == most or (who := _name(turn.label, turns[0], sentences, page)) is None:
            continue
        first = turn.own[0]
        content = tuple((sentence.start, sentence.end) for sentence in turn.own)
        cue = (first.start, first.start + first.tokens.text.index(":") + 1)
        said.append(Saying(said=Attribution(speaker=who), cue=cue, content=content, carried=True))
    return said


def _share(turns: Sequence[_Turn]) -> float:
    """In what share of his turns somebody asks; whoever is of the outlet asks in all."""
    return sum(turn.asks or turn.host for turn in turns) / len(turns)


def _turns(sentences: Sequence[Sentence]) -> list[_Turn]:
    """The turns of the page in order; a turn goes on until the next label, the last one to a note of the editor."""
    starts: list[tuple[int, str, bool]] = []
    for at, sentence in enumerate(sentences):
        opens = at == 0 or sentence.paragraph != sentences[at - 1].paragraph
        if opens and (found := _LABEL.match(sentence.tokens.text)):
            starts.append((at, found[1].split()[-1].casefold(), "HOST" in (found[2] or "")))
    last = starts[-1][0] if starts else 0
    closed = (at for at in range(last + 1, len(sentences)) if _END.match(sentences[at].tokens.text))
    ends = [*(at for at, _, _ in starts[1:]), next(closed, len(sentences))]
    return [
        _Turn(label=label, host=host, own=tuple(sentences[at:end]))
        for (at, label, host), end in zip(starts, ends, strict=False)
    ]


def _name(label: str, first: _Turn, sentences: Sequence[Sentence], page: Page) -> str | None:
    """Whom a label means: the page's name that ends in it, else whom the words before the first turn bring in."""
    if label not in _ANSWERS:
        full = (name for name in page.names if name.split()[-1].casefold() == label and not name.isupper())
        return next(full, label.title())
    before = [sentence for sentence in sentences if sentence.index < first.own[0].index and sentence.parsed]
    told = (name for sentence in before if (name := _talked_to(sentence, page.words)))
    subjects = (name for sentence in before if (name := _subject(sentence, page)))
    return next(told, None) or next(subjects, None)


def _talked_to(sentence: Sentence, words: Reporting) -> str | None:
    """`an interview with the governor, | Karim Dabbagh`, `talks to | Karim Dabbagh`."""
    tokens = sentence.tokens
    at = next((i for i, word in enumerate(tokens.lowers) if words.is_noun(word, "talk")), None)
    to = (
        next((i for i in range(at, len(tokens)) if tokens[i].lower_ in {"with", "to"}), None)
        if at is not None
        else None
    )
    if to is None:
        return None
    first = next((i for i in range(to + 1, min(to + _FAR, len(tokens))) if tokens[i].tag_ == "NNP"), None)
    last = first or 0
    while last < len(tokens) and tokens[last].tag_ in {"NNP", "HYPH"}:
        last += 1
    return written(sentence, first, last) if first is not None and last - first > 1 else None


def _subject(sentence: Sentence, page: Page) -> str | None:
    """The person by name of whom the sentence tells: `Karim Dabbagh, 23, | drives an ambulance`."""
    subject = next((t for t in sentence.tokens if t.dep_ == "nsubj" and t.head.dep_ == "ROOT"), None)
    bodies = [party for party in page.parties.get(sentence.index, ()) if party.kind != "person"]
    if subject is None or subject.tag_ != "NNP" or any(party.first <= subject.i < party.last for party in bodies):
        return None
    return written(sentence, subject.left_edge.i, subject.i + 1)
