"""What every page is made from: a graph, a language, a day, and where the other pages are; nothing goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from maillage.asking.answers import defaults, written
from maillage.dates import read_day
from maillage.errors import MaillageError
from maillage.library import Graph
from maillage.pages.kit.paths import ENDINGS, data_of, page_of
from maillage.pages.kit.shipped import digest
from maillage.terms import DCT, MLG

LANGUAGES = ("fr", "en")
#: What the forms of a page gave: a value for each name, several where it was given again.
Given = Mapping[str, str | list[str]]
#: The question whose default day is that of the register.
_DATED = "contracts-in-force"


class Addresses(Protocol):
    """Where things are, seen from the page that is being made; None for what is not there (SPARQL, on files)."""

    def home(self) -> str:
        """The home page."""

    def thing(self, iri: str, /, **given: Any) -> str | None:
        """The page of a thing, with what its forms are given; None for what is not ours."""

    def things(self) -> str | None:
        """Where pages of things are, for a script: `{id}` stands for the end of an IRI."""

    def data(self, iri: str, ending: str = "") -> str | None:
        """The triples of a thing; `ending` is one of `paths.ENDINGS`."""

    def questions(self) -> str:
        """The list of questions."""

    def question(self, name: str, /, **given: Any) -> str | None:
        """The page of a question, with values of its parameters (texts, or lists of them)."""

    def rows(self, name: str, form: str, /, **given: Any) -> str | None:
        """The answer to a question as a file: `form` is ``csv`` or ``json``."""

    def network(self, name: str, /, **given: Any) -> str | None:
        """The explorer on a network."""

    def drawn(self, name: str, form: str, /, **given: Any) -> str | None:
        """A network for the explorer: `form` is ``json``, ``csv`` (its links), or ``links`` (to ask about one)."""

    def sparql(self, query: str = "") -> str | None:
        """The editor, with a query in it."""

    def terms(self) -> str | None:
        """What the editor completes (`maillage.pages.asked.completion`)."""

    def compare(self, **given: Any) -> str | None:
        """The comparison of two territories or dates."""

    def search(self) -> str:
        """What the search box is sent to, as `q`."""

    def ontology(self) -> str | None:
        """The page of the vocabulary."""

    def static(self, file: str) -> str:
        """A style sheet, script or picture of `shipped`."""

    def other_language(self) -> str:
        """This page in the other language."""

    def carried(self) -> Mapping[str, str]:
        """What a form that is sent by GET must carry in hidden fields, since it drops the query of its address."""

    def answers(self) -> bool:
        """Whether what a form sends is answered: by a server, not by files."""

    def canonical(self) -> str | None:
        """The one address this page is known by; None where it is not known."""


@dataclass(frozen=True, kw_only=True)
class Around:
    """All that the frame of a page needs; a page that says something of the graph takes a `Setting`."""

    lang: str
    addresses: Addresses

    @property
    def other(self) -> str:
        """The other language."""
        return next(lang for lang in LANGUAGES if lang != self.lang)


@dataclass(frozen=True, kw_only=True)
class Setting(Around):
    """What a page is made from.

    Attributes
    ----------
    graph: what is asked.
    lang: ``fr`` or ``en``.
    addresses: where the other pages are.
    at: the day "today" stands for: that of the register, never the clock's.
    """

    graph: Graph
    at: date


def setting(graph: Graph, lang: str, addresses: Addresses) -> Setting:
    """The setting on the day of the register.

    Raises
    ------
    MaillageError
        For another language, or a graph no document of which has a date.
    """
    if lang not in LANGUAGES:
        raise MaillageError(f"'{lang}' is no language of these pages.", fix=f"There are: {', '.join(LANGUAGES)}.")
    return Setting(lang=lang, addresses=addresses, graph=graph, at=register_day(graph))


def register_day(graph: Graph) -> date:
    """The day questions take for today; without the register, the last day a document was read or issued.

    Raises
    ------
    MaillageError
        When no document has a date.
    """
    built = graph.built
    said = defaults(built.catalogue.get("questions", _DATED), {}, built.names).get("day")
    if said is None:
        days = (t.object.value for p in (MLG + "retrieved", DCT + "issued") for t in built.store.values(None, p))
        said = max((day for day in days if len(day) == 10), default=None)
    if said is None:
        raise MaillageError("no document of this graph has a date.", fix="Give one of them dct:issued.")
    return read_day(said)


def in_forms(setting: Setting, iri: str) -> list[tuple[str, str]]:
    """The triples of a thing in each form that is there: (address, media type)."""
    found = ((setting.addresses.data(iri, ending), media) for ending, media in ENDINGS.items())
    return [(address, media) for address, media in found if address]


def one(given: Given, name: str) -> str:
    """The (last) value a form gave, without blanks around; empty where it gave none."""
    value = given.get(name, "")
    return (value[-1] if isinstance(value, list) else value).strip()


def day_of(setting: Setting, given: Given, name: str) -> date:
    """The day a form gave; that of the register where it gave none.

    Raises
    ------
    MaillageError
        When it is no day.
    """
    said = one(given, name)
    try:
        return read_day(said) if said else setting.at
    except ValueError as error:
        raise MaillageError(f"{name}: {error}.", fix=f"For example: {name}={setting.at}.") from None


@dataclass(frozen=True)
class Served:
    """Addresses on a server.

    Attributes
    ----------
    lang: of the pages; English is said in each address, French is not.
    here: the path of this page.
    given: the query of this page, the language left out.
    """

    lang: str = LANGUAGES[0]
    here: str = "/"
    given: tuple[tuple[str, str], ...] = ()

    def home(self) -> str:
        """The home page."""
        return self._at("/")

    def thing(self, iri: str, /, **given: Any) -> str | None:
        """The page of a thing."""
        path = page_of(iri)
        return None if path is None else self._at(path, given)

    def things(self) -> str | None:
        """Where pages of things are."""
        return self._at("/page/{id}")

    def data(self, iri: str, ending: str = "") -> str | None:
        """The triples of a thing."""
        path = data_of(iri)
        return None if path is None else path + ending

    def questions(self) -> str:
        """The list of questions."""
        return self._at("/questions")

    def question(self, name: str, /, **given: Any) -> str | None:
        """The page of a question."""
        return self._at(f"/questions/{name}", given)

    def rows(self, name: str, form: str, /, **given: Any) -> str | None:
        """The answer to a question as a file."""
        return self._at(f"/api/questions/{name}", {**given, "format": form})

    def network(self, name: str, /, **given: Any) -> str | None:
        """The explorer on a network."""
        return self._at(f"/explore/{name}", given)

    def drawn(self, name: str, form: str, /, **given: Any) -> str | None:
        """A network as the explorer reads it."""
        return self._at(f"/explore/{name}/links" if form == "links" else f"/explore/{name}.{form}", given)

    def sparql(self, query: str = "") -> str | None:
        """The editor; a query stands after `#`, since one after `?` is run."""
        return self._at("/sparql") + (f"#{urlencode({'query': query})}" if query else "")

    def terms(self) -> str | None:
        """What the editor completes."""
        return self._at("/api/terms")

    def compare(self, **given: Any) -> str | None:
        """The comparison."""
        return self._at("/compare", given)

    def search(self) -> str:
        """Where the search box is sent."""
        return "/search"

    def ontology(self) -> str | None:
        """The page of the vocabulary."""
        return self._at("/def")

    def static(self, file: str) -> str:
        """A shipped file, named with its content, so that it can be kept for ever."""
        return f"/static/{file}?v={digest(file)}"

    def other_language(self) -> str:
        """This page in the other language."""
        other = [] if self.lang == LANGUAGES[1] else [("lang", LANGUAGES[1])]
        return self.here + _query([*self.given, *other])

    def carried(self) -> Mapping[str, str]:
        """The language, in hidden fields."""
        return dict(self._language())

    def answers(self) -> bool:
        """A server answers."""
        return True

    def canonical(self) -> str | None:
        """A server does not know by what name it is reached."""
        return None

    def _language(self) -> list[tuple[str, str]]:
        return [] if self.lang == LANGUAGES[0] else [("lang", self.lang)]

    def _at(self, path: str, given: Mapping[str, Any] | None = None) -> str:
        return path + _query([*pairs(given or {}), *self._language()])


def pairs(given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Values as an address says them: a list is said again for each; None is left out.

    >>> pairs({"day": date(2023, 6, 8), "kind": ["a", "b"], "actor": None})
    [('day', '2023-06-08'), ('kind', 'a'), ('kind', 'b')]
    """
    several = ((name, value if isinstance(value, list | tuple) else [value]) for name, value in given.items())
    return [(name, written(one)) for name, values in several for one in values if one is not None]


def _query(said: list[tuple[str, str]]) -> str:
    return f"?{urlencode(said)}" if said else ""
