"""The variants of a query: its text and the parameters given come in; the SPARQL that counts then goes out.

A line that begins with ``#?name `` belongs to the query only when the parameter `name` is given, ``#?!name `` only
when it is not, ``#?a,b `` when all are; as the file lies they are comments. A parameter is bound by ``VALUES ?name {
example }``, whose row is replaced by the terms given. A line keeps its number in every variant.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from maillage.things.rdf import Term

_CONDITION = re.compile(r"^([ \t]*)#\?(!?)(\w+(?:,\w+)*) ", re.M)
#: What begins as a condition and is none.
_ODD = re.compile(r"^[ \t]*#\?(?!!?\w+ |\w+(?:,\w+)+ ).*", re.M)
#: The parts of a text in which a word is no SPARQL; a condition's own mark is skipped, so that its line is read.
_PART = re.compile(
    r"(?P<mark>^[ \t]*#\?!?\w+(?:,\w+)* )|(?P<comment>\#[^\n]*)|(?P<iri><[^<>\"{}|^`\\\s]*>)"
    r"|(?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')",
    re.M | re.S,
)
_ROW = re.compile(r"VALUES\s*\?(\w+)\s*\{([^{}]*)\}", re.I)
_ROWS = re.compile(r"VALUES\s*\(([^()]*)\)", re.I)


def conditions(text: str) -> dict[str, int]:
    """The parameters that the ``#?`` lines name -> the first line that does."""
    named: dict[str, int] = {}
    for mark in _CONDITION.finditer(text):
        for name in mark[3].split(","):
            named.setdefault(name, line_of(text, mark.start()))
    return named


def selected(text: str, given: Collection[str]) -> str:
    """The text of a variant: the lines that count when these parameters are given lose their mark."""

    def chosen(mark: re.Match[str]) -> str:
        names = mark[3].split(",")
        counts = names[0] not in given if mark[2] else all(name in given for name in names)
        return mark[1] if counts else mark[0]

    return _CONDITION.sub(chosen, text)


def values_row(name: str, terms: Sequence[Term]) -> str:
    """The line that binds a parameter, each term as its serialiser writes it."""
    return f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"


def filled(text: str, examples: Mapping[str, Term], terms: Mapping[str, Sequence[Term]]) -> str:
    """The SPARQL of the variant of these parameters, their terms in place of the examples.

    All in one pass: a row that a user's string happens to spell is left alone.
    """
    rows = {values_row(name, [examples[name]]): values_row(name, given) for name, given in terms.items()}
    if not rows:
        return selected(text, ())
    return re.sub("|".join(map(re.escape, rows)), lambda row: rows[row[0]], selected(text, terms))


def variants(names: Sequence[str], required: Collection[str]) -> Iterator[list[str]]:
    """Every combination of parameters a query may be given, from the least to all of them."""
    free = [name for name in names if name not in required]
    for count in range(len(free) + 1):
        for chosen in combinations(free, count):
            yield [name for name in names if name in required or name in chosen]


def faults(text: str, examples: Mapping[str, Term]) -> Iterator[tuple[str, str, int]]:
    """What breaks the law of these lines: a sentence, how to mend it, the line."""
    for part in _PART.finditer(text):
        if part.lastgroup == "string" and (mark := re.search(r"\n[ \t]*#\?", part[0])):
            line = line_of(text, part.start() + mark.end())
            yield "a '#?' line stands inside a string.", "Write the string on one line, with \\n.", line
    for odd in _ODD.finditer(text):
        fix = "Write '#?name ', '#?!name ' or '#?a,b ', then the line of the query."
        yield f"'{odd[0].split()[0]}' is no condition.", fix, line_of(text, odd.start())
    for name, line in conditions(text).items():
        if name not in examples:
            yield f"'#?{name}' names no declared parameter.", "Declare it in params, or mend the name.", line
    bare = _PART.sub(lambda part: part[0] if part.lastgroup == "iri" else re.sub(r"[^\n]", " ", part[0]), text)
    if undef := re.search(r"\bUNDEF\b", bare, re.I):
        fix = "Engines disagree on it: put the lines that need the value behind '#?name '."
        yield "UNDEF stands in the query.", fix, line_of(text, undef.start())
    for test in re.finditer(r"!\s*BOUND\s*\(\s*\?(\w+)\s*\)\s*\|\|", bare, re.I):
        if test[1] in examples:
            fix = f"Begin the line with '#?{test[1]} ' and drop the test."
            yield f"'!BOUND(?{test[1]}) ||' asks whether a parameter is given.", fix, line_of(text, test.start())
    everywhere = everything(text)
    for several in _ROWS.finditer(everywhere):
        for name in set(re.findall(r"\?(\w+)", several[1])) & set(examples):
            fix = f"Give it a row of its own: {values_row(name, [examples[name]])}"
            yield f"'{several[0]}' binds the parameter '{name}' beside others.", fix, line_of(text, several.start())
    for row in _ROW.finditer(everywhere):
        if row[1] in examples and row[0] != values_row(row[1], [examples[row[1]]]):
            fix = f"Write: {values_row(row[1], [examples[row[1]]])}"
            yield f"'{' '.join(row[0].split())}' is not the header's example.", fix, line_of(text, row.start())


def unbound(text: str, examples: Mapping[str, Term], given: Collection[str]) -> tuple[str, str, int] | None:
    """The first parameter that a variant binds though it is not given, or the reverse: a sentence, its mending, a line.

    The line is 0 where the fault is that there is none.
    """
    asked = counting(selected(text, given))
    for name, term in examples.items():
        row = values_row(name, [term])
        if name in given and row not in asked:
            when = (
                f" when {' and '.join(others)} {'are' if len(others) > 1 else 'is'} given"
                if (others := [f"'{other}'" for other in given if other != name])
                else ""
            )
            return f"parameter '{name}' has no VALUES row{when}.", f"Add the line: {row}", 0
        if name not in given and row in asked:
            fix = f"Begin the line with '#?{name} '."
            return f"parameter '{name}' is bound where it is not given.", fix, line_of(text, asked.index(row))
    return None


def counting(text: str) -> str:
    """What counts of a text as it lies: conditions are comments, and blanks stand in place of comments."""
    return everything(_CONDITION.sub(lambda mark: mark[0].replace("#?", "# ", 1), text))


def everything(text: str) -> str:
    """The text with blanks in place of comments and of the marks of conditions, of the same length."""

    def blank(part: re.Match[str]) -> str:
        return " " * len(part[0]) if part.lastgroup in ("comment", "mark") else part[0]

    return _PART.sub(blank, text)


def line_of(text: str, at: int) -> int:
    """The line of a place in a text, from 1."""
    return text.count("\n", 0, at) + 1
