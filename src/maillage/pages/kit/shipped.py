"""Files that pages load: a name comes in; its bytes, media type and a digest of its content go out.

All are read once, before a worker is sealed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from maillage.errors import NotFoundError

STATIC = Path(__file__).parents[1] / "static"
#: What a file may be, by its ending.
MEDIA = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".txt": "text/plain",
}


@dataclass(frozen=True)
class Shipped:
    """One file; `digest` changes with its content."""

    data: bytes
    media: str
    digest: str


@cache
def shipped() -> dict[str, Shipped]:
    """All files, by their path below `static/`."""
    found = {}
    for path in sorted(path for path in STATIC.rglob("*") if path.suffix in MEDIA):
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()[:12]
        found[path.relative_to(STATIC).as_posix()] = Shipped(data, MEDIA[path.suffix], digest)
    return found


def shipped_file(name: str) -> Shipped:
    """A file.

    Raises
    ------
    NotFoundError
        For another name.
    """
    if name not in shipped():
        raise NotFoundError("there is no such file.", fix=f"There are: {', '.join(shipped())}.")
    return shipped()[name]


def digest(name: str) -> str:
    """What changes with the content of a file."""
    return shipped_file(name).digest
