"""Importer `structures`: two lists of FINESS come in; CPTS, health houses and support services go out, by region.

A structure that no other file describes is `body:finess-site-<number>`, in organisations/structures-<region>.ttl. Of
one that a document or the register names, the lines FINESS adds go to registers/structures-reconnues.ttl. Where both
lists have a structure, by its number or by its name in its commune, the later one speaks and both are its sources.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from maillage.importers.hospitals.groups import seat_of
from maillage.importers.hospitals.survey import siren_fits
from maillage.importers.kit.base import Draft, Importer, Job, code, fr, iri, label_of, node
from maillage.importers.kit.facts import Description, Facts
from maillage.importers.kit.rows import csv_rows, curated_rows
from maillage.importers.structures.names import SORTS, label, telling
from maillage.importers.structures.sources import FINESS, OCCITANIE, OCCITANIE_ROWS, STOCK
from maillage.naming.normalise import normalised
from maillage.terms import DCT, MLG, SKOS, curie
from maillage.things.rdf import NamedNode, Triple
from maillage.things.turtle_writer import write_turtle

HOME = "registers/finess-structures.ttl"
LINES = "registers/structures-reconnues.ttl"
#: Which structure a curator takes a body for: thing (CURIE), finess (empty: none of the lists), remark.
NAMED = "registers/structures-citees.csv"
#: What a structure that another body turns out to be leaves to it.
_ITS_OWN = tuple(MLG + name for name in ("finess", "siren", "territory"))
#: So many signs of a city the list of 2021 keeps.
_CUT = 26
_HEADER = """# Ce que FINESS ajoute à des CPTS, maisons de santé et dispositifs d'appui que d'autres décrivent : numéro,
# SIREN, commune du siège (doc:finess-2021, doc:finess-occitanie-2026).
# Écrit par « maillage import structures »."""


@dataclass(frozen=True)
class Structure:
    """A row of either list.

    Parameters
    ----------
    number, entity:
        Its FINESS number and that of the entity that runs it.
    place, town:
        Its commune, else its department (IRI), and the commune's official name (empty for a department).
    other:
        Another name, in capitals; empty when there is none.
    siren:
        As the list has it; empty when it has none.
    sources:
        The documents (CURIE) that have it.
    """

    number: str
    entity: str
    name: str
    category: str
    place: str | None
    town: str
    other: str = ""
    siren: str = ""
    sources: tuple[str, ...] = field(default=())

    @property
    def label(self) -> str:
        """Its readable name."""
        return label(self.name, self.category, self.town)


def make_structures(job: Job) -> Draft:
    """The draft of the structures, and the lines about those that other files describe.

    Raises
    ------
    MaillageError
        When neither list is given, or one is another file.
    """
    draft = Draft()
    structures = _together(list(_occitanie(job)), list(_stock(job)))
    recognised = _recognise(job, structures)
    sirens = _sirens(job, structures, recognised)
    draft.leftover = partial(_leftover, recognised)
    lines: list[Triple] = []
    for source in (FINESS, OCCITANIE):
        source.describe(draft, HOME, job.retrieved)
    FINESS.header(
        draft, HOME, "Les listes d'où viennent CPTS, maisons de santé et dispositifs d'appui.", HOME, "structures"
    )
    for one in job.report.track(structures, "Structures"):
        job.report.count(SORTS[one.category][0].removeprefix("mlg:"))
        facts: Facts = {
            "mlg:finess": code(one.number),
            "mlg:siren": code(sirens[one.number]) if one.number in sirens else None,
            "mlg:territory": one.place,
        }
        if one.number in recognised:
            lines += _lines(recognised[one.number], {**facts, "dct:source": list(one.sources)})
            job.report.count("recognised")
        else:
            _describe(draft, job, one, facts)
    draft.plain[LINES] = write_turtle(lines, header=_HEADER)
    return draft


def _stock(job: Job) -> Iterator[Structure]:
    """The structures of the stock of 2021, whose commune is looked for by its name in the department of the number."""
    path = job.find(STOCK.name)
    assert path is not None
    towns = _towns(job)
    for line, row in csv_rows(path, STOCK, job.report):
        number = row["finess_et"]
        if not re.fullmatch(r"[0-9][0-9AB]\d{7}", number):
            job.report.aside(path, line, f"'{number}' is no FINESS number (nine characters); left aside.")
            continue
        department = job.known.by_code("inseeCode", seat_of(number), "mlg:Department")
        found = _communes(towns, department or "", row["city"])
        if len(found) == 1:
            place: str | None = next(iter(found))
        else:
            place = department
            why = "several communes have" if found else "no commune has"
            job.report.bad_row(path, line, f"{number}: {why} the name {row['city']!r}; it is put in its department.")
        town = label_of(job.known.says(place)) if place and place != department else ""
        yield Structure(
            number, row["finess_ej"], row["name"], row["category"], place, town, "", row["siret"][:9], (FINESS.name,)
        )


