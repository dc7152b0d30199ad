"""A release says what changed since the one before; replayed on it, the change gives the new one; nothing published vanishes."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from maillage.cli import run
from maillage.errors import MaillageError
from maillage.places import Places
from maillage.releases.change import STEPS, compare, next_version, replayed
from maillage.releases.dump import Dump, dump_of
from maillage.releases.former import read_former
from maillage.releases.page import told_changes
from maillage.releases.pages import files_of
from maillage.releases.section import section, with_section
from maillage.releases.told import ADDED, FEED, PAGE, REMOVED, Edition, by_region
from maillage.store.embedded import read_n_quads
from maillage.terms import PREFIXES

DAY = ["--date", "2026-11-30"]
EDITION = Edition("0.1.1", "2026-11-30", "0.1.0")
FILE = "https://w3id.org/maillage/graph/documents/x"
BEFORE = f"""
@prefix g: <{FILE}> .
terr:region-44 a mlg:Region ; skos:prefLabel "Grand Est"@fr .
terr:departement-54 a mlg:Department ; skos:prefLabel "Meurthe-et-Moselle"@fr ; mlg:within terr:region-44 .
body:ville a mlg:Municipality ; skos:prefLabel "Ville"@fr ; mlg:territory terr:departement-54 .
body:autre a mlg:Municipality ; skos:prefLabel "Autre"@fr ; mlg:territory terr:departement-54 .
arr:cls a mlg:LocalHealthContract ; skos:prefLabel "CLS"@fr .
claim:un a mlg:Participation ; cv:hasParticipant body:ville ; mlg:inArrangement arr:cls .
mlg:Municipality a owl:Class ; rdfs:label "Commune"@fr ; rdfs:subClassOf mlg:Actor .
"""


def dump(text: str, derived: str = "") -> Dump:
    from maillage.things.rdf import NamedNode, Quad
    from maillage.things.turtle import read_turtle

    head = "".join(f"@prefix {name}: <{space}> .\n" for name, space in PREFIXES.items())
    quads = []
    for graph, body in ((FILE, text), ("https://w3id.org/maillage/graph/inferred", derived)):
        triples = read_turtle(Path("x.ttl"), head + body).triples
        quads += [Quad(t.subject, t.predicate, t.object, NamedNode(graph)) for t in triples]
    return dump_of(quads)


def lines(where: str, here: Path) -> set[str]:
    return read_former(where, here).dump().lines


#: What is written otherwise, and the step it is.
STEPS_OF = {
    "none": ("", ""),
    "patch": ('"Ville"@fr', '"La Ville"@fr'),
    "minor": ("claim:un a mlg:Participation", "claim:deux a mlg:Participation"),
    "major": ("rdfs:subClassOf mlg:Actor", "rdfs:subClassOf mlg:Territory"),
}


@pytest.mark.parametrize("step", STEPS_OF)
def test_the_step_follows_the_rule(step: str) -> None:
    old, new = STEPS_OF[step]
    assert compare(dump(BEFORE), dump(BEFORE.replace(old, new))).step == step


def test_a_term_that_is_gone_is_major_and_lost() -> None:
    change = compare(dump(BEFORE), dump(BEFORE.replace("mlg:Municipality a owl:Class", "mlg:Town a owl:Class")))
    assert change.step == "major"
    assert change.lost == [PREFIXES["mlg"] + "Municipality"]
    assert change.new["terms"] == [PREFIXES["mlg"] + "Town"]


def test_a_thing_may_be_replaced_and_a_claim_withdrawn() -> None:
    line = next(line for line in BEFORE.splitlines() if line.startswith("body:autre"))
    gone = compare(dump(BEFORE), dump(BEFORE.replace(line, "")))
    assert gone.lost == [PREFIXES["body"] + "autre"]
    assert gone.step == "minor"
    replaced = compare(dump(BEFORE), dump(BEFORE.replace(line, "body:autre dct:isReplacedBy body:ville .")))
    assert replaced.lost == []
    without = BEFORE.replace(next(x for x in BEFORE.splitlines() if x.startswith("claim:un")), "")
    assert compare(dump(BEFORE), dump(without)).lost == [], "a claim found wrong is taken out"
    assert compare(dump(BEFORE), dump(BEFORE.replace(line, "")), {PREFIXES["body"] + "autre"}).lost == []


def test_what_rules_derive_is_counted_apart() -> None:
    change = compare(dump(BEFORE), dump(BEFORE, "body:ville mlg:coordinatesWith body:autre ."))
    assert change.derived == (1, 0)
    assert (change.step, change.changed["entities"], len(change.added)) == ("patch", [], 1)


def test_versions() -> None:
    assert [next_version("0.1.0", step) for step in STEPS] == ["0.1.0", "0.1.1", "0.2.0", "0.2.0"]
    assert [next_version("1.4.2", step) for step in STEPS] == ["1.4.2", "1.4.3", "1.5.0", "2.0.0"]
    for wrong in ("1.4", "v1.4.2", "1.4.2-rc1"):
        with pytest.raises(MaillageError, match="three numbers"):
            next_version(wrong, "patch")


def test_what_changed_is_told_by_region() -> None:
    new = dump(BEFORE.replace('"Ville"@fr', '"La Ville"@fr').replace("claim:un", "claim:deux"))
    old = dump(BEFORE)
    change = compare(old, new)
    by = by_region(change, old, new)
    region = PREFIXES["terr"] + "region-44"
    assert list(by) == [region], "a claim is of the region of what it names"
    assert by[region]["changed"]["entities"] == [PREFIXES["body"] + "ville"]
    assert by[region]["new"]["claims"] == [PREFIXES["claim"] + "deux"]
    assert "« Ville » → « La Ville »" in told_changes(change, old, new)[PREFIXES["body"] + "ville"]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("meta", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_and_the_feed_are_well_formed() -> None:
    old, new = dump(BEFORE), dump(BEFORE.replace('"Ville"@fr', '"<b>Ville & C°</b>"@fr'))
    files = files_of(compare(old, new), old, new, EDITION)
    assert files == files_of(compare(old, new), old, new, EDITION)
    html = files[PAGE].decode()
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    assert not {"script", "b"} & set(tags.seen), "no JavaScript, and what a source writes is text"
    inside = {link.removeprefix("#") for link in tags.links if link.startswith("#")}
    assert inside <= set(tags.ids) and "region-44" in inside
    assert len(tags.ids) == len(set(tags.ids))
    assert {link for link in tags.links if not link.startswith("#")} == {FEED, ADDED, REMOVED, "data:,"}
    assert "default-src 'none'" in html and "script-src" not in html
    root = ET.fromstring(files[FEED])
    space = "{http://www.w3.org/2005/Atom}"
    for name in ("id", "title", "updated", "author"):
        assert root.find(space + name) is not None
    (entry,) = root.findall(space + "entry")
    assert entry.findtext(space + "id") == "https://w3id.org/maillage/release/0.1.1#region-44"
    assert entry.findtext(space + "updated") == "2026-11-30T00:00:00Z"
    for name in ("id", "title", "updated", "link", "summary"):
        assert entry.find(space + name) is not None
    assert entry.findtext(space + "title") == "Grand Est, version 0.1.1"


def test_a_character_that_no_xml_may_hold_is_no_end_of_it() -> None:
    old, new = dump(BEFORE), dump(BEFORE.replace('"Grand Est"@fr', '"Grand\\u0001 Est\\u2028\\uFFFE"@fr'))
    files = files_of(compare(old, new), old, new, EDITION)
    for name in (FEED, PAGE):
        ET.fromstring(files[FEED])
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", files[name].decode())
    assert "\\u0001" in files[ADDED].decode()


def test_what_is_replaced_or_deprecated_is_told_apart() -> None:
    line = next(line for line in BEFORE.splitlines() if line.startswith("body:autre"))
    text = BEFORE.replace(line, f"{line[:-2]} ; dct:isReplacedBy body:ville .")
    text = text.replace('rdfs:label "Commune"@fr', 'rdfs:label "Commune"@fr ; owl:deprecated true')
    old, new = dump(BEFORE), dump(text)
    change = compare(old, new)
    assert (change.step, change.lost, change.redefined) == ("minor", [], [])
    assert change.replaced["entities"] == [PREFIXES["body"] + "autre"]
    assert change.changed["entities"] == []
    said = section(change, "0.2.0", "2026-11-30")
    assert "- Entities: 1 replaced." in said
    assert "- Replaced or deprecated terms: `def#Municipality`." in said
    html = files_of(change, old, new, EDITION)[PAGE].decode()
    assert "Remplacements" in html and "Autre" in html


def test_what_is_only_said_to_be_replaced_keeps_its_region_and_name() -> None:
    line = next(line for line in BEFORE.splitlines() if line.startswith("body:autre"))
    old, new = dump(BEFORE), dump(BEFORE.replace(line, "body:autre dct:isReplacedBy body:ville ."))
    change = compare(old, new)
    assert list(by_region(change, old, new)) == [PREFIXES["terr"] + "region-44"]
    assert "<li>Autre" in files_of(change, old, new, EDITION)[PAGE].decode()


LISTS = "[] a owl:AllDisjointClasses ; owl:members ( mlg:Actor mlg:Claim ) ."
MORE = "[] a owl:AllDisjointClasses ; owl:members ( mlg:Actor mlg:Territory ) ."


def test_blank_nodes_are_compared_by_what_they_say() -> None:
    """Other names are no change of version; the statements are still replayed to the letter."""
    old, new = dump(BEFORE + LISTS + MORE), dump(BEFORE + MORE + LISTS)
    change = compare(old, new)
    assert replayed(old.lines, change.added, change.removed) == new.lines
    assert change.step == "none"
    union = "mlg:Municipality rdfs:subClassOf [ owl:unionOf ( mlg:Actor mlg:Claim ) ] ."
    assert compare(dump(BEFORE + union), dump(BEFORE + MORE + union)).redefined == []
    other = compare(dump(BEFORE + union), dump(BEFORE + union.replace("Claim", "Territory")))
    assert other.redefined == [PREFIXES["mlg"] + "Municipality"]


def test_the_section_goes_where_it_belongs() -> None:
    old, new = dump(BEFORE), dump(BEFORE.replace("claim:un", "claim:deux"))
    text = section(compare(old, new), "0.2.0", "2026-11-30")
    assert "- Claims: 1 added, 1 removed." in text
    made = with_section("# Changelog\n\n## Unreleased\n\n- Words.\n\n## 0.1.0 (2026-11)\n\n- Old.\n", text)
    heads = re.findall(r"^## .*", made, re.M)
    assert heads == ["## Unreleased", "## 0.2.0 (2026-11-30)", "## 0.1.0 (2026-11)"]
    assert made.index("Claims") < made.index("Words") < made.index("Old")


@pytest.fixture(scope="module")
def changed(small: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small graph with a name mended, a claim gone and a body more."""
    folder = tmp_path_factory.mktemp("changed") / "graph"
    shutil.copytree(small.graph, folder)
    path = folder / "documents" / "convention-gpsea-2017.ttl"
    text = path.read_text(encoding="utf-8")
    text = text.replace('"Cabinet EQR - Mazars"@fr', '"Cabinet EQR Mazars"@fr')
    text = text.replace(
        "body:eqr-mazars a", 'body:nouveau a mlg:Company ; skos:prefLabel "Nouveau"@fr .\n\nbody:eqr-mazars a', 1
    )
    text, count = re.subn(r"\nc:convention\.offre a .*?\.\n(?=\n)", "", text, count=1, flags=re.S)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    return folder


