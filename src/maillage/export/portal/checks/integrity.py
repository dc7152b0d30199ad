"""Integrity: a bundle comes in; sums, files nobody lists, dead links inside, columns without a description go out."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html import escape

from maillage.export.portal.checks.card import Line, judged, lacking
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.privacy import PAGE, UNKNOWN
from maillage.export.portal.staging import SUMS

_AGAIN = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
#: Small files in which addresses of the bundle stand.
_LINKING = (
    *("catalog.ttl", "catalog.jsonld", "catalog.rdf", "catalog-datagouv.ttl", "void.ttl", ".well-known/void"),
    *("service.ttl", "dataset.jsonld", "lod-cloud.json", "w3id/.htaccess", "README.md", "w3id/README.md"),
    *("queries/questions.ttl", "registrations/prefix-lov.md", "wikidata/README.md", "wikidata/govdirectory-france.md"),
)


def integrity(bundle: Bundle) -> list[Line]:
    """The lines of this family."""
    changed = [p for p, said in bundle.sums.items() if bundle.has(p) and bundle.sum_of(p) != said]
    absent = [path for path in bundle.sums if not bundle.has(path)]
    unlisted = [path for path in bundle.files if path not in bundle.sums and path != SUMS]
    family = "integrity"
    told = bundle.text(PAGE) if bundle.has(PAGE) else ""
    return [
        judged(family, ("chaque fichier a l'empreinte dite", "every file has the sum told"), lacking(changed), _AGAIN),
        judged(family, ("aucun fichier ne manque", "no file is missing"), lacking(absent), _AGAIN),
        judged(
            family,
            ("aucun fichier de plus", "no file too many"),
            lacking(unlisted),
            ("Ôtez-les, ou refaites le dossier.", "Take them away, or make the folder again."),
        ),
        judged(
            family,
            ("aucun lien mort à l'intérieur", "no dead link inside"),
            lacking(f"{path} → {link}" for path, link in _dead(bundle)),
            _AGAIN,
        ),
        judged(
            family,
            ("chaque colonne des CSV est décrite (CSVW)", "every column of the CSV is described (CSVW)"),
            lacking(_columns(bundle)),
            _AGAIN,
        ),
        judged(
            family,
            ("la page sur les personnes est là", "the page on persons is there"),
            None if told else lacking([PAGE]),
            _AGAIN,
        ),
        judged(
            family,
            ("elle dit à qui écrire", "it says whom to write to"),
            lacking([PAGE]) if escape(UNKNOWN, quote=False) in told else None,
            ("Donnez un contact : --contact.", "Give a contact: --contact."),
            remark=True,
        ),
        judged(
            family,
            ("le RO-Crate dit chaque fichier", "the RO-Crate tells every file"),
            lacking(_uncrated(bundle)),
            _AGAIN,
        ),
    ]


def _dead(bundle: Bundle) -> Iterator[tuple[str, str]]:
    """Links that lead to no file: addresses under the base, and the paths the READMEs name."""
    for path in filter(bundle.has, _LINKING):
        text = bundle.text(path)
        if bundle.base:
            for found in set(re.findall(re.escape(bundle.base) + r"([^\s\"<>$?#)]*)", text)):
                target = found.rstrip(".,;")
                if target and not bundle.has(target) and not (bundle.root / target).is_dir():
                    yield path, target
        if path.endswith(".md"):
            for found in set(re.findall(r"\]\(([^)#:]+)\)|`([\w./-]+\.\w+)`", text)):
                beside = f"{path.rpartition('/')[0]}/{found[0] or found[1]}".lstrip("/")
                if not bundle.has(beside) and not bundle.has(found[1]) and found[1] != "context.jsonld":
                    yield path, found[0] or found[1]


def _columns(bundle: Bundle) -> Iterator[str]:
    for path in (p for p in bundle.files if p.endswith(".csv")):
        said = bundle.json(f"{path}-metadata.json")
        with (bundle.root / path).open(encoding="utf-8", newline="") as stream:
            head = next(csv.reader(stream), [])
        told = [column.get("name") for column in (said or {}).get("tableSchema", {}).get("columns", [])]
        if told != head:
            yield f"{path} ({len(head)} / {len(told)})"


def _uncrated(bundle: Bundle) -> list[str]:
    crate = bundle.json("ro-crate-metadata.json")
    told = {one.get("@id") for one in (crate or {}).get("@graph", [])}
    # It cannot tell of itself and of what is written after it.
    return [path for path in bundle.sums if path not in told and path != "README.md"]
