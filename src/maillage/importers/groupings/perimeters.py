"""Importer `groupings`: Banatic and the compositions deduced from it come in; PETR, pays and mixed syndicates, with
their SIREN, nature, territory and competences, and the intermunicipal areas they are made of, go out.

Every PETR is taken, and each mixed syndicate that a body or an area of graph/ names. What no other file describes is
described in organisations/groupements.ttl, its area in territories/perimetres-des-groupements.ttl. Of what others
describe, the lines that Banatic adds go to one file of untyped lines, registers/groupements-reconnus.ttl. A deduced
composition says `mlg:deducedWithin`, never `mlg:within`; where a source states what an area is made of, it is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from maillage.importers.groupings.competences import listed_competences
from maillage.importers.groupings.match import NATURES, Grouping, Matcher
from maillage.importers.groupings.settled import Settled, settled_compositions
from maillage.importers.groupings.sources import BANATIC, COMPOSITIONS, DEDUCED, GROUPINGS
from maillage.importers.kit.base import Draft, Importer, Job, Known, code, fr, iri, node
from maillage.importers.kit.facts import Description, Facts, Value
from maillage.importers.kit.rows import csv_rows, curated_rows
from maillage.terms import DCT, DEF, MLG, PREFIXES, SKOS, curie
from maillage.things.rdf import NamedNode, Term, Triple
from maillage.things.turtle_writer import write_turtle

BODIES = "organisations/groupements.ttl"
AREAS = "territories/perimetres-des-groupements.ttl"
LINES = "registers/groupements-reconnus.ttl"
#: Which grouping a curator takes a body or an area for: thing (CURIE), siren (empty: none of the list), remark.
NAMED = "registers/groupements-cites.csv"
_NATURE = DEF + "groupingNature/"
#: What a body that another turns out to be leaves to it.
_ITS_OWN = tuple(MLG + name for name in ("siren", "groupingNature", "territory"))
_HEADER = """# Ce que Banatic ajoute à des organismes et territoires que d'autres fichiers décrivent : SIREN, nature,
# compétences de 2021 (doc:banatic-2021) ; et les périmètres déduits de populations qui s'additionnent exactement
# (mlg:deducedWithin, doc:compositions-deduites-2021).
# Écrit par « maillage import groupings »."""


@dataclass
class Work:
    """One run: what it reads and what it has found so far.

    Parameters
    ----------
    stated:
        The territories of which a source states what lies in them.
    listed:
        The SIREN of every grouping of the list -> its inhabitants.
    groupings:
        SIREN -> row of the list, of the natures the graph may name.
    settled:
        SIREN -> the composition that a page tells from others that add up as well.
    bodies, areas:
        SIREN -> the bodies and areas of other files that are this grouping, as IRIs.
    lines:
        What is added to things that other files describe.
    """

    job: Job
    draft: Draft
    stated: set[str]
    listed: dict[str, int] = field(default_factory=dict)
    groupings: dict[str, Grouping] = field(default_factory=dict)
    settled: dict[str, Settled] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    areas: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lines: list[Triple] = field(default_factory=list)

    def add(self, thing: str, predicate: str, *values: Value) -> None:
        """Lines about a thing (IRI or CURIE) that another file describes."""
        for value in values:
            term = node(value) if isinstance(value, str) else value
            if term is not None:
                self.lines.append(Triple(NamedNode(iri(thing)), NamedNode(iri(predicate)), term))


