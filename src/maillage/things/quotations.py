"""Quotations of a file: a curator's words come in; their offsets in the source text, or what is wrong, go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from maillage.errors import MaillageError
from maillage.terms import DCT, MLG, OA, PREFIXES, XSD
from maillage.things.lines import line_of
from maillage.things.rdf import Literal, NamedNode, Subject, Term, Triple
from maillage.things.text import Text, excerpt, find_spans
from maillage.things.turtle import TurtleFile
from maillage.things.turtle_writer import write_turtle

_EXACT, _START, _END = NamedNode(OA + "exact"), NamedNode(OA + "start"), NamedNode(OA + "end")
_DOCUMENT, _PART_OF = NamedNode(MLG + "document"), NamedNode(DCT + "isPartOf")
_SHA, _NAME = NamedNode(MLG + "sha256"), NamedNode(MLG + "fileName")


class Facts:
    """Triples, asked by subject and predicate."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self.said: dict[tuple[Subject, NamedNode], list[Term]] = {}
        self.subjects: dict[Subject, None] = {}
        for t in triples:
            self.said.setdefault((t.subject, t.predicate), []).append(t.object)
            self.subjects[t.subject] = None

    def one(self, subject: Subject, predicate: NamedNode) -> Term | None:
        """The first value, None when nothing is said."""
        return next(iter(self.said.get((subject, predicate), [])), None)

    def text(self, subject: Subject, predicate: NamedNode) -> str | None:
        """The first value as a string."""
        value = self.one(subject, predicate)
        return None if value is None else value.value

    def number(self, subject: Subject, predicate: NamedNode) -> int | None:
        """The first value as an integer; None when it is none."""
        value = self.text(subject, predicate)
        return int(value) if value is not None and value.lstrip("+-").isdigit() else None


@dataclass(frozen=True)
class Range:
    """The piece of a source text a document or document part stands for."""

    whole: NamedNode
    text: Text
    start: int
    end: int


@dataclass(frozen=True)
class Misquote:
    """A quotation or document that does not agree with its source text."""

    subject: str
    name: str
    fr: str
    en: str
    fix_fr: str
    fix_en: str


def text_of(facts: Facts, document: Subject, texts: Sequence[Text]) -> Range | Misquote | None:
    """The text range of a document; None when its text is not at hand.

    Raises
    ------
    MaillageError
        When a text of the document's file name is there with another hash.
    """
    whole: Subject = document
    parent = facts.one(document, _PART_OF)
    while isinstance(parent, NamedNode) and parent != whole:
        whole, parent = parent, facts.one(parent, _PART_OF)
    if not isinstance(whole, NamedNode):
        return None
    sha, name = facts.text(whole, _SHA), facts.text(whole, _NAME)
    found = next((t for t in texts if t.sha256 == sha), None)
    if found is None:
        other = next((t for t in texts if t.name == name), None)
        if other is not None:
            _refuse_encoding(other)
            raise MaillageError(
                f"the text {other.name} does not match its hash: the graph says {sha or 'nothing'}, "
                f"the file's SHA-256 is {other.sha256}.",
                fix="Restore the text that was read, or read the new one again and change mlg:sha256.",
            )
        return None
    _refuse_encoding(found)
    start, end = facts.number(document, _START), facts.number(document, _END)
    start, end = (0 if start is None else start), (len(found.content) if end is None else end)
    if not 0 <= start < end <= len(found.content):
        return Misquote(
            document.value,
            "part-outside-text",
            f"cette partie va de {start} à {end}, or le texte {found.name} va de 0 à {len(found.content)}",
            f"this part runs from {start} to {end}, but the text {found.name} runs from 0 to {len(found.content)}",
            "Corrigez oa:start et oa:end de la partie.",
            "Correct oa:start and oa:end of the part.",
        )
    return Range(whole, found, start, end)


def _refuse_encoding(text: Text) -> None:
    if text.not_utf8 is not None:
        raise MaillageError(
            f"the text {text.name} is not UTF-8 (byte {text.not_utf8}).",
            fix="Save it as UTF-8 (it may be in Windows-1252), and take its hash anew (mlg:sha256).",
        )


def quotations(facts: Facts) -> Iterator[tuple[Subject, str]]:
    """Each quotation with its exact words."""
    for subject in facts.subjects:
        exact = facts.text(subject, _EXACT)
        if exact is not None:
            yield subject, exact


def misquotes(triples: Sequence[Triple], texts: Sequence[Text]) -> tuple[list[Misquote], list[str]]:
    """Quotations that do not stand in their text at their offsets, and the documents whose text is not at hand."""
    facts = Facts(triples)
    wrong: dict[str, Misquote] = {}
    absent: dict[str, None] = {}
    for quotation, exact in quotations(facts):
        document = facts.one(quotation, _DOCUMENT)
        if not isinstance(document, NamedNode):
            continue
        where = text_of(facts, document, texts)
        if isinstance(where, Misquote):
            wrong[where.subject] = where
            continue
        if where is None:
            absent[document.value] = None
            continue
        start, end = facts.number(quotation, _START), facts.number(quotation, _END)
        if start is not None and end is not None and where.text.content[start:end] == exact:
            continue
        wrong[quotation.value] = _misquote(quotation.value, exact, start, end, where)
    return list(wrong.values()), list(absent)


