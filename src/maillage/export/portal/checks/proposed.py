"""Wikidata: a bundle comes in; commands that cannot be read or name no source, and counts not the graph's, go out."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.wikidata.govdirectory import ASKED, FOLDER, SHEET, count_told, keys
from maillage.export.portal.wikidata.parser import Command, read, unsourced
from maillage.export.portal.wikidata.properties import REFERENCES
from maillage.export.portal.wikidata.readme import BODIES, NEW_BODIES, NEW_CONTRACTS
from maillage.store.embedded import Oxigraph

_FAMILY = "wikidata"
_AGAIN: Words = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
_COMMANDS = (BODIES, NEW_BODIES, NEW_CONTRACTS)


def proposed(bundle: Bundle) -> list[Line]:
    """The lines of this family."""
    understood: dict[str, list[Command]] = {}
    bad: list[Words] = []
    for path in filter(bundle.has, _COMMANDS):
        understood[path], faults = read(bundle.text(path))
        bad += [(f"{path}:{number} {fr}", f"{path}:{number} {en}") for number, (fr, en) in faults]
    alone = [f"{path}:{line}" for path, said in understood.items() for line in unsourced(said, REFERENCES)]
    absent = [path for path in (*_COMMANDS, SHEET, "wikidata/README.md") if not bundle.has(path)]
    unreadable: Words | None = (_first(bad, 0), _first(bad, 1)) if bad else None
    return [
        judged(_FAMILY, ("les fichiers y sont", "the files are there"), lacking(absent), _AGAIN),
        judged(
            _FAMILY,
            ("QuickStatements : chaque ligne se lit", "QuickStatements: every line can be read"),
            unreadable,
            ("Corrigez ces lignes, ou refaites le dossier.", "Mend these lines, or make the folder again."),
        ),
        judged(
            _FAMILY,
            (
                "QuickStatements : chaque affirmation a sa page et son jour",
                "QuickStatements: every statement has its page",
            ),
            lacking(alone),
            ("Donnez S854 et S813, ou ôtez la ligne.", "Give S854 and S813, or take the line out."),
        ),
        judged(
            _FAMILY,
            ("requêtes : SPARQL, et nombre attendu du graphe", "queries: SPARQL, and the graph's count to expect"),
            lacking(_queries(bundle)),
            _AGAIN,
        ),
    ]


def _first(bad: list[Words], lang: int) -> str:
    """The first of them in the order of the files, and how many more."""
    return "; ".join(words[lang] for words in bad[:3]) + (f" (+{len(bad) - 3})" if len(bad) > 3 else "")


def _queries(bundle: Bundle) -> Iterator[str]:
    facts, store = bundle.facts, Oxigraph()
    sheet = bundle.text(SHEET) if bundle.has(SHEET) else ""
    for asked in ASKED:
        path, number = f"{FOLDER}/{asked.name}.rq", len(keys(facts, asked))
        if not bundle.has(path):
            if number:
                yield path
            continue
        told = count_told(bundle.text(path))
        if told != number:
            yield f"{path} ({told} ≠ {number})"
        if f"| {number} |" not in next((row for row in sheet.splitlines() if f"({path.partition('/')[2]})" in row), ""):
            yield f"{SHEET} ({asked.name})"
    for path in bundle.files:
        if path.startswith("wikidata/") and path.endswith(".rq"):
            try:
                store.select(bundle.text(path))
            except MaillageError as error:
                yield f"{path} : {error}"
