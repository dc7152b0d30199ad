"""Importer `register`: the register of health arrangements comes in; arrangements, their parties and claims go out.

The register is a sample compiled from public pages, each cited: the evidence of a claim is the page. Its parties are
resolved to bodies (naming/); each decision stands in registers/resolutions.csv, which a curator mends and wins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.vintage import open_code
from maillage.importers.kit.base import Draft, Importer, Job, fr, label_of
from maillage.importers.kit.facts import Description, Facts
from maillage.importers.register.areas import PERIMETERS, PLACES, Areas
from maillage.importers.register.claims import ROLES, SOURCES, Party, RowClaims, thing_of
from maillage.importers.register.context import historic_region, where_is
from maillage.importers.register.forms import Proposal
from maillage.importers.register.names import ALIASES, OWN, REMARKS, names_of
from maillage.importers.register.parties import Parties
from maillage.importers.register.perimeter import Perimeters, bare_core
from maillage.importers.register.places import region_iri
from maillage.importers.register.replaced import FILE as REPLACED
from maillage.importers.register.replaced import read_replaced
from maillage.importers.register.resolutions import ANY, FILE, Resolution, read_resolutions, write_resolutions
from maillage.importers.register.row import Row
from maillage.importers.register.rows import register_rows
from maillage.importers.register.sources import ARRANGEMENTS, REGISTER
from maillage.importers.register.states import RowStates, notes
from maillage.importers.register.themes import FILE as THEMES
from maillage.importers.register.themes import Themes, read_given
from maillage.importers.register.then import former_namesake, is_of_then
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.gazetteers import gazetteer
from maillage.naming.mentions import core, split_brackets
from maillage.naming.normalise import normalised
from maillage.places import find_places
from maillage.terms import MLG, PREFIXES, RDF, SKOS, curie
from maillage.things.rdf import Literal, NamedNode
from maillage.things.turtle import TurtleFile, read_turtle

BODIES = "registers/organismes-du-registre.ttl"
#: Files of untyped lines, written whole each time.
PLAIN = (ALIASES, REMARKS, PERIMETERS)


class _Import(Parties):
    """One run."""

    def __init__(self, job: Job) -> None:
        source = job.find(ARRANGEMENTS.name)
        assert source is not None
        given = [path for path in job.sources if path.suffix == ".tgz" or (path / "package.json").is_file()]
        code = open_code(replace(job, sources=given)) if given else None
        if code is None:
            job.report.remark("No package of the official code was given: no municipality is added to graph/.")
        table = read_resolutions(job.known.folder / FILE)
        day = job.day(REGISTER.name) or ""
        super().__init__(job, Draft(), gazetteer(names_of(job)), table, source, code, day)
        vocabulary = read_turtle(find_places().ontology / "schemes.ttl")
        self.themes = Themes([vocabulary], read_given(job.known.folder / THEMES))
        self.role_words = _labels(vocabulary)
        # A body or collaboration whose territory is known no longer must not keep the one it had.
        self.draft.owned.add(MLG + "territory")
        perimeters = Perimeters(self.g, self._curated)
        self.areas = Areas(self.draft, self.g, perimeters, job.report, _astride(job, self.g))
        self.replaced = read_replaced(job.known.folder / REPLACED, job.report)
        self.things: set[str] = set()
        self.decisions: list[Resolution] = []

    def rows(self) -> list[Row]:
        """The rows one can use."""
        out: dict[str, Row] = {}
        for line, data in register_rows(self.source, self.job.report):
            thing = thing_of(data)
            region = region_iri(str(data["region_ars"]), self.g)
            if thing is None or region is None:
                what = f"type {data['type']!r}" if thing is None else f"region {data['region_ars']!r}"
                words = f"{data['id']}: the {what} is unknown; the row is left aside."
                self.job.report.aside(self.source, line, words)
                continue
            number = self.g.places[region].code
            path, space = f"registers/dispositifs-{number}.ttl", f"registre-dispositifs-{number}"
            out[data["id"]] = Row(line, data, thing, where_is(data, self.g), path, space)
            if data.get("historic_region") and historic_region(data, self.g) is None:
                self.bad(
                    line, f"{data['id']}: historic_region {data['historic_region']!r} is no region of before 2016."
                )
        return list(out.values())

    def locate(self, rows: list[Row]) -> None:
        """Settle the territories of all rows: a name's area is made of what any of its rows lists."""
        for row in rows:
            self._area_of_then(row)
            self.areas.prepare(row)
            for words in row.perimeter.words:
                self.job.report.count("pieces of perimeters kept in words")
                self.bad(
                    row.line, f"{row.data['id']}: the perimeter {words!r} names no known territory; kept in words."
                )
        for row in rows:
            row.territories = self.areas.territories(row)
            names = [str(row.data["territory"]), *filter(None, [row.data.get("carrier")])]
            if len(row.territories) == 1:
                row.where.own = {bare_core(name): row.territories[0] for name in names}

    def _area_of_then(self, row: Row) -> None:
        """A carrier of before the mergers has the area of then where graph/ knows it; else today's is a reading."""
        carrier = str(row.data.get("carrier") or "")
        if not is_of_then(row.data, row.where, carrier) or len(row.where.territory) != 1:
            return
        former = former_namesake(carrier, row.where, self.g)
        if former is not None:
            row.where.territory = sorted(self.g.bodies[former].places)
        elif self.g.level(row.where.territory[0]) == "IntercommunalArea":
            row.read = True

    def _curated(self, name: str) -> str | None:
        """The territory of the body a curator says a name stands for, whatever arrangement speaks of it."""
        for kind in ("epci", "commune"):
            line = self.table.find(ANY, name, kind)
            for body in line.bodies if line else ():
                self._municipalities([body])
                places = self.g.bodies[body].places if body in self.g.bodies else self._seat(body)
                if len(places) == 1:
                    return next(iter(places))
        return None

    def _seat(self, body: str) -> set[str]:
        """The commune of a municipality (by SIREN) that graph/ does not describe yet."""
        siren = body.removeprefix(f"{PREFIXES['body']}siren-")
        communes = self.code.communes if self.code else {}
        return {f"{PREFIXES['terr']}commune-{n}" for n, row in communes.items() if row.get("siren") == siren}

    def describe(self, row: Row) -> None:
        """The arrangement itself, unless another file describes it; the remarks on it in any case."""
        self.added.notes[row.thing.iri] |= set(notes(row.data))
        home = self.job.known.home.get(row.thing.iri)
        if home is not None and not OWN.fullmatch(home):
            self.added.said[row.thing.iri].add(str(row.data["name"]))
            self.added.elsewhere.add(row.thing.iri)
            return
        facts: Facts = {
            "skos:prefLabel": fr(str(row.data["name"])),
            "mlg:territory": self._seat_of(row) if row.thing.body else None,
            "dct:source": REGISTER.name,
        }
        self.draft.add(row.path, row.thing.iri, f"mlg:{row.thing.kind}", facts)

    def _seat_of(self, row: Row) -> list[str]:
        """Where a collaboration belongs: its territories, else the one department its row tells, else nowhere."""
        if row.thing.kind == "HospitalGroup":
            return row.territories or sorted(row.where.regions)
        return row.territories or (sorted(row.where.departments) if len(row.where.departments) == 1 else [])

    def replace(self, rows: list[Row]) -> None:
        """Say of rows that the register gave up which one took their place."""
        met = {row.data["id"]: row for row in rows}
        for line, (former, successor) in self.replaced.items():
            file, iri_ = self.job.known.folder / REPLACED, f"{PREFIXES['arr']}{former}"
            if former in met:
                self.job.report.bad_row(file, line, f"{former} is a row of the register; it is not replaced.")
            elif successor not in met:
                self.job.report.bad_row(file, line, f"{successor}, which replaces {former}, is no row of the register.")
            elif (home := self.job.known.home.get(iri_)) is not None:
                said = self.job.known.says(iri_)
                kinds = [term.value for term in said[RDF + "type"]]
                facts: Facts = {"skos:prefLabel": sorted(said[SKOS + "prefLabel"], key=str)}
                replacing: Facts = {"dct:isReplacedBy": met[successor].thing.iri, "dct:source": REGISTER.name}
                self.draft.add(home, iri_, kinds, {**facts, **replacing}, keep_label=True)

    def claims(self, row: Row, things: Mapping[str, str]) -> None:
        """All claims of a row."""
        pages = [self.page(url) for url in row.data["sources"]]
        for amendment in row.data["amendments"]:
            amendment["page"] = self.page(str(amendment["source"])) if amendment.get("source") else None
        told = (self.draft, row.path, row.space, row.data, row.thing.iri, pages)
        writer, parties = RowClaims(*told), self.parties(row)
        states = RowStates(*told, report=self.job.report, place=(self.source, row.line))
        unidentified = self._unidentified(row, parties, pages[0])
        self.job.report.count("names kept without being identified", len(unidentified))
        states.write(row.territories, unidentified, read=row.read)
        self.job.report.count("participations", writer.participations(parties, self._groups()))
        alone = sum(list(party.bodies) == [row.thing.iri] for party in parties)
        self.job.report.count("mentions of a collaboration among its own parties, which say nothing more", alone)
        focused: dict[str, list[str]] = defaultdict(list)
        for theme in row.data.get("themes") or []:
            concepts, how = self.themes.find(str(theme.get("label") or ""))
            if how in ("none", "some parts"):
                self.bad(
                    row.line,
                    f"{row.data['id']}: the theme {theme.get('label')!r} names no concept, or not wholly ({THEMES}).",
                )
            for concept in concepts:
                focused[concept].append(self.page(str(theme.get("source") or row.data["sources"][0])))
        for concept, cited in focused.items():
            writer.focus(concept, sorted(set(cited)))
        former = row.data.get("succeeds")
        if former and former in things:
            writer.succeeds(things[former])
        elif former:
            self.bad(row.line, f"{row.data['id']}: it succeeds {former}, which is not in the register; left out.")

    def _groups(self) -> set[str]:
        """The hospital groups met so far, whoever describes them."""
        known = {body for body in self.g.by_family.get("group", ()) if "HospitalGroup" in self.g.bodies[body].types}
        return known | {body for body, made in self.new.items() if any(p.kind == "HospitalGroup" for p, _ in made)}

    def _unidentified(self, row: Row, parties: Iterable[Party], first: str) -> dict[str, str]:
        """What the row names and nobody could identify, with what it is named as -> the page."""
        out = {f"{p.name} ({self.role_words[ROLES[p.role]]})": p.page for p in parties if not p.bodies}
        lost = row.where.unknown if row.thing.kind in ("HospitalGroup", "Collaboration") else []
        out |= dict.fromkeys((f"{name} (territoire)" for name in lost), first)
        told = [*row.perimeter.words, *row.perimeter.counted]
        return out | dict.fromkeys((f"{words} (périmètre)" for words in told), first)

    def bodies(self) -> None:
        """The bodies and groups that only the register names."""
        for body, made in sorted(self.new.items()):
            proposals = [proposal for proposal, _ in made]
            own = [proposal for proposal in proposals if not proposal.double]
            first = max(own or proposals, key=lambda p: (len(p.label), p.label))
            places = self._not_wider(body, self._smallest(proposals))
            names = {m for p, m in made if not p.inferred and not p.group and normalised(m) != normalised(first.label)}
            facts: Facts = {
                "skos:prefLabel": fr(first.label),
                "skos:altLabel": [fr(name) for name in sorted(names)],
                "mlg:territory": sorted(places),
                "org:unitOf": first.unit_of,
                "dct:isReplacedBy": self.doubles.heir(body),
                "dct:source": REGISTER.name,
            }
            if body in self.things:
                continue
            if not places and len(self.g.regions(p.territory for p in proposals if p.territory)) > 1:
                words = (
                    f"{first.label} is named in several regions and taken for one body, of no territory; see {FILE}."
                )
                self.job.report.remark(words)
            self.draft.add(BODIES, body, f"mlg:{first.kind}", facts, keep_label=True)
            self.job.report.count("groups" if first.group else "bodies of their own")

    def _smallest(self, proposals: Iterable[Proposal]) -> set[str]:
        """The smallest area that all rows allow: what the name tells, else what holds the departments of the rows."""
        told = {p.territory for p in proposals if p.territory and p.said}
        places = told or {p.territory for p in proposals if p.territory}
        if len(places) < 2:
            return places
        wide = {p for p in places if places <= {q for q in places if p in self.g.above(q)}}
        departments = {d for p in places for d in self.g.departments([p]) or self.areas.departments(p)}
        regions = self.g.regions(departments or places)
        return next((held for held in (wide, departments, regions) if len(held) == 1), set())

    def _not_wider(self, body: str, places: set[str]) -> set[str]:
        """The places of a body, but for those that hold a place another source gives it."""
        told = {
            t.value
            for path, things in self.job.known.described.items()
            if not OWN.fullmatch(path)
            for t in things.get(body, {}).get(MLG + "territory", ())
        }
        return {place for place in places if not any(place in self._around(spot) for spot in told - {place})}

    def _around(self, place: str) -> set[str]:
        """What holds a territory, of the code or of a list of groupings: the departments of its communes too."""
        return self.g.above(place) | self.g.departments([place]) | self.g.regions([place])

    def leftover(self, subject: str, said: Description) -> Description:
        """What becomes of an earlier description: a double says what replaces it; a body or area that only this
        register named, and that nothing names any more (a curator mended its resolution, say), goes; the rest stays.
        """
        known = self.job.known
        if self.doubles.heir(subject) is not None:
            return self.doubles.leftover(subject, said)
        if known.home[subject] not in (BODIES, PLACES) or subject in self._named:
            return said
        self.job.report.remark(f"{curie(subject)} ({label_of(said)}): nothing names it any more, its description goes.")
        return {}

    @cached_property
    def _named(self) -> set[str]:
        """What any description that stays, or any decision, points to."""
        known, drafted = self.job.known, self.draft.subjects
        told = [
            said
            for path, things in known.described.items()
            for subject, said in things.items()
            if path not in PLAIN
            and (not OWN.fullmatch(path) or not (subject in drafted or subject.startswith(PREFIXES["claim"])))
        ]
        told += [said for things in self.draft.files.values() for said in things.values()]
        out = {t.value for said in told for terms in said.values() for t in terms if isinstance(t, NamedNode)}
        return out | {body for line in self.decisions for body in line.bodies}

    def shares(self) -> None:
        """How the party mentions were settled, in a sentence."""
        total = sum(self.ways.values())
        if total:
            told = ", ".join(f"{how} {n} ({n * 100 / total:.1f} %)" for how, n in self.ways.most_common())
            lost = self.ways["unresolved"] + self.ways["left aside"]
            self.job.report.remark(
                f"Party mentions: {total}, of which {(total - lost) * 100 / total:.1f} % settled: {told}."
            )


