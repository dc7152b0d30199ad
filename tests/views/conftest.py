"""What the tests of views share: a browser, and a small network of made-up actors ("Exemple ...") as projections hand it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from maillage.library import Graph
from maillage.things.table import Column, Table
from maillage.views.map import coverage_map
from maillage.views.map_model import CoverageMap
from maillage.views.map_outlines import sheet

ID = "https://w3id.org/maillage/id"
DEF = "https://w3id.org/maillage/def/"

ACTORS: dict[str, tuple[str, str, str, str, str]] = {
    # slug: label, kind, kind in French, kind in English, family
    "ars": (
        "Agence régionale de santé d’Exemple-Est",
        "RegionalHealthAgency",
        "agence régionale de santé",
        "regional health agency",
        "HealthAgency",
    ),
    "delegation": (
        "Délégation d’Exemple-Nord de l’ARS",
        "HealthAgencyDelegation",
        "délégation d’agence de santé",
        "health agency delegation",
        "HealthAgency",
    ),
    "departement": (
        "Conseil départemental de l’Exemple",
        "DepartmentalCouncil",
        "conseil départemental",
        "departmental council",
        "Collectivity",
    ),
    "metropole": ("Métropole du Grand Exemple", "Metropolis", "métropole", "metropolis", "Collectivity"),
    "ville": ("Ville d’Exempleville", "Municipality", "commune", "municipality", "Collectivity"),
    "prefecture": ("Préfecture de l’Exemple", "Prefecture", "préfecture", "prefecture", "StateService"),
    "cpam": (
        "CPAM de l’Exemple",
        "HealthInsuranceFund",
        "caisse primaire d’assurance maladie",
        "health insurance fund",
        "SocialSecurityBody",
    ),
    "chu": ("CHU d’Exempleville « Cœur »", "Hospital", "hôpital", "hospital", "CareProvider"),
    "ordre": (
        "Ordre des exemples",
        "ProfessionalBody",
        "organisation professionnelle",
        "professional body",
        "ProfessionalBody",
    ),
    "asso": (
        "Association Exemple </script><b>santé</b> 🌻",
        "Association",
        "association",
        "association",
        "Association",
    ),
    "cpts": (
        "CPTS du Pays d’Exemple",
        "ProfessionalCommunity",
        "communauté professionnelle territoriale de santé",
        "professional community",
        "Collaboration",
    ),
    "universite": ("Université d’Exemple", "AcademicBody", "université", "university", "AcademicBody"),
}

ROLES = {
    "carrier": {"fr": "porteur", "en": "carrier"},
    "signatory": {"fr": "signataire", "en": "signatory"},
    "participant": {"fr": "participant", "en": "participant"},
    "partner": {"fr": "partenaire", "en": "partner"},
}

# slug: label, kind, from, until, open, dates known, inferred, document, address, {actor: (role, quotation)}
ARRANGEMENTS: dict[str, tuple[Any, ...]] = {
    "cls": (
        "Contrat local de santé du Grand Exemple",
        {"fr": "contrat local de santé", "en": "local health contract"},
        "2022-03-01",
        "2026-12-31",
        False,
        True,
        False,
        "Communiqué : le CLS du Grand Exemple est signé",
        "https://exemple.invalid/cls",
        {
            "ars": ("signatory", "L’ARS d’Exemple-Est a signé le contrat"),
            "metropole": ("carrier", "porté par la Métropole du Grand Exemple"),
            "prefecture": ("signatory", "aux côtés de la préfecture, également signataire"),
            "cpam": ("signatory", "la CPAM, signataire du contrat"),
            "departement": ("signatory", "et le Département, signataires"),
        },
    ),
    "atelier": (
        "Atelier « santé & quartiers »",
        {"fr": "événement", "en": "event"},
        "2024-01-15",
        "2024-01-15",
        False,
        True,
        False,
        "Un atelier d’Exemple",
        None,
        {
            "ars": ("participant", "l’ARS était présente à l’atelier"),
            "ville": ("participant", "la Ville d’Exempleville accueillait l’atelier"),
            "asso": ("participant", 'l’association a dit : "<script>alert(1)</script> & merci" 🌻'),
            "chu": ("participant", 'le CHU a présenté ses "consultations avancées"'),
        },
    ),
    "pacte": (
        "Pacte d’accès aux soins de l’Exemple",
        {"fr": "pacte", "en": "pact"},
        None,
        None,
        False,
        False,
        False,
        "Article sans date",
        "javascript:alert(1)",
        {
            "departement": ("partner", "le Département s’engage"),
            "ordre": ("partner", "avec l’Ordre des exemples"),
            "chu": ("partner", "et le CHU"),
        },
    ),
    "conseil": (
        "Conseil territorial de santé d’Exemple",
        {"fr": "instance", "en": "governance body"},
        "2017-01-01",
        None,
        True,
        True,
        False,
        "Composition du conseil d’Exemple",
        None,
        {
            "delegation": ("partner", "la délégation siège au conseil"),
            "cpam": ("partner", "l’assurance maladie y est représentée"),
            "cpts": ("partner", "la CPTS du Pays d’Exemple y siège"),
            "ordre": ("partner", "l’Ordre y désigne un membre"),
        },
    ),
    "convention": (
        "Convention Ville-Métropole d’Exemple",
        {"fr": "convention", "en": "convention"},
        "2020",
        "2021",
        False,
        True,
        True,
        "Délibération d’Exemple",
        None,
        {"metropole": ("signatory", "la Métropole"), "ville": ("signatory", "et la Ville conviennent")},
    ),
    "feuille": (
        "Feuille de route de l’Exemple",
        {"fr": "feuille de route", "en": "roadmap"},
        "2023-05-01",
        None,
        False,
        False,
        False,
        "Feuille de route",
        None,
        {
            "ars": ("carrier", "portée par l’ARS"),
            "metropole": ("partner", "avec la Métropole"),
            "departement": ("partner", "et le Département"),
        },
    ),
}


def days(text: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a made-up day or year may be."""
    return (f"{text}-01-01", f"{text}-12-31") if text and len(text) == 4 else (text, text)


