"""The page of a search: what one typed comes in; what it may mean, best first, goes out."""

from __future__ import annotations

from maillage.errors import NotFoundError
from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import Given, Setting, one
from maillage.search.answers import WHY
from maillage.search.kept import finder
from maillage.terms import MLG

#: The kinds one can choose among, and how many results a page shows.
KINDS = ("Actor", "Arrangement", "Territory", "Document")
HITS = 40
#: Of these one sees not from the name why they are here.
_TOLD = ("code", "near")


def page(setting: Setting, of: str, given: Given) -> bytes:
    """The results for `q`, of a `kind` where one is chosen; without `q`, the form alone."""
    built, word = setting.graph.built, 0 if setting.lang == "fr" else 1
    text, kind = one(given, "q"), one(given, "kind")
    search, wrong = finder(built.names), False
    try:
        kinds = search.kinds(kind) if kind else None
    except NotFoundError:
        kinds, wrong = None, True
    hits = search.find(text, lang=setting.lang, kinds=kinds, limit=HITS) if text else []
    vocabulary = setting.addresses.ontology()
    rows = []
    for hit in hits:
        address = setting.addresses.thing(hit.iri)
        if address is None and vocabulary and hit.iri.startswith(MLG):
            address = f"{vocabulary}#{hit.iri.removeprefix(MLG)}"
        rows.append((address, hit.label, hit.kind_label, hit.place, WHY[hit.why][word] if hit.why in _TOLD else ""))
    offered = [(name, built.names.label(MLG + name, setting.lang)) for name in KINDS]
    if kind and not wrong and kind not in KINDS:
        offered.append((kind, kind))
    return framed(
        *(setting, "search.html", text),
        q=text,
        hits=rows,
        near=bool(hits) and all(hit.why == "near" for hit in hits),
        full=len(hits) == HITS,
        kind=kind,
        kinds=offered,
        wrong=wrong,
    )
