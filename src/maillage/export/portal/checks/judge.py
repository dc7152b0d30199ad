"""The judge: a bundle's folder comes in; every family of checks is run, and the score card goes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from maillage.export.portal.checks.card import Card
from maillage.export.portal.checks.counts import counts
from maillage.export.portal.checks.dcat_ap import dcat_ap
from maillage.export.portal.checks.french import french
from maillage.export.portal.checks.graph import graph
from maillage.export.portal.checks.integrity import integrity
from maillage.export.portal.checks.mqa import mqa
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.checks.registered import registered
from maillage.export.portal.checks.served import asked


def judge(folder: Path, shapes: Sequence[Path] = (), offline: bool = False) -> Card:
    """The score card of a bundle.

    Parameters
    ----------
    shapes:
        Files or folders of the official shapes of DCAT-AP; what holds no shape is merged into the data.
    offline:
        Do not try the real addresses: a server of this machine stands in for them.

    Raises
    ------
    MaillageError
        For a folder that holds no bundle, a file that is not of its form, or shapes that cannot be read.
    """
    bundle, card = Bundle(folder), Card()
    urls = [
        url
        for described in (bundle.catalogue, bundle.french)
        for predicate in ("dcat:accessURL", "dcat:downloadURL")
        for url in described.every(predicate)
    ]
    answering, local = asked(urls, bundle.base, folder, offline)
    if local:
        card.notes.append(
            (
                f"Adresses : {bundle.base} n'a pas été atteint ; un serveur local sur le dossier a répondu à sa place.",
                f"Addresses: {bundle.base} was not reached; a local server over the folder answered in its place.",
            )
        )
    lines, conforms = dcat_ap(bundle, shapes)
    card.lines += integrity(bundle)
    card.lines += graph(bundle)
    card.lines += lines
    card.lines += mqa(bundle, answering, conforms)
    card.lines += french(bundle, answering)
    card.lines += counts(bundle)
    card.lines += registered(bundle)
    return card
