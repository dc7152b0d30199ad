"""The body of a form with one file: a path comes in; bytes, read as they are sent, go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote


class Multipart:
    """The body of a form with one file, read as it is sent: memory never holds the file.

    Give it as a body with `headers`; it has a length, so that the portal knows when something lacks.
    """

    _MARK = "maillage-7d3f0c2a9be14c58"

    def __init__(self, path: Path, field_name: str, name: str, media: str, fields: Mapping[str, str]) -> None:
        parts = [
            f'--{self._MARK}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()
        ]
        head = (
            f'--{self._MARK}\r\nContent-Disposition: form-data; name="{field_name}"; filename="{quote(name)}"\r\n'
            f"Content-Type: {media or 'application/octet-stream'}\r\n\r\n"
        )
        self._head = ("".join(parts) + head).encode()
        self._tail = f"\r\n--{self._MARK}--\r\n".encode()
        self._length = len(self._head) + path.stat().st_size + len(self._tail)
        self._file = path.open("rb")
        self._left = [self._head]
        self._ended = False

    @classmethod
    def type(cls) -> str:
        """The value of Content-Type."""
        return f"multipart/form-data; boundary={cls._MARK}"

    def __len__(self) -> int:
        return self._length

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def __iter__(self) -> Iterator[bytes]:
        while block := self.read(1 << 16):
            yield block

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""
        if self._left:
            return self._left.pop()
        if not self._ended and (block := self._file.read(size if size > 0 else 1 << 20)):
            return block
        if not self._ended:
            self._ended = True
            return self._tail
        return b""
