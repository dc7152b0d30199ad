"""The page of the SPARQL editor: a query and what an engine gave for it come in; editor, examples, rows go out.

Without scripts it is a form that answers with this page; `web/src/console.js` puts an editor in the place of its text
field, and takes the answer out of the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from maillage.asking.catalogue import Query
from maillage.errors import MaillageError
from maillage.export.portal.questions import without_header
from maillage.naming.names import Names
from maillage.pages.kit.frame import framed
from maillage.pages.kit.refused import Refused
from maillage.pages.kit.rows import Cell, Shown, elsewhere, page_of_term
from maillage.pages.kit.setting import Addresses, Given, Setting, one
from maillage.pages.kit.wording import words
from maillage.store.embedded import read_n_quads
from maillage.terms import MLG, XSD, curie
from maillage.things.literals import DECIMAL
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term
from maillage.views.card_text import flat

#: Rows a page shows before the rest is counted.
MANY = 500
#: What the editor holds before anything is typed.
FIRST = f"""PREFIX mlg: <{MLG}>

SELECT ?kind (COUNT(?thing) AS ?things)
WHERE {{ ?thing mlg:kind ?kind }}
GROUP BY ?kind
ORDER BY DESC(?things)
"""
#: Forms in which an answer is taken to be shown, as `maillage.store.results` writes them.
ACCEPTED = ("application/sparql-results+json", "application/n-triples")


@dataclass(frozen=True)
class Answered:
    """An answer in a form of `ACCEPTED`: its media type, its bytes, how many rows it has."""

    media: str
    data: bytes
    rows: int


def page(setting: Setting, text: str, given: Given) -> bytes:
    """The editor with nothing asked: empty, or with the shipped query `example` names.

    Raises
    ------
    NotFoundError
        For an example that is not there, offering the nearest.
    """
    name = one(given, "example")
    if name:
        text = without_header(setting.graph.built.catalogue.get("questions", name).text)
    return _framed(setting, text or FIRST, example=name)


def answered(setting: Setting, text: str, found: Answered) -> bytes:
    """The editor with a query and its answer."""
    table = _rows_of(found, setting.graph.built.names, setting.lang, setting.addresses)
    return _framed(setting, text, table=table)


def refused(setting: Setting, text: str, error: MaillageError, status: int) -> Refused:
    """The editor with a query that cannot be answered, and why."""
    return Refused(_framed(setting, text, fault=error), status)


def _framed(setting: Setting, text: str, **values: Any) -> bytes:
    say = words("console", setting.lang)
    return framed(
        setting,
        "console.html",
        say["title"],
        here="sparql",
        description=say["lead"],
        scripts=("console.js",),
        query=text,
        examples=_examples(setting),
        **{"example": "", "table": None, "fault": None, **values},
    )


def _examples(setting: Setting) -> list[tuple[str, list[tuple[str, str]]]]:
    """The shipped questions by theme: (theme, (name, sentence) of each)."""
    themes = words("questions", setting.lang)["themes"]
    queries: list[Query] = setting.graph.built.catalogue.of("questions")
    found = [
        (said, [(q.name, q.words("title", setting.lang)) for q in queries if q.tags[0] == name])
        for name, said in themes.items()
    ]
    return [(said, asked) for said, asked in found if asked]


def _rows_of(found: Answered, names: Names, lang: str, addresses: Addresses) -> Shown:
    """The first rows of an answer, what names a thing with its label, its link and its short IRI."""
    yes_no = words("console", lang)["yesNo"]
    if found.media == ACCEPTED[1]:
        heads: Sequence[str] = ("subject", "predicate", "object")
        triples = islice(read_n_quads(found.data), MANY)
        rows: list[Sequence[Any]] = [(quad.subject, quad.predicate, quad.object) for quad in triples]
    else:
        said = json.loads(found.data)
        if "boolean" in said:
            return Shown([words("console", lang)["answer"]], [False], [[Cell(yes_no[said["boolean"]])]], 0)
        heads = said["head"]["vars"]
        some = said["results"]["bindings"][:MANY]
        rows = [[_term(row[head]) if head in row else None for head in heads] for row in some]
    names.store.expect(term.value for row in rows for term in row if isinstance(term, NamedNode))
    cells = [[_cell(term, names, lang, addresses) for term in row] for row in rows]
    numbers = [_all_numbers(row[i] for row in cells) for i in range(len(heads))]
    return Shown(list(heads), numbers, cells, found.rows - len(rows))


def _all_numbers(cells: Iterable[Cell]) -> bool:
    said = [cell for cell in cells if cell.text]
    return bool(said) and all(cell.number for cell in said)


def _term(said: dict[str, str]) -> Term:
    if said["type"] == "uri":
        return NamedNode(said["value"])
    if said["type"] == "bnode":
        return BlankNode(said["value"])
    if "xml:lang" in said:
        return Literal(said["value"], language=said["xml:lang"])
    return Literal(said["value"], datatype=NamedNode(said.get("datatype", XSD + "string")))


def _cell(term: Term | None, names: Names, lang: str, addresses: Addresses) -> Cell:
    if term is None:
        return Cell("")
    if isinstance(term, NamedNode):
        short, label = curie(term.value), names.label(term.value, lang)
        here = page_of_term(term.value, addresses)
        there = here or elsewhere(term.value)
        return Cell(flat(label), there, here is None, note=short if short != label else "")
    if isinstance(term, BlankNode):
        return Cell(str(term))
    datatype = term.datatype.value
    note = f"@{term.language}" if term.language else "" if datatype == XSD + "string" else curie(datatype)
    number = bool(DECIMAL.match(term.value)) and datatype.startswith(XSD)
    return Cell(flat(term.value), None, number=number, note="" if number else note)
