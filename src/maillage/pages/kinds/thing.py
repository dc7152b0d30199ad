"""Which page a thing has: its IRI comes in; the page of the first of its kinds that has one goes out."""

from __future__ import annotations

from maillage.pages.kinds import actor, arrangement, document, other, territory
from maillage.pages.kit.setting import Given, Setting
from maillage.terms import MLG

#: Class -> what makes its page; the first that fits.
_PAGES = (
    ("Actor", actor.page),
    ("Arrangement", arrangement.page),
    ("Territory", territory.page),
    ("Document", document.page),
)


def page(setting: Setting, iri: str, given: Given) -> bytes:
    """The page of a thing that the graph knows."""
    types = setting.graph.built.names.types(iri)
    made = next((made for kind, made in _PAGES if MLG + kind in types), other.page)
    return made(setting, iri, given)
