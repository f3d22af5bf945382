"""Places: one built file, no server.

`open_gazetteer()` gives a `Gazetteer`; `python -m crosswire.gazetteer.build` makes the file it reads.
"""

from crosswire.gazetteer.entry import Entry, Kind, distance_km
from crosswire.gazetteer.errors import GazetteerError
from crosswire.gazetteer.store import Gazetteer, open_gazetteer
from crosswire.gazetteer.units import UNIT_WORDS

__all__ = ["UNIT_WORDS", "Entry", "Gazetteer", "GazetteerError", "Kind", "distance_km", "open_gazetteer"]
