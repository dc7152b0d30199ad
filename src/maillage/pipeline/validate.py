"""Validation: a built store comes in; findings go out, each with severity, place, label, what is wrong and its mend.

Three sources, one list: SHACL shapes (what one resource must look like), queries/checks/ (what only the whole graph
can tell), and what Python alone can tell (impossible dates, quotations against their texts, or that do not name).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf

import shacl_rust

from maillage.asking.answers import answer
from maillage.asking.catalogue import Catalogue
from maillage.errors import MaillageError
from maillage.naming.names import Names
from maillage.naming.withdrawn import read_withdrawn
from maillage.pipeline.bounds import BadDate
from maillage.pipeline.load import Loaded, Source
from maillage.pipeline.unnamed import unnamed
from maillage.pipeline.weekdays import settled
from maillage.pipeline.withdrawn import still_there
from maillage.places import shown
from maillage.terms import GRAPH, MLG, RDF, SH, curie
from maillage.things.lines import line_of, lines_of
from maillage.things.quotations import misquotes
from maillage.things.rdf import Literal, NamedNode
from maillage.things.table import cell_text
from maillage.things.text import Text
from maillage.things.turtle import read_turtle, read_utf8

_TYPE = RDF + "type"
Severity = OneOf["fault", "notice"]
Engine = OneOf["fast", "reference"]
#: The finding about a fact that two files state: a fault of the files, not of what is built of them.
REPEATED = "fact-in-two-files"


@dataclass(frozen=True, order=True)
class Finding:
    """One fault (the graph is wrong) or notice (the source is odd or silent)."""

    severity: Severity
    name: str
    file: str
    line: int
    subject: str
    label: str
    message: str
    fix: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.severity} [{self.name}] {self.label}: {self.message} {self.fix}".rstrip()
        )


@dataclass(frozen=True)
class _Raw:
    """A finding before its place and words are known."""

    severity: Severity
    name: str
    subject: str
    message: str
    fix: str
    others: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()
    """The files it is about, where the subject does not tell."""


@dataclass(frozen=True)
class Shape:
    """What our shapes file says of a shape: severity and words by language."""

    name: str
    severity: Severity
    messages: dict[str, str]
    fixes: dict[str, str]


def read_shapes(path: Path) -> tuple[str, dict[str, Shape]]:
    """The text of the shapes file and its shapes by IRI.

    Raises
    ------
    MaillageError
        When the file is missing or not Turtle.
    """
    file = read_turtle(path)
    said: dict[str, dict[str, dict[str, str]]] = {}
    for t in file.triples:
        if isinstance(t.subject, NamedNode):
            entry = said.setdefault(t.subject.value, {}).setdefault(t.predicate.value, {})
            key = (t.object.language or "") if isinstance(t.object, Literal) else ""
            entry[key] = t.object.value
    shapes = {}
    for iri, facts in said.items():
        if SH + "message" in facts:
            notice = facts.get(SH + "severity", {}).get("", SH + "Violation") != SH + "Violation"
            fixes, name = facts.get(MLG + "fix", {}), re.split(r"[/#]", iri)[-1]
            shapes[iri] = Shape(name, "notice" if notice else "fault", facts[SH + "message"], fixes)
    return read_utf8(path), shapes


def shacl_findings(loaded: Loaded, names: Names, lang: str, engine: Engine = "fast") -> list[_Raw]:
    """What the shapes find in what the files state; of what is derived they see the classes."""
    path = loaded.places.ontology / "shapes.ttl"
    text, shapes = read_shapes(path)
    data = loaded.store.stated_turtle()
    results = _fast(data, text, path) if engine == "fast" else _reference(data, text)
    out = []
    for shape_iri, focus, value, severity in sorted(set(results), key=str):
        shape = shapes.get(shape_iri)
        words = shape.messages.get(lang) or shape.messages.get("fr", "") if shape else curie(shape_iri)
        message = _with_value(words, "" if _bare(value or "") == focus else _value_text(value or "", names, lang), lang)
        fix = (shape.fixes.get(lang) or shape.fixes.get("fr", "")) if shape else ""
        level = shape.severity if shape else severity
        out.append(_Raw(level, shape.name if shape else curie(shape_iri), focus, message, fix))
    return list(dict.fromkeys(out))


#: The longest value told after a message, in characters.
_SHORT = 100
_Result = tuple[str, str, str | None, Severity]


def _fast(data: str, shapes: str, path: Path) -> list[_Result]:
    try:
        report = shacl_rust.validate(
            data, shapes, data_format="turtle", shapes_format="turtle", experimental_index=True
        )
    except (ValueError, RuntimeError) as error:
        raise MaillageError(f"the shapes cannot be used: {error}.", file=shown(path)) from None
    return [
        (
            _bare(r["sourceShape"]),
            _bare(r["focusNode"]),
            r.get("value"),
            "fault" if _bare(r["severity"]) == SH + "Violation" else "notice",
        )
        for r in report["results"]
    ]


def _reference(data: str, shapes: str) -> list[_Result]:
    """The same by pyshacl, the reference engine: slow, for tests and doubt."""
    import pyshacl
    import rdflib

    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(data=data, format="turtle"),
        shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"),
        advanced=False,
        inference="none",
    )
    sh = rdflib.Namespace(SH)
    out: list[_Result] = []
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        value = report.value(result, sh.value)
        severity: Severity = "fault" if report.value(result, sh.resultSeverity) == sh.Violation else "notice"
        out.append(
            (
                str(report.value(result, sh.sourceShape)),
                str(report.value(result, sh.focusNode)),
                # A text of several lines on one, as the other engine writes it.
                str(Literal(value)) if isinstance(value, rdflib.Literal) else value and value.n3(),
                severity,
            )
        )
    return out


def _bare(term: str) -> str:
    return term[1:-1] if term.startswith("<") and term.endswith(">") else term


def _with_value(words: str, value: str, lang: str) -> str:
    """A message, and after it the value it is about where that is short: a message in the shapes names none."""
    if not 0 < len(value) <= _SHORT:
        return words
    return f"{words.removesuffix('.')}{' : ' if lang == 'fr' else ': '}{value}."


def _value_text(value: str, names: Names, lang: str) -> str:
    bare = _bare(value)
    if bare != value:
        return names.label(bare, lang)
    match = re.match(r'"((?:[^"\\]|\\.)*)"', value)
    return match[1] if match else value


def check_findings(loaded: Loaded, catalogue: Catalogue, names: Names, lang: str) -> list[_Raw]:
    """What queries/checks/ find: a row is a finding; its columns fill the message's {places}."""
    out = []
    for query in catalogue.of("checks"):
        for row in answer(query, loaded.store, names, lang=lang):
            subject = row["subject_iri"] if "subject_iri" in row else row["subject"]
            filled = {name: cell_text(value) for name, value in row.items()}
            message, fix = (_filled(query.words(key, lang), filled) for key in ("message", "fix"))
            severity: Severity = "fault" if query.header["severity"] == "fault" else "notice"
            others = tuple(str(v) for k, v in row.items() if k.endswith("_iri") and k != "subject_iri" and v)
            out.append(_Raw(severity, query.name, str(subject), message, fix, others))
    return list(dict.fromkeys(out))


