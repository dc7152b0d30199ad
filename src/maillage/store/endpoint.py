"""An outside SPARQL 1.1 endpoint behind the port: queries go out over HTTP; rows and triples come in.

What an engine far away does badly is spared it: things are asked about many at a time (`expect`), long answers in
pages, and what failed in passing again. User and token come from the environment and stand in no message.
"""

from __future__ import annotations

import os
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import pyoxigraph as ox

from maillage.errors import MaillageError, ParseError
from maillage.store.port import Row
from maillage.things.rdf import BlankNode, Literal, NamedNode, Term, Triple
from maillage.things.text import printable

if TYPE_CHECKING:
    import requests

#: The environment says who asks: a user and password (basic), or a token (bearer).
USER, PASSWORD, TOKEN = "MAILLAGE_ENDPOINT_USER", "MAILLAGE_ENDPOINT_PASSWORD", "MAILLAGE_ENDPOINT_TOKEN"
_ROWS = "application/sparql-results+json"
_TRIPLES = ("application/n-triples", "text/turtle;q=0.5")
#: Statuses that may be another one a moment later.
_PASSING = (429, 500, 502, 503, 504)
#: Rows asked for at a time once an answer may have been cut, how few at least, and things asked about at a time.
_PAGE, _SHORTEST, _MANY = 10_000, 200, 200
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*\n|PREFIX\s+[^\s<]*\s*<[^>]*>|BASE\s+<[^>]*>)*", re.I)


@dataclass(frozen=True)
class Patience:
    """How long to wait for an answer (seconds), how often to try, and how long between, at first."""

    timeout: float = 60.0
    tries: int = 3
    pause: float = 1.0


class _PassingError(Exception):
    def __init__(self, error: MaillageError, wait: float | None = None) -> None:
        super().__init__(error.what)
        self.error, self.wait = error, wait


class _LongError(MaillageError):
    """An answer that the endpoint finds too long."""


