"""Facts of a network: a store and its names come in; what they say of one thing goes out, as plain text."""

from __future__ import annotations

from functools import cached_property

from maillage.naming.names import Names
from maillage.network.legend import TABLE
from maillage.store.port import Store
from maillage.terms import DCT, MLG, PREFIXES, curie, expand
from maillage.things.rdf import Literal

_LEVELS = (("regions", "Region"), ("departments", "Department"))
_FAMILIES = [(look.family, expand(look.family) or "") for look in TABLE]


class Facts:
    """What the store says of one thing, and both languages of a label."""

    def __init__(self, store: Store, names: Names) -> None:
        self.store, self.names = store, names
        self._known: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
        self.levels = {
            name: {t.subject.value for t in store.values(None, PREFIXES["rdf"] + "type", MLG + of)}
            for name, of in _LEVELS
        }

    def _said(self, subject: str, predicate: str) -> tuple[list[str], list[str]]:
        """The IRIs and the texts said of a thing; asked of the store once, for the ties of a network share most."""
        key = subject, predicate
        if key not in self._known:
            objects = [t.object for t in self.store.values(subject, predicate)]
            texts = sorted(one.value for one in objects if isinstance(one, Literal))
            self._known[key] = sorted(one.value for one in objects if not isinstance(one, Literal)), texts
        return self._known[key]

    def iris(self, subject: str, predicate: str) -> list[str]:
        """The things that a property of a thing names, by IRI."""
        return self._said(subject, predicate)[0]

    def texts(self, subject: str, predicate: str) -> list[str]:
        """The texts, numbers and dates of a property."""
        return self._said(subject, predicate)[1]

    def one(self, subject: str, predicate: str) -> str | None:
        """One value of a property, a text before a thing; None where nothing is said."""
        return next(iter([*self.texts(subject, predicate), *self.iris(subject, predicate)]), None)

    @cached_property
    def coordinating(self) -> set[str]:
        """The roles that make those who hold one coordinate."""
        found = self.store.values(None, MLG + "coordinating")
        return {str(t.subject.value) for t in found if t.object.value == "true"}

    def kind(self, iri: str) -> str:
        """The most specific kind of a thing, as a CURIE; empty where none is said."""
        kinds = self.names.kinds(iri)
        return curie(kinds[0]) if kinds else ""

    def kind_words(self, iri: str) -> dict[str, str]:
        """The label of that kind in both languages."""
        kinds = self.names.kinds(iri)
        return self.words(kinds[0]) if kinds else {"fr": "", "en": ""}

    def level(self, territory: str | None) -> str | None:
        """The administrative level of what belongs to a territory: Country, Region, Department, Commune, ..."""
        kind = self.kind(territory) if territory else ""
        return kind.split(":")[-1] or None

    def family(self, iri: str) -> str:
        """The top-level kind of a thing that has a look of its own, as a CURIE; empty where it has none."""
        types = self.names.types(iri)
        return next((family for family, iri in _FAMILIES if iri in types), "")

    def body(self, iri: str) -> str | None:
        """The body that a delegation, office, service or site belongs to, in the end; None of a body."""
        wholes = self.iris(iri, PREFIXES["org"] + "unitOf")
        return next((one for one in wholes if not self.iris(one, PREFIXES["org"] + "unitOf")), None)

    def publisher(self, document: str) -> str | None:
        """Who published a document, by name."""
        said = self.one(document, DCT + "publisher")
        return self.names.label(said) if said and said in self.iris(document, DCT + "publisher") else said

    def inhabitants(self) -> dict[str, int]:
        """The population of each region, by name; a region of which none is known is left out."""
        known = {region: self.one(region, MLG + "population") for region in self.levels["regions"]}
        return {self.names.label(region): int(float(n)) for region, n in sorted(known.items()) if n}

    def words(self, iri: str) -> dict[str, str]:
        """A label in both languages."""
        return {"fr": self.names.label(iri, "fr"), "en": self.names.label(iri, "en")}
