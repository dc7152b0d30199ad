"""A bundle opened to be judged: a folder comes in; its files, parsed once, and their address go out."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maillage.errors import MaillageError
from maillage.export.portal.facts import Facts
from maillage.export.portal.staging import SUMS, files_in, read_sums, sha256
from maillage.export.portal.words import CATALOG, iri
from maillage.store.embedded import parsed
from maillage.things.rdf import Literal, NamedNode, Quad, Term, triple_of

if TYPE_CHECKING:
    import rdflib

CATALOGUE, FRENCH, DUMP = "catalog.ttl", "catalog-datagouv.ttl", "data/maillage.nq"


class Bundle:
    """A folder written by `maillage export portal`."""

    def __init__(self, folder: Path) -> None:
        """Open a folder.

        Raises
        ------
        MaillageError
            For what is no folder or holds no bundle.
        """
        if not folder.is_dir():
            raise MaillageError("there is no such folder.", file=folder, fix="Name one made by: maillage export portal")
        self.root = folder
        self.sums = read_sums(folder)
        self.files = files_in(folder)
        self._computed: dict[str, str] = {}
        if SUMS not in self.files or CATALOGUE not in self.files:
            fix = f"Make one: maillage export portal -o {folder}"
            raise MaillageError(f"this folder holds no bundle ({SUMS}, {CATALOGUE}).", file=folder, fix=fix)

    def has(self, path: str) -> bool:
        """Whether the folder holds a file."""
        return path in self.files

    def data(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.root / path).read_bytes()

    def text(self, path: str) -> str:
        """The text of a file."""
        return self.data(path).decode("utf-8", "replace")

    def json(self, path: str) -> Any:
        """What a JSON file says; None where it is not there, or is no JSON."""
        try:
            return json.loads(self.text(path))
        except (OSError, ValueError):
            return None

    def quads(self, path: str) -> list[Quad]:
        """The facts of an RDF file.

        Raises
        ------
        MaillageError
            When it cannot be read.
        """
        try:
            return list(parsed(self.data(path), path.removesuffix(".gz")))
        except (OSError, SyntaxError, ValueError) as error:
            raise MaillageError(f"this file cannot be read as RDF ({error}).", file=self.root / path) from None

    @cached_property
    def catalogue(self) -> Described:
        """The catalogue."""
        return Described(self.quads(CATALOGUE))

    @cached_property
    def french(self) -> Described:
        """The catalogue of the French portal; empty where it is not there."""
        return Described(self.quads(FRENCH) if self.has(FRENCH) else [])

    @cached_property
    def dump(self) -> list[Quad]:
        """Every fact of the N-Quads; none where it is not there."""
        return self.quads(DUMP) if self.has(DUMP) else []

    @cached_property
    def facts(self) -> Facts:
        """The same, to be looked up."""
        return Facts(self.dump)

    def sum_of(self, path: str) -> str:
        """The SHA-256 of a file, computed once."""
        if path not in self._computed:
            self._computed[path] = sha256(self.root / path)
        return self._computed[path]

    def rdflib(self, path: str) -> rdflib.Graph:
        """An RDF file as rdflib reads it."""
        import rdflib

        return rdflib.Graph().parse(self.root / path)

    @cached_property
    def base(self) -> str:
        """The address under which the catalogue says the folder is served; empty where it says none."""
        for url in self.catalogue.every("dcat:downloadURL"):
            for path in self.sums:
                if path.startswith("data/") and url.endswith(f"/{path}"):
                    return url.removesuffix(path)
        return ""

    def path_of(self, url: str) -> str | None:
        """The path of the file an address is of; None for one that is elsewhere."""
        return url.removeprefix(self.base).partition("#")[0] if self.base and url.startswith(self.base) else None


class Described:
    """A small description, to be looked up with CURIEs."""

    def __init__(self, quads: list[Quad]) -> None:
        self.facts = [triple_of(quad) for quad in quads]
        self.said: dict[tuple[str, str], list[Term]] = {}
        for fact in self.facts:
            self.said.setdefault((_key(fact.subject), fact.predicate.value), []).append(fact.object)

    def terms(self, subject: str, predicate: str) -> list[Term]:
        """What a thing says by a property."""
        return sorted(self.said.get((subject, iri(predicate).value), ()), key=str)

    def get(self, subject: str, predicate: str) -> list[str]:
        """The same as texts."""
        return [_key(term) for term in self.terms(subject, predicate)]

    def every(self, predicate: str) -> list[str]:
        """All objects of a property, as texts, sorted."""
        name = iri(predicate)
        return sorted({_key(fact.object) for fact in self.facts if fact.predicate == name})

    def of_kind(self, kind: str) -> list[str]:
        """The things of a class, sorted."""
        name, wanted = iri("rdf:type"), iri(kind)
        return sorted({_key(f.subject) for f in self.facts if f.predicate == name and f.object == wanted})

    def datasets(self) -> list[str]:
        """The datasets of the catalogue."""
        return self.get(CATALOG, "dcat:dataset")

    def distributions(self) -> list[str]:
        """The distributions of its datasets."""
        return sorted({one for dataset in self.datasets() for one in self.get(dataset, "dcat:distribution")})


def _key(term: Term) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
