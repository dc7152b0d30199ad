"""What a stranger typed, made fit for an engine of others: a SPARQL text comes in; one that says the same goes out.

An engine reads more than SPARQL 1.1: pragmas, functions that run code, escapes that hide a keyword from whoever looks.
So the text is cut into the tokens of the grammar and written afresh from them, without comments and escapes, and it is
parsed: what reaches the engine is one query of SPARQL 1.1, of the graph that is served, and nothing else.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import Any, Literal

from maillage.server.problems import Problem
from maillage.server.typed import unescaped
from maillage.terms import XSD
from maillage.things.text import printable

#: Why no graph is named.
OTHER_GRAPHS = "the facts are at an engine of others, of which one graph is served."
Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
_TOKEN = re.compile(
    r"""
    (?P<space>(?:\s|\#[^\n\r]*)+)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<name>(?:[\w-](?:[\w.-]{0,254}[\w-])?)?:(?:[\w:%](?:[\w.:%-]*[\w:%-])?)?)
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)
  | (?P<word>[A-Za-z][A-Za-z_0-9]*)
  | (?P<sign>\^\^|&&|\|\||!=|<=|>=|[{}()\[\].,;=<>!+*/|^?-])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_WRITTEN = {sign: f"\\{letter}" for letter, sign in _ESCAPES.items() if letter != "'"}
#: Calls in calls that the parser may need for the deepest nesting that is let in (`maillage.server.sparql.DEPTH`).
_FRAMES = 20_000
#: Where an IRI may lead; those of engines (bif:, sql:, java:) name code.
_SCHEMES = ("http:", "https:", "urn:", "mailto:", "tel:")


@dataclass(frozen=True)
class Passable:
    """A query as it is handed on, and its form."""

    text: str
    form: Form


def passable(query: str) -> Passable:
    """The query for an outside engine.

    Raises
    ------
    Problem
        400 for what is no query of SPARQL 1.1, 403 for one that reaches beyond the graph that is served.
    """
    text = "".join(_written(kind, token) for kind, token in _tokens(unescaped(query)))
    prologue, tree = _parsed(text)
    _look(tree, _casting(prologue))
    form = tree.name.removesuffix("Query").upper()
    return Passable(text, form)


def _tokens(text: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None or token.lastgroup is None:
            line = text.count("\n", 0, at) + 1
            raise Problem(
                400,
                f"this SPARQL does not parse: '{printable(text[at : at + 20])}' is nothing it knows.",
                "Mend it there; a name with a backslash is to be written as a whole IRI.",
                line=line,
            )
        found.append((token.lastgroup, token[0]))
        at = token.end()
    return found


def _written(kind: str, token: str) -> str:
    if kind == "space":
        return "\n" * token.count("\n") or " "
    if kind == "string":
        inside = token[3:-3] if len(token) >= 6 and token[:3] in ('"""', "'''") else token[1:-1]
        plain = re.sub(r"\\(.)", _plain, inside, flags=re.DOTALL)
        if re.search(r"\\[uU]", plain):  # engines differ in what they make of it
            raise Problem(400, "a backslash before 'u' is not handed on.", "Write the character itself.")
        return '"' + "".join(_WRITTEN.get(sign, sign) for sign in plain) + '"'
    if kind == "iri" and re.match(r"<[A-Za-z][\w+.-]*:", token) and not token[1:].lower().startswith(_SCHEMES):
        raise Problem(403, f"{printable(token)} is not handed on to an engine of others.", "Name things by http IRIs.")
    return token


def _plain(found: re.Match[str]) -> str:
    if found[1] not in _ESCAPES:
        raise Problem(400, f"'{printable(found[0])}' is no escape of SPARQL.", "Write the character itself.")
    return _ESCAPES[found[1]]


def _parsed(text: str) -> tuple[Any, Any]:
    """The parsed query: its prologue, and rdflib's tree of it."""
    from pyparsing.exceptions import ParseBaseException
    from rdflib.plugins.sparql.parser import parseQuery

    sys.setrecursionlimit(max(sys.getrecursionlimit(), _FRAMES))
    try:
        prologue, tree = parseQuery(text)
        return prologue, tree
    except ParseBaseException as error:
        what = f"this SPARQL does not parse: {printable(str(error.msg))} at {error.lineno}:{error.column}."
        raise Problem(400, what, "Mend it there.", line=error.lineno) from None


def _casting(prologue: Any) -> set[str]:
    """The prefixes that stand for XML Schema, however often they are declared."""
    declared = [(one.get("prefix", ""), str(one.iri)) for one in prologue if one.name == "PrefixDecl"]
    return {prefix for prefix, _ in declared if all(iri == XSD for name, iri in declared if name == prefix)}


def _look(part: Any, casting: set[str]) -> None:
    """Refuse what leads out of the graph that is served, wherever it stands in the tree."""
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, CompValue):
            if one.name == "ServiceGraphPattern":
                raise Problem(403, "this endpoint asks no other server.", "Leave SERVICE out, and join at home.")
            if one.name in ("DatasetClause", "GraphGraphPattern"):
                raise Problem(403, OTHER_GRAPHS, "Leave FROM and GRAPH out.")
            if one.name == "Function" and not _is_cast(one.iri, casting):
                raise Problem(403, "of functions those of SPARQL 1.1 are handed on.", "Leave others out.")
            waiting += one.values()
        elif isinstance(one, list | tuple | set) or type(one).__name__ == "ParseResults":
            waiting += list(one)


def _is_cast(iri: Any, casting: set[str]) -> bool:
    """Whether a function is a cast to a type of XML Schema, written whole or with a prefix that stands for it."""
    return str(iri).startswith(XSD) or (getattr(iri, "name", "") == "pname" and iri.get("prefix", "") in casting)
