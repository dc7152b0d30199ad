"""The reference of the ontology: whole, linked, accessible, of one language each, and true to the files."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from maillage.places import Places
from maillage.terms import MLG, SKOS, expand
from maillage.views.ontology_diagram import Tie, boxes, is_true, ties
from maillage.views.ontology_html import _spec, file_of, page
from maillage.vocabulary.entries import Vocabulary, anchor_of

LANGUAGES = ("fr", "en")


class Read(HTMLParser):
    """What the tests ask of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.sources: list[str] = []
        self.html_lang = ""
        self.headings: list[int] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids += [said["id"]] if "id" in said else []
        if tag == "a":
            self.links.append(said.get("href", ""))
        if tag in ("img", "script", "iframe", "source", "video", "object", "use", "image"):
            self.sources.append(tag)
        if tag == "link" and said.get("rel") not in ("canonical", "alternate"):
            self.sources += [said.get("href", "")] if said.get("href") != "data:," else []
        if tag == "html":
            self.html_lang = said.get("lang", "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture(scope="module")
def vocabulary(places: Places) -> Vocabulary:
    return Vocabulary(places)


@pytest.fixture(scope="module")
def html(vocabulary: Vocabulary) -> dict[str, str]:
    return {lang: page(vocabulary, lang, "9.9") for lang in LANGUAGES}


@pytest.fixture(scope="module")
def read(html: dict[str, str]) -> dict[str, Read]:
    return {lang: Read(text) for lang, text in html.items()}


def article(text: str, anchor: str) -> str:
    """The part of a page about a term."""
    found = re.search(rf'<(article|tr)[^>]* id="{re.escape(anchor)}">.*?</\1>', text, re.S)
    assert found, anchor
    return found[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_anchor_is_one_and_every_link_leads(read: dict[str, Read], lang: str) -> None:
    ids = read[lang].ids
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})
    assert [link for link in read[lang].links if link.startswith("#") and link[1:] not in ids] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_has_its_place(read: dict[str, Read], vocabulary: Vocabulary, lang: str) -> None:
    terms = [*vocabulary.classes, *vocabulary.properties]
    terms += [entry.iri for scheme in vocabulary.schemes for entry, _ in scheme.concepts]
    assert len(terms) > 400
    assert [iri for iri in terms if anchor_of(iri) not in read[lang].ids] == []


