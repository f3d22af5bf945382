"""Active or passive: what stands before a verb."""

from crosswire.read.clues import Trigger
from crosswire.read.tokens import Tokens

BE = frozenset("am is are was were be been being 's get gets got getting 're".split())
AUXILIARIES = BE | frozenset(
    "has have had having do does did to may might can could would will shall should must".split()
)
COPULAS = frozenset("remain remains remained went lay lies stay stayed feel became become turned".split())


def passive(tokens: Tokens, trigger: Trigger) -> bool:
    """Whether a form of "be" stands before the trigger: "were reportedly | killed"."""
    if tokens[trigger.at].tag_ == "VBG":
        return False  # "have been besieging"
    if not BE.isdisjoint(tokens.lowers[trigger.first : trigger.at]):
        return True  # the frame's own words say so: "| were moved to | safety"
    at = trigger.first - 1
    while at >= 0 and tokens[at].tag_ in {"RB", "RBR"}:
        at -= 1
    return at >= 0 and tokens[at].lower_ in BE and not tokens[at].text.isupper()  # "IS" is a party
