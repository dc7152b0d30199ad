"""Which page is made by what: the name of a page comes in; the function that makes it goes out."""

from __future__ import annotations

from collections.abc import Callable

from maillage.pages import other
from maillage.pages.setting import Given, Setting

#: What a page is made by: the setting, what it is of (an IRI, the name of a question, or nothing), what its forms gave.
Page = Callable[[Setting, str, Given], bytes]

PAGES: dict[str, Page] = {
    "thing": other.page,
}
