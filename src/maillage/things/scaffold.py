"""A new document: a source text comes in; the Turtle file a curator fills goes out, with hash and parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from maillage.errors import MaillageError
from maillage.terms import DCT, MLG, OA, PREFIXES, RDF, XSD
from maillage.things.rdf import Literal, NamedNode, Term, Triple
from maillage.things.text import Text, excerpt
from maillage.things.turtle_writer import write_turtle

#: What stands on top of the file until the curator deletes it; maillage fmt keeps it.
_STEPS = {
    "fr": """\
# {title}
#
# 1. Complétez le document ci-dessous : titre, et s'ils sont dits éditeur (dct:publisher), auteur (dct:creator), date de
#    parution (dct:issued), adresse (dct:source).
# 2. Décrivez ce qu'aucun autre fichier ne décrit (cherchez d'abord : maillage show "nom") :
#      arr:exemple a mlg:LocalHealthContract ; skos:prefLabel "Contrat local de santé de ..."@fr .
# 3. Écrivez les affirmations. D'une citation, n'écrivez que mlg:document et oa:exact :
#      c:exemple.ars a mlg:Participation ; cv:hasParticipant body:siren-130007834 ; cv:role role:signatory ;
#        mlg:inArrangement arr:exemple ; mlg:modality modality:done ; mlg:evidence q:1 .
#      q:1 a mlg:Quotation ; mlg:document doc:{slug} ; oa:exact "..." .
# 4. Lancez maillage fmt --texts DOSSIER FICHIER : il remplit le reste, ajoute les @prefix et range le fichier.
# 5. Lancez maillage check --texts DOSSIER FICHIER jusqu'à zéro faute. Puis effacez ce bloc.
""",
    "en": """\
# {title}
#
# 1. Complete the document below: title, and if they are stated publisher (dct:publisher), author (dct:creator), date
#    of issue (dct:issued), address (dct:source).
# 2. Describe what no other file describes (look first: maillage show "name"):
#      arr:example a mlg:LocalHealthContract ; skos:prefLabel "Contrat local de santé de ..."@fr .
# 3. Write the claims. In a quotation write only mlg:document and oa:exact:
#      c:example.ars a mlg:Participation ; cv:hasParticipant body:siren-130007834 ; cv:role role:signatory ;
#        mlg:inArrangement arr:example ; mlg:modality modality:done ; mlg:evidence q:1 .
#      q:1 a mlg:Quotation ; mlg:document doc:{slug} ; oa:exact "..." .
# 4. Run maillage fmt --texts FOLDER FILE: it fills in the rest, adds the @prefix lines and lays out the file.
# 5. Run maillage check --texts FOLDER FILE until it finds no fault. Then delete this block.
""",
}


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


def oddities(text: Text, lang: str = "fr") -> list[str]:
    """What a curator should know of the raw file: line ends, byte order mark, decomposed accents."""
    content, fr = text.content, lang == "fr"
    out = []
    if "\r\n" in content:
        out.append(
            "fins de ligne de Windows : les positions comptent les deux signes ; fmt --texts le fait pour vous."
            if fr
            else "Windows line ends: offsets count both characters; fmt --texts does it for you."
        )
    if content.startswith("\ufeff"):
        out.append(
            "une marque d'ordre des octets : elle compte comme premier signe (position 0)."
            if fr
            else "a byte order mark: it counts as the first character (offset 0)."
        )
    if content != unicodedata.normalize("NFC", content):
        out.append(
            "accents ou lettres décomposés : citez comme vous lisez ; fmt --texts garde les signes d'origine."
            if fr
            else "decomposed accents or letters: quote as you read; fmt --texts keeps the raw characters."
        )
    return out


def scaffold(
    text: Text, slug: str, title: str, language: str, parts: Sequence[tuple[int, int]], lang: str = "fr"
) -> str:
    """The Turtle text of a new document in the canonical layout, under a block that says what to do in `lang`.

    Raises
    ------
    MaillageError
        When the slug is not made of ASCII letters, digits and hyphens, or the language is no language tag.
    """
    if slug != slug_of(slug) or not slug:
        raise MaillageError(f"'{slug}' is no slug.", fix="Use lower-case ASCII letters, digits and hyphens.")
    whole = PREFIXES["doc"] + slug
    facts = [
        *_document(whole, title, language),
        (whole, DCT + "language", Literal(language)),
        (whole, MLG + "documentType", NamedNode(PREFIXES["documentType"] + "webPage")),
        (whole, MLG + "fileName", Literal(text.name)),
        (whole, MLG + "sha256", Literal(text.sha256)),
        (whole, MLG + "origin", NamedNode(PREFIXES["origin"] + "curated")),
    ]
    width = max(len(str(len(parts))), 2)
    for number, (start, end) in enumerate(parts, start=1):
        part = f"{whole}.{number:0{width}}"
        facts += [
            *_document(part, excerpt(text.content[start:end], 80), language),
            (part, DCT + "isPartOf", NamedNode(whole)),
            (part, MLG + "partNumber", _integer(number)),
            (part, OA + "start", _integer(start)),
            (part, OA + "end", _integer(end)),
        ]
    triples = [Triple(NamedNode(subject), NamedNode(predicate), term) for subject, predicate, term in facts]
    return write_turtle(triples, header=_STEPS[lang].format(title=" ".join(title.split()), slug=slug))


def _document(iri: str, title: str, language: str) -> list[tuple[str, str, Term]]:
    kind = NamedNode(MLG + "Document")
    try:
        name = Literal(title, language=language)
    except ValueError:
        raise MaillageError(f"'{language}' is no language tag.", fix="Write --language fr, en or the like.") from None
    return [(iri, RDF + "type", kind), (iri, DCT + "title", name)]


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))
