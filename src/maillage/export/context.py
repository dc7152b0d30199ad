"""The JSON-LD context of a graph: its triples come in; prefixes, and a short name for each property, go out.

A property is called by its local name where no other has it ("startDate"), else by prefix and name ("dct:creator"). Its
name says what most of its values are, links, texts of some language or values of one type, so that each of these is
written as a plain text; any other says what it is itself (`maillage.export.jsonld`). Of days, months and years a plain
text is a day. Where one thing has several values, all are lists.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from maillage.terms import EDTF, OWL, PREFIXES, RDF, XSD, curie
from maillage.things.rdf import Literal, NamedNode, Quad, Term, Triple

#: The kind of a value that is a link, and that of one that is a text of a language.
LINK, TEXT = "@id", "@language"
_DATES = {XSD + "date", XSD + "gYearMonth", XSD + "gYear", EDTF}
_PROPERTIES = {OWL + kind for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")} | {RDF + "Property"}
#: What can be typed after a dot.
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
#: What no short name stands for: types and lists have a writing of their own.
_OWN = {RDF + name for name in ("type", "first", "rest")}


def context_of(triples: Sequence[Triple]) -> dict[str, Any]:
    """Short name -> namespace, IRI, or term definition, for these triples and any part of them.

    A name that is also the scheme of an IRI of the graph (``doc:1`` as an IRI of its own) is left out, so that the IRI
    is not read as short for another.

    Parameters
    ----------
    triples:
        Each once, those of one subject and predicate together.
    """
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    several: set[str] = set()
    for (_, predicate), said in groupby(triples, key=lambda t: (t.subject, t.predicate)):
        found = Counter(kind_of(triple.object) for triple in said)
        kinds[predicate.value] += found
        if found.total() > 1:
            several.add(predicate.value)
    declared = {
        t.subject.value: t.object.value == OWL + "ObjectProperty"
        for t in triples
        if t.predicate.value == RDF + "type" and isinstance(t.object, NamedNode) and t.object.value in _PROPERTIES
    }
    taken = _schemes(triples)
    out: dict[str, Any] = {name: space for name, space in PREFIXES.items() if name not in taken}
    for iri, name in _names(kinds.keys() | declared.keys(), taken).items():
        out[name] = _definition(iri, kinds[iri] or Counter({LINK: declared[iri]}), iri in several)
    return out


def kind_of(value: Term) -> str:
    """Link, text of a language, or the datatype."""
    if not isinstance(value, Literal):
        return LINK
    return TEXT if value.language else value.datatype.value


def _names(properties: set[str], taken: set[str]) -> dict[str, str]:
    """Property -> its local name where that is a word, no other property has it and it is no prefix, else both."""
    owners: dict[str, list[str]] = defaultdict(list)
    both = {iri: curie(iri) for iri in sorted(properties - _OWN)}
    known = {iri: name for iri, name in both.items() if name != iri and name.partition(":")[0] not in taken}
    for iri, name in known.items():
        owners[name.partition(":")[2]].append(iri)
    free = {name for name, iris in owners.items() if len(iris) == 1 and _WORD.match(name)} - PREFIXES.keys() - taken
    return {iri: local if (local := name.partition(":")[2]) in free else name for iri, name in known.items()}


def _definition(iri: str, kinds: Counter[str], several: bool) -> str | dict[str, str]:
    """What a short name stands for, and how its values are written."""
    most = max(sorted(kinds), key=lambda kind: kinds[kind]) if kinds.total() else XSD + "string"
    if most in _DATES and kinds[XSD + "date"]:
        most = XSD + "date"
    out = {"@id": iri}
    if most == TEXT:
        out["@container"] = TEXT
    elif several:
        out["@container"] = "@set"
    if most not in (TEXT, XSD + "string", RDF + "JSON", RDF + "langString"):
        out["@type"] = most
    return out if len(out) > 1 else iri


def prefixes_for(triples: Iterable[Triple | Quad], prefixes: Mapping[str, str] = PREFIXES) -> dict[str, Any]:
    """The context of prefixes alone, without those that are the scheme of an IRI of these triples."""
    taken = _schemes(triples)
    return {name: space for name, space in prefixes.items() if name not in taken}


def _schemes(triples: Iterable[Triple | Quad]) -> set[str]:
    """The schemes of the IRIs of a graph that no ``//`` follows: after one, no reader looks for a prefix."""
    out = set()
    for triple in triples:
        for term in (triple.subject, triple.predicate, triple.object):
            iri = term.datatype if isinstance(term, Literal) else term
            if isinstance(iri, NamedNode):
                scheme, _, rest = iri.value.partition(":")
                if not rest.startswith("//"):
                    out.add(scheme)
    return out
