"""The graph in other vocabularies says what a reader of each expects, in verified terms, and nothing unsaid."""

from __future__ import annotations

import os
from pathlib import Path

import pyshacl
import pytest
from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SKOS, TIME, XSD, Graph, Literal, Namespace, URIRef

import maillage
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.mapped import export_mapped, mapped, prefixes_of, queries_to, targets
from maillage.export.rdf import FORMATS
from maillage.library import Graph as Built
from maillage.store.embedded import dump_n_triples
from maillage.terms import PREFIXES
from maillage.things.turtle_writer import write_turtle

OA, SCHEMA, CV = (Namespace(PREFIXES[name]) for name in ("oa", "schema", "cv"))
CPSV, ADMS = Namespace("http://purl.org/vocab/cpsv#"), Namespace("http://www.w3.org/ns/adms#")
BODY, ARR, CLAIM, ROLE = (Namespace(PREFIXES[name]) for name in ("body", "arr", "claim", "role"))
QUOTE, DOC = Namespace(PREFIXES["quotation"]), Namespace(PREFIXES["doc"])
C = Namespace(CLAIM + "exemple/")
TARGETS = ("cpov", "org", "prov", "schema")
SHAPES = {
    "core-public-organisation-2.1.2.ttl": CV.PublicOrganisation,
    "core-public-event-1.1.1.ttl": CV.PublicEvent,
}
#: One contract, one group, events, a service, persons: what is done, and beside it what is planned, denied, suggested.
EXAMPLE = """
@prefix c: <https://w3id.org/maillage/id/claim/exemple/> .
@prefix q: <https://w3id.org/maillage/id/quotation/exemple/> .

doc:exemple a mlg:Document ; dct:title "Exemple"@fr ; mlg:origin origin:curated ; dct:issued "2019"^^xsd:gYear ;
    mlg:fileName "x.txt" ; mlg:sha256 "00" .
doc:exemple-1 a mlg:Document ; dct:title "Billet"@fr ; dct:isPartOf doc:exemple ; oa:start 5 ; oa:end 50 ; mlg:partNumber 1 .
q:10-20 a mlg:Quotation ; mlg:document doc:exemple-1 ; oa:exact "ont signé " ; oa:start 10 ; oa:end 20 .

terr:region-44 a mlg:Region ; skos:prefLabel "Grand Est"@fr ; mlg:inseeCode "44" .
body:ars a mlg:RegionalHealthAgency ; skos:prefLabel "ARS Grand Est"@fr ; skos:altLabel "ARS GE"@fr, "L'ARS"@fr ;
    mlg:siren "130007834" ; mlg:territory terr:region-44 ; mlg:governs terr:region-44 .
body:delegation a mlg:HealthAgencyDelegation ; skos:prefLabel "Délégation"@fr ; org:unitOf body:ars ; mlg:territory terr:region-44 .
body:ville a mlg:Municipality ; skos:prefLabel "Ville"@fr ; mlg:territory terr:region-44 ; mlg:siren "215400012" .
body:ancienne a mlg:Municipality ; skos:prefLabel "Ancienne"@fr ; dct:isReplacedBy body:ville ; mlg:territory terr:region-44 .
body:hopital a mlg:Hospital ; skos:prefLabel "Hôpital"@fr ; mlg:finess "540000001" ; mlg:territory terr:region-44 .
body:association a mlg:Association ; skos:prefLabel "Association"@fr ; mlg:territory terr:region-44 .
body:groupement a mlg:HospitalGroup ; skos:prefLabel "Groupement"@fr ; mlg:territory terr:region-44 .
person:directrice a mlg:Person ; skos:prefLabel "Mme Exemple" .
arr:cls a mlg:LocalHealthContract ; skos:prefLabel "CLS"@fr .
arr:projet-de-cls a mlg:LocalHealthContract ; skos:prefLabel "CLS à venir"@fr .
arr:reunion a mlg:Event ; skos:prefLabel "Réunion"@fr .
arr:reunion-a-venir a mlg:Event ; skos:prefLabel "Réunion à venir"@fr .
arr:permanence a mlg:Service ; skos:prefLabel "Permanence"@fr .

c:signe a mlg:State ; mlg:inArrangement arr:cls ; mlg:signedOn "2018-03"^^xsd:gYearMonth ; schema:startDate "2018"^^xsd:gYear ;
    schema:endDate "2022"^^xsd:gYear ; mlg:status status:signed ; mlg:modality modality:done ; mlg:evidence q:10-20 .
c:ars a mlg:Participation ; cv:hasParticipant body:ars ; cv:role role:signatory ; mlg:inArrangement arr:cls ;
    schema:startDate "2018"^^xsd:gYear ; schema:endDate "2022/.."^^edtf:EDTF ; mlg:modality modality:done ; mlg:evidence q:10-20 .
c:ville a mlg:Participation ; cv:hasParticipant body:ville ; cv:role role:carrier ; mlg:inArrangement arr:cls ;
    mlg:modality modality:done ; mlg:certainty certainty:inferred ; mlg:evidence doc:exemple .
c:prevu a mlg:Participation ; cv:hasParticipant body:hopital ; cv:role role:signatory ; mlg:inArrangement arr:cls ;
    mlg:modality modality:planned ; mlg:evidence doc:exemple .
c:nie a mlg:Participation ; cv:hasParticipant body:association ; cv:role role:signatory ; mlg:inArrangement arr:cls ;
    mlg:modality modality:denied ; mlg:evidence doc:exemple .
c:suggere a mlg:Participation ; cv:hasParticipant body:delegation ; cv:role role:partner ; mlg:inArrangement arr:cls ;
    mlg:modality modality:done ; mlg:origin origin:suggested ; mlg:evidence doc:exemple .
c:avenir a mlg:Participation ; cv:hasParticipant body:ville ; cv:role role:carrier ; mlg:inArrangement arr:projet-de-cls ;
    mlg:modality modality:planned ; mlg:evidence doc:exemple .
c:membre a mlg:Participation ; cv:hasParticipant body:hopital ; cv:role role:member ; mlg:inArrangement body:groupement ;
    mlg:modality modality:ongoing ; mlg:evidence doc:exemple .
c:tenue a mlg:State ; mlg:inArrangement arr:reunion ; schema:startDate "2019"^^xsd:gYear ; mlg:status status:held ;
    mlg:modality modality:done ; mlg:evidence doc:exemple .
c:organise a mlg:Participation ; cv:hasParticipant body:ars ; cv:role role:organiser ; mlg:inArrangement arr:reunion ;
    mlg:modality modality:done ; mlg:evidence doc:exemple .
c:annonce a mlg:State ; mlg:inArrangement arr:reunion-a-venir ; schema:startDate "2020-05-04"^^xsd:date ;
    mlg:modality modality:planned ; mlg:evidence doc:exemple .
c:opere a mlg:Participation ; cv:hasParticipant body:ville ; cv:role role:operator ; mlg:inArrangement arr:permanence ;
    mlg:modality modality:ongoing ; mlg:evidence doc:exemple .
c:fonction a mlg:Tenure ; mlg:holder person:directrice ; mlg:organisation body:ars ; mlg:officeTitle "Directrice générale"@fr ;
    mlg:actedAt arr:reunion ; mlg:modality modality:done ; mlg:evidence doc:exemple .
c:plafond a mlg:Funding ; mlg:funder body:ars ; mlg:beneficiary body:association ; mlg:inArrangement arr:permanence ;
    mlg:amountMax 50000 ; mlg:currency "EUR" ; mlg:amountKind amountKind:ceiling ; mlg:modality modality:done ; mlg:evidence doc:exemple .
"""


