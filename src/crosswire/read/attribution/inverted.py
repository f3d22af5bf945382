"""The speaker who stands behind the verb: `nine died, said | the mayor`."""

from crosswire.codebook.reporting import Reporting
from crosswire.read.attribution import nominals, nounphrases
from crosswire.read.attribution.cue import BE, BREAKS, FINITE, HAVE, QUOTES, helper_of
from crosswire.read.attribution.nominals import Range
from crosswire.read.attribution.parsed import parsed_subject
from crosswire.read.attribution.speaking import speaks, speaks_by_trade
from crosswire.read.tokens import Tokens


def inverted_speaker(tokens: Tokens, at: int, last: int, words: Reporting, *, speech: bool) -> Range | None:
    """The speaker behind the verb: `…, said X`. Only where X closes the clause."""
    if at == 0 or last != at + 1:
        return None
    right = nounphrases.after(tokens, at + 1, words)
    if right is None or (tokens[right[0]].tag_ in {"WDT", "DT", "CD"} and right[1] == right[0] + 1):
        return None
    rest = any(t.tag_ in FINITE for t in tokens[right[1] : len(tokens)])
    closes = (
        right[1] >= len(tokens)
        or tokens[right[1]].text in BREAKS | {"("}
        or tokens[right[1]].tag_ in {"IN", "RB", "VBG", "VBN", "WP", "WDT", "TO"}
        or tokens[right[1]].lower_ in {"and", "head", "a", "the"}
    )
    prior = tokens[at - 1]
    if prior.tag_ == "RB" and at > 1 and words.is_noun(prior.lower_, "time"):
        prior = tokens[at - 2]  # "nine died | overnight said X"
    somebody = speech and prior.text in BREAKS and _somebody(tokens, right, words)
    told = rest or (tokens[right[1] : right[1] + 1] != () and tokens[right[1]].tag_ == "VBN")
    closes = closes and not (told and tokens[right[0]].tag_ == "CD")  # "a wing said | 60 rebels and five guards died"
    if not closes or not (speaks(tokens, right, words) or somebody):
        return None
    if prior.text in BREAKS:
        parsed = parsed_subject(tokens, at, words)
        silent = parsed is None or parsed[0] == right[0] or not (rest and speaks(tokens, parsed, words))
        return right if prior.text in QUOTES or silent else None
    if prior.tag_ in {"CC", "RB", "MD"} or helper_of(tokens, at) is not None:
        set_off = prior.lower_ in HAVE and at > 1 and tokens[at - 2].text in BREAKS
        return right if set_off else None  # "two died, | had said the mayor"
    left = nounphrases.before(tokens, at, words)
    mute = left is None or not speaks(tokens, left, words)
    ends = speech and (right[1] >= len(tokens) or tokens[right[1]].text in BREAKS)
    return right if mute or (ends and _outspoken(tokens, left, right, words)) else None


def _outspoken(tokens: Tokens, left: Range | None, right: Range, words: Reporting) -> bool:
    """Whether who closes the sentence speaks, not who stands before: `… to join | opposition forces said X`."""
    if left is None or not speaks_by_trade(tokens, left, words):
        return True
    acted_on = left[0] > 0 and (tokens[left[0] - 1].tag_ in {"VB", "VBG"} or tokens[left[0] - 1].lower_ in BE)
    return acted_on and (speaks_by_trade(tokens, right, words) or _titled(tokens, right, words))


def _titled(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """Whether an office stands before a name: `observatory head | Karim Dabbagh`."""
    return any(words.is_noun(token.lower_, "role") for token in tokens[span[0] : span[1] - 1])


def _somebody(tokens: Tokens, span: Range, words: Reporting) -> bool:
    """`…, said | a shopkeeper`: a person by nothing but what he does; no act, no time, no thing."""
    top = tokens[nominals.head(tokens, span)]
    told = words.is_noun(top.lower_, "mute", "time", "tally")
    return tokens[span[0]].lower_ in {"a", "an", "one", "the"} and top.tag_ == "NN" and not told
