"""Three portals on this machine, with their state and their moods: requests come in over HTTP; answers, or failures, go out.

Each speaks as much of its API as a push needs, with the refusals of the real one. A `Mood` says what goes wrong, when.
"""

from __future__ import annotations

import hashlib
import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Answer = tuple[int, Any]


@dataclass
class Mood:
    """Something that goes wrong: a status, `hang`, `cut` (no answer), `lost` (done, then no answer), `half` (an answer
    that ends too soon), `upload` (the connection ends while the body comes), `echo` (401 with the headers in it),
    `html` (a page), `late` (done two seconds later); for requests of a method and a path, so many times."""

    what: str | int
    method: str = ""
    path: str = ""
    times: int = 10**6
    headers: dict[str, str] = field(default_factory=dict)
    skip: int = 0

    def takes(self, method: str, path: str) -> bool:
        """Whether it is this request that goes wrong."""
        if self.times <= 0 or self.method not in ("", method) or not re.search(self.path, path):
            return False
        if self.skip:
            self.skip -= 1
            return False
        self.times -= 1
        return True


@dataclass
class Seen:
    """A request that came."""

    method: str
    path: str
    headers: dict[str, str]
    size: int


class Fake:
    """A portal: its answers are given by `respond`."""

    token = "s3cr3t-Token/with+odd=chars"
    header = "Authorization"
    scheme = ""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.moods: list[Mood] = []
        self.released = threading.Event()
        self.url = ""
        self.lock = threading.Lock()

    def respond(self, method: str, path: str, query: dict[str, str], body: Any, file: bytes | None) -> Answer:
        """What it answers to one request that is signed."""
        raise NotImplementedError

    def unsigned(self) -> Answer:
        """What it answers to one that is not."""
        return 401, {"message": "Invalid API token", "status": 401}

    @property
    def writes(self) -> list[Seen]:
        """The requests that change something."""
        return [one for one in self.seen if one.method != "GET"]

    @property
    def sent(self) -> int:
        """Bytes of all bodies."""
        return sum(one.size for one in self.seen)

    def forget(self) -> None:
        """Forget what came and what was to go wrong."""
        self.seen.clear()
        self.moods.clear()


