"""Importers: official lists come in, Turtle under graph/ goes out. Run by maintainers; nothing else imports them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from maillage.errors import NotFoundError

if TYPE_CHECKING:
    from maillage.importers.kit.base import Importer
    from maillage.importers.kit.source import Source

#: The modules that hold importers, in the order a maintainer runs them; each has a tuple IMPORTERS.
MODULES = (
    "geography.territories",
    "institutions.councils",
    "institutions.state",
    "institutions.insurance",
    "geography.neighbourhoods",
    "institutions.city_contracts",
    "institutions.counts",
    "hospitals.survey",
    "register.arrangements",
    "groupings.perimeters",
    "structures.finess",
    "links.links",
)


def importers() -> dict[str, Importer]:
    """Every importer by name, in the order in which they build on each other."""
    out: dict[str, Importer] = {}
    for module in MODULES:
        out.update({importer.name: importer for importer in import_module(f"{__name__}.{module}").IMPORTERS})
    return out


def sources() -> list[Source]:
    """The description of every source, the rooms in the order of their importers."""
    rooms = dict.fromkeys(module.partition(".")[0] for module in MODULES)
    return [source for room in rooms for source in import_module(f"{__name__}.{room}.sources").SOURCES]


def get_importer(name: str) -> Importer:
    """The importer of a name.

    Raises
    ------
    NotFoundError
        When there is none; the message lists those there are.
    """
    found = importers()
    if name not in found:
        raise NotFoundError(f"there is no importer '{name}'.", fix=f"There are: {', '.join(found)}.")
    return found[name]
