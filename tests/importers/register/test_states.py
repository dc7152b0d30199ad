"""What a row says its arrangement is: each field of a day, a duration or an amendment, and each way to write it wrong."""

from __future__ import annotations

from typing import Any

import pytest

from maillage.errors import MaillageError
from maillage.importers.register.states import notes
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import PREFIXES, SKOS
from maillage.things.turtle import read_turtle

from .register_lines import lines, party, row

NAME = "Contrat local de santé X"


def imported(tiny, *rows: dict[str, Any], more: str = ""):
    tiny.base("councils", "prefectures")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))
    return tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(list(rows)) + more), tiny.package())


def claim(tiny, name: str) -> dict[str, list[str]]:
    return tiny.said(f"https://w3id.org/maillage/id/claim/registre-dispositifs-44/{name}")


def remarks(tiny) -> dict[str, set[str]]:
    """The remarks on arrangements, by the last part of their IRI."""
    out: dict[str, set[str]] = {}
    for t in read_turtle(tiny.graph / "registers" / "remarques-du-registre.ttl").triples:
        assert t.predicate.value == SKOS + "editorialNote"
        out.setdefault(t.subject.value.rsplit("/", 1)[-1], set()).add(t.object.value)
    return out


def test_a_duration_is_written_as_stated_and_no_end_is_drawn_from_it(tiny) -> None:
    imported(tiny, row("cls-x", NAME, signed_on="2020-03-05", signed_on_basis="text", duration_years=5))
    state = claim(tiny, "cls-x.state")
    assert state["durationYears"] == ["5"] and state["signedOn"] == ["2020-03-05"] and "endDate" not in state


def test_a_signature_whose_year_is_not_written(tiny) -> None:
    imported(tiny, row("cls-x", NAME, signed_day_month="07-04"))
    assert claim(tiny, "cls-x.state")["signedOn"] == ["XXXX-07-04"]


@pytest.mark.parametrize("basis", ["relative", "title", "text+url", "text+page_date", "relative+url"])
def test_a_signing_day_that_is_not_in_the_text_is_inferred(tiny, basis: str) -> None:
    imported(tiny, row("cls-x", NAME, signed_on="2023", signed_on_basis=basis))
    signed = claim(tiny, "cls-x.signed")
    assert signed["signedOn"] == ["2023"] and signed["certainty"] == ["inferred"]
    assert "signedOn" not in claim(tiny, "cls-x.state")


def test_a_planned_signature_is_planned(tiny) -> None:
    coming = row("cls-x", NAME, status="in preparation", planned_signature="2024-12-16", as_of="2024-12-13")
    imported(tiny, coming)
    planned = claim(tiny, "cls-x.signature")
    assert planned["signedOn"] == ["2024-12-16"] and planned["modality"] == ["planned"]
    assert planned["asOf"] == ["2024-12-13"]


def test_days_that_are_no_signatures(tiny) -> None:
    days = {"approved_on": "2016-08-30", "adopted_on": "2020-10-28", "delimited_on": "2016-10-28"}
    imported(tiny, row("cls-x", NAME, status="unknown", **days))
    said = {step: claim(tiny, f"cls-x.{step}") for step in ("approved", "adopted", "delimited")}
    assert (said["approved"]["status"], said["approved"]["asOf"]) == (["validated"], ["2016-08-30"])
    assert (said["adopted"]["status"], said["adopted"]["asOf"]) == (["adopted"], ["2020-10-28"])
    assert (said["delimited"]["territory"], said["delimited"]["asOf"]) == (["epci-245400676"], ["2016-10-28"])
    assert not any("signedOn" in facts for facts in [*said.values(), claim(tiny, "cls-x.state")])


@pytest.mark.parametrize("status", ["unknown", "signed", "in preparation", "ended"])
def test_the_day_of_the_source_is_told_whatever_the_status(tiny, status: str) -> None:
    imported(tiny, row("cls-x", NAME, status=status, as_of="2023-11-09"))
    told = [claim(tiny, f"cls-x.{name}").get("asOf") for name in ("state", "ended")]
    assert ["2023-11-09"] in told


def test_an_extension_is_a_state_of_its_own_and_the_first_end_gives_way(tiny) -> None:
    page = "https://exemple.fr/prorogation"
    longer = {"kind": "prorogation", "signed_on": "2023", "until": "2025-01", "source": page}
    imported(tiny, row("cls-x", NAME, start=2019, end=2023, amendments=[longer]))
    more = claim(tiny, "cls-x.extension-1")
    assert more["endDate"] == ["2025-01"] and more["asOf"] == ["2023"] and more["modality"] == ["done"]
    (cited,) = more["evidence"]
    assert tiny.said(f"doc:{cited}")["source"] == ["prorogation"], "the page of the amendment, not that of the row"
    first = claim(tiny, "cls-x.first-end")
    assert first["endDate"] == ["2023"] and first["modality"] == ["planned"]
    assert "endDate" not in claim(tiny, "cls-x.state")


