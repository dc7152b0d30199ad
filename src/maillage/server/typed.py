"""What a stranger typed, looked at before it is run: a SPARQL text comes in; what it names that matters goes out.

This look gives a clear refusal, and the right default graph. It is not what keeps the server safe: a worker has no way
to open anything (`maillage.server.worker`), whatever gets past here.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: The escapes that SPARQL reads before anything else.
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
#: What is no keyword: long and short strings, IRIs, comments; then names with a prefix and variables. A run of letters
#: is taken whole, be it a name or a keyword (`bare`), so is a string without end: the cost is the length of a text.
_OTHER = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'
    r"|'''(?:[^'\\]|\\.|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\n\r]|\\.)*+"?'
    r"|'(?:[^'\\\n\r]|\\.)*+'?"
    r"|<[^<>\"{}|^`\\\x00-\x20]*+>"
    r"|#[^\n\r]*+"
    r"|[?$]\w++"
    r"|[\w.-]*+:[\w.:%-]*+"
    r"|(?P<bare>[\w.-]++)",
    re.DOTALL,
)
_WORD = re.compile(r"[A-Za-z]+")
#: The words that begin a request to change something.
UPDATES = frozenset(("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"))


def unescaped(query: str) -> str:
    """A query without `\\u` escapes, which SPARQL reads before anything else."""
    return _ESCAPE.sub(_character, query)


def words(query: str) -> list[str]:
    """The bare words of a query, in capitals: keywords and functions, not what stands in strings, IRIs or names."""
    return [word.upper() for word in _WORD.findall(_stripped(query))]


@lru_cache(maxsize=1)
def _stripped(query: str) -> str:
    """A query without its strings, IRIs, comments, variables and names with a prefix: made once for all that look."""
    return _OTHER.sub(lambda found: found["bare"] or " ", unescaped(query))


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number < 0x110000 else "\ufffd"


def federates(query: str) -> bool:
    """Whether a query asks another server."""
    return "SERVICE" in words(query)


def names_graphs(query: str) -> bool:
    """Whether a query says which graphs it is asked of."""
    return "FROM" in words(query)


def updates(query: str) -> bool:
    """Whether a text is a request to change something: its first keyword after the prologue is one of these."""
    first = next((word for word in words(query) if word not in ("PREFIX", "BASE")), "")
    return first in UPDATES


def depth(query: str) -> int:
    """How deep brackets of any kind are nested, or prefix signs stand in a row."""
    text = _stripped(query)
    deep = now = 0
    for sign in re.findall(r"[{(\[})\]]", text):
        now = now + 1 if sign in "{([" else max(0, now - 1)
        deep = max(deep, now)
    signs = max((len(run) for run in re.findall(r"[!+^-]+", re.sub(r"\s+", "", text))), default=0)
    return max(deep, signs)
