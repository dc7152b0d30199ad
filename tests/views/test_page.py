"""The page as text: settled bytes, nothing fetched, nothing smuggled in, and clear refusals."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from maillage.errors import MaillageError
from maillage.views import page as page_module
from maillage.views.page import render_page, write_page
from maillage.views.ties import said_by_page


class Reader(HTMLParser):
    """Collects tags and the text of scripts and styles, as a browser would split them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.raw.append((*self.tags[-1], data))


def parse(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def block(html: str, name: str) -> Any:
    return json.loads(next(text for tag, about, text in parse(html).raw if about.get("id") == name))


def reordered(g: nx.Graph) -> nx.Graph:
    """The same network, added the other way round."""
    other = type(g)()
    other.graph.update(dict(reversed(g.graph.items())))
    for node, about in reversed(list(g.nodes(data=True))):
        other.add_node(node, **dict(reversed(about.items())))
    for a, b, about in reversed(list(g.edges(data=True))):
        ends = (a, b) if g.is_directed() else (b, a)
        other.add_edge(*ends, **{**about, "ties": list(reversed(about["ties"]))})
    return other


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_same_network_same_bytes(make_network: Callable[[bool], nx.Graph], directed: bool, lang: str) -> None:
    g = make_network(directed)
    assert render_page(g, lang) == render_page(g, lang) == render_page(reordered(g), lang)


def test_same_bytes_in_another_process(network: nx.Graph) -> None:
    script = (
        "import hashlib, importlib.util, sys\n"
        "spec = importlib.util.spec_from_file_location('sample', sys.argv[1])\n"
        "sample = importlib.util.module_from_spec(spec); spec.loader.exec_module(sample)\n"
        "from maillage.views.page import render_page\n"
        "print(hashlib.sha256(render_page(sample.sample_network()).encode()).hexdigest())\n"
    )
    conftest = Path(__file__).with_name("conftest.py")
    elsewhere = {"PYTHONHASHSEED": "12345", "TZ": "Pacific/Auckland", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(conftest)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **elsewhere},
    )
    assert done.stdout.strip() == hashlib.sha256(render_page(network).encode()).hexdigest()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_would_be_fetched(network: nx.Graph, lang: str) -> None:
    html = render_page(network, lang)
    reader = parse(html)
    for tag, about in reader.tags:
        assert "src" not in about and "srcset" not in about, f"<{tag}> loads {about.get('src')}"
        if tag == "link":
            assert about["rel"] == "icon" and str(about["href"]).startswith("data:")
        assert tag not in ("img", "iframe", "object", "embed", "base", "video", "audio")
    for tag, _, text in reader.raw:
        if tag == "style":
            assert "@import" not in text and "url(" not in text
    assert "sourceMappingURL" not in html
    code = [text for _, about, text in reader.raw if about.get("type") != "application/json"]
    assert "cdn" not in "".join(code).lower()


