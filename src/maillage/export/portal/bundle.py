"""The bundle: a built graph and a release come in; its files are written, and the folder appears whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from maillage.export import mappings, networks, rdf
from maillage.export.ontology import ontology_files
from maillage.export.portal import (
    dcat,
    eponyms,
    jskos,
    ontology,
    outlines,
    parquet,
    privacy,
    questions,
    registrations,
    tables,
    void,
    w3id,
)
from maillage.export.portal.changes import change_files
from maillage.export.portal.facts import Facts, last_read
from maillage.export.portal.persons import LeftOut, without_persons
from maillage.export.portal.readme import readme
from maillage.export.portal.release import (
    Release,
    checked_base,
    checked_contact,
    checked_sparql,
    checked_version,
)
from maillage.export.portal.staging import Entry, Staging
from maillage.export.portal.wikidata.files import files as wikidata_files
from maillage.export.portal.words import DATASET, LICENCE
from maillage.naming.withdrawn import read_withdrawn
from maillage.network.asked import asked_network
from maillage.pipeline.build import Build
from maillage.releases.change import Change
from maillage.releases.former import Former
from maillage.releases.pages import WHAT
from maillage.terms import BASE, MLG

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
#: What is told of progress: the words for a step that begins.
Told = Callable[[str], None]


@dataclass
class Written:
    """What was written: the files, the release, what was left out, what changed where there was one before."""

    entries: list[Entry]
    release: Release
    gone: LeftOut | None
    change: Change | None = None


@dataclass
class _Made:
    """What the steps hand on."""

    bundle: Staging
    built: Build
    facts: Facts
    counts: void.Counts
    release: Release
    pages: Mapping[str, bytes]


def export_portal(
    built: Build,
    folder: Path,
    version: str,
    *,
    base_url: str | None = None,
    sparql: str | None = None,
    contact: str | None = None,
    persons: bool = False,
    with_parquet: bool = False,
    previous: Former | None = None,
    pages: Mapping[str, bytes] | None = None,
    told: Told = lambda _: None,
) -> Written:
    """Write the bundle; the folder appears whole or not at all, and the same graph gives the same bytes.

    Parameters
    ----------
    version:
        The release, as 0.2.0.
    base_url, sparql, contact:
        Where the folder will be served, where an endpoint that serves the graph answers, whom to write to.
    persons:
        Whether persons in an official capacity stay.
    with_parquet:
        Whether the tables are there as Parquet too, which takes pyarrow.
    previous:
        The release before, whose change the bundle carries; None for the first.
    pages:
        The reference of the ontology for people, by the name of each file.

    Raises
    ------
    MaillageError
        For an address or version that is none, Parquet without pyarrow, or a folder that holds other files; nothing is
        then written.
    """
    base, endpoint, mail = checked_base(base_url), checked_sparql(sparql), checked_contact(contact)
    checked_version(version)
    if with_parquet:
        parquet.checked_engine()
    with Staging(folder) as bundle:
        told("lecture")
        quads = sorted(set(built.loaded.quads()), key=str)
        gone: LeftOut | None = None
        if not persons:
            quads, gone = without_persons(quads)
        facts = Facts(quads)
        release = _release(facts, version, base, endpoint, mail, persons)
        told("dénombrements")
        made = _Made(bundle, built, facts, void.counted(facts), release, pages or {})
        for name, step in (
            ("RDF", _rdf),
            ("tables", _tables),
            ("réseau", _network),
            ("vocabulaire", _ontology),
            ("liens", _links),
        ):
            told(name)
            step(made)
        if with_parquet:
            told("Parquet")
            _parquet(made)
        places = _map(made)
        bearing = _names(made, gone)
        change = None
        if previous is not None:
            told("changements")
            change = _changes(made, gone, previous)
        told("descriptions")
        _descriptions(made, gone)
        _registrations(made)
        whole = bundle.finish_with(
            "README.md",
            lambda entries: readme(entries, release, gone, bearing, places, made.counts.triples, previous),
        )
        return Written(whole, release, gone, change)


def _release(facts: Facts, version: str, base: str, sparql: str, contact: str, persons: bool) -> Release:
    """The release with the graph's own days."""
    modified = last_read(facts) or dcat.said(DATASET, "dct:issued")[0]
    arrangements = facts.of_kind(MLG + "Arrangement")
    starts = [day for one in arrangements for day in facts.values(one, MLG + "startEarliest")]
    ends = [day for one in arrangements for day in facts.values(one, MLG + "endLatest")]
    start, end = min(starts, default=modified), max(ends, default=modified)
    return Release(version, base, modified, start, end, sparql, contact, persons)


