"""Who gets which file of the vocabulary: nothing comes in; the rules of content negotiation go out."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """A form of the vocabulary: the media types that ask for it, the ending of its file, what it is called."""

    media: tuple[str, ...]
    ending: str
    name: str


#: In the order of preference where a client takes anything.
FORMS: tuple[Form, ...] = (
    Form(("text/html", "application/xhtml+xml"), ".html", "HTML"),
    Form(("text/turtle", "application/x-turtle"), ".ttl", "Turtle"),
    Form(("application/rdf+xml", "application/xml"), ".rdf", "RDF/XML"),
    Form(("application/ld+json", "application/json"), ".jsonld", "JSON-LD"),
    Form(("application/n-triples", "text/plain"), ".nt", "N-Triples"),
)
#: What a client gets that names no form, or any: the one that every reader of RDF takes.
DEFAULT = ".ttl"
#: The languages of the pages, the first where none is asked for.
LANGUAGES = ("fr", "en")


def wanted(header: str) -> list[tuple[str, float]]:
    """The values of an Accept or Accept-Language header with their weights, the most wanted first.

    A weight that is no number counts as none; what is refused (weight 0) is left out.
    """
    found = []
    for part in header.split(","):
        value, *options = (piece.strip() for piece in part.split(";"))
        weight = next((o[2:] for o in options if o.startswith("q=")), "1")
        try:
            number = float(weight)
        except ValueError:
            number = 0.0
        if value and 0 < number <= 1:
            found.append((value.lower(), number))
    return sorted(found, key=lambda pair: -pair[1])


def chosen(accept: str = "", language: str = "", part: str = "maillage") -> str:
    """The file that answers a request for a part of the vocabulary.

    Parameters
    ----------
    accept, language:
        The headers Accept and Accept-Language, empty where there is none.
    part:
        ``maillage`` for the vocabulary and its terms; ``schemes`` for a concept, ``alignments``, ``shapes``.

    Returns
    -------
    str
        The name of the file. A page is one for the whole vocabulary, whatever the part. What nothing matches gets the
        default: a reader of RDF, or a person, is better off with Turtle than with a refusal.
    """
    ending = next((e for e in map(_ending, (name for name, _ in wanted(accept))) if e), DEFAULT)
    if ending == ".html":
        return f"maillage.{_language(language)}.html"
    return part + ending


def _ending(media: str) -> str:
    """The ending of the file for a media type or a range of them; empty where there is none."""
    if media == "*/*":
        return DEFAULT
    main, _, rest = media.partition("/")
    if rest == "*":
        return {"text": DEFAULT, "application": ".rdf"}.get(main, "")
    return next((form.ending for form in FORMS if media in form.media), "")


def _language(header: str) -> str:
    """The language of the page: the first asked for that there is; else English, French where any will do."""
    asked = [name.partition("-")[0] for name, _ in wanted(header)]
    known = [name for name in asked if name in LANGUAGES]
    return known[0] if known else "fr" if not asked or "*" in asked else "en"