def test_what_an_amendment_tells_besides_and_the_amounts_are_remarks(tiny) -> None:
    told = [{"kind": "avenant", "signed_on": "2022-03-10", "what": "entrée du CCAS"}, {"what": "prolongé d'un an"}]
    imported(tiny, row("cls-x", NAME, amendments=told, funding_note="ARS : 100000 EUR par an", compiler_note="Lue."))
    assert remarks(tiny)["cls-x"] == {
        "Lue.",
        "Financement, selon la page : ARS : 100000 EUR par an",
        "Avenant (2022-03-10) : entrée du CCAS",
        "Avenant : prolongé d'un an",
    }


def test_a_remark_is_kept_wherever_the_arrangement_is_described(tiny) -> None:
    """A hospital group is described by the survey: the remark on its row is told all the same."""
    (tiny.graph / "registers").mkdir(parents=True)
    (tiny.graph / "registers" / "groupements-hospitaliers.ttl").write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
        "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
        'body:ght-ge-01 a mlg:HospitalGroup ;\n    skos:prefLabel "GHT Lorraine Nord"@fr ;\n'
        "    mlg:territory terr:region-44 .\n",
        encoding="utf-8",
    )
    group = {"type": "GHT", "territory": "Lorraine Nord", "compiler_note": "Jour de l'approbation."}
    imported(tiny, row("ght-lorraine-nord", "GHT Lorraine Nord", **group))
    assert remarks(tiny) == {"ght-ge-01": {"Jour de l'approbation."}}
    lost = claim(tiny, "ght-lorraine-nord.cited")
    assert lost["citedUnidentified"] == ["Lorraine Nord (territoire)"], "a lost territory is told in its words"


def test_a_remark_that_the_register_takes_back_goes(tiny) -> None:
    imported(tiny, row("cls-x", NAME, compiler_note="Fausse."))
    imported(tiny, row("cls-x", NAME, compiler_note="Juste."))
    assert remarks(tiny) == {"cls-x": {"Juste."}}


def test_a_party_nobody_could_identify_is_kept_with_its_role_and_page(tiny) -> None:
    other = "https://exemple.fr/autre"
    funds = party("Assurance maladie", "assurance_maladie", "partner", other)
    imported(tiny, row("cls-x", NAME, parties=[funds, party("CPTS", "cpts")], as_of="2024"))
    cited = claim(tiny, "cls-x.cited")
    assert cited["citedUnidentified"] == ["Assurance maladie (partenaire)", "CPTS (signataire)"]
    assert len(cited["evidence"]) == 2 and cited["asOf"] == ["2024"]


def test_what_is_unidentified_is_no_participation_and_passes_the_shapes(tiny, places) -> None:
    imported(tiny, row("cls-x", NAME, territory="Meuse", parties=[party("CPTS", "cpts")]))
    built = build(Places(places.ontology, tiny.graph, places.queries))
    assert {f.name for f in built.findings() if f.severity == "fault"} <= {"siren-key"}
    ends = {t.subject.value for t in built.store.values(None, PREFIXES["cv"] + "hasParticipant")}
    assert not any("cpts" in end for end in ends)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"start": "20"}, "start '20' is no date; it is left out (write 2024, 2024-03 or 2024-03-09)"),
        ({"planned_signature": "16 décembre"}, "planned_signature '16 décembre' is no date"),
        ({"approved_on": "2016-13"}, "approved_on '2016-13' is no date"),
        ({"signed_day_month": "02-30"}, "signed_day_month '02-30' is no day of a month (MM-DD)"),
        (
            {"signed_day_month": "07-04", "signed_on": "2020-07-05", "signed_on_basis": "text"},
            "signed_day_month '07-04' is not the day of signed_on (2020-07-05)",
        ),
        ({"signed_on_basis": "title"}, "signed_on_basis says where a day comes from that is not written"),
        ({"start": 2020, "end": 2019}, "the end 2019 is before the start 2020; the end is left out"),
        (
            {"signed_on": "2020-05-01", "signed_on_basis": "text", "end": "2020-04"},
            "the end 2020-04 is before the signature 2020-05-01; the end is left out",
        ),
        ({"duration_years": 5}, "a duration of 5 years has neither start nor signature to run from; kept"),
        ({"start": 2020, "duration_years": [3, 5]}, "it states two durations (3, 5 years); they are left out"),
        ({"start": 2020, "duration_years": "cinq"}, "the duration 'cinq' is no number of years (1 to 99)"),
        ({"start": 2020, "duration_years": 0}, "the duration 0 is no number of years"),
        ({"start": 2020, "duration_years": True}, "the duration True is no number of years"),
        ({"amendments": ["avenant"]}, "an amendment is no object ('avenant'); left aside"),
        ({"amendments": [{"until": "2x"}]}, "the until of an amendment '2x' is no date"),
        ({"perimeter": ["Nancy", 7]}, "a piece of the perimeter is no text (7); left aside"),
        ({"historic_region": "Austrasie"}, "historic_region 'Austrasie' is no region of before 2016"),
        ({"parties": [{**party("", "ars")}]}, "a party has no name; left aside"),
    ],
)
def test_one_sentence_for_each_way_to_write_it_wrong(tiny, change: dict[str, Any], words: str) -> None:
    """It says the file, the line and the row; the rest of the row goes on."""
    outcome = imported(tiny, row("cls-a", "Contrat local de santé A"), row("cls-x", NAME, **change))
    (told,) = [str(bad) for bad in outcome.report.bad]
    assert "arrangements_register_2.jsonl:2: cls-x: " in told and words in told and told.endswith(".")
    assert outcome.report.made["arrangements"] == 2
    state = claim(tiny, "cls-x.state")
    assert state["territory"] == ["epci-245400676"]
    assert "before" not in words or "endDate" not in state
    assert ("durationYears" in state) == ("neither" in words)


