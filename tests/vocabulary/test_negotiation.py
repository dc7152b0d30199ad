"""The rules that the pages state, as a client meets them."""

from __future__ import annotations

import pytest

from maillage.vocabulary.negotiation import chosen

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
RDFLIB = "text/turtle;q=1, application/rdf+xml;q=0.9, application/ld+json;q=0.8, */*;q=0.1"


@pytest.mark.parametrize(
    ("accept", "language", "part", "file"),
    [
        ("", "", "maillage", "maillage.ttl"),
        ("*/*", "", "maillage", "maillage.ttl"),
        (BROWSER, "", "maillage", "maillage.fr.html"),
        (BROWSER, "fr-FR,fr;q=0.9,en;q=0.8", "maillage", "maillage.fr.html"),
        (BROWSER, "en-GB,en;q=0.9,fr;q=0.8", "maillage", "maillage.en.html"),
        (BROWSER, "de,nl;q=0.7", "maillage", "maillage.en.html"),
        (BROWSER, "de,*;q=0.5", "maillage", "maillage.fr.html"),
        (BROWSER, "en;q=0.3,fr", "schemes", "maillage.fr.html"),
        (RDFLIB, "en", "schemes", "schemes.ttl"),
        ("application/rdf+xml", "", "maillage", "maillage.rdf"),
        ("application/ld+json", "", "alignments", "alignments.jsonld"),
        ("application/n-triples", "", "shapes", "shapes.nt"),
        ("text/turtle;q=0.2, application/rdf+xml;q=0.7", "", "maillage", "maillage.rdf"),
        ("text/html;q=0, text/turtle", "", "maillage", "maillage.ttl"),
        ("application/*", "", "maillage", "maillage.rdf"),
        ("image/png", "", "maillage", "maillage.ttl"),
        ("text/html;q=high, , ;;, application/ld+json;q=0.1", "", "maillage", "maillage.jsonld"),
        ("TEXT/HTML", "EN", "maillage", "maillage.en.html"),
    ],
)
def test_who_gets_what(accept: str, language: str, part: str, file: str) -> None:
    assert chosen(accept, language, part) == file
