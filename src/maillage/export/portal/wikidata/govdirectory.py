"""The sheet for Govdirectory: the facts come in; queries for query.wikidata.org with the counts to expect go out.

Govdirectory lists public bodies by queries on Wikidata, each with how many it should find
(``# expected_result_count: 18`` in the file, which its own script reads). Here the counts are those of our graph, and
what is asked for is named by official codes where there are some: the class of an item says less than its code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from maillage.export.portal.facts import Facts
from maillage.terms import DCT, MLG

Words = tuple[str, str]
_COUNT = re.compile(r"^# expected_result_count: (\d+)$", re.MULTILINE)
FOLDER, SHEET = "wikidata/govdirectory-france", "wikidata/govdirectory-france.md"
_PREFIXES = (
    "PREFIX wd: <http://www.wikidata.org/entity/>\n"
    "PREFIX wdt: <http://www.wikidata.org/prop/direct/>\n"
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
)
_NOT_ENDED = "  MINUS { ?item wdt:P576 ?ended }\n"


@dataclass(frozen=True)
class Asked:
    """A query of the sheet: its name, what it is about, the class of ours, and by what theirs are found.

    `code` is the property of ours and theirs (``mlg:siren``, ``P1616``); None asks by the French name, in France.
    `listed` writes our codes into the query; else `within` is the class of Wikidata, and all of its are counted.
    """

    name: str
    what: Words
    kind: str
    code: tuple[str, str] | None = None
    within: str | None = None


ASKED: tuple[Asked, ...] = (
    Asked("regions", ("Régions", "Regions"), "Region", ("inseeCode", "P2585")),
    Asked("departements", ("Départements", "Departments"), "Department", ("inseeCode", "P2586")),
    Asked("communes", ("Communes", "Communes"), "Commune", ("inseeCode", "P374"), "Q484170"),
    Asked(
        "ars", ("Agences régionales de santé", "Regional health agencies"), "RegionalHealthAgency", ("siren", "P1616")
    ),
    Asked("metropoles", ("Métropoles", "Metropolises"), "Metropolis", ("siren", "P1616")),
    Asked("communautes-urbaines", ("Communautés urbaines", "Urban communities"), "UrbanCommunity", ("siren", "P1616")),
    Asked(
        "communautes-d-agglomeration",
        ("Communautés d'agglomération", "Agglomeration communities"),
        "AgglomerationCommunity",
        ("siren", "P1616"),
    ),
    Asked(
        "communautes-de-communes",
        ("Communautés de communes", "Communities of communes"),
        "CommunityOfCommunes",
        ("siren", "P1616"),
    ),
    Asked(
        "etablissements-publics-territoriaux",
        ("Établissements publics territoriaux", "Territorial public establishments"),
        "TerritorialPublicEstablishment",
        ("siren", "P1616"),
    ),
    Asked("conseils-regionaux", ("Conseils régionaux", "Regional councils"), "RegionalCouncil"),
    Asked("conseils-departementaux", ("Conseils départementaux", "Departmental councils"), "DepartmentalCouncil"),
    Asked("prefectures", ("Préfectures", "Prefectures"), "Prefecture"),
    Asked(
        "caisses-d-assurance-maladie", ("Caisses d'assurance maladie", "Health insurance funds"), "HealthInsuranceFund"
    ),
)


def keys(facts: Facts, asked: Asked) -> list[str]:
    """What ours are found by: their codes, or their names in French. Those replaced by others are left out."""
    things = [one for one in facts.of_kind(MLG + asked.kind) if not facts.values(one, DCT + "isReplacedBy")]
    if asked.code:
        return sorted({code for one in things for code in facts.values(one, MLG + asked.code[0])})
    return sorted({facts.label(one) for one in things})


def queries(facts: Facts) -> dict[str, str]:
    """Path of each query of which the graph has something -> its text."""
    found = {asked: keys(facts, asked) for asked in ASKED}
    return {f"{FOLDER}/{asked.name}.rq": _query(asked, ours) for asked, ours in found.items() if ours}


def count_told(text: str) -> int | None:
    """How many results a query tells to expect; None where it tells none."""
    found = _COUNT.search(text)
    return int(found[1]) if found else None


def _query(asked: Asked, ours: list[str]) -> str:
    head = (
        f"# {asked.what[0]} / {asked.what[1]}\n"
        f"# expected_result_count: {len(ours)}\n"
        f"# {_how(asked)[0]}\n# {_how(asked)[1]}\n{_PREFIXES}"
    )
    if asked.within and asked.code:
        body = f"  ?item wdt:P31 wd:{asked.within} ;\n    wdt:{asked.code[1]} ?code .\n"
    elif asked.code:
        body = f"  VALUES ?code {{\n{_rows(ours)}  }}\n  ?item wdt:{asked.code[1]} ?code .\n"
    else:
        body = f"  VALUES ?name {{\n{_rows(ours, '@fr')}  }}\n  ?item rdfs:label ?name ;\n    wdt:P17 wd:Q142 .\n"
    return f"{head}SELECT DISTINCT ?item WHERE {{\n{body}{_NOT_ENDED}}}\nORDER BY ?item\n"


def _how(asked: Asked) -> Words:
    if asked.within:
        return (
            f"Par la classe {asked.within} de Wikidata, et son code {asked.code and asked.code[1]}.",
            f"By Wikidata's class {asked.within}, and its code {asked.code and asked.code[1]}.",
        )
    if asked.code:
        return (f"Par les codes du graphe ({asked.code[1]}).", f"By the codes of the graph ({asked.code[1]}).")
    return (
        "Par les noms du graphe : aucune classe de Wikidata n'a pu être vérifiée ; un autre nom y est un manque.",
        "By the names of the graph: no class of Wikidata could be verified; another name there is a gap.",
    )


def _rows(values: list[str], lang: str = "") -> str:
    lines = []
    for value in values:
        plain = value.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'    "{plain}"{lang}\n')
    return "".join(lines)


def sheet(texts: dict[str, str]) -> str:
    """The sheet: a line a query, with its count and how it is asked."""
    lines = []
    for asked in ASKED:
        path = f"{FOLDER}/{asked.name}.rq"
        if path in texts:
            by = asked.within or (asked.code[1] if asked.code else "nom / name")
            link = path.removeprefix("wikidata/")
            lines.append(f"| {asked.what[0]} | {asked.what[1]} | {count_told(texts[path])} | {by} | [{link}]({link}) |")
    return _HEAD + "\n".join(lines) + "\n" + _TAIL


_HEAD = """# France : fiche pour Govdirectory / France: sheet for Govdirectory

Une requête par sorte d'organisme ou de territoire, à poser sur <https://query.wikidata.org/> ; le nombre attendu
est celui
du graphe. Moins de résultats : des éléments manquent à Wikidata, ou leur code. Plus : des doublons, ou des éléments
qui
ne disent pas leur fin.

One query a kind of body or territory, for <https://query.wikidata.org/>; the number to expect is that of the graph.
Fewer results: items, or their codes, are missing on Wikidata. More: duplicates, or items that do not tell their end.

| quoi | what | attendu / expected | par / by | requête / query |
|---|---|---|---|---|
"""
_TAIL = """
Chaque requête porte `# expected_result_count`, que lit le script de Govdirectory. Les organismes sans code dans le
graphe
(préfectures, conseils, caisses) sont cherchés par leur nom français : aucun numéro de classe n'a pu être vérifié
pour eux.

Each query bears `# expected_result_count`, which Govdirectory's own script reads. Bodies without a code in the graph
(prefectures, councils, funds) are looked for by their French name: no class number could be verified for them.
"""
