"""How an engine takes what `export rdf` wrote: a folder and its files come in; the few lines to say go out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from maillage.places import pasted

#: The named graph that the merge is loaded into, where an engine wants one.
GRAPH = "urn:maillage"
#: What Virtuoso takes best; what is put into a store by HTTP, with its media type and what ends the address.
_VIRTUOSO = ("maillage.nt", "maillage.ttl")
_PUT = {
    "maillage.nq": ("application/n-quads", ""),
    "maillage.trig": ("application/trig", ""),
    "maillage.nt": ("application/n-triples", "?default"),
    "maillage.ttl": ("text/turtle", "?default"),
}
_WORDS = {
    "fr": (
        "Charger dans Virtuoso, par isql, le dossier étant dans DirsAllowed :",
        "Dans tout moteur du Graph Store Protocol (Fuseki, GraphDB, Oxigraph) :",
        "Puis l'interroger ou le servir :",
    ),
    "en": (
        "To load it into Virtuoso, by isql, the folder being in DirsAllowed:",
        "Into any engine of the Graph Store Protocol (Fuseki, GraphDB, Oxigraph):",
        "Then ask it, or serve it:",
    ),
}


def loading(folder: Path, files: Collection[str], lang: str = "fr") -> list[str]:
    """Lines that say how to load the files of an export elsewhere; none where no file is for that."""
    virtuoso, put, ask = _WORDS[lang]
    out = []
    taken = next((name for name in _VIRTUOSO if name in files), None)
    if taken is not None:
        path = str(folder.resolve()).replace("'", "''")
        out += [virtuoso, f"  ld_dir('{path}', '{taken}', '{GRAPH}'); rdf_loader_run(); checkpoint;"]
    sent = next((name for name in _PUT if name in files), None)
    if sent is not None:
        media, end = _PUT[sent]
        file = pasted(folder / sent)
        out += [put, f"  curl -X PUT -H 'Content-Type: {media}' --data-binary @{file} 'http://HOST/store{end}'"]
    if out:
        out += [ask, "  maillage query contracts --endpoint 'http://HOST/sparql'"]
        if taken is not None:
            out += [f"  maillage serve --endpoint 'http://HOST/sparql?default-graph-uri={GRAPH}'   # Virtuoso"]
    return out
