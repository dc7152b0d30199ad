"""The register: kinds, claims, dates, evidence, parties and the table a curator mends; the real file where at hand."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from maillage.errors import MaillageError
from maillage.importers import get_importer
from maillage.importers.kit.base import run
from maillage.importers.kit.known import Known
from maillage.importers.register.claims import thing_of
from maillage.importers.register.resolutions import COLUMNS, Resolution, read_resolutions, write_resolutions
from maillage.importers.register.themes import Themes
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import PREFIXES
from maillage.things.turtle import read_turtle

from .register_lines import URL, describe_in_a_document, lines, party, row

ROWS = [
    row(
        "cls-nancy-1",
        "Contrat local de santé de Nancy (1er)",
        territory="Nancy",
        carrier="Ville de Nancy",
        carrier_code="54395",
        carrier_code_scheme="commune",
        generation=1,
        start=2014,
        end=2017,
        status="ended",
        signed_on="2014-03",
        signed_on_basis="text+page_date",
        compiler_note="Année lue dans la page.",
        parties=[
            party("ARS", "ars"),
            party("Ville de Nancy", "commune"),
            party("CPAM 54", "assurance_maladie", "partner"),
        ],
    ),
    row(
        "cls-nancy-2",
        "Contrat local de santé du Grand Nancy (2e)",
        carrier="Métropole du Grand Nancy",
        carrier_code="245400676",
        carrier_code_scheme="EPCI",
        generation=2,
        succeeds="cls-nancy-1",
        start="2019",
        end=2023,
        signed_on="2019-06-08",
        signed_on_basis="text",
        themes=[
            {"label": "santé mentale", "source": URL},
            {"label": "accès aux soins et prévention", "source": "https://autre.fr/x.pdf"},
        ],
        parties=[
            party("Agence Régionale de Santé (ARS) Grand Est", "ars"),
            party("ARS Grand-Est", "ars", source="https://autre.fr/x.pdf"),
            party("Métropole du Grand Nancy", "epci"),
            party("Préfecture de Meurthe-et-Moselle", "etat"),
            party("CAF", "caf", "partner"),
            party("Communes du territoire", "commune", "partner"),
            party("CPTS", "cpts", "partner"),
            party("Office d’Hygiène Sociale de Lorraine", "association"),
        ],
    ),
    row(
        "cls-val",
        "Contrat local de santé du Pays du Val (démarche)",
        territory="PETR du Pays du Val ; Bar-le-Duc",
        carrier="PETR du Pays du Val",
        status="in preparation",
        start=2026,
        as_of="2025-02-01",
        parties=[party("Agence régionale de santé", "ars"), party("Département de la Meuse", "departement", "partner")],
    ),
    row(
        "cts-55-2022",
        "Conseil territorial de santé de la Meuse (2022-2026)",
        type="CTS",
        territory="Meuse",
        status="unknown",
    ),
    row(
        "prs-ge", "Projet régional de santé Grand Est", type="PRS", territory="Grand Est", status="unknown", start=2018
    ),
]


def base(tiny) -> None:
    tiny.base("councils", "prefectures")
    tiny.run("agencies", tiny.csv("ars_siren.csv", "siren,nom\n130007834,AGENCE REGIONALE DE SANTE GRAND EST (ARS)\n"))
    tiny.run("insurance", tiny.csv("cpam_codes_2020.csv", "code_caisse,libelle\n542,CPAM Meurthe-et-Moselle\n"))


def register(tiny, rows: list[dict[str, Any]] | None = None, more: str = ""):
    path = tiny.csv("arrangements_register_2.jsonl", lines(ROWS if rows is None else rows) + more)
    return tiny.run("register", path, tiny.package())


def claim(tiny, name: str) -> dict[str, list[str]]:
    return tiny.said(f"https://w3id.org/maillage/id/claim/registre-dispositifs-44/{name}")


def table(tiny) -> dict[tuple[str, str], dict[str, str]]:
    text = (tiny.graph / "registers" / "resolutions.csv").read_text(encoding="utf-8")
    return {(r["arrangement"], r["mention"]): r for r in csv.DictReader(io.StringIO(text))}


def test_arrangements_and_their_kinds(tiny) -> None:
    base(tiny)
    outcome = register(tiny)
    assert outcome.report.made["arrangements"] == 5
    said = tiny.said("arr:cls-nancy-1")
    assert said["type"] == ["LocalHealthContract"]
    assert said["source"] == ["registre-dispositifs"]
    assert tiny.said("body:cts-55")["type"] == ["GovernanceBody"]
    assert tiny.said("arr:prs-ge")["type"] == ["RegionalHealthPlan"]
    assert "registers/dispositifs-44.ttl" in tiny.files()


@pytest.mark.parametrize(
    ("kind", "name", "iri", "sort"),
    [
        ("GHT", "Groupement hospitalier de territoire X", "body:x-2020", "HospitalGroup"),
        ("CLSM", "Conseil local de santé mentale de X", "body:x-2020", "LocalMentalHealthCouncil"),
        ("CLSM", "Contrat local de santé mentale de X", "arr:x-2020", "Contract"),
        ("PTSM", "Projet territorial de santé mentale", "arr:x-2020", "MentalHealthProject"),
        ("CTS", "Conseils territoriaux de santé de X (6)", "family:x-2020", "ArrangementFamily"),
        ("CPTS", "CPTS du Val — accord conventionnel", "arr:aci-x-2020", "Convention"),
        ("CPTS", "CPTS du Val d'Or", "body:cpts-val-or", "ProfessionalCommunity"),
        ("PRAPS", "PRAPS", "arr:x-2020", "AccessProgramme"),
        ("other", "Pacte Ardennes", "arr:x-2020", "Pact"),
        ("other", "Contrat de ville de X", "arr:x-2020", "CityContract"),
        ("other", "Communauté hospitalière de territoire X", "body:x-2020", "Collaboration"),
    ],
)
def test_what_a_row_describes(kind: str, name: str, iri: str, sort: str) -> None:
    thing = thing_of({"id": "x-2020", "type": kind, "name": name})
    assert thing is not None
    prefix, local = iri.split(":")
    assert (thing.iri, thing.kind) == (PREFIXES[prefix] + local, sort)


def test_states(tiny) -> None:
    """`ended` is a reading; a signing day the page's date gave is inferred; planned dates are planned."""
    base(tiny)
    register(tiny)
    state = claim(tiny, "cls-nancy-1.state")
    assert state["generation"] == ["1"] and state["startDate"] == ["2014"] and state["endDate"] == ["2017"]
    assert state["territory"] == ["commune-54395"] and "status" not in state and "certainty" not in state
    assert claim(tiny, "cls-nancy-1.ended")["status"] == ["ended"]
    assert claim(tiny, "cls-nancy-1.ended")["certainty"] == ["inferred"]
    signed = claim(tiny, "cls-nancy-1.signed")
    assert signed["signedOn"] == ["2014-03"] and signed["certainty"] == ["inferred"]
    plain = claim(tiny, "cls-nancy-2.state")
    assert plain["signedOn"] == ["2019-06-08"] and plain["status"] == ["signed"]
    assert plain["territory"] == ["epci-245400676"]
    coming = claim(tiny, "cls-val.state")
    assert coming["status"] == ["inPreparation"] and coming["modality"] == ["ongoing"]
    assert coming["asOf"] == ["2025-02-01"] and "startDate" not in coming
    assert claim(tiny, "cls-val.period")["modality"] == ["planned"]


