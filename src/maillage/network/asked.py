"""Asked networks: the rows of a network query and the store come in; a networkx graph goes out.

Each edge holds the list of its ties (one an arrangement), each tie its roles, dates, claims and quoted sentences, so
that whoever meets a line in a figure can read what it stands on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import networkx as nx

from maillage.asking.answers import notes_of, substitutions
from maillage.asking.catalogue import Query
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.network.facts import Facts
from maillage.network.made import RULES, made, slice_of
from maillage.store.port import Store
from maillage.terms import DCT, MLG, OA, PREFIXES, SKOS, curie
from maillage.things.rdf import NamedNode, Term

_PARTICIPANT, _ROLE = PREFIXES["cv"] + "hasParticipant", PREFIXES["cv"] + "role"
#: The first and last day on which a tie may begin and end, which stand beside the text of its dates.
BOUNDS = ("from_earliest", "from_latest", "until_earliest", "until_latest")
#: The text of an end that is said to be open.
OPEN = ".."
#: The attribute that says which side of a network of two modes a node is on; what it says of sources and of targets
#: where the query names no other two.
MODE = "mode"
MODES = ("actor", "arrangement")
#: What follows the IRI of a body in the id of the node it is as an arrangement, where it is an actor too.
SIDE = "#arrangement"
#: What a tie of funding says of its amount, where the query has these columns.
AMOUNTS = ("amount", "amount_kind", "currency")
#: The first and last day on which a thing itself begins and ends, in the order of `BOUNDS`.
_OWN_BOUNDS = ("startEarliest", "startLatest", "endEarliest", "endLatest")
_CODES = ("siren", "finess", "rna", "fundCode", "inseeCode")


def asked_network(
    query: Query,
    store: Store,
    names: Names,
    values: Mapping[str, str | None] | None = None,
    *,
    actor: str | None = None,
    between: tuple[str, str] | None = None,
    version: str = "",
) -> nx.Graph:
    """The network of a query, with in ``graph["maillage"]`` what it is (`maillage.network.made.made`).

    Parameters
    ----------
    query:
        A query of queries/networks/.
    values:
        The query's parameters, as a user writes them.
    actor:
        A name: keep this thing, those tied to it, and the ties among them.
    between:
        The IRIs of a source and a target: keep the link of these two, which is quick to ask.

    Returns
    -------
    networkx.Graph
        A ``DiGraph`` when the query says ``directed: true``. Node and edge attributes are those
        `maillage.views.page.render_page` documents. In a network of two modes (``two_modes: true``) each node says its
        side (`mode`), and a body that takes part and is taken part in is one node a side; `iri` says which body.
    """
    terms = substitutions(query, values or {}, names)
    centre = None if actor is None else names.resolve(actor)
    returned, answered = store.select(_narrowed(query.filled(terms), between))
    rows = list(answered)
    store.expect(term.value for row in rows for term in row if isinstance(term, NamedNode))
    facts = Facts(store, names)
    directed = bool(query.header["directed"])
    g: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    asked = {name: ", ".join(_worded(term, names) for term in several) for name, several in terms.items()}
    g.graph.update(
        name=query.name,
        title={"fr": query.words("title", "fr"), "en": query.words("title", "en")},
        question={"fr": query.words("question", "fr"), "en": query.words("question", "en")},
        directed=directed,
        filters=asked,
        notes={lang: notes_of(query, store, lang, terms) for lang in ("fr", "en")},
        generated_from=version,
        maillage=made(
            rule=query.name,
            rule_words=RULES.get(query.name) or {lang: query.words("question", lang) for lang in ("fr", "en")},
            weight="count",
            slice=slice_of(values or {}),
            source_version=f"Maillage {version}".strip(),
            query={"name": query.name, "parameters": asked},
        ),
    )
    found: dict[tuple[str, str], list[dict[str, Term | None]]] = defaultdict(list)
    for row in rows:
        cells = dict(zip(returned, row, strict=True))
        source, target = cells["source"], cells["target"]
        if source is None or target is None:
            raise query.error("a row has no source or no target.", "Make both obligatory in the pattern.")
        found[source.value, target.value].append(cells)
    kept = set(found)
    if centre is not None:
        kept = _around(kept, centre, names)
        g.graph["filters"] = {**asked, "actor": names.label(centre)}
    two_modes = query.header.get("two_modes") or False
    modes = MODES if isinstance(two_modes, bool) else tuple(two_modes)
    both = {one for one, _ in kept} & {other for _, other in kept} if two_modes else set()
    for pair in sorted(kept):
        ties = [_tie(cells, facts) for cells in found[pair]]
        ends = (pair[0], pair[1] + SIDE if pair[1] in both else pair[1])
        g.add_edge(*ends, ties=ties, weight=len({t["arrangement"] for t in ties}))
        for side, (end, iri) in enumerate(zip(ends, pair, strict=True)):
            mode = {MODE: modes[side], "bipartite": side, "type": bool(side)} if two_modes else {}
            g.nodes[end].update(iri=iri, **mode)
    for node, iri in g.nodes(data="iri"):
        g.nodes[node].update(_about(iri, facts))
    bodies = {data["body"] for _, data in g.nodes(data=True) if data["body"]} - set(g)
    g.graph["bodies"] = {iri: {"iri": iri, **_about(iri, facts)} for iri in sorted(bodies)}
    g.graph["inhabitants"] = facts.inhabitants()
    _arrangements(g, facts)
    return g


def _narrowed(sparql: str, between: tuple[str, str] | None) -> str:
    """The query, of one source and one target only.

    Raises
    ------
    ValueError
        For what is no IRI.
    """
    if between is None:
        return sparql
    source, target = (NamedNode(iri) for iri in between)
    return re.sub(
        r"\bWHERE\s*\{", lambda found: f"{found[0]} VALUES (?source ?target) {{ ({source} {target}) }}", sparql, count=1
    )


def _worded(term: Term, names: Names) -> str:
    """A value of a parameter as people read it."""
    return names.label(term.value) if isinstance(term, NamedNode) else term.value


def _around(pairs: set[tuple[str, str]], centre: str, names: Names) -> set[tuple[str, str]]:
    """Of these pairs, those of one thing with its neighbours, and of its neighbours among themselves."""
    near = {end for pair in pairs if centre in pair for end in pair}
    if not near:
        raise MaillageError(
            f"{names.label(centre)} has no tie in this network.", fix="Widen the dates or kinds, or name another."
        )
    return {pair for pair in pairs if near.issuperset(pair)}


def _tie(cells: Mapping[str, Term | None], facts: Facts) -> dict[str, Any]:
    """One row as a tie: what it goes through, when, how sure, who plays what, and the sentences."""

    def said(name: str) -> str | None:
        term = cells.get(name)
        return None if term is None else term.value

    claim = said("claim")
    derived = facts.iris(claim, PREFIXES["prov"] + "wasDerivedFrom") if claim else []
    claims = derived or [one for one in (claim, said("focus")) if one]
    # A funding may name no arrangement: then it is itself what ties the two.
    arrangement = said("arrangement") or (claim if "arrangement" in cells else said("target")) or ""
    relation = said("relation")
    known = said("dates_known")
    until, standing = said("until"), said("standing")
    return {
        "arrangement": arrangement,
        "arrangement_label": facts.names.label(arrangement),
        "arrangement_kind": facts.kind(arrangement),
        "arrangement_family": facts.family(arrangement),
        "arrangement_kind_label": facts.kind_words(arrangement),
        "from": said("from"),
        "until": None if until == OPEN else until,
        **{name: said(name) for name in BOUNDS},
        "open": until == OPEN,
        "dates_known": known == "true" if known is not None else all(map(said, BOUNDS[:3])) and until is not None,
        "standing": curie(standing).split(":")[-1] if standing else None,
        "certainty": curie(said("certainty") or "certainty:explicit").split(":")[-1],
        "modality": curie(said("modality") or "modality:done").split(":")[-1],
        "relation": curie(relation) if relation else None,
        "relation_label": facts.words(relation) if relation else None,
        "coordinating": relation in facts.coordinating if relation else None,
        **{name: said(name) for name in AMOUNTS if name in cells},
        "roles": sorted(
            (
                {
                    "actor": who,
                    "actor_label": facts.names.label(who),
                    "role": curie(role),
                    "role_label": facts.words(role),
                }
                for c in claims
                for who in facts.iris(c, _PARTICIPANT)
                for role in facts.iris(c, _ROLE)
            ),
            key=lambda r: (r["actor_label"], r["role_label"]["fr"]),
        ),
        "claims": claims,
        "quotations": _quotations(claims, facts),
    }


def _quotations(claims: list[str], facts: Facts) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for claim in claims:
        for evidence in facts.iris(claim, MLG + "evidence"):
            exact = facts.one(evidence, OA + "exact")
            document = facts.one(evidence, MLG + "document") if exact is not None else evidence
            if document is None:
                continue
            part = document if facts.one(document, DCT + "isPartOf") else None
            whole = facts.one(document, DCT + "isPartOf") or document
            found[evidence] = {
                # A page of a register proves without a sentence: it has no words here and no place for them.
                "exact": exact,
                "document": whole,
                "document_label": facts.names.label(whole),
                "publisher": facts.publisher(whole),
                "issued": facts.one(whole, DCT + "issued"),
                "part": facts.names.label(part) if part else None,
                "source": facts.one(whole, DCT + "source"),
                "start": None if exact is None else int(facts.one(evidence, OA + "start") or 0),
                "end": None if exact is None else int(facts.one(evidence, OA + "end") or 0),
            }
    return sorted(found.values(), key=lambda q: (q["document"], q["start"] or 0, q["end"] or 0))


def _about(node: str, facts: Facts) -> dict[str, Any]:
    """The attributes of a node: names, kind, codes, territory, and the regions and departments that hold it."""
    kinds = facts.names.kinds(node)
    types = facts.names.types(node)
    places = [*facts.iris(node, MLG + "territory"), *facts.iris(node, MLG + "governs")]
    territory = next(iter(places), None)
    around = sorted({one for place in places for one in (place, *facts.iris(place, MLG + "within"))})
    codes = [(facts.names.label(MLG + code), value) for code in _CODES for value in facts.texts(node, MLG + code)]
    return {
        "label": facts.names.label(node),
        "labels": facts.words(node),
        "kind": curie(kinds[0]) if kinds else "",
        "kind_label": facts.kind_words(node),
        "family": facts.family(node),
        "types": sorted(curie(one) for one in types),
        "level": facts.level(territory),
        "level_label": facts.kind_words(territory) if territory else None,
        "body": facts.body(node),
        "dates": {name: facts.one(node, MLG + said) for name, said in zip(BOUNDS, _OWN_BOUNDS, strict=True)},
        "codes": codes,
        "alt_labels": facts.texts(node, SKOS + "altLabel"),
        "territory": facts.names.label(territory) if territory else None,
        **{name: [facts.names.label(one) for one in around if one in level] for name, level in facts.levels.items()},
    }


def _arrangements(g: nx.Graph, facts: Facts) -> None:
    """For each node the arrangements it is tied through, with its roles there."""
    for node in g:
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for _, _, data in [*g.edges(node, data=True), *(g.in_edges(node, data=True) if g.is_directed() else [])]:
            for tie in data["ties"]:
                for role in tie["roles"]:
                    if role["actor"] == node:
                        found[tie["arrangement"], role["role_label"]["fr"]] = {
                            "iri": tie["arrangement"],
                            "label": tie["arrangement_label"],
                            "role_label": role["role_label"],
                        }
        g.nodes[node]["arrangements"] = [found[key] for key in sorted(found)]
