"""JSON-LD: triples and a context come in; the document that says the same graph, and no other, goes out.

Every value is written with its type as a text: JSON has no infinity, no whole number of thirty digits, no ill-typed
one, and a reader of 0 or false may take it for nothing. A name of the context that is also the scheme of an IRI of the
graph (``doc:1`` as an IRI of its own) is left out of it, so that the IRI is not read as short for another.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from maillage.errors import MaillageError
from maillage.terms import RDF, XSD, is_local_name
from maillage.things.rdf import BlankNode, Literal, NamedNode, Subject, Term, Triple
from maillage.things.text import excerpt

_TYPE, _FIRST, _REST, _NIL = RDF + "type", RDF + "first", RDF + "rest", RDF + "nil"

Said = dict[str, list[Term]]


def to_jsonld(triples: Sequence[Triple], names: Mapping[str, Any]) -> bytes:
    """The document of a set of triples, in a fixed order.

    Parameters
    ----------
    triples:
        Plain triples, each once; none with a text that has a direction (RDF 1.2).
    names:
        The context: prefixes (a text), and short names of properties (a text, or a mapping whose type is ``@id``).
    """
    schemes = _schemes(triples)
    kept = {name: meaning for name, meaning in names.items() if name not in schemes}
    short = _Short(kept)
    by_subject: dict[Subject, Said] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        by_subject[triple.subject][triple.predicate.value].append(triple.object)
    lists = _lists(by_subject)
    within = {cell for cells in lists.values() for cell in cells}
    members = {head: [by_subject[cell][_FIRST][0] for cell in cells] for head, cells in lists.items()}
    nodes = [_node(node, said, short, members) for node, said in by_subject.items() if node not in within]
    whole = {"@context": kept, "@graph": sorted(nodes, key=_json)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode()


def _schemes(triples: Iterable[Triple]) -> set[str]:
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


class _Short:
    """The context read backwards: an IRI comes in, what stands for it in the document goes out."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.prefixes = sorted(
            ((name, space) for name, space in names.items() if isinstance(space, str) and space[-1:] in "#/"),
            key=lambda item: -len(item[1]),
        )
        self.plain = {iri: name for name, iri in names.items() if isinstance(iri, str) and iri[-1:] not in "#/"}
        self.links = {about["@id"]: name for name, about in names.items() if not isinstance(about, str)}
        self.seen: dict[str, str] = {}

    def iri(self, value: str) -> str:
        if value not in self.seen:
            self.seen[value] = next(
                (
                    f"{name}:{value[len(space) :]}"
                    for name, space in self.prefixes
                    if value.startswith(space) and is_local_name(value[len(space) :])
                ),
                value,
            )
        return self.seen[value]

    def property(self, value: str) -> str:
        return self.links.get(value) or self.plain.get(value) or self.iri(value)


def _lists(by_subject: Mapping[Subject, Said]) -> dict[Term, list[BlankNode]]:
    """The cells of each list that is written where it is referred to, by its first one.

    A cell says its member and what follows, and no more, and one thing refers to it; a list within a list is written
    cell by cell.
    """
    uses = Counter(value for said in by_subject.values() for values in said.values() for value in values)
    cells = {
        node
        for node, said in by_subject.items()
        if isinstance(node, BlankNode)
        and uses[node] == 1
        and set(said) == {_FIRST, _REST}
        and all(len(values) == 1 for values in said.values())
    }
    out: dict[Term, list[BlankNode]] = {}
    for head in cells - {by_subject[cell][_REST][0] for cell in cells}:
        path: list[BlankNode] = []
        cell: Term = head
        while isinstance(cell, BlankNode) and cell in cells:
            path.append(cell)
            cell = by_subject[cell][_REST][0]
        if cell == NamedNode(_NIL) and not any(by_subject[one][_FIRST][0] in cells for one in path):
            out[head] = path
    return out


def _node(node: Subject, said: Said, short: _Short, lists: Mapping[Term, list[Term]]) -> dict[str, Any]:
    out: dict[str, Any] = {"@id": str(node) if isinstance(node, BlankNode) else short.iri(node.value)}
    for predicate, values in said.items():
        kinds = [value for value in values if not isinstance(value, Literal) and value not in lists]
        if predicate == _TYPE and kinds:
            names = sorted(str(k) if isinstance(k, BlankNode) else short.iri(k.value) for k in kinds)
            out["@type"] = names[0] if len(names) == 1 else names
            values = [value for value in values if value not in kinds]
        if values:
            link = predicate in short.links
            written = sorted((_value(value, link, short, lists) for value in values), key=_json)
            out[short.property(predicate)] = written[0] if len(written) == 1 else written
    return out


def _value(term: Term, link: bool, short: _Short, lists: Mapping[Term, list[Term]]) -> Any:
    if term in lists:
        return {"@list": [_value(member, False, short, lists) for member in lists[term]]}
    if not isinstance(term, Literal):
        name = str(term) if isinstance(term, BlankNode) else short.iri(term.value)
        return name if link else {"@id": name}
    if term.language:
        if getattr(term, "direction", None):
            fix = "Ask for other formats (--format turtle, say), or mend the graph."
            raise MaillageError(f"JSON-LD cannot hold a text with a direction: {excerpt(term.value)}", fix=fix)
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == XSD + "string":
        return {"@value": term.value} if link else term.value
    return {"@value": term.value, "@type": short.iri(term.datatype.value)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
