"""FOOPS!'s file-based tests of FAIR: the graph of a vocabulary comes in, the fifteen verdicts go out.

Written from the catalogue that its authors publish (https://w3id.org/foops/catalogue, benchmark PRE; D. Garijo,
Ó. Corcho, M. Poveda-Villalón, *FOOPS!: An Ontology Pitfall Scanner for the FAIR Principles*, 2021). The nine others ask
the web and are named in `ON_THE_WEB`. A field counts where it stands, as it does there, though it be empty; the verdict
says so.
"""

from __future__ import annotations

from collections.abc import Callable

from rdflib import DC, DCTERMS, FOAF, OWL, PROV, RDFS, SKOS, VANN, Graph, Namespace, Node, URIRef

from maillage.vocabulary.terms_of import DEFINITIONS, LABELS, Terms
from maillage.vocabulary.verdict import Finding, Verdict, Words, decided, undecided

BIBO = Namespace("http://purl.org/ontology/bibo/")
PAV = Namespace("http://purl.org/pav/")
DOAP = Namespace("http://usefulinc.com/ns/doap#")
CC = Namespace("http://creativecommons.org/ns#")
#: Both spellings of schema.org count.
_SCHEMA = ("https://schema.org/", "http://schema.org/")


def _schema(name: str) -> list[URIRef]:
    return [URIRef(space + name) for space in _SCHEMA]


#: Each field of a header, and the properties under which the catalogue takes it.
FIELDS: dict[str, list[URIRef]] = {
    "title": [DC.title, DCTERMS.title, *_schema("name")],
    "description": [
        *(DCTERMS.abstract, DCTERMS.description, DC.description, RDFS.comment, SKOS.note),
        *(DOAP.description, DOAP.shortdesc, *_schema("description")),
    ],
    "license": [DCTERMS.license, DOAP.license, CC.license, *_schema("license")],
    "version IRI": [OWL.versionIRI],
    "author": [
        *(DC.creator, DCTERMS.creator, PAV.createdBy, PAV.authoredBy, FOAF.maker, PROV.wasAttributedTo),
        *(DOAP.developer, *_schema("creator")),
    ],
    "namespace URI": [VANN.preferredNamespaceUri],
    "namespace prefix": [VANN.preferredNamespacePrefix],
    "version info": [OWL.versionInfo, *_schema("schemaVersion")],
    "creation date": [DCTERMS.created, DOAP.created, PROV.generatedAtTime, PAV.createdOn, *_schema("dateCreated")],
    "citation": [DCTERMS.bibliographicCitation, *_schema("citation")],
    "DOI": [BIBO.doi],
    "publisher": [DC.publisher, DCTERMS.publisher, *_schema("publisher")],
    "logo": [FOAF.logo, *_schema("logo")],
    "status": [BIBO.status],
    "source": [DC.source, DCTERMS.source, URIRef(str(PROV) + "hadOriginalSource")],
    "issued": [DCTERMS.issued, URIRef(str(DCTERMS) + "submitted"), *_schema("datePublished")],
    "contributor": [DC.contributor, DCTERMS.contributor, PAV.contributedBy, *_schema("contributor")],
    "previous version": [DCTERMS.replaces, PROV.wasRevisionOf, OWL.priorVersion, PAV.previousVersion],
    "backward compatibility": [OWL.backwardCompatibleWith],
    "modified": [DCTERMS.modified, *_schema("dateModified")],
    "rights": [DC.rights, DCTERMS.rights, DCTERMS.accessRights],
}
#: Code, title, the fields it asks for and those it only recommends.
METADATA: tuple[tuple[str, Words, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "OM1",
        Words("Métadonnées minimales", "Minimum metadata"),
        ("title", "description", "license", "version IRI", "author", "namespace URI"),
        (),
    ),
    (
        "OM2",
        Words("Métadonnées recommandées", "Recommended metadata"),
        ("namespace prefix", "version info", "creation date", "citation"),
        ("contributor",),
    ),
    (
        "OM3",
        Words("Métadonnées détaillées", "Detailed metadata"),
        ("DOI", "publisher", "logo", "status", "source", "issued"),
        ("previous version", "backward compatibility", "modified"),
    ),
    (
        "OM5.1",
        Words("Provenance", "Basic provenance"),
        ("author", "creation date"),
        ("contributor", "previous version"),
    ),
    ("OM5.2", Words("Provenance détaillée", "Detailed provenance"), ("issued", "publisher"), ()),
)
#: The nine tests that ask the web, and what each asks.
ON_THE_WEB: dict[str, Words] = {
    "CN1": Words("négociation de contenu", "content negotiation"),
    "DOC1": Words("page HTML servie à l'IRI", "an HTML page served at the IRI"),
    "FIND2": Words("préfixe dans prefix.cc ou LOV", "prefix in prefix.cc or LOV"),
    "FIND3": Words("vocabulaire dans LOV", "vocabulary in LOV"),
    "FIND_3_BIS": Words("métadonnées gardées par LOV", "metadata kept by LOV"),
    "HTTP1": Words("accès par un protocole ouvert", "access by an open protocol"),
    "URI1": Words("l'IRI répond", "the IRI answers"),
    "URI2": Words("l'IRI qui répond est celle du fichier", "the IRI that answers is that of the file"),
    "VER2": Words("l'IRI de version répond", "the version IRI answers"),
}
#: Where persistent IRIs are kept, by the catalogue.
PERSISTENT = (
    *("w3id.org", "purl.org", "doi.org", "www.w3.org", "perma.cc", "linked.data.gov.au", "data.europa.eu"),
    "dbpedia.org",
)
#: Lists of licences whose IRIs lead to a page, for want of the web.
_LICENCES = ("spdx.org/licenses/", "creativecommons.org/", "opensource.org/licen", "www.etalab.gouv.fr/")
#: Vocabularies whose properties the catalogue counts as reuse in a header.
_OF_METADATA = tuple(
    str(space) for space in (DC, DCTERMS, VANN, PROV, BIBO, PAV, FOAF, RDFS, OWL, DOAP, *map(Namespace, _SCHEMA))
)


