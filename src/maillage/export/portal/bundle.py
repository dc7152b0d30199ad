"""The bundle: a built graph and a release come in; its files are written, and the folder appears whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from maillage.export.portal import data, dcat, parquet, void
from maillage.export.portal.described import describe, register
from maillage.export.portal.facts import Facts, last_read
from maillage.export.portal.made import Made
from maillage.export.portal.persons import LeftOut, without_persons
from maillage.export.portal.readme import readme
from maillage.export.portal.release import (
    Release,
    checked_base,
    checked_contact,
    checked_sparql,
    checked_version,
)
from maillage.export.portal.staging import Entry, Staging
from maillage.export.portal.words import DATASET
from maillage.pipeline.build import Build
from maillage.releases.change import Change
from maillage.releases.former import Former
from maillage.terms import MLG

#: What is told of progress: the words for a step that begins.
Told = Callable[[str], None]


@dataclass
class Written:
    """What was written: the files, the release, what was left out, what changed where there was one before."""

    entries: list[Entry]
    release: Release
    gone: LeftOut | None
    change: Change | None = None


def export_portal(
    built: Build,
    folder: Path,
    version: str,
    *,
    base_url: str | None = None,
    sparql: str | None = None,
    contact: str | None = None,
    persons: bool = False,
    with_parquet: bool = False,
    previous: Former | None = None,
    pages: Mapping[str, bytes] | None = None,
    told: Told = lambda _: None,
) -> Written:
    """Write the bundle; the folder appears whole or not at all, and the same graph gives the same bytes.

    Parameters
    ----------
    version:
        The release, as 0.2.0.
    base_url, sparql, contact:
        Where the folder will be served, where an endpoint that serves the graph answers, whom to write to.
    persons:
        Whether persons in an official capacity stay.
    with_parquet:
        Whether the tables are there as Parquet too, which takes pyarrow.
    previous:
        The release before, whose change the bundle carries; None for the first.
    pages:
        The reference of the ontology for people, by the name of each file.

    Raises
    ------
    MaillageError
        For an address or version that is none, Parquet without pyarrow, or a folder that holds other files; nothing is
        then written.
    """
    base, endpoint, mail = checked_base(base_url), checked_sparql(sparql), checked_contact(contact)
    checked_version(version)
    if with_parquet:
        parquet.checked_engine()
    with Staging(folder) as bundle:
        told("lecture")
        quads = sorted(set(built.loaded.quads()), key=str)
        gone: LeftOut | None = None
        if not persons:
            quads, gone = without_persons(quads)
        facts = Facts(quads)
        release = _release(facts, version, base, endpoint, mail, persons)
        told("dénombrements")
        made = Made(bundle, built, facts, void.counted(facts), release, pages or {})
        for name, step in (
            ("RDF", data.rdf_files),
            ("tables", data.table_files),
            ("réseau", data.network_files),
            ("vocabulaire", data.ontology_parts),
            ("liens", data.link_file),
        ):
            told(name)
            step(made)
        if with_parquet:
            told("Parquet")
            data.parquet_files(made)
        places = data.map_file(made)
        bearing = data.names_file(made, gone)
        change = None
        if previous is not None:
            told("changements")
            change = data.changed_files(made, gone, previous)
        told("descriptions")
        describe(made, gone)
        register(made)
        whole = bundle.finish_with(
            "README.md",
            lambda entries: readme(entries, release, gone, bearing, places, made.counts.triples, previous),
        )
        return Written(whole, release, gone, change)


def _release(facts: Facts, version: str, base: str, sparql: str, contact: str, persons: bool) -> Release:
    """The release with the graph's own days."""
    modified = last_read(facts) or dcat.said(DATASET, "dct:issued")[0]
    arrangements = facts.of_kind(MLG + "Arrangement")
    starts = [day for one in arrangements for day in facts.values(one, MLG + "startEarliest")]
    ends = [day for one in arrangements for day in facts.values(one, MLG + "endLatest")]
    start, end = min(starts, default=modified), max(ends, default=modified)
    return Release(version, base, modified, start, end, sparql, contact, persons)