def make_groupings(job: Job) -> Draft:
    """The draft of groupings, their areas, and the lines about what other files describe.

    Raises
    ------
    MaillageError
        When a source is missing or is another file.
    """
    work = Work(job, Draft(), _stated(job.known))
    work.draft.leftover = partial(_leftover, work)
    BANATIC.describe(work.draft, BODIES, job.retrieved)
    DEDUCED.describe(work.draft, BODIES, job.retrieved)
    BANATIC.header(work.draft, BODIES, "PETR, pays et syndicats mixtes.", BODIES, "groupings")
    DEDUCED.header(work.draft, AREAS, "Territoires de PETR, pays et syndicats mixtes.", BODIES, "groupings")
    named = _read(work)
    _recognise(work)
    wanted = {
        siren: g
        for siren, g in work.groupings.items()
        if g.nature == "PETR" or siren in work.bodies or siren in work.areas
    }
    for _ in range(len(work.groupings) - len(wanted)):
        job.report.leave_out(named, "not-named")
    work.settled = settled_compositions(job, work.listed)
    parts = _compositions(work, set(wanted))
    for siren, grouping in wanted.items():
        _add(work, grouping, parts.get(siren, []))
    competences = listed_competences(job, partial(_body_of, work))
    # What the list has and gives none of these competences is said to be in it: "not listed" is an answer.
    for body in sorted({body for siren in work.listed if (body := _body_of(work, siren))}):
        if body not in work.draft.subjects:
            work.add(body, "dct:source", BANATIC.name)
        work.add(body, "mlg:listedCompetence", *competences.get(body, ()))
    work.draft.plain[LINES] = write_turtle(work.lines, header=_HEADER)
    return work.draft


def _read(work: Work) -> str:
    """Read the list of groupings into the work; returns its path."""
    path = work.job.find(GROUPINGS.name)
    assert path is not None
    for line, row in csv_rows(path, GROUPINGS, work.job.report, "\t"):
        people = int(row["population"]) if row["population"].isdigit() else 0
        work.listed[row["siren"]] = people
        if row["nature"] not in NATURES:
            work.job.report.leave_out(str(path), "other-nature")
            continue
        region = _region(work.job, row["code_departement"])
        if region is None:
            work.job.report.aside(path, line, f"the department {row['code_departement']} is not in graph/; left aside.")
        elif row["siren"] in work.groupings:
            work.job.report.aside(path, line, f"the SIREN {row['siren']} stands there twice; the first row is kept.")
        else:
            grouping = Grouping(row["siren"], row["nom"], row["nature"], row["code_departement"], region, people)
            work.groupings[row["siren"]] = grouping
    return str(path)


def _region(job: Job, department: str) -> str | None:
    place = job.known.by_code("inseeCode", department, "mlg:Department")
    held = job.known.holders(place) if place else set()
    return next((one for one in sorted(held) if job.known.is_a(one, "mlg:Region")), None)


def _recognise(work: Work) -> None:
    """Find which bodies and areas of other files are groupings of the list; what is in doubt is reported."""
    matcher = Matcher(work.groupings.values())
    decided = {
        iri(row["thing"]): row["siren"]
        for row in curated_rows(work.job.known.folder / NAMED, ("thing", "siren", "remark"))
    }
    found: dict[str, list[str]] = defaultdict(list)
    for thing, said, regions in _candidates(work.job):
        names = [t.value for p in ("prefLabel", "altLabel") for t in said.get(SKOS + p, ())]
        grouping = matcher.find(names, regions)
        siren = decided.get(thing, grouping.siren if grouping else None)
        if siren is None:
            near = "; ".join(f"{g.siren} {g.name}" for g in matcher.near(names, regions))
            if near:
                work.job.report.remark(f"{curie(thing)}: no grouping of its name alone; is it one of {near}?")
        elif siren not in work.groupings:
            if siren:
                work.job.report.remark(f"{NAMED}: {curie(thing)} is given the SIREN {siren}, which the list has not.")
        else:
            found[siren].append(thing)
    for siren, things in found.items():
        bodies = [thing for thing in things if thing.startswith(PREFIXES["body"])]
        if len(bodies) > 1:
            named = ", ".join(map(curie, bodies))
            work.job.report.remark(f"{named}: all bear the name of {siren}; none gets its SIREN.")
        elif bodies:
            work.bodies[siren] = bodies[0]
        work.areas[siren] += [thing for thing in things if thing.startswith(PREFIXES["terr"])]
    work.areas = {siren: things for siren, things in work.areas.items() if things}
    work.job.report.count("bodies recognised", len(work.bodies))
    work.job.report.count("areas recognised", sum(map(len, work.areas.values())))


