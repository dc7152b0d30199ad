"""What is proposed to Wikidata: each line can be read and bears its page and day, nothing is made up, counts are the graph's."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.checks.proposed import proposed
from maillage.export.portal.facts import Facts
from maillage.export.portal.wikidata import statements
from maillage.export.portal.wikidata.files import files
from maillage.export.portal.wikidata.govdirectory import ASKED, count_told
from maillage.export.portal.wikidata.parser import read, unsourced
from maillage.export.portal.wikidata.properties import ITEMS, PROPERTIES, QUERIED, REFERENCES
from maillage.library import Graph
from maillage.terms import PREFIXES

Replace = Callable[[str, Callable[[str], str]], None]
SOURCED = 'S854\t"https://example.org/a"\tS813\t+2026-11-29T00:00:00Z/11'
BODIES, NEW_BODIES, NEW_CONTRACTS = (
    f"wikidata/quickstatements-{name}.tsv" for name in ("bodies", "bodies-new", "contracts-new")
)

# --- the parser ---

GOOD = f"""CREATE
LAST\tLfr\t"Agence régionale de santé"
LAST\tDen\t"regional health agency"
LAST\tAfr\t"ARS « Grand Est »"
LAST\tP31\tQ93288\t{SOURCED}
LAST\tP585\t+2019-09-00T00:00:00Z/10\t{SOURCED}
LAST\tP580\t+2019-00-00T00:00:00Z/9\tP582\t+2022-02-28T00:00:00Z/11\t{SOURCED}
Q42\tP1616\t"130007834"\t{SOURCED}
Q42\tP17\tsomevalue
Q42\tP1476\tfr:"un titre"
Q42\tP1082\t120~3
Q42\tP625\t@48.69/6.18
Q42\tSfrwiki\t"Une page"
MERGE\tQ1\tQ2
"""


def test_what_is_documented_is_read() -> None:
    commands, faults = read(GOOD)
    assert faults == []
    assert len(commands) == len(GOOD.splitlines())
    assert commands[6].pairs[0] == ("P582", "+2022-02-28T00:00:00Z/11")
    assert list(unsourced(commands, REFERENCES)) == [9, 10, 11, 12]
    assert read("") == ([], [])


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('Q42\tP1616\t"130007834', "quotes are not where they should be"),
        ('Q42\tLfr\tARS"', "quotes are not where they should be"),
        ("Q42\tLfr\tARS", "quotes are not where they should be"),
        ('Q42\tLfr\t"ARS "Grand Est""', "a quote inside the text"),
        ('Q42\tLfr\t""', "empty"),
        ('Q42\tLfr\t" ARS"', "padded"),
        ('Q42 P1616 "130007834"', "followed by a tab"),
        ('Q42\tP1616 "130007834"', "without a value"),
        ("Q42\tP1616", "without a value"),
        ("Q42\tP1616\t", "an empty field"),
        ("Q42", "without a value"),
        ('Q42\tP1616\t"130007834"\tS854', "'S854' without a value"),
        ('Q42\tP1616\t"1"\tX854\t"https://a.b"', "neither a qualifier"),
        ('Q42\tQ5\t"a"', "is no property"),
        ("Q42\tP0\tQ1", "is no property"),
        ("Q42\tP31\tmaison", "neither an item nor a text in quotes nor a date"),
        ("Q42\tP31\t+2026-01-01T00:00:00Z/11", "P31 wants an item"),
        ("Q42\tP813\t2026", "P813 wants a date"),
        ("Q42\tP1616\t130007834", "P1616 wants a text"),
        ("Q42\tP585\t+2026-01-01T00:00:00Z", "a precision that lacks"),
        ("Q42\tP585\t+2026-01-01T00:00:00Z/14", "goes beyond the day"),
        ("Q42\tP585\t+2026-00-00T00:00:00Z/11", "lacks the month or day"),
        ("Q42\tP585\t+2026-02-30T00:00:00Z/11", "lacks the month or day"),
        ("Q42\tP585\t+2026-00-00T00:00:00Z/10", "lacks the month or day"),
        ("Q42\tP585\t+2026-01-01T12:30:00Z/11", "a time of day"),
        ("Q42\tP585\t+2026-1-1T00:00:00Z/11", "not well written"),
        ('Q42\tP854\t"example.org"', "is no address"),
        ("LAST\tP31\tQ1", "LAST before any CREATE"),
        ("CREATE\tQ1", "stands alone"),
        ("MERGE\tQ1", "wants two items"),
        ('-Q42\tP1616\t"1"', "takes nothing away"),
        (f'Q42\tLfr\t"ARS"\t{SOURCED}', "takes no qualifier"),
        ("", "empty line"),
        ("Agence", "neither CREATE nor LAST"),
    ],
)
def test_what_is_wrong_is_refused_with_its_line(line: str, reason: str) -> None:
    commands, faults = read(f'Q1\tP1616\t"1"\n{line}\nQ1\tP1616\t"2"\n')
    assert [number for number, _ in faults] == [2] and len(commands) == 2
    assert reason in faults[0][1][1] and faults[0][1][0]


# --- what is proposed ---


@pytest.fixture(scope="module")
def facts(bundle: Path) -> Facts:
    return Facts(Bundle(bundle).dump)


def test_every_line_of_the_bundle_is_read_and_sourced(bundle: Path) -> None:
    known = {one.number for one in (*PROPERTIES, *ITEMS)}
    for path in (BODIES, NEW_BODIES, NEW_CONTRACTS):
        text = (bundle / path).read_text(encoding="utf-8")
        commands, faults = read(text)
        assert faults == [] and commands
        assert list(unsourced(commands, REFERENCES)) == []
        assert {one.what for one in commands if one.statement} <= known


def test_the_pages_are_those_of_the_graph(bundle: Path, facts: Facts) -> None:
    """Each address is that of a document, or of a record that a body is linked to; each day one on which it was read."""
    dct, owl = PREFIXES["dct"], PREFIXES["owl"]
    pages = {
        v for said in facts.said.values() for p in (dct + "source", owl + "sameAs") for v in map(_text, said.get(p, ()))
    }
    days = {v for said in facts.said.values() for v in map(_text, said.get(PREFIXES["mlg"] + "retrieved", ()))}
    for path in (BODIES, NEW_BODIES, NEW_CONTRACTS):
        for one in read((bundle / path).read_text(encoding="utf-8"))[0]:
            said = dict(one.pairs)
            if one.statement:
                assert said["S854"].strip('"') in pages
                assert said["S813"][1:11] in days


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def test_only_one_to_one_links_get_statements(bundle: Path, facts: Facts) -> None:
    """On the item that a body is the same as; and no body with any link is proposed anew."""
    items = {one.subject for one in read((bundle / BODIES).read_text(encoding="utf-8"))[0]}
    same = {v.removeprefix("http://www.wikidata.org/entity/") for v in _objects(facts, PREFIXES["owl"] + "sameAs")}
    assert items and items <= same
    text = (bundle / NEW_BODIES).read_text(encoding="utf-8")
    proposed_codes = set(re.findall(r'\tP(?:1616|4058)\t"(\w+)"', text))
    assert text.count("CREATE") == len(proposed_codes) > 5
    for body in facts.of_kind(PREFIXES["mlg"] + "Actor"):
        codes = {*facts.values(body, PREFIXES["mlg"] + "siren"), *facts.values(body, PREFIXES["mlg"] + "finess")}
        links = [v for p in ("owl", "schema") for v in facts.values(body, PREFIXES[p] + "sameAs")]
        if any("wikidata" in link for link in links) or body in facts.of_kind(PREFIXES["mlg"] + "Municipality"):
            assert not codes & proposed_codes, body


def _objects(facts: Facts, predicate: str) -> set[str]:
    return {_text(value) for said in facts.said.values() for value in said.get(predicate, ())}


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ('"2019"^^xsd:gYear', "+2019-00-00T00:00:00Z/9"),
        ('"2019-09"^^xsd:gYearMonth', "+2019-09-00T00:00:00Z/10"),
        ('"2019-09-05"^^xsd:date', "+2019-09-05T00:00:00Z/11"),
        ('"2019~"^^<http://id.loc.gov/datatypes/edtf/EDTF>', None),
        ('"XXXX-03-15"^^<http://id.loc.gov/datatypes/edtf/EDTF>', None),
        ('"2019/.."^^<http://id.loc.gov/datatypes/edtf/EDTF>', None),
    ],
)
@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ("", True),
        ("mlg:modality modality:planned", False),
        ("mlg:certainty certainty:inferred", False),
        ('dct:source "dans un classeur"', False),
    ],
)
def test_a_contract(date: str, written: str | None, change: str, kept: bool) -> None:
    """No day that nobody said; nothing planned, inferred, or without a public page; the graph's words, straight quotes gone."""
    modality = change if change.startswith("mlg:modality") else "mlg:modality modality:done"
    source = change if change.startswith("dct:source") else "dct:source <https://example.org/page?a=1>"
    certainty = f"; {change}" if change.startswith("mlg:certainty") else ""
    text = f"""
        arr:c a mlg:Contract ; mlg:kind mlg:Contract ; skos:prefLabel 'Contrat "santé"\t2019'@fr ; mlg:signedOn {date} ;
            dct:source doc:r .
        claim:s a mlg:State ; mlg:inArrangement arr:c ; mlg:signedOn {date} ; {modality} ; mlg:evidence doc:d {certainty} .
        doc:d a mlg:Document ; {source} .
        doc:r a mlg:Document ; mlg:retrieved "2026-11-28"^^xsd:date .
        mlg:Contract rdfs:label "Contrat"@fr, "Contract"@en ."""
    said = statements.new_contracts(_facts(text))
    if not (kept and written):
        assert said == ""
        return
    page = 'S854\t"https://example.org/page?a=1"\tS813\t+2026-11-28T00:00:00Z/11'
    assert said.splitlines() == [
        "CREATE",
        'LAST\tLfr\t"Contrat « santé » 2019"',
        'LAST\tDfr\t"contrat (France)"',
        'LAST\tDen\t"contract (France)"',
        f"LAST\tP31\tQ93288\t{page}",
        f"LAST\tP17\tQ142\t{page}",
        f"LAST\tP585\t{written}\t{page}",
    ]


