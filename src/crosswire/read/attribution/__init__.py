"""Who said it, through whose hands: from cues, speakers and quotations to sayings."""

from crosswire.read.attribution.finding import said_of, sayings

__all__ = ["said_of", "sayings"]