def test_a_territory_of_its_own(tiny) -> None:
    base(tiny)
    register(tiny)
    assert claim(tiny, "cls-val.state")["territory"] == ["commune-55029", "pays-du-val"]
    area = tiny.said("terr:pays-du-val")
    assert area["type"] == ["OtherArea"] and area["prefLabel"] == ["Pays du Val"]
    assert area["within"] == ["departement-55"], "the department of its parties, not the region"


def _located(tiny, *rows: dict[str, Any], epci: tuple[str, str] = ("200000551", "CC Val Nord")) -> None:
    """Import rows where an EPCI of another code and name stands beside those of the tiny code."""
    lists = tiny.lists()
    lists["epci"].append(tiny.grouping(epci[0], epci[1], "CC", ("55010", 100)))
    package = tiny.package(lists)
    for name in ("territories", "councils"):
        tiny.run(name, package)
    tiny.run("register", tiny.csv("arrangements_register_2.jsonl", lines(list(rows))), package)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Val Nord", "epci-200000551"),
        ("CC Val Nord", "epci-200000551"),
        ("Nord Val", "nord-val"),
        ("CC Nord Val", None),
    ],
)
def test_the_order_of_words_tells_one_territory_from_another(tiny, said: str, place: str | None) -> None:
    """ "Nord Yonne" is not the "CC Yonne Nord", whatever the type of the row."""
    _located(tiny, row("cls-x", "Contrat local de santé", territory=said))
    assert claim(tiny, "cls-x.state")["territory"] == [place or "cc-nord-val"]


