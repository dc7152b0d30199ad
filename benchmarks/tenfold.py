"""A graph ten times as large: a built store comes in; one that holds it and nine copies under new IRIs goes out.

Every thing of a copy has the IRI of the country's with a suffix, and so have the official codes, for a code names one
thing; France itself, the vocabulary and the words stay. The suffixes are drawn from a seed: a copy's things do not lie
together in an index, and two runs make the same graph.
"""

from __future__ import annotations

import random
import re

from maillage.store.embedded import Oxigraph

SEED = 10
#: The things of a copy, and the codes they bear.
THING = re.compile(rb"<(https://w3id\.org/maillage/id/(?!territory/pays-FR>)[^>]*)>")
CODE = re.compile(rb'(<https://w3id\.org/maillage/def#(?:siren|finess|rna|fundCode|inseeCode)> "[^"]*)"')


def tenfold(store: Oxigraph, copies: int = 10) -> Oxigraph:
    """The store and its copies, in memory, a named graph each for each of its named graphs."""
    made = Oxigraph()
    draw = random.Random(SEED)
    suffixes = [f"{draw.randrange(16**6):06x}".encode() for _ in range(copies - 1)]
    for graph in store.sizes():
        lines = store.n_triples(graph)
        made.add(lines, graph)
        for suffix in suffixes:
            made.add(copied(lines, suffix), f"{graph}-{suffix.decode()}")
    return made


def copied(lines: bytes, suffix: bytes) -> bytes:
    """The N-Triples of a copy; a line that would stay as it is is no part of it."""
    renamed = CODE.sub(rb'\1-%b"' % suffix, THING.sub(rb"<\1-%b>" % suffix, lines))
    pairs = zip(lines.split(b"\n"), renamed.split(b"\n"), strict=True)
    return b"\n".join(new for old, new in pairs if new != old)
