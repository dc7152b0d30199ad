"""Which page is made by what: the name of a page comes in; the function that makes it goes out."""

from __future__ import annotations

from collections.abc import Callable

from maillage.pages import home, search
from maillage.pages.asked import console, question, questions
from maillage.pages.kinds import thing
from maillage.pages.kit import frame, maps
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.networks import comparison, drawings, explorer

#: What a page is made by: the setting, what it is of (an IRI, the name of a question, or nothing), what its forms gave.
Page = Callable[[Setting, str, Given], bytes]

PAGES: dict[str, Page] = {
    "home": home.page,
    "compare": comparison.page,
    "console": console.page,
    "thing": thing.page,
    "network": explorer.page,
    "search": search.page,
    "questions": questions.page,
    "question": question.page,
}

#: Pages that, made once, have read and imported all that any page needs, so that a sealed worker opens nothing.
AHEAD: tuple[tuple[str, str, Given], ...] = (
    ("compare", "", {"territory": "44", "at": "2018", "then": "2023"}),
    ("compare", "", {"territory": "nothing of that name"}),
    ("console", "", {}),
    ("questions", "", {}),
    ("question", "roles", {}),
    ("question", "classes", {"parent": "x"}),
    ("network", "funding", {}),
)


def read_ahead() -> None:
    """Read all that pages are made with, so that they can be made where nothing can be opened."""
    frame.read_ahead()
    maps.read_ahead()
    drawings.read_ahead()
