"""What is printed fits where it goes: other encodings, closed streams, pipes, a window; Ctrl-C; the unforeseen."""

from __future__ import annotations

import io
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import maillage.library
from maillage.cli import FAILURE, run, streams
from maillage.terms import PREFIXES

Call = Callable[..., tuple[int, str, str]]

HEAD = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
FACTS = """body:lys a mlg:Association ; skos:prefLabel "Œuvre des Lys\\u202f: « été » \\U0001F33C"@fr .
body:cri a mlg:Association ; skos:prefLabel "A\\u001b[2J\\u001b]0;titre\\u0007\\u009bB"@fr .
body:total a mlg:Association ; skos:prefLabel "=1+1"@fr .
doc:d a mlg:Document ; dct:title "Registre"@fr ; mlg:origin origin:register .
arr:e a mlg:Event ; skos:prefLabel "Rencontre"@fr .
""" + "".join(
    f"claim:p{n} a mlg:Participation ; cv:hasParticipant body:{n} ; cv:role role:participant ; "
    "mlg:inArrangement arr:e ; mlg:modality modality:done ; mlg:evidence doc:d .\n"
    for n in ("lys", "cri", "total")
)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    folder = tmp_path / "un graphe"
    folder.mkdir()
    (folder / "les lys.ttl").write_text(HEAD + FACTS, encoding="utf-8")
    return folder


def started(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **options.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "maillage", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=120, env=environment, **options)  # type: ignore


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_another_encoding_loses_nothing(encoding: str, graph: Path) -> None:
    shown = started("show", "body:lys", "--graph", graph, env={"PYTHONIOENCODING": encoding})
    assert (shown.returncode, b"unforeseen" in shown.stderr) == (0, False)
    assert f"that {encoding} does not have".encode() in shown.stderr
    assert b"\\ud83c\\udf3c" in shown.stdout
    asked = started("query", "actors-of-kind", "--graph", graph, "-f", "json", env={"PYTHONIOENCODING": encoding})
    assert "Œuvre des Lys\u202f: « été » \U0001f33c" in [row["actor"] for row in json.loads(asked.stdout)]


def test_utf8_is_left_as_it_is(graph: Path) -> None:
    shown = started("show", "body:lys", "--graph", graph, env={"PYTHONIOENCODING": "utf-8"})
    assert "Œuvre des Lys : « été » \U0001f33c" in shown.stdout.decode()
    assert b"does not have" not in shown.stderr


def test_a_terminal_is_not_driven(graph: Path, call: Call) -> None:
    for command in (("query", "actors-of-kind"), ("query", "actors-of-kind", "-f", "markdown"), ("show", "body:cri")):
        code, out, err = call(*command, "--graph", graph)
        assert code == 0
        assert "A\ufffd[2J" in out
        assert not set(out + err) & set("\x1b\x07\x9b")
    code, out, err = call("show", "A\x1b[2J", "--graph", graph)
    assert (code, "\x1b" in out + err) == (FAILURE, False)


def test_data_is_as_it_is_but_in_a_window(graph: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = ("query", "actors-of-kind", "--graph", graph, "-f", "csv")
    assert "\x1b[2J" in call(*ask)[1]
    monkeypatch.setattr("maillage.cli.show.is_window", lambda: True)
    assert "\x1b" not in call(*ask)[1]


def test_what_a_spreadsheet_would_run_is_said(graph: Path, call: Call, tmp_path: Path) -> None:
    assert "1 cellule(s) commencent par" in call("query", "actors-of-kind", "--graph", graph, "-f", "csv")[2]
    assert "tableur" not in call("query", "actors-of-kind", "--graph", graph, "-f", "json")[2]
    assert (
        "cell(s) begin with ="
        in call("network", "coordination", "--graph", graph, "-o", tmp_path / "n.csv", "--lang", "en")[2]
    )


def test_closed_streams(graph: Path) -> None:
    """As a scheduler closes them: nothing is written into a file that is opened next."""
    command = f"{shlex.quote(sys.executable)} -m maillage query documents --graph {shlex.quote(str(graph))} -f csv"
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&- <&-"):
        done = subprocess.run(["sh", "-c", f"{command} {closed}"], capture_output=True, timeout=120)
        assert (done.returncode, b"Traceback" in done.stderr + done.stdout) == (0, False), closed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", ["query roles", "query rolles", "query --wrong"])
def test_words_that_cannot_be_said_are_no_fault_of_the_graph(words: str, graph: Path) -> None:
    """1 would mean that the graph has faults: stderr on a full disk is a failure, and no more."""
    command = f"{shlex.join([sys.executable, '-m', 'maillage'])} {words} --graph {shlex.quote(str(graph))} 2>/dev/full"
    done = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, timeout=120, check=False)
    assert done.returncode == FAILURE


