"""The catalogue: the .rq files come in; queries with header, parameters and columns go out, ready to run.

A query is a file of valid SPARQL 1.1 whose leading ``#+ `` lines are YAML. Its folder says what it is for; the lines
that count only with a parameter are told in `maillage.asking.variants`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from maillage.asking.textdates import compared
from maillage.asking.variants import (
    counting,
    everything,
    faults,
    filled,
    line_of,
    unbound,
    values_row,
    variants,
)
from maillage.dates import read_day
from maillage.errors import MaillageError, NotFoundError
from maillage.places import Places, shown
from maillage.store.embedded import Oxigraph
from maillage.terms import XSD, expand
from maillage.things.rdf import Literal, NamedNode, Term

#: What the header of a query in each folder must say, and may say.
FOLDERS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "questions": (frozenset({"title", "question", "columns", "tags"}), frozenset({"params", "caveat", "caveats"})),
    "networks": (
        frozenset({"title", "question", "columns", "tags", "directed"}),
        frozenset({"params", "caveat", "caveats", "two_modes"}),
    ),
    "caveats": (frozenset({"title", "words", "columns"}), frozenset({"question", "tags", "params"})),
    "checks": (
        frozenset({"title", "question", "columns", "tags", "severity", "message", "fix"}),
        frozenset({"params"}),
    ),
    "rules": (frozenset({"title"}), frozenset({"question", "tags"})),
    "profiles": (
        frozenset({"title", "of", "example"}),
        frozenset({"question", "tags", "expected", "inverse", "reading"}),
    ),
    "mappings": (frozenset({"title", "to"}), frozenset({"question", "tags"})),
}
PARAM_TYPES = ("iri", "string", "integer", "decimal", "date", "boolean")
COLUMN_TYPES = ("iri", "string", "integer", "decimal", "date", "boolean")
LANGUAGES = ("fr", "en")
_PARAM_KEYS = {"type", "of", "scheme", "example", "other", "last", "required", "default", "unless", "under", *LANGUAGES}
#: The safe loader in C where this machine has it: ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLACES = re.compile(r"\{(\w+)\}")
_TRUTH = {"true": "true", "1": "true", "oui": "true", "false": "false", "0": "false", "non": "false"}


@dataclass(frozen=True)
class Parameter:
    """A parameter: its type; for an IRI the classes (CURIE) or concept scheme it is of; an example; names in words.

    `under` is the class that a class given must be a kind of. `last` makes a partial date (2018) mean its last day.
    `required` parameters have no sensible answer without a value. `default` is the value of a parameter not given,
    `unless` another one is a thing of one of these classes; of a date, a document stands for the day it was read.
    """

    name: str
    type: str
    of: Sequence[str] | None
    scheme: str | None
    example: str
    words: Mapping[str, str]
    last: bool = False
    other: str | None = None
    required: bool = False
    default: str | None = None
    unless: Mapping[str, Sequence[str]] = field(default_factory=dict)
    under: str | None = None

    def literal(self, value: str) -> Literal:
        """The term of a value that is no IRI.

        Raises
        ------
        MaillageError
            When the value is not of the parameter's type.
        """
        try:
            if self.type == "date":
                return Literal(read_day(value, last=self.last).isoformat(), datatype=NamedNode(XSD + "date"))
            if self.type == "integer":
                return Literal(str(int(value)), datatype=NamedNode(XSD + "integer"))
            if self.type == "decimal":
                return Literal(f"{Decimal(value):f}", datatype=NamedNode(XSD + "decimal"))
            if self.type == "boolean":
                return Literal(_TRUTH[value.lower()], datatype=NamedNode(XSD + "boolean"))
        except (ValueError, InvalidOperation, KeyError):
            raise MaillageError(
                f"parameter '{self.name}': {value!r} is no {self.type}.",
                fix=f"Write it like {self.name}={self.example}.",
            ) from None
        return Literal(value)


@dataclass(frozen=True)
class ColumnSpec:
    """A column a query declares: its type, its heading in both languages, whether tables for people show it."""

    name: str
    type: str
    words: Mapping[str, str]
    shown: bool = True


@dataclass(frozen=True)
class Query:
    """One query file."""

    name: str
    kind: str
    path: Path
    text: str
    header: Mapping[str, Any]
    params: Mapping[str, Parameter] = field(default_factory=dict)
    columns: tuple[ColumnSpec, ...] = ()
    caveats: tuple[Query, ...] = ()

    def words(self, key: str, lang: str = "fr") -> str:
        """A header text in a language (French where the other is missing)."""
        value = self.header.get(key) or {}
        return str(value.get(lang) or value.get("fr") or "") if isinstance(value, Mapping) else str(value)

    @property
    def tags(self) -> list[str]:
        """The query's tags."""
        return list(self.header.get("tags") or [])

    @property
    def targets(self) -> list[str]:
        """What a mapping maps to: one name, or several that share it."""
        to = self.header.get("to") or []
        return list(to) if isinstance(to, list) else [to]

    def error(self, what: str, fix: str = "", line: int = 1) -> MaillageError:
        """An error about this file."""
        return MaillageError(what, file=shown(self.path), line=line, fix=fix)

    @cached_property
    def examples(self) -> dict[str, Term]:
        """What binds each parameter in the file as it lies: its example; in a profile `this`, the profile's."""
        found: dict[str, Term] = {}
        for name, parameter in self.params.items():
            found[name] = _node(parameter.example) if parameter.type == "iri" else parameter.literal(parameter.example)
            if parameter.default is not None and expand(parameter.default) is None:
                parameter.literal(parameter.default)
        if self.kind == "profiles":
            found["this"] = _node(str(self.header.get("example")))
        return found

    @property
    def required(self) -> list[str]:
        """The parameters without which there is no answer; `this` of a profile."""
        needed = [name for name, parameter in self.params.items() if parameter.required]
        return [*needed, "this"] if self.kind == "profiles" else needed

    def filled(self, values: Mapping[str, Sequence[Term]]) -> str:
        """The SPARQL of these parameters' variant, each term written by a term serialiser; several are several rows.

        Raises
        ------
        MaillageError
            When a required parameter is left out: the file as it lies would answer its example.
        """
        for name in self.required:
            if not values.get(name):
                raise self.error(f"the query needs the parameter '{name}'.", "Give it a value.")
        return filled(self.text, self.examples, {name: terms for name, terms in values.items() if terms})


