"""Schema of `languages/*/denials.toml`: who denies, and by which words he denies what he was said to have done."""

from crosswire.codebook.copying import Sign
from crosswire.records import Record


class Denials(Record):
    """Signs that stand in a denial. The first group of `denier` is whoever denies.

    `charge`: a deed that was laid to him is denied; `report`: what was said before is denied, without a word on it;
    `left_open`: nothing is denied; `added`: whoever says something denies something in the same breath.
    """

    denier: Sign
    charge: Sign
    report: Sign
    left_open: Sign
    added: Sign
