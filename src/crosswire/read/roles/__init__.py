"""Who acts and where: the parties and places that hang on a trigger.

`slots` says what stands in each slot of a frame, `actors` who acts, `holders` who holds ground (`standins`: whom "it"
and "the group" stand for; `bands`: who bare forces are), `ground` which ground an act of control is about (`grounded`:
whether it is ground that somebody can hold; `meant`: which place is meant; `stranded`, `aims`: ground that no slot
reaches), `extents` how much of it, `firmness` whether it came about.
"""

from crosswire.read.roles.actors import actor
from crosswire.read.roles.extents import excepting, extent, whole
from crosswire.read.roles.firmness import firm, in_vain, unreal
from crosswire.read.roles.ground import places
from crosswire.read.roles.holders import holder
from crosswire.read.roles.reach import owned

__all__ = ["actor", "excepting", "extent", "firm", "holder", "in_vain", "owned", "places", "unreal", "whole"]
