"""What the steps of a bundle hand on: the build, its facts and counts, the release, the files so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.export.portal import ontology, void
from maillage.export.portal.facts import Facts
from maillage.export.portal.release import Release
from maillage.export.portal.staging import Staging
from maillage.pipeline.build import Build
from maillage.terms import MLG


@dataclass
class Made:
    """What the steps hand on."""

    bundle: Staging
    built: Build
    facts: Facts
    counts: void.Counts
    release: Release
    pages: Mapping[str, bytes]


def versions(made: Made) -> dict[str, str]:
    """The version IRI of each part of the vocabulary."""
    return ontology.versions(made.built.loaded.places.ontology)


def examples(facts: Facts) -> list[str]:
    """Things to begin with: the first of a few classes."""
    kinds = ("RegionalHealthAgency", "LocalHealthContract", "Region", "Participation", "Coordination")
    return [things[0] for kind in kinds if (things := facts.of_kind(MLG + kind))]