def _facts(text: str) -> Facts:
    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    return Facts(list(ox.parse(head + text, format=ox.RdfFormat.TURTLE)))


HOSPITAL = """
    body:h a mlg:Actor, mlg:Hospital ; skos:prefLabel "Hôpital"@fr ; mlg:finess "540000001" ; dct:source doc:f {more} .
    claim:p a mlg:Participation ; <http://data.europa.eu/m8g/hasParticipant> body:h .
    doc:f a mlg:Document ; mlg:documentType documentType:register ; mlg:retrieved "2026-11-28"^^xsd:date {url} ."""
URL = "; dct:source <https://example.org/finess>"


def test_a_body() -> None:
    """Proposed with its code when a public register lists it; not when linked, replaced, or of a register without a page."""
    said = statements.new_bodies(_facts(HOSPITAL.format(more="", url=URL)))
    assert '\tP4058\t"540000001"\tS854\t"https://example.org/finess"' in said and said.startswith("CREATE\n")
    for more in (
        "; owl:sameAs wd:Q1",
        "; schema:sameAs wd:Q1",
        "; dct:isReplacedBy body:i",
        "; mlg:governs terr:t . terr:t schema:sameAs wd:Q1",
    ):
        assert statements.new_bodies(_facts(HOSPITAL.format(more=more, url=URL))) == "", more
    assert statements.new_bodies(_facts(HOSPITAL.format(more="", url=""))) == ""
    linked = statements.bodies(_facts(HOSPITAL.format(more="; owl:sameAs wd:Q1", url=URL)))
    assert linked == 'Q1\tP4058\t"540000001"\tS854\t"https://example.org/finess"\tS813\t+2026-11-28T00:00:00Z/11\n'


