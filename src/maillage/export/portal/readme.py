"""The README of a bundle: its files and figures come in; what each is for, in French and in English, goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from maillage.export.portal.changes import FOLDER
from maillage.export.portal.persons import LeftOut
from maillage.export.portal.privacy import PAGE
from maillage.export.portal.release import Release
from maillage.export.portal.staging import SUMS, Entry
from maillage.releases.former import Former
from maillage.releases.told import UNSAID

_FAMILIES = {
    "data": ("Les données", "The data"),
    "ontology": ("Le vocabulaire", "The vocabulary"),
    "changes": ("Ce qui a changé depuis la version d'avant", "What changed since the release before"),
    "descriptions": ("Les descriptions, pour les portails et les moteurs", "Descriptions, for portals and engines"),
    "registrations": ("Les inscriptions", "Registrations"),
}
_USES = (
    ("data.gouv.fr", "moissonnage DCAT de `catalog-datagouv.ttl`, ou dépôt des fichiers de `data/`"),
    ("data.europa.eu", "moissonnage DCAT-AP de `catalog.ttl` (ou `.jsonld`, `.rdf`)"),
    ("un CKAN", "moissonnage DCAT de `catalog.ttl` (extension ckanext-dcat)"),
    ("Zenodo", "dépôt du dossier ; `.zenodo.json` remplit la fiche"),
    ("le nuage LOD", "`lod-cloud.json`, à soumettre à lod-cloud.net quand les liens y sont"),
    ("LOV, prefix.cc", "`registrations/prefix-lov.md`"),
    ("BARTOC", "`registrations/jskos-schemes.json`"),
    ("w3id.org", "`w3id/`"),
    ("Wikidata", "`wikidata/`, à relire d'abord : `wikidata/README.md` dit comment"),
    ("Govdirectory", "`wikidata/govdirectory-france.md`"),
    ("un moteur de recherche", "`dataset.jsonld` dans la page du jeu de données"),
    ("un éditeur SPARQL", "`void.ttl` (complétion), `queries/questions.ttl` (exemples)"),
)


def readme(
    entries: Sequence[Entry],
    release: Release,
    gone: LeftOut | None,
    bearing: int,
    places: Counter[str],
    facts: int,
    previous: Former | None = None,
) -> str:
    """The text.

    Parameters
    ----------
    gone:
        What was left out for the sake of persons; None in the variant with them.
    bearing:
        How many bodies seem to bear a person's name.
    places:
        How many territories of the GeoJSON have a geometry or not, by kind.
    facts:
        How many facts the default graph holds.
    previous:
        The release before, None for the first.
    """
    parts = [
        f"# Maillage, version {release.version} : dossier pour les portails\n",
        f"Données du {release.modified}, {facts} faits. Licence Ouverte 2.0 (etalab-2.0) : nommez « Maillage "
        "contributors, "
        "Maillage, version et date ».\n",
        f"*Maillage, version {release.version}: the folder for portals. Data of {release.modified}, {facts} facts. "
        "Open Licence 2.0.*\n",
        _addresses(release),
        "## Qui prend quoi\n",
        "| portail | ce qu'il prend |\n|---|---|",
        *(f"| {name} | {use} |" for name, use in _USES),
        "\n`maillage export validate DOSSIER` dit comment chacun le jugerait.\n",
    ]
    for family, (fr, en) in _FAMILIES.items():
        if not any(entry.family == family for entry in entries):
            continue
        parts += [f"## {fr} / {en}\n", "| fichier / file | contenu | content | octets |\n|---|---|---|---|"]
        parts += [f"| `{e.path}` | {e.fr} | {e.en} | {e.size} |" for e in entries if e.family == family]
        parts.append("")
    notes = [*_notes(release, gone, bearing, places), _since(entries, gone, previous)]
    parts += ["## Ce qu'il faut savoir\n", *(f"- {line}" for line in notes), ""]
    return "\n".join(parts)


def _addresses(release: Release) -> str:
    if release.given_base:
        return f"Adresses : les fichiers sont décrits comme servis sous <{release.base}>.\n"
    return (
        f"Adresses : personne n'a dit où le dossier sera servi ; les fichiers sont décrits sous <{release.base}>, "
        "qui ne répond "
        "qu'une fois `w3id/` déposé. Pour d'autres adresses, refaites le dossier avec `--base-url`.\n"
    )


def _since(entries: Sequence[Entry], gone: LeftOut | None, previous: Former | None) -> str:
    """What the bundle says of the release before."""
    if previous is None:
        return (
            "**Première version.** Il n'y a pas de version d'avant, ou elle n'a pas été donnée (`--previous`) : ce "
            "dossier ne dit donc pas ce qui a changé. *First release: no release before it was given.*"
        )
    name = f"la version {previous.version}" if previous.version else "la version d'avant"
    less = "" if gone is None else " (personnes ôtées de l'une comme de l'autre)"
    told = (
        f"**Ce qui a changé** depuis {name}{less} : ôtez de ses énoncés, sans leurs graphes nommés, ceux de "
        "`changes/removed.nt`, ajoutez ceux de `changes/added.nt` : vous avez cette version. Un nœud anonyme y a le "
        "nom que lui donne `data/maillage.nq`."
    )
    unsaid = f"{FOLDER}{UNSAID}"
    if any(entry.path == unsaid for entry in entries):
        told += f" Ôtez aussi les lignes dont `{unsaid}` donne l'empreinte : elles parlent de personnes."
    return told


def _notes(release: Release, gone: LeftOut | None, bearing: int, places: Counter[str]) -> list[str]:
    lines = [
        "**Graphe par défaut.** Dans TriG et N-Quads chaque fait est une fois, dans le graphe nommé de son fichier "
        "; le graphe "
        "par défaut est leur union (`service.ttl`).",
        "**Dates.** Dans les CSV, une date est trois colonnes : telle qu'elle est dite, au plus tôt, au plus tard.",
        "**CSV.** UTF-8, virgules ; plusieurs valeurs sont jointes par « | ». Un tableur pourrait prendre pour une "
        "formule une "
        "cellule qui commence par = + - @.",
    ]
    without = {name.split()[1]: number for name, number in places.items() if name.startswith("without")}
    shown = sum(number for name, number in places.items() if name.startswith("with "))
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(without.items()))
    lines.append(
        f"**Carte.** {shown} territoires ont un contour (régions, départements, intercommunalités de la métropole, "
        "simplifiés) ; "
        f"sans géométrie : {said or 'aucun'}. Le graphe n'a pas de points. L'outre-mer est sans géométrie : le "
        "contour de la source y "
        "est déplacé."
    )
    if gone is None:
        lines.append(
            "**Personnes.** Cette variante contient les personnes en fonction officielle que les textes nomment."
        )
    else:
        lines.append(
            f"**Personnes.** Ôtées de tous les fichiers : {len(gone.persons)} personnes, {len(gone.claims)} "
            "affirmations qui les "
            f"nomment, {len(gone.quotations)} citations, {gone.texts} textes où leur nom figure (la citation garde "
            "sa place dans le "
            "document). La variante avec les personnes en fonction officielle : `--with-persons`."
        )
    lines[-1] += f" Ce qui est gardé de qui, à quel titre, et comment s'y opposer : `{PAGE}`."
    lines.append(
        f"**Noms de personnes dans des noms d'organismes** : {bearing}, repérés par leur forme, dans "
        "`data/organismes-portant-un-nom.txt` ; ce repérage se trompe dans les deux sens."
    )
    lines.append(f"**Intégrité** : `sha256sum -c {SUMS}`.")
    if release.sparql:
        lines.append(f"**SPARQL** : <{release.sparql}>.")
    return lines