def assess(graph: Graph, resolves: Callable[[str], bool] | None = None) -> list[Verdict]:
    """The fifteen file-based verdicts, in the order of the benchmark.

    Parameters
    ----------
    graph:
        The vocabulary, with its header.
    resolves:
        Whether an address answers; without it the licence is judged by the list it belongs to, and the verdict says so.
    """
    terms = Terms.of(graph)
    codes = {code: _metadata(terms, code, title, asked, more) for code, title, asked, more in METADATA}
    return [
        _persistent(terms),
        _rdf(terms),
        *(codes[code] for code in ("OM1", "OM2", "OM3")),
        _licence(terms),
        _licence_answers(terms, resolves),
        *(codes[code] for code in ("OM5.1", "OM5.2")),
        _prefix(terms),
        _reuse_of_metadata(terms),
        _reuse(terms),
        _told(terms, "VOC3", Words("Libellés", "Labels"), LABELS),
        _told(terms, "VOC4", Words("Définitions", "Definitions"), DEFINITIONS),
        _version(terms),
    ]


def elsewhere() -> list[Verdict]:
    """The nine tests that ask the web, undecided."""
    needs = Words("Demande le vocabulaire en ligne.", "Asks for the vocabulary online.")
    return [undecided(code, title, needs) for code, title in ON_THE_WEB.items()]


def field_of(terms: Terms, name: str) -> list[Node]:
    """The values of a field of the header."""
    return [] if terms.header is None else [v for p in FIELDS[name] for v in terms.graph.objects(terms.header, p)]


def _header(terms: Terms) -> tuple[str, ...]:
    return () if terms.header is None else (str(terms.header),)