def _filled(words: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: values.get(place[1], place[0]), words)


def date_findings(bad: Iterable[BadDate], lang: str) -> list[_Raw]:
    """Impossible dates as findings."""
    out = []
    for b in bad:
        predicate = curie(b.predicate)
        if lang == "fr":
            words = f"{predicate} « {b.lexical} » n'est pas une date possible ({b.why_fr})."
            fix = 'Écrivez "2018-02-26"^^xsd:date, "2018-02"^^xsd:gYearMonth, "2018"^^xsd:gYear ou un littéral EDTF.'
        else:
            words = f"{predicate} “{b.lexical}” is no possible date ({b.why})."
            fix = 'Write "2018-02-26"^^xsd:date, "2018-02"^^xsd:gYearMonth, "2018"^^xsd:gYear or an EDTF literal.'
        out.append(_Raw("fault", "impossible-date", b.subject, words, fix))
    return out


def repeated_findings(loaded: Loaded, catalogue: Catalogue, lang: str) -> list[_Raw]:
    """Facts that two files state. A thing that two files give a class is said to be described in both, and no more."""
    out = []
    twice = catalogue.get("checks", "described-in-two-files")
    described = {fact.subject for fact in loaded.repeated if fact.predicate == _TYPE}
    for fact in loaded.repeated:
        kept, left_out = (graph.removeprefix(GRAPH) for graph in (fact.kept, fact.left_out))
        graphs = (fact.left_out, fact.kept)
        if fact.subject in described:
            filled = {"files": "2", "first": kept, "last": left_out}
            words, fix = (_filled(twice.words(key, lang), filled) for key in ("message", "fix"))
            out.append(_Raw("fault", twice.name, fact.subject, words, fix, graphs=graphs))
            continue
        said = f"{curie(fact.predicate)} {curie(fact.value)}"
        if lang == "fr":
            words = f"{said} se trouve dans deux fichiers, {kept} et {left_out} ; il n'est compté qu'une fois."
            fix = "Gardez-le dans celui qui décrit la chose, ôtez-le de l'autre."
        else:
            words = f"{said} stands in two files, {kept} and {left_out}; it is counted once."
            fix = "Keep it in the one that describes the thing, take it out of the other."
        out.append(_Raw("fault", REPEATED, fact.subject, words, fix, graphs=graphs))
    return list({(raw.name, raw.subject, raw.graphs, raw.message): raw for raw in out}.values())


