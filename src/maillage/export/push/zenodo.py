"""Pushing to Zenodo: a bundle comes in; a draft with its files, published only when asked for, goes out.

A deposit is known by the related identifier of `.zenodo.json` (isIdenticalTo), a file by its name and MD5. Zenodo takes
no folders and a hundred files: the files of data/ go one by one, the whole folder as one archive, SHA256SUMS last.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from maillage.errors import MaillageError
from maillage.export.portal.staging import SUMS
from maillage.export.push.bundle import Opened
from maillage.export.push.http import Portal, PortalError
from maillage.export.push.plan import Plan, Step

TOKEN = "MAILLAGE_ZENODO_TOKEN"
URL = "https://zenodo.org"
HEADERS = ("Authorization",)
SCHEME = "Bearer "
_DEPOSITS = "/api/deposit/depositions"
_PAGE = 100
#: Of the hundred files that Zenodo takes three are the README, the archive and the sums.
_MOST = 97
#: What is not compared: Zenodo fills it in, or says it in its own way.
_OWN = {"dates", "language"}

Deposit = dict[str, Any]


@dataclass
class Zenodo:
    """A Zenodo to push to, and whether to publish the draft in the end."""

    portal: Portal
    publish: bool = False
    looks: bool = True
    _draft: Deposit = field(default_factory=dict)
    _folder: Any = None

    def plan(self, bundle: Opened) -> Plan:
        """What a push would do.

        Raises
        ------
        MaillageError
            When Zenodo refuses, is not reached, or has this version published with other files.
        """
        about = bundle.zenodo
        if not isinstance(about, dict) or not about.get("title"):
            fix = "Make it again: maillage export portal."
            raise MaillageError("it holds no .zenodo.json that tells of it.", file=bundle.root, fix=fix)
        with self.portal.understood():
            return Plan("Zenodo", list(self._steps(bundle, about)))

    def _steps(self, bundle: Opened, about: Deposit) -> Iterator[Step]:
        name = _identity(about, bundle)
        files = self._files(bundle, about)
        draft, published = self._find(name) if self.looks else (None, None)
        shown = f"« {about['title']} » {about['version']}"
        if draft is None and published is not None and published["metadata"].get("version") == about["version"]:
            yield from self._kept(published, files, shown)
            return
        carried: Deposit = {}
        if draft is not None:
            self._draft, carried = draft, draft
            same = not _differences(draft["metadata"], about)
            if same:
                yield Step("leave", shown, ("la même description", "the same description"))
            else:
                told = ", ".join(_differences(draft["metadata"], about))
                yield Step("update", shown, (told, told), do=partial(self._describe, about))
        elif published is not None:
            old, carried = published["metadata"].get("version", "?"), published
            why = (f"une version nouvelle, après {old}", f"a new version, after {old}")
            yield Step("create", shown, why, do=partial(self._renew, published, about))
        else:
            why = ("un brouillon, que vous seul voyez", "a draft that only you see")
            yield Step("create", shown, why, do=partial(self._create, about, name))
        there = {one["filename"]: one for one in carried.get("files") or ()}
        sums = there.get(SUMS)
        whole = sums is not None and _md5_of(sums) == _md5(files[SUMS])
        for one in there:
            if one not in files:
                yield Step(
                    "remove", one, ("n'est plus du dossier", "no longer in the folder"), do=partial(self._remove, one)
                )
        for key, path in files.items():
            size = path.stat().st_size
            if key in there and ((whole and key.endswith(".zip")) or _md5_of(there[key]) == _md5(path)):
                do = partial(self._ensure, key, path) if draft is None else None
                yield Step("leave", key, ("la même empreinte", "the same checksum"), size, do)
            else:
                verb = "replace" if key in there else "upload"
                yield Step(verb, key, size=size, do=partial(self._upload, key, path))
        if self.publish:
            why = ("sans retour : un DOI lui est donné", "for good: it is given a DOI")
            yield Step("publish", shown, why, do=partial(self._finish, files))
        else:
            why = ("brouillon : --publish le publie, sans retour", "a draft: --publish publishes it, for good")
            yield Step("leave", shown, why)

    def _kept(self, published: Deposit, files: dict[str, Path], shown: str) -> Iterator[Step]:
        """Of a version that is published: nothing, or a refusal, since its files are there for good."""
        there = {one["filename"]: one for one in published.get("files") or ()}
        if SUMS not in there or _md5_of(there[SUMS]) != _md5(files[SUMS]):
            what = f"Zenodo has published {shown} with other files, and what is published there stays."
            raise MaillageError(what, fix="Give this one another version: maillage export portal --release.")
        doi = published.get("doi") or published["metadata"].get("doi") or ""
        yield Step("leave", shown, (f"publié, {doi}".rstrip(", "), f"published, {doi}".rstrip(", ")))
        for key, path in files.items():
            yield Step("leave", key, ("la même empreinte", "the same checksum"), size=path.stat().st_size)

    def _files(self, bundle: Opened, about: Deposit) -> dict[str, Path]:
        """Name there -> file here; the archive is made in a folder that goes with this object."""
        self._folder = tempfile.TemporaryDirectory(prefix="maillage-zenodo-")
        archive = Path(self._folder.name) / f"maillage-{about['version']}.zip"
        paths = [*sorted(bundle.sums), SUMS]
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
            for path in paths:
                entry = zipfile.ZipInfo(f"{archive.stem}/{path}", (1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_STORED if path.endswith(".gz") else zipfile.ZIP_DEFLATED
                with (bundle.root / path).open("rb") as source, out.open(entry, "w", force_zip64=True) as target:
                    while block := source.read(1 << 20):
                        target.write(block)
        inside = [path for path in paths if path.startswith("data/")]
        # In no folder: data/change/added.nt goes as change-added.nt. Too many are in the archive only.
        data = {path.removeprefix("data/").replace("/", "-"): bundle.root / path for path in inside}
        if len(data) > _MOST:
            data = {}
        return {**data, "README.md": bundle.root / "README.md", archive.name: archive, SUMS: bundle.root / SUMS}

    # What is there

    def _find(self, name: str, once: bool = False) -> tuple[Deposit | None, Deposit | None]:
        """The draft and the latest published version that bear an identifier; None where there is none."""
        ask = self.portal.once if once else self.portal.ask
        found: list[Deposit] = []
        for page in range(1, 1000):
            some = ask("GET", _DEPOSITS, params={"size": _PAGE, "page": page, "all_versions": "true"})
            found += [one for one in some if name in _names(one.get("metadata") or {})]
            if len(some) < _PAGE:
                break
        drafts = [one for one in found if not one["submitted"]]
        done = sorted((one for one in found if one["submitted"]), key=lambda one: int(one["id"]))
        if len(drafts) > 1:
            numbers = ", ".join(str(one["id"]) for one in drafts)
            what = f"several drafts of yours on Zenodo bear {name} ({numbers})."
            raise MaillageError(what, fix="Discard there all but one.")
        whole = ask("GET", f"{_DEPOSITS}/{drafts[0]['id']}") if drafts else None
        return whole, done[-1] if done else None

    # What is done there

    def _create(self, about: Deposit, name: str) -> None:
        made = self.portal.ask("POST", _DEPOSITS, json={"metadata": about}, seen=lambda: self._find(name, once=True)[0])
        self._draft = made

    def _renew(self, published: Deposit, about: Deposit) -> None:
        """Open a new version of what is published; asked twice, Zenodo opens the same."""
        opened = self.portal.ask("POST", f"{_DEPOSITS}/{published['id']}/actions/newversion")
        number = opened["links"]["latest_draft"].rstrip("/").rpartition("/")[2]
        self._draft = self.portal.get(f"{_DEPOSITS}/{number}")
        self._describe(about)

    def _describe(self, about: Deposit) -> None:
        links = self._draft["links"]
        self._draft = self.portal.ask("PUT", f"{_DEPOSITS}/{self._draft['id']}", json={"metadata": about})
        self._draft.setdefault("links", links)

    def _upload(self, key: str, path: Path) -> None:
        """Send a file; the same name again takes the place of the former."""
        got = self.portal.ask(
            "PUT",
            f"{self._draft['links']['bucket']}/{quote(key)}",
            body=lambda: path.open("rb"),
            headers={"Content-Type": "application/octet-stream"},
        )
        if _md5_of(got) not in (_md5(path), ""):
            raise PortalError(f"what Zenodo stored of {key} is not what was sent: push again.")

    def _ensure(self, key: str, path: Path) -> None:
        """Send a file that a new version should have from the former one, if it does not."""
        there = {one["filename"]: one for one in self._draft.get("files") or ()}
        if key not in there or (not key.endswith(".zip") and _md5_of(there[key]) != _md5(path)):
            self._upload(key, path)

    def _remove(self, key: str) -> None:
        """Take a file out of the draft, if it is in it."""
        number = self._draft["id"]
        for one in self.portal.get(f"{_DEPOSITS}/{number}")["files"]:
            if one["filename"] == key:
                try:
                    self.portal.ask("DELETE", f"{_DEPOSITS}/{number}/files/{one['id']}")
                except PortalError as error:
                    if error.status not in (404, 410):
                        raise

    def _finish(self, files: dict[str, Path]) -> None:
        """Publish the draft, once each file is seen there."""
        number = self._draft["id"]
        there = {one["filename"]: one for one in self.portal.get(f"{_DEPOSITS}/{number}")["files"]}
        absent = [key for key in files if key not in there]
        if absent:
            raise PortalError(f"Zenodo does not show {absent[0]} though it took it: the draft is not published.")

        def seen() -> Deposit | None:
            now: Deposit = self.portal.once("GET", f"{_DEPOSITS}/{number}")
            return now if now["submitted"] else None

        self.portal.ask("POST", f"{_DEPOSITS}/{number}/actions/publish", seen=seen)


def _identity(about: Deposit, bundle: Opened) -> str:
    """The identifier that a deposit of this bundle bears."""
    for one in about.get("related_identifiers") or ():
        if one.get("relation") == "isIdenticalTo":
            return str(one["identifier"])
    fix = "Make it again: maillage export portal."
    raise MaillageError(".zenodo.json names no identifier (isIdenticalTo).", file=bundle.root, fix=fix)


def _names(metadata: Deposit) -> set[str]:
    related = metadata.get("related_identifiers") or ()
    return {one["identifier"] for one in related if str(one.get("relation", "")).casefold() == "isidenticalto"}


def _differences(there: Deposit, wanted: Deposit) -> list[str]:
    """What a deposit says otherwise than it should, by name."""
    return [key for key, value in wanted.items() if key not in _OWN and _plain(there.get(key)) != _plain(value)]


def _plain(value: Any) -> Any:
    """A value to compare: texts without markup, lists without order, things by what identifies them."""
    if isinstance(value, str):
        return " ".join(re.sub("<[^>]*>", " ", value).split())
    if isinstance(value, list):
        return sorted(str(one.get("identifier") or one.get("name") if isinstance(one, dict) else one) for one in value)
    return value


def _md5(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "md5").hexdigest()


def _md5_of(file: Deposit) -> str:
    return str(file.get("checksum") or "").removeprefix("md5:")