def test_the_readme_tells_every_number_used(bundle: Path) -> None:
    text = (bundle / "wikidata/README.md").read_text(encoding="utf-8")
    assert all(f"| {one.number} | {one.name} |" in text and one.evidence for one in (*PROPERTIES, *ITEMS, *QUERIED))
    used: set[str] = set()
    for path in (bundle / "wikidata").rglob("*.*"):
        if path.suffix in (".rq", ".tsv"):
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r"(?:wdt?:|\t)([PQ]\d+)\b(?=[\s;])", text)) - set(
                re.findall(r"(?m)^Q\d+|P1001\tQ\d+", text)
            )
    numbers = {one.number for one in (*PROPERTIES, *ITEMS, *QUERIED)}
    assert {one for one in used if one.startswith("P")} <= numbers


# --- the sheet for Govdirectory ---


def test_each_query_parses_and_tells_the_graph_s_count(bundle: Path, small_graph: Graph) -> None:
    found = {
        path.stem: path.read_text(encoding="utf-8") for path in (bundle / "wikidata/govdirectory-france").iterdir()
    }
    sheet = (bundle / "wikidata/govdirectory-france.md").read_text(encoding="utf-8")
    seen = 0
    for asked in ASKED:
        by = f"mlg:{asked.code[0]} ?key" if asked.code else "skos:prefLabel ?key"
        rows = small_graph.query(
            f"SELECT DISTINCT ?key {{ ?s a mlg:{asked.kind} ; {by} MINUS {{ ?s dct:isReplacedBy ?other }} }}"
        )
        if not len(rows):
            assert asked.name not in found
            continue
        text = found[asked.name]
        assert count_told(text) == len(rows), asked.name
        assert f"| {len(rows)} |" in next(line for line in sheet.splitlines() if f"/{asked.name}.rq)" in line)
        if not asked.within:
            listed = re.findall(r'^    "(.*)"(?:@fr)?$', text, re.MULTILINE)
            assert sorted(listed) == sorted(str(row["key"]) for row in rows)
        ox.Store().query(text)
        prepareQuery(text)
        seen += 1
    assert seen > 5 and len(found) == seen