def read_query(path: Path, kind: str) -> Query:
    """Read and verify one query file.

    Raises
    ------
    MaillageError
        Naming file and line: no header, bad YAML, a missing or unknown key, a parameter that is declared and not used
        or the reverse, columns that are not what the query returns, SPARQL that does not parse.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise MaillageError(f"this query cannot be read ({error}).", file=shown(path)) from None
    header, lines = _header(path, text)
    query = Query(path.stem, kind, path, text, header)
    required, optional = FOLDERS[kind]
    for key in header:
        if key not in required | optional:
            known = ", ".join(sorted(required | optional))
            raise query.error(f"unknown key '{key}' in the header.", f"Keys of a {kind} query: {known}.", lines(key))
    for key in sorted(required):
        if key not in header:
            raise query.error(f"the header lacks the key '{key}'.", f"Add a line '#+ {key}: ...'.")
    for key in ("title", "question", "message", "fix", "caveat", "words"):
        value = header.get(key)
        if value is not None and not (isinstance(value, Mapping) and all(value.get(lang) for lang in LANGUAGES)):
            raise query.error(f"'{key}' must be said in fr and en.", f"#+ {key}: {{fr: ..., en: ...}}", lines(key))
    if header.get("severity") not in (None, "fault", "notice"):
        raise query.error("severity is fault or notice.", "Choose one.", lines("severity"))
    if not isinstance(header.get("tags") or [], list):
        raise query.error("tags is a list.", "#+ tags: [coordination]", lines("tags"))
    if kind == "mappings" and not all(isinstance(to, str) and re.fullmatch(r"[a-z]+", to) for to in query.targets):
        raise query.error("'to' is the name of what is mapped to, or a list.", "#+ to: [cpov, org]", lines("to"))
    for key in ("directed", "reading", "two_modes"):
        named = key == "two_modes" and _two_names(header.get(key))
        if key in header and not (isinstance(header[key], bool) or named):
            fix = "Or the names of the two: [actor, theme]." if key == "two_modes" else ""
            raise query.error(f"{key} is true or false.", fix, lines(key))
    for key, form in (("expected", "{mlg:Actor: [mlg:siren]}"), ("inverse", "{org:unitOf: {fr: ..., en: ...}}")):
        for name, spec in _mapping(query, key, lines):
            worded = isinstance(spec, Mapping) and all(spec.get(lang) for lang in LANGUAGES)
            if not (isinstance(spec, list) if key == "expected" else worded):
                raise query.error(f"'{name}' of '{key}' is not written right.", f"#+ {key}: {form}", lines(key))
    params = {name: _parameter(query, name, spec, lines(name)) for name, spec in _mapping(query, "params", lines)}
    for name, parameter in params.items():
        for other in parameter.unless:
            if other not in params or parameter.default is None:
                fix = "Name a parameter of the query, of a parameter that has a default."
                raise query.error(f"parameter '{name}': 'unless' names '{other}' in vain.", fix, lines(name))
    columns = tuple(_column(query, name, spec, lines(name)) for name, spec in _mapping(query, "columns", lines))
    query = Query(path.stem, kind, path, text, header, params, columns, _caveats(query, lines))
    _verify(query, lines)
    return query


def _two_names(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(name, str) and name for name in value)


def _header(path: Path, text: str) -> tuple[dict[str, Any], Any]:
    head: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#+"):
            break
        head.append(line[3:] if line.startswith("#+ ") else line[2:])
    place = shown(path)
    if not head:
        raise MaillageError(
            "this query has no header.", file=place, line=1, fix="Begin it with '#+ title: {fr: ..., en: ...}' lines."
        )
    try:
        header = yaml.load("\n".join(head), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise MaillageError(
            f"the header is not YAML: {getattr(error, 'problem', error)}.",
            file=place,
            line=mark.line + 1 if mark else 1,
            fix="Look at braces, colons and quotes of that line.",
        ) from None
    if not isinstance(header, dict):
        raise MaillageError("the header is no list of 'key: value'.", file=place, line=1, fix="See CONTRIBUTING.md.")

    def lines(key: str) -> int:
        return next((n for n, line in enumerate(head, 1) if re.match(rf"\s*['\"]?{re.escape(str(key))}\b", line)), 1)

    return header, lines


def _mapping(query: Query, key: str, lines: Any) -> Iterator[tuple[str, Any]]:
    value = query.header.get(key) or {}
    if not isinstance(value, Mapping):
        raise query.error(f"'{key}' is a list of 'name: {{...}}'.", "", lines(key))
    yield from ((str(name), spec) for name, spec in value.items())


def _caveats(query: Query, lines: Any) -> tuple[Query, ...]:
    """The queries of ``caveats: [...]``, which stand in the folder caveats/ beside the query's own."""
    names = query.header.get("caveats") or []
    if not isinstance(names, list):
        raise query.error("caveats is a list.", "#+ caveats: [register-sample]", lines("caveats"))
    folder = query.path.parent.parent / "caveats"
    for name in names:
        if not (folder / f"{name}.rq").is_file():
            known = ", ".join(path.stem for path in sorted(folder.glob("*.rq"))) or "none"
            raise query.error(f"there is no caveat '{name}'.", f"There are: {known}.", lines("caveats"))
    return tuple(read_query(folder / f"{name}.rq", "caveats") for name in names)


