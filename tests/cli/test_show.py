"""`maillage show` as a contract: names in, a card out in the form asked for; wrong use is 2 and writes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage.library import Graph
from maillage.views.card_text import to_dict, to_markdown

Call = Callable[..., tuple[int, str, str]]

CPAM = "CPAM de Meurthe-et-Moselle"
TWINS = """@prefix mlg: <https://w3id.org/maillage/def#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/maillage/id/territory/exempleville> a mlg:Commune ; skos:prefLabel "Exempleville"@fr .
<https://w3id.org/maillage/id/organisation/exempleville> a mlg:Municipality ; skos:prefLabel "Exempleville"@fr .
"""


def test_text(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    code, out, err = call("show", CPAM)
    assert code == 0, err
    lines = out.splitlines()
    assert lines[0] == "Caisse primaire d'assurance maladie de Meurthe-et-Moselle"
    assert lines[1] == "Caisse d'assurance maladie · body:cpam-542"
    assert "code de caisse : 542".replace(" :", "\u00a0:") in out
    assert "« en compagnie des représentants de l' Agence Régionale de Santé Grand Est, la CPAM" in " ".join(
        out.split()
    )
    assert "Coordination (" in out and "dérivé par règle" in out
    assert max(map(len, lines)) <= 70
    assert not [line for line in lines if line != line.rstrip()]
    assert "\x1b" not in out


def test_english(call: Call) -> None:
    code, out, _ = call("show", "CPAM 54", "--lang", "en")
    assert code == 0
    assert "fund code: 542" in out
    assert "derived by rule" in out


@pytest.mark.parametrize(
    "name",
    ["CPAM 54", "body:cpam-542", "https://w3id.org/maillage/id/organisation/cpam-542", "cpam meurthe et moselle"],
)
def test_by_any_name(call: Call, name: str) -> None:
    code, out, _ = call("show", name, "-f", "json")
    assert code == 0
    assert json.loads(out)["curie"] == "body:cpam-542"


def test_a_code_or_a_name_of_several_things(call: Call) -> None:
    """A fund and a district have one code, and communes one name: the user is told what to choose from."""
    code, out, err = call("show", "542")
    assert (code, out) == (2, "")
    assert "stands for 2 things" in err and "body:cpam-542" in err and "terr:arrondissement-542" in err
    code, out, err = call("show", "Saint-Denis")
    assert (code, out) == (2, "")
    assert "terr:commune-93066" in err and "terr:commune-97411" in err
    assert json.loads(call("show", "terr:commune-93066", "-f", "json")[1])["title"] == "Saint-Denis"


def test_what_a_card_names_can_be_shown(call: Call) -> None:
    claim = json.loads(call("show", CPAM, "-f", "json")[1])["sections"][0]["groups"][0]["blocks"][0]["lines"][0]
    code, out, _ = call("show", claim["@id"], "-f", "json")
    assert code == 0
    assert call("show", json.loads(out)["curie"])[0] == 0


def test_the_forms_agree_with_the_library(call: Call, graph: Graph) -> None:
    card = graph.card(CPAM)
    assert call("show", CPAM, "-f", "markdown")[1] == to_markdown(card)
    assert json.loads(call("show", CPAM, "-f", "json")[1]) == json.loads(json.dumps(to_dict(card)))
    assert call("show", CPAM, "-f", "html")[1].startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "begins"),
    [("c.html", "<!doctype html>"), ("c.md", "# Caisse"), ("c.json", "{"), ("c.txt", "Caisse primaire")],
)
def test_the_ending_says_the_form(call: Call, tmp_path: Path, name: str, begins: str) -> None:
    code, out, err = call("show", CPAM, "-o", tmp_path / name)
    assert code == 0
    assert out == ""
    assert name in err
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert "\x1b" not in text


def test_a_form_asked_for_wins_over_the_ending(call: Call, tmp_path: Path) -> None:
    assert call("show", CPAM, "-f", "markdown", "-o", tmp_path / "c.xyz")[0] == 0
    assert (tmp_path / "c.xyz").read_text(encoding="utf-8").startswith("# Caisse")


def test_wrong_use(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "card.html"
    target.write_text("kept")
    code, out, err = call("show", "CPAM de Meurthe et Mosel", "-o", target)
    assert (code, out) == (2, "")
    assert "Did you mean" in err and "body:cpam-542" in err
    twins = tmp_path / "graph"
    twins.mkdir()
    (twins / "twins.ttl").write_text(TWINS, encoding="utf-8")
    code, out, err = call("show", "Exempleville", "--graph", twins, "-o", target)
    assert (code, out) == (2, "")
    assert "stands for 2 things" in err and "terr:exempleville" in err and "body:exempleville" in err
    assert target.read_text() == "kept"
    code, _, err = call("show", CPAM, "-o", tmp_path / "card.pdf")
    assert code == 2
    assert "names no format" in err
    assert not (tmp_path / "card.pdf").exists()
    code, _, err = call("show", CPAM, "-o", tmp_path / "c.html" / "d.html")
    assert code == 0, err
    code, _, err = call("show", CPAM, "-f", "html", "-o", tmp_path)
    assert code == 2
    assert "cannot be written" in err
    assert call("show", CPAM, "-f", "docx")[0] == 2
    assert call("show", CPAM, "--lang", "de")[0] == 2
    assert call("show")[0] == 2
