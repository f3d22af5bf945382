"""How the ledger came about, as PROV-JSON (W3C PROV-DM): pages, claims, figures and copies, with who said what.

A claim is derived from its page and attributed to its speaker; a toll is derived from its claims and is a revision of
none: what it replaced is named. A copy is a primary-source edge from page to page. No times but those that pages give.
"""

import json
from collections import defaultdict
from pathlib import Path

from crosswire.formats.columns import load_tables
from crosswire.formats.lookup import Lookup, ceiling, look_up
from crosswire.formats.rows import words_of
from crosswire.records import Document, Incident, Ledger, Toll
from crosswire.text.identity import identify

TABLES = tuple(table for table in load_tables("objects") if table.name == "provenance")

_Group = dict[str, dict[str, object]]
_PREFIX = {"cw": "urn:crosswire:", "schema": "https://schema.org/"}
_RUN = "cw:run"


def write(ledger: Ledger, out: Path) -> tuple[Path, ...]:
    """The path of `provenance.json` in the folder `out`."""
    found = look_up(ledger)
    told: dict[str, _Group] = defaultdict(dict)
    _agents(told, ledger, found)
    for document in ledger.documents:
        _page(told, document, found)
    _claims(told, ledger, found)
    for copy in sorted({(one.passage.document, one.original.document) for one in ledger.copies}):
        _derive(told, copy[0], copy[1], **{"prov:type": _type("prov:PrimarySource")})
    for incident in ledger.incidents:
        for toll in incident.tolls:
            _toll(told, incident, toll, found)
    out.mkdir(parents=True, exist_ok=True)
    path = out / "provenance.json"
    whole = {"prefix": _PREFIX, **{name: told[name] for name in sorted(told)}}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return (path,)


def _agents(told: dict[str, _Group], ledger: Ledger, found: Lookup) -> None:
    run = ledger.run
    software = f"cw:crosswire-{run.version}"
    told["agent"][software] = {"prov:type": _type("prov:SoftwareAgent"), "prov:label": f"crosswire {run.version}"}
    told["activity"][_RUN] = {"cw:codebook": run.codebook, "cw:gazetteer": run.gazetteer, "cw:policy": run.policy}
    told["wasAssociatedWith"]["_:run"] = {"prov:activity": _RUN, "prov:agent": software}
    for name in sorted({claim.said.name for claim in ledger.claims if claim.said.name}):
        told["agent"][_agent(name)] = {"prov:label": name}
    for name in sorted({found.outlet(document.id) for document in ledger.documents}):
        told["agent"][_agent(name)] = {"prov:label": name}


def _page(told: dict[str, _Group], document: Document, found: Lookup) -> None:
    facts = {"prov:label": document.title or document.url, "schema:url": document.url}
    if document.published and document.published.first == document.published.last:
        facts["schema:datePublished"] = document.published.first.isoformat()
    if document.updated:
        facts["schema:dateModified"] = document.updated.first.isoformat()
    told["entity"][f"cw:{document.id}"] = dict(facts)
    told["used"][f"_:u-{document.id}"] = {"prov:activity": _RUN, "prov:entity": f"cw:{document.id}"}
    _attribute(told, document.id, found.outlet(document.id))


def _claims(told: dict[str, _Group], ledger: Ledger, found: Lookup) -> None:
    for claim in ledger.claims:
        facts: dict[str, object] = {"prov:label": claim.kind, "prov:value": claim.quote.text, "cw:rule": claim.rule}
        if claim.figure:
            facts["cw:figure"] = claim.figure.text
        told["entity"][f"cw:{claim.id}"] = facts
        told["wasGeneratedBy"][f"_:g-{claim.id}"] = {"prov:entity": f"cw:{claim.id}", "prov:activity": _RUN}
        _derive(told, claim.id, claim.quote.document, **{"prov:type": _type("prov:Quotation")})
        _attribute(told, claim.id, claim.said.name or found.outlet(claim.quote.document))


def _toll(told: dict[str, _Group], incident: Incident, toll: Toll, found: Lookup) -> None:
    key = identify("t", incident.id, toll.kind, toll.counted, toll.side or "", toll.policy, *toll.claims)
    claims = [found.claims[name] for name in (*toll.claims, *toll.disputed_by)]
    numbers = {"low": toll.low, "best": toll.best, "high": ceiling(toll, claims)}
    facts: dict[str, object] = {"prov:label": f"{toll.kind}: {toll.counted}", "cw:policy": toll.policy}
    facts |= {f"cw:{name}": text for name, number in numbers.items() if (text := words_of(number, claims))}
    told["entity"][f"cw:{key}"] = facts
    told["wasGeneratedBy"][f"_:g-{key}"] = {"prov:entity": f"cw:{key}", "prov:activity": _RUN}
    for name in toll.claims:
        _derive(told, key, name)


def _derive(told: dict[str, _Group], made: str, source: str, **more: object) -> None:
    edge: dict[str, object] = {"prov:generatedEntity": f"cw:{made}", "prov:usedEntity": f"cw:{source}"}
    told["wasDerivedFrom"][f"_:d-{made}-{source}"] = edge | more


def _attribute(told: dict[str, _Group], made: str, name: str) -> None:
    edge: dict[str, object] = {"prov:entity": f"cw:{made}", "prov:agent": _agent(name)}
    told["wasAttributedTo"][f"_:a-{made}"] = edge


def _agent(name: str) -> str:
    return f"cw:{identify('a', name)}"


def _type(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
