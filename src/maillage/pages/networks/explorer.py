"""The explorer: the name of a network and what its form gave come in; its page goes out.

The page is complete as a table; a script draws what `drawings.drawn` tells and keeps its own state in the address.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from maillage.network.made import WEIGHTS
from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import Given, Setting, one
from maillage.pages.kit.wording import words
from maillage.pages.networks.drawings import drawn, rows_of
from maillage.terms import MLG, RDF, curie
from maillage.views.compared import said
from maillage.views.ties import said_by_page
from maillage.views.when import date_words, dated_text

#: The network that is shown where none is named.
FIRST = "coordination"
#: What may be asked of a network; all else in the address is the script's, which reads it itself.
ASKED = ("territory", "actor", "type", "without", "document", "origin", "role", "relation_kind")
#: Links that a page shows by itself.
MOST = 50
#: Words of the offline page that this one says too.
_SHARED = ("roles", "noQuotes", "register", "planned", "denied", "chars", "inferred", "inferredHint", "datesUnknown")
#: Parts that the links of a drawing lie in, in a folder of files.
PARTS = 64
_LEVELS = (("regions", MLG + "Region"), ("departments", MLG + "Department"))


def asked(given: Given) -> dict[str, str]:
    """What is asked of the network itself."""
    return {name: text for name in ASKED if (text := one(given, name))}


def page(setting: Setting, name: str, given: Given) -> bytes:
    """The page of a network.

    Raises
    ------
    MaillageError
        For another network, or a name that stands for nothing.
    """
    graph, lang, addresses = setting.graph, setting.lang, setting.addresses
    query = graph.built.catalogue.get("networks", name)
    own = asked(given)
    told = json.loads(drawn(graph, name, own))
    say = words("explorer", lang)
    rows = rows_of(told, MOST)
    centre = {key: graph.find(own[key]) for key in ("territory", "actor") if key in own}
    heading = _heading(query.words("title", lang), {key: graph.label(iri, lang) for key, iri in centre.items()}, say)
    script = {**say["js"], **{key: said_by_page(lang)[key] for key in _SHARED}}
    script |= {key: say[key] for key in ("from", "to", "oneActor", "otherActor")}
    script["day"] = date_words(setting.at.isoformat(), lang)
    return framed(
        setting,
        "explorer.html",
        heading,
        styles=("explorer.css",),
        scripts=("explorer.js",),
        here="explore",
        description=query.words("question", lang),
        alternates=_alternates(setting, name, own),
        name=name,
        asked=own,
        actor=graph.label(centre["actor"], lang) if "actor" in centre else None,
        networks=_networks(setting, say),
        weights=WEIGHTS if not told["directed"] else ("count",),
        weight=one(given, "weight"),
        places=_places(setting),
        place=curie(centre["territory"]) if "territory" in centre else "",
        rule=said(told["rule"], lang),
        notes=[dated_text(note, lang) for note in _notes(setting, name)],
        rows=rows,
        links=len(told["links"]),
        directed=told["directed"],
        embed=one(given, "embed") == "1",
        parts=PARTS,
        thing=addresses.things() or "",
        script=json.dumps(script, ensure_ascii=False),
    )


def _heading(title: str, centre: Mapping[str, str], say: Mapping[str, str]) -> str:
    if "actor" in centre:
        return say["aroundTitle"].format(title=title, actor=centre["actor"])
    return say["inTerritory"].format(title=title, place=centre["territory"]) if "territory" in centre else title


def _alternates(setting: Setting, name: str, own: Mapping[str, str]) -> list[tuple[str | None, str]]:
    forms = (("json", "application/json"), ("csv", "text/csv"))
    return [(setting.addresses.drawn(name, form, **own), media) for form, media in forms]


def _networks(setting: Setting, say: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Every network by name, and what its lines tie in words."""
    found = setting.graph.built.catalogue.of("networks")
    order = list(say["networks"])
    named = [(query.name, say["networks"].get(query.name) or query.words("question", setting.lang)) for query in found]
    return sorted(named, key=lambda one: (order.index(one[0]) if one[0] in order else len(order), one[0]))


def _places(setting: Setting) -> list[tuple[str, list[tuple[str, str]]]]:
    """The territories one can choose: level -> (CURIE, name), by name."""
    built, lang = setting.graph.built, setting.lang
    found = []
    for level, kind in _LEVELS:
        iris = (str(triple.subject.value) for triple in built.store.values(None, RDF + "type", kind))
        found.append((level, sorted(((curie(iri), built.names.label(iri, lang)) for iri in iris), key=lambda p: p[1])))
    return found


def _notes(setting: Setting, name: str) -> list[str]:
    """What a reader must know of a network."""
    from maillage.asking.answers import notes_of

    built = setting.graph.built
    return list(notes_of(built.catalogue.get("networks", name), built.store, setting.lang, {}))
