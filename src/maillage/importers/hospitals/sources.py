"""The source of the hospitals: the annual survey of health establishments, in four files."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing, one_of
from maillage.importers.kit.source import Source

SITES = Listing(
    "sae2023_etablissements.csv",
    handled={
        "fi": "le numéro FINESS du site",
        "fi_ej": "celui de l'entité juridique dont il est une unité",
        "rs": "son nom, en capitales, rendu lisible",
        "stjr": "le statut de l'entité : 1 public, 2 privé lucratif, 3 privé non lucratif",
        "cat": "la catégorie du site",
        "catr": "un regroupement qui redit le statut : un désaccord est signalé et le statut reste non dit",
        "sir": "le SIREN de l'entité, là où tous ses sites n'en ont qu'un",
        "reg": "le fichier où il est décrit",
        "COMINSEE": "la commune où il est, à défaut son département",
        "NOMCOM": "le nom de la commune, là où le code officiel ne la connaît plus",
    },
    ignored={
        "stj": "le statut détaillé ; celui en trois sortes suffit aux questions",
        "espic": "dit l'intérêt collectif, que le statut ne distingue pas encore",
        "dep": "celui de la commune",
        "CPO": "un code postal ne désigne pas une commune",
    },
    example={
        "fi": "540000015",
        "fi_ej": "540023264",
        "rs": "CHRU NANCY - MATERNITE",
        "stj": "13",
        "stjr": "1",
        "cat": "101",
        "catr": "PUB1",
        "espic": "1",
        "sir": "20004216600112",
        "reg": "44",
        "dep": "54",
        "COMINSEE": "54395",
        "NOMCOM": "NANCY",
        "CPO": "54042",
    },
    rows=(3800, 4200),
    needed=("fi", "fi_ej", "rs", "reg"),
    optional=("NOMCOM",),
    values={
        "stjr": ("1", "2", "3"),
        "cat": one_of(
            """101 106 109 114 122 127 128 129 131 141 146 156 161 292 355 362 365 412 425 430 433 444
            695 696 697 698 699 999"""
        ),
    },
)
LOCAL_HOSPITALS = Listing(
    "hopitaux_proximite_2023.csv",
    handled={"finess_et": "le site qui a le label d'hôpital de proximité"},
    ignored={"finess_ej": "l'entité est celle du site"},
    example={"finess_et": "540000015", "finess_ej": "540023264"},
    rows=(280, 350),
    needed=("finess_et",),
)
GROUPS = Listing(
    "ght_2023.csv",
    handled={
        "code_ght": "le code du groupement",
        "num_ght": "son numéro, et par lui sa région, là où aucun membre ne dit ses départements",
        "nom": "son nom, en capitales, rendu lisible",
        "nb_etab": "combien d'établissements l'enquête y compte",
    },
    ignored=dict.fromkeys(
        ("nb_chrchu", "nb_ch", "nb_chs", "nb_aut"), "le détail par sorte se compte sur les sites qui le déclarent"
    ),
    example={
        "code_ght": "GE-10",
        "num_ght": "44110",
        "nom": "SUD LORRAINE",
        "nb_etab": "20",
        "nb_chrchu": "7",
        "nb_ch": "7",
        "nb_chs": "2",
        "nb_aut": "4",
    },
    rows=(130, 140),
    needed=("code_ght", "num_ght", "nom"),
)
DECLARED_MEMBERS = Listing(
    "ght_membres_declares_2023.csv",
    handled={
        "finess_et": "le site qui déclare un groupement : membre par son entité, ou partenaire",
        "code_ght": "le groupement",
    },
    ignored={"finess_ej": "l'entité est celle du site", "rs": "le nom est celui du site"},
    example={"finess_et": "540000015", "finess_ej": "540023264", "rs": "CHRU NANCY - MATERNITE", "code_ght": "GE-10"},
    rows=(580, 650),
    needed=("finess_et", "code_ght"),
)
SURVEY = Source(
    slug="sae-2023",
    title=(
        "Statistique annuelle des établissements de santé (SAE) 2023 : sites, entités juridiques, groupements",
        "Annual survey of health establishments (SAE) 2023: sites, legal entities, groups",
    ),
    made=(
        "Une entité juridique par numéro FINESS d'entité, un site par numéro FINESS d'établissement. La source nomme "
        "les sites seulement : le nom d'une entité est celui de son unique site, de son site principal, ou celui que "
        "donne un curateur (registers/entites-finess.csv). Le SIREN d'une entité est celui de ses sites "
        "quand ils n'en ont qu'un et qu'aucune autre ne l'a. L'appartenance à un groupement est celle que chaque site "
        "déclare en 2023 : liste incomplète, sans l'établissement support, sans date d'entrée. Un établissement public "
        "de santé est membre par son entité ; un établissement privé, un groupement de coopération (GCS) ou un hôpital "
        "des armées n'en est que partenaire, ce que l'enquête ne dit pas (déduit). Le territoire d'un groupement est "
        "fait des départements où ses membres ont leur siège, à défaut de ceux que dit son nom, à défaut sa région.",
        "One legal entity for each FINESS entity number, one site for each FINESS establishment number. The source "
        "names sites only: an entity bears the name of its only site, of its principal site, or the one a curator "
        "gives (registers/entites-finess.csv). An entity's SIREN is that of its sites when they have one alone and no "
        "other entity has it. Membership of a group is what each site declares in 2023: an incomplete list, without "
        "the support hospital or the day of joining. A public establishment is a member by its entity; a private "
        "one, a cooperation grouping (GCS) or an army hospital is a partner only, which the survey does not say "
        "(inferred). A group's territory is the departments where its members sit, else those its name says, else its "
        "region.",
    ),
    publisher="DREES",
    issued="2023",
    listings=(SITES, LOCAL_HOSPITALS, GROUPS, DECLARED_MEMBERS),
)

SOURCES = (SURVEY,)
