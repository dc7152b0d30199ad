"""Products: a built graph comes in; its files (sorted N-Quads, N-Triples, a manifest) go out.

The same input gives the same bytes, on any machine, whether the build was done anew or in part.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from maillage.catalogue import Catalogue
from maillage.errors import MaillageError
from maillage.pipeline.build import Build
from maillage.pipeline.load import input_files
from maillage.pipeline.memory import Memory, digest
from maillage.places import Places
from maillage.terms import INFERRED

QUADS, TRIPLES, MANIFEST = "graph.nq", "default.nt", "manifest.json"


def ingredients(places: Places, catalogue: Catalogue, version: str) -> dict[str, Any]:
    """What a build is made of, by SHA-256: version, files, rules, checks and shapes."""
    shapes = places.ontology / "shapes.ttl"
    return {
        "maillage": version,
        # The graph that lies beside the vocabulary, or one given in its place.
        "shipped": places.graph.resolve().parent == places.ontology.resolve().parent,
        "inputs": {graph: _sha(path.read_bytes()) for graph, path in sorted(input_files(places).items())},
        "rules": {query.name: digest(query) for query in catalogue.of("rules")},
        "checks": {query.name: digest(query) for query in catalogue.of("checks")},
        "shapes": _sha(shapes.read_bytes()),
    }


def products(built: Build, memory: Memory, made_of: dict[str, Any], faults: int, notices: int) -> dict[str, bytes]:
    """The content of each file: named graphs, their merge, and the manifest that says what they were made of."""
    derived = [line.removesuffix(b" .") for line in built.store.n_triples(INFERRED).splitlines()]
    said = {**memory.statements, INFERRED: derived}
    contents = {QUADS: _quads(said), TRIPLES: _triples(said)}
    manifest = {
        **made_of,
        "findings": {"faults": faults, "notices": notices},
        "products": {name: {"sha256": _sha(data), "lines": data.count(b"\n")} for name, data in contents.items()},
    }
    return {**contents, MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()}


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _quads(said: dict[str, list[bytes]]) -> bytes:
    return b"".join(
        sorted(b"%b <%b> .\n" % (line, graph.encode()) for graph, lines in said.items() for line in set(lines))
    )


def _triples(said: dict[str, list[bytes]]) -> bytes:
    return b"".join(sorted(b"%b .\n" % line for line in {line for lines in said.values() for line in lines}))


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a folder that a build wrote.

    Raises
    ------
    MaillageError
        When the folder holds no build.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        for key in ("inputs", "rules", "checks", "findings", "products"):
            manifest[key].items()
        manifest["shipped"], manifest["maillage"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise MaillageError(
            "this folder holds no build that can be opened.", file=folder, fix=f"Make one: maillage build -o {folder}"
        ) from None
    return dict(manifest)
