"""Profiles: a thing comes in; the query that says what to show of its kind, and the triples it gives, go out.

The profiles of queries/profiles/ are CONSTRUCT queries about ``?this``. The most specific one that fits a thing's
classes is taken; of several that fit equally (a territorial health council is an actor and an arrangement), all are.
Each branch of a profile binds ``?this`` anew: bound once above a union, it is joined late and a card takes 0.5 s.
Pages, exports and servers that show one thing show these triples.
"""

from __future__ import annotations

import re
from collections import defaultdict

from maillage.asking.catalogue import Catalogue, Query
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.store.port import Store
from maillage.terms import INFERRED, RDFS, expand
from maillage.things.rdf import NamedNode, Triple

ANYTHING = RDFS + "Resource"


def profiles_of(iri: str, catalogue: Catalogue, store: Store, names: Names) -> list[Query]:
    """The profiles for a thing, by name; at least one, since the default is of ``rdfs:Resource``.

    Raises
    ------
    MaillageError
        When a profile is of a class no prefix of the table can spell, or no profile is for everything.
    """
    classes = {query.name: _class(query) for query in catalogue.of("profiles")}
    types = {*names.types(iri), ANYTHING}
    fitting = [query for query in catalogue.of("profiles") if classes[query.name] in types]
    if not fitting:
        raise MaillageError("no profile is of rdfs:Resource.", fix="Restore queries/profiles/thing.rq.")
    broader = {name: _broader(kind, store) for name, kind in classes.items()}
    return [
        query
        for query in fitting
        if not any(classes[query.name] in broader[other.name] for other in fitting if other is not query)
    ]


def profile_triples(iri: str, profiles: list[Query], store: Store) -> list[Triple]:
    """What the profiles say of a thing, each triple once, in a fixed order."""
    this = {"this": [NamedNode(iri)]}
    triples = sorted({triple for query in profiles for triple in store.construct(query.filled(this))}, key=str)
    terms = {term for t in triples for term in (t.subject, t.predicate, t.object)}
    store.expect(term.value for term in terms if isinstance(term, NamedNode))
    return triples


def order_of(profiles: list[Query]) -> dict[str, int]:
    """Where each property and class is first named in the patterns of the profiles: the order in which to show them."""
    rank: dict[str, int] = {}
    at = 0
    for query in profiles:
        for name in re.findall(r"(?<![\w<?:])[A-Za-z]+:[A-Za-z][\w-]*", query.text.partition("WHERE")[2]):
            rank.setdefault(expand(name) or name, at := at + 1)
    return rank


def derived_facts(iri: str, store: Store) -> dict[str, set[str]]:
    """Of the facts about a thing, those no file states: property -> values; ``^property`` -> what points at it."""
    this = NamedNode(iri)
    query = f"SELECT ?p ?o ?s WHERE {{ GRAPH {NamedNode(INFERRED)} {{ {{ {this} ?p ?o }} UNION {{ ?s ?p {this} }} }} }}"
    out: dict[str, set[str]] = defaultdict(set)
    for predicate, value, subject in store.select(query)[1]:
        if predicate is not None and value is not None:
            out[predicate.value].add(value.value)
        elif predicate is not None and subject is not None:
            out["^" + predicate.value].add(subject.value)
    return out


def _class(query: Query) -> str:
    name = str(query.header["of"])
    iri = expand(name)
    if iri is None:
        raise query.error(f"'{name}' is no class.", "Write 'of' as a CURIE such as mlg:Actor.")
    return iri


def _broader(kind: str, store: Store) -> set[str]:
    """The classes above a class; everything is below ``rdfs:Resource``."""
    found: set[str] = set() if kind == ANYTHING else {ANYTHING}
    waiting = [kind]
    while waiting:
        for triple in store.values(waiting.pop(), RDFS + "subClassOf"):
            if triple.object.value not in found and triple.object.value != kind:
                found.add(triple.object.value)
                waiting.append(triple.object.value)
    return found
