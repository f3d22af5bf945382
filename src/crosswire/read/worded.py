"""Who acts in the words of the page: `ISIL`, where the codebook says Islamic State."""

from bisect import bisect_left

from crosswire.kit import Kit
from crosswire.read.clues import Clues, Draft, Party
from crosswire.read.opening import ARTICLES
from crosswire.read.tokens import Tokens
from crosswire.records import Attribution

_MARKS = ("'s", "’s", "'", "’")


def worded(draft: Draft, said: Attribution, clues: Clues, kit: Kit) -> str | None:
    """The words that stand for the one who acts: at the act, else where the page named him last before.

    None where no party of the page goes by that name, as for two who act together; for persons, whom the page names in
    full elsewhere; and where the words are an act themselves ("Russian air strikes"): the name must serve then.
    """
    if draft.actor == said.name:
        return said.speaker
    party = _mention(draft, clues)
    if party is None or party.kind == "person":
        return None
    tokens, here = clues.sentences[party.sentence].tokens, range(party.first, party.last)
    acts = any(trigger.at in here for trigger in clues.here(party.sentence).triggers)
    return (
        None if acts or tokens[party.last - 1].lower_ in kit.language.frames.occurrences else _plain(tokens, party, kit)
    )


def _mention(draft: Draft, clues: Clues) -> Party | None:
    """The mention of who acts that stands nearest to the act, else the last one before its sentence."""
    here = [party for party in clues.here(draft.sentence).parties if party.name == draft.actor]
    if here:
        return min(here, key=lambda party: abs(party.first - draft.at))
    before = clues.parties[: bisect_left(clues.parties, draft.sentence, key=lambda party: party.sentence)]
    return next((party for party in reversed(before) if party.name == draft.actor), None)


def _plain(tokens: Tokens, party: Party, kit: Kit) -> str:
    """The words without article and possessive mark, and without the capital that only opens the sentence."""
    first, last = party.first, party.last
    while first < last - 1 and tokens[first].lower_ in ARTICLES:
        first += 1
    while last - 1 > first and tokens[last - 1].text in _MARKS:
        last -= 1
    words = tokens.words(first, last)
    opens = not any(token.text[0].isalnum() for token in tokens[:first]) and words[1:].islower()
    common = tokens[first].tag_ in {"NN", "NNS", "JJ"} and kit.gazetteer.people(tokens[first].text) is None
    return words[0].lower() + words[1:] if opens and common else words
