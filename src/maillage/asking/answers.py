"""Answers: a query and a user's values come in, a table of labels and IRIs goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from maillage.asking.catalogue import Parameter, Query
from maillage.dates import day_text, read_period
from maillage.errors import MaillageError, NotFoundError
from maillage.naming.names import Names
from maillage.store.port import Row, Store
from maillage.terms import DCT, EDTF, MLG, XSD, curie, expand
from maillage.things.literals import DECIMAL, DOUBLE, INTEGERS, WHOLE
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term, Triple
from maillage.things.table import Column, Table, Value
from maillage.things.text import legible

#: Python reads no longer whole number.
_DIGITS = 4000
#: One value a user gives: text, or what Python has for a year, a day, a number, yes or no.
One = str | int | float | Decimal | date
#: What a user gives a parameter: a value, several (an answer to any of them counts), or None to leave it out.
Given = One | Sequence[One] | None
#: What a user gives a parameter that has a default, to do without.
ANY = "any"
#: The parameters that bound a period, where a query has both.
_PERIOD = ("since", "before")


def parameter_term(parameter: Parameter, value: str, names: Names) -> Term:
    """The RDF term a user's value stands for.

    Raises
    ------
    MaillageError
        When the value is not of the parameter's type, or names nothing or several things.
    """
    value = legible(value)
    try:
        if parameter.type == "iri":
            return NamedNode(_resolved(parameter, value, names))
    except MaillageError as error:
        raise type(error)(f"parameter '{parameter.name}': {error.what}", fix=error.fix) from None
    return parameter.literal(value)


def _resolved(parameter: Parameter, value: str, names: Names) -> str:
    """The thing a value names; of a class, the one of the kinds asked for, be it the name of others too."""
    under = parameter.under
    if under is None:
        return names.resolve(value, parameter.of, parameter.scheme)
    fitting = [kind for kind in names.matches(value, parameter.of) if names.is_under(kind, under)]
    found = fitting[0] if len(fitting) == 1 else names.resolve(value, parameter.of)
    if not names.is_under(found, under):
        wanted = names.label(expand(under) or under, "en")
        raise NotFoundError(
            f"{curie(found)} ({names.label(found)}) is no kind of {under} ({wanted}).",
            fix=f"See its kinds: maillage query classes -p parent={under}.",
        )
    return found


def defaults(query: Query, values: Mapping[str, Given], names: Names) -> dict[str, str]:
    """The values of the parameters that have a default and are not given.

    A document stands for the day it was retrieved, else issued: "today" is the day of the register, never the clock's.
    A graph without that document has no such default.
    """
    found: dict[str, str] = {}
    for name, parameter in query.params.items():
        given = values.get(name) not in (None, "", [], ())
        if parameter.default is None or given or _given_one(parameter.unless, values, names):
            continue
        document = expand(parameter.default) if parameter.type == "date" else None
        if document is None:
            found[name] = parameter.default
            continue
        days = (t.object.value for p in (MLG + "retrieved", DCT + "issued") for t in names.store.values(document, p))
        if (day := next(days, None)) is not None:
            found[name] = day
    return found


def _given_one(unless: Mapping[str, Sequence[str]], values: Mapping[str, Given], names: Names) -> bool:
    """Whether one of these parameters is given as a thing of one of its classes."""
    for other, classes in unless.items():
        value = values.get(other)
        for text in map(str, () if value is None else _several(value)):
            found = names.matches(text) if expand(text) is None else [expand(text) or ""]
            if any(names.is_of(iri, of) for iri in found for of in classes):
                return True
    return False


def substitutions(query: Query, values: Mapping[str, Given], names: Names) -> dict[str, list[Term]]:
    """The terms of a user's parameters, each once; None stands for a parameter left out.

    Raises
    ------
    MaillageError
        For a parameter the query does not have, one it needs and is not given, or a period that ends before it begins.
    """
    given = {
        **{name: [value] for name, value in defaults(query, values, names).items()},
        **{name: _several(value) for name, value in values.items() if value is not None},
    }
    for name, parameter in query.params.items():
        if parameter.default is not None and ANY in given.get(name, ()):
            del given[name]
    for name, parameter in query.params.items():
        if parameter.required and not given.get(name):
            raise MaillageError(
                f"the query '{query.name}' needs the parameter '{name}' ({parameter.words['en']}).",
                fix=f"Give it, for example: -p {name}={parameter.example}.",
            )
    for name in values:
        if name not in query.params:
            known = ", ".join(query.params) or "none"
            raise MaillageError(f"the query '{query.name}' has no parameter '{name}'.", fix=f"It has: {known}.")
    out = {
        name: list(dict.fromkeys(parameter_term(query.params[name], value, names) for value in several))
        for name, several in given.items()
    }
    if out.keys() >= set(_PERIOD):
        since, before = (str(given[name][0]) for name in _PERIOD)
        read_period(None, since, before)
    return out


def _several(value: One | Sequence[One]) -> list[str]:
    """The values of a parameter as texts: a day as 2018-03-15, yes as true."""
    return [written(one) for one in ([value] if isinstance(value, One) else value)]


def written(value: One) -> str:
    """A value a user gives, as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(day_text(value) if isinstance(value, date) else value)


