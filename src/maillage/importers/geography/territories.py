"""Importer `territories`: the official geographic code comes in; country, regions, departments, districts, EPCI, EPT
and communes go out, each within what directly contains it, with the municipal population.

Populations are those of the table of EPCI members (municipal population); a commune outside any EPCI takes that of
the list of communes. Every larger territory is the sum of its communes, so that the levels agree.
"""

from __future__ import annotations

from collections import defaultdict

from maillage.importers.geography.official import PACKAGE, OfficialCode, rows_of
from maillage.importers.geography.official_rows import Row, department_of, is_overseas_collectivity
from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.vintage import open_code
from maillage.importers.kit.base import Draft, Importer, Job, Source, code, en, fr, integer, iri, label_of
from maillage.importers.kit.facts import Description, Facts, Value
from maillage.importers.kit.words import of_town, statute_in_full
from maillage.terms import DCT, MLG, PREFIXES, RDF, SKOS
from maillage.things.rdf import NamedNode

HOME = "territories/pays.ttl"
FRANCE = "terr:pays-FR"


def source_of(cog: OfficialCode) -> Source:
    """How the files describe this vintage of the code."""
    name = cog.vintage or f"(version {cog.version} du paquet)"
    return OFFICIAL_CODE.at(cog.label, cog.vintage, name=name, version=cog.version)


def describe_code(job: Job, draft: Draft, source: Source) -> None:
    """Describe the code in the country's file, where graph/ does not yet: for what other importers take from it."""
    if not job.known.describes(source.name):
        source.describe(draft, HOME, job.retrieved)
        source.header(draft, HOME, "Description du code officiel géographique.", HOME, "territories")


