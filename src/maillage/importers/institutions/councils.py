"""Importer `councils`: the official geographic code comes in; regional and departmental councils, intercommunal bodies
and EPT go out as organisations that govern their territory; municipalities only where something involves them.

The code lists territories, not authorities. A region or department that a body of graph/ governs as its council
already (Corsica, Alsace, Paris, Martinique, Guyane, Mayotte: organisations/collectivites-a-statut-particulier.ttl)
gets no other; every other one gets its council.
"""

from __future__ import annotations

from maillage.importers.geography.official import PACKAGE, OfficialCode, rows_of
from maillage.importers.geography.official_rows import Row, is_overseas_collectivity
from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.territories import HOME, department_name, describe_code, source_of
from maillage.importers.geography.vintage import open_code
from maillage.importers.kit.base import Draft, Importer, Job, Source, code, fr, iri
from maillage.importers.kit.facts import Facts
from maillage.importers.kit.known import Known
from maillage.importers.kit.words import of_place, of_town, statute_in_full
from maillage.terms import DCT, MLG
from maillage.things.rdf import NamedNode

_STATUTES = {
    "CC": "mlg:CommunityOfCommunes",
    "CA": "mlg:AgglomerationCommunity",
    "CU": "mlg:UrbanCommunity",
    "METRO": "mlg:Metropolis",
    "MET69": "mlg:Metropolis",
    "EPT": "mlg:TerritorialPublicEstablishment",
}
REGIONS = "organisations/regions.ttl"
DEPARTMENTS = "organisations/departements.ttl"
BODIES = "organisations/intercommunalites.ttl"
TOWNS = "organisations/communes.ttl"
_COMMAND = "councils"


def governed(known: Known, kind: str, besides: str) -> dict[str, str]:
    """Territory -> the living body of a kind that graph/ says governs it, those the file `besides` describes apart."""
    out = {}
    for body, said in known.of_kind(kind):
        if known.home[body] != besides and DCT + "isReplacedBy" not in said:
            out.update({t.value: body for t in said.get(MLG + "governs", ())})
    return out


def _council(draft: Draft, path: str, name: str, kind: str, territory: str, labels: list[str], source: str) -> None:
    facts: Facts = {
        "skos:prefLabel": fr(labels[0]),
        "skos:altLabel": [fr(label) for label in labels[1:]],
        "mlg:governs": territory,
        "mlg:territory": territory,
        "dct:source": source,
    }
    draft.add(path, name, kind, facts, keep_label=True)


def _councils(job: Job, cog: OfficialCode, draft: Draft, source: str) -> None:
    for kind, name, path in (
        ("mlg:RegionalCouncil", "regions", REGIONS),
        ("mlg:DepartmentalCouncil", "departements", DEPARTMENTS),
    ):
        taken = governed(job.known, kind, path)
        adjective, noun, slug = {
            "regions": ("régional", "Région", "conseil-regional"),
            "departements": ("départemental", "Département", "conseil-departemental"),
        }[name]
        for number, row in rows_of(cog, name):
            if is_overseas_collectivity(number):
                continue
            territory = f"terr:region-{number}" if name == "regions" else department_name(number)
            if iri(territory) in taken:
                job.report.remark(f"{territory} ({row['nom']}): {taken[iri(territory)]} governs it; no other council.")
                continue
            of = of_place(row["nom"], row.get("typeLiaison"))
            # Usage says Région Grand Est, but Département de la Marne.
            short = f"Région {row['nom']}" if name == "regions" else f"{noun} {of}"
            labels = [f"Conseil {adjective} {of}", short]
            _council(draft, path, f"body:{slug}-{number}", kind, territory, labels, source)
            job.report.count(kind.removeprefix("mlg:"))


def body_name(known: Known, siren: str) -> str:
    """The IRI of the body of a SIREN: the one graph/ has, else the form of the project."""
    return known.by_code("siren", siren) or iri(f"body:siren-{siren}")