def plain(term: Term | None, names: Names, lang: str = "fr") -> Value:
    """A term as a plain value: labels for IRIs, numbers and booleans as such, dates as they are written."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return names.label(term.value, lang)
    if isinstance(term, BlankNode):
        return str(term)
    datatype = term.datatype.value
    text = term.value.strip(" \t\r\n")
    if datatype in INTEGERS and WHOLE.match(text) and len(text) < _DIGITS:
        return int(text)
    if datatype == XSD + "decimal" and DECIMAL.match(text):
        return Decimal(text)
    if datatype in (XSD + "double", XSD + "float") and (DOUBLE.match(text) or text in ("INF", "+INF", "-INF", "NaN")):
        return float(text)
    if datatype == XSD + "boolean":
        return term.value in ("true", "1")
    return term.value


def answer(
    query: Query, store: Store, names: Names, values: Mapping[str, Given] | None = None, lang: str = "fr"
) -> Table:
    """Run a query of the catalogue with a user's values."""
    terms = substitutions(query, values or {}, names)
    returned, rows = store.select(query.filled(terms))
    place = {name: index for index, name in enumerate(returned)}
    columns: list[Column] = []
    for spec in query.columns:
        columns.append(Column(spec.name, spec.words[lang], hidden=not spec.shown, type=spec.type))
        if spec.type == "iri":
            columns.append(Column(f"{spec.name}_iri", hidden=True))
    out: list[list[Value]] = []
    each = [tuple(_declared(row[place[spec.name]], spec.type) for spec in query.columns) for row in rows]
    store.expect(term.value for row in each for term in row if isinstance(term, NamedNode))
    for row in each:
        cells: list[Value] = []
        for spec, term in zip(query.columns, row, strict=True):
            cells.append(plain(term, names, lang))
            if spec.type == "iri":
                cells.append(term.value if isinstance(term, NamedNode) else None)
        out.append(cells)
    notes = [*_defaulted(query, defaults(query, values or {}, names), lang), *notes_of(query, store, lang, terms)]
    missed = None if out else _missed(query, store, terms, lang)
    return Table(columns, out, title=query.words("title", lang), notes=notes, lang=lang, missed=missed)


def _declared(term: Term | None, kind: str) -> Term | None:
    """A cell as its column declares it: some engines give 1 for true, and a text for an IRI that a value was."""
    if isinstance(term, Literal):
        if kind == "boolean" and term.value in ("0", "1"):
            return Literal(term.value == "1")
        if kind == "iri" and term.value.startswith(("http://", "https://", "urn:")) and not term.language:
            return NamedNode(term.value)
    return term


