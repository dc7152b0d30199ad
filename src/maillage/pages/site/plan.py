"""Which pages a folder has: a graph comes in; the things, questions and networks with their paths go out.

Every arrangement, every actor that takes part in something, every region, department and document has a page; what
has none is named without a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from maillage.library import Graph
from maillage.pages.asked.question import example_of
from maillage.pages.kit.setting import LANGUAGES, register_day
from maillage.pages.networks.explorer import PARTS
from maillage.terms import ID, MLG, RDF

_PARTICIPANT = "http://data.europa.eu/m8g/hasParticipant"
_KINDS = ("Arrangement", "Region", "Department", "Document")


@dataclass(frozen=True)
class Plan:
    """What there is.

    Attributes
    ----------
    things: IRI -> path of its page, below the folder of a language.
    questions: name -> the values that its page is asked with.
    networks: their names.
    at: the day of the register.
    base: the address of the folder, with a slash at its end; empty where it is not said.
    """

    things: Mapping[str, str]
    questions: Mapping[str, Mapping[str, str]]
    networks: tuple[str, ...]
    at: date
    base: str = ""

    def tasks(self, lang: str) -> Iterator[Task]:
        """What is to be made for a language."""
        yield Task("home", "", lang, "index.html")
        yield Task("questions", "", lang, "questions.html")
        yield Task("search", "", lang, "search.html")
        for name in self.networks:
            yield Task("network", name, lang, f"explore/{name}.html")
            yield Task("drawing-csv", name, lang, f"explore/{name}.csv")
            yield Task("links", name, lang, f"explore/{name}")
        for name in self.questions:
            yield Task("question", name, lang, f"questions/{name}.html")
            yield Task("rows", name, lang, f"questions/{name}")
        for iri, path in self.things.items():
            yield Task("thing", iri, lang, path)


@dataclass(frozen=True)
class Task:
    """One file to make, or several of one name (``rows``) or folder (``links``): what makes it, of what, its path."""

    kind: str
    of: str
    lang: str
    path: str

    @property
    def files(self) -> list[str]:
        """The paths that come of it, below the folder."""
        whole = below(self.lang, self.path)
        if self.kind == "rows":
            return [f"{whole}.csv", f"{whole}.json"]
        return [f"{whole}/{part}.json" for part in range(PARTS)] if self.kind == "links" else [whole]


def below(lang: str, path: str) -> str:
    """A path in the folder of a language: French at the top, English below `en/`."""
    return path if lang == LANGUAGES[0] else f"{lang}/{path}"


def plan_of(graph: Graph, base: str = "") -> Plan:
    """The plan of a graph."""
    store = graph.built.store
    taking = {t.object.value for t in store.values(None, _PARTICIPANT)}
    actors = {str(t.subject.value) for t in store.values(None, RDF + "type", MLG + "Actor")} & taking
    others = {str(t.subject.value) for kind in _KINDS for t in store.values(None, RDF + "type", MLG + kind)}
    things = sorted(iri for iri in actors | others if iri.startswith(ID))
    catalogue = graph.built.catalogue
    return Plan(
        things={iri: f"page/{_file(iri.removeprefix(ID))}.html" for iri in things},
        questions={query.name: example_of(query) for query in catalogue.of("questions")},
        networks=tuple(query.name for query in catalogue.of("networks")),
        at=register_day(graph),
        base=base.rstrip("/") + "/" if base else "",
    )


def _file(name: str) -> str:
    """A name as any file system and host takes it."""
    return re.sub(r"[^\w./~-]|^\.|(?<=/)\.", lambda sign: f"_{ord(sign[0]):x}_", name, flags=re.ASCII)
