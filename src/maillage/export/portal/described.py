"""The descriptions of a bundle and its registrations: what was made of a graph comes in; their files are added."""

from __future__ import annotations

from maillage.export.portal import dcat, jskos, privacy, questions, registrations, void, w3id
from maillage.export.portal.made import Made, examples, versions
from maillage.export.portal.persons import LeftOut
from maillage.export.portal.wikidata.files import files as wikidata_files
from maillage.terms import BASE


def describe(made: Made, gone: LeftOut | None) -> None:
    """The catalogues, VoID, the page on persons, schema.org and the questions."""
    bundle, release, counts = made.bundle, made.release, made.counts
    data, terms = bundle.offered(), bundle.offered("ontology")
    other = [entry.path.removeprefix("ontology/") for entry in bundle.family("ontology") if not entry.offered]
    documents = [BASE + path.removesuffix(".ttl") for path in other]
    words = ("Les personnes : ce qui est gardé, comment s'opposer", "Persons: what is kept, how to object")
    bundle.add(privacy.PAGE, privacy.page(release, gone), "descriptions", *words)
    about = [*bundle.family("changes"), bundle.entries[privacy.PAGE]]
    heap = dcat.catalogue(release, data, terms, versions(made), documents, about)
    words = ("Le catalogue, DCAT-AP 3.0.1", "The catalogue, DCAT-AP 3.0.1")
    for ending, content in ((".ttl", heap.turtle(dcat.HEADER)), (".jsonld", heap.jsonld()), (".rdf", heap.rdfxml())):
        bundle.add(f"catalog{ending}", content, "descriptions", *words)
    french = dcat.datagouv(release, data, terms).turtle()
    words = ("Le catalogue, pour data.gouv.fr", "The catalogue, for data.gouv.fr")
    bundle.add("catalog-datagouv.ttl", french, "descriptions", *words)
    dumps = [release.url(entry.path) for entry in data if entry.path.startswith("data/maillage.")]
    described = void.description(made.facts, counts, release, dumps, examples(made.facts)).turtle(void.HEADER)
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


def register(made: Made) -> None:
    """What registries take: Zenodo, CITATION, LOD Cloud, JSKOS, LOV, w3id, Wikidata, RO-Crate."""
    bundle, release, data = made.bundle, made.release, made.bundle.offered()
    forms = ["Turtle", "RDF/XML", "JSON-LD", "N-Triples"]
    links, example = void.linked(made.facts), next(iter(examples(made.facts)), "")
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
            w3id.htaccess(release, bundle.entries, versions(made)),
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
