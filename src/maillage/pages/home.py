"""The home page: a graph comes in; a search box, questions to fill in, a map, and what is known and missing go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from maillage.asking.catalogue import Parameter
from maillage.library import Graph
from maillage.naming.normalise import normalised
from maillage.pages.kit import maps
from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import Given, Setting
from maillage.pages.kit.wording import kind_since, words
from maillage.terms import MLG, expand
from maillage.things.table import Table

#: What the map counts.
COUNTED = "mlg:LocalHealthContract"
#: What the sentence on the size of the graph counts.
_SIZES = ("Actor", "Contract", "Participation")

#: The answers of each graph by language: the page most asked for is made anew, its half second of questions is not.
_HELD: WeakKeyDictionary[Graph, dict[str, tuple[Table, Table, Table, Table]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Blank:
    """A gap in a sentence: the parameter, what it is called, and what stands in it at first."""

    name: str
    label: str
    value: str
    kind: str
    width: int


@dataclass(frozen=True)
class Sentence:
    """A question one can fill in: where it is sent, and its texts and gaps in turn."""

    title: str
    action: str
    parts: tuple[str | Blank, ...]


def page(setting: Setting, of: str, given: Given) -> bytes:
    """The home page."""
    graph, lang = setting.graph, setting.lang
    say = words("home", lang)
    if lang not in (held := _HELD.setdefault(graph, {})):
        held[lang] = _answers(graph, lang)
    by_area, regions, known, kinds = held[lang]
    return framed(
        setting,
        "home.html",
        say["title"],
        here="home",
        description=say["lead"],
        sizes=_sizes(kinds),
        sentences=[sentence for one in say["sentences"] if (sentence := _sentence(setting, one))],
        drawing=_map(setting, by_area, say),
        classes=maps.classes(say["none"], say["more"]),
        areas=_listed(setting, by_area),
        regions=_listed(setting, regions),
        kind=graph.label(expand(COUNTED) or COUNTED, lang),
        known=_known(setting, known),
        notes=list(dict.fromkeys((*by_area.notes, *known.notes))),
    )


def _answers(graph: Graph, lang: str) -> tuple[Table, Table, Table, Table]:
    """What is asked whatever the page is given: contracts by department and region, what is known, sizes."""
    return (
        graph.ask("arrangements-by-area", lang=lang, type=COUNTED, level="mlg:Department"),
        graph.ask("arrangements-by-area", lang=lang, type=COUNTED, level="mlg:Region"),
        graph.ask("completeness", lang=lang),
        graph.ask("classes", lang=lang),
    )


def _sizes(kinds: Table) -> dict[str, int]:
    counts = {row["kind_iri"]: row["things"] for row in kinds}
    return {name: int(str(counts.get(MLG + name) or 0)) for name in _SIZES}


def _sentence(setting: Setting, said: dict[str, Any]) -> Sentence | None:
    """A question as a form; None where there is nothing that answers it."""
    action = setting.addresses.question(said["question"])
    if action is None:
        return None
    query = setting.graph.built.catalogue.get("questions", said["question"])
    parts = tuple(
        part if isinstance(part, str) else _blank(setting, query.params[part["blank"]], part) for part in said["parts"]
    )
    return Sentence(query.words("title", setting.lang), action, parts)


def _blank(setting: Setting, parameter: Parameter, said: dict[str, Any]) -> Blank:
    example = str(said.get("example") or parameter.example)
    value = setting.at.isoformat() if parameter.type == "date" else example
    if parameter.type == "iri":
        value = _name(setting, example)
    kind = {"date": "date", "integer": "number"}.get(parameter.type, "text")
    return Blank(parameter.name, parameter.words[setting.lang], value, kind, max(6, len(value)))


def _name(setting: Setting, thing: str) -> str:
    """The shortest name that stands for a thing alone, as a form takes it; empty where the graph does not have it."""
    iri, names = expand(thing) or thing, setting.graph.built.names
    if not names.types(iri):
        return ""
    few = (names.short(iri, setting.lang), names.label(iri, setting.lang))
    return next((name for name in few if len(name) > 3 and names.matches(name) == [iri]), thing)


def _map(setting: Setting, by_area: Table, say: dict[str, Any]) -> maps.Drawing:
    areas = {
        str(row["code"]): (
            float(str(row["arrangements"])),
            say["tip"].format(area=row["area"], n=row["arrangements"]),
            setting.addresses.thing(str(row["area_iri"])),
        )
        for row in by_area
    }
    return maps.country(areas)


def _listed(setting: Setting, by_area: Table) -> list[dict[str, Any]]:
    return [
        {"label": row["area"], "address": setting.addresses.thing(str(row["area_iri"])), "n": row["arrangements"]}
        for row in sorted(by_area, key=lambda row: normalised(str(row["area"])))
    ]


def _known(setting: Setting, table: Table) -> list[dict[str, Any]]:
    """What is known beside what others count, the least known first; what nobody counts last."""
    rows = [
        {
            "kind": kind_since(row["kind"], row["counted_from"], setting.lang),
            "address": setting.addresses.question("completeness", kind=row["kind_iri"]),
            "known": row["known"],
            "counted": row["counted"],
            "share": row["share"],
            "said_by": row["said_by"],
            "as_of": row["as_of"],
            "document": setting.addresses.thing(str(row["document_iri"])) if row["document_iri"] else None,
        }
        for row in table
    ]
    return sorted(rows, key=lambda row: (row["share"] is None, -(row["share"] or 0), str(row["kind"])))
