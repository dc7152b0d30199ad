"""The change a bundle carries: replayed on the bundle before it gives this one, to the letter; nobody left out is named in it."""

from __future__ import annotations

import gzip
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pyoxigraph as ox
import pytest
import rdflib

import maillage
from maillage.cli import run
from maillage.errors import MaillageError
from maillage.export.portal.bundle import Written, export_portal
from maillage.export.portal.changes import change_files
from maillage.export.portal.checks.card import Line
from maillage.export.portal.checks.changed import changed
from maillage.export.portal.checks.feed import faults as feed_faults
from maillage.export.portal.checks.judge import judge
from maillage.export.portal.checks.opened import Bundle
from maillage.export.portal.persons import without_persons
from maillage.export.portal.release import Release
from maillage.export.portal.staging import SUMS, read_sums
from maillage.library import Graph
from maillage.naming.withdrawn import FILE, line_for, read_withdrawn
from maillage.places import Places
from maillage.releases.former import read_former

from .conftest import BASE

CHANGES = ("changes/added.nt", "changes/removed.nt", "changes/changes.atom", "changes/ce-qui-a-change.html")
#: What XML can hold, and splits lines or hurts where nobody thought of it.
ODD = 'a\\tb\\u007Fc\\u0085d\\u2028e\\u2029f\\n\\r\\"\\\\ <b> & ]]> \\U0001F600'
#: A list of classes that comes before those of the vocabulary, so that their blank nodes have other names.
LISTS = "\n[] a owl:AllDisjointClasses ; owl:members ( mlg:Actor mlg:Quotation ) .\n"
Faults = Callable[[list[Line]], list[str]]
Replace = Callable[[str, Callable[[str], str]], None]


