"""Importer `links`: what Wikidata, GeoNames, NUTS and ROR call our territories and bodies comes in; facts go out.

Each set of links is a file of its own, written whole; links/jeux-de-liens.ttl describes the sets, the data sets they
lead to and the sources they come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from maillage.errors import MaillageError
from maillage.importers.kit.base import Draft, Importer, Job, code, node
from maillage.importers.kit.facts import Description
from maillage.importers.links.kinds import property_of
from maillage.importers.links.rows import Link, Rows
from maillage.importers.links.sets import FOLDER, HOME, SETS, TARGETS, LinkSet, describe_target
from maillage.importers.links.sources import SOURCES
from maillage.terms import GRAPH, MLG, RDF, curie
from maillage.things.rdf import NamedNode, Triple
from maillage.things.turtle_writer import write_turtle

_HEADER = """# Les jeux de liens vers d'autres bases, ces bases, et d'où les liens viennent.
# Écrit par « maillage import links »."""


def make_links(job: Job) -> Draft:
    """The draft of the links.

    Raises
    ------
    MaillageError
        When a table is missing or is another file, or when the graph has nothing of what they name.
    """
    rows = Rows(job)
    links = rows.links()
    if not links:
        raise MaillageError(
            "graph/ has nothing of what the tables name.",
            file=job.known.folder,
            fix="Run maillage import territories first, or give other tables.",
        )
    said: dict[LinkSet, list[Triple]] = defaultdict(list)
    for link, name in _worded(job, links):
        said[link.set].append(Triple(NamedNode(link.thing), node(name), NamedNode(link.there)))
        job.report.count(f"{name} to {link.set.target.label}")
    draft = Draft(leftover=_leftover)
    draft.headers[HOME] = _HEADER
    for source in SOURCES:
        source.describe(draft, HOME, job.retrieved)
    for target in TARGETS:
        describe_target(draft, target)
    for one in SETS.values():
        if one in said:
            one.describe(draft)
            more = _isni(rows, said[one]) if one.target.name == "ror" else []
            if more:
                job.report.count("ISNI", len(more))
            draft.plain[one.path] = write_turtle([*said[one], *more], header=_header(job, one))
    for path in job.known.files:
        if path.startswith(f"{FOLDER}/") and path != HOME:
            draft.plain.setdefault(path, None)
    return draft


def _worded(job: Job, links: Iterable[Link]) -> Iterator[tuple[Link, str]]:
    """Each link with the property (CURIE) that says it."""
    links = list(links)
    bearers: dict[str, set[str]] = defaultdict(set)
    for link in links:
        bearers[link.there].add(link.thing)
    single = _single(job)
    for link in links:
        kinds = [curie(term.value) for term in job.known.says(link.thing).get(RDF + "type", ())]
        shared = len(bearers[link.there]) > 1
        yield link, property_of(link.set.target.name, kinds, shared=shared, single=link.thing in single)


def _single(job: Job) -> set[str]:
    """The territories (IRIs) of the bodies that are a regional and a departmental council in one."""
    return {
        term.value
        for _, said in job.known.of_kind("mlg:RegionalCouncil")
        if node("mlg:DepartmentalCouncil") in said[RDF + "type"]
        for term in said.get(MLG + "governs", ())
    }


def _isni(rows: Rows, links: Iterable[Triple]) -> list[Triple]:
    """The ISNI of the bodies of a set of links to ROR."""
    bodies = (link.subject for link in links)
    return [Triple(body, node("mlg:isni"), code(rows.isni[body.value])) for body in bodies if body.value in rows.isni]


def _header(job: Job, one: LinkSet) -> str:
    """The comment on top of a file of links: what they are, how they were found, whence, and by which command."""
    source, day = one.source, job.day(one.source.name)
    vintage = f", millésime {source.issued}" if source.issued else ""
    under = f" ; {source.licence}" if source.licence else ""
    seen = f" ; consulté le {day}" if day else ""
    return "\n".join(
        (
            f"# {one.title[0]}. {one.made[0]}",
            f"# Source : {source.title[0]}{vintage} ({source.name}, décrit dans {HOME}){under}{seen}.",
            "# Écrit en entier par « maillage import links ».",
        )
    )


def _leftover(subject: str, old: Description) -> Description:
    """A set of links that no row makes any longer goes."""
    return {} if subject.startswith(GRAPH) else old


IMPORTERS = (
    Importer(
        "links",
        {
            "fr": "Les liens vers Wikidata, GeoNames, la NUTS et ROR : territoires et organismes",
            "en": "The links to Wikidata, GeoNames, NUTS and ROR: territories and bodies",
        },
        "the folder with wikidata_territoires.tsv, wikidata_wallonie.tsv, geonames_territoires.tsv, "
        "nuts_departements.tsv and ror_organismes.tsv",
        make_links,
        sources=SOURCES,
    ),
)
