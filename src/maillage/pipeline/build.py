"""Build: places come in, the whole way (load, bounds, rules, validate) is gone, a built graph goes out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from maillage.catalogue import Catalogue
from maillage.names import Names
from maillage.pipeline.bounds import BadDate, derive_bounds
from maillage.pipeline.load import Loaded, all_quads, load
from maillage.pipeline.rules import run_rules
from maillage.pipeline.validate import Engine, Finding, validate
from maillage.places import Places
from maillage.store import Store, dump_n_quads, dump_n_triples
from maillage.terms import MLG, RDF
from maillage.things.files import write_together
from maillage.things.rdf import triple_of
from maillage.things.text import Text


@dataclass
class Build:
    """A built graph: the store, its names and catalogue, what was derived, and what validation finds."""

    loaded: Loaded
    catalogue: Catalogue
    names: Names
    bad_dates: list[BadDate]
    derived: dict[str, int] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """The store of the built graph."""
        return self.loaded.store

    def findings(self, lang: str = "fr", texts: Sequence[Text] | None = None, engine: Engine = "fast") -> list[Finding]:
        """Validate."""
        return validate(self.loaded, self.catalogue, self.names, self.bad_dates, texts, lang, engine)

    @cached_property
    def claims(self) -> dict[str, int]:
        """Claims by class IRI."""
        counts: dict[str, int] = {}
        for kind in sorted(t.subject.value for t in self.store.values(None, MLG + "edgeFrom")):
            counts[kind] = sum(1 for _ in self.store.values(None, RDF + "type", kind))
        return counts

    @cached_property
    def pairs(self) -> tuple[int, int]:
        """Coordinations (pair and arrangement), and distinct pairs of actors."""
        coordinations = sum(1 for _ in self.store.values(None, RDF + "type", MLG + "Coordination"))
        return coordinations, sum(1 for _ in self.store.values(None, MLG + "coordinatesWith")) // 2


def build(places: Places, files: Sequence[Path] = ()) -> Build:
    """Load, bound and derive; validation is asked of the result.

    Parameters
    ----------
    places:
        Where ontology/, graph/ and queries/ lie.
    files:
        Turtle files that take the place of their namesakes in the graph, or join it.
    """
    loaded = load(places, files)
    catalogue = Catalogue(places)
    bad = derive_bounds(loaded.store)
    derived = run_rules(loaded.store, catalogue.of("rules"))
    return Build(loaded, catalogue, Names(loaded.store), bad, derived)


PRODUCTS = ("graph.nq", "default.nt", "manifest.json")


def write_build(built: Build, folder: Path, version: str) -> list[Path]:
    """Write sorted N-Quads, the default graph as N-Triples and a manifest; the same input gives the same bytes.

    The products are written beside and moved into place together: a failure leaves the previous ones whole.

    Raises
    ------
    MaillageError
        When the folder is a file or cannot be written.
    """
    facts = all_quads(built.loaded)
    quads = dump_n_quads(facts)
    default = dump_n_triples({triple_of(quad) for quad in facts})
    manifest = {
        "maillage": version,
        "inputs": {
            source.graph: source.sha256 for source in sorted(built.loaded.sources.values(), key=lambda s: s.graph)
        },
        "rules": {q.name: hashlib.sha256(q.text.encode()).hexdigest() for q in built.catalogue.of("rules")},
        "products": {
            name: {"sha256": hashlib.sha256(data).hexdigest(), "lines": data.count(b"\n")}
            for name, data in (("graph.nq", quads), ("default.nt", default))
        },
    }
    contents = (quads, default, (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())
    return write_together(folder, dict(zip(PRODUCTS, contents, strict=True)))
