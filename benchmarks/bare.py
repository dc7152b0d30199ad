"""The bare pattern of a question: its SPARQL comes in; a SELECT of the least it must look up goes out.

That is what names a given parameter among the patterns a question cannot do without, in the first group that binds one:
from the group's brace to the first OPTIONAL, MINUS, nested group or end, FILTERs left out. Where none of these patterns
names it, it is all of them. What a question does besides (names, dates, proofs, order) is what it costs more.
"""

from __future__ import annotations

import re

_ROWS = r"VALUES\s*(?:\?\w+|\([^()]*\))\s*\{[^{}]*\}"
_CALL = r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)"
#: What is skipped whole, and where a group's required patterns end.
TOKEN = re.compile(
    rf"(?P<skip>#[^\n]*|<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"|{_ROWS}|\b(?:FILTER|BIND)\s*{_CALL})"
    r"|(?P<end>\b(?:OPTIONAL|MINUS|UNION)\b|[{}])",
    re.I,
)
VALUES = re.compile(_ROWS, re.I)
OTHERS = re.compile(rf"\b(?:FILTER|BIND)\s*{_CALL}", re.I)


def bare_pattern(sparql: str) -> str | None:
    """The SELECT of a question's bare pattern; None where no group that binds a parameter has a pattern of its own."""
    prefixes = "".join(re.findall(r"^PREFIX .*\n", sparql, re.M))
    opened: int | None = None
    for token in TOKEN.finditer(sparql):
        if token["end"] == "{":
            opened = token.end()
        elif token["end"] and opened is not None:
            if pattern := _least(sparql[opened : token.start()]):
                return f"{prefixes}SELECT * WHERE {{ {pattern} }}"
            opened = None
    return None


def _least(group: str) -> str:
    """The rows and the patterns that name what they bind; nothing where the group binds nothing or has no pattern."""
    group = re.sub(r"^\s*#.*\n", "", group, flags=re.M)
    rows = VALUES.findall(group)
    names = {name for row in rows for name in re.findall(r"\?(\w+)", row.split("{")[0])}
    for source, target in re.findall(r"BIND\(\?(\w+) AS \?(\w+)\)", group):
        if source in names:
            names.add(target)
            rows.append(f"BIND(?{source} AS ?{target})")
    patterns = [p for p in re.split(r"\s\.(?=\s|$)", OTHERS.sub("", VALUES.sub("", group))) if p.strip()]
    named = [p for p in patterns if names & set(re.findall(r"\?(\w+)", p))]
    return f"{' '.join(rows)} {' . '.join(named or patterns)}" if rows and patterns else ""
