"""The sources of the territories: the official geographic code, the priority neighbourhoods, the outlines."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing
from maillage.importers.kit.source import Source

_CODE = "son code officiel, par lequel tout la retrouve"
_NAME = "son nom"
_LIAISON = "le mot qui le joint à une préposition : « de la Marne », « du Val »"
_ZONE = "le code de la région le dit déjà"
_SEAT = "un chef-lieu n'est pas repris, hors celui des régions"
#: The liaison codes of INSEE (TNCC): 6 and 8 are those of a few names that take a plain `de`.
_LIAISONS = tuple(range(9))
_MEMBER = {
    "siren": "celui de la commune est dans la liste des communes",
    "nom": "celui de la commune est dans la liste des communes",
    "populationTotale": "elle compte deux fois qui a deux résidences : la population municipale est prise",
}
_GROUPING_IGNORED = {
    "modeFinancement": "le régime fiscal ne dit rien de la santé",
    "populationTotale": "elle compte deux fois qui a deux résidences : la population municipale est prise",
}

REGIONS = Listing(
    "regions.json",
    handled={"code": _CODE, "nom": _NAME, "typeLiaison": _LIAISON, "chefLieu": "la préfecture qui est celle de région"},
    ignored={"zone": _ZONE},
    example={"code": "44", "chefLieu": "67482", "nom": "Grand Est", "typeLiaison": 2, "zone": "metro"},
    rows=(18, 30),
    values={"typeLiaison": _LIAISONS},
    left_out={
        "overseas-collectivity": "Collectivités d'outre-mer : aucune n'est une région ; la liste des départements les "
        "nomme aussi, et c'est d'elle qu'elles viennent."
    },
)
DEPARTMENTS = Listing(
    "departements.json",
    handled={"code": _CODE, "nom": _NAME, "typeLiaison": _LIAISON, "region": "la région qui le contient"},
    ignored={"chefLieu": _SEAT, "zone": _ZONE},
    example={
        "code": "54",
        "region": "44",
        "chefLieu": "54395",
        "nom": "Meurthe-et-Moselle",
        "typeLiaison": 0,
        "zone": "metro",
    },
    rows=(101, 115),
    values={"typeLiaison": _LIAISONS},
)
DISTRICTS = Listing(
    "arrondissements.json",
    handled={"code": _CODE, "nom": _NAME, "typeLiaison": _LIAISON, "departement": "le département qui le contient"},
    ignored={"region": "celle de son département", "chefLieu": _SEAT},
    example={
        "code": "543",
        "departement": "54",
        "region": "44",
        "chefLieu": "54395",
        "nom": "Nancy",
        "typeLiaison": 0,
    },
    rows=(320, 345),
    values={"typeLiaison": _LIAISONS},
)
COMMUNES = Listing(
    "communes.json",
    handled={
        "code": _CODE,
        "nom": _NAME,
        "typeLiaison": _LIAISON,
        "type": "seules les communes actuelles sont prises",
        "departement": "le département qui la contient",
        "collectiviteOutremer": "la collectivité d'outre-mer qui la contient (millésimes jusqu'en 2021)",
        "region": "celle d'une commune dont le département n'est pas dans la liste",
        "arrondissement": "l'arrondissement qui la contient",
        "siren": "celui de la municipalité, là où une chose du graphe la met en jeu",
        "population": "ses habitants, là où la table des membres des EPCI ne les dit pas",
        "anciensCodes": "la commune qui en remplace une autre",
    },
    ignored={
        "zone": _ZONE,
        "rangChefLieu": _SEAT,
        "chefLieu": "seules les communes actuelles sont prises",
        "commune": "seules les communes actuelles sont prises",
        "codesPostaux": "un code postal ne désigne pas une commune",
    },
    example={
        "code": "54395",
        "nom": "Nancy",
        "typeLiaison": 0,
        "zone": "metro",
        "arrondissement": "543",
        "departement": "54",
        "region": "44",
        "type": "commune-actuelle",
        "rangChefLieu": 0,
        "siren": "215403957",
        "codesPostaux": ["54000", "54100"],
        "population": 103671,
    },
    rows=(36500, 39000),
    values={
        "typeLiaison": _LIAISONS,
        "type": ("commune-actuelle", "commune-deleguee", "commune-associee", "arrondissement-municipal"),
    },
    left_out={
        "part-of-a-commune": "Communes déléguées et associées, arrondissements municipaux : des parties d'une commune "
        "actuelle, qui n'ont ni SIREN ni conseil à elles."
    },
)
INTERCOMMUNAL = Listing(
    "epci.json",
    handled={
        "code": "son SIREN, qui est son code officiel",
        "nom": _NAME,
        "type": "la sorte de l'organisme : communauté de communes, d'agglomération, urbaine, métropole",
        "populationMunicipale": "comparée à la somme de ses communes, qui est gardée",
        "membres": "les communes qu'il contient",
    },
    ignored=_GROUPING_IGNORED,
    example={
        "code": "245400676",
        "nom": "Métropole du Grand Nancy",
        "type": "METRO",
        "modeFinancement": "FPU",
        "populationTotale": 262233,
        "populationMunicipale": 258208,
        "membres": [
            {
                "code": "54395",
                "siren": "215403957",
                "nom": "Nancy",
                "populationTotale": 105792,
                "populationMunicipale": 104387,
            }
        ],
    },
    rows=(1150, 1300),
    values={"type": ("CC", "CA", "CU", "METRO", "MET69")},
    inside={
        "membres": Listing(
            "membres",
            handled={"code": "la commune", "populationMunicipale": "les habitants de la commune"},
            ignored=_MEMBER,
            example={"code": "54395", "populationMunicipale": 104387},
        )
    },
)
ESTABLISHMENTS = Listing(
    "ept.json",
    handled={
        "code": "son SIREN, qui est son code officiel",
        "nom": _NAME,
        "type": "la sorte de l'organisme",
        "membres": "les communes qu'il contient",
    },
    ignored={**_GROUPING_IGNORED, "populationMunicipale": "ses habitants sont la somme de ses communes"},
    example={
        "code": "200058006",
        "nom": "Grand Paris Sud Est Avenir",
        "type": "EPT",
        "modeFinancement": "",
        "membres": [{"code": "94002", "siren": "219400025", "nom": "Alfortville"}],
        "populationTotale": 327232,
        "populationMunicipale": 325348,
    },
    rows=(11, 12),
    values={"type": ("EPT",)},
    inside={
        "membres": Listing(
            "membres",
            handled={"code": "la commune"},
            ignored={**_MEMBER, "populationMunicipale": "les habitants viennent de la table des membres des EPCI"},
            example={"code": "94002"},
        )
    },
)

#: Filled in for each vintage: `at(label, issued, name=..., version=...)`.
OFFICIAL_CODE = Source(
    slug="code-officiel-geographique",
    title=(
        "Code officiel géographique {name} : régions, départements, arrondissements, EPCI, EPT et communes",
        "Official geographic code {name}: regions, departments, districts, EPCI, EPT and communes",
    ),
    made=(
        "Lu dans le paquet npm @etalab/decoupage-administratif, version {version} (paquet : licence MIT). Les "
        "populations sont les populations municipales de la table des membres des EPCI ; celles des communes hors EPCI "
        "viennent de la liste des communes, d'un recensement plus récent ; tout territoire plus grand est la somme de "
        "ses communes. Un EPCI est dit inclus dans un département, à défaut une région, qui contient tous ses membres, "
        "et dans l'arrondissement ou l'ancienne région qui les contient ; en partie inclus dans ce qui n'en contient "
        "que quelques-uns.",
        "Read from the npm package @etalab/decoupage-administratif, version {version} (package under the MIT licence). "
        "Populations are the municipal populations of the table of EPCI members; those of communes outside any EPCI "
        "come from the list of communes, of a more recent census; any larger territory is the sum of its communes. An "
        "EPCI is said to lie within a department, failing that a region, that holds all its members, and within the "
        "district or former region that does; partly within what holds but some of them.",
    ),
    publisher="Etalab, d'après l'INSEE et la DGCL",
    url="https://github.com/etalab/decoupage-administratif",
    listings=(REGIONS, DEPARTMENTS, DISTRICTS, COMMUNES, INTERCOMMUNAL, ESTABLISHMENTS),
)

DEPARTMENT_OUTLINES = Listing(
    "anct_pvd_dep.geojson",
    handled={
        "insee_dep": "le département dont c'est le contour",
        "insee_reg": "la région où il est",
        "lib_dep": "son nom sur la carte",
    },
    ignored={},
    example={"insee_dep": "54", "insee_reg": "44", "lib_dep": "Meurthe-et-Moselle"},
    rows=(101, 101),
)
EPCI_OUTLINES = Listing(
    "anct_pvd_epci.geojson",
    handled={
        "siren_epci": "l'EPCI dont c'est le contour ; sans lui, une île hors EPCI",
        "lib_epci": "son nom sur la carte",
        "insee_dep": "le département où est cette part de l'EPCI",
        "insee_reg": "la région où elle est",
    },
    ignored={},
    example={
        "siren_epci": "245400676",
        "lib_epci": "Métropole du Grand Nancy",
        "insee_dep": "54",
        "insee_reg": "44",
    },
    rows=(1255, 1450),
)
OUTLINES = Source(
    slug="contours-simplifies",
    title=("Contours simplifiés des départements et des EPCI", "Simplified outlines of departments and EPCI"),
    made=(
        "Écrit par « maillage import outlines » : TopoJSON, degrés WGS84 au dix-millième, points inchangés, limites "
        "communes écrites une fois, parties d'un même EPCI réunies. L'outre-mer est déplacé et réduit par la source.",
        "Written by `maillage import outlines`: TopoJSON, WGS84 degrees to four decimals, points unchanged, shared "
        "borders written once, the parts of one EPCI joined. Overseas is moved and shrunk by the source.",
    ),
    publisher="Agence nationale de la cohésion des territoires (ANCT)",
    url="https://github.com/anct-carto/pvd",
    listings=(DEPARTMENT_OUTLINES, EPCI_OUTLINES),
)

PRIORITY_NEIGHBOURHOODS = Listing(
    "qpv_2024.csv",
    handled={
        "code_qp": "les codes des quartiers de la commune, séparés par des virgules",
        "lib_qp": "leurs noms, dans le même ordre",
        "insee_com": "la commune où ils sont, en tout ou en partie",
    },
    ignored={
        "lib_com": "le nom de la commune est dans le code officiel",
        "epci_siren": "l'EPCI est celui de la commune dans le code officiel",
        "lon": "le point est celui de la commune, non du quartier",
        "lat": "le point est celui de la commune, non du quartier",
    },
    example={
        "code_qp": "QN05415M, QN05416M, QN05417M",
        "lib_qp": "Plateau De Haye Nancy - Maxéville, Haussonville - Les Nations, "
        "Saint Michel Jéricho - Grands moulins",
        "insee_com": "54395",
        "lib_com": "Maxéville; Nancy",
        "epci_siren": "245400676",
        "lon": "6.175379117744995",
        "lat": "48.69017865024859",
    },
    rows=(800, 900),
    needed=("code_qp", "lib_qp", "insee_com"),
)
NEIGHBOURHOODS = Source(
    slug="quartiers-prioritaires-2024",
    title=("Quartiers prioritaires de la politique de la ville 2024", "Priority neighbourhoods of urban policy 2024"),
    made=(
        "Une ligne du fichier est une commune, avec les codes et les noms de tous ses quartiers. Un quartier d'une "
        "seule commune y est inclus ; un quartier à cheval sur plusieurs est en partie inclus dans chacune, et inclus "
        "dans ce qui les contient toutes. Les points du fichier sont ceux des communes : ils n'ont pas été repris.",
        "A row of the file is a commune, with the codes and names of all its neighbourhoods. A neighbourhood of one "
        "commune lies within it; one that straddles several is partly within each, and within what holds them all. "
        "The points of the file are those of the communes: they were left out.",
    ),
    publisher="Agence nationale de la cohésion des territoires (ANCT)",
    issued="2024",
    listings=(PRIORITY_NEIGHBOURHOODS,),
)

SOURCES = (OFFICIAL_CODE, NEIGHBOURHOODS, OUTLINES)