def _parameter(query: Query, name: str, spec: Any, line: int) -> Parameter:
    if not isinstance(spec, Mapping) or spec.get("type") not in PARAM_TYPES:
        raise query.error(f"parameter '{name}' needs a type.", f"One of {', '.join(PARAM_TYPES)}.", line)
    for key in spec:
        if key not in _PARAM_KEYS:
            raise query.error(f"parameter '{name}' has an unknown key '{key}'.", "", line)
    for key in ("example", *LANGUAGES):
        if not str(spec.get(key) or "").strip():
            raise query.error(
                f"parameter '{name}' lacks '{key}'.", "Give an example value and a name in fr and en.", line
            )
    words = {lang: str(spec[lang]) for lang in LANGUAGES}
    if "default" in spec and not str(spec["default"] or "").strip():
        raise query.error(f"parameter '{name}' has an empty default.", "Give a value, or drop the key.", line)
    other = None if spec.get("other") is None else str(spec["other"])
    classes = spec.get("of")
    classes = [classes] if isinstance(classes, str) else classes
    if classes is not None and not (isinstance(classes, list) and classes and all(isinstance(c, str) for c in classes)):
        raise query.error(f"parameter '{name}' has an odd 'of'.", "Write a class, or a list: [mlg:A, mlg:B].", line)
    return Parameter(
        *(name, str(spec["type"]), classes),
        *(spec.get("scheme"), str(spec["example"]), words),
        last=bool(spec.get("last")),
        other=other,
        required=bool(spec.get("required")),
        default=None if spec.get("default") is None else str(spec["default"]),
        unless=dict(spec.get("unless") or {}),
        under=spec.get("under"),
    )


