"""What a client would like to be sent: an Accept header and what there is come in; media types, best first, go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from maillage.store.results import ROWS, TRIPLES

#: Other names under which the forms are asked for, and the short ones of `?format=`.
OTHER_NAMES = {
    "application/json": ("application/sparql-results+json", "application/ld+json"),
    "application/xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "text/xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "application/x-turtle": ("text/turtle",),
    "text/n3": ("text/turtle",),
    "text/plain": ("application/n-triples",),
}
SHORT = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "turtle": "text/turtle",
    "nt": "application/n-triples",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "rdfxml": "application/rdf+xml",
    "html": "text/html",
}
#: Every form an answer of SPARQL has.
ALL = [*ROWS, *TRIPLES]


def ranges(header: str) -> list[tuple[str, float]]:
    """The media ranges of an Accept header with their quality, the most wanted first; malformed ones are passed over.

    A more exact range goes before a wider one of the same quality, as RFC 9110 has it; else the order is the client's.
    """
    found = []
    for place, part in enumerate(header.split(",")):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        kind, slash, sub = name.lower().partition("/")
        if not (slash and kind and sub) or (kind == "*" and sub != "*"):
            continue
        found.append((name.lower(), _quality(parameters), place))
    found.sort(key=lambda one: (-one[1], one[0].endswith("*"), one[0].startswith("*"), one[2]))
    return [(name, quality) for name, quality, _ in found]


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def wanted(header: str | None, offered: Sequence[str]) -> list[str]:
    """Of what is offered (the first being the server's own choice), what a client takes, best first.

    No header, an empty one, or one in which nothing can be read, takes everything.
    """
    asked = ranges(header or "")
    if not asked:
        return list(offered)
    never = {one for name, quality in asked if quality == 0 for one in OTHER_NAMES.get(name, (name,))}
    out: list[str] = []
    for name, quality in asked:
        if quality > 0:
            out += [one for one in _matching(name, offered) if one not in out and one not in never]
    return out


def _matching(name: str, offered: Sequence[str]) -> list[str]:
    if name == "*/*":
        return list(offered)
    if name.endswith("/*"):
        return [one for one in offered if one.startswith(name[:-1])]
    if name in offered:
        return [name]
    return [one for one in OTHER_NAMES.get(name, ()) if one in offered]
