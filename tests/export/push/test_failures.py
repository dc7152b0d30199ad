"""What a push says and does when the portal refuses, fails, falls silent or cuts, and when the folder is no bundle."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import requests

from maillage.export.push.http import Portal, asked_to_wait

Say = Callable[..., tuple[int, str, str]]
#: A request of each kind of portal that sends a file, and one that makes a dataset: method and path.
SENDS = {
    "ckan": ("POST", "resource_create"),
    "datagouv": ("POST", "/upload/"),
    "zenodo": ("PUT", "/api/files/"),
}
MAKES = {
    "ckan": ("POST", "package_create"),
    "datagouv": ("POST", "/api/1/datasets/$"),
    "zenodo": ("POST", "depositions$"),
}


@pytest.fixture
def mood(portal: Any, fakes: ModuleType) -> Callable[..., None]:
    """Something that will go wrong there."""
    return lambda *words, **more: portal.moods.append(fakes.Mood(*words, **more))


def files_of(portal: Any) -> list[int]:
    """How many files each dataset there has."""
    if hasattr(portal, "packages"):
        return sorted(len(one["resources"]) for one in portal.packages.values())
    if hasattr(portal, "datasets"):
        return sorted(len(one["resources"]) for one in portal.datasets.values())
    return sorted(len(one["files"]) for one in portal.deposits.values())


def whole(kind: str) -> list[int]:
    """The same when all is there."""
    return [7] if kind == "zenodo" else [2, 4]


@pytest.mark.parametrize(
    ("status", "word"), [(400, "Mend"), (401, "token"), (403, "rights"), (404, "address"), (409, "Mend"), (413, "size")]
)
def test_a_refusal_is_not_repeated(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, status: int, word: str
) -> None:
    """One sentence: the status, what the portal said, what was done before; asked once."""
    mood(status, *SENDS[kind])
    code, out, err = push(bundle, "--yes")
    assert code == 2
    said = [line for line in err.splitlines() if line.startswith("maillage: ")]
    assert len(said) == 1
    assert str(status) in said[0] and f"mood {status}" in said[0] and word in said[0]
    assert "Done there before: 1 step, the last: create «" in said[0] and "again is safe" in said[0]
    assert sum(SENDS[kind][1].strip("/") in s.path for s in portal.writes) == 1
    assert len(out.splitlines()) == 1, "what was done before is told"
    portal.forget()
    assert push(bundle, "--yes")[0] == 0 and files_of(portal) == whole(kind)


def test_a_first_refusal_changes_nothing(push: Say, portal: Any, bundle: Path, mood: Callable[..., None]) -> None:
    mood(401)
    for words in ((), ("--yes",)):
        code, out, err = push(bundle, *words)
        assert (code, out) == (2, "") and "401" in err and "token" in err


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_passes_is_waited_for(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, status: int, quick: list[float]
) -> None:
    mood(status, *SENDS[kind], times=2)
    code, _, err = push(bundle, "--yes")
    assert code == 0, err
    assert files_of(portal) == whole(kind) and quick == [1.0, 2.0]
    assert str(status) in err


def test_retry_after_is_honoured(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, quick: list[float]
) -> None:
    mood(503, *SENDS[kind], times=1, headers={"Retry-After": "7"})
    assert push(bundle, "--yes")[0] == 0
    assert quick == [7.0]
    mood(503, times=1, headers={"Retry-After": "86400"})
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "86400" in err and quick == [7.0], "a day is not waited for"


def test_a_failure_that_stays_ends_the_push(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, quick: list[float]
) -> None:
    mood(500, *SENDS[kind], skip=1)
    code, _, err = push(bundle, "--yes", "--tries", "3")
    said = next(line for line in err.splitlines() if line.startswith("maillage: "))
    assert code == 2 and "500" in said and "asked 3 times" in said and "again is safe" in said
    assert quick == [1.0, 2.0]
    assert "Done there before: 2 steps" in said
    portal.forget()
    assert push(bundle, "--yes")[0] == 0 and files_of(portal) == whole(kind)


@pytest.mark.parametrize("what", ["hang", "cut", "lost", "half", "upload"])
@pytest.mark.parametrize("step", ["sends", "makes"])
def test_a_cut_is_mended_without_sending_twice(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, what: str, step: str
) -> None:
    """No answer, a cut before, after, within the answer or within the upload: in the end each thing is there once."""
    mood(what, *(SENDS if step == "sends" else MAKES)[kind], times=1)
    code, _, err = push(bundle, "--yes")
    assert code == 0, err
    assert files_of(portal) == whole(kind)
    if what in ("lost", "half"):
        made = [s for s in portal.writes if MAKES[kind][1].strip("$") in s.path and s.method == "POST"]
        assert len(made) <= (2 if kind != "zenodo" else 1) + (kind == "datagouv") * 9, (
            "it was looked up, not made again"
        )
    portal.forget()
    code, _, err = push(bundle, "--yes")
    assert code == 0 and "rien à changer" in err


@pytest.mark.parametrize("what", ["hang", "cut", "half"])
def test_a_portal_that_falls_silent(
    push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str, what: str
) -> None:
    mood(what, *SENDS[kind])
    code, _, err = push(bundle, "--yes", "--tries", "2", "--timeout", "1" if what == "hang" else "5")
    if what == "half" and kind != "zenodo":
        assert code == 0, "what was done is looked up, though no answer ever came whole"
        return
    said = next(line for line in err.splitlines() if line.startswith("maillage: "))
    assert code == 2 and ("did not answer within 1 s" if what == "hang" else "cut") in said
    assert "again is safe" in said
    portal.forget()
    assert push(bundle, "--yes")[0] == 0 and files_of(portal) == whole(kind)


def test_a_portal_that_is_late(push: Say, portal: Any, bundle: Path, mood: Callable[..., None], kind: str) -> None:
    """What it took after all, once it had been sent again, is there once in the end."""
    mood("late", *SENDS[kind], times=1)
    assert push(bundle, "--yes", "--timeout", "1")[0] == 0
    time.sleep(2.5)
    code, _, err = push(bundle, "--yes")
    assert code == 0, err
    assert files_of(portal) == whole(kind)
    assert "rien à changer" in push(bundle, "--yes")[2]


def test_sent_twice(push: Say, portal: Any, bundle: Path, kind: str) -> None:
    """A file that is there a second time, by such a portal, is taken away; the first stays."""
    if kind == "zenodo":
        pytest.skip("the same name is the same file")
    assert push(bundle, "--yes")[0] == 0
    for there in (portal.packages if kind == "ckan" else portal.datasets).values():
        there["resources"].append(
            {**there["resources"][0], "id": "again", **({} if kind == "ckan" else {"extras": {}})}
        )
    code, out, _ = push(bundle, "--yes")
    assert code == 0 and out.count("envoyé deux fois") == 2
    assert files_of(portal) == whole(kind)
    assert all(
        one["id"] != "again"
        for d in (getattr(portal, "packages", None) or portal.datasets).values()
        for one in d["resources"]
    )


def test_nobody_there(push: Say, portal: Any, bundle: Path) -> None:
    portal.url = "http://127.0.0.1:9"
    code, out, err = push(bundle)
    assert (code, out) == (2, "") and "nothing answers at that address" in err


def test_another_program_there(push: Say, portal: Any, bundle: Path, mood: Callable[..., None]) -> None:
    mood("html")
    code, out, err = push(bundle)
    assert (code, out) == (2, "") and ("no JSON" in err or "is no CKAN" in err)


@pytest.mark.parametrize("answer", [[], {}, {"success": True, "result": None}, {"data": 3}, "x", None])
def test_answers_that_lack_what_they_should_say(
    push: Say, portal: Any, bundle: Path, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portal, "respond", lambda *_: (200, answer))
    code, _, err = push(bundle, "--yes")
    assert code == 2 or "rien à changer" not in err
    assert len([line for line in err.splitlines() if line.startswith("maillage: ")]) == 1


def test_a_way_elsewhere_is_not_followed(push: Say, portal: Any, bundle: Path, mood: Callable[..., None]) -> None:
    """The token goes to no other host."""
    mood(302, headers={"Location": "https://elsewhere.example.org/"})
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "has moved to https://elsewhere.example.org/" in err and "--url" in err


def test_the_token_is_told_nowhere(
    push: Say,
    portal: Any,
    bundle: Path,
    mood: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Not when the portal says it back, in any answer, nor with the whole traceback. (`push` looks at each output.)"""
    monkeypatch.setenv("MAILLAGE_TRACEBACK", "1")
    caplog.set_level(logging.DEBUG)
    mood("echo")
    code, _, err = push(bundle, "--yes")
    assert code == 2 and "[token]" in err
    portal.forget()
    real = portal.respond
    monkeypatch.setattr(portal, "respond", lambda *words: (500, {"message": f"debug: {portal.token}"}))
    assert push(bundle, "--yes")[0] == 2
    monkeypatch.setattr(portal, "respond", real)
    assert push(bundle, "--yes")[0] == 0
    assert caplog.text and portal.token not in caplog.text
    for path in bundle.parent.rglob("*"):
        assert path.is_dir() or portal.token.encode() not in path.read_bytes()
    assert all(portal.token not in s.path for s in portal.seen), "an address is logged: it bears no token"