@pytest.fixture(scope="module")
def example(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("mapped") / "documents"
    folder.mkdir()
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    (folder / "exemple.ttl").write_text(head + EXAMPLE, encoding="utf-8")
    return maillage.open_graph(folder.parent, start=root, cache=False)


def said(built: Built, to: str, territory: str | None = None) -> Graph:
    text = write_turtle(mapped(built.built, to, territory), prefixes=prefixes_of(queries_to(built.built.catalogue, to)))
    return Graph().parse(data=text, format="turtle")


@pytest.fixture(scope="module")
def of(example: Built) -> dict[str, Graph]:
    return {to: said(example, to) for to in TARGETS}


@pytest.fixture(scope="module")
def official() -> Path:
    root = Path(__file__).resolve().parents[2]
    folder = Path(os.environ.get("MAILLAGE_SHARED", root.parent / "shared")) / "data"
    if not (folder / "shacl").is_dir():
        pytest.skip("the official shapes and vocabularies are missing: name their folder in MAILLAGE_SHARED")
    return folder


def test_every_target_has_its_queries(example: Built) -> None:
    assert tuple(targets(example.built.catalogue)) == TARGETS


@pytest.fixture(scope="module")
def by_rdflib(example: Built) -> Graph:
    return example.rdflib()


MAPPINGS = [path.stem for path in sorted((Path(__file__).resolve().parents[2] / "queries" / "mappings").glob("*.rq"))]


@pytest.mark.parametrize("name", MAPPINGS)
def test_rdflib_maps_the_same(example: Built, by_rdflib: Graph, name: str) -> None:
    """The files run as they are in another engine, and give the same graph."""
    text = example.built.catalogue.get("mappings", name).text
    ours = Graph().parse(data=dump_n_triples(example.built.store.construct(text)).decode(), format="nt")
    assert len(ours)
    assert set(by_rdflib.query(text).graph) == set(ours)


@pytest.mark.parametrize("shapes", SHAPES)
@pytest.mark.parametrize("which", ["example", "small"])
def test_valid_by_the_official_shapes(
    official: Path, of: dict[str, Graph], small_graph: Built, shapes: str, which: str
) -> None:
    data = of["cpov"] if which == "example" else said(small_graph, "cpov")
    assert list(data.subjects(RDF.type, SHAPES[shapes])), "the shapes would have nothing to look at"
    conforms, _, text = pyshacl.validate(data, shacl_graph=Graph().parse(official / "shacl" / shapes))
    assert conforms, text[:3000]


def test_the_official_shapes_look_at_what_we_write(official: Path, of: dict[str, Graph]) -> None:
    broken = Graph()
    broken += of["cpov"]
    broken.add((BODY.ars, SKOS.prefLabel, Literal("Deux noms", lang="fr")))
    broken.add((C.organise, CV.role, BODY.ars))
    for shapes in SHAPES:
        assert not pyshacl.validate(broken, shacl_graph=Graph().parse(official / "shacl" / shapes))[0], shapes


@pytest.mark.parametrize("to", TARGETS)
def test_only_verified_terms(official: Path, of: dict[str, Graph], small_graph: Built, to: str) -> None:
    """Each class and property is in a pinned vocabulary, an official shape, or schema.org as rdflib holds it."""
    from rdflib import SDO, SH

    known: set[object] = {RDF.type}
    for path in (*sorted((official / "vocabularies").glob("*.ttl")), *(official / "shacl" / name for name in SHAPES)):
        graph = Graph().parse(path)
        known |= {*graph.subjects(RDF.type), *graph.objects(None, SH.path), *graph.objects(None, SH.targetClass)}
    known |= {RDFS.label, RDFS.comment}
    data = of[to] + said(small_graph, to)
    used = {*data.predicates(), *data.objects(None, RDF.type)}
    unknown = {term for term in used - known if term not in SDO}
    assert not unknown


def test_a_contract_in_org(of: dict[str, Graph]) -> None:
    """Its parties make a collaboration, in which each holds a role; it is no organisation itself."""
    g, venture = of["org"], ARR["cls#collaboration"]
    assert set(g.objects(venture, RDF.type)) == {ORG.Organization, ORG.OrganizationalCollaboration}
    assert not list(g.objects(ARR.cls, RDF.type))
    assert {g.value(m, ORG.member): g.value(m, ORG.role) for m in g.subjects(ORG.organization, venture)} == {
        BODY.ars: ROLE.signatory,
        BODY.ville: ROLE.carrier,
    }
    assert (ROLE.signatory, RDF.type, ORG.Role) in g
    assert set(g.subjects(ORG.memberOf, venture)) == {BODY.ars}, "what is deduced bears a remark, and no plain fact"
    assert g.value(C["ville#membership"], RDFS.comment) is not None
    assert g.value(C["ars#membership"], PROV.wasDerivedFrom) == C.ars


def test_a_year_stays_a_year_in_org(of: dict[str, Graph]) -> None:
    g = of["org"]
    during = g.value(C["ars#membership"], ORG.memberDuring)
    begin, end = g.value(during, TIME.hasBeginning), g.value(during, TIME.hasEnd)
    assert g.value(begin, TIME.inXSDgYear) == Literal("2018", datatype=XSD.gYear)
    assert (g.value(end, RDFS.comment), list(g.objects(end, TIME.inXSDDate))) == (Literal("2022/.."), [])


def test_bodies_persons_and_changes_in_org(of: dict[str, Graph]) -> None:
    g = of["org"]
    assert g.value(BODY.ars, ORG.identifier) == Literal("130007834")
    assert not list(g.objects(BODY.hopital, ORG.identifier)), "a FINESS may spell a SIREN: org:identifier is a key"
    assert g.value(BODY.hopital, DCTERMS.identifier) == Literal("FINESS 540000001")
    assert (BODY.delegation, RDF.type, ORG.OrganizationalUnit) in g
    assert (BODY.ars, ORG.hasUnit, BODY.delegation) in g
    assert (BODY.hopital, ORG.memberOf, BODY.groupement) in g
    change = g.value(BODY.ville, ORG.resultedFrom)
    assert g.value(change, ORG.originalOrganization) == BODY.ancienne
    office = g.value(predicate=ORG.member, object=URIRef(PREFIXES["person"] + "directrice"))
    assert g.value(g.value(office, ORG.role), SKOS.prefLabel) == Literal("Directrice générale", lang="fr")
    kind = g.value(BODY.ars, ORG.classification)
    assert Literal("Regional health agency", lang="en") in set(g.objects(kind, SKOS.prefLabel))


@pytest.mark.parametrize("to", ["cpov", "org", "schema"])
def test_what_is_planned_denied_or_suggested_is_no_fact(of: dict[str, Graph], to: str) -> None:
    """Nothing of these claims is told: neither who, nor the contract they would have made."""
    g = of[to]
    for name in ("prevu", "nie", "suggere", "avenir"):
        assert not [t for t in g if any(str(term).startswith(C[name]) for term in t)], name
    venture = ARR["cls#collaboration"]
    for body in (BODY.hopital, BODY.association, BODY.delegation):
        assert not {o for _, _, o in g.triples((body, None, None)) if o == venture}
        assert not list(g.triples((venture, None, body)))
    assert not list(g.triples((ARR["projet-de-cls#collaboration"], None, None)))


def test_a_contract_and_an_event_in_cpov(of: dict[str, Graph]) -> None:
    g = of["cpov"]
    assert set(g.objects(ARR["cls#collaboration"], CV.hasParticipation)) == {C.ars, C.ville}
    assert g.value(C.ars, CV.hasParticipant) == BODY.ars
    assert g.value(C.ars, CV.role) == ROLE.signatory
    assert set(g.objects(ARR["cls#collaboration"], ORG.hasMember)) == {BODY.ars}
    assert (ARR.reunion, RDF.type, CV.PublicEvent) in g
    begin = g.value(g.value(ARR.reunion, TIME.hasTime), TIME.hasBeginning)
    assert g.value(begin, TIME.inXSDgYear) == Literal("2019", datatype=XSD.gYear)
    assert g.value(ARR["reunion-a-venir"], TIME.hasTime) is None
    assert "2020-05-04" in str(g.value(ARR["reunion-a-venir"], DCTERMS.description))
    assert g.value(ARR["reunion-a-venir"], CV.eventStatus) == URIRef(PREFIXES["status"] + "announced")


def test_public_bodies_and_services_in_cpov(of: dict[str, Graph]) -> None:
    g = of["cpov"]
    public = set(g.subjects(RDF.type, CV.PublicOrganisation))
    assert public == {BODY.ars, BODY.delegation, BODY.ville, BODY.ancienne}, (
        "a hospital or an association may be private"
    )
    assert len(list(g.objects(BODY.ars, SKOS.altLabel))) == 1
    assert len(list(g.objects(BODY.ars, DCTERMS.alternative))) == 2
    identifier = g.value(BODY.ars, ADMS.identifier)
    assert g.value(identifier, SKOS.notation) == Literal("130007834")
    assert g.value(ARR.permanence, CV.hasCompetentAuthority) == BODY.ville
    assert (ARR.permanence, RDF.type, CPSV.PublicService) in g


def test_a_contract_in_schema(of: dict[str, Graph]) -> None:
    g = of["schema"]
    assert g.value(ARR.cls, RDF.type) == SCHEMA.CreativeWork
    roles = {
        g.value(r, SCHEMA.contributor): str(g.value(r, SCHEMA.roleName)) for r in g.objects(ARR.cls, SCHEMA.contributor)
    }
    assert roles.keys() == {BODY.ars, BODY.ville}
    assert g.value(C["ars#role"], SCHEMA.startDate) == Literal("2018", datatype=XSD.gYear)
    assert g.value(C["ars#role"], SCHEMA.endDate) is None, "EDTF is no date of schema.org"
    assert g.value(ARR.cls, SCHEMA.temporalCoverage) == Literal("2018/2022")
    assert Literal("Signature : 2018-03.", lang="fr") in set(g.objects(ARR.cls, SCHEMA.description))
    assert g.value(ARR.reunion, SCHEMA.startDate) == Literal("2019", datatype=XSD.gYear)
    assert g.value(ARR["reunion-a-venir"], SCHEMA.startDate) is None
    assert g.value(ARR["reunion-a-venir"], SCHEMA.description) == Literal("Début : 2020-05-04 (prévu).", lang="fr")
    money = g.value(C["plafond#grant"], SCHEMA.amount)
    assert g.value(money, SCHEMA.maxValue).toPython() == 50000
    assert g.value(money, SCHEMA.value) is None, "a ceiling is no payment"


def test_a_contract_in_prov(of: dict[str, Graph]) -> None:
    """Signing is an activity that made the contract; carrying it out is another, whose plan it is."""
    g, signing = of["prov"], ARR["cls#signature"]
    assert (signing, PROV.generated, ARR.cls) in g
    assert set(g.objects(signing, PROV.wasAssociatedWith)) == {BODY.ars}
    assert g.value(signing, DCTERMS.date) == Literal("2018-03", datatype=XSD.gYearMonth)
    assert not [*g.subject_objects(PROV.startedAtTime), *g.subject_objects(PROV.endedAtTime)], "no hour is made up"
    carrying = g.value(predicate=PROV.qualifiedAssociation, object=C["ville#association"])
    assert carrying == ARR["cls#activity"]
    assert g.value(C["ville#association"], PROV.hadPlan) == ARR.cls
    assert not list(g.objects(carrying, PROV.wasAssociatedWith)), "deduced: the association says so, no plain fact"
    for name in ("prevu", "nie", "suggere", "avenir"):
        assert not list(g.triples((C[name + "#association"], None, None))), name
    assert g.value(C.nie, DCTERMS.type) == URIRef(PREFIXES["modality"] + "denied")


def test_evidence_is_a_web_annotation(of: dict[str, Graph]) -> None:
    g = of["prov"]
    assert (C["ars#annotation"], OA.hasBody, C.ars) in g
    passage = g.value(C["ars#annotation"], OA.hasTarget)
    assert g.value(passage, OA.hasSource) == DOC.exemple, "places are counted from the start of the whole document"
    assert g.value(passage, OA.hasScope) == DOC["exemple-1"]
    selectors = {g.value(s, RDF.type): s for s in g.objects(passage, OA.hasSelector)}
    assert g.value(selectors[OA.TextQuoteSelector], OA.exact) == Literal("ont signé ")
    assert g.value(selectors[OA.TextPositionSelector], OA.start) == Literal(10)
    assert g.value(C["membre#annotation"], OA.hasTarget) == DOC.exemple
    assert (C.ars, PROV.wasDerivedFrom, QUOTE["exemple/10-20"]) in g


@pytest.mark.parametrize("to", TARGETS)
def test_every_quotation_and_claim_of_the_small_graph_is_told(small_graph: Built, to: str) -> None:
    """As many annotations as claims, as many collaborations as contracts that have parties: nothing is lost on the way."""
    g, mlg = said(small_graph, to), PREFIXES["mlg"]
    store = small_graph.built.store
    bodies = {t.subject.value for t in store.values(None, str(RDF.type), mlg + "Actor")}
    claims = {t.subject.value for t in store.values(None, str(RDF.type), mlg + "Claim")}
    if to == "prov":
        assert {str(o) for o in g.objects(None, OA.hasBody)} == claims
        quotations = {t.subject.value for t in store.values(None, str(RDF.type), mlg + "Quotation")}
        assert len(list(g.subjects(RDF.type, OA.TextQuoteSelector))) == len(quotations)
        assert len(list(g.subject_objects(OA.hasSource))) == len(quotations)
    else:
        name, kind = (SCHEMA.name, SCHEMA.Organization) if to == "schema" else (SKOS.prefLabel, ORG.Organization)
        told = {str(s) for s in g.subjects(RDF.type, kind) if (s, name, None) in g}
        assert told >= bodies
        assert all(str(s).split("#")[0] in bodies or "#collaboration" in str(s) for s in told)
    persons = {t.subject.value for t in store.values(None, str(RDF.type), mlg + "Person")}
    kinds = {"org": FOAF.Person, "schema": SCHEMA.Person}
    if to in kinds:
        assert {str(s) for s in g.subjects(RDF.type, kinds[to])} == persons, "persons stay as in the plain export"


def test_files_are_stable_and_say_one_graph(small_graph: Built, tmp_path: Path) -> None:
    for name in ("a", "b"):
        export_mapped(small_graph.built, tmp_path / name, "cpov")
    files = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert files == [
        "context-cpov.jsonld",
        *(f"maillage-cpov{end}" for end in (".jsonld", ".md", ".nt", ".rdf", ".ttl")),
    ]
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    graphs = {
        end: set(Graph().parse(tmp_path / "a" / f"maillage-cpov{end}")) for end in (".nt", ".ttl", ".rdf", ".jsonld")
    }
    assert all(graph == graphs[".nt"] for graph in graphs.values())
    assert len(graphs[".nt"]) > 1000


def test_a_part_of_the_country(kept: Path, tmp_path: Path) -> None:
    assert (
        run(["export", "rdf", "--as", "org", "-f", "ntriples", "--store", str(kept), "-o", str(tmp_path / "all")]) == 0
    )
    one = ["--department", "94", "-o", str(tmp_path / "94")]
    assert run(["export", "rdf", "--as", "org", "-f", "ntriples", "--store", str(kept), *one]) == 0
    whole, part = (set(Graph().parse(tmp_path / name / "maillage-org.nt")) for name in ("all", "94"))
    assert part < whole
    assert "Val-de-Marne" in (tmp_path / "94" / "maillage-org.md").read_text(encoding="utf-8")


def test_wrong_use_is_said(kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], small_graph: Built) -> None:
    base = ["export", "rdf", "--store", str(kept), "-o", str(tmp_path / "x")]
    for words, told in (
        (["--as", "foaf"], "Choose among cpov, org, prov, schema"),
        (["--as", "org", "--stated"], "--as goes without --stated"),
        (["--as", "org", "-f", "trig"], "a mapping is one graph"),
        (["--as", "org", "-f", "n3"], "is no RDF format"),
    ):
        assert run([*base, *words]) == 2
        assert told in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
    with pytest.raises(MaillageError, match="maps to 'foaf'"):
        mapped(small_graph.built, "foaf")
    assert "trig" in FORMATS
