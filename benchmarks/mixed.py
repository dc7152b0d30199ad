"""A mixed load of a server: how many requests, and how many at a time, come in; what each was answered goes out.

A request is right when it has the status that its kind is to have: refusals too are answers.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit

MLG = "https://w3id.org/maillage/def#"
ID = "https://w3id.org/maillage/id/"


@dataclass(frozen=True)
class Request:
    """One request: its kind, path, the status it is to have, and how it is sent."""

    kind: str
    path: str
    status: int = 200
    accept: str = "*/*"
    method: str = "GET"
    body: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """What came of a request, and the seconds it took; status 0 where the connection broke."""

    request: Request
    status: int
    seconds: float

    @property
    def right(self) -> bool:
        """Whether it was answered as it is to be."""
        return self.status == self.request.status


def sparql(kind: str, query: str, status: int = 200, accept: str = "*/*") -> Request:
    """A query by GET."""
    return Request(kind, f"/sparql?{urlencode({'query': query})}", status, accept)


def posted(kind: str, query: str, status: int = 200) -> Request:
    """A query as a form."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    return Request(kind, "/sparql", status, method="POST", body=urlencode({"query": query}), headers=form)


def mix(things: list[str]) -> list[Request]:
    """One of each request; `things` are IRIs of the graph, each asked for as page, data and by what is said of it."""
    few = "SELECT ?s ?p ?o { ?s a <%sRegion> ; ?p ?o } LIMIT 100" % MLG  # noqa: UP031 (braces of SPARQL)
    out = [
        sparql("ASK", "ASK {}"),
        sparql("ASK", "ASK { ?s ?p ?o }"),
        sparql("ASK", f"ASK {{ ?s a <{MLG}Unicorn> }}"),
        posted("SELECT", few),
        *(sparql("SELECT", few, accept=f"application/sparql-results+{form}") for form in ("json", "xml")),
        sparql("SELECT", few, accept="text/csv"),
        sparql("SELECT", f"SELECT (COUNT(*) AS ?n) {{ ?s a <{MLG}Contract> }}"),
        sparql("CONSTRUCT", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 100", accept="text/turtle"),
        sparql("refused", "SELECT * {", 400),
        sparql("refused", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", 403),
        sparql("refused", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403),
        sparql("refused", "ASK {}", 406, accept="image/png"),
        sparql("refused", "SELECT * { ?s ?p ?o . ?a ?b ?c }", 413),
        Request("refused", "/page/organisation/nobody-of-that-name", 404),
        Request("refused", "/search?lang=xx", 400),
        Request("refused", "/sparql", 405, method="DELETE"),
        *(Request("page", path) for path in ("/", "/?lang=en", "/questions", "/questions/contracts", "/def")),
        *(Request("API", path) for path in ("/api/questions", "/api/questions/classes", "/api/openapi.json")),
        Request("API", "/api/questions/contracts?territory=54&format=csv"),
        *(Request("search", f"/api/search?q={quote(text)}") for text in ("coeur", "cpam mosele", "130007834", "xqzt")),
        Request("search", "/search?q=strasbuorg"),
        Request("health", "/health"),
    ]
    for iri in things:
        below = iri.removeprefix(ID)
        out.append(Request("page", f"/page/{quote(below)}"))
        out += [Request("data", f"/data/{quote(below)}.{ending}") for ending in ("ttl", "jsonld")]
        out.append(Request("IRI", f"/id/{quote(below)}", 303, "text/html"))
        out.append(sparql("SELECT", f"SELECT ?p ?o {{ <{iri}> ?p ?o }}"))
    return out


def sent(url: str, requests: list[Request], at_once: int = 8) -> list[Answered]:
    """Send requests over so many connections, each kept open, and wait for all answers."""
    waiting: Iterator[Request] = iter(requests)
    found: list[Answered] = []
    taking = threading.Lock()

    def client() -> None:
        connection = HTTPConnection(urlsplit(url).netloc, timeout=120)
        while True:
            with taking:
                request = next(waiting, None)
            if request is None:
                break
            start = time.perf_counter()
            try:
                connection.request(
                    request.method, request.path, request.body, {"Accept": request.accept, **request.headers}
                )
                answer = connection.getresponse()
                length = answer.getheader("Content-Length")
                whole = length is None or len(answer.read()) == int(length)
                answer.read()
                status = answer.status if whole else 0
            except OSError:
                status = 0
                connection.close()
            found.append(Answered(request, status, time.perf_counter() - start))
        connection.close()

    clients = [threading.Thread(target=client) for _ in range(at_once)]
    for one in clients:
        one.start()
    for one in clients:
        one.join()
    return found


def load(things: list[str], number: int, seed: int = 1) -> list[Request]:
    """So many requests of the mix, in an order that is the same each time."""
    kinds = mix(things)
    chance = random.Random(seed)
    requests = [kinds[i % len(kinds)] for i in range(number)]
    chance.shuffle(requests)
    return requests