def body(slug: str) -> str:
    return f"{ID}/organisation/exemple-{slug}"


def sample_network(directed: bool = False) -> nx.Graph:
    """Twelve actors, six arrangements; the university is linked to nobody."""
    g: nx.Graph = nx.DiGraph() if directed else nx.Graph()
    g.graph.update(
        name="coordination",
        title={"fr": "Qui se coordonne avec qui en Exemple", "en": "Who coordinates with whom in Example"},
        directed=directed,
        filters={"territory": "Exemple-Est", "on": None},
        generated_from="maillage 0.0-exemple",
    )
    for slug, (label, kind, fr, en, family) in ACTORS.items():
        g.add_node(
            body(slug),
            label=label,
            kind=f"mlg:{kind}",
            kind_label={"fr": fr, "en": en},
            family=f"mlg:{family}",
            codes=[("SIREN", "000000000")] if slug == "ars" else [],
            alt_labels=["ARS Exemple-Est", "ARS"] if slug == "ars" else [],
            territory="Exemple-Est" if slug in ("ars", "departement") else None,
            arrangements=[
                {"iri": f"{ID}/arrangement/exemple-{name}", "label": about[0], "role_label": ROLES[about[9][slug][0]]}
                for name, about in ARRANGEMENTS.items()
                if slug in about[9]
            ],
        )
    for name, about in ARRANGEMENTS.items():
        label, kind, since, until, is_open, known, inferred, document, source, taking_part = about
        for a, b in itertools.combinations(taking_part, 2):
            tie = {
                "arrangement": f"{ID}/arrangement/exemple-{name}",
                "arrangement_label": label,
                "arrangement_kind_label": kind,
                "from": since,
                "until": until,
                **dict(zip(("from_earliest", "from_latest"), days(since), strict=True)),
                **dict(zip(("until_earliest", "until_latest"), days(until), strict=True)),
                "open": is_open,
                "dates_known": known,
                "certainty": "inferred" if inferred else "explicit",
                "relation_label": None,
                "roles": [
                    {"actor": body(slug), "actor_label": ACTORS[slug][0], "role_label": ROLES[taking_part[slug][0]]}
                    for slug in (a, b)
                ],
                "quotations": [
                    {
                        "exact": taking_part[slug][1],
                        "document": f"{ID}/document/exemple-{name}",
                        "document_label": document,
                        "source": source,
                        "start": 100 * place,
                        "end": 100 * place + len(taking_part[slug][1]),
                        "part": None,
                    }
                    for place, slug in enumerate((a, b))
                ],
            }
            if not g.has_edge(body(a), body(b)):
                g.add_edge(body(a), body(b), ties=[], weight=0)
            edge = g.edges[body(a), body(b)]
            edge["ties"].append(tie)
            edge["weight"] = len({one["arrangement"] for one in edge["ties"]})
    return g


@pytest.fixture
def network() -> nx.Graph:
    return sample_network()


