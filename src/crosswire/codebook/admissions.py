"""Schema of `languages/*/admissions.toml`: by which words a party owns to what it did."""

from crosswire.codebook.copying import Sign
from crosswire.records import Record


class Admissions(Record):
    """Signs that stand in the words of a party about its own deed."""

    sign: tuple[Sign, ...]