def test_a_portal_shows_no_token() -> None:
    """Not as a value, nor in what is told of it; only a request to its own host bears it."""
    portal = Portal("CKAN", "https://ckan.example.org/data/", "s3cr3t", ("Authorization",))
    assert "s3cr3t" not in repr(portal) + str(vars(portal.session))
    assert portal.clean("a s3cr3t b") == "a [token] b"
    for url, borne in (
        ("https://ckan.example.org/x", True),
        ("http://ckan.example.org/x", False),
        ("https://ckan.example.org.evil.example/x", False),
        ("https://ckan.example.org:444/x", False),
    ):
        request = portal.session.prepare_request(requests.Request("GET", url))
        assert (request.headers.get("Authorization") == "s3cr3t") is borne


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("7", 7.0), (" 120 ", 120.0), ("", None), ("soon", None), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0)],
)
def test_what_retry_after_says(text: str, seconds: float | None) -> None:
    assert asked_to_wait({"Retry-After": text} if text else {}) == seconds


def test_a_token_in_a_title_there(push: Say, portal: Any, bundle: Path, kind: str) -> None:
    """What is printed of the portal's own words is cleaned too."""
    if kind == "zenodo":
        pytest.skip("nothing that a deposit says is printed but its version")
    assert push(bundle, "--yes")[0] == 0
    for one in (portal.packages if kind == "ckan" else portal.datasets).values():
        named = {"uri": f"{one['resources'][0].get('uri', '')}-old", "name": portal.token, "title": portal.token}
        iri = "https://w3id.org/maillage/dataset/distribution/old"
        if "ontology" not in json.dumps(one["extras"]):
            one["resources"].append(
                {"id": "old", **named, "uri": iri, "extras": {"dct:identifier": iri}, "checksum": None}
            )
    assert "[token]" in push(bundle)[1]


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "é"])
def test_a_token_no_header_takes(
    push: Say, portal: Any, bundle: Path, kind: str, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"MAILLAGE_{kind.upper()}_TOKEN", token)
    code, _, err = push(bundle)
    assert code == 2 and "no token" in err and token not in err and portal.seen == []


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda d: (d / "data/maillage.ttl").write_text("other"), "data/maillage.ttl"),
        (lambda d: (d / "data/maillage.ttl").unlink(), "data/maillage.ttl"),
        (lambda d: (d / "data/mine.txt").write_text("x"), "data/mine.txt"),
        (lambda d: (d / "SHA256SUMS").unlink(), "no bundle"),
        (lambda d: (d / "SHA256SUMS").write_text(""), "SHA256SUMS"),
        (lambda d: (d / "catalog.ttl").unlink(), "no bundle"),
    ],
    ids=["changed", "missing", "added", "no sums", "empty sums", "no catalogue"],
)
def test_what_is_no_bundle_as_written(
    push: Say, portal: Any, bundle: Path, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(bundle)
    code, out, err = push(bundle, "--yes")
    assert (code, out, portal.seen) == (2, "", []) and words in err


def test_what_is_no_folder(push: Say, portal: Any, tmp_path: Path) -> None:
    for name in ("absent", "file"):
        (tmp_path / "file").write_text("x")
        code, out, err = push(tmp_path / name, "--yes")
        assert (code, out, portal.seen) == (2, "", []) and name in err


@pytest.mark.parametrize("url", ["portal", "ftp://x", "http://", "http://me:pw@x/", "http://x/?q", "http://x:y/"])
def test_what_is_no_address(push: Say, portal: Any, bundle: Path, url: str) -> None:
    portal.url = url
    code, _, err = push(bundle)
    assert code == 2 and "--url" in err and "pw" not in err


def test_killed_in_an_upload_then_resumed(
    portal: Any, bundle: Path, kind: str, mood: Callable[..., None], fakes: ModuleType, push: Say
) -> None:
    """A process killed while a file is on its way leaves nothing public; the next push ends the work."""
    mood("hang", *SENDS[kind], skip=1, times=1)
    words = [sys.executable, "-m", "maillage", "export", "push", kind, str(bundle), "--url", portal.url, "--yes"]
    process = subprocess.Popen(words, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    fakes.wait_until(lambda: sum(SENDS[kind][1].strip("/") in s.path for s in portal.seen) == 2)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert files_of(portal)[-1] < whole(kind)[-1]
    if kind != "zenodo":
        assert all(one["private"] for one in (portal.packages if kind == "ckan" else portal.datasets).values())
    portal.forget()
    assert push(bundle, "--yes")[0] == 0 and files_of(portal) == whole(kind)