def _occitanie(job: Job) -> Iterator[Structure]:
    path = job.find(OCCITANIE_ROWS.name)
    assert path is not None
    for line, row in csv_rows(path, OCCITANIE_ROWS, job.report):
        number = row["finess_et"]
        if row["categorie"] not in SORTS:
            job.report.leave_out(str(path), "other-category")
            continue
        if not re.fullmatch(r"[0-9][0-9AB]\d{7}", number):
            job.report.aside(path, line, f"'{number}' is no FINESS number (nine characters); left aside.")
            continue
        commune = job.known.by_code("inseeCode", row["code_insee_commune"], "mlg:Commune")
        place = commune or job.known.by_code("inseeCode", row["departement"], "mlg:Department")
        if commune is None:
            what = f"{number}: the commune {row['code_insee_commune']} is not in graph/; it is put in its department."
            job.report.bad_row(path, line, what)
        town = label_of(job.known.says(commune)) if commune else ""
        other = row["raison_sociale_longue"]
        yield Structure(
            *(number, row["finess_ej"], row["raison_sociale"], row["categorie"], place, town),
            other=other if normalised(other) != normalised(row["raison_sociale"]) else "",
            sources=(OCCITANIE.name,),
        )


def _towns(job: Job) -> dict[tuple[str, str], set[str]]:
    """(Department, plain name) -> communes."""
    out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for commune, said in job.known.of_kind("mlg:Commune"):
        for holder in job.known.within(commune):
            for term in said.get(SKOS + "prefLabel", ()):
                out[holder, _plain(term.value)].add(commune)
    return out


def _communes(towns: dict[tuple[str, str], set[str]], department: str, city: str) -> set[str]:
    """The communes of a department that a city of the list may be; its names are cut after 26 signs."""
    found = towns.get((department, _plain(city)), set())
    if found or len(city) < _CUT:
        return found
    return {
        one
        for (held, name), communes in towns.items()
        if held == department and name.startswith(_plain(city))
        for one in communes
    }


def _plain(town: str) -> str:
    """A town's name whatever its spelling: `ST BONNET EN CHAMPSAUR CEDEX 9` -> saint bonnet en champsaur."""
    words = normalised(re.sub(r"\bCEDEX\b.*", "", town)).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


def _together(later: list[Structure], earlier: list[Structure]) -> list[Structure]:
    """Both lists as one: what the later has, with the earlier's SIREN and source, then what the earlier alone has."""
    by_number = {one.number: one for one in earlier}
    by_name = {(one.place, one.category, normalised(one.label)): one for one in earlier}
    out, met = [], set()
    for one in later:
        same = by_number.get(one.number) or by_name.get((one.place, one.category, normalised(one.label)))
        if same is not None:
            met.add(same.number)
            one = replace(one, siren=same.siren, sources=(*same.sources, *one.sources))
        out.append(one)
    return out + [one for one in earlier if one.number not in met]


def _recognise(job: Job, structures: list[Structure]) -> dict[str, str]:
    """Number -> the body of another file that the structure is."""
    decided = {
        iri(row["thing"]): row["finess"]
        for row in curated_rows(job.known.folder / NAMED, ("thing", "finess", "remark"))
    }
    by_number = {one.number: one for one in structures}
    out: dict[str, str] = {}
    for number in by_number:
        body = job.known.by_code("finess", number)
        if body and not job.known.home[body].startswith("organisations/structures-"):
            out[number] = body
    bearers: dict[str, list[str]] = defaultdict(list)
    for body, number in decided.items():
        if number in by_number:
            bearers[number].append(body)
        elif number:
            job.report.remark(f"{NAMED}: {curie(body)} is given the number {number}, which no list has.")
    for body, category, names in _named_bodies(job):
        if body in decided:
            continue
        near = [
            one for one in structures if one.category == category and _around(job, one.place) & _around_body(job, body)
        ]
        found = {one.number for one in near if _same(one, names)}
        if len(found) == 1:
            bearers[found.pop()].append(body)
        else:
            told = "; ".join(f"{one.number} {one.name}" for one in near if _akin(one, names))
            if told:
                job.report.remark(f"{curie(body)}: no structure of its name alone; is it one of {told}?")
    for number, bodies in bearers.items():
        if len(bodies) == 1:
            out.setdefault(number, bodies[0])
        else:
            job.report.remark(f"{', '.join(map(curie, bodies))}: all bear the name of {number}; none gets its number.")
    return out