def _metadata(terms: Terms, code: str, title: Words, asked: tuple[str, ...], more: tuple[str, ...]) -> Verdict:
    findings = [
        Finding(
            Words(f"L'en-tête ne dit pas : {name}.", f"The header does not say: {name}."),
            _header(terms),
            Words(f"Ajoutez une de ces propriétés : {_names(name)}.", f"Add one of these properties: {_names(name)}."),
        )
        for name in asked
        if not field_of(terms, name)
    ]
    empty = [name for name in asked if (values := field_of(terms, name)) and not any(str(v).strip() for v in values)]
    absent = [name for name in more if not field_of(terms, name)]
    fr, en = f"Tout y est : {', '.join(asked)}.", f"All is there: {', '.join(asked)}."
    if empty:
        fr += f" Champ présent et vide : {', '.join(empty)}."
        en += f" Field present and empty: {', '.join(empty)}."
    if absent:
        fr += f" Facultatif, absent : {', '.join(absent)}."
        en += f" Optional, absent: {', '.join(absent)}."
    return decided(code, title, findings, Words(fr, en))


def _names(name: str) -> str:
    return ", ".join(f"<{p}>" for p in FIELDS[name][:3])


def _one(code: str, title: Words, well: bool, good: Words, wrong: Words, how: Words, where: tuple[str, ...]) -> Verdict:
    return decided(code, title, [] if well else [Finding(wrong, where, how)], good)


def _persistent(terms: Terms) -> Verdict:
    host = str(terms.header or "").partition("://")[2].partition("/")[0]
    return _one(
        "PURL1",
        Words("IRI pérenne", "Persistent IRI"),
        any(host == place or host.endswith("." + place) or host.startswith("purl.") for place in PERSISTENT),
        Words(f"L'IRI est tenue par {host}.", f"The IRI is kept by {host}."),
        Words("L'IRI n'est tenue par aucun registre d'IRI pérennes.", "No register of persistent IRIs keeps the IRI."),
        Words(
            "Prenez une IRI de w3id.org, purl.org ou data.europa.eu.", "Take one of w3id.org, purl.org, data.europa.eu."
        ),
        _header(terms),
    )


def _rdf(terms: Terms) -> Verdict:
    return _one(
        "RDF1",
        Words("Disponible en RDF", "Available in RDF"),
        len(terms.graph) > 0,
        Words("Le fichier se lit.", "The file is read."),
        Words("Rien ne se lit.", "Nothing is read."),
        Words("Donnez du Turtle, du RDF/XML ou du JSON-LD.", "Give Turtle, RDF/XML or JSON-LD."),
        (),
    )


def _licence(terms: Terms) -> Verdict:
    return _one(
        "OM4.1",
        Words("Licence", "Licence"),
        bool(field_of(terms, "license") or field_of(terms, "rights")),
        Words("Une licence est dite.", "A licence is stated."),
        Words("Ni licence ni droits.", "Neither licence nor rights."),
        Words("Ajoutez dct:license.", "Add dct:license."),
        _header(terms),
    )


def _licence_answers(terms: Terms, resolves: Callable[[str], bool] | None) -> Verdict:
    title = Words("La licence se consulte", "The licence can be read")
    given = [str(v) for v in field_of(terms, "license")]
    how = Words("Donnez l'IRI d'une licence, telle que celle de SPDX.", "Give the IRI of a licence, such as SPDX's.")
    if resolves is None:
        known = [iri for iri in given if iri.partition("://")[2].startswith(_LICENCES)]
        good = Words(
            f"{', '.join(known)} est dans une liste publique de licences ; son adresse n'a pas été demandée.",
            f"{', '.join(known)} is in a public list of licences; its address was not asked.",
        )
    else:
        known = [iri for iri in given if iri.startswith("http") and resolves(iri)]
        good = Words(f"{', '.join(known)} répond.", f"{', '.join(known)} answers.")
    wrong = Words("La licence n'est pas une adresse qui réponde.", "The licence is no address that answers.")
    return _one("OM4.2", title, bool(known), good, wrong, how, _header(terms))


