"""What a push does to each kind of portal: told first, done with --yes, once only, whole or hidden, and resumed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

Say = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]


def stored(portal: Any) -> dict[str, str]:
    """What a portal holds: each file's title or name -> a digest of what was really stored (the URL of a link)."""
    if hasattr(portal, "packages"):
        return {r["uri"]: r["stored"] for p in portal.packages.values() for r in p["resources"]}
    if hasattr(portal, "datasets"):
        resources = [r for d in portal.datasets.values() for r in d["resources"]]
        return {r["extras"]["dct:identifier"]: (r["checksum"] or {}).get("value", r["url"]) for r in resources}
    return {f["filename"]: f["checksum"] for d in portal.deposits.values() for f in d["files"]}


def hidden(portal: Any) -> list[bool]:
    """Of each dataset, whether only its maker sees it."""
    if hasattr(portal, "deposits"):
        return [not one["submitted"] for one in portal.deposits.values()]
    return [one["private"] for one in (portal.packages if hasattr(portal, "packages") else portal.datasets).values()]


def test_told_only(push: Say, portal: Any, bundle: Path) -> None:
    """Without --yes each thing to do is a line, with its size, and nothing is written."""
    code, out, err = push(bundle)
    assert code == 0
    assert portal.writes == [] or all(s.path.startswith("/api/action/") for s in portal.writes), "CKAN is asked by POST"
    assert not any("create" in s.path or "patch" in s.path for s in portal.writes)
    lines = out.splitlines()
    assert any(line.startswith("créer") for line in lines)
    assert any(line.startswith("envoyer") and "maillage.ttl" in line and "80,0 ko" in line for line in lines)
    assert "--yes" in err and stored(portal) == {}
    english = push(bundle, "--lang", "en")[1]
    assert len(english.splitlines()) == len(lines) and "upload" in english and "envoyer" not in english


def test_without_a_token_nothing_is_asked(
    push: Say, portal: Any, bundle: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(f"MAILLAGE_{kind.upper()}_TOKEN")
    code, out, err = push(bundle)
    assert code == 0 and "créer" in out and portal.seen == [] and f"MAILLAGE_{kind.upper()}_TOKEN" in err
    code, out, err = push(bundle, "--yes")
    assert (code, out, portal.seen) == (2, "", []) and f"MAILLAGE_{kind.upper()}_TOKEN" in err


def test_done_then_nothing_to_do(push: Say, portal: Any, bundle: Path, kind: str) -> None:
    code, told, _ = push(bundle)
    code, out, err = push(bundle, "--yes")
    assert code == 0, err
    assert out == told, "what was told is what was done"
    there = stored(portal)
    if kind == "ckan":
        name = "https://w3id.org/maillage/dataset/distribution/data-maillage-ttl"
        assert (
            len(there) == 6 and there[name] == hashlib.sha256((bundle / "data/maillage.ttl").read_bytes()).hexdigest()
        )
        assert portal.public_at == [4, 2] and hidden(portal) == [False, False]
        assert not any(e["key"] == "maillage_push" for p in portal.packages.values() for e in p["extras"])
    elif kind == "datagouv":
        assert len(there) == 6
        linked = [value for value in there.values() if value.startswith("http")]
        assert linked == ["https://example.org/maillage/data/maillage.jsonld"]
        assert portal.public_at == [4, 2] and hidden(portal) == [False, False]
        assert {d["license"] for d in portal.datasets.values()} == {"lov2"}
        assert not any("maillage:push" in d["extras"] for d in portal.datasets.values())
    else:
        assert set(there) == {
            Path(path).name for path in ("maillage.ttl", "maillage.nq.gz", "maillage.jsonld", "nodes.csv")
        } | {
            "README.md",
            "SHA256SUMS",
            "maillage-0.2.0.zip",
        }
        assert hidden(portal) == [True], "a draft stays one"
    portal.forget()
    code, out, err = push(bundle, "--yes")
    assert code == 0 and "rien à changer" in err
    assert {line.split()[0] for line in out.splitlines()} == {"laisser"}
    assert [
        s.path for s in portal.seen if s.method in ("PUT", "DELETE") or "create" in s.path or "patch" in s.path
    ] == []
    assert stored(portal) == there


def test_a_new_version_sends_what_changed(push: Say, portal: Any, bundle: Path, write: Write, kind: str) -> None:
    assert push(bundle, "--yes", *(["--publish"] if kind == "zenodo" else []))[0] == 0
    before = stored(portal)
    files = {
        "data/maillage.ttl": b"<a:b> <a:c> <a:new> .\n",
        "data/maillage.nq.gz": (bundle / "data/maillage.nq.gz").read_bytes(),
        "data/edges.csv": b"a,b\n",
    }
    newer = write(files, "0.3.0", folder="newer")
    portal.forget()
    code, out, err = push(newer, "--yes")
    assert code == 0, err
    verbs = {line.split("  ")[0]: [] for line in out.splitlines()}
    for line in out.splitlines():
        verbs[line.split("  ")[0]].append(line)
    assert any("maillage.ttl" in line for line in verbs["remplacer"])
    assert any("edges.csv" in line for line in verbs["envoyer"])
    assert any("maillage.nq.gz" in line for line in verbs["laisser"])
    assert len(verbs["ôter"]) == (3 if kind == "zenodo" else 2)
    assert not any(s.size > 100_000 for s in portal.writes if ".zip" not in s.path), "what has not changed is not sent"
    after = stored(portal) if kind != "zenodo" else {f["filename"]: "" for f in portal.deposits[101]["files"]}
    assert len(after) == (6 if kind == "zenodo" else 5) and after != before
    if kind == "zenodo":
        assert portal.deposits[100]["submitted"] and not portal.deposits[101]["submitted"]
        assert portal.deposits[101]["metadata"]["version"] == "0.3.0"
    else:
        assert hidden(portal) == [False, False], "what is public stays public"
        version = [
            p.get("version") or p["extras"].get("maillage:version")
            for p in (getattr(portal, "packages", None) or portal.datasets).values()
        ]
        assert version == ["0.3.0", "0.3.0"]
    portal.forget()
    assert "rien à changer" in push(newer, "--yes")[2]


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], AbstractContextManager[list[int]]]:
    """Within, Ctrl-C at that write, counted from 1; how many there were is told."""
    from maillage.export.push.http import Portal

    real = Portal.answer

    @contextmanager
    def do(at: int) -> Iterator[list[int]]:
        count = [0]

        def interrupted(self: Portal, method: str, path: str, **more: Any) -> Any:
            if method != "GET" and not path.endswith(("package_show", "package_search", "list_for_user")):
                count[0] += 1
                if count[0] == at:
                    raise KeyboardInterrupt
            return real(self, method, path, **more)

        with monkeypatch.context() as patch:
            patch.setattr(Portal, "answer", interrupted)
            yield count

    return do


