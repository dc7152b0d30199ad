"""What the register no longer says: a wrong or cut file takes nothing with it, and what nothing names any more goes."""

from __future__ import annotations

from typing import Any

import pytest

from maillage.errors import MaillageError
from maillage.importers import get_importer
from maillage.importers.kit.base import run
from maillage.importers.register.rows import is_address
from maillage.terms import DCT, PREFIXES
from maillage.things.turtle import read_turtle

from .register_lines import describe_in_a_document, lines, party, row

ROWS = [
    row("cls-nancy-1", "Contrat local de santé de Nancy (1er)", parties=[party("ARS", "ars")]),
    row(
        "cls-nancy-2",
        "Contrat local de santé du Grand Nancy (2e)",
        parties=[party("ARS", "ars"), party("Office d’Hygiène Sociale de Lorraine", "association")],
    ),
]
MANY = [row(f"cls-{n}", f"Contrat local de santé {n}", parties=[party("ARS", "ars")]) for n in range(20)]


def base(tiny) -> None:
    tiny.base("councils", "prefectures")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))


def register(tiny, rows: list[dict[str, Any]] = ROWS):
    return tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(rows)), tiny.package())


def mend(tiny, beginning: str, line: str) -> None:
    """Put a curator's line in the place of the one that begins so."""
    path = tiny.graph / "registers" / "resolutions.csv"
    text = path.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith(beginning))
    path.write_text(text.replace(old, line), encoding="utf-8")


@pytest.fixture
def imported(tiny):
    """The small register, imported, with one decision of a curator."""
    base(tiny)
    register(tiny, ROWS + MANY)
    mended = "cls-3,ARS,ars,body:ars-d-ailleurs,mlg:HealthAgency,ARS d'ailleurs,curator,,,2026-10-01,Lue ailleurs."
    mend(tiny, "cls-3,ARS,", mended)
    themes = tiny.graph / "registers" / "themes.csv"
    themes.write_text(themes.read_text(encoding="utf-8") + "licornes,,curator\n", encoding="utf-8")
    register(tiny, ROWS + MANY)
    return tiny


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code,nom\n" * 30, "none of its first 10 lines is a JSON object"),
        ("code,nom\n", "no line of it is a row of the register"),
        ('{"a": 1}\n' * 3, "has a column 'a' in arrangements_register_2.jsonl, which nobody declared"),
        ("", "no line of it is a row of the register"),
    ],
)
def test_another_file_changes_nothing(imported, text: str, words: str) -> None:
    before = imported.files()
    with pytest.raises(MaillageError, match=words):
        imported.run("register", imported.csv("arrangements_register_2.jsonl", text), imported.package())
    assert imported.files() == before


def test_a_cut_file_is_refused_unless_the_loss_is_accepted(imported) -> None:
    before = imported.files()
    cut = imported.csv("arrangements_register_2.jsonl", lines(ROWS) + lines(MANY)[:700])
    with pytest.raises(MaillageError, match=r"\d+ of the \d+ claims .* may be cut short.* --accept-loss"):
        imported.run("register", cut, imported.package())
    assert imported.files() == before
    options = {"vintage": "2026", "loss": "accepted", "counts": "accepted"}
    outcome = run(get_importer("register"), imported.graph, [cut, imported.package()], "2026-09-01", None, options)
    told = "\n".join(outcome.report.lines())
    assert "claims the source no longer makes were dropped" in told and "stay as they were (arr:cls-" in told
    assert not imported.said("https://w3id.org/maillage/id/claim/registre-dispositifs-44/cls-19.state")
    assert imported.said("arr:cls-19"), "what was described stays"