def _misquote(subject: str, exact: str, start: int | None, end: int | None, where: Range) -> Misquote:
    spans = find_spans(exact, where.text.content, where.start, where.end)
    said = f"« {excerpt(exact)} »"
    if not spans:
        return Misquote(
            subject,
            "quotation-not-in-text",
            f"la citation {said} ne se trouve pas dans {where.text.name}",
            f"the quotation {said} does not stand in {where.text.name}",
            "Recopiez le passage du texte, sans en corriger l'orthographe.",
            "Copy the passage from the text, its spelling uncorrected.",
        )
    places = ", ".join(f"{a}-{b}" for a, b in spans[:5])
    return Misquote(
        subject,
        "quotation-offsets",
        f"la citation {said} ne se trouve pas à {start}-{end} de {where.text.name}, mais à {places}",
        f"the quotation {said} does not stand at {start}-{end} of {where.text.name}, but at {places}",
        "Lancez maillage fmt --texts DIR, qui remplit les positions.",
        "Run maillage fmt --texts DIR, which fills in the offsets.",
    )


def fill_offsets(file: TurtleFile, texts: Sequence[Text], source: str) -> TurtleFile:
    """The file with oa:start, oa:end and the name of each quotation filled from the texts.

    A quotation whose offsets are right keeps them; one whose words stand once gets them; equal spans are shared.

    Raises
    ------
    MaillageError
        Listing every span that is not found, or found more than once without offsets that choose.
    """
    facts = Facts(file.triples)
    refused: list[str] = []
    spans: dict[Subject, tuple[NamedNode, str, int, int]] = {}
    for quotation, exact in quotations(facts):
        document = facts.one(quotation, _DOCUMENT)
        line = line_of(source, quotation.value, file.prefixes)
        place = f"{file.path}:{line or 1}: "
        start, end = facts.number(quotation, _START), facts.number(quotation, _END)
        if not isinstance(document, NamedNode):
            refused.append(f"{place}the quotation « {excerpt(exact)} » names no mlg:document. Add it.")
            continue
        where = text_of(facts, document, texts)
        if isinstance(where, Misquote):
            refused.append(f"{place}{where.en}. {where.fix_en}")
        elif where is None:
            if start is None or end is None:
                refused.append(
                    f"{place}the text of <{document.value}> is not in the given folder, so « {excerpt(exact)} » cannot "
                    "be located. Add the text, or check mlg:sha256 and mlg:fileName of the document."
                )
        elif start is not None and end is not None and where.text.content[start:end] == exact:
            spans[quotation] = (where.whole, exact, start, end)
        else:
            found = find_spans(exact, where.text.content, where.start, where.end)
            if len(found) == 1:
                (a, b) = found[0]
                spans[quotation] = (where.whole, where.text.content[a:b], a, b)
            elif not found:
                refused.append(
                    f"{place}« {excerpt(exact)} » is not found in {where.text.name}. "
                    "Copy the passage from the text, its spelling uncorrected."
                )
            else:
                at = ", ".join(str(a) for a, _ in found[:6])
                name = where.text.name
                refused.append(
                    f"{place}« {excerpt(exact)} » stands {len(found)} times in {name} (at {at}): not unique. "
                    "Quote a few words more, or write oa:start and oa:end of the one that is meant."
                )
    if refused:
        raise MaillageError("\n".join(refused))
    return replace(file, triples=_renamed(file.triples, spans))


def _renamed(triples: Sequence[Triple], spans: dict[Subject, tuple[NamedNode, str, int, int]]) -> list[Triple]:
    names: dict[Subject, NamedNode] = {}
    for quotation, (whole, _, start, end) in spans.items():
        slug = whole.value.removeprefix(PREFIXES["doc"])
        names[quotation] = NamedNode(f"{PREFIXES['quotation']}{slug}/{start}-{end}")
    out = []
    for t in triples:
        if t.subject in spans and t.predicate in (_EXACT, _START, _END):
            continue
        o = names.get(t.object, t.object) if not isinstance(t.object, Literal) else t.object
        out.append(Triple(names.get(t.subject, t.subject), t.predicate, o))
    integer = NamedNode(XSD + "integer")
    for quotation, (_, exact, start, end) in spans.items():
        out.append(Triple(names[quotation], _EXACT, Literal(exact)))
        out.append(Triple(names[quotation], _START, Literal(str(start), datatype=integer)))
        out.append(Triple(names[quotation], _END, Literal(str(end), datatype=integer)))
    return out


def format_with_texts(file: TurtleFile, texts: Sequence[Text], source: str) -> str:
    """The canonical text of a file whose quotations are located in the texts."""
    filled = fill_offsets(file, texts, source)
    return write_turtle(filled.triples, prefixes=filled.prefixes, header=filled.header, tags=filled.tags)
