"""Small things a user meets: dates that make no period, a pipe that closes, the words of findings, the tour."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from maillage.cli import CLOSED, run
from maillage.cli.ask.draw import size
from maillage.errors import MaillageError
from maillage.library import open_graph
from maillage.places import Places
from maillage.terms import PREFIXES

Call = Callable[..., tuple[int, str, str]]

HEAD = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())


def write(folder: Path, facts: str) -> Path:
    (folder / "example.ttl").write_text(HEAD + facts, encoding="utf-8")
    return folder


PAIR = """body:a a mlg:Association ; skos:prefLabel "Association « A » $HOME"@fr .
body:b a mlg:Association ; skos:prefLabel "Homonyme"@fr . body:c a mlg:Company ; skos:prefLabel "Homonyme"@fr .
arr:e a mlg:Event ; skos:prefLabel "Rencontre"@fr .
doc:d a mlg:Document ; dct:title "Registre"@fr ; mlg:origin origin:register .
""" + "".join(
    f"claim:p{n} a mlg:Participation ; cv:hasParticipant body:{n} ; cv:role role:participant ; "
    "mlg:inArrangement arr:e ; mlg:modality modality:done ; mlg:evidence doc:d .\n"
    for n in "abc"
)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--at", "hier"], "--at: 'hier' is no date. Write 2018, 2018-03 or 2018-03-15."),
        (["--until", "20x3"], "--until: '20x3' is no date."),
        (["--at", "2023", "--from", "2019"], "--at goes without --from and --until."),
        (["--from", "2019", "--until", "2017"], "the period ends (--until 2017) before it begins (--from 2019)."),
        (["--from", "2018-03", "--until", "2018-02-28"], "before it begins"),
    ],
)
def test_dates_are_refused_in_the_words_of_the_user(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: list[str], words: str
) -> None:
    graph, page = write(tmp_path, PAIR), tmp_path / "x.html"
    assert run(["network", "--graph", str(graph), "-o", str(page), *arguments]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert "since" not in err and "before'" not in err
    assert not page.exists()


def test_a_period_of_one_year_is_one(tmp_path: Path) -> None:
    graph = write(tmp_path, PAIR)
    assert (
        run(["network", "--graph", str(graph), "-o", str(tmp_path / "x.html"), "--from", "2018", "--until", "2018"])
        == 0
    )


def test_the_library_refuses_in_its_own_words(tmp_path: Path) -> None:
    graph = open_graph(write(tmp_path, PAIR))
    with pytest.raises(MaillageError, match=r"ends \(before 2017\) before it begins \(since 2019\)"):
        graph.network(since="2019", before="2017")
    with pytest.raises(MaillageError, match="at: 'hier' is no date"):
        graph.network(at="hier")
    with pytest.raises(MaillageError, match="the network 'arrangements' is not cut by date"):
        graph.network("arrangements", at="2018")


@pytest.mark.parametrize(
    "arguments",
    [
        ["queries"],
        ["queries", "-f", "csv"],
        ["--help"],
        ["check"],
        ["query", "vocabulary"],
        ["query", "vocabulary", "-f", "json"],
    ],
    ids=" ".join,
)
def test_nobody_reads_any_more(tmp_path: Path, arguments: list[str]) -> None:
    """As a shell says it of a program that a closed pipe ends: 141, no word, and above all not 1, which means faults."""
    facts = PAIR.replace("a mlg:Company", "a mlg:Actor")  # a notice to print
    graph = ["--graph", str(write(tmp_path, facts))] if arguments[0] in ("check", "query") else []
    read, closed = os.pipe()
    os.close(read)
    with os.fdopen(closed, "wb") as nobody:
        command = [sys.executable, "-m", "maillage", *arguments, *graph]
        done = subprocess.run(command, stdout=nobody, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == CLOSED == 141, done.stderr
    assert "Traceback" not in done.stderr and "roken" not in done.stderr


def test_findings_are_said_in_the_language_asked_for(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = PAIR.replace("a mlg:Company", "a mlg:Actor") + (
        "claim:s a mlg:State ; mlg:inArrangement arr:e ; mlg:modality modality:done ; "
        'schema:startDate "2018-02-30"^^xsd:date ; mlg:evidence doc:d .\n'
    )
    graph = str(write(tmp_path, bad))
    assert run(["check", "--graph", graph]) == 1
    french = capsys.readouterr().out
    assert "faute [impossible-date]" in french and "remarque [kind-too-broad]" in french
    assert "n'est pas une date possible (« 2018-02-30 » : ce mois n'a pas de jour 30). Écrivez" in french
    assert "fault" not in french and "notice" not in french and " is " not in french
    assert run(["build", "--graph", graph]) == 1
    assert "faute [impossible-date]" in capsys.readouterr().err
    assert run(["check", "--graph", graph, "--lang", "en"]) == 1
    english = capsys.readouterr().out
    assert "fault [impossible-date]" in english and "notice [kind-too-broad]" in english
    assert "has no day 30 in that month" in english


def test_a_network_is_counted_in_words() -> None:
    g = nx.Graph()
    g.add_node("a", family="mlg:HealthAgency")
    assert (size(g, "fr"), size(g, "en")) == ("1 acteur, 0 lien", "1 actor, 0 ties")
    g.add_node("b", family="mlg:Contract")
    g.add_edge("a", "b")
    assert (size(g, "fr"), size(g, "en")) == ("2 acteurs et dispositifs, 1 lien", "2 actors and arrangements, 1 tie")
    g.remove_node("a")
    g.add_node("c", family="mlg:Event")
    assert size(g, "fr") == "2 dispositifs, 0 lien"


def test_the_tour_names_what_is_in_the_graph_at_hand(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    graph, page = str(write(tmp_path, PAIR)), tmp_path / "page.html"
    assert run(["tour", "--graph", graph, "-o", str(page)]) == 0
    out = capsys.readouterr().out
    assert page.exists()
    # A name that is the actor's alone, quoted for a shell; a CURIE where a name stands for two.
    assert f"who-coordinates-with -p actor='Association « A » $HOME' --graph {graph}" in out
    assert f"-p actor='Association « A » $HOME' -p partner=\"body:b\" --graph {graph}" in out
    assert "Grand Est" not in out


def test_the_tour_of_a_graph_where_nobody_coordinates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    graph, page = str(write(tmp_path, 'body:a a mlg:Association ; skos:prefLabel "Seule"@fr .')), tmp_path / "page.html"
    assert run(["tour", "--graph", graph, "-o", str(page)]) == 0
    out = capsys.readouterr().out
    assert "Personne ne s'y coordonne encore." in out
    assert not page.exists()


def test_the_commands_of_the_tour_work(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my graph").mkdir()
    write(tmp_path / "my graph", PAIR.replace("$HOME", ""))
    assert run(["tour", "--graph", "my graph"]) == 0
    lines = [line.strip().removeprefix("$ ") for line in capsys.readouterr().out.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("maillage ")]
    assert len(commands) == 8
    for command in commands:
        assert run(command) == 0, command


def test_a_parameter_given_again(call: Call, small: Places, tmp_path: Path) -> None:
    """Of two values either will do: the rows of both, each once; a network takes one and says so."""
    actors = ("-p", "actor=ARS Grand Est"), ("-p", "actor=Agence Scalen")
    ask = ("query", "participations-of-actor", "--graph", small.graph, "-f", "csv")
    code, both, err = call(*ask, *actors[0], *actors[1])
    assert code == 0, err
    alone = [set(call(*ask, *actor)[1].splitlines()) for actor in actors]
    assert set(both.splitlines()) == alone[0] | alone[1] and min(map(len, alone)) > 1
    again = [word for form in ("role:carrier", "role:host") for word in ("-p", f"role={form}")]
    code, _, err = call("network", "two-mode", "-o", tmp_path / "x.csv", "--graph", small.graph, *again)
    assert code == 2 and "'role' is given 2 times" in err
