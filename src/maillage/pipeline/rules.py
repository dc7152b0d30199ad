"""Rules: the store comes in; the facts each rule of queries/rules/ derives are added, in file-name order."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.catalogue import Query
from maillage.pipeline.memory import Memory
from maillage.store import Store, n_triples
from maillage.terms import INFERRED


def run_rules(store: Store, rules: Sequence[Query], memory: Memory | None = None) -> dict[str, int]:
    """Run each rule once, in order (a closure is a property path); returns how many facts each added.

    What `memory` still holds of a rule is taken from there.
    """
    added: dict[str, int] = {}
    for rule in rules:
        data = None if memory is None else memory.recall(rule)
        if data is None:
            derived = dict.fromkeys(store.construct(rule.text))
            data = n_triples(triple for triple in derived if not store.contains(triple))
            if memory is not None:
                memory.note(rule.name, data)
        store.add(data, INFERRED)
        added[rule.name] = data.count(b"\n")
    return added