class Endpoint:
    """A store behind the port: one endpoint by its address.

    Parameters
    ----------
    url:
        Of the endpoint; what it needs besides (`?default-graph-uri=...`) stands in it.
    patience:
        How long to wait, and how often to try.
    """

    def __init__(self, url: str, patience: Patience | None = None) -> None:
        import requests

        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise MaillageError(f"'{printable(url)}' is no address of an endpoint.", fix="Write http://host/sparql.")
        if "@" in urlsplit(url).netloc:
            raise MaillageError("a password does not belong into an address.", fix=f"Set {USER} and {PASSWORD}.")
        self.url, self.patience = url, patience or Patience()
        self._session = requests.Session()
        self._session.auth = self._sign
        self._about: dict[str, list[Triple]] = {}
        self._named: dict[str, None] = {}
        self._page = _PAGE

    def __len__(self) -> int:
        """Facts in all, as the endpoint counts them."""
        _, rows = self.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
        return int(next((row[0].value for row in rows if row[0] is not None), 0))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):
            raise AttributeError(name)
        raise MaillageError(
            f"an outside endpoint is only asked; this ({name}) needs the graph itself.", fix="Leave --endpoint out."
        )

    def select(self, query: str) -> tuple[list[str], Iterator[Row]]:
        """Variables and rows of a SELECT; an answer that is too long for the endpoint is asked for in pages."""
        try:
            found = self._asked(query, _ROWS)
        except _LongError:
            found = None
        if isinstance(found, bool | list):
            raise MaillageError("this query is no SELECT.", fix="Write a SELECT query here.")
        names, rows = found or ([], [])
        # A round number of rows may be all that the endpoint gives at a time.
        if found is None or (rows and len(rows) % 1000 == 0):
            first, more = self._pages(query, names, len(rows))
            return first, iter(rows + more)
        return names, iter(rows)

    def _pages(self, query: str, names: list[str], start: int) -> tuple[list[str], list[Row]]:
        """The names and rows of a query after the first `start`; a page that is too long is asked for by halves."""
        rows: list[Row] = []
        while (paged := _page_of(query, names, start + len(rows), self._page)) is not None:
            try:
                found = self._asked(paged, _ROWS)
            except _LongError:
                if self._page < _SHORTEST:
                    raise
                self._page //= 2
                continue
            if not isinstance(found, tuple):
                break
            names = found[0]
            rows += found[1]
            got = len(found[1])
            if not got or (got < self._page and got % 1000):
                break  # the end: no round number that the endpoint may have cut at
        return names, rows

    def construct(self, query: str) -> list[Triple]:
        """Triples of a CONSTRUCT or DESCRIBE."""
        found = self._asked(query, ", ".join(_TRIPLES))
        if not isinstance(found, list):
            raise MaillageError("this query is no CONSTRUCT.", fix="Write a CONSTRUCT query here.")
        return found

    def run(self, query: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        """Whatever a query of any form gives: (variables, rows), triples, or yes/no."""
        try:
            return self._asked(query, ", ".join((_ROWS, *_TRIPLES)))
        except _LongError as error:
            if not re.search(r"ORDER\s+BY", query, re.I):
                raise MaillageError(error.what, fix="Order it (ORDER BY), and it is asked for in pages.") from None
            return self._pages(query, [], 0)

    def expect(self, iris: Iterable[str]) -> None:
        """Fetch what is said of things that will be asked about, many at a time."""
        new = sorted({iri for iri in iris if iri not in self._about and _is_iri(iri)})
        for start in range(0, len(new), _MANY):
            few = new[start : start + _MANY]
            said: dict[str, list[Triple]] = defaultdict(list)
            values = " ".join(f"<{iri}>" for iri in few)
            _, rows = self.select(
                f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o }} ORDER BY ?s ?p STR(?o)"
            )
            for s, p, o in rows:
                if isinstance(s, NamedNode) and isinstance(p, NamedNode) and o is not None:
                    said[s.value].append(Triple(s, p, o))
            for iri in few:
                self._about[iri] = said[iri]
                self._named.update(dict.fromkeys(end for t in said[iri] if (end := _plain_iri(t.object))))

    def values(self, subject: str | None, predicate: str, obj: str | None = None) -> Iterator[Triple]:
        """Facts by pattern (IRIs)."""
        if subject is not None:
            if subject not in self._about:
                # What was named last by what was fetched will be asked about next, as a rule.
                near = [iri for iri in self._named if iri not in self._about][-_MANY + 1 :]
                self._named.clear()
                self.expect([subject, *near])
            for triple in self._about.get(subject, ()):
                if triple.predicate.value == predicate and obj in (None, _plain_iri(triple.object)):
                    yield triple
            return
        p = NamedNode(predicate)
        value = "?o" if obj is None else str(NamedNode(obj))
        picked, end = ("?s ?o", "STR(?o)") if obj is None else ("?s", "")
        _, rows = self._pages(f"SELECT {picked} WHERE {{ ?s {p} {value} }} ORDER BY STR(?s) {end}", [], 0)
        for row in rows:
            term = row[1] if obj is None else NamedNode(obj)
            if isinstance(row[0], NamedNode | BlankNode) and term is not None:
                yield Triple(row[0], p, term)

    def _sign(self, request: Any) -> Any:
        """Put on a request who asks; on one to another host, where the endpoint leads on to, nothing."""
        import requests

        if urlsplit(request.url)[:2] == urlsplit(self.url)[:2]:
            if token := os.environ.get(TOKEN):
                request.headers["Authorization"] = f"Bearer {token}"
            elif user := os.environ.get(USER):
                return requests.auth.HTTPBasicAuth(user, os.environ.get(PASSWORD, ""))(request)
        return request

    def _asked(self, query: str, accept: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        """The answer to a query, asked again after a failure that may pass."""
        pause = self.patience.pause
        for left in range(self.patience.tries - 1, -1, -1):
            try:
                return self._once(query, accept)
            except _PassingError as failure:
                if not left:
                    raise failure.error from None
                time.sleep(min(failure.wait or pause, 30.0))
                pause *= 2
        raise AssertionError

    def _once(self, query: str, accept: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
        import requests

        where = urlsplit(self.url)._replace(query="").geturl()
        try:
            answer = self._session.post(
                self.url,
                data={"query": query},
                headers={"Accept": accept},
                timeout=(10.0, self.patience.timeout),
                allow_redirects=True,
            )
            body = answer.content
        except requests.exceptions.Timeout:
            late = f"{where} does not answer within {self.patience.timeout:g} seconds."
            raise _PassingError(MaillageError(late, fix="Ask for less, or try again later.")) from None
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError):
            raise _PassingError(MaillageError(f"{where} cut its answer short.", fix="Try again.")) from None
        except requests.exceptions.RequestException:
            gone = MaillageError(f"{where} cannot be reached.", fix="Look at the address, and whether it is up.")
            raise _PassingError(gone) from None
        if answer.status_code != 200:
            self._refused(answer, where)
        said = answer.headers.get("Content-Length", "")
        if said.isdigit() and not answer.headers.get("Content-Encoding") and int(said) != len(body):
            raise _PassingError(MaillageError(f"{where} cut its answer short.", fix="Try again."))
        return _read(body, answer.headers.get("Content-Type", ""), where)

    def _refused(self, answer: requests.Response, where: str) -> NoReturn:
        """Tell an answer that is none."""
        status = answer.status_code
        if status in (401, 403):
            fix = f"Set {USER} and {PASSWORD}, or {TOKEN}."
            raise MaillageError(f"{where} wants to know who asks, or does not let you ask ({status}).", fix=fix)
        if status in _PASSING:
            after = answer.headers.get("Retry-After", "")
            error = MaillageError(f"{where} fails at this query ({status}): {_words(answer)}", fix="Try again later.")
            raise _PassingError(error, float(after) if after.isdigit() else None)
        if status == 413:
            raise _LongError(f"{where} finds the answer too long: {_words(answer)}", fix="Ask for a part of it.")
        if status == 400:
            raise ParseError(f"{where} does not read this query: {_words(answer)}")
        raise MaillageError(f"{where} answers {status}: {_words(answer)}", fix="Look at the address.")


def _words(answer: requests.Response) -> str:
    """What a server says besides, without marks and cut."""
    said = answer.text
    for name in (TOKEN, PASSWORD):
        if secret := os.environ.get(name):
            said = said.replace(secret, "...")
    return printable(" ".join(re.sub(r"<[^>]*>", " ", said).split()))[:300] or "nothing more."


def _read(body: bytes, kind: str, where: str) -> tuple[list[str], list[Row]] | list[Triple] | bool:
    """An answer as rows, triples or yes/no.

    Raises
    ------
    MaillageError
        When it is neither: a page for people, or one that breaks off.
    """
    media = kind.partition(";")[0].strip().lower()
    if media in ("text/html", "application/xhtml+xml"):
        raise MaillageError(f"{where} answers with a page for people.", fix="Give the address that takes queries.")
    try:
        form = ox.RdfFormat.from_media_type(media)
        if form is not None and "results" not in media:
            return [_triple(quad) for quad in ox.parse(body, format=form, rename_blank_nodes=True)]
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        names = [variable.value for variable in found.variables]
        return names, [tuple(_term(solution[name]) for name in names) for solution in found]
    except (SyntaxError, ValueError, OSError):
        cut = MaillageError(f"the answer of {where} cannot be read ({media or 'of no kind'}).", fix="Try again.")
        raise _PassingError(cut) from None


def _term(value: object) -> Term | None:
    if value is None or isinstance(value, NamedNode | BlankNode | Literal):
        return value
    raise MaillageError("the query gives a triple term (RDF 1.2), which no table can hold.")


def _triple(quad: Any) -> Triple:
    return Triple(quad.subject, quad.predicate, quad.object)


def _plain_iri(term: Term) -> str | None:
    return term.value if isinstance(term, NamedNode) else None


def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _page_of(query: str, names: list[str], start: int, size: int) -> str | None:
    """The query for `size` rows after the first `start`; None where the query says itself how many it wants.

    After the first page, which tells the columns, the ordered query stands inside: some engines refuse to skip many
    rows of what they have just sorted.
    """
    if re.search(r"\b(?:LIMIT|OFFSET)\s+\d+\s*$", re.sub(r"#[^\n<>]*(?=\n|$)", "", query).strip(), re.I):
        return None
    if not names:
        return f"{query}\nLIMIT {size} OFFSET {start}"
    prologue = _PROLOGUE.match(query)
    head = prologue[0] if prologue else ""
    picked = " ".join(f"?{name}" for name in names)
    return f"{head}\nSELECT {picked} WHERE {{ {{\n{query[len(head) :]}\n}} }} LIMIT {size} OFFSET {start}"