def test_replaying_the_change_gives_the_release(
    kept: Path, changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    words = ["release", "--previous", str(kept), "--graph", str(changed), "--version-before", "0.1.0"]
    assert run([*words, "-o", str(out), *DAY]) == 0
    said = capsys.readouterr()
    assert "0.1.0 → 0.2.0 (mineur)" in said.err
    assert "- Claims: 1 removed." in said.out
    assert run(["build", "--graph", str(changed), "-o", str(tmp_path / "new")]) == 0
    lines = {
        name: set((folder / "default.nt").read_text().splitlines())
        for name, folder in (("old", kept), ("new", tmp_path / "new"))
    }
    added, removed = (set((out / name).read_text().splitlines()) for name in (ADDED, REMOVED))
    assert added
    assert removed
    assert replayed(lines["old"], added, removed) == lines["new"]
    assert added.isdisjoint(lines["old"])
    assert removed <= lines["old"]
    again = {path.name: path.read_bytes() for path in out.iterdir()}
    assert run([*words, "-o", str(out), *DAY]) == 0
    assert again == {path.name: path.read_bytes() for path in out.iterdir()}
    assert "« Cabinet EQR - Mazars » → « Cabinet EQR Mazars »" in again[PAGE].decode()


def test_the_same_release_changes_nothing(kept: Path, small: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["release", "--previous", str(kept), "--graph", str(small.graph), "--version-before", "0.1.0"]) == 0
    assert "0.1.0 → 0.1.0 (rien)" in capsys.readouterr().err


def test_a_release_that_loses_an_iri_or_has_faults_is_refused(
    kept: Path, small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "graph"
    shutil.copytree(small.graph, folder)
    path = folder / "documents" / "convention-gpsea-2017.ttl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("body:eqr-mazars", "body:eqr-mazars-cabinet"), encoding="utf-8")
    out = tmp_path / "out"
    words = ["release", "--previous", str(kept), "--graph", str(folder), "-o", str(out), *DAY]
    assert run(words) == 1
    said = capsys.readouterr().err
    assert "eqr-mazars (Cabinet EQR - Mazars): a disparu sans dct:isReplacedBy" in said
    assert "gardez-la dans son fichier" in said and "owl:deprecated true" in said
    assert not out.exists()
    path.write_text(text.replace("mlg:modality modality:planned ;", "", 1), encoding="utf-8")
    assert run(words) == 1
    assert "faute(s) : voir maillage check" in capsys.readouterr().err
    assert not out.exists()


def test_a_release_is_read_from_wherever_it_lies(kept: Path, tmp_path: Path) -> None:
    whole = lines(str(kept), tmp_path)
    data = (kept / "graph.nq").read_bytes()
    (tmp_path / "x.nq.gz").write_bytes(gzip.compress(data))
    assert lines(str(tmp_path / "x.nq.gz"), tmp_path) == whole
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    try:
        assert lines(f"{address}/x.nq.gz", tmp_path) == whole
        with pytest.raises(MaillageError, match="cannot be fetched"):
            read_former(f"{address}/absent.nq", tmp_path)
    finally:
        server.shutdown()
    assert whole == {f"{q.subject} {q.predicate} {q.object} ." for q in read_n_quads(data)}


Checkout = tuple[Path, Callable[..., None]]


@pytest.fixture
def checkout(small: Places, tmp_path: Path) -> Checkout:
    """A checkout of its own, with the small graph committed."""
    here = tmp_path / "checkout"
    for name, folder in (("ontology", small.ontology), ("queries", small.queries), ("graph", small.graph)):
        shutil.copytree(folder, here / name)
    (here / "src" / "maillage").mkdir(parents=True)
    (here / "src" / "maillage" / "places.py").write_text("")
    (here / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- Words.\n\n## 0.1.0 (2026-11)\n\n- Old.\n")

    def git(*words: str) -> None:
        given = ["git", "-C", str(here), "-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run([*given, *words], check=True, capture_output=True)

    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        git(*words)
    return here, git


def test_a_commit_is_built_for_the_comparison(checkout: Checkout, kept: Path) -> None:
    here, git = checkout
    git("tag", "v0.1.0")
    shutil.rmtree(here / "graph" / "documents")
    assert lines("v0.1.0", here) == lines(str(kept), here)
    with pytest.raises(MaillageError, match="no commit of"):
        read_former("v9", here)


FIRM = 'body:eqr-mazars a mlg:Company ;\n    skos:prefLabel "Cabinet EQR - Mazars"@fr'


def test_from_the_first_release_to_the_third(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing, then a tag, then another: each release takes its number from the one before."""
    here, git = checkout
    monkeypatch.chdir(here)
    assert run(["release", "--write", *DAY, "-o", "out"]) == 0
    said = capsys.readouterr()
    assert "Première version : ni --previous, ni étiquette" in said.err
    assert "→ 0.2.0 (première)" in said.err, "the changelog has told of 0.1.0"
    assert "First release: there is none before it" in said.out
    assert not (here / "out").exists() and "rien à comparer" in said.err
    assert "## 0.2.0 (2026-11-30)\n\n- First release" in (here / "CHANGELOG.md").read_text(encoding="utf-8")
    git("commit", "-qam", "0.2.0")
    git("tag", "v0.2.0")
    git("tag", "notes-9")

    path = here / "graph" / "documents" / "convention-gpsea-2017.ttl"
    text = path.read_text(encoding="utf-8")
    assert FIRM in text
    path.write_text(text.replace('"Cabinet EQR - Mazars"@fr', '"Cabinet EQR Mazars"@fr'), encoding="utf-8")
    assert run(["release", *DAY]) == 0
    assert "0.2.0 → 0.2.1 (correctif)" in capsys.readouterr().err

    schemes = here / "ontology" / "schemes.ttl"
    schemes.write_text(
        schemes.read_text(encoding="utf-8")
        + "\n<https://w3id.org/maillage/def/theme/essai> a <http://www.w3.org/2004/02/skos/core#Concept> .\n",
        encoding="utf-8",
    )
    assert run(["release", "--write", *DAY]) == 1, "a concept without a definition is a fault"
    capsys.readouterr()
    git("checkout", "-q", "ontology")
    body = 'body:nouveau a mlg:Company ;\n    skos:prefLabel "Nouveau"@fr .\n\n'
    path.write_text(text.replace(FIRM, body + FIRM), encoding="utf-8")
    assert run(["release", "--write", *DAY, "-o", "out"]) == 0
    said = capsys.readouterr()
    assert "0.2.0 → 0.3.0 (mineur)" in said.err and "- Entities: 1 added." in said.out
    assert (here / "out" / FEED).is_file()
    heads = re.findall(r"^## .*", (here / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert heads == ["## Unreleased", "## 0.3.0 (2026-11-30)", "## 0.2.0 (2026-11-30)", "## 0.1.0 (2026-11)"]


def test_the_first_release_is_said(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    here, git = checkout
    git("tag", "v0.1.0")
    monkeypatch.chdir(here)
    assert run(["release", "--first", "--lang", "en"]) == 0
    assert "First release. There is nothing to compare with" in capsys.readouterr().err
    assert run(["release", "--first", "--previous", "v0.1.0"]) == 2
    assert "Give --first or --previous" in capsys.readouterr().err
    git("checkout", "-q", "--orphan", "other")
    git("commit", "-qm", "x")
    git("commit", "-qm", "y", "--allow-empty")
    git("tag", "-d", "v0.1.0")
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{here}", str(tmp_path / "thin")], check=True)
    monkeypatch.chdir(tmp_path / "thin")
    assert run(["release"]) == 2
    assert "this clone lacks its history" in capsys.readouterr().err


def test_a_tag_that_today_s_software_cannot_build(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here, git = checkout
    query = next((here / "queries" / "rules").glob("*.rq"))
    text = query.read_text(encoding="utf-8")
    query.write_text("#+ older: yes\n" + text, encoding="utf-8")
    git("commit", "-qam", "older")
    git("tag", "v0.1.0")
    query.write_text(text, encoding="utf-8")
    monkeypatch.chdir(here)
    assert run(["release"]) == 2
    said = capsys.readouterr().err
    assert "this software cannot build v0.1.0" in said and query.name in said and "--previous FOLDER" in said


def test_wrong_use(tmp_path: Path, small: Places, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.ttl").write_text("")
    (tmp_path / "x.nq").write_text("no quads")
    graph = ["--graph", str(small.graph)]
    for words, told in (
        (["--previous", str(tmp_path)], "holds no release"),
        (["--previous", str(tmp_path / "x.ttl")], "is no N-Quads file"),
        (["--previous", str(tmp_path / "x.nq")], "is not N-Quads"),
        (["--previous", str(kept), "--write"], "needs its day"),
        (["--previous", str(kept), "--version-before", "1"], "three numbers"),
    ):
        assert run(["release", *graph, *words]) == 2
        assert told in capsys.readouterr().err
