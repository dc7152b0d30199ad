"""What sources say of the state of an arrangement: its IRI comes in; states side by side, with sources, go out."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.pages.kit.setting import Setting
from maillage.things.table import Value
from maillage.views.when import table_words

#: What is compared, in the order of the question's columns.
_SAID = ("status", "signed_on", "starts", "ends", "duration", "generation", "as_of", "modality", "certainty")


@dataclass(frozen=True)
class Source:
    """A sentence, if there is one, and the document it is in."""

    sentence: str
    document: str
    address: str | None


@dataclass(frozen=True)
class States:
    """States side by side: (what is said, what each state says of it), and the sources of each."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[tuple[Source, ...], ...]


def states(setting: Setting, iri: str) -> States | None:
    """All that is said of its state, what says the same put together; None where nothing is."""
    table = setting.graph.ask("states-of-arrangement", lang=setting.lang, arrangement=iri)
    found: dict[tuple[Value, ...], list[Source]] = {}
    for row in table:
        said = tuple(row[name] for name in _SAID)
        document = setting.addresses.thing(str(row["document_iri"])) if row["document_iri"] else None
        source = Source(str(row["sentence"] or ""), str(row["document"] or ""), document)
        kept = found.setdefault(said, [])
        if source not in kept:
            kept.append(source)
    if not found:
        return None
    heads = {column.name: column.heading for column in table.columns}
    dates = {column.name for column in table.columns if column.type == "date"}
    rows = []
    for place, name in enumerate(_SAID):
        cells = tuple(
            ""
            if said[place] is None
            else table_words(str(said[place]), setting.lang)
            if name in dates
            else str(said[place])
            for said in found
        )
        if any(cells):
            rows.append((heads[name], cells))
    return States(tuple(rows), tuple(tuple(sources) for sources in found.values()))