def _column(query: Query, name: str, spec: Any, line: int) -> ColumnSpec:
    if not isinstance(spec, Mapping) or spec.get("type") not in COLUMN_TYPES:
        raise query.error(f"column '{name}' needs a type.", f"One of {', '.join(COLUMN_TYPES)}.", line)
    if set(spec) - {"type", "shown", *LANGUAGES} or not all(spec.get(lang) for lang in LANGUAGES):
        fix = "'shown: false' keeps it for csv and json."
        raise query.error(f"column '{name}' needs type, fr and en, and nothing else but shown.", fix, line)
    words = {lang: str(spec[lang]) for lang in LANGUAGES}
    return ColumnSpec(name, str(spec["type"]), words, shown=bool(spec.get("shown", True)))


def _node(example: str) -> NamedNode:
    iri = expand(example)
    if iri is None:
        raise MaillageError(f"the example '{example}' is no IRI.", fix="Write a CURIE such as body:siren-130007834.")
    return NamedNode(iri)


def verify_variants(query: Query) -> None:
    """Read every variant of a query: each binds what is given and no more, parses, and returns the same columns.

    `read_query` reads only the file as it lies and the variant of all parameters: six parameters are 64 variants.

    Raises
    ------
    MaillageError
        Naming file and line.
    """
    declared = {column.name for column in query.columns}
    for given in variants(list(query.examples), query.required):
        returned = set(_verify_variant(query, given, 1))
        if returned != declared:
            names = " and ".join(given)
            odd = ", ".join(sorted(returned ^ declared))
            raise query.error(f"with {names}, other columns are returned ({odd}).", "Return the same in every variant.")


def _verify_variant(query: Query, given: list[str], line: int) -> list[str]:
    """The columns a variant returns; none for a CONSTRUCT."""
    if fault := unbound(query.text, query.examples, given):
        what, fix, at = fault
        raise query.error(what, fix, at or line)
    sparql = query.filled({name: [query.examples[name]] for name in given})
    try:
        if query.kind in ("rules", "profiles", "mappings"):
            Oxigraph().construct(sparql)
            return []
        returned, _ = Oxigraph().select(sparql)
    except MaillageError as error:
        asked = " and ".join(name for name in given if name not in query.required)
        place = re.search(r"\bat (\d+):", error.what)
        what = f"with {asked}: {error.what}" if asked else error.what
        raise query.error(what, error.fix, int(place[1]) if place else error.line or 1) from None
    return returned


