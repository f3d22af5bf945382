"""Bodies that nobody listed, by their head noun: `Aleppo Police Command`, `Firat news agency`, `Liwa al-Tawhid`."""

from collections.abc import Sequence

from crosswire.codebook.actors import Head
from crosswire.codebook.lexicon import Name
from crosswire.read.parties.naming import OPENERS, listed
from crosswire.read.parties.vocabulary import Hit, Vocabulary
from crosswire.read.parties.wording import Word, follow

_LINKS = frozenset({"of", "for", "and", "the", "al", "el", "to"})
_BETWEEN = frozenset({"and", "the", "to"})  # no name has these before its head
_WHERE = frozenset({"in", "on", "near", "at", "outside", "around", "across", "of"})
_LONGEST = 9  # words of a name; longer runs are headlines


def unknown(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    """A body that nobody listed, by a head noun: `Aleppo Police Command`, `Firat news agency`, `Liwa al-Tawhid`."""
    if not words[at].capital or words[at].norm in _LINKS or words[at].tag in OPENERS or words[at].norm in known.titles:
        return None
    if at and words[at - 1].norm in known.titles and not words[at - 1].hyphen:
        return None
    found = _begun(words, at, known) or _headed(words, at, known)
    return None if found is not None and _runs_into(words, found, known) else found


def _runs_into(words: Sequence[Word], found: Hit, known: Vocabulary) -> bool:
    """Whether a headline's place runs into who tells it: "24 killed in raids on | Idlib | Monitor"."""
    placed = found.first > 0 and words[found.first - 1].norm in _WHERE
    return placed and found.last == len(words) and words[found.last - 1].norm in known.tellers


def capital_run(words: Sequence[Word], at: int) -> int:
    """Where the run of capitalised words that begins at `at` ends; linking words count only between capitals."""
    end = at
    for here in range(at, min(len(words), at + _LONGEST)):
        if here > at and words[here].opens:
            break
        if words[here].capital:
            end = here + 1
        elif words[here].norm not in _LINKS:
            break
    return end


def _begun(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    for phrase, head in known.heads.get(words[at].norm, ()):
        start = follow(words, at, phrase)
        if not head.first or start is None or start >= len(words) or words[start].opens:
            continue
        end = capital_run(words, start)
        if end > start:
            return _as_written(words, at, end, head)
    return None


def _headed(words: Sequence[Word], at: int, known: Vocabulary) -> Hit | None:
    run = capital_run(words, at)
    for here in range(at + 1, min(run + 1, len(words))):
        if words[here].norm in _BETWEEN or _is_somebody(words, here, known):
            return None
        found = _head_at(words, here, run, known)
        if found is None:
            continue
        end, head = found
        while end < run and (more := _head_at(words, end, run, known)):
            end, head = more
        return _as_written(words, at, _completed(words, end, run, known), head)
    return None


def _is_somebody(words: Sequence[Word], at: int, known: Vocabulary) -> bool:
    found = listed(words, at, known, loud=False) if known.begins(words[at].norm) else None
    return found is not None and found[1].country is None and not _bare(words[at:], found[1], known)


def _bare(words: Sequence[Word], name: Name, known: Vocabulary) -> bool:
    """Whether a listed name is one plain noun, which any longer name may hold: `National | Congress | Party`."""
    return len(name.words) == 1 and words[0].norm in known.heads


def _head_at(words: Sequence[Word], at: int, run: int, known: Vocabulary) -> tuple[int, Head] | None:
    if at >= len(words) or words[at].opens:
        return None
    for phrase, head in known.heads.get(words[at].norm, ()):
        end = follow(words, at, phrase)
        if end is not None and not head.first and (end <= run or head.plain):
            return end, head
    return None


def _completed(words: Sequence[Word], end: int, run: int, known: Vocabulary) -> int:
    """`Observatory for Human Rights` goes on after its head; `Army and Police` does not."""
    if end < run and words[end].norm in {"of", "for"}:
        stop = end
        while stop < run and (words[stop].norm != "and" or _common(words, stop + 1, run, known)):
            stop += 1
        return stop
    return end


def _common(words: Sequence[Word], at: int, run: int, known: Vocabulary) -> bool:
    """Whether only a common noun's phrase is left of a name: `… Revolution and | Opposition Forces`, `… | Children`."""
    if at >= run:
        return False
    plainly = any(follow(words, at, phrase) == run for phrase, _ in known.plain.get(words[at].norm, ()))
    return plainly or (run == at + 1 and listed(words, at, known, loud=False) is None)


def _as_written(words: Sequence[Word], first: int, last: int, head: Head) -> Hit:
    text = ""
    for here in range(first, last):
        text += words[here].text + ("-" if words[here].hyphen else " ")
    return Hit(first=first, last=last, name=text.strip(" -"), how="unknown", kind=head.kind)
