"""Who acts and where: the parties and places that hang on a trigger.

`slots` says what stands in each slot of a frame, `actors` who acts, `holders` who holds ground (`standins`: whom "it"
and "the group" stand for; `bands`: who bare forces are), `ground` which ground an act of control is about (`grounded`:
whether it is ground that somebody can hold; `armed`:
whether its holders can; `meant`: which place is meant; `stranded`, `aims`: ground that no slot
reaches), `extents` how much of it, `firmness` whether it came about, `otherwise` whether the words tell of it at all.
"""

from crosswire.read.roles.actors import actor
from crosswire.read.roles.armed import bears_arms, by_civilians, is_civil, is_force
from crosswire.read.roles.extents import excepting, extent, whole
from crosswire.read.roles.firmness import firm, in_vain, unreal
from crosswire.read.roles.ground import places
from crosswire.read.roles.holders import holder
from crosswire.read.roles.otherwise import befell_people, is_act, is_given
from crosswire.read.roles.reach import is_fought, owned
from crosswire.read.roles.sited import is_sited
from crosswire.read.roles.subjects import doer

__all__ = [
    "actor",
    "bears_arms",
    "befell_people",
    "by_civilians",
    "doer",
    "excepting",
    "extent",
    "firm",
    "holder",
    "in_vain",
    "is_act",
    "is_civil",
    "is_force",
    "is_fought",
    "is_given",
    "is_sited",
    "owned",
    "places",
    "unreal",
    "whole",
]
