"""The pitfalls of OOPS!: each that can be decided is found where it is made, and ours has none but what is meant."""

from __future__ import annotations

import pytest
from rdflib import SKOS, Graph, Namespace, URIRef

from maillage.terms import MLG
from maillage.vocabulary.by_design import REASONS, explained, meant
from maillage.vocabulary.pitfalls import CATALOGUE, scan
from maillage.vocabulary.verdict import Verdict, Words

from .conftest import ONTOLOGY, PREFIXES, SOUND, graph_of

SH = Namespace("http://www.w3.org/ns/shacl#")
PINNED = ONTOLOGY.parent.parent / "shared" / "data" / "vocabularies"
#: Not decidable from a file: a reader of the field, or the web, is needed.
UNDECIDED = {"P01", "P09", "P16", "P17", "P18", "P23", "P37"}
NAMED = ' ; rdfs:label "{0}"@fr ; skos:definition "Une chose, {0}."@fr'


def term(kind: str, name: str, more: str = "", label: str = "") -> str:
    return f"ex:{name} a {kind}{NAMED.format(label or name)} {more} .\n"


def property_of(name: str, domain: str, reach: str, more: str = "", kind: str = "owl:ObjectProperty") -> str:
    return term(kind, name, f"; rdfs:domain {domain} ; rdfs:range {reach} {more}")


#: Code -> what is added to a sound vocabulary; the pitfall is then found, whatever else is.
MADE = {
    "P02": term("owl:Class", "Organ", "; owl:equivalentClass ex:Body"),
    "P03": property_of("isA", "ex:Body", "ex:Body"),
    "P04": term("owl:Class", "Alone"),
    "P05": property_of("hosts", "ex:Place", "ex:Body", "; owl:inverseOf ex:hosted")
    + property_of("hosted", "ex:Place", "ex:Body"),
    "P06": "ex:Body rdfs:subClassOf ex:Part . " + term("owl:Class", "Part", "; rdfs:subClassOf ex:Body"),
    "P07": term("owl:Class", "CityAndRegion", "; rdfs:subClassOf ex:Place"),
    "P08": "ex:Mute a owl:Class ; rdfs:subClassOf ex:Body .",
    "P11": term("owl:ObjectProperty", "hosts", "; rdfs:domain ex:Place"),
    "P12": property_of("one", "ex:Body", "ex:Place", '; rdfs:label "une"@en')
    + property_of("two", "ex:Body", "ex:Place", '; rdfs:label "une"@en'),
    "P13": property_of("hosts", "ex:Place", "ex:Body"),
    "P14": "ex:Body rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:near ; owl:allValuesFrom ex:Place ] .",
    "P15": "ex:Body rdfs:subClassOf [ a owl:Class ; owl:complementOf ex:Place ] .",
    "P19": "ex:near rdfs:domain ex:Body .",
    "P20": 'ex:Long a owl:Class ; rdfs:subClassOf ex:Body ; rdfs:label "Une chose qui est longue à dire"@fr ; skos:definition "Chose."@fr .',
    "P21": term("owl:Class", "OtherPlace", "; rdfs:subClassOf ex:Place"),
    "P22": term("owl:Class", "big_place", "; rdfs:subClassOf ex:Place"),
    "P24": "ex:Body rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:near ; owl:someValuesFrom ex:Body ] .",
    "P25": "ex:near owl:inverseOf ex:near .",
    "P26": "ex:near owl:inverseOf ex:close . " + property_of("close", "ex:Place", "ex:Place"),
    "P27": "ex:near owl:equivalentProperty ex:hosts . " + property_of("hosts", "ex:Place", "ex:Body"),
    "P28": property_of("hosts", "ex:Place", "ex:Body", "; a owl:SymmetricProperty"),
    "P29": property_of("hosts", "ex:Place", "ex:Body", "; a owl:TransitiveProperty"),
    "P30": 'org:Site a owl:Class ; rdfs:label "lieu"@fr .',
    "P31": "ex:Body owl:equivalentClass ex:Place .",
    "P32": term("owl:Class", "Spot", "; rdfs:subClassOf ex:Place", label="lieu"),
    "P33": "ex:near owl:propertyChainAxiom ( ex:near ) .",
    "P34": "ex:Body rdfs:subClassOf ex:Nowhere .",
    "P35": "ex:Body ex:unheardOf ex:Place .",
}
#: Code -> a vocabulary of its own that has the pitfall.
WHOLE = {
    "P10": SOUND.replace("; owl:disjointWith ex:Place", ""),
    "P36": SOUND.replace("<https://w3id.org/example/def> a", "<https://w3id.org/example/def.owl> a"),
    "P38": SOUND.replace("a owl:Ontology ;", "a org:Organization ;"),
    "P39": SOUND.replace('"https://w3id.org/example/def#"', '"https://example.org/elsewhere#"'),
    "P41": SOUND.replace("dct:license <https://spdx.org/licenses/MIT> ;", ""),
}


