"""crosswire: reads news about armed conflict and shows what really stands behind every figure."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - what a module gives
    """`crosswire.Ledger`, which lives in `crosswire.api`: loaded on demand, as a build needs the version alone."""
    if name == "Ledger":
        return import_module("crosswire.api").Ledger
    message = f"module 'crosswire' has no attribute {name!r}"
    raise AttributeError(message)