def test_a_query_saved_elsewhere(graph: Path) -> None:
    asked = started(
        "query", "-", "--graph", graph, "-f", "csv", input=b"\xef\xbb\xbfSELECT ?x\r\n{ VALUES ?x { 1 } }\r\n"
    )
    assert asked.stdout.split() == [b"x", b"1"]
    refused = started("query", "-", "--graph", graph, input="# été\nASK {}".encode("latin-1"))
    assert refused.returncode == FAILURE
    assert b"standard input is not UTF-8 (byte 2)" in refused.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are those of POSIX")
def test_ctrl_c_ends_a_long_query(graph: Path) -> None:
    command = [sys.executable, "-m", "maillage", "query", "-", "--graph", str(graph), "--no-cache"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(b"SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        process.stdin.close()
        process.stdin = None
        process.stderr.readline()  # the graph is being built
        time.sleep(4)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(2) != 0


def test_ctrl_c_is_python_s_again_afterwards() -> None:
    usual = signal.getsignal(signal.SIGINT)
    with streams.stoppable():
        assert signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) == usual


def test_the_unforeseen_is_no_fault_of_the_graph(graph: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("par zéro\nsuite")

    monkeypatch.setattr(maillage.library.Graph, "ask", broken)
    code, _, err = call("query", "documents", "--graph", graph)
    assert code == FAILURE
    assert "unforeseen: ZeroDivisionError (test_streams.py:" in err
    assert "par zéro. This is a fault of the program" in err
    monkeypatch.setenv("MAILLAGE_TRACEBACK", "1")
    monkeypatch.setattr(sys, "stderr", told := io.StringIO())
    assert run(["query", "documents", "--graph", str(graph)]) == FAILURE
    assert "in broken" in told.getvalue()


def test_hints_can_be_pasted(graph: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "les textes").mkdir()
    (tmp_path / "les textes" / "un compte rendu.txt").write_text("Réunion des Lys\n", encoding="utf-8")
    code, _, err = call("new", "document", "les textes/un compte rendu.txt", "--graph", "un graphe")
    assert code == 0
    commands = [line.strip() for line in err.splitlines() if line.startswith("  maillage ")]
    assert len(commands) == 2
    for command in commands:
        assert call(*shlex.split(command)[1:])[0] in (0, 1), command
    (graph / "les lys.ttl").write_text(HEAD + FACTS + "\n\n", encoding="utf-8")
    _, out, _ = call("fmt", "--check", "un graphe/les lys.ttl")
    (command,) = [line.partition("Run: ")[2] for line in out.splitlines()]
    assert call(*shlex.split(command)[1:])[0] == 0
    assert call("fmt", "--check", "un graphe/les lys.ttl")[0] == 0


def test_a_text_of_nothing_but_a_mark(graph: Path, tmp_path: Path, call: Call) -> None:
    (tmp_path / "t.txt").write_bytes(b"\xef\xbb\xbf\r\n")
    assert call("new", "document", tmp_path / "t.txt", "--graph", graph)[0] == FAILURE
    (graph / "vieux.ttl").write_bytes(b"# caf\xe9\n")
    (tmp_path / "u.txt").write_text("Un texte")
    assert call("new", "document", tmp_path / "u.txt", "--graph", graph)[0] == 0


@pytest.mark.parametrize(
    "command",
    [
        ("query", "documents", "--region", "44", "--region", "54"),
        ("query", "documents", "--lang", "fr", "--lang=en"),
        ("network", "coordination", "-o", "a.html", "--output", "b.html"),
        ("diff", "a", "b", "--limit", "1", "--limit", "2"),
        ("map", "coverage", "--lang", "fr", "--lang", "en"),
        ("export", "rdf", "-o", "a", "-o", "b"),
    ],
)
def test_an_option_given_again_is_refused(command: tuple[str, ...], call: Call) -> None:
    code, _, err = call(*command)
    assert code == FAILURE
    assert "is given 2 times. Give it once." in err


def test_what_may_be_repeated_is_not(graph: Path, call: Call, tmp_path: Path) -> None:
    ask = ("query", "participations-of-actor", "--graph", graph, "-f", "csv", "-p", "actor=body:lys")
    assert call(*ask, "-p", "actor=body:total")[1].count("Rencontre") == 2
    assert call("export", "rdf", "--graph", graph, "-o", tmp_path / "o", *("--format", "turtle") * 2)[0] == 0


def test_words_that_are_no_utf8(graph: Path) -> None:
    done = started("show", os.fsdecode(b"caf\xe9"), "--graph", graph)
    assert done.returncode == FAILURE
    assert b"'caf\\udce9' is not UTF-8" in done.stderr