def unnamed_findings(loaded: Loaded, names: Names, lang: str) -> list[_Raw]:
    """Explicit claims none of whose quotations names what they are about."""
    out = []
    for each in unnamed(loaded.store):
        subject = names.label(each.subject, lang)
        if lang == "fr":
            words = f"Aucune de ses citations ne nomme « {subject} », alors qu'elle est donnée pour explicite."
            fix = "Citez aussi les mots qui la nomment, ou dites-la déduite (mlg:certainty certainty:inferred)."
        else:
            words = f'None of its quotations names "{subject}", though it is given as explicit.'
            fix = "Quote the words that name it as well, or call the claim inferred (mlg:certainty certainty:inferred)."
        out.append(_Raw("notice", "subject-not-named", each.claim, words, fix))
    return out


def weekday_findings(loaded: Loaded, lang: str) -> list[_Raw]:
    """Dates without a year that a weekday and the date of their document settle."""
    out = []
    for each in settled(loaded.store):
        if lang == "fr":
            words = f"« {each.lexical} » : le jour de la semaine et la date du document n'admettent que le {each.day}."
            fix = f"Écrivez {each.day} et dites l'assertion déduite (mlg:certainty certainty:inferred)."
        else:
            words = f'"{each.lexical}": the weekday and the date of the document allow {each.day} only.'
            fix = f"Write {each.day} and call the claim inferred (mlg:certainty certainty:inferred)."
        out.append(_Raw("notice", "weekday-settles-year", each.claim, words, fix))
    return out


def withdrawn_findings(loaded: Loaded, lang: str) -> list[_Raw]:
    """What a person asked to be taken out and is there all the same."""
    out = []
    for subject, predicate in still_there(loaded.store, read_withdrawn(loaded.places.graph)):
        what = curie(predicate) if predicate else "IRI"
        if lang == "fr":
            words, fix = f"La liste des retraits le couvre ({what}).", "Ôtez-le, et ce qui le nomme."
        else:
            words, fix = f"It falls under the withdrawal list ({what}).", "Take it out, and what names it."
        out.append(_Raw("fault", "withdrawn", subject, words, fix))
    return out


def text_findings(sources: Sequence[Source], texts: Sequence[Text], lang: str) -> list[_Raw]:
    """Quotations and parts that do not agree with the given texts; documents whose text is not given, as notices."""
    out = []
    for source in sources:
        wrong, absent = misquotes(source.parsed.triples, texts)
        for w in wrong:
            words, fix = (w.fr, w.fix_fr) if lang == "fr" else (w.en, w.fix_en)
            out.append(_Raw("fault", w.name, w.subject, words[0].upper() + words[1:] + ".", fix))
        for document in absent:
            if lang == "fr":
                words, fix = (
                    "Le texte de ce document n'est pas dans le dossier donné.",
                    "Ses citations n'ont pas été relues.",
                )
            else:
                words, fix = (
                    "The text of this document is not in the given folder.",
                    "Its quotations were not verified.",
                )
            out.append(_Raw("notice", "text-not-given", document, words, fix))
    return out


#: A wrong name follows from wrong offsets: said only of a quotation that has no other fault.
_NAMES_ONLY = ("quotation-name",)
#: A quotation these say something about is not reported again for where it stands.
_SPAN_NAMES = ("quotation-offsets", "quotation-not-in-text", "part-outside-text")


