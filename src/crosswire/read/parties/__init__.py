"""Who takes part: actors of the codebook, organisations and persons that the page itself introduces."""

from crosswire.read.parties.finding import parties

__all__ = ["parties"]
