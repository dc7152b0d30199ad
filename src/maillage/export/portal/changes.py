"""The change a bundle carries: its facts and the release before come in; what differs, and its files, go out.

A bundle without persons is compared with the release before less its persons: the change names nobody whom the data
leaves out. A sentence that was published and bears the name of someone left out since is told of by its digest.
"""

from __future__ import annotations

from collections.abc import Sequence

from maillage.export.portal.persons import LeftOut, left_out_too, without_persons
from maillage.export.portal.release import Release
from maillage.naming.withdrawn import Withdrawn
from maillage.releases.change import Change, honouring
from maillage.releases.dump import Dump, dump_of, line_of
from maillage.releases.former import Former
from maillage.releases.pages import files_of
from maillage.releases.told import Edition
from maillage.things.rdf import Quad, triple_of

#: Where the files lie in a bundle.
FOLDER = "changes/"


def change_files(
    quads: Sequence[Quad], gone: LeftOut | None, previous: Former, withdrawn: Withdrawn, release: Release
) -> tuple[Change, dict[str, bytes]]:
    """What differs from the release before, and the files by their path in the bundle.

    Parameters
    ----------
    quads:
        The facts of the bundle.
    gone:
        What was left out of them for the sake of persons; None in the variant with them.
    """
    old, untold = former_dump(previous, gone)
    new = dump_of(quads)
    change = honouring(withdrawn, old, new, untold)
    address = release.url(FOLDER)
    edition = Edition(release.version, release.modified, previous.version, address, release.tag)
    return change, {FOLDER + name: data for name, data in files_of(change, old, new, edition).items()}


def former_dump(previous: Former, gone: LeftOut | None) -> tuple[Dump, set[str]]:
    """The release before as this variant has it, and its lines that are not to be told again."""
    if gone is None:
        return previous.dump(), set()
    kept, _ = without_persons(previous.quads)
    return dump_of(kept), {line_of(triple_of(quad)) for quad in left_out_too(kept, gone)}
