"""The description of a source, stated once: it comes in; its document and the headings of its files in graph/ go out.

The checks of what is read (listing.py) and the page of sources (docs/reference/sources.md) come from it too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from maillage.importers.kit.draft import Draft
from maillage.importers.kit.facts import Facts, code, en, fr, node, when
from maillage.importers.kit.listing import Listing

LICENCE_OUVERTE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"


@dataclass(frozen=True, eq=False)
class Source:
    """A source, and how the files that come from it describe it: a `mlg:Document` of origin register.

    Parameters
    ----------
    slug:
        End of its IRI (`doc:...`), with the vintage in it.
    title, made:
        French and English words: what it is; how the file was made from it.
    issued:
        Its vintage: 2026, 2026-03 or 2026-03-09.
    publisher, url, licence:
        Who publishes it (a name), where, under which licence (a URL); None when not known.
    listings:
        Its files.
    """

    slug: str
    title: tuple[str, str]
    made: tuple[str, str]
    publisher: str
    issued: str | None = None
    url: str | None = None
    licence: str | None = LICENCE_OUVERTE
    listings: tuple[Listing, ...] = ()

    @property
    def name(self) -> str:
        """Its CURIE."""
        return f"doc:{self.slug}"

    def at(self, label: str, issued: str | None, **words: str) -> Source:
        """The same of one vintage: its slug ends with the label, `{...}` in its title and words are filled in."""
        return replace(
            self,
            slug=f"{self.slug}-{label}",
            title=(self.title[0].format(**words), self.title[1].format(**words)),
            made=(self.made[0].format(**words), self.made[1].format(**words)),
            issued=issued,
        )

    def describe(self, draft: Draft, path: str, retrieved: str | None) -> str:
        """Describe it in a file of the draft; `retrieved` is the day the maintainer fetched it. Returns its IRI."""
        facts: Facts = {
            "dct:title": [fr(self.title[0]), en(self.title[1])],
            "dct:description": [fr(self.made[0]), en(self.made[1])],
            "dct:publisher": code(self.publisher),
            "dct:issued": when(self.issued) if self.issued else None,
            "dct:source": node(self.url) if self.url else None,
            "dct:license": node(self.licence) if self.licence else None,
            "dct:language": code("fr"),
            "mlg:documentType": "documentType:register",
            "mlg:retrieved": when(retrieved) if retrieved else None,
            "mlg:origin": "origin:register",
        }
        return draft.add(path, self.name, "mlg:Document", facts)

    def header(self, draft: Draft, path: str, about: str, home: str, command: str) -> None:
        """The comment on top of a file that comes from this register: what it holds, whence, and by which command."""
        where = "décrit ci-dessous" if path == home else f"décrit dans {home}"
        vintage = f", millésime {self.issued}" if self.issued else ""
        licence = {LICENCE_OUVERTE: "Licence Ouverte", None: ""}.get(self.licence, self.licence)
        under = f" ; {licence}" if licence else ""
        draft.header(
            path,
            about,
            f"Source : {self.title[0]}{vintage} ({self.name}, {where}){under}{{retrieved {self.name}}}.",
            f"Écrit par « maillage import {command} » ; noms et remarques ajoutés ici survivent au suivant.",
        )
