"""What a release publishes of its change: a change comes in; the statements as data, a feed and a page go out.

The same change gives the same bytes: the day of a release is given, never read from a clock.
"""

from __future__ import annotations

from maillage.releases.change import Change
from maillage.releases.dump import Dump
from maillage.releases.feed import feed
from maillage.releases.page import page
from maillage.releases.told import ADDED, FEED, PAGE, REMOVED, UNSAID, Edition, by_region

#: What each file holds, in French and in English.
WHAT = {
    ADDED: ("Les énoncés ajoutés depuis la version d'avant", "The statements added since the release before"),
    REMOVED: ("Les énoncés retirés depuis la version d'avant", "The statements removed since the release before"),
    UNSAID: (
        "Les empreintes (SHA-256) d'énoncés retirés qui ne sont pas redits",
        "The digests (SHA-256) of removed statements that are not told again",
    ),
    FEED: ("Ce qui a changé par région, flux Atom", "What changed by region, Atom feed"),
    PAGE: ("Ce qui a changé par région, page en français", "What changed by region, page in French"),
}


def files_of(change: Change, old: Dump, new: Dump, edition: Edition) -> dict[str, bytes]:
    """Name -> content: the statements added and removed, the feed, and the page.

    Where removed statements are not to be told again there is a file of their digests too.
    """
    by = by_region(change, old, new)
    unsaid = {UNSAID: _lines(change.unsaid)} if change.unsaid else {}
    return {
        ADDED: _lines(change.added),
        REMOVED: _lines(change.removed),
        **unsaid,
        FEED: feed(by, new, edition).encode(),
        PAGE: page(change, by, old, new, edition).encode(),
    }


def _lines(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
