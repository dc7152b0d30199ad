"""Pushing to data.gouv.fr, or another udata: a bundle comes in; its datasets, private until whole, go out.

The datasets are those of the catalogue made for that portal. One is known by `dct:identifier` in its extras, a resource
too, a file by its checksum: SHA-1 is the portal's own, SHA-256 stands in the extras.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.export.portal.checks.opened import FRENCH
from maillage.export.portal.release import DEFAULT_BASE
from maillage.export.push.bundle import Dataset, File, Opened
from maillage.export.push.http import Portal, PortalError
from maillage.export.push.multipart import Multipart
from maillage.export.push.plan import Plan, Step
from maillage.export.push.udata import (
    IDENTIFIER,
    MARK,
    SHA256,
    TAKEN,
    checksum,
    described,
    differences,
    resource,
    sha1,
    told_of,
)

TOKEN = "MAILLAGE_DATAGOUV_TOKEN"
URL = "https://www.data.gouv.fr"
HEADERS = ("X-API-KEY",)
_FIELDS = "id,slug,title,private,deleted,extras,harvest{source_id,dct_identifier}"

Found = dict[str, Any]


@dataclass
class Datagouv:
    """A udata to push to, and the organisation to push for; without one, for whom the token is."""

    portal: Portal
    organization: str = ""
    looks: bool = True
    taken: set[str] = field(default_factory=lambda: set(TAKEN))
    _ids: dict[str, str] = field(default_factory=dict)

    def plan(self, bundle: Opened) -> Plan:
        """What a push would do.

        Raises
        ------
        MaillageError
            When the portal refuses, is not reached, or harvests the same datasets already.
        """
        if not bundle.has(FRENCH):
            raise MaillageError(
                f"it holds no {FRENCH}.", file=bundle.root, fix="Make it again: maillage export portal."
            )
        datasets, notes = bundle.for_france(), []
        with self.portal.understood():
            owner = self._owner() if self.looks else self.organization
            if self.looks:
                self.taken = set(self.portal.get("/api/1/datasets/extensions/"))
            mine = self.portal.get("/api/1/me/org_datasets/", headers={"X-Fields": _FIELDS}) if self.looks else []
            licence = self._licence(datasets[0]) if self.looks else "lov2"
            if licence is None:
                notes.append(
                    ("Ce portail n'a pas la Licence Ouverte 2.0 : à choisir là-bas.", "No Licence Ouverte 2.0 there.")
                )
            steps = [s for one in datasets for s in self._steps(bundle, one, self._find(one, mine), owner, licence)]
        return Plan("data.gouv.fr", steps, notes)

    def _steps(
        self, bundle: Opened, dataset: Dataset, there: Found | None, owner: str, licence: str | None
    ) -> Iterator[Step]:
        wanted = described(dataset, licence)
        shown = f"« {dataset.title} »"
        if there is None:
            why = ("privé jusqu'à ce que tout y soit", "private until all is there")
            yield Step("create", shown, why, do=partial(self._create, dataset, wanted, owner))
        else:
            self._ids[dataset.identifier] = there["id"]
            if changed := differences(there, wanted, dataset):
                told = ", ".join(changed)
                yield Step("update", shown, (told, told), do=partial(self._update, there, dataset, wanted))
            else:
                yield Step("leave", shown, ("la même description", "the same description"))
        resources = (there or {}).get("resources") or []
        known = {(one.get("extras") or {}).get(IDENTIFIER): one for one in resources}
        bare = self._bare(bundle, dataset, resources)
        for file in reversed(dataset.files):  # the portal puts the newest first
            found = known.get(file.iri) or next(iter(bare.get(file.iri, ())), None)
            yield self._file(bundle, dataset, file, found)
        for name, sent in bare.items():
            for one in sent[name not in known :]:
                why = ("envoyé deux fois", "sent twice")
                yield Step("remove", one["title"], why, do=partial(self._remove, dataset, one["id"]))
        ours = {file.iri for file in dataset.files}
        for iri, one in known.items():
            if iri and iri.startswith(f"{dataset.iri}/distribution/") and iri not in ours:
                why = ("n'est plus du dossier", "no longer in the folder")
                yield Step("remove", one["title"], why, do=partial(self._remove, dataset, one["id"]))
        if there is None or MARK in (there.get("extras") or {}):
            yield Step(
                "publish", shown, ("tout y est", "all is there"), do=partial(self._publish, bundle, dataset, wanted)
            )
        elif there.get("private"):
            yield Step("leave", shown, ("privé, comme on l'a voulu là-bas", "private, as it was made there"))

    def _file(self, bundle: Opened, dataset: Dataset, file: File, there: Found | None) -> Step:
        path = bundle.root / file.path
        ending = file.path.rpartition(".")[2]
        if ending not in self.taken:
            if file.url.startswith(DEFAULT_BASE):
                why = (
                    f"le portail ne prend pas .{ending}, et le dossier n'a pas d'adresse à lier",
                    f"the portal takes no .{ending}, and the folder has no address to link",
                )
                return Step("leave", file.path, why)
            if there is None:
                why = (f"le portail ne prend pas .{ending}", f"the portal takes no .{ending}")
                return Step("link", f"{file.path} -> {file.url}", why, do=partial(self._link, dataset, file, None))
            if told_of(there) != told_of(resource(file)) or there.get("url") != file.url:
                return Step("describe", file.path, do=partial(self._link, dataset, file, there))
            return Step("leave", file.path, ("le même lien", "the same link"))
        if there is None:
            return Step("upload", file.path, size=file.size, do=partial(self._upload, dataset, file, path, None))
        if (there.get("checksum") or {}).get("value") != sha1(path):
            why = ("une autre empreinte", "another checksum")
            return Step("replace", file.path, why, file.size, partial(self._upload, dataset, file, path, there))
        if told_of(there) != told_of(resource(file)):
            return Step("describe", file.path, do=partial(self._describe, dataset, file, there))
        return Step("leave", file.path, ("la même empreinte", "the same checksum"), size=file.size)

    # What is there

    def _find(self, dataset: Dataset, mine: list[Found]) -> Found | None:
        """The dataset that bears the identifier, whole; None where there is none."""
        alive = [one for one in mine if not one.get("deleted")]
        for one in alive:
            harvest = one.get("harvest") or {}
            if harvest.get("source_id") and harvest.get("dct_identifier") == dataset.identifier:
                what = f"that portal harvests {dataset.identifier} already (« {one['title']} »)."
                raise MaillageError(what, fix="Let it harvest, or take the harvester away first.")
        same = [one for one in alive if (one.get("extras") or {}).get(IDENTIFIER) == dataset.identifier]
        if len(same) > 1:
            names = ", ".join(one["slug"] for one in same)
            raise MaillageError(
                f"several datasets of that portal bear {dataset.identifier} ({names}).", fix="Delete there all but one."
            )
        return self._show(same[0]["id"]) if same else None

    def _show(self, name: str, once: bool = False) -> Found:
        path = f"/api/1/datasets/{name}/"
        found: Found = self.portal.once("GET", path) if once else self.portal.get(path)
        return found

    def _bare(self, bundle: Opened, dataset: Dataset, resources: list[Found]) -> dict[str, list[Found]]:
        """Files of ours that were sent and not described, by IRI: by a push that ended there, or once too often."""
        bare = [one for one in resources if IDENTIFIER not in (one.get("extras") or {}) and checksum(one)]
        out: dict[str, list[Found]] = {}
        for file in dataset.files if bare else ():
            digest = sha1(bundle.root / file.path)
            if same := [one for one in bare if checksum(one) == digest]:
                out[file.iri] = same
        return out

    def _owner(self) -> str:
        """The IRI part of the organisation to publish for; empty for whom the token is."""
        mine = self.portal.get("/api/1/me/")["organizations"]
        if not self.organization:
            return ""
        wanted = self.organization.casefold()
        for one in mine:
            if wanted in {str(one.get(key, "")).casefold() for key in ("id", "slug", "name")}:
                return str(one["id"])
        names = ", ".join(sorted(str(one.get("slug") or one.get("name")) for one in mine)) or "none"
        what = f"whom the token is of is no member of '{self.organization}' there."
        raise MaillageError(what, fix=f"Give one with --organization: {names}.")

    def _licence(self, dataset: Dataset) -> str | None:
        """The portal's name of the licence."""
        there = self.portal.get("/api/1/datasets/licenses/")
        plain = re.sub(r"\W+", "", dataset.rights.casefold())
        for one in there:
            titles = [one.get("title") or "", *(one.get("alternate_titles") or ())]
            if one["id"] == "lov2" or plain in {re.sub(r"\W+", "", title.casefold()) for title in titles}:
                return str(one["id"])
        return None

    # What is done there

    def _contact(self, dataset: Dataset, owner: str) -> list[str]:
        """The contact of a dataset, made there where it is not yet."""
        contact = dataset.contact
        if not contact.email and not contact.url:
            return []
        said = {"name": contact.name, "email": contact.email, "contact_form": contact.url, "role": "contact"}
        body: Found = {key: value for key, value in said.items() if value}
        if owner:
            body["organization"] = {"class": "Organization", "id": owner}
        return [self.portal.ask("POST", "/api/1/contacts/", json=body)["id"]]

    def _create(self, dataset: Dataset, wanted: Found, owner: str) -> None:
        body = {**wanted, "private": True, "extras": {**wanted["extras"], MARK: "unfinished"}}
        body["contact_points"] = self._contact(dataset, owner)
        if owner:
            body["organization"] = {"class": "Organization", "id": owner}
        made = self.portal.ask("POST", "/api/1/datasets/", json=body, seen=partial(self._made, dataset))
        self._ids[dataset.identifier] = made["id"]
        if not made.get("private"):
            raise PortalError(f"data.gouv.fr made « {dataset.title} » public at once, though asked for a private one.")

    def _made(self, dataset: Dataset) -> Found | None:
        """The dataset, if an earlier request made it after all."""
        mine = self.portal.once("GET", "/api/1/me/org_datasets/", headers={"X-Fields": _FIELDS})
        alive = (one for one in mine if not one.get("deleted"))
        return next((one for one in alive if (one.get("extras") or {}).get(IDENTIFIER) == dataset.identifier), None)

    def _update(self, there: Found, dataset: Dataset, wanted: Found) -> None:
        """Bring the description up to date; extras that others added stay."""
        extras = {**(there.get("extras") or {}), **wanted["extras"]}
        points = self._contact(dataset, (there.get("organization") or {}).get("id", ""))
        self.portal.ask(
            "PUT",
            f"/api/1/datasets/{there['id']}/",
            json={**wanted, "extras": extras, "private": bool(there.get("private")), "contact_points": points},
        )

    def _upload(self, dataset: Dataset, file: File, path: Path, there: Found | None) -> None:
        """Send a file, as a new resource or in the place of one, then describe it."""
        name = self._ids[dataset.identifier]
        base = f"/api/1/datasets/{name}/"
        digest = sha1(path)
        before = there["id"] if there else None

        def seen() -> Found | None:
            """The resource, if an earlier request sent the file after all."""
            for one in self._show(name, once=True)["resources"]:
                bare = IDENTIFIER not in (one.get("extras") or {})
                if (one["id"] == before or (before is None and bare)) and checksum(one) == digest:
                    return dict(one)
            return None

        got = self.portal.ask(
            "POST",
            f"{base}resources/{before}/upload/" if before else f"{base}upload/",
            headers={"Content-Type": Multipart.type()},
            body=lambda: Multipart(path, "file", path.name, file.media, {}),
            seen=seen,
        )
        if checksum(got) not in (digest, ""):
            raise PortalError(f"what data.gouv.fr stored of {file.path} is not what was sent: push again.")
        self._describe(dataset, file, {**(there or {}), **got})

    def _describe(self, dataset: Dataset, file: File, there: Found) -> None:
        wanted = resource(file)
        extras = {**(there.get("extras") or {}), **wanted["extras"]}
        body = {**wanted, "extras": extras, "url": there["url"], "filetype": there.get("filetype") or "file"}
        self.portal.ask("PUT", f"/api/1/datasets/{self._ids[dataset.identifier]}/resources/{there['id']}/", json=body)

    def _link(self, dataset: Dataset, file: File, there: Found | None) -> None:
        """Tell of a file that stays where the folder is served."""
        if there is not None:
            return self._describe(dataset, file, {**there, "url": file.url, "filetype": "remote"})
        name = self._ids[dataset.identifier]
        body = {**resource(file), "url": file.url, "filetype": "remote", "filesize": file.size, "mime": file.media}

        def seen() -> Found | None:
            same = (o for o in self._show(name, once=True)["resources"] if (o.get("extras") or {}).get(IDENTIFIER))
            return next((dict(one) for one in same if one["extras"][IDENTIFIER] == file.iri), None)

        self.portal.ask("POST", f"/api/1/datasets/{name}/resources/", json=body, seen=seen)
        return None

    def _remove(self, dataset: Dataset, resource: str) -> None:
        try:
            self.portal.ask("DELETE", f"/api/1/datasets/{self._ids[dataset.identifier]}/resources/{resource}/")
        except PortalError as error:
            if error.status not in (404, 410):
                raise

    def _publish(self, bundle: Opened, dataset: Dataset, wanted: Found) -> None:
        """Make a dataset public, once each of its files is seen there."""
        there = self._show(self._ids[dataset.identifier])
        have = {(one.get("extras") or {}).get(IDENTIFIER): one for one in there["resources"]}
        for file in dataset.files:
            left_out = file.path.rpartition(".")[2] not in self.taken and file.url.startswith(DEFAULT_BASE)
            if not left_out and (have.get(file.iri) or {}).get("extras", {}).get(SHA256) != file.sha256:
                raise PortalError(
                    f"data.gouv.fr does not show {file.path} though it took it: the dataset stays private."
                )
        for sent in self._bare(bundle, dataset, there["resources"]).values():
            for one in sent:
                self._remove(dataset, one["id"])
        extras = {key: value for key, value in there["extras"].items() if key != MARK}
        body = {**wanted, "extras": extras, "private": False}
        self.portal.ask("PUT", f"/api/1/datasets/{there['id']}/", json=body)
