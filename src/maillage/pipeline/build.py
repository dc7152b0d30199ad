"""Build: places come in, the whole way (load, bounds, rules, validate) is gone, a built graph goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

from maillage.asking.catalogue import Catalogue
from maillage.naming.names import Names
from maillage.pipeline.bounds import BadDate, derive_bounds
from maillage.pipeline.load import Loaded, load
from maillage.pipeline.near import near
from maillage.pipeline.rules import run_rules
from maillage.pipeline.validate import REPEATED, Engine, Finding, validate
from maillage.pipeline.written import write_dates
from maillage.places import Places
from maillage.store.embedded import Oxigraph
from maillage.terms import INFERRED, MLG, RDF
from maillage.things.progress import Progress, silent
from maillage.things.text import Text


@dataclass
class Build:
    """A built graph: the store, its names and catalogue, what was derived, and what validation finds."""

    loaded: Loaded
    catalogue: Catalogue
    names: Names
    bad_dates: list[BadDate]
    use: IO[bytes] | None = None
    """The mark that keeps a kept graph from being pruned while it is asked."""

    @property
    def store(self) -> Oxigraph:
        """The store of the built graph."""
        return self.loaded.store

    def findings(self, lang: str = "fr", texts: Sequence[Text] | None = None, engine: Engine = "fast") -> list[Finding]:
        """Validate."""
        return validate(self.loaded, self.catalogue, self.names, self.bad_dates, texts, lang, engine)

    def faults(self, findings: Sequence[Finding]) -> int:
        """How many of the findings are wrong in what was built: a fact of two files stands in it once, and is right."""
        return sum(f.severity == "fault" and f.name != REPEATED for f in findings)

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


def build(places: Places, files: Sequence[Path] = (), progress: Progress = silent) -> Build:
    """Load, bound and derive; validation is asked of the result.

    Parameters
    ----------
    places:
        Where ontology/, graph/ and queries/ lie.
    files:
        Turtle files that take the place of their namesakes in the graph, or join it; built is what bears on them.
    progress:
        Told how far loading and deriving have come.
    """
    catalogue = Catalogue(places)
    loaded = load(places, files, progress)
    if files:
        loaded = near(loaded)
    progress("derive", 0.0)
    bad = derive_bounds(loaded.store)
    run_rules(loaded.store, catalogue.of("rules"), progress)
    write_dates(loaded.store)
    loaded.store.leave_out_repeated(INFERRED)
    return Build(loaded, catalogue, Names(loaded.store), bad)
