"""Themes: the wording of a source comes in; the concepts of the theme list it names go out, or nothing, said so.

A wording that is no name of a concept is split at its commas and at `et`; what still names nothing is listed for a
curator, who maps it in `registers/themes.csv` (wording; concepts, as `theme:` names; how), a file that wins.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from maillage.importers.kit.rows import curated_rows
from maillage.naming.normalise import normalised
from maillage.terms import PREFIXES, curie, expand
from maillage.things.rdf import Literal, NamedNode
from maillage.things.turtle import TurtleFile

FILE = "registers/themes.csv"
_COLUMNS = ("wording", "concepts", "how")
_LABELS = ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2004/02/skos/core#altLabel")


class Themes:
    """Wordings and their concepts.

    Parameters
    ----------
    vocabulary:
        The parsed files that hold the theme list.
    given:
        The curator's lines: wording -> concepts (IRIs), none for a wording that is no theme.
    """

    def __init__(self, vocabulary: Iterable[TurtleFile], given: Mapping[str, list[str]] | None = None) -> None:
        self.curated = dict(given or {})
        self.given = {normalised(wording): concepts for wording, concepts in (given or {}).items()}
        self.names: dict[str, set[str]] = defaultdict(set)
        for file in vocabulary:
            for t in file.triples:
                french = isinstance(t.object, Literal) and t.object.language == "fr"
                theme = isinstance(t.subject, NamedNode) and t.subject.value.startswith(PREFIXES["theme"])
                if french and theme and t.predicate.value in _LABELS:
                    self.names[normalised(t.object.value)].add(t.subject.value)
        self.met: dict[str, tuple[list[str], str]] = {}

    def find(self, wording: str) -> tuple[list[str], str]:
        """The concepts (IRIs, sorted) a wording names, and how: curator, name, parts, or some of its parts, or none."""
        if wording not in self.met:
            self.met[wording] = self._find(wording)
        return self.met[wording]

    def _find(self, wording: str) -> tuple[list[str], str]:
        if normalised(wording) in self.given:
            return sorted(self.given[normalised(wording)]), "curator"
        whole = self._named(wording)
        if whole:
            return whole, "name"
        found: set[str] = set()
        missed = []
        for part in re.split(r"\s*,\s*|\s+et\s+", wording):
            named = self._named(part) or self._named(re.sub(r"^(à la |à l'|à |aux |des |de la |de |du )", "", part))
            found.update(named)
            if not named and part.strip():
                missed.append(part)
        if not found:
            return [], "none"
        return sorted(found), "parts" if not missed else "some parts"

    def _named(self, text: str) -> list[str]:
        concepts = self.given.get(normalised(text)) or self.names.get(normalised(text), set())
        return sorted(concepts) if len(concepts) == 1 else []

    def table(self) -> str:
        """The text of `registers/themes.csv`: wordings met, their concepts and how; the curator's lines, met or not."""
        lines = {wording: (concepts, "curator") for wording, concepts in self.curated.items()} | self.met
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(_COLUMNS)
        for wording, (concepts, how) in sorted(lines.items()):
            writer.writerow((wording, " ".join(curie(iri) for iri in concepts), how))
        return out.getvalue()


def read_given(path: Path) -> dict[str, list[str]]:
    """The curator's lines of `registers/themes.csv`: those whose `how` is `curator`; empty when there is no file."""
    rows = [row for row in curated_rows(path, _COLUMNS) if row["how"] == "curator"]
    return {row["wording"]: [iri for name in row["concepts"].split() if (iri := expand(name))] for row in rows}