def _prefix(terms: Terms) -> Verdict:
    found = ", ".join(str(v) for v in field_of(terms, "namespace prefix"))
    return _one(
        "FIND1",
        Words("Préfixe", "Prefix"),
        bool(found),
        Words(f"Le préfixe est {found}.", f"The prefix is {found}."),
        Words("Aucun préfixe n'est dit.", "No prefix is stated."),
        Words("Ajoutez vann:preferredNamespacePrefix.", "Add vann:preferredNamespacePrefix."),
        _header(terms),
    )


def _reuse_of_metadata(terms: Terms) -> Verdict:
    used = {str(p) for p in terms.graph.predicates(terms.header)} if terms.header else set()
    spaces = sorted({space for space in _OF_METADATA for p in used if p.startswith(space)})
    return _one(
        "VOC1",
        Words("Métadonnées de vocabulaires connus", "Metadata of known vocabularies"),
        bool(spaces),
        Words(f"L'en-tête emploie {', '.join(spaces)}.", f"The header uses {', '.join(spaces)}."),
        Words("L'en-tête n'emploie aucun vocabulaire connu.", "The header uses no known vocabulary."),
        Words("Dites-le en Dublin Core et en VANN.", "Say it in Dublin Core and VANN."),
        _header(terms),
    )


def _reuse(terms: Terms) -> Verdict:
    spaces = {_space(t) for t in [*terms.all_classes, *terms.all_properties] if not terms.own(t)}
    spaces |= {str(o) for o in terms.graph.objects(None, OWL.imports)}
    spaces -= {str(OWL)}
    return _one(
        "VOC2",
        Words("Réemploi d'autres vocabulaires", "Reuse of other vocabularies"),
        bool(spaces),
        Words(f"Il en reprend {len(spaces)}.", f"It reuses {len(spaces)}."),
        Words("Il ne reprend aucun autre vocabulaire.", "It reuses no other vocabulary."),
        Words("Rattachez ses classes à celles d'ORG ou de PROV.", "Tie its classes to those of ORG or PROV."),
        _header(terms),
    )


def _space(term: URIRef) -> str:
    text = str(term)
    return text[: max(text.rfind("#"), text.rfind("/")) + 1]


def _told(terms: Terms, code: str, title: Words, predicates: tuple[URIRef, ...]) -> Verdict:
    counted = [*terms.classes, *terms.relations, *terms.values]
    without = [t for t in counted if not any(True for _ in terms.texts(t, *predicates))]
    name = predicates[0].rsplit("#", 1)[-1]
    findings = [
        Finding(
            Words(f"Ce terme n'a pas de {name}.", f"This term has no {name}."),
            (str(term),),
            Words(f"Ajoutez <{predicates[0]}>.", f"Add <{predicates[0]}>."),
        )
        for term in without
    ]
    if not counted:
        none = Words("Aucun terme.", "No term.")
        findings = [Finding(none, _header(terms), Words("Déclarez des classes.", "Declare classes."))]
    return decided(code, title, findings, Words(f"{len(counted)} termes.", f"{len(counted)} terms."))


def _version(terms: Terms) -> Verdict:
    found = [str(v) for v in field_of(terms, "version IRI")]
    return _one(
        "VER1",
        Words("IRI de version", "Version IRI"),
        bool(found) and str(terms.header) not in found,
        Words(f"La version est {', '.join(found)}.", f"The version is {', '.join(found)}."),
        Words("Pas d'IRI de version, ou celle du vocabulaire.", "No version IRI, or that of the vocabulary."),
        Words("Ajoutez owl:versionIRI, propre à chaque version.", "Add owl:versionIRI, one a version."),
        _header(terms),
    )