def validate(
    loaded: Loaded,
    catalogue: Catalogue,
    names: Names,
    bad_dates: Sequence[BadDate] = (),
    texts: Sequence[Text] | None = None,
    lang: str = "fr",
    engine: Engine = "fast",
) -> list[Finding]:
    """Every finding about the graph (about the files in focus, when some were given), faults first."""
    raw = [
        *shacl_findings(loaded, names, lang, engine),
        *check_findings(loaded, catalogue, names, lang),
        *date_findings(bad_dates, lang),
        *repeated_findings(loaded, catalogue, lang),
        *unnamed_findings(loaded, names, lang),
        *weekday_findings(loaded, lang),
        *withdrawn_findings(loaded, lang),
    ]
    if texts is not None:
        known = {r.subject for r in raw if r.severity == "fault" and r.name not in _NAMES_ONLY}
        about = [s for s in loaded.graph_sources if not loaded.focus or s.graph in loaded.focus]
        told = text_findings(about, texts, lang)
        misread = {r.subject for r in told if r.name == "quotation-not-in-text"}
        raw = [r for r in raw if r.name != "quotation-length" or r.subject not in misread]
        known -= {s for s in misread if s not in {r.subject for r in raw if r.severity == "fault"}}
        raw += [r for r in told if r.name not in _SPAN_NAMES or r.subject not in known]
    raw = [r for r in raw if not r.subject.startswith("_:")]  # blank-node says it, with its file
    faulty = {r.subject for r in raw if r.severity == "fault" and r.name not in _NAMES_ONLY}
    raw = [r for r in raw if r.name not in _NAMES_ONLY or r.subject not in faulty]
    places = _Places(loaded)
    found = (places.finding(r, names, lang) for r in raw)
    return sorted([*(f for f in found if f is not None), *_blank_nodes(loaded, lang)])


def _blank_nodes(loaded: Loaded, lang: str) -> list[Finding]:
    """Files of facts that hold a blank node: nothing could refer to it, no question could name it."""
    if lang == "fr":
        words, fix = "Un nœud anonyme ([ ] ou _:x) se trouve dans ce fichier.", "Donnez-lui une IRI, par exemple c:nom."
    else:
        words, fix = "A blank node ([ ] or _:x) stands in this file.", "Give it an IRI, such as c:name."
    out = []
    _, rows = loaded.store.select(
        "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o . FILTER(isBlank(?s) || isBlank(?o)) } }"
    )
    blank = {graph.value for (graph,) in rows if graph is not None}
    for source in loaded.graph_sources:
        if source.graph in blank and (not loaded.focus or source.graph in loaded.focus):
            lines = lines_of(source.text)
            line = next((n for n, text in enumerate(lines, 1) if re.search(r"(^|\s)\[|_:\w", text)), 1)
            out.append(Finding("fault", "blank-node", shown(source.path), line, "", source.graph, words, fix))
    return out


class _Places:
    """Which file and line speak of a thing."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self._read: dict[str, tuple[str, dict[str, str]]] = {}

    def _line(self, source: Source, iri: str) -> int:
        """The line of a file that speaks of a thing; each file is read once."""
        if source.graph not in self._read:
            self._read[source.graph] = source.text, source.parsed.prefixes
        return line_of(self._read[source.graph][0], iri, self._read[source.graph][1]) or 1

    def _graphs(self, subject: str, predicate: str | None = None) -> list[str]:
        found = self.loaded.store.graphs_about(subject, predicate)
        return [graph for graph in found if graph in self.loaded.sources]

    def finding(self, raw: _Raw, names: Names, lang: str) -> Finding | None:
        about = raw.graphs or [*self._graphs(raw.subject, _TYPE), *self._graphs(raw.subject)]
        graphs = dict.fromkeys(about)
        focus = self.loaded.focus
        place_of = raw.subject
        if focus:
            here = [g for g in graphs or self._mentions(raw.subject) if g in focus]
            for other in raw.others if not here else ():
                here = [g for g in self._graphs(other, _TYPE) if g in focus]
                if here:
                    place_of = other
                    break
            if not here:
                return None
            graphs = dict.fromkeys(here)
        source = self.loaded.sources.get(next(iter(graphs or self._mentions(raw.subject)), ""))
        if source is None:
            place, line = shown(self.loaded.places.graph), 1
        else:
            place = shown(source.path)
            line = self._line(source, place_of)
        label = names.label(raw.subject, lang)
        return Finding(raw.severity, raw.name, place, line, raw.subject, label, raw.message, raw.fix)

    def _mentions(self, iri: str) -> list[str]:
        """The graphs where a thing stands as a predicate or an object."""
        return [graph for graph in self.loaded.store.graphs_naming(iri) if graph in self.loaded.sources]
