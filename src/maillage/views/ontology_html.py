"""The reference of the ontology: what it tells of each term comes in; one page a language goes out.

Nothing is fetched and no script runs: a Content Security Policy says so, and the style sheet is inside. The anchor of a
term is its local name, so that its IRI leads to it.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from maillage.terms import DCT, MLG, OWL, PREFIXES, SKOS, curie
from maillage.things.policy import policy
from maillage.views.ontology_diagram import HEIGHT, TALL, WIDTH, boxes, iri_of, ties
from maillage.views.template import render, text_of
from maillage.vocabulary.entries import Entry, Vocabulary, anchor_of
from maillage.vocabulary.negotiation import FORMS
from maillage.vocabulary.samples import prefixes_of

LANGUAGES = ("fr", "en")
#: The logo, in the folder of the ontology and beside the pages.
LOGO = "logo.svg"
BIBO, VANN = "http://purl.org/ontology/bibo/", "http://purl.org/vocab/vann/"


class Piece(NamedTuple):
    """A run of a sentence: plain, or the name of a term with its IRI."""

    text: str
    iri: str = ""


class Line(NamedTuple):
    """A line of the index."""

    text: str
    curie: str
    anchor: str
    kind: str


def file_of(lang: str) -> str:
    """The file of the page in a language."""
    return f"maillage.{lang}.html"


def page(vocabulary: Vocabulary, lang: str, version: str = "") -> str:
    """The page in a language.

    Parameters
    ----------
    version:
        Of the software, for the last line.
    """
    spec, words = _spec(), vocabulary.words
    say = spec[lang]
    other = "en" if lang == "fr" else "fr"

    seen: set[str] = set()

    def label(iri: str) -> str:
        return words.label(iri, lang)

    return render(
        "ontology.html",
        say=say,
        lang=lang,
        other=other,
        file_of=file_of,
        policy=policy(),
        style=_style(),
        logo=_logo(vocabulary.places.ontology / LOGO),
        logo_file=LOGO,
        version=f"Maillage {version}".strip(),
        header=_header(vocabulary, lang),
        forms=FORMS,
        boxes=boxes(vocabulary, spec, lang),
        ties=ties(vocabulary, spec, lang),
        width=WIDTH,
        height=HEIGHT,
        tall=TALL,
        howto=list(_howto(vocabulary, spec, lang)),
        index=index(vocabulary, lang),
        acronyms=acronyms(vocabulary),
        themes=[
            (
                theme["id"],
                say["themes"][theme["id"]],
                list(vocabulary.tree([iri_of(root) for root in theme["roots"]], seen)),
            )
            for theme in spec["themes"]
        ],
        domains=list(_domains(vocabulary)),
        schemes=vocabulary.schemes,
        questions=vocabulary.asked.questions,
        reused=_reused(vocabulary),
        prefixes=_prefixes(vocabulary),
        label=label,
        name_in=lambda iri, where: words.label(iri, where),
        texts=lambda iri, predicate: words.texts(iri, predicate, lang),
        definition=lambda iri: words.text(iri, SKOS + "definition", SKOS + "scopeNote", lang=lang),
        alternatives=lambda iri: words.texts(iri, SKOS + "altLabel", "fr"),
        note=lambda iri: words.text(iri, SKOS + "scopeNote", lang=lang),
        short=curie,
        anchor=anchor_of,
        scheme_anchor=lambda iri: iri.rsplit("/", 1)[-1],
        link_word=lambda predicate: say[predicate.rsplit("#", 1)[-1]],
        takes=_takes,
        uses=lambda question: sorted(iri for iri in question.terms if iri in vocabulary.classes),
    )


def _logo(path: Path) -> str:
    """The drawing of the logo, to stand in the page: its policy lets nothing be fetched."""
    drawing = re.sub(r"<\?.*?\?>|<!--.*?-->", "", path.read_text(encoding="utf-8"), flags=re.S)
    drawing = re.sub(r'(<svg[^>]*?) width="\d+" height="\d+"', r'\1 width="44" height="44"', drawing, count=1)
    return re.sub(r'\b(id|aria-labelledby)="t"', r'\1="logo-title"', drawing).strip()


@cache
def _spec() -> dict[str, Any]:
    return dict(json.loads(text_of("ontology.json")))


@cache
def _style() -> str:
    """The colours and letters of the network page, so that all change together, and this page's own rules."""
    tokens = re.match(r":root \{.*?\}\n", text_of("page.css"), re.S)
    return (tokens[0] if tokens else "") + text_of("ontology.css")


