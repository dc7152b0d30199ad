"""Which page is made by what: the name of a page comes in; the function that makes it goes out."""

from __future__ import annotations

from collections.abc import Callable

from maillage.pages import frame, home, maps, search, thing
from maillage.pages.setting import Given, Setting

#: What a page is made by: the setting, what it is of (an IRI, the name of a question, or nothing), what its forms gave.
Page = Callable[[Setting, str, Given], bytes]

PAGES: dict[str, Page] = {
    "home": home.page,
    "thing": thing.page,
    "search": search.page,
}


def read_ahead() -> None:
    """Read all that pages are made with, so that they can be made where nothing can be opened."""
    frame.read_ahead()
    maps.read_ahead()