def _candidates(job: Job) -> Iterable[tuple[str, Description, set[str]]]:
    """The mixed syndicates and areas of their own that other files describe, with their regions."""
    for kind in ("mlg:MixedSyndicate", "mlg:OtherArea"):
        for thing, said in job.known.of_kind(kind):
            home = job.known.home[thing]
            if home in (BODIES, AREAS) or home.startswith("territories/") or DCT + "isReplacedBy" in said:
                continue
            places = {thing} if kind == "mlg:OtherArea" else job.known.territories(thing)
            around = places | {holder for place in places for holder in job.known.holders(place)}
            yield thing, said, {place for place in around if job.known.is_a(place, "mlg:Region")}


def _compositions(work: Work, wanted: set[str]) -> dict[str, list[str]]:
    """SIREN -> the intermunicipal areas (IRIs) it is made of, where one set alone adds up, or a page tells which."""
    path = work.job.find(COMPOSITIONS.name)
    assert path is not None
    out: dict[str, list[str]] = {}
    for line, row in csv_rows(path, COMPOSITIONS, work.job.report):
        several = row["exact_solutions"] not in ("0", "1")
        settled = work.settled.get(row["siren"]) if several else None
        if row["exact_solutions"] != "1" and settled is None:
            work.job.report.leave_out(str(path), "several-solutions" if several else "no-solution")
            continue
        if row["siren"] not in wanted:
            work.job.report.leave_out(str(path), "not-named")
            continue
        sirens = settled.members if settled else row["member_sirens"].split()
        places = [work.job.known.by_code("inseeCode", siren, "mlg:IntercommunalArea") for siren in sirens]
        unknown = [siren for siren, place in zip(sirens, places, strict=True) if place is None]
        if unknown or not sirens:
            what = f"the intermunicipal area {unknown[0]} is not in graph/" if unknown else "it names no part"
            work.job.report.aside(path, line, f"{row['name']}: {what}; its composition is left aside.")
            continue
        out[row["siren"]] = [place for place in places if place]
    return out


def _add(work: Work, grouping: Grouping, parts: list[str]) -> None:
    """Write a grouping: its body, its area, and what this is made of."""
    areas = work.areas.get(grouping.siren, [])
    department = iri(f"terr:departement-{grouping.department}")
    if parts and not areas:
        areas = [_new_area(work, grouping)]
    for area in areas:
        if area in work.stated:
            work.job.report.count("perimeters stated by a source, which come first")
        elif parts:
            _compose(work, grouping, area, parts)
        elif department not in work.job.known.holders(area) | _partly(work.job, area):
            # Its seat is there: of its territory, a part at least.
            work.add(area, "mlg:partlyWithin", department)
    facts: dict[str, Value | list[Value]] = {
        "mlg:siren": code(grouping.siren),
        "mlg:groupingNature": _NATURE + NATURES[grouping.nature],
        "mlg:territory": [*(areas or [department])],
    }
    body = work.bodies.get(grouping.siren)
    if body is not None:
        own = {t.value for t in work.job.known.says(body).get(MLG + "territory", ())}
        facts["mlg:territory"] = [place for place in areas or [department] if iri(place) not in own]
        for predicate, value in facts.items():
            work.add(body, predicate, *(value if isinstance(value, list) else [value]))
        work.job.report.count("bodies given their SIREN")
        return
    name = work.job.known.by_code("siren", grouping.siren) or f"body:siren-{grouping.siren}"
    facts["skos:prefLabel"] = fr(grouping.label)
    facts["skos:altLabel"] = [*_other_names(grouping)]
    facts["dct:source"] = BANATIC.name
    work.draft.add(BODIES, name, "mlg:MixedSyndicate", facts, keep_label=True)
    work.job.report.count("groupings described")


def _other_names(grouping: Grouping) -> list[Term]:
    """PETR that the list calls "Pays de ..." are spoken of as PETR too."""
    petr = grouping.nature == "PETR" and "petr" not in grouping.name.lower()
    return [fr(f"PETR {grouping.label.removeprefix('Syndicat mixte ')}")] if petr else []


