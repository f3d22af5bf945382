"""Incidents and claimed control as one GeoPackage (OGC 12-128r18), made with the standard library alone.

Two layers of points in WGS 84 and, as attributes, the tables of tolls and claims. A row without a known spot has no
geometry. The meaning of each column stands in `gpkg_data_columns`.
"""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from crosswire.formats.columns import Sheet
from crosswire.formats.rows import sheet, table
from crosswire.formats.spots import LAYERS, spots
from crosswire.formats.tables import create, insert
from crosswire.records import Ledger

_ATTRIBUTES = ("tolls", "claims")
TABLES = tuple(table(name) for name in (*LAYERS, *_ATTRIBUTES))

_APPLICATION = 0x47504B47  # "GPKG"
_VERSION = 10300
_WGS84 = 4326
_NO_CLOCK = "1970-01-01T00:00:00.000Z"  # `last_change` must be there; a clock would give each copy other bytes
_SCHEMA = """
CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id)
);
CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL REFERENCES gpkg_contents (table_name), column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
    z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name)
);
CREATE TABLE gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_data_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
    constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
    CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
    constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
    max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv UNIQUE (constraint_name,
    constraint_type, value)
);
"""
_WKT = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
    'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]'
)
_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", _WGS84, "EPSG", _WGS84, _WKT, "longitude and latitude in degrees"),
)
_EXTENSION = "http://www.geopackage.org/spec121/#extension_schema"


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `ledger.gpkg` in the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / "ledger.gpkg"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; {_SCHEMA}")
        database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
        for name in ("gpkg_data_columns", "gpkg_data_column_constraints"):
            row = (name, None, "gpkg_schema", _EXTENSION, "read-write")
            database.execute("INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)", row)
        for name in LAYERS:
            _layer(database, sheet(ledger, name))
        for name in _ATTRIBUTES:
            _attributes(database, sheet(ledger, name))
    return (path,)


def _layer(database: sqlite3.Connection, layer: Sheet) -> None:
    points = spots(layer)
    known = [point for point in points if point]
    east, north = [lon for lon, _ in known], [lat for _, lat in known]
    extent = (min(east), min(north), max(east), max(north)) if known else (None,) * 4
    create(database, layer, ("fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "geom POINT"))
    _register(database, layer, "features", (*extent, _WGS84))
    row = (layer.table.name, "geom", "POINT", _WGS84, 0, 0)
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, ?, ?)", row)
    insert(database, layer, ((fid, _geometry(point)) for fid, point in enumerate(points, 1)))


def _attributes(database: sqlite3.Connection, one: Sheet) -> None:
    create(database, one, ("fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",))
    _register(database, one, "attributes", (None,) * 5)
    insert(database, one, ((fid,) for fid, _ in enumerate(one.rows, 1)))


def _register(database: sqlite3.Connection, one: Sheet, kind: str, extent: tuple[float | int | None, ...]) -> None:
    row = (one.table.name, kind, one.table.name, one.table.title, _NO_CLOCK, *extent)
    database.execute("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    database.executemany("INSERT INTO gpkg_data_columns VALUES (?, ?, ?, ?, ?, NULL, NULL)", _meanings(one))


def _meanings(one: Sheet) -> Iterator[tuple[str, str, str, str, str]]:
    for column in one.table.columns:
        told = "derived" if column.derived else "reported"
        yield one.table.name, column.name, column.name, column.name, f"{column.meaning} ({told})"


def _geometry(point: tuple[float, float] | None) -> bytes | None:
    """A point as GeoPackage binary: magic, version, flags (little endian, no envelope), reference system, then WKB."""
    return None if point is None else struct.pack("<2sBBi", b"GP", 0, 1, _WGS84) + struct.pack("<BIdd", 1, 1, *point)
