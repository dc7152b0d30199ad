"""The texts of a hand-over: what is said of a network comes in; its read-me, codebook and sharing statement go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

#: Column -> what it holds, in French and English.
COLUMNS: dict[str, tuple[str, str]] = {
    "id": ("identifiant (IRI) du nœud", "identifier (IRI) of the node"),
    "iri": ("IRI de l'organisme, quand il est deux nœuds", "IRI of the body, where it is two nodes"),
    "label": ("nom", "name"),
    "kind": ("classe la plus précise (CURIE)", "most specific class (CURIE)"),
    "kind_label": ("son nom", "its name"),
    "family": ("sorte dont le nœud a la couleur", "kind whose colour the node has"),
    "codes": ("SIREN, FINESS, RNA, code de caisse ou INSEE", "SIREN, FINESS, RNA, fund or INSEE code"),
    "alt_labels": ("autres noms", "other names"),
    "territory": ("territoire", "territory"),
    "region": ("régions qui le contiennent", "regions that hold it"),
    "department": ("départements qui le contiennent", "departments that hold it"),
    "color": ("couleur (#rrvvbb)", "colour (#rrggbb)"),
    "x": ("place dans le dessin, vers la droite", "place in the drawing, to the right"),
    "y": ("place dans le dessin, vers le haut", "place in the drawing, upwards"),
    "mode": ("côté d'un réseau à deux modes", "side of a network of two modes"),
    "bipartite": ("0 pour les acteurs, 1 pour les autres", "0 for actors, 1 for the others"),
    "type": ("le même, pour igraph ; d'un lien : orienté ou non", "the same, for igraph; of a tie: directed or not"),
    "source": ("d'où part le lien (id)", "where the tie starts (id)"),
    "target": ("où il arrive (id)", "where it ends (id)"),
    "weight": ("poids, voir README.md", "weight, see README.md"),
    "arrangements": ("dispositifs du lien, par leur nom", "arrangements of the tie, by name"),
    "arrangement_iris": ("les mêmes, par leur IRI", "the same, by IRI"),
    "relations": ("rôles ou relations", "roles or relations"),
    "roles": ("qui y joue quel rôle", "who plays which role in it"),
    "since": ("début : jour, mois, année ou ensemble EDTF", "start: day, month, year or EDTF set"),
    "until": ("fin ; « .. » pour une fin ouverte", "end; '..' for an open end"),
    "since_earliest": ("premier jour possible du début", "first day on which it may start"),
    "since_latest": ("dernier jour possible du début", "last day on which it may start"),
    "until_earliest": ("premier jour possible de la fin", "first day on which it may end"),
    "until_latest": ("dernier jour possible de la fin", "last day on which it may end"),
    "dates_known": ("si toutes ses dates sont connues", "whether all its dates are known"),
    "standing": (
        "à la période demandée : certain, possible, unknown",
        "in the period asked: certain, possible, unknown",
    ),
    "certainty": ("explicit, ou inferred si un lien est déduit", "explicit, or inferred where a tie is"),
    "modalities": ("done, ongoing, planned", "done, ongoing, planned"),
    "documents": ("documents qui le prouvent", "documents that prove it"),
    "sentences": ("nombre de phrases citées", "number of quoted sentences"),
    "pages": ("nombre de pages de registre, sans phrase", "number of register pages, without a sentence"),
    "ties": ("nombre de liens, un par dispositif ou rôle", "number of ties, one an arrangement or role"),
}


_NEAL = (
    "Neal et al., *Recommendations for sharing network data and materials*, Network Science 12(4), 2024, "
    "doi:10.1017/nws.2024.16 (INSNA)"
)


def codebook(node: Sequence[str], edge: Sequence[str], lang: str = "fr") -> str:
    """What each column of nodes.csv and edges.csv holds, as markdown; an empty cell is unknown."""
    fr = lang == "fr"
    lines = ["# Dictionnaire des colonnes" if fr else "# Codebook", ""]
    empty = "Une cellule vide : inconnu, ou sans objet. Plusieurs valeurs sont séparées par ` | `."
    lines += [empty if fr else "An empty cell: unknown, or not applicable. Several values are separated by ` | `.", ""]
    for file, names in (("nodes.csv", ["id", *node]), ("edges.csv", ["source", "target", *edge])):
        lines += [f"## {file}", "", "| colonne | contenu |" if fr else "| column | content |", "| --- | --- |"]
        lines += [f"| `{name}` | {COLUMNS[name][not fr]} |" for name in names]
        lines.append("")
    return "\n".join(lines)


def sharing(said: Mapping[str, str], lang: str = "fr") -> str:
    """The sharing statement: whether, what, when and where (Neal et al., *Network Science* 12, 404-417, 2024)."""
    fr = lang == "fr"
    points = (
        (
            "Whether" if not fr else "Partagé ou non",
            f"Les données et les moyens de les refaire sont partagés, sans restriction d'accès : {said['licence']}"
            if fr
            else f"Data and materials are shared, without restriction of access: {said['licence']}",
        ),
        (
            "What" if not fr else "Quoi",
            "Nœuds et liens avec tous leurs attributs, la preuve de chaque lien (ties.json), la requête, ses "
            "paramètres et le programme (Apache-2.0) qui refait ce dossier. Aucune donnée personnelle."
            if fr
            else "Nodes and ties with all attributes, the evidence of each tie (ties.json), the query, its parameters "
            "and the software (Apache-2.0) that makes this folder again. No personal data.",
        ),
        (
            "When" if not fr else "Quand",
            f"Dès maintenant, dans l'état de Maillage {said.get('version', '')} ; à joindre à la publication."
            if fr
            else f"Now, in the state of Maillage {said.get('version', '')}; to go with the publication.",
        ),
        (
            "Where" if not fr else "Où",
            "Ce dossier se dépose tel quel dans un entrepôt public, indexé et versionné qui donne un DOI ; SHA256SUMS "
            "dit s'il est entier. DOI : (à compléter par qui le dépose)."
            if fr
            else "This folder is deposited as it is in a public, searchable and versioned repository that gives a DOI; "
            "SHA256SUMS tells whether it is whole. DOI: (to be filled in by whoever deposits it).",
        ),
    )
    head = "# Déclaration de partage" if fr else "# Sharing statement"
    source = f"Les quatre points de {_NEAL}." if fr else f"The four points of {_NEAL}."
    body = [f"{number}. **{name}.** {text}" for number, (name, text) in enumerate(points, 1)]
    return "\n".join([head, "", source, "", *body, ""])


def readme(g: nx.Graph, said: Mapping[str, str], lang: str = "fr") -> str:
    """What the folder is: the paragraph of methods, the files, and how to read them."""
    fr = lang == "fr"
    n, m = len(g), g.number_of_edges()
    size = f"{n} nœuds, {m} liens" if fr else f"{n} nodes, {m} ties"
    version = said.get("version", "")
    parts = [
        (
            f"Le réseau « {said.get('title', '')} » ({size}) est tiré de Maillage {version}, graphe de la gouvernance "
            f"territoriale de santé en France dont chaque affirmation a sa source. {said.get('rule', '')}."
            if fr
            else f"The network '{said.get('title', '')}' ({size}) comes from Maillage {version}, a graph of "
            f"territorial health governance in France in which every claim has its source. {said.get('rule', '')}."
        ),
        (f"Poids : {said['weighting']}." if fr else f"Weight: {said['weighting']}.") if said.get("weighting") else "",
        (f"Période : {said['slice']}." if fr else f"Period: {said['slice']}.") if said.get("slice") else "",
        (f"Requête : {said['query']}." if fr else f"Query: {said['query']}.") if said.get("query") else "",
        (f"Choix : {said['choices']}." if fr else f"Choices: {said['choices']}.") if said.get("choices") else "",
        (f"Seuil : {said['threshold']}." if fr else f"Threshold: {said['threshold']}.")
        if said.get("threshold")
        else "",
        (f"Réserves : {said['caveats']}" if fr else f"Caveats: {said['caveats']}") if said.get("caveats") else "",
    ]
    files = (
        ("nodes.csv, edges.csv", "les nœuds et les liens", "nodes and ties"),
        ("ties.json", "dispositifs, rôles, dates et citations de chaque lien", "what makes each tie, with quotations"),
        ("network.graphml, network.gexf", "R, igraph, networkx ; Gephi", "R, igraph, networkx; Gephi"),
        ("network.net, network.dl", "Pajek et visone ; UCINET", "Pajek and visone; UCINET"),
        ("labels.csv", "numéros et noms dans ces deux", "numbers and names in these two"),
        ("matrix.csv", "la matrice des poids, jusqu'à 2 000 nœuds", "the matrix of weights, up to 2,000 nodes"),
        ("query.rq, parameters.json", "la requête et tous les choix", "the query and all choices"),
        ("network-card.json", "fiche (Network Cards 0.0.2)", "network card (0.0.2)"),
        ("CODEBOOK.md, SHARING.md, LICENCE.txt", "colonnes, partage, licence", "columns, sharing, licence"),
        ("read.R, read.py", "deux lignes pour lire le réseau", "two lines that read the network"),
    )
    lines = [
        f"# {said.get('title') or said.get('rule') or 'Maillage'}",
        "",
        "## Méthode" if fr else "## Methods",
        "",
        " ".join(part for part in parts if part),
        "",
        "## Fichiers" if fr else "## Files",
        "",
        *(f"- `{name}` : {words}" if fr else f"- `{name}`: {other}" for name, words, other in files),
        "",
        f"Licence : {said['licence']}" if fr else f"Licence: {said['licence']}",
        "",
    ]
    return "\n".join(lines)
