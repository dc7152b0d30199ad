"""Comparison: two networks come in; what is gained, lost and kept goes out, and how alike they are.

The two may be of two dates, two releases or two territories; nodes and ties are the same where their ids are.
"""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from maillage.errors import MaillageError
from maillage.network.made import KEY, made, record_of
from maillage.network.permuted import qap
from maillage.network.results import Figure
from maillage.network.slices import ties_between
from maillage.things.table import Column, Table, Value

STATES = ("kept", "gained", "lost")
_STATE_WORDS = {
    "kept": {"fr": "conservé", "en": "kept"},
    "gained": {"fr": "gagné", "en": "gained"},
    "lost": {"fr": "perdu", "en": "lost"},
}


@dataclass(frozen=True)
class Comparison:
    """Two networks side by side.

    Attributes
    ----------
    before, after: the two, and `names` what they are called.
    graph: their union; every node and edge has ``state``: ``kept`` (in both), ``gained`` (in the second only) or
        ``lost`` (in the first only). An edge has ``weight_before`` and ``weight_after``, 0 where it is not.
    """

    before: nx.Graph
    after: nx.Graph
    names: tuple[str, str]
    graph: nx.Graph

    def summary(self, lang: str = "fr", *, permutations: int = 0, seed: int = 0) -> Table:
        """Numbers of both: nodes, ties, density; what is gained, lost and kept; how alike they are (`similarity`).

        With permutations, also what chance gives of the correlation of weights, and its test (`qap`).
        """
        fr = lang == "fr"
        nodes, ties = self._counts(self.graph.nodes(data="state")), self._tie_counts()
        rows: list[list[Value]] = [
            ["nodes", "Nœuds" if fr else "Nodes", len(self.before), len(self.after)],
            ["ties", "Liens" if fr else "Ties", self.before.number_of_edges(), self.after.number_of_edges()],
            ["density", "Densité" if fr else "Density", _density(self.before), _density(self.after)],
        ]
        for name, words, counts in (("nodes", ("Nœuds", "Nodes"), nodes), ("ties", ("Liens", "Ties"), ties)):
            for state in STATES:
                said = f"{words[not fr]} : {_STATE_WORDS[state][lang]}s" if fr else f"{words[1]} {state}"
                rows.append([f"{name}_{state}", said, None, counts[state]])
        alike = self.similarity()
        rows += [[name, said[lang], None, alike[name]] for name, said in _SIMILARITIES.items()]
        if permutations:
            chance = self.qap(permutations, seed)
            for name, chances in _CHANCE.items():
                said = chances[lang].format(permutations, seed)
                rows.append([f"qap_{name}", said, None, None if chance is None else round(chance[name], 6)])
        first, second = self.names
        heads = (("measure", "Mesure" if fr else "Measure"), ("before", first), ("after", second))
        columns = [Column("name", "Nom" if fr else "Name", hidden=True), *(Column(n, h) for n, h in heads)]
        remarks = [remark[lang] for remark in record_of(self.graph)["remarks"]]
        return Table(columns, rows, notes=tuple(remarks), lang=lang)

    def similarity(self) -> dict[str, float | None]:
        """How alike the two are.

        Returns
        -------
        dict
            ``jaccard_nodes`` and ``jaccard_ties``: those of both over those of either; ``jaccard_ties_common``: the
            same of the ties among nodes that are in both; ``correlation``: Pearson's, of the weights of the pairs of
            nodes that are in both (`maillage.network.qap`); ``correlation_kinds``: Pearson's, of the shares of ties
            that each pair of kinds of node has, which compares two territories that share no actor. None where there
            is nothing to compare, or no variation.
        """
        one, two = set(self.before), set(self.after)
        ties, ties_after = ties_between(self.before), ties_between(self.after)
        common = one & two
        among = [{tie for tie in these if set(tie) <= common} for these in (ties, ties_after)]
        return {
            "jaccard_nodes": _ratio(len(common), len(one | two)),
            "jaccard_ties": _ratio(len(ties & ties_after), len(ties | ties_after)),
            "jaccard_ties_common": _ratio(len(among[0] & among[1]), len(among[0] | among[1])),
            "correlation": None if (found := self.qap()) is None else round(float(found), 6),
            "correlation_kinds": _correlation(*_kind_shares(self.before, self.after)),
        }

    def qap(self, permutations: int = 0, seed: int = 0) -> Figure | None:
        """The correlation of the ties among common nodes, with its test by permutation (`maillage.network.qap`).

        None where it says nothing: fewer than two common nodes, or one of the two ties no pair or all alike.
        """
        with suppress(MaillageError):
            return qap(self.before, self.after, permutations=permutations, seed=seed)
        return None

    def nodes(self, lang: str = "fr") -> Table:
        """Each node: its id, label, kind and state, and how many ties it has in either."""
        heads = _heads(lang, ("node", "Nœud", "Node"), ("label", "Nom", "Label"), ("kind", "Sorte", "Kind"))
        heads += _heads(lang, ("state", "État", "State"), ("degree_before", *self._by("Liens", "Ties", 0)))
        heads += _heads(lang, ("degree_after", *self._by("Liens", "Ties", 1)))
        rows: list[list[Value]] = []
        for node, data in sorted(self.graph.nodes(data=True), key=lambda n: (STATES.index(n[1]["state"]), str(n[0]))):
            degrees = [g.degree(node) if node in g else 0 for g in (self.before, self.after)]
            label, kind = str(data.get("label", node)), str(data.get("kind", ""))
            rows.append([str(node), label, kind, _STATE_WORDS[data["state"]][lang], *degrees])
        return Table([Column("node", heads[0].heading, hidden=True), *heads[1:]], rows, lang=lang)

    def ties(self, lang: str = "fr") -> Table:
        """Each tie: its two ends, its state and its weight in either."""
        heads = _heads(lang, ("source", "D'un", "Of"), ("target", "À l'autre", "With"), ("state", "État", "State"))
        heads += _heads(lang, ("weight_before", *self._by("Poids", "Weight", 0)))
        heads += _heads(lang, ("weight_after", *self._by("Poids", "Weight", 1)))
        ids = [Column("source_id", hidden=True), Column("target_id", hidden=True)]
        rows: list[list[Value]] = []
        labels = dict(self.graph.nodes(data="label"))
        edges = self.graph.edges(data=True)
        for a, b, data in sorted(edges, key=lambda e: (STATES.index(e[2]["state"]), *map(str, e[:2]))):
            ends = [str(labels[end] or end) for end in (a, b)]
            state = _STATE_WORDS[data["state"]][lang]
            rows.append([*ends, state, data["weight_before"], data["weight_after"], str(a), str(b)])
        return Table([*heads, *ids], rows, lang=lang)

    def _by(self, fr: str, en: str, which: int) -> tuple[str, str]:
        return f"{fr}, {self.names[which]}", f"{en}, {self.names[which]}"

    def _counts(self, states: Any) -> Counter[str]:
        return Counter(state for *_, state in states)

    def _tie_counts(self) -> Counter[str]:
        return Counter(state for *_, state in self.graph.edges(data="state"))


