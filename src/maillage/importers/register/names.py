"""What the register adds to things other files describe: that it has them, names, remarks; and the names it reads.

They go to files of untyped lines: the things themselves are described elsewhere. Remarks have a file of their own,
written whole each time, so that a remark the register takes back goes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from maillage.importers.kit.base import Draft, Job, iri
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.store.embedded import Oxigraph
from maillage.terms import DCT, GRAPH, SKOS
from maillage.things.rdf import Literal, NamedNode, Triple
from maillage.things.turtle_writer import write_turtle

ALIASES = "registers/noms-cites.ttl"
REMARKS = "registers/remarques-du-registre.ttl"
#: The files the register's importer writes alone.
OWN = re.compile(
    r"registers/(dispositifs-\w+|sources-des-dispositifs|organismes-du-registre|territoires-du-registre"
    r"|noms-cites|remarques-du-registre|perimetres-du-registre)\.ttl"
)
_HEADER = """# Dispositifs que d'autres fichiers décrivent et que le registre connaît aussi (dct:source) ; noms sous
# lesquels ses pages désignent des organismes que d'autres fichiers décrivent.
# Écrit par « maillage import register » d'après registers/resolutions.csv."""

_REMARKS_HEADER = """# Remarques de qui a relevé les pages du registre, sur des dispositifs décrits ailleurs :
# ce que la page ne dit pas, comment une date fut lue, les montants et avenants qu'elle raconte.
# Réécrit tout entier par « maillage import register » : une remarque à soi s'écrit là où le dispositif est décrit."""


def names_of(job: Job) -> Names:
    """The names of graph/ without the files this importer writes."""
    store = Oxigraph()
    for path, file in job.known.files.items():
        if not OWN.fullmatch(path):
            store.load(file.triples, GRAPH + path.removesuffix(".ttl"))
    return Names(store)


class Added:
    """Gathers, over one run, what the register says of things described elsewhere.

    `said` holds the names under which its pages speak of bodies, `elsewhere` the arrangements other files describe,
    `notes` the remarks on arrangements, whoever describes them.
    """

    def __init__(self) -> None:
        self.notes: dict[str, set[str]] = defaultdict(set)
        self.said: dict[str, set[str]] = defaultdict(set)
        self.elsewhere: set[str] = set()

    def remarks(self) -> str | None:
        """The file of the remarks on arrangements; None when there are none."""
        note = NamedNode(SKOS + "editorialNote")
        out = [
            Triple(NamedNode(thing), note, Literal(text, language="fr"))
            for thing, texts in self.notes.items()
            for text in sorted(texts)
        ]
        return write_turtle(out, header=_REMARKS_HEADER) if out else None

    def text(self, source: str, own: Iterable[str], job: Job, draft: Draft, g: Gazetteer) -> str:
        """The file, a name where it names one thing only.

        Parameters
        ----------
        source:
            The register (CURIE).
        own:
            Bodies that this register alone names: their names stand with them.
        """
        skipped, bearers = set(own), _bearers(self.said)
        out = [Triple(NamedNode(a), NamedNode(DCT + "source"), NamedNode(iri(source))) for a in sorted(self.elsewhere)]
        for body, names in self.said.items():
            known = _known(body, job, draft, g)
            for name in names if body not in skipped else ():
                taken = g.by_name.get(normalised(name), set()) | bearers[normalised(name)]
                if len(taken) == 1 and normalised(name) not in known:
                    out.append(Triple(NamedNode(body), NamedNode(SKOS + "altLabel"), Literal(name, language="fr")))
        job.report.count("other names", len(out) - len(self.elsewhere))
        return write_turtle(out, header=_HEADER)


def _bearers(said: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = defaultdict(set)
    for body, names in said.items():
        for name in names:
            out[normalised(name)].add(body)
    return out


def _known(body: str, job: Job, draft: Draft, g: Gazetteer) -> set[str]:
    """The names a body has in graph/ or in this draft."""
    said = [job.known.says(body), *(things[body] for things in draft.files.values() if body in things)]
    labels = (t.value for facts in said for p in (SKOS + "prefLabel", SKOS + "altLabel") for t in facts.get(p, ()))
    return {normalised(name) for name in (*labels, *(g.bodies[body].names if body in g.bodies else ()))}
