"""Whether a claim is about one occurrence, a running total, or history told as background."""

from crosswire.read.scope.page import Telling, reach

__all__ = ["Telling", "reach"]