@pytest.mark.parametrize("at", range(1, 12, 2))
def test_stopped_anywhere_then_resumed(push: Say, portal: Any, bundle: Path, kind: str, at: int, stopped: Any) -> None:
    """Ctrl-C at any write: nothing is public that is not whole, and the next push sends the rest only."""
    with stopped(at) as count:
        code, _, err = push(bundle, "--yes")
    if count[0] < at:
        assert code == 0
        return
    assert code == 2 and "Relancer" in err
    if kind != "zenodo":
        for one in (portal.packages if kind == "ckan" else portal.datasets).values():
            assert one["private"] or len(one["resources"]) == (2 if "vocabulaire" in one["title"] else 4)
    large = sum(s.size > 100_000 and ".zip" not in s.path for s in portal.writes)
    assert push(bundle, "--yes")[0] == 0
    sent = sum(s.size > 100_000 and ".zip" not in s.path for s in portal.writes)
    assert sent <= max(large, 1), "the large file is sent once in all"
    assert len(stored(portal)) == (7 if kind == "zenodo" else 6)
    assert "rien à changer" in push(bundle, "--yes")[2]


@pytest.mark.parametrize("at", range(1, 9, 2))
def test_an_update_stopped_anywhere_then_resumed(
    push: Say, portal: Any, bundle: Path, write: Write, kind: str, at: int, stopped: Any
) -> None:
    """The next push makes of it what an update in one go makes."""
    words = ["--yes", "--publish"] if kind == "zenodo" else ["--yes"]
    assert push(bundle, *words)[0] == 0
    newer = write({"data/maillage.ttl": b"<a:b> <a:c> 1 .\n", "data/edges.csv": b"a,b\n"}, "0.3.0", folder="newer")
    with stopped(at):
        assert push(newer, *words)[0] in (0, 2)
    code, _, err = push(newer, *words)
    assert code == 0, err
    if kind == "zenodo":
        assert [one["metadata"]["version"] for one in portal.deposits.values()] == ["0.2.0", "0.3.0"]
        names = {one["filename"] for one in portal.deposits[101]["files"]}
        assert names == {"maillage.ttl", "edges.csv", "README.md", "SHA256SUMS", "maillage-0.3.0.zip"}
        assert hidden(portal) == [False, False]
    else:
        assert len(stored(portal)) == 4 and hidden(portal) == [False, False]
    assert "rien à changer" in push(newer, *words)[2]


def test_what_others_did_there_stays(push: Say, portal: Any, bundle: Path, write: Write, kind: str) -> None:
    """Extras and files that are not ours, and a dataset made private by hand, are left as they are."""
    if kind == "zenodo":
        pytest.skip("a deposit holds nothing of others")
    assert push(bundle, "--yes")[0] == 0
    if kind == "ckan":
        there = next(p for p in portal.packages.values() if p["name"] == "maillage")
        there["extras"].append({"key": "lu-par", "value": "moi"})
        there["resources"].append({"id": "r-other", "name": "À côté", "uri": "", "hash": "", "stored": ""})
    else:
        there = next(iter(portal.datasets.values()))
        there["extras"]["lu-par"] = "moi"
        there["resources"].append({"id": "r-other", "title": "À côté", "extras": {}, "checksum": None, "url": "x"})
    there["private"] = True
    code, out, err = push(write({"data/maillage.ttl": b"<a:b> <a:c> 1 .\n"}, "0.3.0", folder="newer"), "--yes")
    assert code == 0, err
    assert "privé, comme on l'a voulu" in out and there["private"]
    assert "r-other" in {one["id"] for one in there["resources"]}
    extras = there["extras"] if kind == "datagouv" else {e["key"]: e["value"] for e in there["extras"]}
    assert extras["lu-par"] == "moi"