def _parts(content: bytes, kind: str) -> tuple[dict[str, str], bytes | None]:
    """The fields of a form and its file."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + content)
    fields: dict[str, str] = {}
    file = None
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        if part.get_filename():
            file, fields["@filename"] = data, part.get_filename()
        else:
            fields[str(name)] = data.decode()
    return fields, file


@contextmanager
def served(fake: Fake) -> Iterator[Fake]:
    """The portal, answering at `fake.url`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30
        wbufsize = 1 << 16
        disable_nagle_algorithm = True

        def log_message(self, *_: Any) -> None:
            pass

        def _cut(self) -> None:
            self.close_connection = True
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)

        def _do(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            fake.seen.append(Seen(self.command, self.path, dict(self.headers), length))
            with fake.lock:
                mood = next((m for m in fake.moods if m.takes(self.command, self.path)), None)
            what = mood.what if mood else ""
            if what == "upload":
                self.rfile.read(min(length // 2, 1000))
                return self._cut()
            content = self.rfile.read(length)
            if what == "hang":
                fake.released.wait(20)
                return self._cut()
            if what == "cut":
                return self._cut()
            if what == "html":
                return self._send(200, b"<html><body>Welcome to the shop</body></html>", "text/html")
            if what == "echo":
                return self._send(401, json.dumps({"message": f"who is {dict(self.headers)}?"}).encode())
            if what == "late":
                fake.released.wait(2)
            if isinstance(what, int):
                body = json.dumps({"message": f"mood {what}"}).encode()
                return self._send(what, body, headers=mood.headers if mood else {})
            if self.headers.get(fake.header) != f"{fake.scheme}{fake.token}":
                status, answer = fake.unsigned()
            else:
                kind = self.headers.get("Content-Type", "")
                form, file = ({}, None) if not kind.startswith("multipart") else _parts(content, kind)
                if kind.startswith("application/json"):
                    form = json.loads(content or b"{}")
                elif kind == "application/octet-stream":
                    file = content
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                with fake.lock:
                    status, answer = fake.respond(self.command, unquote(parts.path), query, form, file)
            if what == "lost":
                return self._cut()
            return self._send(status, b"" if answer is None else json.dumps(answer).encode(), half=what == "half")

        def _send(
            self,
            status: int,
            body: bytes,
            kind: str = "application/json",
            headers: dict[str, str] | None = None,
            half: bool = False,
        ) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for key, value in (headers or {}).items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if half else body)
            if half:
                self.wfile.flush()
                self._cut()

        do_GET = do_POST = do_PUT = do_DELETE = _do

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.released.set()
        server.shutdown()
        server.server_close()


class FakeCkan(Fake):
    """A CKAN: packages and resources by the Action API, its names, tags, organisations and trash."""

    def __init__(self) -> None:
        super().__init__()
        self.packages: dict[str, dict[str, Any]] = {}
        self.organizations = [{"id": "org-1", "name": "agence", "title": "L'agence"}]
        self.public_at: list[int] = []

    def unsigned(self) -> Answer:
        return 403, _error("Authorization Error", "Access denied: not signed in")

    def respond(self, method: str, path: str, query: dict[str, str], body: Any, file: bytes | None) -> Answer:
        if not path.startswith("/api/action/"):
            return 404, "no such page"
        act: Callable[[dict[str, Any], bytes | None], Any] | None = getattr(
            self, "act_" + path.removeprefix("/api/action/"), None
        )
        if act is None or method != "POST":
            return 400, "Bad request - Action name not known"
        try:
            return 200, {"help": "", "success": True, "result": act(body, file)}
        except _RefusedError as error:
            return error.answer

    def _package(self, name: str) -> dict[str, Any]:
        for one in self.packages.values():
            if name in (one["id"], one["name"]) and one["state"] != "deleted":
                return one
        raise _RefusedError(404, _error("Not Found Error", "Not found: Package was not found."))

    def _check(self, package: dict[str, Any]) -> None:
        faults: dict[str, list[str]] = {}
        if not re.fullmatch("[a-z0-9_-]{2,100}", package["name"]):
            faults["name"] = ["Must be purely lowercase alphanumeric (ascii) characters and these symbols: -_"]
        taken = [o for o in self.packages.values() if o["name"] == package["name"] and o["id"] != package["id"]]
        if taken:
            faults["name"] = ["That URL is already in use."]
        if any(not re.fullmatch(r"[\w \-.]{2,100}", tag["name"]) for tag in package["tags"]):
            faults["tags"] = ["Tag must be alphanumeric characters or symbols: -_."]
        if package.get("private") and not package.get("owner_org"):
            faults["private"] = ["Datasets with no organization can't be private."]
        if len({one["key"] for one in package["extras"]}) != len(package["extras"]):
            faults["extras"] = ["Duplicate key"]
        if faults:
            raise _RefusedError(409, {"success": False, "error": {"__type": "Validation Error", **faults}})

    def act_organization_list_for_user(self, body: dict[str, Any], _: Any) -> Any:
        assert body["permission"] == "create_dataset"
        return self.organizations

    def act_package_search(self, body: dict[str, Any], _: Any) -> Any:
        wanted = re.fullmatch('extras_identifier:"(.*)"', body["fq"])
        assert wanted is not None and body["include_private"] and body["include_drafts"]
        found = [p for p in self.packages.values() if p["state"] != "deleted"]
        found = [p for p in found if {"key": "identifier", "value": wanted[1]} in p["extras"]]
        return {"count": len(found), "results": found}

    def act_package_show(self, body: dict[str, Any], _: Any) -> Any:
        return self._package(body["id"])

    def act_package_create(self, body: dict[str, Any], _: Any) -> Any:
        package = {"state": "active", "resources": [], "private": False, **body, "id": str(uuid.uuid4())}
        self._check(package)
        self.packages[package["id"]] = package
        return package

    def act_package_patch(self, body: dict[str, Any], _: Any) -> Any:
        package = self._package(body["id"])
        changed = {**package, **body, "id": package["id"]}
        self._check(changed)
        if package["private"] and not changed["private"]:
            self.public_at.append(len(package["resources"]))
        package.update(changed)
        return package

    def act_resource_create(self, body: dict[str, Any], file: bytes | None) -> Any:
        package = self._package(body.pop("package_id"))
        resource = {"id": str(uuid.uuid4()), **body}
        package["resources"].append(self._stored(resource, file))
        return resource

    def act_resource_patch(self, body: dict[str, Any], file: bytes | None) -> Any:
        for package in self.packages.values():
            for one in package["resources"]:
                if one["id"] == body["id"]:
                    one.update(body)
                    return self._stored(one, file)
        raise _RefusedError(404, _error("Not Found Error", "Not found"))

    def act_resource_delete(self, body: dict[str, Any], _: Any) -> Any:
        for package in self.packages.values():
            package["resources"] = [one for one in package["resources"] if one["id"] != body["id"]]

    def _stored(self, resource: dict[str, Any], file: bytes | None) -> dict[str, Any]:
        if file is not None:
            resource["url"] = f"{self.url}/dataset/download/{resource.pop('@filename')}"
            resource["url_type"], resource["size"] = "upload", int(resource["size"])
            resource["stored"] = hashlib.sha256(file).hexdigest()
        return resource


class FakeUdata(Fake):
    """A udata: datasets, resources, uploads, contacts and licences of API 1."""

    header = "X-API-KEY"
    takes = ("csv", "txt", "json", "geojson", "rdf", "ttl", "gz", "xml", "zip", "svg")

    def __init__(self) -> None:
        super().__init__()
        self.datasets: dict[str, dict[str, Any]] = {}
        self.contacts: list[dict[str, Any]] = []
        self.organizations = [{"id": "org-1", "slug": "agence", "name": "L'agence"}]
        self.public_at: list[int] = []

    def respond(self, method: str, path: str, query: dict[str, str], body: Any, file: bytes | None) -> Answer:
        routes: list[tuple[str, str, Callable[..., Answer]]] = [
            ("GET", "/api/1/me/", lambda: (200, {"id": "me", "organizations": self.organizations})),
            ("GET", "/api/1/me/org_datasets/", lambda: (200, [*self.datasets.values()])),
            ("GET", "/api/1/datasets/extensions/", lambda: (200, [*self.takes])),
            ("GET", "/api/1/datasets/licenses/", lambda: (200, [{"id": "odc-odbl", "title": "ODbL"}, LICENCE])),
            ("POST", "/api/1/contacts/", self._contact),
            ("POST", "/api/1/datasets/", self._create),
            ("GET", "/api/1/datasets/([^/]+)/", lambda name: (200, self.datasets[name])),
            ("PUT", "/api/1/datasets/([^/]+)/", self._update),
            ("POST", "/api/1/datasets/([^/]+)/upload/", self._upload),
            ("POST", "/api/1/datasets/([^/]+)/resources/", self._remote),
            ("POST", "/api/1/datasets/([^/]+)/resources/([^/]+)/upload/", self._upload),
            ("PUT", "/api/1/datasets/([^/]+)/resources/([^/]+)/", self._describe),
            ("DELETE", "/api/1/datasets/([^/]+)/resources/([^/]+)/", self._delete),
        ]
        self.body, self.file = body, file
        for verb, pattern, act in routes:
            if verb == method and (match := re.fullmatch(pattern, path)):
                try:
                    return act(*match.groups())
                except (KeyError, StopIteration):
                    break
        return 404, {"message": "The requested URL was not found on the server."}

    def _contact(self) -> Answer:
        if "://" in self.body["name"] or not (self.body.get("email") or self.body.get("contact_form")):
            return 400, {"errors": {"email": ["At least an email or a contact form is required"]}}
        made = next((c for c in self.contacts if {k: c[k] for k in self.body if k in c} == self.body), None)
        if made is None:
            made = {"id": f"contact-{len(self.contacts)}", "email": None, "contact_form": None, **self.body}
            self.contacts.append(made)
        return 201, made

    def _checked(self, body: dict[str, Any]) -> dict[str, Any]:
        body = dict(body)
        if "contact_points" in body:
            body["contact_points"] = [c for c in self.contacts if c["id"] in body["contact_points"]]
        return body

    def _create(self) -> Answer:
        if not self.body.get("title") or not self.body.get("description"):
            return 400, {"errors": {"title": ["This field is required."]}, "message": "Validation error"}
        name = uuid.uuid4().hex[:24]
        made = {"id": name, "slug": f"slug-{name}", "resources": [], "deleted": None, "harvest": None, "private": False}
        self.datasets[name] = {**made, **self._checked(self.body)}
        return 201, self.datasets[name]

    def _update(self, name: str) -> Answer:
        there = self.datasets[name]
        if there["private"] and self.body.get("private") is False:
            self.public_at.append(len(there["resources"]))
        there.update(self._checked(self.body))
        return 200, there

    def _upload(self, name: str, resource: str = "") -> Answer:
        file_name = self.body["@filename"]
        if file_name.rpartition(".")[2] not in self.takes:
            return 400, {"message": "Unsupported file type"}
        infos = {
            "url": f"{self.url}/resources/{file_name}",
            "title": file_name,
            "filetype": "file",
            "checksum": {"type": "sha1", "value": hashlib.sha1(self.file or b"").hexdigest()},
            "filesize": len(self.file or b""),
        }
        resources = self.datasets[name]["resources"]
        if resource:
            one = next(one for one in resources if one["id"] == resource)
            one.update(infos)
            return 200, one
        one = {"id": str(uuid.uuid4()), "extras": {}, "type": "main", **infos}
        resources.append(one)
        return 201, one

    def _remote(self, name: str) -> Answer:
        if self.body["filetype"] != "remote":
            return 400, {"message": "This endpoint only supports remote resources"}
        one = {"id": str(uuid.uuid4()), "checksum": None, **self.body}
        self.datasets[name]["resources"].append(one)
        return 201, one

    def _describe(self, name: str, resource: str) -> Answer:
        one = next(one for one in self.datasets[name]["resources"] if one["id"] == resource)
        if self.body["filetype"] != one["filetype"]:
            return 400, {"message": "Cannot modify filetype after creation"}
        own = ("url", "checksum", "filesize") if one["filetype"] == "file" else ()
        one.update({key: value for key, value in self.body.items() if key not in own})
        return 200, one

    def _delete(self, name: str, resource: str) -> Answer:
        resources = self.datasets[name]["resources"]
        resources.remove(next(one for one in resources if one["id"] == resource))
        return 204, None


LICENCE = {"id": "lov2", "title": "Licence Ouverte / Open Licence version 2.0", "alternate_titles": []}


class FakeZenodo(Fake):
    """A Zenodo: deposits, buckets, versions."""

    scheme = "Bearer "

    def __init__(self) -> None:
        super().__init__()
        self.deposits: dict[int, dict[str, Any]] = {}

    def respond(self, method: str, path: str, query: dict[str, str], body: Any, file: bytes | None) -> Answer:
        root = "/api/deposit/depositions"
        if path == root and method == "GET":
            size, page = int(query["size"]), int(query["page"])
            listed = sorted(self.deposits.values(), key=lambda one: -one["id"])[(page - 1) * size : page * size]
            return 200, listed
        if path == root and method == "POST":
            return 201, self._new(body["metadata"], [])
        if match := re.fullmatch(r"/api/files/bucket-(\d+)/(.+)", path):
            deposit = self.deposits[int(match[1])]
            if deposit["submitted"]:
                return 403, {"message": "Bucket is locked for modification."}
            return 201, self._store(deposit, match[2], file or b"")
        if not (match := re.fullmatch(rf"{root}/(\d+)(/.*)?", path)) or int(match[1]) not in self.deposits:
            return 404, {"message": "PID does not exist."}
        deposit, rest = self.deposits[int(match[1])], match[2] or ""
        if method == "GET":
            return 200, deposit
        if deposit["submitted"] and rest != "/actions/newversion":
            return 403, {"message": "Deposition is published."}
        if method == "PUT":
            deposit["metadata"] = {**body["metadata"], "prereserve_doi": {"doi": "10.5072/zenodo.1"}}
            return 200, deposit
        if method == "DELETE":
            deposit["files"] = [one for one in deposit["files"] if one["id"] != rest.rpartition("/")[2]]
            return 204, None
        if rest == "/actions/publish":
            if not deposit["files"]:
                return 400, {"message": "Validation error.", "errors": [{"field": "files", "message": "No files."}]}
            deposit.update(submitted=True, state="done", doi=f"10.5072/zenodo.{deposit['id']}")
            return 202, deposit
        draft = next(
            (o for o in self.deposits.values() if o.get("after") == deposit["id"] and not o["submitted"]), None
        )
        draft = draft or self._new(dict(deposit["metadata"]), [dict(one) for one in deposit["files"]], deposit["id"])
        return 201, {**deposit, "links": {**deposit["links"], "latest_draft": draft["links"]["self"]}}

    def _new(self, metadata: dict[str, Any], files: list[dict[str, Any]], after: int = 0) -> dict[str, Any]:
        number = 100 + len(self.deposits)
        links = {
            "self": f"{self.url}/api/deposit/depositions/{number}",
            "bucket": f"{self.url}/api/files/bucket-{number}",
        }
        made = {"id": number, "submitted": False, "state": "unsubmitted", "metadata": metadata, "files": files}
        self.deposits[number] = {**made, "links": links, "after": after}
        return self.deposits[number]

    def _store(self, deposit: dict[str, Any], key: str, content: bytes) -> dict[str, Any]:
        digest = hashlib.md5(content).hexdigest()
        deposit["files"] = [one for one in deposit["files"] if one["filename"] != key]
        one = {"id": str(uuid.uuid4()), "filename": key, "filesize": len(content), "checksum": digest}
        deposit["files"].append(one)
        return {"key": key, "size": len(content), "checksum": f"md5:{digest}"}


class _RefusedError(Exception):
    def __init__(self, status: int, answer: Any) -> None:
        super().__init__(status)
        self.answer = status, answer


def _error(kind: str, message: str) -> dict[str, Any]:
    return {"help": "", "success": False, "error": {"__type": kind, "message": message}}


def wait_until(true: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