_SIMILARITIES = {
    "jaccard_nodes": {"fr": "Similarité des nœuds (Jaccard)", "en": "Similarity of nodes (Jaccard)"},
    "jaccard_ties": {"fr": "Similarité des liens (Jaccard)", "en": "Similarity of ties (Jaccard)"},
    "jaccard_ties_common": {
        "fr": "Similarité des liens entre nœuds communs (Jaccard)",
        "en": "Similarity of ties among common nodes (Jaccard)",
    },
    "correlation": {"fr": "Corrélation des poids entre nœuds communs", "en": "Correlation of weights, common nodes"},
    "correlation_kinds": {"fr": "Corrélation des liens par sorte", "en": "Correlation of ties by kind"},
}
#: What a test says, by its part of `maillage.network.qap`; with how many permutations and by which seed.
_CHANCE = {
    "mean": {
        "fr": "Corrélation au hasard, moyenne (QAP, {} permutations, graine {})",
        "en": "Correlation by chance, mean (QAP, {} permutations, seed {})",
    },
    "sd": {"fr": "Corrélation au hasard, écart type", "en": "Correlation by chance, standard deviation"},
    "p_high": {
        "fr": "Part des permutations aussi hautes (p)",
        "en": "Share of permutations as high (p)",
    },
    "p_low": {
        "fr": "Part des permutations aussi basses (p)",
        "en": "Share of permutations as low (p)",
    },
}