def _bodies(job: Job, cog: OfficialCode, draft: Draft, source: str) -> None:
    for name in ("epci", "ept"):
        for number, row in rows_of(cog, name):
            kind = _STATUTES[row["type"]]
            short = str(row["nom"])
            full = f"Établissement public territorial {short}" if name == "ept" else statute_in_full(short)
            facts: Facts = {
                "skos:prefLabel": fr(full or short),
                "skos:altLabel": fr(short) if full else None,
                "mlg:siren": code(number),
                "mlg:governs": f"terr:epci-{number}",
                "mlg:territory": f"terr:epci-{number}",
                "dct:source": source,
            }
            draft.add(BODIES, body_name(job.known, number), kind, facts)
            job.report.count(kind.removeprefix("mlg:"))


def municipality_name(known: Known, number: str, row: Row) -> str:
    """The IRI of the municipality of a commune: the one graph/ has, else by SIREN, else by INSEE code."""
    territory = NamedNode(iri(f"terr:commune-{number}"))
    for body, said in known.of_kind("mlg:Municipality"):
        if territory in said.get(MLG + "governs", ()):
            return body
    siren = row.get("siren")
    return body_name(known, siren) if siren else iri(f"body:commune-{number}")


def municipality(job: Job, cog: OfficialCode, draft: Draft, number: str) -> str | None:
    """The municipality of a current commune, described in organisations/communes.ttl; for any importer that meets one.

    Parameters
    ----------
    number:
        INSEE code of the commune.

    Returns
    -------
    str | None
        Its IRI; None when the code has no such commune.
    """
    row = cog.communes.get(number)
    if row is None:
        return None
    body = municipality_name(job.known, number, row)
    if job.known.home.get(body, TOWNS) != TOWNS:
        return body
    of = of_town(row["nom"], row.get("typeLiaison"))
    facts: Facts = {
        "skos:prefLabel": fr(f"Commune {of}"),
        "skos:altLabel": fr(f"Ville {of}"),
        "mlg:siren": code(row["siren"]) if row.get("siren") else None,
        "mlg:governs": f"terr:commune-{number}",
        "mlg:territory": f"terr:commune-{number}",
        "dct:source": source_of(cog).name,
    }
    draft.add(TOWNS, body, "mlg:Municipality", facts, keep_label=True)
    source_of(cog).header(
        draft, TOWNS, "Communes qu'une chose du graphe met en jeu, comme personnes morales.", HOME, _COMMAND
    )
    return body


def _header(draft: Draft, source: Source, path: str, about: str) -> None:
    if path in draft.files:
        source.header(draft, path, about, HOME, _COMMAND)


def make(job: Job) -> Draft:
    """The draft of all councils and intercommunal bodies, and the municipalities that graph/ has already."""
    cog = open_code(job)
    draft, source = Draft(), source_of(cog)
    _councils(job, cog, draft, source.name)
    _bodies(job, cog, draft, source.name)
    for _, said in job.known.of_kind("mlg:Municipality"):
        for territory in sorted(t.value for t in said.get(MLG + "governs", ())):
            if municipality(job, cog, draft, territory.rsplit("-", 1)[-1]):
                job.report.count("Municipality")
    _header(draft, source, REGIONS, "Conseils régionaux.")
    _header(draft, source, DEPARTMENTS, "Conseils départementaux.")
    _header(draft, source, BODIES, "EPCI à fiscalité propre et établissements publics territoriaux, comme organismes.")
    describe_code(job, draft, source)
    return draft


IMPORTERS = (
    Importer(
        "councils",
        {
            "fr": "Conseils régionaux et départementaux, intercommunalités et EPT, comme organismes",
            "en": "Regional and departmental councils, intercommunal bodies and EPT, as organisations",
        },
        f"the package {PACKAGE} (tarball or folder); without it the npm client fetches it",
        make,
        looks_up=(OFFICIAL_CODE,),
    ),
)
