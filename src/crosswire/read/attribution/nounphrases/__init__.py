"""The noun phrase just before or just after a token, by tags alone: works where commas are gone and parses fail."""

from crosswire.read.attribution.nounphrases.beginning import after, base_end
from crosswire.read.attribution.nounphrases.ending import before
from crosswire.read.attribution.nounphrases.inside import is_dash

__all__ = ["after", "base_end", "before", "is_dash"]
