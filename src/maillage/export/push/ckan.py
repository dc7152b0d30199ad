"""Pushing to a CKAN: a bundle comes in; its two datasets, private until all their files are there, go out.

The Action API is asked through ckanapi; the keys of the extras are those that ckanext-dcat reads and writes, so that a
dataset pushed is one harvested. A dataset is known by its `identifier`, a resource by its `uri`, a file by its `hash`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from maillage import __version__
from maillage.errors import MaillageError
from maillage.export.portal.words import DATASET
from maillage.export.push.bundle import Dataset, File, Opened
from maillage.export.push.http import INSTALL, Portal, PortalError
from maillage.export.push.multipart import Multipart
from maillage.export.push.plan import Plan, Step
from maillage.export.push.udata import tag

TOKEN = "MAILLAGE_CKAN_TOKEN"
HEADERS = ("Authorization", "X-CKAN-API-Key")
_ALGORITHM = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
#: The extra that a dataset bears until all its files are there.
_MARK = "maillage_push"
#: The licence in SPDX's list; a CKAN whose own list lacks it shows it as it is.
_LICENCE = "etalab-2.0"
_FIELDS = ("title", "notes", "url", "version", "license_id")

Package = dict[str, Any]


@dataclass
class _Session:
    """What ckanapi takes for a session of requests: it sends by way of the portal, which sees to all the rest."""

    portal: Portal

    def post(self, url: str, data: Any, headers: dict[str, str], files: Any = None, **_: Any) -> Any:
        """Send the request of an action."""
        if not files:
            return self.portal.answer("POST", url, data=data, headers=headers)
        path, media = files["upload"]
        fields = {key.decode(): value.decode() for key, value in data.items()}
        headers = {**headers, "Content-Type": Multipart.type()}
        return self.portal.answer(
            "POST", url, headers=headers, body=lambda: Multipart(path, "upload", path.name, media, fields)
        )

    def close(self) -> None:
        """Nothing is kept open."""


@dataclass
class Ckan:
    """A CKAN to push to: under which organisation, under which name, in which language."""

    portal: Portal
    organization: str = ""
    name: str = "maillage"
    lang: str = "fr"
    looks: bool = True
    _ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        try:
            from ckanapi import RemoteCKAN
        except ImportError:
            raise MaillageError("pushing to a CKAN needs ckanapi, of the extra 'push'.", fix=INSTALL) from None
        self._remote = RemoteCKAN(self.portal.url, user_agent=f"maillage/{__version__}", session=_Session(self.portal))

    def _act(self, action: str, seen: Any = None, files: Any = None, **data: Any) -> Any:
        """What an action answers; `seen` says, before it is done again, whether it was done after all."""
        return self.portal.insist(lambda: self._once(action, files, **data), seen)

    def _once(self, action: str, files: Any = None, **data: Any) -> Any:
        from ckanapi.errors import CKANAPIError, ServerIncompatibleError

        try:
            return self._remote.call_action(action, data, files=files)
        except (CKANAPIError, ServerIncompatibleError):
            fix = "Give the address of its home page with --url."
            raise PortalError(f"what answers at {self.portal.url} to {action} is no CKAN.", fix=fix) from None

    def plan(self, bundle: Opened) -> Plan:
        """What a push would do.

        Raises
        ------
        MaillageError
            When the portal refuses, is not reached, or has another dataset under the name.
        """
        with self.portal.understood():
            return Plan("CKAN", [step for one in bundle.datasets(self.lang) for step in self._steps(bundle, one)])

    def _steps(self, bundle: Opened, dataset: Dataset) -> Iterator[Step]:
        name = self.name_of(dataset)
        there = self._find(dataset, name) if self.looks else None
        wanted = self.package(dataset, name)
        shown = f"« {dataset.title} » ({there['name'] if there else name})"
        unfinished = there is None or _MARK in _extras(there)
        if there is None:
            owner = self._owner() if self.looks else self.organization
            why = ("privé jusqu'à ce que tout y soit", "private until all is there")
            yield Step("create", shown, why, do=partial(self._create, dataset, name, wanted, owner))
        else:
            self._ids[dataset.identifier] = there["id"]
            changed = _differences(there, wanted)
            if changed:
                told = ", ".join(changed)
                yield Step("update", shown, (told, told), do=partial(self._patch, there, wanted))
            else:
                yield Step("leave", shown, ("la même description", "the same description"))
        known, doubles = _by_uri(there or {})
        for file in dataset.files:
            yield self._file(bundle, dataset, file, known.get(file.iri))
        for one in doubles:
            why = ("envoyé deux fois", "sent twice")
            yield Step("remove", one.get("name") or one["uri"], why, do=partial(self._remove, one["id"]))
        ours = {file.iri for file in dataset.files}
        for iri, one in known.items():
            if iri.startswith(f"{dataset.iri}/distribution/") and iri not in ours:
                why = ("n'est plus du dossier", "no longer in the folder")
                yield Step("remove", one.get("name") or iri, why, do=partial(self._remove, one["id"]))
        if unfinished:
            yield Step("publish", shown, ("tout y est", "all is there"), do=partial(self._publish, dataset))
        elif there and there.get("private"):
            yield Step("leave", shown, ("privé, comme on l'a voulu là-bas", "private, as it was made there"))

    def _file(self, bundle: Opened, dataset: Dataset, file: File, there: Package | None) -> Step:
        wanted = self.resource(dataset, file)
        path = bundle.root / file.path
        if there is None:
            return Step("upload", file.path, size=file.size, do=partial(self._upload, dataset, file, wanted, path))
        if there.get("hash") != file.sha256:
            why = ("une autre empreinte", "another checksum")
            do = partial(self._upload, dataset, file, {**wanted, "id": there["id"]}, path)
            return Step("replace", file.path, why, size=file.size, do=do)
        if any(str(there.get(key) or "") != wanted[key] for key in ("name", "description", "modified")):
            return Step("describe", file.path, do=partial(self._act, "resource_patch", id=there["id"], **wanted))
        return Step("leave", file.path, ("la même empreinte", "the same checksum"), size=file.size)

    # What is there

    def _find(self, dataset: Dataset, name: str) -> Package | None:
        """The package that bears the identifier; None where there is none."""
        query = dataset.identifier.replace("\\", "\\\\").replace('"', '\\"')
        found = self._act(
            "package_search", fq=f'extras_identifier:"{query}"', include_private=True, include_drafts=True, rows=50
        )["results"]
        same = [one for one in found if _identifier(one) == dataset.identifier and one.get("state") != "deleted"]
        if len(same) > 1:
            names = ", ".join(one["name"] for one in same)
            fix = "Delete there all but one."
            raise MaillageError(f"several datasets of that CKAN bear {dataset.identifier} ({names}).", fix=fix)
        if same:
            return self._show(same[0]["id"])
        there = self._show(name)  # the index of a search may lag
        if there is not None and _identifier(there) != dataset.identifier:
            fix = "Give yours another one: --name."
            raise MaillageError(f"another dataset of that CKAN has the name '{name}'.", fix=fix)
        return there

    def _show(self, name: str, once: bool = False) -> Package | None:
        try:
            there: Package = (self._once if once else self._act)("package_show", id=name)
        except PortalError as error:
            if error.status == 404:
                return None
            raise
        return None if there.get("state") == "deleted" else there

    def _resource(self, dataset: Dataset, file: File) -> Package | None:
        """The resource that is a file, if it is there as it is."""
        there = self._show(self._ids[dataset.identifier], once=True) or {}
        found = (one for one in there.get("resources", ()) if one.get("uri") == file.iri)
        return next((one for one in found if one.get("hash") == file.sha256), None)

    def _owner(self) -> str:
        """The organisation under which to create: the one that is named, else the only one the token has."""
        mine = self._act("organization_list_for_user", permission="create_dataset")
        wanted = self.organization.casefold()
        named = [o for o in mine if wanted in {str(o.get(k, "")).casefold() for k in ("id", "name", "title")}]
        if len(chosen := named if wanted else mine) == 1:
            return str(chosen[0]["id"])
        names = ", ".join(sorted(one["name"] for one in mine)) or "none"
        if wanted:
            what = f"the token may not create datasets for the organisation '{self.organization}' of that CKAN."
        else:
            what = "a dataset that is private until it is whole needs an organisation."
        raise MaillageError(what, fix=f"Give one with --organization: {names}.")

    # What is wanted there

    def name_of(self, dataset: Dataset) -> str:
        """The name of a dataset in addresses: maillage, maillage-ontology, maillage-with-persons."""
        rest = dataset.iri.removeprefix(DATASET).strip("/")
        return tag(f"{self.name}-{rest}")

    def package(self, dataset: Dataset, name: str) -> Package:
        """A dataset as CKAN takes it, its extras named as ckanext-dcat names them."""
        publisher, contact = dataset.publisher, dataset.contact
        extras = {
            "identifier": dataset.identifier,
            "uri": dataset.iri,
            "issued": dataset.issued,
            "modified": dataset.modified,
            "frequency": dataset.frequency,
            "language": json.dumps(dataset.languages) if dataset.languages else "",
            "theme": json.dumps(dataset.themes) if dataset.themes else "",
            "access_rights": dataset.access,
            "publisher_uri": publisher.iri,
            "publisher_name": publisher.name,
            "publisher_email": publisher.email,
            "publisher_url": publisher.url,
            "publisher_type": publisher.kind,
            "contact_uri": contact.iri,
            "contact_name": contact.name,
            "contact_email": contact.email,
            "contact_url": contact.url,
            "temporal_start": dataset.start,
            "temporal_end": dataset.end,
            "spatial_uri": dataset.place,
            "spatial": dataset.geometry,
        }
        return {
            "name": name,
            "title": dataset.title,
            "notes": dataset.description,
            "url": dataset.landing,
            "version": dataset.version,
            "license_id": _LICENCE,
            "tags": [{"name": word} for word in dict.fromkeys(map(_tag, dataset.keywords)) if len(word) > 1],
            "extras": [{"key": key, "value": value} for key, value in extras.items() if value],
        }

    def resource(self, dataset: Dataset, file: File) -> dict[str, str]:
        """A file as CKAN takes it."""
        return {
            "name": file.title,
            "description": file.description,
            "format": file.format,
            "mimetype": file.media,
            "size": str(file.size),
            "hash": file.sha256,
            "hash_algorithm": _ALGORITHM,
            "uri": file.iri,
            "license": dataset.licence,
            "modified": file.modified,
        }

    # What is done there

    def _create(self, dataset: Dataset, name: str, wanted: Package, owner: str) -> None:
        extras = [*wanted["extras"], {"key": _MARK, "value": "unfinished"}]
        whole = {**wanted, "extras": extras, "owner_org": owner, "private": True}
        made = self._act("package_create", seen=lambda: self._show(name, once=True), **whole)
        self._ids[dataset.identifier] = made["id"]
        if not made.get("private"):
            raise PortalError(f"CKAN made the dataset '{name}' public at once, though asked for a private one.")

    def _patch(self, there: Package, wanted: Package) -> None:
        """Bring the description up to date; extras and tags that others added stay."""
        ours = {one["key"] for one in wanted["extras"]}
        extras = [*wanted["extras"], *({"key": k, "value": v} for k, v in _extras(there).items() if k not in ours)]
        data = {key: value for key, value in wanted.items() if key != "name"}
        self._act("package_patch", **{**data, "id": there["id"], "extras": extras})

    def _upload(self, dataset: Dataset, file: File, wanted: dict[str, str], path: Path) -> None:
        """Send a file: as a new resource, or in the place of the one whose `id` is wanted."""
        self._act(
            "resource_patch" if "id" in wanted else "resource_create",
            files={"upload": (path, file.media)},
            seen=lambda: self._resource(dataset, file),
            package_id=self._ids[dataset.identifier],
            **wanted,
        )

    def _remove(self, resource: str) -> None:
        try:
            self._act("resource_delete", id=resource)
        except PortalError as error:
            if error.status != 404:
                raise

    def _publish(self, dataset: Dataset) -> None:
        """Make a dataset public, once each of its files is seen there."""
        there = self._show(self._ids[dataset.identifier]) or {}
        have, doubles = _by_uri(there)
        for one in doubles:
            self._remove(one["id"])
        absent = [file.path for file in dataset.files if have.get(file.iri, {}).get("hash") != file.sha256]
        if absent:
            raise PortalError(f"CKAN does not show {absent[0]} though it took it: the dataset stays private.")
        extras = [{"key": key, "value": value} for key, value in _extras(there).items() if key != _MARK]
        self._act("package_patch", id=there["id"], private=False, extras=extras)


def _by_uri(package: Mapping[str, Any]) -> tuple[dict[str, Package], list[Package]]:
    """The resources of a package that have a URI, by it; and those that have the same once more.

    A portal that was slow to answer may have taken a file that was then sent again.
    """
    known: dict[str, Package] = {}
    doubles = []
    for one in package.get("resources") or ():
        if (uri := one.get("uri")) and known.setdefault(uri, one) is not one:
            doubles.append(one)
    return known, doubles


def _extras(package: Mapping[str, Any]) -> dict[str, str]:
    return {one["key"]: one["value"] for one in package.get("extras") or ()}


def _identifier(package: Mapping[str, Any]) -> str:
    return str(_extras(package).get("identifier") or package.get("identifier") or "")


def _tag(word: str) -> str:
    """A keyword as CKAN takes it: letters, digits, blanks, ``- _ .``, 100 characters."""
    return " ".join(re.sub(r"[^\w\-. ]+", " ", word).split())[:100]


def _differences(there: Package, wanted: Package) -> list[str]:
    """What a package says otherwise than it should, by name."""
    out = [key for key in _FIELDS if str(there.get(key) or "").strip() != str(wanted[key]).strip()]
    if {one["name"] for one in there.get("tags") or ()} != {one["name"] for one in wanted["tags"]}:
        out.append("tags")
    extras = _extras(there)
    return out + [one["key"] for one in wanted["extras"] if extras.get(one["key"]) != one["value"]]
