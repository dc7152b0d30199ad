"""The folder for Wikidata: the facts come in; its files, by path, with what each holds, go out."""

from __future__ import annotations

from maillage.export.portal.facts import Facts
from maillage.export.portal.wikidata import govdirectory, statements
from maillage.export.portal.wikidata.readme import (
    BODIES,
    NEW_BODIES,
    NEW_CONTRACTS,
    THERE_BODIES,
    THERE_CONTRACTS,
    readme,
    there,
)

_SENT = (", à relire avant d'envoyer", ", to be reviewed before sending")


def files(facts: Facts) -> dict[str, tuple[str, str, str]]:
    """Path -> text, and what it is in French and in English."""
    proposed = {
        BODIES: statements.bodies(facts),
        NEW_BODIES: statements.new_bodies(facts),
        NEW_CONTRACTS: statements.new_contracts(facts),
    }
    names = {
        BODIES: ("QuickStatements : organismes qui ont un élément", "QuickStatements: bodies that have an item"),
        NEW_BODIES: ("QuickStatements : organismes à créer", "QuickStatements: bodies to create"),
        NEW_CONTRACTS: ("QuickStatements : contrats à créer", "QuickStatements: contracts to create"),
    }
    out = {path: (text, names[path][0] + _SENT[0], names[path][1] + _SENT[1]) for path, text in proposed.items()}
    codes = [f'(wdt:{prop} "{code}")' for prop, code in statements.codes_of_new(facts)]
    titles = [f'"{name}"@fr' for name in statements.names_of_contracts(facts)]
    words = ("Ce que Wikidata a déjà, à demander d'abord", "What Wikidata has already, to be asked first")
    out[THERE_BODIES] = (there(codes, "(?property ?value)|?item ?property ?value ."), *words)
    out[THERE_CONTRACTS] = (there(titles, "?value|?item rdfs:label ?value ."), *words)
    asked = govdirectory.queries(facts)
    words = ("Requête pour Govdirectory, avec le nombre attendu", "Query for Govdirectory, with the count to expect")
    out |= {path: (text, *words) for path, text in asked.items()}
    words = ("La fiche de la France pour Govdirectory", "The sheet of France for Govdirectory")
    out[govdirectory.SHEET] = (govdirectory.sheet(asked), *words)
    words = ("Comment relire et envoyer ces propositions", "How to review and send these proposals")
    out["wikidata/README.md"] = (readme(proposed), *words)
    return out