@pytest.fixture(scope="module")
def later(small: Places, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of the small graph a few weeks on: a name mended, a body more, a claim less, odd characters, a list."""
    here = tmp_path_factory.mktemp("later")
    for name, folder in (("ontology", small.ontology), ("queries", small.queries), ("graph", small.graph)):
        shutil.copytree(folder, here / name)
    (here / "src" / "maillage").mkdir(parents=True)
    (here / "src" / "maillage" / "places.py").write_text("")
    path = here / "graph" / "documents" / "convention-gpsea-2017.ttl"
    text = path.read_text(encoding="utf-8")
    text = text.replace('"Cabinet EQR - Mazars"@fr', '"Cabinet EQR Mazars"@fr')
    body = f'body:nouveau a mlg:Company ;\n    skos:prefLabel "Nouveau"@fr ;\n    skos:editorialNote "{ODD}"@fr .\n\n'
    text = text.replace("body:eqr-mazars a", f"{body}body:eqr-mazars a", 1)
    text, count = re.subn(r"\nc:convention\.offre a .*?\.\n(?=\n)", "", text, count=1, flags=re.S)
    assert count == 1
    path.write_text(text, encoding="utf-8")
    path = here / "ontology" / "maillage.ttl"
    path.write_text(path.read_text(encoding="utf-8") + LISTS, encoding="utf-8")
    return here


@pytest.fixture(scope="module")
def later_graph(later: Path) -> Graph:
    return maillage.open_graph(start=later, cache=False)


@pytest.fixture(scope="module")
def following(bundle: Path, later_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    """The bundle of that, compared with the bundle of the small graph."""
    folder = tmp_path_factory.mktemp("following") / "bundle"
    former = read_former(str(bundle), bundle)
    return folder, export_portal(later_graph.built, folder, "0.3.0", base_url=BASE, previous=former)


@pytest.fixture(scope="module")
def second(following: tuple[Path, Written]) -> Path:
    return following[0]


@pytest.fixture
def copy(second: Path, tmp_path: Path) -> Path:
    """A copy of the second bundle, to be spoilt (`replace` of conftest.py writes into it)."""
    shutil.copytree(second, tmp_path / "copy")
    return tmp_path / "copy"


def lines(path: Path) -> set[str]:
    """The statements of a file of N-Triples or N-Quads, as the file writes them, graphs left out."""
    text = path.read_bytes().decode()
    return {
        re.sub(r"( <[^<>\s]*>)? \.$", " .", line) if path.suffix == ".nq" else line for line in text.split("\n") if line
    }


def triples(path: Path) -> set[ox.Triple]:
    return {ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(path=path)}


def faults(found: list[Line]) -> list[str]:
    return [f"{line.what[1]}: {line.missing[1]}" for line in found if line.state == "fault"]


def test_replayed_on_the_bundle_before_it_gives_this_one(bundle: Path, second: Path) -> None:
    was, now = (lines(folder / "data/maillage.nq") for folder in (bundle, second))
    added, removed = (lines(second / path) for path in CHANGES[:2])
    assert (was - removed) | added == now
    assert added and removed and added.isdisjoint(removed)
    assert added.isdisjoint(was) and removed <= was
    assert any(line.startswith("_:") for line in added), "the list of classes has blank nodes"
    assert any("\\u007F" in line and "\u2028" in line for line in added), "odd characters"


def test_replayed_as_a_graph_it_is_the_turtle_of_this_one(bundle: Path, second: Path) -> None:
    """Another form, whose blank nodes have other names."""
    added, removed = (triples(second / path) for path in CHANGES[:2])
    again = ox.Dataset(map(quad, (triples(bundle / "data/maillage.nq") - removed) | added))
    now = ox.Dataset(map(quad, triples(second / "data/maillage.ttl")))
    for graph in (again, now):
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert again == now


def quad(triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object)


def test_another_reader_reads_the_statements(second: Path) -> None:
    for path in CHANGES[:2]:
        assert len(rdflib.Graph().parse(second / path, format="nt")) == len(lines(second / path))


def test_the_feed_is_valid_and_dated_by_the_graph(second: Path, later_graph: Graph) -> None:
    data = (second / CHANGES[2]).read_bytes()
    assert feed_faults(data) == []
    root, space = ET.fromstring(data), "{http://www.w3.org/2005/Atom}"
    days = {element.text for element in root.iter(f"{space}updated")}
    (read,) = later_graph.query("SELECT (MAX(STR(?d)) AS ?day) { ?s mlg:retrieved ?d }")
    assert days == {f"{read['day']}T00:00:00Z"}
    entries = root.findall(f"{space}entry")
    ids = [entry.findtext(f"{space}id") for entry in entries]
    assert ids and all(str(one).startswith("https://w3id.org/maillage/release/0.3.0#") for one in ids)
    links = [link.get("href", "") for link in root.iter(f"{space}link")]
    assert all(
        link.startswith(f"{BASE}changes/") and (second / link.removeprefix(BASE).partition("#")[0]).is_file()
        for link in links
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<id>", "<idee>", "XML"),
        ("<author><name>Maillage contributors</name>", "<author><name></name>", "author/name"),
        ('rel="self"', 'rel="via"', "link rel=self"),
        ("T00:00:00Z</updated>", "</updated>", "updated 2"),
        ("<title>Maillage : ce qui a changé</title>", "", "0 title"),
        ('rel="alternate"', 'rel="related"', "content or link rel=alternate"),
        ("<id>https://w3id.org/maillage/release/</id>", "<id>maillage</id>", "feed: id maillage"),
    ],
)
def test_a_feed_that_is_not_valid(second: Path, old: str, new: str, said: str) -> None:
    text = (second / CHANGES[2]).read_text(encoding="utf-8")
    assert old in text
    assert any(said in one for one in feed_faults(text.replace(old, new).encode()))


def test_the_page_tells_by_region_what_changed(second: Path) -> None:
    html = (second / CHANGES[3]).read_text(encoding="utf-8")
    assert "Maillage 0.3.0 : ce qui a changé" in html and "depuis la version 0.2.0" in html
    assert "« Cabinet EQR - Mazars » → « Cabinet EQR Mazars »" in html
    assert "<script" not in html and "default-src 'none'" in html
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r' id="([^"]+)"', html))


def test_it_is_told_everywhere(second: Path) -> None:
    sums, readme = read_sums(second), (second / "README.md").read_text(encoding="utf-8")
    catalogue = {
        path: (second / path).read_text(encoding="utf-8") for path in ("catalog.ttl", "catalog.jsonld", "catalog.rdf")
    }
    for path in CHANGES:
        assert path in sums and f"`{path}`" in readme
        for name, text in catalogue.items():
            assert f"{BASE}{path}" in text, name
    assert "la version 0.2.0" in readme and "Première version" not in readme
    graph = rdflib.Graph().parse(second / "catalog.ttl")
    dataset = rdflib.URIRef("https://w3id.org/maillage/dataset")
    pages = set(graph.objects(dataset, rdflib.FOAF.page))
    assert {rdflib.URIRef(BASE + path) for path in CHANGES[2:]} <= pages
    assert {rdflib.URIRef(BASE + path) for path in CHANGES[:2]} == set(graph.objects(dataset, rdflib.DCTERMS.relation))


def test_the_first_has_none_and_says_so(bundle: Path) -> None:
    assert not (bundle / "changes").exists()
    assert "**Première version.**" in (bundle / "README.md").read_text(encoding="utf-8")
    assert changed(Bundle(bundle)) == []


def test_the_card_of_a_following_bundle_has_no_fault(bundle: Path, second: Path, shapes: list[Path]) -> None:
    card = judge(second, shapes, offline=True, previous=read_former(str(bundle), bundle))
    known = "OOPS"  # the list of classes that this test adds to the vocabulary
    assert [one for one in faults(card.lines) if known not in one] == []
    assert card.points("mqa") == (405, 405)
    told = [line.what[1] for line in card.lines if line.family == "changes"]
    assert "replayed on the release before, it gives this one" in told


# --- where the release before lies, and what is wrong with it ---


def test_the_same_bytes_from_wherever_it_lies(
    bundle: Path,
    second: Path,
    later: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder, the address of one, and over the bundle before; only a bundle says its version."""
    monkeypatch.chdir(later)
    args = ["export", "portal", "--release", "0.3.0", "--base-url", BASE, "-o"]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(bundle)))
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    shutil.copytree(bundle, tmp_path / "over")
    wanted = {path: (second / path).read_bytes() for path in CHANGES}
    try:
        for out, previous in (("a", address), ("over", str(tmp_path / "over"))):
            assert run([*args, str(tmp_path / out), "--previous", previous]) == 0
            assert "Depuis 0.2.0 : " in capsys.readouterr().err
            assert {path: (tmp_path / out / path).read_bytes() for path in CHANGES} == wanted
        assert read_former(f"{address}/data/maillage.nq", tmp_path).dump().lines == lines(bundle / "data/maillage.nq")
        assert run([*args, str(tmp_path / "c"), "--previous", f"{address}/ontology/"]) == 2
        assert "holds no release" in capsys.readouterr().err
    finally:
        server.shutdown()
    assert not (tmp_path / "c").exists()
    assert (tmp_path / "a" / SUMS).read_bytes() == (tmp_path / "over" / SUMS).read_bytes()


