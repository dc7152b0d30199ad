"""The parties of the register's rows: names come in; what each is taken for goes out, the curator's table first.

What is met on the way is gathered: lines of the table, bodies to describe, names under which bodies are spoken of.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from maillage.importers.geography.official import OfficialCode
from maillage.importers.institutions.councils import municipality
from maillage.importers.kit.base import Draft, Job, iri
from maillage.importers.kit.doubles import read_doubles
from maillage.importers.kit.words import plain_address
from maillage.importers.register.bodies import Proposer
from maillage.importers.register.claims import ROLES, Party, page
from maillage.importers.register.context import KINDS, carrier_kind
from maillage.importers.register.forms import Proposal
from maillage.importers.register.names import Added
from maillage.importers.register.resolutions import FILE, Resolution, Resolutions
from maillage.importers.register.row import Row
from maillage.importers.register.then import former_namesake, is_of_then
from maillage.naming.families import FAMILIES
from maillage.naming.gazetteer import Gazetteer
from maillage.naming.grounds import Candidate, Context, Decision
from maillage.naming.mentions import core, joined, readings, split_brackets, tokens
from maillage.naming.normalise import normalised
from maillage.naming.resolve import resolve
from maillage.terms import PREFIXES, curie

#: A mayor acts for the municipality.
_MAYOR = re.compile(r"^(Le |La )?[Mm]aire (?=de |d'|du |des )")

#: What a public establishment calls itself, which is a legal entity, whatever its sites are called.
_ESTABLISHMENT = re.compile(r"(ch|centre hospitalier)\b")


class Parties:
    """The settling of mentions, over one run.

    Parameters
    ----------
    source:
        The register's file, for the report.
    code:
        The official code, by which municipalities that graph/ lacks are described; None when none was given.
    day:
        The day the register was fetched, which dates the decisions; empty when nobody said it.
    """

    def __init__(
        self,
        job: Job,
        draft: Draft,
        g: Gazetteer,
        table: Resolutions,
        source: Path,
        code: OfficialCode | None,
        day: str,
    ) -> None:
        self.job, self.draft, self.g, self.table, self.source, self.code = job, draft, g, table, source, code
        self.day = day
        self.doubles = read_doubles(job.known.folder)
        self.proposer = Proposer(g)
        self.lines: list[Resolution] = list(table.general())
        self.ways: Counter[str] = Counter()
        self.new: dict[str, list[tuple[Proposal, str]]] = defaultdict(list)
        self.added = Added()
        self.pages: dict[str, str] = {}
        self.towns: dict[str, str | None] = {}
        #: Telling words of the name of a community that has a row -> the community.
        self.communities: dict[tuple[str, ...], str] = {}

    def bad(self, line: int, what: str) -> None:
        """Report a row, or a part of it, that could not be used."""
        self.job.report.bad_row(self.source, line, what)

    def settle(self, row: Row, mention: str, kind: str, number: str | None = None) -> Resolution:
        """What a mention of a row is taken for; the curator's table first."""
        line = self.table.find(row.data["id"], mention, kind)
        if line is not None:
            line = self._standing(line)
            if line.kind or any(not self._known(body) for body in line.bodies):
                self._propose_given(row, line)
            self._municipalities(line.bodies)
        else:
            line = self._standing(self._resolve(row, mention, kind, number))
        if line.arrangement == row.data["id"]:
            self.lines.append(line)
        return line

    def _standing(self, line: Resolution) -> Resolution:
        """A line whose doubled bodies are those they stand for; their own class and name are said of them no more."""
        standing = " ".join(curie(self.doubles.standing(body)) for body in line.bodies)
        if standing == " ".join(curie(body) for body in line.bodies):
            return line
        return replace(line, body=standing, kind="", label="")

    def _known(self, body: str) -> bool:
        return body in self.g.bodies or body in self.draft.subjects

    def _resolve(self, row: Row, mention: str, kind: str, number: str | None) -> Resolution:
        blank = Resolution(row.data["id"], mention, kind, date=self.day)
        context = row.where.context(kind, None if number and len(number) == 5 else number)
        if number and len(number) == 5 and (town := self._municipality(number)):
            return replace(blank, body=curie(town), how="code", score="100")
        community = self.communities.get(core(split_brackets(mention)[0], FAMILIES["community"]), "")
        if kind == "cpts" and community:
            return replace(blank, body=curie(community), how="name", score="100")
        said = _MAYOR.sub("Ville ", mention) if kind == "commune" else mention
        decision = self._entity(said, self._of_then(row, kind, said, resolve(said, context, self.g.names)))
        # The most specific unit named: "ARS Pays de la Loire (délégation de la Mayenne)" is the delegation.
        unit = kind == "ars" and "delegation" in tokens(mention) and decision.how in ("name", "form", "context")
        if decision.iri is not None and not (unit and self._agency(decision.iri)):
            inferred = "inferred" if decision.how == "context" else ""
            return replace(blank, body=curie(decision.iri), how=decision.how, score="100", certainty=inferred)
        if decision.place and kind == "commune" and (town := self._municipality(self.g.places[decision.place].code)):
            bare = any(not reading.core for reading in readings(said, context.kinds))
            return replace(
                blank,
                body=curie(town),
                how="context" if bare else "form",
                score="100",
                certainty="inferred" if bare else "",
            )
        proposal = self.proposer.propose(mention, kind, row.where, row.data["id"], str(row.data["name"]))
        if proposal is not None and (proposal.group or decision.how != "several"):
            standing = self.doubles.standing(proposal.iri)
            proposal = replace(proposal, iri=standing, double=standing != proposal.iri)
            if proposal.iri in self.g.bodies:
                inferred = "inferred" if proposal.inferred else ""
                return replace(
                    blank,
                    body=curie(proposal.iri),
                    how="context" if inferred else "form",
                    score="100",
                    certainty=inferred,
                )
            self.new[proposal.iri].append((proposal, mention))
            how = "group" if proposal.group else "new body"
            certainty = "inferred" if proposal.inferred else ""
            line = replace(blank, body=curie(proposal.iri), how=how, certainty=certainty)
            # The name and class of a double are not those of the body it stands for.
            return line if proposal.double else replace(line, kind=f"mlg:{proposal.kind}", label=proposal.label)
        nearest = "; ".join(f"{curie(c.iri)} ({c.score:g})" for c in decision.candidates[:3])
        return replace(blank, score=f"{decision.score:g}", note=f"Candidats : {nearest}" if nearest else "")

    def _agency(self, body: str) -> bool:
        return bool(self.g.bodies[body].kinds & {"RegionalHealthAgency", "HealthAgency"})

    def _entity(self, said: str, decision: Decision) -> Decision:
        """The legal entity for its site of the same town, where the words are those of an establishment ("CH de X")."""
        body = self.g.bodies.get(decision.iri or "")
        whole = self.g.bodies.get(body.unit_of or "") if body and "Hospital" in body.kinds else None
        if body is None or whole is None or body.places != whole.places or not _ESTABLISHMENT.match(normalised(said)):
            return decision
        return Decision(whole.iri, decision.how, decision.score, (Candidate(whole.iri, decision.score),))

    def _of_then(self, row: Row, kind: str, said: str, decision: Decision) -> Decision:
        """The agency of then for one of today that a page names beside a signature of before 2016, and the
        intercommunal body of then for one of today that a row of before 2017 leaves without a code.

        A standing body has today's agency among its members, whenever it began.
        """
        if kind in ("epci", "metropole") and decision.iri is not None and is_of_then(row.data, row.where, said):
            former = former_namesake(said, row.where, self.g)
            return Decision(former or decision.iri, "context", 100.0)
        if kind != "ars" or decision.iri is None or row.thing.body:
            return decision
        then = resolve("ARS", row.where.context(kind), self.g.names)
        agency = self.g.bodies.get(then.iri or "")
        return then if agency is not None and agency.replaced_by == decision.iri else decision

    def _municipality(self, number: str) -> str | None:
        """The municipality of a commune, which graph/ has or the official code lets us describe."""
        if number not in self.towns:
            body = next((b for b in self.g.at.get(("municipality", f"{PREFIXES['terr']}commune-{number}"), ())), None)
            made = municipality(self.job, self.code, self.draft, number) if self.code and body is None else None
            self.towns[number] = body or (iri(made) if made else None)
        return self.towns[number]

    def _municipalities(self, bodies: Iterable[str]) -> None:
        """Describe the municipalities (by SIREN) that a line of the table names and graph/ lacks."""
        if self.code is None:
            return
        for body in bodies:
            siren = body.removeprefix(f"{PREFIXES['body']}siren-")
            if not self._known(body) and siren != body:
                number = next((n for n, row in self.code.communes.items() if row.get("siren") == siren), None)
                if number:
                    municipality(self.job, self.code, self.draft, number)

    def _propose_given(self, row: Row, line: Resolution) -> None:
        """Describe anew what a line of the table took for a body of its own."""
        for body in line.bodies:
            if self._known(body) or body.startswith(f"{PREFIXES['body']}siren-"):
                continue
            made = self.proposer.propose(line.mention, line.type, row.where, row.data["id"], str(row.data["name"]))
            kind = line.kind.removeprefix("mlg:") or (made.kind if made else "") or "Actor"
            if made is None or made.iri != body:
                label = line.mention[:1].upper() + line.mention[1:]
                place, said = self.proposer.smallest(line.label or line.mention, kind, row.where)
                made = Proposal(body, kind, label, place, None, line.certainty == "inferred", said)
            name = line.mention if len(line.bodies) == 1 else line.label
            double = not line.kind
            self.new[body].append((replace(made, kind=kind, label=line.label or made.label, double=double), name))

    def parties(self, row: Row) -> list[Party]:
        """The parties of a row, and its carrier when no party is said to be it."""
        out: list[Party] = []
        for party in row.data.get("parties") or []:
            name, kind, role = (" ".join(str(party.get(key) or "").split()) for key in ("name", "type", "role"))
            if not name or kind not in KINDS or role not in ROLES:
                what = (
                    "a party has no name" if not name else f"the party {name!r} is of type {kind!r} and role {role!r}"
                )
                self.bad(row.line, f"{row.data['id']}: {what}; left aside.")
                self.ways["left aside"] += 1
                continue
            line = self.settle(row, name, kind, self._number(row, name, kind))
            self.ways[line.how] += 1
            self._count_names(line, name)
            cited = self.page(str(party.get("source") or row.data["sources"][0]))
            out.append(Party(name, line.bodies, role, cited, line.certainty == "inferred"))
        carried = {body for party in out if party.role == "carrier" for body in party.bodies}
        for name in [
            " ".join(piece.split()) for piece in str(row.data.get("carrier") or "").split(" ; ") if piece.strip()
        ]:
            kind = carrier_kind(row.data, name)
            line = self.settle(row, name, kind, self._number(row, name, kind))
            self._count_names(line, name)
            said = any(party.role == "carrier" and party.name == name for party in out)
            if set(line.bodies) - carried or not (line.bodies or said):
                cited = self.page(row.data["sources"][0])
                out.append(Party(name, line.bodies, "carrier", cited, line.certainty == "inferred"))
        return out

    def _number(self, row: Row, name: str, kind: str) -> str | None:
        """The carrier's code, for a mention that bears the carrier's name."""
        number, carrier = str(row.data.get("carrier_code") or ""), str(row.data.get("carrier") or "")
        sort = {"epci": "intercommunal", "metropole": "intercommunal", "commune": "municipality"}.get(kind)
        if not number or sort is None or (len(number) == 5) != (kind == "commune"):
            return None
        family = FAMILIES[sort]
        return number if joined(name, family) == joined(carrier, family) else None

    def _count_names(self, line: Resolution, name: str) -> None:
        if (
            len(line.bodies) == 1
            and line.how in ("form", "town", "inclusion", "curator", "code")
            and not line.certainty
        ):
            self.added.said[line.bodies[0]].add(name)

    def kept(self, met: set[str]) -> list[Resolution]:
        """Lines of the table that no row asked for and that stay: those of rows not met, and the curator's.

        Parameters
        ----------
        met:
            The ids of the rows of this run.
        """
        asked = {(line.arrangement, line.mention, line.type) for line in self.lines}
        out = [
            line
            for key, line in self.table.lines.items()
            if key not in asked and (line.arrangement not in met or line.how == "curator")
        ]
        if out:
            self.job.report.remark(f"{FILE}: {len(out)} decisions on mentions that the register no longer has stay.")
        return out

    def page(self, url: str) -> str:
        """The IRI of a cited page, described once."""
        address = plain_address(url)
        if address not in self.pages:
            self.pages[address] = page(self.draft, url)
        return self.pages[address]

    def group(self, row: Row) -> None:
        """A hospital group of the register is that of the survey when its name says so, or the curator does."""
        if row.thing.kind != "HospitalGroup":
            return
        name = str(row.data["name"]).split(" — ")[0]
        line = self.table.find(row.data["id"], name, "GHT")
        if line is None:
            context = Context(frozenset({"HospitalGroup"}), regions=frozenset(row.where.regions))
            decision = resolve(name, context, self.g.names)
            body, how = (decision.iri, decision.how) if decision.iri else (self._group_within(name, row), "inclusion")
            own = curie(body or row.thing.iri)
            nearest = "" if body else "; ".join(f"{curie(c.iri)} ({c.score:g})" for c in decision.candidates[:3])
            line = Resolution(
                *(row.data["id"], name, "GHT", own, "" if body else "mlg:HospitalGroup"),
                how=how if body else "new body",
                date=self.day,
                note=f"Candidats : {nearest}" if nearest else "",
            )
        if line.bodies:
            row.thing = replace(row.thing, iri=line.bodies[0])
            self.added.said[line.bodies[0]].add(name)
        self.lines.append(line)

    def _group_within(self, name: str, row: Row) -> str | None:
        """The one group of the region whose name holds all the words of this one."""
        family = FAMILIES["group"]
        wanted = set(core(name, family))
        near = [
            b for b in self.g.by_family.get("group", []) if self.g.regions(self.g.bodies[b].places) & row.where.regions
        ]
        found = [b for b in near if wanted and any(wanted <= set(core(n, family)) for n in self.g.bodies[b].names)]
        return found[0] if len(found) == 1 else None
