"""Importer `register`: the register of health arrangements comes in; arrangements, their parties and claims go out.

The register is a sample compiled from public pages, each cited: the evidence of a claim is the page. Its parties are
resolved to bodies (naming/); each decision stands in registers/resolutions.csv, which a curator mends and wins.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from maillage.importers.geography.sources import OFFICIAL_CODE
from maillage.importers.geography.vintage import open_code
from maillage.importers.kit.base import Draft, Importer, Job, fr, label_of, slug
from maillage.importers.kit.facts import Description, Facts
from maillage.importers.register.claims import SOURCES, RowClaims, note, thing_of
from maillage.importers.register.context import where_is
from maillage.importers.register.names import ALIASES, OWN, names_of
from maillage.importers.register.parties import Parties, Row
from maillage.importers.register.places import is_town, region_iri
from maillage.importers.register.resolutions import FILE, Resolution, read_resolutions, write_resolutions
from maillage.importers.register.rows import register_rows
from maillage.importers.register.sources import ARRANGEMENTS, REGISTER
from maillage.importers.register.themes import FILE as THEMES
from maillage.importers.register.themes import Themes, read_given
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.gazetteers import gazetteer
from maillage.naming.normalise import normalised
from maillage.places import find_places
from maillage.terms import PREFIXES, curie
from maillage.things.rdf import NamedNode
from maillage.things.turtle import read_turtle

BODIES = "registers/organismes-du-registre.ttl"
PLACES = "registers/territoires-du-registre.ttl"
#: What an area of its own is called that bears the name of a town.
_AREA_OF = {
    "CTS": "territoire de démocratie sanitaire",
    "CPTS": "territoire de la CPTS",
    "PTSM": "territoire de santé mentale",
}


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
        vocabulary = find_places().ontology / "schemes.ttl"
        self.themes = Themes([read_turtle(vocabulary)], read_given(job.known.folder / THEMES))
        self.places: dict[str, str] = {}
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
        return list(out.values())

    def territories(self, row: Row) -> list[str]:
        """The territories of an arrangement: those of the official code, else areas of their own."""
        if row.data["type"] in ("PRS", "PRAPS"):
            return sorted(row.where.regions)
        if row.thing.kind in ("HospitalGroup", "Collaboration"):
            return row.where.territory
        return sorted({*row.where.territory, *(self._area(name, row) for name in row.where.unknown)})

    def _area(self, name: str, row: Row) -> str:
        """An area of its own, or the territory of the body a curator says the name stands for."""
        line = self.table.find(row.data["id"], name, "epci")
        for body in line.bodies if line else ():
            if body in self.g.bodies and len(self.g.bodies[body].places) == 1:
                return next(iter(self.g.bodies[body].places))
        label = re.sub(r"^(PETR|Pôle d'équilibre territorial et rural) (du |de la |de l'|des |de |d')?", "", name)
        label = label[:1].upper() + label[1:]
        if row.data["type"] in _AREA_OF and is_town(label, self.g):
            label = f"{label} ({_AREA_OF[row.data['type']]})"
        region = next(iter(row.where.regions))
        area = f"{PREFIXES['terr']}{slug(label)}"
        if area in self.g.places:
            return area
        if self.places.setdefault(area, region) != region:
            area = f"{area}-{self.g.places[region].code}"
        if area not in self.draft.files[PLACES]:
            facts: Facts = {"skos:prefLabel": fr(label), "mlg:within": region, "dct:source": REGISTER.name}
            self.draft.add(PLACES, area, "mlg:OtherArea", facts, keep_label=True)
        return area

    def describe(self, row: Row) -> None:
        """The arrangement itself, unless another file describes it."""
        home = self.job.known.home.get(row.thing.iri)
        if home is not None and not OWN.fullmatch(home):
            self.added.said[row.thing.iri].add(str(row.data["name"]))
            self.added.elsewhere.add(row.thing.iri)
            return
        remark = note(row.data)
        facts: Facts = {
            "skos:prefLabel": fr(str(row.data["name"])),
            "mlg:territory": self.territories(row) or sorted(row.where.regions) if row.thing.body else None,
            "skos:editorialNote": fr(remark) if remark else None,
            "dct:source": REGISTER.name,
        }
        self.draft.add(row.path, row.thing.iri, f"mlg:{row.thing.kind}", facts, keep_label=True)

    def claims(self, row: Row, things: Mapping[str, str]) -> None:
        """All claims of a row."""
        pages = [self.page(url) for url in row.data["sources"]]
        writer = RowClaims(self.draft, row.path, row.space, row.data, row.thing.iri, pages)
        writer.states(self.territories(row), self.job.report, (self.source, row.line))
        self.job.report.count("participations", writer.participations(self.parties(row)))
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

    def bodies(self) -> None:
        """The bodies and groups that only the register names."""
        for body, made in sorted(self.new.items()):
            proposals = [proposal for proposal, _ in made]
            first = max(proposals, key=lambda p: (len(p.label), p.label))
            places = {p.territory for p in proposals if p.territory}
            names = {m for p, m in made if not p.inferred and not p.group and normalised(m) != normalised(first.label)}
            facts: Facts = {
                "skos:prefLabel": fr(first.label),
                "skos:altLabel": [fr(name) for name in sorted(names)],
                "mlg:territory": sorted(places) if len(places) == 1 else None,
                "org:unitOf": first.unit_of,
                "dct:source": REGISTER.name,
            }
            if body in self.things:
                continue
            self.draft.add(BODIES, body, f"mlg:{first.kind}", facts, keep_label=True)
            self.job.report.count("groups" if first.group else "bodies of their own")

    def leftover(self, subject: str, said: Description) -> Description:
        """What becomes of an earlier description: a body or area that only this register named, and that nothing
        names any more (a curator mended its resolution, say), goes; anything else stays.
        """
        known = self.job.known
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
            if not OWN.fullmatch(path) or not (subject in drafted or subject.startswith(PREFIXES["claim"]))
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
    for row in rows:
        run.group(row)
    things = {row.data["id"]: row.thing.iri for row in rows}
    run.things = set(things.values())
    for row in job.report.track(rows, "Arrangements"):
        run.describe(row)
        run.claims(row, things)
    run.bodies()
    REGISTER.describe(run.draft, SOURCES, job.retrieved)
    for path in job.known.files:
        if OWN.fullmatch(path) and path != ALIASES:
            run.draft.files.setdefault(path, {})  # Looked at again, even when no row fills it any more.
    for path in sorted(run.draft.files):
        if OWN.fullmatch(path):
            REGISTER.header(run.draft, path, _about(path, run.g), SOURCES, "register")
    own = {*run.new, *run.draft.files.get(BODIES, {})}
    run.draft.plain[ALIASES] = run.added.text(REGISTER.name, own, job, run.draft, run.g)
    run.decisions = [*run.lines, *run.kept({row.data["id"] for row in rows})]
    run.draft.leftover = run.leftover
    run.draft.plain[FILE] = write_resolutions(run.decisions)
    run.draft.plain[THEMES] = run.themes.table()
    job.report.count("arrangements", len(rows))
    job.report.count("pages", len(run.pages))
    run.shares()
    return run.draft


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
