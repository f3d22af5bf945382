"""The wheel's build hook: makes the gazetteer file, which git does not carry, from the packages that pyproject.toml pins."""

import sys
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
        from crosswire.gazetteer.build import main  # the package is not installed yet when this file is loaded

        self.app.display_info(f"crosswire: building the gazetteer for a {version} wheel (about half a minute)")
        main([str(root / _FILE)])
        build_data["artifacts"].append(_FILE)
