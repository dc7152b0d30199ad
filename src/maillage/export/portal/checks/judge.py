"""The judge: a bundle's folder comes in; every family of checks is run, and the score card goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from maillage.errors import MaillageError
from maillage.export.portal.checks.card import Card, Line
from maillage.export.portal.checks.changed import changed
from maillage.export.portal.checks.counts import counts
from maillage.export.portal.checks.dcat_ap import dcat_ap
from maillage.export.portal.checks.french import french
from maillage.export.portal.checks.graph import graph
from maillage.export.portal.checks.integrity import integrity
from maillage.export.portal.checks.mqa import mqa
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.checks.proposed import proposed
from maillage.export.portal.checks.readable import readable
from maillage.export.portal.checks.registered import registered
from maillage.export.portal.checks.served import asked
from maillage.export.portal.checks.sssom import mapping_sets
from maillage.export.portal.checks.told import told
from maillage.export.portal.checks.vocabulary import vocabulary
from maillage.releases.former import Former


def judge(folder: Path, shapes: Sequence[Path] = (), offline: bool = False, previous: Former | None = None) -> Card:
    """The score card of a bundle.

    Parameters
    ----------
    shapes:
        Files or folders of the official shapes of DCAT-AP; what holds no shape is merged into the data.
    offline:
        Do not try the real addresses: a server of this machine stands in for them.
    previous:
        The release before, on which the change of the bundle is replayed.

    Raises
    ------
    MaillageError
        For a folder that holds no bundle, a catalogue that is no Turtle, or shapes that cannot be read.
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
    card.lines += _lines("integrity", lambda: integrity(bundle))
    card.lines += _lines("integrity", lambda: told(bundle))
    card.lines += _lines("integrity", lambda: readable(bundle))
    card.lines += _lines("graph", lambda: graph(bundle))
    card.lines += _lines("changes", lambda: changed(bundle, previous))
    card.lines += lines
    card.lines += _lines("mqa", lambda: mqa(bundle, answering, conforms))
    card.lines += _lines("data.gouv.fr", lambda: french(bundle, answering))
    card.lines += _lines("void", lambda: counts(bundle))
    card.lines += _lines("vocabulary", lambda: vocabulary(bundle))
    card.lines += _lines("sssom", lambda: mapping_sets(bundle))
    card.lines += _lines("registrations", lambda: registered(bundle))
    card.lines += _lines("wikidata", lambda: proposed(bundle))
    return card


def _lines(family: str, run: Callable[[], list[Line]]) -> list[Line]:
    """The lines of a family; where a file is not what it should be, that is its one line."""
    try:
        return run()
    except (MaillageError, LookupError, TypeError, ValueError, AttributeError) as error:
        what = ("les fichiers se lisent", "the files can be read")
        said = str(error) if isinstance(error, MaillageError) else f"{type(error).__name__}: {error}"
        fix = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")
        return [Line(family, what, "fault", None, (said, said), fix)]