def test_the_policy_names_exactly_the_scripts_of_the_page(network: nx.Graph) -> None:
    reader = parse(render_page(network))
    metas = {
        about.get("http-equiv"): str(about["content"])
        for tag, about in reader.tags
        if tag == "meta" and "content" in about
    }
    policy = metas["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    scripts = [text for tag, about, text in reader.raw if tag == "script" and about.get("type") is None]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert len(scripts) == 2


def test_texts_cannot_leave_their_place(network: nx.Graph) -> None:
    network.graph["title"] = {"fr": "</title><script>alert(1)</script>", "en": "x"}
    network.graph["filters"] = {"territory": '<img src=x onerror="alert(1)">', "<b>": "y"}
    network.graph["generated_from"] = '"><script>alert(2)</script>'
    network.graph["name"] = '"><script>alert(3)</script>'
    network.graph["rule"] = {"fr": "<script>alert(4)</script>"}
    html = render_page(network)
    reader = parse(html)
    assert [about.get("id") for tag, about in reader.tags if tag == "script"] == ["data", "drawing", None, None]
    assert not any(tag in ("img", "b") and "onerror" in about for tag, about in reader.tags)
    data = block(html, "data")
    labels = [node["label"] for node in data["nodes"]]
    assert "Association Exemple </script><b>santé</b> 🌻" in labels
    assert any("<script>alert(1)</script>" in quotation["exact"] for quotation in data["quotations"])


def test_an_address_that_is_not_of_the_web_is_no_link(network: nx.Graph) -> None:
    sources = {quotation["source"] for quotation in block(render_page(network), "data")["quotations"]}
    assert sources == {None, "https://exemple.invalid/cls"}


def test_parallel_ties_are_one_edge_and_what_is_said_twice_is_held_once(network: nx.Graph) -> None:
    html = render_page(network)
    data, drawing = block(html, "data"), block(html, "drawing")
    pairs = [frozenset(edge[:2]) for edge in data["edges"]]
    assert len(pairs) == len(set(pairs)) == network.number_of_edges()
    assert max(len(ties) for _, _, _, ties in data["edges"]) == 2
    for table in ("arrangements", "ties", "roles", "quotations"):
        texts = [json.dumps(thing, sort_keys=True) for thing in data[table]]
        assert len(texts) == len(set(texts)) > 0
    assert len(data["ties"]) == 6, "one an arrangement, however many links it makes"
    assert len(drawing["places"]) == len(data["nodes"]) and drawing["options"]["physics"]["enabled"] is False


def test_packing_loses_nothing(make_network: Callable[[bool], nx.Graph]) -> None:
    """Put together again by hand, the tables say what the projection said of each link."""
    g = make_network(False)
    a, b = next(iter(g.edges))
    g.edges[a, b]["ties"][0]["roles"][0].update(actor="urn:exemple:unite", actor_label="Une unité d’Exemple")
    data = block(render_page(g), "data")
    for source, target, weight, ties in data["edges"]:
        about = g.edges[data["nodes"][source]["id"], data["nodes"][target]["id"]]
        assert weight == about["weight"] and len(ties) == len(about["ties"])
        said = {tie["arrangement"]: tie for tie in about["ties"]}
        for tie, roles, quotations in ties:
            told = said[data["ties"][tie]["iri"]]
            assert data["ties"][tie]["label"] == told["arrangement_label"]
            assert data["ties"][tie].get("from") == told["from_earliest"]
            assert data["ties"][tie].get("known", False) == told["dates_known"]
            got = {
                (*((data["nodes"][one]["id"], data["nodes"][one]["label"]) if isinstance(one, int) else one), role)
                for one, role in (data["roles"][n] for n in roles)
            }
            assert got == {(r["actor"], r["actor_label"], r["role_label"]["fr"]) for r in told["roles"]}
            assert {data["quotations"][n]["exact"] for n in quotations} == {q["exact"] for q in told["quotations"]}
    for node in data["nodes"]:
        ours = {(data["arrangements"][n][0], role) for n, role in node["arrangements"]}
        assert ours == {(one["iri"], one["role_label"]["fr"]) for one in g.nodes[node["id"]]["arrangements"]}


def test_the_legend_holds_every_family_present(network: nx.Graph) -> None:
    network.add_node("urn:exemple:autre", label="Autre", kind="mlg:New", family="mlg:New")
    families = {family["id"]: family for family in block(render_page(network), "data")["families"]}
    assert set(families) == {family for _, family in network.nodes(data="family")} - {"mlg:New"} | {""}
    assert families["mlg:Collectivity"]["count"] == 3
    kinds = [kind["label"] for kind in families["mlg:Collectivity"]["kinds"]]
    assert kinds == ["commune", "conseil départemental", "métropole"]
    assert families[""]["label"] == "Autres"


@pytest.mark.parametrize(("lang", "words"), [("fr", "Ce réseau est vide"), ("en", "This network is empty")])
def test_an_empty_network_says_so(lang: str, words: str) -> None:
    g = nx.Graph(name="coordination", title={"fr": "Vide", "en": "Empty"}, filters={"territory": "Nulle-Part"})
    html = render_page(g, lang)
    assert words in html and "Nulle-Part" in html and f'<html lang="{lang}"' in html
    assert not any(tag == "script" for tag, _ in parse(html).tags)


def test_the_caption_says_the_rule_and_the_filters(network: nx.Graph) -> None:
    french, english = render_page(network), render_page(network, "en")
    assert "rôle de coordination" in french and "coordinating role" in english
    assert "<b>territoire</b> Exemple-Est" in french and "<b>territory</b> Exemple-Est" in english
    network.graph["rule"] = {"fr": "Règle à part.", "en": "Another rule."}
    assert "Règle à part." in render_page(network) and "Another rule." in render_page(network, "en")


def test_filters_of_every_form_can_be_said(network: nx.Graph) -> None:
    network.graph["filters"] = {
        "roll_up": True,
        "until": None,
        "from": "",
        "kind": ["b", "a"],
        "theme": {"fr": "accès aux soins", "en": "access"},
        "own_key": 3,
    }
    html = render_page(network)
    assert "<b>type</b> a, b" in html and "<b>thème</b> accès aux soins" in html and "<b>own key</b> 3" in html
    assert "<b>unités ramenées à leur organisme</b> oui" in html and "<b>au</b>" not in html and "<b>du</b>" not in html


def test_a_missing_translation_shows_the_other_language(network: nx.Graph) -> None:
    network.graph["title"] = {"fr": "Seulement en français"}
    assert "<h1>Seulement en français</h1>" in render_page(network, "en")


def test_a_bare_graph_is_drawn() -> None:
    g = nx.Graph()
    g.add_edge("urn:a", "urn:b")
    data = block(render_page(g), "data")
    assert [node["label"] for node in data["nodes"]] == ["urn:a", "urn:b"] and data["edges"] == [[0, 1, 0, []]]


def test_words_are_the_same_set_in_both_languages() -> None:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return len(value)
        return sorted(re.findall(r"\{\w+\}", value))

    words = {lang: said_by_page(lang) for lang in ("fr", "en")}
    assert shape(words["fr"]) == shape(words["en"])


def test_every_word_is_used() -> None:
    folder = Path(page_module.__file__).parent
    files = ("page.py", "ties.py", "compared.py", "templates/page.js", "templates/page.html", "templates/parts.html")
    used = "".join((folder / name).read_text(encoding="utf-8") for name in files)
    keys = said_by_page("fr")
    assert set(keys["mixed"]) <= set(keys)
    assert [key for key in keys if not re.search(rf"\bt\.{key}\b|\"{key}\"", used)] == []


def test_write_page_writes_what_render_page_says(network: nx.Graph, tmp_path: Path) -> None:
    path = write_page(network, tmp_path / "reseau.html", "en")
    assert path == tmp_path / "reseau.html"
    assert path.read_bytes() == render_page(network, "en").encode()
    assert [item.name for item in tmp_path.iterdir()] == ["reseau.html"]
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_failed_write_leaves_the_old_page(network: nx.Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reseau.html"
    path.write_text("ancien", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "(?i)no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(MaillageError, match=r"(?i)no space left"):
        write_page(network, path)
    assert path.read_text(encoding="utf-8") == "ancien"
    assert [item.name for item in tmp_path.iterdir()] == ["reseau.html"]


def test_refusals_say_where_and_how_to_mend(network: nx.Graph, tmp_path: Path) -> None:
    with pytest.raises(MaillageError, match=r"nowhere.*does not exist"):
        write_page(network, tmp_path / "nowhere" / "page.html")
    with pytest.raises(MaillageError, match="is a folder"):
        write_page(network, tmp_path)
    with pytest.raises(MaillageError, match="'de'"):
        write_page(network, tmp_path / "page.html", "de")
    assert list(tmp_path.iterdir()) == []
