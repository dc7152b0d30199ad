"""Sets of links: what is said of all the links of one file, stated once; a draft gains their descriptions.

A file of graph/links/ is a named graph, and its set of links bears the IRI of that graph: so each link has its source,
its licence, how it was found and how sure it is, without a triple of its own for any of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from maillage.importers.kit.base import Draft
from maillage.importers.kit.facts import code, en, fr, node
from maillage.importers.kit.source import Source
from maillage.importers.links.sources import CC0, CC_BY, GEONAMES, NUTS, ROR, WIKIDATA
from maillage.terms import GRAPH, PREFIXES, XSD
from maillage.things.rdf import Literal, NamedNode

FOLDER = "links"
HOME = f"{FOLDER}/jeux-de-liens.ttl"


@dataclass(frozen=True)
class Target:
    """A data set that is linked to.

    Parameters
    ----------
    name:
        As `property_of` takes it.
    iri, label, space:
        Its IRI, what people call it, what the IRIs of its things begin with.
    licence:
        A URL, or None.
    """

    name: str
    iri: str
    label: str
    space: str
    licence: str | None = None


TO_WIKIDATA = Target("wikidata", "https://www.wikidata.org/", "Wikidata", PREFIXES["wd"], CC0)
TO_GEONAMES = Target("geonames", "https://www.geonames.org/", "GeoNames", "https://sws.geonames.org/", CC_BY)
TO_NUTS = Target("nuts", "http://data.europa.eu/nuts", "NUTS", PREFIXES["nuts"])
TO_ROR = Target("ror", "https://ror.org/", "ROR", PREFIXES["ror"], CC0)
TARGETS = (TO_WIKIDATA, TO_GEONAMES, TO_NUTS, TO_ROR)


@dataclass(frozen=True)
class LinkSet:
    """One set of links.

    Parameters
    ----------
    name:
        Of its file, without folder and ending.
    title, made:
        French and English words: what is linked to what; how it was found.
    target, source:
        Where it leads; the document the rows come from.
    justification:
        The end of a term of the Semantic Mapping Vocabulary.
    confidence:
        From 0 to 1.
    """

    name: str
    title: tuple[str, str]
    made: tuple[str, str]
    target: Target
    source: Source
    justification: str
    confidence: str

    @property
    def path(self) -> str:
        """Its file below graph/."""
        return f"{FOLDER}/{self.name}.ttl"

    def describe(self, draft: Draft) -> None:
        """Describe it in its home."""
        draft.add(
            HOME,
            f"{GRAPH}{FOLDER}/{self.name}",
            "void:Linkset",
            {
                "dct:title": [fr(self.title[0]), en(self.title[1])],
                "dct:description": [fr(self.made[0]), en(self.made[1])],
                "dct:source": self.source.name,
                "void:objectsTarget": node(self.target.iri),
                "sssom:mapping_justification": node(f"semapv:{self.justification}"),
                "sssom:confidence": Literal(self.confidence, datatype=NamedNode(XSD + "decimal")),
            },
        )


def describe_target(draft: Draft, target: Target) -> None:
    """Describe a data set that is linked to."""
    draft.add(
        HOME,
        target.iri,
        "void:Dataset",
        {
            "dct:title": [fr(target.label), en(target.label)],
            "void:uriSpace": code(target.space),
            "dct:license": node(target.licence) if target.licence else None,
        },
    )


_BY_CODE = (
    "Le code Insee que {} donne et le nom sont ceux du territoire ; rien n'a été vérifié sur {}.",
    "The INSEE code that {} gives and the name are those of the territory; nothing was checked against {} itself.",
)


def _by_code(target: str) -> tuple[str, str]:
    return _BY_CODE[0].format(target, target), _BY_CODE[1].format(target, target)


def _wikidata(name: str, fr: str, en: str) -> LinkSet:
    title = f"{fr} : éléments de Wikidata", f"{en}: Wikidata items"
    return LinkSet(f"wikidata-{name}", title, _by_code("Wikidata"), TO_WIKIDATA, WIKIDATA, "LexicalMatching", "0.95")


def _geonames(name: str, fr: str, en: str) -> LinkSet:
    title = f"{fr} : numéros GeoNames", f"{en}: GeoNames numbers"
    return LinkSet(f"geonames-{name}", title, _by_code("GeoNames"), TO_GEONAMES, GEONAMES, "LexicalMatching", "0.95")


#: (Data set, level of our thing or "body", how the row says it was found) -> its set of links.
SETS: dict[tuple[str, str, str], LinkSet] = {
    ("wikidata", "region", ""): _wikidata("regions", "Régions", "Regions"),
    ("wikidata", "departement", ""): _wikidata("departements", "Départements", "Departments"),
    ("wikidata", "arrondissement", ""): _wikidata("arrondissements", "Arrondissements", "Districts"),
    ("wikidata", "commune", ""): _wikidata("communes", "Communes", "Communes"),
    ("wikidata", "wallonie", ""): LinkSet(
        "wikidata-wallonie",
        ("Wallonie : éléments de Wikidata", "Wallonia: Wikidata items"),
        (
            "Le territoire que nomme un document est reconnu par un curateur dans la liste de l'INS "
            "(links/lieux-reconnus.csv) ; rien n'a été vérifié sur Wikidata.",
            "The territory that a document names is recognised by a curator in the list of the INS "
            "(links/lieux-reconnus.csv); nothing was checked against Wikidata itself.",
        ),
        TO_WIKIDATA,
        WIKIDATA,
        "ManualMappingCuration",
        "0.9",
    ),
    ("wikidata", "body", ""): LinkSet(
        "wikidata-organismes",
        ("Organismes : éléments de Wikidata", "Bodies: Wikidata items"),
        (
            "L'élément que donne la fiche ROR de l'organisme ; rien n'a été vérifié sur Wikidata.",
            "The item that the ROR record of the body gives; nothing was checked against Wikidata itself.",
        ),
        TO_WIKIDATA,
        ROR,
        "MappingChaining",
        "0.9",
    ),
    ("geonames", "region", "INSEE code in GeoNames admin1 code"): _geonames("regions", "Régions", "Regions"),
    ("geonames", "departement", "INSEE code in GeoNames admin2 code"): _geonames(
        "departements", "Départements", "Departments"
    ),
    ("geonames", "commune", "name+department"): LinkSet(
        "geonames-communes",
        ("Communes : numéros GeoNames", "Communes: GeoNames numbers"),
        (
            "Le lieu habité qui a le nom de la commune, dans son département.",
            "The populated place that bears the name of the commune, in its department.",
        ),
        TO_GEONAMES,
        GEONAMES,
        "LexicalMatching",
        "0.9",
    ),
    ("geonames", "commune", "name+region, unique"): LinkSet(
        "geonames-communes-nom-seul",
        ("Communes reconnues à leur seul nom : numéros GeoNames", "Communes by their name alone: GeoNames numbers"),
        (
            "Le lieu habité qui a le nom de la commune, seul de ce nom dans sa région.",
            "The populated place that bears the name of the commune, the only one of that name in its region.",
        ),
        TO_GEONAMES,
        GEONAMES,
        "LexicalMatching",
        "0.8",
    ),
    ("nuts", "departement", "read"): LinkSet(
        "nuts-departements",
        ("Départements : codes NUTS 3 (2021)", "Departments: NUTS 3 codes (2021)"),
        (
            "Le code que la liste d'Eurostat donne au département.",
            "The code that Eurostat's list gives the department.",
        ),
        TO_NUTS,
        NUTS,
        "ManualMappingCuration",
        "0.98",
    ),
    ("nuts", "departement", "general knowledge"): LinkSet(
        "nuts-departements-non-lus",
        ("Départements : codes NUTS 3 (2021) de notoriété", "Departments: NUTS 3 codes (2021), general knowledge"),
        (
            "Le code est de notoriété : il n'a pas été lu dans la liste d'Eurostat.",
            "The code is general knowledge: it was not read in Eurostat's list.",
        ),
        TO_NUTS,
        NUTS,
        "ManualMappingCuration",
        "0.9",
    ),
    ("ror", "body", "name+city, read by eye"): LinkSet(
        "ror-organismes",
        ("Organismes : identifiants ROR", "Bodies: ROR identifiers"),
        (
            "La fiche qui a le nom et la ville de l'organisme, relue.",
            "The record that has the name and city of the body, read by eye.",
        ),
        TO_ROR,
        ROR,
        "MappingReview",
        "0.95",
    ),
    ("ror", "body", "by hand"): LinkSet(
        "ror-organismes-a-la-main",
        ("Organismes reconnus à la main : identifiants ROR", "Bodies recognised by hand: ROR identifiers"),
        ("La fiche de l'organisme, cherchée à la main.", "The record of the body, looked up by hand."),
        TO_ROR,
        ROR,
        "ManualMappingCuration",
        "0.97",
    ),
}