class _Builder:
    """One run: the code, the draft, and the population of each territory as its communes are met."""

    def __init__(self, job: Job, cog: OfficialCode) -> None:
        self.job, self.cog, self.draft = job, cog, Draft()
        self.source = source_of(cog)
        self.population: dict[str, int] = defaultdict(int)
        self.groupings: dict[str, list[str]] = defaultdict(list)
        self.counted: dict[str, int] = {}
        for name in ("epci", "ept"):
            for number, row in rows_of(cog, name):
                for member in cog.members(number):
                    self.groupings[member["code"]].append(f"terr:epci-{number}")
                    if name == "epci" and isinstance(member.get("populationMunicipale"), int):
                        self.counted[member["code"]] = member["populationMunicipale"]
                if not cog.members(number):
                    job.report.bad_row(row["file"], row["line"], f"{number} ({row['nom']}) has no current commune.")

    def place(self, path: str, name: str, kind: str, label: str, number: str, **more: Value | list[Value]) -> None:
        """Describe a territory of the code."""
        people = self.population.get(name)
        facts: Facts = {
            "skos:prefLabel": fr(label),
            "mlg:inseeCode": code(number),
            "mlg:population": None if people is None else integer(people),
            "dct:source": self.source.name,
            **{f"{'skos' if key == 'altLabel' else 'mlg'}:{key}": value for key, value in more.items()},
        }
        self.draft.add(path, name, kind, facts)
        self.job.report.count(kind.removeprefix("mlg:"))

    def communes(self) -> None:
        """The communes, a file a department; the populations of all that contains them grow."""
        for number, row in self.job.report.track(list(rows_of(self.cog, "communes")), "communes"):
            department = department_of(row)
            within = [department_name(department), *self.groupings.get(number, ())]
            district = row.get("arrondissement")
            if district and district in self.cog.lists["arrondissements"]:
                within.append(f"terr:arrondissement-{district}")
            if not number.startswith(department):
                self.job.report.bad_row(
                    row["file"], row["line"], f"{number} ({row['nom']}) says it is in department {department}; kept so."
                )
            people = self.counted.get(number, row.get("population"))
            if isinstance(people, int) and not isinstance(people, bool):
                region = None if is_overseas_collectivity(department) else self.region_of(department, row)
                for name in {f"terr:commune-{number}", *within, FRANCE, *([f"terr:region-{region}"] if region else [])}:
                    self.population[name] += people
            path = f"territories/communes-{department}.ttl"
            self.place(path, f"terr:commune-{number}", "mlg:Commune", row["nom"], number, within=[*within])
            about = f"Communes {of_department(self.cog, department)} ({department})."
            self.source.header(self.draft, path, about, HOME, "territories")

    def region_of(self, department: str, row: Row) -> str:
        """The region of a department."""
        listed = self.cog.lists["departements"].get(department)
        return str(listed["region"] if listed else row.get("region"))

    def departments(self) -> None:
        """Regions, departments and overseas collectivities."""
        path = "territories/regions.ttl"
        for number, row in rows_of(self.cog, "regions"):
            if is_overseas_collectivity(number):
                self.job.report.leave_out(row["file"], "overseas-collectivity")
            else:
                self.place(path, f"terr:region-{number}", "mlg:Region", row["nom"], number, within=FRANCE)
        self.source.header(self.draft, path, "Les régions de France.", HOME, "territories")
        path = "territories/departements.ttl"
        other = "territories/collectivites-outre-mer.ttl"
        names = {n: str(row["nom"]) for n, row in rows_of(self.cog, "departements")}
        for row in self.cog.communes.values():
            overseas = row.get("collectiviteOutremer")
            if isinstance(overseas, dict):
                names[str(overseas["code"])] = str(overseas["nom"])
        for number, name in sorted(names.items()):
            if is_overseas_collectivity(number):
                self.place(other, department_name(number), "mlg:OtherArea", name, number, within=FRANCE)
            else:
                region = f"terr:region-{self.cog.lists['departements'][number]['region']}"
                self.place(path, department_name(number), "mlg:Department", name, number, within=region)
        self.source.header(self.draft, path, "Les départements de France.", HOME, "territories")
        about = "Les collectivités et territoires d'outre-mer, qui ne sont ni des régions ni des départements."
        self.source.header(self.draft, other, about, HOME, "territories")

    def districts(self) -> None:
        """Districts (arrondissements) of departments."""
        path = "territories/arrondissements.ttl"
        for number, row in rows_of(self.cog, "arrondissements"):
            label = f"Arrondissement {of_town(row['nom'], row.get('typeLiaison'))}"
            within = department_name(row["departement"])
            self.place(path, f"terr:arrondissement-{number}", "mlg:District", label, number, within=within)
        self.source.header(self.draft, path, "Les arrondissements des départements.", HOME, "territories")

    def intercommunal(self) -> None:
        """EPCI and EPT: within the smallest of department, region, country that holds all members.

        Within a district or former region, too, that does; partly within what holds some members but not all.
        """
        path = "territories/intercommunalites.ttl"
        for name in ("epci", "ept"):
            for number, row in rows_of(self.cog, name):
                members = self.cog.members(number)
                within: list[Value] = [self.holder(members)] if members else []
                if name == "ept":
                    held = set.intersection(*({*self.groupings[m["code"]]} for m in members)) if members else set()
                    within += sorted(held - {f"terr:epci-{number}"})
                whole, part = self.wider(members)
                full = statute_in_full(row["nom"])
                alternative = fr(full) if full else None
                area = f"terr:epci-{number}"
                self.agree(row, area)
                self.place(
                    *(path, area, "mlg:IntercommunalArea", row["nom"], number),
                    within=[*within, *whole],
                    partlyWithin=[*part],
                    altLabel=alternative,
                )
        about = "Territoires des EPCI à fiscalité propre et des établissements publics territoriaux (EPT)."
        self.source.header(self.draft, path, about, HOME, "territories")

    def agree(self, row: Row, area: str) -> None:
        """Tell when the stated population of an EPCI is not the sum of its communes."""
        stated, people = row.get("populationMunicipale"), self.population.get(area)
        if row["type"] != "EPT" and isinstance(stated, int) and stated != people:
            words = f"{row['code']} is said to have {stated} inhabitants, its communes make {people}; the sum is kept."
            self.job.report.bad_row(row["file"], row["line"], words)

    def holder(self, members: list[Row]) -> str:
        """What directly holds all these communes: one department, else one region, else the country."""
        rows = [self.cog.communes[member["code"]] for member in members]
        departments = sorted({department_of(row) for row in rows})
        if len(departments) == 1:
            return department_name(departments[0])
        regions = {self.region_of(department_of(row), row) for row in rows}
        return f"terr:region-{regions.pop()}" if len(regions) == 1 else FRANCE

    def wider(self, members: list[Row]) -> tuple[list[str], list[str]]:
        """Beside `holder`: what else holds all these communes, and what holds some of them but not all."""
        rows = [self.cog.communes[member["code"]] for member in members]
        held = [self.above(row) for row in rows]
        if not held:
            return [], []
        whole, some = set.intersection(*held), set.union(*held)
        departments = {department_name(department_of(row)) for row in rows}
        beside = whole - {self.holder(members), f"terr:region-{self.region_of(department_of(rows[0]), rows[0])}"}
        if len(departments) == 1:  # what holds the department holds them by that
            beside = {name for name in beside if name.startswith("terr:arrondissement-")}
        return sorted(beside), sorted(some - whole)

    def above(self, row: Row) -> set[str]:
        """The district, department, region and former regions that hold a commune."""
        department = department_of(row)
        out = {department_name(department)}
        if not is_overseas_collectivity(department):
            out.add(f"terr:region-{self.region_of(department, row)}")
        district = row.get("arrondissement")
        if district and district in self.cog.lists["arrondissements"]:
            out.add(f"terr:arrondissement-{district}")
        return out | self.former_regions(department_name(department))

    def former_regions(self, department: str) -> set[str]:
        """The former regions of a department, which a file kept by hand tells."""
        holders = self.job.known.within(department)
        return {f"terr:{h.removeprefix(PREFIXES['terr'])}" for h in holders if self.job.known.is_a(h, "mlg:OtherArea")}

    def leftover(self, subject: str, said: Description) -> Description:
        """A territory of an earlier vintage that this one no longer names.

        It is kept, with a remark and its successor where the code says one, but no longer as a commune or a grouping
        of today, nor with a population: what counts communes or sums inhabitants would count it twice.
        """
        sources = {t.value for t in said.get(DCT + "source", ()) if isinstance(t, NamedNode)}
        if not any(s.startswith(PREFIXES["doc"] + "code-officiel-geographique") for s in sources):
            return said
        former = {t.value for t in said.get(MLG + "inseeCode", ())}
        if former & self.cog.aside:
            self.job.report.remark(f"{subject} ({label_of(said)}): its row could not be used; it stays as it was.")
            return said
        words = "N'est plus dans le code officiel géographique"
        notes = said.get(SKOS + "editorialNote", set())
        out = {predicate: terms for predicate, terms in said.items() if predicate != MLG + "population"}
        out[RDF + "type"] = {NamedNode(MLG + "OtherArea")}
        wide = ("departement-", "collectivite-", "region-", "pays-")
        holders = said.get(MLG + "within", set())
        out[MLG + "within"] = {t for t in holders if t.value.removeprefix(PREFIXES["terr"]).startswith(wide)}
        if not any(note.value.startswith(words) for note in notes):
            out[SKOS + "editorialNote"] = {*notes, fr(f"{words} {self.cog.label}.")}
            self.job.report.remark(f"{subject} ({label_of(said)}) is no longer in the code: kept, with a remark.")
        heirs = [n for n, row in self.cog.communes.items() if former & set(row.get("anciensCodes") or ())]
        if len(heirs) == 1 and subject.startswith(PREFIXES["terr"] + "commune-"):
            out[DCT + "isReplacedBy"] = {NamedNode(iri(f"terr:commune-{heirs[0]}"))}
        return out


