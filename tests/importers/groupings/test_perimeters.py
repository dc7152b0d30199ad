"""Groupings: those of the list that the graph names are recognised; their areas are deduced; codes of 2021 only."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.importers.groupings.match import Grouping, Matcher, core
from maillage.importers.groupings.perimeters import AREAS, BODIES, LINES, NAMED
from maillage.importers.kit.facts import iri
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import DCT, MLG, PREFIXES
from maillage.things.turtle import read_turtle

HEADER = (
    "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
    "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n@prefix doc: <https://w3id.org/maillage/id/document/> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\n"
)
NAMED_ONES = """body:petr-val a mlg:MixedSyndicate ; skos:prefLabel "PETR du Val de Nancy"@fr ; mlg:territory terr:region-44 .
terr:val-de-nancy a mlg:OtherArea ; skos:prefLabel "Val de Nancy"@fr ; mlg:within terr:region-44 .
"""
GROUPINGS = "siren\tnom\tnature\tcode_region\tcode_departement\tpopulation\n"
LIST = (
    "200055101\tPETR du Val de Nancy\tPETR\t44\t54\t104000\n"
    "200055200\tPETR du Barrois\tPETR\t44\t55\t43000\n"
    "200055309\tSM du SCOT du Val de Nancy\tSMF\t44\t54\t9\n"
    "200055408\tSM des eaux\tSMF\t44\t54\t9\n"
    "245400676\tMétropole du Grand Nancy\tMETRO\t44\t54\t104000\n"
)
COMPOSITIONS = (
    "siren,name,nature,department,population,candidate_epci_in_department,exact_solutions,chance_solutions_mean_of_12,"
    "member_sirens,member_names\n"
)
COMPOSED = (
    "200055101,PETR du Val de Nancy,PETR,54,104000,2,1,0.0,245400676,Métropole du Grand Nancy\n"
    "200055200,PETR du Barrois,PETR,55,43000,2,1,0.0,200070738,CC Mad et Meuse\n"
)
CODES = "siren\tcodes_competence_banatic_2021\n245400676\t2010 2515\n"
LABELS = "code,intitule\n2515,Activités sanitaires\n2526,Maisons de santé\n"


def groupings(tiny, *, groups: str = LIST, composed: str = COMPOSED, codes: str = CODES, named: str = NAMED_ONES):
    if named:
        path = tiny.graph / "registers" / "nommes.ttl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER + named, encoding="utf-8")
    tiny.csv("banatic_groupements.tsv", GROUPINGS + groups)
    tiny.csv("composition_deduced_by_population.csv", COMPOSITIONS + composed)
    tiny.csv("banatic_competences_sante_social_2021.tsv", codes)
    tiny.csv("banatic_2021_intitules.csv", LABELS)
    return tiny.run("groupings", tiny.folder)


def lines(tiny, thing: str) -> dict[str, list[str]]:
    """What the file of untyped lines says of a thing."""
    out: dict[str, list[str]] = {}
    for triple in read_turtle(tiny.graph / LINES).triples:
        if triple.subject.value == iri(thing):
            value = triple.object.value.rsplit("/", 1)[-1]
            out.setdefault(triple.predicate.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1], []).append(value)
    return {key: sorted(values) for key, values in out.items()}


def test_a_body_and_an_area_of_the_graph_are_recognised_and_stay_where_they_are(tiny) -> None:
    tiny.base("councils")
    outcome = groupings(tiny)
    body = lines(tiny, "body:petr-val")
    assert body["siren"] == ["200055101"] and body["groupingNature"] == ["petr"]
    assert body["territory"] == ["val-de-nancy"]
    assert tiny.known.home[iri("body:petr-val")] == "registers/nommes.ttl"
    assert lines(tiny, "terr:epci-245400676")["deducedWithin"] == ["val-de-nancy"]
    area = lines(tiny, "terr:val-de-nancy")
    assert area["deducedWithin"] == ["departement-54"], "its region the register says already"
    assert "104 000 habitants" in area["editorialNote"][0] and "exactement la somme" in area["editorialNote"][0]
    assert not tiny.known.describes("body:siren-200055309"), "a SCoT is no PETR, whatever its name"
    assert outcome.report.made["bodies given their SIREN"] == 1


def test_a_petr_nobody_names_is_described_with_its_area(tiny) -> None:
    tiny.base("councils")
    groupings(tiny)
    petr = tiny.said("body:siren-200055200")
    assert petr["siren"] == ["200055200"] and petr["territory"] == ["groupement-200055200"]
    assert tiny.known.home[iri("body:siren-200055200")] == BODIES
    area = lines(tiny, "terr:groupement-200055200")
    # The community straddles both departments: it lies in the region wholly, in each department partly.
    assert area["deducedWithin"] == ["region-44"] and area["partlyWithin"] == ["departement-54", "departement-55"]
    assert groupings(tiny).changed == []


def test_the_deduced_perimeter_holds_its_communes_and_is_told_apart(tiny, places: Places) -> None:
    tiny.base("councils")
    groupings(tiny)
    store = build(Places(places.ontology, tiny.graph, places.queries)).store
    area = f"<{iri('terr:val-de-nancy')}>"
    _, held = store.select(f"SELECT ?c WHERE {{ ?c a <{MLG}Commune> ; <{MLG}within> {area} }}")
    assert [row[0].value for row in held if row[0]] == [iri("terr:commune-54395")]
    _, marked = store.select(f"SELECT ?a WHERE {{ ?a <{MLG}perimeterDeduced> true }}")
    assert {row[0].value for row in marked if row[0]} == {iri("terr:val-de-nancy"), iri("terr:groupement-200055200")}


def test_a_stated_perimeter_comes_first(tiny, places: Places) -> None:
    tiny.base("councils")
    stated = NAMED_ONES + "terr:commune-54547 mlg:within terr:val-de-nancy .\n"
    outcome = groupings(tiny, named=stated)
    assert "deducedWithin" not in lines(tiny, "terr:epci-245400676")
    assert outcome.report.made["perimeters stated by a source, which come first"] == 1


@pytest.mark.parametrize(
    ("solutions", "filter_"), [("2", "several-solutions"), ("13", "several-solutions"), ("0", "no-solution")]
)
def test_a_composition_with_several_solutions_or_none_is_left_out_and_counted(
    tiny, solutions: str, filter_: str
) -> None:
    tiny.base("councils")
    row = f"200055101,PETR du Val de Nancy,PETR,54,104000,2,{solutions},0.0,,\n"
    outcome = groupings(tiny, composed=row)
    read = next(r for f, r in outcome.report.read.items() if f.endswith("composition_deduced_by_population.csv"))
    assert read.left_out == {filter_: 1}
    assert "deducedWithin" not in lines(tiny, "terr:val-de-nancy")
    assert lines(tiny, "terr:val-de-nancy")["partlyWithin"] == ["departement-54"], "where its seat is, a part of it is"


def test_a_composition_that_names_an_unknown_area_is_told_with_its_line_and_the_rest_goes_on(tiny) -> None:
    tiny.base("councils")
    strange = COMPOSED.replace("245400676,Métropole", "245400676 999999999,Métropole")
    outcome = groupings(tiny, composed=strange)
    told = [str(bad) for bad in outcome.report.bad]
    assert any(
        "composition_deduced_by_population.csv:2: PETR du Val de Nancy: the intermunicipal area 999999999" in t
        for t in told
    )
    assert "deducedWithin" not in lines(tiny, "terr:val-de-nancy")
    assert lines(tiny, "terr:epci-200070738")["deducedWithin"] == ["groupement-200055200"]


def test_a_code_of_another_vintage_is_refused_with_its_line_and_the_others_are_kept(tiny) -> None:
    tiny.base("councils")
    outcome = groupings(tiny)
    told = [str(bad) for bad in outcome.report.bad]
    assert any("sante_social_2021.tsv:2: 245400676 lists 2010, which has no label of 2021" in words for words in told)
    said = lines(tiny, "body:siren-245400676")
    assert said["listedCompetence"] == ["2515"] and said["source"] == ["banatic-2021"]
    assert outcome.report.made["codes of another vintage refused"] == 1


def test_what_the_list_has_and_lists_nothing_for_is_said_to_be_in_it(tiny) -> None:
    tiny.base("councils")
    groupings(tiny, codes="siren\tcodes_competence_banatic_2021\n999999999\t2515\n")
    assert lines(tiny, "body:siren-245400676") == {"source": ["banatic-2021"]}


def test_a_curator_decides_and_two_bodies_of_one_name_get_no_number(tiny) -> None:
    tiny.base("councils")
    two = (
        NAMED_ONES
        + 'body:val a mlg:MixedSyndicate ; skos:prefLabel "Pays du Val de Nancy"@fr ; mlg:territory terr:region-44 .\n'
    )
    outcome = groupings(tiny, named=two)
    assert any("none gets its SIREN" in words for words in outcome.report.lines())
    assert "siren" not in lines(tiny, "body:petr-val")
    (tiny.graph / NAMED).write_text("thing,siren,remark\nbody:val,,un autre\nbody:petr-val,1,faux\n", encoding="utf-8")
    outcome = groupings(tiny, named=two)
    assert any("is given the SIREN 1, which the list has not" in words for words in outcome.report.lines())
    (tiny.graph / NAMED).write_text("thing,siren,remark\nbody:val,,un autre\n", encoding="utf-8")
    groupings(tiny, named=two)
    assert lines(tiny, "body:petr-val")["siren"] == ["200055101"] and lines(tiny, "body:val") == {}


def test_a_body_that_a_page_names_later_replaces_the_one_of_the_list(tiny) -> None:
    tiny.base("councils")
    groupings(tiny, named="")
    assert tiny.said("body:siren-200055101")["siren"] == ["200055101"]
    groupings(tiny)
    former = tiny.known.says("body:siren-200055101")
    assert {t.value for t in former[DCT + "isReplacedBy"]} == {PREFIXES["body"] + "petr-val"}
    assert MLG + "siren" not in former and lines(tiny, "body:petr-val")["siren"] == ["200055101"]
    assert not tiny.known.describes("terr:groupement-200055101"), f"its area in {AREAS} is needed no more"


def test_another_file_is_told_and_nothing_is_written(tiny) -> None:
    tiny.base("councils")
    before = tiny.files()
    with pytest.raises(MaillageError, match="'EPIC', which nobody enumerated"):
        groupings(tiny, groups="200055101\tX\tEPIC\t44\t54\t1\n", named="")
    assert tiny.files() == before


def grouping(siren: str, name: str, nature: str = "SMF") -> Grouping:
    return Grouping(siren, name, nature, "54", "r", 1)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Pays Lunévillois", "1"),
        ("Lunévillois", "1"),
        ("Pays Sud Charente", "2"),
        ("Syndicat mixte du SCoT de Fougères", "3"),
        ("Pays de Fougères", None),
        ("Chalonnais", None),
        ("Syndicat mixte du Chalonnais", "4"),
        ("Haute Lande Armagnac", None),
    ],
)
def test_which_grouping_a_name_is(name: str, found: str | None) -> None:
    matcher = Matcher(
        [
            grouping("1", "PETR du Pays du Lunévillois", "PETR"),
            grouping("2", "SM du Pays Sud Charente"),
            grouping("3", "SM du SCOT de Fougères"),
            grouping("4", "SM du Chalonnais"),
            grouping("5", "Haute Lande", "PETR"),
        ]
    )
    said = matcher.find([name], {"r"})
    assert (said.siren if said else None) == found
    assert matcher.find([name], {"elsewhere"}) is None


def test_a_petr_comes_before_a_syndicate_of_its_name_and_two_syndicates_are_in_doubt() -> None:
    both = Matcher([grouping("1", "SM du Pays de Guingamp"), grouping("2", "PETR du Pays de Guingamp", "PETR")])
    assert both.find(["Pays de Guingamp"], {"r"}) == grouping("2", "PETR du Pays de Guingamp", "PETR")
    twice = Matcher([grouping("1", "SM du Pays de Guingamp"), grouping("3", "Syndicat mixte du Pays de Guingamp")])
    assert twice.find(["Pays de Guingamp"], {"r"}) is None
    assert [g.siren for g in twice.near(["Guingamp"], {"r"})] == ["1", "3"]
    assert core("PETR du Pays de Guingamp") == {"guingamp"}


PAGE = 'doc:page-exemple a mlg:Document ; skos:prefLabel "Une page"@fr .\n'
TWO = "200055101,PETR du Val de Nancy,PETR,54,104000,2,2,0.0,,\n"


def settle(tiny, line: str) -> None:
    path = tiny.graph / "registers" / "compositions-choisies.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"siren,members,page,remark\n{line}\n", encoding="utf-8")


def test_a_page_that_names_a_member_tells_which_of_two_solutions_is_the_one(tiny) -> None:
    tiny.base("councils")
    settle(tiny, "200055101,245400676,doc:page-exemple,une page nomme la métropole")
    groupings(tiny, composed=TWO, named=NAMED_ONES + PAGE)
    assert lines(tiny, "terr:epci-245400676")["deducedWithin"] == ["val-de-nancy"]
    area = lines(tiny, "terr:val-de-nancy")
    assert area["source"] == ["page-exemple"], "the page that tells is cited"
    assert "d'un autre ensemble aussi : une page nomme la métropole" in area["editorialNote"][0]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("200055101,999999999,doc:page-exemple,x", "the SIREN 999999999 is not in the list"),
        ("200055101,245400676,doc:page-absente,x", "the page 'doc:page-absente' is described nowhere"),
        ("200055200,245400676,doc:page-exemple,x", "have 104000 inhabitants, and it has 43000"),
    ],
)
def test_a_choice_that_does_not_hold_is_told_with_its_line_and_left_out(tiny, line: str, words: str) -> None:
    tiny.base("councils")
    settle(tiny, line)
    outcome = groupings(tiny, composed=TWO, named=NAMED_ONES + PAGE)
    assert any("compositions-choisies.csv:2" in str(bad) and words in str(bad) for bad in outcome.report.bad)
    assert "deducedWithin" not in lines(tiny, "terr:epci-245400676")


def test_a_body_that_another_replaces_does_not_hide_it(tiny) -> None:
    former = (
        'body:pays-val a mlg:MixedSyndicate ; skos:prefLabel "Pays du Val de Nancy"@fr ; mlg:territory terr:region-44'
    )
    tiny.base("councils")
    groupings(tiny, named=f"{NAMED_ONES}{former} ; dct:isReplacedBy body:petr-val .\n")
    assert lines(tiny, "body:petr-val")["siren"] == ["200055101"]


def test_a_territory_the_body_says_itself_is_not_said_twice(tiny) -> None:
    tiny.base("councils")
    groupings(tiny, named=NAMED_ONES.replace("mlg:territory terr:region-44", "mlg:territory terr:val-de-nancy"))
    assert lines(tiny, "body:petr-val")["siren"] == ["200055101"] and "territory" not in lines(tiny, "body:petr-val")
