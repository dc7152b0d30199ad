"""What a bundle is: where it will be served, which release, which variant: options come in, facts go out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from maillage.errors import MaillageError
from maillage.terms import BASE

#: Where the files are said to be when nobody says otherwise: the project's own address, once w3id/ is registered.
DEFAULT_BASE = f"{BASE}files/"


@dataclass(frozen=True)
class Release:
    """A release: its version, the address its folder is served under (ends in ``/``), its days (2026-11-29).

    `issued` is the day of the data (the youngest source read); `start` and `end` bound what it speaks of; `sparql` is
    the address of an endpoint that serves it; `persons` says whether persons in an official capacity are in it.
    """

    version: str
    base: str
    modified: str
    start: str
    end: str
    sparql: str = ""
    contact: str = ""
    persons: bool = False

    def url(self, path: str) -> str:
        """The address of a file."""
        return self.base + path

    @property
    def given_base(self) -> bool:
        """Whether someone said where the files will be."""
        return self.base != DEFAULT_BASE

    @property
    def tag(self) -> str:
        """What the variant adds to names, empty for the one without persons."""
        return "/with-persons" if self.persons else ""


def checked_base(text: str | None) -> str:
    """The address given for the folder, ending in ``/``; the project's own where none is given.

    Raises
    ------
    MaillageError
        For what is no http address, or one with a query or a fragment.
    """
    if text is None:
        return DEFAULT_BASE
    return _address(text, "--base-url").rstrip("/") + "/"


def checked_sparql(text: str | None) -> str:
    """The address given for an endpoint, empty where none is.

    Raises
    ------
    MaillageError
        For what is no http address.
    """
    return "" if text is None else _address(text, "--sparql")


def _address(text: str, option: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`#?/]+(/[^\s<>\"{}|\\^`#?]*)?", text):
        fix = "Write it like https://example.org/maillage/."
        raise MaillageError(f"{option}: '{text}' is no address of the web (http or https).", fix=fix)
    return text


def checked_contact(text: str | None) -> str:
    """The address to write to: ``mailto:...`` or a page; empty where none is given.

    Raises
    ------
    MaillageError
        For neither a mail nor a web address.
    """
    if text is None:
        return ""
    if re.fullmatch(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+", mail := text.removeprefix("mailto:")):
        return f"mailto:{mail}"
    return _address(text, "--contact")


def checked_version(text: str) -> str:
    """A version as Semantic Versioning writes it: 0.2.0.

    Raises
    ------
    MaillageError
        For another form.
    """
    if not re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?", text):
        raise MaillageError(f"--release: '{text}' is no version.", fix="Write it like 0.2.0.")
    return text