def _stated(known: Known) -> set[str]:
    """The territories of which a source states what lies in them."""
    files = (subjects for path, subjects in known.described.items() if path != LINES)
    return {t.value for subjects in files for said in subjects.values() for t in said.get(MLG + "within", ())}


def _new_area(work: Work, grouping: Grouping) -> str:
    name = f"terr:groupement-{grouping.siren}"
    facts: Facts = {"skos:prefLabel": fr(f"{grouping.label} (périmètre)"), "dct:source": DEDUCED.name}
    work.job.report.count("areas described")
    return work.draft.add(AREAS, name, "mlg:OtherArea", facts)


def _compose(work: Work, grouping: Grouping, area: str, parts: list[str]) -> None:
    """Say what an area is made of, and which departments and region then hold it, wholly or partly."""
    job = work.job
    for part in parts:
        work.add(part, "mlg:deducedWithin", area)
    wholes = [job.known.holders(part) for part in parts]
    shared = {one for one in set.intersection(*wholes) if _is_wide(job, one)} - job.known.within(area)
    work.add(area, "mlg:deducedWithin", *sorted(shared))
    if not any(job.known.is_a(one, "mlg:Department") for one in shared):
        touched = {one for part, held in zip(parts, wholes, strict=True) for one in held | _partly(job, part)}
        work.add(area, "mlg:partlyWithin", *sorted(one for one in touched if job.known.is_a(one, "mlg:Department")))
    settled = work.settled.get(grouping.siren)
    if settled is not None:
        work.add(area, "dct:source", settled.page)
    alone = f"d'un autre ensemble aussi : {settled.remark}" if settled else "d'aucun autre ensemble"
    number = f"{grouping.people:,}".replace(",", " ")
    work.add(
        area,
        "skos:editorialNote",
        fr(
            f"Périmètre déduit : les {number} habitants que Banatic donne en 2021 à « {grouping.label} » sont "
            f"exactement la somme de ceux de {_count(len(parts))} de son département, et {alone}."
        ),
    )
    job.report.count("perimeters deduced")


def _count(number: int) -> str:
    return "une intercommunalité" if number == 1 else f"{number} intercommunalités"


def _is_wide(job: Job, place: str) -> bool:
    return job.known.is_a(place, "mlg:Department") or job.known.is_a(place, "mlg:Region")


def _partly(job: Job, place: str) -> set[str]:
    return {t.value for t in job.known.says(place).get(MLG + "partlyWithin", ())}


def _body_of(work: Work, siren: str) -> str | None:
    """The body of a SIREN: one recognised, one of this run, or one that graph/ has."""
    own = iri(f"body:siren-{siren}")
    return work.bodies.get(siren) or (
        own if own in work.draft.files[BODIES] else work.job.known.by_code("siren", siren)
    )


def _leftover(work: Work, subject: str, old: Description) -> Description:
    """What becomes of a thing of these files that is no longer written.

    A body that a page's own body has turned out to be is replaced by it; an area that no grouping needs goes.
    """
    if subject.startswith(PREFIXES["terr"]):
        return {}
    siren = next((t.value for t in old.get(MLG + "siren", ())), "")
    if siren not in work.bodies:
        return old
    kept = {p: terms for p, terms in old.items() if p not in _ITS_OWN}
    return {**kept, DCT + "isReplacedBy": {NamedNode(work.bodies[siren])}}


IMPORTERS = (
    Importer(
        "groupings",
        {
            "fr": "Les PETR, pays et syndicats mixtes : SIREN, natures, périmètres déduits, compétences de 2021",
            "en": "PETR, pays and mixed syndicates: SIREN, kinds, deduced perimeters, competences of 2021",
        },
        "the folder with banatic_groupements.tsv, composition_deduced_by_population.csv, "
        "banatic_competences_sante_social_2021.tsv and banatic_2021_intitules.csv",
        make_groupings,
        sources=(BANATIC, DEDUCED),
    ),
)