@pytest.mark.parametrize("key", ["amendments", "perimeter"])
def test_a_list_that_is_none_leaves_the_row_aside(tiny, key: str) -> None:
    outcome = imported(tiny, row("cls-a", "Contrat local de santé A"), row("cls-x", NAME, **{key: "un"}))
    assert f":2: cls-x: {key} is no list; the row is left aside." in str(outcome.report.bad[0])
    assert outcome.report.made["arrangements"] == 1


def test_a_field_said_twice_leaves_the_row_aside(tiny) -> None:
    """JSON would keep the last of two durations in silence."""
    twice = lines([row("cls-x", NAME, duration_years=3)]).replace(
        '"duration_years": 3', '"duration_years": 3, "duration_years": 5'
    )
    outcome = imported(tiny, row("cls-a", "Contrat local de santé A"), more=twice)
    assert ":2: it says duration_years twice; the row is left aside." in str(outcome.report.bad[0])


@pytest.mark.parametrize("place", [{"couleur": "bleu"}, {"amendments": [{"couleur": "bleu"}]}])
def test_a_field_nobody_declared_refuses_the_whole(tiny, place: dict[str, Any]) -> None:
    tiny.base()
    before = tiny.files()
    with pytest.raises(MaillageError, match=r"jsonl:2: has a column 'couleur' in .*, which nobody declared"):
        imported(tiny, row("cls-a", "Contrat local de santé A"), row("cls-x", NAME, **place))
    assert {path: text for path, text in tiny.files().items() if path.startswith("registers/")} == {
        path: text for path, text in before.items() if path.startswith("registers/")
    }


def test_notes_of_a_row_without_any() -> None:
    assert notes({"id": "a"}) == []
    assert notes({"amendments": [{"until": 2022, "kind": "prolongation"}]}) == [], "an extension is a state"


def test_a_row_given_up_is_replaced_by_the_one_that_says_the_same(tiny) -> None:
    imported(tiny, row("cls-a", "Contrat local de santé A"), row("cls-b", "Contrat local de santé A, encore"))
    table = tiny.graph / "registers" / "lignes-remplacees.csv"
    table.write_text("id,replaced_by,why\ncls-b,cls-a,Relevé deux fois.\n", encoding="utf-8")
    imported(tiny, row("cls-a", "Contrat local de santé A"))
    assert tiny.said("arr:cls-b")["isReplacedBy"] == ["cls-a"]
    assert not claim(tiny, "cls-b.state")
    assert imported(tiny, row("cls-a", "Contrat local de santé A")).changed == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cls-b,\n", ":2: id or replaced_by is empty"),
        ("cls-b,cls-c\ncls-c,cls-a\n", ":2: cls-b is replaced by cls-c, which is replaced itself"),
        ("cls-b,cls-a\ncls-b,cls-a\n", ":3: cls-b is replaced on an earlier line already"),
        ("cls-a,cls-z\n", ":2: cls-a is a row of the register; it is not replaced"),
        ("cls-b,cls-z\n", ":2: cls-z, which replaces cls-b, is no row of the register"),
    ],
)
def test_a_line_of_the_table_that_says_nothing_sure_is_left_out(tiny, text: str, words: str) -> None:
    imported(tiny, row("cls-a", "Contrat local de santé A"), row("cls-b", "Contrat local de santé B"))
    table = tiny.graph / "registers" / "lignes-remplacees.csv"
    rows = "".join(f"{line},\n" for line in text.splitlines())
    table.write_text(f"id,replaced_by,why\n{rows}", encoding="utf-8")
    outcome = imported(tiny, row("cls-a", "Contrat local de santé A"))
    assert any(words in str(bad) for bad in outcome.report.bad), [str(bad) for bad in outcome.report.bad]
    assert "isReplacedBy" not in tiny.said("arr:cls-b") or "earlier line" in words
