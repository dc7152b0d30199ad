"""The bytes of each file of a folder: a graph, a plan and a task come in; paths with their bytes go out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from maillage import __version__
from maillage.export.networks import to_csv
from maillage.export.ontology import ontology_files
from maillage.library import Graph
from maillage.pages import home
from maillage.pages.asked import question, questions
from maillage.pages.kinds import thing
from maillage.pages.kit.frame import framed
from maillage.pages.kit.setting import LANGUAGES, Around, Setting
from maillage.pages.kit.shipped import shipped
from maillage.pages.kit.wording import words
from maillage.pages.networks import explorer
from maillage.pages.networks.drawings import drawn
from maillage.pages.networks.explorer import PARTS
from maillage.pages.site.folder import VOCABULARY, Folder
from maillage.pages.site.index import index
from maillage.pages.site.plan import Plan, Task
from maillage.terms import ID
from maillage.views.explorer_link import link_told
from maillage.views.ontology_html import file_of
from maillage.views.ontology_html import page as reference
from maillage.vocabulary.entries import Vocabulary

#: A file: its path below the folder, and its bytes.
File = tuple[str, bytes]
Maker = Callable[[Setting, str], bytes]


def made(graph: Graph, plan: Plan, task: Task) -> Iterator[File]:
    """The files that come of a task."""
    here = setting_of(graph, plan, task.lang, task.path)
    if task.kind == "links":
        yield from _links(here, task)
    elif task.kind == "rows":
        yield from _rows(graph, plan, task)
    else:
        yield task.files[0], MAKERS[task.kind](here, task.of)


def setting_of(graph: Graph, plan: Plan, lang: str, path: str) -> Setting:
    """The setting of a page of the folder."""
    return Setting(lang=lang, addresses=Folder(plan, lang, path), graph=graph, at=plan.at)


def given(graph: Graph, plan: Plan) -> dict[str, bytes]:
    """The files that are made of no page: scripts and styles, the vocabulary, drawings, and what a host reads."""
    places = graph.built.loaded.places
    vocabulary = Vocabulary(places)
    found = {f"static/{name}": file.data for name, file in shipped().items()}
    found |= {f"{VOCABULARY}/{name}": data for name, data in ontology_files(places.ontology).items()}
    found |= {f"{VOCABULARY}/{file_of(lang)}": reference(vocabulary, lang, __version__).encode() for lang in LANGUAGES}
    found |= {f"explore/{name}.json": drawn(graph, name) for name in plan.networks}
    found["search.json"] = index(graph, plan)
    found["404.html"] = _missing(plan)
    found["robots.txt"] = _robots(plan)
    if plan.base:
        found["sitemap.xml"] = _sitemap(plan)
    return found


def _search(setting: Setting, of: str) -> bytes:
    """The page that searches in the browser; without scripts, the regions to begin with."""
    addresses, say = setting.addresses, words("search", setting.lang)
    assert isinstance(addresses, Folder)
    regions = [iri for iri in addresses.plan.things if iri.startswith(f"{ID}territory/region-")]
    labelled = sorted((setting.graph.label(iri, setting.lang), addresses.thing(iri)) for iri in regions)
    return framed(
        setting,
        "site_search.html",
        say["heading"],
        scripts=("search.js",),
        say=say,
        index=addresses.index(),
        things=addresses.things(),
        regions=labelled,
    )


def _rows(graph: Graph, plan: Plan, task: Task) -> Iterator[File]:
    """The answer that the page of a question shows, in the forms in which a server gives it."""
    table = graph.ask(task.of, lang=task.lang, **dict(plan.questions[task.of]))
    told = {"question": task.of, "title": table.title, "rows": json.loads(table.to_json()), "notes": list(table.notes)}
    csv, rows = task.files
    yield csv, table.to_csv().encode()
    yield rows, (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _network_csv(setting: Setting, name: str) -> bytes:
    return to_csv(setting.graph.network(name), setting.lang).encode()


def _links(setting: Setting, task: Task) -> Iterator[File]:
    """All that is said of each link, in as many parts as the explorer looks for: by the number of its source."""
    network = setting.graph.network(task.of)
    told = json.loads(drawn(setting.graph, task.of))
    nodes = [node[0] for node in told["nodes"]]
    parts: dict[int, dict[str, Any]] = defaultdict(dict)
    for source, target, *_ in told["links"]:
        ends = [_node(nodes[end], network) for end in (source, target)]
        link = link_told(network, ends[0], ends[1], setting.lang, setting.addresses.thing)
        parts[source % PARTS][f"{nodes[source]}~{nodes[target]}"] = link
    for part, path in enumerate(task.files):
        yield path, (json.dumps(parts[part], ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _node(short: str, network: Any) -> Any:
    """The node of a network that a drawing names by the end of its IRI."""
    return short if short in network else ID + short


def _missing(plan: Plan) -> bytes:
    """What a host shows where there is nothing: in French, with a link to the English."""
    lang = LANGUAGES[0]
    around = Around(lang=lang, addresses=Folder(plan, lang, "404.html", whole=True))
    say = words("problem", lang)
    return framed(around, "problem.html", say["titles"]["404"], status=404, what="", fix="", say=say)


def _robots(plan: Plan) -> bytes:
    said = f"\nSitemap: {plan.base}sitemap.xml\n" if plan.base else ""
    return f"User-agent: *\nAllow: /\n{said}".encode()


def _sitemap(plan: Plan) -> bytes:
    """Every page with its address; 50,000 is the most that one file may hold."""
    pages = [path for lang in LANGUAGES for task in plan.tasks(lang) for path in task.files if path.endswith(".html")]
    rows = "".join(f"<url><loc>{escape(plan.base + quote(path))}</loc></url>\n" for path in sorted(pages))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


MAKERS: dict[str, Maker] = {
    "home": lambda setting, of: home.page(setting, of, {}),
    "questions": lambda setting, of: questions.page(setting, of, {}),
    "question": lambda setting, of: question.page(setting, of, {}),
    "network": lambda setting, of: explorer.page(setting, of, {}),
    "thing": lambda setting, of: thing.page(setting, of, {}),
    "search": _search,
    "drawing-csv": _network_csv,
}
