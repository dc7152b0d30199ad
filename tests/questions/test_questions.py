"""The questions: every parameter bears on the answer, every answer is ordered wholly, every part of the model is reached.

What each parameter keeps is in test_parameters.py; that every variant reads, in tests/asking/test_catalogue.py.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from maillage.asking.answers import answer
from maillage.asking.catalogue import Query
from maillage.library import Graph
from maillage.terms import MLG, OWL, PREFIXES, RDF, curie, expand
from maillage.things.rdf import NamedNode
from maillage.things.table import Table
from maillage.things.turtle import read_turtle

from .conftest import needed

#: Questions that the project promised by name.
PROMISED = [
    "who-coordinates-with",
    "evidence-of-link",
    "parties-of-arrangement",
    "signatories",
    "arrangements-by-status",
    "events-between",
    "who-represented-whom",
    "who-funds-whom",
    "funding-totals",
    "ties-of-arrangement",
    "announced-not-held",
    "themes-of-arrangement",
    "arrangements-by-theme",
    "figures-that-disagree",
    "most-connected-actors",
    "what-a-document-says",
    "bodies-outside-france",
    "arrangements-on-territory",
    "actors-of-kind",
    "said-of",
]
#: Terms no question can reach, and why.
UNREACHED = {
    "dct:description": "describes a file or the ontology, not a thing of the graph",
    **dict.fromkeys(
        (
            *("dct:abstract", "dct:bibliographicCitation", "dct:contributor", "dct:created", "dct:modified"),
            *("bibo:doi", "bibo:status", "foaf:logo", "vann:preferredNamespacePrefix", "vann:preferredNamespaceUri"),
        ),
        "stands in the header of the ontology only",
    ),
    "vann:example": "leads from a term to its example, in the ontology only",
    **dict.fromkeys(("mlg:effectiveStart", "mlg:effectiveEnd"), "is withdrawn; a published name stays declared"),
    "skos:example": "illustrates a class, in the ontology only",
    "skos:scopeNote": "explains a term, in the ontology only",
    "skos:topConceptOf": "says in the schemes what the absence of skos:broader says too",
    "mlg:fix": "belongs to the shapes",
    "mlg:asOfEarliest": "serves the rules that choose the latest status",
    "mlg:asOfLatest": "serves the rules that choose the latest status",
    "mlg:startPlanned": "serves the rules that tell what is in force, and since when",
    **dict.fromkeys(
        ("mlg:signedEarliest", "mlg:signedLatest", "mlg:endByDuration"),
        "serves the rules that tell who begins when, and until when",
    ),
    "mlg:citedUnidentified": "stands on the card of an arrangement; nobody could identify what it names",
    "mlg:inForceOpen": "is said by mlg:until, which is `..`",
    "mlg:effectivePlanned": "serves the rules that tell planned dates from known ones",
    "mlg:careCategory": "stands on the card of a hospital; no question is about it yet",
    "mlg:legalStatus": "stands on the card of a body; no question is about it yet",
    "mlg:retrieved": "stands under the answers, by the caveats",
    "schema:sameAs": "stands on the card of a thing; `maillage export mappings` lists the links",
    "sssom:confidence": "of a set of links: `maillage export mappings` writes it",
    "sssom:mapping_justification": "of a set of links: `maillage export mappings` writes it",
    **dict.fromkeys(
        ("void:objectsTarget", "void:uriSpace"),
        "of a set of links: the description of the bundle counts it",
    ),
}


def ask(graph: Graph, question: Query, **values: str | None) -> Table:
    """The answer with these values, and with the examples of what the question cannot do without."""
    return answer(question, graph.built.store, graph.built.names, {**needed(question), **values})


def body(question: Query) -> str:
    """The SPARQL of all variants at once, without header, comments, IRIs and strings."""
    text = re.sub(r"^[ \t]*#\?\S+ ", "", question.text, flags=re.M)
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    return re.sub(r"<[^\s>]*>|\"[^\"]*\"", " ", "\n".join(lines))


def rows(table: Table) -> list[tuple[object, ...]]:
    return [tuple(row) for row in table.rows]


def test_enough_of_them(questions: list[Query]) -> None:
    names = {question.name for question in questions}
    assert len(names) >= 36
    assert not set(PROMISED) - names


def test_examples_together_give_rows(graph: Graph, question: Query) -> None:
    values = {name: parameter.example for name, parameter in question.params.items()}
    assert len(ask(graph, question, **values)), f"no row for {values}: choose examples that hold together"


#: What a parameter needs beside it to bear on the answer.
BESIDE = {"years": {"day": "2021-06-30", "territory": "terr:region-44"}}
#: The neighbourhoods of a contract are those of any territory: in that region no presumed contract has any.
ANYWHERE = {"neighbourhoods-of-contract"}


def test_every_parameter_changes_the_answer(graph: Graph, question: Query) -> None:
    lifted = {name: "any" for name, p in question.params.items() if p.default is not None and not p.required}
    for name, parameter in question.params.items():
        said = {k: v for k, v in BESIDE.get(name, {}).items() if k != "territory" or question.name not in ANYWHERE}
        beside = {**lifted, **{k: v for k, v in said.items() if k in question.params}}
        without = rows(ask(graph, question, **beside))
        given = rows(ask(graph, question, **{**beside, name: parameter.example}))
        assert given, f"{name}={parameter.example} gives no row"
        # Where the graph knows one value only, the example cannot tell; the second value must.
        other = given if parameter.other is None else rows(ask(graph, question, **{**beside, name: parameter.other}))
        assert parameter.required or given != without or other != without, f"{name} does not bear on the answer"
        assert not parameter.required or parameter.other, (
            f"{name} is required: give it a second value to tell them apart"
        )
        assert parameter.other is None or other != given, f"{name}={parameter.other} answers like the example"


def test_cells_are_of_the_declared_type(graph: Graph, question: Query) -> None:
    numbers = {"integer": int, "decimal": (int, Decimal), "boolean": bool}
    for row in ask(graph, question):
        for column in question.columns:
            value = row[column.name]
            if value is not None and column.type in numbers:
                assert isinstance(value, numbers[column.type]), (column.name, value)  # type: ignore[arg-type]


def test_a_row_is_told_once(graph: Graph, question: Query) -> None:
    assert [row for row, n in Counter(rows(ask(graph, question))).items() if n > 1] == []


def test_the_order_is_total(question: Query) -> None:
    """Every column is a key, so that no two rows tie, and in one datatype (STR, a number, a boolean)."""
    keys = body(question).rsplit("ORDER BY", 1)[1]
    for column in question.columns:
        assert re.search(rf"\?{column.name}\b", keys), f"'{column.name}' is no key of ORDER BY"
        if column.type not in ("integer", "decimal", "boolean"):
            assert re.search(rf"STR\(\?{column.name}\)", keys), f"order by STR(?{column.name})"


def test_portable(question: Query) -> None:
    text = body(question)
    repeated = re.search(r"(?:[\w:]+|\))[+*](?=[\s;.)|/])", text)
    arithmetic = re.search(r"\d\s*\*", text)
    assert repeated is None or arithmetic, f"a repeated path: {repeated}"
    assert not re.search(r"(?:[a-z]\w*:\w+|\))[+*]\s+\?", text), "a repeated path"
    assert not re.search(r"\bEXISTS\b", text), "absence is MINUS or a sub-select"
    assert not re.search(r"\b(GRAPH|SERVICE|FROM|GROUP_CONCAT|NOW|RAND|UUID)\b", text)


def test_words_in_both_languages(question: Query) -> None:
    for lang in ("fr", "en"):
        assert question.words("question", lang).endswith("?")
    assert question.words("question", "fr").endswith(" ?") or question.words("question", "fr").endswith(" ?")


def test_every_property_of_the_model_is_reached(places: object, questions: list[Query]) -> None:
    ontology = read_turtle(places.ontology / "maillage.ttl")  # type: ignore[attr-defined]
    kinds = {OWL + kind for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    declared = {
        curie(t.subject.value)
        for t in ontology.triples
        if t.predicate.value == RDF + "type" and isinstance(t.object, NamedNode) and t.object.value in kinds
    }
    schemes = read_turtle(places.ontology / "schemes.ttl")  # type: ignore[attr-defined]
    shortcuts = {curie(t.object.value) for t in schemes.triples if t.predicate.value == MLG + "shortcut"}  # type: ignore[union-attr]
    text = " ".join(body(question) for question in questions)
    said = set(re.findall(r"\b[a-z]\w*:\w+", text))
    reached = said | (shortcuts if "mlg:shortcut" in said else set())
    assert sorted(declared - reached - set(UNREACHED)) == []
    assert sorted(set(UNREACHED) & reached) == [], "these are reached: take them off the list"


def test_every_class_of_the_model_is_reached(graph: Graph, questions: list[Query]) -> None:
    """A class is named by a question, or is a value of a parameter that takes classes and then gives rows."""
    store = graph.built.store
    named = {expand(name) for question in questions for name in re.findall(r"\bmlg:\w+", question.text)}
    asks = [(q, p.name) for q in questions for p in q.params.values() if p.of == ["owl:Class"] and p.name != "parent"]
    for kind in sorted(t.subject.value for t in store.values(None, RDF + "type", OWL + "Class")):
        if not kind.startswith(MLG) or kind in named or not any(store.values(None, RDF + "type", kind)):
            continue
        takes = [(q, name) for q, name in asks if graph.built.names.is_under(kind, q.params[name].under or kind)]
        assert any(len(ask(graph, q, **{name: curie(kind)})) for q, name in takes), f"no question reaches {curie(kind)}"


def test_trees_are_as_deep_as_the_questions_look(graph: Graph) -> None:
    """`arrangements-by-theme` looks two levels down, rule 46 at parts of parts, `contract-generations` four contracts on."""
    further = "SELECT ?x WHERE { ?x mlg:succeeds/mlg:succeeds/mlg:succeeds/mlg:succeeds/mlg:succeeds ?y }"
    assert len(graph.query(further)) == 0
    deeper = """SELECT ?x WHERE { ?x skos:broader ?a . ?a skos:broader ?b . ?b skos:broader ?c }"""
    assert len(graph.query(deeper)) == 0
    parts = """SELECT ?x WHERE { ?x a mlg:Document ; dct:isPartOf ?a . ?a a mlg:Document ; dct:isPartOf ?b .
      ?b a mlg:Document ; dct:isPartOf ?c . ?c a mlg:Document }"""
    assert len(graph.query(parts)) == 0


def test_prefixes_are_those_of_the_table(questions: list[Query]) -> None:
    for question in questions:
        for prefix, namespace in re.findall(r"^PREFIX (\w+): <([^>]*)>", question.text, re.M):
            assert PREFIXES[prefix] == namespace, f"{question.name}: {prefix}"
            assert re.search(rf"\b{prefix}:\w", body(question).split("SELECT", 1)[1]), (
                f"{question.name}: {prefix} unused"
            )


def test_nothing_planned_is_told_as_done(graph: Graph) -> None:
    """Neither coordinations nor sums rest on what is planned; the fusion of 2018 is announced, never held."""
    planned = "SELECT ?c WHERE { ?c a mlg:Coordination ; prov:wasDerivedFrom ?p . ?p mlg:modality modality:planned }"
    assert len(graph.query(planned)) == 0
    fusion = "arr:fusion-federations-maisons-poles-sante-grand-est"
    assert {row["modality"] for row in graph.ask("parties-of-arrangement", arrangement=fusion)} == {"prévu"}
    assert fusion in {curie(str(row["arrangement_iri"])) for row in graph.ask("announced-not-held")}


def test_totals_refuse_what_cannot_be_added(graph: Graph) -> None:
    """The Region's two joint totals of 2018 are added on its side, on no other; its range is left out, and said so."""
    [row] = graph.ask("funding-totals", funder="Région Grand Est")
    assert (row["total"], row["added"], row["left_out_joint"], row["left_out_ranges"]) == (61400 + 99500, 2, 0, 1)
    [ceiling] = graph.ask("funding-totals", funder="ARS Occitanie")
    assert (ceiling["total"], ceiling["left_out_ceilings"]) == (None, 1)
    [part] = graph.ask("funding-received", beneficiary="Femalor")
    assert (part["total"], part["left_out_joint"]) == (None, 1)


