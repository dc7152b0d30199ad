"""In: a tie of a network, as projections hand it. Out: what pages say of it: dates, roles, sentences."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from maillage.views.compared import said
from maillage.views.template import text_of
from maillage.views.when import period_words


def tie_in_words(tie: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """One arrangement of a link, in the words of a page.

    Parameters
    ----------
    tie: as `maillage.network.asked.asked_network` gives it.
    lang: ``fr`` or ``en``.

    Returns
    -------
    dict
        ``iri``, ``label`` and ``kindLabel`` of the arrangement; ``when`` in words, and its bounds (``from``,
        ``fromBy``, ``untilFrom``, ``until``); ``open``, ``known``, ``inferred``; ``modality`` where planned or denied;
        ``relation``; ``roles`` [{actor, label, role}]; ``quotations`` [{exact, document, title, source, start, end,
        part}], each address one of the web or None.
    """
    roles = (
        {"actor": role["actor"], "label": role["actor_label"], "role": said(role["role_label"], lang)}
        for role in tie.get("roles") or ()
    )
    return {
        "iri": tie["arrangement"],
        "label": str(tie.get("arrangement_label") or tie["arrangement"]),
        "kindLabel": said(tie.get("arrangement_kind_label"), lang),
        "when": when_in_words(tie, lang),
        # The first and last day it may begin and end: what the period asked for is compared with.
        "from": tie.get("from_earliest"),
        "fromBy": tie.get("from_latest"),
        "untilFrom": tie.get("until_earliest"),
        "until": tie.get("until_latest"),
        "open": bool(tie.get("open")),
        "known": bool(tie.get("dates_known")),
        "inferred": tie.get("certainty") == "inferred",
        # Planned is not done: said beside the dates. Done and ongoing go without saying.
        "modality": tie.get("modality") if tie.get("modality") in ("planned", "denied") else None,
        "relation": said(tie.get("relation_label"), lang),
        "roles": sorted(roles, key=lambda role: (role["label"], role["actor"], role["role"] or "")),
        "quotations": sorted(
            (_quotation(quotation) for quotation in tie.get("quotations") or ()),
            key=lambda shown: (shown["title"], shown["start"] or 0, shown["end"] or 0, shown["exact"]),
        ),
    }


def when_in_words(tie: Mapping[str, Any], lang: str) -> str:
    """When a tie is, in words."""
    t = said_by_page(lang)
    start, end = tie.get("from"), tie.get("until") or (".." if tie.get("open") else None)
    if not start and not end:
        return str(t["datesUnknown"])
    said = period_words(start, f"/{end}" if end == ".." else end, lang)
    return said if tie.get("dates_known") or not (start and end) else str(t["incomplete"]).format(said)


def _quotation(quotation: Mapping[str, Any]) -> dict[str, Any]:
    """The words of a document, kept as they are, and where they stand."""
    source = quotation.get("source")
    return {
        "exact": quotation.get("exact") or "",  # empty: the document itself is the evidence, as for a register row
        "document": quotation.get("document"),
        "title": quotation.get("document_label") or quotation.get("document") or "",
        # A link is offered only where it leads to the web: an address must not smuggle in a script.
        "source": source if _is_web(source) else None,
        "start": quotation.get("start"),
        "end": quotation.get("end"),
        "part": quotation.get("part"),
    }


def tie_order(tie: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """By first date, the undated last; the whole tie as JSON settles what is left."""
    return (
        tie["from"] or tie["fromBy"] or tie["until"] or "9999",
        tie["label"],
        tie["iri"],
        json.dumps(tie, sort_keys=True),
    )


def _is_web(address: Any) -> bool:
    return isinstance(address, str) and address.lower().startswith(("https://", "http://"))


@cache
def said_by_page(lang: str) -> dict[str, Any]:
    """What the pages of networks say by themselves, in a language."""
    return dict(json.loads(text_of("words.json"))[lang])
