"""The sources of the links: what Wikidata, GeoNames, NUTS and ROR call territories and bodies of the graph."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing, one_of
from maillage.importers.kit.source import Source

CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
_LEVEL = "la sorte du territoire"
_CODE = "son code Insee, par lequel on le retrouve"
_NAME = "son nom, qui doit être celui du graphe"
_METHOD = "comment la correspondance fut établie : le jeu de liens où elle est, et sa confiance"
_OUT = {"not-in-graph": "code que le graphe n'a pas"}

WIKIDATA_ROWS = Listing(
    "wikidata_territoires.tsv",
    handled={"niveau": _LEVEL, "code_insee": _CODE, "nom": _NAME, "wikidata": "l'élément de Wikidata"},
    ignored={},
    example={"niveau": "commune", "code_insee": "54395", "nom": "Nancy", "wikidata": "Q40898"},
    rows=(35200, 35500),
    needed=("niveau", "code_insee", "nom", "wikidata"),
    values={"niveau": one_of("region departement arrondissement commune")},
    left_out=_OUT,
)
WALLOON_ROWS = Listing(
    "wikidata_wallonie.tsv",
    handled={
        "niveau": "la sorte du lieu, que dit le message d'une ligne",
        "code_ins": "son code INS, par lequel links/lieux-reconnus.csv dit quel territoire du graphe il est",
        "nom": "son nom, que dit le message d'une ligne",
        "wikidata": "l'élément de Wikidata",
    },
    ignored={"code_ins_du_niveau_superieur": "ce qui contient un lieu de Wallonie n'est pas repris"},
    example={"niveau": "region", "code_ins": "03000", "nom": "RÉGION WALLONNE", "wikidata": "Q231"},
    rows=(280, 295),
    needed=("code_ins", "nom", "wikidata"),
    values={"niveau": one_of("region province arrondissement municipality")},
    left_out={"not-named": "lieu de Wallonie que le graphe ne nomme pas"},
)
GEONAMES_ROWS = Listing(
    "geonames_territoires.tsv",
    handled={
        "niveau": _LEVEL,
        "code_insee": _CODE,
        "nom": f"{_NAME} (une région n'en a pas ici)",
        "geonames_id": "le numéro de GeoNames",
        "methode": _METHOD,
    },
    ignored={"nom_geonames": "GeoNames l'écrit souvent en anglais"},
    example={
        "niveau": "commune",
        "code_insee": "54395",
        "nom": "Nancy",
        "geonames_id": "2990999",
        "nom_geonames": "Nancy",
        "methode": "name+department",
    },
    rows=(400, 430),
    needed=("niveau", "code_insee", "geonames_id", "methode"),
    values={
        "niveau": one_of("region departement commune"),
        "methode": (
            "INSEE code in GeoNames admin1 code",
            "INSEE code in GeoNames admin2 code",
            "name+department",
            "name+region, unique",
        ),
    },
    left_out=_OUT,
)
NUTS_ROWS = Listing(
    "nuts_departements.tsv",
    handled={
        "nuts3_2021": "le code du troisième niveau de la NUTS",
        "code_insee": _CODE,
        "nom": _NAME,
        "source": _METHOD,
    },
    ignored={},
    example={"nuts3_2021": "FRF31", "code_insee": "54", "nom": "Meurthe-et-Moselle", "source": "read"},
    rows=(101, 101),
    needed=("nuts3_2021", "code_insee", "nom", "source"),
    values={"source": ("read", "general knowledge")},
    left_out=_OUT,
)
ROR_ROWS = Listing(
    "ror_organismes.tsv",
    handled={
        "organisme_maillage": "l'organisme : la fin de son IRI",
        "nom_maillage": "son nom, que dit le message d'une ligne",
        "ror": "son identifiant ROR",
        "wikidata": "l'élément de Wikidata que donne ROR",
        "isni": "l'ISNI que donne ROR",
        "methode": _METHOD,
    },
    ignored={
        "nom_ror": "le nom est celui du graphe",
        "ville_ror": "elle a servi à reconnaître l'organisme",
        "fundref": "l'identifiant d'un financeur de la recherche ne dit rien de la santé",
    },
    example={
        "organisme_maillage": "siren-245400676",
        "nom_maillage": "Métropole du Grand Nancy",
        "ror": "05ncw0t52",
        "nom_ror": "Métropole du Grand Nancy",
        "ville_ror": "Nancy",
        "wikidata": "Q2989397",
        "isni": "0000 0005 1090 9418",
        "fundref": "",
        "methode": "by hand",
    },
    rows=(70, 90),
    needed=("organisme_maillage", "ror", "methode"),
    values={"methode": ("by hand", "name+city, read by eye")},
    left_out={"not-in-graph": "organisme que le graphe n'a pas"},
)

WIKIDATA = Source(
    slug="liens-wikidata",
    title=(
        "Éléments de Wikidata des régions, départements, arrondissements et communes, et de la Wallonie",
        "Wikidata items of regions, departments, districts and communes, and of Wallonia",
    ),
    made=(
        "Un élément par territoire, par le code Insee que Wikidata lui donne (P374 et propriétés voisines), lu dans un "
        "fichier public ; code et nom sont ceux du graphe, les éléments n'ont pas été vérifiés sur Wikidata.",
        "One item a territory, by the INSEE code that Wikidata gives it (P374 and kin), read through a public file; "
        "code and name are those of the graph, the items were not checked against Wikidata itself.",
    ),
    publisher="Wikidata",
    url="https://www.wikidata.org/",
    licence=CC0,
    listings=(WIKIDATA_ROWS, WALLOON_ROWS),
)
GEONAMES = Source(
    slug="liens-geonames",
    title=(
        "Numéros GeoNames de régions, de départements et de communes",
        "GeoNames numbers of regions, departments and communes",
    ),
    made=(
        "Régions et départements par le code Insee que GeoNames leur donne ; communes par leur nom et leur "
        "département, ou par leur nom, seul de la région, dans les fiches de ROR. Le numéro d'une commune est celui du "
        "lieu habité.",
        "Regions and departments by the INSEE code that GeoNames gives them; communes by their name and department, or "
        "by a name that is the only one of the region, in the records of ROR. The number of a commune is that of the "
        "populated place.",
    ),
    publisher="GeoNames, d'après ROR",
    url="https://www.geonames.org/",
    licence=CC_BY,
    listings=(GEONAMES_ROWS,),
)
NUTS = Source(
    slug="liens-nuts-2021",
    title=("Codes NUTS 3 des départements", "NUTS 3 codes of the departments"),
    made=(
        "Un code par département, de la NUTS 2021 ; 98 sont lus dans la liste d'Eurostat, trois outre-mer sont de "
        "notoriété.",
        "One code a department, of NUTS 2021; 98 are read in Eurostat's list, three overseas are general knowledge.",
    ),
    publisher="Eurostat",
    issued="2021",
    url="https://ec.europa.eu/eurostat/web/nuts",
    licence=None,
    listings=(NUTS_ROWS,),
)
ROR = Source(
    slug="liens-ror",
    title=(
        "Identifiants ROR et ISNI, et éléments de Wikidata, d'organismes du graphe",
        "ROR and ISNI identifiers, and Wikidata items, of bodies of the graph",
    ),
    made=(
        "Les organismes de ROR reconnus à la main, ou à leur nom et à leur ville puis relus ; l'ISNI et l'élément de "
        "Wikidata sont ceux que donne la fiche de ROR.",
        "The organisations of ROR recognised by hand, or by name and city and then read by eye; the ISNI and the "
        "Wikidata item are those that the record of ROR gives.",
    ),
    publisher="Research Organization Registry",
    url="https://ror.org/",
    licence=CC0,
    listings=(ROR_ROWS,),
)

SOURCES = (WIKIDATA, GEONAMES, NUTS, ROR)