@pytest.mark.parametrize("kind", ["GHT", "CTS", "CPTS", "PTSM"])
def test_what_has_an_area_of_its_own_is_not_the_town_or_epci_of_its_name(tiny, kind: str) -> None:
    """A hospital group "Val Nord" covers neither the CC Val Nord nor a town; a department or a stated sort it may."""
    names = {"alike": "Val Nord", "town": "Nancy", "sort": "CC Val Nord", "county": "Meuse"}
    rows = [row(f"x-{n}", f"Le {n}", type=kind, territory=text, start=2020) for n, text in names.items()]
    _located(tiny, *rows)
    found = {n: claim(tiny, f"x-{n}.state").get("territory") for n in names}
    assert (found["sort"], found["county"]) == (["epci-200000551"], ["departement-55"])
    areas = {"CTS": "nancy-territoire-de-democratie-sanitaire", "CPTS": "nancy-territoire-de-la-cpts"}
    areas["PTSM"] = "nancy-territoire-de-sante-mentale"
    own = kind != "GHT"  # A group's territory stays unsaid rather than made up.
    assert found["alike"] == (["val-nord"] if own else None)
    assert found["town"] == ([areas[kind]] if own else None)


def test_the_area_of_a_syndicate_is_not_the_epci_that_bears_its_name(tiny) -> None:
    """The Pays de Saint-Malo is a syndicate of several, the CA du Pays de Saint-Malo one of them."""
    mixed = party("Val Nord", "petr", "carrier")
    _located(tiny, row("cls-x", "Contrat local de santé", territory="Val Nord", carrier="Val Nord", parties=[mixed]))
    assert claim(tiny, "cls-x.state")["territory"] == ["val-nord"]
    assert tiny.said("terr:val-nord")["type"] == ["OtherArea"]


def test_participations(tiny) -> None:
    base(tiny)
    register(tiny)
    one = claim(tiny, "cls-nancy-2.signatory.siren-130007834")
    assert one["role"] == ["signatory"] and one["modality"] == ["done"] and len(one["evidence"]) == 2, (
        "both pages say so"
    )
    assert "certainty" not in one
    bare = claim(tiny, "cls-nancy-2.partner.caf-meurthe-et-moselle")
    assert bare["certainty"] == ["inferred"], "the words alone do not say which fund"
    assert claim(tiny, "cls-nancy-1.carrier.siren-215439501")["role"] == ["carrier"], "from the carrier's code"
    group = claim(tiny, "cls-nancy-2.partner.communes-du-territoire-cls-nancy-2")
    assert group["hasParticipant"] == ["communes-du-territoire-cls-nancy-2"]
    assert tiny.said("group:communes-du-territoire-cls-nancy-2")["type"] == ["ActorGroup"]


def test_an_arrangement_in_preparation(tiny) -> None:
    """A signatory is then one of a letter of intent: partner, planned; the carrier carries the preparation."""
    base(tiny)
    register(tiny)
    planned = claim(tiny, "cls-val.signatory.siren-130007834")
    assert planned["role"] == ["partner"] and planned["modality"] == ["planned"]
    assert claim(tiny, "cls-val.partner.conseil-departemental-55")["modality"] == ["planned"]
    assert claim(tiny, "cls-val.carrier.petr-pays-val")["modality"] == ["ongoing"]


def test_generations_and_themes(tiny) -> None:
    base(tiny)
    register(tiny)
    chain = claim(tiny, "cls-nancy-2.succeeds.cls-nancy-1")
    assert (
        chain["subject"] == ["cls-nancy-2"]
        and chain["object"] == ["cls-nancy-1"]
        and chain["certainty"] == ["inferred"]
    )
    assert claim(tiny, "cls-nancy-2.theme.mental-health")["theme"] == ["mental-health"]
    assert claim(tiny, "cls-nancy-2.theme.access-to-care") and claim(tiny, "cls-nancy-2.theme.prevention")
    wordings = (tiny.graph / "registers" / "themes.csv").read_text(encoding="utf-8")
    assert "accès aux soins et prévention,theme:access-to-care theme:prevention,parts" in wordings


def test_pages_are_described_once(tiny) -> None:
    base(tiny)
    assert register(tiny).report.made["pages"] == 2
    pages = {iri: said for iri, said in tiny.known.of_kind("mlg:Document") if "/page-" in iri}
    assert len(pages) == 2 and all(iri.rsplit("-", 1)[-1].isalnum() for iri in pages)
    (page,) = [tiny.said(iri) for iri in pages if "exemple" in iri]
    assert page["source"] == page["title"] == ["cls?page=1"] and page["origin"] == ["register"]


