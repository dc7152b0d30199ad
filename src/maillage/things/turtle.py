"""Turtle files: text comes in; triples, prefixes and the leading comment go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from maillage.errors import MaillageError
from maillage.terms import PREFIXES
from maillage.things.rdf import BlankNode, Literal, NamedNode, Triple, triple_of


@dataclass
class TurtleFile:
    """A parsed file: its triples in file order, the prefixes it declares, its leading comment block."""

    path: Path
    triples: list[Triple]
    prefixes: dict[str, str] = field(default_factory=dict)
    header: str = ""
    comments_inside: int = 0


def read_turtle(path: Path, text: str | None = None, lend: Mapping[str, str] | None = None) -> TurtleFile:
    """Parse a Turtle file (or `text` in its stead); it may use the prefixes of `lend` without declaring them.

    Raises
    ------
    MaillageError
        For a file that cannot be read, is not UTF-8 or not Turtle; it names the line and what was met there.
    """
    if text is None:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise MaillageError(f"not UTF-8 (byte {error.start}).", file=path, fix="Save it as UTF-8.") from None
        except OSError as error:
            raise MaillageError(
                f"cannot be read ({(error.strerror or str(error)).lower()}).", file=path, fix="Check the path."
            ) from None
    declared = {name for names in _DECLARED.findall(text) for name in names}
    # On the first line: the numbers of the lines stay.
    lines = [f"@prefix {name}: <{space}> . " for name, space in (lend or {}).items() if name not in declared]
    reader = parse(input="".join([*lines, text]), format=RdfFormat.TURTLE)
    try:
        triples = [triple_of(quad) for quad in reader]
    except SyntaxError as error:
        raise MaillageError(_syntax_message(error), file=path, line=error.lineno, fix=_syntax_fix(error)) from None
    for triple in triples:
        if not isinstance(triple.object, NamedNode | BlankNode | Literal):
            raise MaillageError(
                "a triple term (RDF 1.2) stands here.", file=path, fix="Say it as a claim with evidence instead."
            )
    header, inside = _comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    return TurtleFile(path, triples, dict(reader.prefixes), header, inside)


def _syntax_message(error: SyntaxError) -> str:
    words = re.sub(r"^Parser error (at line \d+ )?(between lines? .*? and .*? )?", "", str(error.msg))
    words = re.sub(r"^(at|from|on|between) .*?: ", "", words).strip().rstrip(".")
    return f"not Turtle: {words}."


def _syntax_fix(error: SyntaxError) -> str:
    unknown = re.search(r"prefix (\S+?):? has not been declared|prefix (\S+?):? ", str(error.msg))
    if "prefix" in str(error.msg).lower():
        name = next((g for g in (unknown.groups() if unknown else ()) if g), "").strip("'\"`:")
        known = PREFIXES.get(name)
        if name in ("c", "q"):  # the claims and quotations of the file itself
            return "Run maillage fmt on this file, which declares it."
        if known:
            return f"Declare it on top of the file: @prefix {name}: <{known}> . (maillage fmt does it.)"
        return "Declare it on top of the file: @prefix name: <namespace> ."
    return "Look at this line and the one before it: a missing '.', ';' or quote is the usual cause."


_DECLARED = re.compile(r"@prefix\s+([\w-]*):|(?i:\bPREFIX\s+([\w-]*):)")
_TOKEN = re.compile(
    r'"""(?:\\.|"(?!"")|""(?!")|[^"\\])*"""|\'\'\'(?:\\.|\'(?!\'\')|[^\'\\])*\'\'\''
    r'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|<[^<>"\s]*>|(?P<comment>#[^\n]*)',
    re.S,
)


def _comments(text: str) -> tuple[str, int]:
    """The leading comment block, and how many comments stand after it."""
    block = re.match(r"(?:[ \t]*(?:#[^\n]*)?(?:\n|\Z))*", text)
    assert block is not None
    header = "\n".join(line.strip() for line in block.group().split("\n")).strip("\n")
    return header, sum(1 for match in _TOKEN.finditer(text, block.end()) if match["comment"])
