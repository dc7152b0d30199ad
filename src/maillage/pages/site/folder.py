"""Addresses in a folder of files: the plan and the page that is being made come in; relative links go out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from maillage.asking.answers import written
from maillage.pages.kit.setting import LANGUAGES
from maillage.pages.site.plan import Plan, below
from maillage.views.ontology_html import file_of

#: The folder of the vocabulary, with its pages in all languages and its files.
VOCABULARY = "def"


@dataclass(frozen=True)
class Folder:
    """Addresses seen from one file.

    Attributes
    ----------
    here: path of the file, below the folder of its language.
    whole: whether links are said with the address of the folder, for a page that is shown anywhere (404).
    """

    plan: Plan
    lang: str
    here: str
    whole: bool = False

    def home(self) -> str:
        """The home page."""
        return self._to("index.html")

    def thing(self, iri: str, /, **given: Any) -> str | None:
        """The page of a thing, where the folder has one, and nothing more is asked of it."""
        path = self.plan.things.get(iri)
        return None if path is None or _said(given) else self._to(path)

    def things(self) -> str | None:
        """Where pages of things are: `{id}` stands for the end of an IRI."""
        return self._to("page/0thing0.html").replace("0thing0", "{id}")

    def data(self, iri: str, ending: str = "") -> str | None:
        """No triples: the file of a release has them."""
        return None

    def questions(self) -> str:
        """The list of questions."""
        return self._to("questions.html")

    def question(self, name: str, /, **given: Any) -> str | None:
        """The page of a question as it is answered here."""
        if name not in self.plan.questions or (given and not self._usual(name, given)):
            return None
        return self._to(f"questions/{name}.html")

    def rows(self, name: str, form: str, /, **given: Any) -> str | None:
        """The answer that the page of a question shows, as a file."""
        return self._to(f"questions/{name}.{form}") if self._usual(name, given) else None

    def network(self, name: str, /, **given: Any) -> str | None:
        """The explorer on a whole network."""
        return self._to(f"explore/{name}.html") if name in self.plan.networks and not _said(given) else None

    def drawn(self, name: str, form: str, /, **given: Any) -> str | None:
        """The drawing of a whole network, its rows, or the parts in which what is said of its links lies."""
        if _said(given):
            return None
        if form == "json":
            return self._shared(f"explore/{name}.json")
        return self._to(f"explore/{name}.csv") if form == "csv" else self._to(f"explore/{name}/0.json", "0", "{part}")

    def sparql(self, query: str = "") -> str | None:
        """No editor: files answer no query."""
        return None

    def terms(self) -> str | None:
        """Nothing to complete."""
        return None

    def compare(self, **given: Any) -> str | None:
        """No comparison: it is made of what one asks."""
        return None

    def search(self) -> str:
        """The page that searches in the browser."""
        return self._to("search.html")

    def ontology(self) -> str | None:
        """The page of the vocabulary."""
        return self._shared(f"{VOCABULARY}/{file_of(self.lang)}")

    def static(self, file: str) -> str:
        """A style sheet, script or picture."""
        return self._shared(f"static/{file}")

    def index(self) -> str:
        """What the search looks in."""
        return self._shared("search.json")

    def other_language(self) -> str:
        """This page in the other language."""
        other = next(lang for lang in LANGUAGES if lang != self.lang)
        return self._from(below(other, "index.html" if self.whole else self.here))

    def carried(self) -> Mapping[str, str]:
        """Nothing: the language is the folder's."""
        return {}

    def answers(self) -> bool:
        """Whether what a form sends is answered."""
        return False

    def canonical(self) -> str | None:
        """The address of this page, where that of the folder is said."""
        return f"{self.plan.base}{quote(below(self.lang, self.here))}" if self.plan.base and not self.whole else None

    def _usual(self, name: str, given: Mapping[str, Any]) -> bool:
        """Whether these are the values that a question is asked with here."""
        usual = self.plan.questions.get(name)
        return usual is not None and _said(given) == dict(usual)

    def _to(self, path: str, last: str = "", instead: str = "") -> str:
        address = self._from(below(self.lang, path))
        head, slash, file = address.rpartition("/")
        return address if not last else f"{head}{slash}{file.replace(last, instead, 1)}"

    def _shared(self, path: str) -> str:
        return self._from(path)

    def _from(self, path: str) -> str:
        if self.whole and self.plan.base:
            return self.plan.base + quote(path)
        return quote(posixpath.relpath(path, posixpath.dirname(below(self.lang, self.here)) or "."))


def _said(given: Mapping[str, Any]) -> dict[str, str]:
    """What is given, as texts; a list of one is that one."""
    plain = {name: value[0] if isinstance(value, list) and len(value) == 1 else value for name, value in given.items()}
    return {name: written(value) for name, value in plain.items() if value is not None}
