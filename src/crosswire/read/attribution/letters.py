"""Letters that a page prints: from `Dear friends,` to `Yours, Karim` their writer speaks."""

import re
from collections.abc import Sequence

from crosswire.read.clues import Saying, Sentence
from crosswire.records import Attribution

_OPENING = re.compile(r"Dear [^.!?\n]{2,60}[,:]?$|Dear [\w ]{2,40}[,:]\s")
_CLOSING = re.compile(
    r"(?:(?:Yours|Sincerely|Respectfully|Faithfully)(?: \w+)?|(?:[A-Z][a-z]+ )?[Rr]egards|Love|In solidarity)"
    r"[,.]?\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})?[.]?$"
)
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}$")
_LONGEST = 60  # sentences of a letter at most


def in_letters(sentences: Sequence[Sentence]) -> list[Saying]:
    """What the writer of a letter tells between its opening and its close, where he signs with a name."""
    first = next((at for at, sentence in enumerate(sentences) if _OPENING.match(sentence.tokens.text.strip())), None)
    if first is None:
        return []
    for at in range(first + 1, min(first + _LONGEST, len(sentences))):
        closing = _CLOSING.match(sentences[at].tokens.text.strip())
        below = sentences[at + 1].tokens.text.strip() if closing and at + 1 < len(sentences) else ""
        name = (closing["name"] or (below if _NAME.match(below) else "")) if closing else ""
        if name:
            own = tuple((sentence.start, sentence.end) for sentence in sentences[first:at])
            cue = (sentences[at].start, sentences[at].end)
            return [Saying(said=Attribution(speaker=name), cue=cue, content=own, carried=True)]
    return []
