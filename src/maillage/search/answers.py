"""The answer to a search as a table: names and a text come in; rows, best first, go out."""

from __future__ import annotations

from maillage.naming.names import Names
from maillage.search.kept import finder
from maillage.terms import curie
from maillage.things.table import Column, Table

_HEADS = {
    "fr": ("nom", "désignation", "nature", "lieu", "trouvé par"),
    "en": ("name", "designation", "kind", "place", "found by"),
}
#: Why a thing was found, in words.
WHY = {
    "code": ("son code", "its code"),
    "name": ("son nom", "its name"),
    "beginning": ("le début de son nom", "the beginning of its name"),
    "words": ("ces mots", "these words"),
    "near": ("une orthographe proche", "a near spelling"),
}


def found(names: Names, text: str, kind: str | None = None, lang: str = "fr", limit: int = 20) -> Table:
    """What a text may mean (see `maillage.library.Graph.search`).

    Raises
    ------
    NotFoundError
        When there is no such kind.
    """
    search = finder(names)
    hits = search.find(text, lang=lang, kinds=None if kind is None else search.kinds(kind), limit=limit)
    thing, short, of, place, by = _HEADS[lang]
    word = 0 if lang == "fr" else 1
    columns = [
        *(Column("thing", thing), Column("thing_iri", hidden=True, type="iri"), Column("curie", short)),
        *(Column("kind", of), Column("kind_iri", hidden=True, type="iri")),
        *(Column("place", place), Column("why", by)),
    ]
    rows = [
        (hit.label, hit.iri, curie(hit.iri), hit.kind_label, hit.kind, hit.place or None, WHY[hit.why][word])
        for hit in hits
    ]
    return Table(columns, rows, lang=lang)
