"""The form of a question: the header of its query and what was given come in; fields with what each stands for go out.

Names are resolved as the command does; where one stands for nothing or for several things, the nearest are offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from maillage.asking.answers import ANY, defaults, parameter_term
from maillage.asking.catalogue import Parameter, Query
from maillage.asking.scope import LEVELS, PARAMETER, place_of
from maillage.errors import AmbiguousError, MaillageError, NotFoundError
from maillage.naming.names import Names
from maillage.pages.kit.near import Near, near, told
from maillage.pages.kit.setting import Given, Setting
from maillage.terms import MLG, OWL, PREFIXES, RDF, RDFS, SKOS, curie, expand
from maillage.things.rdf import NamedNode
from maillage.views.card_text import flat

#: More choices than this are typed, not picked.
_PICKED = 150


@dataclass(frozen=True)
class Fault:
    """What is wrong with a value: its words, how to mend it, and what was perhaps meant (label, address)."""

    what: str
    fix: str = ""
    near: Sequence[tuple[str, str]] = ()
    missing: bool = False


@dataclass(frozen=True)
class Field:
    """One parameter as a form shows it.

    Attributes
    ----------
    words: what the parameter is, from the header.
    kind: what a value is of, in words: a class, a scheme, or empty.
    type: ``iri``, ``date``, ``integer``, ...
    values: what was given, as a reader would write it; one empty text where nothing was.
    choices: (value, label) to pick from; empty where one types.
    example, default: in the reader's words; empty where there is none.
    lifted: whether the default was given up (`ANY`).
    required: whether there is no answer without.
    things: what the values stand for, (label, address), where the text alone does not say it.
    """

    name: str
    words: str
    kind: str
    type: str
    values: Sequence[str] = ("",)
    choices: Sequence[tuple[str, str]] = ()
    example: str = ""
    default: str = ""
    lifted: bool = False
    required: bool = False
    things: Sequence[tuple[str, str | None]] = ()
    fault: Fault | None = None


@dataclass(frozen=True)
class Form:
    """The fields of a question, the values to ask it with, and what is wrong beside the fields."""

    fields: Sequence[Field]
    values: Mapping[str, list[str]] = field(default_factory=dict)
    fault: Fault | None = None

    @property
    def missing(self) -> bool:
        """Whether nothing is wrong but that a value is lacking."""
        found = self.faults
        return bool(found) and all(fault.missing for fault in found)

    @property
    def faults(self) -> list[Fault]:
        """All that is wrong."""
        every = (self.fault, *(one.fault for one in self.fields))
        return [fault for fault in every if fault is not None]


def form_of(setting: Setting, query: Query, given: Given, say: Mapping[str, Any]) -> Form:
    """The form of a question with what was given.

    Parameters
    ----------
    say:
        The words of the page: ``nothing``, ``several``, ``needed``, ``unknown``.
    """
    names = setting.graph.built.names
    values = {name: several for name, value in given.items() if (several := _texts(value))}
    values, wrong = _placed(query, values, names)
    unknown = [name for name in values if name not in query.params]
    if unknown and wrong is None:
        wrong = Fault(say["unknown"].format(names=", ".join(map(flat, unknown))))
    values = {name: value for name, value in values.items() if name in query.params}
    usual = defaults(query, values, names)
    fields = [_field(setting, query, parameter, values, usual, say) for parameter in query.params.values()]
    return Form(fields, values, wrong)


def _texts(value: str | list[str]) -> list[str]:
    return [text for one in ([value] if isinstance(value, str) else value) if (text := one.strip())]


def _placed(query: Query, values: dict[str, list[str]], names: Names) -> tuple[dict[str, list[str]], Fault | None]:
    """A region, department or intercommunal area by its own name, as the command and the API take it."""
    places = {level: values[level][-1] for level in LEVELS if level in values and level not in query.params}
    if not places or PARAMETER not in query.params:
        return values, None
    kept = {name: value for name, value in values.items() if name not in places}
    try:
        found = place_of(places, names)
    except MaillageError as error:
        return kept, Fault(error.what, error.fix)
    return {**kept, PARAMETER: [*kept.get(PARAMETER, []), found or ""]}, None


def _field(
    setting: Setting,
    query: Query,
    parameter: Parameter,
    values: Mapping[str, list[str]],
    usual: Mapping[str, str],
    say: Mapping[str, Any],
) -> Field:
    names, lang, name = setting.graph.built.names, setting.lang, parameter.name
    given = values.get(name, [])
    lifted = parameter.default is not None and ANY in given
    choices = _choices(parameter, names, lang)
    shown: list[str] = []
    things: list[tuple[str, str | None]] = []
    fault = None
    for text in [] if lifted else given:
        try:
            if parameter.type == "iri" and expand(text) is None:
                _known(parameter, text, names)
            term = parameter_term(parameter, text, names)
        except MaillageError as error:
            fault = _fault(setting, query, parameter, text, values, error, bool(choices), say)
            shown.append(flat(text))
            continue
        if isinstance(term, NamedNode):
            written = _written(parameter, term.value, text, names, lang, bool(choices))
            shown.append(written)
            label = names.label(term.value, lang)
            things += [] if choices else [(label, setting.addresses.thing(term.value))]
        else:
            shown.append(text)
    if parameter.required and not given and name not in usual:
        fault = Fault(say["needed"], missing=True)
    return Field(
        name=name,
        words=parameter.words[lang],
        kind=_kind(parameter, names, lang),
        type=parameter.type,
        values=shown or [""],
        choices=choices,
        example=_worded(parameter, parameter.example, names, lang),
        default=_worded(parameter, usual[name], names, lang) if name in usual else "",
        lifted=lifted,
        required=parameter.required,
        things=things,
        fault=fault,
    )


def _known(parameter: Parameter, text: str, names: Names) -> None:
    """Raise for a name that nothing bears: the nearest are sought once, by the form, not by the resolver too."""
    if not names.matches(text, parameter.of, parameter.scheme):
        raise NotFoundError(text)


def _fault(
    setting: Setting,
    query: Query,
    parameter: Parameter,
    text: str,
    values: Mapping[str, list[str]],
    error: MaillageError,
    picked: bool,
    say: Mapping[str, Any],
) -> Fault:
    names = setting.graph.built.names
    if not isinstance(error, NotFoundError | AmbiguousError):
        return Fault(say["odd"].format(value=flat(text), example=parameter.example))
    many = isinstance(error, AmbiguousError)
    found: list[Near] = []
    if many:
        found = told(setting, names.matches(text, parameter.of, parameter.scheme))
    elif not picked:
        found = near(setting, text, parameter.of)
    others = {other: value for other, value in values.items() if other != parameter.name}
    links = []
    for one in found[:8]:
        address = setting.addresses.question(query.name, **others, **{parameter.name: curie(one.iri)})
        links += [(one.words, address)] if address else []
    what = say["several" if many else "nothing"].format(value=flat(text), number=len(found))
    return Fault(what, near=links)


def _written(parameter: Parameter, iri: str, text: str, names: Names, lang: str, picked: bool) -> str:
    """A thing as the form shows it: its value among the choices, its name where that leads back to it, its CURIE."""
    if picked:
        return curie(iri)
    label = names.label(iri, lang)
    return label if names.matches(label, parameter.of, parameter.scheme) == [iri] else text


def _worded(parameter: Parameter, value: str, names: Names, lang: str) -> str:
    iri = expand(value) if parameter.type == "iri" else None
    return value if iri is None else names.label(iri, lang)


def _kind(parameter: Parameter, names: Names, lang: str) -> str:
    if parameter.type != "iri" or parameter.scheme or parameter.of in (None, ["owl:Class"]):
        return ""
    return ", ".join(names.label(expand(one) or one, lang) for one in parameter.of or ())


def _choices(parameter: Parameter, names: Names, lang: str) -> list[tuple[str, str]]:
    """What a parameter can be, where that is a short list: concepts of a scheme, kinds that occur, yes and no."""
    store = names.store
    if parameter.type == "boolean":
        return [("true", "oui" if lang == "fr" else "yes"), ("false", "non" if lang == "fr" else "no")]
    if parameter.type != "iri":
        return []
    if parameter.scheme:
        whole = PREFIXES[parameter.scheme].rstrip("/")
        found = [str(t.subject.value) for t in store.values(None, SKOS + "inScheme", whole)]
    elif parameter.of == ["owl:Class"]:
        found = _kinds(expand(parameter.under or ""), names)
    elif parameter.of == ["skos:ConceptScheme"]:
        found = [str(t.subject.value) for t in store.values(None, RDF + "type", SKOS + "ConceptScheme")]
    else:
        return []
    labelled = sorted(((curie(iri), names.label(iri, lang)) for iri in found), key=lambda one: (one[1].lower(), one))
    return labelled if len(labelled) <= _PICKED else []


def _kinds(under: str | None, names: Names) -> list[str]:
    """The classes of ours below one (all, for None) that something is of."""
    store = names.store
    if under is None:
        every = {str(t.subject.value) for t in store.values(None, RDF + "type", OWL + "Class")}
    else:
        every, new = set[str](), {under}
        while new:
            every |= new
            new = {str(t.subject.value) for one in new for t in store.values(None, RDFS + "subClassOf", one)} - every
    ours = (one for one in every if one.startswith(MLG))
    return [one for one in ours if next(store.values(None, RDF + "type", one), None) is not None]
