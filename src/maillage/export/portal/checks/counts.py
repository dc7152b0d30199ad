"""VoID: a bundle comes in; whether what it counts is what the dump holds goes out, counted anew."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.export.portal.checks.card import Line, judged, lacking
from maillage.export.portal.checks.opened import Bundle, Described
from maillage.export.portal.facts import Facts
from maillage.export.portal.void import counted, linked

_AGAIN = ("Refaites le dossier : maillage export portal.", "Make the folder again: maillage export portal.")


def counts(bundle: Bundle) -> list[Line]:
    """The lines of this family."""
    if not bundle.has("void.ttl"):
        return [judged("void", ("void.ttl", "void.ttl"), ("absent", "missing"), _AGAIN)]
    void = Described(bundle.quads("void.ttl"))
    facts = bundle.facts
    known = bundle.has(".well-known/void") and bundle.data(".well-known/void") == bundle.data("void.ttl")
    examples = [one for one in void.every("void:exampleResource") if one not in facts.said]
    none = [] if void.every("void:exampleResource") else ["void:exampleResource"]
    return [
        judged(
            "void",
            ("dénombrements égaux à ceux du N-Quads", "counts equal to those of the N-Quads"),
            lacking(_wrong(void, facts)),
            _AGAIN,
        ),
        judged(
            "void",
            ("jeux de liens égaux à ceux du graphe", "linksets equal to those of the graph"),
            lacking(_links(void, facts)),
            _AGAIN,
        ),
        judged(
            "void",
            ("à sa place convenue (.well-known/void)", "at its well-known place (.well-known/void)"),
            None if known else (".well-known/void", ".well-known/void"),
            _AGAIN,
        ),
        judged(
            "void",
            ("des exemples, qui sont dans le graphe", "examples, which are in the graph"),
            lacking([*examples, *none]),
            _AGAIN,
        ),
        judged(
            "void",
            ("espace des IRI et fichiers complets", "space of IRIs and whole files"),
            lacking(p for p in ("void:uriSpace", "void:dataDump", "void:vocabulary") if not void.every(p)),
            _AGAIN,
        ),
    ]


def _wrong(void: Described, facts: Facts) -> Iterator[str]:
    now = counted(facts)
    whole = next((one for one in void.of_kind("void:Dataset") if void.get(one, "void:uriSpace")), "")
    sizes = {
        "triples": now.triples,
        "entities": now.entities,
        "classes": len(now.kinds),
        "properties": len(now.properties),
    }
    sizes |= {"distinctSubjects": now.subjects, "distinctObjects": now.objects}
    for name, number in sizes.items():
        if void.get(whole, f"void:{name}") != [str(number)]:
            yield f"void:{name} ({', '.join(void.get(whole, f'void:{name}'))} ≠ {number})"
    told = {
        void.get(part, "void:class")[0]: void.get(part, "void:entities")
        for part in void.get(whole, "void:classPartition")
    }
    if told != {kind: [str(number)] for kind, number in now.kinds.items()}:
        yield "void:classPartition"
    parts = void.get(whole, "void:propertyPartition")
    numbers = {void.get(part, "void:property")[0]: void.get(part, "void:triples") for part in parts}
    if numbers != {prop: [str(number)] for prop, (number, _, _) in now.properties.items()}:
        yield "void:propertyPartition"


def _links(void: Described, facts: Facts) -> Iterator[str]:
    told: dict[str, int] = {}
    for part in void.of_kind("void:Linkset"):
        target = void.get(part, "void:objectsTarget")[0]
        told[target] = told.get(target, 0) + int(void.get(part, "void:triples")[0])
    now = linked(facts)
    if sum(told.values()) != sum(now.values()) or len(told) != len(now):
        yield f"{sum(told.values())} ≠ {sum(now.values())}"