def _rdf(made: _Made) -> None:
    names = rdf.context(made.facts.quads)
    for form, (fr, en, packed) in _RDF.items():
        data = rdf.written_as(form, made.facts.quads, names)
        path = f"data/{rdf.FORMATS[form]}"
        made.bundle.add(path, data, "data", fr, en, offered=True)
        if packed:
            made.bundle.add_gzip(path, data, "data", f"{fr}, comprimé", f"{en}, compressed", offered=True)
    context = rdf.context_file(names)
    made.bundle.add("data/context.jsonld", context, "data", "Le contexte JSON-LD", "The JSON-LD context")


def _tables(made: _Made) -> None:
    for name, (_, fr, en) in tables.TABLES.items():
        made.bundle.add(f"data/{name}.csv", tables.to_csv(made.facts, name), "data", fr, en, offered=True)
        words = ("Ce que veut dire chaque colonne (CSVW)", "What each column means (CSVW)")
        made.bundle.add(f"data/{name}.csv-metadata.json", tables.to_csvw(name, LICENCE), "data", *words)


def _parquet(made: _Made) -> None:
    for name, (_, fr, en) in tables.TABLES.items():
        data = parquet.to_parquet(made.facts, name, LICENCE)
        made.bundle.add(f"data/{name}.parquet", data, "data", f"{fr}, typées", f"{en}, typed", offered=True)


def _network(made: _Made) -> None:
    built = made.built
    query = built.catalogue.get("networks", "coordination")
    g = asked_network(query, built.store, built.names, {}, version=made.release.version)
    for ending, write in ((".gexf", networks.to_gexf), (".graphml", networks.to_graphml)):
        fr, en = _NETWORK
        made.bundle.add(f"data/coordination{ending}", write(g, "fr", None), "data", fr, en, offered=True)


def _ontology(made: _Made) -> None:
    files = {**ontology_files(made.built.loaded.places.ontology), **made.pages}
    for name, data in files.items():
        fr, en = ontology.what(name)
        offered = "/" not in name and not name.endswith((".svg", ".html"))
        made.bundle.add(f"ontology/{name}", data, "ontology", fr, en, offered=offered)


def _links(made: _Made) -> None:
    """The mapping set of the links to other data sets, where the graph has some."""
    if mappings.has_links(made.built.store):
        text = mappings.to_sssom(made.built.store, made.built.names, made.release.version)
        words = ("Les liens vers d'autres bases, SSSOM", "Links to other data sets, SSSOM")
        made.bundle.add("data/links.sssom.tsv", text, "data", *words)


def _changes(made: _Made, gone: LeftOut | None, previous: Former) -> Change:
    withdrawn = read_withdrawn(made.built.loaded.places.graph)
    change, files = change_files(made.facts.quads, gone, previous, withdrawn, made.release)
    for path, data in files.items():
        made.bundle.add(path, data, "changes", *WHAT[path.rpartition("/")[2]])
    return change


def _map(made: _Made) -> Counter[str]:
    text, places = outlines.to_geojson(made.facts, LICENCE)
    words = ("Les dispositifs par territoire, sur une carte", "Arrangements by territory, on a map")
    made.bundle.add("data/dispositifs-par-territoire.geojson", text, "data", *words, offered=True)
    return places


def _names(made: _Made, gone: LeftOut | None) -> int:
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