def test_what_is_there_already_can_be_asked(bundle: Path) -> None:
    for name, path in (("bodies", NEW_BODIES), ("contracts", NEW_CONTRACTS)):
        text = (bundle / f"wikidata/already-there-{name}.rq").read_text(encoding="utf-8")
        ox.Store().query(text)
        prepareQuery(text)
        assert len(re.findall(r"^    [(\"]", text, re.MULTILINE)) == (bundle / path).read_text(encoding="utf-8").count(
            "CREATE"
        )


def test_no_facts_give_empty_proposals() -> None:
    made = files(Facts([]))
    assert made[BODIES][0] == made[NEW_BODIES][0] == made[NEW_CONTRACTS][0] == ""
    assert not any(path.startswith("wikidata/govdirectory-france/") for path in made)


# --- the card ---


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (NEW_BODIES, "CREATE\n", "", "quickstatements-bodies-new.tsv:1 LAST before any CREATE"),
        (NEW_CONTRACTS, "Z/11", "Z/13", "goes beyond the day"),
        (BODIES, "\tS813\t", "\tS814\t", "quickstatements-bodies.tsv:1"),
        ("wikidata/govdirectory-france/ars.rq", "result_count: ", "result_count: 1", "ars.rq (1"),
        ("wikidata/govdirectory-france/ars.rq", "SELECT", "SELEKT", "ars.rq"),
        ("wikidata/already-there-bodies.rq", "WHERE {", "WHERE", "already-there-bodies.rq"),
        ("wikidata/govdirectory-france.md", "| P1616 |", "| P1 |", ""),
    ],
)
def test_the_card_names_what_is_broken(copy: Path, replace: Replace, path: str, old: str, new: str, said: str) -> None:
    replace(path, lambda text: text.replace(old, new, 1))
    faults = [line.missing[1] for line in proposed(Bundle(copy)) if line.state == "fault"]
    assert (any(said in one for one in faults) and len(faults) == 1) if said else not faults


def test_the_card_names_what_lacks(copy: Path) -> None:
    (copy / NEW_BODIES).unlink()
    (copy / "wikidata/govdirectory-france/ars.rq").unlink()
    faults = [line.missing[1] for line in proposed(Bundle(copy)) if line.state == "fault"]
    assert faults == [NEW_BODIES, "wikidata/govdirectory-france/ars.rq"]
