"""How to cite an answer: what was asked, of which release and day, comes in; a sentence and BibTeX go out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from maillage import __version__
from maillage.asking.catalogue import Query
from maillage.export.portal.questions import question_iri
from maillage.pages.kit.setting import Setting
from maillage.terms import BASE
from maillage.views.when import date_words

_AUTHOR = {"fr": "Contributeurs de Maillage", "en": "Maillage contributors"}


@dataclass(frozen=True)
class Citation:
    """A sentence, and an entry of BibTeX."""

    text: str
    bibtex: str


def citation(setting: Setting, query: Query, values: Mapping[str, Sequence[str]]) -> Citation:
    """The citation of an answer.

    Parameters
    ----------
    values:
        What the question was asked with, the defaults taken among it: parameter -> texts.
    """
    lang = setting.lang
    return cited(setting, query.words("title", lang), question_iri(query), query.name, values)


def cited(setting: Setting, title: str, iri: str, name: str, values: Mapping[str, Sequence[str]]) -> Citation:
    """The citation of anything that is asked of the graph by a name and values."""
    fr, day = setting.lang == "fr", setting.at.isoformat()
    said = "; ".join(f"{key} = {', '.join(value)}" for key, value in values.items())
    asked = (f" [{said}]" if said else "") + f", {name}"
    by = _AUTHOR[setting.lang]
    when = date_words(day, setting.lang)
    text = (
        f"{by}. « {title} »{asked}. Maillage, version {__version__}, registres relevés au {when}. {BASE} ({iri})."
        if fr
        else f"{by}. “{title}”{asked}. Maillage, version {__version__}, registers as read on {when}. {BASE} ({iri})."
    )
    note = f"Question {name}" + (f" [{said}]" if said else "")
    fields = {
        "author": f"{{{by}}}",
        "title": title,
        "year": day[:4],
        "howpublished": f"Maillage, version {__version__}",
        "note": f"{note}. {'Registres relevés au' if fr else 'Registers as read on'} {day}",
        "url": iri,
    }
    key = re.sub(r"[^A-Za-z0-9]+", "-", f"maillage-{name}-{day}")
    lines = [
        f"  {field:<12} = {{{value if field in ('author', 'url') else _tex(value)}}}" for field, value in fields.items()
    ]
    return Citation(text, "@misc{" + key + ",\n" + ",\n".join(lines) + "\n}\n")


def _tex(text: str) -> str:
    """A text in which no sign is one of TeX's."""
    named = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(named.get(sign, f"\\{sign}" if sign in "#$%&_{}" else sign) for sign in text)