def test_the_anchor_is_the_end_of_the_iri() -> None:
    assert anchor_of(MLG + "Actor") == "Actor"
    assert anchor_of("https://w3id.org/maillage/def/role/signatory") == "role/signatory"
    assert anchor_of("http://www.w3.org/ns/org#Organization") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_fetched_and_nothing_runs(html: dict[str, str], read: dict[str, Read], lang: str) -> None:
    assert read[lang].sources == []
    assert "default-src 'none'" in unescape(html[lang]) and "script-src" not in html[lang]
    assert not re.search(r"url\((?!#)|@import|\son[a-z]+=", html[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_that_assistive_tools_can_read(html: dict[str, str], read: dict[str, Read], lang: str) -> None:
    assert read[lang].html_lang == lang
    for landmark in ("header", "main", "nav", "footer"):
        assert landmark in read[lang].tags
    assert read[lang].headings.count(1) == 1
    steps = [b - a for a, b in zip(read[lang].headings, read[lang].headings[1:], strict=False)]
    assert max(steps) <= 1, "no level of heading is skipped"
    assert "<svg viewBox" in html[lang] and 'role="img"' in html[lang] and "<title id=" in html[lang]
    assert 'class="skip"' in html[lang]
    assert html[lang].count("<th scope=") > 20


def test_each_language_by_itself(html: dict[str, str], read: dict[str, Read], vocabulary: Vocabulary) -> None:
    """Definitions stand in the language of the page only; the other page is a link away."""
    words = vocabulary.words
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        assert file_of(other) in read[lang].links
        text = " ".join(" ".join(read[lang].text).split())
        for iri in [*vocabulary.classes, *vocabulary.properties]:
            assert " ".join(words.text(iri, SKOS + "definition", lang=lang).split()) in text, iri
            assert words.text(iri, SKOS + "definition", lang=other) not in text, iri


#: What a stranger looks for: the page's words about it, the term they lead to, and what is said there.
SOUGHT = {
    "signature": ("role:signatory", "role/approver", {"fr": "rôle coordinateur", "en": "coordinating"}),
    "cpts": ("mlg:ProfessionalCommunity", "ProfessionalCommunity", {"fr": "CPTS", "en": "CPTS"}),
    "deduced": ("certainty:inferred", "certainty/inferred", {"fr": "déduit", "en": "deduced"}),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("asked", SOUGHT)
def test_a_stranger_finds(html: dict[str, str], read: dict[str, Read], asked: str, lang: str) -> None:
    """From the list at the top, in one step; the lines shown use the term."""
    name, anchor, said = SOUGHT[asked]
    assert f"#how-{asked}" in read[lang].links[:20]
    (how,) = re.findall(rf'<article id="how-{asked}">.*?</article>', html[lang], re.S)
    assert re.search(rf"<pre[^>]*>[^<]*{re.escape(name)}", how), "the example shows it"
    assert f'href="#{anchor}"' in how
    row = article(html[lang], anchor)
    assert said[lang] in row
    if asked == "signature":
        flag = re.compile(rf'data-h="{said[lang]}">(\w+)<')
        approver, signatory = (flag.search(article(html[lang], f"role/{r}")) for r in ("approver", "signatory"))
        assert approver and signatory and approver[1] != signatory[1]


def test_the_index_holds_every_acronym(html: dict[str, str], vocabulary: Vocabulary) -> None:
    for lang in LANGUAGES:
        index = html[lang].split('id="s-index"')[1].split("</section>")[0]
        for iri in vocabulary.classes:
            for name in vocabulary.words.texts(iri, SKOS + "altLabel", "fr"):
                assert name.replace("'", "&#39;") in index, name


def test_questions_are_those_that_name_the_term(html: dict[str, str], vocabulary: Vocabulary) -> None:
    (funding,) = [e for iri, e in vocabulary.classes.items() if iri == MLG + "Funding"]
    assert funding.questions
    part = article(html["fr"], "Funding")
    for question in vocabulary.asked.questions:
        named = f'href="#q-{question.name}"' in part
        assert named == (MLG + "Funding" in question.terms), question.name
        assert f"<code>{question.command}</code>" in html["fr"]


def test_the_drawing_is_true(vocabulary: Vocabulary) -> None:
    drawn = ties(vocabulary, _spec(), "fr")
    assert len(drawn) >= 10
    assert [tie for tie in drawn if not is_true(vocabulary, tie)] == []
    assert {box.iri for box in boxes(vocabulary, _spec(), "en")} >= {tie.start for tie in drawn}


@pytest.mark.parametrize(
    ("start", "end", "by"),
    [
        ("mlg:Document", "mlg:Territory", "mlg:governs"),
        ("mlg:Actor", "mlg:Document", "mlg:governs"),
        ("mlg:Actor", "mlg:Territory", "mlg:population"),
        ("mlg:Quotation", "mlg:Actor", "mlg:document"),
    ],
)
def test_a_false_tie_is_seen(vocabulary: Vocabulary, start: str, end: str, by: str) -> None:
    one, other, name = (str(expand(curie)) for curie in (start, end, by))
    assert not is_true(vocabulary, Tie(one, other, (name,), "", "", 0, 0))


def test_every_class_stands_under_one_theme(vocabulary: Vocabulary) -> None:
    seen: set[str] = set()
    for theme in _spec()["themes"]:
        list(vocabulary.tree([str(expand(root)) for root in theme["roots"]], seen))
    assert seen == set(vocabulary.classes)


def test_an_example_shows_its_term(vocabulary: Vocabulary) -> None:
    for entry in [*vocabulary.classes.values(), *vocabulary.properties.values()]:
        if entry.sample:
            names = [entry.curie, *(vocabulary.classes[c].curie for c in vocabulary.below(entry.iri)[1:])]
            assert any(name in entry.sample.lines for name in names), entry.curie
            assert len(entry.sample.lines.splitlines()) <= 12
    assert all(entry.sample for entry in vocabulary.classes.values())


def test_same_input_same_page(html: dict[str, str], places: Places) -> None:
    assert page(Vocabulary(places), "fr", "9.9") == html["fr"]
