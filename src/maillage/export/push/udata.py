"""What udata, the software of data.gouv.fr, says of a dataset and a file: ours come in; its fields go out."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from maillage.export.push.bundle import Dataset, File

#: The endings that data.gouv.fr takes of those a bundle has; the portal is asked for its own, where it is asked at all.
TAKEN = {"csv", "txt", "json", "geojson", "rdf", "ttl", "gz", "svg", "xml", "zip"}
#: The names of extras: the identifier, the SHA-256 of a file, and the mark of a dataset that is not whole yet.
IDENTIFIER, SHA256, MARK = "dct:identifier", "maillage:sha256", "maillage:push"
_FREQUENCIES = {"IRREG": "irregular", "DAILY": "daily", "WEEKLY": "weekly", "MONTHLY": "monthly", "ANNUAL": "annual"}


def described(dataset: Dataset, licence: str | None) -> dict[str, Any]:
    """A dataset as the portal takes it."""
    out: dict[str, Any] = {
        "title": dataset.title,
        "description": dataset.description,
        "frequency": _FREQUENCIES.get(dataset.frequency.rpartition("/")[2], "unknown"),
        "tags": sorted(set(map(tag, dataset.keywords))),
        "extras": {IDENTIFIER: dataset.identifier, "maillage:version": dataset.version},
    }
    if licence:
        out["license"] = licence
    if dataset.start and dataset.end:
        out["temporal_coverage"] = {"start": dataset.start, "end": dataset.end}
    if dataset.geometry:
        shape = json.loads(dataset.geometry)
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        out["spatial"] = {"geom": {"type": "MultiPolygon", "coordinates": polygons}}
    return out


def resource(file: File) -> dict[str, Any]:
    """A file as the portal takes it."""
    return {
        "title": file.title,
        "description": file.description,
        "type": "main",
        "format": file.format,
        "extras": {IDENTIFIER: file.iri, SHA256: file.sha256},
    }


def tag(word: str) -> str:
    """A keyword as udata keeps it: lower case, without accents, hyphens for all else.

    >>> tag("Contrat local de santé")
    'contrat-local-de-sante'
    """
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def sha1(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha1").hexdigest()


def checksum(resource: Mapping[str, Any]) -> str:
    return str((resource.get("checksum") or {}).get("value") or "")


def told_of(resource: Mapping[str, Any]) -> list[Any]:
    """What is compared of a resource."""
    extras = resource.get("extras") or {}
    return [
        resource["title"],
        (resource.get("description") or "").strip(),
        resource.get("type"),
        *(extras.get(key) for key in (IDENTIFIER, SHA256)),
    ]


def differences(there: dict[str, Any], wanted: dict[str, Any], dataset: Dataset) -> list[str]:
    """What a dataset says otherwise than it should, by name."""
    out = [key for key in ("title", "description") if str(there.get(key) or "").strip() != wanted[key].strip()]
    out += [key for key in ("frequency", "license") if key in wanted and there.get(key) != wanted[key]]
    if set(there.get("tags") or ()) != set(wanted["tags"]):
        out.append("tags")
    if "temporal_coverage" in wanted:
        period = there.get("temporal_coverage") or {}
        if {key: str(period.get(key))[:10] for key in ("start", "end")} != wanted["temporal_coverage"]:
            out.append("temporal_coverage")
    if "spatial" in wanted and (there.get("spatial") or {}).get("geom") != wanted["spatial"]["geom"]:
        out.append("spatial")
    contact = dataset.contact
    if contact.email or contact.url:
        points = there.get("contact_points") or ()
        if not any(contact.email == (p.get("email") or "") and contact.name == p.get("name") for p in points):
            out.append("contact_points")
    extras = there.get("extras") or {}
    return out + [key for key, value in wanted["extras"].items() if extras.get(key) != value]
