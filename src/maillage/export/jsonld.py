"""JSON-LD: triples and a context come in; the document that says the same graph, and no other, goes out.

Every value is a text: JSON has no infinity, no whole number of thirty digits, no ill-typed one, and a reader of 0 or
false may take it for nothing. It stands alone where it is what the context says of its property, else with its type or
language. Values of a property whose texts are told by language ({"fr": "..."}) that are no such text stand under the
property's IRI.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from maillage.errors import MaillageError
from maillage.export.context import TEXT, kind_of
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
        The context of these triples, or of more (`maillage.export.context`).
    """
    short = _Short(names)
    by_subject: dict[Subject, Said] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        by_subject[triple.subject][triple.predicate.value].append(triple.object)
    lists = _lists(by_subject)
    within = {cell for cells in lists.values() for cell in cells}
    members = {head: [by_subject[cell][_FIRST][0] for cell in cells] for head, cells in lists.items()}
    nodes = [_node(node, said, short, members) for node, said in by_subject.items() if node not in within]
    whole = {"@context": names, "@graph": sorted(nodes, key=_json)}
    return (json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False) + "\n").encode()


class _Short:
    """The context read backwards: an IRI comes in, what stands for it in the document goes out."""

    def __init__(self, names: Mapping[str, Any]) -> None:
        self.prefixes = sorted(
            ((name, space) for name, space in names.items() if isinstance(space, str) and space[-1:] in "#/"),
            key=lambda item: -len(item[1]),
        )
        self.names: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.several: set[str] = set()
        for name, about in names.items():
            said = {"@id": about} if isinstance(about, str) else about
            if said["@id"][-1:] not in "#/":
                self.names[said["@id"]] = name
                by_language = said.get("@container") == TEXT
                self.kinds[said["@id"]] = TEXT if by_language else said.get("@type", XSD + "string")
                if said.get("@container") == "@set":
                    self.several.add(said["@id"])
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
    out: dict[str, Any] = {"@id": _name(node, short)}
    for predicate, values in said.items():
        kinds = [value for value in values if not isinstance(value, Literal) and value not in lists]
        if predicate == _TYPE and kinds:
            out["@type"] = _one_or_all(sorted(_name(kind, short) for kind in kinds))
            values = [value for value in values if value not in kinds]
        kind = short.kinds.get(predicate)
        if kind == TEXT:
            texts = [value for value in values if _is_plain_text(value)]
            if texts:
                out[short.names[predicate]] = _by_language(texts)
            values = [value for value in values if value not in texts]
        if values:
            key = predicate if kind == TEXT else short.names.get(predicate) or short.iri(predicate)
            written = sorted((_value(value, kind or XSD + "string", short, lists) for value in values), key=_json)
            out[key] = written if predicate in short.several else _one_or_all(written)
    return out


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _is_plain_text(value: Term) -> bool:
    """Whether a value is a text whose language can be a key: readers write keys small, and directions have no place."""
    return (
        isinstance(value, Literal)
        and value.language is not None
        and value.language == value.language.lower()
        and not getattr(value, "direction", None)
    )


def _by_language(texts: list[Any]) -> dict[str, Any]:
    out: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        out[text.language].append(text.value)
    return {language: _one_or_all(sorted(said)) for language, said in out.items()}


def _name(node: Subject, short: _Short) -> str:
    return str(node) if isinstance(node, BlankNode) else short.iri(node.value)


def _value(term: Term, kind: str, short: _Short, lists: Mapping[Term, list[Term]]) -> Any:
    """A value, alone where it is of a kind, else with its own; members of a list always with theirs."""
    if term in lists:
        return {"@list": [_value(member, "", short, lists) for member in lists[term]]}
    own = kind_of(term)
    if not isinstance(term, Literal):
        return _name(term, short) if own == kind else {"@id": _name(term, short)}
    if own == TEXT:
        if getattr(term, "direction", None):
            fix = "Ask for other formats (--format turtle, say), or mend the graph."
            raise MaillageError(f"JSON-LD cannot hold a text with a direction: {excerpt(term.value)}", fix=fix)
        return {"@value": term.value, "@language": term.language}
    if own == kind:
        return term.value
    return {"@value": term.value} if own == XSD + "string" else {"@value": term.value, "@type": short.iri(own)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
