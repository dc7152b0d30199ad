"""A small graph, cut out of the shipped one: its folder comes in; a folder of the same files with fewer things goes out.

It holds the curated documents whole with all they reach, and a sample of the registers: what lies in one department,
and the arrangements of its region. A build of it takes a second where the whole country takes ten; nothing in it
refers to a thing it does not describe.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

from maillage.places import Places
from maillage.terms import ID, MLG
from maillage.things.rdf import NamedNode
from maillage.things.turtle import TurtleFile, read_turtle
from maillage.things.turtle_writer import write_turtle

DEPARTMENT = f"{ID}territory/departement-54"
REGISTER = "registers/dispositifs-44"
CLAIM = f"{ID}claim/"
#: What says that a thing lies in a territory.
_LIES = {MLG + name for name in ("within", "partlyWithin", "territory", "governs")}

Links = dict[str, set[tuple[str, str]]]


def _links(files: dict[str, TurtleFile]) -> Links:
    """Subject -> (predicate, object) of its IRIs."""
    links: Links = defaultdict(set)
    for file in files.values():
        for triple in file.triples:
            if isinstance(triple.object, NamedNode):
                links[str(triple.subject.value)].add((triple.predicate.value, triple.object.value))
    return links


def _lying_in(links: Links, territory: str) -> set[str]:
    """The territory, and all that lies in it at any depth: territories, bodies, and the claims that name one of them."""
    found, new = set(), {territory}
    while new:
        found |= new
        new = {s for s, said in links.items() if s not in found and any(p in _LIES and o in new for p, o in said)}
    return found


def _seeds(files: dict[str, TurtleFile], links: Links) -> set[str]:
    """What the small graph is about: the documents, what lies in the department, the claims on its arrangements."""
    subjects = {name: {str(t.subject.value) for t in file.triples} for name, file in files.items()}
    near = _lying_in(links, DEPARTMENT)
    arrangement, member = MLG + "inArrangement", "http://data.europa.eu/m8g/hasParticipant"
    about = {o for s in near if s.startswith(CLAIM) for p, o in links[s] if p == arrangement}
    groups = {s for s in subjects["registers/groupements-hospitaliers"] if not s.startswith(CLAIM)}
    for s in subjects["registers/groupements-hospitaliers"]:
        if any(p == member and o in near for p, o in links[s]):
            about |= {o for p, o in links[s] if p == arrangement} & groups
    about |= {s for s in subjects[REGISTER] if not s.startswith(CLAIM)}
    registers = {s for name, mine in subjects.items() if name.startswith("registers/") for s in mine}
    claims = {s for s in registers if s.startswith(CLAIM) and any(o in about for _, o in links[s])}
    documents = {s for name, mine in subjects.items() if name.startswith("documents/") for s in mine}
    documents |= subjects["links/jeux-de-liens"]
    return documents | {s for s in near if not s.startswith(CLAIM)} | about | claims


def _reached(seeds: set[str], links: Links) -> set[str]:
    """The seeds and all they refer to, at any depth."""
    found: set[str] = set()
    new = seeds
    while new:
        found |= new
        new = {o for s in new for _, o in links.get(s, ()) if o in links} - found
    return found


def make_small(places: Places, folder: Path) -> Places:
    """Write the small graph into `folder`, in the canonical layout; the same ontology and queries go with it."""
    paths = {places.graph_path(path): path for path in places.files()}
    files = {name: read_turtle(path) for name, path in paths.items()}
    links = _links(files)
    kept = _reached(_seeds(files, links), links)
    for name, file in files.items():
        mine = [t for t in file.triples if t.subject.value in kept]
        target = folder / f"{name}.ttl"
        if not mine:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if len(mine) == len(file.triples):
            shutil.copyfile(paths[name], target)
        else:
            target.write_text(write_turtle(mine, prefixes=file.prefixes, header=file.header), encoding="utf-8")
    return places.with_graph(folder)