def _named_bodies(job: Job) -> Iterator[tuple[str, str, list[str]]]:
    """The CPTS, health houses and support services without a number that other files describe: category, names."""
    for category, (kind, _, _) in SORTS.items():
        for body, said in job.known.of_kind(kind):
            if not {MLG + "finess", DCT + "isReplacedBy"} & set(said) and not job.known.home[body].startswith(
                "organisations/structures-"
            ):
                yield body, category, [t.value for p in ("prefLabel", "altLabel") for t in said.get(SKOS + p, ())]


def _same(one: Structure, names: list[str]) -> bool:
    """Whether a structure bears one of the names of a body near it."""
    if one.category != "604":
        return any(normalised(one.label) == normalised(name) for name in names)
    return any(telling(said) and telling(said) == telling(name) for said in (one.name, one.other) for name in names)


def _akin(one: Structure, names: list[str]) -> bool:
    return any(telling(said) & telling(name) for said in (one.name, one.other) for name in names)


def _around(job: Job, place: str | None) -> set[str]:
    return {place, *job.known.holders(place)} if place else set()


def _around_body(job: Job, body: str) -> set[str]:
    """The region, departments and areas where a body is said to be; never the country."""
    places = job.known.territories(body)
    around = places | {holder for place in places for holder in job.known.holders(place)}
    return {place for place in around if not job.known.is_a(place, "mlg:Country")}


def _sirens(job: Job, structures: list[Structure], recognised: dict[str, str]) -> dict[str, str]:
    """Number -> SIREN, where it is well formed, one structure alone has it and no other body of graph/ does.

    Never that of a public body (it begins with 1 or 2): a commune that runs a health house is not the house.
    """
    times = Counter(one.siren for one in structures)
    out = {}
    for one in structures:
        bearer = job.known.by_code("siren", one.siren) if one.siren else None
        own = recognised.get(one.number) or iri(f"body:finess-site-{one.number}")
        fits = siren_fits(one.siren) and one.siren[:1] not in "12"
        if one.siren and fits and times[one.siren] == 1 and bearer in (None, own):
            out[one.number] = one.siren
    job.report.count("with a SIREN", len(out))
    return out


def _describe(draft: Draft, job: Job, one: Structure, facts: Facts) -> None:
    region = next(
        (place for place in sorted(_around(job, one.place)) if job.known.is_a(place, "mlg:Region")),
        None,
    )
    path = f"organisations/structures-{region.rsplit('-', 1)[1] if region else 'ailleurs'}.ttl"
    if path not in draft.headers:
        name = label_of(job.known.says(region)) if region else "ailleurs"
        FINESS.header(draft, path, f"CPTS, maisons de santé et dispositifs d'appui ({name}).", HOME, "structures")
    others = [other for other in (one.other,) if other and normalised(other) != normalised(one.label)]
    draft.add(
        path,
        f"body:finess-site-{one.number}",
        SORTS[one.category][0],
        {
            **facts,
            "skos:prefLabel": fr(one.label),
            "skos:altLabel": [fr(label(other, one.category, one.town)) for other in others],
            "skos:notation": code(one.entity) if one.entity else None,
            "dct:source": list(one.sources),
        },
        keep_label=True,
    )


def _leftover(recognised: dict[str, str], subject: str, old: Description) -> Description:
    """What becomes of a structure that a body of another file has turned out to be: that body replaces it."""
    number = next((t.value for t in old.get(MLG + "finess", ())), "")
    if number not in recognised:
        return old
    kept = {p: terms for p, terms in old.items() if p not in _ITS_OWN}
    return {**kept, DCT + "isReplacedBy": {NamedNode(recognised[number])}}


def _lines(body: str, facts: Facts) -> list[Triple]:
    """The lines about a body that another file describes."""
    out = []
    for predicate, value in facts.items():
        for one in value if isinstance(value, list) else [value]:
            term = node(one) if isinstance(one, str) else one
            if term is not None:
                out.append(Triple(NamedNode(iri(body)), NamedNode(iri(predicate)), term))  # type: ignore[arg-type]
    return out


IMPORTERS = (
    Importer(
        "structures",
        {
            "fr": "Les CPTS, maisons de santé et dispositifs d'appui à la coordination (FINESS)",
            "en": "CPTS, health houses and support services for coordination (FINESS)",
        },
        "the folder with msp_cpts_2021.csv and finess_occitanie_gouvernance.csv",
        make_structures,
        sources=(FINESS, OCCITANIE),
    ),
)