def verdict(graph: Graph, code: str, published: Graph | None = None) -> Verdict:
    return next(v for v in scan(graph, published) if v.code == code)


def test_every_pitfall_has_its_verdict(sound: Graph) -> None:
    verdicts = scan(sound, Graph())
    assert [v.code for v in verdicts] == [f"P{n:02}" for n in range(1, 42)]
    assert {v.code for v in verdicts if v.passed is None} == UNDECIDED
    assert {code for code, _, _, test in CATALOGUE if isinstance(test, Words)} == UNDECIDED
    assert {*MADE, *WHOLE, "P40"} == {v.code for v in verdicts} - UNDECIDED, "one case each"
    assert all(v.level in ("critical", "important", "minor") for v in verdicts)


def test_a_sound_vocabulary_has_none(sound: Graph) -> None:
    assert [v.code for v in scan(sound, Graph()) if v.passed is False] == []


@pytest.mark.parametrize("code", MADE)
def test_found_where_it_is_made(code: str) -> None:
    found = verdict(graph_of(SOUND + MADE[code]), code)
    assert found.passed is False
    assert found.findings[0].where, "it says of which term"
    assert all(f.what.fr and f.what.en and f.how.fr and f.how.en for f in found.findings)


@pytest.mark.parametrize("code", WHOLE)
def test_found_in_the_whole(code: str) -> None:
    assert verdict(graph_of(WHOLE[code]), code).passed is False


def test_a_name_made_up_in_the_space_of_others(sound: Graph) -> None:
    published = Graph().parse(data=PREFIXES + "org:Organization a owl:Class .", format="turtle")
    assert verdict(sound, "P40").passed is None
    assert verdict(sound, "P40", published).passed
    sound.parse(data=PREFIXES + "org:Invented a owl:Class .", format="turtle")
    (found,) = verdict(sound, "P40", published).findings
    assert found.where == ("http://www.w3.org/ns/org#Invented",)


def test_ours_has_none_but_what_is_meant(ours: Graph) -> None:
    verdicts = explained(scan(ours))
    assert {v.code for v in verdicts if v.passed is False} == set(REASONS)
    assert [v.code for v in verdicts if v.passed is False and not meant(v)] == []


def test_ours_takes_no_name_from_others(ours: Graph) -> None:
    if not PINNED.is_dir():
        pytest.skip("The pinned vocabularies are missing.")
    published = Graph()
    for path in sorted(PINNED.glob("*.ttl")):
        published.parse(path)
    assert verdict(ours, "P40", published).passed


def where(found: Verdict) -> set[URIRef]:
    return {URIRef(iri) for finding in found.findings for iri in finding.where}


def test_the_reasons_are_true(ours: Graph) -> None:
    """What has no domain or range is held by a shape, or derived, or of the counts; what is unconnected is a date or derived."""
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    held = set(shapes.objects(None, SH.path))

    def derived(iri: URIRef) -> bool:
        return any("(derived)" in str(d) or "no longer used" in str(d) for d in ours.objects(iri, SKOS.definition))

    loose = {str(t).removeprefix(MLG) for t in where(verdict(ours, "P11")) if t not in held and not derived(t)}
    assert loose == {"counts", "countNotFound", "saidBy"}
    assert all(derived(t) or t in held for t in where(verdict(ours, "P04")))
    (other,) = where(verdict(ours, "P21"))
    assert "zone" in " ".join(ours.objects(other, SKOS.definition))


def test_a_term_of_others_is_not_excused() -> None:
    found = explained(scan(graph_of(SOUND + MADE["P13"])))
    assert not any(meant(v) for v in found)
