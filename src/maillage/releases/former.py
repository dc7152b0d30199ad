"""Former releases: a path, an address or a commit comes in; the facts of the release that lies there go out."""

from __future__ import annotations

import gzip
import hashlib
import http.client
import re
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from maillage.errors import MaillageError, NotFoundError
from maillage.pipeline.build import build
from maillage.places import Places, find_places
from maillage.releases.dump import Dump, dump_of
from maillage.store.embedded import parsed, read_n_quads
from maillage.terms import BASE
from maillage.things.rdf import Quad, triple_of

#: The files of a folder, or below an address, that may hold a release, in the order they are looked for.
NAMES = ("data/maillage.nq.gz", "data/maillage.nq", "graph.nq", "maillage.nq.gz", "maillage.nq")
_SUMS, _CATALOGUE = "SHA256SUMS", "catalog.ttl"
_DATASETS = (f"{BASE}dataset", f"{BASE}dataset/with-persons")
_VERSION = "http://www.w3.org/ns/dcat#version"
_SHALLOW = ("rev-parse", "--is-shallow-repository")
#: Reads a file by its name: None where there is none.
_Read = Callable[[str], bytes | None]


@dataclass(frozen=True)
class Former:
    """A release that was: where it was found, its facts, its version (empty where nothing there says it)."""

    where: str
    quads: list[Quad]
    version: str = ""

    def dump(self) -> Dump:
        """What is compared of it."""
        return dump_of(self.quads)


def read_former(where: str, here: Path) -> Former:
    """The release that lies at a path or an address, or that a git commit of this project builds.

    Parameters
    ----------
    where:
        A folder of `maillage export portal`, `maillage build -o` or `maillage export rdf`, or its address; an N-Quads
        file (``.nq``, ``.nq.gz``), or its address; a tag or commit.
    here:
        The checkout in whose history a commit is looked for.

    Raises
    ------
    MaillageError
        When there is none of these, or it cannot be read.
    """
    if where.partition("://")[0] in ("http", "https"):
        return _at(where)
    path = Path(where)
    if path.is_dir():
        found = _in_folder(where, lambda name: (path / name).read_bytes() if (path / name).is_file() else None)
        if found is None:
            fix = "Make one: maillage export portal -o DIR, build -o DIR or export rdf -f nquads -o DIR."
            raise MaillageError(f"holds no release ({', '.join(NAMES)}).", file=path, fix=fix)
        return found
    if path.is_file():
        if not path.name.endswith((".nq", ".nq.gz")):
            raise MaillageError(
                "is no N-Quads file (.nq, .nq.gz): other forms do not tell what is stated from what is derived.",
                file=path,
                fix="maillage export rdf -f nquads writes one.",
            )
        return Former(where, _quads(path.read_bytes(), str(path)))
    return _built(where, here)


def _at(address: str) -> Former:
    """The release at an address: of a file of N-Quads, or of a folder that holds one."""
    if not urlsplit(address).path.endswith((".nq", ".nq.gz")):
        found = _in_folder(address, lambda name: _fetched(f"{address.rstrip('/')}/{name}", True))
        if found is not None:
            return found
        if address.endswith("/"):
            fix = "Give the address of a folder written by maillage export portal, or of a .nq or .nq.gz file."
            raise MaillageError(f"{address} holds no release ({', '.join(NAMES)}).", fix=fix)
    return Former(address, _quads(_fetched(address) or b"", address))


def _in_folder(where: str, read: _Read) -> Former | None:
    """The release of a folder, with the version its catalogue says; None where it holds none.

    Raises
    ------
    MaillageError
        When the file is not the one whose sum SHA256SUMS says: a change told from it would be wrong in silence.
    """
    for name in NAMES:
        if (data := read(name)) is None:
            continue
        said = re.search(
            rf"^([0-9a-f]{{64}})  {re.escape(name)}$", (read(_SUMS) or b"").decode("utf-8", "replace"), re.M
        )
        if said and said[1] != hashlib.sha256(data).hexdigest():
            what = f"{name} is not the file whose sum {_SUMS} says: it was changed, or not fetched whole."
            raise MaillageError(what, file=where, fix="Take the release again from where it was published.")
        return Former(where, _quads(data, f"{where.rstrip('/')}/{name}"), _version(read(_CATALOGUE)))
    return None


