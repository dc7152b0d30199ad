"""Rules: the store comes in; the facts each rule of queries/rules/ derives are added, in file-name order."""

from __future__ import annotations

from collections.abc import Sequence

from maillage.asking.catalogue import Query
from maillage.store.embedded import Oxigraph
from maillage.terms import INFERRED
from maillage.things.progress import Progress, silent


def run_rules(store: Oxigraph, rules: Sequence[Query], progress: Progress = silent) -> None:
    """Run each rule once, in order (a closure is a property path).

    A rule may leave out what files state, to write less; what it gives of that all the same is for the caller to take
    out in the end (`leave_out_repeated`).
    """
    for number, rule in enumerate(rules):
        progress("derive", number / len(rules))
        store.add(store.derive(rule.text), INFERRED)
