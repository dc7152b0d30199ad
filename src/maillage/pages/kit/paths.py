"""Where a thing stands on the server: an IRI comes in, a path goes out, and back."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from maillage.terms import BASE, DEF, ID

#: What a path of RDF may end with, and the form it names.
ENDINGS = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".jsonld": "application/ld+json",
    ".rdf": "application/rdf+xml",
}
_SAFE = "/:@!$&'()*+,;=~-._"


def _below(iri: str) -> str | None:
    """The path of an IRI of ours below `page` and `data`: things without `id/`, concepts with `def/`."""
    if iri.startswith(ID):
        return iri.removeprefix(ID)
    return "def/" + iri.removeprefix(DEF) if iri.startswith(DEF) else None


def page_of(iri: str) -> str | None:
    """The page of a thing; None for what is not ours."""
    below = _below(iri)
    return None if below is None else f"/page/{quote(below, safe=_SAFE)}"


def data_of(iri: str) -> str | None:
    """The triples of a thing; None for what is not ours."""
    below = _below(iri)
    return None if below is None else f"/data/{quote(below, safe=_SAFE)}"


def uri_of(iri: str) -> str:
    """An IRI as a header or an address can say it: what is not ASCII escaped, what is escaped as it is."""
    return quote(iri, safe=f"{_SAFE}%?#[]")


def iris_at(path: str) -> list[str]:
    """The IRIs a path may be the address of, the likeliest first: its escapes are those of the IRI, or of the address.

    >>> iris_at("/id/organisation/%C3%A9%3C")
    ['https://w3id.org/maillage/id/organisation/é%3C', 'https://w3id.org/maillage/id/organisation/é<']
    """
    said = re.sub(r"(?:%[89A-Fa-f][0-9A-Fa-f])+", lambda found: unquote(found[0]), path)
    return list(dict.fromkeys(BASE + one.lstrip("/") for one in (said, unquote(path))))


def iri_of(below: str) -> str:
    """The IRI whose page or data stands at this path below `page` or `data`."""
    return DEF + below.removeprefix("def/") if below.startswith("def/") else ID + below
