"""The facts an importer says: CURIEs and plain values come in, descriptions (predicate -> terms) and triples go out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from maillage.errors import MaillageError
from maillage.naming.normalise import spelled
from maillage.terms import XSD, expand
from maillage.things.rdf import Literal, NamedNode, Term, Triple

#: What one subject says: predicate IRI -> its terms.
Description = dict[str, set[Term]]


@lru_cache(maxsize=65536)
def iri(name: str) -> str:
    """The IRI of a CURIE of the project's table (an IRI stays as it is)."""
    full = expand(name)
    if full is None:
        raise MaillageError(f"'{name}' is neither an IRI nor a name with a known prefix.")
    return full


def node(name: str) -> NamedNode:
    """The term of a CURIE or IRI."""
    return NamedNode(iri(name))


def fr(text: str) -> Literal:
    """French words."""
    return Literal(text, language="fr")


def en(text: str) -> Literal:
    """English words."""
    return Literal(text, language="en")


def code(text: str) -> Literal:
    """A code or other plain string."""
    return Literal(text)


def integer(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))


def is_day(text: str) -> bool:
    """Whether a text is a day, a month or a year that exists: 2024-06-30, 2024-06, 2024."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def when(text: str) -> Literal:
    """A date as its form says: 2024-06-30 (xsd:date), 2024-06 (xsd:gYearMonth) or 2024 (xsd:gYear)."""
    if is_day(text):
        return Literal(text, datatype=NamedNode(XSD + {10: "date", 7: "gYearMonth", 4: "gYear"}[len(text)]))
    raise MaillageError(f"'{text}' is no date.", fix="Write 2026, 2026-03 or 2026-03-09.")


Value = Term | str | None
#: Predicate CURIE -> what is said.
Facts = Mapping[str, Value | Iterable[Value]]


def describe(kinds: str | Iterable[str], facts: Facts) -> Description:
    """A description from CURIEs.

    Parameters
    ----------
    kinds:
        The class, or classes, as CURIEs.
    facts:
        Predicate CURIE -> a term, a CURIE (a plain str is always one), several of them, or None for nothing.
    """
    out: Description = defaultdict(set)
    out[iri("rdf:type")] = {node(kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)}
    for predicate, said in facts.items():
        values = [said] if said is None or isinstance(said, str | NamedNode | Literal) else list(said)  # type: ignore[arg-type]
        terms = {node(value) if isinstance(value, str) else value for value in values if value is not None}
        if terms:
            out[iri(predicate)] = terms
    return dict(out)


def triples_of(subject: str, said: Description) -> list[Triple]:
    """The triples of a description."""
    return [Triple(NamedNode(subject), NamedNode(p), o) for p, terms in said.items() for o in terms]


def slug(text: str) -> str:
    """A readable end of an IRI: `Prado-Nord / Périer` -> `prado-nord-perier`."""
    return "-".join(spelled(text).replace("_", " ").split())
