"""Claims whose quotations do not name what they are about: hand-written pairs, name and sentence, with what is expected."""

from __future__ import annotations

import pytest

from maillage.pipeline.unnamed import Unnamed, unnamed
from maillage.store.embedded import Oxigraph
from maillage.terms import GRAPH, PREFIXES

PREFIX = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())


def found(subject: str, names: list[str], quotation: str, more: str = "") -> list[Unnamed]:
    """What is found in one Focus (or Participation, of a body) on the subject, proved by one quotation."""
    kind, end = (
        ("Participation", "cv:hasParticipant") if subject.startswith("body:") else ("Focus", "mlg:inArrangement")
    )
    said = "".join(f'{subject} skos:altLabel "{name}"@fr .\n' for name in names)
    store = Oxigraph()
    store.read(
        f"{PREFIX}mlg:{kind} mlg:edgeFrom {end} .\n{said}<{PREFIXES['claim']}d/c> a mlg:{kind} ; {end} {subject} ; "
        f'mlg:evidence <{PREFIXES["quotation"]}d/q> {more} .\n<{PREFIXES["quotation"]}d/q> oa:exact "{quotation}" .',
        GRAPH + "documents/d",
    )
    return unnamed(store)


@pytest.mark.parametrize(
    ("subject", "name", "quotation"),
    [
        ("body:a", "ARS Normandie", "au sein de l'ARS NORMANDIE nous continuons"),  # case
        (
            "body:a",
            "Syndicat mixte pour l'aménagement",
            "coordonné par le Syndicat Mixte pour l’Aménagement",
        ),  # apostrophe
        ("body:a", "Cultures & Santé", "𝘊𝘶𝘭𝘵𝘶𝘳𝘦𝘴 & 𝘚𝘢𝘯𝘵é, a animé"),  # styled letters
        ("body:a", "Grand Narbonne", "le Contrat local de santé du #GrandNarbonne"),  # a tag that runs words together
        ("arr:a", "Contrat local de santé du Grand Narbonne", "Ce contrat vise à améliorer"),  # the word that opens it
        ("arr:a", "Contrat local de santé du Sud Sarthe", "s'engage vers un CLS"),  # its initials
        ("arr:a", "Signature du pacte", "Signé le 19 novembre"),  # the root of the word
        ("arr:a", "Troisième contrat", "Ce nouveau contrat"),  # a rank does not name
        ("group:a", "80 participants", "80 participants!"),  # the whole name of a group
    ],
)
def test_named(subject: str, name: str, quotation: str) -> None:
    assert found(subject, [name], quotation) == []


@pytest.mark.parametrize(
    ("subject", "name", "quotation"),
    [
        ("body:a", "Région Grand Est", "la Région a attribué une aide"),  # half of its name is no name
        ("body:a", "ARS Normandie", "l'ARS a ouvert la réunion"),
        ("body:a", "Ars", "les marsouins"),  # within a word
        ("arr:a", "Contrat local de santé des Combrailles", "Il s’articule autour de cinq axes"),
        ("arr:a", "Contrat local de santé des Combrailles", "les clsm et les élus"),
        ("arr:a", "Cafés santé", "le cas des internes"),  # three letters are no root
    ],
)
def test_not_named(subject: str, name: str, quotation: str) -> None:
    (one,) = found(subject, [name], quotation)
    assert (one.claim, one.subject.rsplit("/", 1)[1]) == (PREFIXES["claim"] + "d/c", "a")


def test_one_of_its_names_is_enough() -> None:
    assert found("body:a", ["Communauté d'agglomération", "Grand Narbonne"], "La démarche du Grand Narbonne") == []


def test_said_to_be_inferred_or_without_a_name() -> None:
    """An inferred claim owes no name; a thing without a name is another check's finding."""
    assert found("body:a", ["ARS Normandie"], "l'ARS a ouvert", "; mlg:certainty certainty:inferred") == []
    assert found("body:a", [], "l'ARS a ouvert") == []
