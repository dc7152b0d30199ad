"""Which questions use which terms: the catalogue comes in; of a term, the questions that name it go out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from maillage.asking.catalogue import Catalogue, Query
from maillage.terms import expand

_IRI = re.compile(r"<(https?://[^<>\s]+)>")
_CURIE = re.compile(r"(?<![\w:/?$.<-])([A-Za-z][A-Za-z0-9]*):([A-Za-z](?:[\w-]*\w)?)(?![\w:-])")


@dataclass(frozen=True)
class Question:
    """A question or a network: its name, what it asks in both languages, how it is run, and the terms it names."""

    name: str
    kind: str
    title: dict[str, str]
    asks: dict[str, str]
    terms: frozenset[str]

    @property
    def command(self) -> str:
        """How it is run."""
        return f"maillage {'network' if self.kind == 'networks' else 'query'} {self.name}"


def named_in(query: Query) -> frozenset[str]:
    """The IRIs of the terms that a query names, in its header or its text; comments say nothing."""
    lines = [line for line in query.text.splitlines() if not re.match(r"\s*#(?![+?])", line)]
    text = "\n".join(line for line in lines if not line.lstrip().upper().startswith("PREFIX "))
    curies = (expand(f"{prefix}:{name}") for prefix, name in _CURIE.findall(text))
    return frozenset({*_IRI.findall(text), *(iri for iri in curies if iri)})


class Asked:
    """The questions of a catalogue by the terms they use."""

    def __init__(self, catalogue: Catalogue) -> None:
        queries = [query for kind in ("questions", "networks") for query in catalogue.of(kind)]
        self.questions = [
            Question(
                query.name,
                query.kind,
                {lang: query.words("title", lang) for lang in ("fr", "en")},
                {lang: query.words("question", lang) for lang in ("fr", "en")},
                named_in(query),
            )
            for query in sorted(queries, key=lambda query: (query.kind != "questions", query.name))
        ]
        self._by_term: dict[str, list[Question]] = defaultdict(list)
        for question in self.questions:
            for term in question.terms:
                self._by_term[term].append(question)

    def by(self, term: str) -> list[Question]:
        """The questions that name a term."""
        return self._by_term.get(term, [])
