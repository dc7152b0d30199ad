"""The data of a bundle: what was made of a graph comes in; each step adds its files."""

from __future__ import annotations

from collections import Counter

from maillage.export import mappings, networks, rdf
from maillage.export.ontology import ontology_files
from maillage.export.portal import eponyms, ontology, outlines, parquet, tables
from maillage.export.portal.changes import change_files
from maillage.export.portal.made import Made
from maillage.export.portal.persons import LeftOut
from maillage.export.portal.words import LICENCE
from maillage.naming.withdrawn import read_withdrawn
from maillage.network.asked import asked_network
from maillage.releases.change import Change
from maillage.releases.former import Former
from maillage.releases.pages import WHAT
from maillage.terms import MLG

_RDF: dict[str, tuple[str, str, bool]] = {
    "turtle": ("Tous les faits, Turtle", "All facts, Turtle", True),
    "trig": (
        "Tous les faits, un graphe nommé par fichier source, TriG",
        "All facts, one named graph a source file, TriG",
        True,
    ),
    "nquads": (
        "Tous les faits, un graphe nommé par fichier source, N-Quads",
        "All facts, one named graph a source file, N-Quads",
        True,
    ),
    "jsonld": (
        "Tous les faits, JSON-LD ; le contexte est context.jsonld",
        "All facts, JSON-LD; the context is context.jsonld",
        False,
    ),
    "rdfxml": ("Tous les faits, RDF/XML", "All facts, RDF/XML", False),
}
_NETWORK = ("Le réseau des acteurs qui se coordonnent", "The network of actors that coordinate")


def rdf_files(made: Made) -> None:
    """All facts in each form of RDF."""
    names = rdf.context(made.facts.quads)
    for form, (fr, en, packed) in _RDF.items():
        data = rdf.written_as(form, made.facts.quads, names)
        path = f"data/{rdf.FORMATS[form]}"
        made.bundle.add(path, data, "data", fr, en, offered=True)
        if packed:
            made.bundle.add_gzip(path, data, "data", f"{fr}, comprimé", f"{en}, compressed", offered=True)
    context = rdf.context_file(names)
    made.bundle.add("data/context.jsonld", context, "data", "Le contexte JSON-LD", "The JSON-LD context")


def table_files(made: Made) -> None:
    """Nodes, edges and claims as CSV, with what each column means."""
    for name, (_, fr, en) in tables.TABLES.items():
        made.bundle.add(f"data/{name}.csv", tables.to_csv(made.facts, name), "data", fr, en, offered=True)
        words = ("Ce que veut dire chaque colonne (CSVW)", "What each column means (CSVW)")
        made.bundle.add(f"data/{name}.csv-metadata.json", tables.to_csvw(name, LICENCE), "data", *words)


def parquet_files(made: Made) -> None:
    """The same tables, typed."""
    for name, (_, fr, en) in tables.TABLES.items():
        data = parquet.to_parquet(made.facts, name, LICENCE)
        made.bundle.add(f"data/{name}.parquet", data, "data", f"{fr}, typées", f"{en}, typed", offered=True)


def network_files(made: Made) -> None:
    """The network of coordination."""
    built = made.built
    query = built.catalogue.get("networks", "coordination")
    g = asked_network(query, built.store, built.names, {}, version=made.release.version)
    for ending, write in ((".gexf", networks.to_gexf), (".graphml", networks.to_graphml)):
        fr, en = _NETWORK
        made.bundle.add(f"data/coordination{ending}", write(g, "fr", None), "data", fr, en, offered=True)


def ontology_parts(made: Made) -> None:
    """The vocabulary: its parts, forms and pages."""
    files = {**ontology_files(made.built.loaded.places.ontology), **made.pages}
    for name, data in files.items():
        fr, en = ontology.what(name)
        offered = "/" not in name and not name.endswith((".svg", ".html"))
        made.bundle.add(f"ontology/{name}", data, "ontology", fr, en, offered=offered)


def link_file(made: Made) -> None:
    """The mapping set of the links to other data sets, where the graph has some."""
    if mappings.has_links(made.built.store):
        text = mappings.to_sssom(made.built.store, made.built.names, made.release.version)
        words = ("Les liens vers d'autres bases, SSSOM", "Links to other data sets, SSSOM")
        made.bundle.add("data/links.sssom.tsv", text, "data", *words)


def changed_files(made: Made, gone: LeftOut | None, previous: Former) -> Change:
    """What changed since the release before."""
    withdrawn = read_withdrawn(made.built.loaded.places.graph)
    change, files = change_files(made.facts.quads, gone, previous, withdrawn, made.release)
    for path, data in files.items():
        made.bundle.add(path, data, "changes", *WHAT[path.rpartition("/")[2]])
    return change


def map_file(made: Made) -> Counter[str]:
    """Arrangements by territory; how many places of a kind have an outline."""
    text, places = outlines.to_geojson(made.facts, LICENCE)
    words = ("Les dispositifs par territoire, sur une carte", "Arrangements by territory, on a map")
    made.bundle.add("data/dispositifs-par-territoire.geojson", text, "data", *words, offered=True)
    return places


def names_file(made: Made, gone: LeftOut | None) -> int:
    """Bodies that seem to bear a person's name; how many."""
    facts = made.facts
    found = eponyms.bearing_names((one, facts.label(one)) for one in facts.of_kind(MLG + "Actor"))
    lines = [
        "# Organismes dont le nom semble contenir celui d'une personne : repérés par un prénom ou un titre, à relire.",
        "# Bodies whose name seems to hold a person's: spotted by a given name or a title, to be read again.",
        *(f"{label}\t{iri}" for iri, label in found),
    ]
    if gone and gone.still:
        lines += ["# Portent le nom d'une personne ôtée / bear the name of a person left out :"]
        lines += sorted(f"{label}\t{iri}" for iri, label in set(gone.still))
    words = ("Les organismes qui semblent porter le nom d'une personne", "Bodies that seem to bear a person's name")
    made.bundle.add("data/organismes-portant-un-nom.txt", "\n".join(lines) + "\n", "data", *words)
    return len(found)
