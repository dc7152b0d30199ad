"""The source of the arrangements: the register that this project compiles from public pages."""

from __future__ import annotations

from maillage.importers.kit.listing import Listing, one_of
from maillage.importers.kit.source import Source

_PAGE = "https://grandnancy.eu/actualites/actualite/news/signature-officielle-du-contrat-local-de-sante-2024-2028"

PARTIES = Listing(
    "parties",
    handled={
        "name": "les mots de la page, rapportés à un organisme (resolutions.csv)",
        "type": "les classes dont l'organisme peut être",
        "role": "le rôle de l'organisme dans le dispositif",
        "source": "la page qui le dit ; sans elle, celle de la ligne",
    },
    ignored={},
    example={"name": "Métropole du Grand Nancy", "type": "epci", "role": "signatory", "source": _PAGE},
    values={
        "type": one_of(
            """ars epci metropole commune etat region departement collectivite_om assurance_maladie
            cgss caf msa carsat regime_local etablissement_sante dac cpts petr syndicat ccas
            education_nationale universite ors association mutualite ordre urps autre"""
        ),
        "role": ("signatory", "partner", "member", "carrier", "funder", "host"),
    },
)
THEMES = Listing(
    "themes",
    handled={
        "label": "les mots de la page, rapportés aux thèmes (themes.csv)",
        "source": "la page qui le dit ; sans elle, celle de la ligne",
    },
    ignored={},
    example={"label": "santé mentale", "source": _PAGE},
)
AMENDMENTS = Listing(
    "amendments",
    handled={
        "kind": "ce qu'est l'avenant, en tête de la remarque",
        "signed_on": "le jour de l'avenant : celui où la prolongation est tenue pour vraie",
        "until": "la fin que donne la prolongation, dans un état à part",
        "what": "ce que dit l'avenant, gardé en remarque",
        "source": "la page qui le dit ; sans elle, celles de la ligne",
    },
    ignored={},
    example={"kind": "prolongation", "signed_on": "2023", "until": "2025-01", "source": _PAGE},
)
ARRANGEMENTS = Listing(
    "arrangements_register_2.jsonl",
    handled={
        "id": "la fin du nom du dispositif, et celui de ses affirmations",
        "type": "la classe du dispositif, avec les premiers mots de son nom",
        "name": "son nom",
        "region_ars": "la région, et le fichier où il est décrit",
        "territory": "les territoires qu'il couvre",
        "carrier": "son porteur, là où aucune partie n'est dite porter",
        "carrier_code": "le SIREN ou le code de commune du porteur",
        "carrier_code_scheme": "lequel des deux",
        "start": "son début",
        "end": "sa fin",
        "status": "où il en est, au jour de `as_of`",
        "as_of": "le jour du statut",
        "themes": "ce dont il traite",
        "parties": "qui y prend part",
        "sources": "les pages qui le disent",
        "generation": "son rang parmi les contrats du lieu",
        "succeeds": "celui qu'il suit (une lecture)",
        "signed_on": "le jour, le mois ou l'année de sa signature",
        "signed_on_basis": "d'où ce jour est tiré ; hors du texte, il est déduit",
        "signed_day_month": "le jour et le mois de la signature, quand la page n'écrit pas l'année (XXXX-MM-JJ)",
        "planned_signature": "le jour prévu de la signature, dans un état prévu",
        "duration_years": "sa durée, telle que la page l'énonce ; aucune fin n'en est tirée ici",
        "perimeter": "les intercommunalités et communes qu'il couvre ; ce qui ne se retrouve pas est gardé en mots",
        "amendments": "ses avenants : une prolongation est un état, le reste une remarque",
        "approved_on": "le jour où son contenu fut approuvé : un état « validé », jamais une signature",
        "adopted_on": "le jour où il fut arrêté : un état « adopté », jamais une signature",
        "delimited_on": "le jour où son territoire fut délimité : un état qui dit le territoire à ce jour",
        "historic_region": "la région d'avant 2016 dont la page parle, et donc l'agence d'alors",
        "funding_note": "les montants que dit la page, gardés en remarque : ils portent souvent sur plusieurs contrats",
        "compiler_note": "la remarque de qui a relevé la page",
    },
    ignored={"added": "le mois où la ligne fut ajoutée au registre : il ne dit rien du dispositif"},
    example={
        "id": "cls-grand-nancy-2024",
        "type": "CLS",
        "name": "Contrat local de santé de la Métropole du Grand Nancy 2024-2028",
        "region_ars": "Grand Est",
        "territory": "Métropole du Grand Nancy",
        "carrier": "Métropole du Grand Nancy",
        "carrier_code": "245400676",
        "carrier_code_scheme": "EPCI",
        "start": 2024,
        "end": 2028,
        "status": "signed",
        "themes": [THEMES.example],
        "parties": [PARTIES.example],
        "sources": [_PAGE],
    },
    rows=(680, 900),
    values={
        "type": ("CLS", "CLSM", "GHT", "convention", "PTSM", "CPTS", "PRS", "PRAPS", "CTS", "other"),
        "carrier_code_scheme": ("EPCI", "commune"),
        "status": ("signed", "in preparation", "ended", "unknown"),
        "signed_on_basis": ("text", "text+url", "text+page_date", "relative", "relative+url", "title"),
    },
    inside={"parties": PARTIES, "themes": THEMES, "amendments": AMENDMENTS},
)
REGISTER = Source(
    slug="registre-dispositifs",
    title=(
        "Registre de dispositifs territoriaux de santé : un échantillon de contrats, groupements, plans",
        "Register of territorial health arrangements: a sample of contracts, groups, plans",
    ),
    made=(
        "Relevé par ce projet dans des pages publiques, chacune citée : un échantillon, pas un inventaire ; une "
        "partie qui n'y figure pas ne prouve rien. Le statut « terminé » et la succession des contrats sont des "
        "lectures (déduites), comme le jour d'une signature que donne la date ou l'adresse de la page. Les parties "
        "sont rapportées à un organisme ; chaque décision est dans registers/resolutions.csv.",
        "Compiled by this project from public pages, each cited: a sample, not an inventory; a party missing from it "
        'proves nothing. The status "ended" and the succession of contracts are readings (inferred), as is a signing '
        "day given by the date or address of the page. Parties are referred to a body; each decision stands in "
        "registers/resolutions.csv.",
    ),
    publisher="Maillage",
    licence=None,
    listings=(ARRANGEMENTS,),
)

SOURCES = (REGISTER,)
