"""Libraries that only some formats need, installed as extras."""

from importlib import import_module
from types import ModuleType


class MissingExtraError(Exception):
    """A library that a format needs is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        """Names the library and the command that installs it."""
        super().__init__(
            f"This needs the library {library}, which is not installed. Install it with: "
            f"pip install 'crosswire[{extra}]'"
        )


def needed(module: str, extra: str) -> ModuleType:
    """The module `module` of the extra `extra`. Raises `MissingExtraError` with the command that installs it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as problem:
        raise MissingExtraError(module.partition(".")[0], extra) from problem
