"""Tables of a bundle: the facts come in; CSV of things, ties and claims, and what each column means (CSVW), go out.

A date is three columns: as it is said, then the first and last day it may be. Several values are joined by `` | ``,
which the description says.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from maillage.export.portal.facts import Facts
from maillage.terms import DCT, ID, MLG, PREFIXES, SCHEMA, SKOS, curie
from maillage.things.rdf import Literal

JOIN = " | "
_CV, _ORG, _PROV = PREFIXES["cv"], PREFIXES["org"], PREFIXES["prov"]
Cell = Callable[[Facts, str], str]


@dataclass(frozen=True)
class Col:
    """A column: its name, its headings, datatype, the property it says, how it is filled, whether it holds several."""

    name: str
    fr: str
    en: str
    fill: Cell
    datatype: str = "string"
    property: str = ""
    several: bool = False


def _values(*properties: str) -> Cell:
    return lambda facts, thing: JOIN.join(
        dict.fromkeys(value for one in properties for value in facts.values(thing, one))
    )


def _labels(*properties: str) -> Cell:
    return lambda facts, thing: JOIN.join(
        dict.fromkeys(facts.label(value) for one in properties for value in facts.values(thing, one))
    )


def _text(prop: str, lang: str | None = None) -> Cell:
    def fill(facts: Facts, thing: str) -> str:
        found = (one for one in facts.objects(thing, prop) if isinstance(one, Literal))
        return JOIN.join(dict.fromkeys(one.value for one in found if lang is None or one.language == lang))

    return fill


def _link(name: str, fr: str, en: str, *properties: str) -> list[Col]:
    """Two columns of what a thing names: the IRIs, and their labels."""
    label = f"{name}_label"
    return [
        Col(name, f"{fr} (IRI)", f"{en} (IRI)", _values(*properties), "anyURI", properties[0], True),
        Col(label, fr, en, _labels(*properties), several=True),
    ]


def _date(name: str, fr: str, en: str, prop: str, bounds: str = "") -> list[Col]:
    """Three columns of a date; `bounds` is how the properties of its bounds begin, where they are derived."""

    def bound(last: bool) -> Cell:
        if bounds:
            return _values(f"{MLG}{bounds}{'Latest' if last else 'Earliest'}")
        return lambda facts, thing: str(facts.dates(thing, prop)[2 if last else 1] or "")

    return [
        Col(name, fr, en, _text(prop), property=prop, several=True),
        Col(f"{name}_earliest", f"{fr}, au plus tôt", f"{en}, at the earliest", bound(False), "date"),
        Col(f"{name}_latest", f"{fr}, au plus tard", f"{en}, at the latest", bound(True), "date"),
    ]


_ID = Col("id", "Identifiant (IRI)", "Identifier (IRI)", lambda _, thing: thing, "anyURI")
_KIND = [
    Col("kind", "Genre", "Kind", lambda f, t: JOIN.join(map(curie, f.values(t, MLG + "kind"))), property=MLG + "kind"),
    Col("kind_label", "Genre, en clair", "Kind, in words", _labels(MLG + "kind")),
]
NODES: Sequence[Col] = (
    _ID,
    Col("label", "Nom", "Name", lambda facts, thing: facts.label(thing)),
    *_KIND,
    Col("alt_labels", "Autres noms", "Other names", _text(SKOS + "altLabel"), property=SKOS + "altLabel", several=True),
    Col("siren", "SIREN", "SIREN", _values(MLG + "siren"), property=MLG + "siren", several=True),
    Col("finess", "FINESS", "FINESS", _values(MLG + "finess"), property=MLG + "finess", several=True),
    Col("insee", "Code Insee", "INSEE code", _values(MLG + "inseeCode"), property=MLG + "inseeCode", several=True),
    Col("notation", "Autre code", "Other code", _values(SKOS + "notation"), property=SKOS + "notation", several=True),
    *_link("territory", "Territoire", "Territory", MLG + "territory", MLG + "governs"),
    *_link("unit_of", "Unité de", "Unit of", _ORG + "unitOf"),
    *_link("replaced_by", "Remplacé par", "Replaced by", DCT + "isReplacedBy"),
    *_link("status", "Statut", "Status", MLG + "status"),
    Col(
        "generation", "Génération", "Generation", _values(MLG + "generation"), property=MLG + "generation", several=True
    ),
    *_date("signed_on", "Signé le", "Signed on", MLG + "signedOn", "signed"),
    *_date("start", "Début", "Start", SCHEMA + "startDate", "start"),
    *_date("end", "Fin", "End", SCHEMA + "endDate", "end"),
    *_date("in_force_from", "En vigueur depuis", "In force from", MLG + "from", "inForceFrom"),
    *_date("in_force_until", "En vigueur jusqu'à", "In force until", MLG + "until", "inForceUntil"),
    *_date("issued", "Publié le", "Issued on", DCT + "issued"),
    *_date("retrieved", "Consulté le", "Retrieved on", MLG + "retrieved"),
    Col("source", "Source", "Source", _values(DCT + "source"), property=DCT + "source", several=True),
)
EDGES: Sequence[Col] = (
    _ID,
    Col("source", "Acteur (IRI)", "Actor (IRI)", lambda f, t: _end(f, t, 0), "anyURI", MLG + "between"),
    Col("source_label", "Acteur", "Actor", lambda f, t: f.label(_end(f, t, 0))),
    Col("target", "Partenaire (IRI)", "Partner (IRI)", lambda f, t: _end(f, t, 1), "anyURI", MLG + "between"),
    Col("target_label", "Partenaire", "Partner", lambda f, t: f.label(_end(f, t, 1))),
    *_link("arrangement", "Dispositif", "Arrangement", MLG + "through"),
    *_date("from", "Depuis", "From", MLG + "from", "start"),
    *_date("until", "Jusqu'à", "Until", MLG + "until", "end"),
    Col("dates_known", "Dates connues", "Dates known", _values(MLG + "datesKnown"), "boolean", MLG + "datesKnown"),
    *_link("certainty", "Certitude", "Certainty", MLG + "certainty"),
    Col(
        "claims", "Affirmations", "Claims", _values(_PROV + "wasDerivedFrom"), "anyURI", _PROV + "wasDerivedFrom", True
    ),
)
_ARRANGEMENT, _EVIDENCE = MLG + "inArrangement", MLG + "evidence"
CLAIMS: Sequence[Col] = (
    _ID,
    *_KIND,
    Col("from", "De (IRI)", "From (IRI)", lambda f, t: _values(*_ends(f, t)[0])(f, t), "anyURI", several=True),
    Col("from_label", "De", "From", lambda f, t: _labels(*_ends(f, t)[0])(f, t), several=True),
    Col("to", "Vers (IRI)", "To (IRI)", lambda f, t: _values(*_ends(f, t)[1])(f, t), "anyURI", several=True),
    Col("to_label", "Vers", "To", lambda f, t: _labels(*_ends(f, t)[1])(f, t), several=True),
    *_link("arrangement", "Dispositif", "Arrangement", _ARRANGEMENT),
    *_link("role", "Rôle", "Role", _CV + "role"),
    *_link("relation", "Relation", "Relation", MLG + "relation"),
    *_link("status", "Statut", "Status", MLG + "status"),
    *_link("theme", "Axe", "Theme", MLG + "theme"),
    *_link("territory", "Territoire", "Territory", MLG + "territory"),
    Col("generation", "Génération", "Generation", _values(MLG + "generation"), "integer", MLG + "generation"),
    *_link("indicator", "Indicateur", "Indicator", MLG + "indicator"),
    Col("comparator", "Comparateur", "Comparator", _values(MLG + "comparator"), property=MLG + "comparator"),
    Col("value", "Valeur", "Value", _values(MLG + "value"), "decimal", MLG + "value"),
    Col("unit", "Unité", "Unit", _values(MLG + "unit"), property=MLG + "unit"),
    Col("amount", "Montant", "Amount", _values(MLG + "amount"), "decimal", MLG + "amount"),
    Col(
        "amount_min", "Montant, au moins", "Amount, at least", _values(MLG + "amountMin"), "decimal", MLG + "amountMin"
    ),
    Col("amount_max", "Montant, au plus", "Amount, at most", _values(MLG + "amountMax"), "decimal", MLG + "amountMax"),
    *_link("amount_kind", "Genre de montant", "Kind of amount", MLG + "amountKind"),
    Col("currency", "Monnaie", "Currency", _values(MLG + "currency"), property=MLG + "currency"),
    Col("office", "Fonction", "Office", _text(MLG + "officeTitle"), property=MLG + "officeTitle"),
    *_link("modality", "Modalité", "Modality", MLG + "modality"),
    *_link("certainty", "Certitude (vide : explicite)", "Certainty (empty: explicit)", MLG + "certainty"),
    *_link("origin", "Provenance", "Origin", MLG + "ofOrigin"),
    *_date("signed_on", "Signé le", "Signed on", MLG + "signedOn", "signed"),
    *_date("start", "Début", "Start", SCHEMA + "startDate", "start"),
    *_date("end", "Fin", "End", SCHEMA + "endDate", "end"),
    *_date("as_of", "Constaté le", "As of", MLG + "asOf", "asOf"),
    *_link("evidence", "Preuve", "Evidence", _EVIDENCE),
    Col("quotations", "Citations", "Quotations", lambda f, t: JOIN.join(_quoted(f, t)), several=True),
    Col(
        "documents",
        "Documents (IRI)",
        "Documents (IRI)",
        lambda f, t: JOIN.join(_documents(f, t)),
        "anyURI",
        several=True,
    ),
    Col("sources", "Pages", "Pages", lambda f, t: JOIN.join(_pages(f, t)), several=True),
)
TABLES: dict[str, tuple[Sequence[Col], str, str]] = {
    "nodes": (
        NODES,
        "Les choses : organismes, dispositifs, territoires, documents",
        "Things: bodies, arrangements, areas",
    ),
    "edges": (
        EDGES,
        "Les coordinations : une paire d'acteurs et un dispositif",
        "Coordinations: two actors, an arrangement",
    ),
    "claims": (CLAIMS, "Les affirmations, leurs dates et leurs preuves", "Claims, with their dates and evidence"),
}
#: What a line of the first table stands for: the spaces of IRIs, and not claims, quotations and coordinations.
_THINGS = ("organisation", "arrangement", "territory", "person", "group", "family", "document")


def _end(facts: Facts, coordination: str, at: int) -> str:
    return facts.values(coordination, MLG + "between")[at]


def _ends(facts: Facts, claim: str) -> tuple[list[str], list[str]]:
    """The properties that are the two ends of a claim, as its class says them (mlg:edgeFrom, mlg:edgeTo)."""
    kinds = facts.values(claim, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    first, second = ([v for kind in kinds for v in facts.values(kind, MLG + end)] for end in ("edgeFrom", "edgeTo"))
    return first, second


def _quoted(facts: Facts, claim: str) -> Iterable[str]:
    return (text for one in facts.values(claim, _EVIDENCE) for text in facts.values(one, PREFIXES["oa"] + "exact"))


def _documents(facts: Facts, claim: str) -> list[str]:
    proofs = facts.values(claim, _EVIDENCE)
    return list(dict.fromkeys(d for one in proofs for d in facts.values(one, MLG + "document") or [one]))


def _pages(facts: Facts, claim: str) -> list[str]:
    return list(dict.fromkeys(page for one in _documents(facts, claim) for page in facts.values(one, DCT + "source")))


def lines(facts: Facts, name: str) -> list[str]:
    """The IRI of what each line of a table is about, sorted."""
    if name == "nodes":
        return [thing for kind in _THINGS for thing in facts.things(f"{ID}{kind}/")]
    return facts.of_kind(MLG + ("Coordination" if name == "edges" else "Claim"))


def rows(facts: Facts, name: str) -> list[list[str]]:
    """The cells of a table, an empty text where nothing is known."""
    columns = TABLES[name][0]
    return [[column.fill(facts, thing) for column in columns] for thing in lines(facts, name)]


def to_csv(facts: Facts, name: str) -> str:
    """RFC 4180 text with a header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in TABLES[name][0]])
    writer.writerows(rows(facts, name))
    return out.getvalue()


