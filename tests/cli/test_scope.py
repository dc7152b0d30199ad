"""`--region`, `--department`, `--epci` on `query` and `network`, as a user types them, on a kept small graph."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from maillage import __version__
from maillage.pipeline.kept import make
from maillage.places import Places

Call = Callable[..., tuple[int, str, str]]
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def store(places: Places, scope_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small graph with a few more territories, kept as `maillage build -o` writes it."""
    folder = tmp_path_factory.mktemp("scoped-store")
    make(places.with_graph(scope_folder), folder, __version__)
    return folder


@pytest.fixture
def rows(call: Call, store: Path) -> Callable[..., Rows]:
    """The rows of an answer that is to be given, over the kept graph."""

    def ask(name: str, *options: str) -> Rows:
        code, out, err = call("query", name, *options, "-f", "csv", "--store", store)
        assert code == 0, err
        return list(csv.DictReader(io.StringIO(out)))

    return ask


@pytest.mark.parametrize(
    ("options", "meant"),
    [
        (("--region", "Grand Est"), "terr:region-44"),
        (("--region", "44"), "terr:region-44"),
        (("--department", "meurthe-et-moselle"), "terr:departement-54"),
        (("--department", "54", "--region", "44"), "terr:departement-54"),
        (("--epci", "245 400 676"), "terr:epci-245400676"),
        (("--epci", "Grand Nancy"), "terr:epci-245400676"),
        (("--department", "57", "--epci", "CC Mad et Moselle"), "terr:epci-200070738"),
    ],
)
def test_an_option_is_the_parameter_by_name_or_code(
    rows: Callable[..., Rows], options: tuple[str, ...], meant: str
) -> None:
    scoped = rows("territories-within", *options)
    assert scoped == rows("territories-within", "-p", f"territory={meant}")
    assert scoped, "it holds something"


def test_a_code_short_of_its_zero(rows: Callable[..., Rows]) -> None:
    """1 is Guadeloupe as a region, Ain as a department: each asked for on its own level."""
    (ain,) = [r["inner"] for r in rows("territories-within", "--region", "84") if r["inner_iri"].endswith("ement-01")]
    assert ain == "Ain"
    held = {short: rows("territories-within", "--region", short) for short in ("1", "01")}
    assert held["1"] == held["01"]
    assert [r["inner"] for r in held["1"]] == ["Guadeloupe"]


def test_an_epci_that_straddles_departments_is_taken_whole(rows: Callable[..., Rows]) -> None:
    held = rows("territories-within", "--department", "54", "--epci", "Mad et Moselle")
    counties = {r["inner_iri"].rsplit("-", 1)[-1][:2] for r in held}
    assert counties == {"54", "57"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--region", "Atlantide"), "'region': there is no region 'Atlantide'."),
        (("--department", "20"), "'department': there is no department '20'."),
        (
            ("--region", "54"),
            "Meurthe-et-Moselle (Département, Grand Est, terr:departement-54): give it as 'department'.",
        ),
        (("--epci", "Quatre Rivières"), "Haute-Savoie, terr:epci-247400666). Name one by its CURIE."),
        (
            ("--region", "Normandie", "--department", "54"),
            "Meurthe-et-Moselle ('department') does not lie in Normandie",
        ),
        (("--department", "88", "--epci", "Mad et Moselle"), "CC Mad et Moselle ('epci') does not lie in Vosges"),
        (("--region", "44", "-p", "territory=Meuse"), "'region' and the parameter 'territory' both name a territory."),
        (("--epci", ""), "'epci' is empty."),
    ],
)
@pytest.mark.parametrize("command", ["query", "network"])
def test_what_cannot_be_is_refused(
    call: Call, store: Path, tmp_path: Path, command: str, options: tuple[str, ...], said: str
) -> None:
    page = tmp_path / "x.html"
    what = ("query", "territories-within") if command == "query" else ("network", "coordination", "-o", str(page))
    code, out, err = call(*what, *options, "--store", store)
    assert code == 2 and out == "" and said in err
    assert not page.exists()


def test_a_question_that_knows_no_territory(call: Call, store: Path) -> None:
    code, out, err = call("query", "vocabulary", "--department", "54", "--store", store)
    assert code == 2 and out == ""
    assert "'vocabulary' knows no territory, so 'department' says nothing to it. These do: " in err


def test_every_network_is_cut(call: Call, store: Path, tmp_path: Path) -> None:
    sizes = {}
    for name in ("coordination", "two-mode", "arrangements"):
        for options in ((), ("--department", "54")):
            path = tmp_path / f"{name}{len(options)}.json"
            code, _, err = call("network", name, "-o", path, *options, "--store", store)
            assert code == 0, err
            sizes[name, len(options)] = len(json.loads(path.read_text(encoding="utf-8"))["nodes"])
        assert 0 < sizes[name, 2] < sizes[name, 0]


def test_sparql_by_hand_takes_none(call: Call, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT * { ?s ?p ?o } LIMIT 1"))
    code, out, err = call("query", "-", "--region", "44", "--store", store)
    assert code == 2 and out == "" and "takes no -p and no territory" in err


@pytest.mark.parametrize(
    ("command", "given", "said"),
    [
        ("query", "region=44", "'region' is not given with -p. Write --region 44."),
        ("query", "lang=fr", "Write --lang fr."),
        ("query", "name=x", "'name' is not given with -p. Write it after the command."),
        ("query", "self=x", "has no parameter 'self'"),
        ("network", "since=2018", "Write --from 2018."),
        ("network", "actor=ARS Grand Est", "Write --actor 'ARS Grand Est'."),
    ],
)
def test_an_option_is_not_written_as_a_parameter(
    call: Call, store: Path, tmp_path: Path, command: str, given: str, said: str
) -> None:
    what = ("territories-within", "-p", "territory=Meuse") if command == "query" else ("-o", str(tmp_path / "x.json"))
    code, out, err = call(command, *what, "-p", given, "--store", store)
    assert code == 2 and out == "" and said in err, err


def test_a_reversed_period_is_refused(call: Call, store: Path, tmp_path: Path) -> None:
    code, out, err = call("query", "events-between", "-p", "since=2020", "-p", "before=2018", "--store", store)
    assert code == 2 and out == "" and "the period ends (before 2018) before it begins (since 2020)" in err
    code, out, err = call("network", "-o", tmp_path / "x.json", "--from", "2020", "--until", "2018", "--store", store)
    assert code == 2 and out == "" and "the period ends (--until 2018) before it begins (--from 2020)" in err