def test_a_page_whose_address_is_written_as_html_is_the_same_page(tiny) -> None:
    base(tiny)
    address = "https://exemple.fr/liste?page=2&tri=nom"
    register(tiny, [row("cls-x", "Contrat local de santé X", sources=[address.replace("&", "&amp;"), address])])
    (page,) = [iri for iri, _ in tiny.known.of_kind("mlg:Document") if "exemple" in iri]
    assert tiny.said(page)["source"] == ["liste?page=2&tri=nom"]


def test_each_mention_has_a_line_and_the_unsettled_ones_too(tiny) -> None:
    base(tiny)
    outcome = register(tiny)
    said = table(tiny)
    assert said["cls-nancy-1", "CPAM 54"]["body"] == "body:cpam-542"
    assert said["cls-nancy-1", "ARS"]["how"] == "context" and said["cls-nancy-1", "ARS"]["certainty"] == "inferred"
    assert said["cls-nancy-1", "Ville de Nancy"]["how"] == "code"
    own = said["cls-nancy-2", "Office d’Hygiène Sociale de Lorraine"]
    assert own["how"] == "new body" and own["kind"] == "mlg:Association" and own["date"] == "2026-09-01"
    assert said["cls-nancy-2", "CPTS"]["how"] == "unresolved" and said["cls-nancy-2", "CPTS"]["body"] == ""
    assert any("Party mentions: 13, of which 92.3 % settled" in words for words in outcome.report.remarks)


def test_the_curators_line_wins(tiny) -> None:
    base(tiny)
    register(tiny)
    path = tiny.graph / "registers" / "resolutions.csv"
    text = path.read_text(encoding="utf-8")
    blank = next(line for line in text.splitlines() if line.startswith("cls-nancy-2,CPTS,"))
    mended = "cls-nancy-2,CPTS,cpts,body:cpts-nancy,mlg:ProfessionalCommunity,CPTS de Nancy,curator,,inferred,2026-10-01,Lue ailleurs."
    general = "*,CAF,caf,body:caf-54,mlg:FamilyAllowanceFund,CAF de Nancy,curator,,,2026-10-01,"
    gone = next(line for line in text.splitlines() if line.startswith("cls-nancy-2,CAF,"))
    path.write_text(text.replace(blank, mended).replace(gone + "\n", general + "\n"), encoding="utf-8")
    register(tiny)
    assert tiny.said("body:cpts-nancy")["prefLabel"] == ["CPTS de Nancy"]
    assert claim(tiny, "cls-nancy-2.partner.cpts-nancy")["certainty"] == ["inferred"]
    assert claim(tiny, "cls-nancy-2.partner.caf-54") and not claim(tiny, "cls-nancy-2.partner.caf-meurthe-et-moselle")
    assert table(tiny)["cls-nancy-2", "CPTS"]["note"] == "Lue ailleurs."
    assert register(tiny).changed == []


def test_a_second_run_changes_nothing(tiny) -> None:
    base(tiny)
    register(tiny)
    before = tiny.files()
    assert register(tiny).changed == []
    assert tiny.files() == before


def test_an_arrangement_of_a_document_is_described_there_only(tiny) -> None:
    base(tiny)
    describe_in_a_document(tiny)
    register(tiny)
    assert tiny.known.home[PREFIXES["arr"] + "cls-nancy-2"] == "documents/texte.ttl"
    assert tiny.said("arr:cls-nancy-2")["prefLabel"] == ["Le contrat du texte"]
    assert claim(tiny, "cls-nancy-2.state"), "its claims stand in the register's file"


def test_bad_input_is_reported_with_its_line(tiny) -> None:
    base(tiny)
    rows = [
        row(
            "a",
            "Contrat local de santé A",
            parties=[party("  ", "ars"), party("ARS", "ars", ""), party("ARS", "")],
        ),
        row("a", "Contrat local de santé A"),
        row("b", "Contrat local de santé B", start="2019-13", succeeds="nowhere", themes=[{"label": "licornes"}]),
        row("c", "Chose", region_ars="Austrasie"),
        {"id": "d"},
    ]
    outcome = register(tiny, rows, "{not json\n[1]\n")
    told = "\n".join(str(bad) for bad in outcome.report.bad)
    for words in (
        ":1: a: a party has no name; left aside.",
        ":1: a: the party 'ARS' is of type 'ars' and role ''",
        ":1: a: the party 'ARS' is of type ''",
        ":2: a stands on line 1 already",
        ":3: b: start '2019-13' is no date",
        ":3: b: it succeeds nowhere, which is not in the register",
        ":3: b: the theme 'licornes' names no concept",
        ":4: c: the region 'Austrasie' is unknown; the row is left aside.",
        ":5: d: type, name, region_ars, territory, status, sources is empty",
        ":6: not JSON",
        ":7: this is no object",
    ):
        assert words in told, words
    assert outcome.report.made["arrangements"] == 2
    assert "7 rows of arrangements_register_2.jsonl; 11 reported above" in outcome.report.lines()[-1]


