"""Blank nodes: triples come in; the same with blank nodes named by what they say, or a key of what each says, go out.

Whatever their names in a file, two readings of the same graph name them alike. The standard naming (RDFC-1.0) takes
time without end on some small graphs, of nodes that nothing tells apart; here such nodes are taken in any order.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from maillage.things.rdf import BlankNode, Subject, Term, Triple

#: How many triples may be looked at to tell nodes of one group apart; then the first of those that look alike is taken.
_WORK = 1_000_000


def has_blanks(triples: Iterable[Triple]) -> bool:
    """Whether a blank node stands in one of the triples."""
    return any(isinstance(term, BlankNode) for t in triples for term in (t.subject, t.object))


def stable_blanks(triples: Sequence[Triple], prefix: str = "") -> list[Triple]:
    """The triples, each once, with blank nodes named by what they say: each run and machine names them alike."""
    triples = list(dict.fromkeys(triples))
    if not has_blanks(triples):
        return triples
    groups = [_Group(group).ordered() for group in _groups(triples)]
    groups.sort(key=lambda group: group[0])
    order = [node for _, nodes in groups for node in nodes]
    names = {node: BlankNode(f"{prefix}b{number}") for number, node in enumerate(order)}

    def named(term: Term) -> Term:
        return names[term] if isinstance(term, BlankNode) else term

    def subject(term: Subject) -> Subject:
        return names[term] if isinstance(term, BlankNode) else term

    return [Triple(subject(t.subject), t.predicate, named(t.object)) for t in triples]


def content_keys(triples: Iterable[Triple]) -> dict[BlankNode, str]:
    """For each blank node a key of what it says, at any depth: the same key for the same content in another graph.

    Each triple comes once.
    Nodes that lead back to themselves are told apart as far as what surrounds them goes.
    """
    said: dict[BlankNode, list[Triple]] = defaultdict(list)
    parents: dict[BlankNode, list[BlankNode]] = defaultdict(list)
    waits: Counter[BlankNode] = Counter()
    for t in triples:
        subject, value = t.subject, t.object
        if isinstance(value, BlankNode):
            said[value] += []
        if isinstance(subject, BlankNode):
            said[subject].append(t)
            if isinstance(value, BlankNode):
                parents[value].append(subject)
                waits[subject] += 1
    keys: dict[BlankNode, str] = {}
    ready = [node for node in said if not waits[node]]
    while ready:
        node = ready.pop()
        keys[node] = _digest((t.predicate.value, _text(t.object, keys)) for t in said[node])
        for parent in parents[node]:
            waits[parent] -= 1
            if not waits[parent]:
                ready.append(parent)
    circles = [t for node, own in said.items() if node not in keys for t in own]
    for group in _groups(circles, set(keys)):
        nodes = {t.subject for t in group if isinstance(t.subject, BlankNode)}
        now, count = dict.fromkeys(nodes, ""), 0
        while count < len(set(now.values())):
            count = len(set(now.values()))
            known = {**keys, **now}
            now = {node: _digest((t.predicate.value, _text(t.object, known)) for t in said[node]) for node in nodes}
        whole = _digest((key,) for key in now.values())
        keys.update({node: _digest([(key, whole)]) for node, key in now.items()})
    return keys


def _digest(parts: Iterable[tuple[str, ...]]) -> str:
    return hashlib.sha256("\n".join(sorted("\t".join(part) for part in parts)).encode()).hexdigest()


def _text(term: Term, colours: Mapping[BlankNode, str]) -> str:
    return f"_:{colours.get(term, '')}" if isinstance(term, BlankNode) else str(term)


def _groups(triples: Sequence[Triple], apart: set[BlankNode] | None = None) -> list[list[Triple]]:
    """The triples about blank nodes, those of nodes that hang together in one list; nodes `apart` join nothing."""
    leader: dict[BlankNode, BlankNode] = {}

    def lead(node: BlankNode) -> BlankNode:
        leader.setdefault(node, node)
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    about = []
    for t in triples:
        nodes = [n for n in (t.subject, t.object) if isinstance(n, BlankNode) and not (apart and n in apart)]
        if nodes:
            about.append((nodes[0], t))
            leader[lead(nodes[0])] = lead(nodes[-1])
    out: dict[BlankNode, list[Triple]] = defaultdict(list)
    for node, t in about:
        out[lead(node)].append(t)
    return list(out.values())


class _Group:
    """Blank nodes that hang together: told apart by what they say, then by what refers to them."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self.triples = triples
        self.keys = content_keys(triples)
        self.around: dict[BlankNode, list[tuple[str, str, Term]]] = {node: [] for node in self.keys}
        for t in triples:
            if isinstance(t.subject, BlankNode):
                self.around[t.subject].append((">", t.predicate.value, t.object))
            if isinstance(t.object, BlankNode):
                self.around[t.object].append(("<", t.predicate.value, t.subject))
        self.work = 0

    def ordered(self) -> tuple[list[str], list[BlankNode]]:
        """What the group says, for an order among groups, and its nodes in an order of their own."""
        colours = self.told_apart(self.keys)
        while len(set(colours.values())) < len(colours):
            counts = Counter(colours.values())
            alike = min((n, colour) for colour, n in counts.items() if n > 1)[1]
            tried = []
            for node in (node for node, colour in colours.items() if colour == alike):
                tried.append(self.told_apart({**colours, node: colours[node] + "!"}))
                if self.work > _WORK:
                    break
            colours = min(tried, key=lambda found: sorted(found.values()))
        nodes = sorted(colours, key=colours.__getitem__)
        number = {node: str(i) for i, node in enumerate(nodes)}
        said = sorted(f"{_text(t.subject, number)} {t.predicate} {_text(t.object, number)}" for t in self.triples)
        return said, nodes

    def told_apart(self, colours: Mapping[BlankNode, str]) -> dict[BlankNode, str]:
        """Colours made finer by those of the nodes around, as long as that tells more nodes apart."""
        now, count = dict(colours), 0
        while count < len(set(now.values())) < len(now) or not count:
            count = len(set(now.values()))
            self.work += len(self.triples)
            now = {
                node: _digest([(now[node],), *((way, p, _text(o, now)) for way, p, o in around)])
                for node, around in self.around.items()
            }
        return now
