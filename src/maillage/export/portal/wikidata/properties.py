"""The properties and items of Wikidata that proposals use: the one table, with where each value comes from and why.

A number stands here only where something that could be read says what it is. What could not be confirmed is left out of
the proposals: the classes of agencies, intermunicipal bodies, prefectures and funds (so no `P31` for a body), the items
of registers (so no `S248`), and how an ISNI is written there (`P213`).
"""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """A number of Wikidata: what it is called there, where its value comes from, and what says it is the right one."""

    number: str
    name: str
    source: str
    evidence: str


_LIST = "list of Wikidata's properties, 2016"
_DEPARTMENTS = "Wikidata:WikiProject France, list of current French departments"
#: Each number, once; the README of the folder shows the table to whoever reviews the proposals.
PROPERTIES: tuple[Known, ...] = (
    Known("P31", "instance of", "mlg:Contract", _DEPARTMENTS),
    Known("P17", "country", "France, for all", "Wikidata's own queries of hospitals"),
    Known("P1001", "applies to jurisdiction", "mlg:territory that has an item", "pywikibot programs; Wikidata manuals"),
    Known("P585", "point in time", "mlg:signedOn", "Wikidata manuals of qualifiers"),
    Known("P580", "start time", "schema:startDate", "Wikidata manuals of qualifiers"),
    Known("P582", "end time", "schema:endDate", _DEPARTMENTS),
    Known("P1891", "signatory", "mlg:Participation, role:signatory", _LIST),
    Known("P1616", "SIREN number", "mlg:siren", _LIST),
    Known("P4058", "FINESS medical facility ID", "mlg:finess", "open programs that read FINESS numbers by it"),
    Known("P6782", "ROR ID", "owl:sameAs to ror.org", "open programs that read ROR identifiers by it"),
    Known("P854", "reference URL", "dct:source of the document", "wikibase-cli; pywikibot"),
    Known("P813", "retrieved", "mlg:retrieved", "pywikibot: reference of a URL is P854 and P813"),
)
ITEMS: tuple[Known, ...] = (
    Known("Q142", "France", "P17 of all", "Wikidata's own queries"),
    Known("Q93288", "contract", "P31 of a contract", "lists of Wikidata's classes"),
)
#: Only in queries: classes and codes of territories, and the day something ended.
QUERIED: tuple[Known, ...] = (
    Known("P374", "INSEE municipality code", "mlg:inseeCode", "the table of links of graph/links"),
    Known("P2585", "INSEE region code", "mlg:inseeCode", "open programs that read the codes of regions by it"),
    Known("P2586", "INSEE department code", "mlg:inseeCode", _DEPARTMENTS),
    Known("P576", "dissolved, abolished or demolished", "—", "open programs; studies of its coverage"),
    Known("Q484170", "commune of France", "mlg:Commune", "pywikibot programs"),
)
#: The properties whose values are items; all others here are days or texts.
ITEM_VALUED = frozenset({"P31", "P17", "P1001", "P1891"})
DAY_VALUED = frozenset({"P585", "P580", "P582", "P813"})
TEXT_VALUED = frozenset({"P1616", "P4058", "P6782", "P854"})
#: What every statement of a proposal must bear: where it is written, and the day on which that was read.
REFERENCES = ("S854", "S813")
WIKIDATA = "http://www.wikidata.org/entity/"
