"""SPARQL that does not parse: the text and what the engine says come in; one sentence, and how to mend it, go out."""

from __future__ import annotations

import re
from collections.abc import Collection

from maillage.asking.variants import everything
from maillage.terms import PREFIXES

#: Parts of a text in which a word is no prefix.
_QUOTED = re.compile(
    r"<[^<>\"{}|^`\\\s]*>|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'",
    re.S,
)
_PREFIX = re.compile(r"\bPREFIX\s+([^\s:<>]*):", re.I)
_USED = re.compile(r"(?<![\w:?$%@.-])([^\W\d_][\w.-]*|):(?=[\w%\\]|\s|[;,.)}])")
#: What the engine says among what it expected that is no sign.
_SAID = {
    "Prefix not found": "a prefix is not declared",
    "IRI parsing failed": "an IRI is not written right (relative, or with a blank in it)",
    "The SELECT contains a variable that is unbound": "a variable of the SELECT is neither grouped nor counted",
}
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def parse_words(sparql: str, said: str, declared: Collection[str]) -> tuple[str, str]:
    """What is wrong with a text that the engine does not read, and how to mend it.

    Parameters
    ----------
    sparql:
        What the user wrote.
    said:
        What the engine says: a place, and everything it would have taken there.
    declared:
        The prefixes that need no declaration.
    """
    found = re.search(r"at (\d+):(\d+): expected (?:one of )?(.*)", said, re.S)
    where = f" at {found[1]}:{found[2]}" if found else ""
    bare = everything(_QUOTED.sub(lambda part: "<>" if part[0][0] == "<" else '""', sparql))
    known = {*declared, *_PREFIX.findall(bare)}
    unknown = sorted({name for name in _USED.findall(_PREFIX.sub("", bare)) if name not in known})
    if unknown:
        names = ", ".join(f"{name}:" for name in unknown)
        return f"this SPARQL does not parse{where}: undeclared prefix {names}.", (
            f"Declare it on top: PREFIX {unknown[0]}: <{PREFIXES.get(unknown[0], 'namespace')}>."
        )
    if not re.search(rf"\b({'|'.join(_FORMS)})\b", bare, re.I):
        return f"this SPARQL does not parse{where}: it is no question.", f"Begin it with {', '.join(_FORMS)}."
    if found is None:
        return f"this SPARQL does not parse: {' '.join(said.split())}", ""
    expected = [part.strip() for part in re.sub(r"\[[^\]]*\]+", "", found[3]).split(", ")]
    told = next((words for part, words in _SAID.items() if part in found[3]), None)
    if told is None:
        signs = [part for part in expected if re.fullmatch(r"[A-Z]{2,}|\"[^\"A-Za-z]+\"", part)]
        told = (
            f"expected {' or '.join(signs[:6])}{' ...' if len(signs) > 6 else ''}" if signs else "something is missing"
        )
    fix = "Look just before this place: a '.', a bracket or a quote that is missing is the usual cause."
    return f"this SPARQL does not parse{where}: {told}.", fix
