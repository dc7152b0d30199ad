"""The derivations, on small graphs written for the purpose: who coordinates, since when, and who does not."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from maillage.library import Graph, open_graph
from maillage.pipeline.build import build
from maillage.places import Places
from maillage.terms import INFERRED, PREFIXES

NAMES = "mlg body arr terr group family doc claim role legalStatus modality certainty origin status relation cv schema org edtf xsd skos dct oa"
HEAD = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in NAMES.split())


def built(tmp_path: Path, *parts: str) -> Graph:
    (tmp_path / "example.ttl").write_text(HEAD + "\n".join(parts), encoding="utf-8")
    return open_graph(tmp_path)


def actors(*names: str) -> str:
    return "".join(f'body:{n} a mlg:Association ; skos:prefLabel "Exemple {n}"@fr .\n' for n in names)


def event(name: str, more: str = "", kind: str = "Event") -> str:
    state = f"claim:state-{name} a mlg:State ; mlg:inArrangement arr:{name} ; mlg:modality modality:done {more} .\n"
    return f'arr:{name} a mlg:{kind} ; skos:prefLabel "Exemple {name}"@fr .\n' + (state if more else "")


def part(who: str, arrangement: str, role: str = "participant", modality: str = "done", more: str = "") -> str:
    key = hashlib.sha1(f"{who}{arrangement}{role}{modality}{more}".encode()).hexdigest()[:8]
    return (
        f"claim:{key} a mlg:Participation ; cv:hasParticipant {who} ; cv:role role:{role} ; "
        f"mlg:inArrangement {arrangement} ; mlg:modality modality:{modality} {more} .\n"
    )


def day(property: str, text: str) -> str:
    datatype = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}.get(len(text), "edtf:EDTF")
    return f'; {property} "{text}"^^{"edtf:EDTF" if "/" in text or "X" in text else datatype}'


def coordinations(graph: Graph) -> list[tuple[str, ...]]:
    rows = graph.query(
        """SELECT ?a ?b ?x ?from ?until ?known WHERE { ?c a mlg:Coordination ; mlg:between ?a, ?b ; mlg:through ?x ;
        mlg:datesKnown ?known . FILTER(STR(?a) < STR(?b)) OPTIONAL { ?c mlg:from ?from } OPTIONAL { ?c mlg:until ?until } }
        ORDER BY STR(?a) STR(?b) STR(?x)"""
    )
    short = {"a_iri", "b_iri", "x_iri", "from", "until", "known"}
    return [tuple(str(v).split("/")[-1] for k, v in row.items() if k in short) for row in rows]


def test_two_at_one_event(tmp_path: Path) -> None:
    dates = day("schema:startDate", "2023-05-25") + day("schema:endDate", "2023-05-25")
    graph = built(
        tmp_path, actors("a", "b"), event("e", dates), part("body:a", "arr:e"), part("body:b", "arr:e", "host")
    )
    assert coordinations(graph) == [("a", "b", "e", "2023-05-25", "2023-05-25", "True")]
    names = sorted(PREFIXES["body"] + n for n in "ab")
    digest = hashlib.sha1(f"{names[0]} {names[1]} {PREFIXES['arr']}e".encode()).hexdigest()
    assert len(graph.query(f"SELECT ?p WHERE {{ coordination:{digest} prov:wasDerivedFrom ?p }}")) == 2
    assert (
        len(graph.query("SELECT ?x WHERE { body:b mlg:coordinatesWith body:a . body:a mlg:coordinatesWith ?x }")) == 1
    )


@pytest.mark.parametrize(
    "role", ["beneficiary", "approver", "evaluator", "publisher", "author", "target", "venue", "mentioned"]
)
def test_roles_that_do_not_coordinate(tmp_path: Path, role: str) -> None:
    graph = built(tmp_path, actors("a", "b"), event("e"), part("body:a", "arr:e"), part("body:b", "arr:e", role))
    assert coordinations(graph) == []


@pytest.mark.parametrize(
    ("modality", "more", "pairs"),
    [
        ("planned", "", 0),
        ("denied", "", 0),
        ("ongoing", "", 1),
        ("done", "; mlg:origin origin:suggested", 0),
        ("done", "; mlg:certainty certainty:inferred", 1),
    ],
)
def test_planned_is_not_done(tmp_path: Path, modality: str, more: str, pairs: int) -> None:
    graph = built(
        tmp_path,
        actors("a", "b"),
        event("e"),
        part("body:a", "arr:e"),
        part("body:b", "arr:e", "partner", modality, more),
    )
    assert len(coordinations(graph)) == pairs


def test_groups_families_persons_and_oneself_are_in_no_pair(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        actors("a", "b"),
        'group:g a mlg:ActorGroup ; skos:prefLabel "Exemple de groupe"@fr .',
        'family:f a mlg:ArrangementFamily ; skos:prefLabel "Exemple de famille"@fr .',
        event("e"),
        part("body:a", "arr:e"),
        part("body:a", "arr:e", "speaker"),
        part("group:g", "arr:e"),
        part("body:a", "family:f", "signatory"),
        part("body:b", "family:f", "signatory"),
    )
    assert coordinations(graph) == []


def test_a_deduced_perimeter_is_derived_only_where_no_source_states_one(tmp_path: Path) -> None:
    """What is deduced stays told apart, and whatever a source states of an area comes before it."""
    graph = built(
        tmp_path,
        *(f'terr:{n} a mlg:IntercommunalArea ; skos:prefLabel "{n}"@fr .\n' for n in ("e1", "e2", "e3")),
        *(f'terr:{n} a mlg:OtherArea ; skos:prefLabel "{n}"@fr .\n' for n in ("summed", "told")),
        'terr:d a mlg:Department ; skos:prefLabel "D"@fr . terr:e1 mlg:within terr:d .\n',
        'terr:c a mlg:Commune ; skos:prefLabel "C"@fr ; mlg:within terr:e1 .\n',
        "terr:e1 mlg:deducedWithin terr:summed . terr:summed mlg:deducedWithin terr:d .\n",
        "terr:e2 mlg:deducedWithin terr:told . terr:told mlg:deducedWithin terr:d . terr:e3 mlg:within terr:told .\n",
    )
    rows = graph.query("SELECT ?a ?b WHERE { ?a mlg:within ?b } ORDER BY STR(?a) STR(?b)")
    held = {(str(row["a_iri"]).rsplit("/", 1)[-1], str(row["b_iri"]).rsplit("/", 1)[-1]) for row in rows}
    assert held == {
        ("c", "e1"),
        ("c", "d"),
        ("c", "summed"),
        ("e1", "d"),
        ("e1", "summed"),
        ("summed", "d"),
        ("e3", "told"),
    }
    marked = graph.query("SELECT ?a WHERE { ?a mlg:perimeterDeduced true }")
    assert [str(row["a_iri"]).rsplit("/", 1)[-1] for row in marked] == ["summed"]


def hospital(name: str, status: str = "", more: str = "") -> str:
    said = f" ; mlg:legalStatus legalStatus:{status}" if status else ""
    return f'body:{name} a mlg:Hospital ; skos:prefLabel "Hôpital {name}"@fr{said} {more} .\n'


def test_through_a_hospital_group_a_pair_needs_a_public_side(tmp_path: Path) -> None:
    """Two partners make no pair, be one of them public (an army hospital); a site is no pair with its entity."""
    graph = built(
        tmp_path,
        'body:ght a mlg:HospitalGroup ; skos:prefLabel "GHT"@fr .\n',
        hospital("member", "public"),
        hospital("other", "public"),
        hospital("site", more="; org:unitOf body:other"),
        hospital("clinic", "commercial"),
        hospital("army", "public"),
        hospital("unknown"),
        hospital("unknown2"),
        *(part(f"body:{n}", "body:ght", "member") for n in ("member", "other", "site", "unknown", "unknown2")),
        *(part(f"body:{n}", "body:ght", "partner") for n in ("clinic", "army")),
    )
    pairs = {row[:2] for row in coordinations(graph)}
    members = ("member", "other", "site")
    others = ("army", "clinic", "unknown", "unknown2")
    expected = {tuple(sorted((a, b))) for a in members for b in (*others, *members) if a != b}
    expected |= {("army", "unknown"), ("army", "unknown2")}
    assert pairs == expected - {("other", "site")}


def test_elsewhere_two_partners_are_a_pair(tmp_path: Path) -> None:
    facts = [hospital("a", "commercial"), hospital("b"), event("c", kind="Contract")]
    graph = built(tmp_path, *facts, part("body:a", "arr:c", "partner"), part("body:b", "arr:c", "partner"))
    assert [row[:2] for row in coordinations(graph)] == [("a", "b")]


def test_units_of_one_body_are_in_no_pair(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        actors("whole", "unit", "deep", "other", "x"),
        "body:unit org:unitOf body:whole . body:deep org:unitOf body:unit . body:other org:unitOf body:whole .",
        event("e"),
        *(part(f"body:{n}", "arr:e") for n in ("whole", "unit", "deep", "other", "x")),
    )
    assert [row[:2] for row in coordinations(graph)] == [("deep", "x"), ("other", "x"), ("unit", "x"), ("whole", "x")]


def test_periods_that_do_not_meet(tmp_path: Path) -> None:
    first = day("schema:startDate", "2015") + day("schema:endDate", "2017")
    second = day("schema:startDate", "2018") + day("schema:endDate", "2020")
    third = day("schema:startDate", "2017-06") + day("schema:endDate", "2019-01")
    graph = built(
        tmp_path,
        actors("a", "b", "c"),
        event("council", kind="Convention"),
        part("body:a", "arr:council", "member", more=first),
        part("body:b", "arr:council", "member", more=second),
        part("body:c", "arr:council", "member", more=third),
    )
    assert coordinations(graph) == [
        ("a", "c", "council", "2017-06", "2017", "True"),
        ("b", "c", "council", "2018", "2019-01", "True"),
    ]


def test_a_signature_lasts_to_the_end_of_the_contract(tmp_path: Path) -> None:
    signed = day("schema:startDate", "2024-03-08") + day("schema:endDate", "2024-03-08")
    graph = built(
        tmp_path,
        actors("a", "b", "c"),
        event("cls", day("schema:startDate", "2024") + day("schema:endDate", "2028"), "LocalHealthContract"),
        part("body:a", "arr:cls", "signatory", more=signed),
        part("body:b", "arr:cls", "carrier"),
        part("body:c", "arr:cls", "participant", more=day("schema:startDate", "2024-03-08")),
    )
    assert coordinations(graph) == [
        ("a", "b", "cls", "[2024-03-08..2024-12-31]", "2028", "True"),
        ("a", "c", "cls", "2024-03-08", "2024-03-08", "True"),
        ("b", "c", "cls", "[2024-03-08..2024-12-31]", "2024-03-08", "True"),
    ]


def test_unknown_and_open_ends(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        actors("a", "b"),
        event("unknown", day("mlg:signedOn", "2016-11"), "Convention"),
        event("open", day("schema:startDate", "2019/.."), "Convention"),
        event("undated", day("schema:startDate", "XXXX-01-13") + day("schema:endDate", "XXXX-01-13")),
        *(part(f"body:{n}", f"arr:{x}", "partner") for n in "ab" for x in ("unknown", "open", "undated")),
    )
    assert coordinations(graph) == [
        ("a", "b", "open", "2019", "..", "True"),
        ("a", "b", "undated", "None", "None", "False"),
        ("a", "b", "unknown", "2016-11", "None", "False"),
    ]


def test_states_and_shortcuts(tmp_path: Path) -> None:
    state = "claim:s{n} a mlg:State ; mlg:inArrangement arr:x ; mlg:modality modality:{m} {more} ."
    graph = built(
        tmp_path,
        event("x", kind="LocalHealthContract"),
        event("y", kind="RegionalHealthPlan"),
        state.format(n=1, m="done", more=day("mlg:signedOn", "2024-03-08") + day("schema:endDate", "2028")),
        state.format(
            n=2, m="done", more=day("schema:endDate", "2029") + "; mlg:status status:signed" + day("mlg:asOf", "2024")
        ),
        state.format(n=3, m="done", more="; mlg:status status:underEvaluation" + day("mlg:asOf", "2026")),
        state.format(n=4, m="planned", more="; mlg:status status:ended"),
        "claim:r1 a mlg:Relation ; mlg:subject arr:x ; mlg:relation relation:implements ; mlg:object arr:y ; mlg:modality modality:done .",
        "claim:r2 a mlg:Relation ; mlg:subject arr:y ; mlg:relation relation:succeeds ; mlg:object arr:x ; mlg:modality modality:planned .",
    )
    table = graph.query(
        "SELECT ?p ?o WHERE { arr:x ?p ?o FILTER(?p IN (mlg:signedOn, schema:endDate, mlg:status, mlg:implements)) } ORDER BY ?p"
    )
    assert [(row["p_iri"].split("#")[-1], row["o"]) for row in table] == [  # type: ignore[union-attr]
        ("implements", "Exemple y"),
        ("signedOn", "2024-03-08"),
        ("status", graph.label(PREFIXES["status"] + "underEvaluation")),
    ]
    assert not len(graph.query("SELECT ?o WHERE { ?s mlg:succeeds ?o }"))


def test_within_is_closed_and_a_fact_of_two_files_counts_once(tmp_path: Path) -> None:
    body = (
        HEAD
        + 'terr:c mlg:within terr:d . terr:d mlg:within terr:r . terr:c a mlg:Commune ; skos:prefLabel "Exemple"@fr .'
    )
    (tmp_path / "one.ttl").write_text(body, encoding="utf-8")
    (tmp_path / "two.ttl").write_text(body, encoding="utf-8")
    graph = open_graph(tmp_path)
    assert len(graph.query("SELECT ?t WHERE { terr:c mlg:within ?t }")) == 2
    assert [r["n"] for r in graph.query("SELECT (COUNT(*) AS ?n) WHERE { terr:c skos:prefLabel ?l }")] == [1]
    rows = graph.query("SELECT ?g WHERE { GRAPH ?g { terr:c skos:prefLabel ?l } }")
    assert [row["g"] for row in rows] == ["graph:one"]
    said = {(Path(f.file).name, f.name) for f in graph.findings("en") if "two-files" in f.name}
    assert said == {("two.ttl", "described-in-two-files"), ("two.ttl", "fact-in-two-files")}


def test_what_a_file_states_is_not_derived_again(small: Places, tmp_path: Path) -> None:
    """All that the rules derive is written into a file: built again, no fact stands in it and among the derived ones."""
    shutil.copytree(small.graph, tmp_path / "graph")
    derived = build(small.with_graph(tmp_path / "graph")).store.n_triples(INFERRED)
    assert derived.count(b"\n") > 1000
    (tmp_path / "graph" / "derived.ttl").write_bytes(derived)
    again = build(small.with_graph(tmp_path / "graph")).store
    assert again.repeated() == []


def test_what_a_suggested_document_says_is_in_no_pair(tmp_path: Path) -> None:
    head = (
        "@prefix quotation: <https://w3id.org/maillage/id/quotation/> .\n@prefix dct: <http://purl.org/dc/terms/> .\n"
    )
    graph = built(
        tmp_path,
        head,
        "doc:whole a mlg:Document ; mlg:origin origin:suggested . doc:part a mlg:Document ; dct:isPartOf doc:whole .",
        "quotation:1 a mlg:Quotation ; mlg:document doc:part .",
        actors("a", "b", "c"),
        event("e"),
        part("body:a", "arr:e"),
        part("body:b", "arr:e", more="; mlg:evidence quotation:1"),
        part("body:c", "arr:e", more="; mlg:evidence doc:whole"),
    )
    assert coordinations(graph) == []


def test_what_was_done_wins_over_what_was_planned(tmp_path: Path) -> None:
    planned = "claim:p a mlg:State ; mlg:inArrangement arr:e ; mlg:modality modality:planned "
    graph = built(
        tmp_path,
        event("e", day("schema:startDate", "2024-06-01")),
        planned + day("schema:startDate", "2024-05-01") + " .",
    )
    assert [r["d"] for r in graph.query("SELECT ?d WHERE { arr:e schema:startDate ?d }")] == ["2024-06-01"]


def test_a_pair_is_as_certain_as_its_best_route(tmp_path: Path) -> None:
    """A signature that is only presumed does not weaken the partnership that a sentence states; alone it is inferred."""
    weak = "; mlg:certainty certainty:inferred"
    graph = built(
        tmp_path,
        actors("a", "b", "c"),
        event("x", kind="Convention"),
        *(part(f"body:{who}", "arr:x", "partner") for who in "ab"),
        part("body:a", "arr:x", "signatory", more=weak),
        part("body:b", "arr:x", "signatory", more=weak),
        part("body:c", "arr:x", "signatory", more=weak),
    )
    rows = graph.query(
        "SELECT ?a ?b ?how WHERE { ?c a mlg:Coordination ; mlg:between ?a, ?b ; mlg:certainty ?how FILTER(STR(?a) < STR(?b)) }"
    )
    said = {(str(r["a_iri"])[-1], str(r["b_iri"])[-1]): str(r["how_iri"]).split("/")[-1] for r in rows}
    assert said == {("a", "b"): "explicit", ("a", "c"): "inferred", ("b", "c"): "inferred"}


def test_a_claim_is_in_its_document_and_of_its_origin(tmp_path: Path) -> None:
    """A proof is in its part and in the whole; an origin of the claim's own goes before that of its documents."""
    graph = built(
        tmp_path,
        "doc:whole a mlg:Document ; mlg:origin origin:register . doc:part a mlg:Document ; dct:isPartOf doc:whole .",
        "doc:piece a mlg:Document ; dct:isPartOf doc:part . doc:list a mlg:Document ; mlg:origin origin:curated .",
        '<urn:q> a mlg:Quotation ; mlg:document doc:piece ; oa:exact "x" .',
        "claim:a mlg:modality modality:done ; mlg:evidence <urn:q> .",
        "claim:b mlg:modality modality:done ; mlg:evidence <urn:q>, doc:list .",
        "claim:c mlg:modality modality:done ; mlg:evidence <urn:q> ; mlg:origin origin:suggested .",
    )

    def related(predicate: str) -> set[tuple[str, str]]:
        rows = graph.query(f"SELECT ?a ?b {{ ?a {predicate} ?b }}")
        return {tuple(str(row[key]).rsplit("/", 1)[-1] for key in ("a_iri", "b_iri")) for row in rows}  # type: ignore[misc]

    pieces = {(a, b) for a in ("urn:q", "piece") for b in ("piece", "part", "whole")}
    assert related("mlg:inDocument") == pieces | {
        ("part", "part"),
        ("part", "whole"),
        ("whole", "whole"),
        ("list", "list"),
    }
    assert related("mlg:ofOrigin") == {("a", "register"), ("b", "register"), ("b", "curated"), ("c", "suggested")}


