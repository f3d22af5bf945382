"""The wheel's build hook: makes the gazetteer file, which git does not carry, from pinned packages."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_FILE = "src/crosswire/gazetteer/places.sqlite"


class GazetteerHook(BuildHookInterface[Any]):
    """Builds the gazetteer before the wheel (or the editable install) is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Makes the file and adds it to the wheel, although git ignores it."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        build = import_module("crosswire.gazetteer.build")  # not importable before, as nothing is installed yet
        self.app.display_info(f"crosswire: building the gazetteer for a {version} wheel (about half a minute)")
        build.main([str(root / _FILE)])
        build_data["artifacts"].append(_FILE)
