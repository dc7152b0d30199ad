"""The page of a document: each claim beside its sentence, where it stands, and that the text is not all there."""

from __future__ import annotations

import re
from html import unescape

import pytest

from maillage.library import Graph
from maillage.pages.kinds import document, thing
from maillage.pages.kit.setting import Served, Setting, setting

DOCUMENT = "doc:convention-gpsea-2017"


@pytest.fixture(scope="module")
def made(small_graph: Graph) -> Setting:
    return setting(small_graph, "fr", Served())


def _page(made: Setting, name: str) -> str:
    return thing.page(made, made.graph.find(name), {}).decode()


def _claims(page: str) -> list[str]:
    return re.findall(r'<li data-claim="([^"]+)"', page)


def test_each_claim_beside_its_sentence(made: Setting) -> None:
    rows = list(made.graph.ask("what-a-document-says", document=DOCUMENT))
    page = unescape(_page(made, DOCUMENT))
    count = made.graph.query(
        "SELECT (COUNT(DISTINCT ?claim) AS ?n) { ?claim mlg:evidence ?quotation . "
        f"?quotation mlg:inDocument {DOCUMENT} }}"
    ).rows[0][0]
    assert len(set(_claims(page))) == len(_claims(page)) == count
    shown = {
        (int(start), " ".join(words.split()))
        for words, start in re.findall(r"<blockquote><p>«\u202f(.*?)\u202f»</p><footer>caractères (\d+) à", page, re.S)
    }
    assert shown == {(int(str(row["start"])), " ".join(str(row["sentence"]).split())) for row in rows}


def test_what_is_not_shown_is_said(made: Setting, monkeypatch: pytest.MonkeyPatch) -> None:
    page = unescape(_page(made, DOCUMENT))
    assert "Le texte entier n'est pas reproduit" in page and "Aucune licence connue" in page
    assert 'role="img"' in page and "ne sont pas montrées" not in page
    monkeypatch.setattr(document, "MANY", 5)
    cut = unescape(_page(made, DOCUMENT))
    total = len(_claims(page))
    assert len(_claims(cut)) == 5 and f"{total - 5} autres affirmations ne sont pas montrées ici" in cut
    assert "/questions/what-a-document-says?document=" in cut


def test_a_register_is_not_quoted(made: Setting) -> None:
    page = unescape(_page(made, "doc:registre-dispositifs"))
    assert "Rien de ce document n'est cité" in page and "<blockquote" not in page


def test_parts_stand_under_their_own_heading(made: Setting) -> None:
    rows = list(made.graph.ask("what-a-document-says", document="doc:fil-posts-sante-territoriale"))
    page = unescape(_page(made, "doc:fil-posts-sante-territoriale"))
    shown = re.findall(r"<h3>(.*?)</h3>", page)
    assert len(shown) > 1 and set(shown) <= {str(row["part"]) for row in rows}
