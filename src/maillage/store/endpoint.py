"""An outside SPARQL 1.1 endpoint behind the port: queries go out over HTTP; rows and triples come in.

What an engine far away does badly is spared it: things are asked about many at a time (`expect`), long answers in
pages. How it is talked to is `talk`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NoReturn

from maillage.errors import MaillageError
from maillage.store.port import Row
from maillage.store.raw import Answered, Raw
from maillage.store.talk import LongError, Patience, Talk
from maillage.things.rdf import BlankNode, NamedNode, Term, Triple

ROWS = "application/sparql-results+json"
TRIPLES = ("application/n-triples", "text/turtle;q=0.5")
#: Rows asked for at a time once an answer may have been cut, how few at least, and things asked about at a time.
_PAGE, _SHORTEST, _MANY = 10_000, 200, 200
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*\n|PREFIX\s+[^\s<]*\s*<[^>]*>|BASE\s+<[^>]*>)*", re.I)


class Endpoint:
    """A store behind the port: one endpoint by its address.

    Parameters
    ----------
    url:
        Of the endpoint; what it needs besides (`?default-graph-uri=...`) stands in it.
    patience:
        How long to wait, and how often to try.
    through:
        Whether what the endpoint does wrong passes by all that handles errors of use (`UnansweredError`).
    """

    def __init__(self, url: str, patience: Patience | None = None, *, through: bool = False) -> None:
        self.url, self.talk = url, Talk(url, patience, through=through)
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
            found = self._asked(query, ROWS)
        except LongError:
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
                found = self._asked(paged, ROWS)
            except LongError:
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
        found = self._asked(query, ", ".join(TRIPLES))
        if not isinstance(found, list):
            raise MaillageError("this query is no CONSTRUCT.", fix="Write a CONSTRUCT query here.")
        return found

    def run(self, query: str) -> Answered:
        """Whatever a query of any form gives: (variables, rows), triples, or yes/no."""
        try:
            return self._asked(query, ", ".join((ROWS, *TRIPLES)))
        except LongError as error:
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

    def raw(self, query: str, accept: str, size: int) -> Raw:
        """The answer to a query as the endpoint gives it, once, and not longer than so many bytes."""
        return self.talk.raw(query, accept, size)

    def anew(self) -> None:
        """Begin as another process: no connection and nothing known."""
        self.talk.anew()
        self._about.clear()
        self._named.clear()

    def _asked(self, query: str, accept: str) -> Answered:
        return self.talk.asked(query, accept)


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


def counted(query: str) -> str:
    """The query for how many rows a SELECT has."""
    prologue = _PROLOGUE.match(query)
    head = prologue[0] if prologue else ""
    return f"{head}\nSELECT (COUNT(*) AS ?n) WHERE {{ {{\n{query[len(head) :]}\n}} }}"