def make_register(job: Job) -> Draft:
    """The draft of the register's arrangements, parties and claims.

    Raises
    ------
    MaillageError
        When the register or a curator's table is missing a column or is another file.
    """
    run = _Import(job)
    rows = run.rows()
    run.locate(rows)
    for row in rows:
        if row.thing.kind == "ProfessionalCommunity":
            name = split_brackets(str(row.data["name"]))[0]
            run.communities[core(name, FAMILIES["community"])] = row.thing.iri
        run.group(row)
    things = {row.data["id"]: row.thing.iri for row in rows}
    run.things = set(things.values())
    for row in job.report.track(rows, "Arrangements"):
        run.describe(row)
        run.claims(row, things)
    run.bodies()
    run.replace(rows)
    run.draft.plain[PERIMETERS] = run.areas.write()
    REGISTER.describe(run.draft, SOURCES, job.retrieved)
    for path in job.known.files:
        if OWN.fullmatch(path) and path not in PLAIN:
            run.draft.files.setdefault(path, {})  # Looked at again, even when no row fills it any more.
    for path in sorted(run.draft.files):
        if OWN.fullmatch(path):
            REGISTER.header(run.draft, path, _about(path, run.g), SOURCES, "register")
    own = {*run.new, *run.draft.files.get(BODIES, {})}
    run.draft.plain[ALIASES] = run.added.text(REGISTER.name, own, job, run.draft, run.g)
    run.draft.plain[REMARKS] = run.added.remarks()
    met = {row.data["id"] for row in rows} | {former for former, _ in run.replaced.values()}
    run.decisions = [*run.lines, *run.kept(met)]
    run.draft.leftover = run.leftover
    run.draft.plain[FILE] = write_resolutions(run.decisions)
    run.draft.plain[THEMES] = run.themes.table()
    job.report.count("arrangements", len(rows))
    job.report.count("pages", len(run.pages))
    run.shares()
    return run.draft


