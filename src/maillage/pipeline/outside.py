"""A graph that an outside endpoint holds: its address comes in; a build to ask and to draw goes out.

The names of its things are listed once and kept in the user's cache, under the address and the number of its facts: an
endpoint that holds more or less than before is listed anew.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import cast

from maillage.asking.catalogue import Catalogue
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.pipeline.build import Build
from maillage.pipeline.cache import NAMES, cache_folder
from maillage.pipeline.load import Loaded
from maillage.places import Places
from maillage.store.embedded import Oxigraph
from maillage.store.endpoint import Endpoint
from maillage.things.index import Index, write_index
from maillage.things.progress import Progress, silent


def open_endpoint(url: str, places: Places, cache: bool = True, progress: Progress = silent) -> Build:
    """The graph an endpoint holds, to be asked; it is never changed.

    Raises
    ------
    MaillageError
        When the endpoint is not reached, or holds nothing of this vocabulary.
    """
    store = Endpoint(url)
    facts = len(store)
    if not facts:
        raise MaillageError(
            "this endpoint holds no facts where it is asked.",
            fix="Load the graph there (maillage export rdf), or name its graph: URL?default-graph-uri=...",
        )
    names = _kept(store, url, facts, progress) if cache else Names(store)
    return Build(Loaded(places, cast(Oxigraph, store)), Catalogue(places), names, [])


def _kept(store: Endpoint, url: str, facts: int, progress: Progress) -> Names:
    """The names, from the cache or listed now; listed at each use where nothing can be kept."""
    key = hashlib.sha256(f"{url} {facts}".encode()).hexdigest()[:24]
    path = (
        cache_folder().parent / "endpoints" / key / NAMES
    )  # a folder of its own: what else is made of them lies there
    try:
        if not path.is_file():
            progress("load", 0.0)
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".new-", dir=path.parent)
            os.close(handle)
            write_index(Path(beside), Names(store).tables())
            Path(beside).replace(path)
        return Names(store, Index(path))
    except OSError:
        return Names(store)
