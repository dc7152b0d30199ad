"""A store comes in; the explicit claims none of whose quotations names what they are about go out.

What a claim is about is its first end, as the ontology declares it (`mlg:edgeFrom`). A body or a person has a name of
its own: a quotation must hold one of its names whole. Anything else (an event, a contract, a group) is often named by
its curator alone: the word that opens one of its names is enough, to its root ("signé" for a signature), or its
initials ("CLS"). In Python, for portable SPARQL knows neither styled letters (NFKC) nor accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from maillage.naming.normalise import normalised
from maillage.store.port import Store
from maillage.terms import MLG, OA, PREFIXES, SKOS
from maillage.things.rdf import NamedNode

_NAMES = (SKOS + "prefLabel", SKOS + "altLabel")
_OWN_NAME = (PREFIXES["body"], PREFIXES["person"])
#: What stands before the word that tells the thing, or between those that make its initials.
_ARTICLES = {"l", "le", "la", "les", "un", "une", "d", "de", "du", "des", "en", "et", "a", "au", "aux", "pour", "sur"}
_RANKS = {"premier", "premiere", "deuxieme", "troisieme", "deux", "nouveau", "nouvelle", "prochaines", "autres"}
_TAG = re.compile(r"#\w+")
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


@dataclass(frozen=True, order=True)
class Unnamed:
    """A claim and what it is about, which its quotations do not name."""

    claim: str
    subject: str


def unnamed(store: Store) -> list[Unnamed]:
    """Each claim that is neither inferred nor a row of a register, and names its subject in no quotation; sorted."""
    spans: dict[Unnamed, list[str]] = defaultdict(list)
    for edge in store.values(None, MLG + "edgeFrom"):
        _, rows = store.select(
            f"SELECT ?claim ?subject ?exact WHERE {{ ?quotation <{OA}exact> ?exact . "
            f"?claim <{MLG}evidence> ?quotation ; a <{edge.subject.value}> ; <{edge.object.value}> ?subject . "
            f"MINUS {{ ?claim <{MLG}certainty> <{PREFIXES['certainty']}inferred> }} }}"
        )
        for claim, subject, exact in rows:
            if claim is not None and isinstance(subject, NamedNode) and exact is not None:
                spans[Unnamed(claim.value, subject.value)].append(exact.value)
    names = {subject: _names(store, subject) for subject in {each.subject for each in spans}}
    nameless = {subject for subject, known in names.items() if not known}  # another check says so
    return sorted(
        each
        for each, said in spans.items()
        if each.subject not in nameless and not _named(each.subject, names[each.subject], said)
    )


def _names(store: Store, subject: str) -> list[str]:
    return [triple.object.value for predicate in _NAMES for triple in store.values(subject, predicate)]


def _named(subject: str, names: Iterable[str], quotations: Iterable[str]) -> bool:
    says = _says_whole if subject.startswith(_OWN_NAME) else _says_kind
    said = [_TAG.sub(lambda tag: _HUMP.sub(" ", tag[0]), unicodedata.normalize("NFKC", q)) for q in quotations]
    return any(says(name, quotation) for name in names for quotation in said)


def _says_whole(name: str, quotation: str) -> bool:
    """Whether the words of the name stand in the quotation, one after the other."""
    return f" {normalised(name)} " in f" {normalised(quotation)} "


def _says_kind(name: str, quotation: str) -> bool:
    """Whether the quotation holds the name, the word that opens it, or its initials."""
    if _says_whole(name, quotation):
        return True
    words = [word for word in normalised(name).split() if word not in _ARTICLES and word not in _RANKS]
    initials = "".join(word[0] for word in words)
    short = {run.casefold() for run in re.findall(r"[A-Z]{3,}", quotation)}
    if any(initials.startswith(run) for run in short):
        return True
    return bool(words) and any(_akin(words[0], word) for word in normalised(quotation).split())


def _akin(one: str, other: str) -> bool:
    """Whether two words share their root: five letters, or the shorter but for its last letter (four at least)."""
    root = min(5, len(one) - 1, len(other) - 1)
    return one == other or (root >= 4 and one[:root] == other[:root])
