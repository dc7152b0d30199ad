"""Turtle files: triples come in, the text in the one canonical layout goes out.

The layout serves a curator and a diff: used prefixes only, documents first, then entities, then claims in reading
order, each quotation after the first claim that uses it. Numbers and booleans are written canonically; everything
else keeps its lexical form. Comments are lost but for the leading block.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from maillage.terms import DCT, ID, MLG, OA, OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS, XSD, is_local_name
from maillage.things.blanks import stable_blanks
from maillage.things.literals import DOUBLE, canonical, quoted
from maillage.things.rdf import BlankNode, Literal, NamedNode, Subject, Term, Triple
from maillage.things.turtle import TurtleFile

WIDTH = 120
#: How many blank nodes are written one inside the other.
_DEEPEST = 40
_TYPE = NamedNode(RDF + "type")
_FIRST, _REST, _NIL = NamedNode(RDF + "first"), NamedNode(RDF + "rest"), NamedNode(RDF + "nil")
_ORG, _CV, _PROV = PREFIXES["org"], PREFIXES["cv"], PREFIXES["prov"]
#: The order in which a subject says things; what is not listed stands where `...` is, by CURIE; evidence is last.
_ORDER = (
    *(RDFS + "subClassOf", RDFS + "subPropertyOf", RDFS + "domain", RDFS + "range"),
    *(SKOS + "prefLabel", RDFS + "label", SKOS + "altLabel", DCT + "title", SKOS + "definition", RDFS + "comment"),
    *(MLG + name for name in ("siren", "finess", "rna", "fundCode", "isni", "inseeCode")),
    *(SKOS + "notation", MLG + "governs", MLG + "territory", MLG + "within", MLG + "population", _ORG + "unitOf"),
    *(DCT + name for name in ("isReplacedBy", "publisher", "creator", "issued", "source", "language", "isPartOf")),
    *(MLG + name for name in ("documentType", "fileName", "sha256", "partNumber")),
    *(_CV + "hasParticipant", _CV + "role", MLG + "subject", MLG + "relation", MLG + "object"),
    *(MLG + name for name in ("funder", "beneficiary", "holder", "organisation", "officeTitle", "actedAt", "by")),
    *(MLG + name for name in ("inArrangement", "theme", "about", "number", "paraphrase", "indicator", "comparator")),
    *(MLG + name for name in ("value", "unit", "amount", "amountMin", "amountMax", "currency", "amountKind")),
    *(MLG + name for name in ("status", "signedOn", "generation")),
    *(SCHEMA + "startDate", SCHEMA + "endDate", MLG + "asOf"),
    *("...", MLG + "modality", MLG + "certainty", MLG + "origin"),
    *(MLG + "document", OA + "exact", OA + "start", OA + "end"),
    *(SKOS + "editorialNote", MLG + "evidence", _PROV + "wasDerivedFrom"),
)
_RANK = {predicate: rank for rank, predicate in enumerate(_ORDER)}
_KIND_RANK = {
    f"{ID}{kind}/": rank
    for rank, kind in enumerate(("territory", "organisation", "person", "group", "arrangement", "family"), start=1)
}
_LANGUAGES = {"": 0, "fr": 1, "en": 2}


class _Writer:
    """The state of one writing: triples by subject, prefixes in use, blank nodes that are written in place."""

    def __init__(
        self, triples: Iterable[Triple], local: Mapping[str, str], tags: Mapping[tuple[str, str], str]
    ) -> None:
        self.tags = tags
        self.by_subject: dict[Subject, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        uses: dict[BlankNode, int] = defaultdict(int)
        parents: dict[BlankNode, Subject] = {}
        for triple in _stable(triples):
            self.by_subject[triple.subject][triple.predicate.value].append(triple.object)
            if isinstance(triple.object, BlankNode):
                uses[triple.object] += 1
                parents[triple.object] = triple.subject
        namespaces = {**PREFIXES, **local}
        self.namespaces = sorted(namespaces.items(), key=lambda item: (-len(item[1]), item[0]))
        self.order = [*PREFIXES, *sorted(set(local) - set(PREFIXES))]
        self.used: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.referred = set(uses)
        self.inline = self._in_place(uses, parents)
        self._break_chains(parents)

    def _in_place(self, uses: Mapping[BlankNode, int], parents: Mapping[BlankNode, Subject]) -> set[BlankNode]:
        """Blank nodes that one thing refers to and that are not, by way of others, inside themselves."""
        inside: dict[BlankNode, bool] = {}
        for start, count in uses.items():
            path: list[BlankNode] = []
            node: Subject = start
            while isinstance(node, BlankNode) and node not in inside and uses.get(node) == 1 and node not in path:
                inside[node] = True  # until a circle is met
                path.append(node)
                node = parents[node]
            if isinstance(node, BlankNode) and (node in path or inside.get(node) is False):
                inside.update(dict.fromkeys(path, False))
            if count != 1:
                inside.setdefault(start, False)
        return {node for node, fine in inside.items() if fine and uses.get(node) == 1}

    def _break_chains(self, parents: Mapping[BlankNode, Subject]) -> None:
        """Name a node that would stand too deep inside others; the cells of a list are one depth."""
        cells = self._list_cells(parents)
        depths: dict[BlankNode, int] = {}
        for start in self.inline:
            path: list[BlankNode] = []
            node: Subject = start
            while isinstance(node, BlankNode) and node in self.inline and node not in depths:
                path.append(node)
                node = parents[node]
            depth = depths.get(node, 0) if isinstance(node, BlankNode) else 0
            for inner in reversed(path):
                within = inner in cells and self._rest(parents[inner]) == inner
                depth = depth if within else (depth + 1) % _DEEPEST
                depths[inner] = depth
        self.inline -= {node for node, depth in depths.items() if depth == 0}

    def _list_cells(self, parents: Mapping[BlankNode, Subject]) -> set[Subject]:
        """The cells that well-formed lists are made of, written in place, from the last one up."""
        out: set[Subject] = set()
        for last in [node for node in self.inline if self._rest(node) == _NIL]:
            cell: Subject = last
            while isinstance(cell, BlankNode) and cell in self.inline and self._rest(cell) is not None:
                out.add(cell)
                if self._rest(parent := parents[cell]) != cell:
                    break
                cell = parent
        return out

    def _rest(self, node: Subject) -> Term | None:
        """What follows a cell of a list; None for what is no such cell."""
        said = self.by_subject.get(node, {})
        if set(said) != {_FIRST.value, _REST.value} or any(len(values) != 1 for values in said.values()):
            return None
        return said[_REST.value][0]

    def name(self, value: str) -> str:
        if value not in self.names:
            self.names[value] = self._name(value)
        return self.names[value]

    def _name(self, value: str) -> str:
        for prefix, namespace in self.namespaces:
            if value.startswith(namespace) and is_local_name(value[len(namespace) :]):
                self.used[prefix] = namespace
                return f"{prefix}:{value[len(namespace) :]}"
        return str(NamedNode(value))

    def term(self, term: Term, indent: str) -> str:
        if isinstance(term, NamedNode):
            return self.name(term.value)
        if isinstance(term, Literal):
            return self.literal(term)
        if term in self.inline:
            members = self.members(term)
            if members is not None:
                return "( " + " ".join(self.term(m, indent + "  ") for m in members) + " )"
            if not self.by_subject.get(term):
                return "[]"
            return "[ " + self.body(term, indent + "  ") + " ]"
        return str(term)

    def members(self, node: BlankNode) -> list[Term] | None:
        """The members of a well-formed list whose cells are all written in place; None when it is no such list."""
        out: list[Term] = []
        cell: Term = node
        while cell != _NIL:
            if not isinstance(cell, BlankNode) or cell not in self.inline or (rest := self._rest(cell)) is None:
                return None
            out.append(self.by_subject[cell][_FIRST.value][0])
            cell = rest
        return out

    def literal(self, literal: Literal) -> str:
        text, datatype = literal.value, literal.datatype.value
        if literal.language:
            direction = getattr(literal, "direction", None)
            tag = self.tags.get((text, literal.language), literal.language)
            return f"{quoted(text)}@{tag}" + (f"--{direction}" if direction else "")
        if datatype == XSD + "string":
            return quoted(text)
        bare = {
            XSD + "integer": r"-?\d+",
            XSD + "decimal": r"-?\d+\.\d+",
            XSD + "double": r"-?\d\.\d+E-?\d+",
            XSD + "boolean": "true|false",
        }.get(datatype)
        if bare and re.fullmatch(bare, text, re.ASCII):
            return text
        return f"{quoted(text)}^^{self.name(datatype)}"

    def body(self, subject: Subject, indent: str) -> str:
        said = self.by_subject[subject]
        lines = []
        for predicate in sorted(said, key=self.predicate_key):
            verb = "a" if predicate == _TYPE.value else self.name(predicate)
            texts = [self.term(o, indent) for o in sorted(said[predicate], key=self.object_key)]
            one = ", ".join(texts)
            room = WIDTH - len(indent) - len(verb) - 3
            if len(texts) == 1 or (len(one) <= room and "\n" not in one):
                lines.append(f"{verb} {one}")
            else:
                lines.append(f"{verb} " + f",\n{indent}  ".join(texts))
        return f" ;\n{indent}".join(lines)

    def predicate_key(self, predicate: str) -> tuple[int, str]:
        if predicate == _TYPE.value:
            return -1, ""
        return _RANK.get(predicate, _RANK["..."]), self.name(predicate)

    def object_key(self, term: Term) -> tuple[int, int, str, float, str]:
        if isinstance(term, NamedNode):
            return 0, 0, "", 0.0, self.name(term.value)
        if isinstance(term, BlankNode):
            return 2, len(term.value), "", 0.0, term.value  # named by what it says
        language = term.language or ""
        number = float(term.value) if DOUBLE.match(term.value) and not language else 0.0
        return 1, _LANGUAGES.get(language, 3), language, number, self.literal(term)

    def subjects(self) -> list[Subject]:
        """Documents, entities, then claims by first quotation with quotations in their place, then the rest."""
        top = [s for s in self.by_subject if s not in self.inline]
        evidence = {s: self._iris(s, MLG + "evidence") for s in top}
        quotations = {s for s in top if OA + "exact" in self.by_subject[s]}
        claims = [
            s
            for s in top
            if s not in quotations
            and isinstance(s, NamedNode)
            and (evidence[s] or s.value.startswith(PREFIXES["claim"]) or s.value.startswith(PREFIXES["coordination"]))
        ]
        placed = quotations | set(claims)
        others = sorted((s for s in top if s not in placed), key=self._other_key)

        def reading(claim: Subject) -> tuple[float, str]:
            starts = [self._start(q) for q in evidence[claim] if q in quotations]
            return min(starts, default=float("inf")), str(claim)

        out, seen = list(others), set()
        for claim in sorted(claims, key=reading):
            out.append(claim)
            for quotation in sorted((q for q in evidence[claim] if q in quotations), key=self._span_key):
                if quotation not in seen:
                    seen.add(quotation)
                    out.append(quotation)
        return out + sorted(quotations - seen, key=self._span_key)

    def _iris(self, subject: Subject, predicate: str) -> list[Subject]:
        return [o for o in self.by_subject[subject].get(predicate, []) if not isinstance(o, Literal)]

    def _number(self, subject: Subject, predicate: str) -> float:
        values = [o.value for o in self.by_subject[subject].get(predicate, []) if isinstance(o, Literal)]
        return min((float(v) for v in values if DOUBLE.match(v)), default=float("inf"))

    def _start(self, quotation: Subject) -> float:
        return self._number(quotation, OA + "start")

    def _span_key(self, quotation: Subject) -> tuple[float, float, str]:
        return self._start(quotation), self._number(quotation, OA + "end"), str(quotation)

    def _other_key(self, subject: Subject) -> tuple[int, float, str, str]:
        types = {t.value for t in self.by_subject[subject].get(_TYPE.value, []) if isinstance(t, NamedNode)}
        text = str(subject)
        if OWL + "Ontology" in types or SKOS + "ConceptScheme" in types:
            return -1, 0.0, "", text
        if MLG + "Document" in types or text.startswith(f"<{PREFIXES['doc']}"):
            start = self._number(subject, OA + "start") if DCT + "isPartOf" in self.by_subject[subject] else -1.0
            return 0, start, "", text
        rank = next((rank for namespace, rank in _KIND_RANK.items() if text.startswith(f"<{namespace}")), 9)
        return rank, 0.0, "", text


def _stable(triples: Iterable[Triple]) -> Sequence[Triple]:
    """The set of triples with canonical numbers; blank nodes named by their place in the graph, not in the file."""
    numbers = [Triple(t.subject, t.predicate, canonical(t.object)) for t in triples]
    return sorted(set(stable_blanks(numbers)), key=str)


def _local_prefixes(triples: Sequence[Triple], declared: Mapping[str, str]) -> dict[str, str]:
    """The file's own prefixes: `c:` and `q:` when its claims and quotations belong to one document, and those it
    declares beyond the project's table."""
    known = set(PREFIXES.values())
    local = {p: n for p, n in declared.items() if n not in known and p not in PREFIXES and p not in ("c", "q")}
    for short, kind in (("c", "claim"), ("q", "quotation")):
        space = PREFIXES[kind]
        slugs = {
            s.value[len(space) :].split("/")[0] + "/"
            for s in {t.subject for t in triples}
            if isinstance(s, NamedNode) and s.value.startswith(space) and "/" in s.value[len(space) :]
        }
        if len(slugs) == 1:
            local[short] = space + slugs.pop()
        elif short in declared and declared[short] not in known:
            local[short] = declared[short]
    return local


