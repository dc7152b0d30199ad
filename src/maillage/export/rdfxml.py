"""RDF/XML: triples come in; a document that says the same graph goes out, or what XML cannot say is refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from maillage.errors import MaillageError
from maillage.terms import RDF, XSD
from maillage.things.rdf import BlankNode, Literal, Subject, Triple

#: What XML 1.0 has no character for, however written.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LETTER = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
)
#: How an IRI ends that an element of XML can be called after, by its fourth edition, which many readers know only.
_NAME = re.compile(f"[{_LETTER}][-.0-9\u00b7\u0300-\u036f\u203f\u2040{_LETTER}]*\\Z")
_PREFIX = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)
#: What RDF/XML keeps for its own syntax.
_RESERVED = {
    RDF + name
    for name in (
        *("RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "bagID", "aboutEach"),
        *("aboutEachPrefix", "Description", "li"),
    )
}
#: Namespaces that XML binds to prefixes of its own.
_XML = ("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/")
_OTHERWISE = "Ask for other formats (--format turtle, say), or mend the graph."


def to_rdfxml(triples: Sequence[Triple], prefixes: Mapping[str, str]) -> bytes:
    """The document of a set of triples, those of a subject together.

    Raises
    ------
    MaillageError
        For a predicate that does not end in a name, or a value XML has no character for, or no way to say.
    """
    for triple in triples:
        _refuse_value(triple)
    predicates = {triple.predicate.value for triple in triples}
    if unnamed := sorted(iri for iri in predicates if not _is_name(iri)):
        raise MaillageError(
            f"RDF/XML cannot name the predicate {', '.join(unnamed)}: an IRI that ends in a name (a letter, "
            "then letters and digits), none of its own words, is asked for.",
            fix=_OTHERWISE,
        )
    spaces = {space: prefix for prefix, space in prefixes.items() if _PREFIX.match(prefix)}
    tags = {iri: _tag(iri, spaces) for iri in predicates}
    head = "".join(f"\n    xmlns:{prefix}={quoteattr(space)}" for space, prefix in sorted(spaces.items()))
    parts = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{head}>\n']
    for subject, said in groupby(triples, key=lambda triple: triple.subject):
        parts.append(f"  <rdf:Description {_reference(subject, 'about')}>\n")
        parts += [f"    {_element(triple, *tags[triple.predicate.value])}\n" for triple in said]
        parts.append("  </rdf:Description>\n")
    parts.append("</rdf:RDF>\n")
    return "".join(parts).encode()


def _refuse_value(triple: Triple) -> None:
    value = triple.object
    if not isinstance(value, Literal):
        return
    where = f"stands in {triple.predicate.value} of {triple.subject.value}"
    if char := _NO_XML.search(value.value):
        raise MaillageError(f"RDF/XML cannot hold the character U+{ord(char[0]):04X}, which {where}.", fix=_OTHERWISE)
    if getattr(value, "direction", None):
        raise MaillageError(f"RDF/XML cannot hold a text with a direction, which {where}.", fix=_OTHERWISE)


def _is_name(iri: str) -> bool:
    """Whether an element of XML can stand for a predicate."""
    name = _NAME.search(iri)
    return name is not None and iri not in _RESERVED and iri[: name.start()] not in ("", *_XML)


def _tag(iri: str, spaces: Mapping[str, str]) -> tuple[str, str]:
    """The name of an element, and the declaration of its namespace where the document's head has none."""
    name = _NAME.search(iri)
    assert name is not None
    for at in range(name.start(), len(iri)):  # the longest namespace that has a prefix
        if iri[:at] in spaces and _NAME.match(iri, at):
            return f"{spaces[iri[:at]]}:{iri[at:]}", ""
    return name[0], f" xmlns={quoteattr(iri[: name.start()])}"


def _reference(node: Subject, attribute: str) -> str:
    if isinstance(node, BlankNode):
        return f"rdf:nodeID={quoteattr(node.value)}"
    return f"rdf:{attribute}={quoteattr(node.value)}"


def _element(triple: Triple, tag: str, space: str) -> str:
    value = triple.object
    if not isinstance(value, Literal):
        return f"<{tag}{space} {_reference(value, 'resource')}/>"
    about = ""
    if value.language:
        about = f' xml:lang="{value.language}"'
    elif value.datatype.value != XSD + "string":
        about = f" rdf:datatype={quoteattr(value.datatype.value)}"
    text = escape(value.value, {"\r": "&#13;"})  # raw, a reader makes a line end of it
    return f"<{tag}{space}{about}>{text}</{tag}>"
