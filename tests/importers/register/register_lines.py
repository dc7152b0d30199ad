"""A register of a few lines, written for the tests: rows and their parties, as JSON lines; a document that names one."""

from __future__ import annotations

import json
from typing import Any

URL = "https://exemple.fr/cls?page=1"


def party(name: str, kind: str, role: str = "signatory", source: str = URL) -> dict[str, str]:
    """A party of a row."""
    return {"name": name, "type": kind, "role": role, "source": source}


def row(number: str, name: str, **more: Any) -> dict[str, Any]:
    """A row: a signed contract of Grand Nancy, but for what `more` says."""
    base = {"id": number, "type": "CLS", "name": name, "region_ars": "Grand Est", "territory": "Grand Nancy"}
    return {**base, "status": "signed", "sources": [URL], **more}


def lines(rows: list[dict[str, Any]]) -> str:
    """The file of these rows."""
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def describe_in_a_document(tiny) -> None:
    """A document of the graph that describes the arrangement cls-nancy-2."""
    (tiny.graph / "documents").mkdir()
    (tiny.graph / "documents" / "texte.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix arr: <https://w3id.org/maillage/id/arrangement/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
        'arr:cls-nancy-2 a mlg:LocalHealthContract ;\n    skos:prefLabel "Le contrat du texte"@fr .\n',
        encoding="utf-8",
    )