def test_decisions_on_rows_that_are_not_met_stay(imported) -> None:
    """A row that is bad this time must not cost the curator's work on it."""
    rows = ROWS + MANY
    rows[len(ROWS) + 3] = {"id": "cls-3"}
    outcome = register(imported, rows)
    decisions = (imported.graph / "registers" / "resolutions.csv").read_text(encoding="utf-8")
    assert "cls-3,ARS,ars,body:ars-d-ailleurs,mlg:HealthAgency,ARS d'ailleurs,curator" in decisions
    assert imported.said("body:ars-d-ailleurs"), "a body a decision names stays"
    assert any("decisions on mentions that the register no longer has stay" in w for w in outcome.report.remarks)
    themes = (imported.graph / "registers" / "themes.csv").read_text(encoding="utf-8")
    assert "licornes,,curator" in themes


def test_a_body_goes_when_a_curator_says_it_is_another(tiny) -> None:
    base(tiny)
    register(tiny)
    assert tiny.said("body:office-hygiene-sociale-lorraine")
    office = "cls-nancy-2,Office d’Hygiène Sociale de Lorraine,association,"
    mend(tiny, office, office + "body:siren-130007834,,,curator,,,2026-10-01,")
    outcome = register(tiny)
    assert not tiny.said("body:office-hygiene-sociale-lorraine")
    assert any("nothing names it any more" in line for line in outcome.report.lines())
    assert register(tiny).changed == []


def test_an_arrangement_described_elsewhere_has_the_register_as_a_source_too(tiny) -> None:
    base(tiny)
    describe_in_a_document(tiny)
    register(tiny)
    added = read_turtle(tiny.graph / "registers" / "noms-cites.ttl").triples
    sourced = {t.subject.value for t in added if t.predicate.value == DCT + "source"}
    assert sourced == {PREFIXES["arr"] + "cls-nancy-2"}, "what the register itself describes says so there"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sources": "https://exemple.fr/"}, "sources is no list of addresses"),
        ({"sources": ["/page"]}, "sources is no list of addresses"),
        ({"id": "deux mots"}, "the id holds other characters"),
        ({"name": ["liste"]}, "name is no text"),
        ({"carrier": 7}, "carrier is no text"),
        ({"parties": "ARS"}, "parties is no list"),
        ({"themes": {"a": 1}}, "themes is no list"),
    ],
)
def test_a_row_of_another_shape_is_left_aside(tiny, change: dict, words: str) -> None:
    base(tiny)
    outcome = register(tiny, [ROWS[0], {**row("cls-x", "Contrat local de santé X"), **change}])
    (told,) = [str(bad) for bad in outcome.report.bad]
    assert ":2: " in told and words in told and "left aside" in told
    assert outcome.report.made["arrangements"] == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"parties": [None, party("ARS", "ars")]}, "a party is no object (None); left aside"),
        ({"parties": [{**party("ARS", "ars"), "source": "nulle part"}]}, "a source that is no address"),
        ({"themes": ["santé"]}, "a theme is no object"),
        ({"generation": "2"}, "the generation '2' is no number; it is left out"),
        ({"signed_on": "2024-02-31"}, "signed_on '2024-02-31' is no date; it is left out"),
    ],
)
def test_a_part_of_another_shape_is_left_aside_alone(tiny, change: dict, words: str) -> None:
    base(tiny)
    outcome = register(tiny, [ROWS[0], {**row("cls-x", "Contrat local de santé X"), **change}])
    (told,) = [str(bad) for bad in outcome.report.bad]
    assert ":2: cls-x: " in told and words in told
    assert outcome.report.made["arrangements"] == 2


def test_addresses() -> None:
    assert is_address("https://exemple.fr/a?b=1") and is_address("http://exemple.fr")
    for text in (
        "",
        "exemple.fr",
        "ftp://exemple.fr",
        "https://",
        "http://[",
        "https://a b.fr/",
        "https://exemple.fr/&nbsp;a",
        None,
        7,
    ):
        assert not is_address(text), text


@pytest.mark.parametrize("name", ["resolutions", "themes"])
def test_a_curators_table_without_its_columns(tiny, name: str) -> None:
    base(tiny)
    register(tiny)
    path = tiny.graph / "registers" / f"{name}.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    before = tiny.files()
    with pytest.raises(MaillageError, match=rf"{name}\.csv:1: has no column .*Its columns are"):
        register(tiny)
    assert tiny.files() == before