def department_name(number: str) -> str:
    """The CURIE of a department, or of the overseas collectivity that stands for one in the list."""
    return f"terr:{'collectivite' if is_overseas_collectivity(number) else 'departement'}-{number}"


def of_department(cog: OfficialCode, number: str) -> str:
    """`du département Aude`, for a heading."""
    row = cog.lists["departements"].get(number)
    kind = "de la collectivité" if is_overseas_collectivity(number) else "du département"
    return f"{kind} {row['nom']}" if row else kind


def make(job: Job) -> Draft:
    """The draft of all territories."""
    build = _Builder(job, open_code(job, territories=True))
    build.communes()
    build.departments()
    build.districts()
    build.intercommunal()
    draft = build.draft
    build.source.describe(draft, HOME, job.retrieved)
    people = integer(build.population[FRANCE])
    labels = [fr("France"), en("France")]
    facts: Facts = {"skos:prefLabel": labels, "skos:notation": code("FR"), "mlg:population": people}
    draft.add(HOME, FRANCE, "mlg:Country", facts)
    about = "Pays, et description du code officiel géographique dont viennent les fichiers de territories/."
    build.source.header(draft, HOME, about, HOME, "territories")
    for known in job.known.files:
        if known.startswith("territories/communes-"):
            draft.files.setdefault(known, {})  # Looked at again, even when no commune fills it any more.
    draft.leftover = build.leftover
    return draft


IMPORTERS = (
    Importer(
        "territories",
        {
            "fr": "Pays, régions, départements, arrondissements, EPCI, EPT et communes (code officiel géographique)",
            "en": "Country, regions, departments, districts, EPCI, EPT and communes (official geographic code)",
        },
        f"the package {PACKAGE} (tarball or folder); without it the npm client fetches it",
        make,
        sources=(OFFICIAL_CODE,),
    ),
)
