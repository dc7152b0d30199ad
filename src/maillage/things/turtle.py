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
    #: (text, language tag in lower case) -> the tag as it is written, where it has capitals: the engine drops them.
    tags: dict[tuple[str, str], str] = field(default_factory=dict)


def read_turtle(path: Path, text: str | None = None, lend: Mapping[str, str] | None = None) -> TurtleFile:
    """Parse a Turtle file (or `text` in its stead); it may use the prefixes of `lend` without declaring them.

    Raises
    ------
    MaillageError
        For a file that cannot be read, is not UTF-8 or not Turtle; it names the line and what was met there.
    """
    if text is None:
        text = read_utf8(path)
    declared = _declared(text)
    # On the first line: the numbers of the lines stay.
    lines = [f"@prefix {name}: <{space}> . " for name, space in (lend or {}).items() if name not in declared]
    lent = "".join(lines)
    reader = parse(input=lent + text, format=RdfFormat.TURTLE)
    try:
        triples = [triple_of(quad) for quad in reader]
    except SyntaxError as error:
        words = _syntax_message(error, len(lent))
        raise MaillageError(words, file=path, line=error.lineno, fix=_syntax_fix(error)) from None
    for triple in triples:
        if not isinstance(triple.object, NamedNode | BlankNode | Literal):
            raise MaillageError(
                "a triple term (RDF 1.2) stands here.", file=path, fix="Say it as a claim with evidence instead."
            )
    header, inside = _comments(text.replace("\r\n", "\n").replace("\r", "\n"))
    return TurtleFile(path, triples, dict(reader.prefixes), header, inside, _capital_tags(text))


def read_utf8(path: Path, recode: str = "Save it as UTF-8.", reach: str = "Check the path.") -> str:
    """The text of a file, without a byte-order mark, its line ends as they are.

    `recode` and `reach` say how to mend a file that is not UTF-8, or cannot be read.

    Raises
    ------
    MaillageError
        For a file that cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MaillageError(f"not UTF-8 (byte {error.start}).", file=path, fix=recode) from None
    except OSError as error:
        raise MaillageError(
            f"cannot be read ({(error.strerror or str(error)).lower()}).", file=path, fix=reach
        ) from None


def _syntax_message(error: SyntaxError, before: int) -> str:
    """What the engine says, with the column it was met at; `before`: the characters put in front of the first line."""
    words = re.sub(r"^Parser error (?:at|between) line .*?: ", "", str(error.msg), flags=re.S).strip().rstrip(".")
    column = (error.offset or 0) - (before if error.lineno == 1 else 0)
    return f"not Turtle: {f'column {column}: ' if column > 0 else ''}{' '.join(words.split())}."


def _syntax_fix(error: SyntaxError) -> str:
    said = str(error.msg)
    if unknown := re.search(r"prefix (\S*): has not been declared", said):
        name = unknown[1]
        if name in ("c", "q"):  # the claims and quotations of the file itself
            return "Run maillage fmt on this file, which declares it."
        if name in PREFIXES:
            return f"Declare it on top of the file: @prefix {name}: <{PREFIXES[name]}> . (maillage fmt does it.)"
        return f"Declare it on top of the file: @prefix {name}: <namespace> ."
    if "beginning of a prefix name" in said:
        return (
            "After a prefix, only letters, digits, '-', '_', '.' and ':' stand as they are: write the whole IRI "
            "between < and >, or a backslash before the sign."
        )
    if "Invalid IRI" in said:
        return "An IRI holds no blank, quote or brace: write %20 for a blank."
    return "Look at this line and the one before it: a missing '.', ';' or quote is the usual cause."


#: The parts of a text in which a word is none of Turtle's; a sign after a backslash begins none of them.
_TOKEN = re.compile(
    r"(?P<string>"
    r'"""(?:\\.|"(?!"")|""(?!")|[^"\\])*"""|\'\'\'(?:\\.|\'(?!\'\')|\'\'(?!\')|[^\'\\])*\'\'\''
    r'|"(?:\\.|[^"\\\n\r])*"|\'(?:\\.|[^\'\\\n\r])*\''
    r")(?:@(?P<tag>[A-Za-z]+(?:-[A-Za-z0-9]+)*))?"
    r"|(?P<iri><[^<>\"\s]*>)|(?P<comment>#[^\n\r]*)|\\.",
    re.S,
)
_DECLARED = re.compile(r"(?:^|(?<=[\s>])|(?<=[>\")\]]\.))(?:@prefix|(?i:prefix))\s+([^\s:<>\"]*):\s*<>")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _declared(text: str) -> set[str]:
    """The prefixes a text declares: not those of which a comment or a string speaks."""

    def bare(part: re.Match[str]) -> str:
        return "<>" if part["iri"] else '""' if part["string"] else " "

    return set(_DECLARED.findall(_TOKEN.sub(bare, text)))


def _capital_tags(text: str) -> dict[tuple[str, str], str]:
    if not re.search(r"[\"']@[A-Za-z0-9-]*[A-Z]", text):
        return {}
    out: dict[tuple[str, str], str] = {}
    for part in _TOKEN.finditer(text):
        if part["tag"]:
            long = part["string"][:3] in ('"""', "'''") and len(part["string"]) > 5
            value = _ESCAPED.sub(_unescaped, part["string"][3:-3] if long else part["string"][1:-1])
            out.setdefault((value, part["tag"].lower()), part["tag"])
    return out


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _SHORT.get(escape[3], escape[3])


def _comments(text: str) -> tuple[str, int]:
    """The leading comment block, and how many comments stand after it."""
    block = re.match(r"(?:[ \t]*(?:#[^\n]*)?(?:\n|\Z))*", text)
    assert block is not None
    header = "\n".join(line.strip() for line in block.group().split("\n")).strip("\n")
    return header, sum(1 for match in _TOKEN.finditer(text, block.end()) if match["comment"])