def _version(catalogue: bytes | None) -> str:
    """The version that a catalogue says of the dataset; empty where it says none."""
    try:
        facts = [triple_of(quad) for quad in parsed(catalogue or b"", _CATALOGUE)]
    except (SyntaxError, ValueError):
        return ""
    found = [f.object.value for f in facts if f.subject.value in _DATASETS and f.predicate.value == _VERSION]
    return min(found, default="")


def _fetched(address: str, may_lack: bool = False) -> bytes | None:
    """What an address answers; None where there is nothing and nothing need be there."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as error:
        if may_lack and error.code in (403, 404, 410):
            return None
        raise MaillageError(f"{address} cannot be fetched ({error}).", fix="Give the path of a copy.") from None
    except (urllib.error.URLError, OSError, ValueError, http.client.HTTPException) as error:
        raise MaillageError(f"{address} cannot be fetched ({error}).", fix="Give the path of a copy.") from None


def _quads(data: bytes, name: str) -> list[Quad]:
    try:
        if data[:2] == b"\x1f\x8b":
            data = gzip.decompress(data)
        return list(read_n_quads(data))
    except (SyntaxError, ValueError, EOFError, OSError) as error:
        raise MaillageError(f"is not N-Quads ({error}).", file=name, fix="Give a whole .nq file.") from None


def _built(commit: str, here: Path) -> Former:
    """The release that a commit's own files build, by this software.

    Raises
    ------
    MaillageError
        When `here` is no git checkout, has no such commit, or today's software cannot build it.
    """
    known = _git(here, "rev-parse", "--verify", "-q", f"{commit}^{{commit}}")
    if known is None:
        raise NotFoundError(
            f"'{commit}' is no file, folder or address, and no commit of {here}.",
            fix="Give what --previous is to read.",
        )
    with tempfile.TemporaryDirectory(prefix="maillage-") as folder:
        names = ["ontology", "graph", "queries", "src/maillage/places.py"]
        if _git(here, "archive", "--format=tar", "-o", f"{folder}/old.tar", known, *names) is None:
            raise MaillageError(f"{commit} holds no graph (ontology/, graph/, queries/).", fix="Give another commit.")
        shutil.unpack_archive(f"{folder}/old.tar", folder, filter="data")
        try:
            quads = list(build(find_places(Path(folder))).loaded.quads())
        except MaillageError as error:
            said = str(error).replace(f"{folder}/", "")
            fix = "Give the files of that release: --previous FOLDER, or a .nq file."
            raise MaillageError(f"this software cannot build {commit} ({said})", fix=fix) from None
    return Former(commit, quads, version_of(commit))


def version_of(tag: str) -> str:
    """The version that a tag names; empty for one that names none.

    >>> version_of("v0.2.0"), version_of("0.2.0"), version_of("main")
    ('0.2.0', '0.2.0', '')
    """
    match = re.fullmatch(r"v?(\d+\.\d+\.\d+)", tag)
    return match[1] if match else ""


def latest_tag(places: Places) -> str | None:
    """The last tag of a version (``v0.2.0`` or ``0.2.0``) before the present commit of the checkout, if it has one.

    Raises
    ------
    MaillageError
        Where whether there was one cannot be told: a clone that lacks its history, a checkout that git does not read.
    """
    here = places.ontology.parent
    number = "[0-9]*.[0-9]*.[0-9]*"
    found = _git(here, "describe", "--tags", "--abbrev=0", "--match", f"v{number}", "--match", number)
    if found is None and (here / ".git").exists() and (shallow := _git(here, *_SHALLOW)) != "false":
        what = "this clone lacks its history" if shallow else "git does not read this checkout"
        fix = "Fetch the tags (git fetch --unshallow --tags), give --previous, or say --first if nothing was published."
        raise MaillageError(f"{what}: whether there was a release cannot be told.", file=here, fix=fix)
    return found or None


def _git(here: Path, *words: str) -> str | None:
    """What git answers in a folder; None where there is no git, no checkout, or it refuses."""
    git = shutil.which("git")
    if git is None:
        return None
    said = subprocess.run([git, "-C", str(here), *words], capture_output=True, text=True)
    return said.stdout.strip() if said.returncode == 0 else None
