"""Build: places come in, the whole way (load, bounds, rules, validate) is gone, a built graph goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from maillage.catalogue import Catalogue
from maillage.names import Names
from maillage.pipeline.bounds import BadDate, derive_bounds
from maillage.pipeline.load import Loaded, load
from maillage.pipeline.memory import Memory
from maillage.pipeline.rules import run_rules
from maillage.pipeline.validate import Engine, Finding, validate
from maillage.places import Places
from maillage.store import Store
from maillage.terms import INFERRED, MLG, RDF
from maillage.things.text import Text


@dataclass
class Build:
    """A built graph: the store, its names and catalogue, what was derived, and what validation finds."""

    loaded: Loaded
    catalogue: Catalogue
    names: Names
    bad_dates: list[BadDate]
    derived: dict[str, int] = field(default_factory=dict)
    memory: Memory | None = None

    @property
    def store(self) -> Store:
        """The store of the built graph."""
        return self.loaded.store

    def findings(self, lang: str = "fr", texts: Sequence[Text] | None = None, engine: Engine = "fast") -> list[Finding]:
        """Validate."""
        return validate(self.loaded, self.catalogue, self.names, self.bad_dates, texts, lang, engine, self.memory)

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


def build(
    places: Places, files: Sequence[Path] = (), memory: Memory | None = None, catalogue: Catalogue | None = None
) -> Build:
    """Load, bound and derive; validation is asked of the result.

    Parameters
    ----------
    places:
        Where ontology/, graph/ and queries/ lie.
    files:
        Turtle files that take the place of their namesakes in the graph, or join it.
    memory:
        A former build: what it derived and still holds is not derived again.
    catalogue:
        The queries of these places, where they have been read already.
    """
    loaded = load(places, files)
    catalogue = Catalogue(places) if catalogue is None else catalogue
    rules = catalogue.of("rules")
    if memory is not None:
        memory.compare(loaded, rules)
    bad = derive_bounds(loaded.store)
    if memory is not None:
        memory.note("bounds", loaded.store.n_triples(INFERRED))
    derived = run_rules(loaded.store, rules, memory)
    return Build(loaded, catalogue, Names(loaded.store), bad, derived, memory)
