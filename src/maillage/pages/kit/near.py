"""What was perhaps meant: a text that names nothing, or several things, comes in; things of the right kind go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from maillage.errors import NotFoundError
from maillage.naming.names import Names
from maillage.pages.kit.setting import Setting
from maillage.search.finding import Finder
from maillage.search.kept import finder
from maillage.terms import curie, expand


@dataclass(frozen=True)
class Near:
    """A thing: its IRI, and words that tell it from its namesakes."""

    iri: str
    words: str


def near(setting: Setting, text: str, of: Sequence[str] | None, limit: int = 6) -> list[Near]:
    """The things of one of some classes (CURIEs; all for None) whose name is near a text, best first."""
    search = finder(setting.graph.built.names)
    kinds = None if of is None else sorted({kind for one in of for kind in _kinds(search, one)})
    iri = expand(text)
    words = text if iri is None else iri.rstrip("/").rpartition("/")[2].replace("-", " ")
    hits = search.find(words, lang=setting.lang, kinds=kinds, limit=limit)
    return [Near(hit.iri, _told(hit.label, (hit.kind_label, hit.place))) for hit in hits]


def told(setting: Setting, iris: Iterable[str]) -> list[Near]:
    """Things in words: label, kind, short IRI."""
    names, lang = setting.graph.built.names, setting.lang
    return [Near(iri, _told(names.label(iri, lang), (*_kind(names, iri, lang), curie(iri)))) for iri in iris]


def _kinds(search: Finder, name: str) -> list[str]:
    with suppress(NotFoundError):
        return search.kinds(name)
    return []


def _kind(names: Names, iri: str, lang: str) -> list[str]:
    return [names.label(kind, lang) for kind in names.kinds(iri)[:1]]


def _told(label: str, about: Iterable[str]) -> str:
    said = ", ".join(filter(None, about))
    return f"{label} ({said})" if said else label
