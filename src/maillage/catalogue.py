"""The catalogue: the .rq files come in; queries with header, parameters and columns go out, ready to run.

A query is a file of valid SPARQL 1.1 whose leading ``#+ `` lines are YAML. Its folder says what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from maillage.errors import MaillageError, NotFoundError
from maillage.places import Places, shown
from maillage.store import Store
from maillage.things.rdf import Term

#: What the header of a query in each folder must say, and may say.
FOLDERS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "questions": (frozenset({"title", "question", "columns", "tags"}), frozenset({"params", "caveat", "caveats"})),
    "networks": (
        frozenset({"title", "question", "columns", "tags", "directed"}),
        frozenset({"params", "caveat", "caveats"}),
    ),
    "caveats": (frozenset({"title", "words", "columns"}), frozenset({"question", "tags"})),
    "checks": (
        frozenset({"title", "question", "columns", "tags", "severity", "message", "fix"}),
        frozenset({"params"}),
    ),
    "rules": (frozenset({"title"}), frozenset({"question", "tags"})),
    "profiles": (frozenset({"title", "of"}), frozenset({"question", "tags", "expected", "inverse", "reading"})),
    "mappings": (frozenset({"title", "to"}), frozenset({"question", "tags"})),
}
PARAM_TYPES = ("iri", "string", "integer", "decimal", "date", "boolean")
COLUMN_TYPES = ("iri", "string", "integer", "decimal", "date", "boolean")
LANGUAGES = ("fr", "en")
_PARAM_KEYS = {"type", "of", "scheme", "example", "other", "last", "required", *LANGUAGES}
#: The safe loader in C where this machine has it: ten times faster.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLACES = re.compile(r"\{(\w+)\}")
_VALUES = re.compile(r"VALUES[ \t]+\?(\w+)[ \t]*\{[ \t]*UNDEF[ \t]*\}")


@dataclass(frozen=True)
class Parameter:
    """A parameter: its type; for an IRI the class (CURIE) or concept scheme it is of; an example; names in words.

    `last` makes a partial date (2018) mean its last day. `required` parameters have no sensible answer without a value.
    """

    name: str
    type: str
    of: str | None
    scheme: str | None
    example: str
    words: Mapping[str, str]
    last: bool = False
    other: str | None = None
    required: bool = False


@dataclass(frozen=True)
class ColumnSpec:
    """A column a query declares: its type and its heading in both languages."""

    name: str
    type: str
    words: Mapping[str, str]


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

    def error(self, what: str, fix: str = "", line: int = 1) -> MaillageError:
        """An error about this file."""
        return MaillageError(what, file=shown(self.path), line=line, fix=fix)

    def filled(self, values: Mapping[str, Term]) -> str:
        """The SPARQL text with parameters in place of their ``UNDEF`` rows, each written by a term serialiser."""
        return _VALUES.sub(
            lambda m: f"VALUES ?{m[1]} {{ {values[m[1]]} }}" if m[1] in values else m[0],
            self.text,
        )


def read_query(path: Path, kind: str) -> Query:
    """Read and verify one query file.

    Raises
    ------
    MaillageError
        Naming file and line: no header, bad YAML, a missing or unknown key, a parameter that is declared and not used
        or the reverse, columns that are not what the query returns, SPARQL that does not parse.
    """
    try:
        text = path.read_text(encoding="utf-8")
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
    for key in ("directed", "reading"):
        if key in header and not isinstance(header[key], bool):
            raise query.error(f"{key} is true or false.", "", lines(key))
    for key, form in (("expected", "{mlg:Actor: [mlg:siren]}"), ("inverse", "{org:unitOf: {fr: ..., en: ...}}")):
        for name, spec in _mapping(query, key, lines):
            worded = isinstance(spec, Mapping) and all(spec.get(lang) for lang in LANGUAGES)
            if not (isinstance(spec, list) if key == "expected" else worded):
                raise query.error(f"'{name}' of '{key}' is not written right.", f"#+ {key}: {form}", lines(key))
    params = {name: _parameter(query, name, spec, lines(name)) for name, spec in _mapping(query, "params", lines)}
    columns = tuple(_column(query, name, spec, lines(name)) for name, spec in _mapping(query, "columns", lines))
    query = Query(path.stem, kind, path, text, header, params, columns, _caveats(query, lines))
    _verify(query, lines)
    return query


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
    other = None if spec.get("other") is None else str(spec["other"])
    return Parameter(
        *(name, str(spec["type"]), spec.get("of"), spec.get("scheme"), str(spec["example"]), words),
        last=bool(spec.get("last")),
        other=other,
        required=bool(spec.get("required")),
    )


def _column(query: Query, name: str, spec: Any, line: int) -> ColumnSpec:
    if not isinstance(spec, Mapping) or spec.get("type") not in COLUMN_TYPES:
        raise query.error(f"column '{name}' needs a type.", f"One of {', '.join(COLUMN_TYPES)}.", line)
    if set(spec) - {"type", *LANGUAGES} or not all(spec.get(lang) for lang in LANGUAGES):
        raise query.error(f"column '{name}' needs type, fr and en, and nothing else.", "", line)
    return ColumnSpec(name, str(spec["type"]), {lang: str(spec[lang]) for lang in LANGUAGES})


def _verify(query: Query, lines: Any) -> None:
    used = set(_VALUES.findall(query.text))
    if query.kind == "profiles":
        if "this" not in used:
            raise query.error("a profile is about ?this.", "Add a line 'VALUES ?this { UNDEF }' to the pattern.")
        used.remove("this")
    for name in query.params:
        if name not in used:
            raise query.error(
                f"parameter '{name}' is declared but not used.",
                f"Add a line 'VALUES ?{name} {{ UNDEF }}' in the pattern where it is used.",
                lines(name),
            )
    for name in sorted(used - set(query.params)):
        raise query.error(f"'VALUES ?{name} {{ UNDEF }}' stands for no declared parameter.", "Declare it in params.")
    try:
        if query.kind in ("rules", "profiles", "mappings"):
            Store().construct(query.text)
            return
        returned, _ = Store().select(query.text)
    except MaillageError as error:
        raise query.error(error.what, error.fix, error.line or 1) from None
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

    def of(self, kind: str) -> list[Query]:
        """The queries of a folder, by name."""
        return [self._query(path, kind) for path in self._paths(kind).values()]

    def _paths(self, kind: str) -> dict[str, Path]:
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
