"""Literals: a term comes in, its canonical form (numbers, booleans) goes out; a text, and its Turtle form does."""

from __future__ import annotations

import re
from decimal import Decimal

from maillage.terms import XSD
from maillage.things.rdf import Literal, Term

INTEGERS = {
    XSD + name
    for name in (
        *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger"),
        *("negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
    )
}
DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)\Z", re.ASCII)
WHOLE = re.compile(r"[+-]?\d+\Z", re.ASCII)
DOUBLE = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?\Z", re.ASCII)


def canonical(term: Term) -> Term:
    """A number or boolean in its canonical form; any other term, or an ill-typed one, as it is."""
    if not isinstance(term, Literal):
        return term
    text, datatype = term.value.strip(" \t\r\n"), term.datatype.value
    if datatype == XSD + "boolean" and text in ("1", "0", "true", "false"):
        return Literal("true" if text in ("1", "true") else "false", datatype=term.datatype)
    if datatype in INTEGERS and WHOLE.match(text):
        return Literal(_plain_number(text), datatype=term.datatype)
    if datatype == XSD + "decimal" and DECIMAL.match(text):
        number = _plain_number(text)
        return Literal(number if "." in number else number + ".0", datatype=term.datatype)
    if datatype in (XSD + "double", XSD + "float") and DOUBLE.match(text):
        return Literal(_scientific(text), datatype=term.datatype)
    return term


def _plain_number(text: str) -> str:
    sign, digits = ("-", text[1:]) if text[0] == "-" else ("", text.lstrip("+"))
    whole, _, fraction = digits.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    number = f"{whole}.{fraction}" if fraction else whole
    return number if number == "0" else sign + number


def _scientific(text: str) -> str:
    sign, digits, exponent = Decimal(text).as_tuple()
    assert isinstance(exponent, int)
    trimmed = "".join(map(str, digits)).lstrip("0")
    power = exponent + len(trimmed) - 1
    trimmed = trimmed.rstrip("0")
    if not trimmed:
        return ("-" if sign else "") + "0.0E0"
    return f"{'-' if sign else ''}{trimmed[0]}.{trimmed[1:] or '0'}E{power}"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def quoted(text: str) -> str:
    out = []
    for char in text:
        if char in _ESCAPES:
            out.append(_ESCAPES[char])
        elif ord(char) < 0x20 or ord(char) == 0x7F or char in "\u2028\u2029\ufeff\u0085":
            out.append(f"\\u{ord(char):04X}")
        else:
            out.append(char)
    return '"' + "".join(out) + '"'