def test_an_area_that_nothing_places_is_where_its_parties_are(tmp_path: Path) -> None:
    """By those who coordinate for good; what a source places, in part or whole, stays where the source puts it."""
    graph = built(
        tmp_path,
        "terr:r a mlg:Region . terr:d a mlg:Department ; mlg:within terr:r . terr:e a mlg:Department .",
        "terr:lost a mlg:OtherArea . terr:known a mlg:OtherArea ; mlg:within terr:r .",
        "terr:astride a mlg:OtherArea ; mlg:partlyWithin terr:d .",
        *(
            actors(f"{x}{i}")
            + f"body:{x}{i} mlg:territory terr:{'e' if i else 'd'} ."
            + part(f"body:{x}{i}", f"arr:{x}", role)
            for x in ("lost", "known", "astride")
            for i, role in enumerate(("carrier", "mentioned"))
        ),
        part("body:lost1", "arr:lost", "partner", "planned"),
        *(event(x, f"; mlg:territory terr:{x}") for x in ("lost", "known", "astride")),
    )
    rows = graph.query("SELECT ?a ?b { ?a mlg:perhapsWithin ?b }")
    found = {tuple(str(row[key]).rsplit("/", 1)[-1] for key in ("a_iri", "b_iri")) for row in rows}
    assert found == {("lost", "d"), ("lost", "r")}
