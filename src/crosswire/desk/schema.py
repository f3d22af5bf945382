"""`crosswire schema`: the JSON Schemas of all records, for programs that read the exports."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from crosswire.desk.screen import OK, USAGE, print_json, say
from crosswire.records import Ledger, Page, Reading, Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Name = Annotated[str, Parameter(help="A record, such as Claim; without it, all of them.")]
To = Annotated[Path | None, Parameter(name=["--out", "-o"], help="A folder to write one file a record into.")]


def schema(name: Name = "", *, to: To = None) -> int:
    """Print the JSON Schema of the ledger's records (2020-12), or write one file for each into a folder."""
    schemas = record_schemas()
    if name and name not in schemas:
        say(f"There is no record named {name}. These are known: {', '.join(sorted(schemas))}.")
        return USAGE
    chosen = {name: schemas[name]} if name else schemas
    if to is None:
        print_json(_whole(schemas[name], schemas) if name else _all(schemas))
        return OK
    to.mkdir(parents=True, exist_ok=True)
    for record, own in chosen.items():
        path = to / f"{record}.schema.json"
        path.write_bytes(msgspec.json.format(msgspec.json.encode(_whole(own, schemas)), indent=2) + b"\n")
    say(f"Written: {len(chosen)} schemas into {to}")
    return OK


def record_schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each record by its name, references to others as `#/$defs/NAME`."""
    kinds: tuple[type[Record], ...] = (Ledger, Page, Reading)
    _, found = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    return dict(sorted(found.items()))


def _all(schemas: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return {"$schema": _DIALECT, "title": "Ledger", "$ref": "#/$defs/Ledger", "$defs": schemas}


def _whole(own: dict[str, Any], schemas: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One record's schema with the schemas that it refers to."""
    needed: dict[str, dict[str, Any]] = {}
    waiting = [own]
    while waiting:
        for reference in _references(waiting.pop()):
            if reference not in needed:
                needed[reference] = schemas[reference]
                waiting.append(schemas[reference])
    return {"$schema": _DIALECT, **own} | ({"$defs": dict(sorted(needed.items()))} if needed else {})


def _references(value: object) -> list[str]:
    """The names of all records to which a schema refers."""
    if isinstance(value, dict):
        own = [value["$ref"].rpartition("/")[2]] if isinstance(value.get("$ref"), str) else []
        return own + [name for part in value.values() for name in _references(part)]
    return [name for part in value for name in _references(part)] if isinstance(value, list) else []
