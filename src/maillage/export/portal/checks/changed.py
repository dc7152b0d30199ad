"""What changed: a bundle, and the release before where it is given, come in; whether the change is true goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maillage.errors import MaillageError
from maillage.export.portal.changes import FOLDER, former_dump
from maillage.export.portal.checks.card import Line, Words, judged, lacking
from maillage.export.portal.checks.feed import faults
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.persons import LeftOut
from maillage.export.portal.words import DATASET
from maillage.releases.change import replayed
from maillage.releases.dump import dump_of, line_of
from maillage.releases.former import Former
from maillage.releases.told import ADDED, FEED, PAGE, REMOVED, UNSAID
from maillage.things.rdf import triple_of

_FAMILY = "changes"
_FILES = tuple(f"{FOLDER}{name}" for name in (ADDED, REMOVED, FEED, PAGE))
_AGAIN: Words = (
    "Refaites le dossier : maillage export portal --previous VERSION-D'AVANT.",
    "Make the folder again: maillage export portal --previous THE-RELEASE-BEFORE.",
)


def changed(bundle: Bundle, previous: Former | None = None) -> list[Line]:
    """The lines of this family; none of a first release, unless a release before it is given."""
    there = [path for path in _FILES if bundle.has(path)]
    if not there and previous is None:
        return []
    missing = [path for path in _FILES if path not in there]
    what = ("les fichiers du changement", "the files of the change")
    lines = [judged(_FAMILY, what, lacking(missing), _AGAIN)]
    if missing:
        return lines
    (added, removed), odd = _statements(bundle)
    feed = faults(bundle.data(_FILES[2]))
    now = dump_of(bundle.dump).lines
    wrong = (added & removed) | (added - now) | (removed & now)
    lines += [
        judged(_FAMILY, ("énoncés en N-Triples", "statements as N-Triples"), lacking(odd), _AGAIN),
        judged(
            _FAMILY,
            (
                "ce qui est ajouté est dans le graphe, ce qui est retiré n'y est pas",
                "what is added is in the graph, what is removed is not",
            ),
            lacking(line[:80] for line in wrong),
            _AGAIN,
        ),
        judged(_FAMILY, ("flux Atom (RFC 4287)", "Atom feed (RFC 4287)"), lacking(feed), _AGAIN),
        judged(
            _FAMILY,
            ("la page est entière sans script", "the page is whole without a script"),
            lacking(_page(bundle)),
            _AGAIN,
        ),
    ]
    if previous is not None:
        persons = f"{DATASET}/with-persons" in bundle.catalogue.datasets()
        old, _ = former_dump(previous, None if persons else LeftOut())
        unsaid = bundle.text(FOLDER + UNSAID).split() if bundle.has(FOLDER + UNSAID) else []
        differs = replayed(old.lines, added, removed, set(unsaid)) ^ now
        what = ("rejoué sur la version d'avant, il donne celle-ci", "replayed on the release before, it gives this one")
        lines.append(judged(_FAMILY, what, lacking(line[:80] for line in differs), _AGAIN))
    return lines


def _statements(bundle: Bundle) -> tuple[list[set[str]], list[str]]:
    """The statements added and removed, as lines, and the files that are no N-Triples."""
    found: list[set[str]] = []
    odd = []
    for path in _FILES[:2]:
        try:
            found.append({line_of(triple_of(quad)) for quad in bundle.quads(path)})
        except MaillageError as error:
            found.append(set())
            odd.append(str(error))
    return found, odd


def _page(bundle: Bundle) -> Iterator[str]:
    """What is wrong with the page: scripts, another policy, places that a link names and it lacks."""
    text, feed = bundle.text(_FILES[3]), bundle.text(_FILES[2])
    if re.search(r"<script|\son\w+=|javascript:", text, re.I):
        yield "script"
    if "default-src 'none'" not in text:
        yield "Content-Security-Policy"
    ids = set(re.findall(r' id="([^"]+)"', text))
    named = set(re.findall(r'href="#([^"]+)"', text)) | set(re.findall(rf'href="[^"]*{re.escape(PAGE)}#([^"]+)"', feed))
    yield from (f"#{name}" for name in named - ids)
