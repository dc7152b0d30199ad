"""Names: a label, code, CURIE or IRI comes in, the thing it stands for goes out; an IRI comes in, a label goes out.

Case, accents and punctuation are ignored. Nothing is guessed: several matches are listed, none offers the nearest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from maillage.errors import AmbiguousError, NotFoundError
from maillage.naming.normalise import normalised
from maillage.naming.spoken import common, several, spoken
from maillage.store.port import Store
from maillage.terms import DCT, KINDS, MLG, OA, OWL, PREFIXES, RDF, RDFS, SKOS, curie, expand, is_local_name
from maillage.things.index import Index, Table
from maillage.things.rdf import Literal, NamedNode
from maillage.things.text import excerpt, legible

_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label")
_CODES = (*(MLG + name for name in ("siren", "finess", "rna", "fundCode", "isni", "inseeCode")), SKOS + "notation")
#: Class -> the question that lists its things; actors where no other does.
_LISTS = {
    MLG + "Arrangement": "arrangements-of-kind",
    MLG + "ArrangementFamily": "families-and-counts",
    MLG + "Contract": "contracts",
    MLG + "Document": "documents",
    MLG + "Event": "events-between",
    MLG + "Territory": "territories-within",
    OWL + "Class": "classes",
}
#: The class a thing is to be of (CURIE or IRI), or several, any of which will do.
Of = str | Sequence[str] | None
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*\Z")


#: What a code is called, in front of it.
_CALLED = re.compile(r"\s*(?:n[o°]\s*)?(?:siren|siret|finess|rna|insee|code)(?:\s*n[o°])?[\s:-]*(?=[\dA-Z]*\d)", re.I)


def codes_of(text: str) -> list[str]:
    """The codes a text may be, as the graph writes them: upper case, without the blanks they are printed with.

    A SIRET (14 digits) is that of a site of the body whose SIREN it begins with.

    >>> codes_of("SIRET 130 007 834 00017")
    ['13000783400017', '130007834']
    """
    bare = re.sub(r"[\s.\u00ad\u200b-\u200f\u2060\ufeff-]", "", _CALLED.sub("", text)).upper()
    if not re.fullmatch(r"(?:W|Q[NP])?\d[\dAB]*[A-Z]?", bare, re.ASCII):
        return [text.upper()]
    return [bare, bare[:9]] if re.fullmatch(r"\d{14}", bare, re.ASCII) else [bare]


def _list_of(of: Of, scheme: str | None) -> str:
    """The command that lists the things of a class or scheme."""
    if scheme:
        return f"maillage query vocabulary -p scheme={PREFIXES[scheme].rstrip('/')}"
    first = _classes(of)[0] if of else "mlg:Actor"
    return f"maillage query {_LISTS.get(expand(first) or first, 'actors-of-kind')}"


def _classes(of: str | Sequence[str]) -> Sequence[str]:
    return [of] if isinstance(of, str) else of


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for key, iri in pairs:
        out[key].add(iri)
    return out


class Names:
    """The names of everything in a store; looked up in an index of them where one is kept, else listed once."""

    def __init__(self, store: Store, index: Index | None = None) -> None:
        self.store = store
        self._index = index
        self._seen: dict[str, dict[str, str]] = {}

    @property
    def folder(self) -> Path | None:
        """Where the index of these names is kept; None where they are listed."""
        return None if self._index is None else self._index.path.parent

    def tables(self) -> dict[str, Iterable[tuple[str, str]]]:
        """What an index of these names holds: (name, normalised, or code; thing that bears it)."""
        return {"names": self._named(), "codes": self._coded()}

    def _named(self) -> Iterable[tuple[str, str]]:
        for predicate in (*_LABELS, SKOS + "altLabel"):
            for triple in self.store.values(None, predicate):
                if isinstance(triple.subject, NamedNode):
                    yield normalised(triple.object.value), triple.subject.value

    def _coded(self) -> Iterable[tuple[str, str]]:
        for predicate in _CODES:
            for triple in self.store.values(None, predicate):
                yield triple.object.value.upper(), triple.subject.value

    def _labels(self, iri: str) -> dict[str, str]:
        """Language -> label of one thing; the first predicate that labels it wins."""
        if iri not in self._seen:
            said: dict[str, str] = {}
            for predicate in _LABELS:
                for triple in self.store.values(iri, predicate):
                    if isinstance(triple.object, Literal):
                        language = triple.object.language or ""
                        said[language] = min(said.get(language, triple.object.value), triple.object.value)
                if said:
                    break
            self._seen[iri] = said
        return self._seen[iri]

    @cached_property
    def _by_name(self) -> Mapping[str, set[str]]:
        return _listed(self._named()) if self._index is None else self._index.table("names", set)

    @cached_property
    def _by_code(self) -> Mapping[str, set[str]]:
        return _listed(self._coded()) if self._index is None else self._index.table("codes", set)

    @cached_property
    def _edges(self) -> dict[str, list[str]]:
        """Claim class -> the properties of its ends, as the ontology declares them; an observation has but one."""
        out: dict[str, list[str]] = {}
        for predicate in (MLG + "edgeFrom", MLG + "edgeTo"):
            for triple in self.store.values(None, predicate):
                out.setdefault(triple.subject.value, []).append(triple.object.value)
        return out

    def types(self, iri: str) -> set[str]:
        """The classes of a thing, derived ones included."""
        return {triple.object.value for triple in self.store.values(iri, RDF + "type")}

    def kinds(self, iri: str) -> list[str]:
        """The classes the files state of a thing, sorted."""
        return sorted(t.object.value for t in self.store.values(iri, MLG + "kind"))

    def label(self, iri: str, lang: str = "fr") -> str:
        """What people call a thing; a quotation shows its words, a claim its ends, a nameless thing its CURIE."""
        if not _IRI.match(iri):
            return iri
        said = self._labels(iri)
        if said:
            return said.get(lang) or said.get("fr") or said.get("") or said[min(said)]
        exact = next((t.object.value for t in self.store.values(iri, OA + "exact")), None)
        if exact is not None:
            return f"« {excerpt(exact, 80)} »"
        for kind in self.types(iri):
            if kind in self._edges:
                return self._claim_label(iri, self._edges[kind], lang)
        return curie(iri)

    def _claim_label(self, iri: str, predicates: Sequence[str], lang: str) -> str:
        ends = []
        for predicate in predicates:
            values = sorted(t.object.value for t in self.store.values(iri, predicate))
            ends.append(", ".join(self.label(value, lang) for value in values if value != iri) or "?")
        return " → ".join(ends)

    def short(self, iri: str, lang: str = "fr") -> str:
        """The shortest known name, for a figure."""
        alternatives = [t.object.value for t in self.store.values(iri, SKOS + "altLabel")]
        return min([self.label(iri, lang), *alternatives], key=lambda text: (len(text), text))

    def is_of(self, iri: str, of: Of = None, scheme: str | None = None) -> bool:
        """Whether a thing is of one of these classes (CURIE or IRI) and of a concept scheme (its name)."""
        if scheme and next(self.store.values(iri, SKOS + "inScheme", PREFIXES[scheme].rstrip("/")), None) is None:
            return False
        if of is None:
            return True
        types = self.types(iri)
        wanted = [expand(one) or one for one in _classes(of)]
        if wanted == [OWL + "Class"]:
            return OWL + "Class" in types and iri.startswith(MLG)
        return not types.isdisjoint(wanted)

    def is_under(self, kind: str, parent: str) -> bool:
        """Whether a class is another (CURIE or IRI), or a kind of it at any depth."""
        wanted = expand(parent) or parent
        broader = (t.object.value for t in self.store.values(kind, RDFS + "subClassOf"))
        return kind == wanted or any(self.is_under(one, wanted) for one in broader)

    def resolve(self, text: str, of: Of = None, scheme: str | None = None) -> str:
        """The IRI a user means by an IRI, CURIE, official code or label.

        Parameters
        ----------
        text:
            What the user wrote.
        of, scheme:
            The class (CURIE), or one of the classes, or the concept scheme (name) it must belong to.

        Raises
        ------
        AmbiguousError
            When several things match; the message lists them.
        NotFoundError
            When none does; the message offers the nearest.
        """
        text = legible(text).strip()
        if not text:
            raise NotFoundError("no name is given.", fix=f"Give one; see what there is: {_list_of(of, scheme)}.")
        wanted = expand(text)
        if wanted is not None:
            if self._known(wanted):
                if self.is_of(wanted, of, scheme):
                    return wanted
                raise NotFoundError(
                    f"{curie(wanted)} ({self.label(wanted)}) is no {self._class_words(of, scheme)}.",
                    fix=f"Name another thing; see what there is: {_list_of(of, scheme)}.",
                )
            raise NotFoundError(
                f"nothing in the graph has the IRI {wanted}.", fix=self._offer(wanted.rsplit("/", 1)[-1], of, scheme)
            )
        found = self.matches(text, of, scheme)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(
                f"'{text}' stands for {len(found)} things: {self.listed(found)}.", fix="Name one by its CURIE."
            )
        raise NotFoundError(
            f"nothing called '{text}' among {self._class_words(of, scheme, plural=True)}.",
            fix=self._offer(text, of, scheme),
        )

    def _by_local_name(self, text: str, of: Of, scheme: str | None) -> list[str]:
        """The things whose IRI ends with a text: `siren-130007834`, `departement-57` without their prefix."""
        if not is_local_name(text):
            return []
        prefixes = [scheme] if scheme else KINDS
        found = {PREFIXES[prefix] + name for prefix in prefixes for name in (text, text.lower())}
        return sorted(iri for iri in found if self._known(iri) and self._eligible(iri, of, scheme))

    def matches(self, text: str, of: Of = None, scheme: str | None = None) -> list[str]:
        """All things of a class or scheme that bear an official code; else a name; else whose IRI ends so."""
        text = legible(text)
        if common(self, text):
            return []
        coded = (self._by_code.get(code, set()) for code in codes_of(text))
        for found in (*coded, self._by_name.get(normalised(text), set())):
            fitting = sorted(iri for iri in found if self._eligible(iri, of, scheme))
            if fitting:
                return [iri for iri in several(self, text) if self._eligible(iri, of, scheme)] or fitting
        ended = self._by_local_name(text.strip(), of, scheme)
        if ended or scheme:
            return ended
        return [iri for iri in spoken(self, text) if self._eligible(iri, of, None)]

    def bearing(self, name: str) -> set[str]:
        """All that bear a name, normalised, as it is."""
        return self._by_name.get(name, set())

    def named(self, part: str, fits: Callable[[str], bool], of: str) -> list[str]:
        """All things of a class one of whose names, normalised, holds a text and passes a test."""
        table = self._by_name
        holding = table.holding(part) if isinstance(table, Table) else [name for name in table if part in name]
        found = {iri for name in holding if fits(name) for iri in table[name]}
        return sorted(iri for iri in found if self.is_of(iri, of))

    def candidates(self, text: str, of: Of = None, scheme: str | None = None, limit: int = 5) -> list[str]:
        """The nearest things by name, best first."""
        pool = {
            name: fitting
            for name, iris in self._by_name.items()
            if (fitting := [i for i in iris if self._eligible(i, of, scheme)])
        }
        from rapidfuzz import fuzz, process

        query = normalised(text)
        scored = process.extract(query, list(pool), scorer=fuzz.token_set_ratio, limit=limit * 4, score_cutoff=55)
        scored.sort(key=lambda hit: (-hit[1], -fuzz.ratio(query, hit[0]), hit[0]))
        out: dict[str, None] = {}
        for name, _, _ in scored:
            out.update(dict.fromkeys(sorted(pool[name])))
        return list(out)[:limit]

    def _known(self, iri: str) -> bool:
        return bool(_IRI.match(iri)) and bool(self.types(iri) or self._labels(iri))

    def _eligible(self, iri: str, of: Of, scheme: str | None) -> bool:
        if of is None and scheme is None:
            return not (self.types(iri) & {OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "Ontology"})
        return self.is_of(iri, of, scheme)

    def _offer(self, text: str, of: Of, scheme: str | None) -> str:
        near = self.candidates(text, of, scheme)
        if not near:
            return f"Nothing near is known; see what there is: {_list_of(of, scheme)}."
        return f"Did you mean: {self.listed(near)}?"

    def listed(self, iris: Iterable[str]) -> str:
        """Things in words that tell namesakes apart: label, kind, where they lie, CURIE."""
        return "; ".join(self._described(iri) for iri in iris)

    def _described(self, iri: str) -> str:
        kinds = [self.label(kind) for kind in self.kinds(iri)]
        return f"{self.label(iri)} ({', '.join([*kinds, *self._where(iri), curie(iri)])})"

    def _where(self, iri: str) -> list[str]:
        """Labels of where a thing lies: its territory, and the commune, departments or else regions that hold it."""
        own = {t.object.value for p in ("territory", "governs") for t in self.store.values(iri, MLG + p)}
        places = [p for p in sorted(own) if self.label(p) != self.label(iri)]
        above = {
            t.object.value
            for p in own or {iri}
            for q in ("within", "partlyWithin")
            for t in self.store.values(p, MLG + q)
        }
        for level in ("Commune", "Department"):
            places += sorted(place for place in above if self.is_of(place, MLG + level))
        if not places:
            places = sorted(place for place in above if self.is_of(place, MLG + "Region"))
        return list(dict.fromkeys(self.label(place) for place in places))

    def _class_words(self, of: Of, scheme: str | None, plural: bool = False) -> str:
        if scheme:
            return f"{scheme} concepts" if plural else f"{scheme} concept"
        if of is None:
            return "the things of the graph" if plural else "thing of the graph"
        words = [f"{one} ({self.label(expand(one) or one, 'en')})" for one in _classes(of)]
        return f"the {' and '.join(words)}" if plural else " or ".join(words)
