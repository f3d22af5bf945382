"""New numbers for those just counted: "the toll could be as high as 200", "the rebels say nine"."""

from collections.abc import Mapping, Sequence

from crosswire.read.clues import Quantity, Tie
from crosswire.read.ties.rivals import in_short
from crosswire.read.ties.scene import FINITE, Scene, end, in_trigger, is_time
from crosswire.read.tokens import Token

_LED = 8  # tokens from such a word to the number
_KILLED = "killed"
_PHRASE = 3  # words of "a figure of"
_WHEN = 6  # tokens of "the whole of last year"
_ADVERBS = frozenset(["RB", "RBR", "RBS", "JJR", ",", "JJ"])
_VERBAL = frozenset(["VBD", "VBZ", "VBP", "VBN", "VB", "MD", "RB", "RP", "IN", "TO"])
_CLOSES = frozenset([".", ",", ";", ":", ")", "-RRB-", "''", '"', "”", "CC"])
_LEADS = frozenset([",", ":", "of", "–", "—"])
_SPANS = frozenset(["since", "for", "so"])
_YEAR = 4  # digits of a year


def anew(scene: Scene, quantity: Quantity, last: Tie, tied: Mapping[Quantity, Tie]) -> bool:
    """Whether it is a new number for what was just counted: "11 died but the number could be as high as | 200".

    Handles "put it, more exactly, at | 13", "gives a far higher number, | 406", "the rebels say | nine", "against | 40
    the year before" and "by noon it was | 131" too.
    """
    if not last.quantity.sentence <= quantity.sentence <= last.quantity.sentence + 1 or last.trigger.frame.things:
        return False
    before = scene.tokens[: quantity.first]
    if quantity.head is not None:
        population = scene.population(quantity)
        return population is not None and not population.things and _put_at(scene, before)
    ways = (_led_to, _put_at, _given)
    if any(way(scene, before) for way in ways) or _compared(scene, quantity, last) or _it_was(scene, quantity, last):
        return True
    return _said(scene, quantity, last, tied) or _could_be(scene, quantity)


def told_first(last: Tie, ties: Sequence[Tie]) -> Tie | None:
    """What "the number" is of, where a sentence tells of dead and wounded: the dead, if they are told of first."""
    same = [tie for tie in ties if tie.quantity.sentence == last.quantity.sentence and tie.whole is None]
    first = min(same, key=lambda tie: tie.quantity.first, default=last)
    alike = first.trigger.frame.kind == last.trigger.frame.kind
    return last if alike else first if first.trigger.frame.kind == _KILLED else None


def _could_be(scene: Scene, quantity: Quantity) -> bool:
    """Whether "the number" leads to it: "the number could be as high as | 200"."""
    before = scene.tokens[: quantity.first]
    at = next((token.i for token in reversed(before) if token.lower_ in scene.kit.language.frames.tallies), None)
    if at is None or before[at - 1].lower_ != "the" or scene.tokens[at].dep_ not in {"nsubj", "nsubjpass"}:
        return False
    gap = before[at + 1 :]
    if gap and gap[0].lower_ in _SPANS:
        gap = gap[next((n for n, token in enumerate(gap) if token.tag_ in FINITE), len(gap)) :]  # "since May | is"
    plain = bool(gap) and (gap[0].tag_ in FINITE or gap[0].tag_ == "MD") and len(gap) <= _LED
    reaching = quantity.figure.bound == "up_to"  # "could be | as high as 200"
    led = reaching or (bool(gap) and gap[-1].lower_ in scene.kit.language.frames.leads)
    return plain and led and not any(in_trigger(scene, token) or token.tag_ in {"CD", ","} for token in gap)


def _led_to(scene: Scene, before: Sequence[Token]) -> bool:
    """Whether a toll is led to the number: "bringing the total | to 19", "put it | at 19", "gave a figure | of 19"."""
    frames, words = scene.kit.language.frames, [token.lower_ for token in before[-_LED:]]
    if len(words) < _PHRASE or frames.tallies.isdisjoint(words[-2:]):
        return False
    if words[-1] in frames.tallies and words[-2] in {"the", "its", "their"}:
        return words[-3] in frames.putting  # "put the number | closer to 1,000"
    if words[-1] in {"to", "at", "as"}:
        verbs = frames.raising if words[-1] == "to" else frames.putting
        led = words[:-2] if before[-3].tag_ != "JJ" else words[:-3]  # "reckons the true figure | at 41"
        told = words[-2] in frames.tallies and led[-1:] != [] and led[-1] in {"the", "its", "their", "this", "that"}
        return told and led[-2:-1] != [] and led[-2] in verbs
    return words[-1] == "of" and words[-2] in frames.tallies - frames.sums and words[-3] in {"a", "the"}