def write_turtle(
    triples: Iterable[Triple],
    *,
    prefixes: Mapping[str, str] | None = None,
    header: str = "",
    tags: Mapping[tuple[str, str], str] | None = None,
) -> str:
    """The canonical text of a Turtle file.

    Parameters
    ----------
    triples:
        The facts, in any order.
    prefixes:
        Prefixes the file declares; those beyond the project's table are kept when they are used.
    header:
        The leading comment block, kept as it is.
    tags:
        (text, language tag in lower case) -> the tag to write.
    """
    triples = list(triples)
    writer = _Writer(triples, _local_prefixes(triples, prefixes or {}), tags or {})
    blocks = []
    for subject in writer.subjects():
        name = "[]" if _unnamed(writer, subject) else writer.term(subject, "")
        body = writer.body(subject, "    ")
        first, _, rest = body.partition("\n")
        blocks.append(f"{name} {first}" + (f"\n{rest}" if rest else "") + " .\n")
    lines = [f"@prefix {p}: <{writer.used[p]}> .\n" for p in writer.order if p in writer.used]
    parts = [header.strip("\n") + "\n"] if header.strip() else []
    return "\n".join([*parts, "".join(lines), *blocks] if lines else [*parts, *blocks])


def _unnamed(writer: _Writer, subject: Subject) -> bool:
    """A blank subject nothing refers to."""
    return isinstance(subject, BlankNode) and subject not in writer.referred


def format_file(file: TurtleFile) -> str:
    """The canonical text of a parsed file."""
    return write_turtle(file.triples, prefixes=file.prefixes, header=file.header, tags=file.tags)
