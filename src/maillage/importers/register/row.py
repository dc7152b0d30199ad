"""A row of the register on its way: its line and data come in; what it is about, where it speaks and what it covers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from maillage.importers.register.claims import Thing
from maillage.importers.register.context import Where
from maillage.importers.register.perimeter import Perimeter


@dataclass
class Row:
    """A row of the register that is whole enough: its line, data, what it is about, where it speaks, what it covers.

    `read` holds where the territory is that of a body of today which may not be the one that signed.
    """

    line: int
    data: Mapping[str, Any]
    thing: Thing
    where: Where
    path: str = ""
    space: str = ""
    perimeter: Perimeter = field(default_factory=Perimeter)
    territories: list[str] = field(default_factory=list)
    read: bool = False
