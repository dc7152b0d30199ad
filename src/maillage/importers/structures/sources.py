"""The sources of the structures of coordinated care: the stock of FINESS of 2021, and Occitanie in 2026."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing, one_of
from maillage.importers.kit.source import Source

STOCK = Listing(
    "msp_cpts_2021.csv",
    handled={
        "finess_et": "le numéro FINESS de la structure",
        "finess_ej": "celui de l'entité juridique qui la porte, comme autre numéro (skos:notation)",
        "siret": "le SIREN de la structure, là où aucune autre ne l'a et où ce n'est pas celui d'un organisme public",
        "name": "son nom, en capitales, rendu lisible",
        "category": "sa sorte",
        "city": "sa commune, cherchée dans le département du numéro ; à défaut le département",
    },
    ignored={
        "category_label": "la sorte est celle du code",
        "postal_code": "un code postal ne désigne pas une commune",
        "lat": "le graphe situe un acteur par sa commune",
        "lon": "le graphe situe un acteur par sa commune",
        "opened": "le jour où FINESS l'a ouverte n'est pas celui où elle existe",
    },
    example={
        "finess_ej": "540025798",
        "finess_et": "540025806",
        "siret": "85347834500012",
        "name": "CPTS DE LA METROPOLE NANCEIENNE",
        "category": "604",
        "category_label": "Communautés professionnelles territoriales de santé (CPTS)",
        "postal_code": "54000",
        "city": "NANCY",
        "lat": "48.68766956761462",
        "lon": "6.178616507213839",
        "opened": "2020-07-09",
    },
    rows=(1800, 1900),
    needed=("finess_et", "name", "category"),
    values={"category": ("603", "604")},
)
OCCITANIE_ROWS = Listing(
    "finess_occitanie_gouvernance.csv",
    handled={
        "finess_et": "le numéro FINESS de la structure",
        "finess_ej": "celui de l'entité juridique qui la porte, comme autre numéro (skos:notation)",
        "raison_sociale": "son nom, en capitales, rendu lisible",
        "raison_sociale_longue": "un autre nom",
        "categorie": "sa sorte",
        "code_insee_commune": "sa commune, à défaut son département",
        "departement": "son département, là où le code officiel ne connaît pas la commune",
    },
    ignored={
        "libelle_categorie": "la sorte est celle du code",
        "raison_sociale_ej": "le nom de l'entité n'est pas celui de la structure",
    },
    example={
        "finess_et": "090004888",
        "finess_ej": "090004870",
        "raison_sociale": "DAC DE L'ARIEGE",
        "raison_sociale_longue": "DISPOSITIF D'APPUI A  LA COORDINATION DE L'ARIEGE",
        "categorie": "606",
        "libelle_categorie": "Dispositif d'appui à la coordination",
        "code_insee_commune": "09312",
        "departement": "09",
        "raison_sociale_ej": "",
    },
    rows=(950, 1100),
    needed=("finess_et", "raison_sociale", "categorie"),
    values={"categorie": one_of("124 463 603 604 606 607 608 609 614 617 633 647 648 695 696 697")},
    left_out={
        "other-category": "ni CPTS, ni maison de santé, ni dispositif d'appui : centres de santé, GCS, CLIC, MDPH, "
        "gardes et autres"
    },
)
_MADE = (
    "Une structure par numéro d'établissement. Son territoire est la commune de son siège, pas l'aire où elle agit. Un "
    "organisme que le graphe nomme est reconnu à son numéro, à défaut à son nom dans sa région, quand un seul le "
    "porte, ou par un curateur (registers/structures-citees.csv).",
    "One structure an establishment number. Its territory is the commune of its seat, not the area where it acts. A "
    "body that the graph names is recognised by its number, else by its name in its region, where one alone bears it, "
    "or by a curator (registers/structures-citees.csv).",
)
FINESS = Source(
    slug="finess-2021",
    title=(
        "FINESS : maisons de santé et communautés professionnelles territoriales de santé (janvier 2021)",
        "FINESS: health houses and territorial health professional communities (January 2021)",
    ),
    made=_MADE,
    publisher="Agence du numérique en santé",
    issued="2021-01-08",
    listings=(STOCK,),
)
OCCITANIE = Source(
    slug="finess-occitanie-2026",
    title=(
        "FINESS en Occitanie : CPTS, maisons de santé, dispositifs d'appui à la coordination (début 2026)",
        "FINESS in Occitanie: CPTS, health houses, support services for coordination (early 2026)",
    ),
    made=_MADE,
    publisher="Agence du numérique en santé",
    issued="2026",
    listings=(OCCITANIE_ROWS,),
)

SOURCES = (FINESS, OCCITANIE)