def test_figures_that_contradict_themselves(graph: Graph) -> None:
    """55 lines of 74 are less than "more than 75 %"; 7 recommendations announced, 6 listed."""
    found = {
        curie(str(r["indicator_iri"])): (r["stated"], r["found"], r["out_of"])
        for r in graph.ask("figures-that-disagree")
    }
    assert found["indicator:share-of-on-call-lines"] == (75, 55, 74)
    assert found["indicator:recommendations-announced"] == (7, 6, None)


def test_what_is_known_of_a_territory(graph: Graph) -> None:
    """Of a region, no more is known than of the country, and nobody counts there."""
    whole = {str(row["kind_iri"]): row for row in graph.ask("completeness")}
    part = {str(row["kind_iri"]): row for row in graph.ask("completeness", territory="terr:region-44")}
    assert whole.keys() == part.keys() and len(whole) > 8
    for kind, row in part.items():
        assert 0 <= int(str(row["known"])) <= int(str(whole[kind]["known"])) and row["share"] is None
    counted = [row for row in whole.values() if row["counted"] is not None]
    assert len(counted) == len(whole) - 1, "of local health contracts nobody tells the number"
    for row in counted:
        assert float(str(row["share"])) == round(100 * int(str(row["known"])) / float(str(row["counted"])), 1)