def compare(
    before: nx.Graph, after: nx.Graph, names: tuple[str, str] = ("before", "after"), tolerance: float = 2.0
) -> Comparison:
    """Two networks side by side.

    Parameters
    ----------
    before, after:
        Of one rule and weight, both directed or both not; either may be empty.
    names:
        What they are called, such as ``("2018", "2023")``.
    tolerance:
        Where both say the ``coverage`` of their territory (``graph["coverage"]``: arrangements known for a million
        inhabitants) and one is more than this many times the other, a remark says so, with the figures.

    Raises
    ------
    MaillageError
        For a network of parallel edges, a directed and an undirected one, or two of different rules or weights.
    """
    if before.is_multigraph() or after.is_multigraph():
        raise MaillageError("a network of several layers is not compared as one.", fix="Compare one layer.")
    if before.is_directed() != after.is_directed():
        raise MaillageError("one of these networks is directed and the other is not.", fix="Compare two of one rule.")
    records = record_of(before), record_of(after)
    for name in ("rule", "weight"):
        if records[0][name] != records[1][name]:
            both = f"'{records[0][name]}' and '{records[1][name]}'"
            raise MaillageError(
                f"these networks are of two {name}s: {both}.", fix="Compare two of one rule and weight."
            )
    union: nx.Graph = nx.DiGraph() if before.is_directed() else nx.Graph()
    for graph in (before, after):
        for node, data in graph.nodes(data=True):
            union.add_node(node, **data)
        for a, b, data in graph.edges(data=True):
            union.add_edge(a, b, **data)
    for node in union:
        union.nodes[node]["state"] = _state(node in before, node in after)
    for a, b, data in union.edges(data=True):
        there = before.has_edge(a, b), after.has_edge(a, b)
        data["state"] = _state(*there)
        for name, graph, yes in zip(("weight_before", "weight_after"), (before, after), there, strict=True):
            data[name] = graph.edges[a, b].get("weight", 1) if yes else 0
    union.graph.update({**before.graph, "name": "comparison"})
    if isinstance(title := before.graph.get("title"), dict):
        union.graph["title"] = {lang: f"{said} : {names[0]} → {names[1]}" for lang, said in title.items()}
    filters = [graph.graph.get("filters") or {} for graph in (before, after)]
    union.graph["filters"] = {key: value for key, value in filters[0].items() if filters[1].get(key) == value}
    remark = _coverage_remark(before, after, names, tolerance)
    remarks = [*records[0].get("remarks", []), *records[1].get("remarks", []), *([remark] if remark else [])]
    unique = [one for i, one in enumerate(remarks) if one not in remarks[:i]]
    union.graph[KEY] = made(
        rule=records[0]["rule"],
        rule_words=records[0]["rule_words"],
        weight=records[0]["weight"],
        slice=records[1]["slice"],
        source_version=" / ".join(sorted({record["source_version"] for record in records})),
        query=records[1]["query"],
        remarks=unique,
        compared=list(names),
    )
    return Comparison(before, after, names, union)


def _state(before: bool, after: bool) -> str:
    return "kept" if before and after else "gained" if after else "lost"


def _coverage_remark(
    before: nx.Graph, after: nx.Graph, names: tuple[str, str], tolerance: float
) -> dict[str, str] | None:
    said = [graph.graph.get("coverage") for graph in (before, after)]
    if any(one is None for one in said):
        return None
    low, high = sorted(float(one) for one in said)
    if high <= tolerance * low or not high:
        return None
    figures = [f"{name}: {float(one):.1f}" for name, one in zip(names, said, strict=True)]
    fr = " ; ".join(figures).replace(".", ",").replace(": ", " : ")
    return {
        "fr": f"Couverture très différente, en dispositifs connus par million d'habitants ({fr}) : une différence "
        "entre ces réseaux peut tenir à ce que les sources ont relevé.",
        "en": f"Very different coverage, in arrangements known for a million inhabitants ({'; '.join(figures)}): a "
        "difference between these networks may be one of what the sources recorded.",
    }


def _heads(lang: str, *columns: tuple[str, str, str]) -> list[Column]:
    return [Column(name, fr if lang == "fr" else en) for name, fr, en in columns]


def _density(graph: nx.Graph) -> float | None:
    return round(nx.density(graph), 6) if len(graph) > 1 else None


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 6) if whole else None


def _kind_shares(one: nx.Graph, two: nx.Graph) -> tuple[list[float], list[float]]:
    """Of every pair of kinds that is tied in either, the share of the ties of each."""
    counts = []
    for graph in (one, two):
        kinds = {node: str(data.get("kind") or "") for node, data in graph.nodes(data=True)}
        pairs = ((kinds[a], kinds[b]) for a, b in graph.edges())
        counts.append(Counter(pair if graph.is_directed() else tuple(sorted(pair)) for pair in pairs))
    keys = sorted({*counts[0], *counts[1]})
    totals = [sum(count.values()) or 1 for count in counts]
    return [counts[0][k] / totals[0] for k in keys], [counts[1][k] / totals[1] for k in keys]


def _correlation(one: list[float], two: list[float]) -> float | None:
    """Pearson's correlation; None for fewer than two pairs of values, or where one of the two does not vary."""
    if len(one) < 2 or min(np.ptp(one), np.ptp(two)) <= 1e-12:
        return None
    return round(float(np.corrcoef(one, two)[0, 1]), 6)
