"""`queries/README.md`: the catalogue comes in; what each query answers and takes goes out, as markdown."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.asking.catalogue import Catalogue, Parameter, Query
from maillage.things.table import Column, Table

_HEAD = """\
# Les requêtes

<!-- Produit par `python -m maillage.cli.reference` : ne pas modifier à la main. -->

Une requête est un fichier SPARQL 1.1 dont les premières lignes (`#+`, en YAML) disent ce qu'elle répond, ce qu'elle
demande et ce qu'elle rend ; son dossier dit à quoi elle sert. Le fichier tourne tel quel dans tout client SPARQL, sur
le graphe par défaut : il répond pour tout le graphe, ou pour l'exemple de ce qu'il faut donner. Les lignes qui
commencent par `#?nom ` ne comptent que si le paramètre est donné ; ôtez leur marque et changez la ligne `VALUES` pour
poser la question d'ailleurs. Une valeur est un nom, un code officiel ou une CURIE ; une date est 2018, 2018-03 ou
2018-03-15.

*A query is a SPARQL 1.1 file whose first lines (`#+`, in YAML) say what it answers, takes and returns; its folder says
what it is for. The file runs as it is in any SPARQL client, on the default graph: it answers for the whole graph, or
for the example of what must be given. Lines that begin with `#?name ` count only when the parameter is given; take
their mark off and change the `VALUES` line to ask from elsewhere. A value is a name, an official code or a CURIE; a
date is 2018, 2018-03 or 2018-03-15.*
"""
#: Folder -> heading and what to do with its queries.
_FOLDERS = {
    "questions": ("Questions", "`maillage query NOM -p paramètre=valeur` : un tableau. / *A table.*"),
    "networks": ("Réseaux / Networks", "`maillage network NOM -o page.html` : des arêtes. / *Edges.*"),
    "caveats": (
        "Réserves / Caveats",
        "Sous la réponse des questions et réseaux qui les nomment, avec leurs chiffres. / "
        "*Under the answers of those that name them.*",
    ),
    "checks": (
        "Vérifications / Checks",
        "`maillage check` : une ligne est une faute ou une remarque. / *A fault or a notice.*",
    ),
    "rules": ("Règles / Rules", "À la construction, dans cet ordre : ce qui est dérivé. / *At build, in this order.*"),
    "profiles": (
        "Fiches / Profiles",
        "`maillage show CHOSE` : ce qu'on montre d'une chose. / *What to show of a thing.*",
    ),
    "mappings": (
        "Correspondances / Mappings",
        "`maillage export --as NOM` : dans un autre vocabulaire. / *To other vocabularies.*",
    ),
}


def queries_readme(catalogue: Catalogue) -> str:
    """The page of the queries, as markdown: one table a folder, one row a query."""
    parts = [_HEAD]
    for kind, (heading, use) in _FOLDERS.items():
        queries = catalogue.of(kind)
        if queries:
            parts.append(f"## {heading} ({len(queries)})\n\n{use}\n\n{_table(kind, queries)}")
            if kind == "questions":
                parts.append(_by_tag(queries))
    return "\n".join(parts)


def _table(kind: str, queries: Sequence[Query]) -> str:
    columns = [Column("name", "nom"), Column("fr", "ce qu'elle répond"), Column("en", "what it answers")]
    if kind == "checks":
        columns.append(Column("severity", "gravité"))
    if any(query.params for query in queries):
        columns.append(Column("params", "paramètres, avec un exemple"))
    rows = []
    for query in queries:
        row = [f"[{query.name}]({kind}/{query.name}.rq)", *(_words(query, lang) for lang in ("fr", "en"))]
        if kind == "checks":
            row.append(str(query.header["severity"]))
        if any(q.params for q in queries):
            row.append("<br>".join(_parameter(p) for p in query.params.values()))
        rows.append(row)
    return Table(columns, rows).to_markdown()


def _words(query: Query, lang: str) -> str:
    return query.words("question", lang) or query.words("title", lang)


def _parameter(parameter: Parameter) -> str:
    needed = " (obligatoire / *required*)" if parameter.required else ""
    return f"`{parameter.name}={parameter.example}` {parameter.words['fr']} / *{parameter.words['en']}*{needed}"


def _by_tag(queries: Sequence[Query]) -> str:
    tags = sorted({tag for query in queries for tag in query.tags})
    lines = [
        f"- **{tag}** : " + ", ".join(f"[{q.name}](questions/{q.name}.rq)" for q in queries if tag in q.tags)
        for tag in tags
    ]
    return "### Questions par étiquette / by tag\n\n" + "\n".join(lines) + "\n"
