"""`maillage diff` and `maillage import` on the command line: what changed, in words; errors as sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maillage.cli.commands import app
from maillage.things.diff import compare, diff_lines, read_facts


@pytest.fixture
def two(tiny) -> tuple[Path, Path]:
    tiny.run("territories")
    old = tiny.graph
    content = tiny.lists()
    content["communes"][0]["nom"] = "Nancy-la-Neuve"
    content["epci"][0]["membres"][0]["populationMunicipale"] = content["epci"][0]["populationMunicipale"] = 7
    content["communes"].append(tiny.commune("55011", "Neuve", 3, arrondissement="551"))
    del content["communes"][5]
    new = tiny.folder / "new"
    tiny.graph = new
    tiny.run("territories", tiny.package(content))
    return old, new


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def test_differences_by_kind_in_words(two) -> None:
    result = invoke("diff", str(two[0]), str(two[1]))
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[0] == "1 ajout, 1 retrait, 9 changements."
    assert "Commune (mlg:Commune) : 1 ajout, 1 retrait, 1 changement" in lines
    assert "  + terr:commune-55011  Neuve" in lines
    assert "  - terr:commune-97502  Saint-Pierre" in lines
    assert (
        "  ~ terr:commune-54395  Nancy-la-Neuve : nom « Nancy » → « Nancy-la-Neuve » ; population 104\u202f000 → 7"
        in lines
    )
    english = invoke("diff", str(two[0]), str(two[1]), "--lang", "en").output
    assert "Commune (mlg:Commune): 1 added, 1 removed, 1 changed" in english
    assert 'preferred label "Nancy" → "Nancy-la-Neuve"; population 104,000 → 7' in english


def test_as_data(two) -> None:
    rows = json.loads(invoke("diff", str(two[0]), str(two[1]), "-f", "json").output)
    row = next(r for r in rows if r["thing"] == "terr:commune-54395" and r["property"] == "mlg:population")
    assert (row["change"], row["before"], row["after"]) == ("changed", "104000", "7")


def test_no_difference(two) -> None:
    assert invoke("diff", str(two[0]), str(two[0])).output == "Aucune différence.\n"
    assert invoke("diff", str(two[0]), str(two[0]), "--lang", "en").output == "No difference.\n"


def test_what_only_changes_its_source_is_a_number(tiny) -> None:
    old, new = (
        f"<https://w3id.org/maillage/id/territory/{{}}> a <https://w3id.org/maillage/def#Commune> ; <http://purl.org/dc/terms/source> <http://x/{y}> ."
        for y in (1, 2)
    )
    paths = [
        tiny.csv(f"{n}.ttl", "\n".join(text.format(f"c{i}") for i in range(30))) for n, text in enumerate((old, new))
    ]
    diff = compare(read_facts(paths[0]), read_facts(paths[1]))
    assert diff_lines(diff, {}) == ["Seule la source change pour 30 descriptions : mlg:Commune 30."]


def test_few_are_named_and_the_others_counted(tiny) -> None:
    path = tiny.csv(
        "b.ttl",
        "\n".join(
            f"<https://w3id.org/maillage/id/territory/c{i}> a <https://w3id.org/maillage/def#Commune> ."
            for i in range(30)
        ),
    )
    empty = tiny.csv("a.ttl", "")
    lines = diff_lines(compare(read_facts(empty), read_facts(path)), {}, limit=5)
    assert len(lines) == 9 and lines[-1] == "  + … et 25 de plus"
    assert len(diff_lines(compare(read_facts(empty), read_facts(path)), {}, limit=None)) == 33


def test_a_rare_change_is_told_before_the_common_ones(tiny) -> None:
    """A commune that moves is not to be sought among those that only have another population."""
    tiny.run("territories")
    old = tiny.graph
    content = tiny.lists()
    for row in content["epci"]:
        for member in row["membres"]:
            member["populationMunicipale"] += 1
        row["populationMunicipale"] += len(row["membres"])
    content["communes"][2]["arrondissement"] = "543"
    tiny.graph = tiny.folder / "new"
    tiny.run("territories", tiny.package(content))
    lines = diff_lines(compare(read_facts(old), read_facts(tiny.graph)), {}, limit=1)
    found = next(line for line in lines if line.startswith("  ~ terr:commune-"))
    assert found.startswith("  ~ terr:commune-55029  Bar-le-Duc : mlg:within ") and "14\u202f000 → 14\u202f001" in found


def test_a_build_compares_with_its_folder(small, tmp_path: Path) -> None:
    from maillage.pipeline.kept import make

    make(small, tmp_path / "built", "test")
    assert not compare(read_facts(small.graph), read_facts(tmp_path / "built"))


def test_claims_differ_too(tmp_path: Path) -> None:
    head = "@prefix c: <https://w3id.org/maillage/id/claim/d/> .\n@prefix mlg: <https://w3id.org/maillage/def#> .\n@prefix body: <https://w3id.org/maillage/id/organisation/> .\n@prefix arr: <https://w3id.org/maillage/id/arrangement/> .\n@prefix cv: <http://data.europa.eu/m8g/> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    both = 'body:a a mlg:Actor ; skos:prefLabel "A"@fr .\narr:b a mlg:Contract ; skos:prefLabel "B"@fr .\n'
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, claim in (
        (old, ""),
        (new, "c:1 a mlg:Participation ; cv:hasParticipant body:a ; mlg:inArrangement arr:b ."),
    ):
        folder.mkdir()
        (folder / "d.ttl").write_text(head + both + claim)
    diff = compare(read_facts(old), read_facts(new))
    assert [(c.kind.rsplit("#")[-1], c.label) for c in diff.added] == [("Participation", "A → B")]


@pytest.mark.parametrize("name", ["none", "empty"])
def test_nothing_to_compare(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    result = invoke("diff", str(tmp_path / name), str(tmp_path))
    assert result.exception is not None and (
        "no such file" in str(result.exception) or "holds neither" in str(result.exception)
    )


def test_import_from_the_command_line(tiny) -> None:
    arguments = (
        "import",
        "territories",
        "--source",
        str(tiny.package()),
        "--graph",
        str(tiny.graph),
        "--vintage",
        "2026",
        "--retrieved",
        "2026-09-01",
        "--accept-loss",
    )
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    assert "territories/communes-54.ttl" in result.output and "6 Commune" in result.output
    assert "11 file(s) written, 0 as they were." in result.output
    assert "0 file(s) written, 11 as they were." in invoke(*arguments).output


def test_importers_are_listed() -> None:
    output = invoke("import").output
    names = (
        "territories:",
        "councils:",
        "agencies:",
        "prefectures:",
        "insurance:",
        "neighbourhoods:",
        "city-contracts:",
    )
    assert all(name in output for name in names)
    assert "--source: ars_siren.csv" in output


def test_wrong_use_is_a_sentence(tiny) -> None:
    for arguments, words in (
        (("import", "nothing", "--graph", str(tiny.graph)), "there is no importer 'nothing'. There are: territories"),
        (("import", "agencies", "--graph", str(tiny.graph), "--source", "none.csv"), "none.csv: there is no such file"),
        (("import", "agencies", "--graph", str(tiny.graph)), "was not given (given: nothing)"),
        (("import", "territories", "--graph", str(tiny.graph), "--retrieved", "hier"), "'hier' is no date"),
    ):
        assert words in str(invoke(*arguments).exception)
    assert not tiny.graph.exists()
