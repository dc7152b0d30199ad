"""The page of a question: its name and what its form was given come in; form, answer, pictures, source go out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from maillage.asking.answers import answer, defaults, substitutions
from maillage.asking.catalogue import Query
from maillage.errors import MaillageError
from maillage.export.portal.questions import without_header
from maillage.pages.asked.citation import citation
from maillage.pages.asked.form import Fault, Form, form_of
from maillage.pages.asked.picture import pictures_of
from maillage.pages.kit.frame import framed
from maillage.pages.kit.refused import Refused
from maillage.pages.kit.rows import shown_rows
from maillage.pages.kit.setting import Given, Setting, one
from maillage.pages.kit.wording import words

#: What a form says to ask for everything, where the page shows the answer for an example first.
ALL = "all"


def page(setting: Setting, name: str, given: Given) -> bytes:
    """The page of a question, answered.

    A question about one thing (its first parameter), or one that needs a value, is answered for its example until
    something is given.

    Raises
    ------
    NotFoundError
        For a question that is not there, offering the nearest.
    Refused
        With the whole page, for a value that stands for nothing, for several things, or is of another kind.
    """
    query = setting.graph.built.catalogue.get("questions", name)
    say = words("question", setting.lang)
    everything = one(given, ALL)
    given = {key: value for key, value in given.items() if key != ALL}
    example = {} if given or everything else example_of(query)
    form = form_of(setting, query, given, say)
    values: dict[str, Any] = example or dict(form.values)
    around: dict[str, Any] = {
        "example": _worded(setting, query, example),
        "everything": bool(example) and not query.required,
        "all": ALL,
    }
    if form.faults and not (form.missing and example):
        raise Refused(_framed(setting, query, form, answered=None, **around), 400)
    try:
        answered = _answered(setting, query, values)
    except MaillageError as error:
        form = Form(form.fields, form.values, Fault(error.what, error.fix))
        raise Refused(_framed(setting, query, form, answered=None, **around), 400) from None
    return _framed(setting, query, form, answered=answered, **around)


def example_of(query: Query) -> dict[str, str]:
    """What a question is asked with before anything is given: nothing, unless it is about one thing, or needs a value.

    What a list of all answers would be for (themes, kinds, territories) is asked for all.
    """
    found = {p.name: p.example for p in query.params.values() if p.required and p.default is None}
    first = next(iter(query.params.values()), None)
    if first is None or first.type != "iri" or first.scheme or first.under or first.default is not None:
        return found
    if first.of in (["owl:Class"], ["skos:ConceptScheme"], ["mlg:Territory"]):
        return found
    return {first.name: first.example, **found}


def _worded(setting: Setting, query: Query, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Values in words: each parameter, and the label of its value."""
    names, lang = setting.graph.built.names, setting.lang
    out = []
    for name, value in values.items():
        parameter = query.params[name]
        label = names.label(names.resolve(value), lang) if parameter.type == "iri" else value
        out.append((parameter.words[lang], label))
    return out


def _answered(setting: Setting, query: Query, values: Mapping[str, Any]) -> dict[str, Any]:
    """The answer, and all that is made of it."""
    built, lang = setting.graph.built, setting.lang
    table = answer(query, built.store, built.names, values, lang)
    usual = defaults(query, values, built.names)
    asked = {**{name: [text] for name, text in usual.items()}, **_texts(values)}
    addresses = setting.addresses
    return {
        "table": shown_rows(table, addresses),
        "usual": _worded(setting, query, usual),
        "notes": table.notes[1:] if usual else table.notes,  # the first says the defaults in words of the command
        "missed": table.missed,
        "pictures": pictures_of(setting, table),
        "sparql": without_header(query.filled(substitutions(query, values, built.names))),
        "csv": addresses.rows(query.name, "csv", **values),
        "json": addresses.rows(query.name, "json", **values),
        "citation": citation(setting, query, asked),
    }


def _texts(values: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in values.items()}


def _framed(setting: Setting, query: Query, form: Form, **values: Any) -> bytes:
    action = setting.addresses.question(query.name)
    return framed(
        setting,
        "question.html",
        query.words("title", setting.lang),
        here="question",
        description=query.words("question", setting.lang),
        action=action,
        query=query,
        form=form,
        **values,
    )