def _descriptions(made: _Made, gone: LeftOut | None) -> None:
    bundle, release, counts = made.bundle, made.release, made.counts
    data, terms = bundle.offered(), bundle.offered("ontology")
    other = [entry.path.removeprefix("ontology/") for entry in bundle.family("ontology") if not entry.offered]
    documents = [BASE + path.removesuffix(".ttl") for path in other]
    words = ("Les personnes : ce qui est gardé, comment s'opposer", "Persons: what is kept, how to object")
    bundle.add(privacy.PAGE, privacy.page(release, gone), "descriptions", *words)
    about = [*bundle.family("changes"), bundle.entries[privacy.PAGE]]
    heap = dcat.catalogue(release, data, terms, _versions(made), documents, about)
    words = ("Le catalogue, DCAT-AP 3.0.1", "The catalogue, DCAT-AP 3.0.1")
    for ending, content in ((".ttl", heap.turtle(dcat.HEADER)), (".jsonld", heap.jsonld()), (".rdf", heap.rdfxml())):
        bundle.add(f"catalog{ending}", content, "descriptions", *words)
    french = dcat.datagouv(release, data, terms).turtle()
    words = ("Le catalogue, pour data.gouv.fr", "The catalogue, for data.gouv.fr")
    bundle.add("catalog-datagouv.ttl", french, "descriptions", *words)
    dumps = [release.url(entry.path) for entry in data if entry.path.startswith("data/maillage.")]
    described = void.description(made.facts, counts, release, dumps, _examples(made.facts)).turtle(void.HEADER)
    words = ("Ce que le graphe contient, VoID", "What the graph holds, VoID")
    bundle.add("void.ttl", described, "descriptions", *words)
    bundle.add(
        ".well-known/void",
        described,
        "descriptions",
        words[0] + ", à sa place convenue",
        words[1] + ", at its well-known place",
    )
    words = ("Les graphes nommés, et leur union", "The named graphs, and their union")
    bundle.add("service.ttl", void.service(counts, release).turtle(), "descriptions", *words)
    words = ("Le jeu de données, schema.org", "The dataset, schema.org")
    bundle.add("dataset.jsonld", registrations.schema_org(release, data), "descriptions", *words)
    asked = questions.described(made.built.catalogue.of("questions"), release, gone.things if gone else ()).turtle(
        questions.HEADER
    )
    words = ("Les questions du projet, prêtes à poser (SHACL)", "The project's questions, ready to ask (SHACL)")
    bundle.add("queries/questions.ttl", asked, "descriptions", *words)


def _versions(made: _Made) -> dict[str, str]:
    return ontology.versions(made.built.loaded.places.ontology)


def _examples(facts: Facts) -> list[str]:
    """Things to begin with: the first of a few classes."""
    kinds = ("RegionalHealthAgency", "LocalHealthContract", "Region", "Participation", "Coordination")
    return [things[0] for kind in kinds if (things := facts.of_kind(MLG + kind))]


def _registrations(made: _Made) -> None:
    bundle, release, data = made.bundle, made.release, made.bundle.offered()
    forms = ["Turtle", "RDF/XML", "JSON-LD", "N-Triples"]
    links, example = void.linked(made.facts), next(iter(_examples(made.facts)), "")
    lod = registrations.lod_cloud(release, made.counts, links, data, example)
    for path, content, fr, en in (
        (".zenodo.json", registrations.zenodo(release), "La fiche de Zenodo", "Zenodo's form"),
        ("CITATION.cff", registrations.citation(release), "Comment citer", "How to cite"),
        ("lod-cloud.json", lod, "L'entrée du nuage LOD", "The entry of the LOD Cloud"),
        (
            "registrations/jskos-schemes.json",
            jskos.schemes(made.facts, release),
            "Les listes de concepts, JSKOS",
            "The concept schemes, JSKOS",
        ),
        (
            "registrations/jskos-concepts.ndjson",
            jskos.concepts(made.facts),
            "Les concepts, JSKOS",
            "The concepts, JSKOS",
        ),
        (
            "registrations/prefix-lov.md",
            registrations.prefix_sheet(release, forms),
            "La fiche de prefix.cc et de LOV",
            "The sheet for prefix.cc and LOV",
        ),
        (
            "w3id/.htaccess",
            w3id.htaccess(release, bundle.entries, _versions(made)),
            "Les redirections de w3id.org",
            "The redirections of w3id.org",
        ),
        ("w3id/README.md", w3id.readme(release), "Comment les déposer", "How to file them"),
    ):
        bundle.add(path, content, "registrations", fr, en)
    for path, (content, fr, en) in wikidata_files(made.facts).items():
        bundle.add(path, content, "registrations", fr, en)
    crate = registrations.ro_crate(release, sorted(bundle.entries.values(), key=lambda e: e.path))
    words = ("Ce qu'est chaque fichier, RO-Crate", "What each file is, RO-Crate")
    bundle.add("ro-crate-metadata.json", crate, "registrations", *words)
