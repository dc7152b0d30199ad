"""What depends on what: a query's text comes in; the predicates and classes it reads or writes go out.

Told from the text alone, and always too much rather than too little: a query that may read any predicate reads `ANY`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from maillage.terms import RDF

ANY = "*"
_TYPE = RDF + "type"

_SILENT = re.compile(r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|(?m:^#\+.*$)|(?<=\s)#[^\n]*')
_PREFIX = re.compile(r"\bPREFIX\s+(\w*):\s*<([^>]*)>", re.I)
#: Lists of variables that are no triples.
_LISTS = re.compile(r"\b(?:SELECT|GROUP\s+BY|ORDER\s+BY)\b[^{}]*?(?=\bWHERE\b|[{}]|$)", re.I)
_TERM = r"(?:\?\w+|<[^<>\s]*>|[A-Za-z][\w-]*:[\w.-]*)"
#: A variable where a predicate stands: after a subject or a semicolon, before an object.
_OPEN = re.compile(rf"(?:{_TERM}\s+|;\s*)\?\w+\s+(?:{_TERM}|[\"'\d\[(])")
_NEGATED = re.compile(r"!\s*(?:\^|<|\(\s*(?:\^|<|a\b|\w+:\w)|\w+:\w)")


def reads(query: str) -> frozenset[str]:
    """IRIs of the predicates and classes a query names, in its pattern or in its template; with `ANY` for all."""
    prefixes = dict(_PREFIX.findall(query))
    text = _SILENT.sub(lambda silent: '""' if silent[0][0] in "\"'" else " ", query)
    text = _PREFIX.sub(" ", text)
    named = set(re.findall(r"<([^<>\s]+)>", text))
    for prefix, local in re.findall(r"(?<![\w?])([A-Za-z][\w-]*):([\w-]+(?:\.[\w-]+)*)", text):
        if prefix in prefixes:
            named.add(prefixes[prefix] + local)
    pattern = _LISTS.sub(" ", text)
    if _OPEN.search(pattern) or _NEGATED.search(pattern):
        named.add(ANY)
    if re.search(r"(?:^|[\s/|(^])a\s+\?\w+|(?<![\w?:])a\s*[/*+]|[/|^]\s*a\s+\?", pattern):
        named.add(_TYPE)
    return frozenset(named)


def names_of(statements: Iterable[bytes]) -> set[str]:
    """Predicates of N-Triples lines; for a type also the class."""
    out: set[str] = set()
    for line in statements:
        _, predicate, value = line.split(b" ", 2)
        name = predicate[1:-1].decode()
        out.add(name)
        if name == _TYPE:
            out.add(value.split(b">", 1)[0][1:].decode())
    return out


def touched(read: frozenset[str], changed: set[str]) -> bool:
    """Whether a change of facts with these names may change what a query gives."""
    return bool(changed) and (ANY in read or not read.isdisjoint(changed))