def test_a_table_that_is_none_stops_the_import(tiny) -> None:
    base(tiny)
    (tiny.graph / "registers").mkdir()
    path = tiny.graph / "registers" / "resolutions.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(MaillageError, match="has no column arrangement"):
        register(tiny)
    path.write_text(",".join(COLUMNS) + "\n*,CAF,caf,terr:region-44,,,curator,,,,\n", encoding="utf-8")
    with pytest.raises(MaillageError, match="'terr:region-44' is no organisation or group"):
        register(tiny)
    assert not any(name.startswith("registers/dispositifs") for name in tiny.files()), "nothing half-written"


def test_the_table_reads_as_it_was_written(tmp_path) -> None:
    path = tmp_path / "resolutions.csv"
    wanted = [
        Resolution("b", "CH, « X »", "caf", "body:x body:y", how="curator"),
        Resolution("*", "ARS", "ars", "body:z"),
    ]
    path.write_text(write_resolutions(wanted), encoding="utf-8")
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("*,ARS")
    read = read_resolutions(path)
    assert read.find("b", "CH, « X »", "caf") == wanted[0]
    assert read.find("b", "ARS", "ars") == wanted[1]
    assert read.find("b", "CAF", "caf") is None


def test_themes(places) -> None:
    themes = Themes(
        [read_turtle(places.ontology / "schemes.ttl")], {"bien vieillir": [PREFIXES["theme"] + "older-people"]}
    )
    assert themes.find("Santé mentale") == ([PREFIXES["theme"] + "mental-health"], "name")
    assert themes.find("bien vieillir")[1] == "curator"
    assert themes.find("santé mentale et licornes")[1] == "some parts"
    assert themes.find("licornes") == ([], "none")


def test_the_pipeline_finds_no_fault(tiny, places) -> None:
    if "mlg:MentalHealthProject" not in (places.ontology / "maillage.ttl").read_text(encoding="utf-8"):
        pytest.skip("the vocabulary has no mlg:MentalHealthProject yet")
    base(tiny)
    register(tiny)
    findings = build(Places(places.ontology, tiny.graph, places.queries)).findings()
    # The tiny code's SIREN numbers are made up: their keys are wrong, and that is told.
    assert {f.name for f in findings if f.severity == "fault"} <= {"siren-key"}


def test_the_real_register(tmp_path_factory, places, official_code: Path, data: Path) -> None:
    """Every arrangement and party is there; at least 95 % of the mentions are settled, without a curator's help."""
    graph = tmp_path_factory.mktemp("register") / "graph"
    shutil.copytree(places.graph / "documents", graph / "documents")
    for name in ("territories", "councils", "prefectures"):
        run(get_importer(name), graph, [official_code], "2026-09-01")
    for name in ("agencies", "insurance", "hospitals"):
        run(get_importer(name), graph, [data], "2026-09-01")
    outcome = run(
        get_importer("register"), graph, [data / "arrangements_register_2.jsonl", official_code], "2026-09-01"
    )
    assert outcome.report.made["arrangements"] == 687
    with (graph / "registers" / "resolutions.csv").open(encoding="utf-8", newline="") as stream:
        said = {(r["arrangement"], r["mention"], r["type"]): r for r in csv.DictReader(stream)}
    mentions = [
        (r["id"], " ".join(p["name"].split()), p["type"])
        for r in map(json.loads, (data / "arrangements_register_2.jsonl").read_text(encoding="utf-8").splitlines())
        for p in r.get("parties", [])
    ]
    assert len(mentions) == 2519 and all(m in said for m in mentions)
    settled = sum(bool(said[m]["body"]) for m in mentions)
    print(f"settled: {settled} of {len(mentions)}")
    assert settled >= 0.95 * len(mentions)
    known = Known(graph)
    named = {name for r in said.values() for name in r["body"].split()}
    assert all(known.describes(name) for name in named)


def test_resolutions_that_are_not_utf_8_are_told(tmp_path: Path) -> None:
    table = tmp_path / "resolutions.csv"
    table.write_bytes("caf\xe9\n".encode("latin-1"))
    with pytest.raises(MaillageError, match="not UTF-8") as caught:
        read_resolutions(table)
    assert caught.value.file == table and caught.value.fix