@pytest.fixture
def make_network() -> Any:
    return sample_network


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens files as pages, each in a window of its own without network; held of each in the end: it asked for itself
    alone, and had nothing to complain about."""
    opened: list[tuple[Any, Path, list[str], list[str]]] = []

    def start(path: Path, width: int = 1280, height: int = 800, script: bool = True, ready: bool = True) -> Any:
        """The page of a file; with `ready` once its script says that it is."""
        context = browser.new_context(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            locale="fr-FR",
            java_script_enabled=script,
        )
        context.set_offline(True)
        page = context.new_page()
        requests: list[str] = []
        complaints: list[str] = []
        opened.append((context, path, requests, complaints))
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        if script and ready:
            page.wait_for_selector("html[data-ready=true]", state="attached")
        return page

    yield start
    for context, path, requests, complaints in opened:
        context.close()
        assert requests == [path.as_uri()]
        assert complaints == []


#: Code of a made-up territory's outline -> covered, for certain, twice, contracts without communes, inhabitants of whom it is not known, of a deduced perimeter.
COVERED = {
    "54": (1000, 400, 300, 0, 0, 300),
    "55": (800, 0, 0, 0, 90, 0),
    "29": (0, 0, 0, 1, 0, 0),
    "67": (200, 200, 0, 0, 0, 0),
}
#: Code -> label, IRI's end, status, start, end, whether certain (or perhaps, None: not known), inhabitants here, parties, signatories, page.
CONTRACTS = {
    "54": [
        (
            "CLS <b>du</b> Grand Exemple",
            "grand",
            "signé",
            "2022-03",
            "2026",
            True,
            1000,
            12,
            2,
            "https://exemple.invalid/cls",
        ),
        ("CLS du Val d’Exemple", "val", "", "2021-05-04", None, False, 300, 3, 1, "javascript:alert(1)"),
    ],
    "55": [("CLS du Val d’Exemple", "val", "", "2021-05-04", None, False, 800, 3, 1, "javascript:alert(1)")],
    "29": [("CLS du Finistère", "finistere", "", None, None, None, 0, 1, 0, "https://exemple.invalid/finistere")],
    "67": [
        (
            "CLS d’Alsace d’Exemple",
            "alsace",
            "en vigueur",
            "2020",
            "2024-12-31",
            True,
            200,
            5,
            3,
            "http://exemple.invalid/a",
        )
    ],
}


UNPLACED = ("CLS d’un pays d’Exemple", "pays", "signé", "2023", None, False, 0, 2, 2, "https://exemple.invalid/pays")
#: The columns of the two questions that the map reads.
COVERAGE = (
    "area area_iri code inhabitants covered covered_certain covered_twice unlocated covered_unknown covered_deduced"
)
BY_AREA = "area area_iri contract contract_iri status starts ends in_force in_force_iri reason attested inhabitants parties signatories document page"


def sample_map(
    level: str = "department",
    lang: str = "fr",
    codes: tuple[str, ...] | None = None,
    name: str | None = None,
    caveat: str = "Le registre est un échantillon.",
    turned: bool = False,
) -> CoverageMap:
    """A made-up map, from rows as the two questions answer them: a thousand inhabitants a territory, four covered."""
    shapes = sheet(level).shapes
    coverage: list[tuple[Any, ...]] = []
    contracts: list[tuple[Any, ...]] = []
    for code in codes or tuple(shapes):
        shape = shapes.get(code)
        label = name or (shape.name if shape and shape.name else f"Territoire {code}")
        iri = f"{ID}/territory/{level}-{code}"
        people = 1_000_000 if code == "55" else 1000
        coverage.append((label, iri, code, people, *COVERED.get(code, (0, 0, 0, 0, 0, 0))))
        contracts += [row_of(label, iri, about) for about in CONTRACTS.get(code, ())]
    country = ("France", f"{ID}/territory/pays-FR")
    everywhere = [(*country, *row[2:]) for row in contracts] + [row_of(*country, UNPLACED)]
    for rows in (coverage, contracts, everywhere) if turned else ():
        rows.reverse()
    notes = [caveat, "En vigueur veut dire ceci."]
    return coverage_map(
        level,
        "2024-06-30",
        Table([Column(one) for one in COVERAGE.split()], coverage, notes=notes),
        Table([Column(one) for one in BY_AREA.split()], contracts, notes=notes[:1]),
        Table([Column(one) for one in BY_AREA.split()], everywhere),
        lang,
    )


def row_of(label: str, iri: str, about: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row of `BY_AREA`."""
    title, slug, status, starts, ends, sure, *counts, page = about
    standing = "unknown" if sure is None else "certain" if sure else "possible"
    why = (standing, f"{DEF}standing/{standing}", "par ses dates" if sure else "présumé", "" if sure else "2021")
    return (
        label,
        iri,
        title,
        f"{ID}/arrangement/exemple-{slug}",
        *(one if one != "" else None for one in (status, starts, ends, *why, *counts)),
        "Page d’exemple",
        page,
    )


@pytest.fixture
def make_map() -> Any:
    return sample_map


@pytest.fixture(scope="session")
def graph(small_graph: Graph) -> Graph:
    """The small graph, in place of the shipped one: every thing of it is drawn as a card."""
    return small_graph
