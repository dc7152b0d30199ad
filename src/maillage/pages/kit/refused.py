"""What a page says of a value it cannot take: the whole page, and the status it is sent with."""

from __future__ import annotations

from maillage.errors import MaillageError


class Refused(MaillageError):
    """A page that shows what is wrong and how to mend it, for a person to read."""

    def __init__(self, page: bytes, status: int) -> None:
        super().__init__("what the form was given cannot be taken.", fix="The page says which value, and why.")
        self.page, self.status = page, status
