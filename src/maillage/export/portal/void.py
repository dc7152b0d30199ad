"""VoID: the facts of a bundle come in; what the dump holds, counted per class, property and linkset, goes out.

The partitions (class, then its properties, then what these lead to) are what outside SPARQL editors complete from. The
counts are those of the default graph, each fact once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from maillage.export.portal.facts import Facts, host, links_out
from maillage.export.portal.release import Release
from maillage.export.portal.words import DATASET, EU_LICENCE, LICENCE, VOID, Heap, text, typed
from maillage.terms import BASE, GRAPH, ID, MLG, OWL, RDF, SCHEMA, curie
from maillage.things.rdf import BlankNode, Literal, Term

HEADER = (
    "# Ce que contient le graphe, en VoID : dénombrements par classe, propriété et jeu de liens.\n"
    "# What the graph holds, as VoID: counts per class, property and linkset."
)
_TYPE = RDF + "type"
#: What links a thing of ours to one of another data set.
LINKS = (OWL + "sameAs", SCHEMA + "sameAs")
#: Data sets that are pointed at, by host: what they are called, and the IRI by which the LOD Cloud knows them.
TARGETS: dict[str, tuple[str, str]] = {
    "wikidata.org": ("Wikidata", "http://www.wikidata.org/"),
    "sws.geonames.org": ("GeoNames", "https://sws.geonames.org/"),
    "data.europa.eu": ("NUTS, Eurostat", "http://data.europa.eu/nuts/"),
    "ror.org": ("ROR", "https://ror.org/"),
    "isni.org": ("ISNI", "https://isni.org/"),
}


@dataclass
class Counts:
    """Counts of the default graph: triples, and by class and property as VoID has them.

    `kinds` counts the things of a class; `nested` counts triples by class and property; `leads` says to which classes
    and datatypes these lead.
    """

    triples: int = 0
    subjects: int = 0
    objects: int = 0
    entities: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    properties: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    nested: dict[tuple[str, str], int] = field(default_factory=dict)
    leads: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    graphs: Counter[str] = field(default_factory=Counter)


def counted(facts: Facts) -> Counts:
    """The counts of a graph."""
    out = Counts()
    by_property: dict[str, tuple[int, set[str], set[Term]]] = {}
    objects: set[Term] = set()
    nested: Counter[tuple[str, str]] = Counter()
    leads: dict[tuple[str, str], set[str]] = defaultdict(set)
    classes = {subject: [_iri(one) for one in said.get(_TYPE, ())] for subject, said in facts.said.items()}
    for subject, said in facts.said.items():
        out.entities += subject.startswith(ID)
        out.kinds.update(classes[subject])
        for predicate, values in said.items():
            number, subjects, seen = by_property.get(predicate, (0, set(), set()))
            subjects.add(subject)
            seen.update(values)
            by_property[predicate] = (number + len(values), subjects, seen)
            objects.update(values)
            out.triples += len(values)
            ends = {end for value in values for end in _ends(value, facts)}
            for kind in classes[subject]:
                nested[kind, predicate] += len(values)
                leads[kind, predicate] |= ends
    out.subjects, out.objects = len(facts.said), len(objects)
    out.properties = {name: (number, len(s), len(o)) for name, (number, s, o) in by_property.items()}
    out.nested, out.leads = dict(nested), dict(leads)
    for quad in facts.quads:
        out.graphs[quad.graph_name.value if hasattr(quad.graph_name, "value") else ""] += 1
    return out


def _iri(term: Term) -> str:
    return str(term) if isinstance(term, BlankNode) else term.value


def _ends(value: Term, facts: Facts) -> list[str]:
    """Where a property leads: a datatype, or the most specific classes of a thing."""
    if isinstance(value, Literal):
        return [f"^{value.datatype.value}"]
    said = facts.said.get(_iri(value), {})
    return [_iri(one) for one in said.get(MLG + "kind") or said.get(_TYPE) or []]


def description(facts: Facts, counts: Counts, release: Release, dumps: list[str], examples: list[str]) -> Heap:
    """The description.

    Parameters
    ----------
    dumps:
        Addresses of the files that hold the whole graph.
    examples:
        IRIs to begin with.
    """
    heap, dataset = Heap(), DATASET + release.tag
    heap.say(VOID)("a", "void:DatasetDescription")("dct:title", text("Description VoID de Maillage", "fr"))(
        "dct:creator", f"{BASE}contributors"
    )("foaf:primaryTopic", dataset)("dct:modified", typed(release.modified, "date"))
    tell = heap.say(dataset)("a", "void:Dataset")("dct:title", text("Maillage"))("foaf:homepage", BASE)
    tell("dct:license", LICENCE, EU_LICENCE)("dct:modified", typed(release.modified, "date"))
    tell("void:uriSpace", text(ID))("void:uriRegexPattern", text("^" + re.escape(ID).replace("\\", "\\") + "[a-z]+/"))
    tell("void:vocabulary", *sorted({_space(p) for p in counts.properties} | {_space(k) for k in counts.kinds}))
    tell("void:dataDump", *dumps)("void:exampleResource", *examples)
    tell(
        "void:feature",
        *(f"http://www.w3.org/ns/formats/{name}" for name in ("Turtle", "TriG", "N-Quads", "RDF_XML", "JSON-LD")),
    )
    if release.sparql:
        tell("void:sparqlEndpoint", release.sparql)
    sizes = {"triples": counts.triples, "entities": counts.entities, "classes": len(counts.kinds)}
    sizes |= {
        "properties": len(counts.properties),
        "distinctSubjects": counts.subjects,
        "distinctObjects": counts.objects,
    }
    for name, number in sizes.items():
        tell(f"void:{name}", _number(number))
    for prop, (number, subjects, objects) in sorted(counts.properties.items()):
        part = f"{VOID}#property-{_slug(prop)}"
        tell("void:propertyPartition", part)
        heap.say(part)("a", "void:Dataset")("void:property", prop)("void:triples", _number(number))(
            "void:distinctSubjects", _number(subjects)
        )("void:distinctObjects", _number(objects))
    for kind, number in sorted(counts.kinds.items()):
        part = f"{VOID}#class-{_slug(kind)}"
        tell("void:classPartition", part)
        heap.say(part)("a", "void:Dataset")("void:class", kind)("void:entities", _number(number))
    _nested(heap, counts)
    _linksets(heap, facts, dataset)
    return heap


def _nested(heap: Heap, counts: Counts) -> None:
    for (kind, prop), number in sorted(counts.nested.items()):
        part = f"{VOID}#class-{_slug(kind)}-{_slug(prop)}"
        heap.say(f"{VOID}#class-{_slug(kind)}")("void:propertyPartition", part)
        tell = heap.say(part)("a", "void:Dataset")("void:property", prop)("void:triples", _number(number))
        for end in sorted(counts.leads[kind, prop]):
            inner = f"{part}-{_slug(end.removeprefix('^'))}"
            if end.startswith("^"):
                tell("voidext:datatypePartition", inner)
                heap.say(inner)("a", "void:Dataset")("voidext:datatype", end[1:])
            else:
                tell("void:classPartition", inner)
                heap.say(inner)("a", "void:Dataset")("void:class", end)


def _linksets(heap: Heap, facts: Facts, dataset: str) -> None:
    for prop, hosts in links_out(facts, LINKS).items():
        for name, pairs in hosts.items():
            part = f"{VOID}#links-{_slug(prop)}-{_slug(name)}"
            label, target = TARGETS.get(name, (name, f"https://{name}/"))
            heap.say(dataset)("void:subset", part)
            heap.say(part)("a", "void:Linkset")("dct:title", text(f"Liens vers {label}", "fr"))(
                "void:linkPredicate", prop
            )("void:subjectsTarget", dataset)("void:objectsTarget", target)("void:triples", _number(len(pairs)))
            heap.say(target)("a", "void:Dataset")("dct:title", text(label))


def linked(facts: Facts) -> dict[str, int]:
    """Host -> how many facts link to it, whatever the property."""
    out: Counter[str] = Counter()
    for hosts in links_out(facts, LINKS).values():
        out.update({name: len(pairs) for name, pairs in hosts.items()})
    return dict(sorted(out.items()))


def service(counts: Counts, release: Release) -> Heap:
    """The named graphs: what each is called and holds, and that the default graph is their union."""
    heap, dataset = Heap(), DATASET + release.tag
    top, whole = f"{BASE}service", f"{BASE}service#dataset"
    tell = heap.say(top)("a", "sd:Service")("sd:feature", "sd:UnionDefaultGraph")("sd:availableGraphs", whole)
    tell("sd:supportedLanguage", "sd:SPARQL11Query")
    if release.sparql:
        tell("sd:endpoint", release.sparql)
    heap.say(whole)("a", "sd:Dataset")("dct:isPartOf", dataset)
    for name, number in sorted(counts.graphs.items()):
        if not name:
            continue
        heap.say(whole)("sd:namedGraph", f"{name}#named")
        heap.say(f"{name}#named")("a", "sd:NamedGraph")("sd:name", name)("sd:graph", name)
        heap.say(name)("a", "sd:Graph", "void:Dataset")("dct:title", text(name.removeprefix(GRAPH)))(
            "void:triples", _number(number)
        )("dct:isPartOf", dataset)
    return heap


def _number(value: int) -> Literal:
    return typed(value, "integer")


def _space(name: str) -> str:
    return name[: max(name.rfind("#"), name.rfind("/")) + 1]


def _slug(name: str) -> str:
    short = curie(name)
    short = short if short != name else f"{host(name)}.{name.rstrip('/').replace('#', '/').rpartition('/')[2]}"
    return re.sub(r"[^A-Za-z0-9]+", ".", short).strip(".")
