"""The official code's package: what is damaged, foreign, of another vintage or doubled is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.importers.geography.official import VINTAGES, fetch, read_official_code
from maillage.importers.kit.report import Report


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.mark.parametrize("keep", [10, 300, 0.5, 0.9])
def test_a_truncated_archive(tiny, report, keep) -> None:
    path = tiny.package()
    data = path.read_bytes()
    path.write_bytes(data[: int(keep if keep > 1 else len(data) * keep)])
    with pytest.raises(MaillageError, match="truncated or damaged"):
        read_official_code(path, report)
    with pytest.raises(MaillageError):
        tiny.run("territories", path)
    assert not tiny.graph.exists()


def test_a_truncated_list(tiny, report) -> None:
    folder = unpacked(tiny)
    path = folder / "data" / "epci.json"
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(MaillageError, match=r"epci\.json:\d+: .*truncated"):
        read_official_code(folder, report)


def unpacked(tiny) -> Path:
    import tarfile

    with tarfile.open(tiny.package()) as archive:
        archive.extractall(tiny.folder / "unpacked", filter="data")
    return tiny.folder / "unpacked" / "package"


def test_tarball_folder_and_data_folder_say_the_same(tiny, report) -> None:
    codes = [read_official_code(path, report) for path in (tiny.package(), unpacked(tiny), unpacked(tiny) / "data")]
    names = [{c: row["nom"] for c, row in code.communes.items()} for code in codes]
    assert names[0] == names[1] == names[2] and len(names[0]) == 6


def test_no_archive_at_all(tiny, report) -> None:
    with pytest.raises(MaillageError, match=r"a\.tgz: this is no archive\. Give the tarball"):
        read_official_code(tiny.csv("a.tgz", "hello"), report)
    with pytest.raises(MaillageError, match="this file is empty"):
        read_official_code(tiny.csv("a.tgz", ""), report)
    with pytest.raises(MaillageError, match="no such file"):
        tiny.run("territories", tiny.folder / "none.tgz")


def test_another_package(tiny, report) -> None:
    with pytest.raises(MaillageError, match="this is the package left-pad"):
        read_official_code(tiny.package(name="left-pad"), report)


def test_a_missing_list(tiny, report) -> None:
    content = tiny.lists()
    del content["arrondissements"]
    with pytest.raises(MaillageError, match=r"data/arrondissements\.json is not in it"):
        read_official_code(tiny.package(content), report)


def test_a_known_vintage_must_have_its_counts(tiny, report) -> None:
    with pytest.raises(MaillageError, match=r"has 2 rows; vintage 2026 \(version 6\.0\.0\) has 26"):
        read_official_code(tiny.package(version="6.0.0"), report)


def test_an_unknown_vintage_goes_on_with_a_warning(tiny) -> None:
    outcome = tiny.run("territories", tiny.package(version="7.0.0"), vintage="2027")
    assert any("version 7.0.0" in line and "is not known here" in line for line in outcome.report.lines())
    assert "doc:code-officiel-geographique-2027" in (tiny.graph / "territories/pays.ttl").read_text()
    report = Report()
    assert read_official_code(tiny.package(version="7.0.0"), report).label == "paquet-7.0.0"
    assert "say it with --vintage" in report.remarks[0]


def test_a_bad_row_is_told_and_the_rest_goes_on(tiny, report) -> None:
    content = tiny.lists()
    content["communes"][2:2] = [
        {"code": "540", "nom": "Trop court", "type": "commune-actuelle", "departement": "54"},
        {"code": "54002", "nom": " ", "type": "commune-actuelle", "departement": "54"},
        {"code": "54003", "nom": "Nulle part", "type": "commune-actuelle"},
    ]
    code = read_official_code(tiny.package(content), report)
    assert [str(row) for row in report.bad] == [
        "code.tgz/data/communes.json:4: '540' is no code of this list; left aside.",
        "code.tgz/data/communes.json:5: 54002 has no name; left aside.",
        "code.tgz/data/communes.json:6: 54003 (Nulle part) is in no department; left aside.",
    ]
    assert len(code.communes) == 6


def test_doubled_codes_and_strange_members(tiny, report) -> None:
    content = tiny.lists()
    content["communes"].append(tiny.commune("54395", "Nancy", 105000, arrondissement="543"))
    content["communes"].append(tiny.commune("54395", "Nancy-bis", 1))
    content["epci"].append(tiny.grouping("200000172", "CC Autre", "CC", ("54395", 5), ("54998", 5)))
    code = read_official_code(tiny.package(content), report)
    said = [str(row).split("json:")[1] for row in report.bad]
    assert said == [
        "9: the code 54395 stands here a second time.",
        "10: the code 54395 stands here a second time, and says otherwise; the first row is kept.",
        "5: its member 54395 is also one of 245400676.",
        "5: its member 54998 is no current commune.",
    ]
    assert code.communes["54395"]["nom"] == "Nancy"


def test_npm_that_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MaillageError, match=r"npm is not installed.*--source"):
        fetch("6.0.0", tmp_path)
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'npm error 404' >&2\nexit 1\n")
    npm.chmod(0o755)
    with pytest.raises(MaillageError, match=r"could not fetch .*404"):
        fetch("6.0.0", tmp_path)


def test_what_npm_fetches_is_read(tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    tarball = tiny.package()
    folder = tiny.folder / "bin"
    folder.mkdir()
    npm = folder / "npm"
    npm.write_text(f'#!/bin/sh\nfor last; do :; done\ncp "{tarball}" "$last/fetched.tgz"\n')
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    from maillage.importers import get_importer
    from maillage.importers.kit.base import run

    assert run(get_importer("territories"), tiny.graph, options={"counts": "accepted"}).changed
    with pytest.raises(MaillageError, match="the vintage 1999 is not known"):
        run(get_importer("territories"), tiny.graph, options={"vintage": "1999"})


def test_vintages_are_one_a_year() -> None:
    years = [year for year, _ in VINTAGES.values()]
    assert years == sorted(set(years))
