"""Pitfalls in what a vocabulary asserts: its terms come in; what axioms say wrongly of them goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rdflib import OWL, RDF, RDFS, BNode, Graph, Node, URIRef
from rdflib.collection import Collection

from maillage.vocabulary.terms_of import BUILT_IN, Terms
from maillage.vocabulary.verdict import Finding, finding

Test = Callable[[Terms], Iterable[Finding]]
_CLASS_LINKS = (RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith)


def _pairs(terms: Terms, predicate: URIRef) -> Iterator[tuple[URIRef, URIRef]]:
    """The pairs of named terms that a predicate links, one of them ours."""
    for one, other in sorted(terms.graph.subject_objects(predicate)):
        if isinstance(one, URIRef) and isinstance(other, URIRef) and (terms.own(one) or terms.own(other)):
            yield one, other


def synonyms(terms: Terms) -> Iterator[Finding]:
    """P02: two of its own classes said to be one."""
    for one, other in _pairs(terms, OWL.equivalentClass):
        if terms.own(one) and terms.own(other):
            yield finding(
                "Deux de ses propres classes sont dites équivalentes.",
                "Two of its own classes are said to be equivalent.",
                "Gardez-en une, et l'autre nom en skos:altLabel.",
                "Keep one, and the other name as skos:altLabel.",
                *(one, other),
            )


def unconnected(terms: Terms) -> Iterator[Finding]:
    """P04: a class that no axiom names, a property without domain, range or parent."""
    graph = terms.graph
    members = {m for head in graph.objects(None, OWL.members) for m in Collection(graph, head)}
    for term in terms.classes:
        said = any((term, p, None) in graph or (None, p, term) in graph for p in _CLASS_LINKS)
        taken = any((None, p, term) in graph for p in (RDFS.domain, RDFS.range, OWL.onClass, OWL.someValuesFrom))
        if not said and not taken and term not in members:
            yield _lonely(term)
    links = (RDFS.domain, RDFS.range, RDFS.subPropertyOf, OWL.inverseOf, OWL.equivalentProperty)
    for term in [*terms.relations, *terms.values]:
        said = any((term, p, None) in graph for p in links)
        named = any((None, p, term) in graph for p in graph.predicates(None, term) if p != RDF.type)
        if not said and not named:
            yield _lonely(term)


def _lonely(term: URIRef) -> Finding:
    return finding(
        "Aucun axiome ne lie ce terme au reste.",
        "No axiom links this term to the rest.",
        "Dites sa classe parente, ou son domaine et sa portée.",
        "State its parent class, or its domain and range.",
        term,
    )


def _ends(terms: Terms, term: Node) -> tuple[set[Node], set[Node]]:
    return set(terms.graph.objects(term, RDFS.domain)), set(terms.graph.objects(term, RDFS.range))


def wrong_inverses(terms: Terms) -> Iterator[Finding]:
    """P05: inverses whose domains and ranges do not cross."""
    for one, other in _pairs(terms, OWL.inverseOf):
        (domain, reach), (their_domain, their_reach) = _ends(terms, one), _ends(terms, other)
        if (domain and their_reach and domain != their_reach) or (reach and their_domain and reach != their_domain):
            yield finding(
                "Le domaine de l'une n'est pas la portée de l'autre.",
                "The domain of one is not the range of the other.",
                "Retirez owl:inverseOf, ou accordez domaines et portées.",
                "Remove owl:inverseOf, or make domains and ranges agree.",
                *(one, other),
            )


def cycles(terms: Terms) -> Iterator[Finding]:
    """P06: classes that are their own ancestors."""
    for term in terms.classes:
        above = {a for parent in terms.graph.objects(term, RDFS.subClassOf) for a in _above(terms.graph, parent)}
        if term in above:
            yield finding(
                "Cette classe est une espèce d'elle-même.",
                "This class is a kind of itself.",
                "Retirez l'un des rdfs:subClassOf du cycle.",
                "Remove one rdfs:subClassOf of the circle.",
                term,
            )


def _above(graph: Graph, term: Node) -> Iterator[Node]:
    yield from (above for above in graph.transitive_objects(term, RDFS.subClassOf) if above is not None)


def no_disjointness(terms: Terms) -> Iterator[Finding]:
    """P10: no disjointness at all."""
    graph = terms.graph
    if terms.classes and not any(True for _ in graph.subject_objects(OWL.disjointWith)):
        if (None, RDF.type, OWL.AllDisjointClasses) in graph or any(True for _ in graph.subjects(OWL.disjointUnionOf)):
            return
        yield finding(
            "Aucune classe n'est disjointe d'une autre.",
            "No class is disjoint from another.",
            "Dites lesquelles n'ont aucune instance en commun.",
            "State which ones have no instance in common.",
        )


def no_domain_or_range(terms: Terms) -> Iterator[Finding]:
    """P11."""
    for term in [*terms.relations, *terms.values]:
        domain, reach = _ends(terms, term)
        if not domain or not reach:
            fr = (
                "ni domaine ni portée"
                if not domain and not reach
                else "pas de domaine"
                if not domain
                else "pas de portée"
            )
            en = "neither domain nor range" if not domain and not reach else "no domain" if not domain else "no range"
            yield finding(
                f"Cette propriété n'a {fr}.",
                f"This property has {en}.",
                "Ajoutez rdfs:domain et rdfs:range, ou dites pourquoi non.",
                "Add rdfs:domain and rdfs:range, or say why not.",
                term,
            )


def _is(terms: Terms, term: Node, kind: URIRef) -> bool:
    return (term, RDF.type, kind) in terms.graph


def no_inverse(terms: Terms) -> Iterator[Finding]:
    """P13."""
    for term in terms.relations:
        inverse = (term, OWL.inverseOf, None) in terms.graph or (None, OWL.inverseOf, term) in terms.graph
        if not inverse and not _is(terms, term, OWL.SymmetricProperty):
            yield finding(
                "Cette relation n'a pas d'inverse.",
                "This relationship has no inverse.",
                "Déclarez-le s'il sert ; SPARQL le lit par ^.",
                "Declare it if it serves; SPARQL reads it with ^.",
                term,
            )


def all_values(terms: Terms) -> Iterator[Finding]:
    """P14: each owl:allValuesFrom is to be read; where there is none, there is nothing to misuse."""
    yield from _restricted(terms, OWL.allValuesFrom)


def complements(terms: Terms) -> Iterator[Finding]:
    """P15: each owl:complementOf is to be read."""
    yield from _restricted(terms, OWL.complementOf)


def _restricted(terms: Terms, predicate: URIRef) -> Iterator[Finding]:
    for node in sorted(terms.graph.subjects(predicate), key=str):
        users = [s for s in terms.graph.subjects(None, node) if isinstance(s, URIRef)]
        yield finding(
            f"owl:{predicate.fragment} est employé.",
            f"owl:{predicate.fragment} is used.",
            "Relisez ce qu'il exige de chaque instance.",
            "Read again what it asks of each instance.",
            *users,
        )


def multiple(terms: Terms) -> Iterator[Finding]:
    """P19."""
    for term in [*terms.relations, *terms.values]:
        if any(len(found) > 1 for found in _ends(terms, term)):
            yield finding(
                "Plusieurs domaines, ou plusieurs portées : chaque valeur serait de toutes ces classes.",
                "Several domains, or several ranges: each value would be of all these classes.",
                "Gardez la classe commune, ou aucune.",
                "Keep the common class, or none.",
                term,
            )


def recursive(terms: Terms) -> Iterator[Finding]:
    """P24: a class whose definition uses the class."""
    graph = terms.graph
    for term in terms.classes:
        todo: list[Node] = [o for p in _CLASS_LINKS for o in graph.objects(term, p) if isinstance(o, BNode)]
        seen: set[Node] = set()
        while todo:
            node = todo.pop()
            if node in seen or not isinstance(node, BNode):
                continue
            seen.add(node)
            todo += graph.objects(node)
        if any((node, None, term) in graph for node in seen):
            yield finding(
                "La définition de cette classe l'emploie.",
                "The definition of this class uses it.",
                "Définissez-la par d'autres.",
                "Define it by others.",
                term,
            )


def own_inverse(terms: Terms) -> Iterator[Finding]:
    """P25."""
    for one, other in _pairs(terms, OWL.inverseOf):
        if one == other:
            yield _symmetric(one)


def inverse_of_symmetric(terms: Terms) -> Iterator[Finding]:
    """P26."""
    for one, other in _pairs(terms, OWL.inverseOf):
        if one != other and (_is(terms, one, OWL.SymmetricProperty) or _is(terms, other, OWL.SymmetricProperty)):
            yield _symmetric(one, other)


def _symmetric(*where: URIRef) -> Finding:
    return finding(
        "Une relation symétrique est son propre inverse.",
        "A symmetric relationship is its own inverse.",
        "Gardez owl:SymmetricProperty, retirez owl:inverseOf.",
        "Keep owl:SymmetricProperty, remove owl:inverseOf.",
        *where,
    )


def wrong_equivalents(terms: Terms) -> Iterator[Finding]:
    """P27: properties of different kinds, domains or ranges said to be equivalent."""
    for one, other in _pairs(terms, OWL.equivalentProperty):
        kinds = [{k for k in (OWL.ObjectProperty, OWL.DatatypeProperty) if _is(terms, t, k)} for t in (one, other)]
        ends = zip(_ends(terms, one), _ends(terms, other), strict=True)
        if (all(kinds) and kinds[0] != kinds[1]) or any(a and b and a != b for a, b in ends):
            yield finding(
                "Ces propriétés dites équivalentes ne prennent pas les mêmes choses.",
                "These properties said to be equivalent do not take the same things.",
                "Employez rdfs:subPropertyOf, ou une correspondance.",
                "Use rdfs:subPropertyOf, or a mapping.",
                *(one, other),
            )


def wrong_symmetry(terms: Terms) -> Iterator[Finding]:
    """P28."""
    yield from _unlike_ends(terms, OWL.SymmetricProperty)


def wrong_transitivity(terms: Terms) -> Iterator[Finding]:
    """P29."""
    yield from _unlike_ends(terms, OWL.TransitiveProperty)


def _unlike_ends(terms: Terms, kind: URIRef) -> Iterator[Finding]:
    for term in terms.relations:
        domain, reach = _ends(terms, term)
        if _is(terms, term, kind) and domain and reach and domain != reach:
            yield finding(
                f"owl:{kind.fragment}, mais son domaine n'est pas sa portée.",
                f"owl:{kind.fragment}, but its domain is not its range.",
                "Accordez-les, ou retirez ce type.",
                "Make them agree, or remove this type.",
                term,
            )


def wrong_equivalent_classes(terms: Terms) -> Iterator[Finding]:
    """P31: classes said to be one and to be apart, or one narrower than the other."""
    graph = terms.graph
    for one, other in _pairs(terms, OWL.equivalentClass):
        apart = (one, OWL.disjointWith, other) in graph or (other, OWL.disjointWith, one) in graph
        narrower = (one, RDFS.subClassOf, other) in graph or (other, RDFS.subClassOf, one) in graph
        if apart or narrower:
            yield finding(
                "Ces classes dites équivalentes sont aussi disjointes, ou l'une est plus étroite.",
                "These classes said to be equivalent are disjoint too, or one is narrower.",
                "Gardez l'un des deux axiomes.",
                "Keep one of the two axioms.",
                *(one, other),
            )


def short_chain(terms: Terms) -> Iterator[Finding]:
    """P33."""
    for term, head in sorted(terms.graph.subject_objects(OWL.propertyChainAxiom)):
        if len(Collection(terms.graph, head)) == 1:
            yield finding(
                "La chaîne n'a qu'une propriété.",
                "The chain has one property.",
                "Employez rdfs:subPropertyOf.",
                "Use rdfs:subPropertyOf.",
                term,
            )


def _undeclared(terms: Terms, used: Iterable[Node], declared: Iterable[URIRef]) -> Iterator[Finding]:
    known = set(declared)
    for term in sorted({t for t in used if isinstance(t, URIRef)} - known):
        if not str(term).startswith(BUILT_IN):
            yield finding(
                "Ce terme est employé sans être déclaré.",
                "This term is used and not declared.",
                "Donnez-lui son type, et la source s'il est d'un autre.",
                "Give it its type, and its source if it is another's.",
                term,
            )


def untyped_class(terms: Terms) -> Iterator[Finding]:
    """P34."""
    graph = terms.graph
    used = {o for p in (*_CLASS_LINKS, RDFS.domain) for o in graph.objects(None, p)}
    used |= set(graph.objects(None, RDF.type)) - {OWL.Ontology}
    relations = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    used |= {o for s, o in graph.subject_objects(RDFS.range) if s in relations}
    yield from _undeclared(terms, used, terms.all_classes)


def untyped_property(terms: Terms) -> Iterator[Finding]:
    """P35."""
    links = (RDFS.subPropertyOf, OWL.inverseOf, OWL.equivalentProperty, OWL.onProperty)
    used = {o for p in links for o in terms.graph.objects(None, p)} | set(terms.graph.predicates())
    yield from _undeclared(terms, used, terms.all_properties)
