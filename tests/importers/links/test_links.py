"""Links to other data sets: keys and forms, the property each kind of thing takes, rows that are refused, files written."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.kit.base import Outcome
from maillage.importers.kit.facts import iri
from maillage.importers.links import forms
from maillage.importers.links.kinds import ALIKE, COLLECTIVITIES, SAME, property_of
from maillage.importers.links.rows import NAMED
from maillage.importers.links.sets import HOME, SETS, TARGETS
from maillage.terms import GRAPH, RDFS, curie
from maillage.things.rdf import NamedNode
from maillage.things.turtle import read_turtle

HEADS = {
    "wikidata_territoires.tsv": "niveau\tcode_insee\tnom\twikidata",
    "wikidata_wallonie.tsv": "niveau\tcode_ins\tnom\twikidata\tcode_ins_du_niveau_superieur",
    "geonames_territoires.tsv": "niveau\tcode_insee\tnom\tgeonames_id\tnom_geonames\tmethode",
    "nuts_departements.tsv": "nuts3_2021\tcode_insee\tnom\tsource",
    "ror_organismes.tsv": "organisme_maillage\tnom_maillage\tror\tnom_ror\tville_ror\twikidata\tisni\tfundref\tmethode",
}
ROWS = {
    "wikidata_territoires.tsv": (
        "region\t44\tGrand Est\tQ18677983\n"
        "departement\t54\tMeurthe-et-Moselle\tQ12626\n"
        "arrondissement\t543\tNancy\tQ701873\n"
        "arrondissement\t551\tLe Val\tQ701874\n"
        "commune\t54395\tNancy\tQ40898\n"
    ),
    "wikidata_wallonie.tsv": "region\t03000\tRÉGION WALLONNE\tQ231\t\nprovince\t20002\tBrabant wallon\tQ1122\t03000\n",
    "geonames_territoires.tsv": (
        "region\t44\t\t11071622\tGrand Est\tINSEE code in GeoNames admin1 code\n"
        "departement\t54\tMeurthe-et-Moselle\t2994111\tMeurthe et Moselle\tINSEE code in GeoNames admin2 code\n"
        "commune\t54395\tNancy\t2990999\tNancy\tname+department\n"
        "commune\t75056\tParis\t2988507\tParis\tname+region, unique\n"
    ),
    "nuts_departements.tsv": "FRF31\t54\tMeurthe-et-Moselle\tread\nFRF32\t55\tMeuse\tgeneral knowledge\n",
    "ror_organismes.tsv": (
        "siren-245400676\tMétropole du Grand Nancy\t05ncw0t52\t\tNancy\tQ2989397\t0000 0005 1090 9418\t\tby hand\n"
        "chru-test\tCHRU de Test\t016ncsr12\t\tNancy\tQ2945739\t0000 0004 1765 1301\t\tname+city, read by eye\n"
    ),
}
OTHERS = (
    "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
    "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
    'body:chru-test a mlg:Hospital ;\n    skos:prefLabel "CHRU de Test"@fr .\n\n'
    'terr:wallonie a mlg:OtherArea ;\n    skos:prefLabel "Wallonie"@fr .\n'
)
_CURATED = "code_ins,territory,remark\n03000,terr:wallonie,\n"


def import_links(tiny, curated: str = _CURATED, **changed: str) -> Outcome:
    """Import the tables, some with other rows: `nuts_departements="..."`."""
    for path, text in {"documents/autres.ttl": OTHERS, NAMED: curated}.items():
        (tiny.graph / path).parent.mkdir(parents=True, exist_ok=True)
        (tiny.graph / path).write_text(text, encoding="utf-8")
    for name, head in HEADS.items():
        tiny.csv(name, f"{head}\n{changed.get(name.removesuffix('.tsv'), ROWS[name])}")
    return tiny.run("links", tiny.folder)


def links(tiny) -> set[tuple[str, str, str]]:
    """Every fact of the files of links but the home: CURIEs, the IRI of GeoNames as it is."""
    files = [path for path in (tiny.graph / "links").glob("*.ttl") if path.name != Path(HOME).name]
    return {
        (curie(t.subject.value), curie(t.predicate.value), curie(t.object.value))
        for path in files
        for t in read_turtle(path).triples
    }


@pytest.fixture
def whole(tiny):
    tiny.base("councils")
    return tiny


# Identifiers.


def test_the_key_of_a_ror_identifier() -> None:
    assert all(map(forms.is_ror, ("05ncw0t52", "00pg5jh14", "0321g0743")))
    assert not any(
        map(forms.is_ror, ("05ncw0t53", "15ncw0t52", "05ncl0t52", "05ncw0t5", "https://ror.org/05ncw0t52", ""))
    )
    # Any one sign changed is seen.
    for at in range(1, 9):
        for sign in "0123456789":
            other = "05ncw0t52"[:at] + sign + "05ncw0t52"[at + 1 :]
            assert other == "05ncw0t52" or not forms.is_ror(other), other


def test_the_key_of_an_isni() -> None:
    assert forms.isni("0000 0000 9961 060X") == "000000009961060X"
    assert forms.isni("0000000510909418") == "0000000510909418"
    assert [forms.isni(text) for text in ("0000 0000 9961 0601", "0000 0005 1090 941", "0000 0005 1090 941x", "")] == [
        None
    ] * 4


@pytest.mark.parametrize(
    ("fits", "right", "wrong"),
    [
        (
            forms.is_wikidata,
            "Q90",
            ("q90", "Q090", "Q", "90", "Q90 ", "P374", "Q९०", "http://www.wikidata.org/entity/Q90"),
        ),
        (forms.is_geonames, "2988507", ("0", "02988507", "2988507/", "29885O7", "", "२")),
        (forms.is_nuts, "FRF31", ("FRF3", "frf31", "FRF311", "F1F31", "FR-31", "")),
    ],
)
def test_forms(fits, right: str, wrong: tuple[str, ...]) -> None:
    assert fits(right) and not any(map(fits, wrong))


# The property, by kind (docs/decisions/0022-links.md).


@pytest.mark.parametrize(
    ("target", "kinds", "more", "said"),
    [
        ("wikidata", ("mlg:Region",), {}, SAME),
        ("wikidata", ("mlg:Department",), {}, SAME),
        ("wikidata", ("mlg:District",), {}, SAME),
        # The item of a commune is the municipality too.
        ("wikidata", ("mlg:Commune",), {}, ALIKE),
        # One item for a region and a department overseas.
        ("wikidata", ("mlg:Region",), {"shared": True}, ALIKE),
        ("wikidata", ("mlg:Department",), {"shared": True}, ALIKE),
        # Corsica: one body, one item, for region and collectivity (and the island).
        ("wikidata", ("mlg:Region",), {"single": True}, ALIKE),
        ("wikidata", ("mlg:Department",), {"single": True}, SAME),
        # What a document calls Wallonia.
        ("wikidata", ("mlg:OtherArea",), {}, ALIKE),
        # Territory and body in one item, or the assembly alone.
        ("wikidata", ("mlg:Metropolis",), {}, ALIKE),
        ("wikidata", ("mlg:RegionalCouncil",), {}, ALIKE),
        ("wikidata", ("mlg:DepartmentalCouncil", "mlg:Municipality"), {}, ALIKE),
        ("wikidata", ("mlg:Hospital",), {}, SAME),
        ("wikidata", ("mlg:RegionalHealthAgency",), {}, SAME),
        ("geonames", ("mlg:Region",), {"single": True}, SAME),
        ("geonames", ("mlg:Department",), {}, SAME),
        # The populated place.
        ("geonames", ("mlg:Commune",), {}, ALIKE),
        # A concept of a classification.
        ("nuts", ("mlg:Department",), {}, ALIKE),
        ("ror", ("mlg:RegionalCouncil",), {}, SAME),
        ("ror", ("mlg:Metropolis",), {}, SAME),
        ("ror", ("mlg:Hospital",), {}, SAME),
        ("ror", ("mlg:Hospital",), {"shared": True}, ALIKE),
    ],
)
def test_the_property_of_a_link(target: str, kinds: tuple[str, ...], more: dict[str, bool], said: str) -> None:
    assert property_of(target, kinds, **more) == said


def test_the_collectivities_are_those_of_the_vocabulary(places) -> None:
    below = {"mlg:Collectivity"}
    triples = read_turtle(places.ontology / "maillage.ttl").triples
    pairs = [
        (curie(t.subject.value), curie(t.object.value)) for t in triples if t.predicate.value == RDFS + "subClassOf"
    ]
    while more := {narrow for narrow, broad in pairs if broad in below} - below:
        below |= more
    assert below == COLLECTIVITIES


# What is written.


def test_every_link_and_its_property(whole) -> None:
    outcome = import_links(whole)
    assert links(whole) == {
        ("terr:region-44", "owl:sameAs", "wd:Q18677983"),
        ("terr:departement-54", "owl:sameAs", "wd:Q12626"),
        ("terr:arrondissement-543", "owl:sameAs", "wd:Q701873"),
        ("terr:arrondissement-551", "owl:sameAs", "wd:Q701874"),
        ("terr:commune-54395", "schema:sameAs", "wd:Q40898"),
        ("terr:wallonie", "schema:sameAs", "wd:Q231"),
        ("terr:region-44", "owl:sameAs", "https://sws.geonames.org/11071622/"),
        ("terr:departement-54", "owl:sameAs", "https://sws.geonames.org/2994111/"),
        ("terr:commune-54395", "schema:sameAs", "https://sws.geonames.org/2990999/"),
        ("terr:commune-75056", "schema:sameAs", "https://sws.geonames.org/2988507/"),
        ("terr:departement-54", "schema:sameAs", "nuts:FRF31"),
        ("terr:departement-55", "schema:sameAs", "nuts:FRF32"),
        ("body:siren-245400676", "owl:sameAs", "ror:05ncw0t52"),
        ("body:siren-245400676", "schema:sameAs", "wd:Q2989397"),
        ("body:siren-245400676", "mlg:isni", "0000000510909418"),
        ("body:chru-test", "owl:sameAs", "ror:016ncsr12"),
        ("body:chru-test", "owl:sameAs", "wd:Q2945739"),
        ("body:chru-test", "mlg:isni", "0000000417651301"),
    }
    assert outcome.report.bad == [] and import_links(whole).changed == []
    path = next(path for path in outcome.report.read if path.endswith("wallonie.tsv"))
    assert outcome.report.read[path].kept == 1, "a place the graph does not name is left out, and counted"
    assert dict(outcome.report.made) == {
        "owl:sameAs to Wikidata": 5,
        "schema:sameAs to Wikidata": 3,
        "owl:sameAs to GeoNames": 2,
        "schema:sameAs to GeoNames": 2,
        "schema:sameAs to NUTS": 2,
        "owl:sameAs to ROR": 2,
        "ISNI": 2,
    }


def test_each_file_is_a_set_of_links_with_source_licence_and_day(whole) -> None:
    import_links(whole)
    files = {path.relative_to(whole.graph).as_posix() for path in (whole.graph / "links").glob("*.ttl")} - {HOME}
    assert files == {one.path for one in SETS.values()}, "the rows of this test make every set"
    for one in SETS.values():
        said = whole.said(f"{GRAPH}links/{one.name}")
        assert said["type"] == ["Linkset"] and said["source"] == [one.source.slug]
        assert said["mapping_justification"] == [one.justification] and 0 < float(said["confidence"][0]) <= 1
        assert one.target.iri in {
            t.value for t in whole.known.says(f"{GRAPH}links/{one.name}")[iri("void:objectsTarget")]
        }
        head = whole.known.files[one.path].header
        assert f"({one.source.name}, décrit dans {HOME})" in head and "consulté le 2026-09-01" in head
        assert one.source.licence is None or one.source.licence in head
    for target in TARGETS:
        assert whole.known.is_a(target.iri, "void:Dataset")
    text = "".join(path.read_text(encoding="utf-8") for path in (whole.graph / "links").glob("*.ttl"))
    assert "skos:" not in text, "a SKOS mapping property would make both ends concepts"


def test_an_item_of_two_levels_is_no_ones_alone(whole) -> None:
    import_links(
        whole,
        wikidata_territoires="region\t11\tÎle-de-France\tQ90\ndepartement\t75\tParis\tQ90\ncommune\t54395\tNancy\tQ40898\n",
    )
    assert {(s, p) for s, p, o in links(whole) if o == "wd:Q90"} == {
        ("terr:region-11", "schema:sameAs"),
        ("terr:departement-75", "schema:sameAs"),
    }


def test_the_region_of_a_single_collectivity(whole) -> None:
    path = whole.graph / "organisations" / "unique.ttl"
    path.write_text(
        "@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n"
        "@prefix terr: <https://w3id.org/maillage/id/territory/> .\n\n"
        "body:unique a mlg:DepartmentalCouncil, mlg:RegionalCouncil ;\n"
        "    mlg:governs terr:departement-54, terr:region-44 .\n",
        encoding="utf-8",
    )
    import_links(whole)
    said = {(s, p) for s, p, o in links(whole) if o.startswith("wd:")}
    assert ("terr:region-44", "schema:sameAs") in said and ("terr:departement-54", "owl:sameAs") in said
    assert ("terr:region-44", "owl:sameAs", "https://sws.geonames.org/11071622/") in links(whole)


def test_a_set_without_links_goes(whole) -> None:
    import_links(whole)
    import_links(whole, nuts_departements="FRF31\t54\tMeurthe-et-Moselle\tread\n")
    gone = SETS["nuts", "departement", "general knowledge"]
    assert not (whole.graph / gone.path).exists()
    assert not whole.known.describes(f"{GRAPH}links/{gone.name}")


# What is refused.

BAD = [
    ("wikidata_territoires", "commune\t54395\tNancy\tQ0\n", 2, "'Q0' is no Wikidata item"),
    (
        "wikidata_territoires",
        "commune\t54395\tNancy\thttp://www.wikidata.org/entity/Q40898\n",
        2,
        "is no Wikidata item",
    ),
    ("wikidata_territoires", "commune\t54395\tVandœuvre\tQ40898\n", 2, "is 'Nancy' in graph/, not 'Vandœuvre'"),
    ("geonames_territoires", "commune\t54395\tNancy\t299O999\tNancy\tname+department\n", 2, "is no GeoNames number"),
    (
        "geonames_territoires",
        "region\t44\t\t11071622\t\tname+department\n",
        2,
        "a region is not found by 'name+department'",
    ),
    ("nuts_departements", "FRF3\t54\tMeurthe-et-Moselle\tread\n", 2, "is no code of the third level of NUTS"),
    ("ror_organismes", "siren-245400676\tMétropole\t05ncw0t53\t\t\t\t\t\tby hand\n", 2, "is no ROR identifier"),
    ("ror_organismes", "siren-245400676\tM\t05ncw0t52\t\t\t\t0000 0005 1090 9419\t\tby hand\n", 2, "is no ISNI"),
    ("ror_organismes", "siren-245400676\tM\t05ncw0t52\t\t\t2989397\t\t\tby hand\n", 2, "is no Wikidata item"),
]


@pytest.mark.parametrize(("name", "row", "line", "what"), BAD)
def test_a_row_that_says_nothing_right(whole, name: str, row: str, line: int, what: str) -> None:
    """Told with file and line; the rest goes on."""
    outcome = import_links(whole, **{name: row})
    (bad,) = outcome.report.bad
    assert Path(bad.file).name == f"{name}.tsv" and bad.line == line and what in bad.what
    assert ("body:chru-test", "owl:sameAs", "ror:016ncsr12") in links(whole) or name == "ror_organismes"


def test_rows_that_contradict_each_other(whole) -> None:
    """Two communes of one item, and a commune of two items: none of them can be trusted."""
    rows = "commune\t54395\tNancy\tQ1\ncommune\t54547\tVandœuvre\tQ1\ncommune\t55029\tBar-le-Duc\tQ2\ncommune\t55029\tBar-le-Duc\tQ3\n"
    outcome = import_links(whole, wikidata_territoires=rows + "commune\t75056\tParis\tQ90\n")
    assert [(bad.line, bad.what.partition(";")[0]) for bad in outcome.report.bad] == [
        (2, "http://www.wikidata.org/entity/Q1: line 3 says otherwise (http://www.wikidata.org/entity/Q1)"),
        (3, "http://www.wikidata.org/entity/Q1: line 2 says otherwise (http://www.wikidata.org/entity/Q1)"),
        (4, "http://www.wikidata.org/entity/Q2: line 5 says otherwise (http://www.wikidata.org/entity/Q3)"),
        (5, "http://www.wikidata.org/entity/Q3: line 4 says otherwise (http://www.wikidata.org/entity/Q2)"),
    ]
    assert {(s, o) for s, _, o in links(whole) if s.startswith("terr:commune") and o.startswith("wd:")} == {
        ("terr:commune-75056", "wd:Q90")
    }


def test_a_row_said_twice(whole) -> None:
    outcome = import_links(whole, wikidata_territoires="commune\t54395\tNancy\tQ1\ncommune\t54395\tNancy\tQ1\n")
    assert [(bad.line, "line 2 says it already" in bad.what) for bad in outcome.report.bad] == [(3, True)]
    assert ("terr:commune-54395", "schema:sameAs", "wd:Q1") in links(whole)


def test_a_contradicted_item_of_a_body_leaves_its_ror(whole) -> None:
    row = ROWS["ror_organismes.tsv"]
    outcome = import_links(whole, ror_organismes=row.replace("Q2945739", "Q2989397"))
    assert [bad.line for bad in outcome.report.bad] == [2, 3]
    said = {(s, o) for s, _, o in links(whole) if s.startswith("body:")}
    assert ("body:chru-test", "ror:016ncsr12") in said and not any(o.startswith("wd:") for _, o in said)


def test_an_isni_of_two_bodies(whole) -> None:
    row = ROWS["ror_organismes.tsv"]
    outcome = import_links(whole, ror_organismes=row.replace("0000 0004 1765 1301", "0000 0005 1090 9418"))
    assert [bad.line for bad in outcome.report.bad] == [3]
    assert {s for s, p, _ in links(whole) if p == "mlg:isni"} == {"body:siren-245400676"}


def test_what_the_graph_does_not_have_is_counted_and_named(whole) -> None:
    strange = "".join(f"commune\t5499{n}\tNulle-Part\tQ10{n}\n" for n in range(7))
    outcome = import_links(
        whole,
        wikidata_territoires=ROWS["wikidata_territoires.tsv"] + strange,
        ror_organismes=ROWS["ror_organismes.tsv"] + "ailleurs\tAilleurs\t00pg5jh14\t\t\t\t\t\tby hand\n",
    )
    read = {Path(file).name: one for file, one in outcome.report.read.items()}
    assert read["wikidata_territoires.tsv"].left_out == {"not-in-graph": 7}
    assert (read["wikidata_territoires.tsv"].rows, read["wikidata_territoires.tsv"].kept) == (12, 5)
    assert read["ror_organismes.tsv"].left_out == {"not-in-graph": 1}
    assert outcome.report.remarks[:2] == [
        "wikidata_territoires.tsv: 7 rows are about what graph/ does not have (commune 54990 Nulle-Part, "
        "commune 54991 Nulle-Part, commune 54992 Nulle-Part, commune 54993 Nulle-Part, commune 54994 Nulle-Part, ...).",
        "ror_organismes.tsv: 1 rows are about what graph/ does not have (ailleurs, Ailleurs).",
    ]


def test_a_curators_place_that_nothing_describes(whole) -> None:
    outcome = import_links(whole, curated="code_ins,territory,remark\n03000,terr:nulle-part,\n")
    (bad,) = outcome.report.bad
    assert (Path(bad.file).name, bad.line) == (Path(NAMED).name, 2) and "described nowhere" in bad.what
    assert not (whole.graph / "links" / "wikidata-wallonie.ttl").exists()


def test_tables_of_another_country_and_no_table(whole) -> None:
    nothing = {name.removesuffix(".tsv"): "" for name in HEADS}
    with pytest.raises(MaillageError, match="has a header and no row"):
        import_links(whole, **nothing)
    for name in HEADS:
        (whole.folder / name).unlink()
    with pytest.raises(MaillageError, match=r"wikidata_territoires\.tsv was not given"):
        whole.run("links", whole.folder)


def test_an_empty_graph(tiny) -> None:
    with pytest.raises(MaillageError, match="has nothing of what the tables name") as caught:
        import_links(tiny, curated="code_ins,territory,remark\n", ror_organismes="a\tA\t00pg5jh14\t\t\t\t\t\tby hand\n")
    assert "territories" in str(caught.value.fix)
    assert not (tiny.graph / HOME).exists()


def test_other_facts_of_a_thing_stay(whole) -> None:
    """The links of a thing stand beside what its own file says, which no import of links touches."""
    before = {name: text for name, text in whole.files().items() if not name.startswith(("links/", "imports"))}
    import_links(whole)
    after = whole.files()
    assert {name: after[name] for name in before} == before
    assert NamedNode(iri("wd:Q40898")) not in whole.known.says("terr:commune-54395").get(iri("schema:sameAs"), ())
