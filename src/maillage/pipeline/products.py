"""Products: a built graph comes in; its files (sorted N-Quads, N-Triples, a manifest) go out.

The same input gives the same bytes, on any machine.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.naming.withdrawn import FILE as WITHDRAWN
from maillage.pipeline.build import Build
from maillage.pipeline.load import input_files
from maillage.places import Places

QUADS, TRIPLES, MANIFEST = "graph.nq", "default.nt", "manifest.json"


def ingredients(places: Places, version: str) -> dict[str, Any]:
    """What a build is made of, by SHA-256: version, files, rules, checks and shapes."""
    withdrawn = places.graph / WITHDRAWN
    queries = {kind: sorted((places.queries / kind).glob("*.rq")) for kind in ("rules", "checks")}
    return {
        "maillage": version,
        # The graph that lies beside the vocabulary, or one given in its place.
        "shipped": places.graph.resolve().parent == places.ontology.resolve().parent,
        "inputs": {graph: _sha(path.read_bytes()) for graph, path in sorted(input_files(places).items())},
        **{kind: {path.stem: _sha(path.read_bytes()) for path in paths} for kind, paths in queries.items()},
        "shapes": _sha((places.ontology / "shapes.ttl").read_bytes()),
        **({WITHDRAWN: _sha(withdrawn.read_bytes())} if withdrawn.is_file() else {}),
    }


def products(built: Build, made_of: dict[str, Any], faults: int, notices: int) -> dict[str, bytes]:
    """The content of each file: facts with their graph, facts alone, and the manifest of what they are made of."""
    quads = sorted(f"{quad} .\n".encode() for quad in built.loaded.quads())
    triples = sorted({line[: line.rindex(b" <")] + b" .\n" for line in quads})
    contents = {QUADS: b"".join(quads), TRIPLES: b"".join(triples)}
    manifest = {
        **made_of,
        "findings": {"faults": faults, "notices": notices},
        "products": {name: {"sha256": _sha(data), "lines": data.count(b"\n")} for name, data in contents.items()},
    }
    return {**contents, MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()}


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
