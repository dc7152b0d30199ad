"""The sources of the groupings: the national list of groupings (Banatic), and the compositions deduced from it."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing, one_of
from maillage.importers.kit.source import Source

GROUPINGS = Listing(
    "banatic_groupements.tsv",
    handled={
        "siren": "le SIREN du groupement",
        "nom": "son nom, par lequel on reconnaît ceux que le graphe nomme",
        "nature": "sa nature juridique",
        "code_departement": "le département de son siège, et par lui sa région",
        "population": "ses habitants, que dit la remarque sur un périmètre déduit",
    },
    ignored={"code_region": "celle du département"},
    example={
        "siren": "200055101",
        "nom": "PETR du Val de Lorraine",
        "nature": "PETR",
        "code_region": "44",
        "code_departement": "54",
        "population": "120937",
    },
    rows=(9800, 10500),
    needed=("siren", "nom", "nature", "code_departement"),
    values={"nature": one_of("CA CC CU EPT METRO PETR POLEM SIVOM SIVU SMF SMO")},
    left_out={
        "other-nature": "syndicats de communes et EPCI à fiscalité propre : le code officiel donne les seconds",
        "not-named": "syndicat mixte que le graphe ne nomme pas, et qui n'est pas un PETR",
    },
)
COMPOSITIONS = Listing(
    "composition_deduced_by_population.csv",
    handled={
        "siren": "le groupement",
        "population": "la somme que font les populations de ses parties",
        "exact_solutions": "combien d'ensembles d'intercommunalités du département font exactement cette somme",
        "member_sirens": "les intercommunalités de l'unique ensemble",
    },
    ignored={
        "name": "le nom est celui de la liste",
        "nature": "celle de la liste",
        "department": "celui de la liste",
        "candidate_epci_in_department": "mesure de la méthode",
        "chance_solutions_mean_of_12": "mesure de la méthode",
        "member_names": "les noms sont ceux du code officiel",
    },
    example={
        "siren": "200055101",
        "name": "PETR du Val de Lorraine",
        "nature": "PETR",
        "department": "54",
        "population": "120937",
        "candidate_epci_in_department": "17",
        "exact_solutions": "1",
        "chance_solutions_mean_of_12": "0.08",
        "member_sirens": "200041515 200070738 200070589 245400601",
        "member_names": "CC du Bassin de Pont-à-Mousson + CC Mad et Moselle + CC de Seille et Grand Couronné + CC du "
        "Bassin de Pompey",
    },
    rows=(320, 340),
    needed=("siren", "exact_solutions"),
    left_out={
        "no-solution": "aucun ensemble d'intercommunalités entières du département ne fait la somme",
        "several-solutions": "plusieurs ensembles la font : on ne sait pas lequel est le bon",
        "not-named": "groupement que le graphe ne nomme pas, et qui n'est pas un PETR",
    },
)
COMPETENCES = Listing(
    "banatic_competences_sante_social_2021.tsv",
    handled={
        "siren": "le groupement",
        "codes_competence_banatic_2021": "ses compétences du domaine de la santé et du social, par leur code de 2021",
    },
    ignored={},
    example={"siren": "245400676", "codes_competence_banatic_2021": "2005 2010 2515 3005"},
    rows=(1700, 1750),
    needed=("siren", "codes_competence_banatic_2021"),
    left_out={"not-named": "groupement que le graphe ne connaît pas"},
)
LABELS = Listing(
    "banatic_2021_intitules.csv",
    handled={
        "code": "le code de 2021",
        "intitule": "son intitulé de 2021, celui de la liste competence2021 du vocabulaire",
    },
    ignored={},
    example={"code": "2515", "intitule": "Activités sanitaires"},
    rows=(7, 7),
    needed=("code", "intitule"),
)
BANATIC = Source(
    slug="banatic-2021",
    title=(
        "Base nationale sur l'intercommunalité (Banatic) : groupements, natures, compétences de santé et de social",
        "National database on intermunicipality (Banatic): groupings, kinds, competences in health and social matters",
    ),
    made=(
        "Un PETR par ligne, et les syndicats mixtes que le graphe nomme : reconnus à leur nom dans leur région, quand "
        "un seul le porte, ou par un curateur (registers/groupements-cites.csv). Une compétence listée est celle de "
        "2021, sous son intitulé de 2021 ; qu'elle ne le soit pas ne prouve pas que le groupement ne l'a pas.",
        "One PETR a row, and the mixed syndicates the graph names: recognised by their name in their region, where one "
        "alone bears it, or by a curator (registers/groupements-cites.csv). A listed competence is that of 2021, under "
        "its label of 2021; that one is not listed does not prove that the grouping lacks it.",
    ),
    publisher="Direction générale des collectivités locales",
    issued="2021",
    listings=(GROUPINGS, COMPETENCES, LABELS),
)
DEDUCED = Source(
    slug="compositions-deduites-2021",
    title=(
        "Compositions des PETR, pays et syndicats mixtes, déduites de populations qui s'additionnent exactement",
        "Compositions of PETR, pays and mixed syndicates, deduced from populations that add up exactly",
    ),
    made=(
        "Un groupement est fait des intercommunalités entières de son département dont les populations s'additionnent "
        "exactement à la sienne, quand un seul ensemble le fait. C'est une déduction, pas une liste officielle : elle "
        "vaut pour 2021, et le périmètre que dit une page passe avant elle.",
        "A grouping is made of the whole intermunicipal areas of its department whose populations add up exactly to "
        "its own, where one set alone does. It is a deduction, not an official list: it holds for 2021, and a "
        "perimeter that a page tells comes before it.",
    ),
    publisher="Maillage",
    issued="2021",
    licence=None,
    listings=(COMPOSITIONS,),
)

SOURCES = (BANATIC, DEDUCED)
