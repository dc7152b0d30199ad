"""A new document: a source text comes in; the Turtle file a curator fills goes out, with hash, parts and prefixes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from maillage.errors import MaillageError
from maillage.terms import PREFIXES
from maillage.things.text import Text, excerpt

_PREFIXES = (
    *("mlg", "role", "modality", "certainty", "status", "relation", "theme", "indicator", "amountKind", "documentType"),
    *("origin", "body", "arr", "terr", "person", "group", "family", "doc", "xsd", "skos", "dct", "org", "oa", "schema"),
    *("cv", "edtf"),
)
_STEPS = """\
# {title}
# 1. Complete the document below: title, publisher, creator and date if stated (dct:issued), address (dct:source).
# 2. Describe the entities no other file describes (look first: maillage show "name").
# 3. Write the claims. In a quotation write only mlg:document and oa:exact; maillage fmt --texts DIR fills the rest.
# 4. Run maillage check FILE --texts DIR until it finds no fault. Then delete this block.
"""
_SECTIONS = """\
# --- Entities ---------------------------------------------------------------
# arr:example a mlg:LocalHealthContract ; skos:prefLabel "Contrat local de santé de ..."@fr .
# --- Claims -----------------------------------------------------------------
# c:example.ars a mlg:Participation ;
#     cv:hasParticipant body:siren-130007834 ; cv:role role:signatory ; mlg:inArrangement arr:example ;
#     mlg:modality modality:done ; mlg:evidence q:example .
# q:example a mlg:Quotation ; mlg:document doc:{slug} ; oa:exact "..." .
"""


def slug_of(text: str) -> str:
    """A readable slug: ASCII letters, digits and hyphens, 60 at most."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("œ", "oe"))
    plain = plain.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")


def split_parts(content: str, separator: str) -> list[tuple[int, int]]:
    """The ranges between the lines that match `separator` (a regular expression), blank ones left out.

    Raises
    ------
    MaillageError
        When the expression is wrong or matches no line.
    """
    try:
        pattern = re.compile(separator)
    except re.error as error:
        what = f"'{separator}' is no regular expression ({error})."
        raise MaillageError(what, fix="Give --split a simple one.") from None
    ranges, start, position, met = [], 0, 0, False
    for line in content.splitlines(keepends=True):
        if pattern.search(line):
            met = True
            ranges.append((start, position))
            start = position + len(line)
        position += len(line)
    if not met:
        raise MaillageError(f"no line of the text matches '{separator}'.", fix="Look at it, or leave --split out.")
    ranges.append((start, len(content)))
    return [trimmed for trimmed in (_trim(content, a, b) for a, b in ranges) if trimmed[0] < trimmed[1]]


def _trim(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return start, end


def oddities(text: Text) -> list[str]:
    """What a curator should know of the raw file: line ends, byte order mark, decomposed accents."""
    content, out = text.content, []
    if "\r\n" in content:
        out.append("Windows line ends: offsets count both characters; fmt --texts does it for you.")
    if content.startswith("\ufeff"):
        out.append("a byte order mark: it counts as the first character (offset 0).")
    if content != unicodedata.normalize("NFC", content):
        out.append("decomposed accents or letters: quote as you read; fmt --texts keeps the raw characters.")
    return out


def scaffold(text: Text, slug: str, title: str, language: str, parts: Sequence[tuple[int, int]]) -> str:
    """The Turtle text of a new document: readable, parsable, ready for `maillage check`.

    Raises
    ------
    MaillageError
        When the slug is not made of ASCII letters, digits and hyphens.
    """
    if slug != slug_of(slug) or not slug:
        raise MaillageError(f"'{slug}' is no slug.", fix="Use lower-case ASCII letters, digits and hyphens.")
    lines = [_STEPS.format(title=title)]
    lines += [f"@prefix {name}: <{PREFIXES[name]}> .\n" for name in _PREFIXES]
    lines += [f"@prefix {short}: <{PREFIXES[kind]}{slug}/> .\n" for short, kind in (("c", "claim"), ("q", "quotation"))]
    lines.append(
        f"\ndoc:{slug} a mlg:Document ;\n    dct:title {_literal(title)}@{language} ;\n"
        f'    dct:language "{language}" ;\n    mlg:documentType documentType:webPage ;\n'
        f'    mlg:fileName {_literal(text.name)} ;\n    mlg:sha256 "{text.sha256}" ;\n'
        f"    mlg:origin origin:curated .\n"
    )
    width = len(str(len(parts)))
    for number, (start, end) in enumerate(parts, start=1):
        lines.append(
            f"\ndoc:{slug}.{number:0{max(width, 2)}} a mlg:Document ;\n"
            f"    dct:title {_literal(excerpt(text.content[start:end], 80))}@{language} ;\n"
            f"    dct:isPartOf doc:{slug} ;\n    mlg:partNumber {number} ;\n"
            f"    oa:start {start} ;\n    oa:end {end} .\n"
        )
    lines.append("\n" + _SECTIONS.format(slug=slug))
    return "".join(lines)


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