def _missed(query: Query, store: Store, terms: Mapping[str, Sequence[Term]], lang: str) -> str | None:
    """How many rows an empty answer would have without one of its values, or without any; None where that is none too.

    What the question is asked of stays: of that the graph may well be silent. Empty where a value that cannot be left
    out (a number of months) may be what hides the rows.
    """
    named = (p.name for p in query.params.values() if p.type == "iri" and not p.scheme and p.of != ["owl:Class"])
    subject = next(named, None)
    kept = {subject, *query.required}
    free = [name for name in terms if name not in kept]
    fewer = [(f"-p {name}", [name]) for name in free]
    fewer += [({"fr": "aucune de ces valeurs", "en": "any of these values"}[lang], free)] if len(free) > 1 else []
    found: list[str] = []
    for words, dropped in fewer:
        if dropped is free and found:
            break
        rows = store.select(query.filled({name: given for name, given in terms.items() if name not in dropped}))[1]
        if count := sum(1 for _ in rows):
            found.append(f"sans {words} : {count}" if lang == "fr" else f"without {words}: {count}")
    bound = {name for name in query.required if name != subject and query.params[name].default is None}
    return (" ; " if lang == "fr" else "; ").join(found) if found or bound else None


def _defaulted(query: Query, found: Mapping[str, str], lang: str) -> list[str]:
    """What was taken because nothing else was given, and how to lift it."""
    if not found:
        return []
    said = ", ".join(f"{name}={value}" for name, value in found.items())
    free = [f"-p {name}={ANY}" for name in found if not query.params[name].required]
    if lang == "fr":
        return [f"Par défaut : {said}" + (f" (sans : {' '.join(free)})." if free else ".")]
    return [f"By default: {said}" + (f" (without: {' '.join(free)})." if free else ".")]


def notes_of(
    query: Query, store: Store, lang: str = "fr", terms: Mapping[str, Sequence[Term]] | None = None
) -> list[str]:
    """What to say under an answer: the query's own caveat, and its shared ones with figures counted in the graph.

    A shared caveat counts by those of the terms asked for that it takes itself. One whose query gives no row has no
    object here and is left out.
    """
    said = [query.words("caveat", lang)] if query.header.get("caveat") else []
    for caveat in query.caveats:
        asked = {name: given for name, given in (terms or {}).items() if name in caveat.params}
        columns, rows = store.select(caveat.filled(asked))
        row = next(rows, None)
        if row is not None:
            values = {name: _said(term, lang) for name, term in zip(columns, row, strict=True)}
            said.append(caveat.words("words", lang).format(**values))
    return said


def _said(term: Term | None, lang: str) -> str:
    """A figure of a caveat as its sentence has it: with a decimal comma in French."""
    if term is None:
        return ""
    decimal = isinstance(term, Literal) and term.datatype.value == XSD + "decimal"
    return term.value.replace(".", ",") if decimal and lang == "fr" else term.value


def _beside(returned: Sequence[str]) -> dict[str, str]:
    """The column of the IRI of each variable: ``x_iri``, which must be no variable of the query itself."""
    taken, out = set(returned), {}
    for name in returned:
        column = f"{name}_iri"
        while column in taken:
            column += "_"
        taken.add(column)
        out[name] = column
    return out


def free_answer(result: tuple[list[str], list[Row]] | list[Triple] | bool, names: Names, lang: str = "fr") -> Table:
    """The table of a query typed by hand: a SELECT's rows, a CONSTRUCT's triples, an ASK's yes or no."""
    if isinstance(result, bool):
        return Table([Column("answer", "réponse" if lang == "fr" else "answer")], [[result]], lang=lang)
    if isinstance(result, list):
        rows: list[Row] = [(t.subject, t.predicate, t.object) for t in result]
        returned = ["subject", "predicate", "object"]
        rows.sort(key=str)
    else:
        returned, rows = result
    beside = _beside(returned)
    names.store.expect(term.value for row in rows for term in row if isinstance(term, NamedNode))
    iris = {i for i in range(len(returned)) for row in rows if isinstance(row[i], NamedNode)}
    dates = {i for i in range(len(returned)) for row in rows if getattr(row[i], "datatype", None) == NamedNode(EDTF)}
    columns = []
    for i, name in enumerate(returned):
        columns.append(Column(name, name, type="date" if i in dates else ""))
        columns += [Column(beside[name], hidden=True)] if i in iris else []
    out = []
    for row in rows:
        cells: list[Value] = []
        for i, term in enumerate(row):
            cells.append(plain(term, names, lang))
            if i in iris:
                cells.append(term.value if isinstance(term, NamedNode) else None)
        out.append(cells)
    return Table(columns, out, lang=lang)