def _astride(job: Job, g: Gazetteer) -> dict[str, set[str]]:
    """The territories of which graph/ says that a part lies in a commune -> these communes."""
    out: dict[str, set[str]] = defaultdict(set)
    for path, things in job.known.described.items():
        for subject, said in things.items() if not OWN.fullmatch(path) else ():
            out[subject] |= {t.value for t in said.get(MLG + "partlyWithin", ()) if g.level(t.value) == "Commune"}
    return {subject: communes for subject, communes in out.items() if communes}


def _labels(file: TurtleFile) -> dict[str, str]:
    """The French names of the concepts of a vocabulary, by CURIE."""
    return {
        curie(t.subject.value): t.object.value
        for t in file.triples
        if t.predicate.value == SKOS + "prefLabel" and isinstance(t.object, Literal) and t.object.language == "fr"
        if isinstance(t.subject, NamedNode)
    }


def _about(path: str, g: Gazetteer) -> str:
    words = {
        SOURCES: "Pages publiques que cite le registre des dispositifs, et le registre lui-même.",
        BODIES: "Organismes et groupes que seul le registre des dispositifs nomme.",
        PLACES: "Territoires que le registre des dispositifs nomme et que le code officiel ne connaît pas.",
    }
    number = path.removesuffix(".ttl").rsplit("-", 1)[-1]
    region = next((p for p in g.places.values() if p.level == "Region" and p.code == number), None)
    return words.get(path) or f"Dispositifs du registre : {next(iter(region.names)) if region else number}."


IMPORTERS = (
    Importer(
        "register",
        {
            "fr": "Le registre des dispositifs territoriaux de santé, avec leurs parties rapportées à un organisme.",
            "en": "The register of territorial health arrangements, with their parties referred to a body.",
        },
        f"{ARRANGEMENTS.name}, and the package of the official code (tarball) for the municipalities it names",
        make_register,
        sources=(REGISTER,),
        looks_up=(OFFICIAL_CODE,),
    ),
)