def _header(vocabulary: Vocabulary, lang: str) -> dict[str, list[str]]:
    """What the header says, by the name of each field."""
    words, subject = vocabulary.words, vocabulary.header
    fields = {
        "title": DCT + "title",
        "description": DCT + "description",
        "abstract": DCT + "abstract",
        "version": OWL + "versionInfo",
        "authors": DCT + "creator",
        "publisher": DCT + "publisher",
        "created": DCT + "created",
        "issued": DCT + "issued",
        "modified": DCT + "modified",
        "cite": DCT + "bibliographicCitation",
        "source": DCT + "source",
        "doi": BIBO + "doi",
        "prefix": VANN + "preferredNamespacePrefix",
        "space": VANN + "preferredNamespaceUri",
    }
    found = {name: [t for t in words.texts(subject, predicate, lang) if t] for name, predicate in fields.items()}
    links = {
        "logo": PREFIXES["foaf"] + "logo",
        "versionIRI": OWL + "versionIRI",
        "prior": OWL + "priorVersion",
        "licence": DCT + "license",
        "compatible": OWL + "backwardCompatibleWith",
        "status": BIBO + "status",
    }
    return {"iri": [subject], **found, **{name: words.iris(subject, predicate) for name, predicate in links.items()}}


def pieces(vocabulary: Vocabulary, text: str, lang: str) -> list[Piece]:
    """A sentence with ``{mlg:Term}`` in it, cut into runs."""
    out = []
    for part in re.split(r"(\{[\w:-]+\})", text):
        if part.startswith("{"):
            iri = iri_of(part[1:-1])
            out.append(Piece(curie(iri), iri))
        elif part:
            out.append(Piece(part))
    return out


def _howto(vocabulary: Vocabulary, spec: dict[str, Any], lang: str) -> Iterator[dict[str, Any]]:
    for item in spec["howto"]:
        title, text = item[lang]
        lines = [vocabulary.samples.subject(item["file"], subject) for subject in item["subjects"]]
        yield {
            "id": item["id"],
            "title": title,
            "pieces": pieces(vocabulary, text, lang),
            "terms": [iri_of(name) for name in item["terms"]],
            "lines": "\n\n".join(lines),
            "file": item["file"],
        }


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def index(vocabulary: Vocabulary, lang: str) -> list[Line]:
    """Every class and property by its name."""
    entries = [*vocabulary.classes.values(), *vocabulary.properties.values()]
    lines = [Line(vocabulary.words.label(e.iri, lang), e.curie, e.anchor, e.kind) for e in entries]
    return sorted(lines, key=lambda line: (_folded(line.text), line.curie))


def acronyms(vocabulary: Vocabulary) -> list[Line]:
    """Every other name of a class, in the words of the field, by its name."""
    lines = [
        Line(name, entry.curie, entry.anchor, entry.kind)
        for entry in vocabulary.classes.values()
        for name in vocabulary.words.texts(entry.iri, SKOS + "altLabel", "fr")
    ]
    return sorted(lines, key=lambda line: (_folded(line.text), line.curie))


def _domains(vocabulary: Vocabulary) -> Iterator[tuple[str, list[Entry]]]:
    """The properties by the class they are declared for, in the order of the classes; those of several come last."""
    groups: dict[str, list[Entry]] = {}
    for entry in vocabulary.properties.values():
        groups.setdefault(next(iter(entry.domain), ""), []).append(entry)
    order = list(vocabulary.classes)
    for domain in sorted(groups, key=lambda d: (not d, d not in order, order.index(d) if d in order else 0, d)):
        yield domain, groups[domain]


def _takes(entry: Entry) -> str:
    """What to say of a property that has no range."""
    return "" if entry.range or entry.kind == "annotation" else "several" if entry.kind == "relation" else "anyText"


def _reused(vocabulary: Vocabulary) -> list[str]:
    kinds = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
    return [iri for iri in vocabulary.words.of_type(*(OWL + kind for kind in kinds)) if not iri.startswith(MLG)]


def _prefixes(vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The prefixes that the examples use."""
    return prefixes_of("\n".join(vocabulary.samples.files.values()))
