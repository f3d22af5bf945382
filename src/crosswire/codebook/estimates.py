"""Schema of `languages/*/estimates.toml`: by which words a number of dead is reckoned or modelled, and not counted."""

from crosswire.codebook.copying import Sign
from crosswire.records import Record


class Estimates(Record):
    """`sign` tells of an estimate wherever its clause holds it; `hedge` does so for a total over a period alone.

    Of one strike, "an estimated 30" is said by people who looked; of a war, by people who reckoned.
    """

    sign: tuple[Sign, ...]
    hedge: Sign