def _verify(query: Query, lines: Any) -> None:
    try:
        examples = query.examples
    except MaillageError as error:
        raise query.error(error.what, error.fix, lines("params") if query.params else lines("example")) from None
    for what, fix, line in faults(query.text, examples):
        raise query.error(what, fix, line)
    for reader, variable, at in compared(everything(query.text)):
        what = f"{reader} reads '?{variable}', a date as people write it, which has no order with a day."
        raise query.error(what, "Read its bounds (mlg:startEarliest...), or STR(...) of it.", line_of(query.text, at))
    for name in query.required:
        row = values_row(name, [examples[name]])
        if row not in counting(query.text):
            what = f"the file as it lies does not bind '{name}', without which there is no answer."
            raise query.error(what, f"Write the line without a mark: {row}", lines(name))
    for given in (query.required, list(examples)):
        missing = next((name for name in given if f"VALUES ?{name} " not in query.text), None)
        returned = _verify_variant(query, given, lines(missing) if missing else 1)
    if query.kind in ("rules", "profiles", "mappings"):
        return
    declared = [column.name for column in query.columns]
    for name in declared:
        if name not in returned:
            others = ", ".join(f"'{n}'" for n in returned if n not in declared) or "nothing else"
            raise query.error(
                f"column '{name}' is declared but the query returns {others}.", "Rename one of them.", lines(name)
            )
    for name in returned:
        if name not in declared:
            raise query.error(f"the query returns '{name}', which no column declares.", "Declare it in columns.")
    if query.kind == "networks" and not {"source", "target"} <= set(declared):
        raise query.error("a network has the columns source and target.", "Name them so.")
    if query.kind == "caveats":
        for lang in LANGUAGES:
            for name in sorted(set(_PLACES.findall(query.words("words", lang))) - set(declared)):
                raise query.error(
                    f"the words speak of '{{{name}}}', which is no column.", "Declare it.", lines("words")
                )
    if query.kind == "checks" and (not declared or declared[0] != "subject"):
        raise query.error("the first column of a check is 'subject'.", "Name it so.")
    if not re.search(r"ORDER\s+BY", query.text, re.I):
        raise query.error("the query has no ORDER BY.", "Add one that orders the rows wholly.")


class Catalogue:
    """The queries of a queries/ folder, read when first asked for."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._held: dict[str, dict[str, Path]] = {}

    def hold(self, *kinds: str) -> None:
        """Read the queries of these folders now, and look at no file of theirs again."""
        for kind in kinds:
            self._held[kind] = self._paths(kind)
            self.of(kind)

    def of(self, kind: str) -> list[Query]:
        """The queries of a folder, by name."""
        return [self._query(path, kind) for path in self._paths(kind).values()]

    def _paths(self, kind: str) -> dict[str, Path]:
        if kind in self._held:
            return self._held[kind]
        folder = self.places.queries / kind
        return {path.stem: path for path in sorted(folder.glob("*.rq"))} if folder.is_dir() else {}

    def _query(self, path: Path, kind: str) -> Query:
        if path not in self._read:
            self._read[path] = read_query(path, kind)
        return self._read[path]

    @cached_property
    def _read(self) -> dict[Path, Query]:
        return {}

    def get(self, kind: str, name: str) -> Query:
        """A query by name; no other is read.

        Raises
        ------
        NotFoundError
            Offering the nearest names.
        """
        paths = self._paths(kind)
        if name not in paths:
            from difflib import get_close_matches

            near = get_close_matches(name, list(paths), n=3, cutoff=0.4)
            offer = f"Did you mean {' or '.join(near)}?" if near else "See the list: maillage queries."
            raise NotFoundError(f"there is no query '{name}' in queries/{kind}.", fix=offer)
        return self._query(paths[name], kind)
