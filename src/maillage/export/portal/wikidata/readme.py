"""The README of the folder for Wikidata: how a person reviews proposals before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.export.portal.wikidata.properties import ITEMS, PROPERTIES, QUERIED, Known

BODIES = "wikidata/quickstatements-bodies.tsv"
NEW_BODIES = "wikidata/quickstatements-bodies-new.tsv"
NEW_CONTRACTS = "wikidata/quickstatements-contracts-new.tsv"
THERE_BODIES = "wikidata/already-there-bodies.rq"
THERE_CONTRACTS = "wikidata/already-there-contracts.rq"


def readme(texts: Mapping[str, str]) -> str:
    """The text, from the files of the folder."""
    lines = [
        f"| `{path.removeprefix('wikidata/')}` | {_count(texts[path])} | {fr} | {en} |"
        for path, fr, en in (
            (BODIES, "compléments à des éléments qui existent", "additions to items that exist"),
            (NEW_BODIES, "organismes à créer s'ils n'y sont pas", "bodies to create if they are not there"),
            (NEW_CONTRACTS, "contrats à créer s'ils n'y sont pas", "contracts to create if they are not there"),
        )
    ]
    return _TEXT.format(files="\n".join(lines), properties=_table((*PROPERTIES, *ITEMS, *QUERIED)))


def _count(text: str) -> str:
    created = sum(line == "CREATE" for line in text.splitlines())
    said = sum(1 for line in text.splitlines() if "\tS854\t" in line)
    return f"{said} affirmations / statements" + (f", {created} CREATE" if created else "")


def _table(known: Iterable[Known]) -> str:
    return "\n".join(f"| {one.number} | {one.name} | {one.source} | {one.evidence} |" for one in known)


def there(values: Iterable[str], found: str) -> str:
    """The query that finds what Wikidata has already: rows of `VALUES`, and the pattern that uses them."""
    rows = "".join(f"    {value}\n" for value in values)
    return (
        "# À poser sur https://query.wikidata.org/ avant d'envoyer : ce qui répond existe déjà, ôtez-le du lot.\n"
        "# To ask of https://query.wikidata.org/ before sending: what answers exists already; take it out.\n"
        "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\n"
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
        f"SELECT ?value ?item WHERE {{\n  VALUES {found.split('|')[0]} {{\n{rows}  }}\n  {found.split('|')[1]}\n}}\n"
        "ORDER BY ?value ?item\n"
    )


_TEXT = """# Propositions pour Wikidata, à relire / Proposals for Wikidata, to be reviewed

**Rien d'ici ne part tout seul.** Ce sont des commandes QuickStatements (version 1) qu'une personne relit, retranche
et envoie
sous son nom. Wikidata est sous CC0 : n'y versez que des faits, jamais un texte de la source.

*Nothing here goes out by itself. These are QuickStatements commands (version 1) that a person reviews, cuts down
and sends
under their own name.*

| fichier / file | combien / how many | quoi | what |
|---|---|---|---|
{files}

## Avant d'envoyer / Before you send

1. **L'élément existe-t-il ?** Posez `already-there-bodies.rq` et `already-there-contracts.rq` sur
   <https://query.wikidata.org/> ; ôtez
   du lot ce qui répond (du `CREATE` au suivant). Cherchez aussi le nom : un élément peut être là sans son code.
   *Does the item exist? Ask the two queries, and take what answers out of the batch; look for the name too.*
2. **Pas de doublon.** Pour `quickstatements-bodies.tsv`, ouvrez l'élément : est-ce bien cet organisme (les liens
   viennent de ROR, personne
   ne les a vérifiés sur Wikidata), et n'a-t-il pas déjà la valeur ? *Open the item: is it that body, and does it
   not have the value?*
3. **Est-ce admissible ?** Un organisme public qu'un registre nomme l'est ; un contrat local l'est s'il a des
   sources sérieuses et
   sert un autre élément. Dans le doute, demandez au projet France de Wikidata avant d'en créer des centaines.
   *Is it notable? If in doubt, ask Wikidata's project France before creating hundreds.*
4. **Ouvrez la page** de `S854` : dit-elle bien cela ? `S813` est le jour où la source a été lue ; pour une page
   qu'un registre cite,
   celui où le registre l'a été : mettez le jour où vous l'ouvrez. *Open the page; put the day on which you open
   it.*
5. **Ajoutez la classe** (`P31`) d'un organisme créé : les numéros de ces classes n'ont pas pu être vérifiés ici,
   donc n'y sont pas.
   *Add the class of a body you create: the numbers of these classes could not be verified here.*
6. Envoyez dix éléments, regardez-les, puis le reste. *Send ten items, look at them, then the rest.*

`maillage export validate DOSSIER` relit chaque ligne de ces fichiers hors ligne : refaites-le après vos coupes.

## D'où viennent les propriétés / Where the properties come from

| numéro / number | nom / name | valeur / value | qui le dit / who says so |
|---|---|---|---|
{properties}

Laissés de côté, faute d'avoir pu vérifier un numéro ou une forme : `P31` des organismes, `S248` (aucun élément de
registre vérifié),
l'ISNI (`P213`, sa forme a changé). *Left out, for a number or a form could not be verified: `P31` of bodies,
`S248`, ISNI.*
"""
