"""Rules: the store comes in; the facts each rule of queries/rules/ derives are added, in file-name order."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.catalogue import Query
from maillage.store import Store
from maillage.terms import INFERRED

#: A rule that still adds facts after so many turns does not end.
_TURNS = 100


def run_rules(store: Store, rules: Sequence[Query]) -> dict[str, int]:
    """Run each rule until it adds nothing; returns how many facts each added."""
    added: dict[str, int] = {}
    for rule in rules:
        added[rule.name] = 0
        for _ in range(_TURNS):
            new = [triple for triple in dict.fromkeys(store.construct(rule.text)) if not store.contains(triple)]
            if not new:
                break
            store.load(new, INFERRED)
            added[rule.name] += len(new)
        else:
            raise rule.error(f"this rule still adds facts after {_TURNS} turns.", "Make it reach an end.")
    return added