def _put_at(scene: Scene, before: Sequence[Token]) -> bool:
    """Whether somebody puts it at the number: "puts this, more exactly, | at 13", "raised it | to 13"."""
    if not before or before[-1].lower_ not in {"at", "to"}:
        return False
    near, frames = before[-_LED:-1], scene.kit.language.frames
    verbs = frames.putting if before[-1].lower_ == "at" else frames.raising
    at = next((place for place, token in enumerate(near) if token.lower_ in verbs), None)
    if at is None or [token.lower_ for token in near[at + 1 : at + 2]] not in (["it"], ["this"], ["that"]):
        return False
    return all(token.tag_ in _ADVERBS for token in near[at + 2 :])


def _given(scene: Scene, before: Sequence[Token]) -> bool:
    """Whether somebody gives another number: "gives a far higher number, | 406", "had a lower figure: | nine"."""
    frames, near = scene.kit.language.frames, before[-_LED:]
    if len(near) < _PHRASE or near[-1].lower_ not in _LEADS or near[-2].lower_ not in frames.tallies:
        return False
    other = scene.kit.language.numbers.forms("other")
    compared = any(token.tag_ == "JJR" or token.lower_ in other for token in near[:-2])
    return compared and any(token.lower_ in frames.giving for token in near[:-2])


def _compared(scene: Scene, quantity: Quantity, last: Tie) -> bool:
    """Whether another time's number is held against it: "1,900 died, against | 3,452 the whole of last year"."""
    if last.quantity.sentence != quantity.sentence or last.quantity.first > quantity.first:
        return False
    gap = scene.tokens[max(end(last.quantity), 0) : quantity.first]
    words = " ".join(token.lower_ for token in gap)
    comparing = scene.kit.language.frames.comparing
    if not any(words == word or words.endswith(f" {word}") for word in comparing):
        return False
    after = scene.tokens[quantity.last : quantity.last + _WHEN]
    dated = any(is_time(scene, token) or (token.text.isdigit() and len(token.text) == _YEAR) for token in after)
    return bool(after) and after[0].tag_ in {"IN", "DT", "JJ", "RB", "RBR"} and dated


def _it_was(scene: Scene, quantity: Quantity, last: Tie) -> bool:
    """Whether the toll told of before is the subject: "on the 9th it was | 131, and it has since gone up to | 138"."""
    before = scene.tokens[: quantity.first]
    at = next((token.i for token in reversed(before) if token.lower_ == "it"), None)
    behind = scene.tokens[quantity.last : quantity.last + 1]
    if last.how not in {"to", "anew"} or at is None or not all(token.tag_ in _CLOSES for token in behind):
        return False
    gap = scene.tokens[at + 1 : quantity.first]
    led = bool(gap) and gap[-1].lower_ in scene.kit.language.frames.leads
    return led and gap[0].tag_ in FINITE | {"MD"} and all(token.tag_ in _VERBAL for token in gap)


def _claims(scene: Scene, before: Sequence[Token]) -> bool:
    """Whether somebody claims what follows: "the rebels | say", "the army only | admitted to"."""
    words = [token.lower_ for token in before if token.tag_ != "RB" or token.lower_ == "up"]
    words = words[:-2] if words[-2:] == ["there", "were"] else words
    claiming = scene.kit.language.frames.claiming
    return any(" ".join(words[-size:]) in claiming for size in range(1, _PHRASE + 1))


def _counts_them(scene: Scene, quantity: Quantity, before: Sequence[Token]) -> bool:
    """Whether somebody's own count comes to it: "the rebels' own count is | nine", "the real figure was | 41"."""
    frames = scene.kit.language.frames
    at = next((place for place in range(len(before) - 1, -1, -1) if before[place].lower_ in frames.tallies), 0)
    gap, led = before[at + 1 :], before[at - 1] if at else None
    if led is None or not gap or len(gap) > _PHRASE or quantity.figure.value == 1:
        return False
    whose = led.tag_ in {"POS", "PRP$"} or led.lower_ in frames.real
    return whose and all(token.lower_ in frames.leads or token.tag_ in {"RB", "VBZ"} for token in gap)


def _said(scene: Scene, quantity: Quantity, last: Tie, tied: Mapping[Quantity, Tie]) -> bool:
    """Whether somebody else says the bare number: "the rebels say | nine", "he spoke of four dead; doctors of | 11"."""
    others = (other for other in scene.before if last.quantity.sentence < quantity.sentence)
    if any(other.first > last.quantity.first for other in others):
        return False  # "nine died and six tanks burned. The guards say | nine"
    before = scene.tokens[: quantity.first]
    behind = scene.tokens[quantity.last : quantity.last + 1]
    if not before or not all(token.tag_ in _CLOSES for token in behind):
        return False
    if any(other.first < quantity.first and other not in tied for other in scene.quantities):
        return False  # "he saw six tanks, the guards say | nine"
    if _claims(scene, before) or _counts_them(scene, quantity, before) or in_short(scene, quantity, last):
        return True
    if before[-1].lower_ == "others" and before[-2:-1] != () and before[-2].tag_ in _CLOSES:
        return True  # "some say 60 died, others | 100"
    words = before[-_PHRASE:]
    gapped = len(words) == _PHRASE and words[0].lower_ in {";", ",", "and"} and words[2].lower_ == "of"
    return gapped and words[1].tag_ == "NNS" and words[1].lower_ in scene.populations