def test_a_bundle_that_was_cut_is_no_release_to_compare_with(bundle: Path, tmp_path: Path) -> None:
    shutil.copytree(bundle, tmp_path / "cut")
    path = tmp_path / "cut" / "data" / "maillage.nq.gz"
    whole = gzip.decompress(path.read_bytes())
    path.write_bytes(gzip.compress(b"".join(whole.splitlines(keepends=True)[:-100])))
    with pytest.raises(MaillageError, match="not the file whose sum SHA256SUMS says"):
        read_former(str(tmp_path / "cut"), tmp_path)


def test_wrong_previous_writes_nothing(small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.ttl").write_text("")
    for previous, said in (
        ("nowhere", "is no file, folder or address"),
        (str(tmp_path / "x.ttl"), "is no N-Quads file"),
    ):
        args = ["export", "portal", "-o", str(tmp_path / "b"), "--graph", str(small.graph), "--previous", previous]
        assert run(args) == 2
        assert said in capsys.readouterr().err
    assert not (tmp_path / "b").exists()


def test_what_a_reader_would_stumble_over_is_said(
    bundle: Path, small: Places, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same number again, and a published IRI that is gone."""
    graph = tmp_path / "graph"
    shutil.copytree(small.graph, graph)
    path = graph / "documents" / "convention-gpsea-2017.ttl"
    path.write_text(path.read_text(encoding="utf-8").replace("body:eqr-mazars", "body:eqr-autre"), encoding="utf-8")
    args = ["export", "portal", "-o", str(tmp_path / "b"), "--graph", str(graph), "--previous", str(bundle)]
    assert run([*args, "--release", "0.2.0", "--no-cache"]) == 0
    said = capsys.readouterr().err
    assert "la version d'avant est aussi 0.2.0" in said
    assert "1 adresses publiées ont disparu" in said and "eqr-mazars" in said


# --- persons ---


def test_nobody_who_is_left_out_is_named_in_the_change(
    kept: Path, small_graph: Graph, later_graph: Graph, tmp_path: Path
) -> None:
    """Also where the release before had them: a dump of all, in which a person was then gone."""
    rows = small_graph.query("SELECT ?n { ?s a mlg:Person ; skos:prefLabel|skos:altLabel ?n }")
    last = {str(row["n"]).split()[-1].casefold() for row in rows}
    out = tmp_path / "b"
    written = export_portal(later_graph.built, out, "0.3.0", base_url=BASE, previous=read_former(str(kept), kept))
    assert written.change is not None and written.change.added
    for path in CHANGES:
        text = (out / path).read_text(encoding="utf-8").casefold()
        assert [name for name in last if name in text] == [], path
        assert "/id/person/" not in text, path
    assert faults(changed(Bundle(out), read_former(str(kept), kept))) == []


def test_a_sentence_about_someone_left_out_since_is_told_by_its_digest(
    bundle: Path, small: Places, root: Path, tmp_path: Path
) -> None:
    """Published while nobody knew that a name in it is a person's; the person is in the graph now."""
    graph = tmp_path / "graph"
    shutil.copytree(small.graph, graph)
    known = re.findall(
        r'oa:exact "([^"\\]{20,})"', "".join(p.read_text(encoding="utf-8") for p in graph.rglob("*.ttl"))
    )
    sentence = next(one for one in known if one in (bundle / "data/maillage.nq").read_text(encoding="utf-8"))
    name = " ".join(sentence.split()[:3])
    (graph / "documents" / "essai.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://w3id.org/maillage/id/person/essai> a <https://w3id.org/maillage/def#Person> ;\n"
        f'    skos:prefLabel "{name}"@fr .\n',
        encoding="utf-8",
    )
    built = maillage.open_graph(graph, start=root, cache=False).built
    out = tmp_path / "b"
    export_portal(built, out, "0.3.0", base_url=BASE, previous=read_former(str(bundle), bundle))
    assert not [path for path in CHANGES if sentence in (out / path).read_text(encoding="utf-8")]
    assert (out / "changes/removed.sha256").read_text().split()
    assert "`changes/removed.sha256`" in (out / "README.md").read_text(encoding="utf-8")
    assert faults(changed(Bundle(out), read_former(str(bundle), bundle))) == []


def test_a_withdrawal_is_honoured(bundle: Path, small: Places, root: Path, tmp_path: Path) -> None:
    """What was published and is withdrawn is not said once more."""
    graph = tmp_path / "graph"
    shutil.copytree(small.graph, graph)
    path = graph / "documents" / "convention-gpsea-2017.ttl"
    text = path.read_text(encoding="utf-8")
    (graph / FILE).write_text(f"{line_for('Cabinet EQR - Mazars')}\n", encoding="utf-8")
    path.write_text(text.replace('"Cabinet EQR - Mazars"@fr', '"Cabinet"@fr'), encoding="utf-8")
    built = maillage.open_graph(graph, start=root, cache=False).built
    quads, gone = without_persons(list(built.loaded.quads()))
    release = Release("0.3.0", BASE, "2026-11-29", "", "")
    former = read_former(str(bundle), bundle)
    _, files = change_files(quads, gone, former, read_withdrawn(graph), release)
    assert files["changes/removed.sha256"]
    for name, data in files.items():
        assert "EQR - Mazars" not in data.decode(), name


# --- the card finds what is wrong ---


@pytest.mark.parametrize(
    ("path", "how", "said"),
    [
        (CHANGES[0], lambda text: text.split("\n", 1)[1], "replayed on the release before"),
        (CHANGES[1], lambda text: text.split("\n", 1)[1], "replayed on the release before"),
        (CHANGES[0], lambda text: f"{text}<http://x/> <http://x/> <http://x/> .\n", "what is added is in the graph"),
        (CHANGES[1], lambda text: f"{text}no triple\n", "statements as N-Triples"),
        (CHANGES[2], lambda text: text.replace("<updated>", "<date>").replace("</updated>", "</date>"), "Atom feed"),
        (CHANGES[3], lambda text: text.replace("</body>", "<script>1</script></body>"), "without a script"),
        (
            CHANGES[3],
            lambda text: text.replace('id="sans-region"', "").replace('id="region-', 'id="r-'),
            "without a script: #",
        ),
    ],
)
def test_a_spoilt_change(
    copy: Path, replace: Replace, bundle: Path, path: str, how: Callable[[str], str], said: str
) -> None:
    replace(path, how)
    assert any(said in one for one in faults(changed(Bundle(copy), read_former(str(bundle), bundle))))


def test_a_bundle_that_does_not_say_what_changed(bundle: Path, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked with --previous; and one that lacks a file, asked without."""
    assert (
        run(["export", "validate", str(bundle), "--offline", "--previous", str(bundle), "--lang", "en", "-f", "csv"])
        == 1
    )
    assert "change,the files of the change,fault" in capsys.readouterr().out
    (copy / CHANGES[2]).unlink()
    assert faults(changed(Bundle(copy))) == [f"the files of the change: {CHANGES[2]}"]
