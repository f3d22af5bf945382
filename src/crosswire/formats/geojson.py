"""Incidents and claimed control as GeoJSON (RFC 7946): WGS 84, longitude first, one file a table.

What has no known spot is a feature without geometry, as the standard has it: nothing is placed where nobody placed it.
A unit's middle is no spot; `place_precision` says so.
"""

import datetime as dt
import json
from pathlib import Path

from crosswire.formats.columns import Cell, Sheet
from crosswire.formats.rows import sheet, table
from crosswire.formats.spots import LAYERS, spots
from crosswire.records import Ledger

TABLES = tuple(table(name) for name in LAYERS)


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The paths of `incidents.geojson` and `controls.geojson` in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for name in LAYERS:
        path = out / f"{name}.geojson"
        path.write_text(_collection(sheet(ledger, name)), encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def _collection(layer: Sheet) -> str:
    names = [column.name for column in layer.table.columns]
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": spot} if spot else None,
            "properties": {name: _plain(cell) for name, cell in zip(names, row, strict=True)},
        }
        for spot, row in zip(spots(layer), layer.rows, strict=True)
    ]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _plain(cell: Cell) -> object:
    return cell.isoformat() if isinstance(cell, dt.date) else cell