def to_csvw(name: str, licence: str) -> str:
    """What the columns of a table are, as W3C's Tabular Metadata reads it: beside it, as ``NAME.csv-metadata.json``."""
    columns, fr, en = TABLES[name]
    said: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fr"}],
        "url": f"{name}.csv",
        "dc:title": {"@value": fr, "@language": "fr"},
        "dc:description": {"@value": en, "@language": "en"},
        "dc:license": {"@id": licence},
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "header": True, "lineTerminators": ["\n"]},
        "tableSchema": {
            "aboutUrl": "{+id}",
            "primaryKey": "id",
            "columns": [_described(column) for column in columns],
        },
    }
    if name == "edges":
        keys = [
            {"columnReference": end, "reference": {"resource": "nodes.csv", "columnReference": "id"}}
            for end in ("source", "target")
        ]
        said["tableSchema"]["foreignKeys"] = keys
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _described(column: Col) -> dict[str, Any]:
    out: dict[str, Any] = {
        "name": column.name,
        "titles": {"fr": [column.name, column.fr], "en": [column.name, column.en]},
        "datatype": column.datatype,
        "required": column.name == "id",
    }
    if column.several:
        out["separator"] = JOIN
    if column.property:
        out["propertyUrl"] = column.property
    else:
        out["suppressOutput"] = True
    return out
