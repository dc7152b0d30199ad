"""The sources of the institutions: the operators of the State, the insurance funds, the city contracts."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing
from maillage.importers.kit.source import Source

AGENCIES = Listing(
    "ars_siren.csv",
    handled={"siren": "le SIREN de l'agence", "nom": "la région que nomme le libellé"},
    ignored={},
    example={"siren": "130007834", "nom": "AGENCE REGIONALE DE SANTE GRAND EST (ARS)"},
    rows=(18, 18),
    needed=("siren", "nom"),
)
OPERATORS = Source(
    slug="operateurs-de-l-etat-2026",
    title=(
        "Liste des opérateurs de l'État, avec leur numéro SIREN : agences régionales de santé",
        "List of the operators of the French State, with their SIREN numbers: regional health agencies",
    ),
    made=(
        "Une agence par ligne. La région est celle que nomme le libellé ; le nom de l'agence est celui de la région, "
        "avec ses accents.",
        "One agency a row. Its region is the one its label names; the agency bears the name of the region, with its "
        "accents.",
    ),
    publisher="Etalab",
    issued="2026-08",
    listings=(AGENCIES,),
)

FUND_CODES = Listing(
    "cpam_codes_2020.csv",
    handled={"code_caisse": "le code de la caisse, et par lui son département", "libelle": "sa sorte, puis sa ville"},
    ignored={},
    example={"code_caisse": "542", "libelle": "CPAM Meurthe-et-Moselle"},
    rows=(130, 140),
    needed=("code_caisse", "libelle"),
    values={"libelle": ("CPAM", "CGSS")},
    kinds={"libelle": r"\S+"},
)
FUNDS = Source(
    slug="caisses-primaires-2020",
    title=(
        "Caisses primaires d'assurance maladie : codes et libellés de 2020 (nomenclature SNDS IR_CAI_V)",
        "Local health insurance funds: codes and labels of 2020 (SNDS nomenclature IR_CAI_V)",
    ),
    made=(
        "Une caisse par code. Le département est celui des deux premiers caractères du code (en Corse et outre-mer, "
        "celui de la ville que nomme le libellé ou du code entier). La liste ne dit pas quelles caisses ont fusionné : "
        "toutes sont gardées. La seule caisse d'un département en porte le nom.",
        "One fund a code. Its department is that of the first two characters of the code (in Corsica and overseas, "
        "that of the town its label names, or of the whole code). The list does not say which funds have merged: all "
        "are kept. The only fund of a department bears its name.",
    ),
    publisher="Système national des données de santé",
    issued="2020",
    licence="https://www.mozilla.org/MPL/2.0/",
    listings=(FUND_CODES,),
)

CONTRACTS = Listing(
    "contrats_de_ville_2015_2023.csv",
    handled={
        "code_cv": "le code du contrat ; plusieurs lignes d'un code sont un contrat",
        "lib_cv": "son nom, sans le numéro de département qui le précède",
        "codgeo": "son porteur : SIREN d'une intercommunalité ou code d'une commune",
        "insee_dep": "le département où est l'ancien périmètre d'un porteur disparu",
        "pop_qpv": "les habitants de ses quartiers prioritaires",
    },
    ignored={
        "codgeo_type_cog2024": "la forme du code et le code officiel disent la sorte du porteur, et s'il a disparu",
        "lon": "un contrat n'est pas un point",
        "lat": "un contrat n'est pas un point",
    },
    example={
        "code_cv": "CV169",
        "lib_cv": "54 - CU du Grand Nancy",
        "codgeo": "245400676",
        "codgeo_type_cog2024": "epci",
        "insee_dep": "54",
        "pop_qpv": "33981.0",
        "lon": "6.19368744217051",
        "lat": "48.67349899787259",
    },
    rows=(430, 440),
    needed=("code_cv", "lib_cv", "codgeo"),
    values={"codgeo_type_cog2024": ("epci", "commune", "historic")},
)
CITY_CONTRACTS = Source(
    slug="contrats-de-ville-2015-2023",
    title=("Contrats de ville 2015-2023 (géographie de 2024)", "City contracts 2015-2023 (geography of 2024)"),
    made=(
        "Un contrat par code ; un contrat en plusieurs lignes (une par département) est un, ses habitants sont leur "
        "somme. Le porteur est l'intercommunalité ou la commune du code géographique ; celles qui ne sont plus dans le "
        "code officiel géographique sont gardées. Les années sont celles du titre de la liste, non de la signature.",
        "One contract a code; a contract in several rows (one a department) is one, its inhabitants are their sum. The "
        "carrier is the intercommunal body or the commune of the geographic code; those no longer in the official "
        "geographic code are kept. The years are those in the title of the list, not of signature.",
    ),
    publisher="Agence nationale de la cohésion des territoires (ANCT)",
    listings=(CONTRACTS,),
)

COUNT_ROWS = Listing(
    "counts_elsewhere.csv",
    handled={
        "kind": "ce qui est compté",
        "count": "combien ; vide, aucun chiffre n'a été trouvé",
        "as_of": "à quelle date",
        "said_by": "qui le dit",
        "note": "ce qui précise le chiffre",
    },
    ignored={},
    example={
        "kind": "mlg:ProfessionalCommunity",
        "count": "821",
        "as_of": "2025-06",
        "said_by": "FCPTS",
        "note": "of which 691 active (with an ACI contract)",
    },
    rows=(8, 40),
    needed=("kind",),
)
COUNTS = Source(
    slug="denombrements-nationaux",
    title=("Dénombrements nationaux, sorte par sorte", "National counts, by kind"),
    made=(
        "Relevé par ce projet : pour chaque sorte, le chiffre national le plus récent d'une source publique, qui le "
        "dit et quand. Il sert à mesurer ce que le graphe connaît.",
        "Compiled by this project: for each kind, the latest national figure of a public source, who says it and when. "
        "It serves to measure what the graph knows.",
    ),
    publisher="Maillage",
    licence=None,
    listings=(COUNT_ROWS,),
)

SOURCES = (OPERATORS, FUNDS, CITY_CONTRACTS, COUNTS)
